"""The pages beside the questions: the sections, the review, and the lines of a section."""

from __future__ import annotations

from collections import Counter

from drafter.interview.answers import AnswerError
from drafter.interview.choices import Choice
from drafter.interview.plan import SECTIONS, section
from drafter.interview.questions import Question
from drafter.interview.review import MARKS, State, line, tallies
from drafter.interview.route import Goal, Page, Route
from drafter.interview.terminal import Prompt

_REVIEW_MOVES = "a number looks at a section   draft   < back   !quit"
_LINES_MOVES = "a number changes that line   < back to the review   !quit"
_MENU_MOVES = "a number goes there   review   < back   !quit"


class Pages:
    """Which page is shown, and what was chosen on it."""

    def __init__(self, route: Route) -> None:
        """Shows the question we stand at.

        Args:
            route: the way through the questions.
        """
        self._route = route
        self.page = Page.QUESTION
        self._section = SECTIONS[0]

    def arrive(self, goal: Goal) -> None:
        """Shows a question or a page."""
        if isinstance(goal, Page):
            self.page = goal
        else:
            self.page = Page.QUESTION
            self._route.go(goal)
            if (question := self._route.question) is not None:
                self._section = question.section

    def back(self) -> None:
        """From the lines to the review, from any other page to the question."""
        if self.page is Page.LINES:
            self.page = Page.REVIEW
        elif self._route.question is not None:
            self.page = Page.QUESTION

    def prompt(self) -> Prompt:
        """The page that is shown."""
        if self.page is Page.LINES:
            return self._lines()
        rows = tuple(
            Choice(one.section.id, one.line) for one in tallies(self._route.states())
        )
        if self.page is Page.MENU:
            return Prompt("Sections", (MARKS,), rows, moves=_MENU_MOVES)
        counts: Counter[State] = sum((one.counts for one in tallies(self._route.states())), Counter())
        said = (
            f"{counts[State.DONE]} done, {counts[State.ASK]} for the attorney, "
            f"{counts[State.OPEN]} open. What is open or left for the attorney prints as a "
            "bracket, and the review memo lists it."
        )
        empty = "Enter goes on with what is open" if counts[State.OPEN] else ""
        return Prompt("Review", (said, "Type draft to draft the papers."), rows, empty=empty, moves=_REVIEW_MOVES)

    def _lines(self) -> Prompt:
        rows = tuple(
            Choice(str(number), line(question, how, self._route.sheet, self._route.law))
            for number, (question, how) in enumerate(self._mine(), start=1)
        )
        return Prompt(
            f"Review: {self._section.title}", (MARKS,), rows,
            empty="Enter goes back to the review", moves=_LINES_MOVES,
        )

    def _mine(self) -> list[tuple[Question, State]]:
        return [(q, how) for q, how in self._route.states() if q.section.id == self._section.id]

    def choose(self, typed: str) -> Goal | None:
        """The goal that was chosen, or None where only the page changed.

        Raises:
            AnswerError: there is no such line.
        """
        word = typed.strip().lower()
        if word == "review":
            self.page = Page.REVIEW
        elif self.page is Page.LINES:
            return self._choose_line(word)
        elif not word and self.page is Page.REVIEW:
            return self._route.first_open()
        elif not word:
            self.back()
        else:
            return self._choose_section(word)
        return None

    def _choose_section(self, word: str) -> Goal | None:
        found = section(word)
        if word.isdecimal() and 1 <= int(word) <= len(SECTIONS):
            found = SECTIONS[int(word) - 1]
        if found is None:
            msg = f'There is no section "{word}"; type a number from 1 to {len(SECTIONS)}.'
            raise AnswerError(msg)
        self._section = found
        if self.page is Page.MENU:
            return self._route.first_open_in(found.id)
        self.page = Page.LINES
        return None

    def _choose_line(self, word: str) -> Goal | None:
        if not word:
            self.page = Page.REVIEW
            return None
        mine = self._mine()
        if not (word.isdecimal() and 1 <= int(word) <= len(mine)):
            msg = f'There is no line "{word}"; type a number from 1 to {len(mine)}.'
            raise AnswerError(msg)
        return self._route.edit_one(mine[int(word) - 1][0].path)
