"""Drafting in memory: the preview of a paper, and the last look that stops a packet."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from drafter import drafting
from drafter.case import Case
from drafter.casefile import load
from drafter.cli.samples import sample_files
from drafter.errors import LintError, TemplateError
from drafter.law import load_law
from drafter.law.records import DutyTrack
from drafter.render import shipped_template
from tests.checks.cases import case
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


@pytest.mark.parametrize("told", [
    "The office withheld three pages as attorney work product.",
    "The deputy told her to ask an attorney.",
    "The sheriff said that he would ask the attorney general.",
    "The first page bears the stamp PRIVILEGED.",
    "The form says None in the box for a name, and N/A in the next.",
    f"The log names the folder {'/'}home/jail/logs and the file C{':'}\\Logs\\stop.txt.",
    "The letter ends with /s/ and no name.",
    "The answer was (), which nobody could explain.",
    "The screen showed Error! and undefined.",
    "The clerk wrote that that was that.",
    "The notice says DRAFT FOR REVIEW at its head, and {{ name }} where a name should be.",
    "Exhibit Z and Count IX are the clerk's own words.",
    "The case number is 1:26-cv-00001, and 9 U.S. 999 is cited on the wall.",
    "Otoline Facsimil and Quilan Standin signed the list at 9:05 a.m. on July 15, 2026.",
    "The number to call was (555) 555-0118, and the address desk@example.net.",
    "The order says that within 31 days the Court orders nothing; paragraph 900 says so.",
])
@pytest.mark.parametrize("sample", ["half-known", "certification-ice", "overdetention-sheriff"])
def test_what_a_person_tells_as_a_fact_never_stops_a_packet(told: str, sample: str) -> None:
    case = load(sample_files()[sample], load_law()).case
    event = case.events[0]
    say = event.says[0].model_copy(update={"say": told})
    events = (event.model_copy(update={"says": (say, *event.says[1:])}), *case.events[1:])
    made = drafting.draft(
        case.model_copy(update={"events": events}), load_law(), AS_OF, shipped_template)
    assert made.papers


@pytest.mark.no_cover  # many of one kind: counting their lines shows nothing new
@pytest.mark.parametrize("duty", sorted(load_law().duties))
def test_every_duty_of_the_catalogue_drafts_in_each_court_that_it_is_for(duty: str) -> None:
    law = load_law()
    entry = law.duties[duty]
    federal = entry.track is DutyTrack.FEDERAL
    courts = [
        one.id for one in law.forums.values()
        if (one.id in {"flmd", "cacd"} if federal else "state-petition" in one.vehicles)
        and (not entry.states or one.system in entry.states)
    ]
    assert courts
    for court in courts if entry.states else courts[:3]:
        changes: dict[str, Any] = {"duties.0.catalogue": duty, "duties.0.act": None, "duties.0.statement": None, "forum.court": court}
        made = case("federal" if federal else "virginia", changes)
        assert drafting.draft(made, law, AS_OF, shipped_template).papers, court
