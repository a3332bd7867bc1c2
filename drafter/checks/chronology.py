"""EVI, chronology: a paper cannot show what came after it."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Iterator

from drafter.case import Exhibit, Fact, Statement, known
from drafter.checks.matter import Matter
from drafter.checks.reading import named_days, read
from drafter.checks.registry import Finding, Severity, check
from drafter.wording.dates import MONTHS, long_date

_LOOSE = re.compile(rf"(?:\b({'|'.join(MONTHS)}) )?\b((?:19|20)\d\d)\b")
_OPEN_ENDED = re.compile(r"\b(?:present|ongoing|since|after|later|current|undated|various)\b",
                         re.IGNORECASE)
_RECEIPT = re.compile(r"\b(?:receipts?|return card|tracking|proof of delivery)\b", re.IGNORECASE)
"""What may bear the day of the letter alone and yet shows the later day on which it came."""
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-Z“\"])")
_AHEAD = re.compile(
    r"\b(?:will|would|shall|must|is to|are to|due|unless|until|expects?|scheduled|intends?|plans?"
    r"|expires?|next|again from|coming|return)\b",
    re.IGNORECASE,
)


def last_day(exhibit: Exhibit) -> dt.date | None:
    """The latest day that the date of an exhibit allows, or None where it sets no end."""
    dated = known(exhibit.dated)
    if dated is None or _OPEN_ENDED.search(dated):
        return None
    found = list(named_days(dated))
    rest = dated
    for day in found:
        rest = rest.replace(long_date(day), "")
    for month, year in _LOOSE.findall(rest):
        number = MONTHS.index(month) + 1 if month else 12
        found.append(dt.date(int(year), number, calendar.monthrange(int(year), number)[1]))
    return max(found, default=None)


def _newest(matter: Matter, names: Iterable[str | None]) -> tuple[str, dt.date] | None:
    """The title of the newest of some exhibits, with its day; None if one has no day or is none."""
    days: list[tuple[dt.date, str]] = []
    for name in names:
        exhibit = None if name is None else matter.case.exhibit(name)
        day = None if exhibit is None else last_day(exhibit)
        if exhibit is None or day is None:
            return None
        days.append((day, exhibit.title))
    if not days:
        return None
    day, name = max(days)
    return name, day


def _names(statements: Iterable[Statement]) -> list[str | None]:
    names: list[str | None] = []
    for one in statements:
        names += [source.exhibit for source in one.sources]
        names += [one.quote.exhibit] if one.quote is not None else []
    return names


def _told(say: str, as_of: dt.date) -> dt.date | None:
    """The latest day that a text tells as past."""
    days = [
        day
        for sentence in _SENTENCE.split(say)
        if not _AHEAD.search(sentence)
        for day in named_days(sentence)
        if day <= as_of
    ]
    return max(days, default=None)


def _dated(matter: Matter) -> Iterator[tuple[str, dt.date, list[str | None]]]:
    """Each day on which something is said to have happened, with what is cited for it."""
    for path, one in read(matter).statements:
        told = _told(one.say, matter.as_of)
        if told is not None:
            yield path, told, _names([one])
    for field, fact, names in _facts(matter):
        day = known(fact)
        if day is not None:
            yield field, day, names


def _facts(matter: Matter) -> Iterator[tuple[str, Fact[dt.date], list[str | None]]]:
    """The days that stand in fields of their own."""
    for n, event in enumerate(matter.case.events):
        yield f"events.{n}.on", event.on, _names(event.says)
    for n, demand in enumerate(matter.case.demands):
        sent = [s.exhibit for s in demand.sources]
        yield f"demands.{n}.made_on", demand.made_on, sent
        shown = [s.exhibit for s in demand.delivery_sources]
        if not any(_RECEIPT.search(one.title) for one in matter.case.exhibits if one.id in shown):
            yield f"demands.{n}.delivered_on", demand.delivered_on, shown
        yield f"demands.{n}.answered_on", demand.answered_on, [*sent, *_names(demand.answer)]
        yield (f"demands.{n}.answer_by", demand.answer_by,
               [s.exhibit for s in demand.no_answer_sources])
    for n, remedy in enumerate(matter.case.remedies):
        shown = [*(s.exhibit for s in remedy.sources), *_names(remedy.says)]
        yield f"remedies.{n}.made_on", remedy.made_on, shown
        yield f"remedies.{n}.answered_on", remedy.answered_on, shown


@check(
    "EVI016",
    Severity.STOP,
    message="A fact is dated later than every exhibit cited for it: {detail}. A paper cannot show "
    "what came after it. Cite a later paper, have the declaration made anew, or end the sentence "
    "at the day of the exhibit.",
    sources=("frcp-11", "usc-28-1746"),
)
def later_than_its_proof(matter: Matter) -> Iterator[Finding]:
    """A paper cannot show what came after it.

    Fires when the latest past day of a sentence, an event, a demand or a step is later than the
    day of each exhibit cited for it. Silent where an exhibit has no day or one without an end,
    where a verification is cited as well, and for days that a sentence looks forward to.
    Silence that outlasts its proof is EVI017's matter.
    """
    for path, day, names in _dated(matter):
        newest = _newest(matter, names)
        if newest is not None and day > newest[1]:
            name, proof = newest
            yield Finding(path, f'{long_date(day)}, but "{name}" is dated {long_date(proof)}')


@check(
    "EVI017",
    Severity.INFO,
    message="That no answer came is told as of the day of the draft, and what is cited for it is "
    "older: {detail}. Have the one who swears to the silence sign on the filing day.",
    sources=("frcp-11", "usc-28-1746"),
)
def silence_outlasts_its_proof(matter: Matter) -> Iterator[Finding]:
    """Silence is proved up to the day on which someone swears to it.

    Fires for a demand without an answer when the newest exhibit cited for the silence is older
    than the day of the draft. One older than the day asked for an answer is EVI016's matter.
    """
    for n, demand in enumerate(matter.case.demands):
        newest = _newest(matter, [s.exhibit for s in demand.no_answer_sources])
        if known(demand.answered_on) is None and newest is not None and newest[1] < matter.as_of:
            name, proof = newest
            yield Finding(f"demands.{n}.no_answer_sources", f'"{name}", {long_date(proof)}')
