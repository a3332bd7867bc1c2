"""The words of the federal complaint (APA and, in the alternative, mandamus)."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.case import (
    Level,
    RespondentType,
    Venue,
    VenueProng,
    known,
)
from drafter.checks.matter import Matter
from drafter.checks.reading import touches_immigration
from drafter.context.authorities import quotations
from drafter.context.counts import (
    ORDINALS,
    DutyWords,
    count_duties,
    duty_words,
    federal_counts,
    no_duty,
)
from drafter.context.delay import considerations, measured
from drafter.context.passages import (
    Paragraph,
    day_text,
    ref_range,
    refs,
    statement_text,
)
from drafter.context.persons import (
    short_name,
    surname_of,
)
from drafter.context.pleading import Pleading, pleading
from drafter.context.prayer import PrayerItem, orders_asked, prayed, prayer
from drafter.context.voice import Voice
from drafter.law.texts import fill
from drafter.wording.grammar import capitalise, count_words, series
from drafter.wording.marks import inline
from drafter.wording.text import Blank, Cite, Mark, Ref, Text

_PRONGS = {
    VenueProng.DEFENDANT_RESIDES: "(A)",
    VenueProng.EVENTS: "(B)",
    VenueProng.PLAINTIFF_RESIDES: "(C)",
}


@dataclass(frozen=True, slots=True)
class MoaWords:
    """The agreement as the introduction names it."""

    agency: Text
    signed: Text
    cite: Text


@dataclass(frozen=True, slots=True)
class ApaCount:
    """A count under the review provisions: action withheld, or action delayed."""

    mark: Text
    title: Text
    under: Text  # the provision that gives the claim
    cites: Text
    incorporates: Text
    alternative: Text  # that it is pleaded in the alternative, and to what
    duties: tuple[DutyWords, ...]
    delay: Text
    considerations: tuple[Paragraph, ...]
    aggrieved: Text
    against: Text  # whom the count is brought against


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintContext(Pleading):
    """Everything the complaint's template may print."""

    title: Text
    subtitle: Text
    quote: dict[str, Text]
    has_moa: bool
    immigration: bool
    moa: MoaWords
    lead: DutyWords
    asks: Text
    asks_also: tuple[Text, ...]
    arises_under: Text
    officers: Text
    officers_named: Text
    acts: Text
    venue: tuple[Paragraph, ...]
    nonparties: Text
    duties: tuple[DutyWords, ...]
    counts: tuple[ApaCount, ...]
    not_asked: Text
    able: Text
    owed: tuple[Paragraph, ...]
    no_judgment: tuple[Paragraph, ...]
    prayer: tuple[PrayerItem, ...]


def complaint(matter: Matter, draft_mark: str) -> ComplaintContext:
    """The words of the complaint for a matter.

    Args:
        matter: case, law and as-of date.
        draft_mark: the line in the header.
    """
    matter = prayed(matter)
    common = pleading(matter, draft_mark)
    case, us, cite = matter.case, common.us, common.cite
    duties = tuple(duty_words(matter, n, us) for n in range(len(case.duties)))
    lead = duties[0] if duties else no_duty(us)
    orders = orders_asked(case, us.respondent)
    return ComplaintContext(
        **common.shared,
        title=Text.of("VERIFIED " if case.verification else "",
                      fill(matter.forum.title, matter.law, {})),
        subtitle=fill(matter.forum.subtitle, matter.law, {}),
        quote=quotations(matter.law),
        has_moa=case.moa is not None,
        immigration=touches_immigration(matter),
        moa=_moa(matter),
        lead=lead,
        asks=orders[0],
        asks_also=orders[1:],
        arises_under=cites_of(duties or (lead,)),
        officers=_officers(matter),
        officers_named=_officers_named(matter, us),
        acts=_acts(duties) or lead.act,
        venue=_venue(matter, cite),
        nonparties=_nonparties(matter, us),
        duties=duties or (lead,),
        counts=_apa_counts(matter, us, duties or (lead,), cite),
        not_asked=series([d.not_asked for d in duties if d.not_asked], "or"),
        able=Text.of(_able(matter), _undone(matter)),
        owed=tuple(p for d in duties or (lead,) for p in d.owed),
        no_judgment=tuple(p for d in duties for p in d.no_judgment),
        prayer=prayer(matter, federal_counts(matter, duties), cite),
    )


