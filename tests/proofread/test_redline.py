"""A tracked-changes copy: accepted it is the new paper, rejected it is the old one."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from lxml import etree

from drafter.errors import TemplateError
from drafter.proofread import mirror, redline
from tests.drafts import SAMPLES, drafted
from tests.judges import audited, validated
from tests.render.words import saved, template, unzipped, zipped

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"
MARKS = re.compile(r"<mark [^>]*>")


def _settled(data: bytes, kept: str, dropped: str) -> bytes:
    """The paper after Word's *Accept all* (or *Reject all*), by the meaning of each element."""
    parts = unzipped(data)
    tree = etree.fromstring(parts[DOCUMENT])
    for path in (f"//w:tr[w:trPr/w:{dropped}]", f"//w:p[w:pPr/w:rPr/w:{dropped}]", f"//w:{dropped}"):
        found = tree.xpath(path, namespaces={"w": W[1:-1]})
        for node in found if isinstance(found, list) else ():
            assert isinstance(node, etree._Element)  # noqa: SLF001 - lxml's only name for it
            _out(node)
    for node in list(tree.iter(f"{W}{kept}")):
        parent = node.getparent()
        assert parent is not None
        at = parent.index(node)
        parent[at:at + 1] = list(node)
    for node in list(tree.iter(f"{W}pPrChange")):
        _set_back(node) if kept == "del" else _out(node)
    for name, plain in (("delText", "t"), ("delInstrText", "instrText")):
        for node in tree.iter(f"{W}{name}"):
            node.tag = f"{W}{plain}"
    return zipped({**parts, DOCUMENT: etree.tostring(tree)})


def _set_back(change: etree._Element) -> None:
    """The properties of a paragraph as they were."""
    parent = change.getparent()
    assert parent is not None
    before = list(change[0])
    for one in list(parent):
        if one.tag not in {f"{W}rPr", f"{W}sectPr"}:
            parent.remove(one)
    parent[0:0] = before


def _out(node: etree._Element) -> None:
    parent = node.getparent()
    assert parent is not None
    parent.remove(node)


def _accepted(data: bytes) -> str:
    return _told(_settled(data, "ins", "del"))


def _rejected(data: bytes) -> str:
    return _told(_settled(data, "del", "ins"))


def _told(data: bytes) -> str:
    """The text of the body with styles, emphasis and fields; bookmarks take no room on a page."""
    text = MARKS.sub("", mirror(data))
    for tag in ("b", "i", "u", "blank"):
        text = text.replace(f"</{tag}><{tag}>", "")
    return "\n".join(line for line in text.splitlines() if line.startswith("body"))


def _holds(old: bytes, new: bytes) -> bytes:
    made = redline(old, new)
    assert _accepted(made) == _told(new)
    assert _rejected(made) == _told(old)
    return made


OLD = template("The clerk files it.", "A second paragraph stands here.", "The last one.")


@pytest.mark.parametrize("lines", [
    ("The clerk files it.", "A second paragraph stands here.", "The last one."),
    ("The clerk filed it today.", "A second paragraph stands here.", "The last one."),
    ("The clerk files it.", "The last one."),
    ("The clerk files it.", "Between them came a new one.", "A second paragraph stands here.",
     "The last one."),
    ("The last one.", "The clerk files it."),
    ("Nothing of it is left but this.",),
    ("The  clerk\tfiles it.", "A second paragraph stands here!", "", "The last one."),
], ids=["same", "word", "gone", "come", "moved", "all", "spaces"])
def test_accepted_it_is_the_new_and_rejected_the_old(lines: tuple[str, ...]) -> None:
    _holds(OLD, template(*lines))


def test_only_the_words_that_differ_are_marked() -> None:
    made = _holds(OLD, template(
        "The clerk files it.", "A second paragraph stood here.", "The last one."))
    tree = etree.fromstring(unzipped(made)[DOCUMENT])
    assert ["".join(t.text or "" for t in one.iter(f"{W}t")) for one in tree.iter(f"{W}ins")] == ["stood"]
    assert [t.text for t in tree.iter(f"{W}delText")] == ["stands"]


def test_two_papers_that_are_the_same_have_no_change() -> None:
    assert b"<w:ins" not in unzipped(redline(OLD, OLD))[DOCUMENT]
    assert b"<w:del" not in unzipped(redline(OLD, OLD))[DOCUMENT]


def _table(*rows: tuple[str, ...]) -> bytes:
    document = Document()
    document.add_paragraph("Before it.")
    table = document.add_table(len(rows), max(map(len, rows)))
    for n, row in enumerate(rows):
        for m, words in enumerate(row):
            table.cell(n, m).text = words
    document.add_paragraph("After it.")
    return saved(document)


