"""The days of the memo: those counted from the case, those it names, those the law leaves open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from drafter.case import known
from drafter.checks.reading import is_federal
from drafter.context.memo.ahead import days_ahead
from drafter.context.memo.notes import sources
from drafter.context.memo.reader import Reader, curled
from drafter.law.calendar import (
    Deadline,
    answer_of_united_states,
    days_after,
    months_after,
    open_days_after,
    service_of_complaint,
    state_of,
)
from drafter.law.records import Period, Unit
from drafter.law.texts import fill
from drafter.wording.dates import echo, long_date, short_date
from drafter.wording.text import Text

_STATE_RECORDS = "state-records"
Clock = tuple[Text, Text, Text]  # what and its last day, as of when, how it is counted


def clocks(reader: Reader) -> Iterator[Clock]:
    """Service and answer, a limitation, answers to records requests, and the days to come."""
    if is_federal(reader.matter):
        yield from _federal(reader)
    elif not reader.matter.appellate:
        yield from _uncounted(reader)
    yield from _limitation(reader)
    yield from _answers(reader)
    yield from _ahead(reader)


def counted(event: dt.date, period: Period, state: str) -> Deadline:
    """The end of a period that the law sets, counted from an event."""
    match period.unit:
        case Unit.DAYS:
            return days_after(event, period.count, state)
        case Unit.OPEN_DAYS:
            return open_days_after(event, period.count, state)
        case Unit.MONTHS:
            return months_after(event, period.count)


def _state(reader: Reader) -> str:
    forum = reader.matter.forum
    return state_of(forum.system, forum.id)


def _row(reader: Reader, item: str, found: Deadline, authority: str) -> Clock:
    return (curled(f"{item}: {long_date(found.last)}"), curled(short_date(reader.matter.as_of)),
            Text.of(curled(found.told), " ", sources(reader, [authority]), "."))


def _federal(reader: Reader) -> Iterator[Clock]:
    day, state = reader.matter.as_of, _state(reader)
    if reader.matter.appellate:
        return
    yield _row(reader, "Service, if filed on the as-of date", service_of_complaint(day, state),
               "frcp-4-m")
    yield _row(reader, "Answer, if the United States attorney is served on the as-of date",
               answer_of_united_states(day, state), "frcp-12-a-2")


def _uncounted(reader: Reader) -> Iterator[Clock]:
    """Service and answer in a state court, where no count of days is on record."""
    seen = curled(short_date(reader.matter.forum.read_on))
    for one in reader.matter.forum.times:
        yield curled(one.item), seen, fill(f"{one.told[0].upper()}{one.told[1:]}", reader.matter.law, {})
    if not reader.matter.forum.times:
        yield (curled("Time to serve, and time to answer"), curled("not on record"),
               Text.of("look both up for this court, and calendar them on the filing day"))


def _ahead(reader: Reader) -> Iterator[Clock]:
    for one in days_ahead(reader):
        yield (curled(f"To come: {echo(one.day)}. “{one.what}”"),
               curled(short_date(reader.matter.as_of)),
               Text.of(f"calendar it; if it moves or has passed, change {one.where}"))


def _limitation(reader: Reader) -> Iterator[Clock]:
    period = reader.matter.forum.limitation
    if period is None:
        return
    refused = [day for one in reader.case.demands
               if one.refused and (day := known(one.answered_on)) is not None]
    if not refused:
        yield (curled("Last day to sue: not known"), curled(short_date(reader.matter.as_of)),
               Text.of(f"{period.count} {period.unit.value} from the refusal of a demand, and none "
                       "with a date is recorded. ", sources(reader, [period.authority]), "."))
    for day in refused:
        yield _row(reader, f"Last day to sue, after the refusal of {long_date(day)}",
                   counted(day, period, _state(reader)), period.authority)


def _answers(reader: Reader) -> Iterator[Clock]:
    for remedy in reader.case.remedies:
        day, record = known(remedy.made_on), reader.matter.law.remedies.get(remedy.channel)
        own = reader.matter.forum.records if remedy.channel == _STATE_RECORDS else None
        period = own or (record.answer if record else None)
        if day is not None and period is not None and known(remedy.answered_on) is None:
            yield _row(reader, f"Answer due: {remedy.step} of {long_date(day)}, if received that day",
                       counted(day, period, _state(reader)), period.authority)
