"""The last look at a finished paper before it is written.

``judge`` finds what must never leave this program; a hit is our bug, and nothing is written.
``slips`` finds what an editor would mark; a person's own typing can cause one, so it only warns.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from itertools import islice

from lxml import etree

from drafter.render.names import DOCUMENT, FILLED, NUMBERING, STYLES, W
from drafter.render.numbering import read_lists
from drafter.render.preflight import PARSER
from drafter.render.words import OPEN

_BANNER = re.compile(r"PRIVILEGED AND CONFIDENTIAL|PRIVILEGED: A DRAFT|ATTORNEY WORK PRODUCT|DO NOT FILE")
"""The line over a paper that stays. In small letters a fact may say so: "withheld as attorney work product"."""

_NUMBERED = frozenset({
    "Allegation", "HeadingCount", "LetterList", "MemoBullet", "MemoItem", "OrderItem", "PrayerItem",
})
"""The house styles that Word numbers."""

_COMMENT = f"{W}commentReference"
_LEFT_OVER = {
    f"{W}vanish": "hidden text", f"{W}ins": "a tracked change", f"{W}del": "a tracked change",
    _COMMENT: "a comment",
}
_EMPTY = etree.XPath(
    "//w:pStyle[not(ancestor::w:p[1]//w:t[normalize-space(translate(., '\u00a0', ' '))])]/@w:val",
    namespaces={"w": W[1:-1]},
)
_REFERENCE = re.compile(r"\s*REF (m_\w+)")
_SLIPS = (
    (re.compile(r"\S  +\S"), "two spaces"),
    (re.compile(r"(?<!\.) [,;:.](?! \.)"), "a space before a sign"),
    (re.compile(r"(?<![.\s])\.\.(?!\.)"), "two full stops"),
    (re.compile(r",,|;;|,;|;,|,\."), "two signs"),
    (re.compile(r"\(\s*\)|§\s*[.,;)]"), "an empty bracket or section sign"),
    (re.compile(r"\{\{|\}\}|\{%|%\}"), "a template tag"),
    (re.compile(r"\b(?:None|nan|undefined)\b"), "a word of the machine"),
    (re.compile(r"/s/"), "a simulated signature"),
    (re.compile(r"\b([A-Za-z]+) \1\b", re.IGNORECASE), "a word twice"),
    (re.compile(r"Error!"), "a broken reference"),
)


def judge(data: bytes, kind: str) -> list[str]:
    """Broken promises of a finished paper, one phrase each; none is right.

    Args:
        data: the .docx.
        kind: "file", "send" or "keep".
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        trees = {
            name: etree.fromstring(part, PARSER)
            for name, part in parts.items() if name.endswith((".xml", ".rels"))
        }
        lists = read_lists(trees[STYLES], trees.get(NUMBERING))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        return [f"it cannot be read ({type(error).__name__})"]
    problems = [f"it carries {n}" for n in parts
                if "vbaProject" in n or ("comments" in n and kind != "keep")]
    if b"<w:updateFields" in parts.get("word/settings.xml", b""):
        problems.append("Word would ask about its fields on opening")
    pages = {name: tree for name, tree in trees.items() if FILLED.fullmatch(name)}
    return problems + judge_trees(pages, kind, frozenset(lists.styles))


def judge_trees(
    trees: Mapping[str, etree._Element], kind: str, numbered: frozenset[str] = _NUMBERED
) -> list[str]:
    """As ``judge``, for the parts of a paper that was just filled from an inspected template.

    Each question is put to the whole part at once, which lxml answers without Python; only a
    part that fails is looked at paragraph by paragraph.

    Args:
        trees: the parts that hold words, by their names.
        kind: "file", "send" or "keep".
        numbered: ids of the styles that Word numbers.
    """
    return [
        f"{part} {problem}" for part, root in trees.items()
        for problem in (*_part(root, kind, numbered), *_bookmarks(root, part))
    ]


def _part(root: etree._Element, kind: str, numbered: frozenset[str]) -> Iterator[str]:
    yield from dict.fromkeys(
        f"holds {_LEFT_OVER[one.tag]}" for one in root.iter(*_LEFT_OVER)
        if kind != "keep" or one.tag != _COMMENT  # the office may write to itself
    )
    whole = etree.tostring(root, method="text", encoding="unicode")
    if OPEN in whole:
        yield "holds a token that was never turned into words"
    empty = _EMPTY(root)
    for style in empty if isinstance(empty, list) else ():
        if style in numbered:
            yield "has a numbered paragraph without words"
    if kind != "keep" and _BANNER.search(whole):
        for paragraph in root.iter(f"{W}p"):
            text = _words(paragraph)
            if _BANNER.search(text):
                yield f'carries words of the memo: "{text[:60]}"'
    for mark in root.iter(f"{W}highlight"):
        run = next(mark.iterancestors(f"{W}r"), None)
        text = "" if run is None else _words(run).strip()
        if text and not (text.startswith("[") and text.endswith("]")):
            yield f'highlights what is no bracket: "{text[:60]}"'


def _bookmarks(root: etree._Element, part: str) -> Iterator[str]:
    """Marks that are there twice or not closed, and references to none or with no number."""
    starts = list(root.iter(f"{W}bookmarkStart"))
    ids = [one.get(f"{W}id") for one in starts]
    names = [one.get(f"{W}name") for one in starts]
    if len(set(ids)) != len(ids) or len(set(names)) != len(names):
        yield "has a bookmark twice"
    if set(ids) != {one.get(f"{W}id") for one in root.iter(f"{W}bookmarkEnd")}:
        yield "has a bookmark that is not closed"
    known = set(names)
    for code in root.iter(f"{W}instrText"):
        found = _REFERENCE.match(code.text or "")
        if found is None:
            continue
        # A header may point into the body.
        if part == DOCUMENT and found[1] not in known:
            yield f"has a reference to {found[1]}, which is not there"
        run = next(code.iterancestors(f"{W}r"), code)
        shown = [_words(one) for one in islice(run.itersiblings(f"{W}r"), 2)]
        if "".join(shown) in {"", "0"}:
            yield f"has a reference to {found[1]} without a number"


def _words(node: etree._Element) -> str:
    return "".join(t.text or "" for t in node.iter(f"{W}t"))


def slips(lines: tuple[str, ...]) -> list[str]:
    """What an editor would mark in the lines of a paper: the slip, and the words around it."""
    return [
        f"{words}: …{line[max(0, hit.start() - 30):hit.end() + 30]}…"
        for line in lines for pattern, words in _SLIPS if (hit := pattern.search(line))
    ]
