"""What is claimed: the agreement, the duties, and the relief."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from drafter.case.fact import (
    Count,
    Day,
    Fact,
    Facts,
    Id,
    Line,
    LongPhrase,
    Narrative,
    Phrase,
    YesNo,
)
from drafter.case.sources import Statement


class MoaModel(StrEnum):
    """The models of 287(g) agreement."""

    TASK_FORCE = "task-force"
    JAIL_ENFORCEMENT = "jail-enforcement"
    WARRANT_SERVICE = "warrant-service"
    OTHER = "other"


class MoaStatus(StrEnum):
    """Where an agreement stands."""

    IN_FORCE = "in-force"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"
    UNSIGNED = "unsigned"


class Clause(Facts):
    """A clause of the signed agreement, in its exact words."""

    id: Id = Field(description="Short id for cross-reference.", examples=["certification"])
    clause: Id | None = Field(
        title="like clause in the forms", default=None,
        description="Id of the like clause in the program's table of forms (drafter/law).",
        examples=["tfm-certification"],
    )
    section: Line = Field(
        description="Section as printed, or the appendix.", examples=["IX"]
    )
    heading: Line | None = Field(
        default=None, description="Heading as printed.", examples=["CERTIFICATION AND AUTHORIZATION"]
    )
    page: Line = Field(description="Page of the signed agreement.", examples=["4"])
    words: Narrative = Field(
        title="exact words", description="Exact words of the signed agreement.",
        examples=[("ICE will certify in writing the names of those LEA personnel who "
                  "successfully complete training and pass all required testing.")],
    )
    use: Narrative | None = Field(
        title="sentence that leads to it", default=None,
        description="The sentence that leads to the quotation in the pleading; left out, the "
        "clause stands in the memo only. {words} in it prints the quotation in the line.",
        examples=["Section IX says who certifies:"],
    )
    block: YesNo = Field(
        title="set as a block", default=False,
        description="Whether to set the words as a block quotation.",
        examples=["no"],
    )


class Listed(Facts):
    """An agreement on ICE's list of participating agencies."""

    agency: Line = Field(
        description="The agency as the list has it.", examples=["Example County Sheriff's Office"]
    )
    model: MoaModel = Field(
        description="task-force, jail-enforcement, warrant-service or other.",
        examples=["task-force"],
    )
    signed_on: Fact[Day] = Field(
        default=None, description="Date of signature that the list gives.", examples=["2025-04-22"]
    )


class Listing(Facts):
    """What ICE's list of participating agencies, of one day, has under the agency's name."""

    source: Line = Field(
        description="The list's file.", examples=["participatingAgencies-2026-11-20.xlsx"]
    )
    dated: Fact[Day] = Field(default=None, description="Day of the list.", examples=["2026-11-20"])
    asked: Line = Field(
        description="The name that was looked up.",
        examples=["Example County Sheriff's Office, Alabama"],
    )
    entries: tuple[Listed, ...] = Field(
        default=(),
        description="Its agreements on the list; none where the list has no such agency.",
        examples=[[{"agency": "Example County Sheriff's Office", "model": "task-force"}]],
    )


