"""The law as the rest of the house sees it: every record, by its id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.law.records import (
        AdverseClause,
        Authority,
        DutyEntry,
        Forum,
        KindEntry,
        MoaForm,
        Participation,
        RemedyEntry,
    )


@dataclass(frozen=True, eq=False, slots=True)
class Law:
    """All records by id; compared and hashed by identity, so that it can key a cache."""

    authorities: Mapping[str, Authority]
    duties: Mapping[str, DutyEntry]
    forums: Mapping[str, Forum]
    moa_forms: Mapping[str, MoaForm]
    adverse_clauses: Mapping[str, AdverseClause]
    remedies: Mapping[str, RemedyEntry]
    kinds: Mapping[str, KindEntry]
    participation: Mapping[str, Participation]
