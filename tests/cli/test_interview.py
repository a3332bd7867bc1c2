from __future__ import annotations

import datetime as dt
import io
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import TextIO

import pytest

from drafter.cli import interview as command
from drafter.cli import main
from drafter.cli.arguments import _SECTIONS
from drafter.interview import SECTIONS, PipedTerminal, PlainTerminal

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Answers in a file, where the program looks for what is typed."""
    monkeypatch.chdir(tmp_path)
    opened: list[TextIO] = []

    def give(answers: str) -> None:
        file = tmp_path / "answers.txt"
        file.write_text(answers)
        opened.append(file.open(encoding="utf-8"))
        monkeypatch.setattr(sys, "stdin", opened[-1])

    yield give
    for one in opened:
        one.close()


@pytest.fixture
def typist(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """A person at a plain terminal."""
    monkeypatch.chdir(tmp_path)

    def sit(answers: str) -> None:
        terminal = PlainTerminal(io.StringIO(answers), sys.stderr)
        monkeypatch.setattr(command, "_terminal", lambda **_: terminal)

    return sit


def test_the_sections_on_the_command_line_are_those_of_the_plan() -> None:
    assert tuple(one.id for one in SECTIONS) == _SECTIONS


def test_answers_from_a_pipe_are_saved(run: Run, pipe: Callable[[str], None], tmp_path: Path) -> None:
    pipe("Doe v. Roe\nother\nalmd\n!quit\n")
    outcome, out, err = run("new", "lantern")
    assert outcome in {0, 2}
    assert out == ""
    assert "court: almd" in (tmp_path / "lantern.yaml").read_text()
    assert "To go on: drafter new lantern.yaml" in err


def test_a_pipe_that_leaves_out_what_the_case_needs_says_so(run: Run, pipe: Callable[[str], None]) -> None:
    pipe("Doe v. Roe\n")
    assert run("new", "lantern.yaml")[0] == 2


def test_a_refused_answer_in_a_pipe_is_named_by_its_number(run: Run, pipe: Callable[[str], None]) -> None:
    pipe("Doe v. Roe\nother\natlantis\n")
    outcome, _, err = run("new", "lantern.yaml")
    assert outcome == 2
    assert "Answer 3 was refused" in err


def test_a_case_without_a_name_is_asked_for_one(
    run: Run, typist: Callable[[str], None], tmp_path: Path
) -> None:
    typist("\nLantern Street\n!quit\n")
    assert run("new")[0] == 0
    assert (tmp_path / "lantern-street.yaml").is_file()


def test_a_name_is_not_made_up_for_a_pipe(run: Run, pipe: Callable[[str], None]) -> None:
    pipe("\n")
    outcome, _, err = run("new")
    assert outcome == 2
    assert "names the case" in err


def test_an_empty_pipe_is_no_terminal(run: Run, pipe: Callable[[str], None]) -> None:
    pipe("")
    outcome, _, err = run("new")
    assert outcome == 2
    assert "there is no terminal" in err


def test_quitting_before_a_name_is_given_stops(run: Run, typist: Callable[[str], None]) -> None:
    typist("!quit\n")
    assert run("new")[0] == 130


@pytest.mark.parametrize("nothing", ["null", "closed", "none"])
def test_without_a_terminal_there_is_advice(
    run: Run, monkeypatch: pytest.MonkeyPatch, nothing: str
) -> None:
    stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - closed below
    if nothing == "closed":
        stdin.close()
    monkeypatch.setattr(sys, "stdin", None if nothing == "none" else stdin)
    outcome, _, err = run("new", "lantern.yaml")
    stdin.close()
    assert outcome == 2
    assert "in a pipe, one on each line" in err


def test_no_input_lists_what_is_missing_and_asks_nothing(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "lantern.yaml"
    outcome, out, err = run("new", file, "--no-input")
    assert outcome == 2
    assert "forum.court: Id of the court in which the paper is filed (`drafter forums`). (needed)" in out
    assert "missing." in err
    assert not file.exists()


def test_no_input_needs_a_case(run: Run) -> None:
    outcome, _, err = run("new", "--no-input")
    assert outcome == 2
    assert "name the case file" in err


def test_edit_lists_what_is_missing_too(run: Run, case: Path) -> None:
    assert run("edit", case, "--no-input")[0] == 2


def test_edit_begins_at_the_review(run: Run, case: Path, typist: Callable[[str], None]) -> None:
    typist("court\n\n!quit\n")
    outcome, _, err = run("edit", case)
    assert outcome == 0
    assert "Review: The court" in err


def test_edit_goes_through_one_section(run: Run, case: Path, typist: Callable[[str], None]) -> None:
    typist("\nNorthern Division\n!quit\n")
    assert run("edit", case, "--section", "court")[0] == 0
    assert "division: Northern Division" in case.read_text()


def test_edit_wants_a_case_that_is_there(run: Run, tmp_path: Path) -> None:
    outcome, _, err = run("edit", tmp_path / "none.yaml")
    assert outcome == 2
    assert "drafter new" in err


def test_a_case_is_drafted_from_the_review(
    run: Run, case: Path, typist: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    from drafter.cli import cases

    asked: list[object] = []

    def draft(options: SimpleNamespace) -> int:
        asked.append((options.case, options.out, options.as_of))
        return 0

    monkeypatch.setattr(cases, "draft", draft)
    typist("draft\n")
    assert run("edit", case, "--out", "there", "--as-of", "2026-11-24")[0] == 0
    typist("draft\n")
    assert run("edit", case)[0] == 0
    assert asked == [
        (str(case), Path("there"), dt.date(2026, 11, 24)), (str(case), Path("out"), None),
    ]


def test_a_case_that_could_not_be_saved_is_told(
    run: Run, tmp_path: Path, typist: Callable[[str], None]
) -> None:
    (tmp_path / "file").write_text("")
    typist("Doe v. Roe\n!quit\n")
    outcome, _, err = run("new", tmp_path / "file" / "lantern.yaml")
    assert outcome == 1
    assert "could not be saved" in err


@pytest.mark.parametrize(("stop", "outcome"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stopped_interview_says_how_to_go_on(
    run: Run, case: Path, monkeypatch: pytest.MonkeyPatch, stop: signal.Signals, outcome: int
) -> None:
    class Stopped(PlainTerminal):
        def read(self, _prompt: object) -> str:
            os.kill(os.getpid(), stop)
            return ""

    monkeypatch.setattr(command, "_terminal", lambda **_: Stopped(io.StringIO(), sys.stderr))
    got, _, err = run("new", case)
    assert got == outcome
    assert f"To go on: drafter new {case}" in err


def test_a_stop_while_nothing_can_be_saved_says_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped(PlainTerminal):
        def read(self, _prompt: object) -> str:
            raise KeyboardInterrupt

    (tmp_path / "file").write_text("")
    monkeypatch.setattr(command, "_terminal", lambda **_: Stopped(io.StringIO(), sys.stderr))
    got, _, err = run("new", tmp_path / "file" / "lantern.yaml")
    assert got == 130
    assert "the last answers could not be saved" in err


@pytest.mark.parametrize(
    ("plain", "term", "front"),
    [(True, "xterm", "PlainTerminal"), (False, "dumb", "PlainTerminal"), (False, "xterm", "ScreenTerminal")],
)
def test_the_front_fits_the_terminal(
    monkeypatch: pytest.MonkeyPatch, *, plain: bool, term: str, front: str
) -> None:
    leader, follower = os.openpty()
    with Path(os.ttyname(follower)).open(encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.setenv("TERM", term)
        assert type(command._terminal(plain=plain)).__name__ == front  # noqa: SLF001 - the choice itself
    os.close(leader)
    os.close(follower)


def test_a_pipe_has_a_front_of_its_own(pipe: Callable[[str], None]) -> None:
    pipe("answers\n")
    assert isinstance(command._terminal(plain=False), PipedTerminal)  # noqa: SLF001 - as above


def test_help_names_both_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    assert "\n    new " in said
    assert "\n    edit " in said
