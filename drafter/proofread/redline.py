"""Two versions of a Word paper as one with tracked changes: accepted it is the new, rejected the old.

The copy is the new paper with what was taken out put back as deleted, so that styles, numbers,
headers and properties are those of the new. Paragraphs are paired by their words, then compared
word by word; a field is one word. Headers, footers and notes are not compared.
"""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import count

from lxml import etree

from drafter.errors import TemplateError
from drafter.render.names import DOCUMENT, SPACE, W
from drafter.render.package import Member, zipped
from drafter.render.preflight import PARSER

_Element = etree._Element  # noqa: SLF001 - lxml's only name for it
_FIRST_ID = 900_001  # above the bookmarks of a paper
_ALIKE = 0.5  # of their words in common, and two paragraphs are one that was changed
_WORD = re.compile(r"\s+|[^\s]+")
_ALONE = frozenset({
    f"{W}{one}" for one in ("bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart",
                            "commentRangeEnd", "permStart", "permEnd")
})
"""What takes no room on the page; the new paper's stays, the old one's is left out."""

_GONE = frozenset({f"{W}{one}" for one in ("del", "moveFrom", "pPrChange", "rPrChange")})
_KEPT = frozenset({f"{W}{one}" for one in ("ins", "moveTo")})


@dataclass(frozen=True, slots=True)
class _Atom:
    """A word, a tab, a field: the least that is put in or taken out; or a mark without words."""

    key: tuple[str, str]
    nodes: tuple[_Element, ...]
    alone: bool = False


@dataclass(slots=True)
class _Redline:
    """One comparison: who is named as its author, and the next number of a change."""

    author: str
    ids: Iterator[int] = field(default_factory=lambda: count(_FIRST_ID))

    def change(self, kind: str, nodes: Sequence[_Element] = ()) -> _Element:
        """``ins`` or ``del`` around some runs."""
        made = etree.Element(f"{W}{kind}")
        made.set(f"{W}id", str(next(self.ids)))
        made.set(f"{W}author", self.author)
        for node in nodes:
            made.append(_struck(node) if kind == "del" else node)
        return made

    def blocks(self, old: Sequence[_Element], new: Sequence[_Element]) -> list[_Element]:
        """Paragraphs and tables of both, the old ones as deleted where they are gone."""
        out: list[_Element] = []
        for was, now in _paired(old, new, _words):
            if was is None and now is not None:
                out.append(self.whole(now, "ins"))
            elif now is None and was is not None:
                out.append(self.whole(was, "del"))
            elif was is not None and now is not None:
                out.append(self.both(was, now))
        return out

    def both(self, was: _Element, now: _Element) -> _Element:
        """A block that is in both."""
        if now.tag == f"{W}tbl":
            self.rows(was, now)
        elif now.tag == f"{W}p" and _bare(was) != _bare(now):
            self.paragraph(was, now)
        return now

    def whole(self, block: _Element, kind: str) -> _Element:
        """A paragraph or a table that is new, or gone."""
        if kind == "del":
            block = copy.deepcopy(block)
        for row in block.iter(f"{W}tr"):
            _row_properties(row).append(self.change(kind))
        for paragraph in [block] if block.tag == f"{W}p" else list(block.iter(f"{W}p")):
            self._marked(paragraph, kind)
        return block

    def _marked(self, paragraph: _Element, kind: str) -> None:
        atoms = _atoms(paragraph)
        properties = _properties(paragraph)
        _clear(paragraph)
        if kind == "del":
            for section in properties.findall(f"{W}sectPr"):
                properties.remove(section)
        run = properties.find(f"{W}rPr")
        if run is None:
            run = etree.Element(f"{W}rPr")
            after = [one for one in properties if one.tag in {f"{W}sectPr", f"{W}pPrChange"}]
            properties.insert(properties.index(after[0]) if after else len(properties), run)
        run.insert(0, self.change(kind))
        self._put(paragraph, kind, atoms)

    def rows(self, was: _Element, now: _Element) -> None:
        """A table in both: rows are paired, and cells of pairs with as many cells."""
        old, new = was.findall(f"{W}tr"), now.findall(f"{W}tr")
        at = len(now) if not new else now.index(new[0])
        for row in new:
            now.remove(row)
        made: list[_Element] = []
        for before, after in _paired(old, new, _words):
            same = before is not None and after is not None and len(
                before.findall(f"{W}tc")) == len(after.findall(f"{W}tc"))
            if same and before is not None and after is not None:
                for cell, other in zip(after.findall(f"{W}tc"), before.findall(f"{W}tc"), strict=True):
                    self._cell(other, cell)
                made.append(after)
                continue
            made += [self.whole(copy.deepcopy(before), "del")] if before is not None else []
            made += [self.whole(after, "ins")] if after is not None else []
        for row in reversed(made):
            now.insert(at, row)

    def _cell(self, was: _Element, now: _Element) -> None:
        """The blocks of a cell; its last paragraph is in both, for a cell must end with one."""
        old, new = _blocks(was), _blocks(now)
        for one in new:
            now.remove(one)
        out = self.blocks(old[:-1], new[:-1])
        if old and new and old[-1].tag == new[-1].tag == f"{W}p":
            out.append(self.both(old[-1], new[-1]))
        else:
            out += new[-1:]
        for one in out:
            now.append(one)

    def paragraph(self, was: _Element, now: _Element) -> None:
        """A paragraph in both, word by word."""
        old = [one for one in _atoms(was) if not one.alone]
        new = _atoms(now)
        spoken = [one for one in new if not one.alone]
        before, after = _plain_properties(was), _plain_properties(now)
        _clear(now)
        match = SequenceMatcher(None, [a.key for a in old], [a.key for a in spoken], autojunk=False)
        position = {id(one): n for n, one in enumerate(new)}
        done = 0
        for kind, i1, i2, j1, j2 in match.get_opcodes():
            if kind in {"delete", "replace"}:
                self._put(now, "del", old[i1:i2])
            if j2 > j1:
                end = position[id(spoken[j2 - 1])] + 1
                self._put(now, "" if kind == "equal" else "ins", new[done:end])
                done = end
        self._put(now, "", new[done:])
        if before != after:
            changed = self.change("pPrChange")
            changed.append(etree.fromstring(before, PARSER))
            _properties(now).append(changed)

    def _put(self, paragraph: _Element, kind: str, atoms: Sequence[_Atom]) -> None:
        """Words into a paragraph, as they are, as inserted or as deleted."""
        batch: list[_Element] = []
        for atom in atoms:
            if atom.alone:
                if kind != "del":
                    self._flush(paragraph, kind, batch)
                    paragraph.extend(atom.nodes)
                continue
            batch += atom.nodes
        self._flush(paragraph, kind, batch)

    def _flush(self, paragraph: _Element, kind: str, batch: list[_Element]) -> None:
        if batch:
            runs = _joined(batch)
            paragraph.extend([self.change(kind, runs)] if kind else runs)
            batch.clear()


