"""Remarks in the margin of a finished paper, as Word's own comments."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from drafter.context.memo.remarks import Place, Remark
from drafter.render.names import DOCUMENT, SPACE, W
from drafter.render.package import Member, zipped
from drafter.render.page import bookmark_name
from drafter.render.paper import Paper
from drafter.render.preflight import PARSER

AUTHOR = "drafter"
COMMENTS = "word/comments.xml"

_TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "word/_rels/document.xml.rels"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TITLE = "Caption Title"
_LEVEL = 3  # of compression, as for any paper
_SMALL = "20"  # half points


def commented(paper: Paper, remarks: Sequence[Remark]) -> Paper:
    """The paper with each remark as a comment at its place, in the order of the paper.

    A remark whose place the paper does not print hangs at the title. The comments carry no
    date, so that the same remarks give the same bytes.
    """
    if not remarks:
        return paper
    with zipfile.ZipFile(io.BytesIO(paper.data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts[DOCUMENT], PARSER)
    places = _Places(paper, root)
    hung: dict[int, list[Remark]] = {}
    for remark in remarks:
        hung.setdefault(places.index(remark.place), []).append(remark)
    comments = etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
    for index in sorted(hung):
        first = len(comments)
        for remark in hung[index]:
            comments.append(_comment(remark, len(comments)))
        _hang(places.paragraphs[index], range(first, len(comments)))
    parts[DOCUMENT] = _written(root)
    parts[COMMENTS] = _written(comments)
    parts[_TYPES] = _with(parts[_TYPES], "Override", PartName=f"/{COMMENTS}", ContentType=_TYPE)
    parts[_RELATIONSHIPS] = _with(
        parts[_RELATIONSHIPS], "Relationship", Id="rIdComments", Type=_KIND, Target="comments.xml")
    return replace(
        paper,
        data=zipped(Member(name, data, _LEVEL) for name, data in parts.items()),
        trees={**paper.trees, DOCUMENT: root, COMMENTS: comments},
    )


class _Places:
    """The paragraphs of a paper, as remarks name them."""

    def __init__(self, paper: Paper, root: etree._Element) -> None:
        self.paragraphs = list(root.iter(f"{W}p"))
        self._marks: dict[str, int] = {}
        for n, one in enumerate(self.paragraphs):
            for start in one.iter(f"{W}bookmarkStart"):
                self._marks[start.get(f"{W}name", "")] = n
        self._numbers: dict[str, int] = {}
        self._styles: dict[str, int] = {}
        self._first = 0
        for n, line in reversed(list(enumerate(paper.lines))):
            if line.text:
                self._first = n
                self._styles[line.style] = n
            if re.fullmatch(r"\d+\.", line.number):
                self._numbers[line.number[:-1]] = n

    def index(self, place: Place) -> int:
        """The paragraph of a place; the title where the paper does not print it."""
        title = self._styles.get(_TITLE, self._first)
        if place.mark:
            return self._marks.get(bookmark_name(place.mark), title)
        if place.number:
            return self._numbers.get(place.number, title)
        return self._styles.get(place.style, title) if place.style else title


def _hang(paragraph: etree._Element, ids: range) -> None:
    """The range of each comment is the whole paragraph."""
    at = 0 if paragraph.find(f"{W}pPr") is None else 1
    for n in reversed(ids):
        paragraph.insert(at, _element("commentRangeStart", id=str(n)))
    for n in ids:
        paragraph.append(_element("commentRangeEnd", id=str(n)))
        run = etree.SubElement(paragraph, f"{W}r")
        run.append(_element("commentReference", id=str(n)))


def _comment(remark: Remark, number: int) -> etree._Element:
    comment = _element("comment", id=str(number), author=AUTHOR, initials=AUTHOR[0])
    comment.append(_paragraph(remark.heading, first=True))
    for line in remark.lines:
        comment.append(_paragraph(line))
    return comment


def _paragraph(words: str, *, first: bool = False) -> etree._Element:
    """Small and single-spaced, whatever the paper around it is; the first one is the heading."""
    paragraph = etree.Element(f"{W}p")
    properties = etree.SubElement(paragraph, f"{W}pPr")
    properties.append(_element("spacing", before="0", after="0", line="240", lineRule="auto"))
    properties.append(_element("ind", left="0", firstLine="0"))
    properties.append(_element("jc", val="left"))
    if first:
        etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}annotationRef")
    run = etree.SubElement(paragraph, f"{W}r")
    look = etree.SubElement(run, f"{W}rPr")
    if first:
        look.append(_element("b"))
    look.append(_element("sz", val=_SMALL))
    text = etree.SubElement(run, f"{W}t")
    text.set(SPACE, "preserve")
    text.text = words
    return paragraph


def _element(name: str, **attributes: str) -> etree._Element:
    element = etree.Element(f"{W}{name}")
    for key, value in attributes.items():
        element.set(f"{W}{key}", value)
    return element


def _with(part: bytes, name: str, **attributes: str) -> bytes:
    """A list of types or relationships with one more entry."""
    root = etree.fromstring(part, PARSER)
    etree.SubElement(root, f"{root.tag[: root.tag.index('}') + 1]}{name}", attributes)
    return _written(root)


def _written(root: etree._Element) -> bytes:
    whole: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return whole
