"""Who is to be served: names, addresses, and the rule that says so.

A state court may want an office served besides the officer who is sued; the forum names it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.case import Capacity, NotApplicable, Respondent, RespondentType, known
from drafter.checks.matter import Matter
from drafter.context.heading import federal
from drafter.context.passages import fact_text
from drafter.context.persons import capacity, court_words, greeted, respondent_name
from drafter.law.texts import cite_text, fill
from drafter.wording.text import Blank, Text

# As the United States Government Manual has it; the memo has every address checked on filing day.
_ATTORNEY_GENERAL = "950 Pennsylvania Avenue NW, Washington, DC 20530"
_IN_CARE = re.compile(r"(?:in )?care of .*\b(?:counsel|attorney|lawyer)\b|c/o\b", re.IGNORECASE)
_DISTRICT = "United States District Court for the "


@dataclass(frozen=True, slots=True)
class Recipient:
    """One who is served."""

    name: Text  # with the office
    called: Text  # in a salutation
    address: Text
    party: bool  # whether a respondent, not an office served for the United States
    rule: Text  # under which this one is served, in a federal court
    counsel: bool = False  # whether the address is that of a lawyer who appears for this one


def recipients(matter: Matter) -> tuple[Recipient, ...]:
    """Respondents and, in a federal court, the two offices that are served for the United States.

    The United States as a respondent is served through those two offices alone.
    """
    named = [
        Recipient(
            name=Text.of(respondent_name(one, index), capacity(one, index)),
            called=Text.of("Counsel") if one.type is RespondentType.AGENCY or _by_counsel(one)
            else greeted(one, index),
            address=fact_text(one.address, "business address", f"respondents.{index}.address",
                              "paralegal"),
            party=True,
            rule=_rule(matter, "(2)" if one.capacity is Capacity.OFFICIAL else "(3)"),
            counsel=_by_counsel(one),
        )
        for index, one in enumerate(matter.case.respondents)
        if one.type is not RespondentType.UNITED_STATES
    ]
    return (*_united_states(matter), *named, *_beside(matter), *_below(matter))


def _by_counsel(one: Respondent) -> bool:
    address = known(one.address)
    return address is not None and bool(_IN_CARE.match(address))


def _beside(matter: Matter) -> tuple[Recipient, ...]:
    """The office served besides the officer, as the forum has it or as the case names it."""
    part = matter.case.forum
    if matter.vehicle != "state-petition" or isinstance(part.also_served, NotApplicable):
        return ()
    named = known(part.also_served)
    return tuple(
        Recipient(
            name=Text.of(named) if named else fill(one.name, matter.law, court_words(matter)),
            called=Text.of(one.called),
            address=fact_text(part.also_served_address, "address of the office served besides",
                              "forum.also_served_address", "paralegal"),
            party=False,
            rule=fill(one.rule, matter.law, {}),
        )
        for one in matter.forum.also_served
    )


def _below(matter: Matter) -> tuple[Recipient, ...]:
    """The other parties of the proceeding below, and the trial judge, who has a copy."""
    below = matter.case.proceeding
    if below is None or matter.vehicle != "appellate-petition":
        return ()
    others = tuple(
        Recipient(Text.of(one.name), Text.of("Counsel"),
                  Text.of(Blank(f"address of {one.name}", f"real_parties.{n}", "paralegal")),
                  party=True, rule=_rule(matter, ""), counsel=True)
        for n, one in enumerate(matter.case.real_parties)
    )
    judge = fact_text(below.judge, "trial judge", "proceeding.judge", "counsel")
    address = fact_text(below.judge_address, "address of the trial judge",
                        "proceeding.judge_address", "paralegal")
    return (*others, Recipient(Text.of(judge, " (copy for the trial judge)"), judge, address,
                               party=False, rule=Text()))


def _rule(matter: Matter, part: str) -> Text:
    """The rule on service, in a trial court to the part for one kind of recipient."""
    if matter.vehicle == "appellate-petition":
        return cite_text(matter.law.authorities["frap-21-a-1"])
    if not federal(matter):
        return Text()
    return Text.of(cite_text(matter.law.authorities["frcp-4-i"]), part)


def _united_states(matter: Matter) -> tuple[Recipient, ...]:
    if not federal(matter):
        return ()
    district = matter.forum.name.removeprefix(_DISTRICT)
    return (
        Recipient(
            name=Text.of(f"Civil-Process Clerk, Office of the United States Attorney for the "
                         f"{district}"),
            called=Text.of("Civil-Process Clerk"),
            address=Text.of(Blank("address of the United States attorney", "", "paralegal")),
            party=False,
            rule=_rule(matter, "(1)(A)"),
        ),
        Recipient(
            name=Text.of("Attorney General of the United States, U.S. Department of Justice"),
            called=Text.of("Attorney General"),
            address=Text.of(_ATTORNEY_GENERAL),
            party=False,
            rule=_rule(matter, "(1)(B)"),
        ),
    )
