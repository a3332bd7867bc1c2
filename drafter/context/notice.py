"""Notice of the intended application, where a forum wants it before the writ is asked for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from drafter.checks.matter import Matter
from drafter.context.counts import labels
from drafter.context.heading import Heading, court_name, heading, paper_title
from drafter.context.opening import OpeningFacts
from drafter.context.passages import day_text, fact_text
from drafter.context.recipients import Recipient, recipients
from drafter.law.texts import fill
from drafter.wording.dates import clock
from drafter.wording.text import Text


@dataclass(frozen=True, slots=True)
class NoticeContext:
    """Everything the template of the notice may print."""

    head: Heading
    recipients: tuple[Recipient, ...]
    apply: str  # "Petitioners will apply"
    when: Text
    court: Text
    paper: str
    exhibits: bool
    law: tuple[Text, ...]  # why the notice is given, and what may be answered


def notice_of_application(matter: Matter, opening: OpeningFacts, draft_mark: str) -> NoticeContext:
    """The words of the notice.

    Args:
        matter: case, law and as-of date.
        opening: what the opening paper settled when it was printed.
        draft_mark: the line in the header.
    """
    head = heading(matter, draft_mark)
    words = labels(head.us)
    return NoticeContext(
        head=head,
        recipients=recipients(matter),
        apply=f"{head.us.petitioners} will apply",
        when=Text.of("on ", application_time(matter)),
        court=court_name(matter),
        paper=paper_title(matter),
        exhibits=bool(opening.labels),
        law=tuple(fill(one, matter.law, words) for one in matter.forum.notice),
    )


def application_time(matter: Matter) -> Text:
    """``December 15, 2026, at 10:00 a.m.``: the time that the notice names, or its brackets."""
    part = matter.case.forum
    hour = clock(part.hearing_at) if isinstance(part.hearing_at, dt.time) else part.hearing_at
    day = day_text(part.hearing_on, "date of intended application", "forum.hearing_on", "counsel")
    at = fact_text(hour, "hour", "forum.hearing_at", "counsel")
    return Text.of(day, ", at " if at else "", at)
