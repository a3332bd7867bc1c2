"""A word typed for want of an answer is never printed as one."""

from __future__ import annotations

import pytest

from drafter.interview.nonanswers import instead
from drafter.interview.questions import Kind
from drafter.interview.tree import get
from tests.interview.test_session import at, begun


@pytest.mark.parametrize("typed", ["unknown", "Don’t know", "TBD.", "ask the attorney"])
@pytest.mark.parametrize("kind", [Kind.LINE, Kind.TEXT, Kind.DAY, Kind.YES_NO, Kind.STATEMENTS, Kind.SOURCES])
def test_what_is_not_known_is_for_the_attorney(typed: str, kind: Kind) -> None:
    assert "!ask" in instead(typed, kind)


@pytest.mark.parametrize("typed", ["n/a", "N.A.", "nothing", "-"])
@pytest.mark.parametrize("kind", [Kind.LINE, Kind.TEXT, Kind.DAY, Kind.STATEMENTS])
def test_what_is_not_there_is_passed_over_or_does_not_apply(typed: str, kind: Kind) -> None:
    assert "Press Enter" in instead(typed, kind)


@pytest.mark.parametrize(("typed", "kind"), [
    ("no", Kind.YES_NO), ("none", Kind.STATEMENTS), ("other", Kind.CHOICE), ("unknown", Kind.CHOICE),
    ("None of the deputies answered.", Kind.TEXT), ("An unknown deputy stopped her.", Kind.STATEMENTS),
])
def test_what_may_be_an_answer_is_taken(typed: str, kind: Kind) -> None:
    assert instead(typed, kind) == ""


def test_an_officer_is_never_called_unknown_by_mistake() -> None:
    held = at(begun(), "respondents", 0, "name")
    before = held.sheet.text
    assert '"unknown" is not printed' in held.answer("unknown")[0]
    assert held.sheet.text == before
    held.answer("\\unknown")
    assert get(held.sheet.data, ("respondents", 0, "name")) == "unknown"


@pytest.mark.parametrize(("typed", "told"), [
    ("Mr. Pat Placard", '"Mr."'), ("ms Pat Placard", '"ms"'), ("Pat Placard", ""), ("Misson Placard", ""),
])
def test_a_title_of_courtesy_in_a_caption_is_kept_and_told_of(typed: str, told: str) -> None:
    held = at(begun(), "respondents", 0, "name")
    said = " ".join(held.answer(typed))
    assert get(held.sheet.data, ("respondents", 0, "name")) == typed
    assert ("captions leave that out" in said) == bool(told)
    assert told in said


def test_a_sentence_in_place_of_a_county_is_told_of() -> None:
    held = at(begun(), "petitioners", 0, "residence_county")
    assert "more than the name of a county" in held.answer("He lives with his wife in Sample County.")[0]
    assert at(held, "petitioners", 0, "residence_county").answer("City and County of San Francisco") == []


def test_nothing_is_said_of_the_full_stop_of_what_is_left_to_the_attorney() -> None:
    held = at(begun(), "duties", 0, "no_judgment")
    assert not any("full stop" in one for one in held.answer("!ask look this up"))
    assert any("full stop" in one for one in held.answer("The paper exists or it does not"))
