"""A court is found by one who knows the county and not the district, a duty by what people call its matter."""

from __future__ import annotations

import pytest

from drafter.interview.tree import get
from tests.interview.test_session import SAMPLE, at, begun


def offered(typed: str) -> list[str]:
    held = at(begun(), "forum", "court")
    before = held.sheet.text
    held.answer(typed)
    assert held.sheet.text == before  # a county never chooses a court by itself
    return [one.value for one in held.prompt.choices]


@pytest.mark.parametrize(("typed", "courts"), [
    ("Hillsborough", ["fl-circuit", "flmd"]),
    ("Hillsborough County, Florida", ["fl-circuit", "flmd"]),
    ("Orleans Parish, Louisiana", ["la-district", "laed"]),
    ("Maricopa County, Arizona", ["az-superior", "azd"]),
    ("Cook County, Illinois", ["ilnd"]),
    ("Washington County, Oregon", ["ord"]),
    ("Durham County, North Carolina", ["nc-superior", "nced", "ncmd"]),  # divided by the statute
])
def test_a_county_offers_its_courts(typed: str, courts: list[str]) -> None:
    assert offered(typed) == courts


def test_a_county_of_many_states_is_asked_for_its_state() -> None:
    held = at(begun(), "forum", "court")
    assert held.answer("Washington County") == [
        'Many States have a county "Washington County"; write its State after it, with a comma.'
    ]


def test_a_court_offered_for_a_county_is_taken_by_its_number() -> None:
    held = at(begun(), "forum", "court")
    held.answer("Hillsborough County, Florida")
    held.answer("2")
    assert get(held.sheet.data, ("forum", "court")) == "flmd"


def test_a_place_that_is_no_county_offers_nothing() -> None:
    held = at(begun(), "forum", "court")
    assert "is not on the list" in held.answer("Sampleville")[0]


@pytest.mark.parametrize(("typed", "duty"), [
    ("I-130", "family-petition"), ("green card", "adjustment"), ("work permit", "employment-authorization"),
])
def test_a_duty_is_found_by_what_people_call_its_matter(typed: str, duty: str) -> None:
    held = at(begun(), "duties", 0, "catalogue")
    before = held.sheet.text
    held.answer(typed)
    assert held.sheet.text == before
    assert [one.value for one in held.prompt.choices] == [duty]


def test_the_short_words_of_two_lists_are_not_taken_for_each_other() -> None:
    held = at(begun(SAMPLE + "moa:\n  agency: Sample County Sheriff\n"), "moa", "model")
    told = {one.value: one.about for one in held.prompt.choices}
    assert "older form" in told["other"]  # and not what "other" means in a prayer
    assert all(told.values())
