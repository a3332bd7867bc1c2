"""What a complaint and a petition print alike: caption, parties, facts, efforts, signature."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from drafter.checks.matter import Matter
from drafter.context.abbreviations import TERMS, Terms
from drafter.context.authorities import citations
from drafter.context.counts import RemedyWords, duties_stated, elements_test, remedies
from drafter.context.heading import short_caption
from drafter.context.narrative import (
    Step,
    effort_paragraphs,
    event_paragraphs,
    harm_paragraphs,
    moa_paragraphs,
    no_efforts,
    steps,
)
from drafter.context.passages import Paragraph, summary_paragraphs
from drafter.context.persons import (
    Caption,
    Signer,
    caption,
    petitioner_paragraphs,
    respondent_paragraphs,
    signers,
)
from drafter.context.voice import Voice, voice
from drafter.wording.dates import long_date
from drafter.wording.text import Blank, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Pleading:
    """The words that every opening paper on a duty shares."""

    draft_mark: str
    footer_title: Text
    caption: Caption
    us: Voice
    cite: dict[str, Text]
    term: Terms
    summary: tuple[Paragraph, ...]
    petitioners: tuple[Paragraph, ...]
    respondents: tuple[Paragraph, ...]
    agreement: tuple[Paragraph, ...]
    events: tuple[Paragraph, ...]
    harms: tuple[Paragraph, ...]
    redress: tuple[Paragraph, ...]
    efforts: tuple[Paragraph, ...]
    has_efforts: bool
    no_efforts: Text
    steps: tuple[Step, ...]
    as_of: str
    test: Text
    duties_stated: Text
    remedies: tuple[RemedyWords, ...]
    signers: tuple[Signer, ...]

    @property
    def shared(self) -> dict[str, Any]:
        """The words by name, for a paper that has more of its own."""
        return {one.name: getattr(self, one.name) for one in fields(Pleading)}


def pleading(matter: Matter, draft_mark: str) -> Pleading:
    """The shared words for a matter.

    Args:
        matter: case, law and as-of date.
        draft_mark: the line in the header.
    """
    case, us = matter.case, voice(matter.case, matter.forum)
    told = tuple(zip(harm_paragraphs(case), case.harms, strict=True))
    efforts = effort_paragraphs(matter, us)
    return Pleading(
        draft_mark=draft_mark,
        footer_title=Text.of(short_caption(case)),
        caption=caption(matter, us),
        us=us,
        cite=citations(matter.law),
        term=TERMS,
        summary=summary_paragraphs(case),
        petitioners=petitioner_paragraphs(case, us),
        respondents=respondent_paragraphs(case, us),
        agreement=moa_paragraphs(matter),
        events=event_paragraphs(case)
        or _missing("what happened: date, place, who acted", "events"),
        harms=tuple(words for words, harm in told if not harm.redress)
        or _missing("what the neglect costs each petitioner", "harms"),
        redress=tuple(words for words, harm in told if harm.redress),
        efforts=efforts,
        has_efforts=bool(efforts),
        no_efforts=no_efforts(us),
        steps=steps(matter),
        as_of=long_date(matter.as_of),
        test=elements_test(matter),
        duties_stated=duties_stated(matter),
        remedies=remedies(matter),
        signers=signers(case, us),
    )


def _missing(label: str, field: str) -> tuple[Paragraph, ...]:
    return (Paragraph(Text.of(Blank(label, field, "the client"), ".")),)
