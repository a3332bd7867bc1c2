"""How a fact is known: a sentence, the exhibits behind it, and the kind of knowledge."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from drafter.case.fact import Facts, Id, Line, Narrative


class Knowledge(StrEnum):
    """The kind of knowledge behind a statement."""

    RECORD = "record"
    FIRSTHAND = "firsthand"
    BELIEF = "belief"


class Source(Facts):
    """Where a statement can be read or who swears to it: an exhibit or a verification."""

    exhibit: Id | None = Field(
        default=None, description="Id of the exhibit.", examples=["agreement"]
    )
    at: Line | None = Field(
        title="page", default=None, description="Page or pages in the exhibit.", examples=["2-3"]
    )
    verification: Id | None = Field(
        title="sworn by", default=None,
        description="Id of the petitioner whose verification swears to it.",
        examples=["samplewell"],
    )


class Quotation(Facts):
    """Words quoted exactly from an exhibit, set as a block quotation."""

    words: Narrative = Field(
        title="exact words", description="The exact words, without outer quotation marks.",
        examples=["ICE will certify in writing the names of those LEA personnel"],
    )
    exhibit: Id = Field(description="Id of the exhibit quoted.", examples=["agreement"])
    at: Line | None = Field(
        title="page", default=None, description="Page in the exhibit.", examples=["4"],
    )
    section: Line | None = Field(
        default=None, description="Section of the paper quoted.", examples=["IX"]
    )


class Statement(Facts):
    """One or more sentences of fact with their sources.

    ``say`` is printed as written, with two marks: ``[?time of release]`` prints a counted
    blank, and ``[#first-stop]`` prints the number of the paragraph of that event, demand,
    remedy or harm.
    """

    say: Narrative = Field(
        title="words",
        description="Whole sentences, in the words to be printed. [?label] makes a blank, "
        "[#id] the number of the paragraph with that id.",
        examples=["Deputy Mockridge held Ms. Samplewell for 41 minutes.",
                  "Ms. Samplewell has waited for 31 months."],
    )
    sources: tuple[Source, ...] = Field(
        default=(),
        description="Exhibits or verifications that show it.",
        examples=[[{"exhibit": "log", "at": "2"}]],
    )
    quote: Quotation | None = Field(
        title="block quotation", default=None,
        description="A block quotation that follows the sentence.",
        examples=[{"words": "the alien shall be released", "exhibit": "agreement", "at": "8"}],
    )
