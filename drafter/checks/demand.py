"""DEM: was the act demanded, and what came of it?"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.case import Channel, Demand, NotApplicable, known
from drafter.checks.matter import Matter
from drafter.checks.naming import called
from drafter.checks.registry import Finding, Severity, check
from drafter.wording.dates import long_date

RECENT_DAYS = 14


def _made(matter: Matter) -> Iterator[tuple[int, Demand]]:
    """Demands that were made; an entry that only gives an excuse is none."""
    for n, demand in enumerate(matter.case.demands):
        if demand.excuse is None:
            yield n, demand


def _name(demand: Demand) -> str:
    day = known(demand.made_on)
    return f'"{demand.id}"' if day is None else f"of {long_date(day)}"


@check(
    "DEM001",
    Severity.STOP,
    message="No demand is recorded, and no reason why none was needed. Send a dated written demand "
    "to the officer, or plead with facts why it would have been in vain.",
    sources=("usc-5-555-b", "kerr-v-us-district-court"),
)
def no_demand(matter: Matter) -> Iterator[Finding]:
    """A writ compels what was asked for and not done.

    Fires when the case lists no demand; an entry with an excuse counts as one. A demand that
    was never answered is still a demand: DEM008 speaks to that.
    """
    if not matter.case.demands:
        yield Finding("demands")


@check(
    "DEM002",
    Severity.REVIEW,
    message="The demand {detail} has no date. Give the day it went out.",
    sources=("usc-5-555-b",),
)
def undated(matter: Matter) -> Iterator[Finding]:
    """A demand counts from its day.

    Fires for a demand without an excuse whose day is not known. An event without a day is
    TIM004's matter.
    """
    for n, demand in _made(matter):
        if known(demand.made_on) is None:
            yield Finding(f"demands.{n}.made_on", _name(demand))


@check(
    "DEM003",
    Severity.STOP,
    message="The demand {detail} is dated after the day of this draft. A demand comes before suit; "
    "correct the day, or wait.",
    sources=("frcp-11",),
)
def demand_after_filing(matter: Matter) -> Iterator[Finding]:
    """A demand made after filing shows no refusal before it.

    Fires when the demand, its delivery or its answer lies after the day of the draft. Events
    and other steps that lie ahead are TIM001's matter.
    """
    for n, demand in _made(matter):
        for field in ("made_on", "delivered_on", "answered_on"):
            day = known(getattr(demand, field))
            if day is not None and day > matter.as_of:
                yield Finding(f"demands.{n}.{field}", _name(demand))


@check(
    "DEM004",
    Severity.REVIEW,
    message="The time given for an answer to the demand {detail} has not run out and no answer is "
    "recorded. Wait, or say why waiting is not reasonable.",
    sources=("usc-5-555-b", "usc-5-706-1"),
)
def answer_date_ahead(matter: Matter) -> Iterator[Finding]:
    """Silence is a refusal only when the time to speak has passed.

    Fires when ``answer_by`` is the day of the draft or later and no answer is recorded. A young
    demand that set no time is DEM005's matter.
    """
    for n, demand in _made(matter):
        day = known(demand.answer_by)
        if day is not None and day >= matter.as_of and known(demand.answered_on) is None:
            yield Finding(f"demands.{n}.answer_by", _name(demand))


@check(
    "DEM005",
    Severity.REVIEW,
    message="The demand {detail} is less than 14 days old and is not refused. Delay may look unripe; "
    "say why waiting longer is not reasonable.",
    sources=("usc-5-706-1", "trac-v-fcc"),
)
def too_recent(matter: Matter) -> Iterator[Finding]:
    """A demand needs time to be answered.

    Fires for a demand of the last 14 days that was not refused. One whose own time for an
    answer still runs is DEM004's matter as well.
    """
    for n, demand in _made(matter):
        day = known(demand.made_on)
        if day is None or demand.refused:
            continue
        if 0 <= (matter.as_of - day).days < RECENT_DAYS:
            yield Finding(f"demands.{n}.made_on", _name(demand))


@check(
    "DEM006",
    Severity.REVIEW,
    message='No demand was addressed to anyone who owes the duty "{detail}". Write to the officer '
    "who can do the act, or plead why no demand was needed.",
    sources=("usc-28-1361", "usc-5-555-b"),
)
def demand_to_another(matter: Matter) -> Iterator[Finding]:
    """The one who must act is the one to be asked.

    Fires when demands are listed and none with an addressee reaches a respondent who owes the
    duty. An entry that gives an excuse speaks for all duties.
    """
    demands = matter.case.demands
    if not demands or any(demand.excuse for demand in demands):
        return
    asked = {name for demand in demands for name in demand.to}
    for n, duty in enumerate(matter.case.duties):
        if duty.owed_by and asked.isdisjoint(duty.owed_by):
            yield Finding(f"duties.{n}.owed_by", called(duty))


@check(
    "DEM007",
    Severity.REVIEW,
    message="Nothing shows the demand {detail}. Attach the letter and the proof that it was sent.",
    sources=("frcp-11",),
)
def demand_unproved(matter: Matter) -> Iterator[Finding]:
    """A demand is proved by its paper.

    Fires for a demand without sources. Silence that nobody swears to is DEM009's matter.
    """
    for n, demand in _made(matter):
        if not demand.sources:
            yield Finding(f"demands.{n}.sources", _name(demand))


@check(
    "DEM008",
    Severity.REVIEW,
    message="What came of the demand {detail} is not recorded. Give the answer and its day, or record "
    "that none came.",
    sources=("usc-5-555-b",),
)
def outcome_unknown(matter: Matter) -> Iterator[Finding]:
    """Each demand ends in an answer or in a silence that is pleaded.

    Fires when no day and no words of an answer are recorded, ``answered_on`` does not say
    that none came, and nothing is named that shows it. Silence that nobody swears to is DEM009's matter.
    """
    for n, demand in _made(matter):
        silent = isinstance(demand.answered_on, NotApplicable) or demand.no_answer_sources
        answered = known(demand.answered_on) is not None or demand.answer or demand.refused
        if not silent and not answered:
            yield Finding(f"demands.{n}.answered_on", _name(demand))


@check(
    "DEM009",
    Severity.REVIEW,
    message="That no answer came to the demand {detail} rests on nothing. Name who swears to it, or "
    "the paper that shows it.",
    sources=("frcp-11", "usc-28-1746"),
)
def silence_unproved(matter: Matter) -> Iterator[Finding]:
    """A silence is proved by the one who waited.

    Fires when ``answered_on`` says that no answer came and no source for that is named.
    """
    for n, demand in _made(matter):
        if isinstance(demand.answered_on, NotApplicable) and not demand.no_answer_sources:
            yield Finding(f"demands.{n}.no_answer_sources", _name(demand))


@check(
    "DEM010",
    Severity.REVIEW,
    message="What the demand {detail} asked for is not recorded. Give the act as it was asked; it "
    "should be the act of the duty.",
    sources=("usc-5-555-b",),
)
def asked_unknown(matter: Matter) -> Iterator[Finding]:
    """The act demanded and the act prayed for should be one.

    Fires for a demand whose ``asked`` is not known.
    """
    for n, demand in _made(matter):
        if known(demand.asked) is None:
            yield Finding(f"demands.{n}.asked", _name(demand))


@check(
    "DEM011",
    Severity.REVIEW,
    message="The demands were oral only. Send the demand in writing, with a date and proof of "
    "delivery.",
    sources=("usc-5-555-b",),
)
def oral_only(matter: Matter) -> Iterator[Finding]:
    """What is written can be shown.

    Fires when every demand that was made went by word of mouth. One written demand is enough.
    """
    channels = [known(demand.channel) for _, demand in _made(matter)]
    if channels and all(channel is Channel.ORAL for channel in channels):
        yield Finding("demands")


@check(
    "DEM012",
    Severity.INFO,
    message="The answer to the demand {detail} is recorded as no refusal. Say why it amounts to one, "
    "or plead delay.",
    sources=("usc-5-706-1", "usc-5-555-b"),
)
def no_refusal(matter: Matter) -> Iterator[Finding]:
    """An answer that neither does nor declines the act may still withhold it.

    Fires for a demand that was answered and whose ``refused`` is no. One that nobody answered
    is DEM008's or DEM009's matter.
    """
    for n, demand in _made(matter):
        if known(demand.answered_on) is not None and demand.refused is False:
            yield Finding(f"demands.{n}.refused", _name(demand))
