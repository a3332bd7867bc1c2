"""Section 11: the papers of the packet, and what each needs before it leaves the office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.case import PartyType, RespondentType, known
from drafter.checks.naming import called
from drafter.checks.reading import is_federal
from drafter.context.memo.notes import sources
from drafter.context.memo.reader import Reader, curled
from drafter.law.texts import fill
from drafter.wording.grammar import series
from drafter.wording.text import Text


@dataclass(frozen=True, slots=True)
class PaperRow:
    """What the memo must know of a paper of the packet."""

    kind: str  # file, send or keep
    name: str  # of the file, without number and ending
    title: str  # what people call it
    why: str = ""  # why the packet holds it


@dataclass(frozen=True, slots=True)
class PacketRow:
    """A paper, for whom it is, and what is still to be done to it."""

    file: str
    title: Text
    why: Text
    before: Text


@dataclass(frozen=True, slots=True)
class PacketWords:
    """The papers, the missing ones, the steps and the plan of service."""

    rows: tuple[PacketRow, ...]
    missing: tuple[Text, ...]
    steps: tuple[Text, ...]
    service: tuple[Text, ...]


_BEFORE = (
    (("verification", "declaration"), "Read it to the one who swears; unsigned until that day."),
    (("index", "exhibit"), "Put the papers behind their slips. Check letters, pages and redaction."),
    (("order",), "Its command must stay that of the prayer: change both or neither."),
    (("proof", "return"), "The server fills and signs it after service; then file it."),
    (("disclosure",), ("Ask about parents, stockholders and all who have an interest, then sign. In a "
                       "court of appeals, bind it into the petition and file any web form that day.")),
    (("cover-sheet", "cover sheet", "summons"), "Copy these data to the court’s own form."),
    (("clerk",), "Check the address, the fee and the copies. Sign."),
    (("demand",), "Send only with the petitioner’s leave. Keep the proof of delivery."),
    (("service", "letter"), "Enclose what the letter names. Fill what its brackets ask."),
    (("chronology",), "Stays in the office."),
    (("memo",), "Stays in the office."),
    (("notice",), "Check the day and the hour with the clerk. Serve it with the petition."),
)
_OPENING = Text.of(
    "Clear section 1, fill section 8, tick section 6. Take the draft mark off last."
)
_WANTED = (
    (("verification", "declaration"), "a verification or declarations"),
    (("index", "exhibit"), "an exhibit index with slips"),
    (("order",), "a proposed order"),
    (("service",), "a proof of service"),
    (("cover-sheet", "cover sheet"), "data for the civil cover sheet"),
    (("clerk",), "a letter to the clerk"),
)

_HOMELAND = re.compile(
    r"\bHomeland Security\b|\bImmigration and Customs Enforcement\b|\bCitizenship and Immigration Services\b"
    r"|\bCustoms and Border Protection\b"
)
_CARRIES = (
    (("detainer", "i-247", "i-200", "i-205", "immigration form"), "an alien number, a birth date, a status"),
    (("custody record", "jail record", "booking", "arrest record"), "a birth date, an address, a jail number"),
    (("pay", "bank", "receipt", "time card", "tax"), "account and social security numbers, an address"),
    (("medical", "clinic", "hospital"), "health and record numbers"),
)
_NOT_ON_APPEAL = frozenset({
    "a verification or declarations", "a proposed order", "a proof of service",
    "data for the civil cover sheet",
})


def packet_words(reader: Reader, papers: Sequence[PaperRow]) -> PacketWords:
    """The papers in the order of the packet, then what is to be done."""
    counts: dict[str, int] = {}
    rows: list[PacketRow] = []
    for n, paper in enumerate(papers):
        counts[paper.kind] = counts.get(paper.kind, 0) + 1
        before = _OPENING if n == 0 else _before(paper)
        rows.append(PacketRow(
            f"{paper.kind}/{counts[paper.kind]:02d}-{paper.name}.docx", curled(paper.title), curled(paper.why), before
        ))
    order = {"file": 0, "send": 1, "keep": 2}
    rows.sort(key=lambda row: (order.get(row.file.split("/")[0], len(order)), row.file))
    return PacketWords(tuple(rows), _missing(reader, papers), _steps(reader), _service(reader))


def _before(paper: PaperRow) -> Text:
    words = f"{paper.name} {paper.title}".lower()
    for names, advice in _BEFORE:
        if any(name in words for name in names):
            return Text.of(advice)
    return Text.of("Read it against the opening paper.")


def _has(papers: Sequence[PaperRow], names: tuple[str, ...]) -> bool:
    return any(name in f"{one.name} {one.title}".lower() for one in papers for name in names)


def _missing(reader: Reader, papers: Sequence[PaperRow]) -> tuple[Text, ...]:
    case, federal = reader.case, is_federal(reader.matter)
    appeal = reader.matter.appellate
    wanted = [what for names, what in _WANTED
              if not _has(papers, names) and not (appeal and what in _NOT_ON_APPEAL)]
    if federal and not appeal and not _has(papers, ("summons",)):
        wanted.append("data for the summonses")
    companies = [p for p in case.petitioners if p.type is PartyType.ORGANIZATION]
    if federal and companies and not _has(papers, ("disclosure",)):
        wanted.append("the disclosure statement of an organization")
    missing = [Text.of(f"{what[0].upper()}{what[1:]}: prepare it, or note why it is not needed.")
               for what in wanted]
    if reader.matter.forum.process and not appeal:
        missing.append(fill(reader.matter.forum.process, reader.matter.law, {}))
    if any(p.pseudonym for p in case.petitioners) and not _has(papers, ("pseudonym",)):
        missing.append(Text.of("A motion for leave to proceed under a pseudonym: an attorney must "
                               "draft it, or the caption must change."))
    sealed = [e for e in case.exhibits if e.sealed]
    if sealed:
        labels = series([reader.opening.label(e.id) or f"“{e.id}”" for e in sealed])
        missing.append(Text.of("A motion to seal ", labels, "."))
    return (*missing, *_needless(reader))


def _needless(reader: Reader) -> Iterator[Text]:
    """Papers that this packet rightly lacks, and why, so that nobody looks for them."""
    demands = reader.case.demands
    if reader.matter.appellate:
        yield Text.of("No proposed order, cover sheet or summons: a writ to a court takes none. The "
                      "certificate of compliance and the proof of service are in the petition.")
    elif demands:
        told = reader.paragraphs(one for demand in demands for one in demand.paragraphs)
        yield Text.of("No demand letter: a demand was made", f" ({told})" if told else "", ". For one "
                      "more, the command “drafter demand” draws it alone.")


def _steps(reader: Reader) -> tuple[Text, ...]:
    case, federal = reader.case, is_federal(reader.matter)
    forum = reader.matter.forum
    steps = [curled(one) for one in (*forum.steps, *forum.format.rules)]
    privacy = Text.of("Privacy: read every paper, exhibit and file name for numbers, birth dates, "
                      "street addresses, children’s names, and anyone’s immigration status")
    steps.append(Text.of(privacy, ". ", sources(reader, ["frcp-5-2"]), ".") if federal
                 else Text.of(privacy, "."))
    steps.extend(_redactions(reader))
    hidden = [p for p in case.petitioners if p.pseudonym]
    if hidden:
        names = series([curled(p.name) for p in hidden])
        steps.append(Text.of("Pseudonym: ", names, ". The motion goes in with the opening paper; the "
                             "exhibits and their file names must carry the pseudonym too",
                             Text.of(". ", sources(reader, ["frcp-10-a"]), ".") if federal else "."))
    if any(p.minor for p in case.petitioners):
        steps.append(Text.of("A minor sues: initials only, and one who may sue for the minor."))
    steps.extend(curled(f"Related case to note on the cover sheet: {one.name}, {one.court}.")
                 for one in case.related_cases)
    if federal and not reader.matter.appellate:
        steps.append(Text.of("Electronic filing: where the court has lawyers open a case in its own "
                             "system, the letter to the clerk, the copies and the envelope fall away, and "
                             "the summonses are asked for there."))
        steps.append(Text.of("Proposed order: ask whether this court takes one with the opening paper; a "
                             "final declaration waits for a motion, a stipulation or a trial, which its "
                             "first bracket names."))
    steps.append(Text.of("Interim relief is a motion of its own; this packet holds none."))
    steps.append(Text.of("Read each filed paper once for words that belong in this memo only."))
    if not case.counsel and not case.pro_se:
        steps.append(Text.of("Name the lawyer who will sign, or record that the petitioners sue "
                             "without one."))
    return tuple(steps)


def _redactions(reader: Reader) -> list[Text]:
    """Exhibits that by their kind carry what must be struck out of a filed copy."""
    return [
        Text.of(f"Redact {label}, ", curled(f"“{exhibit.title}”: look for {found}."))
        for exhibit in reader.case.exhibits
        if (label := reader.opening.label(exhibit.id))
        and (found := "; ".join(what for words, what in _CARRIES
                                if any(word in exhibit.title.lower() for word in words)))
    ]


def _service(reader: Reader) -> tuple[Text, ...]:
    names = [
        curled("the United States" if r.type is RespondentType.UNITED_STATES else called(r))
        for r in reader.case.respondents
    ]
    if reader.matter.appellate:
        return (
            Text.of("Law: ", sources(reader, ["frap-21-a-1"]), ". Each party below is served, and the "
                    "trial judge has a copy."),
            Text.of("Serve: ", series(names) if names else "each other party below (none is named)",
                    ". The proof of service is the last page of the petition."),
        )
    if is_federal(reader.matter):
        district = reader.matter.forum.name.partition(" for the ")[2] or "this district"
        each = series(names) if names else Text.of("each agency and officer sued (none is named)")
        return (
            Text.of("Law: ", sources(reader, ["frcp-4-i", "frcp-4-m"]), ". The United States does "
                    "not waive service; ask for no waiver."),
            Text.of(f"United States Attorney for the {district}: by hand, or by registered or "
                    "certified mail to the civil-process clerk."),
            Text.of("Attorney General of the United States, Washington, D.C.: registered or "
                    "certified mail."),
            Text.of("Registered or certified mail to: ", each, "."),
            *_homeland(reader),
            Text.of("To each: a summons and every paper that was filed with the opening paper, as the "
                    "letters list them. Keep receipts for the proof of service."),
        )
    if not names:
        return (Text.of("No respondent is named; nobody can be served."),)
    plan = [Text.of("Serve: ", series(names), ".")]
    beside = reader.matter.forum.also_served
    plan += [
        Text.of("And, beside the officer: the ", fill(one.name, reader.matter.law, {
            "county": Text.of(known(reader.case.forum.county) or "county")}), ". ",
            fill(one.rule, reader.matter.law, {}), ".")
        for one in beside
    ]
    if not beside:
        plan.append(Text.of("Ask counsel how this State serves an officer, and whether the county "
                            "or its attorney must be served too."))
    if reader.matter.forum.notice_before_application:
        day = known(reader.case.forum.hearing_on)
        plan.append(Text.of(
            "The petition and notice of the intended application are served first, a reasonable "
            "time before it" + ("." if day else "; the day of application is still open.")))
    return tuple(plan)


def _homeland(reader: Reader) -> list[Text]:
    """Where the Department of Homeland Security takes summonses for itself and its components."""
    if not any(_HOMELAND.search(f"{one.agency or ''} {known(one.office) or ''} {known(one.name) or ''}")
               for one in reader.case.respondents):
        return []
    return [fill(
        "The Department of Homeland Security takes summonses for itself and each of its components by mail, "
        "unless its page on service says otherwise: {quote:cfr-6-5-42-a} {cfr-6-5-42-a} and Appendix A to "
        "its subpart. Compare the addresses in this packet with that place and that page.",
        reader.matter.law, {})]
