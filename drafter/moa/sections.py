"""Headings of an agreement as printed, and the sentence around words that were found."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.moa.signs import Script, Span, fold, one_line

_ROMAN = re.compile(r"\s*([IVXl1|]{1,6}L?)[.,]\s*([A-Z][A-Z ,'’/&()\-]{3,}.*)")
_LETTER = re.compile(r"\s*([A-I])[.,]\s*([A-Z][A-Z ,'’/&()\-]{5,}.*)")
_APPENDIX = re.compile(r"\s*APPENDIX\s*([A-D])\b\s*", re.IGNORECASE)
_ADDENDUM = re.compile(r"\s*ADDENDUM\b.*")
_NUMERALS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII",
             "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX")
_END = re.compile(
    r"[.!?][\"”’')\]]*(?=\s|$)|(?<=\d)\.(?=[A-Z][a-z])|:(?=\s*\n)"
    r"|;(?=\s*(?:and\s*)?\n\s*(?:[•·*o]\s|The power))|\n(?=\s*(?:[•·*]|[ox]\s+[A-Z])\s*)"
)
_SHORT = re.compile(
    r"(?:\b(?:U\.\s?S|[A-Z]|C\.\s?F\.\s?R?|No|Pub|L|seq|e\.g|i\.e|v|Sec|Art|Inc|Dr|Mr|Ms|Ste|St|Rd"
    r"|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|[IVX]+))$"
)
_NAMES_PART = re.compile(r"(?:Appendix|Section|Article|Part)\s+(?:[A-D]|[IVX]+)$", re.IGNORECASE)
_ITEM = re.compile(r"\s*(?:[A-D]|\d)\.\s+(?=[A-Z])")
_FAR = 900  # signs that a sentence may run on either side of the words found
_BULLET = re.compile(r"[\s•·*]*(?:\b[ox]\b\s+(?=[A-Z]))?\s*")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: where it stands, its section (``IV.D``) and its words as printed."""

    page: int
    end: int  # one past its last character
    section: str
    words: str


def headings(script: Script) -> tuple[Heading, ...]:
    """Every heading in order; numerals that a scan has hurt are put right by their order."""
    found: list[Heading] = []
    roman, letter, appendix = 0, "", ""
    for page, start, line, after in _lines(script):
        if (hit := _APPENDIX.match(line)) and len(line.strip()) < 40:
            appendix, roman = f"Appendix {hit[1].upper()}", 0
            title = after if after.isupper() or after.istitle() else ""
            found.append(Heading(page, start + len(line), appendix, one_line(title)))
        elif appendix:
            if _ADDENDUM.match(line):
                appendix = "Addendum"
                found.append(Heading(page, start + len(line), appendix, one_line(line)))
        elif (hit := _ROMAN.match(line)) and (number := _numeral(hit[1], roman)):
            roman, letter = number, ""
            found.append(
                Heading(page, start + len(line), _NUMERALS[number], _heading(hit[2]))
            )
        elif roman and (hit := _LETTER.match(line)):
            lost = hit[1] <= letter  # then the numeral between could not be read
            letter = hit[1]
            section = "" if lost else f"{_NUMERALS[roman]}.{letter}"
            found.append(Heading(page, start + len(line), section, _heading(hit[2])))
    return tuple(found)


def _heading(words: str) -> str:
    """A heading's words without the specks that a scan leaves around them."""
    return one_line(words).strip(" |_•·-=~.,")


def _numeral(printed: str, before: int) -> int:
    """The number of a Roman numeral, or 0 if none can stand here; ``l`` and ``1`` are ``I``."""
    plain = re.sub(r"[l1|L]", "I", printed)
    if plain in _NUMERALS[1:]:
        number = _NUMERALS.index(plain)
        if before < number <= before + 3:
            return number
    return 0


def _lines(script: Script) -> Iterator[tuple[int, int, str, str]]:
    """Page, offset and words of each line, and the line after it, be it on the next page."""
    laid: list[tuple[int, int, str]] = []
    for number, page in enumerate(script.pages):
        offset = 0
        for line in page.split("\n"):
            if line.strip():
                laid.append((number, offset, line))
            offset += len(line) + 1
    for n, (number, offset, line) in enumerate(laid):
        yield number, offset, line, laid[n + 1][2] if n + 1 < len(laid) else ""


