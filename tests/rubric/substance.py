"""Parties, law, facts, relief, service, memo and letters: groups C, D, E, F, I5, J, K and H3."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from drafter.case import ReliefKind, RespondentType, known
from drafter.proofread import Packet, Sheet, consistency, gates
from drafter.proofread.packets import plain as flat
from drafter.wording.dates import long_date
from tests.rubric.table import (
    DATE,
    W,
    appellate,
    federal,
    found,
    item,
    plain,
    section,
    state,
    styled,
)

_SOURCED = re.compile(r"\bEx\. [A-Z]|Verif\.|[Ii]nformation and belief|paragraphs? \d|\[")
_ACRONYM = re.compile(r"\b[A-Z]{3,6}\b")
_KNOWN = frozenset({"USC", "CFR", "FCC", "USA", "DRAFT", "III", "COUNT"})


def _memo(packet: Packet) -> Sheet:
    sheet = packet.named("review-memo")
    assert sheet is not None
    return sheet


def _send(packet: Packet, name: str) -> Sheet:
    sheet = packet.named(name)
    assert sheet is not None, name
    return sheet


@item("C4", "one paragraph for each respondent: office, capacity, address", appellate)
def c4(packet: Packet) -> Iterator[str]:
    texts = {one.number.rstrip("."): plain(one.text) for one in styled(packet, "Allegation")}
    for one in packet.matter.case.respondents:
        text = texts.get(packet.opening.paper.numbers.get(f"respondent-{one.id}", ""), "")
        wanted = [known(one.name), known(one.address)]
        if one.type is RespondentType.OFFICER:
            wanted += [known(one.office), "capacity"]
        yield from (f"{one.id}: {words}" for words in wanted if words and flat(words) not in flat(text))


def _no_immunity(packet: Packet) -> str:
    if packet.matter.forum.remedy and "records" in packet.matter.case.forum.court:
        return "the statute on records gives its own petition against the custodian"
    return appellate(packet)


@item("C8", "the waiver of immunity, or its answer in the State, is pleaded", _no_immunity)
def c8(packet: Packet) -> Iterator[str]:
    sign = "5 U.S.C. § 702" if federal(packet) else "not against the"
    if sign not in packet.opening.text:
        yield sign


def _no_delay(packet: Packet) -> str:
    if not federal(packet):
        return "asked of a federal trial court only"
    return ""


@item("D6", "the claim under § 706(1) is a count of its own, before or beside mandamus", _no_delay)
def d6(packet: Packet) -> Iterator[str]:
    heads = [plain(one.text) for one in styled(packet, "Heading Count")]
    agency = [n for n, one in enumerate(heads) if "5 U.S.C. § 706(1)" in one]
    writ = [n for n, one in enumerate(heads) if one.startswith("Mandamus")]
    if not agency or not writ or min(agency) > min(writ):
        yield str(heads)


@item("D9", "each citation is in the memo's table, with a box for who checked it")
def d9(packet: Packet) -> Iterator[str]:
    yield from found(packet, gates.authorities)
    text = _memo(packet).text
    if "Checked" not in _memo(packet).lines("Memo Table Head"):
        yield "no box"
    # one cite may stand in a longer one, and a rule of several sections in one of them
    yield from (cite for cite in dict.fromkeys(gates._CITE.findall(packet.opening.text))  # noqa: SLF001 - the form of a citation is the gate's
                if cite.replace("§§", "§") not in text.replace("§§", "§") and not packet.own(cite))


@item("D11", "alternative counts say so; no damages and no jury are asked")
def d11(packet: Packet) -> Iterator[str]:
    if federal(packet):
        yield from (one.text for one in styled(packet, "Heading Count")
                    if one.text.startswith("Mandamus") and "Alternative" not in one.text)
    title = " ".join(one.text for one in styled(packet, "Caption Title"))
    prayed = " ".join(one.text for one in styled(packet, "Prayer Item"))
    yield from re.findall(r"(?i)\bdamages\b|\bjury\b", title + prayed)


@item("E2", "four fifths of the facts show their source or say that they are believed", appellate)
def e2(packet: Packet) -> Iterator[str]:
    facts = section(packet, "FACTS") + section(packet, "EFFORTS")
    bare = [one.number for one in facts if not _SOURCED.search(plain(one.text))]
    if not facts or len(bare) > len(facts) / 5:
        yield f"{len(bare)} of {len(facts)}: {bare}"


@item("E3", "the exhibits cited are the exhibits listed")
@item("E4", "one form of exhibit, in the order of first mention")
def e3(packet: Packet) -> Iterator[str]:
    yield from found(packet, consistency.exhibits)
    for one in styled(packet, "Allegation"):
        yield from re.findall(r"\bExh?\. ?[a-z0-9]+\b|\bExhibit [A-Z]\b", plain(one.text))


@item("E5", "time that has passed has its day, is counted right and is the same everywhere")
def e5(packet: Packet) -> Iterator[str]:
    yield from found(packet, consistency.as_of, consistency.dates)
    today, case = packet.matter.as_of, packet.matter.case
    days = {(today - day).days for one in case.demands
            for day in (known(one.made_on), known(one.delivered_on)) if day}
    for count in re.findall(r"As of [A-Z]\w+ \d+, \d{4}, (\d+) days after the demand", packet.opening.text):
        if int(count) not in days:
            yield count


@item("E6", "each demand and step has its day, channel, recipient, number, answer and exhibit", appellate)
def e6(packet: Packet) -> Iterator[str]:
    text = plain(" ".join(one.text for one in packet.opening.paper.lines))
    for one in packet.matter.case.demands:
        day = known(one.made_on)
        if day and long_date(day) not in text:
            yield f"{one.id}: {day}"
    heads = [one.text.removesuffix(" open") for one in styled(packet, "Table Head")]
    if heads != ["Date", "Step and recipient", "Number", "Response", "Days", "Exhibit"] and not styled(
            packet, "Step"):
        yield f"no table of steps: {heads}"


@item("E9", "a benchmark of time has a source and the day it was looked at", appellate)
def e9(packet: Packet) -> Iterator[str]:
    told = [plain(one.text) for one in styled(packet, "Allegation")
            if re.search(r"\b(?:processing times?|median time|80 percent of)\b", plain(one.text))]
    if told and not any("Ex. " in one and DATE.search(one) for one in told):
        yield from told


@item("E11", "names, days and numbers are those of the case file")
def e11(packet: Packet) -> Iterator[str]:
    yield from found(packet, consistency.names, consistency.dates)
    text = packet.opening.text
    case = packet.matter.case
    names = [*(one.name for one in case.petitioners), *(one.name for one in case.counsel)]
    yield from (one for one in names if flat(one) not in text)


@item("F1", "items of the prayer are lettered and rest on counts")
def f1(packet: Packet) -> Iterator[str]:
    letters = [one.number for one in styled(packet, "Prayer Item")]
    if letters != [f"{chr(65 + n)}." for n in range(len(letters))] or not letters:
        yield str(letters)
    yield from found(packet, consistency.prayer)


@item("F2", "the writ names actor, act and time")
def f2(packet: Packet) -> Iterator[str]:
    for index, one in enumerate(packet.matter.case.relief):
        if one.kind is not ReliefKind.WRIT:
            continue
        items = [plain(line.text) for line in styled(packet, "Prayer Item")]
        text = items[index] if index < len(items) else ""
        days = known(one.days)
        time = f"within {days} days" if days else r"\bwithin |\bno later than |\bwhen |\bby |\bbefore |\bat "
        if not re.search(time, text):
            yield f"no time: {text}"
        actors = [r for r in packet.matter.case.respondents if r.id in one.actors]
        yield from (r.id for r in actors if flat(r.short or known(r.name) or "") not in flat(text)
                    and not appellate(packet))


@item("F3", "no benefit is asked for, and no choice one way")
def f3(packet: Packet) -> Iterator[str]:
    for one in styled(packet, "Prayer Item"):
        yield from re.findall(
            r"(?i)\b(?:grant|approve) (?:the|his|her|their|its)? ?(?:application|petition|visa|benefit)\b",
            one.text)


def _no_report(packet: Packet) -> str:
    kinds = {one.kind for one in packet.matter.case.relief}
    if appellate(packet):
        return appellate(packet)
    return "" if {ReliefKind.REPORT, ReliefKind.RETAIN} & kinds else "the case asks for neither"


@item("F5", "a report is asked for, or that the case be kept", _no_report)
def f5(packet: Packet) -> Iterator[str]:
    text = " ".join(one.text for one in styled(packet, "Prayer Item"))
    if not re.search(r"\breport\b|\breturn\b|[Rr]etain jurisdiction|\bfile\b|\bstatement\b", text):
        yield text


@item("F6", "costs and fees rest on the forum's law, and none are sought by one without a lawyer")
def f6(packet: Packet) -> Iterator[str]:
    items = [plain(one.text) for one in styled(packet, "Prayer Item")]
    for text in (one for one in items if one.startswith("Award costs and attorney")):
        if packet.matter.case.pro_se or (federal(packet) and "28 U.S.C. § 2412" not in text):
            yield text
    if not federal(packet):
        yield from (one for one in items if "§ 2412" in one)


def _no_general(packet: Packet) -> str:
    kinds = [one.kind for one in packet.matter.case.relief]
    return "" if ReliefKind.OTHER in kinds and packet.matter.forum.general_relief else (
        "the case or the forum has no general relief")


@item("F7", "the general item is the last", _no_general)
def f7(packet: Packet) -> Iterator[str]:
    last = styled(packet, "Prayer Item")[-1].text
    if not re.search(r"other (?:and further )?relief|just and proper|the law allows", last):
        yield last


@item("F9", "the order commands in the words of the prayer", appellate)
def f9(packet: Packet) -> Iterator[str]:
    yield from found(packet, consistency.prayer)
    if packet.named("proposed-order") is None:
        yield "no order"


@item("H3", "an acronym is explained where it is first used")
def h3(packet: Packet) -> Iterator[str]:
    lines = [one for one in packet.opening.paper.lines
             if one.style in {"Allegation", "Body", "Block Quote", "Prayer Item"}]
    text = plain("\n".join(re.sub(r"“[^”]*”", "", one.text) for one in lines))
    names = [plain(one.name) for one in packet.matter.law.authorities.values() if one.name]
    for word in dict.fromkeys(_ACRONYM.findall(text)):
        first = re.search(rf"(?<![-\w]){word}(?![-\w])", text)
        if word in _KNOWN or first is None or packet.own(word) or re.fullmatch("[IVX]+", word):
            continue
        if any(word in name and name in text for name in names):
            continue
        if f"({word})" not in text[:first.end() + 1] and f"or {word}" not in text:
            yield f"{word}: {text[max(0, first.start() - 40):first.end() + 20]}"


@item("I5", "everyone who must be served has a letter, and the United States is asked for no waiver")
def i5(packet: Packet) -> Iterator[str]:
    text = _send(packet, "service-letters").text
    wanted = ["Civil-Process Clerk", "Attorney General of the United States"] if federal(packet) else []
    wanted += [flat(known(one.name) or "") for one in packet.matter.case.respondents
               if one.type is not RespondentType.UNITED_STATES]
    yield from (one for one in wanted if one not in flat(text))
    for sheet in packet.out:
        if re.search(r"waiver of service|waive service", sheet.text):
            yield f"{sheet.name}: waiver"


@item("J1", "the memo stands apart and is marked privileged, not to be filed")
def j1(packet: Packet) -> Iterator[str]:
    memo = _memo(packet)
    with zipfile.ZipFile(io.BytesIO(memo.paper.data)) as archive:
        marks = "".join(archive.read(one).decode() for one in archive.namelist() if "header" in one)
    if memo.kind != "keep" or "PRIVILEGED" not in marks or "DO NOT FILE" not in marks:
        yield marks


@item("J2", "every open bracket is in the memo")
def j2(packet: Packet) -> Iterator[str]:
    text = flat(_memo(packet).text)
    yield from (f"{sheet.name}: {one.label}" for sheet in packet.out for one in sheet.paper.blanks
                if flat(one.label)[:40] not in text)


@item("J3", "every bracket is highlighted, and the memo counts them")
def j3(packet: Packet) -> Iterator[str]:
    yield from found(packet, gates.placeholders)


@item("J4", "the memo leads from each element to its paragraphs, gaps shown")
@item("J5", "the memo leads from each fact to its exhibit and source")
@item("J6", "the memo lists authorities with how well each is known and a box")
def j4(packet: Packet) -> Iterator[str]:
    memo = _memo(packet)
    heads = " ".join(memo.lines("Memo Table Head"))
    for one in ("Element Paragraphs Exhibits Gap", "¶ The paragraph begins Shown by Known how",
                "Authority Where For what How well known A, N Checked"):
        if one not in heads:
            yield one
    cells = memo.lines("Memo Table")
    for line in section(packet, "FACTS"):
        docket = line.text.startswith("The proceeding below is ")  # what the court's own list shows
        if f"¶ {line.number.rstrip('.')}" not in cells and not docket:
            yield f"¶ {line.number} has no row"


@item("J8", "each paper to file says in its header that it is a draft")
def j8(packet: Packet) -> Iterator[str]:
    for sheet in packet.filed:
        marks = "".join(t.text or "" for name, tree in sheet.paper.trees.items() if "header" in name
                        for t in tree.iter(f"{W}t"))
        if "DRAFT FOR ATTORNEY REVIEW" not in marks:
            yield sheet.name


@item("K1", "the clerk's letter has letterhead, day, delivery, address and subject")
def k1(packet: Packet) -> Iterator[str]:
    sheet = _send(packet, "cover-letter-to-clerk")
    if not sheet.lines("Letterhead"):
        yield "letterhead"
    yield from (one for one in ("Date: ____", "Delivery by: ____", "Clerk", "Re: ", "Dear Clerk:")
                if one not in sheet.text)


@item("K2", "its enclosures are the papers of the packet, with originals and copies")
def k2(packet: Packet) -> Iterator[str]:
    yield from found(packet, consistency.enclosures)
    if _send(packet, "cover-letter-to-clerk").lines("Table Head") != [
            "No.", "Paper", "Originals", "Copies"]:
        yield "heads"


@item("K3", "it speaks of fee, process, stamped copies and whom to call")
def k3(packet: Packet) -> Iterator[str]:
    text = _send(packet, "cover-letter-to-clerk").text
    wanted = ["fee", "stamped", "please reach"]
    if not appellate(packet) and not packet.matter.forum.notice_before_application:
        wanted.append("ssue the ")  # where notice comes first, it is served and no process issues
    yield from (one for one in wanted if one not in text)


@item("K5", "each service letter cites its rule, lists its papers and leaves the mail's number blank", state)
def k5(packet: Packet) -> Iterator[str]:
    sheet = _send(packet, "service-letters")
    letters = sum(one.startswith("Re: ") for one in sheet.lines("Letter Text"))
    wanted = 2 + sum(one.type is not RespondentType.UNITED_STATES for one in packet.matter.case.respondents)
    for words, count in (("Fed. R. Civ. P. 4(i)", letters), ("certified mail", letters)):
        lines = [one.text for one in sheet.paper.lines if words in plain(one.text)]
        if letters != wanted or len(lines) < count:
            yield f"{words}: {len(lines)} of {letters}, {wanted} to serve"


@item("K7", "each letter has a line to sign, unsigned, and lines for enclosures and copies")
def k7(packet: Packet) -> Iterator[str]:
    for sheet in (one for one in packet.out if one.kind == "send"):
        yield from (f"{sheet.name}: {one}" for one in ("________", "cc: ", "Enc") if one not in sheet.text)
    yield from found(packet, gates.unsigned)


@item("K8", "names, days and numbers in letters are those of the pleading")
def k8(packet: Packet) -> Iterator[str]:
    yield from found(packet, consistency.names, consistency.dates)
