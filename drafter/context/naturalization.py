"""The words of a petition for a hearing on naturalization, with review of agency action and mandamus in reserve.

It is the federal complaint with another first count: the statute itself gives the hearing, in
the district where the applicant lives.
"""

from __future__ import annotations

from dataclasses import replace

from drafter.case import Case, ReliefKind, VenueProng, known
from drafter.checks.matter import Matter
from drafter.context.authorities import citations
from drafter.context.complaint import (
    ApaCount,
    ComplaintContext,
    cites_of,
    complaint,
    everyone,
    incorporates,
    protected,
)
from drafter.context.counts import count_mark
from drafter.context.delay import considerations
from drafter.context.passages import Paragraph, join, refs, statement_text
from drafter.context.prayer import CountRefs, PrayerItem, asked, prayed, prayer
from drafter.context.voice import Voice
from drafter.wording.marks import inline
from drafter.wording.text import Blank, Mark, Span, Text

_HEARING = count_mark(delayed=True)  # the count on the statute; the others stand in reserve
_WITHHELD = count_mark(delayed=False)
_RESERVE = "count-mandamus"
_ALTERNATIVE = "In the alternative, "


def naturalization(matter: Matter, draft_mark: str) -> ComplaintContext:
    """The words of the petition for a matter.

    Args:
        matter: case, law and as-of date.
        draft_mark: the line in the header.
    """
    matter = prayed(matter)
    whole = complaint(matter, draft_mark)
    return replace(
        whole,
        asks=_asks(matter.case),
        venue=_venue(matter, whole.us),
        counts=_counts(whole, matter),
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


def _venue(matter: Matter, us: Voice) -> tuple[Paragraph, ...]:
    """Residence is the only ground of venue; whatever the case says of it is said here."""
    cite = citations(matter.law)["usc_8_1447_b"]
    prongs = matter.case.forum.venue
    if not prongs:
        blank = Blank("fact that the applicant lives in this district", "forum.venue", "counsel")
        return (Paragraph(Text.of(Mark("venue-0"), "Venue is proper under ", cite, " because ",
                                  blank, ".")),)
    told = tuple(
        Paragraph(Text.of(
            Mark(f"venue-{n}"), *(() if n else ("Venue is proper under ", cite, ". ")),
            statement_text(matter.case, one.because, f"forum.venue.{n}.because")))
        for n, one in enumerate(prongs)
    )
    lives = next((n for n, one in enumerate(prongs) if one.prong is VenueProng.PLAINTIFF_RESIDES), None)
    return told if lives is None else (*told, _general(matter, lives, us))


def _general(matter: Matter, lives: int, us: Voice) -> Paragraph:
    """Venue of the counts in the alternative, which stand where the first statute falls away."""
    cite = citations(matter.law)["usc_28_1391_e_1"]
    one, who = (us.respondents, "are officers") if len(matter.case.respondents) > 1 else (
        us.respondent, "is an officer")
    return Paragraph(Text.of(
        Mark("venue-alternative"), "For the Counts in the alternative, venue is proper under ", cite,
        f"(C) as well. {one} {who} of the United States, no real property is involved, and ",
        refs([f"venue-{lives}"]), f" shows where {us.petitioners} {us.say.reside}."))


def _counts(whole: ComplaintContext, matter: Matter) -> tuple[ApaCount, ...]:
    """The count on the statute that gives the hearing; in the alternative, agency action withheld."""
    us, cite = whole.us, citations(matter.law)
    hearing = cite["usc_8_1447_b"]
    other = tuple({one.plain: one for duty in whole.duties for one in duty.cites
                   if one.plain != hearing.plain}.values())
    return (
        ApaCount(
            mark=Text.of(Mark(_HEARING)),
            title=Text.of("No Determination Within 120 Days of the Examination"),
            under=hearing,
            cites=join(other, "; ") if other else cite["usc_8_1446_d"],
            incorporates=incorporates(_HEARING, us),
            alternative=Text(),
            duties=whole.duties,
            delay=Text(),
            considerations=(),
            aggrieved=_aggrieved(matter, us),
            against=everyone(us),
        ),
        ApaCount(
            mark=Text.of(Mark(_WITHHELD)),
            title=Text.of("Agency Action Withheld or Delayed, in the Alternative"),
            under=cite["usc_5_706_1"],
            cites=Text.of(cites_of(whole.duties), "; ", cite["usc_5_555_b"]),
            incorporates=incorporates(_WITHHELD, us, others=True),
            alternative=Text.of(
                Mark(f"{_WITHHELD}-alternative"), f"{us.petitioners} {us.say.plead} this Count in the "
                "alternative, in case the Court finds that ", hearing, " does not reach the "
                "application. ", cite["frcp_8_d"], "."),
            duties=(),
            delay=_withheld(matter, whole),
            considerations=considerations(matter, whole.duties, us, delayed=True),
            aggrieved=Text.of(
                Mark(f"{_WITHHELD}-aggrieved"), f"The failure to act affects {us.petitioners} "
                "adversely", _harmed(matter), ". ", cite["usc_5_702"], ".",
                protected(matter, whole.duties, us)),
            against=everyone(us),
        ),
    )


def _withheld(matter: Matter, whole: ComplaintContext) -> Text:
    """That the act is discrete and required and its time over, by the paragraphs that say so."""
    told = [f"neglect-{duty.id}-{n + 1}" for duty in matter.case.duties
            for n, _ in enumerate(duty.neglect)]
    shown = (", as ", refs(told), " shows" if len(told) == 1 else " show") if told else ()
    stated = [f"duty-{duty.id}" for duty in whole.duties]
    return Text.of(
        Mark(f"{_WITHHELD}-act"), "The determination is a discrete act that the law requires within a "
        "fixed time, as ", refs(stated), " states" if len(stated) == 1 else " state",
        ". That time has ended, and the act has been withheld", *shown, ". If it is held that no fixed time "
        "has run, the law sets a reasonable one: ", whole.quote["usc_5_555_b"], " ", whole.cite["usc_5_555_b"], ".")


def _harmed(matter: Matter) -> Text:
    ids = [harm.id for harm in matter.case.harms if not harm.redress]
    return Text.of(", in the ways described in ", refs(ids)) if ids else Text()


def _aggrieved(matter: Matter, us: Voice) -> Text:
    cite = citations(matter.law)["usc_8_1447_b"]
    return Text.of(
        Mark(f"{_HEARING}-aggrieved"), f"The failure to decide affects {us.petitioners} "
        "adversely", _harmed(matter), f". {us.petitioners} {us.say.ask} for the hearing that ", cite,
        " gives, and that the Court determine the matter or remand it with appropriate "
        "instructions.",
    )


def _prayer(matter: Matter) -> tuple[PrayerItem, ...]:
    """The writ rests on the counts in reserve, a report on all counts, every other item on the statute."""
    cite, duties = citations(matter.law), [duty.id for duty in matter.case.duties]
    statute, reserve, either = (
        prayer(matter, dict.fromkeys(duties, counts), cite)
        for counts in (CountRefs((_HEARING,)), CountRefs((_WITHHELD, _RESERVE)),
                       CountRefs((_HEARING,), (_WITHHELD, _RESERVE)))
    )
    if not matter.case.relief:
        return statute
    rests = {ReliefKind.WRIT: reserve, ReliefKind.REPORT: either, ReliefKind.RETAIN: either}
    return tuple(
        rests.get(matter.case.relief[index].kind, statute)[n] for n, index in enumerate(asked(matter))
    )
