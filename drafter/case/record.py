"""What happened, what was asked, what was tried, what it cost, and what proves it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from drafter.case.fact import Clock, Count, Day, Fact, Facts, Id, Line, Phrase, YesNo
from drafter.case.sources import Knowledge, Source, Statement


class Abuse(StrEnum):
    """The category of an event in a 287(g) matter."""

    BEYOND_AUTHORITY = "beyond-authority"
    RACE_OR_ETHNICITY = "race-or-ethnicity"
    SAFEGUARDS = "safeguards"
    PRETEXT = "pretext"
    DELAY = "delay"
    RECORDS = "records"
    OTHER = "other"


class Event(Facts):
    """Something that happened: one numbered paragraph."""

    id: Id = Field(description="Short id for cross-reference.", examples=["first-stop"])
    heading: Line | None = Field(
        default=None,
        description="Heading above this paragraph; left out, it stands under the last one.",
        examples=["The three stops"],
    )
    on: Fact[Day] = Field(
        title="date", default=None,
        description="Date. Left open, it prints a bracket; not_applicable prints no date.",
        examples=["2026-01-14"],
    )
    at: Fact[Clock] = Field(
        title="time of day", default=None, description="Time of day.", examples=["10:20 a.m."],
    )
    about: YesNo = Field(
        title="date is approximate",
        default=False, description='Whether the date is approximate ("on or about").',
        examples=["no"],
    )
    when: Line | None = Field(
        title="time in loose words", default=None,
        description="The time in the teller's own loose words, in place of a date.",
        examples=["In or about the spring of [?year]"],
    )
    says: tuple[Statement, ...] = Field(
        min_length=1,
        title="what happened", description="What happened, sentence by sentence.",
        examples=[[{"say": "Deputy Mockridge stopped Ms. Samplewell's car."}],
                  [{"say": "USCIS received the application of Ms. Samplewell."}]],
    )
    knowledge: Knowledge = Field(
        title="how it is known",
        default=Knowledge.RECORD, description="record, firsthand or belief.", examples=["record"]
    )
    basis: Phrase | None = Field(
        title="what the belief rests on", default=None,
        description="For belief: what it rests on, as a phrase after 'rests on'.",
        examples=["paragraphs [#statement] and [#no-record]"],
    )
    category: Abuse | None = Field(
        default=None, description="Category of abuse, for 287(g) matters.",
        examples=["beyond-authority"],
    )
    actor: Fact[Line] = Field(
        title="who acted", default=None, description="Agency or officer who acted.",
        examples=["Deputy Perrin Mockridge", "USCIS, Example Field Office"],
    )
    place: Fact[Line] = Field(
        title="where",
        default=None, description="Where it happened.", examples=["County Road 12, Example County"]
    )
    limit: Line | None = Field(
        title="limit it crosses", default=None,
        description="The legal limit or MOA clause it crosses: id of a duty or clause.",
        examples=["certification"],
    )
    petitioners: tuple[Id, ...] = Field(
        title="petitioners concerned",
        default=(), description="Petitioners concerned.", examples=[["samplewell"]]
    )


class Channel(StrEnum):
    """How a demand or letter went out."""

    HAND = "hand"
    CERTIFIED_MAIL = "certified-mail"
    MAIL = "mail"
    EMAIL = "email"
    PORTAL = "portal"
    HAND_AND_MAIL = "hand-and-certified-mail"
    ORAL = "oral"


class Sender(StrEnum):
    """Who sent a demand: the lawyers, or those who ask for the writ themselves."""

    COUNSEL = "counsel"
    PETITIONERS = "petitioners"


class Demand(Facts):
    """A request to perform, made before suit."""

    id: Id = Field(description="Short id for cross-reference.", examples=["demand"])
    made_on: Fact[Day] = Field(
        title="date sent", default=None, description="Date sent.", examples=["2026-07-21"],
    )
    to: tuple[Id, ...] = Field(
        title="addressed to",
        default=(), description="Ids of the respondents addressed.", examples=[["field-director"]]
    )
    sent_by: Sender | None = Field(
        title="who sent it", default=None,
        description="counsel, or the petitioners themselves; left out, the paper does not say.",
        examples=["counsel"],
    )
    channel: Fact[Channel] = Field(
        title="how it was sent",
        default=None, description="How it was sent.", examples=["certified-mail"]
    )
    delivered_on: Fact[Day] = Field(
        title="date delivered", default=None, description="Date delivered.", examples=["2026-07-24"]
    )
    answer_by: Fact[Day] = Field(
        title="answer asked by",
        default=None, description="Date by which an answer was asked.", examples=["2026-08-24"]
    )
    asked: Fact[Phrase] = Field(
        title="what was asked", default=None,
        description="What was asked, as a clause after 'asked that'.",
        examples=[("ICE make the certification for each deputy or state in writing that it has "
                  "not been made"), "USCIS decide the application"],
    )
    answered_on: Fact[Day] = Field(
        title="date of the answer", default=None,
        description="Date of the answer; not_applicable where none came.",
        examples=["2026-10-14"],
    )
    refused: YesNo | None = Field(
        title="was it a refusal",
        default=None, description="Whether the answer was a refusal.", examples=["yes"]
    )
    answer: tuple[Statement, ...] = Field(
        title="what the answer said", default=(), description="What the answer said.",
        examples=[[{"say": "He declined each act."}]],
    )
    sources: tuple[Source, ...] = Field(
        title="exhibits that show it",
        default=(), description="Exhibits that show it.", examples=[[{"exhibit": "demand-letter"}]]
    )
    delivery_sources: tuple[Source, ...] = Field(
        title="exhibits that show delivery", default=(), description="Exhibits that show delivery.",
        examples=[[{"exhibit": "demand-letter", "at": "4"}]],
    )
    no_answer_sources: tuple[Source, ...] = Field(
        title="what shows that no answer came",
        default=(), description="Who swears, or what shows, that no answer came.",
        examples=[[{"exhibit": "director-declaration", "at": "4"}]],
    )
    excuse: Line | None = Field(
        title="why none was needed",
        default=None, description="Why no demand was needed, if none was made.",
        examples=["The sheriff had announced that he would refuse.",
                  "The agency had announced that it decides no such application."],
    )

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Ids of its paragraphs in the pleading: the sending, what was asked, and the answer."""
        return (self.id, f"{self.id}-asked", *([f"{self.id}-answer"] if self.answer else []))


