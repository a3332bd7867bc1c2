"""Rules on a whole packet: what one paper says, every other says in the same words.

Each rule yields the title of the paper that is wrong and what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from lxml import etree

from drafter.case import Case, known
from drafter.proofread.packets import Finding, Packet, Sheet, gist, plain
from drafter.render.names import DOCUMENT, W
from drafter.wording.dates import long_date

_CAPTION = ("Caption Court", "Caption Party", "Caption Role", "Caption Versus", "Caption Number")
_MONTHS = frozenset({
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
})
_AS_OF = re.compile(r"\bas of ([A-Z][a-z]+ \d{1,2}, \d{4})\b")
_DATE_END = re.compile(r"\d{1,2}, \d{4}")
_SIGNS = ',.;:()[]"'
_LIKE = 0.75  # as a word is like the one it was mistyped for
_EXHIBIT = re.compile(r"\bEx\. ([A-Z]{1,2})\b")
_RANGE = re.compile(r"\bExhibits? ([A-Z]{1,2})(?: to ([A-Z]{1,2}))?\b")
_COUNT = re.compile(r"\bCounts? ([IVX]+)\b")
_COUNTS = re.compile(r"\bCount ([IVX]+)\b")
_PARAGRAPHS = re.compile(r"\bparagraphs? (\d+)(?: (?:through|to|and) (\d+))?")
_END = re.compile(r"(?:; and|;|\.)$")
_OVER = re.compile(
    r"^In the alternative, (?:where paragraphs? [\d, and]+ (?:is|are) not entered, )?")
_COURT_DOES = re.compile(r"^(?:The|the) Court (orders|commands|awards|declares|retains) ")
_ASKED = re.compile(r"^(Order|Command|Award|Declare|Retain|order|command|award) ")
_DOES = {"orders": "order", "commands": "command", "awards": "award", "declares": "declare",
         "retains": "retain"}
# Papers that a letter may enclose and the packet files later or not at all.
_FORMS = ("Civil Cover Sheet", "Summonses, one for", "Summons", "Process of the Court",
          "Return of Service")
_TOTAL = re.compile(r"^Enc\.: (\d+) papers?")
_REF = re.compile(r"\s*REF (m_\w+)")


def captions(packet: Packet) -> Iterator[Finding]:
    """The caption of every paper to file is that of the opening paper, word for word."""
    first = _caption(packet.opening)
    if not first:
        yield packet.opening.title, "has no caption"
        return
    for sheet in packet.filed[1:]:
        found = _caption(sheet)
        times = len(found) // len(first)
        if not times or found != first * times:
            odd = next((one for one in found if one not in first), "a line is missing or moved")
            yield sheet.title, f'its caption is not that of the opening paper: "{gist(odd)}"'


def _caption(sheet: Sheet) -> list[str]:
    return [one for one in sheet.lines(*_CAPTION) if one]


def names(packet: Packet) -> Iterator[Finding]:
    """A name is spelt in every paper as in the case: none almost the same stands beside it."""
    right: dict[tuple[str, str], None] = {}
    for name in _names(packet.matter.case):
        words = name.split()
        right |= dict.fromkeys(pairwise(words))
    by_first: dict[str, set[str]] = {}
    by_last: dict[str, set[str]] = {}
    for one, two in right:
        by_first.setdefault(one, set()).add(two)
        by_last.setdefault(two, set()).add(one)
    for sheet in packet.out:
        for one, two in set(pairwise(sheet.words)) - right.keys():
            if not (one[0].isupper() and two[0].isupper()):
                continue
            pair = one, two.strip(_SIGNS).removesuffix("'s")
            if pair in right:
                continue
            near = [w for w in by_last.get(pair[1], ()) if _alike(w, pair[0])]
            near += [w for w in by_first.get(pair[0], ()) if _alike(w, pair[1])]
            if near and not packet.own(" ".join(pair)):
                yield sheet.title, f'"{" ".join(pair)}" is almost a name of the case and not it'


def _names(case: Case) -> Iterator[str]:
    for party in case.petitioners:
        yield plain(party.name)
    for lawyer in case.counsel:
        yield plain(lawyer.name)
    for one in case.respondents:
        name = known(one.name)
        if name is not None:
            yield plain(name)


def _alike(one: str, two: str) -> bool:
    return one != two and SequenceMatcher(None, one, two).ratio() >= _LIKE


def dates(packet: Packet) -> Iterator[Finding]:
    """Days and figures of the other papers are those of the opening paper or of the case."""
    told, today = packet.opening.text, long_date(packet.matter.as_of)
    law = plain(" ".join(packet.matter.forum.notice))
    for sheet in packet.out[1:]:
        for words in dict.fromkeys(_figures(sheet.words)):
            if words not in told and words != today and words not in law and not packet.own(words):
                yield sheet.title, f'"{words}" is neither in the opening paper nor in the case'


def _figures(words: list[str]) -> Iterator[str]:
    """Whole dates, sums of money, lengths of time, telephone numbers and email addresses."""
    for at, word in enumerate(words):
        if word in _MONTHS:
            day = _DATE_END.match(" ".join(words[at + 1:at + 3]))
            if day:
                yield f"{word} {day[0]}"
        elif word[0] == "$" or "@" in word:
            yield word.strip(_SIGNS)
        elif word[0] == "(" and word[1:4].isdigit() and word[4:] == ")":
            yield f"{word} {words[at + 1].strip(_SIGNS)}" if at + 1 < len(words) else word
        elif word[0].isdigit() and word.isdigit() and words[at + 1:at + 2] and \
                words[at + 1].startswith(("days", "hours")):
            yield f"{word} {words[at + 1].strip(_SIGNS)}"


def as_of(packet: Packet) -> Iterator[Finding]:
    """Days are counted to one day in the whole packet."""
    today = long_date(packet.matter.as_of)
    for sheet in packet.out:
        for hit in _AS_OF.finditer(sheet.text):
            if hit[1] != today and not packet.own(hit[1]):
                yield sheet.title, f'"{hit[0]}" is not the day of this packet'


def exhibits(packet: Packet) -> Iterator[Finding]:
    """The exhibits that are cited are those that are listed, in the order of first mention."""
    cited = _cited(packet)
    if cited != [_letter(n) for n in range(len(cited))]:
        yield packet.opening.title, f"cites exhibits out of order: {', '.join(cited)}"
    index = packet.named("exhibit-index")
    if index is None:
        if cited:
            yield packet.opening.title, "cites exhibits, and the packet has no index of them"
        return
    if any(one.id == "EVI001" for one in packet.notes):
        return  # the case cites what it does not list, and its note says so
    rows = index.lines("Table Text")[::5]
    slips = [one.removeprefix("EXHIBIT ") for one in index.lines("Slip Title")]
    for listed, what in ((rows, "lists"), (slips, "has slip sheets for")):
        if listed != cited:
            yield index.title, f"{what} {', '.join(listed)}; cited are {', '.join(cited)}"
    for sheet in packet.out:
        for first, last in _RANGE.findall(sheet.text) if sheet.kind == "send" else ():
            if first not in cited or (last and last != cited[-1]):
                yield sheet.title, f"names Exhibits {first} to {last}; there are {', '.join(cited)}"


def _cited(packet: Packet) -> list[str]:
    """Letters of the exhibits in order of first mention; what a person typed is theirs.

    What follows the signature lists exhibits, and counts only for one that a list alone names.
    """
    found: dict[str, None] = {}
    for line in packet.opening.paper.lines:
        if line.style == "Signature":
            break
        found |= dict.fromkeys(_EXHIBIT.findall(plain(line.text)))
    cited = list(found)
    if cited != [_letter(n) for n in range(len(cited))]:
        cited = [one for one in cited if not packet.own(f"Ex. {one}")]
    listed = dict.fromkeys(
        one for line in packet.opening.paper.lines for one in _EXHIBIT.findall(plain(line.text)))
    return cited + [one for one in listed if one not in found and not packet.own(f"Ex. {one}")]


def _letter(number: int) -> str:
    """``A``, ``Z``, ``AA``."""
    return ("" if number < 26 else chr(64 + number // 26)) + chr(65 + number % 26)


def prayer(packet: Packet) -> Iterator[Finding]:
    """The prayer rests on counts that are there, and the order commands what is prayed."""
    opening = packet.opening
    heads = [line.number for line in opening.paper.lines if line.style.endswith("Heading Count")]
    there = {hit[1] for one in heads if (hit := _COUNTS.search(one))}
    items = opening.lines("Prayer Item")
    named = {one for item in items for one in _COUNTS.findall(item)}
    for one in sorted(named - there):
        yield opening.title, f"its prayer rests on Count {one}, which is not there"
    if named:  # a prayer that is still a bracket rests on nothing
        for one in sorted(there - named):
            yield opening.title, f"nothing in its prayer rests on Count {one}"
    orders = [sheet for sheet in packet.sheets if sheet.name.startswith("proposed-order")]
    prayed = [_bare(one) for one in items]
    done: set[tuple[str, str]] = set()
    for order in orders:
        at = -1
        for item in order.lines("Order Item"):
            command = _commanded(item)
            if command is None:
                continue
            if command not in prayed[at + 1:]:
                yield order.title, f'commands what is not prayed, or in another order: "{gist(item)}"'
                continue
            at = prayed.index(command, at + 1)
            done.add(command)
    asked = {one for one in prayed if one[0] in {"order", "command", "award writ"}}
    if orders and (left := len(asked - done)):
        yield orders[0].title, f"has {len(asked) - left} commands; the prayer asks for {len(asked)}"


def _bare(item: str) -> tuple[str, str]:
    """An item of the prayer as verb and rest, without the counts it rests on."""
    return _verb(_OVER.sub("", _END.sub("", _unfounded(_END.sub("", item)))))


def _unfounded(item: str) -> str:
    """An item without the bracket at its end that names counts."""
    if not item.endswith(")"):
        return item
    depth = 0
    for at in range(len(item) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(item[at], 0)
        if not depth:
            return item[:at].rstrip() if "Count " in item[at:] else item
    return item


def _commanded(item: str) -> tuple[str, str] | None:
    """A paragraph of the order in the same form; None where it says something of its own."""
    words = _END.sub("", _OVER.sub("", item))
    hit = _COURT_DOES.match(words)
    return None if hit is None else _verb(f"{_DOES[hit[1]]} {words[hit.end():]}")


def _verb(words: str) -> tuple[str, str]:
    verb, _, rest = words.partition(" ")
    verb = verb.lower()
    if verb == "award" and "commanding" in rest:
        verb = "award writ"
    return verb, rest


def enclosures(packet: Packet) -> Iterator[Finding]:
    """The letters enclose the papers of the packet, all of them and no others."""
    files = [one.title for one in packet.filed if not one.later]
    for sheet in packet.sheets:
        if sheet.name == "cover-letter-to-clerk":
            cells = sheet.lines("Table Text")
            rows = [tuple(cells[n:n + 4]) for n in range(0, len(cells), 4)]
            yield from _enclosed(sheet, [row[1] for row in rows if len(row) == 4], files)
            total = sum(int(row[2]) for row in rows if len(row) == 4 and row[2].isdigit())
            if sheet.text and total != _total(sheet):
                yield sheet.title, f"encloses {total} papers and says {_total(sheet)}"
        elif sheet.name == "service-letters":
            cells = sheet.lines("Table Text")
            starts = [n for n in range(0, len(cells), 2) if cells[n] == "1"]
            for start, end in zip(starts, [*starts[1:], len(cells)], strict=False):
                listed = cells[start + 1:end:2]
                yield from _enclosed(sheet, listed, files)
                if len(listed) != _total(sheet):
                    yield sheet.title, f"encloses {len(listed)} papers and says {_total(sheet)}"


def _enclosed(sheet: Sheet, listed: list[str], files: list[str]) -> Iterator[Finding]:
    ours = [_RANGE.sub("", one).removesuffix(" and ") for one in listed if not one.startswith(_FORMS)]
    if [one.strip() for one in ours] != [plain(one) for one in files]:
        odd = sorted(set(ours) ^ set(files))
        yield sheet.title, f"its enclosures are not the papers of the packet: {gist(', '.join(odd))}"


def _total(sheet: Sheet) -> int:
    found = [int(hit[1]) for one in sheet.lines("Letter Address") if (hit := _TOTAL.match(one))]
    return found[0] if found and len(set(found)) == 1 else -1


def references(packet: Packet) -> Iterator[Finding]:
    """A reference shows the number of its target."""
    for sheet in packet.filed:
        tree = sheet.paper.trees.get(DOCUMENT)
        if tree is None or not sheet.paper.numbers:
            continue
        numbers = {
            mark.get(f"{W}name", ""): line.number.rstrip(".")
            for line, paragraph in zip(sheet.paper.lines, tree.iter(f"{W}p"), strict=True)
            for mark in paragraph.iterchildren(f"{W}bookmarkStart")
        }
        for code in tree.iter(f"{W}instrText"):
            hit = _REF.match(code.text or "")
            if hit is not None:
                shown = _shown(code)
                if not shown or not numbers.get(hit[1], "").endswith(shown):
                    yield sheet.title, (
                        f'a reference shows "{shown}" for {numbers.get(hit[1]) or "nothing"}')


def _shown(code: etree._Element) -> str:
    """The words that a field shows: the first run with words after its code."""
    run = next(code.iterancestors(f"{W}r"), code)
    after = list(run.itersiblings(f"{W}r"))[:2]
    return "".join(t.text or "" for one in after for t in one.iter(f"{W}t"))


def beyond(packet: Packet) -> Iterator[Finding]:
    """No paper names a paragraph beyond the last of the opening paper."""
    last = max((int(one.number.rstrip(".")) for one in packet.opening.paper.lines
                if one.number.rstrip(".").isdigit()), default=0)
    for sheet in packet.filed:
        for hit in _PARAGRAPHS.finditer(sheet.text) if not sheet.name.startswith("proposed-order") else ():
            if any(n and int(n) > last for n in hit.groups()) and not packet.own(hit[0]):
                yield sheet.title, f'"{hit[0]}" names a paragraph beyond the last, {last}'


RULES = (captions, names, dates, as_of, exhibits, prayer, enclosures, references, beyond)
"""In the order in which they are asked."""
