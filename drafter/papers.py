"""The table of papers: which paper a packet holds, for which vehicle, and why.

file/ goes to the court or is served, send/ are letters, keep/ never leaves the office.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from drafter.case import Level, PartyType
from drafter.checks import Note
from drafter.checks.matter import Matter
from drafter.context.complaint import ComplaintContext, complaint
from drafter.context.exhibits import ExhibitIndexContext, exhibit_index
from drafter.context.letter import CoverLetterContext, cover_letter
from drafter.context.memo import MemoContext, PaperRow, memo
from drafter.context.opening import OpeningFacts
from drafter.context.petition import PetitionContext, petition

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
