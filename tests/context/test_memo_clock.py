"""The days of the memo that are counted, with the way to each."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.context.memo.clock import clocks, counted
from drafter.law.records import Period, Unit
from tests.context.memo_case import reader


def told(base: str, changes: dict[str, object] | None = None) -> str:
    rows = clocks(reader(base, changes or {}))
    return "\n".join(" | ".join(part.plain for part in row) for row in rows)


def test_a_complaint_tells_when_service_and_answer_are_due_and_how_each_is_counted() -> None:
    rows = told("federal")
    assert "Service, if filed on the as-of date: February 22, 2027" in rows
    assert "Day 90 is Monday, February 22, 2027." in rows
    assert "Answer, if the United States attorney is served on the as-of date: January 25, 2027" in rows
    assert "Fed. R. Civ. P. 4(m)" in rows


def test_a_state_petition_tells_no_federal_time() -> None:
    assert "United States attorney" not in told("virginia")


def test_a_state_petition_tells_the_times_that_no_count_of_days_measures() -> None:
    rows = told("virginia")
    assert "Serve the petition and the notice" in rows
    assert "A reasonable time before the application; no number of days is set. Va. Code § 8.01-644" in rows
    assert "Demurrer or answer on oath" in rows


def test_a_court_whose_times_are_not_on_record_says_so() -> None:
    assert "Time to serve, and time to answer | not on record" in told(
        "virginia", {"forum.court": "fl-circuit"})


def test_a_day_to_come_that_the_paper_names_is_told_with_every_place_of_it() -> None:
    rows = told("virginia", {"events.0.says.0.say": "Her next day in court is Tuesday, January 5, 2027."})
    assert "To come: Tuesday, January 5, 2027. “" in rows
    assert "her next day in court is Tuesday, January 5, 2027.”" in rows
    assert "if it moves or has passed, change ¶" in rows


def test_an_open_records_request_has_a_day_for_its_answer() -> None:
    rows = told("virginia", {
        "remedies": [{"id": "records", "channel": "state-records", "step": "Records request",
                      "made_on": "2026-11-24"}],
    })
    assert "Answer due: Records request of November 24, 2026, if received that day: December 3" in rows
    assert "Thanksgiving Day" in rows
    assert "Va. Code § 2.2-3704(B)" in rows


def test_an_answered_records_request_has_none() -> None:
    assert "Answer due" not in told("virginia", {
        "remedies": [{"id": "records", "channel": "state-records", "step": "Records request",
                      "made_on": "2026-11-24", "answered_on": "2026-11-25"}],
    })


def test_new_york_tells_the_last_day_to_sue_or_that_no_refusal_is_recorded() -> None:
    york: dict[str, object] = {"forum.court": "ny-supreme"}
    demand = {"id": "demand", "made_on": "2026-08-01", "answered_on": "2026-08-15"}
    assert "Last day to sue: not known" in told("virginia", {**york, "demands": [demand]})
    refused = told("virginia", {**york, "demands": [{**demand, "refused": "yes"}]})
    assert "Last day to sue, after the refusal of August 15, 2026: December 15, 2026" in refused


@pytest.mark.parametrize(("unit", "last"), [
    (Unit.DAYS, dt.date(2026, 12, 4)), (Unit.OPEN_DAYS, dt.date(2026, 12, 9)),
    (Unit.MONTHS, dt.date(2027, 9, 24)),
])
def test_a_period_is_counted_in_its_own_unit(unit: Unit, last: dt.date) -> None:
    period = Period(count=10, unit=unit, authority="frcp-4-m")
    assert counted(dt.date(2026, 11, 24), period, "").last == last
