"""Section 4: the exhaustion ledger: what was asked, of whom, and how long it has been open."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from drafter.case import Ask, Demand, NotApplicable, Remedy, Source, known
from drafter.checks.naming import called
from drafter.checks.reading import named_days
from drafter.context.memo.reader import NO_BREAK, Reader, curled
from drafter.wording.dates import short_date
from drafter.wording.grammar import curl, series
from drafter.wording.text import Text


@dataclass(frozen=True, slots=True)
class EffortRow:
    """One step taken before suit."""

    date: str
    step: Text
    number: Text
    answer: Text
    state: str
    paragraph: str
    shown_by: Text
    gap: str


def effort_rows(reader: Reader) -> tuple[EffortRow, ...]:
    """Remedies tried and demands made, in order of date, with days to the as-of date."""
    rows = [(known(r.made_on), _remedy(reader, r)) for r in reader.case.remedies]
    rows += [(known(d.made_on), _demand(reader, d)) for d in reader.case.demands]
    rows.sort(key=lambda one: one[0] or dt.date.max)
    return tuple(row for _, row in rows)


def _remedy(reader: Reader, remedy: Remedy) -> EffortRow:
    made, answered = known(remedy.made_on), known(remedy.answered_on)
    sources = remedy.sources or tuple(s for one in remedy.says for s in one.sources)
    gaps = [
        word for word, there in (
            ("date", made), ("answer", remedy.response is not None or answered),
            ("source", sources), ("why it does not answer", remedy.inadequate),
        ) if not there
    ]
    open_now = remedy.is_open
    if open_now is None and isinstance(remedy.answered_on, NotApplicable):
        open_now = True  # the case says that no answer came
    return EffortRow(
        date=short_date(made) if made else "not recorded",
        step=reader.say(remedy.step),
        number=_fact(remedy.number, "none"),
        answer=_answer(_fact(remedy.response, "none"), answered),
        state=_state(reader.matter.as_of, made, answered, open_now=open_now),
        paragraph=reader.paragraphs([remedy.id]),
        shown_by=_shown(reader, sources),
        gap=_gap(gaps),
    )


def _demand(reader: Reader, demand: Demand) -> EffortRow:
    made, answered = known(demand.made_on), known(demand.answered_on)
    delivered = known(demand.delivered_on)
    channel = known(demand.channel)
    names = [curled(called(r)) for r in reader.case.respondents if r.id in demand.to]
    how = f", {channel.value.replace('-', ' ')}" if channel else ""
    late = f"; delivered {short_date(delivered)}" if delivered else ""
    due = known(demand.answer_by)
    late += f"; answer asked by {short_date(due)}" if due else ""
    words = " ".join(one.say for one in demand.answer)
    answer = reader.say(words) if words else Text.of("none recorded")
    if demand.refused:
        answer = Text.of("Refused. ", answer if words else "")
    sources = tuple(dict.fromkeys((*demand.sources, *demand.delivery_sources)))
    gaps = [
        word for word, there in (
            ("date", made or demand.excuse), ("recipient", names), ("proof", sources),
            ("proof of silence", answered or demand.no_answer_sources),
        ) if not there
    ]
    return EffortRow(
        date=short_date(made) if made else "not recorded",
        step=Text.of(f"Demand{how}, to ", series(names) if names else "nobody named", late),
        number=Text.of("none"),
        answer=_answer(answer, answered),
        state=_state(reader.matter.as_of, delivered or made, answered,
                     open_now=None if answered else True),
        paragraph=reader.paragraphs(demand.paragraphs),
        shown_by=_shown(reader, sources),
        gap=_gap(gaps),
    )


def _state(
    as_of: dt.date, start: dt.date | None, answered: dt.date | None, *, open_now: bool | None
) -> str:
    """``open 123 days``, ``answered after 20 days``, or what cannot be told."""
    if start is None or start > as_of:
        return "no day to count from" if start is None else "lies ahead"
    if open_now:
        return _days("open", (as_of - start).days)
    if answered is not None and answered >= start:
        return _days("answered after", (answered - start).days)
    if open_now is False:
        return "closed"
    return f"{_days('', (as_of - start).days)}; state not recorded"


def _days(word: str, days: int) -> str:
    return f"{word} {days}{NO_BREAK}{'day' if days == 1 else 'days'}".strip()


def _answer(answer: Text, answered: dt.date | None) -> Text:
    """The answer under its day, unless its own words hold that day."""
    if answered is None or answered in named_days(answer.plain):
        return answer
    return Text.of(f"{short_date(answered)}: ", answer)


def _fact(fact: str | Ask | NotApplicable | None, none: str) -> Text:
    match fact:
        case str():
            return curled(fact)
        case NotApplicable(not_applicable=why):
            return curled(f"none: {why}")
        case Ask():
            return Text.of("to be asked")
        case _:
            return Text.of(none if none != "none" else "not recorded")


def _gap(words: list[str]) -> str:
    return f"no {', no '.join(words)}" if words else "ok"


def _shown(reader: Reader, sources: tuple[Source, ...]) -> Text:
    """Each exhibit once, with all its pages."""
    pages: dict[str, list[str]] = {}
    for one in dict.fromkeys(sources):
        if one.exhibit:
            label = reader.opening.label(one.exhibit).replace(" ", NO_BREAK)
            pages.setdefault(label or f"“{one.exhibit}”", []).extend([one.at] if one.at else [])
        elif one.verification:
            pages.setdefault("verification", [])
    parts = [f"{label} at {', '.join(at)}" if at else label for label, at in pages.items()]
    return Text.of(curl("; ".join(parts)))
