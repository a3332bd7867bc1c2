"""The finishing of a rendered part: tokens become runs, marks bookmarks, references fields.

The part is text here, not a tree: a walk through a tree costs more than all the rest. It is
well-formed, comes from lxml and docxtpl, and is parsed strictly when this is done. Where a
paragraph begins is known from the template and told by a token. The tokens are taken in order,
twice: first paragraphs are numbered and marks found, then each token is replaced.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from drafter.errors import RenderError
from drafter.render.names import PLACEHOLDER
from drafter.render.numbering import NO_NUMBER, Counter, Numbered
from drafter.render.paper import Line, PlacedBlank
from drafter.render.words import CLOSE, OPEN, Face, Head, Kept, Print, escaped
from drafter.wording.text import Blank, Italic, Mark, Ref

_PARAGRAPH = re.compile(
    r'<w:p(?: [^>]*)?(?:(/>)|>(?:<w:pPr>(?:<w:pStyle w:val="([^"]*)"/>)?)?)'
)
_END = "</w:p>"
_OWN_NUMBER = re.compile(
    r'<w:numPr>(?:<w:ilvl w:val="(\d+)"/>)?(?:<w:numId w:val="(\d+)"/>)?'
)
_RUN = re.compile(r"<w:r(?: [^>]*)?>(<w:rPr>.*?</w:rPr>)?.*?</w:r>", re.DOTALL)
_TOKEN = re.compile(f"{OPEN}([0-9]+){CLOSE}")
_EMPTY_RUN = re.compile(
    r"<w:r(?: [^>]*)?>(?:<w:rPr>(?:<[^>]*/>)*</w:rPr>)?<w:t(?: [^>]*)?></w:t></w:r>"
)
_SHOWN = re.compile(r"<w:t(?: [^>]*)?>([^<]*)|<w:(?:tab|br)(?: [^>]*)?/>")
_SPACES = re.compile(r"[ \n]+")
_BEFORE_ITALICS = re.compile(r"<w:rPr>(?:<w:(?:rStyle|rFonts|b|bCs)(?: [^>]*)?/>)*")
_PICTURE = re.compile(r'(<wp:docPr [^>]*?\bid=")[^"]*')
_BOOKMARK = re.compile(r'<w:bookmarkStart [^>]*?w:name="([^"]*)"')
_CLOSED = "</w:t></w:r>"
_TEXT = '<w:t xml:space="preserve">'
_NAME_LIMIT = 40


def headed(source: str, kept: Print) -> str:
    """The source of a part, with a token before each paragraph and each run that prints a value.

    They are found once for each template; in a paper only the tokens are looked at.

    Args:
        source: the XML of the part, its tags as Jinja reads them.
        kept: takes what the tokens stand for.
    """
    out: list[str] = []
    at = 0
    for hit in _PARAGRAPH.finditer(source):
        after = hit.end() if hit[1] else source.index(_END, hit.end())
        paragraph = source[hit.start():after]
        own = _OWN_NUMBER.search(paragraph)
        head = Head(hit[2] or "", (own[2], int(own[1] or 0)) if own else None)
        out += (source[at:hit.start()], kept.keep(head), _faced(paragraph, kept))
        at = after
    out.append(source[at:])
    return "".join(out)


def _faced(paragraph: str, kept: Print) -> str:
    """A paragraph with a token before each run that prints a value, if any has properties."""
    runs = [one for one in _RUN.finditer(paragraph) if "{{" in one[0] or OPEN in one[0]]
    if not any(one[1] for one in runs):
        return paragraph
    out: list[str] = []
    at = 0
    for one in runs:
        out += (paragraph[at:one.start()], kept.keep(Face(one[1] or "")))
        at = one.start()
    out.append(paragraph[at:])
    return "".join(out)


@lru_cache(maxsize=1024)
def bookmark_name(mark: str) -> str:
    """Word's name for a mark: letters, digits and underscores, at most 40 characters."""
    name = "m_" + re.sub(r"\W", "_", mark)
    if len(name) <= _NAME_LIMIT:
        return name
    return f"{name[:31]}_{hashlib.sha256(mark.encode()).hexdigest()[:8]}"


