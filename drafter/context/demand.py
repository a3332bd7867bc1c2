"""A demand for the act, for a case that tells of none: what is known, the law, what is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.case import Case, Demand, Knowledge, Respondent, RespondentType, Statement, known
from drafter.checks.matter import Matter
from drafter.context.counts import DutyWords, duty_words, no_duty
from drafter.context.heading import Letterhead, court_name, letterhead, short_caption
from drafter.context.opening import OpeningFacts
from drafter.context.passages import day_text, placed
from drafter.context.persons import by_title, greeted, office, respondent_name
from drafter.context.settled import settled
from drafter.context.voice import Voice, voice
from drafter.wording.dates import long_date
from drafter.wording.grammar import capitalise, count_words, series
from drafter.wording.marks import inline, mentions
from drafter.wording.text import Blank, Text

_BREAKS = re.compile(r"\s*\n\s*")
_MOST_FACTS = 8
"""A demand is two pages at most; the opening paper tells the rest."""


@dataclass(frozen=True, slots=True)
class Officer:
    """One to whom the demand goes."""

    name: Text
    office: Text
    address: Text


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the letter, or an item of its list."""

    text: Text


@dataclass(frozen=True, slots=True)
class DemandContext:
    """Everything the template of the demand may print."""

    head: Letterhead
    officers: tuple[Officer, ...]
    matter_line: Text
    greeting: Text
    opening: Text
    facts: tuple[Passage, ...]
    contacts: tuple[Passage, ...]
    law: tuple[Passage, ...]
    acts: tuple[Passage, ...]
    court: Text
    petitioners: Text


def applies(matter: Matter) -> bool:
    """Whether the case tells of no demand and gives no reason why none was needed."""
    return not matter.case.demands and not matter.appellate


def demand(matter: Matter, opening: OpeningFacts, draft_mark: str) -> DemandContext:
    """The words of the demand letter.

    Args:
        matter: case, law and as-of date.
        opening: what the opening paper settled when it was printed.
        draft_mark: the line in the header.
    """
    case, us = matter.case, voice(matter.case, matter.forum)
    duties = tuple(duty_words(matter, n, us) for n in range(len(case.duties)))
    main = tuple(d for d in duties if not d.alternative) or duties or (no_duty(us),)
    names = [Text.of(one.name) for one in case.petitioners] or [
        Text.of(Blank("name of petitioner", "petitioners", "the client"))]
    return DemandContext(
        head=letterhead(matter, draft_mark),
        officers=_officers(case),
        matter_line=Text.of(f"{short_caption(case)}: demand for action"),
        greeting=_greeting(case),
        opening=_opening(case, us, series(names), len(main)),
        facts=_facts(case),
        contacts=_contacts(case),
        law=tuple(Passage(settled(_law(one), opening)) for one in main),
        acts=tuple(Passage(settled(Text.of(capitalise(one.act), "."), opening)) for one in main),
        court=court_name(matter),
        petitioners=series(names),
    )


def _owing(case: Case) -> list[tuple[int, Respondent]]:
    owing = {one for duty in case.duties for one in duty.owed_by}
    return [(n, r) for n, r in enumerate(case.respondents) if r.id in owing or not owing]


def _officers(case: Case) -> tuple[Officer, ...]:
    found = tuple(
        Officer(
            respondent_name(one, n),
            office(one, n) if one.type is RespondentType.OFFICER and not by_title(one) else Text(),
            _address(one, n),
        )
        for n, one in _owing(case)
    )
    return found or (Officer(
        Text.of(Blank("officer who can do the act", "respondents", "counsel")), Text(),
        Text.of(Blank("business address", "respondents", "paralegal"))),)


def _address(one: Respondent, index: int) -> Text:
    address = known(one.address)
    if address is not None:
        return inline(address)
    return Text.of(Blank("business address", f"respondents.{index}.address", "paralegal"))


def _greeting(case: Case) -> Text:
    names = [greeted(one, n) for n, one in _owing(case)]
    return series(names) if names else Text.of(Blank("officer", "respondents", "counsel"))


def _opening(case: Case, us: Voice, names: Text, many: int) -> Text:
    things = "one thing" if many == 1 else f"{count_words(many)} things"
    ask = f" to ask for {things} that the law requires"
    if case.pro_se:
        who = "We write" if us.many_petitioners else "I write"
        lead = Text.of(f"{who}{ask}")
    else:
        lead = Text.of("This office represents ", names, f" ({us.petitioners}). We write{ask}")
    return Text.of(lead, ", and for an answer in writing by ",
                   Blank("date for an answer", "demands", "counsel"), ".")


def _facts(case: Case) -> tuple[Passage, ...]:
    """The events in a few sentences, without exhibits.

    What points to a paragraph of the opening paper, and what is only believed, is left out.
    """
    found: list[Passage] = []
    for n, event in enumerate(case.events):
        said = [_plain(one, f"events.{n}.says.{k}") for k, one in enumerate(event.says)
                if not mentions(one.say)]
        if not said or event.knowledge is Knowledge.BELIEF:
            continue
        day = known(event.on)
        lead = f"{long_date(day)}: " if day is not None else ""
        found.append(Passage(Text.of(lead, *(
            part for k, one in enumerate(said) for part in (" " if k else "", one)))))
    return tuple(found[:_MOST_FACTS]) or (Passage(Text.of(
        Blank("what happened: date, place, who acted", "events", "the client"), ".")),)


def _plain(statement: Statement, field: str) -> Text:
    return placed(inline(_BREAKS.sub(" ", statement.say)), f"{field}.say")


def _contacts(case: Case) -> tuple[Passage, ...]:
    steps = tuple(
        Passage(Text.of(day_text(one.made_on, "date", f"remedies.{n}.made_on"), ": ",
                     inline(one.step)))
        for n, one in enumerate(case.remedies)
    )
    return steps + tuple(
        Passage(_earlier(one, n)) for n, one in enumerate(case.demands) if one.excuse is None
    )


def _earlier(one: Demand, index: int) -> Text:
    """A demand that the case tells of: a letter that follows it asks again."""
    field = f"demands.{index}"
    asked = known(one.asked)
    what = inline(asked) if asked is not None else Text.of(
        Blank("what was asked", f"{field}.asked", "counsel"))
    answered = known(one.answered_on)
    ended = ""
    if answered is not None:
        ended = f"; it was {'refused' if one.refused else 'answered'} on {long_date(answered)}"
    return Text.of(day_text(one.made_on, "date", f"{field}.made_on"),
                   ": a first demand" if index == 0 else ": a further demand",
                   " asked that ", what, ended, ".")


def _law(duty: DutyWords) -> Text:
    """``The law says: "…." Cite.``: words that break off before the stop get one."""
    words = duty.words
    if words.plain.endswith("”") and words.plain[-2:-1] not in ".?!":
        words = Text.of(*words.spans[:-1], ".”")
    return Text.of("The law says: ", words, " ", duty.cite, ".")
