"""The samples are good cases: what is said of them is true and little."""

from __future__ import annotations

import pytest

from drafter.casefile import load
from drafter.checks import Severity, run_checks
from drafter.checks.matter import Matter
from drafter.cli.samples import sample_files
from drafter.law import load_law
from tests.checks.cases import AS_OF

_TRUE: dict[str, set[str]] = {
    # the theory is new
    "certification-ice": {"DUT019"},
    # the theory is new; an act of 2026 on such agreements, of which only a summary was seen
    "overdetention-sheriff": {"DUT019", "LAW008"},
    "appellate-silence": set(),
    "naturalization-120": set(),
    # the theory on the writing is new
    "pretext-stops": {"DUT019"},
    # its copy goes to the public body three days before it is filed: a step that no fact can show yet
    "records-custodian": {"LAW008", "EXH015"},
    "complaint-unopened": set(),
    "adjustment-delay": set(),
    "agreement-unsought": set(),
    "consular-silence": set(),
    "detainer-answer": set(),
    "reasons-withheld": set(),
    "request-copy": set(),
}


@pytest.mark.parametrize("sample", sorted(_TRUE))
def test_a_sample_gets_only_the_loud_notes_that_are_true_of_it(sample: str) -> None:
    law = load_law()
    ready = Matter(load(sample_files()[sample], law).case, law, AS_OF)
    loud = {n.id for n in run_checks(ready) if n.severity is not Severity.INFO}
    assert loud == _TRUE[sample]
