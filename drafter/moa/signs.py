"""An agreement as one row of signs: what is left of its text when layout and scanning noise go.

Words are looked for among the signs and given back from the pages, so a hit can never hold a
word that the PDF does not.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_FOOTER = re.compile(r"Rev[il1]s[ec]d\s*[\dOl]{1,2}\s*/\s*[\dOl]{1,2}\s*/\s*\d{2,4}", re.IGNORECASE)
_NUMBER = re.compile(r"[\W_]*(?:page\s*)?\d{0,3}(?:\s*of\s*\d{1,3})?[\W_]*", re.IGNORECASE)
_EDGE = 4  # lines at the head and the foot of a page that may be furniture
_SAME = str.maketrans({"1": "l", "i": "l", "0": "o", "5": "s", "8": "b", "6": "b"})
_LEA = "lea"
_TWO = re.compile("rn", re.IGNORECASE)  # which scans take for m, and m for them


@lru_cache(maxsize=4096)
def _sign(character: str) -> str:
    """A character's signs: letters and digits in one case; those that scans confuse are one."""
    plain = unicodedata.normalize("NFKD", character).casefold()
    return "".join(one for one in plain if one.isalnum()).translate(_SAME)


def fold(text: str) -> str:
    """The signs of a text: no space, no punctuation, no case, no difference a scan can make."""
    return "".join(map(_sign, _TWO.sub("m", text)))


@dataclass(frozen=True, slots=True)
class Span:
    """Where words stand: from a place on one page to a place on the same or a later one."""

    page: int  # from 0
    start: int
    last_page: int
    end: int


class Script:
    """The signs of all pages in order, and where each stands."""

    def __init__(self, pages: Sequence[str], names: Iterable[re.Pattern[str]] = ()) -> None:
        """Reads the signs.

        Args:
            pages: text of each page, lines parted by newlines.
            names: what the paper calls the local agency; each counts as the forms' "LEA".
        """
        self.pages = tuple(_without_furniture(pages))
        self._page, self._from, self._to = array("H"), array("L"), array("L")
        signs: list[str] = []
        patterns = tuple(names)
        for number, page in enumerate(self.pages):
            at = 0
            for start, end in _named(page, patterns):
                self._take(signs, page, number, at, start)
                for one in _LEA:
                    self._put(signs, one, number, start, end)
                at = end
            self._take(signs, page, number, at, len(page))
        self.signs = "".join(signs)

    def _take(self, signs: list[str], page: str, number: int, start: int, end: int) -> None:
        for offset in range(start, end):
            for one in _sign(page[offset]):
                if one == "n" and offset and page[offset - 1] in "rR" and offset > start:
                    signs[-1] = "m"
                    self._to[-1] = offset + 1
                else:
                    self._put(signs, one, number, offset, offset + 1)

    def _put(self, signs: list[str], one: str, number: int, start: int, end: int) -> None:
        signs.append(one)
        self._page.append(number)
        self._from.append(start)
        self._to.append(end)

    def span(self, start: int, end: int) -> Span:
        """Where the signs from ``start`` up to ``end`` stand on the pages."""
        return Span(self._page[start], self._from[start], self._page[end - 1], self._to[end - 1])

    def words(self, span: Span) -> str:
        """The words of the PDF there, on one line; nothing but layout is taken away."""
        parts = []
        for number in range(span.page, span.last_page + 1):
            page = self.pages[number]
            start = span.start if number == span.page else 0
            end = span.end if number == span.last_page else len(page)
            parts.append(page[start:end])
        return one_line("\n".join(parts))


def one_line(text: str) -> str:
    """Text without its layout: one line, single spaces, words joined at a hyphenated line end."""
    text = re.sub(r"(?<=\w)-[ ]*\n\s*(?=\w)", "-", text)
    return " ".join(text.split())


def _named(page: str, patterns: tuple[re.Pattern[str], ...]) -> list[tuple[int, int]]:
    found = sorted(
        ((hit.start(), hit.end()) for one in patterns for hit in one.finditer(page)),
        key=lambda span: (span[0], -span[1]),
    )
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if end > start and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return kept


def _without_furniture(pages: Sequence[str]) -> Iterable[str]:
    """The pages without running heads and feet: page numbers, form dates, the agency's name."""
    laid = [page.split("\n") for page in pages]
    running = Counter(
        fold(line)[:24]
        for lines in laid
        for line in {*_filled(lines)[:2], *_filled(lines)[-_EDGE:]}
        if len(fold(line)) > 5
    )
    often = {line for line, times in running.items() if times >= max(3, len(pages) // 3)}
    for lines in laid:
        edge = {id(line) for line in (*_filled(lines)[:_EDGE], *_filled(lines)[-_EDGE:])}
        yield "\n".join(
            "" if _is_furniture(line, often, at_edge=id(line) in edge) else line for line in lines
        )


def _filled(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if line.strip()]


def _is_furniture(line: str, often: set[str], *, at_edge: bool) -> bool:
    if _FOOTER.search(line) and len(line) < 120:
        return True
    if not at_edge:
        return False
    return bool(_NUMBER.fullmatch(line)) or (len(line) < 90 and fold(line)[:24] in often)
