"""Looking through a case: every text with its field path, every source, every command."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from drafter.case import (
    Ask,
    Case,
    Clause,
    Duty,
    Facts,
    NotApplicable,
    Quotation,
    Relief,
    ReliefKind,
    Source,
    Statement,
    known,
)
from drafter.checks.matter import Matter
from drafter.law.records import DutyEntry, DutyTrack, Forum
from drafter.wording.dates import read_day

FEDERAL = "federal"

_IDS = frozenset({
    "id", "kind", "vehicle", "exhibit", "verification", "petitioner", "catalogue", "clause",
    "owed_by", "owed_to", "to", "petitioners", "actors", "duties", "clauses", "alternative_to",
    "knows", "limit", "rests_on", "presented", "factor",
})
_GENERAL = re.compile(r"\b(?:other|further)\b[^.]{0,20}\brelief\b", re.IGNORECASE)
_UNPRINTED = re.compile(
    r"matter\.(status|told_by)|dismissals\..*|exhibits\.\d+\.file|moa\.status_source|moa\.listing\..*"
    r"|respondents\.\d+\.holder_checked_on|forum\.court"
    r"|(remedies|remedies_not_tried)\.\d+\.channel"
)
_ASKS_FOR_AN_END = re.compile(r"(?<!\[)\^|\$|\\[AZ]|\(\?<?!\[\^")
_OF_IMMIGRATION = ("usc-8-", "cfr-8-", "cfr-22-")
_IMMIGRATION_OFFICE = re.compile(
    r"\b(?:Immigration|Homeland Security|Customs and Border|Consul|Embassy|Secretary of State)"
)
_BLANK = re.compile(r"\[\?[^\]]*\]")
_NAMED_DAY = re.compile(r"\b[A-Za-z]{3,9}\.? \d{1,2}, \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the case and the dotted path of its field."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one walk through a case finds; made once for each case."""

    passages: tuple[Passage, ...]
    statements: tuple[tuple[str, Statement], ...]
    sources: tuple[tuple[str, Source], ...]
    quotations: tuple[tuple[str, Quotation], ...]
    asked: tuple[str, ...]


class _Same:
    """A case as a key that compares by identity: a frozen case never changes."""

    __slots__ = ("case",)

    def __init__(self, case: Case) -> None:
        self.case = case

    def __hash__(self) -> int:
        return id(self.case)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.case is other.case


def read(matter: Matter) -> Reading:
    """Walks the whole case once; later calls for the same case return the same reading."""
    return _read(_Same(matter.case))


@lru_cache(maxsize=1)
def _read(same: _Same) -> Reading:
    passages: list[Passage] = []
    statements: list[tuple[str, Statement]] = []
    sources: list[tuple[str, Source]] = []
    quotations: list[tuple[str, Quotation]] = []
    asked: list[str] = []
    for path, value in _walk("", same.case):
        match value:
            case str():
                if not _UNPRINTED.fullmatch(path):
                    passages.append(Passage(path, value))
                    asked.extend(path for _ in _BLANK.findall(value))
            case Statement():
                statements.append((path, value))
            case Source():
                sources.append((path, value))
            case Quotation():
                quotations.append((path, value))
            case Ask():
                asked.append(path)
            case _:
                pass  # a part of the case; what it holds comes by itself
    return Reading(
        tuple(passages), tuple(statements), tuple(sources), tuple(quotations), tuple(asked)
    )


def _walk(path: str, value: object) -> Iterator[tuple[str, Facts | str]]:
    match value:
        case str() if not isinstance(value, Enum):  # first, for nearly all are
            yield path, value
        case Ask():
            yield path, value
        case NotApplicable() | Enum() | None:
            return
        case Facts():
            yield path, value
            for name, child in value:  # Pydantic's own walk through the fields
                if name not in _IDS or not _is_id(child):
                    yield from _walk(f"{path}.{name}" if path else name, child)
        case tuple():
            for n, item in enumerate(value):
                yield from _walk(f"{path}.{n}", item)
        case _:
            return  # days, numbers and yes or no hold no words


