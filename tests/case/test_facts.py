"""A fact is known, to ask, not applicable, or absent; a case is closed and frozen."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError

from drafter.case import Ask, Case, Custody, NotApplicable, known

THIN: dict[str, Any] = {"matter": {"id": "thin"}, "forum": {"court": "flmd"}}


def case(**parts: object) -> Case:
    return Case.model_validate(THIN | parts)


def event(**fields: object) -> Case:
    return case(events=[{"id": "stop", "says": [{"say": "It happened."}], **fields}])


def refusal(**parts: object) -> str:
    with pytest.raises(ValidationError) as caught:
        case(**parts)
    return str(caught.value)


def test_a_case_may_be_as_thin_as_an_id_and_a_court() -> None:
    thin = case()
    assert thin.events == ()
    assert thin.moa is None


def test_a_known_fact_is_its_value() -> None:
    assert known(event(on="Jan. 14, 2026").events[0].on) == dt.date(2026, 1, 14)
    assert event(at="1:20 p.m.").events[0].at == dt.time(13, 20)


def test_a_fact_to_ask_keeps_its_question() -> None:
    fact = event(on={"ask": "On which day?", "of": "the client"}).events[0].on
    assert fact == Ask(ask="On which day?", of="the client")
    assert known(fact) is None


def test_a_fact_that_does_not_apply_keeps_its_reason() -> None:
    fact = event(at={"not_applicable": "nobody looked"}).events[0].at
    assert fact == NotApplicable(not_applicable="nobody looked")
    assert known(fact) is None


def test_an_absent_fact_is_none() -> None:
    assert event().events[0].on is None
    assert known(event().events[0].on) is None


def test_an_ask_and_a_not_applicable_that_are_models_already_pass() -> None:
    assert event(on=Ask(ask="When?")).events[0].on == Ask(ask="When?")
    reason = NotApplicable(not_applicable="never")
    assert event(on=reason).events[0].on == reason


def test_a_case_cannot_be_changed() -> None:
    thin = case()
    with pytest.raises(ValidationError, match="frozen"):
        thin.pro_se = True  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        thin.matter.id = "other"  # type: ignore[misc]


def test_a_field_nobody_knows_is_refused_at_every_depth() -> None:
    assert "Extra inputs" in refusal(evnts=[])
    with pytest.raises(ValidationError, match="Extra inputs"):
        event(date="2026-01-14")
    with pytest.raises(ValidationError, match="Extra inputs"):
        event(on={"ask": "When?", "whom": "x"})


def test_typed_values_and_nothing_are_taken_as_they_are() -> None:
    day, time = dt.date(2026, 1, 14), dt.time(9)
    one = event(on=day, at=time, about=True, place=None).events[0]
    assert (one.on, one.at, one.about, one.place) == (day, time, True, None)
    exhibit = case(exhibits=[{"id": "log", "title": "Log", "pages": 30}]).exhibits[0]
    assert exhibit.pages == 30


def test_an_empty_question_is_refused() -> None:
    with pytest.raises(ValidationError, match="at least 1 character"):
        event(on={"ask": " "})


@pytest.mark.parametrize("word", ["yes", "Yes", " YES "])
def test_yes_is_a_word(word: str) -> None:
    assert event(about=word).events[0].about is True


@pytest.mark.parametrize("word", ["true", "on", "1", "y", ""])
def test_no_other_word_is_yes(word: str) -> None:
    with pytest.raises(ValidationError, match="must be yes or no"):
        event(about=word)


@pytest.mark.parametrize("digits", ["030", "1e3", "-1", "1,000", "٣٠", "", "9999999999"])
def test_a_count_is_plain_digits(digits: str) -> None:
    exhibit = {"id": "log", "title": "Log", "pages": digits}
    assert "whole number" in refusal(exhibits=[exhibit])
    exhibit["pages"] = "30"
    assert case(exhibits=[exhibit]).exhibits[0].pages == 30


@pytest.mark.parametrize("word", ["Doe", "a b", "a--b", "-a", "a_b", "é", "", "x" * 61])
def test_an_id_is_lower_case_letters_digits_and_single_hyphens(word: str) -> None:
    refusal(matter={"id": word})


def test_an_id_does_not_take_a_line_end() -> None:
    assert case(matter={"id": "thin\n"}).matter.id == "thin"


@pytest.mark.parametrize("part", ["petitioners", "respondents", "duties", "exhibits", "relief"])
def test_an_id_is_used_once_in_its_list(part: str) -> None:
    extra = {
        "petitioners": {"name": "Jane Doe"}, "respondents": {"level": "local"},
        "exhibits": {"title": "Log"}, "relief": {"kind": "writ"},
    }.get(part, {})
    assert 'the id "same" is used twice' in refusal(**{part: [{"id": "same", **extra}] * 2})


def test_events_demands_remedies_and_harms_share_their_ids() -> None:
    words = refusal(
        events=[{"id": "same", "says": [{"say": "It happened."}]}], demands=[{"id": "same"}]
    )
    assert 'the id "same" is used twice among events' in words


def test_items_are_found_by_their_ids() -> None:
    whole = case(
        petitioners=[{"id": "doe", "name": "Jane Doe", "custody": "serving"}],
        respondents=[{"id": "sheriff", "level": "local"}],
        exhibits=[{"id": "log", "title": "Log"}],
        events=[{"id": "first-stop", "says": [{"say": "It happened."}]}],
    )
    petitioner = whole.petitioner("doe")
    assert petitioner is not None
    assert petitioner.custody is Custody.SERVING
    assert whole.respondent("sheriff") is whole.respondents[0]
    assert whole.exhibit("log") is whole.exhibits[0]
    assert whole.exhibit("nothing") is None
    assert whole.petitioner("nobody") is None
    assert whole.respondent("nobody") is None
    assert whole.paragraph_ids() == {"first-stop"}
    assert whole.nearest_paragraph_id("frist-stop") == "first-stop"
    assert whole.nearest_paragraph_id("zzz") is None


def test_a_text_word_cannot_hold_is_refused_with_its_code_point() -> None:
    with pytest.raises(ValidationError, match=r"U\+0007 at position 4"):
        event(place="Ana\x07Maria")
    with pytest.raises(ValidationError, match="unicode"):
        event(place="Jos\udce9")
