"""Delay and its considerations, and what each way to obey rests on."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.case import Source
from drafter.casefile import load
from drafter.cli.samples import sample_files
from drafter.context.complaint import complaint
from drafter.context.passages import once
from drafter.drafting import preview
from drafter.law import load_law
from tests.checks.cases import AS_OF, matter

_FACTS: list[dict[str, Any]] = [
    {"factor": "priorities", "says": [{"say": "The act is one writing."}]},
    {"factor": "timetable", "says": [{"say": "Its own manual says 90 days."}]},
]


def _count(delay: list[dict[str, Any]]) -> list[str]:
    given = matter("federal", {
        "duties.0.catalogue": "conclude-matter", "duties.0.delay": delay})
    counts = [one for one in complaint(given, "DRAFT").counts if one.considerations or one.delay]
    return [one.text.plain for count in counts for one in count.considerations]


def test_each_consideration_with_a_fact_has_a_paragraph_in_the_order_of_the_case_law() -> None:
    told = _count(_FACTS)

    assert told[0].startswith("Six considerations bear on whether a delay is unreasonable.")
    assert [one.split(".")[0] for one in told[1:]] == [
        "Timetable", "Competing priorities", "Interests prejudiced", "Impropriety"]


def test_a_consideration_without_a_fact_is_not_pleaded() -> None:
    assert not any(one.startswith("Welfare") for one in _count(_FACTS))
    assert _count([]) == []


@pytest.mark.parametrize(("rests_on", "words"), [
    (["certify", "conclude"],
     "(branch (1): Count I; branch (2): Count II; in the alternative, Count III; 5 U.S.C. § 702);"),
    ([], "(Count I and Count II; in the alternative, Count III; 5 U.S.C. § 702);"),
    # One duty for two ways says nothing of the second, so it is not used.
    (["certify"], "(Count I and Count II; in the alternative, Count III; 5 U.S.C. § 702);"),
])
def test_each_way_to_obey_names_the_count_that_requires_it(rests_on: list[str], words: str) -> None:
    case = load(sample_files()["certification-ice"], load_law()).case
    changed = tuple(
        one.model_copy(update={"rests_on": tuple(rests_on)}) if one.either else one
        for one in case.relief)
    printed = preview(case.model_copy(update={"relief": changed}), load_law(), AS_OF)
    lines = [one.replace("\u00a0", " ") for one in printed]

    assert [one for one in lines if one.startswith("C. Order") and one.endswith(words)]


@pytest.mark.parametrize(("pages", "printed"), [
    (["1-3", "4-5", "6"], "1-6"),
    (["9-10", "7-8", "5"], "5, 7-10"),
    (["3", "3"], "3"),
    (["cover", "2"], "cover, 2"),
    ([""], ""),
])
def test_pages_that_follow_one_another_are_one_range(pages: list[str], printed: str) -> None:
    sources = [Source(exhibit="minutes", at=one or None) for one in pages]

    assert [one.at for one in once(sources)] == [printed or None]
