"""Data for the forms that go with a new action: the civil cover sheet and the summonses."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.case import Case, PartyType, known
from drafter.checks.matter import Matter
from drafter.context.counts import duty_words
from drafter.context.heading import court_name, federal, short_caption
from drafter.context.opening import OpeningFacts
from drafter.context.passages import fact_text
from drafter.context.persons import respondent_name, signers
from drafter.context.recipients import Recipient, recipients
from drafter.context.voice import Voice, voice
from drafter.law.texts import cite_text
from drafter.wording.dates import long_date
from drafter.wording.grammar import series
from drafter.wording.text import Text


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One entry of the cover sheet."""

    item: str
    entry: Text


@dataclass(frozen=True, slots=True)
class SummonsRow:
    """One summons."""

    number: str
    to: Recipient
    role: str


@dataclass(frozen=True, slots=True)
class FilingDataContext:
    """Everything the template of the filing data may print."""

    short_title: str
    court: Text
    as_of: str
    sheet: tuple[SheetRow, ...]
    summonses: tuple[SummonsRow, ...]
    answer_to: Text


def filing_data(
    matter: Matter, opening: OpeningFacts, draft_mark: str  # noqa: ARG001 - as every paper
) -> FilingDataContext:
    """The words of the worksheet.

    Args:
        matter: case, law and as-of date.
        opening: what the opening paper settled when it was printed.
        draft_mark: not printed: the worksheet stays in the office.
    """
    case = matter.case
    us = voice(case, matter.forum)
    signed = signers(case, us)[:1]
    return FilingDataContext(
        short_title=short_caption(case),
        court=court_name(matter),
        as_of=long_date(matter.as_of),
        sheet=_sheet(matter, us),
        summonses=tuple(
            SummonsRow(str(n), one, us.respondent if one.party else "For the United States")
            for n, one in enumerate(recipients(matter), start=1)
        ),
        answer_to=series([part for one in signed for part in (
            one.name, one.firm, one.address, one.telephone, one.email) if part])
        if signed else Text(),
    )
