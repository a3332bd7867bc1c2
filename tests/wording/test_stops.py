from __future__ import annotations

import pytest

from drafter.case import Demand, Duty, Relief, Remedy
from drafter.wording.stops import without_stop


@pytest.mark.parametrize(("typed", "kept"), [
    ("produce the list.", "produce the list"),
    ("produce the list", "produce the list"),
    ("answer ICE.", "answer ICE"),
    ("decide the motion (Doc. 14).", "decide the motion (Doc. 14)"),
    ("act within 30 days of June 5, 2026.", "act within 30 days of June 5, 2026"),
    ("release [?name].", "release [?name]"),
    ("do it.", "do it"),
    ("act for the U.S.", "act for the U.S."),
    ("come at 5 p.m.", "come at 5 p.m."),
    ("write to Sample Co.", "write to Sample Co."),
    ("write to John D.", "write to John D."),
    ("produce lists, logs, etc.", "produce lists, logs, etc."),
    ("wait...", "wait..."),
])
def test_the_full_stop_of_a_phrase_is_left_off_and_that_of_an_abbreviation_stays(typed: str, kept: str) -> None:
    assert without_stop(typed) == kept


def test_phrases_of_a_case_stand_in_the_middle_of_a_sentence() -> None:
    assert Duty.model_validate({"id": "x", "act": "sign it."}).act == "sign it"
    assert Relief.model_validate({"id": "x", "kind": "writ", "act": "sign it."}).act == "sign it"
    assert Demand.model_validate({"id": "x", "asked": "he sign it."}).asked == "he sign it"
    assert Remedy.model_validate({"id": "x", "channel": "other", "step": "A call."}).step == "A call"
