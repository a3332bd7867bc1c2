"""Rules on what may leave the office: no residue, no signature, no privileged word, no trace.

Each rule yields the title of the paper that is wrong and what is wrong with it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from lxml import etree

from drafter.case import Level, PartyType, Petitioner, RespondentType, known
from drafter.checks import Severity
from drafter.law import Law
from drafter.law.texts import cite_text
from drafter.proofread.packets import Finding, Packet, Sheet, gist, plain
from drafter.render.names import DOCUMENT, W

# A paragraph that is a sign and nothing else stands between parties and court in some captions.
_RESIDUE = re.compile(
    r"\{\{|\}\}|\{%|%\}|\[object|\b(?:None|nan|undefined)\b|\(\s*\)|(?<=[^\n])§ ?(?:[.,;)]|$)"
    r"|Error!|\['|\{'",
    re.MULTILINE,
)
_SIGNED = re.compile(r"/s/")
_DATED = re.compile(r"(?:Dated|Date|Executed on|ENTERED|Delivery by|Subscribed and sworn.*? on):? *(.*)$")
_BLOCKS = ("Signature", "Letter Address")
_LINE = re.compile(r"_{8,}")
_PRIVATE = {
    "a Social Security number": re.compile(r"\b(?!000|666|9)\d{3}-\d{2}-\d{4}\b"),
    "a whole A-number": re.compile(r"\bA[- ]?\d{3}[- ]?\d{3}[- ]?\d{3}\b|\bA\d{8,9}\b"),
    "a whole receipt number": re.compile(r"\b[A-Z]{3}\d{10}\b"),
    "a birth date": re.compile(
        r"\b(?:born on|date of birth:?) (?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{4})"),
    "an account number": re.compile(r"\b(?:account|acct\.?)(?: (?:no\.|number))? \d{6,}\b", re.IGNORECASE),
}
_MAYBE_PRIVATE = re.compile(r"\d{6}|\d\d-\d\d-\d|A[- ]?\d{3}[- ]\d|born on|of birth")
_PATH = re.compile(r"/(?:home|Users|tmp|root|var|mnt)/\S|[A-Z]:\\|file://")
_PROPERTY = re.compile(r"<(?:\w+:)?(\w+)[^>]*>([^<]+)<")
_TRACES = re.compile(r"docProps/(?:custom|thumbnail)|customXml/|word/(?:comments|people)\w*\.xml")
_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
_INITIALS = re.compile(r"(?:[A-Z]\.? ?){2,4}")
_CITE = re.compile(
    r"\b\d+ (?:U\.S\.C\.|C\.F\.R\.) §§? ?\d+(?:\.\d+)*\w*"
    r"|\b\d+ (?:U\.S\.|S\. Ct\.|F\.(?:2d|3d|4th)|F\. Supp\.(?: [23]d)?) \d+\b"
)
_OFFICE = re.compile(
    r"\bPRIVILEGED\b|\battorney[ -]work[ -]product\b|\bask (?:the |an |your )?attorney\b(?! general)",
)
_TOLD = re.compile(r"\bBrackets in the papers to be filed or sent: (\d+)\.")


def opens(packet: Packet) -> Iterator[Finding]:
    """X1: every paper is a sound Word file with words in it."""
    for sheet in packet.sheets:
        if not zipfile.is_zipfile(io.BytesIO(sheet.paper.data)):
            yield sheet.title, "it is no Word file"
        if sheet.kind != "keep" and not sheet.text.strip():
            yield sheet.title, "it holds no words"


def residue(packet: Packet) -> Iterator[Finding]:
    """X2: nothing of a template or of the machine is left in what leaves the office."""
    for sheet in packet.out:
        for hit in _RESIDUE.finditer(sheet.text):
            around = sheet.text[max(0, hit.start() - 12):hit.end() + 12].strip()
            if not packet.own_signs(hit[0]):
                yield sheet.title, f'something of the template is left: "{gist(around)}"'


def authorities(packet: Packet) -> Iterator[Finding]:
    """X3: every citation is one of the library's or of the case file's."""
    law = packet.matter.law
    for sheet in packet.out:
        for cite in dict.fromkeys(_CITE.findall(sheet.text)):
            if _bare(cite) not in _cited(law) and not packet.own(cite) and cite not in _whole(law):
                yield sheet.title, f'"{cite}" is neither in the library nor in the case'


@lru_cache(maxsize=1)
def _cited(law: Law) -> str:
    """The citations of the library's records in a row."""
    return _bare(plain("\n".join(one.cite for one in law.authorities.values())))


