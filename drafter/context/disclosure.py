"""The disclosure statement of each organization that sues in a federal court.

Where a court of appeals asks every party for a certificate of interested persons, the same paper is
that certificate, and everybody whom the case names stands in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.case import PartyType, Petitioner, RespondentType, known
from drafter.checks.matter import Matter
from drafter.context.heading import Heading, heading
from drafter.context.opening import OpeningFacts
from drafter.context.passages import surname
from drafter.law.texts import cite_text
from drafter.wording.text import Blank, Text

_APPEAL = "frap-26-1-a"


@dataclass(frozen=True, slots=True)
class DisclosureContext:
    """Everything the template of the disclosure statement may print."""

    head: Heading
    title: Text
    rule: Text
    lead: Text  # above the names; empty where no certificate is asked for
    persons: tuple[Text, ...]
    statements: tuple[Text, ...]


def disclosure_statement(
    matter: Matter, opening: OpeningFacts, draft_mark: str  # noqa: ARG001 - as every paper
) -> DisclosureContext:
    """The words of the disclosure statement: one paragraph for each organization.

    Args:
        matter: case, law and as-of date.
        opening: what the opening paper settled when it was printed.
        draft_mark: the line in the header.
    """
    head, case = heading(matter, draft_mark), matter.case
    appeal = matter.vehicle == "appellate-petition"
    held, asked = matter.law.authorities, matter.forum.interested_persons if appeal else ""
    companies = tuple(
        _statement(one, index, head.us.petitioner)
        for index, one in enumerate(case.petitioners) if one.type is PartyType.ORGANIZATION
    )
    rule = cite_text(held[_APPEAL if appeal else "frcp-7-1"])
    people = () if companies else (Text.of(
        f"No {head.us.petitioner} is a corporation, and so none has a parent corporation or stock."),)
    return DisclosureContext(
        head=head,
        title=Text.of("CERTIFICATE OF INTERESTED PERSONS AND CORPORATE DISCLOSURE STATEMENT" if asked
                      else "DISCLOSURE STATEMENT"),
        rule=Text.of(cite_text(held[asked]), "; ", rule) if asked else rule,
        lead=Text.of("These persons and entities have, or may have, an interest in the outcome of this "
                     "matter:") if asked else Text(),
        persons=_interested(matter) if asked else (),
        statements=companies or (people if asked else ()),
    )


def _interested(matter: Matter) -> tuple[Text, ...]:
    """Judge, parties and lawyers whom the case names, by surname, and a blank for all others."""
    listed = sorted(set(_named(matter)), key=str.casefold)
    others = Blank("every other person, firm or corporation with an interest: lawyers of the other "
                   "side, insurers, parents, subsidiaries", "", "counsel")
    return (*(Text.of(one) for one in listed), Text.of(others))


def _named(matter: Matter) -> Iterator[str]:
    case = matter.case
    for party in case.petitioners:
        whole = party.type is PartyType.ORGANIZATION or party.pseudonym or party.minor
        yield f"{party.name if whole else _reversed(party.name)}, Petitioner"
    for one in case.respondents:
        if name := known(one.name):
            person = one.type is RespondentType.OFFICER
            yield f"{_reversed(name) if person else name}, Respondent"
    yield from (f"{one.name}, party below" for one in case.real_parties)
    for lawyer in case.counsel:
        yield f"{_reversed(lawyer.name)}, counsel for Petitioner"
        if firm := known(lawyer.firm):
            yield f"{firm}, firm of counsel for Petitioner"
    judge = known(case.proceeding.judge) if case.proceeding else None
    if judge:
        bare = judge.removeprefix("Judge ").removeprefix("Hon. ")
        yield f"{_reversed(bare)}, trial judge"


def _reversed(name: str) -> str:
    """``Dummy, Osric``: a name as a list by surname has it."""
    last = surname(name)
    return f"{last}, {first}" if (first := name.removesuffix(last).strip()) else last


def _statement(party: Petitioner, index: int, label: str) -> Text:
    field = f"petitioners.{index}"
    name = f"{label} {party.name}"
    if party.is_corporation is None:
        kind = Blank("a nongovernmental corporation, or not a corporation",
                     f"{field}.is_corporation", "the client")
        return Text.of(f"{name} is ", kind, ".")
    if not party.is_corporation:
        return Text.of(f"{name} is an organization that is not a corporation.")
    owner = Blank("none, or the name of each", field, "the client")
    return Text.of(f"{name} is a nongovernmental corporation. Its parent corporation, and any "
                   "publicly held corporation that owns 10 percent or more of its stock: ",
                   owner, ".")
