"""A note calls a thing by its own words: nobody who reads it knows the ids of the file."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel

from drafter.case import Duty, Event, Exhibit, Harm, Petitioner, Relief, Respondent
from drafter.checks.naming import called
from tests.checks.cases import fields

LONG = "Deputy Stencil stopped Ms. Facsimile's car on Galley Creek Road as she drove home from class."


@pytest.mark.parametrize(("model", "facts", "name"), [
    (Exhibit, {"title": "Jail log"}, "Jail log"),
    (Petitioner, {"name": "Jane Doe"}, "Jane Doe"),
    (Event, {"says": [{"say": "The car was [?color] and stood."}]}, "The car was color and stood"),
    (Harm, {"petitioner": "doe", "says": [{"say": 'He said "go".'}]}, "He said 'go'"),
    (Duty, {"act": "sign the paper"}, "sign the paper"),
    (Duty, {"act": {"ask": "counsel"}}, "x"),
    (Relief, {"kind": "writ", "act": "sign the paper"}, "sign the paper"),
    (Relief, {"kind": "writ"}, "x"),
    (Respondent, {"level": "local", "name": "Riley Testfield"}, "Riley Testfield"),
    (Respondent, {"level": "local"}, '"x"'),
])
def test_each_thing_goes_by_what_a_person_wrote_of_it(model: type[BaseModel], facts: dict[str, Any], name: str) -> None:
    made: Any = model.model_validate({"id": "x", **facts})
    assert called(made) == name


def test_a_long_sentence_is_cut_between_words() -> None:
    event = Event.model_validate({"id": "x", "says": [{"say": LONG}]})
    assert called(event) == "Deputy Stencil stopped Ms. Facsimile's car on Galley …"


def test_an_office_whose_holder_is_still_asked_for_needs_no_day_of_a_check() -> None:
    unchecked = {"respondents.1.holder_checked_on": None}
    assert fields("PAR008", "federal", unchecked) == ["respondents.1.holder_checked_on"]
    asked = {**unchecked, "respondents.1.name": {"ask": "counsel"}}
    assert fields("PAR008", "federal", asked) == []
