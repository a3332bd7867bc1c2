"""Section 3, delay: the six considerations, each with what the pleading says of it."""

from __future__ import annotations

import re

from drafter.case import DelayFactor, Duty, Statement, known
from drafter.checks.reading import duty_authorities, entry
from drafter.context.memo.elements import ElementMap, ElementRow
from drafter.context.memo.reader import Reader, curled
from drafter.wording.text import Text

_DELAY = "usc-5-555-b"
_FACTORS = "trac-v-fcc"
_DAYS = re.compile(r"\b(?:\d+|thirty|sixty|ninety) (?:calendar |business |working )?(?:days|hours|months)\b",
                   re.IGNORECASE)
_TIME = re.compile(r"\b(?:not|no) later than\b|\bwithin (?!a reasonable)|\bbefore\b|\bupon\b"
                   r"|\bimmediately\b|\bpromptly\b", re.IGNORECASE)
_PRIORITIES = re.compile(r"\bother (?:work|matters|tasks)\b|\bin the way\b|\bpriorit|\bbacklog\b"
                         r"|\bresources?\b|\bcompet|\bmatter is small\b", re.IGNORECASE)


def delay_rows(reader: Reader, elements: ElementMap) -> tuple[ElementRow, ...]:
    """The six considerations, where a duty is one of reasonable time; else none."""
    duties = [d for d in reader.case.duties if _DELAY in duty_authorities(reader.matter, d)]
    if not duties:
        return ()
    harms = [h.id for h in reader.case.harms if not h.redress]
    hurt = "" if harms else "no harm is told"
    pleaded = {one: _pleaded(reader, one) for one in DelayFactor}
    welfare = pleaded[DelayFactor.WELFARE]
    rule = _told(reader, _DAYS)
    other = _told(reader, _PRIORITIES)
    return (
        elements.row("A rule of reason governs the time taken",
                     ["delay", "silence", *pleaded[DelayFactor.REASON], *_timetable(reader), *rule],
                     "" if rule or _timetable(reader) or pleaded[DelayFactor.REASON]
                     else "no timetable of the agency is recorded"),
        _congress(reader, elements, pleaded[DelayFactor.TIMETABLE]),
        elements.row("Health and welfare at stake", welfare,
                     "" if welfare else "nothing pleaded: a loss of money is no matter of health or "
                     "welfare"),
        elements.row("Priorities that compete", [*pleaded[DelayFactor.PRIORITIES], *other],
                     "" if other or pleaded[DelayFactor.PRIORITIES]
                     else "nothing pleaded: ask the agency in terms"),
        elements.row("Interests that the delay hurts", [*harms, *pleaded[DelayFactor.INTERESTS]], hurt),
        elements.row("Impropriety need not be found", _printed(reader, "delay-impropriety"),
                     "" if _printed(reader, "delay-impropriety") else "not pleaded, by choice"),
    )


def _pleaded(reader: Reader, factor: DelayFactor) -> list[str]:
    return _printed(reader, f"delay-{factor.value}")


def _printed(reader: Reader, mark: str) -> list[str]:
    """The mark, where the paper prints it."""
    return [mark] if reader.number(mark) else []


def _told(reader: Reader, pattern: re.Pattern[str]) -> list[str]:
    """Marks of the sentences of the duties in which a pattern occurs."""
    return [
        f"{part}-{duty.id}-{n + 1}"
        for duty in reader.case.duties
        for part, statements in (("neglect", duty.neglect), ("judgment", duty.no_judgment))
        for n, one in enumerate(statements) if _occurs(pattern, one)
    ]


def _occurs(pattern: re.Pattern[str], statement: Statement) -> bool:
    return pattern.search(statement.say) is not None


def _timetable(reader: Reader) -> list[str]:
    """Marks of the clauses in which the agency names a time of its own."""
    clauses = reader.case.moa.clauses if reader.case.moa else ()
    marks = [f"clause-{one.id}" for one in clauses if one.use and _DAYS.search(one.words)]
    return [mark for mark in marks if reader.number(mark)]


def _congress(reader: Reader, elements: ElementMap, told: list[str]) -> ElementRow:
    """Only a text that names a time is one; what the draft reads into a text is called so."""
    timed = [d for d in reader.case.duties if _names_a_time(reader, d)]
    if timed:
        return elements.row("A time that Congress set", [f"duty-{d.id}" for d in timed])
    read = [
        (f"duty-{d.id}", due) for d in reader.case.duties
        if (due := known(d.due)) and "reasonable" not in due
    ]
    gap = "the text of no duty names a date or a number of days"
    if read:
        gap += "; the draft reads one into it: " + ", ".join(due for _, due in read)
    if told:
        gap += "; pleaded is the agency’s own time"
    return elements.row("A time that Congress set", [*told, *(mark for mark, _ in read)], gap)


def _names_a_time(reader: Reader, duty: Duty) -> bool:
    record = entry(reader.matter, duty)
    words = record.words if record is not None else duty.words or ""
    return bool(_DAYS.search(words) or _TIME.search(words))


def delay_law(reader: Reader) -> Text:
    """The case behind the six considerations, and how to use it."""
    record = reader.matter.law.authorities[_FACTORS]
    return Text.of(reader.cite(_FACTORS), ". ", curled(record.note))
