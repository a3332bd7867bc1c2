"""Section 8: blanks and questions in the order in which an answer changes what comes next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.case import Ask, Exhibit, Facts, NotApplicable, Petitioner, Remedy, Respondent, known
from drafter.checks.naming import called
from drafter.context.memo.notes import sources
from drafter.context.memo.reader import NO_BREAK, Reader, bare, curled
from drafter.context.opening import OpenBlank
from drafter.wording.dates import short_date
from drafter.wording.text import Blank, Text

_GROUPS = (
    "what decides whether there is a case",
    "dates and hours",
    "facts that a person or a paper can supply",
    "parties, court and signature",
    "law for counsel to confirm, and what can be filled only on the day",
)
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth")
_DECIDING = re.compile(r"(?:duties|relief)(?:$|\.)|respondents(?:$|\.\d+\.(?:name|office|power))"
                       r"|petitioners(?:$|\.\d+\.custody)")
_DAY_FIELD = re.compile(
    r"\.(?:on|at|when|\w+_on|answer_by|status_as_of|dated|days|hours|due)$"
)
_DAY_WORD = re.compile(r"\b(?:dates?|days?|hours?|times?|years?|months?|spring|summer|fall|winter)\b",
                       re.IGNORECASE)
_FACTS = frozenset({"matter", "events", "demands", "remedies", "remedies_not_tried", "harms", "moa",
                    "exhibits", "related_cases"})
_WHO = {
    "events": "the client", "harms": "the client", "petitioners": "the client",
    "matter": "the client", "respondents": "paralegal", "moa": "the agency, or its signed paper",
    "exhibits": "paralegal",
}


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One thing to ask: how many brackets it clears, where they stand, who can answer."""

    number: str
    ask: Text
    brackets: str
    where: str
    who: Text


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions of like consequence; those of one person stand together."""

    heading: str
    rows: tuple[QuestionRow, ...]


@dataclass(frozen=True, slots=True)
class ClockRow:
    """A clock that may be running now."""

    do: Text
    why: Text
    who: str


@dataclass(frozen=True, slots=True)
class SilentRow:
    """A field that prints nothing, with its reason or its question."""

    field: str
    words: Text
    who: Text


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """Everything that is open."""

    clocks: tuple[ClockRow, ...]
    groups: tuple[QuestionGroup, ...]
    count: str
    unprinted: tuple[SilentRow, ...]
    not_applicable: tuple[SilentRow, ...]


def question_words(reader: Reader) -> QuestionWords:
    """Clocks first, then blanks in order of consequence, then what prints no bracket."""
    groups = _grouped(reader)
    total, rows = len(reader.opening.blanks), sum(len(one.rows) for one in groups)
    asked = tuple(walk("", reader.case))
    printed = {blank.field for blank in reader.opening.blanks}
    return QuestionWords(
        clocks=_clocks(reader),
        groups=groups,
        count=_count(total, rows),
        unprinted=tuple(
            SilentRow(field, curled(one.ask), curled(one.of or _who(field)))
            for field, one in asked
            if isinstance(one, Ask) and field not in printed
        ) + tuple(
            SilentRow(one.about, curled(one.ask), curled(one.of or _who(one.about)))
            for one in reader.case.questions if one.about not in printed
        ),
        not_applicable=tuple(
            SilentRow(field, curled(one.not_applicable), Text())
            for field, one in asked
            if isinstance(one, NotApplicable)
        ),
    )


def _count(total: int, rows: int) -> str:
    if not total:
        return "Brackets in the papers to be filed or sent: 0."
    return (
        f"Brackets in the papers to be filed or sent: {total}. Brackets listed here: {total}, under "
        f"{rows} {'question' if rows == 1 else 'questions'}. One answer fills every bracket on its "
        "line."
    )


def _grouped(reader: Reader) -> tuple[QuestionGroup, ...]:
    alike: dict[tuple[str, str, str, str], list[OpenBlank]] = {}
    asked = {one.about: one for one in reader.case.questions}
    for blank in reader.opening.blanks:
        own = asked.get(blank.field)
        question = blank.question or (own.ask if own else "")
        key = (blank.label, blank.field, question, blank.who or (own and own.of) or _who(blank.field))
        alike.setdefault(key, []).append(blank)
    ranked: list[list[tuple[tuple[str, str, str, str], list[OpenBlank]]]] = [[] for _ in _GROUPS]
    for key, blanks in alike.items():
        ranked[_rank(key[0], key[1])].append((key, blanks))
    groups: list[QuestionGroup] = []
    number = 0
    for heading, found in zip(_GROUPS, ranked, strict=True):
        rows: list[QuestionRow] = []
        for who in dict.fromkeys(key[3] for key, _ in found):
            for key, blanks in found:
                if key[3] == who:
                    number += 1
                    rows.append(_row(reader, number, key, blanks))
        if rows:
            groups.append(QuestionGroup(f"{_ORDINALS[len(groups)]}: {heading}", tuple(rows)))
    return tuple(groups)


def _rank(label: str, field: str) -> int:
    if not field:
        return 4
    if _DECIDING.match(field):
        return 0
    if field.startswith("exhibits"):
        return 2
    if _DAY_FIELD.search(field) or _DAY_WORD.search(label):
        return 1
    return 2 if field.split(".", 1)[0] in _FACTS else 3


def _row(
    reader: Reader, number: int, key: tuple[str, str, str, str], blanks: list[OpenBlank]
) -> QuestionRow:
    label, field, question, who = key
    about = _about(reader, field)
    words = Text.of(Blank(label, field), curled(f" ({about})") if about else "")
    if question:
        words = Text.of(words, " ", curled(question))
    return QuestionRow(
        number=str(number),
        ask=words,
        brackets=str(len(blanks)),
        where=_places(reader, blanks),
        who=curled(who),
    )


def _about(reader: Reader, field: str) -> str:
    """Whose blank it is, where the label alone would not tell."""
    head, _, rest = field.partition(".")
    place = rest.split(".", 1)[0]
    items = getattr(reader.case, head, None)
    if not isinstance(items, tuple) or not place.isdigit() or int(place) >= len(items):
        return ""
    match items[int(place)]:
        case Exhibit(title=title):
            return title
        case Remedy(step=step):
            return step
        case Petitioner() as party:
            return party.short or party.name
        case Respondent() as party if known(party.name) is not None:
            return called(party)
        case _:
            return ""


def _places(reader: Reader, blanks: list[OpenBlank]) -> str:
    papers: dict[str, list[str]] = {}
    for blank in blanks:
        place = _place(blank.paragraph)
        if not place and blank.field and blank.paper == reader.paper:
            found = reader.where(blank.field)
            place = "" if found == blank.field else found
        papers.setdefault(blank.paper, []).append(place)
    return "; ".join(
        f"{paper}: {', '.join(one)}" if (one := [p for p in dict.fromkeys(places) if p]) else paper
        for paper, places in papers.items()
    )


def _place(paragraph: str) -> str:
    number = bare(paragraph)
    if number.isdigit():
        return f"¶{NO_BREAK}{number}"
    return f"item {number}" if len(number) == 1 else number


def _who(field: str) -> str:
    return _WHO.get(field.split(".", 1)[0], "counsel")


def walk(path: str, value: object) -> Iterator[tuple[str, Ask | NotApplicable]]:
    """Every question and every fact that does not apply, with its path."""
    match value:
        case Ask() | NotApplicable():
            yield path, value
        case str() | None:  # most facts, and nothing to ask of them
            return
        case Facts():
            for name, child in value:  # Pydantic's own walk through the fields
                yield from walk(f"{path}.{name}" if path else name, child)
        case tuple():
            for n, item in enumerate(value):
                yield from walk(f"{path}.{n}", item)
        case _:
            return


def _clocks(reader: Reader) -> tuple[ClockRow, ...]:
    """What cannot wait for the facts."""
    case, as_of = reader.case, reader.matter.as_of
    rows: list[ClockRow] = []
    hearing = known(case.forum.hearing_on)
    if hearing is not None and hearing >= as_of:
        rows.append(ClockRow(
            Text.of(f"Hearing on {short_date(hearing)}, in {(hearing - as_of).days} days."),
            Text.of("Everything to be served or filed before it counts back from that day."),
            "counsel"))
    for demand in case.demands:
        due = known(demand.answer_by)
        if due is not None and due >= as_of and known(demand.answered_on) is None:
            rows.append(ClockRow(
                Text.of(f"The answer to the demand ({reader.where(f'demands.{case.demands.index(demand)}')}) "
                        f"was asked for by {short_date(due)}."),
                Text.of("To file earlier invites the reply that the suit is early."), "counsel"))
    past = bool(case.harms) and all(harm.continuing is False for harm in case.harms)
    if past or not (case.duties or reader.matter.appellate):
        law = sources(reader, reader.matter.law.remedies["ftca"].authorities)
        rows.append(ClockRow(
            Text.of("Fix the limitation and notice dates of any claim for money. Count from the "
                    "earliest day that the facts allow, not from the likeliest."),
            Text.of("The writ may be the wrong paper, and that clock does not wait for the facts. ",
                    law, "."),
            "counsel"))
    if not case.exhibits and case.events:
        rows.append(ClockRow(
            Text.of("Ask every agency concerned, in writing, to keep its records and video."),
            Text.of("No document is in hand. The letter needs no fact that is missing; recordings "
                    "are often kept for a short time only."),
            "counsel"))
    if case.matter.told_by is not None:
        rows.append(ClockRow(
            Text.of("Check for conflicts, and speak to the petitioner in person."),
            curled(f"The facts were told by {case.matter.told_by}. The right is the petitioner’s."),
            "paralegal; counsel"))
    return tuple(rows)
