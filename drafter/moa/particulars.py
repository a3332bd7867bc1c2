"""Who signed an agreement, where and when: read where it can be, and otherwise left open."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from drafter.moa.pdf import Page
from drafter.moa.signs import fold, one_line
from drafter.moa.states import STATES

_BLANK = re.compile(r"[_\-=~]{2,}")
_OPENING = re.compile(
    r"\(\s*DHS\s*\)\W{0,6}(?:and|arid)\b\W*(?:the\s+)?(?P<name>.{0,160}?)[^\w)]*"
    r"(?:\bp[a-z]{2,8}\W+to\W+which|\(?hereinafter)",
    re.IGNORECASE | re.DOTALL,
)
_NOMINATED = re.compile(r"delegates\s+to\s+nominated,\s*(?P<name>[A-Z][^\n]{3,90})\n")
_OFFICERS_OF = re.compile(
    r"certified\s+officers\s+or\s+employees\s+of\s+the\s+(?P<name>[A-Z][^\n(]{3,80}?)\s*\(?\s*hereinafter",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"Agency:\s*(?P<name>[A-Z][^\n_]{3,70}?)\s*(?:Agency:|[_\n]|$)")
_RUNNING = re.compile(
    r"^[\W\d]*(?P<name>[A-Z][^\n]{3,70}?)[\W\d]*\s*Rev[il1]s[ec]d\s*\d", re.MULTILINE
)
_SHERIFF = re.compile(r"\bSher(?:i\s?f|if|itr|irf)[\w'’‘`]*(?:\s?[a-z]s)?(?=\s+(?:Office|Dep))")
_WORD = re.compile(
    r"\b(?:sheriff|police|department|dept|office|county|parish|city|town|public safety|marshal"
    r"|corrections|constable|patrol|guard|jail|troopers?|detention|village|borough|bureau|agency"
    r"|commission|division|university|college|district|highway|attorney)\b",
    re.IGNORECASE,
)
_FEDERAL = re.compile(
    r"Homeland|Immigration|Title\s*[:;]|Office of P\w{2,6} Af\w{2,6}|Customs|Enforcement and Removal|U\.?S\.? Imm|Department of Justice"
    r"|LEA\b|\bMOA\b",
    re.IGNORECASE,
)
_ENDINGS = (
    "County Sheriff's Office", "Parish Sheriff's Office", "County Sheriff's Department",
    "Sheriff's Office", "Sheriff's Department", "Police Department", "Department of Public Safety",
    "Department of Corrections",
)
_LIKE = 0.8  # of 1; a scan's word that differs more is another word
_SHORT_FORM = re.compile(r"\s*\(\s*(?P<short>[A-Z][A-Za-z]{1,7})\s*\)\s*")
_CODES = tuple(STATES.values())
_TAIL_CODE = re.compile(rf"[,\s]+({'|'.join(_CODES)})\.?$")
_TAIL_STATE = re.compile(rf"[,\s]+({'|'.join(sorted(STATES, key=len, reverse=True))})$")
_ADDRESS = re.compile(rf"\b({'|'.join(_CODES)})\.?,?\s+\d{{5}}(?:-\d{{4}})?\b")
_FULL = re.compile(rf"\b({'|'.join(sorted(STATES, key=len, reverse=True))})\b")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")
_NAMED_DAY = re.compile(r"\b([A-Z][A-Za-z]{2,8})\.?\s+(\d{1,2})(?:st|nd|rd|th)?[\s,.;]+(20\d{2})\b")
_FIGURES = re.compile(r"(?<![\d/])(\d{1,2})\s?[/\-.]\s?(\d{1,2})\s?[/\-.]\s?(20\d{2}|\d{2})(?![\d/])")
_STAMP = re.compile(r"\b(20\d{2})[.\-/](\d{2})[.\-/](\d{2})\b")
_REVISED = re.compile(
    r"Rev[il1]s[ec]d\s*(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*(20\d{2})", re.IGNORECASE
)
_REMNANT = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*[ .]{1,2}\S{1,3}[\s,.;]"
    r"|(?<!\d)20[12]\d?(?!\d)|\d\s?[/\-]\s?\d",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b[DB]?[a&]t[ec]\b", re.IGNORECASE)
_SIGNING = "bysigningthismoaeachpartyrepresents"


def revision(pages: Sequence[Page]) -> dt.date | None:
    """The date in the form's footer that most pages bear."""
    votes: Counter[dt.date] = Counter()
    for page in pages:
        for month, day, year in set(_REVISED.findall(page.text)):
            if found := _day(int(year), int(month), int(day)):
                votes[found] += 1
    return votes.most_common(1)[0][0] if votes else None


