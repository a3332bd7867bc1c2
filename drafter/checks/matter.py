"""A matter: a case, the law, and the day as of which everything is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from drafter.case import Case
from drafter.case.office import NO_OFFICE, Office
from drafter.law import Law
from drafter.law.records import Forum

if TYPE_CHECKING:
    from drafter.moa import Agreement

NO_AGREEMENTS: Mapping[str, Agreement] = MappingProxyType({})
"""What a matter has whose signed agreement is not at hand as a PDF."""


class Others(Protocol):
    """The clients of the other cases of a batch."""

    def kinds(self, text: str) -> Iterator[str]:
        """What of theirs stands in a text (``name``, ``A-number``), never the value itself."""
        ...


_HEARINGS = {"naturalization-120": "federal-naturalization"}
"""Duties for which a statute gives a hearing of its own, and the vehicle that asks for it."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Facts and law side by side: what a check may look at and what the words are made from.

    ``agreements`` holds the signed agreement as read from its PDF, by the id of its exhibit;
    ``office`` the letterhead of those who draft.
    """

    case: Case
    law: Law
    as_of: dt.date
    others: Others | None = None
    agreements: Mapping[str, Agreement] = field(default_factory=lambda: NO_AGREEMENTS)
    office: Office = NO_OFFICE

    @property
    def forum(self) -> Forum:
        """The forum of the case; ``casefile.load`` has made sure that it exists.

        Labels and title are those of the vehicle that is taken.
        """
        return self.law.forums[self.case.forum.court].taking(self.vehicle)

    @property
    def vehicle(self) -> str:
        """The vehicle: the attorney's choice, or one that a duty calls for, or the court's own."""
        court = self.law.forums[self.case.forum.court]
        called_for = {_HEARINGS.get(duty.catalogue or "") for duty in self.case.duties}
        fitting = (one for one in court.vehicles if one in called_for)
        return self.case.matter.vehicle or next(fitting, court.vehicle)

    @property
    def appellate(self) -> bool:
        """Whether the writ is asked of a court of appeals, against a court."""
        return self.vehicle == "appellate-petition"
