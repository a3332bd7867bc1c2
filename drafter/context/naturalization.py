"""The words of a petition for a hearing on naturalization, with mandamus in reserve.

It is the federal complaint with another first count: the statute itself gives the hearing, in
the district where the applicant lives.
"""

from __future__ import annotations

from dataclasses import replace

from drafter.case import Case, ReliefKind, known
from drafter.checks.matter import Matter
from drafter.context.authorities import citations
from drafter.context.complaint import ApaCount, ComplaintContext, complaint
from drafter.context.counts import count_mark
from drafter.context.passages import Paragraph, refs, statement_text
from drafter.context.prayer import CountRefs, PrayerItem, asked, prayer
from drafter.context.voice import Voice
from drafter.wording.marks import inline
from drafter.wording.text import Blank, Mark, Ref, Span, Text

_HEARING = count_mark(delayed=True)  # the count on the statute; the other is mandamus
_RESERVE = "count-mandamus"
_ALTERNATIVE = "In the alternative, "


def naturalization(matter: Matter, draft_mark: str) -> ComplaintContext:
    """The words of the petition for a matter.

    Args:
        matter: case, law and as-of date.
        draft_mark: the line in the header.
    """
    whole = complaint(matter, draft_mark)
    return replace(
        whole,
        asks=_asks(matter.case),
        venue=_venue(matter),
        counts=(_count(whole, matter),),
        prayer=_prayer(matter),
    )


def _asks(case: Case) -> Text:
    """What the statute gives, in the words of the prayer's own items where it has them."""
    asked_for = [
        inline(words.removeprefix(_ALTERNATIVE))
        for one in case.relief
        if one.kind is ReliefKind.OTHER and one.duties and (words := known(one.act))
    ]
    if not asked_for:
        return Text.of("hold a hearing and determine the application, or remand it with "
                       "appropriate instructions")
    first = asked_for[0]
    return Text.of(Text(tuple(_small(span, n) for n, span in enumerate(first.spans))),
                   *(part for one in asked_for[1:] for part in (", or ", one)))


def _small(span: Span, place: int) -> Span:
    """The verb with which an item begins, in the middle of a sentence."""
    return span[:1].lower() + span[1:] if place == 0 and isinstance(span, str) else span


def _venue(matter: Matter) -> tuple[Paragraph, ...]:
    """Residence is the only ground of venue; whatever the case says of it is said here."""
    cite = citations(matter.law)["usc_8_1447_b"]
    prongs = matter.case.forum.venue
    if not prongs:
        blank = Blank("fact that the applicant lives in this district", "forum.venue", "counsel")
        return (Paragraph(Text.of(Mark("venue-0"), "Venue is proper under ", cite, " because ",
                                  blank, ".")),)
    return tuple(
        Paragraph(Text.of(
            Mark(f"venue-{n}"), *(() if n else ("Venue is proper under ", cite, ". ")),
            statement_text(matter.case, one.because, f"forum.venue.{n}.because")))
        for n, one in enumerate(prongs)
    )


def _count(whole: ComplaintContext, matter: Matter) -> ApaCount:
    """The count on the statute that gives the hearing."""
    us, cite = whole.us, citations(matter.law)
    cites = {one.plain: one for duty in whole.duties for one in duty.cites
             if one.plain != cite["usc_8_1447_b"].plain}
    return ApaCount(
        mark=Text.of(Mark(_HEARING)),
        title=Text.of("No Determination Within 120 Days of the Examination"),
        cites=_joined(list(cites.values())) or cite["usc_8_1446_d"],
        incorporates=Text.of(
            Mark(f"{_HEARING}-incorporated"), f"{us.petitioners} {us.say.incorporate} paragraphs ",
            Ref("intro-law"), " through ", Ref("efforts-end"), ".",
        ),
        duties=whole.duties,
        delay=Text(),
        aggrieved=_aggrieved(matter, us),
    )


def _joined(cites: list[Text]) -> Text:
    text = Text()
    for n, one in enumerate(cites):
        text = Text.of(text, "; " if n else "", one)
    return text


def _aggrieved(matter: Matter, us: Voice) -> Text:
    cite = citations(matter.law)["usc_8_1447_b"]
    ids = [harm.id for harm in matter.case.harms if not harm.redress]
    where = Text.of(", in the ways described in ", refs(ids)) if ids else Text()
    return Text.of(
        Mark(f"{_HEARING}-aggrieved"), f"The want of a determination affects {us.petitioners} "
        "adversely", where, f". {us.petitioners} {us.say.ask} for the hearing that ", cite,
        " gives, and that the Court determine the matter or remand it with appropriate "
        "instructions.",
    )


def _prayer(matter: Matter) -> tuple[PrayerItem, ...]:
    """An item of the writ rests on the count in reserve; every other item on the statute."""
    cite, duties = citations(matter.law), [duty.id for duty in matter.case.duties]
    on = {
        mark: prayer(matter, {one: CountRefs((mark,)) for one in duties}, cite)
        for mark in (_HEARING, _RESERVE)
    }
    if not matter.case.relief:
        return on[_HEARING]
    return tuple(
        on[_RESERVE if matter.case.relief[index].kind is ReliefKind.WRIT else _HEARING][n]
        for n, index in enumerate(asked(matter))
    )
