"""The words of the state petition for a writ of mandamus."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.case import Case, Duty, PartyType, ReliefKind, known
from drafter.checks.matter import Matter
from drafter.checks.reading import words_of
from drafter.context.counts import (
    DutyWords,
    duty_words,
    labels,
    no_duty,
    state_counts,
)
from drafter.context.passages import (
    Paragraph,
    day_text,
    fact_text,
    ref_range,
    refs,
    statement_text,
)
from drafter.context.persons import (
    court_words,
    petitioner_short,
    short_name,
    stated,
)
from drafter.context.pleading import Pleading, pleading
from drafter.context.prayer import PrayerItem, actors, command, prayed, prayer
from drafter.context.voice import Voice
from drafter.law.texts import fill
from drafter.wording.dates import clock
from drafter.wording.grammar import capitalise, series
from drafter.wording.marks import inline
from drafter.wording.text import Blank, Mark, Ref, Text


@dataclass(frozen=True, slots=True)
class CountWords:
    """One count: the duty, that it is owed, how it was neglected, and the act required."""

    mark: Text
    title: Text
    cite: Text
    incorporates: Text
    alternative: Text
    owes: Text
    evidence: tuple[Paragraph, ...]
    discrete: tuple[Paragraph, ...]
    neglect: tuple[Paragraph, ...]
    act: Text
    elements: Text  # where each element of the writ is pleaded for this count


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionContext(Pleading):
    """Everything the state petition's template may print."""

    title: Text
    subtitle: Text
    many_acts: bool
    asks: Text
    not_asked: Text
    jurisdiction: tuple[Paragraph, ...]
    notice: Text
    venue: tuple[Paragraph, ...]
    real_parties: tuple[Paragraph, ...]
    status_reserved: Text
    duties: tuple[DutyWords, ...]
    owed: tuple[Paragraph, ...]
    able: Text
    no_judgment: tuple[Paragraph, ...]
    counts: tuple[CountWords, ...]
    prayer: tuple[PrayerItem, ...]


def petition(matter: Matter, draft_mark: str) -> PetitionContext:
    """The words of the state petition for a matter.

    Args:
        matter: case, law and as-of date.
        draft_mark: the line in the header.
    """
    matter = prayed(matter)
    common = pleading(matter, draft_mark)
    case, us, cite = matter.case, common.us, common.cite
    duties = tuple(duty_words(matter, n, us) for n in range(len(case.duties))) or (no_duty(us),)
    return PetitionContext(
        **common.shared,
        title=stated(matter.forum, "title", fill(matter.forum.title, matter.law, labels(us))),
        subtitle=fill(matter.forum.subtitle, matter.law, labels(us)),
        many_acts=sum(r.kind is ReliefKind.WRIT for r in case.relief) > 1,
        asks=_asks(case),
        not_asked=series([d.not_asked for d in duties if d.not_asked], "or"),
        jurisdiction=_jurisdiction(matter, us),
        notice=_notice(matter, us),
        venue=_venue(matter, us),
        real_parties=tuple(
            Paragraph(Text.of(Mark(f"real-party-{p.id}"), inline(p.name),
                              " is a real party in interest. ", inline(p.interest)))
            for p in case.real_parties
        ),
        status_reserved=_status_reserved(case, us),
        duties=duties,
        owed=tuple(p for d in duties for p in d.owed),
        able=_able(case),
        no_judgment=tuple(p for d in duties for p in d.no_judgment),
        counts=_counts(matter, us, duties, _last_mark(case)),
        prayer=prayer(matter, state_counts(matter), cite),
    )


def _asks(case: Case) -> Text:
    """``order Sheriff X, within two hours ..., to release ...``, for the first item of the writ."""
    index = next((n for n, r in enumerate(case.relief) if r.kind is ReliefKind.WRIT), None)
    if index is None:
        return Text.of("order ", Blank("officer, act and deadline", "relief", "counsel"))
    return Text.of("order ", actors(case, case.relief[index], full=True), ", ",
                   command(case, index))


