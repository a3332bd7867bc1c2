"""Reading an agreement, and looking an agency up, on the command line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from drafter.cli import moa as command
from drafter.cli.samples import sample_files
from tests.moa.layout import AGENCY, pdf, text

Run = Callable[..., tuple[int, str, str]]
PROMISED = {
    "model", "form_revision", "agency", "state", "signed_on", "pages", "pages_without_text",
    "clauses", "adverse", "absent",
}


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A task-force agreement of an invented county."""
    file = tmp_path / "moa.pdf"
    file.write_bytes(pdf(text("tfm-2025")))
    return file


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """A list of one agency."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["LAW ENFORCEMENT AGENCY", "SUPPORT TYPE", "STATE", "SIGNED"])
    sheet.append([AGENCY, "Task Force Model", "ALABAMA", "4/22/2025"])
    sheet.append(["Undated Marshal", "Task Force Model", "ALABAMA", None])
    file = tmp_path / "list-2025-07-18.xlsx"
    book.save(file)
    return file


def _case(folder: Path) -> Path:
    file = folder / "case.yaml"
    shutil.copy(sample_files()["certification-ice"], file)
    return file


def test_the_table_says_what_a_lawyer_needs_and_the_clause_on_rights_first(
    run: Run, paper: Path
) -> None:
    status, out, _ = run("moa", paper)
    assert status == 0
    assert "Task Force Model" in out
    assert AGENCY in out
    assert "April 22, 2025" in out
    assert out.index("AC1") < out.index("tfm-certification")
    assert "force high" in out
    assert "may support training-certification" in out
    assert "steering committee" in out.partition("Absent")[2]


def test_json_has_the_keys_that_programs_rely_on(run: Run, paper: Path) -> None:
    status, out, _ = run("moa", paper, "--json")
    told = json.loads(out)
    assert status == 0
    assert set(told) >= PROMISED
    for clause in told["clauses"]:
        assert {"id", "section", "heading", "page", "text", "binds", "operative", "force"} <= set(clause)
    for clause in told["adverse"]:
        assert {"id", "section", "heading", "page", "text"} <= set(clause)
    assert told["model"] == "task-force"
    assert told["form_revision"] == "2025-03-07"
    assert told["effective_on"] == "2025-04-22"
    assert told["year"] == 2025
    assert told["adverse"][0]["id"] == "AC1"


def test_pages_that_cannot_be_read_are_named_with_what_to_do(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drafter.moa.ocr.tool", lambda: None)
    monkeypatch.setattr(command, "tool", lambda: None)
    laid = text("jem-2025", revised="02/15/2025")
    file = tmp_path / "jem.pdf"
    signs = "qzrt wvb ncx hjk " * 30
    pages = [*laid, [], ["Sheriff, May 2, 2025, 555-0142"], [signs]]
    file.write_bytes(pdf(pages, pictured=[len(laid), len(laid) + 1, len(laid) + 2]))
    status, out, said = run("moa", file)
    assert status == 0
    for row in ("No text", "Fill-ins only", "Unreadable"):
        assert row in out
    assert "tesseract" in said
    assert "still drafts, with brackets" in said


def test_without_ocr_a_picture_is_left_unread(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("drafter.moa.reading.read_pictures", fail)
    file = tmp_path / "jem.pdf"
    file.write_bytes(pdf([[]], pictured=[0]))
    told = json.loads(run("moa", file, "--json", "--no-ocr")[1])
    assert told["pages_without_text"] == [1]


def test_a_paper_of_pictures_alone_says_that_nothing_was_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drafter.moa.ocr.tool", lambda: None)
    file = tmp_path / "jem.pdf"
    file.write_bytes(pdf([[]], pictured=[0]))
    status, out, said = run("moa", file)
    assert status == 0
    assert "not read" in out
    assert "Not found on the pages that could be read" in out
    assert "file's name" in said


def test_a_file_that_is_no_pdf_is_a_sentence_and_exit_1(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "moa.pdf"
    file.write_bytes(b"not at all")
    status, out, said = run("moa", file)
    assert (status, out) == (1, "")
    assert "not a PDF" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("typed", [
    (), ("x.pdf", "--agency", "Y"), ("--agency", "Y"),
])
def test_what_does_not_go_together_is_wrong_usage(run: Run, typed: tuple[str, ...]) -> None:
    assert run("moa", *typed)[0] == 2


def test_into_writes_the_agreement_and_keeps_every_comment(run: Run, paper: Path) -> None:
    case = _case(paper.parent)
    before = [line for line in case.read_text(encoding="utf-8").splitlines() if "#" in line]
    status, out, said = run("moa", paper, "--into", case)
    after = case.read_text(encoding="utf-8")
    assert (status, out) == (0, "")
    assert f"agency: {AGENCY}" in after
    assert "file: moa.pdf" in after
    assert "keep or strike" in said
    assert all(line in after for line in before)
    assert run("check", case)[0] == 0
    assert not list(paper.parent.glob(".*.part"))


def test_a_changed_quotation_is_a_stop_note_once_the_paper_is_beside_the_case(
    run: Run, paper: Path
) -> None:
    case = _case(paper.parent)
    run("moa", paper, "--into", case)
    words = case.read_text(encoding="utf-8")
    case.write_text(words.replace("shall contact an ICE supervisor", "should contact an ICE supervisor"))
    told = json.loads(run("check", case, "--json")[1])
    [stop] = [n for n in told["notes"] if n["id"] == "MOA018" and "should contact" in n["message"]]
    assert "shall contact" in stop["message"]


def test_a_pdf_elsewhere_is_not_named_and_the_user_is_told(
    run: Run, paper: Path, tmp_path: Path
) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    case = _case(inner)
    _, _, said = run("moa", paper, "--into", case)
    assert "move it there" in said
    assert "file: moa.pdf" not in case.read_text(encoding="utf-8")


def test_into_a_case_that_is_not_there_is_wrong_usage(run: Run, paper: Path) -> None:
    status, _, said = run("moa", paper, "--into", paper.with_name("gone.yaml"))
    assert status == 2
    assert "drafter new" in said


def test_into_a_thin_case_says_that_it_still_wants_corrections(run: Run, paper: Path) -> None:
    case = paper.with_name("thin.yaml")
    case.write_text("forum: {court: almd}\n", encoding="utf-8")
    status, _, said = run("moa", paper, "--into", case)
    assert status == 0
    assert "still wants 1 correction" in said


def test_a_part_that_does_not_fit_leaves_the_case_as_it_was(run: Run, paper: Path) -> None:
    case = paper.with_name("case.yaml")
    old = "matter: {id: sample}\nforum: {court: almd}\nmoa: {agancy: misspelt}\n"
    case.write_text(old, encoding="utf-8")
    status, _, said = run("moa", paper, "--into", case)
    assert status == 1
    assert "left as it was" in said
    assert case.read_text(encoding="utf-8") == old


def test_into_json_writes_no_comments(run: Run, paper: Path) -> None:
    case = paper.with_name("case.json")
    case.write_text('{"matter": {"id": "sample"}, "forum": {"court": "almd"}}', encoding="utf-8")
    assert run("moa", paper, "--into", case)[0] == 0
    assert json.loads(case.read_text(encoding="utf-8"))["moa"]["model"] == "task-force"


def test_a_case_that_cannot_be_written_is_left(
    run: Run, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = _case(paper.parent)
    old = case.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    status, _, said = run("moa", paper, "--into", case)
    assert status == 1
    assert "nothing was changed" in said
    assert case.read_bytes() == old


def test_an_agency_on_the_list_has_its_models_days_and_the_lists_day(run: Run, roster: Path) -> None:
    status, out, said = run("moa", "--agency", AGENCY, "--list", roster)
    assert status == 0
    assert "Task Force Model" in out
    assert "April 22, 2025" in out
    assert "July 18, 2025" in said
    assert "no date" in run("moa", "--agency", "Undated", "--list", roster)[1]


def test_an_agency_that_is_not_on_the_list_is_a_warning(run: Run, roster: Path) -> None:
    status, out, said = run("moa", "--agency", "Specimem County Sheriff", "--list", roster)
    assert (status, out) == (0, "")
    assert f"It has {AGENCY}" in said
    assert "check before filing" in said
    told = json.loads(run("moa", "--agency", "Nobody", "--list", roster, "--json")[1])
    assert (told["listed"], told["list_date"]) == (False, "2025-07-18")
    told = json.loads(run("moa", "--agency", AGENCY, "--list", roster, "--json")[1])
    assert told["agreements"][0]["model"] == "task-force"


def test_what_the_list_says_goes_into_the_case_and_its_notes(run: Run, roster: Path) -> None:
    case = _case(roster.parent)
    run("moa", "--agency", AGENCY, "--list", roster, "--into", case)
    words = case.read_text(encoding="utf-8")
    assert "dated: 2025-07-18" in words
    assert f"agency: {AGENCY}" in words
    assert "signed_on: 2025-04-22" in words
    assert "MOA022" not in run("check", case)[1]
    run("moa", "--agency", "Nobody", "--list", roster, "--into", case)
    said = run("check", case)[1]
    assert "MOA022" in said
    assert "the list of July 18, 2025 has no “Nobody”" in " ".join(said.split())


def test_a_list_older_than_the_status_leaves_it_and_a_newer_one_opens_it(
    run: Run, roster: Path
) -> None:
    case = _case(roster.parent)
    run("moa", "--agency", "Nobody", "--list", roster, "--into", case)
    assert "status: in-force\n" in case.read_text(encoding="utf-8")
    newer = roster.rename(roster.with_name("list-2026-11-24.xlsx"))
    run("moa", "--agency", "Nobody", "--list", newer, "--into", case)
    assert "not on ICE’s list of 2026-11-24" in case.read_text(encoding="utf-8")
    assert "MOA007" in run("check", case)[1]
    run("moa", "--agency", AGENCY, "--list", newer, "--into", case)
    words = case.read_text(encoding="utf-8")
    assert "status: in-force\n" in words
    assert "status_as_of: 2026-11-24" in words


def test_a_status_that_an_attorney_found_out_is_left(run: Run, roster: Path) -> None:
    case = _case(roster.parent)
    words = case.read_text(encoding="utf-8").replace("status: in-force", "status: terminated")
    case.write_text(words, encoding="utf-8")
    newer = roster.rename(roster.with_name("list-2026-11-24.xlsx"))
    run("moa", "--agency", AGENCY, "--list", newer, "--into", case)
    assert "status: terminated\n" in case.read_text(encoding="utf-8")


def test_a_pdf_and_a_list_are_read_in_one_go(run: Run, paper: Path, roster: Path) -> None:
    case = _case(roster.parent)
    status, _, said = run("moa", paper, "--list", roster, "--into", case)
    assert status == 0
    assert "has 1 agreement of that name: Task Force Model" in said
    assert f"asked: {AGENCY}, AL" in case.read_text(encoding="utf-8")


def test_a_name_that_two_agencies_bear_writes_nothing(run: Run, roster: Path) -> None:
    case = _case(roster.parent)
    old = case.read_bytes()
    status, _, said = run("moa", "--agency", "Alabama", "--list", roster, "--into", case)
    assert status == 2
    assert "State after a comma" in said
    assert case.read_bytes() == old


def test_a_case_without_an_agreement_is_told_how_to_get_one(run: Run, roster: Path) -> None:
    case = roster.parent / "thin.yaml"
    case.write_text("matter:\n  id: thin\nforum:\n  court: almd\n", encoding="utf-8")
    status, _, said = run("moa", "--agency", AGENCY, "--list", roster, "--into", case)
    assert (status, "no agreement yet" in said) == (2, True)
    status, _, said = run(
        "moa", "--agency", AGENCY, "--list", roster, "--into", roster.parent / "none.yaml"
    )
    assert (status, "no such case file" in said) == (2, True)
