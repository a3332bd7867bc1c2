"""The way through the questions: where we are, what comes next, and back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from drafter.case import Statement
from drafter.casefile import shape
from drafter.interview.plan import DEPENDENTS, Ask, section
from drafter.interview.progress import Progress
from drafter.interview.questions import Kind, Question, View, agenda, field_title
from drafter.interview.review import State, state
from drafter.interview.sheet import Sheet
from drafter.interview.tree import Path, is_given
from drafter.law import Law


class Page(Enum):
    """What the screen shows."""

    QUESTION = auto()
    MENU = auto()
    REVIEW = auto()
    LINES = auto()


Goal: TypeAlias = Path | Page


@dataclass(frozen=True, slots=True)
class Frame:
    """A part that is gone through before the way goes on elsewhere.

    Args:
        prefixes: what belongs to it.
        back: where the way goes then.
        whole: whether answered questions and rare ones are shown too.
    """

    prefixes: tuple[Path, ...]
    back: Goal
    whole: bool

    def holds(self, path: Path) -> bool:
        """Whether a question belongs to the part."""
        return any(path[: len(one)] == one for one in self.prefixes)


class Route:
    """Where an interview stands among its questions."""

    def __init__(self, sheet: Sheet, progress: Progress, law: Law, again: set[Path]) -> None:
        """Stands nowhere yet.

        Args:
            sheet: the case in hand.
            progress: what was passed over.
            law: what courts, duties and channels there are.
            again: answers that must be given again.
        """
        self.sheet, self.progress, self.law, self.again = sheet, progress, law, again
        self.at: Path = ()
        self._adding: set[Path] = set()
        self._frames: list[Frame] = []
        self._history: list[Path] = []
        self._ahead: list[Path] = []  # questions gone back from, the nearest last
        self._due: Goal | None = None  # where the way was to go on
        self._made: tuple[object, list[Question]] | None = None

    def agenda(self) -> list[Question]:
        """Every question, as the facts now have it."""
        last = self._frames[-1] if self._frames else None
        tour = last.prefixes if last is not None and last.whole else ()
        gates = self.progress.gates
        key = (self.sheet.version, frozenset(self._adding), frozenset(gates), tour)
        if self._made is None or self._made[0] != key:
            self._made = (key, agenda(self.sheet.data, self.law, View(self._adding, gates, tour)))
        return self._made[1]

    def paths(self) -> list[Path]:
        """Where every question stands."""
        return [one.path for one in self.agenda()]

    @property
    def question(self) -> Question | None:
        """The question we stand at."""
        return next((one for one in self.agenda() if one.path == self.at), None)

    def state(self, question: Question) -> State:
        """How far a question is."""
        return state(question, self.sheet, self.progress, self.again)

    def states(self) -> list[tuple[Question, State]]:
        """Every question with how far it is."""
        return [(one, self.state(one)) for one in self.agenda()]

    # --- going -----------------------------------------------------------------------------

    def first_open(self) -> Goal:
        """The first question that is open, or the review."""
        self._frames.clear()
        return next((q.path for q, how in self.states() if how is State.OPEN), Page.REVIEW)

    def first_open_in(self, section_id: str) -> Goal:
        """The first open question of a section, or its only question, or its lines."""
        self._frames.clear()
        mine = [(q.path, how) for q, how in self.states() if q.section.id == section_id]
        if len(mine) == 1:
            return mine[0][0]
        return next((path for path, how in mine if how is State.OPEN), Page.LINES)

    def next(self, question: Question, start: Path | None) -> Goal:
        """Where the way goes after a question: over those that were gone back from, one by one.

        Args:
            question: the one just answered.
            start: the words of an item just added, whose other questions come first.
        """
        goal = self._onward(question, start)
        paths = self.paths()
        here = self._place(paths, question)
        while self._ahead and (self._ahead[-1] not in paths or paths.index(self._ahead[-1]) <= here):
            self._ahead.pop()
        if self._ahead and (goal not in paths or not here < paths.index(goal) < paths.index(self._ahead[-1])):
            goal = self._ahead[-1]
        self._due = goal
        return goal

    def _onward(self, question: Question, start: Path | None) -> Goal:
        states = self.states()
        paths = [one.path for one, _ in states]
        after = (paths.index(start) if start in paths else self._place(paths, question)) + 1
        while self._frames:
            frame = self._frames[-1]
            for one, how in states[after:]:
                if frame.holds(one.path) and (frame.whole or how is State.OPEN):
                    return one.path
            self._frames.pop()
            return frame.back
        rest = [*states[after:], *states[:after]]
        return next((q.path for q, how in rest if how is State.OPEN), Page.REVIEW)

    @staticmethod
    def _place(paths: list[Path], question: Question) -> int:
        """The place of a question; of one that has gone, that of its neighbour."""
        if question.path in paths:
            return paths.index(question.path)
        near = [n for n, one in enumerate(paths) if one[: len(question.item)] == question.item]
        return near[0] - 1 if near else len(paths) - 1

    def go(self, path: Path) -> None:
        """Stands at a question; the one before is remembered for the way back.

        Questions that were gone back over are remembered too, and the way back passes them in their
        order; a jump to somewhere else forgets that they were to be passed again.
        """
        if path != self._due and path not in self._ahead:
            self._ahead.clear()
        if self.at and self.at != path:
            self._history.append(self.at)
        if path in self._ahead:
            while (passed := self._ahead.pop()) != path:
                self._history.append(passed)
        self.at = path

    def back(self) -> bool:
        """Goes back one question; False where there is none before."""
        paths = self.paths()
        goal: Path | None = None
        while self._history and goal is None:
            last = self._history.pop()
            goal = last if last in paths and last != self.at else None
        if goal is None and self.at in paths and paths.index(self.at) > 0:
            goal = paths[paths.index(self.at) - 1]
        if goal is None:
            return False
        self._ahead.append(self.at)
        self.at = goal
        while self._frames and not self._frames[-1].holds(goal):
            self._frames.pop()
        self._adding = {
            one for one in self._adding if goal[: len(one)] == one and len(goal) > len(one)
        }
        return True

    def add_item(self, question: Question) -> Goal:
        """The first question of a new item of a list."""
        item = (*question.path, len(self.sheet.items(question.path)))
        self._adding.add(question.path)
        self._frames.append(Frame((item,), question.path, whole=False))
        return next(path for path in self.paths() if path[: len(item)] == item)

    def dropped(self, where: Path) -> None:
        """An item of a list is gone: nothing of it is asked any more."""
        self._adding.discard(where)
        while self._frames and all(
            one[: len(where)] == where and len(one) > len(where) for one in self._frames[-1].prefixes
        ):
            self._frames.pop()

    def tour_item(self, question: Question, index: int) -> Goal:
        """The first question of an item, of which every question is to be shown."""
        item = (*question.path, index)
        self._frames.append(Frame((item,), question.path, whole=True))
        return next(path for path in self.paths() if path[: len(item)] == item)

    def tour_section(self, section_id: str) -> Goal:
        """The first question of a section, of which every question is to be shown."""
        found = section(section_id)
        self._frames = [Frame(found.paths, Page.REVIEW, whole=True)] if found else []
        mine = [one.path for one in self.agenda() if one.section.id == section_id]
        return mine[0] if mine else Page.REVIEW

    def edit_one(self, path: Path) -> Goal:
        """A question that is asked alone."""
        self._frames = [Frame((path,), Page.LINES, whole=False)]
        return path

    # --- what an answer does to others -----------------------------------------------------

    def answered(self, question: Question) -> None:
        """An answer was given: it is in doubt no longer, and a new item stands in the file."""
        self.again.discard(question.path)
        self._adding = {
            one for one in self._adding
            if question.path[: len(one)] != one or len(self.sheet.items(one)) <= _index(question.path, one)
        }

    def follow(self, question: Question, shown: list[Path]) -> list[str]:
        """What a changed answer does to other questions, in words.

        Args:
            question: the one whose answer changed.
            shown: the questions there were before.
        """
        said: list[str] = []
        now = self.paths()
        depth = len(question.item)
        gone = [
            one for one in shown
            if one not in now and one[:depth] == question.item and self.sheet.get(one) is not None
        ]
        for path in sorted(gone, key=len):
            value = self.sheet.get(path)
            if value is not None:
                self.progress.aside[path] = value
                self.sheet.change({path: None})
        if gone:
            said.append(
                f"With this answer some others no longer apply: {_names(gone)}. They are set "
                "aside and come back if you change it back."
            )
        back = [one for one in now if one not in shown and one in self.progress.aside]
        for path in back:
            self.sheet.change({path: self.progress.aside.pop(path)})
        if back:
            said.append(f"Back from where they were set aside: {_names(back)}.")
        again = [
            one for one in DEPENDENTS.get(question.path, ())
            if one in now and is_given(self.sheet.get(one))
        ]
        self.again |= set(again)
        for one in again:
            self.progress.passed.discard(one)
        fresh = [one for one in now if one not in shown and one not in back]
        if again or fresh:
            said.append(f"Because this changed, I ask: {_names([*again, *fresh])}.")
        return said

    @staticmethod
    def as_text(question: Question, path: Path) -> Question:
        """The question for one new text of a list."""
        if question.kind is Kind.STATEMENTS:
            return Question(path, Statement, "say", Kind.TEXT, question.section, Ask("say"))
        return Question(path, question.model, question.field, Kind.TEXT, question.section, question.ask)


def _index(path: Path, where: Path) -> int:
    step = path[len(where)] if len(path) > len(where) else 0
    return step if isinstance(step, int) else 0


def _names(paths: list[Path]) -> str:
    return ", ".join(dict.fromkeys(_name(one) for one in paths))


def _name(path: Path) -> str:
    """What a field is called on the screen: ``under 18``."""
    models, field = shape.models(shape.expected(path[:-1])), str(path[-1])
    known = bool(models) and field in models[0].model_fields
    return field_title(models[0], field) if known else field.replace("_", " ")
