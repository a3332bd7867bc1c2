"""How far each question is: done, to ask, not applicable, passed over, or open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from drafter.interview.choices import called, choices
from drafter.interview.plan import SECTIONS, Section
from drafter.interview.progress import Progress
from drafter.interview.questions import Kind, Question
from drafter.interview.sheet import Sheet
from drafter.interview.tree import Path, get, is_given, items
from drafter.law import Law


class State(Enum):
    """How far a question is; the value is its mark in a list."""

    DONE = "[x]"
    ASK = "[?]"
    NOT_APPLICABLE = "[-]"
    PASSED = "[.]"
    OPEN = "[ ]"


MARKS = "[x] done  [?] for the attorney  [-] not applicable  [.] passed over  [ ] open"


def state(question: Question, sheet: Sheet, progress: Progress, again: Iterable[Path]) -> State:  # noqa: PLR0911 - one return for each state
    """How far a question is.

    Args:
        question: the question.
        sheet: the facts.
        progress: what was passed over.
        again: answers that another answer has thrown in doubt.
    """
    path = question.path
    value = sheet.get(path)
    if path in again:
        return State.OPEN
    if question.kind.is_list:
        if path not in progress.passed:
            return State.OPEN
        if sheet.question_on(path):
            return State.ASK
        return State.DONE if sheet.items(path) else State.PASSED
    if question.kind is Kind.GATE and path in progress.gates:
        return State.DONE
    if isinstance(value, dict) and "ask" in value:
        return State.ASK
    if isinstance(value, dict) and "not_applicable" in value:
        return State.NOT_APPLICABLE
    if is_given(value):  # the likeliest answer, with a question beside it, is the attorney's still
        return State.ASK if sheet.question_on(path) else State.DONE
    if sheet.question_on(path) and not question.is_required:
        return State.ASK
    return State.PASSED if path in progress.passed else State.OPEN


def in_clause(path: Path) -> bool:
    """Whether a question belongs to one clause of the agreement; all clauses together count as one.

    A PDF fills a hundred such fields at once, and they would drown what a person has answered.
    """
    return len(path) > 2 and path[:2] == ("moa", "clauses")


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a section is."""

    section: Section
    counts: Counter[State]

    @property
    def line(self) -> str:
        """``Who asks: 7 done, 1 to ask, 2 open``."""
        words = (
            (State.DONE, "done"), (State.ASK, "to ask"), (State.NOT_APPLICABLE, "not applicable"),
            (State.PASSED, "passed over"), (State.OPEN, "open"),
        )
        said = [f"{self.counts[one]} {word}" for one, word in words if self.counts[one]]
        return f"{self.section.title}: {', '.join(said) or 'nothing is asked here'}"


def tallies(states: Iterable[tuple[Question, State]]) -> list[Tally]:
    """How far each section is, in the order of the plan."""
    counts: dict[str, Counter[State]] = {one.id: Counter() for one in SECTIONS}
    for question, how in states:
        if how in {State.OPEN, State.ASK} or not in_clause(question.path):
            counts[question.section.id][how] += 1
    return [Tally(one, counts[one.id]) for one in SECTIONS]


def line(question: Question, how: State, sheet: Sheet, law: Law) -> str:
    """A question with its mark and what stands there, for a list: what was chosen goes by its name."""
    value = sheet.get(question.path)
    if question.kind.is_list:
        count = len(sheet.items(question.path))
        said = f"{count} on the list" if count else ""
    else:
        said = shown(_by_name(value, _names(question, sheet.data, law))) or sheet.question_on(question.path)
    return f"{how.value} {question.title}" + (f": {said}" if said else "")


def _names(question: Question, data: object, law: Law) -> Mapping[str, str]:
    """What to call each thing that the answer may name by its id."""
    if question.kind in {Kind.REFERENCE, Kind.REFERENCES}:
        return {one.value: one.label for one in choices(question, data, law)}
    if question.kind is Kind.SOURCES:
        found = [*items(data, ("exhibits",)), *items(data, ("petitioners",))]
        return {str(get(one, ("id",))): called(one) for one in found}
    return {}


def _by_name(value: object, names: Mapping[str, str]) -> object:
    if isinstance(value, dict):
        return {key: _by_name(one, names) for key, one in value.items()}
    if isinstance(value, list):
        return [_by_name(one, names) for one in value]
    return names.get(value, value) if isinstance(value, str) else value


def shown(value: object, limit: int = 100) -> str:
    """A value as it stands in the file, on one line."""
    text = _flat(value)
    return text if len(text) <= limit else text[: limit - 2].rsplit(" ", 1)[0] + " …"


def _flat(value: object) -> str:  # noqa: PLR0911 - one return for each shape
    if isinstance(value, dict):
        if "ask" in value:
            return f"to ask: {value['ask']}"
        if "not_applicable" in value:
            return f"not applicable: {value['not_applicable']}"
        if "file" in value:
            return f"in the file {value['file']}"
        if "exhibit" in value or "verification" in value:
            name = value.get("exhibit") or f"verification of {value.get('verification')}"
            return name + (f" at {value['at']}" if value.get("at") else "")
        return "; ".join(_flat(one) for one in value.values())
    if isinstance(value, list):
        return "; ".join(_flat(one) for one in value)
    return " ".join(str(value).split()) if value is not None else ""
