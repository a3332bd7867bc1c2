"""Passages: statements of fact with their sources, dates, and what stands in for what is missing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.case import (
    Ask,
    Case,
    Event,
    Knowledge,
    NotApplicable,
    Petitioner,
    Source,
    Statement,
)
from drafter.context.abbreviations import abbreviate
from drafter.wording.dates import clock, long_date, opens_with
from drafter.wording.grammar import capitalise, lower_first, series
from drafter.wording.marks import inline
from drafter.wording.text import Blank, Cite, Mark, Ref, Span, Text

_LINES = re.compile(r"\s*\n\s*")  # where a mail, or a terminal, ended a line, the sentence goes on
_PERFECT = re.compile(
    r"(?:(?!who\b|that\b|which\b|where\b|when\b)\S+ ){1,6}(?:has|have) (?:(?:not|never|still|yet|since|also) )*"
    r"(?:\w{2,}ed|been|had|heard|made|given|taken|sent|told|come|become|done|gone|paid|said|kept|held|left|shown|"
    r"seen|met|lost|found|brought|begun|written)\b", re.IGNORECASE
)
"""A sentence in the present perfect: so a thing stands, and not so it happened."""


NOTHING = Text()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph, with the heading above it and the block quotations under it."""

    text: Text
    heading: Text = NOTHING
    quotes: tuple[Text, ...] = ()


def fact_text(
    fact: str | Ask | NotApplicable | None, label: str, field: str, who: str = ""
) -> Text:
    """A fact as text: its value, a blank where it is missing, nothing where it does not apply."""
    match fact:
        case None:
            return Text.of(Blank(label, field, who))
        case Ask(ask=question, of=of):
            return Text.of(Blank(label, field, of or who, question))
        case NotApplicable():
            return Text()
        case _:
            return inline(fact)


def day_text(
    fact: dt.date | Ask | NotApplicable | None, label: str, field: str, who: str = ""
) -> Text:
    """As ``fact_text``, for a date."""
    return fact_text(long_date(fact) if isinstance(fact, dt.date) else fact, label, field, who)


def placed(text: Text, field: str, who: str = "") -> Text:
    """The text with every blank that names no field pointed at ``field``."""
    return Text(
        tuple(
            Blank(span.label, field, span.who or who, span.question)
            if isinstance(span, Blank) and not span.field
            else span
            for span in text.spans
        )
    )


def surname(name: str) -> str:
    """The last word of a name, for ``Fabula Verif.``."""
    return name.rsplit(maxsplit=1)[-1]


def source_text(case: Case, source: Source) -> Text:
    """One source: ``Ex. C at 2-3`` or ``Fabula Verif.``."""
    if source.exhibit is not None:
        return Text.of(Cite(source.exhibit, source.at or ""))
    petitioner = case.petitioner(source.verification or "")
    return Text.of(f"{_swearer(case, petitioner) if petitioner else ''} Verif.")


def _swearer(case: Case, petitioner: Petitioner) -> str:
    """How the sworn statement of a petitioner is cited: by surname, of two of one surname by whole name."""
    name = surname(petitioner.name)
    several = sum(surname(one.name) == name for one in case.petitioners) > 1
    return petitioner.name if several else name


def sources_text(case: Case, sources: Iterable[Source]) -> Text:
    """``Ex. C at 2; Ex. D at 1``, each once, in the order given."""
    return join((source_text(case, source) for source in dict.fromkeys(sources)), "; ")


