"""The proceeding below, where a court itself is asked to act: an appellate petition."""

from __future__ import annotations

from pydantic import Field

from drafter.case.fact import Day, Fact, Facts, Id, Line, Narrative, Phrase
from drafter.case.sources import Statement


class Reason(Facts):
    """A reason why the writ should issue: a heading, and what is said under it."""

    element: Id | None = Field(
        default=None,
        description="Id of the element of the writ that it meets: no-other-remedy, clear-right "
        "or appropriate.",
        examples=["clear-right"],
    )
    heading: Line | None = Field(
        default=None, description="Heading above it.",
        examples=["No other means will bring a ruling"],
    )
    says: tuple[Statement, ...] = Field(
        min_length=1,
        title="the reason", description="The reason, each statement a paragraph.",
        examples=[[{"say": "An appeal lies from a ruling, and there is none to appeal."}]],
    )


class Proceeding(Facts):
    """The case in the trial court and what that court has done, or has not done."""

    court: Id = Field(description="Id of the trial court (`drafter forums`).", examples=["almd"])
    title: Fact[Line] = Field(
        default=None, description="Title of the case below, as short as it is cited.",
        examples=["Sample v. Example County Library Board"],
    )
    number: Fact[Line] = Field(
        title="case number",
        default=None, description="Number of the case below.", examples=["2:24-cv-00000"]
    )
    filed_on: Fact[Day] = Field(
        default=None, description="Day on which it was begun.", examples=["2024-09-03"]
    )
    judge: Fact[Line] = Field(
        default=None, description="The trial judge, with title.", examples=["Judge Ida Specimen"]
    )
    judge_address: Fact[Line] = Field(
        default=None, description="Where the trial judge’s copy goes.",
        examples=["1 Court Square, Quarto City, Alabama 00000"],
    )
    order: Fact[Phrase] = Field(
        default=None,
        description="The order complained of, as a phrase after “the”; not applicable where "
        "the court has not ruled.",
        examples=["order that stays discovery"],
    )
    order_on: Fact[Day] = Field(
        title="date of that order",
        default=None, description="Date of that order.", examples=["2026-02-10"]
    )
    motion: Fact[Phrase] = Field(
        default=None,
        description="The motion not ruled on, as a phrase after “the”.",
        examples=["motion for a preliminary injunction (Doc. 14)"],
    )
    pending_since: Fact[Day] = Field(
        default=None, description="Day on which the motion was filed.", examples=["2025-03-03"]
    )
    ripe_since: Fact[Day] = Field(
        default=None, description="Day on which it was ready for a ruling.",
        examples=["2025-04-14"],
    )
    exhibit: Id | None = Field(
        default=None,
        description="Id of the exhibit that is the order, or the docket that shows none.",
        examples=["docket"],
    )
    issues: tuple[Narrative, ...] = Field(
        default=(), description="The issues presented, each a sentence.",
        examples=[[("Whether the writ should issue to bring a ruling on a motion that has been "
                    "ready for a ruling for nineteen months.")]],
    )
    reasons: tuple[Reason, ...] = Field(
        default=(), description="Why the writ should issue.",
        examples=[[{"heading": "There is no order to appeal", "says": [
            {"say": "An appeal lies from a ruling, and there is none to appeal."}]}]],
    )
