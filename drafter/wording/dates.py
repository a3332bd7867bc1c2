"""Dates and times: read strictly, printed in the pleading's long form."""

from __future__ import annotations

import datetime as dt
import re

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FORMS = "2026-11-04, 11/4/2026, November 4, 2026 or Nov. 4, 2026"

_ABBREVIATIONS = {
    name: number
    for number, names in enumerate(
        (
            ("jan",), ("feb",), ("mar",), ("apr",), ("may",), ("jun", "june"), ("jul", "july"),
            ("aug",), ("sep", "sept"), ("oct",), ("nov",), ("dec",),
        ),
        start=1,
    )
    for name in names
} | {month.lower(): number for number, month in enumerate(MONTHS, start=1)}

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_NAMED = re.compile(r"([A-Za-z]+)\.? ([0-9]{1,2}),? ([0-9]{4})")
_CLOCK_12 = re.compile(r"([0-9]{1,2})(?::([0-9]{2}))? ?([ap])\.?m\.?", re.IGNORECASE)
_CLOCK_24 = re.compile(r"([0-9]{1,2}):([0-9]{2})")


def read_day(value: object) -> object:
    """Reads a date from text in one of four forms; anything else is passed on to Pydantic.

    A month/day date whose first number is over 12 is refused as day-first-looking, and
    never swapped.

    Raises:
        ValueError: the text is partial, impossible, day-first-looking, or no date.
    """
    if isinstance(value, dt.datetime):
        msg = f"must be a date alone, such as {FORMS}"
        raise ValueError(msg)  # noqa: TRY004 - Pydantic turns a ValueError into a sentence
    if not isinstance(value, str):
        return value
    text = " ".join(value.split())
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _SLASHED.fullmatch(text):
        month, day, year = (int(part) for part in match.groups())
        if month > 12 >= day:
            msg = f'"{text}" looks day-first; write the month first, or use {FORMS}'
            raise ValueError(msg)
    elif match := _NAMED.fullmatch(text):
        if (number := _ABBREVIATIONS.get(match[1].lower())) is None:
            msg = f'"{text}": there is no month "{match[1]}"; write it as {FORMS}'
            raise ValueError(msg)
        month, day, year = number, int(match[2]), int(match[3])
    else:
        msg = f'"{text}" is not a whole date; write it as {FORMS}'
        raise ValueError(msg)
    if not 1900 <= year <= 2100:
        msg = f'"{text}": the year must lie between 1900 and 2100'
        raise ValueError(msg)
    try:
        return dt.date(year, month, day)
    except ValueError:
        msg = f'"{text}" is not a day on the calendar; check the day and the month'
        raise ValueError(msg) from None


def read_clock(value: object) -> object:
    """Reads a time of day (``10:20 a.m.``, ``13:20``); other types are passed on.

    Raises:
        ValueError: the text is no time of day.
    """
    if not isinstance(value, str):
        return value
    text = " ".join(value.split())
    if match := _CLOCK_12.fullmatch(text):
        hour, minute = int(match[1]), int(match[2] or 0)
        if 1 <= hour <= 12 and minute < 60:
            return dt.time(hour % 12 + (12 if match[3].lower() == "p" else 0), minute)
    elif match := _CLOCK_24.fullmatch(text):
        hour, minute = int(match[1]), int(match[2])
        if hour < 24 and minute < 60:
            return dt.time(hour, minute)
    msg = f'"{text}" is not a time of day; write it as 10:20 a.m. or 13:20'
    raise ValueError(msg)


def long_date(day: dt.date) -> str:
    """``November 4, 2026``."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def short_date(day: dt.date) -> str:
    """``Nov. 4, 2026``, for tables; May, June and July are not shortened."""
    name = MONTHS[day.month - 1]
    shown = name if len(name) <= 4 else ("Sept." if day.month == 9 else f"{name[:3]}.")
    return f"{shown} {day.day}, {day.year}"


def opens_with(day: dt.date, words: str) -> bool:
    """Whether a sentence itself begins with a day: ``On March 3, 2026, she ...``, with or without a weekday."""
    forms = "|".join(map(re.escape, (
        long_date(day), short_date(day), f"{day.month}/{day.day}/{day.year}", f"{day:%m/%d/%Y}", f"{day}",
    )))
    return bool(re.match(rf"(?:on|as of) (?:or about )?(?:{WEEKDAYS[day.weekday()]}, )?(?:{forms})\b", words, re.IGNORECASE))


def echo(day: dt.date) -> str:
    """The day with its weekday, for the eye of whoever typed it."""
    return f"{WEEKDAYS[day.weekday()]}, {long_date(day)}"


def clock(time: dt.time) -> str:
    """``10:20 a.m.``."""
    half = "a.m." if time.hour < 12 else "p.m."
    return f"{time.hour % 12 or 12}:{time.minute:02d} {half}"