def _is_id(value: object) -> bool:
    return isinstance(value, str) or (
        isinstance(value, tuple) and all(isinstance(item, str) for item in value)
    )


def passages(matter: Matter, *parts: str) -> Iterator[Passage]:
    """Texts that may be printed; with ``parts``, only those under these top fields."""
    return iter(_under(_Same(matter.case), parts)[0])


def naming(matter: Matter, pattern: re.Pattern[str], *parts: str) -> Iterator[Passage]:
    """Texts in which ``pattern`` occurs.

    All texts are searched in one go first, because nearly every pattern occurs in none. A NUL,
    which no text can hold, parts them: it is neither a letter, a digit nor a space, so that a
    pattern found in one text is found in the whole; one that asks for an end is spared this.
    """
    found, whole = _under(_Same(matter.case), parts)
    if not _ASKS_FOR_AN_END.search(pattern.pattern) and not pattern.search(whole):
        return iter(())
    return (p for p in found if pattern.search(p.text))


@lru_cache(maxsize=16)
def _under(same: _Same, parts: tuple[str, ...]) -> tuple[tuple[Passage, ...], str]:
    """The texts under some top fields, and all of them in a row."""
    found = tuple(
        one for one in _read(same).passages if not parts or one.field.split(".", 1)[0] in parts
    )
    return found, "\0".join(one.text for one in found)


def cited_exhibits(matter: Matter) -> Iterator[tuple[str, str]]:
    """Path and exhibit id of every citation, the agreement's own among them."""
    reading = read(matter)
    for path, source in reading.sources:
        if source.exhibit is not None:
            yield f"{path}.exhibit", source.exhibit
    for path, quotation in reading.quotations:
        yield f"{path}.exhibit", quotation.exhibit
    moa = matter.case.moa
    if moa is not None and moa.exhibit is not None:
        yield "moa.exhibit", moa.exhibit


def statement_sources(statements: Iterable[Statement]) -> bool:
    """Whether any of the statements names an exhibit, a verification or a quotation."""
    return any(s.sources or s.quote is not None for s in statements)


def words_of(statements: Iterable[Statement]) -> str:
    """The sentences in a row."""
    return " ".join(statement.say for statement in statements)


def is_federal(matter: Matter) -> bool:
    """Whether the court is a federal one."""
    return matter.forum.system == FEDERAL


def entry(matter: Matter, duty: Duty) -> DutyEntry | None:
    """The catalogue entry of a duty, if it names one we hold.

    The law of one State binds no court of another: there the duty is one in the attorney's words,
    whose authority prints in a bracket, and DUT022 says why.
    """
    found = matter.law.duties.get(duty.catalogue or "")
    return None if found is None or is_foreign(matter, found) else found


def hears(forum: Forum, duty: DutyEntry) -> bool:
    """Whether a court may command this duty: a federal court those of federal officers, a State's its own."""
    return (duty.track is DutyTrack.FEDERAL) == (forum.system == "federal") and (
        not duty.states or forum.system in duty.states)


def is_foreign(matter: Matter, duty: DutyEntry) -> bool:
    """Whether a duty of the catalogue is one of other States than the State whose court is asked."""
    return bool(duty.states) and not is_federal(matter) and matter.forum.system not in duty.states


def own_words(matter: Matter) -> Iterator[tuple[int, str]]:
    """The operative words of each duty that the catalogue does not hold."""
    for n, duty in enumerate(matter.case.duties):
        if duty.words is not None and entry(matter, duty) is None:
            yield n, duty.words


def duty_authorities(matter: Matter, duty: Duty) -> tuple[str, ...]:
    """Ids of the authorities of a duty's catalogue entry, those of another court left out."""
    found = entry(matter, duty)
    if found is None:
        return ()
    here = {matter.forum.system, matter.forum.circuit}
    return tuple(one for one in found.authorities
                 if not (courts := matter.law.authorities[one].courts) or here & set(courts))


