"""The demand letter alone, as typed on the command line; Word is not stood in for."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.proofread import judge, mirror

Run = Callable[..., tuple[int, str, str]]


def _letter(folder: Path) -> str:
    return mirror((folder / "send" / "01-demand-letter.docx").read_bytes())


def test_a_demand_is_one_letter_in_a_folder_of_its_own(run: Run, tmp_path: Path) -> None:
    outcome, paths, words = run("demand", "half-known", "--out", tmp_path, "--as-of", "2026-11-24")
    folder = tmp_path / "half-known-demand"
    assert outcome == 0
    assert paths.splitlines() == [f"{folder}/send/01-demand-letter.docx", f"{folder}/packet.json"]
    assert judge((folder / "send" / "01-demand-letter.docx").read_bytes(), "send") == []
    assert f"Drafted 1 paper in {folder}." in words
    assert "To fill: [date for an answer], from counsel." in words
    assert run("verify", folder)[0] == 0


def test_a_thin_case_has_its_demand_with_brackets_for_the_rest(
    run: Run, case: Path, tmp_path: Path
) -> None:
    assert run("demand", case, "--out", tmp_path / "out")[0] == 0
    letter = _letter(tmp_path / "out" / "lantern-demand")
    assert "[officer who can do the act]" in letter
    assert "[what happened: date, place, who acted]" in letter


def test_a_demand_and_the_packet_do_not_stand_in_each_others_way(
    run: Run, tmp_path: Path
) -> None:
    run("demand", "half-known", "--out", tmp_path, "--as-of", "2026-11-24")
    run("draft", "half-known", "--out", tmp_path, "--as-of", "2026-11-24")
    assert sorted(one.name for one in tmp_path.iterdir() if one.is_dir()) == [
        "half-known", "half-known-demand",
    ]
    assert _letter(tmp_path / "half-known-demand") == _letter_of_packet(tmp_path / "half-known")


def _letter_of_packet(folder: Path) -> str:
    [file] = (folder / "send").glob("*-demand-letter.docx")
    return mirror(file.read_bytes())


def test_an_edited_demand_is_kept_and_the_new_one_goes_beside_it(run: Run, tmp_path: Path) -> None:
    ask = ("demand", "half-known", "--out", tmp_path, "--as-of", "2026-11-24")
    run(*ask)
    edited = tmp_path / "half-known-demand" / "send" / "01-demand-letter.docx"
    edited.write_bytes(b"edited")
    outcome, paths, words = run(*ask)
    assert outcome == 0
    assert edited.read_bytes() == b"edited"
    assert f"{edited}: has been edited since it was drafted; it was left as it is." in words
    assert f"{tmp_path}/half-known-demand-2/send/01-demand-letter.docx" in paths
    assert run(*ask)[2].count("already there, the same 1 paper; nothing was written.") == 1


def test_a_letter_that_follows_a_demand_tells_of_it(run: Run, tmp_path: Path) -> None:
    run("demand", "certification-ice", "--out", tmp_path, "--as-of", "2026-11-24")
    letter = _letter(tmp_path / "certification-ice-demand")
    assert "July 14, 2026: a first demand asked that ICE" in letter
    assert "September 8, 2026: a further demand asked that ICE" in letter


@pytest.mark.parametrize(("refused", "ended"), [("yes", "refused"), ("no", "answered")])
def test_how_an_earlier_demand_ended_is_told(
    run: Run, case: Path, tmp_path: Path, refused: str, ended: str
) -> None:
    case.write_text(
        case.read_text() + "demands:\n  - id: one\n    made_on: 2026-10-01\n"
        f"    answered_on: 2026-10-09\n    refused: {refused}\n"
        "  - id: none\n    excuse: It would have been in vain.\n"
    )
    assert run("demand", case, "--out", tmp_path, "--as-of", "2026-11-24")[0] == 0
    letter = re.sub("<[^>]+>", "", _letter(tmp_path / "lantern-demand"))
    assert (
        f"October 1, 2026: a first demand asked that [what was asked]; it was {ended} on "
        "October 9, 2026." in letter
    )
    assert "vain" not in letter
    assert "further demand" not in letter


def test_an_office_writes_its_demand_on_its_own_template(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own"
    run("templates", "export", own)
    (own / "demand_letter.docx").write_bytes(b"hurt")
    outcome, _, words = run("demand", "half-known", "--out", tmp_path / "out", "--templates", own)
    assert outcome == 1
    assert "demand_letter.docx: this is no Word document" in words
