"""The last look at a finished paper before it is written.

``judge`` finds what must never leave this program; a hit is our bug, and nothing is written.
``slips`` finds what an editor would mark; a person's own typing can cause one, so it only warns.
"""

from __future__ import annotations

import io
import re
import zipfile

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


def judge(data: bytes, kind: str) -> list[str]:
    """Broken promises of a finished paper, one phrase each; none is right.

    Args:
        data: the .docx.
        kind: "file", "send" or "keep".
    """
    problems: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        problems += [f"it carries {n}" for n in names if "comments" in n or "vbaProject" in n]
        for part in filter(_WORD.fullmatch, names):
            problems += _part(etree.fromstring(archive.read(part), PARSER), part, kind)
    return problems


def _part(root: etree._Element, part: str, kind: str) -> list[str]:
    problems: list[str] = []
    for tag, words in (("vanish", "hidden text"), ("ins", "a tracked change"),
                       ("del", "a tracked change"), ("commentReference", "a comment")):
        if root.find(f".//{W}{tag}") is not None:
            problems.append(f"{part} holds {words}")
    if any("\ufdd0" in (t.text or "") for t in root.iter(f"{W}t")):
        problems.append(f"{part} holds a token that was never turned into words")
    for paragraph in root.iter(f"{W}p"):
        text = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val") == "Allegation" and not text.strip():
            problems.append(f"{part} has a numbered paragraph without words")
        if kind != "keep" and _BANNER.search(text):
            problems.append(f'{part} carries words of the memo: "{text[:60]}"')
    return problems


def slips(lines: tuple[str, ...]) -> list[str]:
    """What an editor would mark in the lines of a paper: the slip, and the words around it."""
    return [
        f"{words}: …{line[max(0, hit.start() - 30):hit.end() + 30]}…"
        for line in lines for pattern, words in _SLIPS if (hit := pattern.search(line))
    ]
