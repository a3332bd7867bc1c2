"""Verifications: one page for each who is to swear or declare; unsigned and undated."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.case import Case, Knowledge, PartyType, Verifier
from drafter.checks.matter import Matter
from drafter.context.heading import LINE, Heading, federal, heading, paper_title
from drafter.context.opening import OpeningFacts
from drafter.context.passages import fact_text
from drafter.law.texts import cite_text
from drafter.wording.text import Blank, Text

_REQUIRED = frozenset({"oath", "affidavit"})


@dataclass(frozen=True, slots=True)
class VerificationPage:
    """The verification of one person."""

    name: str  # in capitals, for the title
    opening: Text  # who declares, and that the paper was read
    known: Text  # paragraphs known at first hand
    believed: Text
    declared: Text  # the words under penalty of perjury; empty under oath
    signer: Text
    county: Text  # where the oath is taken


@dataclass(frozen=True, slots=True)
class VerificationContext:
    """Everything the template of the verifications may print."""

    head: Heading
    paper: str
    under: Text  # the statute on unsworn declarations, where it is used
    oath: bool
    pages: tuple[VerificationPage, ...]


def verifiers(matter: Matter) -> tuple[Verifier, ...]:
    """Who verifies: those the case names, or each person where the forum wants an oath."""
    case = matter.case
    if case.verification:
        return case.verification
    if matter.forum.verification not in _REQUIRED:
        return ()
    return tuple(
        Verifier(petitioner=one.id) for one in case.petitioners if one.type is PartyType.PERSON
    )


def verification(matter: Matter, opening: OpeningFacts, draft_mark: str) -> VerificationContext:
    """The words of the verifications.

    Args:
        matter: case, law and as-of date.
        opening: paragraph numbers of the opening paper.
        draft_mark: the line in the header.
    """
    oath = not federal(matter)
    statute = matter.law.authorities["usc-28-1746"]
    return VerificationContext(
        head=heading(matter, draft_mark),
        paper=paper_title(matter),
        under=Text() if oath else cite_text(statute),
        oath=oath,
        pages=tuple(
            _page(matter, opening, index, one, oath=oath)
            for index, one in enumerate(verifiers(matter))
        ),
    )


def _page(
    matter: Matter, opening: OpeningFacts, index: int, verifier: Verifier, *, oath: bool
) -> VerificationPage:
    case, head = matter.case, heading(matter, "")
    party = case.petitioner(verifier.petitioner)
    name = party.name if party else verifier.petitioner
    field = f"verification.{index}"
    signer = Text.of(name)
    label, paper = head.us.petitioner, head.us.paper
    role = f"a {label}" if head.us.many_petitioners else f"the {label}"
    if party is not None and party.type is PartyType.ORGANIZATION:
        signer = Text.of(Blank("name and title of the officer who verifies", field, "the client"))
        standing = f"am authorized to make this verification for {name}, {role} in this action"
    else:
        standing = f"am {role} in this action"
    verb = "being first sworn, state" if oath else "declare"
    places = _numbers(case, verifier, opening)
    known = (
        Text.of(f"{'paragraph' if places.isdigit() else 'paragraphs'} {places}") if places
        else Text.of("paragraphs ", Blank("paragraphs known at first hand", f"{field}.knows",
                                          "the client"))
    )
    return VerificationPage(
        name=name.upper(),
        opening=Text.of("I, ", signer, f", {verb} that I {standing}, and that I have read the "
                        f"{paper}, or have had it read to me in a language I understand."),
        known=Text.of("The facts stated in ", known, f" of the {paper} are true of my own "
                      "knowledge, except where a sentence rests only on an exhibit or on "
                      "information and belief."),
        believed=Text.of(f"Those sentences, and the other facts stated in the {paper}, I believe "
                         "to be true on the records and the information that it states."),
        declared=Text() if oath else Text.of(_declared(inside_us=verifier.inside_us)),
        signer=signer,
        county=fact_text(verifier.county, "", "") if isinstance(verifier.county, str)
        else Text.of(LINE),
    )


def _declared(*, inside_us: bool) -> str:
    where = "" if inside_us else " under the laws of the United States of America"
    return (f"I declare under penalty of perjury{where} that the foregoing is true and correct. "
            f"Executed on {LINE}.")


def _numbers(case: Case, verifier: Verifier, opening: OpeningFacts) -> str:
    """``24-26, 28``: the paragraphs a person knows at first hand."""
    known = verifier.knows or _firsthand(case, verifier.petitioner)
    return ranges(opening.numbers[one] for one in known if one in opening.numbers)


def _firsthand(case: Case, petitioner: str) -> tuple[str, ...]:
    """What a case marks as known at first hand to this petitioner."""
    events = [e.id for e in case.events
              if e.knowledge is Knowledge.FIRSTHAND and petitioner in e.petitioners]
    return (*events, *(h.id for h in case.harms if h.petitioner == petitioner))


def ranges(numbers: Iterable[str]) -> str:
    """Printed numbers in order, runs of two or more drawn together: ``3, 5-7``."""
    found = sorted({int(digits[0]) for one in numbers if (digits := re.match(r"\d+", one))})
    runs: list[list[int]] = []
    for number in found:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs
    )
