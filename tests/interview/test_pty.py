"""The program on a real terminal of eighty columns."""

from __future__ import annotations

import re
import signal
import time
from pathlib import Path
from typing import Any

import pexpect

from drafter.casefile.loading import parse
from drafter.interview.tree import get


def status(child: Any) -> int:  # noqa: ANN401 - as above
    child.expect(pexpect.EOF)
    child.close()
    return int(child.exitstatus)


def data(tmp_path: Path) -> object:
    return parse((tmp_path / "trial.yaml").read_text(), "trial.yaml").data


def test_ctrl_c_keeps_every_answer_and_says_how_to_go_on(spawn: Any, tmp_path: Path) -> None:  # noqa: ANN401 - as above
    child = spawn("new", "trial.yaml")
    child.expect("short title")
    child.send("Doe v. Roe\r")
    child.expect("matter: kind")
    child.send("half an ans")
    child.sendintr()
    child.expect("drafter new trial.yaml")
    assert status(child) == 130
    assert get(data(tmp_path), ("matter", "short_title")) == "Doe v. Roe"
    child = spawn("new", "trial.yaml")
    child.expect("matter: kind")


def test_sigterm_keeps_every_answer(spawn: Any, tmp_path: Path) -> None:  # noqa: ANN401 - as above
    child = spawn("new", "trial.yaml", "--plain")
    child.expect("short title")
    child.send("Doe v. Roe\r")
    child.expect("matter: kind")
    child.kill(signal.SIGTERM)
    child.expect("drafter new trial.yaml")
    assert status(child) == 143
    assert get(data(tmp_path), ("matter", "short_title")) == "Doe v. Roe"


def test_words_that_no_choice_holds_are_refused_and_never_taken_for_the_first_one(spawn: Any, tmp_path: Path) -> None:  # noqa: ANN401 - as above
    (tmp_path / "trial.yaml").write_text(
        "matter: {id: trial, short_title: x, kind: 287g-records}\nforum: {court: oh-common-pleas, county: Example County}\n"
    )
    child = spawn("new", "trial.yaml")
    child.expect("venue")
    child.send("\r")
    child.expect("Type add for a petitioner")
    child.send("add\r")
    child.expect("another move")
    child.send("The Larkmoor Ledger\r")
    child.expect('"The Larkmoor Ledger" is not on the list')
    child.expect("another move")
    child.send("organ\r")
    child.expect("petitioner 1: name")
    assert get(data(tmp_path), ("petitioners", 0, "type")) == "organization"


def test_ctrl_d_saves_and_stops(spawn: Any, tmp_path: Path) -> None:  # noqa: ANN401 - as above
    child = spawn("new", "trial.yaml")
    child.expect("short title")
    child.send("Doe v. Roe\r")
    child.expect("matter: kind.*!quit")
    time.sleep(0.5)  # until the terminal is in the prompt's hands
    child.sendeof()
    child.expect("To go on: drafter new trial.yaml")
    assert status(child) == 0
    assert (tmp_path / "trial.yaml").is_file()


def test_plain_mode_moves_no_cursor(spawn: Any) -> None:  # noqa: ANN401 - as above
    child = spawn("new", "trial.yaml", "--plain")
    child.expect("short title")
    assert "\x1b" not in child.before
    child.send("!quit\r")
    assert status(child) == 0


def test_no_color_is_honoured(spawn: Any) -> None:  # noqa: ANN401 - as above
    child = spawn("new", "trial.yaml", NO_COLOR="1")
    child.expect("short title")
    child.send("!quit\r")
    child.expect(pexpect.EOF)
    assert not re.search(r"\x1b\[(?:[0-9]+;)*(?:3[0-7]|9[0-7]|38;[0-9;]+)m", child.before)


def test_pasted_paragraphs_reach_the_file_whole(spawn: Any, tmp_path: Path) -> None:  # noqa: ANN401 - as above
    text = "“Whose car?” he asked. " * 130 + "\n\n" + "Ms. Doe’s answer was short. " * 110
    (tmp_path / "trial.yaml").write_text(
        "matter:\n  id: trial\nforum:\n  court: almd\npetitioners:\n  - id: doe\n    name: Jane Doe\n    minor: no\n"
    )
    child = spawn("edit", "trial.yaml", "--section", "summary")
    child.expect("moves|< back")
    time.sleep(0.5)
    child.send(f"\x1b[200~{text}\x1b[201~\r")
    child.expect("words kept")
    child.expect("sentence 1: sources")
    child.send("!quit\r")
    assert status(child) == 0
    assert len(text) > 6_000
    assert get(data(tmp_path), ("matter", "summary", 0, "say")) == text.strip()
