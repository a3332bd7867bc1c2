"""The day of an exhibit, and what may be told from it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from drafter.case import Exhibit
from drafter.checks.chronology import last_day
from tests.checks.cases import fields, notes

_WAITING: dict[str, Any] = {
    "demands.0.answered_on": {"not_applicable": "none came"}, "demands.0.refused": "no",
    "demands.0.answer": [], "demands.0.no_answer_sources": [{"exhibit": "declaration"}],
}


@pytest.mark.parametrize(("dated", "day"), [
    ("November 16, 2026", dt.date(2026, 11, 16)),
    ("July 8, 2025; March 10 and June 9, 2026", dt.date(2026, 6, 9)),
    ("October 1, 2025, to October 31, 2026", dt.date(2026, 10, 31)),
    ("March 2, 2026, and February 2028", dt.date(2028, 2, 29)),
    ("2026", dt.date(2026, 12, 31)),
    ("June 1, 2026, to the present", None),
    ("by hand", None),
    (None, None),
])
def test_the_last_day_of_an_exhibit_is_the_latest_that_its_date_allows(
    dated: str | None, day: dt.date | None
) -> None:
    assert last_day(Exhibit(id="one", title="One", dated=dated)) == day


def test_the_message_names_both_days_and_the_exhibit() -> None:
    found = [n.message for n in notes("federal", {"exhibits.1.dated": "January 13, 2026"})
             if n.id == "EVI016"]
    assert len(found) == 1
    assert 'January 14, 2026, but "Dispatch log" is dated January 13, 2026' in found[0]


def test_an_event_is_held_against_the_newest_of_its_exhibits() -> None:
    changes = {"exhibits.1.dated": "January 13, 2026", "exhibits.5.dated": "November 16, 2026",
               "events.0.says.0.sources.1": {"exhibit": "declaration", "at": "3"}}
    assert fields("EVI016", "federal", changes) == []


@pytest.mark.parametrize("source", [{"exhibit": "moa"}, {"verification": "samplewell"}])
def test_what_has_no_day_may_have_shown_it(source: dict[str, str]) -> None:
    changes = {"exhibits.1.dated": "January 13, 2026", "events.0.says.0.sources.1": source}
    assert fields("EVI016", "federal", changes) == []


def test_a_day_after_that_of_the_draft_is_a_plan_and_not_a_report() -> None:
    changes = {"exhibits.1.dated": "January 14, 2026",
               "events.0.says.0.say": "The course is given on January 12, 2027."}
    assert fields("EVI016", "federal", changes) == []


def test_a_block_quotation_is_held_against_its_exhibit() -> None:
    changes = {"events.0.says.0.sources": [], "exhibits.1.dated": "January 13, 2026",
               "events.0.says.0.quote": {"exhibit": "log", "at": "2", "words": "Stopped one car."}}
    assert fields("EVI016", "federal", changes) == ["events.0.on"]


def test_demands_and_steps_are_held_against_their_papers() -> None:
    changes = {"exhibits.3.dated": "July 20, 2026", "exhibits.4.dated": "April 5, 2026"}
    assert fields("EVI016", "federal", changes) == [
        "demands.0.answered_on", "demands.0.made_on",
        "remedies.0.answered_on", "remedies.0.made_on",
    ]


def test_silence_is_not_shown_before_the_day_asked_for() -> None:
    changes = {**_WAITING, "exhibits.5.dated": "August 20, 2026"}
    assert fields("EVI016", "federal", changes) == ["demands.0.answer_by"]
    assert fields("EVI017", "federal", changes) == ["demands.0.no_answer_sources"]


@pytest.mark.parametrize(("title", "found"), [
    ("Demand letter with its receipt", []), ("Demand letter", ["demands.0.delivered_on"]),
])
def test_a_receipt_may_show_the_day_on_which_the_letter_came(title: str, found: list[str]) -> None:
    changes = {"exhibits.3.title": title, "exhibits.3.dated": "July 21, 2026", "demands.0.made_on": "2026-07-21",
               "demands.0.delivered_on": "2026-07-24", "demands.0.answered_on": {"not_applicable": "none came"},
               "demands.0.delivery_sources": [{"exhibit": "demand-letter", "at": "4"}]}
    assert [one for one in fields("EVI016", "federal", changes) if "delivered" in one] == found