def agency(pages: Sequence[Page]) -> tuple[str, str, str]:
    """The local agency, its short form in the paper, and its State as a postal code.

    Each may be empty. The opening words weigh most, then the form's own field, the running
    foot and the signature block.
    """
    votes: Counter[str] = Counter()
    shown: dict[str, str] = {}
    short = code = ""
    for words, weight in _candidates(pages):
        name, its_short, its_code = _cleaned(words)
        short = short or its_short
        code = code or its_code
        if not name:
            continue
        if pages[0].is_scanned:
            name = _unscanned(name)
        key = fold(name)
        votes[key] += weight
        shown.setdefault(key, name)
    best = max(votes, key=lambda key: (votes[key], len(key)), default="")
    name = shown.get(best, "")
    if pages and pages[0].by_ocr and not _read_twice(name, pages):
        name = ""
    return name, short, code or _state(pages, name)


def _unscanned(name: str) -> str:
    """A name read from a picture, with a usual ending that the scan misread put right."""
    name = re.sub(r"^(?:[tf][hb]_?[ec]|The)\s+", "", name)
    for ending in _ENDINGS:
        words = name.split()
        for size in range(len(ending.split()) + 1, 0, -1):  # a speck may split or join two words
            head, tail = words[:-size], words[-size:]
            if head and SequenceMatcher(None, "".join(tail).casefold(), ending.replace(" ", "").casefold(),
                                        autojunk=False).ratio() >= _LIKE:
                return " ".join([*head, ending])
    return name


def _read_twice(name: str, pages: Sequence[Page]) -> bool:
    """Whether every word of a name read from a picture stands in a second reading, or elsewhere."""
    others = fold(" ".join([pages[0].again, *(page.text for page in pages[1:])]))
    usual = {word for ending in _ENDINGS for word in ending.split()}
    return all(fold(word) in others for word in name.split() if word not in usual)


def _candidates(pages: Sequence[Page]) -> Iterator[tuple[str, int]]:
    opening = pages[0].text if pages else ""
    for field, value in (pair for page in pages[:2] for pair in page.fields):
        if re.search(r"name\s+of\s+(?:the\s+)?(?:lea|agency|law)|^lea\b", field, re.IGNORECASE):
            yield value, 6 if _WORD.search(value) else 1
    for pattern, weight in ((_OPENING, 6), (_OFFICERS_OF, 4), (_NOMINATED, 5)):
        if hit := pattern.search(opening):
            yield hit["name"], weight
    for page in pages:
        if hit := _RUNNING.search(page.text):
            yield hit["name"], 2
        if hit := _AGENCY.search(page.text):
            yield hit["name"], 3


def _cleaned(words: str) -> tuple[str, str, str]:
    words = one_line(_BLANK.sub(" ", words))
    short = code = ""
    if hit := _SHORT_FORM.search(words):
        short = hit["short"]
        words = (words[: hit.start()] + " " + words[hit.end() :]).strip()
    words = re.sub(r"^(?:[\W_]+|[a-z]\s+)+|[\W_]+$", "", words)  # a scan's specks
    words = re.sub(r"^(?:(?i:the|and)\s+)+|^the(?=[A-Z])", "", words)
    if (hit := _TAIL_STATE.search(words)) and len(words) > len(hit[0]) + 8:
        code, words = STATES[hit[1]], words[: hit.start()]
    if hit := _TAIL_CODE.search(words):
        code, words = hit[1], words[: hit.start()]
    words = _SHERIFF.sub("Sheriff's", words.strip(" ,.;:'‘’`_-|"))
    sound = 3 < len(words) < 90 and _WORD.search(words) and not _FEDERAL.search(words)
    return (words, short, code) if sound else ("", "", "")