@lru_cache(maxsize=1)
def _whole(law: Law) -> str:
    """Every word of the library: a text of it may cite what has no record of its own."""
    return plain(repr((law.authorities, law.duties, law.forums, law.remedies)))


def _bare(cite: str) -> str:
    """A citation of one section and of several in the same form."""
    return cite.replace("§§", "§").replace("§ ", "§")


def private(packet: Packet) -> Iterator[Finding]:
    """X4: what identifies a person does not print unless a note has said so."""
    told = any(one.id.startswith("PRI") and one.severity is Severity.STOP for one in packet.notes)
    for sheet in packet.out if not told and _MAYBE_PRIVATE.search(packet.whole) else ():
        for what, pattern in _PRIVATE.items():
            if pattern.search(sheet.text):
                yield sheet.title, f"it holds {what}, and no note says so"
    for party in packet.matter.case.petitioners:
        if party.minor and not _INITIALS.fullmatch(party.name) and not told:
            yield packet.opening.title, "it names a child in full, and no note says so"


def jurisdiction(packet: Packet) -> Iterator[Finding]:
    """X5: the statute on federal officers is not all that is pleaded against local ones."""
    against = packet.matter.case.respondents
    if not against or any(one.level is Level.FEDERAL for one in against):
        return
    told = any(one.severity is Severity.STOP and one.id[:3] in {"PAR", "JUR", "FRM"}
               for one in packet.notes)
    held, text = packet.matter.law.authorities, packet.opening.text
    officers, question = (plain(cite_text(held[key]).plain) for key in ("usc-28-1361", "usc-28-1331"))
    if officers in text and question not in text and not told:
        yield packet.opening.title, f"it pleads {officers} alone against local officers"


def unsigned(packet: Packet) -> Iterator[Finding]:
    """X6: nothing is signed or dated; the lines for it are there and empty."""
    for sheet in packet.out:
        if _SIGNED.search(sheet.text) and not packet.own("/s/"):
            yield sheet.title, "it carries a simulated signature"
        blocks = [line.text for line in sheet.paper.lines if line.text and line.style.startswith(_BLOCKS)]
        for text in blocks:
            hit = _DATED.match(text)
            if hit and hit[1] and not _LINE.match(hit[1]):
                yield sheet.title, f'a line for a day is filled: "{gist(text)}"'
        if sheet.name != "exhibit-index" and not any(_LINE.fullmatch(text) for text in blocks):
            yield sheet.title, "it has no line to sign"


def privileged(packet: Packet) -> Iterator[Finding]:
    """X7: no word of the notes stands in a paper that leaves the office."""
    for sheet in packet.out:
        for hit in _OFFICE.finditer(sheet.text):
            if not packet.own(hit[0]):
                yield sheet.title, f'it carries words of the office: "{gist(hit[0])}"'
        for note in packet.notes:
            words = plain(note.message)[:60]
            if words in sheet.text and not packet.own(words):
                yield sheet.title, f'it carries the note {note.id}: "{gist(words)}"'


def parties(packet: Packet) -> Iterator[Finding]:
    """X8: every party of the case is in the caption, spelt as there and on its own side."""
    case, opening = packet.matter.case, packet.opening
    ours, theirs = _sides(opening)
    for petitioner in case.petitioners:
        if plain(petitioner.name).upper() not in ours:
            yield opening.title, f'"{petitioner.name}" is not in the caption, or on the wrong side'
    for respondent in case.respondents if theirs else ():
        name = known(respondent.name) or known(respondent.office) or ""
        if respondent.type is RespondentType.UNITED_STATES:
            name = "United States"
        if plain(name).upper() not in theirs:
            yield opening.title, f'"{name}" is not in the caption, or on the wrong side'


