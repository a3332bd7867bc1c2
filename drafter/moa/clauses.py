"""Clauses of an agreement: the form's table says what to look for, the PDF says the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.law import Law
from drafter.law.records import Force, MoaClause, MoaForm
from drafter.moa.matching import Finder, Hit
from drafter.moa.sections import Outline, sentence
from drafter.moa.signs import Script, Span, fold

NO_RIGHTS = "AC1"
NOTHING_LIKE = "no such words were read"
_CLOSE = 0.03  # of another form's words, hardly any may differ
_PLAIN_VERBS = (
    "shall", "must", "will", "may", "should", "reserves the right", "reserve the right", "is expected",
    "are expected", "agree", "agrees", "agreed", "is bound", "are bound", "only",
)
_SOFT = re.compile(
    r"\b(as necessary|if necessary|when necessary|as needed|as appropriate|whenever possible"
    r"|where practicable|as soon as (?:is )?practicable|as soon as possible|every effort|expected"
    r"|generally|approximately|at its discretion)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundClause:
    """A clause found: what the form's table says of it, and the words of the PDF.

    Args:
        clause: the table's record.
        section: as printed.
        heading: as printed; empty where there is none.
        page: number of the page on which the words begin.
        last_page: of the page on which they end.
        text: the exact words.
        operative: the verb that they turn on; empty where there is none.
        softeners: words among them that leave room.
        force: how mandatory they are on their text alone.
        runs_on: whether the sentence begins on an earlier or ends on a later page.
        scanned: whether the page was read from a picture.
        likeness: 1 where the form's words are there sign for sign.
        span: where the words stand in the script.
    """

    clause: MoaClause
    section: str
    heading: str
    page: int
    last_page: int
    text: str
    operative: str
    softeners: tuple[str, ...]
    force: Force
    runs_on: bool
    scanned: bool
    likeness: float
    span: Span


@dataclass(frozen=True, slots=True)
class FoundAdverse:
    """A clause against the petitioners, in the words of the PDF."""

    id: str
    effect: str
    section: str
    heading: str
    page: int
    text: str
    scanned: bool


def clauses_of(
    finder: Finder, outline: Outline, form: MoaForm | None, law: Law, scanned: frozenset[int]
) -> tuple[tuple[FoundClause, ...], tuple[tuple[str, str], ...]]:
    """The clauses found, and those of the form that were not: id and why.

    Clauses of other forms are looked for too, on topics that are still open; of their words
    hardly any may differ. In the section where the form has the topic they are the form's own.
    """
    found: list[FoundClause] = []
    missed: list[tuple[str, str]] = []
    for clause in form.clauses if form else ():
        hit = _placed(finder, outline, clause)
        if hit is not None:
            found.append(_found(finder, outline, clause, hit, scanned))
        else:
            missed.append((clause.id, _why_not(finder, clause)))
    topics = {one.clause.topic for one in found}
    for other in law.moa_forms.values():
        for clause in other.clauses if other is not form else ():
            if clause.topic in topics:
                continue
            hit = finder.first(clause.operative)
            if hit is None or hit.likeness < 1 - _CLOSE:
                continue
            span = finder.script.span(hit.start, hit.end)
            mine = next((one for one in form.clauses if one.topic == clause.topic), None) if form else None
            if mine is not None and outline.told(span) == mine.section:
                found.append(_found(finder, outline, mine, hit, scanned))
            elif mine is not None and span.page + 1 in scanned:
                continue  # its own words, hurt: another form's name for them would mislead
            else:
                found.append(_found(finder, outline, clause, hit, scanned, own=False))
            topics.add(clause.topic)
    missed = [(one, why) for one, why in missed if _topic(law, one) not in topics]
    return tuple(found), tuple(missed)


def _placed(finder: Finder, outline: Outline, clause: MoaClause) -> Hit | None:
    """The place of a clause's words: the first in the form's own section, else the first.

    A form says some things twice, and a scan may have hurt the one and not the other.
    """
    hits = finder.every(clause.operative)

    def own(hit: Hit) -> bool:
        return outline.told(finder.script.span(hit.start, hit.end)) == clause.section

    if not any(own(hit) for hit in hits) and clause.section in outline.seen:
        hits = [*(hit for hit in finder.like(clause.operative) if own(hit)), *hits]
    return next((hit for hit in hits if own(hit)), next(iter(hits), None))


def _topic(law: Law, clause_id: str) -> str:
    return next(
        clause.topic
        for form in law.moa_forms.values() for clause in form.clauses if clause.id == clause_id
    )


def _why_not(finder: Finder, clause: MoaClause) -> str:
    near = finder.likest(clause.operative)
    if near is None or near.likeness < 0.6:
        return NOTHING_LIKE
    page = finder.script.span(near.start, near.end).page + 1
    return (
        f"words on page {page} are only {near.likeness:.0%} like it: too little to quote; "
        "read the page"
    )


def _found(  # noqa: PLR0913 - what is known of one clause
    finder: Finder, outline: Outline, clause: MoaClause, hit: Hit, scanned: frozenset[int],
    *, own: bool = True,
) -> FoundClause:
    script = finder.script
    core = script.span(hit.start, hit.end)
    span, runs_on = sentence(script, core)
    words = script.words(span)
    verb = _operative(script, clause, hit, span)
    section, heading = outline.at(core, clause.section if own else "")
    return FoundClause(
        clause=clause,
        section=section,
        heading=heading,
        page=span.page + 1,
        last_page=span.last_page + 1,
        text=words,
        operative=verb,
        softeners=tuple(dict.fromkeys(hit.lower() for hit in _SOFT.findall(words))),
        force=_force(clause, verb),
        runs_on=runs_on,
        scanned=bool(scanned & set(range(span.page + 1, span.last_page + 2))),
        likeness=round(hit.likeness, 3),
        span=span,
    )


def _operative(script: Script, clause: MoaClause, hit: Hit, span: Span) -> str:
    """The verb that the words turn on: in them, or in their sentence where the form has it there.

    A slip of a scan may hide a verb or show another of the form's own: then the form's stands,
    unless the paper has a verb that the form has not.
    """
    core = script.span(hit.start, hit.end)
    usual = _verbs(clause.operative)
    read = _verbs(script.words(core))
    if usual:
        other = [verb for verb in read if verb not in usual]
        return usual[0] if hit.differ and not other else read[0] if read else usual[0]
    if read or not clause.verb:
        return read[0] if read else ""
    head = script.pages[core.page][span.start : core.start]
    if span.page and not span.start:
        head = script.pages[span.page - 1][-400:].rpartition(". ")[2] + " " + head
    before, whole = _verbs(head), _verbs(script.words(span))
    if clause.verb in {*before, *whole} or not before:
        return clause.verb
    return before[-1]


def _folded(words: str) -> str:
    """Words by their signs, so that a verb is known in spite of a scan's twins."""
    plain = re.sub(r"(?<=\w)[!|]", "l", words)
    return " ".join(fold(word) for word in re.split(r"[\W_]+", plain))