def touches_immigration(matter: Matter) -> bool:
    """Whether the limits that Congress set on suits about immigration can be raised.

    They can when an agreement is pleaded, when the kind of matter or the source of a duty belongs
    to that law, or when an office of it is sued.
    """
    case, kind = matter.case, matter.law.kinds.get(matter.case.matter.kind or "")
    leads = [*(kind.bars if kind else ())]
    leads += [one for duty in case.duties for one in duty_authorities(matter, duty)]
    offices = [f"{known(one.office) or ''} {one.agency or ''}" for one in case.respondents]
    return (
        case.moa is not None
        or any(one.startswith(_OF_IMMIGRATION) for one in leads)
        or any(_IMMIGRATION_OFFICE.search(one) for one in offices)
    )


def relied_clauses(matter: Matter, duty: Duty) -> tuple[tuple[int, Clause], ...]:
    """Position and text of the clauses of the agreement that a duty leans on."""
    moa = matter.case.moa
    if moa is None:
        return ()
    return tuple((n, c) for n, c in enumerate(moa.clauses) if c.id in duty.clauses)


def topics(matter: Matter) -> Iterator[tuple[int, str]]:
    """Position and topic of each clause that names a like clause of the table of forms."""
    moa = matter.case.moa
    if moa is None:
        return
    table = {c.id: c.topic for form in matter.law.moa_forms.values() for c in form.clauses}
    for n, clause in enumerate(moa.clauses):
        if clause.clause in table:
            yield n, table[clause.clause]


def items(matter: Matter, *kinds: ReliefKind) -> Iterator[tuple[int, Relief]]:
    """Items of the prayer with their positions; with ``kinds``, only these."""
    for n, item in enumerate(matter.case.relief):
        if not kinds or item.kind in kinds:
            yield n, item


def commands(matter: Matter, *kinds: ReliefKind) -> Iterator[Passage]:
    """The acts asked for, each way to comply on its own; writ items unless ``kinds`` says."""
    for n, item in items(matter, *(kinds or (ReliefKind.WRIT,))):
        act = known(item.act)
        if act is not None:
            yield Passage(f"relief.{n}.act", act)
        for m, way in enumerate(item.either):
            yield Passage(f"relief.{n}.either.{m}", way)


def duty_acts(matter: Matter) -> Iterator[Passage]:
    """The discrete act and the sentence of each duty."""
    for n, duty in enumerate(matter.case.duties):
        act = known(duty.act)
        if act is not None:
            yield Passage(f"duties.{n}.act", act)
        if duty.statement is not None:
            yield Passage(f"duties.{n}.statement", duty.statement)


def own_cites(matter: Matter, pattern: re.Pattern[str]) -> Iterator[tuple[int, Duty]]:
    """Duties of the attorney's own whose cite matches."""
    for n, duty in enumerate(matter.case.duties):
        if duty.cite is not None and pattern.search(duty.cite):
            yield n, duty


def resting_on(
    matter: Matter, authority: str, cite: re.Pattern[str] | None = None
) -> Iterator[tuple[int, Duty]]:
    """Duties that rest on an authority, through the catalogue or by an own cite."""
    for n, duty in enumerate(matter.case.duties):
        if authority in duty_authorities(matter, duty) or (
            cite is not None and duty.cite is not None and cite.search(duty.cite)
        ):
            yield n, duty


def named_day(text: str) -> dt.date | None:
    """The first whole date in a line, or None."""
    return next(named_days(text), None)


def named_days(text: str) -> Iterator[dt.date]:
    """The whole dates in a text, in the order in which they stand."""
    for match in _NAMED_DAY.finditer(text):
        try:
            day = read_day(match[0])
        except ValueError:
            continue
        if isinstance(day, dt.date):
            yield day


def untried(matter: Matter, duty: Duty) -> bool:
    """Whether no known decision has enforced a duty as the catalogue has it."""
    record = entry(matter, duty)
    if record is None:
        return False
    return not record.independent or any("No decision" in point for point in record.weak_points)


def years_before(day: dt.date, years: int) -> dt.date:
    """The same day so many years earlier; February 29 becomes February 28."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def is_general(item: Relief) -> bool:
    """Whether an item asks for such other relief as is just, or for nothing by name."""
    act = known(item.act)
    return item.kind is ReliefKind.OTHER and (act is None or bool(_GENERAL.search(act)))
