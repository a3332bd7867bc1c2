"""Days and hours counted, each against a count made by hand on a wall calendar."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.law import load_law
from drafter.law.calendar import (
    answer_of_united_states,
    closed,
    days_after,
    days_before,
    hold_limit,
    holidays_of,
    hours_after,
    months_after,
    open_days_after,
    service_of_complaint,
    state_of,
)

DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 31))


def test_the_day_of_the_event_is_left_out_and_each_later_day_counted() -> None:
    found = days_after(dt.date(2026, 11, 2), 10, "")
    assert found.last == dt.date(2026, 11, 12)
    assert found.told == (
        "The day of the event, Monday, November 2, 2026, is left out. "
        "Day 10 is Thursday, November 12, 2026."
    )


def test_a_last_day_on_a_holiday_before_a_weekend_moves_past_both() -> None:
    found = days_after(dt.date(2026, 11, 20), 7, "VA")  # the Friday after Thanksgiving
    assert found.last == dt.date(2026, 11, 30)
    assert found.steps[2:] == (
        ("Friday, November 27, 2026, Day After Thanksgiving, is not open; the period runs on to "
         "Saturday, November 28, 2026."),
        "Saturday, November 28, 2026, is not open; the period runs on to Sunday, November 29, 2026.",
        "Sunday, November 29, 2026, is not open; the period runs on to Monday, November 30, 2026.",
    )


def test_a_state_holiday_counts_in_that_state_alone() -> None:
    event = dt.date(2026, 11, 20)
    assert days_after(event, 7, "").last == dt.date(2026, 11, 27)
    assert days_after(event, 7, "VA").last == dt.date(2026, 11, 30)


def test_the_federal_days_count_in_a_state_that_does_not_keep_them() -> None:
    columbus = dt.date(2026, 10, 12)
    assert columbus in holidays_of("", 2026)
    assert closed(columbus, "TX") == "Columbus Day"


def test_a_state_the_list_does_not_know_has_the_federal_days() -> None:
    assert holidays_of("XX", 2026) == holidays_of("", 2026)


def test_a_period_that_runs_back_moves_back_from_a_closed_day() -> None:
    found = days_before(dt.date(2026, 12, 23), 10, "NV")  # the tenth day is a Sunday
    assert found.last == dt.date(2026, 12, 11)
    assert "runs back to Saturday, December 12, 2026" in found.told


def test_business_days_leave_out_weekends_and_holidays_and_name_them() -> None:
    found = open_days_after(dt.date(2026, 11, 24), 5, "VA")
    assert found.last == dt.date(2026, 12, 3)
    assert found.steps[1] == (
        "Not counted: November 26, 2026 (Thanksgiving Day); November 27, 2026 (Day After "
        "Thanksgiving); November 28, 2026; November 29, 2026."
    )


def test_business_days_within_a_week_name_no_day_left_out() -> None:
    found = open_days_after(dt.date(2026, 11, 9), 1, "")
    assert found.last == dt.date(2026, 11, 10)
    assert not any("Not counted" in step for step in found.steps)


def test_months_end_on_the_last_day_of_a_shorter_month() -> None:
    assert months_after(dt.date(2026, 10, 31), 4).last == dt.date(2027, 2, 28)
    assert months_after(dt.date(2026, 8, 15), 4).last == dt.date(2026, 12, 15)
    assert months_after(dt.date(2026, 8, 15), 4).steps[0].startswith("Four months from Saturday")


def test_hours_run_through_the_night_and_on_to_the_same_hour_of_an_open_day() -> None:
    found = hours_after(dt.date(2026, 11, 19), dt.time(16, 30), 48, "")  # ends on a Saturday
    assert (found.last, found.at) == (dt.date(2026, 11, 23), dt.time(16, 30))
    assert "Hour 48 is Saturday, November 21, 2026, at 4:30 p.m." in found.told


def test_a_hold_that_counts_weekends_ends_on_the_hour() -> None:
    found = hold_limit(dt.date(2026, 11, 20), dt.time(16, 30), 48, "VA", every_day=True)
    assert (found.last, found.at) == (dt.date(2026, 11, 22), dt.time(16, 30))


def test_a_hold_that_leaves_weekends_out_counts_the_hours_of_friday_and_goes_on_monday() -> None:
    # 7.5 hours of Friday, 24 of Monday, 16.5 of Tuesday.
    found = hold_limit(dt.date(2026, 11, 20), dt.time(16, 30), 48, "", every_day=False)
    assert (found.last, found.at) == (dt.date(2026, 11, 24), dt.time(16, 30))
    assert "Not counted: November 21, 2026; November 22, 2026." in found.told


def test_a_hold_over_thanksgiving_leaves_out_the_holiday_by_name() -> None:
    found = hold_limit(dt.date(2026, 11, 25), dt.time(12, 0), 48, "", every_day=False)
    assert (found.last, found.at) == (dt.date(2026, 11, 30), dt.time(12, 0))
    assert "November 26, 2026 (Thanksgiving Day)" in found.told


def test_a_hold_within_the_week_says_that_nothing_was_left_out() -> None:
    found = hold_limit(dt.date(2026, 11, 16), dt.time(9, 0), 48, "", every_day=False)
    assert (found.last, found.at) == (dt.date(2026, 11, 18), dt.time(9, 0))
    assert "No weekend or holiday falls in it." in found.told


def test_a_hold_that_begins_on_a_sunday_starts_to_count_on_monday() -> None:
    found = hold_limit(dt.date(2026, 11, 15), dt.time(9, 0), 24, "", every_day=False)
    assert (found.last, found.at) == (dt.date(2026, 11, 17), dt.time(0, 0))


def test_ninety_days_to_serve_and_sixty_or_thirty_to_answer() -> None:
    assert service_of_complaint(dt.date(2026, 11, 24), "AL").last == dt.date(2027, 2, 22)
    assert answer_of_united_states(dt.date(2026, 12, 1), "").last == dt.date(2027, 2, 1)
    assert answer_of_united_states(dt.date(2026, 12, 1), "", records=True).last == (
        dt.date(2026, 12, 31))


@pytest.mark.parametrize(("court", "state"), [
    ("almd", "AL"), ("nmid", "MP"), ("nmd", "NM"), ("dcd", "DC"), ("cacd", "CA"), ("ca9", ""),
    ("cadc", ""), ("cafc", ""),
])
def test_a_district_court_keeps_the_holidays_of_its_state(court: str, state: str) -> None:
    assert state_of("federal", court) == state


def test_a_state_court_keeps_the_holidays_of_its_state() -> None:
    assert state_of("VA", "va-circuit") == "VA"


def test_each_court_s_state_is_one_the_list_of_holidays_knows() -> None:
    import holidays

    known = {"", *holidays.country_holidays("US").subdivisions}
    for forum in load_law().forums.values():
        assert state_of(forum.system, forum.id) in known


@given(DAYS, st.integers(1, 120), st.sampled_from(["", "VA", "TX"]))
def test_a_last_day_is_open_and_no_earlier_than_the_count(
    event: dt.date, days: int, state: str
) -> None:
    last = days_after(event, days, state).last
    assert not closed(last, state)
    assert last >= event + dt.timedelta(days=days)


@given(DAYS, st.integers(1, 40))
def test_business_days_are_as_many_open_days_as_were_asked(event: dt.date, days: int) -> None:
    last = open_days_after(event, days, "").last
    after = (event + dt.timedelta(days=n) for n in range(1, (last - event).days + 1))
    assert sum(not closed(day, "") for day in after) == days


@pytest.mark.parametrize("year", range(2026, 2030))
def test_the_table_of_holidays_is_that_of_the_package_for_every_state(year: int) -> None:
    import holidays

    for state in ("", *holidays.country_holidays("US").subdivisions):
        theirs = dict(holidays.country_holidays("US", years=year))
        if state:
            for day, name in holidays.country_holidays("US", subdiv=state, years=year).items():
                theirs.setdefault(day, name)
        assert holidays_of(state, year) == theirs, state


def test_a_year_outside_the_table_is_asked_of_the_package() -> None:
    assert dt.date(2031, 7, 4) in holidays_of("AL", 2031)
