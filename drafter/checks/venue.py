"""JUR, the map: whether the county that venue rests on lies in the district of the court."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.case import VenueProng, known
from drafter.checks.matter import Matter
from drafter.checks.registry import Finding, Severity, check
from drafter.law.counties import districts_of, has_several

_DISTRICT = "federal-complaint"  # the vehicle of a district court's own


def _state_of(name: str) -> str:
    """``Alabama`` out of the name of a court; empty where the name has no State."""
    return name.partition(" District of ")[2] or name.partition("the District of ")[2]


def _homes(matter: Matter) -> Iterator[tuple[int, str, str]]:
    """Position, county and State of each petitioner, where venue rests on residence."""
    if matter.forum.vehicle != _DISTRICT:
        return
    rests = any(one.prong is VenueProng.PLAINTIFF_RESIDES for one in matter.case.forum.venue)
    for n, one in enumerate(matter.case.petitioners):
        county, state = known(one.residence_county), known(one.residence_state)
        if rests and county is not None and state is not None:
            yield n, county, state


def _elsewhere(matter: Matter, county: str, state: str) -> str:
    """Where a home lies if not in this district: a court, or another State; empty if here or unknown."""
    here = _state_of(matter.forum.name)
    if here and state != here:
        return f"in {state}"
    courts = districts_of(matter.forum.id[:2], county)
    if not courts or matter.forum.id in courts:
        return ""
    return f"in the {matter.law.forums[courts[0]].name.partition('for the ')[2]}"


@check(
    "JUR026",
    Severity.STOP,
    message="Venue rests on residence, and no petitioner seems to live in this district: {detail}.",
    sources=("usc-28-1391-e-1", "usc-8-1447-b"),
)
def home_outside(matter: Matter) -> Iterator[Finding]:
    """A district is a list of counties.

    Fires in a district court when venue rests on residence and the county or State of every
    petitioner lies elsewhere. A county that the statute divides is JUR027's matter; one that the
    table does not hold stays silent.
    """
    homes = list(_homes(matter))
    away = [(n, county, _elsewhere(matter, county, state)) for n, county, state in homes]
    if homes and all(where for _, _, where in away):
        n, county, where = away[0]
        yield Finding(f"petitioners.{n}.residence_county", f"{county} lies {where}")


@check(
    "JUR027",
    Severity.REVIEW,
    message="{detail} is divided between two districts by statute. Confirm on which side the address lies.",
    sources=("usc-28-1391-e-1",),
)
def home_on_the_line(matter: Matter) -> Iterator[Finding]:
    """A few counties lie in two districts.

    Fires when venue rests on residence in a county that the statute divides. One that lies wholly
    elsewhere is JUR026's matter.
    """
    for n, county, _ in _homes(matter):
        if has_several(matter.forum.id[:2]) and len(districts_of(matter.forum.id[:2], county)) > 1:
            yield Finding(f"petitioners.{n}.residence_county", county)
