"""Remarks become Word's own comments, each over its whole paragraph."""

from __future__ import annotations

import io

import pytest
from docx import Document
from lxml import etree

from drafter.context.memo.remarks import Place, Remark
from drafter.proofread import judge
from drafter.render import Ledger, Paper, Template, commented
from drafter.wording.text import Mark, Text
from tests.render.words import W, part, saved, unzipped


def _paper(*, title: bool = True) -> Paper:
    """A court, a title, two numbered paragraphs (one marked), one in a cell, and a last line."""
    document = Document()
    document.add_paragraph("")
    if title:
        document.styles.add_style("Caption Title", 1)
    document.add_paragraph("THE TITLE", style="Caption Title" if title else None)
    document.add_paragraph("{{ first }}", style="List Number")
    document.add_paragraph("Second.", style="List Number")
    document.add_table(1, 1).cell(0, 0).text = "In a cell."
    document.add_paragraph("The last words.", style="Quote")
    template = Template.open(saved(document), "test")
    return template.fill(
        {"first": Text.of(Mark("a-mark"), "First.")}, Ledger(), title="A paper")


def _remark(place: Place, *lines: str) -> Remark:
    return Remark(place, "STOP FRM001", lines or ("Do not file.",))


def _hung(paper: Paper) -> list[tuple[str, list[str]]]:
    """Each paragraph that carries comments, with their numbers."""
    found = []
    for one in part(paper.data).iter(f"{W}p"):
        starts = [str(s.get(f"{W}id")) for s in one.iter(f"{W}commentRangeStart")]
        assert starts == [s.get(f"{W}id") for s in one.iter(f"{W}commentRangeEnd")]
        assert starts == [s.get(f"{W}id") for s in one.iter(f"{W}commentReference")]
        if starts:
            found.append(("".join(t.text or "" for t in one.iter(f"{W}t")), starts))
    return found


@pytest.mark.parametrize(("place", "words"), [
    (Place(mark="a-mark"), "First."),
    (Place(number="2"), "Second."),
    (Place(style="Quote"), "The last words."),
    (Place(), "THE TITLE"),
    (Place(mark="not-printed"), "THE TITLE"),
    (Place(number="99"), "THE TITLE"),
    (Place(style="No Such Style"), "THE TITLE"),
])
def test_a_remark_hangs_at_its_place_or_else_at_the_title(place: Place, words: str) -> None:
    assert _hung(commented(_paper(), [_remark(place)])) == [(words, ["0"])]


def test_without_a_title_a_remark_hangs_at_the_first_words() -> None:
    assert _hung(commented(_paper(title=False), [_remark(Place())])) == [("THE TITLE", ["0"])]


def test_comments_are_numbered_in_the_order_of_the_paper_and_may_share_a_paragraph() -> None:
    places = (Place(style="Quote"), Place(), Place(number="2"), Place())
    paper = commented(_paper(), [_remark(one, f"Remark {n}.") for n, one in enumerate(places)])
    assert _hung(paper) == [
        ("THE TITLE", ["0", "1"]), ("Second.", ["2"]), ("The last words.", ["3"]),
    ]
    texts = [
        ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in one]
        for one in part(paper.data, "word/comments.xml")
    ]
    assert texts == [["STOP FRM001", f"Remark {n}."] for n in (1, 3, 2, 0)]


def test_a_comment_has_our_author_and_no_date() -> None:
    paper = commented(_paper(), [_remark(Place())])
    [comment] = part(paper.data, "word/comments.xml")
    assert {str(key): str(value) for key, value in comment.attrib.items()} == {
        f"{W}id": "0", f"{W}author": "drafter", f"{W}initials": "d",
    }


def test_another_library_reads_the_comments() -> None:
    paper = commented(_paper(), [_remark(Place(), "One & <two>.", "{{ 3 }}")])
    [comment] = Document(io.BytesIO(paper.data)).comments
    assert (comment.author, comment.timestamp) == ("drafter", None)
    assert comment.text == "STOP FRM001\nOne & <two>.\n{{ 3 }}"


def test_the_text_numbers_and_bookmarks_of_the_paper_stay_as_they_were() -> None:
    before = _paper()
    after = commented(before, [_remark(Place(mark="a-mark")), _remark(Place())])
    root = part(after.data)
    for one in list(root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd")):
        _gone(one)
    for one in list(root.iter(f"{W}commentReference")):
        run = one.getparent()
        assert run is not None
        _gone(run)
    assert etree.tostring(root, method="c14n") == etree.tostring(part(before.data), method="c14n")
    assert (after.numbers, after.lines, after.blanks) == (
        before.numbers, before.lines, before.blanks)
    added = {"word/document.xml", "word/comments.xml", "[Content_Types].xml",
             "word/_rels/document.xml.rels"}
    old, new = unzipped(before.data), unzipped(after.data)
    assert {name for name in new if old.get(name) != new[name]} == added


def _gone(node: etree._Element) -> None:
    parent = node.getparent()
    assert parent is not None
    parent.remove(node)


def test_the_same_remarks_give_the_same_bytes() -> None:
    remarks = [_remark(Place()), _remark(Place(number="1"))]
    assert commented(_paper(), remarks).data == commented(_paper(), remarks).data


def test_without_remarks_the_paper_stays_as_it_is() -> None:
    paper = _paper()
    assert commented(paper, ()) is paper


def test_only_a_paper_that_stays_in_the_office_may_carry_comments() -> None:
    data = commented(_paper(), [_remark(Place())]).data
    assert judge(data, "keep") == []
    assert judge(data, "send") == [
        "it carries word/comments.xml", "word/document.xml holds a comment",
    ]
