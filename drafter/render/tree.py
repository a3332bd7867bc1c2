"""The finishing of a rendered part: tokens become runs, marks bookmarks, references fields.

A rendered part is parsed strictly (docxtpl's own parser mends what it cannot read, and drops
the rest of a petition without a word). Then its nodes are walked once, in order, by lxml's own
filter, which is quick: most paragraphs hold plain words, and only the others are looked into.
"""

from __future__ import annotations

import hashlib
import re
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from drafter.errors import RenderError
from drafter.render.environment import CLOSE, OPEN
from drafter.render.names import PLACEHOLDER, SPACE, W
from drafter.render.numbering import Counter, cross_reference, num_pr
from drafter.render.paper import Line, PlacedBlank
from drafter.wording.text import Blank, Italic, Mark, Ref

_TOKEN = re.compile(f"{OPEN}([0-9]+){CLOSE}")
_INSTRUCTION = re.compile(r"\s*REF\s+(m_\w+)\s")
_SPACES = re.compile(r"[ \t\n]+")
_P, _R, _T = f"{W}p", f"{W}r", f"{W}t"
_STYLE, _NUM_PR, _VAL, _BOX = f"{W}pStyle", f"{W}numPr", f"{W}val", f"{W}txbxContent"
_BLANKS = (f"{W}tab", f"{W}br")
_SURVEYED = (
    _P, _T, _STYLE, _NUM_PR, _BOX, *_BLANKS, f"{W}instrText", f"{W}rStyle", f"{W}bookmarkStart",
)
_FIRST_ID = 1000  # of our bookmarks; a template's own keep their smaller ids

Span = str | Italic | Blank | Mark | Ref


def bookmark_name(mark: str) -> str:
    """Word's name for a mark: letters, digits and underscores, at most 40 characters."""
    name = "m_" + re.sub(r"\W", "_", mark)
    if len(name) <= 40:
        return name
    return f"{name[:31]}_{hashlib.sha256(mark.encode()).hexdigest()[:8]}"