def _state(pages: Sequence[Page], name: str) -> str:
    """The State: in the agency's name, or in addresses after the signatures but ICE's own."""
    if hit := _FULL.search(name):
        return STATES[hit[1]]
    for page in pages:
        if hit := re.search(r"\bthe\s+State\s+of\s+([A-Z][a-z]+(?: [A-Z][a-z]+)?)", page.text):
            found = STATES.get(hit[1]) or STATES.get(hit[1].split()[0])
            if found:
                return found
    signed = signature_page(pages)
    votes: Counter[str] = Counter()
    for page in pages[(signed or len(pages) // 2) :]:
        votes.update(_ADDRESS.findall(page.text))
        for line in page.text.split("\n"):
            if hit := re.search(rf",\s*({'|'.join(_CODES)})\s*$", line.rstrip()):
                votes[hit[1]] += 1
    return votes.most_common(1)[0][0] if votes else ""


def signature_page(pages: Sequence[Page]) -> int | None:
    """Number (from 1) of the page that bears the signatures."""
    for number, page in enumerate(pages, 1):
        if _SIGNING in fold(page.text).replace("l", "i") or "bysigningthismoa" in _loose(page.text):
            return number
    return None


def _loose(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.casefold())


@dataclass(frozen=True, slots=True)
class Signing:
    """The days on which an agreement was signed, earliest first, and those that may be misread.

    Args:
        days: those that can be told.
        scanned: whether these were read from a picture: to be compared with the paper.
        doubtful: what a picture seems to show, but a slip or a day missing cannot be ruled out.
    """

    days: tuple[dt.date, ...] = ()
    scanned: bool = False
    doubtful: tuple[dt.date, ...] = ()


def signing(pages: Sequence[Page]) -> Signing:
    """The days of the signatures; on a scan none is taken that only one reading shows.

    A single day is the last one only where it stands beside another signature's place.
    """
    read = signing_days(pages)
    number = signature_page(pages)
    page = pages[number - 1] if number is not None else None
    if page is None or not page.is_scanned:
        return Signing(read, scanned=page is None and bool(read))
    text = _below_signing(page.text)
    if not page.by_ocr:  # the file's own text layer: what a reader of the PDF can search for
        return Signing((), doubtful=read) if _left_over(text) else Signing(read, scanned=True)
    again = signing_days([replace(one, text=one.again if one is page else one.text) for one in pages])
    agreed = tuple(day for day in read if day in again)
    sure = read == again and not _left_over(text) and (len(read) > 1 or _stands_last(text))
    return Signing(agreed, scanned=True) if sure else Signing((), doubtful=tuple(sorted({*read, *again})))


def _left_over(text: str) -> bool:
    """Whether something that may be one more day could not be read as one."""
    text = _REVISED.sub(" ", text)
    for pattern in (_NAMED_DAY, _STAMP, _FIGURES):
        text = pattern.sub(" ", text)
    lines = [line for line in text.split("\n") if not re.search(r"Rev[il1]s|O_C_T", line)]
    return any(_REMNANT.search(line) for line in lines)


def _stands_last(text: str) -> bool:
    """Whether the line of the day has another signature's place before it."""
    for line in text.split("\n"):
        for pattern in (_NAMED_DAY, _FIGURES):
            if (hit := pattern.search(line)) and not _REVISED.search(line):
                return len(_DATED.findall(line[: hit.start()])) > 1
    return False


def signing_days(pages: Sequence[Page]) -> tuple[dt.date, ...]:
    """Every day that can be read where the signatures are, earliest first."""
    number = signature_page(pages)
    if number is not None:
        texts = [_below_signing(pages[number - 1].text)]
        fields = [value for field, value in pages[number - 1].fields if "date" in field.casefold()]
    else:  # the page may be a picture with nothing but its stamps as text
        stamped = [page for page in pages if page.picture >= 0.5 and len(page.text) < 400]
        texts, fields = [page.text for page in stamped], []
    days = {day for text in (*texts, *fields) for day in _days(_REVISED.sub(" ", text))}
    form = revision(pages)
    return tuple(sorted(day for day in days if form is None or day >= form - dt.timedelta(days=30)))


def _below_signing(text: str) -> str:
    hit = re.search(r"agrees?\s+to\s+be\s+bound|to\s+the\s+fullest\s+extent", text, re.IGNORECASE)
    return text[hit.end() :] if hit else text


def _days(text: str) -> Iterator[dt.date]:
    plain = [(text, _NAMED_DAY)]
    pulled = re.sub(r"(?<=\w)_+(?=\w)", "", text)  # O_C_T_1_5: a stamp over a ruled line
    if hit := re.search(r"\b([A-Z]{3})\s?(\d{1,2})\s?(20\d{2})\b", pulled):
        plain.append((f"{hit[1].title()} {hit[2]} {hit[3]}", _NAMED_DAY))
    for words, pattern in plain:
        for name, day, year in pattern.findall(words):
            month = _month(name)
            if month and (found := _day(int(year), month, int(day))):
                yield found
    for month, day, year in _FIGURES.findall(text):
        if found := _day(int(year) if len(year) == 4 else 2000 + int(year), int(month), int(day)):
            yield found
    for year, month, day in _STAMP.findall(text):
        if found := _day(int(year), int(month), int(day)):
            yield found


def _month(name: str) -> int:
    wanted = name.casefold()
    for number, month in enumerate(_MONTHS, 1):
        if len(wanted) >= 3 and month.startswith(wanted):
            return number
    return 0


def _day(year: int, month: int, day: int) -> dt.date | None:
    """The date, if the calendar has it and such agreements could be signed then."""
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return None
    return found if 2002 <= year <= 2049 else None
