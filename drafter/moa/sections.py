"""Headings of an agreement as printed, and the sentence around words that were found."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from drafter.moa.signs import Script, Span, fold, one_line

_ROMAN = re.compile(r"\W{0,3}([IVXivxlmT1|]{1,6}L?)[.,]?\s+([A-Z][A-Z ,'’/&()\-]{3,}.*)")
_LETTER = re.compile(r"\W{0,3}([A-I])[.,]\s*([A-Z][A-Z ,'’/&()\-]{5,}.*)")
_APPENDIX = re.compile(r"\W{0,4}(?:APPENDIX|Appendix)\s{0,2}([A-D])\b[^\w.]*\w?\W*")
_ADDENDUM = re.compile(r"\s*ADDENDUM\b.*")
_NUMERALS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII",
             "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX")
_MARK = r"(?:[^\w\s“\"(]{1,2}|[eox])"  # a bullet, or a speck of the scan
_ITEM_MARK = r"(?:[•·*¢«»°®©@+]\s*|[eox]\s+)"  # a bullet, and what scans make of it
_END = re.compile(
    rf"[.!?][\"”’)\]]*(?=\s|$)(?!\s+(?:{_MARK}\s+){{0,3}}[a-z]{{2}})|(?<=\d)\.(?=[A-Z][a-z])"
    rf"|(?<=\w):(?=\s*\n\s*(?:{_MARK}\s*)?[(“\"]?[A-Z0-9])"
    rf"|;(?=\s*(?:and\s*)?\n\s*(?:{_ITEM_MARK}|The power))|\n(?=\s*{_ITEM_MARK}\s*[“\"(]?[A-Z])"
)
_SHORT = re.compile(
    r"(?:\b(?:U\.\s?S|[A-Z]|C\.\s?F\.\s?R?|No|Pub|L|seq|e\.g|i\.e|v|Sec|Art|Inc|Dr|Mr|Ms|Ste|St|Rd"
    r"|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|[IVX]+))$"
)
_NAMES_PART = re.compile(r"(?:Appendix|Section|Article|Part)\s+(?:[A-D]|[IVX]+)$", re.IGNORECASE)
_ITEM = re.compile(r"\s*(?:[A-D]|\d)\.\s+(?=[A-Z])")
_NONE: Mapping[str, str] = {}
_FAR = 900  # signs that a sentence may run on either side of the words found
_BULLET = re.compile(r"\s*[•·]*\s*(?:[^\w\s]{1,3}\s+)*(?:\b[eox]\b\s+(?=[A-Z]))?")
_CAPITALS = 0.6  # share of capitals in a line of heading


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: where it stands, its section (``IV.D``) and its words as printed."""

    page: int
    end: int  # one past its last character
    section: str
    words: str


def headings(
    script: Script, known: Mapping[str, str] = _NONE, scanned: Collection[int] = ()
) -> tuple[Heading, ...]:
    """Every heading in order.

    A numeral that a scan has hurt is put right by the order of numerals, and by the words of the
    heading where the form has these.

    Args:
        script: the agreement.
        known: section to heading as the form has them.
        scanned: numbers of pages read from a picture, where words weigh more than numerals.
    """
    found: list[Heading] = []
    roman, letter, appendix, adrift = 0, "", "", False
    for page, start, line, after in _lines(script):
        end = start + len(line)
        if (hit := _APPENDIX.fullmatch(line)) and not _ROMAN.match(after):
            appendix, roman = f"Appendix {hit[1].upper()}", 0
            title = after if _large(after) else ""
            found.append(Heading(page, end, appendix, _heading(title)))
        elif (hit := _ROMAN.match(line)) and _large(hit[2]) and not _next(hit[1], letter):
            number = _number(hit[1], hit[2], roman, known, scanned=page + 1 in scanned)
            if number:
                roman, letter, appendix, adrift = number, "", "", False
            elif appendix:
                continue
            else:
                adrift = True
            found.append(Heading(page, end, _NUMERALS[number], _heading(hit[2])))
        elif appendix:
            if _ADDENDUM.match(line):
                appendix = "Addendum"
                found.append(Heading(page, end, appendix, one_line(line)))
        elif roman and (hit := _LETTER.match(line)):
            section = _by_words(hit[2], [one for one in known if "." in one], known)
            adrift = adrift or hit[1] <= letter  # then the numeral between could not be read
            letter = hit[1]
            if not adrift:
                section = f"{_NUMERALS[roman]}.{letter}"
            found.append(Heading(page, end, section, _heading(hit[2])))
    return tuple(found)


