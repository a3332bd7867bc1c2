"""The interview itself: what is asked now, and what an answer or a move leads to.

No terminal, no disk: a front shows ``prompt`` and hands what was typed to ``answer``; whoever
drives it saves ``sheet.text`` after every answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from pydantic import ValidationError

from drafter.case import Case
from drafter.casefile import loads, shape
from drafter.errors import CaseFileError
from drafter.interview import guidance, lists, prompts
from drafter.interview.answers import AnswerError, Desk, read_answer
from drafter.interview.choices import Choice, choices, suggestion
from drafter.interview.identifiers import Spotted, spot
from drafter.interview.notices import Notices
from drafter.interview.moves import ALL_MOVES, Made, Move, UnknownMoveError, read_move, unescaped
from drafter.interview.pages import Page, Pages
from drafter.interview.progress import Progress
from drafter.interview.questions import Kind, Question
from drafter.interview.route import Frame, Route
from drafter.interview.sheet import Sheet
from drafter.interview.terminal import Prompt
from drafter.interview.tree import Path, get, is_given
from drafter.law import Law

MOST_UNDONE = 50
"""Changes that can be taken back."""


class Outcome(Enum):
    """How an interview ends."""

    QUIT = "quit"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class _Pending:
    """An answer that waits for a word on what it holds."""

    question: Question
    text: str
    spotted: Spotted


class Interview:
    """The state of one interview."""

    def __init__(
        self,
        sheet: Sheet,
        progress: Progress,
        law: Law,
        as_of: dt.date,
        read_file: Callable[[str], str],
    ) -> None:
        """Begins at the first open question.

        Args:
            sheet: the case in hand.
            progress: what was passed over before.
            law: what courts, duties and channels there are.
            as_of: the day from which days are counted.
            read_file: gives the text of a file named with ``@``; raises CaseFileError.
        """
        self.sheet, self.progress, self._law, self._as_of = sheet, progress, law, as_of
        self._read_file = read_file
        self.route = Route(sheet, progress, law, _faults(sheet.data))
        self.pages = Pages(self.route)
        self.outcome: Outcome | None = None
        self.wants_editor = False
        self.said: list[str] = []
        self.refused = False
        self._pending: _Pending | None = None
        self._narrowed: tuple[Choice, ...] = ()
        self._undo: list[tuple[str, str, Path]] = []
        self._notices = Notices(sheet, law, as_of)
        self._go(self.route.first_open())

    @property
    def question(self) -> Question | None:
        """The question that is asked now, or None on a page."""
        return self.route.question if self.pages.page is Page.QUESTION else None

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
        self._go(self.route.tour_section(section_id))

    def open_review(self) -> None:
        """Shows the review."""
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
        except (UnknownMoveError, AnswerError, lists.ListError) as error:
            self.refused = True
            self.said.append(str(error))
            self._narrowed = getattr(error, "choices", ()) or self._narrowed
        except CaseFileError as error:
            self.refused = True
            self.said += [str(one) for one in error.problems]
        self.progress.at = self.route.at
        return self.said

    # --- answers ---------------------------------------------------------------------------

    def _answered(self, question: Question, typed: str) -> None:
        if typed.strip() == "":
            self._passed(question)
            return
        if typed == "=":
            typed = suggestion(question, self.sheet.data, self._law)
            if not typed:
                msg = "Nothing is offered here; type the answer."
                raise AnswerError(msg)
        if typed.startswith("@") and question.kind.is_text:
            typed = self._read_file(typed[1:].strip())
        elif question.kind.is_text:
            typed = unescaped(typed)
        if self._narrowed and typed.isdecimal() and 0 < int(typed) <= len(self._narrowed):
            typed = self._narrowed[int(typed) - 1].value
        if question.kind.is_list:
            self._listed(question, lists.read_command(question, typed, len(self.sheet.items(question.path))))
        elif question.kind is Kind.GATE:
            self._gated(question, typed)
        elif question.kind.is_text and (found := spot(typed)):
            self._pending = _Pending(question, typed, found)
        else:
            self._kept(question, typed)

    def _settled(self, pending: _Pending, typed: str) -> None:
        """What to do with an answer that holds an identifier."""
        match typed.strip().lower():
            case "1" | "mask" | "m":
                words = pending.spotted.masked
            case "2" | "keep" | "k":
                words = pending.text
            case "3" | "again" | "a":
                self._pending = None
                return
            case _:
                msg = "Type 1 to mask it, 2 to keep it as typed, or 3 to type the answer again."
                raise AnswerError(msg)
        self._pending = None
        if pending.question.kind.is_list:
            self._add_words(pending.question, words)
        else:
            self._kept(pending.question, words)

    def _kept(self, question: Question, typed: str) -> None:
        """Takes an answer into the file, and goes on."""
        answer = read_answer(question, typed, Desk(self.sheet.data, self._law, self._as_of))
        changes: dict[Path, object] = {}
        count = len(self.sheet.items(("exhibits",)))
        for number, (new_id, title) in enumerate(answer.exhibits):
            changes[("exhibits", count + number)] = {"id": new_id, "title": title}
        if changes:
            self.progress.passed.discard(("exhibits",))
            self.said.append("New on the list of exhibits: " + "; ".join(t for _, t in answer.exhibits) + ".")
        changes[question.path] = answer.value
        if answer.echo:
            self.said.append(answer.echo)
        self._change(question, changes)
        self._go_on(question)

    def _change(self, question: Question, changes: dict[Path, object]) -> None:
        """Changes the file, and says which other questions that touches."""
        before = self.sheet.get(question.path)
        shown = self.route.paths()
        self._remember()
        self.sheet.change(changes)
        self.sheet.ensure_id(question.item, question.field, question.model)
        self.progress.notes.pop(question.path, None)
        self.progress.passed.discard(question.path)
        self.route.answered(question)
        if is_given(before) and before != self.sheet.get(question.path):
            self.said += self.route.follow(question, shown)

    def _passed(self, question: Question) -> None:
        """An empty answer: keeps what stands there, or passes the question over."""
        value = self.sheet.get(question.path)
        if question.kind.is_list:
            if question.is_required and not self.sheet.items(question.path):
                self._refuse_empty(question)
            self.progress.passed.add(question.path)
        elif not is_given(value) and not isinstance(value, dict):
            if question.is_required or (question.ask.explicit and question.path not in self.progress.passed):
                self._refuse_empty(question)
            self.progress.passed.add(question.path)
        self.route.answered(question)
        self._go_on(question)

    def _refuse_empty(self, question: Question) -> None:
        way = (
            "!ask leaves it for the attorney" if question.takes_ask
            else "!menu goes elsewhere, and the question stays open"
        )
        msg = f"This one needs an answer ({question.description.rstrip('.')}). ? shows an example; {way}."
        raise AnswerError(msg)

    def _gated(self, question: Question, typed: str) -> None:
        answer = typed.strip().lower()
        if answer in {"y", "yes", "1"}:
            self.progress.gates.add(question.path)
            self.progress.passed.discard(question.path)
        elif answer in {"n", "no", "2"}:
            if is_given(self.sheet.get(question.path)):
                msg = "Something stands there already; !clear takes it out."
                raise AnswerError(msg)
            self.progress.gates.discard(question.path)
            self.progress.passed.add(question.path)
        else:
            msg = "Type yes or no."
            raise AnswerError(msg)
        self._go_on(question)

    # --- lists -----------------------------------------------------------------------------

    def _listed(self, question: Question, command: lists.Command) -> None:
        where = question.path
        match command.name:
            case "text":
                if found := spot(command.words):
                    self._pending = _Pending(question, command.words, found)
                else:
                    self._add_words(question, command.words)
            case "done":
                self._passed(question)
            case "add":
                self.progress.passed.discard(where)
                self._go(self.route.add_item(question))
            case "edit":
                self._go(self.route.tour_item(question, command.index))
            case "copy":
                self._remember()
                number = self.sheet.duplicate(where, command.index)
                self.said.append(f"Copied as number {number + 1}.")
                self._go(self.route.tour_item(question, number))
            case _:
                self._remember()
                self.said.append(lists.rearrange(command, question, self.sheet, self.progress))

    def _add_words(self, question: Question, words: str) -> None:
        """A new item of a list of sentences."""
        index = len(self.sheet.items(question.path))
        path = (*question.path, index)
        inner = (*path, "say") if question.kind is Kind.STATEMENTS else path
        target = self.route.as_text(question, inner)
        answer = read_answer(target, words, Desk(self.sheet.data, self._law, self._as_of))
        self.said += [answer.echo] if answer.echo else []
        value = {"say": answer.value} if question.kind is Kind.STATEMENTS else answer.value
        self.progress.passed.discard(question.path)
        self._change(question, {path: value})
        self._go_on(question, start=path)

    # --- moves and pages -------------------------------------------------------------------

    def _moved(self, made: Made) -> None:
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
                note = self.progress.notes.get(question.path, "") if question else ""
                self.said += (
                    guidance.help_lines(question, self.sheet.data, self._law, note=note)
                    if question else list(ALL_MOVES)
                )
            case _ if question is None or self._pending is not None:
                msg = f"{made.move.value} belongs to a question; < goes back to it."
                raise AnswerError(msg)
            case Move.EDITOR:
                if not question.kind.is_text:
                    msg = "An editor is of use for words only; type the answer here."
                    raise AnswerError(msg)
                self.wants_editor = True
            case Move.CLEAR:
                self._cleared(question)
            case Move.ASK:
                self._left_to_attorney(question, made.words)
            case Move.NOT_APPLICABLE:
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
            label = note.replace("[", "(").replace("]", ")")
            self._add_words(question, f"[?{label}]")
            self.said.append("Left for the attorney: a bracket in the paper, a question in the memo.")
            return
        else:
            self.progress.notes[question.path] = note
            self.said.append(
                "Noted for the attorney, here and in the review. The file itself cannot hold a "
                "question in this field, so it stays empty."
            )
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

    def _cleared(self, question: Question) -> None:
        if self.sheet.get(question.path) is None:
            self.said.append("Nothing stands here.")
            return
        self._remember()
        self.sheet.change({question.path: None})
        self.progress.forget(question.path)
        self.said.append("Taken out; !undo brings it back.")

    def _paged(self, typed: str) -> None:
        chosen = self.pages.choose(typed)
        if chosen == "draft":
            self._draft()
        elif chosen == "quit":
            self.outcome = Outcome.QUIT
        elif chosen is not None:
            self._go(chosen)

    def _draft(self) -> None:
        """Ends the interview for a draft, if the file can be read as a case."""
        try:
            loads(self.sheet.text, self.sheet.name, self._law, folder=self.sheet.folder)
        except CaseFileError as error:
            self.refused = True
            self.said += ["The case cannot be drafted yet:", *error.problems]
        else:
            self.outcome = Outcome.DRAFT

    # --- going on --------------------------------------------------------------------------

    def _remember(self) -> None:
        now = (self.sheet.text, self.progress.to_json(), self.route.at)
        self._undo = [*self._undo, now][-MOST_UNDONE:]

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

    def _go_on(self, question: Question, *, start: Path | None = None) -> None:
        self._go(self.route.next(question, start))

    def _go(self, goal: Path | Frame | None) -> None:
        """Shows the next question, or the page that follows; says what is worth knowing first."""
        self._narrowed = ()
        old = self.route.question
        self.pages.arrive(goal)
        new = self.question
        if old is not None and (new is None or new.section.id != old.section.id):
            self.said += self._notices.at_end_of(old.section)
        if old is not None and old.path[0] in {"forum", "respondents", "duties"}:
            self.said += self._notices.of_reach()
        if new is not None and (old is None or new.section.id != old.section.id):
            self.said.append(f"== {new.section.title} ==  {new.section.why}")


def _faults(data: object) -> set[Path]:
    """The answers in a file that the model does not take: they are asked again."""
    try:
        Case.model_validate(data)
    except ValidationError as error:
        found = {shape.clean(one["loc"]) for one in error.errors(include_url=False)}
        return {path for path in found if get(data, path) is not None}
    return set()