@dataclass(slots=True)
class Finish:
    """One walk through the body of a paper, and what it finds."""

    spans: list[Span]
    counter: Counter
    style_names: dict[str, str]
    numbers: dict[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    blanks: list[PlacedBlank] = field(default_factory=list)
    _marks: dict[str, tuple[str, str]] = field(default_factory=dict)  # bookmark to mark, number
    _fields: list[tuple[str, etree._Element, str]] = field(default_factory=list)

    def body(self, root: etree._Element) -> None:
        """Finishes the main part and numbers it.

        Raises:
            RenderError: a mark is set twice, or a reference has no numbered target.
        """
        seen = _survey(root)
        for place, one in enumerate(seen, start=1):
            one.number = self.counter.number(one.style, one.own)
            if one.is_special:
                self._paragraph(one.paragraph, one.number, f"body {place}")
        self._resolve()
        names = self.style_names
        self.lines += [
            Line(
                names.get(one.style, one.style), one.number,
                plain(one.paragraph) if one.is_special else _line("".join(one.words)),
                f"body {place}",
            )
            for place, one in enumerate(seen, start=1)
        ]

    def other(self, root: etree._Element, part: str) -> None:
        """Finishes a header, footer or note; nothing is numbered there."""
        for place, one in enumerate(_survey(root), start=1):
            if one.is_special:
                self._paragraph(one.paragraph, "", f"{part} {place}")
        self._resolve()

    def _paragraph(self, paragraph: etree._Element, number: str, place: str) -> None:
        shown = cross_reference(number)
        for run in list(paragraph.iter(_R)):
            self._run(run, shown, place)
        for start in paragraph.findall(f"{W}bookmarkStart"):
            name = start.get(f"{W}name", "")
            if not name.startswith("m_"):
                continue
            self._close(paragraph, start)
            if name in self._marks and self._marks[name][0] == "":
                msg = f'{place}: the mark "{name[2:]}" is set twice; each paragraph has its own.'
                raise RenderError(msg)
            mark = self._marks.get(name, (name[2:].replace("_", "-"), ""))[0]
            self._marks[name] = ("", shown)
            self.numbers[mark] = shown

    def _close(self, paragraph: etree._Element, start: etree._Element) -> None:
        """A bookmark spans from its start to the end of its paragraph, so that it is never empty."""
        wanted = start.get(f"{W}id")
        for end in paragraph.findall(f"{W}bookmarkEnd"):
            if end.get(f"{W}id") == wanted:
                paragraph.remove(end)
        fresh = str(_FIRST_ID + len(self.numbers))
        start.set(f"{W}id", fresh)
        etree.SubElement(paragraph, f"{W}bookmarkEnd").set(f"{W}id", fresh)

    def _run(self, run: etree._Element, shown: str, place: str) -> None:
        properties = run.find(f"{W}rPr")
        if _is_placeholder(properties):
            label = "".join(t.text or "" for t in run.iter(f"{W}t")).strip().strip("[]")
            if label:
                self.blanks.append(PlacedBlank(label, "", "", "", shown, place))
            return
        for child in list(run):
            if child.tag == f"{W}instrText":
                if found := _INSTRUCTION.match(child.text or ""):
                    self._fields.append((found[1], _cached(run), place))
            elif child.tag == f"{W}t" and OPEN in (child.text or ""):
                self._split(run, child, properties, (shown, place))

    def _split(
        self, run: etree._Element, text: etree._Element, properties: etree._Element | None,
        where: tuple[str, str],
    ) -> None:
        """Replaces a text that holds tokens by runs before and after it."""
        pieces = _TOKEN.split(text.text or "")
        made: list[etree._Element] = []
        for n, piece in enumerate(pieces):
            if n % 2 == 0:
                if piece:
                    made.append(_text_run(piece, properties))
            else:
                made += self._made(self.spans[int(piece)], properties, where)
        before: list[etree._Element] = []
        after: list[etree._Element] = []
        seen = False
        for child in list(run):
            if child is text:
                seen = True
            elif child.tag != f"{W}rPr":
                (after if seen else before).append(child)
        parent, at = run.getparent(), 0
        if parent is None:
            return
        at = parent.index(run)
        whole = ([_like(properties, before)] if before else []) + made + (
            [_like(properties, after)] if after else [])
        parent.remove(run)
        for offset, one in enumerate(whole):
            parent.insert(at + offset, one)
        if after:
            self._run(whole[-1], *where)

    def _made(
        self, span: Span, properties: etree._Element | None, where: tuple[str, str]
    ) -> list[etree._Element]:
        match span:
            case str():
                run = _like(properties, [])
                etree.SubElement(run, f"{W}br" if span == "\n" else f"{W}tab")
                return [run]
            case Italic(words):
                return [_text_run(words, _with_italics(properties))]
            case Blank():
                self.blanks.append(PlacedBlank(
                    span.label, span.field, span.who, span.question, *where))
                return [_text_run(f"[{span.label}]", _placeholder())]
            case Mark(name):
                mark = bookmark_name(name)
                if mark in self._marks:
                    msg = f'{where[1]}: the mark "{name}" is set twice; each paragraph has its own.'
                    raise RenderError(msg)
                self._marks[mark] = (name, "")
                start = etree.Element(f"{W}bookmarkStart")
                start.set(f"{W}id", "0")
                start.set(f"{W}name", mark)
                return [start]
            case Ref(target):
                return self._reference(target, properties, where[1])

    def _reference(
        self, target: str, properties: etree._Element | None, place: str
    ) -> list[etree._Element]:
        name = bookmark_name(target)
        cached = _text_run("0", properties)
        self._fields.append((name, cached, place))
        instruction = _like(properties, [])
        code = etree.SubElement(instruction, f"{W}instrText")
        code.set(SPACE, "preserve")
        code.text = f" REF {name} \\r \\h "
        return [_mark_run("begin", properties), instruction, _mark_run("separate", properties),
                cached, _mark_run("end", properties)]

    def _resolve(self) -> None:
        for name, cached, place in self._fields:
            number = self._marks.get(name, ("", ""))[1]
            if not number:
                what = name[2:].replace("_", "-")
                why = "is in no numbered paragraph" if name in self._marks else "is not in the paper"
                msg = f'{place}: a reference names "{what}", which {why}.'
                raise RenderError(msg)
            for text in cached.iter(f"{W}t"):
                text.text = number
        self._fields.clear()


@dataclass(slots=True)
class _Seen:
    """A paragraph as the survey found it."""

    paragraph: etree._Element
    style: str = ""
    own: tuple[str, int] | None = None
    words: list[str] = field(default_factory=list)
    is_special: bool = False  # holds a token, a field, a bookmark or a placeholder
    number: str = ""


def _survey(root: etree._Element) -> list[_Seen]:
    """Every paragraph in order; nothing is changed yet."""
    found: list[_Seen] = []
    here, has_box = _Seen(root), False
    for node in root.iter(*_SURVEYED):
        tag = node.tag
        if tag == _P:
            here = _Seen(node)
            found.append(here)
        elif tag == _T:
            words = node.text or ""
            here.words.append(words)
            here.is_special = here.is_special or OPEN in words
        elif tag == _STYLE:
            here.style = node.get(_VAL, "")
        elif tag in _BLANKS:
            here.words.append(" " if _is_in_run(node) else "")
        elif tag == _NUM_PR:
            here.own = num_pr(node.getparent())
        else:
            here.is_special = True
            has_box = has_box or tag == _BOX
    if has_box:  # paragraphs stand in a paragraph: all are read the long way
        for one in found:
            one.is_special = True
    return found


def _is_in_run(node: etree._Element) -> bool:
    parent = node.getparent()
    return parent is not None and parent.tag == _R


def plain(paragraph: etree._Element) -> str:
    """The words of a paragraph as a reader sees them, field codes left out."""
    out = [
        (node.text or "") if node.tag == _T else " "
        for run in paragraph.iter(_R)
        for node in run.iterchildren(_T, *_BLANKS)
    ]
    return _line("".join(out))


def _line(words: str) -> str:
    """On one line, with single spaces; most lines are so already, which is quickly seen."""
    if "  " in words or "\n" in words or "\t" in words:
        words = _SPACES.sub(" ", words)
    return words.strip()


def _is_placeholder(properties: etree._Element | None) -> bool:
    style = None if properties is None else properties.find(f"{W}rStyle")
    return style is not None and style.get(f"{W}val") == PLACEHOLDER


def _cached(instruction: etree._Element) -> etree._Element:
    """The run after the separator of a field that a template brings along."""
    after = instruction.getnext()
    while after is not None:
        if after.find(f"{W}t") is not None:
            return after
        after = after.getnext()
    msg = "a reference field of the template has no text to show; insert it again in Word."
    raise RenderError(msg)


def _like(
    properties: etree._Element | None, children: list[etree._Element]
) -> etree._Element:
    """A run with the same properties as another."""
    made = etree.Element(f"{W}r")
    if properties is not None:
        made.append(deepcopy(properties))
    made.extend(children)
    return made


def _text_run(words: str, properties: etree._Element | None) -> etree._Element:
    run = _like(properties, [])
    text = etree.SubElement(run, f"{W}t")
    text.set(SPACE, "preserve")
    text.text = words
    return run


def _mark_run(kind: str, properties: etree._Element | None) -> etree._Element:
    run = _like(properties, [])
    etree.SubElement(run, f"{W}fldChar").set(f"{W}fldCharType", kind)
    return run


def _placeholder() -> etree._Element:
    properties = etree.Element(f"{W}rPr")
    etree.SubElement(properties, f"{W}rStyle").set(f"{W}val", PLACEHOLDER)
    etree.SubElement(properties, f"{W}highlight").set(f"{W}val", "yellow")
    return properties


def _with_italics(properties: etree._Element | None) -> etree._Element:
    """Run properties with italics added where the schema wants them: after bold and fonts."""
    made = etree.Element(f"{W}rPr") if properties is None else deepcopy(properties)
    if made.find(f"{W}i") is not None:
        return made
    at = 0
    for n, child in enumerate(made):
        if child.tag in {f"{W}rStyle", f"{W}rFonts", f"{W}b", f"{W}bCs"}:
            at = n + 1
    made.insert(at, etree.Element(f"{W}i"))
    made.insert(at + 1, etree.Element(f"{W}iCs"))
    return made
