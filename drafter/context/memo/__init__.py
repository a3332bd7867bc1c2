"""The words of the review memo: what stands in the way of filing, and everything that shows it.

The memo never leaves the office. It says what the opening paper does not: weak points, adverse
law, gaps, and what nobody knows yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.checks import Note
from drafter.checks.matter import Matter
from drafter.context.memo.authorities import AuthorityTables, authority_tables
from drafter.context.memo.clauses import ClauseTables, clause_tables
from drafter.context.memo.efforts import EffortRow, effort_rows
from drafter.context.memo.elements import ElementMap, ElementRow, WeakPoints, delay_law, weak_points
from drafter.context.memo.notes import DismissedRow, NoteGroup, dismissed_rows, note_groups
from drafter.context.memo.packet import PacketWords, PaperRow, packet_words
from drafter.context.memo.proof import ExhibitRow, FactRow, exhibit_rows, fact_rows
from drafter.context.memo.questions import QuestionWords, question_words
from drafter.context.memo.reader import Reader
from drafter.context.memo.stale import StaleRow, stale_rows
from drafter.context.memo.summary import Summary, summary
from drafter.context.memo.timeline import TimelineWords, timeline_words
from drafter.context.memo.vehicle import VehicleWords, vehicle_words
from drafter.context.opening import OpeningFacts
from drafter.wording.text import Text

__all__ = ["MemoContext", "PaperRow", "memo"]


@dataclass(frozen=True, slots=True)
class MemoContext:
    """Everything the template of the review memo may print."""

    top: Summary
    groups: tuple[NoteGroup, ...]
    dismissed: tuple[DismissedRow, ...]
    vehicle: VehicleWords
    elements: tuple[ElementRow, ...]
    delay: tuple[ElementRow, ...]
    delay_law: Text
    weak: tuple[WeakPoints, ...]
    efforts: tuple[EffortRow, ...]
    facts: tuple[FactRow, ...]
    exhibits: tuple[ExhibitRow, ...]
    authorities: AuthorityTables
    moa: ClauseTables
    open: QuestionWords
    stale: tuple[StaleRow, ...]
    time: TimelineWords
    packet: PacketWords


def memo(
    matter: Matter, opening: OpeningFacts, notes: tuple[Note, ...], papers: Sequence[PaperRow]
) -> MemoContext:
    """The words of the review memo.

    Args:
        matter: case, law and as-of date.
        opening: what the opening paper settled when printed, and the blanks of all papers that
            are filed or sent.
        notes: what the checks found, answered ones among them.
        papers: the papers of the packet, the opening paper first.
    """
    reader = Reader(matter, opening, papers[0].title if papers else "")
    elements = ElementMap(reader, notes)
    return MemoContext(
        top=summary(reader, notes),
        groups=note_groups(reader, notes),
        dismissed=dismissed_rows(reader, notes),
        vehicle=vehicle_words(reader),
        elements=elements.rows(),
        delay=elements.delay_rows(),
        delay_law=delay_law(reader),
        weak=weak_points(reader),
        efforts=effort_rows(reader),
        facts=fact_rows(reader),
        exhibits=exhibit_rows(reader),
        authorities=authority_tables(reader, notes),
        moa=clause_tables(reader),
        open=question_words(reader),
        stale=stale_rows(reader),
        time=timeline_words(reader),
        packet=packet_words(reader, papers),
    )