def _jurisdiction(matter: Matter, us: Voice) -> tuple[Paragraph, ...]:
    forum = matter.forum
    if not forum.jurisdiction:
        blank = Blank("authority of the court to issue the writ", "forum.court", "counsel")
        return (Paragraph(Text.of(Mark("jurisdiction"), "The Court has jurisdiction under ",
                                  blank, ".")),)
    return tuple(
        Paragraph(Text.of(Mark("jurisdiction" if n == 0 else f"jurisdiction-{n + 1}"),
                          fill(text, matter.law, _forum_words(matter, us))))
        for n, text in enumerate(forum.jurisdiction)
    )


def _forum_words(matter: Matter, us: Voice) -> dict[str, Text]:
    return labels(us) | court_words(matter)


def _notice(matter: Matter, us: Voice) -> Text:
    """Service of the petition and notice before it is presented, where the forum wants it."""
    if not matter.forum.notice_before_application:
        return Text()
    forum = matter.case.forum
    when = day_text(forum.hearing_on, "date of intended application", "forum.hearing_on", "counsel")
    hour = known(forum.hearing_at)
    at = Text.of(clock(hour)) if hour else fact_text(
        None if hour is None else "", "hour", "forum.hearing_at", "counsel")
    return Text.of(
        Mark("notice"), f"Before this {us.paper} is presented, ",
        series([short_name(r, n) for n, r in enumerate(matter.case.respondents)] or
               [Text.of(us.respondents)]),
        " will be served with a copy of it and with notice of the intended application, and proof of "
        "that service will be filed. The notice names ", when, ", at ", at,
        ", as the time of application.",
    )


def _venue(matter: Matter, us: Voice) -> tuple[Paragraph, ...]:
    case = matter.case
    rule = fill(matter.forum.venue, matter.law, _forum_words(matter, us))
    if not rule or "venue" in matter.forum.unconfirmed:
        rule = Text.of(Blank("venue statute and subdivision: attorney to confirm", "", "counsel"))
    if not case.forum.venue:
        because = Text.of("Venue lies in this county because ",
                          Blank("fact that fixes venue", "forum.venue", "counsel"), ".")
    else:
        because = Text.of(*(
            part for n, one in enumerate(case.forum.venue)
            for part in (" " if n else "",
                         statement_text(case, one.because, f"forum.venue.{n}.because"))))
    stop = "" if rule.plain.endswith((".", "]")) else "."
    return (Paragraph(Text.of(Mark("venue-0"), because, " ", rule, stop)),)


_CITIZEN = re.compile(r"\bcitizen\b", re.IGNORECASE)


def _status_reserved(case: Case, us: Voice) -> Text:
    if case.moa is None or all(p.type is PartyType.ORGANIZATION for p in case.petitioners):
        return Text()
    if any(_CITIZEN.search(words_of(one.about)) for one in case.petitioners):
        return Text()  # what is pleaded is not reserved
    who = f"any {us.petitioner}" if us.many_petitioners else us.petitioner
    return Text.of(
        Mark("status-reserved"), f"Nothing in this {us.paper} states or concedes the citizenship or "
        f"immigration status of {who}. The Court need not decide it to grant the writ.",
    )


def _able(case: Case) -> Text:
    """``The duty falls to Sheriff X, as paragraph 12 shows``: who can act, and where it is said."""
    owing = {one for duty in case.duties for one in duty.owed_by}
    indices = [n for n, r in enumerate(case.respondents) if r.id in owing or not owing]
    falls = "The duties fall to " if len(case.duties) > 1 else "The duty falls to "
    if not indices:
        return Text.of(falls, Blank("officer with power over the act", "respondents", "counsel"))
    names = series([short_name(case.respondents[n], n) for n in indices])
    where = refs([f"respondent-{case.respondents[n].id}" for n in indices])
    return Text.of(falls, names, ", as ", where, " show" if len(indices) > 1 else " shows")


def _last_mark(case: Case) -> str:
    """The mark of the last paragraph before the counts: the last of the other remedies."""
    pleaded = [n for n, r in enumerate(case.remedies_not_tried) if r.plead]
    if pleaded:
        return f"remedy-not-tried-{pleaded[-1]}"
    tried = [r.id for r in case.remedies if r.inadequate]
    return f"remedy-{tried[-1]}" if tried else "remedy-none"