@pytest.mark.parametrize("rows", [
    (("A", "Agreement of June"), ("B", "Declaration of July")),
    (("A", "Agreement of May"), ("B", "Declaration of July")),
    (("A", "Agreement of June"),),
    (("A", "Agreement of June"), ("X", "Put in between"), ("B", "Declaration of July")),
    (("A", "Agreement of June", "14"), ("B", "Declaration of July", "3")),
    (("A", "Agreement of June\nin two parts"), ("B", "Declaration of July")),
], ids=["same", "cell", "row-gone", "row-come", "column-come", "paragraph-come"])
def test_rows_and_cells_are_compared(rows: tuple[tuple[str, ...], ...]) -> None:
    _holds(_table(("A", "Agreement of June"), ("B", "Declaration of July")), _table(*rows))


def test_a_table_comes_and_goes() -> None:
    _holds(_table(("A", "Agreement")), template("Before it.", "After it."))
    _holds(template("Before it.", "After it."), _table(("A", "Agreement")))


def test_a_change_of_style_and_emphasis_is_tracked() -> None:
    def made(style: str, *, bold: bool) -> bytes:
        document = Document()
        paragraph = document.add_paragraph("The clerk ", style=style)
        paragraph.add_run("files it.").bold = bold
        return saved(document)

    _holds(made("Normal", bold=False), made("Body Text", bold=False))
    _holds(made("Normal", bold=False), made("Normal", bold=True))


def test_changes_that_are_tracked_already_count_as_accepted() -> None:
    document = Document()
    paragraph = document.add_paragraph("The clerk ")
    for tag, words in (("w:ins", "files"), ("w:del", "loses")):
        change = OxmlElement(tag)
        run = paragraph.add_run(words)._r  # noqa: SLF001 - python-docx shows runs no other way
        change.append(run)
        paragraph._p.append(change)  # noqa: SLF001 - likewise
    made = redline(template("The clerk lost it."), saved(document))
    assert _accepted(made) == _told(template("The clerk files"))


@pytest.mark.no_cover  # many of one kind: counting their lines shows nothing new
@pytest.mark.parametrize("name", SAMPLES)
def test_papers_of_two_samples_become_one_another(name: str, tmp_path: Path) -> None:
    others = {paper.name: paper.data for one in SAMPLES for paper in drafted(one).papers
              if one != name and paper.kind != "keep"}
    for paper in drafted(name).papers:
        if paper.kind != "keep" and paper.name in others and paper.name not in {"complaint", "petition"}:
            made = tmp_path / f"{paper.name}.docx"
            made.write_bytes(_holds(others[paper.name], paper.data))
            assert audited(made) == [], paper.path


@pytest.mark.parametrize("judge", [audited, pytest.param(validated, marks=pytest.mark.slow)])
def test_an_edited_complaint_stays_whole(judge: Callable[[Path], list[str]], tmp_path: Path) -> None:
    [old] = [one.data for one in drafted("certification-ice").papers if one.name == "complaint"]
    document = Document(io.BytesIO(old))
    spoken = [one for one in document.paragraphs if len(one.runs) == 1 and len(one.text) > 80]
    for paragraph, words in zip(spoken[:20], itertools.cycle(["Plaintiffs", "the Court", "never"]),
                                strict=False):
        paragraph.runs[0].text = paragraph.text.replace(" the ", f" {words} ", 1)
    _out(spoken[3]._p)  # noqa: SLF001 - python-docx takes none out
    made = tmp_path / "redline.docx"
    made.write_bytes(_holds(old, saved(document)))
    assert judge(made) == []


@pytest.mark.parametrize("hurt", [
    lambda: b"no zip",
    lambda: zipped({"word/document.xml": b"<w:p"}),
    lambda: zipped({DOCUMENT: b'<w:document xmlns:w="' + W[1:-1].encode() + b'"/>'}),
], ids=["no-zip", "broken", "empty"])
def test_what_is_no_word_document_is_refused(hurt: Callable[[], bytes]) -> None:
    with pytest.raises(TemplateError, match="save it again in Word"):
        redline(OLD, hurt())
    with pytest.raises(TemplateError):
        redline(hurt(), OLD)


def test_the_same_two_give_the_same_bytes() -> None:
    new = template("The clerk lost it.", "The last one.")
    assert redline(OLD, new) == redline(OLD, new)
    with zipfile.ZipFile(io.BytesIO(redline(OLD, new))) as archive:
        assert archive.testzip() is None
