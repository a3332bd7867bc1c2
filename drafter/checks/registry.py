"""The engine of the checks: what a check is, and how its findings become notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from drafter.case import Dismissal
from drafter.checks.matter import Matter

RETIRED: tuple[str, ...] = ()
"""Ids once used; an id never changes and never comes back."""

FAMILY_TITLES: Mapping[str, str] = MappingProxyType({
    "ELE": "Elements of the writ",
    "DUT": "Source of the duty",
    "MOA": "The 287(g) agreement",
    "PAR": "Parties",
    "JUR": "Jurisdiction, venue and standing",
    "DEM": "Demand and refusal",
    "EXH": "Exhaustion and other remedies",
    "REL": "Relief",
    "TIM": "Dates, delay and limits",
    "EVI": "Exhibits and proof",
    "PRI": "Privacy",
    "LAW": "Provenance of the law",
    "FRM": "Form",
})

# Where the writ runs to a court, no officer owes a duty of office, no district is chosen, and no
# agency's process has to be used up first: checks of those things ask what cannot be answered.
_OFFICERS_ONLY = frozenset({
    *(f"ELE{n:03d}" for n in range(1, 8)), *(f"JUR{n:03d}" for n in range(1, 20)),
    *(f"REL{n:03d}" for n in (4, 7, 8, 14, 15, 16, 18, 19, 20)),
    "PAR002", "PAR003", "PAR004", "PAR005", "PAR006", "PAR010", "PAR011", "PAR012", "PAR013",
    "FRM004", "FRM005", "FRM008", "FRM009", "FRM017", "EXH001", "EXH009", "EXH010",
})
_FAMILIES_OF_OFFICERS = frozenset({"DUT", "MOA", "DEM"})

_ID = re.compile(r"([A-Z]{3})\d{3}")


class Severity(StrEnum):
    """How much a note matters."""

    STOP = "STOP"  # do not file until it is cleared
    REVIEW = "REVIEW"  # an attorney must decide
    INFO = "INFO"  # worth knowing

    @property
    def rank(self) -> int:
        """0 for STOP, 1 for REVIEW, 2 for INFO."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found.

    Args:
        field: dotted path of the case field, as Pydantic writes it (``demands.0.made_on``).
        detail: one phrase for the ``{detail}`` of the message; never a value that the
            check itself calls private.
        sources: ids of the authorities that it rests on, where the check's own do not say it.
    """

    field: str
    detail: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A finding in the words of its check: for the review memo and the terminal only."""

    id: str
    severity: Severity
    field: str
    message: str
    sources: tuple[str, ...]
    dismissed: Dismissal | None = None


Finder = Callable[[Matter], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """One rule: everything about it is said once, on its decorator and in its docstring."""

    id: str
    severity: Severity
    message: str
    sources: tuple[str, ...]
    find: Finder = field(repr=False)

    @property
    def family(self) -> str:
        """The three letters of the id."""
        return self.id[:3]

    @property
    def doc(self) -> str:
        """The docstring: the rule, when it fires, and its nearest neighbour."""
        lines = (self.find.__doc__ or "").strip().splitlines()
        return "\n".join(line.strip() for line in lines)

    def run(self, matter: Matter) -> tuple[Note, ...]:
        """Runs the check; one note for each finding, in the order found, none twice."""
        notes = {
            Note(
                id=self.id,
                severity=self.severity,
                field=finding.field,
                message=self._said(finding.detail),
                sources=finding.sources or self.sources,
                dismissed=_dismissal(matter, self.id, finding.field),
            ): None
            for finding in self.find(matter)
        }
        return tuple(notes)

    def _said(self, detail: str) -> str:
        """The message with its detail; one that ends as an abbreviation does ends the sentence."""
        words = self.message.replace("{detail}.", "{detail}") if detail.endswith(".") else self.message
        return words.replace("{detail}", detail)


_CHECKS: dict[str, Check] = {}
CHECKS: Mapping[str, Check] = MappingProxyType(_CHECKS)
"""Every check by its id; filled as the families are imported."""


def check(
    check_id: str, severity: Severity, *, message: str, sources: tuple[str, ...]
) -> Callable[[Finder], Finder]:
    """Enters a function among the checks.

    Args:
        check_id: three letters of the family and three digits.
        severity: how much a note of this check matters.
        message: whole sentences; may hold one ``{detail}``.
        sources: ids of the authorities it rests on.

    Raises:
        ValueError: the id is ill-formed, in use or retired, or the message holds more than
            one ``{detail}``.
    """
    match = _ID.fullmatch(check_id)
    if match is None or match[1] not in FAMILY_TITLES:
        msg = f'"{check_id}" is no id of a check: three letters of a family and three digits'
        raise ValueError(msg)
    if check_id in _CHECKS or check_id in RETIRED:
        msg = f"the id {check_id} has been used before; take the next free one"
        raise ValueError(msg)
    if message.count("{detail}") > 1 or "{" in message.replace("{detail}", ""):
        msg = f"{check_id}: a message holds at most one {{detail}} and no other brace"
        raise ValueError(msg)

    def enter(find: Finder) -> Finder:
        _CHECKS[check_id] = Check(check_id, severity, message, sources, find)
        return find

    return enter


def _dismissal(matter: Matter, check_id: str, path: str) -> Dismissal | None:
    for dismissal in matter.case.dismissals:
        if dismissal.id == check_id and dismissal.field in {None, path}:
            return dismissal
    return None


def _of_officers(one: Check) -> bool:
    return one.id in _OFFICERS_ONLY or one.family in _FAMILIES_OF_OFFICERS


def _order(note: Note) -> tuple[bool, int, str, list[tuple[int, str]]]:
    steps = [(int(s), "") if s.isdigit() else (-1, s) for s in note.field.split(".")]
    return (note.dismissed is not None, note.severity.rank, note.id, steps)


def run_checks(matter: Matter) -> tuple[Note, ...]:
    """Runs every check that the vehicle allows for: STOP first, then REVIEW, INFO, then dismissed."""
    asked = [one for one in CHECKS.values() if not (matter.appellate and _of_officers(one))]
    notes = (note for each in asked for note in each.run(matter))
    return tuple(sorted(notes, key=_order))
