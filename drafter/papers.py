"""The table of papers: which paper a packet holds, for which vehicle, and why.

file/ goes to the court or is served, send/ are letters, keep/ never leaves the office.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from drafter.checks import Note
from drafter.checks.matter import Matter
from drafter.context.complaint import ComplaintContext
from drafter.context.exhibits import ExhibitIndexContext, exhibit_index
from drafter.context.letter import CoverLetterContext, cover_letter
from drafter.context.memo import MemoContext, PaperRow, memo
from drafter.context.opening import OpeningFacts
from drafter.context.petition import PetitionContext

Words = Callable[[Matter, OpeningFacts, tuple[str, ...], str], object]


@dataclass(frozen=True, slots=True)
class Spec:
    """One paper of a packet.

    Args:
        kind: file, send or keep.
        name: of the file, without number and ``.docx``.
        title: as enclosure lists and properties print it.
        template: name of the Word template.
        context: the dataclass of its words, for the proofreading of the template.
        why: why the packet holds it, for the memo.
        applies: whether this matter has it.
        words: makes the words from matter, opening paper, titles of the papers to file, and
            the draft mark; None for the opening paper and the memo.
    """

    kind: str
    name: str
    title: str
    template: str
    context: type
    why: str
    applies: Callable[[Matter], bool]
    words: Words | None = None


def _always(_: Matter) -> bool:
    return True


def _with_exhibits(matter: Matter) -> bool:
    return bool(matter.case.exhibits)


COMPLAINT = Spec(
    "file", "complaint", "Complaint", "complaint", ComplaintContext,
    "The opening paper of a civil action in a federal district court.",
    lambda matter: matter.vehicle == "federal-complaint",
)
PETITION = Spec(
    "file", "petition", "Petition for Writ of Mandamus", "state_petition", PetitionContext,
    "The opening paper in a state court.",
    lambda matter: matter.vehicle == "state-petition",
)
MEMO = Spec(
    "keep", "review-memo", "Review memo", "review_memo", MemoContext,
    "What stands in the way of filing, what must be decided, and what supports each paragraph.",
    _always,
)
PAPERS: tuple[Spec, ...] = (
    Spec(
        "file", "exhibit-index", "Index of Exhibits with slip sheets", "exhibit_index",
        ExhibitIndexContext, "The exhibits in the order of their letters, each behind a slip.",
        _with_exhibits,
        lambda matter, opening, _titles, mark: exhibit_index(matter, opening, mark),
    ),
    Spec(
        "send", "cover-letter-to-clerk", "Cover letter to the clerk", "cover_letter",
        CoverLetterContext, "Tells the clerk what is enclosed and what is asked.",
        _always, cover_letter,
    ),
)
"""Every paper but the opening paper and the memo, in the order of the packet."""


def opening_spec(matter: Matter) -> Spec:
    """The opening paper of a matter: what the vehicle is written on."""
    return COMPLAINT if COMPLAINT.applies(matter) else PETITION


def papers_for(matter: Matter) -> tuple[Spec, ...]:
    """The other papers that a matter has, the memo apart."""
    return tuple(spec for spec in PAPERS if spec.applies(matter))


def all_specs() -> tuple[Spec, ...]:
    """Every paper that the program knows, for the proofreading of templates."""
    return (COMPLAINT, PETITION, *PAPERS, MEMO)


def memo_words(
    matter: Matter, opening: OpeningFacts, notes: tuple[Note, ...], specs: tuple[Spec, ...]
) -> MemoContext:
    """The words of the memo, which alone sees the notes."""
    rows = [PaperRow(spec.kind, spec.name, spec.title, spec.why) for spec in specs]
    return memo(matter, opening, notes, rows)
