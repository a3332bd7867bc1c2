"""Days and hours counted as the rules count them, each step told in words.

A day is never given without the way to it, so that a reader can check the count on a wall
calendar. Holidays are the union of the federal days and those of the State: a day on which
either may be closed is not counted as open.
"""

from __future__ import annotations

import calendar as months
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import tomli

from drafter.wording.dates import WEEKDAYS, clock, long_date
from drafter.wording.grammar import count_words, plural

_DAY = dt.timedelta(days=1)
_HOUR = dt.timedelta(hours=1)
_FEDERAL = "federal"
# Ids of district courts begin with the postal code of their State, save this one.
_ELSEWHERE = {"nmid": "MP"}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A last day, or a last moment, and how it was found."""

    last: dt.date
    steps: tuple[str, ...]
    at: dt.time | None = None  # for a count of hours

    @property
    def told(self) -> str:
        """The steps in a row."""
        return " ".join(self.steps)


@lru_cache(maxsize=256)
def holidays_of(state: str, year: int) -> dict[dt.date, str]:
    """The federal holidays of a year and those of a State, by day.

    Args:
        state: postal code; empty for the federal days alone. One the list of holidays does not
            know has the federal days.
        year: of the calendar.
    """
    table = _table()
    if year in {day.year for day in table[_FEDERAL]}:
        added = {**table[_FEDERAL], **table.get(state, {})}
        return {day: name for day, name in added.items() if day.year == year}
    import holidays  # noqa: PLC0415 - a tenth of a second to load, for years outside our table

    days = dict(holidays.country_holidays("US", years=year))
    if state in holidays.country_holidays("US").subdivisions:
        for day, name in holidays.country_holidays("US", subdiv=state, years=year).items():
            days.setdefault(day, name)
    return days


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[dt.date, str]]:
    """The holidays of the coming years: the federal ones, and by State those that it adds."""
    text = (resources.files("drafter.law") / "holidays.toml").read_text(encoding="utf-8")
    return {
        where: {dt.date.fromisoformat(day): name for day, name in days.items()}
        for where, days in tomli.loads(text).items()
    }


def state_of(system: str, court: str) -> str:
    """The State whose holidays count beside the federal ones; empty where there is none.

    Args:
        system: ``federal`` or a postal code, as a forum has it.
        court: id of the forum.
    """
    if system != _FEDERAL:
        return system
    if (court.startswith("ca") and court[2:].isdigit()) or court in {"cadc", "cafc"}:
        return ""
    return _ELSEWHERE.get(court, court[:2].upper())


def closed(day: dt.date, state: str) -> str:
    """Why a day is not open: ``Saturday``, ``Thanksgiving Day``; empty if it is open."""
    if day.weekday() >= 5:
        return WEEKDAYS[day.weekday()]
    return holidays_of(state, day.year).get(day, "")


def days_after(event: dt.date, days: int, state: str) -> Deadline:
    """A period of days: the day of the event left out, each later day counted.

    A last day that is a Saturday, a Sunday or a holiday moves to the next open day.
    """
    steps = [f"The day of the event, {_day(event)}, is left out."]
    last = event + days * _DAY
    steps.append(f"Day {days} is {_day(last)}.")
    return _onward(last, steps, state, _DAY)


def days_before(event: dt.date, days: int, state: str) -> Deadline:
    """A period that runs back from a day, such as notice before a hearing.

    A last day that is a Saturday, a Sunday or a holiday moves back to the open day before it.
    In a federal court the holidays of a State count only forward: give no state there.
    """
    steps = [f"Counted back from {_day(event)}, which is left out."]
    last = event - days * _DAY
    steps.append(f"Day {days} is {_day(last)}.")
    return _onward(last, steps, state, -_DAY)


def open_days_after(event: dt.date, days: int, state: str) -> Deadline:
    """A period of business days: neither weekends nor holidays are counted."""
    steps, left, day = [f"The day of the event, {_day(event)}, is left out."], days, event
    passed: list[str] = []
    while left:
        day += _DAY
        if why := closed(day, state):
            passed.append(long_date(day) if why in WEEKDAYS else f"{long_date(day)} ({why})")
        else:
            left -= 1
    if passed:
        steps.append(f"Not counted: {'; '.join(passed)}.")
    steps.append(f"Business day {days} is {_day(day)}.")
    return Deadline(day, tuple(steps))


def months_after(event: dt.date, count: int) -> Deadline:
    """A period of months: the same day of a later month, or the last one of a shorter month.

    A limitation is not moved past a weekend here: whether it moves is for counsel.
    """
    whole = event.month - 1 + count
    year, month = event.year + whole // 12, whole % 12 + 1
    day = min(event.day, months.monthrange(year, month)[1])
    last = dt.date(year, month, day)
    number = count_words(count)
    return Deadline(last, (f"{number[0].upper()}{number[1:]} {plural(count, 'month')} from {_day(event)} end on {_day(last)}.",
                           "File before it: the day is not moved past a weekend or a holiday."))


def hours_after(day: dt.date, at: dt.time, hours: int, state: str) -> Deadline:
    """A period of hours as a court counts it: every hour from the event on.

    One that ends on a Saturday, a Sunday or a holiday runs to the same time on the next open
    day.
    """
    moment = dt.datetime.combine(day, at)
    end = moment + hours * _HOUR
    steps = [f"Counted from {_moment(moment)}, every hour.", f"Hour {hours} is {_moment(end)}."]
    moved = _onward(end.date(), steps, state, _DAY)
    return Deadline(moved.last, moved.steps, end.time())


def hold_limit(day: dt.date, at: dt.time, hours: int, state: str, *, every_day: bool) -> Deadline:
    """The end of a hold: to the hour, and never moved on.

    Args:
        day: on which the person would otherwise have been released.
        at: the hour of it, on the wall clock; no change of clocks is reckoned with.
        hours: how long the hold may last.
        state: whose holidays are left out beside the federal ones.
        every_day: count weekends and holidays too, as some agreements do; else leave out the
            hours of Saturdays, Sundays and holidays, as the regulation on detainers does.
    """
    moment = dt.datetime.combine(day, at)
    steps = [f"Counted from {_moment(moment)}."]
    if every_day:
        end = moment + hours * _HOUR
        steps.append(f"Weekends and holidays count. Hour {hours} is {_moment(end)}.")
        return Deadline(end.date(), tuple(steps), end.time())
    left, now, passed = hours * _HOUR, moment, []
    while True:
        midnight = dt.datetime.combine(now.date() + _DAY, dt.time())
        if why := closed(now.date(), state):
            passed.append(long_date(now.date()) if why in WEEKDAYS
                          else f"{long_date(now.date())} ({why})")
        elif now + left <= midnight:
            break
        else:
            left -= midnight - now
        now = midnight
    end = now + left
    steps.append(f"Not counted: {'; '.join(passed)}." if passed else
                 "No weekend or holiday falls in it.")
    steps.append(f"Hour {hours} is {_moment(end)}.")
    return Deadline(end.date(), tuple(steps), end.time())


def service_of_complaint(filed: dt.date, state: str) -> Deadline:
    """Ninety days from filing to serve a complaint in a federal court."""
    return days_after(filed, 90, state)


def answer_of_united_states(served: dt.date, state: str, *, records: bool = False) -> Deadline:
    """Sixty days from service on the United States attorney; thirty for a federal records claim."""
    return days_after(served, 30 if records else 60, state)


def _onward(last: dt.date, steps: list[str], state: str, step: dt.timedelta) -> Deadline:
    """Moves a last day over closed days and tells each."""
    while why := closed(last, state):
        moved = last + step
        told = "" if why in WEEKDAYS else f", {why}"
        steps.append(f"{_day(last)}{told}, is not open; the period runs "
                     f"{'on' if step > dt.timedelta() else 'back'} to {_day(moved)}.")
        last = moved
    return Deadline(last, tuple(steps))


def _day(day: dt.date) -> str:
    return f"{WEEKDAYS[day.weekday()]}, {long_date(day)}"


def _moment(moment: dt.datetime) -> str:
    return f"{_day(moment.date())}, at {clock(moment.time())}"
