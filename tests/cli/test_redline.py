"""``drafter redline``: two papers, or two packets, and what may go wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.cli import main
from tests.render.words import template, unzipped

Talk = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Talk:
    """Runs the command in an empty folder: its status, what it printed, what it said."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, list[str], str]:
        code = main(["redline", *arguments])
        said = capsys.readouterr()
        return code, said.out.splitlines(), said.err

    return call


def _paper(place: str, words: str) -> str:
    file = Path(place)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(template(words))
    return place


def test_two_papers_become_one_copy_that_nobody_else_can_read(talk: Talk) -> None:
    code, out, said = talk(_paper("old.docx", "It was filed."), _paper("new.docx", "It is filed."))
    assert (code, out) == (0, ["new-redline.docx"])
    assert "1 paper with tracked changes, to be read and not to be filed." in said
    copy = Path("new-redline.docx")
    assert b"<w:del " in unzipped(copy.read_bytes())["word/document.xml"]
    assert copy.stat().st_mode & 0o077 == 0


def test_a_copy_is_never_written_over(talk: Talk) -> None:
    old, new = _paper("old.docx", "It was filed."), _paper("new.docx", "It is filed.")
    assert talk(old, new, "--out", "copies/one.docx")[0] == 0
    code, _, said = talk(old, new, "--out", "copies/one.docx")
    assert code == 1
    assert "copies/one.docx: is there already; choose another place with --out." in said


def test_two_packets_are_compared_paper_by_paper_whatever_their_numbers(talk: Talk) -> None:
    for place in ("a/file/01-petition.docx", "a/file/02-verification.docx", "a/send/01-letter.docx",
                  "a/keep/01-review-memo.docx"):
        _paper(place, "It was filed.")
    for place in ("b/file/01-petition.docx", "b/file/03-verification.docx", "b/file/02-notice.docx",
                  "b/keep/01-review-memo.docx"):
        _paper(place, "It is filed.")
    code, out, _ = talk("a", "b")
    assert (code, out) == (0, [
        "redline/file/01-petition-redline.docx", "redline/file/03-verification-redline.docx"])


def test_two_folders_without_a_paper_in_common_say_so(talk: Talk) -> None:
    _paper("a/file/01-petition.docx", "It was filed.")
    _paper("b/file/01-complaint.docx", "It is filed.")
    assert talk("a", "b")[0] == 1


@pytest.mark.parametrize(("new", "status", "words"), [
    ("a", 2, "name two papers or two packets, not one of each"),
    ("missing.docx", 1, "missing.docx: No such file or directory. Name a Word file"),
    ("text.docx", 1, "the new paper is no Word document (.docx); save it again in Word."),
])
def test_what_cannot_be_compared_is_said(talk: Talk, new: str, status: int, words: str) -> None:
    old = _paper("old.docx", "It was filed.")
    _paper("a/file/01-petition.docx", "It was filed.")
    Path("text.docx").write_text("plain")
    code, out, said = talk(old, new)
    assert (code, out) == (status, [])
    assert words in said


def test_a_place_that_cannot_be_made_is_said(talk: Talk) -> None:
    old, new = _paper("old.docx", "It was filed."), _paper("new.docx", "It is filed.")
    code, _, said = talk(old, new, "--out", "old.docx/copy.docx")
    assert code == 1
    assert "hoose another place with --out." in said