class Remedy(Facts):
    """A channel that was tried before suit."""

    id: Id = Field(description="Short id for cross-reference.", examples=["opr-complaint"])
    channel: Id = Field(
        description="Id of the channel (`drafter/law/remedies.toml`), or 'other' where it is none of them.", examples=["ice-opr"]
    )
    step: Phrase = Field(
        title="what it was", description="What it was, as a noun phrase for the table of steps.",
        examples=["E-mail complaint, ICE Office of Professional Responsibility",
                  "Inquiry by telephone, USCIS Contact Center"],
    )
    made_on: Fact[Day] = Field(
        title="date", default=None, description="Date.", examples=["2026-04-06"],
    )
    number: Fact[Line] = Field(
        title="reference number",
        default=None, description="Reference number.", examples=["OPR-EX-2026-0131"]
    )
    says: tuple[Statement, ...] = Field(
        title="what was asked and what came of it", default=(),
        description="The paragraph: what was asked and what came of it.",
        examples=[[{"say": "Lantern Street complained by e-mail to ICE."}],
                  [{"say": "Ms. Samplewell asked when the application would be decided."}]],
    )
    answered_on: Fact[Day] = Field(
        title="date of the answer",
        default=None, description="Date of the answer; not_applicable where none came.",
        examples=["2026-04-08"],
    )
    response: Fact[Line] = Field(
        title="the answer in a few words",
        default=None, description="The answer in a few words, for the table.",
        examples=["Acknowledged; no result"],
    )
    is_open: YesNo | None = Field(
        title="still open",
        default=None, description="Whether the matter is still open.", examples=["yes"]
    )
    inadequate: tuple[Statement, ...] = Field(
        title="why it is not adequate", default=(), description="Why it is not an adequate remedy.",
        examples=[[{"say": "The Division wrote that certification is a federal matter."}],
                  [{"say": "The answer was that the application is under review."}]],
    )
    sources: tuple[Source, ...] = Field(
        title="exhibits that show it",
        default=(), description="Exhibits that show it.", examples=[[{"exhibit": "opr-mail"}]]
    )


