"""Promise 5: a fact that is missing is a bracket that is counted; nothing odd is printed in its place."""

from __future__ import annotations

import copy
import os
import re
from functools import cache
from typing import Any

import pytest

from drafter.errors import CaseFileError
from tests.drafts import SAMPLES
from tests.safety.fields import Path, drafted, load_data, printed, sample_data

pytestmark = pytest.mark.no_cover  # hundreds of drafts of one kind: counting their lines shows nothing new

ODD = re.compile(
    r"\bNone\b(?! (?:of|was|were|is|has)\b)|\{\{|\}\}|\{%|%\}|\(\s*\)|\[\s*\]|,\s*,|,\s*\.|\.\s\.|\s,|;\s*;|\bnan\b|<[a-z_.]+ object|Text\(|Blank\("
    r"|datetime\.|\bFact\b\("
)
STEP = int(os.environ.get("DRAFTER_STEP", "11"))
"""Every so many facts are taken out in the usual run; 1 takes out each."""


def _places(data: object, path: Path = ()) -> list[Path]:
    """Where each value, group and item of a case stands, leaves and all."""
    found: list[Path] = []
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        found += [(*path, key), *_places(value, (*path, key))]
    return found


def _without(data: dict[str, Any], path: Path) -> dict[str, Any]:
    made = copy.deepcopy(data)
    here: Any = made
    for step in path[:-1]:
        here = here[step]
    del here[path[-1]]
    return made


@cache
def _odd_before(sample: str) -> frozenset[str]:
    """What looks odd in the full sample and is right there."""
    return frozenset(_odd(sample_data(sample)))


def _odd(data: dict[str, Any]) -> list[str]:
    found = []
    for paper in drafted(data).papers:
        for line in printed(paper.data):
            if match := ODD.search(line):
                start = max(0, match.start() - 40)
                found.append(f"{paper.path}: …{line[start : match.end() + 20]}…")
    return found


@pytest.mark.slow
@pytest.mark.parametrize("start", range(STEP) if STEP < 3 else range(1))
@pytest.mark.parametrize("sample", SAMPLES)
def test_whatever_fact_is_taken_out_no_paper_prints_nothing_as_something(sample: str, start: int) -> None:
    data = sample_data(sample)
    wrong: dict[str, list[str]] = {}
    drafts = 0
    for path in _places(data)[start::STEP]:
        less = _without(data, path)
        try:
            load_data(less)
        except CaseFileError:
            continue  # the case needs it, and says so
        drafts += 1
        if odd := [one for one in _odd(less) if one not in _odd_before(sample)]:
            wrong[".".join(map(str, path))] = odd[:2]
    assert wrong == {}
    assert drafts


def test_an_odd_print_would_be_noticed() -> None:
    for words in ("by None on", "Ms. , who", "{{ x }}", "( )", "a,, b", "<drafter.x object at"):
        assert ODD.search(words)
    assert not ODD.search("On May 1, 2026, she asked (Ex. A at 2). [date of refusal]")
