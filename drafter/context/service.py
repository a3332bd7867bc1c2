"""Letters that go with the papers to be served: one page for each recipient."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.checks.matter import Matter
from drafter.context.counts import labels
from drafter.context.heading import Letterhead, court_name, federal, letterhead, short_caption
from drafter.context.letter import Enclosure, enclosed, papers_listed
from drafter.context.opening import OpeningFacts
from drafter.context.recipients import Recipient, recipients
from drafter.context.voice import Voice, voice
from drafter.law.texts import fill
from drafter.wording.text import Text


@dataclass(frozen=True, slots=True)
class ServiceLetter:
    """What differs from letter to letter."""

    to: Recipient
    greeting: Text
    why: Text  # for whom this recipient is served, and under which rule
    asks: str  # what the recipient is asked to tell


@dataclass(frozen=True, slots=True)
class ServiceLettersContext:
    """Everything the template of the service letters may print."""

    head: Letterhead
    us: Voice
    matter_line: Text
    letters: tuple[ServiceLetter, ...]
    enclosures: tuple[Enclosure, ...]
    count: str
    before_filing: bool
    law: Text  # the rule on notice, where the letter goes before filing


def applies(matter: Matter) -> bool:
    """Whether there is anybody to write to."""
    return bool(_written_to(matter))


def _written_to(matter: Matter) -> list[Recipient]:
    return [one for one in recipients(matter) if one.party or one.rule]


def service_letters(
    matter: Matter, opening: OpeningFacts, enclosures: tuple[str, ...], draft_mark: str
) -> ServiceLettersContext:
    """The words of the service letters.

    Args:
        matter: case, law and as-of date.
        opening: what the opening paper settled when it was printed.
        enclosures: titles of the papers that are filed together, in order.
        draft_mark: the line in the header.
    """
    us = voice(matter.case, matter.forum)
    before = matter.forum.notice_before_application
    titles = list(enclosures)
    if not before and matter.vehicle != "appellate-petition":
        titles.insert(0, "Summons" if federal(matter) else "Process of the Court")
    return ServiceLettersContext(
        head=letterhead(matter, draft_mark),
        us=us,
        matter_line=Text.of(f"{short_caption(matter.case)}, ", court_name(matter)),
        letters=tuple(
            ServiceLetter(one, Text.of("Dear ", one.called, ":"), _why(matter, us, one), _asks(one))
            for one in _written_to(matter)
        ),
        enclosures=enclosed(tuple(titles), opening),
        count=papers_listed(len(titles)),
        before_filing=before,
        law=fill(matter.forum.notice[0], matter.law, labels(us))
        if before and matter.forum.notice else Text(),
    )


def _asks(to: Recipient) -> str:
    if to.counsel:
        return "Please tell me whether you appear in this matter."
    if to.party:
        return ("If a lawyer represents you in this matter, please give these papers to that lawyer "
                "and tell me whom to write to.")
    return "Please tell me which attorney will appear in this matter."


def _why(matter: Matter, us: Voice, to: Recipient) -> Text:
    if matter.vehicle == "appellate-petition":
        role = f"as counsel for a {us.respondent}" if to.counsel else f"as {us.respondent}"
        return Text.of(f"These papers are served on you {role} under ", to.rule, ".")
    if not federal(matter) and to.rule:
        return Text.of("These papers are served on you, besides the officer who is sued, under ",
                       to.rule, ".")
    if not federal(matter):
        return Text.of(f"These papers are served on you as {us.respondent}.")
    if to.party:
        return Text.of(f"These papers are served on you as {us.respondent} under ", to.rule, ".")
    return Text.of("These papers are served on you, for the United States, under ", to.rule, ".")
