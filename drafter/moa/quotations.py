"""Quotations compared with the signed paper: letter for letter, but not for layout or ligatures."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from drafter.moa.matching import Finder
from drafter.moa.reading import Agreement
from drafter.moa.signs import Script, fold

_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "‛": "'", "`": "'", "“": '"', "”": '"', "„": '"'})
_LEFT_OUT = re.compile(r"\.\s?\.\s?\.(?:\s?\.)?|…|\*\s?\*\s?\*|\[[^\]]*\]")
_SHOWN = 400  # signs of a text that a note shows


@dataclass(frozen=True, slots=True)
class Difference:
    """A quotation that is not in the paper.

    Args:
        quoted: the words of the case.
        printed: the words of the paper most like them; empty where none are.
        page: number of their page; 0 where there are none.
        scanned: whether that page was read from a picture.
    """

    quoted: str
    printed: str
    page: int
    scanned: bool


def compare(words: str, agreement: Agreement) -> Difference | None:
    """None where the paper has the words, else how it differs.

    White space, hyphens, the shape of quotation marks and what a scan takes for a letter's
    twin do not count. Words left out by an ellipsis or changed in brackets part the quotation,
    whose parts must stand in the paper in that order.
    """
    text = _text(agreement.script)
    at = 0
    for part in _LEFT_OUT.split(words):
        wanted = exact(part).strip(".,;:")
        if not wanted:
            continue
        at = text.find(wanted, at)
        if at < 0:
            return _difference(part, words, agreement)
        at += len(wanted)
    return None


def pages_of(words: str, agreement: Agreement) -> tuple[int, ...]:
    """Numbers of the pages on which the words begin."""
    hits = Finder(agreement.script).every(_LEFT_OUT.split(words)[0] or words)
    return tuple(dict.fromkeys(
        agreement.script.span(hit.start, hit.end).page + 1 for hit in hits
    ))


def exact(text: str) -> str:
    """What a quotation is compared by: its characters without spaces, hyphens or ligatures."""
    plain = unicodedata.normalize("NFKC", text).translate(_STRAIGHT)
    return re.sub(r"[\s\u00ad\-‐‑]|[•·](?=\s)", "", plain)


def _text(script: Script) -> str:
    return "".join(exact(page) for page in script.pages)


def _difference(part: str, words: str, agreement: Agreement) -> Difference | None:
    finder = Finder(agreement.script)
    near = finder.likest(part)
    if near is None or near.likeness < 0.5:
        return Difference(_cut(words), "", 0, scanned=False)
    span = agreement.script.span(near.start, near.end)
    printed = agreement.script.words(span)
    scanned = span.page + 1 in agreement.scanned
    if scanned and fold(printed) == fold(part) and _worded(printed) == _worded(part):
        return None  # nothing but letters that the scan took for their twins
    return Difference(_cut(part), _cut(printed), span.page + 1, scanned)


def _worded(text: str) -> str:
    """Letters alone, twins made one: what is left when a scan's slips are allowed."""
    return re.sub(r"[^a-z]", "", fold(text))


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()} …"
