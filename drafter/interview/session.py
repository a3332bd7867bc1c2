"""The interview itself: what is asked now, and what an answer or a move leads to.

No terminal, no disk: a front shows ``prompt`` and hands what was typed to ``answer``; whoever
drives it saves ``sheet.text`` after every answer.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum

from drafter.casefile import loads
from drafter.errors import AgreementError, CaseFileError
from drafter.interview import guidance, lists, prompts
from drafter.interview.answering import Answering
from drafter.interview.answers import AnswerError
from drafter.interview.lists import ListError
from drafter.interview.moves import ALL_MOVES, Made, Move, UnknownMoveError, read_move
from drafter.interview.nearby import Nearby
from drafter.interview.progress import Progress
from drafter.interview.questions import Kind, Question, field_title
from drafter.interview.route import Page
from drafter.interview.sheet import Sheet
from drafter.interview.terminal import Prompt
from drafter.interview.tree import is_given
from drafter.law import Law


class Outcome(Enum):
    """How an interview ends."""

    QUIT = "quit"
    DRAFT = "draft"


class Interview(Answering):
    """The state of one interview."""

    def __init__(
        self,
        sheet: Sheet,
        progress: Progress,
        law: Law,
        as_of: dt.date,
        files: Nearby,
    ) -> None:
        """As ``Answering``; it has not ended."""
        super().__init__(sheet, progress, law, as_of, files)
        self.outcome: Outcome | None = None
        self.wants_editor = False
        self.refused = False

    @property
    def prompt(self) -> Prompt:
        """What is to be shown now."""
        if self._pending is not None:
            return prompts.privacy(self._pending.spotted)
        if self.question is None:
            return self.pages.prompt()
        return prompts.question(self.route, self._law, self._narrowed)

    def open_section(self, section_id: str) -> None:
        """Goes through every question of a section, then to the review."""
        self.pages.page = Page.QUESTION
        self.said = []
        self._go(self.route.tour_section(section_id))

    def open_review(self) -> None:
        """Shows the review."""
        self.said = []
        self.pages.page = Page.REVIEW

    def answer(self, text: str) -> list[str]:
        """Takes what was typed; returns what is to be said about it."""
        self.said, self.refused, self.wants_editor = [], False, False
        typed = text.strip("\n\r").rstrip()
        try:
            move = read_move(typed)
            if move is not None:
                self._moved(move)
            elif self._pending is not None:
                self._settled(self._pending, typed)
            elif self.question is None:
                self._paged(typed)
            else:
                self._answered(self.question, typed)
        except (UnknownMoveError, AnswerError, ListError, AgreementError) as error:
            self.refused = True
            self.said.append(str(error))
            self._narrowed = getattr(error, "choices", ()) or self._narrowed
        except CaseFileError as error:
            self.refused = True
            self.said += [str(one) for one in error.problems]
        self.progress.at = self.route.at
        return self.said

    def _moved(self, made: Made) -> None:
        """Makes a move; those of a question are refused on a page."""
        question = self.question
        self._narrowed = ()
        match made.move:
            case Move.QUIT:
                self.outcome = Outcome.QUIT
            case Move.MENU:
                self._pending = None
                self.pages.page = Page.MENU
            case Move.REVIEW:
                self._pending = None
                self.pages.page = Page.REVIEW
            case Move.UNDO:
                self._undone()
            case Move.BACK:
                self._back()
            case Move.HELP:
                note = self.sheet.question_on(question.path) if question else ""
                self.said += (
                    guidance.help_lines(question, self.sheet.data, self._law, note=note)
                    if question else list(ALL_MOVES)
                )
            case _ if question is None or self._pending is not None:
                msg = f"{made.move.value} belongs to a question; < goes back to it."
                raise AnswerError(msg)
            case _:
                self._moved_at(question, made)

    def _moved_at(self, question: Question, made: Made) -> None:
        """Makes a move that belongs to a question."""
        match made.move:
            case Move.EDITOR:
                if not question.kind.is_text:
                    msg = "An editor is of use for words only; type the answer here."
                    raise AnswerError(msg)
                self.wants_editor = True
            case Move.DROP:
                self._dropped(question)
            case Move.CLEAR:
                self._cleared(question)
            case Move.ASK:
                self._left_to_attorney(question, made.words)
            case _:
                self._not_applicable(question, made.words)

    def _back(self) -> None:
        if self._pending is not None:
            self._pending = None
        elif self.pages.page is not Page.QUESTION:
            self.pages.back()
        elif not self.route.back():
            self.said.append("This is the first question.")

    def _left_to_attorney(self, question: Question, words: str) -> None:
        note = " ".join(words.split()) or f"Please supply: {question.title} ({question.description.rstrip('.')})"
        if question.takes_ask:
            self._change(question, {question.path: {"ask": note, "of": "attorney"}})
            self.said.append("Left for the attorney: a bracket in the paper, a question in the memo.")
        elif question.kind in {Kind.STATEMENTS, Kind.TEXTS}:
            # The bracket is printed in a paper that leaves the office: it names the fact, never the note.
            path = (*question.path, len(self.sheet.items(question.path)))
            self._add_words(question, f"[?{field_title(question.model, question.field).lower()}]")
            self.sheet.put_question((*path, "say") if question.kind is Kind.STATEMENTS else path, note)
            self.said.append("Left for the attorney: a bracket in the paper, a question in the memo.")
            return
        else:
            self._remember()
            self.sheet.put_question(question.path, note)
            if question.is_required and not is_given(self.sheet.get(question.path)):
                self.said.append(
                    "Your note stands in the memo. No paper can be drafted without this answer: give the likeliest "
                    "one, and the note stays beside it; or !drop takes this item out, !menu goes elsewhere."
                )
                return
            if question.kind.is_list:
                self.progress.passed.add(question.path)
            self.said.append("Left for the attorney: a question in the memo. This field itself stays empty.")
        self._go_on(question)

    def _not_applicable(self, question: Question, words: str) -> None:
        if question.takes_ask:
            if not words:
                msg = "Say why in a few words: !na no booking number was issued"
                raise AnswerError(msg)
            self._change(question, {question.path: {"not_applicable": " ".join(words.split())}})
            self.said.append("Not applicable: nothing in the paper, a line in the memo.")
            self._go_on(question)
        else:
            self._passed(question)

    def _dropped(self, question: Question) -> None:
        """Takes out the item that is being asked, and goes back to its list."""
        where, index = question.item[:-1], question.item[-1] if question.item else ""
        owner = next((one for one in self.route.agenda() if one.path == where), None)
        if owner is None or not isinstance(index, int):
            msg = "This question belongs to no item of a list; !clear takes out its answer."
            raise AnswerError(msg)
        if index < len(self.sheet.items(where)):
            self._remember()
            command = lists.Command("delete", index)
            self.said.append(lists.rearrange(command, owner, self.sheet, self.progress))
        else:
            self.sheet.renumber_questions(where, [*range(index), None])
            self.said.append("It is not added.")
        self.progress.passed.discard(where)
        self.route.dropped(where)
        self._go(where)

    def _cleared(self, question: Question) -> None:
        if self.sheet.get(question.path) is None:
            self.said.append("Nothing stands here.")
            return
        self._remember()
        self.sheet.change({question.path: None})
        self.progress.forget(question.path)
        self.said.append("Taken out; !undo brings it back.")

    def _paged(self, typed: str) -> None:
        if typed.strip().lower() == "draft":
            self._draft()
        elif (goal := self.pages.choose(typed)) is not None:
            self._go(goal)

    def _draft(self) -> None:
        """Ends the interview for a draft, if the file can be read as a case."""
        try:
            loads(self.sheet.text, self.sheet.name, self._law, folder=self.sheet.folder)
        except CaseFileError as error:
            self.refused = True
            self.said += ["The case cannot be drafted yet:", *error.problems]
        else:
            self.outcome = Outcome.DRAFT

    def _undone(self) -> None:
        self._pending = None
        if not self._undo:
            self.said.append("There is nothing to take back.")
            return
        text, progress, at = self._undo.pop()
        self.sheet.restore(text)
        self.progress.take(progress)
        self.pages.page = Page.QUESTION
        self.route.go(at)
        self.said.append("The last change is taken back.")
