"""The timeline as a picture: what each line of it shows, between 0 (first day) and 1 (last)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from drafter.case import known
from drafter.context.memo.ahead import days_ahead
from drafter.context.memo.reader import Reader
from drafter.wording.dates import short_date
from drafter.wording.grammar import curl, plural

_MOST_LANES = 14
_MOST_TICKS = 5
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 600)  # months; the last is enough for two centuries


@dataclass(frozen=True, slots=True)
class Bar:
    """A wait: from a day to its answer, or to the as-of date where none has come."""

    start: float
    end: float
    is_open: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of the picture: its name, moments, perhaps a wait, and a word on it."""

    label: str
    moments: tuple[float, ...]
    bar: Bar | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """The picture in words and numbers; without lanes there is none.

    Args:
        lanes: from above to below.
        ticks: where a month begins, and its name.
        as_of: where the as-of date stands, and its words.
        alt: what the picture shows, for who cannot see it.
    """

    lanes: tuple[Lane, ...] = ()
    ticks: tuple[tuple[float, str], ...] = ()
    as_of: tuple[float, str] = (1.0, "")
    alt: str = ""


@dataclass(frozen=True, slots=True)
class _Wait:
    label: str
    start: dt.date
    end: dt.date | None


def chart(reader: Reader) -> Chart:
    """Agreement, events and court on a line each, and a line for each step and demand.

    A case with fewer than three days, or with all on one day, has no picture.
    """
    case, now = reader.case, reader.matter.as_of
    moments: dict[str, list[dt.date | None]] = {
        "Agreement": [known(case.moa.signed_on), known(case.moa.status_as_of)] if case.moa else [],
        "Events": [known(one.on) for one in case.events],
        "Court": [known(case.forum.hearing_on)],
        "To come": [one.day for one in days_ahead(reader) if one.day != known(case.forum.hearing_on)],
    }
    waits = _waits(reader)
    days = {now, *(day for found in moments.values() for day in found if day is not None)}
    days |= {day for one in waits for day in (one.start, one.end) if day is not None}
    first, last = min(days), max(days)
    if len(days) < 3:
        return Chart()
    span = (last - first).days

    def at(day: dt.date) -> float:
        return (day - first).days / span

    lanes = [
        Lane(label, tuple(at(day) for day in sorted(d for d in found if d is not None)))
        for label, found in moments.items() if any(found)
    ]
    room = _MOST_LANES - len(lanes)
    for one in waits[:room]:
        end = one.end or max(now, one.start)
        many = (end - one.start).days
        lanes.append(Lane(
            one.label, (), Bar(at(one.start), at(end), one.end is None),
            f"{_counted(many)}, {'answered' if one.end else 'open'}",
        ))
    told = "; ".join(f"{one.label}, {one.note}" for one in lanes if one.note)
    alt = (
        f"Timeline from {short_date(first)} to {short_date(last)}, with a line for each step and "
        "demand from the day it was made to its answer or, if open, to "
        f"{short_date(now)}" + (f": {told}." if told else ".")
    )
    return Chart(
        tuple(lanes), tuple((at(day), f"{short_date(day).split()[0]} {day.year}") for day in _months(first, last)),
        (at(now), f"as of {short_date(now)}"), alt + " The table has every day.",
    )


def _counted(days: int) -> str:
    return f"{days:,} {plural(days, 'day')}" if days else "same day"


def _waits(reader: Reader) -> list[_Wait]:
    """Steps and demands with a day, the earliest first."""
    found = [
        _Wait(reader.say(one.step).plain, made, known(one.answered_on))
        for one in reader.case.remedies if (made := known(one.made_on)) is not None
    ]
    found += [
        # As in the papers, the wait for an answer runs from delivery where that day is known.
        _Wait(curl(f"Demand of {short_date(made)}"), known(one.delivered_on) or made, known(one.answered_on))
        for one in reader.case.demands if (made := known(one.made_on)) is not None
    ]
    return sorted(found, key=lambda one: one.start)


def _months(first: dt.date, last: dt.date) -> list[dt.date]:
    """First days of months, evenly spaced and few enough to be read."""
    start = first.year * 12 + first.month  # counted from 0: the month after the first day
    stop = last.year * 12 + last.month - 1
    step = next(one for one in _STEPS if stop // one - (start - 1) // one <= _MOST_TICKS)
    return [dt.date(n // 12, n % 12 + 1, 1) for n in range(start, stop + 1) if n % step == 0]
