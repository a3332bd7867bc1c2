"""Section 5: each paragraph of fact, what shows it, and how it is known; the exhibits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from drafter.case import Event, Knowledge, NotApplicable, Source, Statement, known
from drafter.context.memo.reader import NO_BREAK, Reader, curled, excerpt, pilcrow
from drafter.wording.text import Text

_SWORN = re.compile(r"\b(?:declaration|affidavit|verification)\b", re.IGNORECASE)
_BELIEF = "On information and belief"


@dataclass(frozen=True, slots=True)
class FactRow:
    """A paragraph of fact and its proof."""

    paragraph: str
    begins: Text
    shown_by: Text
    known_how: str
    gap: str


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """An exhibit: where it comes from, whether it is in hand, and where it is cited."""

    label: str
    title: Text
    dated: Text
    pages: str
    source: Text
    cited: str


@dataclass(slots=True)
class _Proof:
    """What a paragraph rests on, as the case file says."""

    statements: list[Statement] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    event: Event | None = None
    told_again: bool = False  # the introduction tells in short what the facts tell in full
    drawn: bool = False  # from other paragraphs, or counted, and so without a source of its own

    def every(self) -> list[Source]:
        """Each source once, those of block quotations among them."""
        found = [s for one in self.statements for s in one.sources]
        found += [
            Source(exhibit=one.quote.exhibit, at=one.quote.at)
            for one in self.statements
            if one.quote is not None
        ]
        return list(dict.fromkeys([*self.sources, *found]))


def fact_rows(reader: Reader) -> tuple[FactRow, ...]:
    """The paragraphs of fact in the order in which they print."""
    rows: dict[int, FactRow] = {}
    sworn = _sworn(reader)
    for mark, proof in _proofs(reader):
        number = reader.number(mark)
        if number.isdigit() and int(number) not in rows:
            proof.sources += [Source(verification=one) for one in sworn.get(mark, [])]
            rows[int(number)] = _row(reader, number, proof)
    return tuple(rows[n] for n in sorted(rows))


def _sworn(reader: Reader) -> dict[str, list[str]]:
    """Which petitioners swear to the paragraph of a mark, themselves and their home included."""
    found: dict[str, list[str]] = {}
    for verifier in reader.case.verification:
        for mark in (f"petitioner-{verifier.petitioner}", *verifier.knows):
            found.setdefault(mark, []).append(verifier.petitioner)
    return found


def _proofs(reader: Reader) -> Iterator[tuple[str, _Proof]]:
    """Each mark under which the opening paper tells a fact, with what it rests on."""
    case = reader.case
    if case.moa is not None and case.moa.exhibit:
        yield "intro-moa", _Proof([], [Source(exhibit=case.moa.exhibit, at=case.moa.signature_page)])
    for n, one in enumerate(case.matter.summary):
        yield f"summary-{n + 1}", _Proof([one], told_again=True)
    for n, prong in enumerate(case.forum.venue):
        yield f"venue-{n}", _Proof([prong.because])
    for party in case.petitioners:
        yield f"petitioner-{party.id}", _Proof(list(party.about))
    for officer in case.respondents:
        yield f"respondent-{officer.id}", _Proof(list(officer.power))
    yield from _agreement(reader)
    for event in case.events:
        yield event.id, _Proof(list(event.says), event=event)
    for harm in case.harms:
        yield harm.id, _Proof(list(harm.says))
    yield from _efforts(reader)
    yield from _duties(reader)


def _efforts(reader: Reader) -> Iterator[tuple[str, _Proof]]:
    case = reader.case
    for remedy in case.remedies:
        yield remedy.id, _Proof(list(remedy.says), list(remedy.sources))
        yield f"remedy-{remedy.id}", _Proof(list(remedy.inadequate))
    for n, _ in enumerate(case.remedies_not_tried):
        yield f"remedy-not-tried-{n}", _Proof(drawn=True)
    for demand in case.demands:
        yield demand.id, _Proof([], [*demand.sources, *demand.delivery_sources])
        yield f"{demand.id}-asked", _Proof([], list(demand.sources))
        yield f"{demand.id}-answer", _Proof(list(demand.answer))
    yield "silence", _Proof([], [s for d in case.demands for s in d.no_answer_sources])
    for mark in ("efforts-end", "delay"):
        yield mark, _Proof(drawn=True)


def _duties(reader: Reader) -> Iterator[tuple[str, _Proof]]:
    for duty in reader.case.duties:
        for part, statements in (("neglect", duty.neglect), ("owed", duty.owed)):
            for n, one in enumerate(statements):
                yield f"{part}-{duty.id}-{n + 1}", _Proof([one])
        for fact in duty.delay:
            yield f"delay-{fact.factor.value}", _Proof(list(fact.says))


def _agreement(reader: Reader) -> Iterator[tuple[str, _Proof]]:
    moa = reader.case.moa
    if moa is None:
        return
    paper = [Source(exhibit=moa.exhibit, at=moa.signature_page)] if moa.exhibit else []
    yield "moa", _Proof(list(moa.about), paper)
    for clause in moa.clauses:
        yield f"clause-{clause.id}", _Proof(
            [], [Source(exhibit=moa.exhibit, at=clause.page)] if moa.exhibit else []
        )
    yield "moa-status", _Proof()


def _row(reader: Reader, number: str, proof: _Proof) -> FactRow:
    text, sources = reader.lines.get(number, ""), proof.every()
    belief = _BELIEF in text or (
        proof.event is not None and proof.event.knowledge is Knowledge.BELIEF
    )
    refers = any("[#" in one.say for one in proof.statements)
    gap = ""
    if not (sources or belief or refers or proof.told_again or proof.drawn):
        gap = "no source"
    elif belief and proof.event is not None and proof.event.basis is None:
        gap = "no basis for the belief"
    if labels := reader.blanks_in.get(number):
        blank = f"blank: {', '.join(dict.fromkeys(labels))}"
        gap = f"{gap}; {blank}" if gap else blank
    return FactRow(
        paragraph=pilcrow([number]),
        begins=Text.of(excerpt(text)),
        shown_by=_shown_by(reader, sources),
        known_how=_known_how(reader, proof, sources, belief=belief, refers=refers),
        gap=gap or "☐",
    )


def _shown_by(reader: Reader, sources: Iterable[Source]) -> Text:
    parts: list[str] = []
    for source in sources:
        if source.exhibit is not None:
            label = reader.opening.label(source.exhibit) or f"“{source.exhibit}”, not cited"
            label = label.replace(" ", NO_BREAK)
            parts.append(f"{label} at {source.at}" if source.at else label)
        elif source.verification is not None:
            party = reader.case.petitioner(source.verification)
            name = (party.short or party.name) if party else source.verification
            parts.append(f"{name}, verification")
    return curled("; ".join(dict.fromkeys(parts)))


def _known_how(
    reader: Reader, proof: _Proof, sources: list[Source], *, belief: bool, refers: bool
) -> str:
    if belief:
        known_as = dict.fromkeys(_kind(reader, one) for one in sources)
        return " and ".join([*known_as, "belief"])
    if proof.drawn:
        return "drawn from other paragraphs"
    if proof.event is not None and proof.event.knowledge is Knowledge.FIRSTHAND:
        return "first-hand"
    kinds = list(dict.fromkeys(_kind(reader, one) for one in sources))
    if kinds:
        return " and ".join(kinds)
    if proof.told_again:
        return "told again in the facts"
    return "by the paragraphs it names" if refers else "not recorded"


def _kind(reader: Reader, source: Source) -> str:
    if source.exhibit is None:
        return "first-hand"
    exhibit = reader.case.exhibit(source.exhibit)
    return "first-hand" if exhibit is not None and _SWORN.search(exhibit.title) else "record"


def exhibit_rows(reader: Reader) -> tuple[ExhibitRow, ...]:
    """The exhibits in the order of their letters, then those that are not cited."""
    labels = list(reader.opening.labels)
    cited = sorted(
        (e for e in reader.case.exhibits if e.id in labels), key=lambda e: labels.index(e.id)
    )
    rest = [e for e in reader.case.exhibits if e.id not in labels]
    return tuple(
        ExhibitRow(
            label=reader.opening.labels.get(e.id, "not cited"),
            title=curled(
                e.title + (" (privileged)" if e.privileged else "")
                + (" (under seal)" if e.sealed else "")
            ),
            dated=_fact(e.dated),
            pages=_pages(e.pages),
            source=Text.of(_fact(e.source), "" if e.file else " (no file in hand)"),
            cited=pilcrow(reader.opening.cites.get(e.id, ())),
        )
        for e in (*cited, *rest)
    )


def _fact(fact: object) -> Text:
    match fact:
        case str():
            return curled(fact)
        case NotApplicable():
            return Text()
        case _:
            return Text.of("not recorded")


def _pages(fact: object) -> str:
    pages = known(fact)
    return str(pages) if isinstance(pages, int) else "?"
