"""Each kind of matter has a twin with a mistake, and the mistake is what is said of it."""

from __future__ import annotations

import copy

import pytest

from drafter.case import Case
from drafter.casefile.yaml_text import parse_yaml
from drafter.checks import Severity, run_checks
from drafter.checks.matter import Matter
from drafter.cli.samples import sample_files
from drafter.law import load_law
from tests.checks.cases import AS_OF, put
from tests.checks.twins import TWINS, Twin


def _loud(tree: object) -> set[str]:
    law = load_law()
    notes = run_checks(Matter(Case.model_validate(tree), law, AS_OF))
    return {one.id for one in notes if one.severity is not Severity.INFO}


@pytest.mark.parametrize("twin", TWINS, ids=lambda one: f"{one.sample}: {one.spoiled}")
def test_a_spoiled_sample_gets_the_notes_of_an_expert_and_no_others(twin: Twin) -> None:
    clean = parse_yaml(sample_files()[twin.sample].read_text(encoding="utf-8")).data
    spoiled = copy.deepcopy(clean)
    for path, value in twin.changes.items():
        put(spoiled, path.split("."), value)
    assert _loud(spoiled) - _loud(clean) == twin.notes


def test_every_kind_of_matter_with_a_sample_has_a_twin() -> None:
    with_sample = {one.sample for one in load_law().kinds.values() if one.sample}
    assert with_sample <= {twin.sample for twin in TWINS}


def test_every_kind_with_another_door_is_refused_in_a_twin() -> None:
    doors = {key for key, one in load_law().kinds.items() if one.door}
    assert doors == {twin.changes.get("matter.kind") for twin in TWINS} - {None}