def redline(old: bytes, new: bytes, author: str = "drafter") -> bytes:
    """The new paper with its changes against the old one tracked.

    Args:
        old: a .docx.
        new: the .docx that came after it; changes tracked in either count as accepted.
        author: who is named as having made the changes.

    Raises:
        TemplateError: one of the two is no Word document.
    """
    (_, before), (parts, after) = _opened(old, "the old paper"), _opened(new, "the new paper")
    body = after.find(f"{W}body")
    was = before.find(f"{W}body")
    if body is None or was is None:
        msg = "one of the two papers has no body; save it again in Word."
        raise TemplateError(msg)
    blocks = _blocks(body)
    for one in blocks:
        body.remove(one)
    for at, one in enumerate(_Redline(author).blocks(_blocks(was), blocks)):
        body.insert(at, one)
    parts[DOCUMENT] = etree.tostring(after, xml_declaration=True, encoding="UTF-8", standalone=True)
    return zipped(Member(name, data, 6) for name, data in parts.items())


def _opened(data: bytes, name: str) -> tuple[dict[str, bytes], _Element]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {one: archive.read(one) for one in archive.namelist()}
        tree = etree.fromstring(parts[DOCUMENT], PARSER)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError):
        msg = f"{name} is no Word document (.docx); save it again in Word."
        raise TemplateError(msg) from None
    for node in list(tree.iter(*_GONE)):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    for node in list(tree.iter(*_KEPT)):
        parent = node.getparent()
        if parent is not None:
            at = parent.index(node)
            parent[at:at + 1] = list(node)
    return parts, tree


def _blocks(holder: _Element) -> list[_Element]:
    return [one for one in holder if one.tag in {f"{W}p", f"{W}tbl"}]


def _words(block: _Element) -> str:
    style = block.find(f"{W}pPr/{W}pStyle")
    name = "" if style is None else style.get(f"{W}val", "")
    return f"{block.tag[len(W):]} {name} " + "".join(t.text or "" for t in block.iter(f"{W}t"))


def _bare(paragraph: _Element) -> str:
    """A paragraph without its bookmarks, for a first comparison."""
    twin = copy.deepcopy(paragraph)
    for one in list(twin.iter(*_ALONE)):
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)
    return etree.tostring(twin, encoding="unicode")


def _paired(
    old: Sequence[_Element], new: Sequence[_Element], words: Callable[[_Element], str]
) -> Iterator[tuple[_Element | None, _Element | None]]:
    """Both in order, side by side where they are the same or alike, else one after the other."""
    before, after = [words(one) for one in old], [words(one) for one in new]
    match = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i1, i2, j1, j2 in match.get_opcodes():
        at = i1
        for n in range(j1, j2):
            like = i1 + n - j1 if kind == "equal" else _nearest(before, at, i2, after[n])
            if like < 0:
                yield None, new[n]
                continue
            yield from ((one, None) for one in old[at:like])
            yield old[like], new[n]
            at = like + 1
        yield from ((one, None) for one in old[at:i2])


