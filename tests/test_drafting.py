"""Drafting in memory: the preview of a paper, and the last look that stops a packet."""

from __future__ import annotations

from functools import cache

import pytest

from drafter import drafting
from drafter.case import Case
from drafter.casefile import load
from drafter.cli.samples import sample_files
from drafter.errors import LintError, TemplateError
from drafter.law import load_law
from tests.drafts import AS_OF, drafted


@cache
def _case() -> Case:
    return load(sample_files()["half-known"], load_law()).case


def test_a_preview_is_the_lines_of_the_opening_paper_or_of_the_one_that_is_named() -> None:
    papers = drafted("half-known").papers
    law = load_law()
    assert drafting.preview(_case(), law, AS_OF) == papers[0].lines
    for one in papers[-2:]:
        assert drafting.preview(_case(), law, AS_OF, one.name) == one.lines
        assert drafting.preview(_case(), law, AS_OF, one.path) == one.lines


def test_a_paper_that_the_case_does_not_have_cannot_be_previewed() -> None:
    with pytest.raises(TemplateError, match='no paper "complaint"; its papers are petition, '):
        drafting.preview(_case(), load_law(), AS_OF, "complaint")


@pytest.mark.parametrize("make", [drafting.draft, drafting.demand])
def test_a_paper_that_breaks_a_promise_stops_everything(
    make: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(make)
    monkeypatch.setattr(drafting, "judge_trees", lambda _trees, _kind: ["it holds a comment"])
    with pytest.raises(LintError, match="it holds a comment; nothing was written"):
        make(_case(), load_law(), AS_OF)
