"""What can happen to an interview on a real terminal: it is killed, closed, filled up, gone back in."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest

from drafter.casefile import loads
from drafter.casefile.loading import parse
from drafter.cli.samples import sample_files
from drafter.interview.terminal import Prompt
from drafter.interview.tree import get
from drafter.law import load_law
from tests.interview.paralegal import Paralegal, interview
from tests.interview.test_pty import data, status

READY = "\x1b\\[\\?2004h"
"""What the screen sends when it is ready to be typed on: bracketed paste, please."""

DOWN, UP = "\x1b[B", "\x1b[A"
KILLS = 200
FULL = 1_500  # bytes


def keys(prompt: Prompt, answer: str) -> list[str]:
    """What a person presses to give an answer on the screen, one string for each time it waits."""
    if not (prompt.is_closed and prompt.choices):
        return [f"\x1b[200~{answer}\x1b[201~\r" if "\n" in answer else f"{answer}\r"]
    values = [one.value for one in prompt.choices]
    if answer == "":
        return ["\r"]
    if answer in values:
        return [DOWN * (values.index(answer) + 1) + "\r"]
    return [f"{UP}\r", f"{answer}\r"]


@pytest.mark.slow
def test_a_whole_287g_case_is_typed_on_the_screen_and_drafted(spawn: Any, tmp_path: Path) -> None:  # noqa: ANN401 - pexpect ships no types
    child = spawn("new", "trial.yaml", "--as-of", "2026-11-24")
    child.delaybeforesend = None  # each key is sent when the screen is ready for it
    sample = sample_files()["certification-ice"]
    held, paralegal = interview(), Paralegal(sample)
    while True:
        prompt = held.prompt
        if prompt.title == "Review":
            answer = "draft"
        elif prompt.title == "Privacy" or held.question is None:
            answer = "keep"
        else:
            answer = paralegal.answer(held.question, held.sheet)
        for pressed in keys(prompt, answer):
            child.expect(READY)
            child.send(pressed)
        held.answer(answer)
        if held.outcome is not None:
            break
    screen = pyte.Screen(80, 200)
    stream = pyte.Stream(screen)
    child.expect(pexpect.EOF, timeout=120)
    stream.feed(child.before)
    child.close()
    assert child.exitstatus == 0
    assert "out/trial/packet.json" in "\n".join(screen.display)
    assert (tmp_path / "out" / "trial" / "file" / "01-complaint.docx").is_file()
    typed = loads((tmp_path / "trial.yaml").read_text(), "trial.yaml", load_law()).case
    known = loads(sample.read_text(), "known.yaml", load_law()).case
    assert len(typed.events) == len(known.events)
    assert len(typed.duties) == len(known.duties)
    assert [one.on for one in typed.events] == [one.on for one in known.events]


@pytest.mark.slow
def test_two_hundred_kills_at_random_moments_lose_nothing_but_the_answer_being_typed(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.interview.killing", str(tmp_path), str(KILLS), "287"],
        capture_output=True, text=True, check=False, timeout=600,
    )
    assert done.returncode == 0, done.stderr[-1_000:]
    found = json.loads(done.stdout)
    assert found["faults"] == []
    assert found["running"] == KILLS  # the program never ended by itself before
    assert found["midway"] > KILLS // 20  # enough of them came in the midst of typing
    # The last ten, each of which can be read; and one more where the kill came between the new save
    # and the removal of the oldest, which the next save then removes.
    assert found["saves"] in (10, 11)


def test_a_terminal_that_is_closed_keeps_every_answer(spawn: Any, tmp_path: Path) -> None:  # noqa: ANN401 - as above
    child = spawn("new", "trial.yaml")
    child.expect(READY)
    child.send("Doe v. Roe\r")
    child.expect(READY)
    child.send("half an ans")
    child.close(force=False)  # the window is gone: SIGHUP, and nobody reads what is said
    assert not child.isalive()
    assert get(data(tmp_path), ("matter", "short_title")) == "Doe v. Roe"
    assert get(data(tmp_path), ("matter", "kind")) is None
    assert sorted(one.name for one in tmp_path.iterdir()) == [".trial.yaml.saves", "trial.yaml"]
    again = spawn("new", "trial.yaml")
    again.expect("matter: kind")


def test_a_full_disk_is_told_and_the_file_stays_whole(spawn: Any, tmp_path: Path) -> None:  # noqa: ANN401 - as above
    child = spawn("new", "trial.yaml", "--plain", largest=FULL)
    child.expect("> $")
    child.send("Doe v. Roe\r")
    child.expect("matter: kind")
    child.send("!menu\r")
    child.expect("> $")
    child.send("petitioners\r")
    child.expect("> $")
    child.send("add\r")
    child.expect("> $")
    child.send("person\r")
    child.expect("> $")
    child.send("Jane " + "Example " * 300 + "Doe\r")
    child.expect("could not be saved")
    child.expect("> $")
    assert get(data(tmp_path), ("matter", "short_title")) == "Doe v. Roe"
    assert list(tmp_path.glob(".*.part")) == []
    child.send("!quit\r")
    child.expect("the last answers could not be saved")
    assert status(child) == 1
    assert parse((tmp_path / "trial.yaml").read_text(), "trial.yaml").flaws == []


def test_room_made_on_a_full_disk_saves_what_was_answered_meanwhile(spawn: Any, tmp_path: Path) -> None:  # noqa: ANN401 - as above
    child = spawn("new", "trial.yaml", "--plain", largest=FULL)
    child.expect("> $")
    child.send("A " * 900 + "\r")
    child.expect("could not be saved")
    child.expect("> $")
    child.send("!undo\r")
    child.expect("short title")
    child.expect("> $")
    child.send("Doe v. Roe\r")
    child.expect("matter: kind")
    child.send("!quit\r")
    assert status(child) == 0
    assert get(data(tmp_path), ("matter", "short_title")) == "Doe v. Roe"


def test_back_across_sections_loses_nothing(spawn: Any, tmp_path: Path) -> None:  # noqa: ANN401 - as above
    child = spawn("new", "trial.yaml")
    for answer in ("Doe v. Roe", "287g-certification", "almd"):
        child.expect(READY)
        child.send(f"{answer}\r")
    child.expect("court: division")
    for title, stands in (
        ("court: name", "United States District Court for the Middle District of Alabama"),
        ("matter: kind", "training certification"), ("matter: short title", "Doe v. Roe"),
    ):
        child.expect(READY)
        child.send("<\r")
        child.expect(title)
        child.expect(f"Now: {stands}")
    for title in ("matter: kind", "court: name", "court: division"):
        child.expect(READY)
        child.send("\r")  # Enter keeps what stands, and the way on is the way back
        child.expect(title)
    child.expect(READY)
    child.send("!quit\r")
    assert status(child) == 0
    case = data(tmp_path)
    assert get(case, ("matter", "short_title")) == "Doe v. Roe"
    assert get(case, ("matter", "kind")) == "287g-certification"
    assert get(case, ("forum", "court")) == "almd"


def test_paragraphs_pasted_in_plain_mode_are_kept_whole(spawn: Any, tmp_path: Path) -> None:  # noqa: ANN401 - as above
    (tmp_path / "trial.yaml").write_text("matter:\n  id: trial\nforum:\n  court: almd\n")
    text = "\n\n".join("“Whose car?” he asked; Ms. Doe’s answer was short. " * 25 + f"{n}." for n in range(5))
    child = spawn("new", "trial.yaml", "--plain")
    for move in ("!menu\r", "summary\r"):
        child.expect("> $")
        child.send(move)
    child.expect("full stop[^>]*> $")
    child.send(text.replace("\n", "\r") + "\r.\r")
    child.expect("sentence 1: sources")
    child.expect("> $")
    child.send("!quit\r")
    assert status(child) == 0
    assert len(text) > 6_000
    assert get(data(tmp_path), ("matter", "summary", 0, "say")) == text


@pytest.mark.parametrize("typed", [("new", "trial.yaml"), ("new",), ("edit", "trial.yaml")])
def test_without_a_terminal_the_program_itself_gives_advice(tmp_path: Path, typed: tuple[str, ...]) -> None:
    (tmp_path / "trial.yaml").write_text("matter:\n  id: trial\n")
    done = subprocess.run(
        [sys.executable, "-m", "drafter", *typed], stdin=subprocess.DEVNULL, capture_output=True, text=True,
        cwd=tmp_path, check=False, timeout=60,
    )
    assert done.returncode == 2
    assert "no terminal" in done.stderr
    assert "--no-input" in done.stderr
    assert "Traceback" not in done.stderr


def test_answers_with_windows_line_ends_come_through_a_pipe(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "new", "trial.yaml"], cwd=tmp_path, check=False, timeout=60,
        input=b"Doe v. Roe\r\n287g-certification\r\nalmd\r\n!quit\r\n", capture_output=True,
    )
    assert b"To go on: drafter new trial.yaml" in done.stderr
    assert b"\r" not in (tmp_path / "trial.yaml").read_bytes()
    assert get(data(tmp_path), ("forum", "court")) == "almd"
