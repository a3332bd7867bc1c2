"""Which vehicle the facts call for, and which checks a writ to a court leaves aside."""

from __future__ import annotations

import pytest

from drafter.checks.vehicles import proposed
from tests.checks.cases import fields, matter, notes


@pytest.mark.parametrize(("base", "vehicle"), [
    ("federal", "federal-complaint"),
    ("virginia", "state-petition"),
    ("naturalization", "federal-naturalization"),
    ("appellate", "appellate-petition"),
])
def test_the_vehicle_follows_from_respondents_duty_and_court(base: str, vehicle: str) -> None:
    found = proposed(matter(base))
    assert found is not None
    assert found.vehicle == vehicle == matter(base).vehicle
    assert found.reasons
    assert set(found.authorities) <= set(matter(base).law.authorities)


def test_federal_and_local_respondents_together_propose_nothing() -> None:
    mixed = {"respondents.0.level": "local"}
    assert len(matter("federal", mixed).case.respondents) > 1
    assert proposed(matter("federal", mixed)) is None


def test_an_attorney_who_keeps_another_vehicle_records_the_reason() -> None:
    kept = {"matter.vehicle": "federal-complaint", "dismissals": [{
        "id": "FRM020", "reason": "The examination was never held.", "by": "I. D.",
        "on": "2026-11-20"}]}
    note = next(one for one in notes("naturalization", kept) if one.id == "FRM020")
    assert note.dismissed is not None


def test_a_naturalization_petition_speaks_of_petitioner_and_respondent() -> None:
    forum = matter("naturalization").forum
    assert (forum.petitioner_label, forum.respondent_label) == ("Petitioner", "Respondent")
    plain = matter("naturalization", {"matter.vehicle": "federal-complaint"}).forum
    assert (plain.petitioner_label, plain.respondent_label) == ("Plaintiff", "Defendant")


def test_a_duty_with_a_hearing_of_its_own_takes_its_vehicle_where_the_attorney_names_none() -> None:
    assert matter("naturalization", {"matter.vehicle": None}).vehicle == "federal-naturalization"
    assert "FRM020" not in {one.id for one in notes("naturalization", {"matter.vehicle": None})}
    assert matter("federal", {"matter.vehicle": None}).vehicle == "federal-complaint"


def test_a_petition_without_the_case_below_is_stopped_once() -> None:
    found = [n for n in notes("appellate", {"proceeding": None})
             if n.id in {"ELE008", "ELE009", "JUR022", "EVI018", "FRM021"}]
    assert [(one.id, one.field) for one in found] == [("ELE008", "proceeding")]


def test_a_petition_that_tells_no_order_motion_or_reason_is_stopped_for_each() -> None:
    assert fields("ELE008", "appellate", {"proceeding.motion": None, "proceeding.reasons": None}) \
        == ["proceeding.motion", "proceeding.reasons"]


def test_a_writ_is_asked_of_the_court_above_a_district_court() -> None:
    assert fields("JUR022", "appellate", {"proceeding.court": "va-circuit"}) == ["proceeding.court"]


def test_a_writ_to_a_court_is_not_asked_for_demand_duty_or_venue() -> None:
    found = {one.id for one in notes("appellate", {"remedies": None})}
    assert not {one for one in found if one[:3] in {"DEM", "DUT", "MOA"}}
    assert not found & {"ELE001", "JUR001", "PAR002", "REL007", "REL008"}