class Moa(Facts):
    """The signed 287(g) agreement: the only source of its quotations."""

    agency: Line = Field(
        description="The local agency that signed.", examples=["Example County Sheriff's Office"]
    )
    model: MoaModel = Field(
        description="task-force, jail-enforcement, warrant-service or other.",
        examples=["task-force"],
    )
    form_revision: Fact[Day] = Field(
        default=None,
        description='Date in the footer of the form ("Revised 03/07/2025").',
        examples=["2025-03-07"],
    )
    signed_on: Fact[Day] = Field(
        default=None, description="Date of the last signature.", examples=["2025-04-22"]
    )
    status: Fact[MoaStatus] = Field(
        default=None,
        description="in-force, suspended, terminated or unsigned.",
        examples=["in-force"],
    )
    status_as_of: Fact[Day] = Field(
        default=None, description="Day on which the status was checked.", examples=["2026-11-20"]
    )
    status_source: Fact[Line] = Field(
        default=None,
        description="Where the status was checked.",
        examples=["ICE's list of participating agencies"],
    )
    listing: Listing | None = Field(
        default=None,
        description="What ICE's list says of the agency; drafter moa --list --into writes it.",
        examples=[{"source": "participatingAgencies-2026-11-20.xlsx",
                   "asked": "Example County Sheriff's Office, Alabama"}],
    )
    exhibit: Id | None = Field(
        default=None, description="Id of the exhibit that is the agreement.", examples=["agreement"]
    )
    signature_page: Line | None = Field(
        default=None, description="Page that bears the signatures.", examples=["9"]
    )
    clauses: tuple[Clause, ...] = Field(
        title="clauses", default=(),
        description="Clauses in their exact words, for and against.",
        examples=[[{"id": "certification", "section": "IX", "page": "4",
                    "words": "ICE will certify in writing the names"}]],
    )
    about: tuple[Statement, ...] = Field(
        title="further facts", default=(),
        description="Further facts about the agreement.",
        examples=[[{"say": "Both parties signed it on the same day."}]],
    )
    paid_detention: Fact[YesNo] = Field(
        title="paid detention", default=None,
        description="Whether a paid-detention agreement exists (exception to 48 hours).",
        examples=["no"],
    )


class DelayFactor(StrEnum):
    """What a court weighs when it asks whether a delay is unreasonable."""

    REASON = "rule-of-reason"  # what governs the time taken
    TIMETABLE = "timetable"  # a time that a statute, or the agency itself, has named
    WELFARE = "welfare"  # health, safety and liberty at stake
    PRIORITIES = "priorities"  # other work that would have to wait
    INTERESTS = "interests"  # whom the delay hurts, and how


class DelayFact(Facts):
    """Facts that bear on one consideration of a delay."""

    factor: DelayFactor = Field(
        description="rule-of-reason, timetable, welfare, priorities or interests.",
        examples=["priorities"],
    )
    says: tuple[Statement, ...] = Field(
        title="what bears on the delay", min_length=1, description="Sentences with sources or [#id] references.",
        examples=[[{"say": "The act is one writing for each of two deputies."}],
                  [{"say": "The interview was held, and nothing was asked for afterwards."}]],
    )


class Duty(Facts):
    """A duty sued on: from the catalogue, or in the attorney's own words with a cite."""

    id: Id = Field(description="Short id for cross-reference.", examples=["certify"])
    catalogue: Id | None = Field(
        title="duty in the catalogue", default=None,
        description="Id of the duty in the catalogue of the law (`drafter duties`).",
        examples=["training-certification"],
    )
    cite: Line | None = Field(
        title="authority", default=None,
        description="For a duty of your own: the authority, printed in a bracket until confirmed.",
        examples=["Example Code § 1-2-3"],
    )
    words: Narrative | None = Field(
        title="words of the authority", default=None,
        description="For a duty of your own: the operative words of that authority.",
        examples=["The custodian shall answer within five days."],
    )
    owed_by: tuple[Id, ...] = Field(
        default=(), description="Ids of the respondents who owe it.", examples=[["field-director"]]
    )
    owed_to: tuple[Id, ...] = Field(
        title="owed to",
        default=(), description="Ids of the petitioners to whom it is owed; empty means all.",
        examples=[["samplewell"]],
    )
    statement: Narrative | None = Field(
        default=None,
        description="The duty in one sentence: who must do what discrete act, by when.",
        examples=[("For each deputy who performs a function under the MOA, ICE must make the "
                  "written certification of training before the deputy performs it."),
                  "The agency must decide an application within a reasonable time."],
    )
    act: Fact[Phrase] = Field(
        title="the act", default=None,
        description="The discrete act, as a verb phrase after 'to'.",
        examples=["make the written certification of training for each named deputy",
                  "decide the application"],
    )
    due: Fact[Phrase] = Field(
        title="when it is due", default=None,
        description="When it is due, as a phrase.",
        examples=["before the deputy performs the function", "within a reasonable time"],
    )
    clauses: tuple[Id, ...] = Field(
        title="clauses that show it",
        default=(), description="Ids of MOA clauses that show it, as evidence.",
        examples=[["certification"]],
    )
    neglect: tuple[Statement, ...] = Field(
        title="how it was not done", default=(),
        description="How it was not done: sentences with sources or [#id] references.",
        examples=[[{"say": "ICE found no certification of either deputy, as paragraph "
                           "[#no-record] shows."}],
                  [{"say": "The application has not been decided, as paragraph [#filing] shows."}]],
    )
    delay: tuple[DelayFact, ...] = Field(
        default=(),
        description="For a duty of reasonable time: what bears on each consideration of the delay.",
        examples=[[{"factor": "priorities", "says": [{"say": "The act is one writing."}]}]],
    )
    owed: tuple[Statement, ...] = Field(
        title="why it is owed to the petitioners", default=(),
        description="Why it is owed to these petitioners and not the public at large.",
        examples=[[{"say": "Ms. Samplewell was stopped by one of the two deputies."}],
                  [{"say": "The application is hers, and she paid its fee."}]],
    )
    no_judgment: tuple[Statement, ...] = Field(
        title="why no judgment is left", default=(),
        description="Why no judgment is left to the officer.",
        examples=[[{"say": "The certification exists or it does not."}],
                  [{"say": "The agency may grant or deny; it may not leave the application open."}]],
    )
    not_asked: Fact[Phrase] = Field(
        title="what is not asked", default=None,
        description="What the court is not asked to decide, as a verb phrase.",
        examples=["say what training is adequate", "say how the application is to be decided"],
    )
    presented: Id | None = Field(
        title="from when the delay runs", default=None,
        description="Id of the event, remedy or demand by which the matter was put before the "
        "officer, for a claim of delay; left out, the first demand.",
        examples=["applied"],
    )
    alternative: YesNo = Field(
        title="pleaded in the alternative", default=False,
        description="Whether the count on this duty is pleaded in the alternative.",
        examples=["no"],
    )