_VERB_OF = {_folded(verb): verb for verb in _PLAIN_VERBS}
_LONG = sorted((verb for verb in _VERB_OF if " " in verb), key=len, reverse=True)
_SHORT_VERBS = sorted((verb for verb in _VERB_OF if " " not in verb), key=len, reverse=True)
_VERBS = re.compile(
    rf"(?P<long>{'|'.join(_LONG)})|\b(?P<short>{'|'.join(_SHORT_VERBS)})(?:{fold('be')})?\b"
)


def _verbs(words: str) -> list[str]:
    """The verbs of command in some words, in order; those that a scan glued to others too."""
    return [_VERB_OF[hit["long"] or hit["short"]] for hit in _VERBS.finditer(_folded(words))]


def _force(clause: MoaClause, verb: str) -> Force:
    """The table's force, unless the paper turns on a weaker verb than the form does."""
    usual = next(iter(_verbs(clause.operative)), clause.verb)
    if usual in {"shall", "must", "will"} and verb in {"may", "reserves the right", "reserve the right"}:
        return Force.NONE
    return clause.force


def adverse_clauses(
    finder: Finder, outline: Outline, law: Law, scanned: frozenset[int],
    clauses: Sequence[FoundClause] = (),
) -> tuple[FoundAdverse, ...]:
    """Every clause of the table of adverse clauses, AC1 first, then by number and page.

    Those that are clauses of the form too stand in the same section as these.
    """
    placed = [(one.span, (one.section, one.heading)) for one in clauses]
    found: list[FoundAdverse] = []
    for record in law.adverse_clauses.values():
        cores = [
            finder.script.span(hit.start, hit.end)
            for words in record.words for hit in finder.every(words)
        ]
        cores += _by_pattern(finder, record.pattern)
        spans = dict.fromkeys(sentence(finder.script, core)[0] for core in cores)
        for span in sorted(spans, key=lambda one: (one.page, one.start)):
            if any(_holds(other, span) for other in spans if other != span):
                continue
            section, heading = next(
                (place for other, place in placed if _meet(other, span)), outline.at(span, "")
            )
            found.append(FoundAdverse(
                id=record.id, effect=record.effect, section=section, heading=heading,
                page=span.page + 1, text=finder.script.words(span),
                scanned=span.page + 1 in scanned,
            ))
    return tuple(sorted(found, key=lambda one: int(one.id.removeprefix("AC"))))


def _holds(wide: Span, narrow: Span) -> bool:
    """Whether one span holds the other."""
    return (wide.page, wide.start) <= (narrow.page, narrow.start) and (
        narrow.last_page, narrow.end
    ) <= (wide.last_page, wide.end)


def _meet(one: Span, other: Span) -> bool:
    """Whether two spans have a place in common."""
    return (one.page, one.start) < (other.last_page, other.end) and (
        other.page, other.start
    ) < (one.last_page, one.end)


def _by_pattern(finder: Finder, pattern: str) -> Iterator[Span]:
    """Where a pattern, written for single spaces, stands on a page whose lines break anywhere."""
    broken = re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE)
    for number, page in enumerate(finder.script.pages):
        for hit in broken.finditer(page):
            if hit.end() > hit.start():
                yield Span(number, hit.start(), number, hit.end())


def gaps(
    clauses: tuple[FoundClause, ...], missed: tuple[tuple[str, str], ...], form: MoaForm | None,
    *, whole: bool,
) -> tuple[str, ...]:
    """Topics that other forms have and this paper lacks.

    Args:
        clauses: those found.
        missed: clauses of the form that were not found, and why.
        form: the form the paper is on; without one nothing is said to be absent.
        whole: whether all pages were read, so that what its own form has may be missed too.
    """
    if form is None:
        return ()
    lacks = set(form.absent)
    if whole:
        gone = {one for one, why in missed if why == NOTHING_LIKE}
        lacks |= {clause.topic for clause in form.clauses if clause.id in gone}
    return tuple(sorted(lacks - {one.clause.topic for one in clauses}))
