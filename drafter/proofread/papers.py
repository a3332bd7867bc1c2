"""The last look at a finished paper before it is written.

``judge`` finds what must never leave this program; a hit is our bug, and nothing is written.
``slips`` finds what an editor would mark; a person's own typing can cause one, so it only warns.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from lxml import etree

from drafter.render.names import W
from drafter.render.preflight import PARSER

_WORD = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_BANNER = re.compile(r"PRIVILEGED|WORK PRODUCT|DO NOT FILE")
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


_LEFT_OVER = {
    f"{W}vanish": "hidden text", f"{W}ins": "a tracked change", f"{W}del": "a tracked change",
    f"{W}commentReference": "a comment",
}
_EMPTY = etree.XPath(
    "//w:pStyle[@w:val='Allegation']/ancestor::w:p[1]"
    "[not(.//w:t[normalize-space(translate(., '\u00a0', ' '))])]",
    namespaces={"w": W[1:-1]},
)


def judge(data: bytes, kind: str) -> list[str]:
    """Broken promises of a finished paper, one phrase each; none is right.

    Args:
        data: the .docx.
        kind: "file", "send" or "keep".
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        trees = {
            part: etree.fromstring(archive.read(part), PARSER) for part in names if _WORD.fullmatch(part)
        }
    problems = [f"it carries {n}" for n in names if "comments" in n or "vbaProject" in n]
    return problems + judge_trees(trees, kind)


def judge_trees(trees: Mapping[str, etree._Element], kind: str) -> list[str]:
    """As ``judge``, for the parts of a paper that was just filled from an inspected template.

    Each question is put to the whole part at once, which lxml answers without Python; only a
    part that fails is looked at paragraph by paragraph.
    """
    return [problem for part, root in trees.items() for problem in _part(root, part, kind)]


def _part(root: etree._Element, part: str, kind: str) -> list[str]:
    found = dict.fromkeys(_LEFT_OVER[one.tag] for one in root.iter(*_LEFT_OVER))
    problems = [f"{part} holds {words}" for words in found]
    whole = etree.tostring(root, method="text", encoding="unicode")
    if "\ufdd0" in whole:
        problems.append(f"{part} holds a token that was never turned into words")
    problems += [f"{part} has a numbered paragraph without words" for _ in _EMPTY(root)]
    if kind != "keep" and _BANNER.search(whole):
        for paragraph in root.iter(f"{W}p"):
            text = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
            if _BANNER.search(text):
                problems.append(f'{part} carries words of the memo: "{text[:60]}"')
    return problems


def slips(lines: tuple[str, ...]) -> list[str]:
    """What an editor would mark in the lines of a paper: the slip, and the words around it."""
    return [
        f"{words}: …{line[max(0, hit.start() - 30):hit.end() + 30]}…"
        for line in lines for pattern, words in _SLIPS if (hit := pattern.search(line))
    ]
