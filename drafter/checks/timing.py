"""TIM: dates, delay and limits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from drafter.case import known
from drafter.checks.matter import Matter
from drafter.checks.naming import called
from drafter.checks.reading import (
    duty_authorities,
    is_federal,
    resting_on,
    years_before,
)
from drafter.checks.registry import Finding, Severity, check
from drafter.wording.dates import WEEKDAYS, echo, long_date

_HALF_YEAR = 180
_FRIDAY = 4


@check(
    "TIM001",
    Severity.STOP,
    message="{detail} lies after the day of this draft. Correct the day, or tell of it as something "
    "that is to come.",
    sources=("frcp-11",),
)
def ahead(matter: Matter) -> Iterator[Finding]:
    """A pleading tells what has happened.

    Fires when an event, a remedy, an answer to one, or a day of the agreement lies after the day
    of the draft. Demands are DEM003's, a hearing TIM006's matter.
    """
    case = matter.case
    days: list[tuple[str, dt.date | None]] = [
        (f"events.{n}.on", known(event.on)) for n, event in enumerate(case.events)
    ]
    for n, remedy in enumerate(case.remedies):
        days.append((f"remedies.{n}.made_on", known(remedy.made_on)))
        days.append((f"remedies.{n}.answered_on", known(remedy.answered_on)))
    if case.moa is not None:
        days.append(("moa.signed_on", known(case.moa.signed_on)))
        days.append(("moa.status_as_of", known(case.moa.status_as_of)))
    for path, day in days:
        if day is not None and day > matter.as_of:
            yield Finding(path, echo(day))


@check(
    "TIM002",
    Severity.INFO,
    message="An event stands after a later one: {detail}. If that is not meant, put the events in order "
    "of date, or give the second story a heading of its own.",
    sources=("frcp-8-a",),
)
def out_of_order(matter: Matter) -> Iterator[Finding]:
    """Facts are told in order of date.

    Fires for a dated event that is earlier than the dated one before it under the same heading.
    A new heading may begin a new story.
    """
    last: dt.date | None = None
    for n, event in enumerate(matter.case.events):
        if event.heading is not None:
            last = None
        day = known(event.on)
        if day is None:
            continue
        if last is not None and day < last:
            yield Finding(f"events.{n}.on", f"{long_date(day)} after {long_date(last)}")
        last = day


@check(
    "TIM003",
    Severity.INFO,
    message="The day {detail} is marked as approximate. If a record gives the day, use it.",
    sources=("frcp-11",),
)
def approximate(matter: Matter) -> Iterator[Finding]:
    """On or about is honest, and invites a question.

    Fires for an event marked ``about`` or told with loose words of time. An event with no time
    at all is TIM004's matter.
    """
    for n, event in enumerate(matter.case.events):
        day = known(event.on)
        if event.about and day is not None:
            yield Finding(f"events.{n}.about", long_date(day))
        elif event.when is not None:
            yield Finding(f"events.{n}.when", f'"{event.when}"')


@check(
    "TIM004",
    Severity.REVIEW,
    message='The event "{detail}" has no day. Find it, or say that none applies.',
    sources=("frcp-8-a",),
)
def undated(matter: Matter) -> Iterator[Finding]:
    """What happened, happened on a day.

    Fires for an event with no day and no words of time. A day that does not apply is said with
    not_applicable and stays silent.
    """
    for n, event in enumerate(matter.case.events):
        if event.on is None and event.when is None:
            yield Finding(f"events.{n}.on", called(event))


@check(
    "TIM005",
    Severity.REVIEW,
    message="An event of {detail} is more than six years old. Claims against the United States are "
    "barred after six years in general; check when this claim first arose.",
    sources=("usc-28-2401-a",),
)
def six_years(matter: Matter) -> Iterator[Finding]:
    """Old claims end.

    Fires in a federal forum for an event more than six years before the day of the draft. State
    limits differ; the forum's adverse points tell of those we hold.
    """
    if is_federal(matter):
        for n, event in enumerate(matter.case.events):
            day = known(event.on)
            if day is not None and day < years_before(matter.as_of, 6):
                yield Finding(f"events.{n}.on", long_date(day))


@check(
    "TIM006",
    Severity.STOP,
    message="The day of the hearing, {detail}, has passed or is the day of this draft. Set a new one, and "
    "serve notice of it again.",
    sources=("va-code-8-01-644",),
)
def hearing_past(matter: Matter) -> Iterator[Finding]:
    """A notice names a day that lies ahead.

    Fires when a hearing is set for the day of the draft or earlier. One that is set very soon
    is TIM007's matter.
    """
    day = known(matter.case.forum.hearing_on)
    if day is not None and day <= matter.as_of:
        yield Finding("forum.hearing_on", echo(day))


@check(
    "TIM007",
    Severity.REVIEW,
    message="The hearing is set for {detail}. Check that the court sits then, and that the other side has "
    "a reasonable time after service.",
    sources=("va-code-8-01-644",),
)
def hearing_soon(matter: Matter) -> Iterator[Finding]:
    """Notice must leave time to answer.

    Fires when the hearing lies within ten days of the draft, or on a Saturday or a Sunday. A
    hearing that is past is TIM006's matter.
    """
    day = known(matter.case.forum.hearing_on)
    if day is None or day <= matter.as_of:
        return
    if (day - matter.as_of).days <= 10 or day.weekday() > _FRIDAY:
        yield Finding("forum.hearing_on", echo(day))


@check(
    "TIM008",
    Severity.STOP,
    message="The days of a step contradict each other: {detail}. Correct one of them.",
    sources=("frcp-11",),
)
def step_backwards(matter: Matter) -> Iterator[Finding]:
    """An answer follows what it answers.

    Fires when a demand or a remedy was delivered, due or answered before it was made. Events
    out of order are TIM002's matter.
    """
    for n, demand in enumerate(matter.case.demands):
        made = known(demand.made_on)
        for field in ("delivered_on", "answer_by", "answered_on"):
            day = known(getattr(demand, field))
            if made is not None and day is not None and day < made:
                yield Finding(f"demands.{n}.{field}", f"{long_date(day)} before {long_date(made)}")
    for n, remedy in enumerate(matter.case.remedies):
        made, day = known(remedy.made_on), known(remedy.answered_on)
        if made is not None and day is not None and day < made:
            yield Finding(f"remedies.{n}.answered_on", f"{long_date(day)} before {long_date(made)}")


@check(
    "TIM009",
    Severity.REVIEW,
    message="An event of {detail} is said to cross a limit of the agreement, and the agreement was "
    "signed later. Plead another limit for it.",
    sources=("usc-8-1357-g-1",),
)
def before_agreement(matter: Matter) -> Iterator[Finding]:
    """An agreement binds from its day.

    Fires for an event whose ``limit`` is a clause of the agreement and whose day lies before
    the last signature. Limits that are duties of law do not count.
    """
    moa = matter.case.moa
    signed = None if moa is None else known(moa.signed_on)
    if moa is None or signed is None:
        return
    clauses = {clause.id for clause in moa.clauses}
    for n, event in enumerate(matter.case.events):
        day = known(event.on)
        if day is not None and day < signed and event.limit in clauses:
            yield Finding(f"events.{n}.limit", long_date(day))


@check(
    "TIM010",
    Severity.INFO,
    message="The first recorded step is {detail} days old. Courts have called longer waits reasonable; add "
    "facts on health, work or safety, or plead that the act is withheld.",
    sources=("trac-v-fcc", "usc-5-706-1", "usc-5-555-b"),
)
def short_delay(matter: Matter) -> Iterator[Finding]:
    """Delay is measured, and half a year is little.

    Fires when a duty's source is the duty to conclude a matter within a reasonable time and the
    oldest demand or remedy is less than 180 days old. A demand of the last days is DEM005's.
    """
    made = [known(demand.made_on) for demand in matter.case.demands]
    made += [known(remedy.made_on) for remedy in matter.case.remedies]
    days = [day for day in made if day is not None]
    if not days:
        return
    age = (matter.as_of - min(days)).days
    for n, duty in enumerate(matter.case.duties):
        if duty_authorities(matter, duty)[:1] == ("usc-5-555-b",) and age < _HALF_YEAR:
            yield Finding(f"duties.{n}", str(age))


@check(
    "TIM011",
    Severity.INFO,
    message="An hour is told on or near a weekend ({detail}). The regulation's 48 hours leave out Saturdays, "
    "Sundays and holidays; the clause seen in agreements does not say so. Count both ways.",
    sources=("cfr-8-287-7-d",),
)
def weekend_hours(matter: Matter) -> Iterator[Finding]:
    """Two clocks run at different speeds over a weekend.

    Fires when a duty rests on the regulation's 48 hours and an event with an hour of day is dated
    from Friday to Sunday. Events without an hour stay silent.
    """
    if not any(resting_on(matter, "cfr-8-287-7-d")):
        return
    for n, event in enumerate(matter.case.events):
        day = known(event.on)
        if day is not None and known(event.at) is not None and day.weekday() >= _FRIDAY:
            yield Finding(f"events.{n}.on", f"{WEEKDAYS[day.weekday()]}, {long_date(day)}")
