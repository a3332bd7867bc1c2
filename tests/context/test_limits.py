"""What a complaint says it does not ask: the bars of immigration law only where one can be raised."""

from __future__ import annotations

import pytest

from drafter.proofread import mirror
from tests.drafts import SAMPLES, drafted

_BAR = "execute a removal order"
_DISCRETION = "a decision left to discretion"
_OTHER_LAW = {"reasons-withheld"}  # hives on a wildlife refuge


def _complaints() -> dict[str, str]:
    firsts = {one: drafted(one).papers[0] for one in SAMPLES}
    return {name: mirror(paper.data) for name, paper in firsts.items()
            if paper.path == "file/01-complaint.docx"}


def test_a_complaint_without_immigration_in_it_names_no_bar_on_removal() -> None:
    complaints = _complaints()
    assert {name for name, text in complaints.items() if _BAR not in text} == _OTHER_LAW


@pytest.mark.parametrize("sample", sorted(_OTHER_LAW))
def test_it_still_says_that_no_discretion_is_to_be_reviewed(sample: str) -> None:
    assert _DISCRETION in _complaints()[sample]
