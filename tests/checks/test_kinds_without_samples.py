"""The other benefits that wait at the same agency: the sample of one serves the kind of each."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from drafter.case import Case
from drafter.casefile.yaml_text import parse_yaml
from drafter.checks import Severity, run_checks
from drafter.checks.matter import Matter
from drafter.cli.samples import sample_files
from drafter.drafting import draft
from drafter.law import load_law
from tests.checks.cases import AS_OF

LAW = load_law()
NEAREST = "adjustment-delay"
KINDS = sorted(key for key, one in LAW.kinds.items() if not one.sample and not one.door)
# The sample has waited 43 months: too short for asylum, by what courts were seen to do.
NOTES = {"asylum-delay": {"TIM012"}}


def _case(kind: str, **forum: str) -> Case:
    tree: Any = copy.deepcopy(parse_yaml(sample_files()[NEAREST].read_text(encoding="utf-8")).data)
    tree["matter"]["kind"] = kind
    tree["duties"][0]["catalogue"] = LAW.kinds[kind].duties[0]
    tree["forum"].update(forum)
    return Case.model_validate(tree)


def _loud(case: Case) -> set[str]:
    notes = run_checks(Matter(case, LAW, AS_OF))
    return {one.id for one in notes if one.severity is not Severity.INFO}


def test_the_benefits_that_share_a_sample_are_these() -> None:
    assert KINDS == ["asylum-delay", "family-petition-delay", "u-status-delay", "waiver-delay",
                     "work-permit-delay"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_wait_for_another_benefit_drafts_without_a_stop_and_without_a_false_note(kind: str) -> None:
    case = _case(kind)
    assert _loud(case) == NOTES.get(kind, set())
    assert draft(case, LAW, AS_OF).papers[0].path == "file/01-complaint.docx"


@pytest.mark.parametrize("kind", KINDS)
def test_the_agency_that_has_nothing_to_decide_is_told_apart(kind: str) -> None:
    tree = _case(kind).model_dump(mode="python")
    for one in tree["respondents"]:
        one["office"] = "Warden"
        one["agency"] = "Bureau of Prisons"
    assert "PAR016" in _loud(Case.model_validate(tree))


def test_a_court_that_hears_no_usual_duty_of_the_kind_is_told_of_the_court_and_not_of_duties() -> None:
    tree = _case("287g-pretext", court="va-circuit").model_dump(mode="python")
    tree["matter"]["vehicle"] = None
    loud = _loud(Case.model_validate(tree))
    assert "FRM023" in loud
    assert "DUT020" not in loud
