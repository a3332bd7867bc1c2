from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def out(
    desk: SimpleNamespace, run: Run, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    monkeypatch.setattr("drafter.cli.verify.judge", lambda _data, _kind: [])
    assert run("draft", case, "--out", tmp_path / "out")[0] == 0
    assert len(desk.asked) == 1
    return tmp_path / "out"


def test_an_untouched_folder_verifies(run: Run, out: Path) -> None:
    assert run("verify", out) == (0, "", "1 packet: every paper is as it was drafted.\n")


def test_a_changed_paper_is_named(run: Run, out: Path) -> None:
    paper = out / "lantern" / "send" / "01-letter.docx"
    paper.write_bytes(b"changed")
    outcome, said, err = run("verify", out / "lantern")
    assert outcome == 1
    assert said == f"{paper}: has been changed since it was drafted.\n"
    assert err == "1 packet: 1 difference from what was drafted.\n"


def test_a_place_without_packets_cannot_be_verified(run: Run, tmp_path: Path) -> None:
    outcome, _, err = run("verify", tmp_path / "none")
    assert outcome == 1
    assert "there is no packet here" in err


def test_a_citation_outside_the_table_of_authorities_is_named_when_asked_for(
    run: Run, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "drafter.cli.verify.strays", lambda _papers: [("send/01-letter.docx", "1 Ex. 2")])
    outcome, said, _ = run("verify", out, "--cites")
    assert outcome == 1
    where = out / "lantern" / "send" / "01-letter.docx"
    assert said == f"{where}: 1 Ex. 2 is not in the memo's table of authorities.\n"
    assert run("verify", out)[0] == 0
