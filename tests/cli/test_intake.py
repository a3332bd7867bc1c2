"""Forms from the command line, and back into a case."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_both_forms_are_written_and_named(run: Run, here: Path) -> None:
    outcome, out, err = run("intake", "--html", "forms/facts.html", "--xlsx", "forms/facts.xlsx")
    assert outcome == 0
    assert out.split() == ["forms/facts.html", "forms/facts.xlsx"]
    assert "--from" in err
    assert (here / "forms/facts.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert "Who asks" in openpyxl.load_workbook(here / "forms/facts.xlsx").sheetnames


def test_a_form_that_stands_there_is_never_written_over(run: Run, here: Path) -> None:
    (here / "facts.html").write_text("filled")
    outcome, _, err = run("intake", "--html", "facts.html")
    assert outcome == 1
    assert "may be filled in" in err
    assert (here / "facts.html").read_text() == "filled"


@pytest.mark.parametrize(
    ("typed", "told"),
    [((), "--html FILE.html"), (("--html", "facts.xlsx"), "ends in .html"), (("--xlsx", "facts"), "ends in .xlsx")],
)
def test_a_form_without_a_fitting_name_is_refused(run: Run, here: Path, typed: tuple[str, ...], told: str) -> None:
    outcome, _, err = run("intake", *typed)
    assert outcome == 2
    assert told in err
    assert list(here.iterdir()) == []


def test_a_form_that_cannot_be_written_says_why(run: Run, here: Path) -> None:
    (here / "taken").write_text("")
    outcome, _, err = run("intake", "--html", "taken/facts.html")
    assert outcome == 1
    assert "choose another place" in err


def test_a_case_begins_with_what_came_back(run: Run, here: Path) -> None:
    (here / "back.json").write_text(json.dumps({
        "matter": {"id": "doe"}, "petitioners": [{"id": "doe", "name": "Jane Doe"}],
        "events": [{"id": "call", "says": [{"say": "She gave the number 123-45-6789."}]}],
    }))
    outcome, out, err = run("new", "--from", "back.json", "--no-input")
    assert outcome == 2  # facts are missing
    assert "forum.court" in out
    assert "doe.yaml: begun with what back.json holds" in err
    assert "events.0.says.0.say: holds what looks like" in err
    text = (here / "doe.yaml").read_text(encoding="utf-8")
    assert "name: Jane Doe" in text
    assert text.startswith("# yaml-language-server")


def test_every_error_of_what_came_back_is_named_and_nothing_is_written(run: Run, here: Path) -> None:
    (here / "back.json").write_text(json.dumps({
        "matter": {"id": "doe", "tittle": "x"},
        "petitioners": [{"id": "doe", "name": "Jane Doe", "custody": "away"}, {"id": "doe", "name": "John Doe"}],
        "harms": [{"id": "shift", "petitioner": "roe", "says": [{"say": "See [#nowhere]."}]}],
        "events": [{"id": "call", "on": "2026-02-30", "says": []}],
    }, indent=1))
    outcome, _, err = run("new", "case.yaml", "--from", "back.json")
    assert outcome == 2
    for told in ("matter.tittle", "petitioners.0.custody", "petitioners.1.id", "harms.0.petitioner",
                 "harms.0.says.0.say", "events.0.on"):
        assert f": {told}: " in err, err
    assert not (here / "case.yaml").exists()


def test_a_case_that_is_there_is_not_begun_again(run: Run, here: Path) -> None:
    (here / "back.json").write_text('{"matter": {"id": "doe"}}')
    (here / "doe.yaml").write_text("matter:\n  id: doe\n")
    outcome, _, err = run("new", "--from", "back.json")
    assert outcome == 2
    assert "OTHER.yaml --from back.json" in err


def test_what_is_no_form_is_refused(run: Run, here: Path) -> None:
    (here / "back.txt").write_text("Dear Ms. Doe")
    outcome, _, err = run("new", "case.yaml", "--from", "back.txt")
    assert outcome == 2
    assert "no form that came back" in err


def test_the_interview_goes_on_where_the_form_ended(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "back.json").write_text('{"matter": {"id": "doe", "short_title": "Doe v. Roe", "kind": "other"}}')
    (here / "answers.txt").write_text("almd\n")
    with (here / "answers.txt").open(encoding="utf-8") as answers:
        monkeypatch.setattr(sys, "stdin", answers)
        run("new", "--from", "back.json")
    assert "court: almd" in (here / "doe.yaml").read_text(encoding="utf-8")


def test_without_openpyxl_the_workbook_says_what_is_missing(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    outcome, _, err = run("intake", "--xlsx", "facts.xlsx")
    assert outcome == 1
    assert "mandamus-drafter[xlsx]" in err
    assert list(here.iterdir()) == []
