"""The days after the as-of date that the opening paper names: each may overtake the case."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from drafter.context.memo.reader import Reader, bare, excerpt, pilcrow, style
from drafter.wording.dates import MONTHS, read_day

_DAY = re.compile(rf"(?:{'|'.join(MONTHS)})[ \u00a0]\d{{1,2}},[ \u00a0]\d{{4}}")
_SHORT = "".join(rf"(?<!\b{one}\.)" for one in ("Mr", "Ms", "Dr", "No", "Ex", "Va", "v", "a.m", "p.m"))
_SENTENCE = re.compile(rf"(?<=[a-z0-9)”]\.){_SHORT}\s+(?=[A-Z“(])|(?<=\.”)\s+(?=[A-Z“(])")
_CITATION = re.compile(r"^\((?:Ex\.|[A-Z][\w’-]* Verif\.)")


@dataclass(frozen=True, slots=True)
class DayAhead:
    """A day to come, the first sentence that names it, and every place that does."""

    day: dt.date
    what: str
    where: str


def days_ahead(reader: Reader) -> tuple[DayAhead, ...]:
    """Days after the as-of date in the paragraphs and the prayer, the earliest first."""
    found: dict[dt.date, tuple[str, list[str]]] = {}
    for line in reader.opening.lines:
        number = bare(line.number)
        if not number:
            continue
        place = number if number.isdigit() else f"Prayer {number}"
        if not number.isdigit() and style(line.style) != "prayeritem":
            continue
        for sentence in _SENTENCE.split(line.text):
            for match in _DAY.finditer(sentence):
                day = read_day(match[0].replace("\u00a0", " "))
                if isinstance(day, dt.date) and day > reader.matter.as_of:
                    found.setdefault(day, (sentence.strip(), []))[1].append(place)
    return tuple(
        DayAhead(day, excerpt(_CITATION.sub("", what)), pilcrow(list(dict.fromkeys(places))))
        for day, (what, places) in sorted(found.items())
    )
