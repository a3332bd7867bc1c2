"""What an office puts into its papers in every case: its letterhead and its signature block."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.case import Case
from drafter.case.parties import Counsel


@dataclass(frozen=True, slots=True)
class Office:
    """The office that drafts; empty, papers look as the case alone would have them.

    Args:
        letterhead: the lines at the top of letters, in place of those made from counsel.
        signature: who signs where a case names no lawyer and nobody sues alone.
    """

    letterhead: tuple[str, ...] = ()
    signature: tuple[Counsel, ...] = ()

    def signing(self, case: Case) -> Case:
        """The case with the office's signature block, if it has none and wants one."""
        if case.counsel or case.pro_se or not self.signature:
            return case
        return case.model_copy(update={"counsel": self.signature})


NO_OFFICE = Office()
