from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from drafter.cli import arguments, cases
from tests.packet.stand_in import tree

Run = Callable[..., tuple[int, str, str]]


def test_drafting_prints_paths_on_stdout_and_words_on_stderr(
    desk: SimpleNamespace, run: Run, case: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    outcome, paths, words = run("draft", case, "--out", out, "--as-of", "2026-11-24")
    assert outcome == 0
    assert paths.splitlines() == [
        f"{out}/lantern/{name}"
        for name in (
            "file/01-complaint.docx", "send/01-letter.docx", "keep/01-review-memo.docx", "packet.json",
        )
    ]
    assert all(Path(path).is_file() for path in paths.splitlines())
    assert f"Drafted 3 papers in {out}/lantern." in words
    assert "1 blank to fill" in words
    assert " STOP, " in words
    assert desk.asked == [dt.date(2026, 11, 24)]


def test_drafting_again_says_that_the_packet_is_there(
    desk: SimpleNamespace, run: Run, case: Path, tmp_path: Path
) -> None:
    first = run("draft", case, "--out", tmp_path / "out", "--as-of", "2026-11-24")
    before = tree(tmp_path / "out")
    outcome, paths, words = run("draft", case, "--out", tmp_path / "out", "--as-of", "2026-11-24")
    assert (outcome, paths) == (0, first[1])
    assert "already there, the same 3 papers; nothing was written." in words
    assert tree(tmp_path / "out") == before
    assert len(desk.asked) == 2


def test_an_edited_paper_is_named_and_kept(
    desk: SimpleNamespace, run: Run, case: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run("draft", case, "--out", out, "--as-of", "2026-11-24")
    edited = out / "lantern" / "file" / "01-complaint.docx"
    edited.write_bytes(b"edited")
    outcome, paths, words = run("draft", case, "--out", out, "--as-of", "2026-11-24")
    assert outcome == 0
    assert f"{edited}: has been edited since it was drafted; it was left as it is." in words
    assert f"{out}/lantern-2/file/01-complaint.docx" in paths
    assert edited.read_bytes() == b"edited"
    assert len(desk.asked) == 2


def test_the_case_file_is_in_the_manifest_by_its_hash(
    desk: SimpleNamespace, run: Run, case: Path, tmp_path: Path
) -> None:
    import hashlib

    from drafter import __version__

    run("draft", case, "--out", tmp_path / "out")
    content = json.loads((tmp_path / "out" / "lantern" / "packet.json").read_text())
    assert content["case"]["sha256"] == hashlib.sha256(case.read_bytes()).hexdigest()
    assert content["program"] == f"drafter {__version__}"
    assert str(tmp_path) not in json.dumps(content)
    assert len(desk.asked) == 1


def test_a_marked_copy_is_made_only_when_asked_for(
    desk: SimpleNamespace, run: Run, case: Path, tmp_path: Path
) -> None:
    run("draft", case, "--out", tmp_path / "out")
    assert desk.marked is False
    run("draft", case, "--marked", "--out", tmp_path / "out")
    assert desk.marked is True


def test_a_stop_note_changes_the_exit_status_only_when_strict(
    desk: SimpleNamespace, run: Run, case: Path, tmp_path: Path
) -> None:
    assert run("draft", case, "--out", tmp_path / "a")[0] == 0
    outcome, _, words = run("draft", case, "--out", tmp_path / "b", "--strict")
    assert outcome == 3
    assert "must be cleared or dismissed before filing" in words
    assert (tmp_path / "b" / "lantern").is_dir()
    assert run("check", case)[0] == 0
    assert run("check", case, "--strict")[0] == 3
    assert len(desk.asked) == 2


def test_strict_is_silent_where_no_stop_note_stands(
    desk: SimpleNamespace, run: Run, case: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(cases, "run_checks", lambda _matter: ())
    assert run("check", case, "--strict") == (0, "", "Notes: 0 STOP, 0 REVIEW, 0 INFO.\n")
    assert not desk.asked
    assert not (tmp_path / "out").exists()


def test_without_a_date_the_day_is_today(
    desk: SimpleNamespace, run: Run, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(arguments.today(), dt.date)
    monkeypatch.setattr(cases, "today", lambda: dt.date(2027, 1, 2))
    run("draft", case, "--out", tmp_path / "out")
    assert desk.asked == [dt.date(2027, 1, 2)]


def test_notes_say_severity_id_field_words_and_source(run: Run, case: Path) -> None:
    outcome, out, err = run("check", case, "--as-of", "2026-11-24")
    assert outcome == 0
    lines = out.splitlines()
    assert lines[0].startswith("STOP    ")
    assert any(line.startswith("        Source: ") for line in lines)
    assert "\x1b" not in out
    assert err.startswith("Notes: ")


def test_a_dismissed_note_shows_who_dismissed_it_and_does_not_count(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(
        "matter:\n  id: lantern\nforum:\n  court: almd\ndismissals:\n"
        "  - id: DEM001\n    reason: A demand would have been in vain.\n"
        "    by: I. Draftwell\n    on: 2026-11-20\n"
    )
    _, out, err = run("check", file, "--as-of", "2026-11-24")
    assert "DEM001  demands  (dismissed)" in out
    assert "Dismissed by I. Draftwell, 2026-11-20: A demand would have been in vain." in out
    assert "1 dismissed" in err


def test_json_is_for_programs(run: Run, case: Path) -> None:
    outcome, out, err = run("check", case, "--json", "--as-of", "2026-11-24")
    content = json.loads(out)
    assert (outcome, err) == (0, "")
    assert content["case"] == "lantern"
    assert content["as_of"] == "2026-11-24"
    assert content["warnings"] == []
    assert {"id", "severity", "field", "message", "sources", "dismissed"} == set(content["notes"][0])


def test_an_invalid_case_is_told_line_by_line_or_as_json(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text("matter:\n  id: lantern\n  knid: x\nforum:\n  court: almd\n")
    outcome, out, err = run("check", file)
    assert (outcome, out) == (2, "")
    assert f"{file}:3:3: matter.knid:" in err
    outcome, out, err = run("check", file, "--json")
    assert (outcome, err) == (2, "")
    assert json.loads(out)["problems"][0].startswith(f"{file}:3:3: matter.knid:")


def test_a_warning_about_the_file_goes_to_stderr(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text("matter:\n  id: lantern\n  status: unit #5\nforum:\n  court: almd\n")
    assert f"warning: {file}:3:" in run("check", file)[2]


def test_a_preview_is_numbered_text(desk: SimpleNamespace, run: Run, case: Path) -> None:
    assert run("preview", case, "complaint", "--as-of", "2026-11-24") == (
        0, "IN THE COURT\n1. Plaintiffs sue.\n", "",
    )
    assert desk.asked == [(dt.date(2026, 11, 24), "complaint")]


def test_an_office_uses_its_own_copy_of_a_template_where_it_has_one(
    desk: SimpleNamespace, run: Run, case: Path, tmp_path: Path
) -> None:
    from drafter.render import shipped_template

    own = tmp_path / "own"
    own.mkdir()
    theirs = shipped_template("complaint") + b"\0"  # as good as ours, and not the same
    (own / "complaint.docx").write_bytes(theirs)
    run("draft", case, "--out", tmp_path / "out", "--templates", own)
    assert desk.templates("complaint") == theirs
    assert desk.templates("state_petition") == shipped_template("state_petition")
    run("draft", case, "--out", tmp_path / "out")
    assert desk.templates is shipped_template


def test_a_folder_without_templates_is_wrong_usage(
    desk: SimpleNamespace, run: Run, case: Path, tmp_path: Path
) -> None:
    outcome, _, err = run("draft", case, "--out", tmp_path / "out", "--templates", tmp_path)
    assert outcome == 2
    assert "holds no template of ours" in err
    assert not desk.asked
