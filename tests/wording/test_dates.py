"""Dates and times are read strictly and never swapped."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.wording import dates

NOVEMBER_4 = dt.date(2026, 11, 4)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-04", "11/4/2026", "11/04/2026", "November 4, 2026", "Nov. 4, 2026",
        "nov 4, 2026", "  November  4, 2026 ",
    ],
)
def test_each_form_of_a_date_is_read(text: str) -> None:
    assert dates.read_day(text) == NOVEMBER_4


def test_september_may_be_shortened_in_two_ways() -> None:
    assert dates.read_day("Sept. 3, 2026") == dates.read_day("Sep. 3, 2026")


@pytest.mark.parametrize("text", ["13/4/2026", "31/12/2026", "25/1/2026"])
def test_a_date_that_looks_day_first_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="looks day-first; write the month first"):
        dates.read_day(text)


@pytest.mark.parametrize(
    "text", ["2026", "2026-11", "November 2026", "11/4/26", "Nov. 4", "", "tomorrow", "4.11.2026"]
)
def test_a_partial_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a whole date"):
        dates.read_day(text)


@pytest.mark.parametrize("text", ["2026-02-30", "2/29/2026", "April 31, 2026", "13/13/2026"])
def test_an_impossible_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a day on the calendar"):
        dates.read_day(text)


@pytest.mark.parametrize("text", ["0026-11-04", "1899-12-31", "2101-01-01"])
def test_a_year_no_case_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="between 1900 and 2100"):
        dates.read_day(text)


def test_a_month_that_does_not_exist_is_named() -> None:
    with pytest.raises(ValueError, match='there is no month "Novembre"'):
        dates.read_day("Novembre 4, 2026")


def test_digits_of_other_scripts_are_no_date() -> None:
    with pytest.raises(ValueError, match="is not a whole date"):
        dates.read_day("\u0662\u0660\u0662\u0666-11-04")


def test_a_date_with_a_time_is_refused_and_other_types_pass() -> None:
    with pytest.raises(ValueError, match="date alone"):
        dates.read_day(dt.datetime(2026, 11, 4, 9, 0))  # noqa: DTZ001 - the point of the test
    assert dates.read_day(NOVEMBER_4) is NOVEMBER_4


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_every_printed_date_reads_back_as_itself(day: dt.date) -> None:
    slashed = f"{day.month}/{day.day}/{day.year}"
    for text in (dates.long_date(day), dates.short_date(day), day.isoformat(), slashed):
        assert dates.read_day(text) == day


def test_the_echo_names_the_weekday() -> None:
    assert dates.echo(NOVEMBER_4) == "Wednesday, November 4, 2026"


def test_short_dates_shorten_long_months_only() -> None:
    shown = [dates.short_date(dt.date(2026, month, 1)) for month in (1, 5, 6, 7, 9)]
    assert shown == [
        "Jan. 1, 2026", "May 1, 2026", "June 1, 2026", "July 1, 2026", "Sept. 1, 2026",
    ]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("10:20 a.m.", dt.time(10, 20)), ("1:20 PM", dt.time(13, 20)), ("13:20", dt.time(13, 20)),
        ("12 a.m.", dt.time(0)), ("12:30 p.m.", dt.time(12, 30)), ("0:05", dt.time(0, 5)),
    ],
)
def test_times_of_day_are_read(text: str, time: dt.time) -> None:
    assert dates.read_clock(text) == time


@pytest.mark.parametrize("text", ["13 p.m.", "24:00", "9:60", "0:30 a.m.", "noon", "9"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a time of day"):
        dates.read_clock(text)


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_printed_time_reads_back_as_itself(hour: int, minute: int) -> None:
    assert dates.read_clock(dates.clock(dt.time(hour, minute))) == dt.time(hour, minute)


def test_a_time_that_is_one_already_passes() -> None:
    assert dates.read_clock(dt.time(9)) == dt.time(9)


@pytest.mark.parametrize("text", ["Jan 20 2026", "January 20 2026", "Jan. 20 2026"])
def test_a_date_without_its_comma_is_read(text: str) -> None:
    assert dates.read_day(text) == dates.read_day("2026-01-20")
