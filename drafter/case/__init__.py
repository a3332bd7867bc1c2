"""The facts of one case, frozen and closed to misspelt fields; this room knows no law.

A case may be thin: nearly every field may be absent. What is absent prints as a bracket
where a paper needs it; nothing is ever supplied.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from pydantic import Field, model_validator

from drafter.case.claims import (
    Clause,
    DelayFact,
    DelayFactor,
    Duty,
    Listed,
    Listing,
    Moa,
    MoaModel,
    MoaStatus,
    Relief,
    ReliefKind,
)
from drafter.case.fact import (
    Ask,
    Fact,
    Facts,
    Id,
    Line,
    Narrative,
    NotApplicable,
    OpenQuestion,
    YesNo,
    known,
)
from drafter.case.forum import ForumPart, Venue, VenueProng
from drafter.case.parties import (
    Capacity,
    Counsel,
    Custody,
    Level,
    PartyType,
    Petitioner,
    Pronoun,
    RealParty,
    Respondent,
    RespondentType,
)
from drafter.case.proceeding import Proceeding, Reason
from drafter.case.record import (
    Abuse,
    Channel,
    Demand,
    Dismissal,
    Event,
    Exhibit,
    Harm,
    RelatedCase,
    Remedy,
    RemedyNotTried,
    Sender,
    Verifier,
)
from drafter.case.sources import Knowledge, Quotation, Source, Statement

__all__ = [
    "Abuse", "Ask", "Capacity", "Case", "Channel", "Clause", "Counsel", "Custody", "DelayFact",
    "DelayFactor", "Demand", "Dismissal", "Duty", "Event", "Exhibit", "Fact", "Facts", "ForumPart",
    "Harm", "Knowledge", "Level", "Line", "Listed", "Listing", "MatterPart", "Moa", "MoaModel",
    "MoaStatus", "Narrative", "NotApplicable", "OpenQuestion",
    "PartyType", "Petitioner", "Proceeding", "Pronoun", "Quotation", "RealParty", "Reason",
    "RelatedCase", "Relief", "ReliefKind", "Remedy", "RemedyNotTried", "Respondent", "RespondentType", "Sender",
    "Source",
    "Statement", "Venue", "VenueProng", "Verifier", "YesNo", "known",
]


class MatterPart(Facts):
    """What the case is, in the office's own terms."""

    id: Id = Field(description="Id of the case; names the packet's folder.",
                   examples=["certification-ice"])
    kind: Id | None = Field(
        default=None, description="Kind of matter; it says which facts and duties are looked for. Of several wishes, "
        "the chief one: duties of the others can be added.", examples=["287g-certification"]
    )
    vehicle: Id | None = Field(
        default=None,
        description="federal-complaint, federal-naturalization, state-petition or "
        "appellate-petition; left out, the duty or the court decides.",
        examples=["federal-complaint"],
    )
    short_title: Line | None = Field(
        default=None,
        description="Short title for footers and letters.",
        examples=["Lantern Street Neighbors v. ICE"],
    )
    summary: tuple[Statement, ...] = Field(
        default=(),
        description="The breach in a few sentences, for the introduction.",
        examples=[[{"say": "Two deputies stopped Plaintiffs and said they acted for ICE."}],
                  [{"say": "USCIS has not decided the application that Plaintiff filed in March 2024."}]],
    )
    status: Line | None = Field(
        default=None, description="Where the matter stands in the office.", examples=["drafting"]
    )
    told_by: Line | None = Field(
        title="who told the facts", default=None,
        description="Who told the facts, how and when, if not the petitioner.",
        examples=["Perdita Quaere, his sister, by telephone on November 20, 2026"],
    )


