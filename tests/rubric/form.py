"""Form, caption, structure, privacy, style, signature, completeness: groups A, B, G, H, I and L."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise

from drafter.case import Capacity, PartyType, RespondentType, known
from drafter.proofread import Packet, consistency, gates, judge, slips
from tests.rubric.table import (
    DATE,
    DOCUMENT,
    W,
    appellate,
    federal,
    found,
    item,
    plain,
    section,
    styled,
)

LEVEL = {"heading 1": 1, "heading 2": 2, "heading 3": 3, "Heading Count": 2}
TRIAL = ("INTRODUCTION", "JURISDICTION", "VENUE", "PARTIES", "LEGAL FRAMEWORK", "FACTS", "EFFORTS",
         "CLAIMS", "PRAYER")
ON_APPEAL = ("RELIEF", "ISSUE", "FACTS", "REASONS")


def _part(packet: Packet, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(packet.opening.paper.data)) as archive:
        return archive.read(name).decode("utf-8")


def _style(packet: Packet, name: str) -> str:
    hit = re.search(rf'w:styleId="{name}".*?</w:style>', _part(packet, "word/styles.xml"), re.DOTALL)
    return hit[0] if hit else ""


@item("A1", "the court's full name heads page 1, centered")
def a1(packet: Packet) -> Iterator[str]:
    head = plain(" ".join(one.text for one in styled(packet, "Caption Court"))).upper()
    for line in packet.matter.forum.caption:
        words = plain(re.split(r"[{\[]", line)[0]).strip().upper()
        if words not in head:
            yield words
    if '<w:jc w:val="center"/>' not in _style(packet, "CaptionCourt"):
        yield "not centered"


@item("A2", "the caption names every party, and no one is et al.")
def a2(packet: Packet) -> Iterator[str]:
    yield from found(packet, gates.parties)
    if re.search(r"\bet al\b", " ".join(one.text for one in styled(packet, "Caption Party"))):
        yield "et al."


@item("A3", "each officer appears with title and official capacity", appellate)
def a3(packet: Packet) -> Iterator[str]:
    text = packet.opening.text
    for one in packet.matter.case.respondents:
        if one.type is RespondentType.OFFICER and one.capacity is Capacity.OFFICIAL:
            office = plain(known(one.office) or "")
            if not re.search(rf"official capacity (?:as|of) {re.escape(office)}", text):
                yield office


@item("A4", "one scheme of labels in every paper")
def a4(packet: Packet) -> Iterator[str]:
    ours = {packet.matter.forum.petitioner_label, packet.matter.forum.respondent_label}
    others = {"Plaintiff", "Defendant", "Petitioner", "Respondent", "Relator"} - ours
    for sheet in packet.out:
        for label in others:
            for hit in re.finditer(rf"(?<!\w){label}s?\b.{{0,20}}", sheet.text):
                if not packet.own(label) and "Dummy" not in hit[0]:
                    yield f"{sheet.name}: {hit[0]}"


@item("A5", "the line for the number of the case is blank")
def a5(packet: Packet) -> Iterator[str]:
    if known(packet.matter.case.forum.docket) is None and "____" not in " ".join(
            one.text for one in styled(packet, "Caption Number", "Caption Court", "Caption Beside")):
        yield "no blank"


@item("A8", "letter page, margins of an inch, 12 points, double-spaced body, single-spaced caption")
def a8(packet: Packet) -> Iterator[str]:
    body, styles = _part(packet, DOCUMENT), _part(packet, "word/styles.xml")
    if '<w:pgSz w:w="12240" w:h="15840"/>' not in body:
        yield "page"
    numbered = packet.matter.forum.pleading_paper  # its rules leave half an inch on the right
    for side, value in re.findall(r'w:(top|right|bottom|left)="(\d+)" ', " ".join(
            re.findall(r"<w:pgMar [^>]*>", body))):
        least = {"left": 1440, "right": 720}.get(side, 0) if numbered else 1440
        if int(value) < least:
            yield f"margin {side} {value}"
    if int(re.findall(r'<w:docDefaults>.*?<w:sz w:val="(\d+)"', styles, re.DOTALL)[0]) < 24:
        yield "type"
    text = "Body" if appellate(packet) else "Allegation"
    if 'w:line="480"' not in _style(packet, text):
        yield f"{text} is not double-spaced"
    if not packet.matter.forum.pleading_paper:
        yield from (name for name in ("CaptionParty", "Signature", "BlockQuote")
                    if 'w:line="480"' in _style(packet, name))


@item("A9", "a live page number and a short title at the foot of each paper to file")
def a9(packet: Packet) -> Iterator[str]:
    for sheet in packet.filed:
        with zipfile.ZipFile(io.BytesIO(sheet.paper.data)) as archive:
            feet = "".join(archive.read(one).decode() for one in archive.namelist() if "footer" in one)
        words = re.sub(r"<[^>]+>", "", feet)
        if " PAGE " not in feet or (" v. " not in words and "In re" not in words):
            yield sheet.name


@item("A10", "the two sides of the caption stand in one table")
def a10(packet: Packet) -> Iterator[str]:
    tables = packet.opening.paper.trees[DOCUMENT].iter(f"{W}tbl")
    if not any(one.get(f"{W}val") == "CaptionParty" for t in tables for one in t.iter(f"{W}pStyle")):
        yield "no table"


@item("A11", "no slip of spaces, commas or empty items")
def a11(packet: Packet) -> Iterator[str]:
    yield from found(packet, gates.residue)
    for sheet in packet.out:
        said = slips(tuple(f"{one.number} {one.text}".strip() for one in sheet.paper.lines))
        # "None was obtained" is a sentence; the gate on residue knows who typed it
        yield from (one for one in said if not one.startswith("a word of the machine: "))


@item("B1", "the sections are there, in order")
def b1(packet: Packet) -> Iterator[str]:
    heads = [plain(one.text).upper() for one in styled(packet, "heading 1")]
    at = -1
    for wanted in ON_APPEAL if appellate(packet) else TRIAL:
        place = next((n for n, one in enumerate(heads) if n > at and wanted in one), None)
        if place is None:
            yield f"{wanted} is not there or out of order: {heads}"
            return
        at = place


@item("B2", "allegations are numbered 1 to n once, without a gap", appellate)
def b2(packet: Packet) -> Iterator[str]:
    numbers = [one.number for one in styled(packet, "Allegation")]
    if numbers != [f"{n + 1}." for n in range(len(numbers))]:
        yield str(numbers)


@item("B3", "the numbers are Word's own", appellate)
def b3(packet: Packet) -> Iterator[str]:
    if "<w:numId " not in _style(packet, "Allegation"):
        yield "Allegation is not numbered by its style"
    yield from (one.text[:40] for one in styled(packet, "Allegation") if re.match(r"\d+[.)]", one.text))


@item("B4", "each count has a heading with number, claim and statute", appellate)
def b4(packet: Packet) -> Iterator[str]:
    heads = styled(packet, "Heading Count")
    if not heads:
        yield "no count"
    for n, one in enumerate(heads):
        if not one.number.startswith("Count ") or "§" not in one.text:
            yield f"{n}: {one.number} {one.text}"


@item("B6", "headings use Word's heading styles in strict order")
def b6(packet: Packet) -> Iterator[str]:
    levels = [LEVEL[one.style] for one in packet.opening.paper.lines if one.style in LEVEL]
    if levels[:1] != [1]:
        yield "the first heading is no main heading"
    yield from (f"{one} then {two}" for one, two in pairwise(levels) if two > one + 1)


@item("B7", "no numbered paragraph over 120 words but for quotation", appellate)
def b7(packet: Packet) -> Iterator[str]:
    for one in styled(packet, "Allegation"):
        words = re.sub(r"“[^”]*”|\([^()]*Ex\.[^()]*\)", "", one.text).split()
        if len(words) > 120:
            yield f"{one.number} {len(words)} words"


@item("B8", "every internal reference has its target")
def b8(packet: Packet) -> Iterator[str]:
    yield from found(packet, consistency.references, consistency.beyond, consistency.prayer)


@item("G1", "no Social Security number")
@item("G2", "birth dates are years")
@item("G4", "account numbers are cut")
@item("G5", "A-numbers and receipt numbers are masked")
def g1(packet: Packet) -> Iterator[str]:
    for sheet in packet.out:
        yield from (what for what, sign in gates._PRIVATE.items() if sign.search(sheet.text))  # noqa: SLF001 - the list is the gate's


def _no_minor(packet: Packet) -> str:
    return "" if any(one.minor for one in packet.matter.case.petitioners) else "nobody here is under 18"


@item("G3", "a minor is initials", _no_minor)
def g3(packet: Packet) -> Iterator[str]:
    yield from found(packet, gates.private)


@item("G6", "no petitioner's street address in a paper to file")
def g6(packet: Packet) -> Iterator[str]:
    for one in packet.matter.case.petitioners:
        mark = f"petitioner-{one.id}"
        number = packet.opening.paper.numbers.get(mark)
        text = next((plain(a.text) for a in styled(packet, "Allegation")
                     if a.number.rstrip(".") == number), "")
        if one.type is PartyType.PERSON and re.search(
                r"\b\d+ [A-Z]\w+ (?:Street|St\.|Avenue|Road|Lane|Row|Drive|Court)\b", text):
            yield text


def _no_pseudonym(packet: Packet) -> str:
    return "" if any(o.pseudonym for o in packet.matter.case.petitioners) else "nobody uses a pseudonym"


@item("G7", "a pseudonym is used everywhere and the memo asks for a motion", _no_pseudonym)
def g7(packet: Packet) -> Iterator[str]:
    if "PRI009" not in {note.id for note in packet.notes}:
        yield "no note"


@item("G8", "no note, comment, hidden text or tracked change leaves the office")
def g8(packet: Packet) -> Iterator[str]:
    yield from found(packet, gates.privileged)
    for sheet in packet.out:
        yield from (f"{sheet.name} {one}" for one in judge(sheet.paper.data, sheet.kind))


@item("G9", "properties and file names tell of no client and no machine")
@item("L3", "file names are short and describe the paper")
def g9(packet: Packet) -> Iterator[str]:
    yield from found(packet, gates.traces)
    yield from (one.name for one in packet.sheets if len(one.name) > 30)


@item("H2", "sentences of 28 words on average, and no archaic words")
def h2(packet: Packet) -> Iterator[str]:
    texts = [plain(one.text) for one in styled(packet, "Allegation", "Body")]
    bare = [re.sub(r"\([^()]*\)", "", re.sub(r"“[^”]*”", "quotation", one)) for one in texts]
    sentences = [s for one in bare for s in re.split(r"(?<=[a-z]{2}[.?:])\s+", one) if len(s.split()) > 2]
    mean = sum(len(s.split()) for s in sentences) / len(sentences)
    if mean > 28:
        yield f"mean {mean:.1f}"
    for sheet in packet.out:
        yield from re.findall(r"(?i)\bcomes now\b|\bhereinafter\b|\bwherefore\b|\bsaid (?:officer|agency)\b|"
                              r"\bnull and void\b|\bany and all\b", sheet.text)


@item("H4", "singular and plural of the parties agree with their number")
def h4(packet: Packet) -> Iterator[str]:
    label = packet.matter.forum.petitioner_label
    many = len(packet.matter.case.petitioners) > 1
    wrong = rf"(?<!No )(?<!Each )\b{label} (?:asks|seeks|has|is entitled|incorporates)\b" if many else rf"\b{label}s\b"
    for sheet in packet.out:
        yield from re.findall(wrong, sheet.text)


@item("I1", "the signature block has name, number, firm, address, telephone and email")
def i1(packet: Packet) -> Iterator[str]:
    block = plain("\n".join(one.text for one in styled(packet, "Signature")))
    for lawyer in packet.matter.case.counsel:
        for label, value in (("name", lawyer.name), ("bar number", known(lawyer.bar_number)),
                             ("firm", known(lawyer.firm)), ("address", known(lawyer.address)),
                             ("telephone", known(lawyer.telephone)), ("email", known(lawyer.email))):
            if (plain(str(value)) if value else f"[{label}") not in block:
                yield label


@item("I2", "lines for signature and day are blank")
def i2(packet: Packet) -> Iterator[str]:
    yield from found(packet, gates.unsigned)


def _unverified(packet: Packet) -> str:
    return "" if packet.named("verification") else "neither court nor case asks for a verification"


@item("I3", "the verification is apart, names its declarant and uses the form of the court", _unverified)
def i3(packet: Packet) -> Iterator[str]:
    sheet = packet.named("verification")
    assert sheet is not None
    forum = packet.matter.forum
    unsworn = "under penalty of perjury under the laws of the State of" if forum.verification == "perjury" else ""
    wanted = "under 28 U.S.C. § 1746" if federal(packet) else unsworn or "being first duly sworn"
    if wanted not in sheet.text:
        yield wanted
    for one in packet.matter.case.verification:
        who = next(p for p in packet.matter.case.petitioners if p.id == one.petitioner)
        if plain(str(known(one.name) or who.name)) not in sheet.text:
            yield who.name


@item("I6", "days of service and numbers of the mail are blank")
def i6(packet: Packet) -> Iterator[str]:
    for name in ("service-letters", "proof-of-service"):
        sheet = packet.named(name)
        if sheet is not None and "____" not in sheet.text:
            yield name
    yield from found(packet, gates.unsigned)


@item("I7", "no step is pleaded after the day of the draft, and the chronology does not cross")
def i7(packet: Packet) -> Iterator[str]:
    case, today = packet.matter.case, packet.matter.as_of
    for one in case.demands:
        sent, got = known(one.made_on), known(one.delivered_on)
        if sent and (sent > today or (got and got < sent)):
            yield one.id
    yield from found(packet, consistency.as_of)


@item("L1", "every paper that the vehicle needs is there")
def l1(packet: Packet) -> Iterator[str]:
    wanted = {"cover-letter-to-clerk", "service-letters", "review-memo", "exhibit-index"}
    if not appellate(packet):
        wanted |= {"proposed-order", "proof-of-service", "filing-data"}
    if packet.matter.forum.verification in {"oath", "affidavit"}:
        wanted.add("verification")
    yield from sorted(wanted - {one.name for one in packet.sheets})


@item("L2", "the caption is the same in every paper to file")
def l2(packet: Packet) -> Iterator[str]:
    yield from found(packet, consistency.captions)


@item("L4", "the index has letter, description, date, pages, source and first paragraph; each has a slip")
def l4(packet: Packet) -> Iterator[str]:
    yield from found(packet, consistency.exhibits)
    index = packet.named("exhibit-index")
    if index is None or index.lines("Table Head") != [
            "Ex.", "Description and source", "Date", "Pages", "First ¶"]:
        yield "heads"


@item("L5", "every paper opens whole, and its fields resolve")
def l5(packet: Packet) -> Iterator[str]:
    yield from found(packet, gates.opens)
    yield from (one.name for one in packet.sheets if "Error!" in one.text)


@item("E1", "facts run by date under each heading, and each day has its year", appellate)
def e1(packet: Packet) -> Iterator[str]:
    last = dt.date.min
    taken = {id(one) for one in section(packet, "FACTS") + section(packet, "EFFORTS")}
    for line in packet.opening.paper.lines:
        if line.style in LEVEL:
            last = dt.date.min
        hit = re.match(rf"On ({DATE.pattern}),", plain(line.text))
        if id(line) in taken and hit:
            day = dt.datetime.strptime(hit[1], "%B %d, %Y").replace(tzinfo=dt.UTC).date()
            if day < last:
                yield f"{line.number} {hit[1]}"
            last = day