def _counts(
    matter: Matter, us: Voice, duties: tuple[DutyWords, ...], last: str
) -> tuple[CountWords, ...]:
    main = [n for n, d in enumerate(duties) if not d.alternative]
    pleaded: list[CountWords] = []
    for n, words in enumerate(duties):
        duty = matter.case.duties[n] if matter.case.duties else None
        alternative = Text()
        if words.alternative and main:
            counts = series([Text.of(Ref(f"count-{m + 1}")) for m in main])
            alternative = Text.of(
                Mark(f"count-{n + 1}-alternative"),
                f"{us.petitioners} {us.say.plead} this Count in the alternative to ", counts, ".",
            )
        pleaded.append(CountWords(
            mark=Text.of(Mark(f"count-{n + 1}")),
            title=Text.of(_named(matter, alternative=words.alternative), ": ", words.title),
            cite=words.cite,
            incorporates=Text.of(
                Mark(f"count-{n + 1}-incorporated"),
                f"{us.petitioners} {us.say.incorporate} paragraphs ", Ref("summary-1"), " through ",
                Ref(last), ".",
            ),
            alternative=alternative,
            owes=Text.of(Mark(f"count-{n + 1}-owed"), capitalise(_owes(matter.case, duty, us)),
                         " the duty stated in paragraph ", words.ref, "."),
            evidence=words.evidence,
            discrete=words.discrete,
            neglect=words.neglect,
            act=Text.of(Mark(f"count-{n + 1}-act"), "The act required is to ", words.act, ".",
                        _due(duty, n)),
            elements=_elements(matter, us, words, n, last),
        ))
    return tuple(pleaded)


def _elements(matter: Matter, us: Voice, words: DutyWords, index: int, last: str) -> Text:
    """The count's own words on right, duty and other remedies, with the paragraphs that show them."""
    if not matter.case.duties:
        return Text()
    id_ = words.id
    owed = refs([f"owed-{id_}-{n + 1}" for n in range(len(words.owed))])
    duty = refs([f"duty-{id_}",
                 *(f"judgment-{id_}-{n + 1}" for n in range(len(words.no_judgment)))])
    names = _owing(matter.case, matter.case.duties[index])
    who = capitalise(series(names)) if names else Text.of(us.respondent)
    return Text.of(
        Mark(f"count-{index + 1}-elements"), f"{us.petitioners} {us.say.have} a clear right to that act, "
        "as ", owed, " shows. " if len(words.owed) == 1 else " show. ", who,
        " has" if len(names) < 2 else " have", " a clear duty to do it, as ", duty,
        " show" if words.no_judgment else " shows", ". No other adequate remedy exists, as ",
        ref_range("no-remedy", last), " show.",
    )


def _named(matter: Matter, *, alternative: bool) -> str:
    """``Mandamus`` or ``In the alternative, mandamus``: the claim that a count makes."""
    writ = matter.forum.writ
    return f"In the alternative, {writ}" if alternative else writ[0].upper() + writ[1:]


def _owing(case: Case, duty: Duty | None) -> list[Text]:
    """The respondents who owe a duty; all of them where it names none."""
    owing = set(duty.owed_by) if duty else set()
    return [short_name(r, n) for n, r in enumerate(case.respondents)
            if r.id in owing or not owing]


def _owes(case: Case, duty: Duty | None, us: Voice) -> Text:
    names = _owing(case, duty)
    who = series(names) if names else Text.of(us.respondent)
    owed = set(duty.owed_to) if duty else set()
    whom = [Text.of(petitioner_short(p)) for p in case.petitioners if p.id in owed]
    to: Text | str = series(whom) if whom else (
        f"each {us.petitioner}" if us.many_petitioners else us.petitioner)
    return Text.of(who, " owes " if len(names) < 2 else " owe ", to)


def _due(duty: Duty | None, index: int) -> Text:
    if duty is None or known(duty.due) is None:
        return Text()
    return Text.of(" It is due ", fact_text(duty.due, "when due", f"duties.{index}.due"), ".")
