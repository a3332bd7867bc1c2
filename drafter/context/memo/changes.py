"""Section 12: what a new draft says that the one before did not, and the reverse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter.context.memo.reader import excerpt

_MOST_ROWS = 60
_LENGTH = 300


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A paragraph as it was and as it is; a sign where there was or is none."""

    paper: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What the section says; without a lead there is no section."""

    lead: str = ""
    rows: tuple[ChangeRow, ...] = ()
    more: str = ""


NO_CHANGES = Changes()


def change_words(
    name: str, as_of: str, pairs: Mapping[str, Sequence[tuple[str, str]]],
    gone: Sequence[str], added: Sequence[str],
) -> Changes:
    """The words of the section.

    Args:
        name: of the folder of the earlier packet.
        as_of: its day.
        pairs: by title of a paper, its paragraphs that differ: as they were, as they are.
        gone: papers that only the earlier packet has.
        added: papers that only this one has.
    """
    rows = [ChangeRow(one, "(in the earlier packet)", "(no such paper)") for one in gone]
    rows += [ChangeRow(one, "(no such paper)", "(new paper)") for one in added]
    rows += [
        ChangeRow(paper, _shown(was), _shown(now))
        for paper, found in pairs.items() for was, now in found
    ]
    lead = f"Compared with the packet {name}, drafted as of {as_of}, as its papers now stand"
    lead += "." if rows else ": nothing to be filed or sent differs."
    left = len(rows) - _MOST_ROWS
    more = f"{left:,} further differences are not listed." if left > 0 else ""
    return Changes(lead, tuple(rows[:_MOST_ROWS]), more)


def _shown(words: str) -> str:
    return excerpt(words, _LENGTH) if words else "—"
