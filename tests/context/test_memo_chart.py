"""The timeline as a picture: what stands on its lines, and its words for who cannot see it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from drafter.case import known
from drafter.context.memo.chart import Bar, Chart, chart
from tests.context.memo_case import THIN, drafted, reader

AGO: dict[str, Any] = {
    "moa": None, "events": [], "demands": [], "remedies": [], "exhibits": [],
    "forum.hearing_on": None,
}


def _chart(base: str, changes: Mapping[str, Any] | None = None) -> Chart:
    return chart(reader(base, changes))


def _step(name: str, made: str, **more: str) -> dict[str, Any]:
    return {"id": name, "channel": "other", "step": f"Step {name}", "made_on": made, **more}


def _steps(*steps: dict[str, Any]) -> Chart:
    return _chart("virginia", {**THIN, **AGO, "remedies": list(steps)})


def test_the_memo_has_its_picture_and_says_in_words_what_it_shows() -> None:
    words = drafted("federal")
    assert words.time.chart.lanes
    assert words.time.alt == words.time.chart.alt
    assert words.time.alt.startswith("Timeline from ")
    assert words.time.alt.endswith(" The table has every day.")


def test_a_case_without_days_has_no_picture() -> None:
    assert _chart("virginia", {**THIN, **AGO}) == Chart()
    assert drafted("virginia", {**THIN, **AGO}).time.alt == ""


def test_every_dated_event_is_a_moment_between_the_first_day_and_the_last() -> None:
    subject = reader("federal")
    lanes = {one.label: one for one in chart(subject).lanes}
    days = [day for one in subject.case.events if (day := known(one.on)) is not None]
    assert len(lanes["Events"].moments) == len(days)
    assert all(0 <= at <= 1 for one in lanes.values() for at in one.moments)
    assert lanes["Events"].moments == tuple(sorted(lanes["Events"].moments))


def test_a_step_is_a_bar_to_its_answer_and_an_open_one_to_the_as_of_date() -> None:
    now = reader("virginia").matter.as_of
    first = now - dt.timedelta(days=100)
    found = _steps(
        _step("b", str(now - dt.timedelta(days=50))),
        _step("a", str(first), answered_on=str(now - dt.timedelta(days=75))),
    )
    a, b = found.lanes
    assert (a.label, a.bar, a.note) == ("Step a", Bar(0.0, 0.25, is_open=False), "25 days, answered")
    assert (b.label, b.bar, b.note) == ("Step b", Bar(0.5, 1.0, is_open=True), "50 days, open")
    assert "Step a, 25 days, answered; Step b, 50 days, open." in found.alt


@pytest.mark.parametrize(("days", "words"), [(0, "same day"), (1, "1 day"), (2000, "2,000 days")])
def test_days_are_counted_in_words_that_fit(days: int, words: str) -> None:
    made = dt.date(2020, 1, 1)
    found = _steps(
        _step("a", str(made), answered_on=str(made + dt.timedelta(days=days))),
        _step("b", "2026-01-01"),
    )
    assert found.lanes[0].note == f"{words}, answered"


def test_a_demand_is_a_line_by_its_date() -> None:
    labels = [one.label for one in _chart("federal").lanes]
    assert any(one.startswith("Demand of ") for one in labels)


def test_a_picture_has_no_more_lines_than_can_be_read() -> None:
    found = _steps(*(_step(f"s{n}", f"2026-01-{n + 1:02d}") for n in range(20)))
    assert len(found.lanes) == 14
    assert found.lanes[0].label == "Step s0"


@pytest.mark.parametrize(
    "first", ["2026-11-01", "2026-08-03", "2025-01-31", "2019-06-30", "1990-01-01", "1900-01-01"]
)
def test_the_months_below_are_few_and_in_order(first: str) -> None:
    ticks = _steps(_step("a", first), _step("b", "2026-11-02")).ticks
    assert len(ticks) <= 5
    assert [at for at, _ in ticks] == sorted(at for at, _ in ticks)
    assert all(0 <= at <= 1 for at, _ in ticks)


def test_a_tick_names_month_and_year_and_stands_on_its_first_day() -> None:
    found = _steps(_step("a", "2026-09-01"), _step("b", "2026-11-02"))
    assert [words for _, words in found.ticks] == ["Oct. 2026", "Nov. 2026"]
    now = reader("virginia").matter.as_of
    assert found.ticks[0][0] == 30 / (now - dt.date(2026, 9, 1)).days