def _moa(matter: Matter) -> MoaWords:
    moa = matter.case.moa
    if moa is None:
        return MoaWords(Text(), Text(), Text())
    signed = day_text(moa.signed_on, "date of signature", "moa.signed_on", "the agency")
    cite = Text.of(" (", Cite(moa.exhibit, moa.signature_page or ""), ".)") if moa.exhibit else Text()
    return MoaWords(inline(moa.agency), signed, cite)


def _federal_officers(matter: Matter) -> list[int]:
    return [
        n for n, r in enumerate(matter.case.respondents)
        if r.level is Level.FEDERAL and r.type is RespondentType.OFFICER
    ]


def _officers(matter: Matter) -> Text:
    n = len(_federal_officers(matter))
    if n == 0:
        return Text.of(Blank("officer of the United States", "respondents", "counsel"))
    return Text.of("an officer of the United States" if n == 1 else
                   f"{count_words(n)} officers of the United States")


def _officers_named(matter: Matter, us: Voice) -> Text:
    indices = _federal_officers(matter)
    if not indices:
        return Text.of(us.respondent, " ", Blank("officer", "respondents", "counsel"))
    sued = [(matter.case.respondents[n], n) for n in indices]
    if any(known(one.name) is None for one, _ in sued):  # a title takes no label before it
        return series([short_name(one, n) for one, n in sued])
    label = us.respondent if len(indices) == 1 else f"{us.respondent}s"
    return Text.of(label, " ", series([surname_of(one, n) for one, n in sued]))


def _acts(duties: tuple[DutyWords, ...]) -> Text:
    acts = [Text.of("to ", d.act) for d in duties if d.act]
    return series(acts) if acts else Text()


def _venue(matter: Matter, cite: dict[str, Text]) -> tuple[Paragraph, ...]:
    prongs = matter.case.forum.venue
    if not prongs:
        blank = Blank("prong of the venue statute and the fact that meets it", "forum.venue",
                      "counsel")
        return (Paragraph(Text.of(Mark("venue-0"), "Venue is proper under ",
                                  cite["usc_28_1391_e_1"], " because ", blank, ".")),)
    return tuple(_prong(matter, n, prong, cite) for n, prong in enumerate(prongs))


def _prong(matter: Matter, n: int, prong: Venue, cite: dict[str, Text]) -> Paragraph:
    letter = _PRONGS.get(prong.prong, "")
    return Paragraph(
        Text.of(Mark(f"venue-{n}"), "Venue is also proper under " if n else "Venue is proper under ",
                cite["usc_28_1391_e_1"], f"{letter}. ",
                statement_text(matter.case, prong.because, f"forum.venue.{n}.because"))
    )


def _nonparties(matter: Matter, us: Voice) -> Text:
    moa = matter.case.moa
    if moa is None or any(r.level is not Level.FEDERAL for r in matter.case.respondents):
        return Text()
    return Text.of(
        Mark("nonparties"), "The ", inline(moa.agency), " and its officers are not parties. "
        f"{us.petitioners} {us.say.seek} no relief against them.",
    )


def _apa_counts(
    matter: Matter, us: Voice, duties: tuple[DutyWords, ...], cite: dict[str, Text]
) -> tuple[ApaCount, ...]:
    """The two claims have different tests, so each that the duties support has its own count."""
    counts: list[ApaCount] = []
    several = sum(not one.delayed for one in duties) > 1
    for mark, own in count_duties(duties):
        delayed = own[0].delayed
        title = Text.of("Agency Action Unreasonably Delayed" if delayed
                        else "Agency Action Unlawfully Withheld")
        counts.append(ApaCount(
            mark=Text.of(Mark(mark)),
            title=Text.of(title, ": ", own[0].title) if several and not delayed else title,
            against=_against(matter, own, us),
            under=cite["usc_5_706_1"],
            cites=cites_of(own),
            incorporates=incorporates(mark, us),
            alternative=Text(),
            duties=own,
            delay=measured(matter) if delayed else Text(),
            considerations=considerations(matter, own, us, delayed=delayed),
            aggrieved=Text.of(
                Mark(f"{mark}-aggrieved"), f"The failure to act affects {us.petitioners} adversely, "
                "in the ways described in ", _affected(matter), ". ", cite["usc_5_702"], ".",
                protected(matter, own, us),
            ),
        ))
    return tuple(counts)


