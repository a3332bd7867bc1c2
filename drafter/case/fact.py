"""What a single fact may be: known, to be asked, not applicable, or absent.

Every scalar of a case file arrives here as text (see ``casefile``) and is typed by the
readers below, so that ``NO`` stays "NO" and ``0123456`` keeps its zero.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
)

from drafter.wording.dates import read_clock, read_day
from drafter.wording.gate import gate_line, gate_narrative
from drafter.wording.stops import without_stop

LINE_LIMIT = 20_000
NARRATIVE_LIMIT = 200_000


class Facts(BaseModel):
    """A part of a case: frozen, and closed to misspelt fields."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, hide_input_in_errors=True, str_strip_whitespace=True,
        defer_build=True,  # the case as a whole is validated; a part alone, hardly ever
    )


def _read_count(value: object) -> object:
    if isinstance(value, str):
        if re.fullmatch(r"0|[1-9][0-9]{0,8}", value.strip()) is None:
            msg = "is not a whole number written in digits, such as 30"
            raise ValueError(msg)
        return int(value)
    return value


def _read_yes_no(value: object) -> object:
    if isinstance(value, str):
        word = value.strip().lower()
        if word not in {"yes", "no"}:
            msg = "must be yes or no"
            raise ValueError(msg)
        return word == "yes"
    return value


Line = Annotated[
    str, StringConstraints(min_length=1, max_length=LINE_LIMIT), AfterValidator(gate_line)
]
"""One line of text."""

Narrative = Annotated[
    str,
    StringConstraints(min_length=1, max_length=NARRATIVE_LIMIT),
    AfterValidator(gate_narrative),
]
"""Text of one or more paragraphs; a blank line parts paragraphs."""

Phrase = Annotated[
    str, StringConstraints(min_length=1, max_length=LINE_LIMIT), AfterValidator(gate_line),
    AfterValidator(without_stop),
]
"""Words for the middle of a sentence; a full stop typed after them is left off."""

LongPhrase = Annotated[
    str, StringConstraints(min_length=1, max_length=NARRATIVE_LIMIT), AfterValidator(gate_narrative),
    AfterValidator(without_stop),
]
"""A phrase that may be as long as a paragraph or more."""

Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60),
    Field(json_schema_extra={"x-kind": "id"}),
]
"""A name for cross-reference: lower-case letters, digits and single hyphens."""

Day = Annotated[dt.date, BeforeValidator(read_day)]
"""A calendar day: ``2026-11-04``, ``11/4/2026``, ``November 4, 2026`` or ``Nov. 4, 2026``."""

Clock = Annotated[dt.time, BeforeValidator(read_clock)]
"""A time of day: ``10:20 a.m.`` or ``13:20``."""

Count = Annotated[int, BeforeValidator(_read_count), Field(ge=0)]
"""A whole number."""

YesNo = Annotated[bool, BeforeValidator(_read_yes_no)]
"""``yes`` or ``no``."""


class Ask(Facts):
    """A fact nobody has given yet: a bracket in the paper, a numbered question in the memo."""

    ask: Line = Field(
        description="The question to put, in the words to be used.",
        examples=["On which date did the sheriff refuse?"],
    )
    of: Line | None = Field(
        default=None, description="Who can answer it.", examples=["the client"]
    )


class NotApplicable(Facts):
    """A fact that does not exist in this case: silence in the paper, a line in the memo."""

    not_applicable: Line = Field(
        description="Why the fact does not apply.",
        examples=["no booking number was issued"],
    )


class OpenQuestion(Facts):
    """A question on a field that cannot hold one itself; it stands in the memo alone."""

    about: Line = Field(
        title="which field", description="Dotted path of the field, counted from 0.",
        examples=["petitioners.0.name"],
    )
    ask: Line = Field(
        title="question", description="The question, in the words to be used.",
        examples=["Is the trade name part of the name?"],
    )
    of: Line | None = Field(
        title="who can answer", default=None, description="Who can answer it.", examples=["the client"]
    )


def _which(value: Any) -> str:  # noqa: ANN401 - pydantic hands over whatever the file held
    if value is None:
        return "absent"
    if isinstance(value, Ask) or (isinstance(value, dict) and "ask" in value):
        return "ask"
    if isinstance(value, NotApplicable) or (
        isinstance(value, dict) and "not_applicable" in value
    ):
        return "not_applicable"
    return "known"


T = TypeVar("T")

Fact: TypeAlias = Annotated[
    Annotated[T, Tag("known")]
    | Annotated[Ask, Tag("ask")]
    | Annotated[NotApplicable, Tag("not_applicable")]
    | Annotated[None, Tag("absent")],
    Discriminator(_which),
]
"""A fact that may be known, to ask, not applicable, or absent (None)."""


def known(fact: T | Ask | NotApplicable | None) -> T | None:
    """The value where it is known, else None."""
    return None if isinstance(fact, Ask | NotApplicable) else fact