class Case(Facts):
    """The facts of one lawsuit."""

    matter: MatterPart = Field(description="What the case is.", examples=[{"id": "sample"}])
    forum: ForumPart = Field(description="The court.", examples=[{"court": "flmd"}])
    petitioners: tuple[Petitioner, ...] = Field(
        default=(), description="Who asks for the writ.",
        examples=[[{"id": "doe", "name": "Jane Doe"}]],
    )
    respondents: tuple[Respondent, ...] = Field(
        default=(), description="From whom the act is sought.",
        examples=[[{"id": "sheriff", "level": "local"}]],
    )
    real_parties: tuple[RealParty, ...] = Field(
        default=(), description="Real parties in interest.",
        examples=[[{"id": "county", "name": "Example County", "interest": "It funds the jail."}]],
    )
    counsel: tuple[Counsel, ...] = Field(
        default=(), description="Lawyers of record.", examples=[[{"name": "Ines Draftwell"}]]
    )
    pro_se: YesNo = Field(
        title="without a lawyer",
        default=False, description="Whether the petitioners sue without a lawyer.", examples=["no"]
    )
    proceeding: Proceeding | None = Field(
        default=None,
        description="The case below, where a court of appeals is asked for a writ to a court.",
        examples=[{"court": "almd"}],
    )
    moa: Moa | None = Field(
        default=None, description="The signed 287(g) agreement.",
        examples=[{"agency": "Example County Sheriff's Office", "model": "task-force"}],
    )
    duties: tuple[Duty, ...] = Field(
        default=(), description="Duties sued on.", examples=[[{"id": "certify"}]]
    )
    events: tuple[Event, ...] = Field(
        default=(), description="What happened, in order of date.",
        examples=[[{"id": "stop", "says": [{"say": "A deputy stopped the car."}]}]],
    )
    demands: tuple[Demand, ...] = Field(
        default=(), description="Demands to perform.", examples=[[{"id": "demand"}]]
    )
    remedies: tuple[Remedy, ...] = Field(
        default=(), description="Channels tried.",
        examples=[[{"id": "opr", "channel": "ice-opr", "step": "Complaint to OPR"}]],
    )
    remedies_not_tried: tuple[RemedyNotTried, ...] = Field(
        default=(), description="Channels not tried, with reasons.",
        examples=[[{"channel": "habeas", "reason": "No one is in custody."}]],
    )
    harms: tuple[Harm, ...] = Field(
        default=(), description="What the neglect costs the petitioners.",
        examples=[[{"id": "wages", "petitioner": "doe", "says": [{"say": "She lost a shift."}]}]],
    )
    relief: tuple[Relief, ...] = Field(
        default=(), description="The prayer, item by item.",
        examples=[[{"id": "order", "kind": "writ"}]],
    )
    exhibits: tuple[Exhibit, ...] = Field(
        default=(), description="Papers to attach.",
        examples=[[{"id": "agreement", "title": "Memorandum of Agreement"}]],
    )
    related_cases: tuple[RelatedCase, ...] = Field(
        default=(), description="Related cases.",
        examples=[[{"name": "Sample v. Example", "court": "Circuit Court"}]],
    )
    verification: tuple[Verifier, ...] = Field(
        default=(), description="Who will swear.", examples=[[{"petitioner": "fabula"}]]
    )
    dismissals: tuple[Dismissal, ...] = Field(
        default=(), description="Notes an attorney has answered.",
        examples=[[{"id": "DUT002", "reason": "Read it.", "by": "I. D.", "on": "2026-11-20"}]],
    )

    questions: tuple[OpenQuestion, ...] = Field(
        default=(), description="Questions on fields that cannot hold one themselves.",
        examples=[[{"about": "petitioners.0.name", "ask": "Is the trade name part of the name?"}]],
    )

    @model_validator(mode="after")
    def _ids_are_used_once(self) -> Case:
        for field in ("petitioners", "respondents", "duties", "exhibits", "relief"):
            seen: set[str] = set()
            for item in getattr(self, field):
                if item.id in seen:
                    msg = f'{field}: the id "{item.id}" is used twice; each needs its own'
                    raise ValueError(msg)
                seen.add(item.id)
        seen = set()
        for item in self._paragraph_items():
            if item.id in seen:
                msg = (
                    f'the id "{item.id}" is used twice among events, demands, remedies and '
                    "harms; each needs its own"
                )
                raise ValueError(msg)
            seen.add(item.id)
        return self

    def _paragraph_items(self) -> Iterator[Event | Demand | Remedy | Harm]:
        yield from self.events
        yield from self.demands
        yield from self.remedies
        yield from self.harms

    def paragraph_ids(self) -> frozenset[str]:
        """Ids that ``[#id]`` may name: events, demands with their parts, remedies and harms."""
        parts = (one for demand in self.demands for one in demand.paragraphs)
        return frozenset(item.id for item in self._paragraph_items()).union(parts)

    def exhibit(self, exhibit_id: str) -> Exhibit | None:
        """The exhibit with this id, or None."""
        return next((e for e in self.exhibits if e.id == exhibit_id), None)

    def petitioner(self, petitioner_id: str) -> Petitioner | None:
        """The petitioner with this id, or None."""
        return next((p for p in self.petitioners if p.id == petitioner_id), None)

    def respondent(self, respondent_id: str) -> Respondent | None:
        """The respondent with this id, or None."""
        return next((r for r in self.respondents if r.id == respondent_id), None)

    def nearest_paragraph_id(self, wrong: str) -> str | None:
        """The paragraph id most like ``wrong``, for an error message."""
        close = get_close_matches(wrong, self.paragraph_ids(), n=1)
        return close[0] if close else None