def _next(printed: str, letter: str) -> bool:
    """Whether an "I" is the letter after H."""
    return printed in {"I", "l", "1", "|"} and letter == "H"


def _by_words(words: str, sections: Sequence[str], known: Mapping[str, str]) -> str:
    """Which of some sections has a heading of these words, a scan's slips allowed for."""
    own = {fold(known[section]): section for section in sections}
    like = get_close_matches(fold(_heading(words)), own, n=1, cutoff=0.8)
    return own[like[0]] if like else ""


def _large(line: str) -> bool:
    letters = [sign for sign in line if sign.isalpha()]
    return sum(sign.isupper() for sign in letters) > _CAPITALS * len(letters) or line.istitle()


def _heading(words: str) -> str:
    """A heading's words without the specks that a scan leaves around them."""
    return one_line(words).strip(" |_•·-=~.,:;{}[]<>'‘’")


def _number(
    printed: str, words: str, before: int, known: Mapping[str, str], *, scanned: bool
) -> int:
    """The number of a heading: the numeral where it is the next, else what its words tell.

    On a scanned page the words come first, for a numeral is soon a stroke short.
    """
    told = _by_words(words, [one for one in known if one in _NUMERALS], known)
    number = _NUMERALS.index(told) if told else 0
    if not scanned or number <= before:
        number = _numeral(printed, before, 1) or (number if number > before else 0)
    return number or _numeral(printed, before, 3)


def _numeral(printed: str, before: int, most: int) -> int:
    """The number of a Roman numeral, at most so many past the last, or 0 if none can stand here.

    ``l`` and ``1`` are ``I``.
    """
    plain = re.sub(r"^([VX])\1(?=I|$)", r"\1", re.sub(r"[l1|LiT]", "I", printed).upper())
    number = _NUMERALS.index(plain) if plain in _NUMERALS[1:] else 0
    return number if before < number <= before + most else 0


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

    def __init__(
        self, script: Script, known: Mapping[str, str], scanned: Collection[int] = ()
    ) -> None:
        """Reads the headings.

        Args:
            script: the agreement.
            known: section to heading as the form has them, for headings that a scan lost.
            scanned: numbers of the pages that were read from a picture.
        """
        self._known = known
        self._plain = {fold(heading): heading.upper() for heading in known.values()}
        self.headings = headings(script, known, scanned)
        self._places = [(one.page, one.end) for one in self.headings]
        self.seen = frozenset(one.section for one in self.headings)
        self._hidden = [n for n, page in enumerate(script.pages) if not page.strip()]

    def told(self, span: Span) -> str:
        """The section that the headings before a place tell; empty where they do not."""
        n = bisect_right(self._places, (span.page, span.start))
        here = self.headings[n - 1] if n else None
        if here is None:
            return "" if span.page else "Preamble"
        return "" if any(here.page < page < span.page for page in self._hidden) else here.section

    def at(self, span: Span, usual: str) -> tuple[str, str]:
        """Section and heading of a place.

        Args:
            span: the place.
            usual: the section in which the form has these words; it decides where the
                section's own heading could not be read.
        """
        section = self.told(span)
        if (not section and usual) or (
            usual not in {"", section, "Preamble"} and usual not in self.seen
        ):
            return usual, self._known.get(usual, "").upper()
        n = bisect_right(self._places, (span.page, span.start))
        words = self.headings[n - 1].words if n and section else ""
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
