"""What the checks have to say while the case grows, each thing once."""

from __future__ import annotations

import datetime as dt

from drafter.checks import Note
from drafter.interview import guidance
from drafter.interview.plan import Section
from drafter.interview.sheet import Sheet
from drafter.interview.tree import get
from drafter.law import Law


class Notices:
    """The notes of one interview, and which of them were told."""

    def __init__(self, sheet: Sheet, law: Law, as_of: dt.date) -> None:
        """Has told nothing yet.

        Args:
            sheet: the case in hand.
            law: what the checks rest on.
            as_of: the day as of which they speak.
        """
        self._sheet, self._law, self._as_of = sheet, law, as_of
        self._told: set[tuple[str, str]] = set()
        self._reach: tuple[object, ...] = ()
        self._kind: object = None

    def at_end_of(self, section: Section) -> list[str]:
        """Notes on a section that was just left."""
        return self._tell(guidance.section_notes(section, self._notes()))

    def of_kind(self) -> list[str]:
        """Which court such a matter usually goes to, once for each kind."""
        kind = get(self._sheet.data, ("matter", "kind"))
        if kind == self._kind:
            return []
        self._kind = kind
        return guidance.kind_lines(self._sheet.data, self._law)

    def of_reach(self) -> list[str]:
        """Whether this court's writ reaches the respondents, as soon as it can be said."""
        court = get(self._sheet.data, ("forum", "court"))
        levels = tuple(str(get(one, ("level",))) for one in self._sheet.items(("respondents",)))
        duties = tuple(str(get(one, ("catalogue",))) for one in self._sheet.items(("duties",)))
        known = (court, levels, duties)
        if known == self._reach:
            return []
        said: list[str] = []
        if self._reach[:1] != (court,):
            said += guidance.vehicle_lines(self._sheet.data, self._law)
        self._reach = known
        if levels:
            said += self._tell(guidance.reach_notes(self._notes()))
        return said

    def _notes(self) -> tuple[Note, ...]:
        return guidance.notes_on(self._sheet.data, self._law, self._as_of)

    def _tell(self, notes: list[Note]) -> list[str]:
        fresh = [one for one in notes if (one.id, one.field) not in self._told]
        self._told |= {(one.id, one.field) for one in fresh}
        return guidance.told(fresh)
