from __future__ import annotations

from drafter.case import Case
from drafter.interview.plan import PLAN, SECTIONS
from drafter.interview.questions import View, agenda
from drafter.law import load_law


def test_every_field_of_the_model_has_its_place_in_the_plan() -> None:
    for model, asks in PLAN.items():
        assert sorted(one.field for one in asks) == sorted(model.model_fields), model


def test_every_part_of_a_case_is_in_a_section() -> None:
    parts = {path[0] for one in SECTIONS for path in one.paths}
    assert parts == set(Case.model_fields)


def test_a_new_case_is_asked_for_court_and_parties() -> None:
    data = {"matter": {"id": "x"}}
    paths = [q.path for q in agenda(data, load_law(), View())]
    assert ("forum", "court") in paths
    assert ("petitioners",) in paths
