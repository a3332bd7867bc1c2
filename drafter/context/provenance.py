"""Where each numbered paragraph comes from: the field of the case file, or the law and the forum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafter.case import Case
from drafter.context.opening import OpeningFacts

_COUNTED = re.compile(r"(summary|venue|remedy-not-tried|issue|reason)-(\d+)(?:-\d+)?")
_OF_DUTY = re.compile(r"(law|duty|discrete|required|evidence|neglect|owed|judgment)-(.+)")
_PARTS = {"neglect": "neglect", "owed": "owed", "judgment": "no_judgment"}
_COUNTED_AS = {
    "summary": ("matter.summary", 1), "venue": ("forum.venue", 0),
    "remedy-not-tried": ("remedies_not_tried", 0), "issue": ("proceeding.issues", 1),
    "reason": ("proceeding.reasons", 1),
}
_WHOLE = {
    "moa": "moa", "moa-status": "moa.status", "intro-moa": "moa", "silence": "demands",
    "intro-ask": "relief", "intro-order": "relief", "relief-sought": "relief",
    "efforts-end": "remedies", "notice": "forum.hearing_on", "proceeding": "proceeding",
    "stands": "proceeding", "parties": "proceeding",
}
LAW = "law"
"""What stands for the field of a paragraph that the program's own law or forum words make."""


def provenance(case: Case, opening: OpeningFacts) -> tuple[tuple[str, str], ...]:
    """Each numbered paragraph of the opening paper with the field it was made from.

    Args:
        case: the facts.
        opening: what the opening paper settled when it was printed.

    Returns:
        Number and dotted path (``events.3``), or ``law``, in the order of the paper.
    """
    items = dict(_items(case))
    marks = {number: mark for mark, number in opening.numbers.items()}
    counted = (line.number.rstrip(".") for line in opening.lines)
    return tuple((n, _field(case, items, marks.get(n, ""))) for n in counted if n.isdigit())


def _items(case: Case) -> Iterator[tuple[str, str]]:
    for name in ("events", "demands", "remedies", "harms"):
        yield from ((one.id, f"{name}.{n}") for n, one in enumerate(getattr(case, name)))
    yield from ((f"remedy-{one.id}", f"remedies.{n}.inadequate") for n, one in enumerate(case.remedies))
    for name, few in (("petitioners", "petitioner"), ("respondents", "respondent"), ("relief", "relief")):
        yield from ((f"{few}-{one.id}", f"{name}.{n}") for n, one in enumerate(getattr(case, name)))
    for n, clause in enumerate(case.moa.clauses if case.moa else ()):
        yield f"clause-{clause.id}", f"moa.clauses.{n}"


def _field(case: Case, items: Mapping[str, str], mark: str) -> str:
    if mark in items or mark in _WHOLE:
        return items.get(mark) or _WHOLE[mark]
    if hit := _COUNTED.fullmatch(mark):
        field, first = _COUNTED_AS[hit[1]]
        at: object = case
        for step in field.split("."):
            at = getattr(at, step, ())
        n = int(hit[2]) - first
        return f"{field}.{n}" if isinstance(at, tuple) and n < len(at) else field  # or a bracket
    if hit := _OF_DUTY.fullmatch(mark):
        for n, duty in enumerate(case.duties):
            rest = hit[2].removeprefix(duty.id)
            if rest == hit[2] or not re.fullmatch(r"(?:-\d+)?", rest):
                continue
            part = _PARTS.get(hit[1])
            return f"duties.{n}.{part}.{int(rest[1:]) - 1}" if part and rest else f"duties.{n}"
    return LAW