@dataclass(slots=True)
class _Mark:
    mark: str
    id: int
    number: Numbered


class _Place(NamedTuple):
    """A paragraph of the paper, as far as it is known before its words are."""

    style: str
    number: Numbered
    name: str


@dataclass(slots=True)
class Page:
    """The parts of one paper, finished one after the other, the body first.

    Args:
        kept: what the tokens stand for.
        counter: counts the numbered paragraphs of the body.
        styles: names of the styles by their ids; brackets use *Placeholder* where it is there.
        first_id: the lowest id for a bookmark, above those of the template.
    """

    kept: list[Kept]
    counter: Counter
    styles: Mapping[str, str]
    first_id: int
    numbers: dict[str, str] = field(default_factory=dict)
    paragraphs: list[tuple[_Place, str]] = field(default_factory=list)
    blanks: list[PlacedBlank] = field(default_factory=list)
    _marks: dict[str, _Mark] = field(default_factory=dict)

    def body(self, xml: str) -> str:
        """Finishes the main part and numbers it.

        Raises:
            RenderError: a mark is set twice, or a reference has no numbered target.
        """
        if "<wp:docPr " in xml:  # a picture in a loop
            count = iter(range(1001, 1_000_000))
            xml = _PICTURE.sub(lambda hit: f"{hit[1]}{next(count)}", xml)
        return self._part(xml, "body")

    def other(self, xml: str, name: str) -> str:
        """Finishes a header, footer or note; nothing is numbered there.

        Raises:
            RenderError: as for the body.
        """
        return self._part(xml, name)

    def lines(self) -> tuple[Line, ...]:
        """The paragraphs of the body as a reader sees them."""
        return tuple(
            Line(place.style, place.number.printed, plain(chunk), place.name)
            for place, chunk in self.paragraphs
        )

    def _part(self, xml: str, name: str) -> str:
        texts = _TOKEN.split(xml)
        spans = [self.kept[int(number)] for number in texts[1::2]]
        places = iter(self._entered(spans, name))
        place = _Place("", NO_NUMBER, f"{name} 0")
        out, begin, properties = [texts[0]], 0, ""
        ends: list[str] | None = None  # of marks; None in a paragraph that prints no span
        for span, text in zip(spans, texts[2::2], strict=True):
            if type(span) is Head:
                self._close(out, begin, place, ends)
                begin, place, properties, ends = len(out), next(places), "", None
            elif type(span) is Face:
                properties = span.properties
            else:
                ends = [] if ends is None else ends
                out.append(self._made(span, properties, place, ends))
            out.append(text)
        self._close(out, begin, place, ends)
        whole = "".join(out)
        if "<w:bookmarkStart" in xml:  # one that the template keeps, perhaps in a loop
            names = _BOOKMARK.findall(whole)
            for one in names:
                if names.count(one) > 1:
                    msg = f"{name}: the bookmark {one} of the template is set twice; delete it in Word."
                    raise RenderError(msg)
        return whole

    def _entered(self, spans: list[Kept], part: str) -> list[_Place]:
        """Every paragraph, numbered; marks and brackets are entered on the way."""
        places: list[_Place] = []
        count = self.counter.number if part == "body" else lambda *_: NO_NUMBER
        number, name = NO_NUMBER, f"{part} 0"
        for span in spans:
            if type(span) is Head:
                number, name = count(span.style, span.own), f"{part} {len(places) + 1}"
                places.append(_Place(self.styles.get(span.style, span.style), number, name))
            elif type(span) is Mark or type(span) is Blank:
                self._enter(span, number, name)
        return places

    def _enter(self, one: Mark | Blank, number: Numbered, place: str) -> None:
        if isinstance(one, Blank):
            self.blanks.append(PlacedBlank(
                one.label, one.field, one.who, one.question, number.reference, place))
            return
        name = bookmark_name(one.id)
        if name in self._marks:
            msg = f'{place}: the mark "{one.id}" is set twice; each paragraph has its own.'
            raise RenderError(msg)
        self._marks[name] = _Mark(one.id, self.first_id + len(self._marks), number)
        self.numbers[one.id] = number.reference

    def _close(self, out: list[str], begin: int, place: _Place, ends: list[str] | None) -> None:
        """Makes the texts since ``begin`` one: a paragraph, and what stands after it."""
        chunk = out[begin] if begin + 1 == len(out) else "".join(out[begin:])
        if ends is not None:
            at = chunk.find(_END) if begin else len(chunk)  # words outside of paragraphs
            paragraph = "".join((chunk[:at], *ends))
            if '"></w:t></w:r>' in paragraph:
                paragraph = _EMPTY_RUN.sub("", paragraph)
            chunk = paragraph + chunk[at:]
        out[begin:] = [chunk]
        if place.name.startswith("body") and begin:
            self.paragraphs.append((place, chunk))

    def _made(self, span: Kept, properties: str, place: _Place, ends: list[str]) -> str:
        """What stands between two texts of a run, for one token."""
        again = f"<w:r>{properties}{_TEXT}"
        match span:
            case Italic(words):
                return f"{_CLOSED}<w:r>{italics(properties)}{_TEXT}{_flat(words)}{_CLOSED}{again}"
            case Blank(label):
                return f"{_CLOSED}<w:r>{self._bracket()}{_TEXT}[{_flat(label)}]{_CLOSED}{again}"
            case Mark(mark):
                name = bookmark_name(mark)
                number = self._marks[name].id
                # It spans from here to the end of its paragraph, so that it is never empty.
                ends.append(f'<w:bookmarkEnd w:id="{number}"/>')
                return f'{_CLOSED}<w:bookmarkStart w:id="{number}" w:name="{name}"/>{again}'
            case Ref(target):
                return self._reference(target, properties, place) + again
            case _:
                return f"{_CLOSED}<w:r>{properties}<w:tab/></w:r>{again}"

    def _bracket(self) -> str:
        style = f'<w:rStyle w:val="{PLACEHOLDER}"/>' if PLACEHOLDER in self.styles else ""
        return f'<w:rPr>{style}<w:highlight w:val="yellow"/></w:rPr>'

    def _reference(self, target: str, properties: str, place: _Place) -> str:
        name = bookmark_name(target)
        mark = self._marks.get(name)
        if mark is None or mark.number is NO_NUMBER:
            why = "is not in the paper" if mark is None else "is in no numbered paragraph"
            msg = f'{place.name}: a reference names "{target}", which {why}.'
            raise RenderError(msg)
        run = f"<w:r>{properties}"
        number = mark.number.reference
        # Of a lower level Word prints the higher ones too only if the field asks for them.
        switch = "r" if number == mark.number.printed.rstrip(".") else "w"
        return (
            f'{_CLOSED}{run}<w:fldChar w:fldCharType="begin"/></w:r>{run}<w:instrText '
            f'xml:space="preserve"> REF {name} \\{switch} \\h </w:instrText></w:r>{run}<w:fldChar '
            f'w:fldCharType="separate"/></w:r>{run}{_TEXT}{escaped(number)}{_CLOSED}{run}'
            '<w:fldChar w:fldCharType="end"/></w:r>'
        )


@lru_cache(maxsize=256)
def italics(properties: str) -> str:
    """Run properties with italics added where the schema wants them: after bold and fonts."""
    if not properties:
        return "<w:rPr><w:i/><w:iCs/></w:rPr>"
    if "<w:i/>" in properties:
        return properties
    hit = _BEFORE_ITALICS.match(properties)
    at = hit.end() if hit else len("<w:rPr>")
    return f"{properties[:at]}<w:i/><w:iCs/>{properties[at:]}"


def _flat(words: str) -> str:
    """The words of a span: escaped, and without tabs, which are tokens of their own."""
    return escaped(words.replace("\t", " "))


def plain(paragraph: str) -> str:
    """The words of a paragraph as a reader sees them, field codes left out."""
    at = paragraph.find("</w:pPr>")
    text = "".join([words or " " for words in _SHOWN.findall(paragraph, max(at, 0))])
    if "  " in text or "\n" in text:
        text = _SPACES.sub(" ", text)
    return (unescape(text) if "&" in text else text).strip()