class Outline:
    """Which heading a place stands under."""

    def __init__(self, script: Script, known: Mapping[str, str]) -> None:
        """Reads the headings.

        Args:
            script: the agreement.
            known: section to heading as the form has them, for headings that a scan lost.
        """
        self.headings = headings(script)
        self._places = [(one.page, one.end) for one in self.headings]
        self._seen = {one.section for one in self.headings}
        self._known = known
        self._plain = {fold(heading): heading.upper() for heading in known.values()}

    def at(self, span: Span, usual: str) -> tuple[str, str]:
        """Section and heading of a place.

        Args:
            span: the place.
            usual: the section in which the form has these words; it decides where the
                section's own heading could not be read.
        """
        n = bisect_right(self._places, (span.page, span.start))
        here = self.headings[n - 1] if n else None
        section = here.section if here else "" if span.page else "Preamble"
        if (not section and usual) or (
            usual not in {"", section, "Preamble"} and usual not in self._seen
        ):
            return usual, self._known.get(usual, "").upper()
        words = here.words if here else ""
        return section, self._plain.get(fold(words), words)  # a scan sets spaces within words


def sentence(script: Script, span: Span) -> tuple[Span, bool]:
    """The sentence around some words, as far as it stands on their own pages.

    Returns:
        The wider span, and whether the sentence begins on an earlier or ends on a later page.
    """
    first, last = script.pages[span.page], script.pages[span.last_page]
    start, early = _back(first, span.start)
    end, late = _forth(last, span.end)
    return Span(span.page, start, span.last_page, end), early or late


def _back(page: str, start: int) -> tuple[int, bool]:
    low = max(0, start - _FAR)
    edge = max([low - 1, *(hit.end() for hit in _ends(page, low, start)), *_after_headings(page, start)])
    found = edge >= low
    if not found and low > 0:
        return start, False
    begin = max(edge, 0)
    if bullet := _BULLET.match(page, begin):
        begin = min(bullet.end(), start)
    return begin, not found and not page[begin : begin + 1].isupper()


def _after_headings(page: str, start: int) -> list[int]:
    """Ends of the heading lines before a place."""
    ends, offset = [], 0
    for line in page[:start].split("\n"):
        offset += len(line) + 1
        if _is_heading(line):
            ends.append(min(offset, start))
    return ends


def _is_heading(line: str) -> bool:
    words = line.split()
    if _ITEM.match(line) and 2 < len(words) < 14 and line.rstrip()[-1:] not in ".,;:":
        large = sum(word[:1].isupper() for word in words if len(word) > 3)
        return large > 0.7 * sum(len(word) > 3 for word in words)
    letters = [sign for sign in line if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    return len(letters) > 5 and capitals > 0.85 * len(letters) and len(words) < 14


def _forth(page: str, end: int) -> tuple[int, bool]:
    high = min(len(page), end + _FAR)
    for hit in _ends(page, end, high):
        last = hit.start() + 1 if page[hit.start()] in ".!?" else hit.start()
        return max(last, end), False
    stop = min([high, *_heading_starts(page, end)])
    rest = page[end:stop].rstrip()
    if high < len(page) and stop == high:
        return end, False
    return end + len(rest), True


def _heading_starts(page: str, end: int) -> list[int]:
    starts, offset = [], end
    for line in page[end:].split("\n"):
        if offset > end and _is_heading(line):
            starts.append(offset)
        offset += len(line) + 1
    return starts


def _ends(page: str, low: int, high: int) -> Iterator[re.Match[str]]:
    """Ends of sentences between two places; the full stop of an abbreviation is none."""
    for hit in _END.finditer(page, low, high):
        before = page[max(0, hit.start() - 20) : hit.start()]
        if page[hit.start()] == "." and _SHORT.search(before) and not _NAMES_PART.search(before):
            continue
        yield hit


def usual_headings(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Section to heading, first told first."""
    table: dict[str, str] = {}
    for section, heading in pairs:
        if heading:
            table.setdefault(section, heading)
    return table
