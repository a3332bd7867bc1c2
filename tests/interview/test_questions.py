from __future__ import annotations

from drafter.case import Case
from drafter.interview import guidance
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


def test_the_receipt_is_asked_for_once_a_demand_was_delivered() -> None:
    demand = {"id": "letter", "made_on": "2026-07-20"}
    receipt = ("demands", 0, "delivery_sources")
    assert receipt not in _asked({"demands": [demand]})
    assert receipt in _asked({"demands": [{**demand, "delivered_on": "2026-07-23"}]})


def test_what_shows_the_silence_is_asked_for_until_an_answer_came() -> None:
    demand = {"id": "letter", "made_on": "2026-07-20"}
    silence = ("demands", 0, "no_answer_sources")
    assert silence in _asked({"demands": [demand]})
    assert silence in _asked({"demands": [{**demand, "answered_on": {"not_applicable": "none came"}}]})
    assert silence not in _asked({"demands": [{**demand, "answered_on": "2026-08-01"}]})


def test_the_fact_of_a_venue_is_asked_for_with_its_own_name_and_example() -> None:
    asked = agenda({"forum": {"court": "mdd", "venue": [{}]}}, load_law(), View())
    one = next(q for q in asked if q.path == ("forum", "venue", 0, "because", "say"))
    assert one.title == "court, venue 1, fact that meets it: words"
    assert one.description.startswith("The fact that meets it.")
    assert "resides" in guidance.example(one, {})


def _asked(data: dict[str, object]) -> list[tuple[str | int, ...]]:
    return [one.path for one in agenda(data, load_law(), View())]


def test_a_delay_is_asked_from_when_it_runs_once_something_is_told() -> None:
    duty = {"id": "decide", "catalogue": "adjustment"}
    where = ("duties", 0, "presented")
    assert where not in _asked({"duties": [duty]})
    assert where in _asked({"duties": [duty], "events": [{"id": "filing", "on": "2024-01-22"}]})
    other = {"id": "certify", "catalogue": "training-certification"}
    assert where not in _asked({"duties": [other], "events": [{"id": "filing", "on": "2024-01-22"}]})