class ReliefKind(StrEnum):
    """What a prayer item asks for."""

    WRIT = "writ"
    DECLARATION = "declaration"
    REPORT = "report"
    RETAIN = "retain"
    COSTS = "costs"
    OTHER = "other"


class Relief(Facts):
    """One item of the prayer."""

    id: Id = Field(description="Short id for cross-reference.", examples=["order-certify"])
    kind: ReliefKind = Field(
        description="writ, declaration, report, retain, costs or other.", examples=["writ"]
    )
    actors: tuple[Id, ...] = Field(
        title="who is to act", default=(),
        description="Ids of the respondents who are to act.",
        examples=[["field-director"]],
    )
    act: Fact[LongPhrase] = Field(
        title="what is to be done", default=None,
        description="What they are to do, as a verb phrase after 'to' (for a declaration: the "
        "clause after 'Declare that').",
        examples=["make the written certification for each deputy", "decide the application"],
    )
    either: tuple[LongPhrase, ...] = Field(
        title="ways to comply", default=(),
        description="Two or more ways to comply, each a verb phrase after 'to'.",
        examples=[["make the written certification", "state in writing that there is none"],
                  ["decide the application", "state in writing why it cannot be decided"]],
    )
    rests_on: tuple[Id, ...] = Field(
        default=(),
        description="For each of the ways in 'either', in the same order, the id of the duty that "
        "requires it.",
        examples=[["certify", "conclude"]],
    )
    scope: Phrase | None = Field(
        default=None,
        description="A phrase between the deadline and the act.",
        examples=["for each of Deputies Mockridge and Fabrick", "for each of the two applications"],
    )
    days: Fact[Count] = Field(
        title="days from the order",
        default=None, description="Days from the order.", examples=["30"]
    )
    hours: Fact[Count] = Field(
        title="hours from the order",
        default=None, description="Hours, where the act runs by the clock.", examples=["2"]
    )
    when: Phrase | None = Field(
        title="deadline as a phrase", default=None,
        description="The deadline as a phrase, where it does not run from the order.",
        examples=["within two hours after his sentence ends"],
    )
    duties: tuple[Id, ...] = Field(
        title="duties it rests on",
        default=(), description="Ids of the duties it rests on.", examples=[["certify"]]
    )
    alternative_to: tuple[Id, ...] = Field(
        title="alternative to", default=(),
        description="Ids of the items to which this one is an alternative.",
        examples=[["release-ficta"]],
    )