def everyone(us: Voice) -> Text:
    """``All Defendants``, or ``Defendant``: a count against everyone who is sued."""
    return Text.of("All " if us.many_respondents else "", us.respondents)


def _against(matter: Matter, duties: tuple[DutyWords, ...], us: Voice) -> Text:
    """The officers who owe the duties of a count, and every agency that is sued with them."""
    ids = {one.id for one in duties}
    owing = {name for duty in matter.case.duties if duty.id in ids for name in duty.owed_by}
    officers = _federal_officers(matter)
    sued = [n for n, one in enumerate(matter.case.respondents)
            if one.id in owing or n not in officers]
    if not owing or len(sued) == len(matter.case.respondents):
        return everyone(us)
    return series([short_name(matter.case.respondents[n], n) for n in sued])


def protected(matter: Matter, duties: tuple[DutyWords, ...], us: Voice) -> Text:
    """That the interests are those which the source of the duty protects, and where it is said."""
    ids = {d.id for d in duties}
    marks = [f"owed-{d.id}-{n + 1}" for d in matter.case.duties if d.id in ids
             for n in range(len(d.owed))]
    if not marks:
        return Text()
    shows = ", incorporated here, shows" if len(marks) == 1 else ", incorporated here, show"
    return Text.of(f" {us.petitioners} {us.say.be} within the zone of interests of ",
                   cites_of(duties), ", as ", refs(marks), shows, ".")


def incorporates(mark: str, us: Voice, *, others: bool = False) -> Text:
    """The paragraph with which a count takes up all that comes before the counts.

    Args:
        mark: of the count.
        us: how parties are called.
        others: whether the count leans on paragraphs of other counts, which it names itself.
    """
    also = " and the paragraphs of other Counts that this Count names" if others else ""
    return Text.of(Mark(f"{mark}-incorporated"), f"{us.petitioners} {us.say.incorporate} paragraphs ",
                   Ref("intro-law"), " through ", Ref("efforts-end"), f"{also}.")


def cites_of(duties: tuple[DutyWords, ...]) -> Text:
    """The sources of the duties of a count, each once."""
    return series(list({one.plain: one for d in duties for one in d.cites}.values()))


def _affected(matter: Matter) -> Text:
    ids = [h.id for h in matter.case.harms if not h.redress]
    if not ids:
        return Text.of("paragraph ", Blank("paragraph on harm", "harms", "counsel"))
    return ref_range(ids[0], ids[-1]) if len(ids) > 2 else refs(ids)


def _able(matter: Matter) -> Text:
    """Who owes each duty, and where it is said: ``The duty falls to Director Testfield, as ...``."""
    indices = _federal_officers(matter)
    case = matter.case
    if not indices:
        return Text.of("The duty falls to ", Blank("officer with power over the act", "respondents", "counsel"), ".")
    where = refs([f"respondent-{case.respondents[n].id}" for n in indices])
    shown = Text.of(", as ", where, " show." if len(indices) > 1 else " shows.")
    owing = [[n for n in indices if case.respondents[n].id in duty.owed_by] for duty in case.duties]
    apart = all(owing) and len({tuple(one) for one in owing}) > 1
    if not apart or len(owing) > len(ORDINALS) or any(one.alternative for one in case.duties):
        verb = "The duties fall to " if len(case.duties) > 1 else "The duty falls to "
        return Text.of(verb, series([short_name(case.respondents[n], n) for n in indices]), shown)
    each = [Text.of(f"the {which} ", "falls to " if n == 0 else "to ",
                    series([short_name(case.respondents[m], m) for m in whose]))
            for n, (which, whose) in enumerate(zip(ORDINALS, owing, strict=False))]
    return Text.of(capitalise(series(each)), shown)


def _undone(matter: Matter) -> Text:
    """That the acts have not been done, and where it is said; empty where no duty tells it."""
    told = [
        [f"neglect-{duty.id}-{n + 1}" for n in range(len(duty.neglect))]
        for duty in matter.case.duties if duty.neglect
    ]
    if not told:
        return Text()
    acts = "The acts have" if len(matter.case.duties) > 1 else "The act has"
    where = series([ref_range(one[0], one[-1]) if len(one) > 2 else refs(one) for one in told])
    show = "shows" if [len(one) for one in told] == [1] else "show"
    return Text.of(f" {acts} not been done, as ", where, f" {show}.")
