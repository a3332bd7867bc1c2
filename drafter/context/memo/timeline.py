"""Section 10: the case on one line of time, as a table that can be looked at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.case import known
from drafter.context.memo.ahead import days_ahead
from drafter.context.memo.chart import Chart, chart
from drafter.context.memo.reader import Reader, curled, excerpt
from drafter.wording.dates import short_date
from drafter.wording.text import Text

WIDTH = 20
FULL, EMPTY = "█", "░"


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A day, what happened, how long after the one before, and a bar on the whole time."""

    date: str
    kind: str
    what: Text
    where: str
    days: str
    bar: str


@dataclass(frozen=True, slots=True)
class TimelineWords:
    """The rows, and what has no day."""

    rows: tuple[TimeRow, ...]
    scale: str
    undated: str
    alt: str  # of the picture; empty where there is none
    chart: Chart


@dataclass(frozen=True, slots=True)
class _Entry:
    day: dt.date
    kind: str
    what: str
    where: str


def timeline_words(reader: Reader) -> TimelineWords:
    """Everything dated in the case, in order, with the as-of date among it."""
    entries = sorted(_entries(reader), key=lambda one: one.day)
    first, last = entries[0].day, entries[-1].day
    rows: list[TimeRow] = []
    before = first
    for one in entries:
        gap = (one.day - before).days
        rows.append(TimeRow(
            date=short_date(one.day),
            kind=one.kind,
            what=curled(one.what),
            where=one.where,
            days=f"+{gap}" if rows else "",
            bar=bar(first, last, before, one.day),
        ))
        before = one.day
    span = (last - first).days
    picture = chart(reader)
    return TimelineWords(
        rows=tuple(rows),
        scale=f"The bar runs from {short_date(first)} to {short_date(last)}, {span:,} days; the "
        "dark part is the time since the row above." if span else "",
        undated=_undated(reader),
        alt=picture.alt,
        chart=picture,
    )


def bar(first: dt.date, last: dt.date, start: dt.date, end: dt.date) -> str:
    """The time between two days as dark blocks on the whole time; a moment is one block."""
    span = (last - first).days
    if span == 0:
        return FULL + EMPTY * (WIDTH - 1)
    left = min(round((start - first).days * WIDTH / span), WIDTH - 1)
    right = max(round((end - first).days * WIDTH / span), left + 1)
    return EMPTY * left + FULL * (right - left) + EMPTY * (WIDTH - right)


def _entries(reader: Reader) -> Iterator[_Entry]:
    case = reader.case
    if case.moa is not None:
        where = reader.paragraphs(["moa"])
        if signed := known(case.moa.signed_on):
            yield _Entry(signed, "agreement", f"Agreement signed: {case.moa.agency}", where)
        if seen := known(case.moa.status_as_of):
            status = known(case.moa.status)
            word = status.value.replace("-", " ") if status else "status"
            yield _Entry(seen, "agreement", f"Agreement looked up: {word}",
                         reader.paragraphs(["moa-status"]))
    for event in case.events:
        if day := known(event.on):
            about = "About this day: " if event.about else ""
            told = reader.say(" ".join(one.say for one in event.says)).plain
            yield _Entry(day, (event.category or "event").replace("-", " "),
                         about + excerpt(told), reader.paragraphs([event.id]))
    yield from _efforts(reader)
    hearing = known(case.forum.hearing_on)
    if hearing is not None:
        yield _Entry(hearing, "court", "Hearing or intended application",
                     reader.paragraphs(["notice"]))
    for one in days_ahead(reader):
        if one.day != hearing:
            yield _Entry(one.day, "to come", one.what, one.where)
    yield _Entry(reader.matter.as_of, "AS OF", "Day counts in this packet run to this day", "")


def _efforts(reader: Reader) -> Iterator[_Entry]:
    for remedy in reader.case.remedies:
        where = reader.paragraphs([remedy.id])
        if made := known(remedy.made_on):
            yield _Entry(made, "step", reader.say(remedy.step).plain, where)
        if answered := known(remedy.answered_on):
            response = known(remedy.response)
            words = f": {reader.say(response).plain}" if response else ""
            yield _Entry(answered, "answer",
                         excerpt(f"{reader.say(remedy.step).plain}, answered{words}"), where)
    for demand in reader.case.demands:
        where = reader.paragraphs(demand.paragraphs)
        for day, kind, what in (
            (known(demand.made_on), "demand", "Demand sent"),
            (known(demand.delivered_on), "demand", "Demand delivered"),
            (known(demand.answer_by), "demand", "Answer asked by this day"),
            (known(demand.answered_on), "answer",
             "Demand refused" if demand.refused else "Demand answered"),
        ):
            if day is not None:
                yield _Entry(day, kind, what, where)


def _undated(reader: Reader) -> str:
    """Events and steps without a day."""
    ids = [e.id for e in reader.case.events if known(e.on) is None]
    ids += [r.id for r in reader.case.remedies if known(r.made_on) is None]
    ids += [d.id for d in reader.case.demands if known(d.made_on) is None]
    if not ids:
        return ""
    return f"Without a day: {reader.paragraphs(ids) or ', '.join(ids)}."