def once(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Each exhibit once, with all its pages; pages that follow one another are one range."""
    found: dict[str, list[str]] = {}
    others: list[Source] = []
    for source in dict.fromkeys(sources):
        if source.exhibit is None:
            others.append(source)
        else:
            found.setdefault(source.exhibit, []).extend((source.at or "").split(", "))
    return (*(Source(exhibit=one, at=_ranges(at)) for one, at in found.items()), *others)


def _ranges(pages: list[str]) -> str | None:
    """``1-3, 5`` for 1-2, 3 and 5; pages that are no numbers stand as they are."""
    named = list(dict.fromkeys(one for one in pages if one))
    spans: list[tuple[int, int]] = []
    for one in named:
        first, _, last = one.partition("-")
        if not (first.isdigit() and (last or first).isdigit()):
            return ", ".join(named)
        spans.append((int(first), int(last or first)))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return ", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in joined) or None


def citation(case: Case, sources: Iterable[Source]) -> Text:
    """`` (Ex. C at 2; Ex. D at 1.)``, or nothing where there is no source."""
    joined = sources_text(case, sources)
    if not joined:
        return Text()
    last = joined.spans[-1]
    stop = "" if isinstance(last, str) and last.endswith(".") else "."
    return Text.of(" (", joined, stop, ")")


def statement_text(case: Case, statement: Statement, field: str) -> Text:
    """The sentences of a statement followed by their citation."""
    say = abbreviate(placed(inline(_LINES.sub(" ", statement.say)), f"{field}.say"))
    return Text.of(say, citation(case, statement.sources))


def quotations(case: Case, statements: Iterable[Statement]) -> tuple[Text, ...]:
    """The block quotations of some statements, each with its citation."""
    return tuple(
        Text.of(
            "“", inline(s.quote.words), "”",
            citation(case, [Source(exhibit=s.quote.exhibit, at=s.quote.at)]),
        )
        for s in statements
        if s.quote is not None
    )


def joined_statements(case: Case, statements: Sequence[Statement], field: str) -> Text:
    """Statements one after the other in one paragraph."""
    text = Text()
    for n, statement in enumerate(statements):
        text = Text.of(text, " " if n else "", statement_text(case, statement, f"{field}.{n}"))
    return text


def when(event: Event, field: str) -> Text:
    """How a paragraph says when: ``On January 14, 2026, at 10:20 a.m., `` or nothing."""
    if event.when is not None:
        return Text.of(placed(inline(event.when), f"{field}.when"), ", ")
    if isinstance(event.on, NotApplicable):
        return Text()
    day = day_text(event.on, "date", f"{field}.on")
    lead = "On or about " if event.about else "As of " if _lasts(event) else "On "
    text = Text.of(lead, day, ", ")
    if isinstance(event.at, dt.time):
        text = Text.of(text, f"at {clock(event.at)}, ")
    elif isinstance(event.at, Ask):
        text = Text.of(text, "at ", fact_text(event.at, "time", f"{field}.at"), ", ")
    return text


def _lasts(event: Event) -> bool:
    """Whether the event tells how things stand on its day, such as that no answer has come."""
    return event.at is None and bool(event.says) and bool(_PERFECT.match(event.says[0].say))


def _dated_itself(event: Event) -> bool:
    """Whether the words begin with the day, so that it is not to be printed twice."""
    return bool(event.says) and event.at is None and isinstance(event.on, dt.date) and opens_with(
        event.on, event.says[0].say)


def event_paragraph(case: Case, index: int) -> Paragraph:
    """The numbered paragraph of one event."""
    event, field = case.events[index], f"events.{index}"
    lead = Text() if _dated_itself(event) else when(event, field)
    body = joined_statements(case, event.says, f"{field}.says")
    if lead:
        body = lower_first(body)
    text = Text.of(lead, body)
    if event.knowledge is Knowledge.BELIEF:
        if not text.plain.lower().startswith("on information and belief"):
            text = Text.of("On information and belief, ", lower_first(text))
        if event.basis is not None:
            text = Text.of(
                text, " The belief rests on ", placed(inline(event.basis), f"{field}.basis"), "."
            )
    return Paragraph(
        text=Text.of(Mark(event.id), capitalise(text)),
        heading=inline(event.heading) if event.heading else Text(),
        quotes=quotations(case, event.says),
    )


def refs(ids: Sequence[str]) -> Text:
    """``paragraph 12``, ``paragraphs 12 and 14``, ``paragraphs 12, 14, and 15``."""
    unique = list(dict.fromkeys(ids))
    word = "paragraph " if len(unique) == 1 else "paragraphs "
    return Text.of(word, series([Text.of(Ref(one)) for one in unique]))


def ref_range(first: str, last: str) -> Text:
    """``paragraphs 12 through 18``, or ``paragraph 12`` where both are the same."""
    if first == last:
        return Text.of("paragraph ", Ref(first))
    return Text.of("paragraphs ", Ref(first), " through ", Ref(last))


def summary_paragraphs(case: Case) -> tuple[Paragraph, ...]:
    """The breach in a few sentences, each statement a numbered paragraph of the introduction."""
    if not case.matter.summary:
        blank = Blank("the breach in a few sentences", "matter.summary", "counsel")
        return (Paragraph(Text.of(Mark("summary-1"), blank, ".")),)
    return tuple(
        Paragraph(
            Text.of(Mark(f"summary-{n + 1}"), statement_text(case, one, f"matter.summary.{n}")),
            quotes=quotations(case, (one,)),
        )
        for n, one in enumerate(case.matter.summary)
    )


def join(parts: Iterable[Span | Text], between: str) -> Text:
    """Texts joined by a string."""
    text = Text()
    for n, part in enumerate(parts):
        text = Text.of(text, between if n else "", part)
    return text