class RemedyNotTried(Facts):
    """A channel that was not tried, with the reason: memo, and the count if it is to be pleaded."""

    channel: Id = Field(
        description="Id of the channel (`drafter/law/remedies.toml`), or 'other' where it is none of them.", examples=["habeas"]
    )
    reason: Line = Field(
        title="why not", description="Why not; a whole sentence.",
        examples=["No Plaintiff is in custody."],
    )
    plead: YesNo = Field(
        title="plead the reason", default=False,
        description="Whether to plead the reason among the other remedies.",
        examples=["yes"],
    )


class Harm(Facts):
    """What the neglect costs a petitioner: one numbered paragraph."""

    id: Id = Field(description="Short id for cross-reference.", examples=["longer-road"])
    petitioner: Id = Field(
        title="who is harmed", description="Id of the petitioner harmed.", examples=["samplewell"],
    )
    heading: Line | None = Field(
        default=None, description="Heading above this paragraph.",
        examples=["How Ms. Samplewell is affected"],
    )
    says: tuple[Statement, ...] = Field(
        min_length=1,
        title="the harm", description="The harm, with dates and amounts.",
        examples=[[{"say": "She has earned $68 less each week since March 2, 2026."}]],
    )
    continuing: YesNo | None = Field(
        title="goes on",
        default=None, description="Whether it goes on or is likely to recur.", examples=["yes"]
    )
    redress: YesNo = Field(
        title="says how the order would help",
        default=False, description="Whether this paragraph says how the order would help.",
        examples=["no"],
    )


class Exhibit(Facts):
    """A paper attached to the pleading; its letter is computed."""

    id: Id = Field(description="Short id for cross-reference.", examples=["agreement"])
    title: Line = Field(
        description="What it is, as printed in the index.",
        examples=["Memorandum of Agreement, 287(g) Task Force Model",
                  "Receipt notice for the application"],
    )
    dated: Fact[Line] = Field(
        title="date as printed",
        default=None, description="Date or dates, as printed.", examples=["April 22, 2025"]
    )
    pages: Fact[Count] = Field(
        title="number of pages", default=None, description="Number of pages.", examples=["13"],
    )
    source: Fact[Line] = Field(
        title="where it came from",
        default=None, description="Where it came from.", examples=["ICE's public list", "Ms. Samplewell's own papers"]
    )
    file: Line | None = Field(
        title="file name",
        default=None, description="The file in the office's folder.", examples=["moa.pdf", "receipt.pdf"]
    )
    privileged: YesNo = Field(
        default=False, description="Whether it is privileged.", examples=["no"]
    )
    sealed: YesNo = Field(
        default=False, description="Whether it is to be filed under seal.", examples=["no"]
    )


class RelatedCase(Facts):
    """A case that should be noted as related."""

    name: Line = Field(description="Name of the case.", examples=["Sample v. Example County"])
    court: Line = Field(description="Court.", examples=["Circuit Court of Example County"])
    number: Fact[Line] = Field(default=None, description="Number.", examples=["CL26-0000"])
    relation: Line | None = Field(
        title="how it is related",
        default=None, description="How it is related.", examples=["same jail, other petitioner"]
    )


class Verifier(Facts):
    """One who will swear to the paper or part of it."""

    petitioner: Id = Field(
        title="who swears", description="Id of the petitioner.", examples=["fabula"],
    )
    knows: tuple[Id, ...] = Field(
        title="known at first hand", default=(),
        description="Ids of the events, demands, remedies and harms known at first hand.",
        examples=[["booking", "release"]],
    )
    inside_us: YesNo = Field(
        title="signed inside the United States",
        default=True, description="Whether it is signed inside the United States.", examples=["yes"]
    )
    county: Fact[Line] = Field(
        title="county of signing",
        default=None, description="County of signing, for the oath.", examples=["Ficton County"]
    )
    name: Fact[Line] = Field(
        title="name of the one who swears", default=None,
        description="Who swears for an organization or a minor.",
        examples=["Agnes Example"],
    )
    office: Fact[Line] = Field(
        title="office of the one who swears", default=None,
        description="The office that person holds, or parent, guardian or next friend.",
        examples=["Director"],
    )


class Dismissal(Facts):
    """A note that an attorney has answered."""

    id: Line = Field(description="Id of the check.", examples=["DUT002"])
    field: Line | None = Field(
        default=None, description="Field path of the note; left out, all notes of that check.",
        examples=["duties.0"],
    )
    reason: Line = Field(description="Why it is answered.", examples=["Confirmed with the clerk."])
    by: Line = Field(description="Who answered it.", examples=["I. Draftwell"])
    on: Day = Field(description="When.", examples=["2026-11-20"])
