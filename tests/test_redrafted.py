"""A case that is drafted anew: the memo says what differs from the packet before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.cli import main
from drafter.context.memo.changes import NO_CHANGES, change_words
from drafter.proofread import judge, mirror
from tests.packet.stand_in import tree

CASE = """\
matter:
  id: lantern
forum:
  court: {court}
petitioners:
  - id: one
    name: {name}
"""
HEADING = "12. What differs from the last draft"
Draw = Callable[..., str]


@pytest.fixture
def draw(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Draw:
    """Drafts a small case and gives the text of its memo."""

    def call(name: str, court: str = "almd") -> str:
        file = tmp_path / "case.yaml"
        file.write_text(CASE.format(name=name, court=court))
        assert main(["draft", str(file), "--out", str(tmp_path / "out"), "--as-of", "2026-11-24"]) == 0
        paths = capsys.readouterr().out.split()
        [memo] = [Path(path) for path in paths if path.endswith("review-memo.docx")]
        assert judge(memo.read_bytes(), "keep") == []
        return mirror(memo.read_bytes())

    return call


def test_a_first_draft_has_no_such_section(draw: Draw) -> None:
    assert HEADING not in draw("Wick Lumen")


def test_a_second_draft_tells_each_paragraph_that_changed(draw: Draw) -> None:
    draw("Wick Lumen")
    memo = draw("Wick Lucerne")
    section = memo[memo.index(HEADING) :]
    assert "Compared with the packet lantern, drafted as of 2026-11-24" in section
    assert "[Memo Table] WICK LUMEN,\nbody cell [Memo Table] WICK LUCERNE," in section
    assert section.count("[Memo Table] Complaint\n") >= 1


def test_drafting_the_second_again_gives_the_same_bytes(draw: Draw, tmp_path: Path) -> None:
    draw("Wick Lumen")
    draw("Wick Lucerne")
    before = tree(tmp_path / "out")
    draw("Wick Lucerne")
    assert tree(tmp_path / "out") == before


def test_what_an_editor_changed_in_the_earlier_packet_is_told_too(
    draw: Draw, tmp_path: Path
) -> None:
    draw("Wick Lumen")
    (tmp_path / "out" / "lantern" / "file" / "01-complaint.docx").write_bytes(b"hurt")
    memo = draw("Wick Lucerne")
    assert "(a file that cannot be read)\nbody cell [Memo Table] (the whole paper)" in memo


def test_papers_that_came_or_went_are_named(draw: Draw) -> None:
    draw("Wick Lumen")
    memo = draw("Wick Lumen", "va-circuit")
    assert "file/complaint\nbody cell [Memo Table] (in the earlier packet)" in memo
    assert "Petition for Writ of Mandamus\nbody cell [Memo Table] (no such paper)" in memo


def test_a_draft_in_which_nothing_differs_says_so() -> None:
    words = change_words("lantern", "2026-11-24", {"Complaint": ()}, (), ())
    assert words.lead.endswith(": nothing to be filed or sent differs.")
    assert (words.rows, words.more) == ((), "")
    assert NO_CHANGES.lead == ""


def test_a_long_list_ends_with_how_many_are_left() -> None:
    pairs = {"Complaint": [("", f"Paragraph {n}.") for n in range(1234)]}
    words = change_words("lantern", "2026-11-24", pairs, (), ())
    assert len(words.rows) == 60
    assert words.rows[0].was == "—"
    assert words.more == "1,174 further differences are not listed."
