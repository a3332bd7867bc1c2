"""The letter to the clerk that goes with the opening paper: one page, no argument."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.checks.matter import Matter
from drafter.context.heading import (
    Letterhead,
    court_name,
    federal,
    full_title,
    letterhead,
    short_caption,
)
from drafter.context.notice import application_time
from drafter.context.opening import OpeningFacts
from drafter.context.passages import fact_text
from drafter.context.recipients import recipients
from drafter.context.voice import Voice, voice
from drafter.wording.grammar import count_words, plural
from drafter.wording.text import Text

RETURN = "Return of Service"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One line of the list of enclosures."""

    number: str
    title: Text
    originals: str = "1"
    copies: str = "1"


@dataclass(frozen=True, slots=True)
class CoverLetterContext:
    """Everything the template of the letter to the clerk may print."""

    head: Letterhead
    clerk: str
    court: Text
    clerk_address: Text
    matter_line: str
    paper: str
    request: str  # the first sentence
    enclosures: tuple[Enclosure, ...]
    count: str
    federal: bool
    process: bool  # whether the clerk issues process that is no summons
    heard: Text  # the time that the notice of the application names; empty where there is no notice
    petitioners_copy: str


def cover_letter(
    matter: Matter, opening: OpeningFacts, enclosures: tuple[str, ...], draft_mark: str
) -> CoverLetterContext:
    """The words of the letter to the clerk.

    Args:
        matter: case, law and as-of date.
        opening: what the opening paper settled when it was printed.
        enclosures: titles of the papers to file, in order.
        draft_mark: the line in the header.
    """
    us = voice(matter.case, matter.forum)
    if matter.forum.notice_before_application:  # served first, so the return goes in as well
        enclosures = (*enclosures, RETURN)
    forms = _forms(matter, us, len(enclosures))
    appeal = matter.vehicle == "appellate-petition"
    return CoverLetterContext(
        head=letterhead(matter, draft_mark),
        clerk=matter.forum.clerk,
        court=court_name(matter),
        clerk_address=fact_text(matter.case.forum.clerk_address, "address of the clerk’s office",
                                "forum.clerk_address", "paralegal"),
        matter_line=f"{short_caption(matter.case)}: "
        f"{'new original proceeding' if appeal else 'new civil action'}, {full_title(matter)}",
        paper=us.paper,
        request=f"Please docket the enclosed {us.paper}.{_for_the_court(matter)}" if appeal
        else f"Please open a new civil action on the enclosed {us.paper}.",
        enclosures=(*enclosed(enclosures, opening, matter.forum.court_copies + 1), *forms),
        count=f"{papers_listed(sum(int(one.originals) for one in forms) + len(enclosures))}; "
        "filing fee; return envelope",
        federal=federal(matter),
        process=not (appeal or federal(matter) or matter.forum.notice_before_application),
        heard=application_time(matter) if matter.forum.notice_before_application else Text(),
        petitioners_copy=f"{us.petitioners} (with enclosures)",
    )


def _for_the_court(matter: Matter) -> str:
    copies = matter.forum.court_copies
    return f" Of the copies, {count_words(copies)} of each paper are for the Court." if copies else ""


def _forms(matter: Matter, us: Voice, listed: int) -> tuple[Enclosure, ...]:
    """The court's own forms that go in with the papers."""
    if matter.vehicle == "appellate-petition":
        return ()
    sheet = Enclosure(str(listed + 1), Text.of("Civil Cover Sheet"))
    if not federal(matter):
        return (sheet,)
    served = recipients(matter)
    parties = sum(one.party for one in served)
    to = "the United States attorney, and the Attorney General"
    whom = {0: to.replace(",", ""), 1: f"the {us.respondent}, {to}"}
    return (sheet, Enclosure(
        str(listed + 2),
        Text.of("Summonses, one for ", whom.get(parties, f"each {us.respondent}, {to}")),
        originals=str(len(served)), copies=str(len(served)),
    ))


def enclosed(
    titles: tuple[str, ...], opening: OpeningFacts, copies: int = 1
) -> tuple[Enclosure, ...]:
    """The list of enclosures; the index of exhibits tells which letters are attached.

    Args:
        titles: of the papers, in order.
        opening: what the opening paper settled when it was printed.
        copies: of each paper, the one that the clerk stamps and returns among them.
    """
    return tuple(
        Enclosure(str(n), Text.of(title, exhibits_range(opening) if "xhibit" in title else ""),
                  copies=str(copies))
        for n, title in enumerate(titles, start=1)
    )


def papers_listed(count: int) -> str:
    """``6 papers, as listed``, for the line under the signature."""
    return f"{count} {plural(count, 'paper')}, as listed"


def exhibits_range(opening: OpeningFacts) -> str:
    """`` and Exhibits A to F``, or nothing where the opening paper cites none."""
    letters = list(opening.labels.values())
    if not letters:
        return ""
    return (f" and Exhibit {letters[0]}" if len(letters) == 1
            else f" and Exhibits {letters[0]} to {letters[-1]}")
