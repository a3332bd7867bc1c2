"""The words of the review memo: what stands in the way of filing, and everything that shows it.

The memo never leaves the office. It says what the opening paper does not: weak points, adverse
law, gaps, and what nobody knows yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.checks import Note
from drafter.checks.matter import Matter
from drafter.context.memo.authorities import AuthorityTables, authority_tables
from drafter.context.memo.changes import NO_CHANGES, Changes
from drafter.context.memo.clauses import ClauseTables, clause_tables
from drafter.context.memo.decisions import DecisionRow, decision_rows
from drafter.context.memo.delay import delay_law, delay_rows
from drafter.context.memo.efforts import EffortRow, effort_rows
from drafter.context.memo.elements import ElementMap, ElementRow, WeakPoints, weak_points
from drafter.context.memo.labels import plain_words, relabelled
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
    decisions: tuple[DecisionRow, ...]
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
    changes: Changes = NO_CHANGES


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
    rows, ask = elements.rows(), question_words(reader)
    words = MemoContext(
        top=summary(reader, notes),
        decisions=decision_rows(reader, notes, rows, ask),
        groups=note_groups(reader, notes),
        dismissed=dismissed_rows(reader, notes),
        vehicle=vehicle_words(reader),
        elements=rows,
        delay=delay_rows(reader, elements),
        delay_law=delay_law(reader),
        weak=weak_points(reader),
        efforts=effort_rows(reader),
        facts=fact_rows(reader),
        exhibits=exhibit_rows(reader),
        authorities=AuthorityTables((), "", (), (), ()),
        moa=clause_tables(reader),
        open=ask,
        stale=stale_rows(reader),
        time=timeline_words(reader),
        packet=packet_words(reader, papers),
    )
    tables = authority_tables(reader, notes, _sections(words))
    return _labelled(replace(words, authorities=tables), matter)


def _sections(words: MemoContext) -> dict[str, str]:
    """What the sections say, the table of authorities apart, to find each authority they name."""
    parts = {
        "1": (words.top, words.decisions, words.groups, words.dismissed),
        "2": words.vehicle,
        "3": (words.elements, words.delay, words.delay_law if words.delay else (), words.weak),
        "4": words.efforts,
        "7": words.moa,
        "8": words.open,
        "9": words.stale,
        "11": words.packet,
    }
    return {number: "\n".join(plain_words(part)) for number, part in parts.items()}


def _labelled(words: MemoContext, matter: Matter) -> MemoContext:
    """Party labels as the forum has them, in every part that is not a table of exact words."""
    forum = matter.forum
    return replace(
        words,
        top=relabelled(words.top, forum),
        decisions=relabelled(words.decisions, forum),
        groups=relabelled(words.groups, forum),
        dismissed=relabelled(words.dismissed, forum),
        vehicle=relabelled(words.vehicle, forum),
        elements=relabelled(words.elements, forum),
        delay=relabelled(words.delay, forum),
        weak=relabelled(words.weak, forum),
        authorities=relabelled(words.authorities, forum),
        moa=relabelled(words.moa, forum),
        open=relabelled(words.open, forum),
        stale=relabelled(words.stale, forum),
        packet=relabelled(words.packet, forum),
    )
