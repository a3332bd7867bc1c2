"""Who: petitioners, respondents, real parties and counsel.

The case file says petitioner and respondent whatever the forum prints (plaintiff,
relator, defendant): the printed label is the forum's.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from drafter.case.fact import Fact, Facts, Id, Line, YesNo
from drafter.case.sources import Statement


class PartyType(StrEnum):
    """Whether a party is a human being or an organization."""

    PERSON = "person"
    ORGANIZATION = "organization"


class Pronoun(StrEnum):
    """The pronoun a person uses; never guessed from a name."""

    SHE = "she"
    HE = "he"
    THEY = "they"


class Custody(StrEnum):
    """Where a person stands today as to custody."""

    AT_LIBERTY = "at-liberty"
    HELD = "held"  # held past lawful authority, or held by ICE: habeas first
    SERVING = "serving"  # serving a sentence or awaiting trial, lawfully held today
    NEVER = "never-in-custody"


class Level(StrEnum):
    """Whose officer a respondent is."""

    FEDERAL = "federal"
    STATE = "state"
    LOCAL = "local"


class RespondentType(StrEnum):
    """What a respondent is."""

    OFFICER = "officer"
    AGENCY = "agency"
    UNITED_STATES = "united-states"


class Capacity(StrEnum):
    """The capacity in which an officer is sued."""

    OFFICIAL = "official"
    PERSONAL = "personal"


class Petitioner(Facts):
    """One who asks for the writ."""

    id: Id = Field(description="Short id for cross-reference.", examples=["samplewell"])
    type: PartyType = Field(
        default=PartyType.PERSON, description="person or organization.", examples=["person"]
    )
    name: Line = Field(
        description="Full name as it stands in the caption; a pseudonym if one is used; "
        "initials if a minor.",
        examples=["Benedita Samplewell"],
    )
    short: Line | None = Field(
        title="short name", default=None,
        description="How later paragraphs call the party.",
        examples=["Ms. Samplewell"],
    )
    pronoun: Pronoun | None = Field(
        default=None,
        description="she, he or they, as the person said; left out, the name is repeated.",
        examples=["she"],
    )
    pseudonym: YesNo = Field(
        title="name is a pseudonym",
        default=False, description="Whether the name is a pseudonym.", examples=["no"]
    )
    minor: YesNo = Field(
        title="under 18",
        default=False, description="Whether the person is under 18.", examples=["no"]
    )
    residence_county: Fact[Line] = Field(
        default=None,
        description="County of residence, or of an organization's office, as printed.",
        examples=["Example County"],
    )
    residence_state: Fact[Line] = Field(
        default=None, description="State of residence.", examples=["Florida"]
    )
    custody: Fact[Custody] = Field(
        title="custody today",
        default=None, description="Where the person stands today.", examples=["at-liberty"]
    )
    about: tuple[Statement, ...] = Field(
        title="more about the party", default=(),
        description="What the party paragraph says besides name and residence: sentences "
        "with their sources.",
        examples=[[{"say": "She has been a member of the association since 2023."}]],
    )
    is_corporation: YesNo | None = Field(
        title="is incorporated", default=None,
        description="For an organization: whether it is incorporated (Rule 7.1 statement).",
        examples=["yes"],
    )


class Respondent(Facts):
    """An officer, agency or body from whom the act is sought."""

    id: Id = Field(description="Short id for cross-reference.", examples=["field-director"])
    type: RespondentType = Field(
        default=RespondentType.OFFICER,
        description="officer, agency or united-states.",
        examples=["officer"],
    )
    name: Fact[Line] = Field(
        default=None,
        description="Name of the present holder of the office, or of the agency.",
        examples=["Riley Testfield"],
    )
    short: Line | None = Field(
        title="short name", default=None,
        description="How later paragraphs call the respondent.",
        examples=["Director Testfield"],
    )
    pronoun: Pronoun | None = Field(
        default=None, description="she, he or they; left out, the title is used.", examples=["he"]
    )
    office: Fact[Line] = Field(
        default=None,
        description="Title of the office, as printed after the name.",
        examples=[("Field Office Director, Example Field Office, U.S. Immigration and "
                  "Customs Enforcement")],
    )
    agency: Line | None = Field(
        default=None,
        description="The agency the officer belongs to.",
        examples=["U.S. Immigration and Customs Enforcement"],
    )
    level: Level = Field(
        title="whose officer",
        description="federal, state or local: decides which writ reaches this respondent.",
        examples=["federal"],
    )
    capacity: Capacity = Field(
        default=Capacity.OFFICIAL, description="official or personal.", examples=["official"]
    )
    power: tuple[Statement, ...] = Field(
        title="power to act", default=(),
        description="Why this office can do the act: sentences with their sources.",
        examples=[[{"say": "Section IX of the MOA says that ICE will make the certification."}],
                  [{"say": "The application is at his office, which decides it."}]],
    )
    address: Fact[Line] = Field(
        default=None,
        description="Business address.",
        examples=["100 Placeholder Plaza, Lantern City, Florida 00000"],
    )
    holder_checked_on: Fact[Line] = Field(
        title="when the holder was checked", default=None,
        description="When and where the holder of the office was last checked.",
        examples=["November 20, 2026, agency website"],
    )


class RealParty(Facts):
    """One who gains or loses by the writ although not commanded."""

    id: Id = Field(description="Short id for cross-reference.", examples=["example-county"])
    name: Line = Field(description="Name as printed.", examples=["Example County"])
    interest: Line = Field(
        description="What is at stake for this party.", examples=["It funds the jail."]
    )


class Counsel(Facts):
    """The lawyer of record."""

    name: Line = Field(description="Name as signed.", examples=["Ines Draftwell"])
    bar_number: Fact[Line] = Field(
        default=None, description="Bar number with the bar's name.", examples=["Bar No. 00000"]
    )
    firm: Fact[Line] = Field(
        default=None, description="Firm or office.", examples=["Example Public Law Project"]
    )
    address: Fact[Line] = Field(
        default=None,
        description="Business address, one line.",
        examples=["1 Specimen Square, Lantern City, Florida 00000"],
    )
    telephone: Fact[Line] = Field(
        default=None, description="Telephone.", examples=["(555) 555-0142"]
    )
    email: Fact[Line] = Field(
        default=None, description="Email address.", examples=["ines.draftwell@example.org"]
    )