def _sides(opening: Sheet) -> tuple[str, str]:
    """The parties above the word between them and below it, in capitals; no word, one side."""
    ours, theirs, below = "", "", False
    for line in opening.paper.lines:
        if line.style == "Caption Title":
            break
        if line.style == "Caption Versus":
            below = bool(ours)  # some forums open the caption with a word of their own
        elif line.style == "Caption Party" and below:
            theirs += f" {plain(line.text)}"
        elif line.style == "Caption Party":
            ours += f" {plain(line.text)}"
    return ours.upper(), theirs.upper()


def placeholders(packet: Packet) -> Iterator[Finding]:
    """Every bracket is highlighted, and the memo counts all of them."""
    total = 0
    for sheet in packet.out:
        marked = sum(
            1 for tree in sheet.paper.trees.values() for mark in tree.iter(f"{W}highlight")
            if "".join(t.text or "" for t in _run(mark).iter(f"{W}t")).strip()
        )
        total += marked
        if marked != len(sheet.paper.blanks):
            yield sheet.title, f"{marked} brackets are highlighted, and {len(sheet.paper.blanks)} are known"
    memo = packet.named("review-memo")
    if memo is not None and (counted := _counted(memo)) != str(total):
        yield memo.title, f"it counts {counted} brackets; there are {total}"


def _counted(memo: Sheet) -> str:
    """How many brackets the memo says there are; its paragraphs are too many to read for that."""
    for node in memo.paper.trees[DOCUMENT].iter(f"{W}t"):
        hit = _TOLD.search(node.text or "")
        if hit:
            return hit[1]
    return "no"


def _run(mark: etree._Element) -> etree._Element:
    return next(mark.iterancestors(f"{W}r"), mark)


def traces(packet: Packet) -> Iterator[Finding]:
    """No name, path or property tells of a client, a person of the office, or a machine."""
    clients = [plain(_telling(one)).casefold() for one in packet.matter.case.petitioners]
    for sheet in packet.sheets:
        if not _NAME.fullmatch(sheet.name) or any(
            one in sheet.name.replace("-", " ").split() for one in clients
        ):
            yield sheet.title, f'its file name "{sheet.name}" tells of a client or of a machine'
        if sheet.kind == "keep":
            continue
        if (hit := _PATH.search(sheet.text)) and not packet.own_signs(hit[0]):
            yield sheet.title, f'it holds a path: "{gist(sheet.text[hit.start():hit.start() + 40])}"'
        yield from _properties(sheet, clients)


def _telling(party: Petitioner) -> str:
    """The part of a name that tells who it is: a surname, or the whole name of a body."""
    return party.name if party.type is PartyType.ORGANIZATION else party.name.split()[-1]


def _properties(sheet: Sheet, clients: list[str]) -> Iterator[Finding]:
    try:
        with zipfile.ZipFile(io.BytesIO(sheet.paper.data)) as archive:
            names = archive.namelist()
            core = archive.read("docProps/core.xml")
    except (zipfile.BadZipFile, KeyError):
        yield sheet.title, "its properties cannot be read"
        return
    yield from ((sheet.title, f"it carries {one}") for one in names if _TRACES.match(one))
    for tag, found in _PROPERTY.findall(core.decode("utf-8")):
        words = plain(unescape(found)).strip()
        if tag in {"creator", "lastModifiedBy", "keywords", "description", "subject"} and words:
            yield sheet.title, f'its property "{tag}" says "{gist(words)}"'
        if tag == "title" and words != plain(sheet.title):
            yield sheet.title, f'its property "title" says "{gist(words)}"'
        if _PATH.search(words) or any(client in words.casefold().split() for client in clients):
            yield sheet.title, f'its property "{tag}" tells of a client or a machine'


RULES = (opens, residue, authorities, private, jurisdiction, unsigned, privileged, parties,
         placeholders, traces)
"""The gates X1 to X8 of a grader, and what must hold with them."""

LETTER_RULES = (opens, residue, private, unsigned, privileged, traces)
"""What is asked of a letter that is drafted alone."""