def _nearest(before: Sequence[str], start: int, end: int, wanted: str) -> int:
    """The place of the old block that is most like a new one, or -1."""
    best, place = _ALIKE, -1
    match = SequenceMatcher(None, "", wanted, autojunk=False)
    for n in range(start, end):
        if before[n].split(" ", 1)[0] != wanted.split(" ", 1)[0]:
            continue  # a paragraph is no table
        match.set_seq1(before[n])
        if match.real_quick_ratio() > best and match.quick_ratio() > best:
            ratio = match.ratio()
            if ratio > best:
                best, place = ratio, n
    return place


def _atoms(paragraph: _Element) -> list[_Atom]:
    """What a paragraph holds, in order."""
    atoms: list[_Atom] = []
    held: list[_Element] = []
    depth = 0
    for node in paragraph:
        if node.tag == f"{W}pPr":
            continue
        signs = [one.get(f"{W}fldCharType") for one in node.iter(f"{W}fldChar")]
        if depth or "begin" in signs:
            held.append(node)
            depth += signs.count("begin") - signs.count("end")
            if not depth:
                atoms.append(_Atom(("field", "".join(_bare(one) for one in held)), tuple(held)))
                held = []
        elif node.tag == f"{W}r":
            atoms += _of_run(node)
        else:
            atoms.append(_Atom(("", ""), (node,), alone=True))
    return atoms if not held else [*atoms, _Atom(("field", "open"), tuple(held))]


def _of_run(run: _Element) -> Iterator[_Atom]:
    """A run as words, each a run of its own with the same properties."""
    properties = run.find(f"{W}rPr")
    look = "" if properties is None else etree.tostring(properties, encoding="unicode")
    for child in run:
        if child is properties:
            continue
        pieces = _WORD.findall(child.text or "") if child.tag == f"{W}t" else [""]
        for piece in pieces:
            single = etree.Element(f"{W}r")
            if properties is not None:
                single.append(copy.deepcopy(properties))
            part = copy.deepcopy(child)
            if child.tag == f"{W}t":
                part.text = piece
                part.set(SPACE, "preserve")
            single.append(part)
            yield _Atom((piece or etree.tostring(child, encoding="unicode"), look), (single,))


def _joined(runs: Sequence[_Element]) -> list[_Element]:
    """Runs of words that look the same as one run."""
    out: list[_Element] = []
    for run in runs:
        last = out[-1] if out else None
        if last is not None and _is_words(last) and _is_words(run) and _look(last) == _look(run):
            last[-1].text = (last[-1].text or "") + (run[-1].text or "")
        else:
            out.append(run)
    return out


def _is_words(run: _Element) -> bool:
    return run.tag == f"{W}r" and len(run) > 0 and run[-1].tag == f"{W}t"


def _look(run: _Element) -> str:
    return "" if len(run) == 1 else etree.tostring(run[0], encoding="unicode")


def _struck(node: _Element) -> _Element:
    """A run whose words are marked as deleted; a picture of the old paper is left out."""
    twin = copy.deepcopy(node)
    for tag, other in (("t", "delText"), ("instrText", "delInstrText")):
        for one in twin.iter(f"{W}{tag}"):
            one.tag = f"{W}{other}"
            one.set(SPACE, "preserve")
    for one in list(twin.iter(f"{W}drawing", f"{W}commentReference")):
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)
    return twin


def _clear(paragraph: _Element) -> None:
    """Takes everything but the properties out of a paragraph."""
    for node in list(paragraph):
        if node.tag != f"{W}pPr":
            paragraph.remove(node)


def _properties(paragraph: _Element) -> _Element:
    found = paragraph.find(f"{W}pPr")
    if found is None:
        found = etree.Element(f"{W}pPr")
        paragraph.insert(0, found)
    return found


def _plain_properties(paragraph: _Element) -> str:
    """The properties as they stand in a tracked change of them: without mark and section."""
    twin = copy.deepcopy(_properties(paragraph))
    for one in list(twin):
        if one.tag in {f"{W}rPr", f"{W}sectPr", f"{W}pPrChange"}:
            twin.remove(one)
    return etree.tostring(twin, encoding="unicode")


def _row_properties(row: _Element) -> _Element:
    found = row.find(f"{W}trPr")
    if found is None:
        found = etree.Element(f"{W}trPr")
        row.insert(1 if len(row) and row[0].tag == f"{W}tblPrEx" else 0, found)
    if not len(found):  # the schema asks for one property beside a tracked change; this is the default
        etree.SubElement(found, f"{W}cantSplit").set(f"{W}val", "off")
    return found
