"""Data for the forms that go with a new action: the civil cover sheet and the summonses."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.case import Case, PartyType, known
from drafter.checks.matter import Matter
from drafter.context.counts import duty_words
from drafter.context.heading import court_name, federal, short_caption
from drafter.context.opening import OpeningFacts
from drafter.context.passages import fact_text, join
from drafter.context.persons import respondent_name, signers
from drafter.context.recipients import Recipient, recipients
from drafter.context.voice import Voice, voice
from drafter.law.texts import cite_text, fill
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
    forms: str  # heading over the list of those to be served
    forms_note: Text
    summonses: tuple[SummonsRow, ...]


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
    us, ours = voice(case, matter.forum), federal(matter)
    beside = "For the United States" if ours else "Beside the officer"
    return FilingDataContext(
        short_title=short_caption(case),
        court=court_name(matter),
        as_of=long_date(matter.as_of),
        sheet=_sheet(matter, us),
        summonses=tuple(
            SummonsRow(str(n), one, us.respondent if one.party else beside)
            for n, one in enumerate(recipients(matter), start=1)
        ),
        forms="Summonses" if ours else "Who is to be served",
        forms_note=_forms_note(matter, us),
    )


def _forms_note(matter: Matter, us: Voice) -> Text:
    """What the rows are for: a summons each, the process of the court, or no process at all."""
    answer = Text.of("the answer goes to ", _answer_to(matter.case, us), ".")
    if federal(matter):
        return Text.of("One for each row; ", answer)
    if matter.forum.process:
        return fill(matter.forum.process, matter.law, {})
    return Text.of("Process in the form that the clerk issues, one for each row; ", answer)


def _sheet(matter: Matter, us: Voice) -> tuple[SheetRow, ...]:
    case, forum = matter.case, matter.forum
    hearing = matter.vehicle == "federal-naturalization"
    ours = federal(matter)
    first = "usc-8-1447-b" if hearing else "usc-28-1361"
    second = "usc-28-1361" if hearing else "usc-5-706-1"
    cite = [cite_text(matter.law.authorities[key]) for key in (first, second)]
    against = [respondent_name(one, n) for n, one in enumerate(case.respondents)]
    rows = [
        SheetRow("Court", court_name(matter)),
        SheetRow(us.petitioners, series([one.name for one in case.petitioners])),
        SheetRow(f"County of residence, first {us.petitioner}", _county(case)),
        SheetRow(us.respondents, series(against)),
        SheetRow("Counsel", series([one.name for one in signers(case, us)])),
    ]
    if ours:
        rows += [
            SheetRow("Basis of jurisdiction", Text.of("U.S. Government as defendant")),
            SheetRow("Nature of suit", Text.of(
                "Naturalization application. Take the code from the current form." if hearing else
                "Administrative Procedure Act / review of agency decision; mandamus. Take the code "
                "from the current form.")),
            SheetRow("Origin", Text.of("Original proceeding")),
            SheetRow("Cause of action", Text.of(
                cite[0], "; ", cite[1], ": to compel ", _acts(matter, us))),
        ]
    else:
        rows += [
            SheetRow("Type of action", Text.of("Mandamus: to compel ", _acts(matter, us))),
        ]
    rows += [
        SheetRow("Class action", Text.of("No")),
        SheetRow("Money demanded", Text.of("No money is demanded")),
        SheetRow("Jury demanded", Text.of("No")),
        SheetRow("Related cases", _related(case)),
        SheetRow("Filing fee", Text.of(forum.fee or "Confirm on the filing day")),
    ]
    return tuple(rows)


def _county(case: Case) -> Text:
    if not case.petitioners:
        return fact_text(None, "county of residence", "petitioners", "the client")
    first = case.petitioners[0]
    county = fact_text(first.residence_county, "county of residence",
                       "petitioners.0.residence_county", "the client")
    kind = " (office of an organization)" if first.type is PartyType.ORGANIZATION else ""
    return Text.of(county or "Not applicable", kind if county else "")


def _acts(matter: Matter, us: Voice) -> Text:
    acts = [duty_words(matter, n, us).act for n in range(len(matter.case.duties))]
    if not acts:
        return fact_text(None, "act to be compelled", "duties", "counsel")
    found: list[Text] = []
    for one in acts:  # a second count asks the first one’s act on a term of its own
        if not any(told.plain.startswith(one.plain) or one.plain.startswith(told.plain) for told in found):
            found.append(one)
    who = "an officer " if len(matter.case.respondents) == 1 else "officers "
    return Text.of(who, series([Text.of("to ", one) for one in found]))


def _answer_to(case: Case, us: Voice) -> Text:
    """Name and address for the answer, as a summons asks for them."""
    signed = signers(case, us)
    if not signed:  # no lawyer, and nobody named who sues
        return fact_text(None, "name and address of petitioner", "petitioners", "the client")
    first = signed[0]
    parts = (first.name, first.firm, first.address, first.telephone, first.email)
    return join([one for one in parts if one], ", ")


def _related(case: Case) -> Text:
    if not case.related_cases:
        return Text.of("No related case is named in the case file")
    return series([
        f"{one.name}, {one.court}" + (f", No. {number}" if (number := known(one.number)) else "")
        for one in case.related_cases
    ])
