"""The court: where the paper is filed, and why there."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from drafter.case.fact import Clock, Day, Fact, Facts, Id, Line
from drafter.case.sources import Statement


class VenueProng(StrEnum):
    """The prongs of the federal venue statute, and the state rule of venue."""

    DEFENDANT_RESIDES = "defendant-resides"
    EVENTS = "events"
    PLAINTIFF_RESIDES = "plaintiff-resides"
    STATE_RULE = "state-rule"


class Venue(Facts):
    """A prong of venue and the fact that meets it."""

    prong: VenueProng = Field(
        title="rule of venue",
        description="defendant-resides, events (it happened here), plaintiff-resides or state-rule.",
        examples=["plaintiff-resides"],
    )
    because: Statement = Field(
        title="fact that meets it", description="The fact that meets it.",
        examples=[{"say": "Each Plaintiff resides in Example County, in this District."}],
    )


class ForumPart(Facts):
    """The court in which the paper is to be filed."""

    court: Id = Field(
        title="name", description="Id of the court in which the paper is filed (`drafter forums`).", examples=["flmd"]
    )
    division: Fact[Line] = Field(
        default=None, description="Division, if the court has them.", examples=["Orlando Division"]
    )
    county: Fact[Line] = Field(
        default=None,
        description="County of a state court, as printed.",
        examples=["Ficton County"],
    )
    docket: Fact[Line] = Field(
        title="case number", default=None, description="Case number, once the clerk has given one.",
        examples=["1:26-cv-00000"],
    )
    venue: tuple[Venue, ...] = Field(
        default=(), description="Why this court is the right one: a rule of venue, and the fact that meets it.",
        examples=[[{"prong": "events", "because": {"say": "The stops took place there."}}]],
    )
    clerk_address: Fact[Line] = Field(
        default=None, description="Address of the clerk's office.",
        examples=["1 Sample Court, Room 2, Invention, Virginia 00000"],
    )
    also_served: Fact[Line] = Field(
        default=None, description="Office served besides the officer.",
        examples=["County Attorney of Ficton County"],
    )
    also_served_address: Fact[Line] = Field(
        default=None, description="Address of that office.",
        examples=["1 Sample Court, Room 3, Invention, Virginia 00000"])
    hearing_on: Fact[Day] = Field(
        title="day of the hearing", default=None, examples=["2026-12-18"],
        description="Day of intended application or hearing, where set.",
    )
    hearing_at: Fact[Clock] = Field(
        title="hour of the hearing", default=None, description="Hour of the hearing.",
        examples=["9:30 a.m."])
