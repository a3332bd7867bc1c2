"""Taking answers: from what was typed to a change of the case, and on to the next question."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pydantic import ValidationError

from drafter.case import Case
from drafter.casefile import shape
from drafter.interview import lists, nonanswers, signed
from drafter.interview.answers import AnswerError, Desk, read_answer
from drafter.interview.choices import Choice, find, only_choice, suggestion
from drafter.interview.guidance import CORNERSTONES
from drafter.interview.identifiers import Spotted, spot
from drafter.interview.moves import unescaped
from drafter.interview.nearby import Nearby
from drafter.interview.notices import Notices
from drafter.interview.pages import Pages
from drafter.interview.progress import Progress
from drafter.interview.questions import Kind, Question
from drafter.interview.review import State
from drafter.interview.route import Goal, Page, Route
from drafter.interview.sheet import Sheet
from drafter.interview.tree import Path, get, is_given
from drafter.law import Law

MOST_UNDONE = 50
"""Changes that can be taken back."""


@dataclass(frozen=True, slots=True)
class Pending:
    """An answer that waits for a word on what it holds."""

    question: Question
    text: str
    spotted: Spotted


class Answering:
    """The part of an interview that turns answers into facts."""

    def __init__(
        self,
        sheet: Sheet,
        progress: Progress,
        law: Law,
        as_of: dt.date,
        files: Nearby,
    ) -> None:
        """Begins at the first open question.

        Args:
            sheet: the case in hand.
            progress: what was passed over before.
            law: what courts, duties and channels there are.
            as_of: the day from which days are counted.
            files: reads a file named with ``@``.
        """
        self.sheet, self.progress, self._law, self._as_of = sheet, progress, law, as_of
        self._files = files
        self.route = Route(sheet, progress, law, _faults(sheet.data))
        self.pages = Pages(self.route)
        self.said: list[str] = []
        self._pending: Pending | None = None
        self._narrowed: tuple[Choice, ...] = ()
        self._undo: list[tuple[str, str, Path]] = []
        self._asked_twice: Path | None = None
        self._notices = Notices(sheet, law, as_of)
        self._go(self.route.first_open())

    @property
    def question(self) -> Question | None:
        """The question that is asked now, or None on a page."""
        return self.route.question if self.pages.page is Page.QUESTION else None

    def _answered(self, question: Question, typed: str) -> None:
        if typed.strip() == "":
            self._passed(question)
            return
        if question.section.id == "agreement" and (name := signed.named(typed)):
            self._fill_from(question, name)
            return
        self._read(question, typed)

    def _read(self, question: Question, typed: str) -> None:
        """Takes an answer that says something."""
        if other := nonanswers.instead(typed, question.kind):
            raise AnswerError(other)
        if typed == "=":
            typed = suggestion(question, self.sheet.data, self._law)
            if not typed:
                msg = "Nothing is offered here; type the answer."
                raise AnswerError(msg)
        if typed.startswith("@") and question.kind.is_text:
            typed = self._files.text(typed[1:].strip())
        elif question.kind.is_text:
            typed = typed[1:] if typed[:1] == "\\" and nonanswers.instead(typed[1:], question.kind) else unescaped(typed)
        if self._narrowed:  # words first narrow the list that is shown, then search all of it
            found = find(typed, self._narrowed)
            typed = found[0].value if len(found) == 1 else typed
        if question.kind.is_list:
            self._listed(question, lists.read_command(question, typed, len(self.sheet.items(question.path))))
        elif question.kind is Kind.GATE:
            self._gated(question, typed)
        elif question.kind.is_text and (spotted := self._spotted(question, typed)):
            self._pending = Pending(question, typed, spotted)
        else:
            self._kept(question, typed)

    def _spotted(self, question: Question, typed: str) -> Spotted | None:
        who = self.sheet.get(question.path[:2])
        is_person = question.path[0] == "petitioners" and get(who, ("type",)) != "organization"
        return spot(typed, of_petitioner=is_person)

    def _settled(self, pending: Pending, typed: str) -> None:
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
        if not question.is_required:  # there the answer is the likeliest one, and the note stays beside it
            self.sheet.put_question(question.path, "")
        self.progress.passed.discard(question.path)
        self.route.answered(question)
        # One more sentence of a list touches no other answer.
        if is_given(before) and before != self.sheet.get(question.path) and not question.kind.is_list:
            self.said += self.route.follow(question, shown)

    def _passed(self, question: Question) -> None:
        """An empty answer: keeps what stands there, or passes the question over."""
        value = self.sheet.get(question.path)
        if question.kind.is_list:
            if question.is_required and not self.sheet.items(question.path):
                self._refuse_empty(question)
            if self._stays(question):
                return
            self.progress.passed.add(question.path)
        elif not is_given(value) and not isinstance(value, dict):
            if (one := only_choice(question, self.sheet.data, self._law)) is not None:
                self._kept(question, one.value)
                return
            if question.is_required or (question.ask.explicit and question.path not in self.progress.passed):
                self._refuse_empty(question)
            if self._stays(question):
                return
            self.progress.passed.add(question.path)
        self.route.answered(question)
        self._go_on(question)

    def _stays(self, question: Question) -> bool:
        """Whether the first Enter is not enough: at what is seldom meant to be left empty."""
        why = "" if self.sheet.items(question.path) else CORNERSTONES.get(question.path, "")
        if not question.kind.is_list and suggestion(question, self.sheet.data, self._law):
            why = "Type = to take what is offered."
        if not why or self._asked_twice == question.path:
            self._asked_twice = None
            return False
        self._asked_twice = question.path
        self.said.append(f"{why} Enter once more leaves it open.")
        return True

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

    def _fill_from(self, question: Question, name: str) -> None:
        """Fills the part on the agreement from its PDF, and goes on with what the PDF does not say.

        Raises:
            AgreementError: it cannot be read; nothing is changed.
            AnswerError: it is no such agreement; likewise.
        """
        agreement, file = self._files.signed(name)
        if signed.is_silent(agreement):
            msg = (
                f"{name}: it can be read, and no part of a 287(g) agreement is found in it. Name the signed "
                "agreement's PDF, or type what the paper says."
            )
            raise AnswerError(msg)
        self._remember()
        self.sheet.change(signed.filled(agreement, file, self.sheet.data))
        self.progress.passed |= signed.passed_over(self.sheet.data)
        self.said += signed.told(agreement, file, self.sheet.data)
        unsaid = (q.path for q, how in self.route.states() if q.path[0] == "moa" and how is State.OPEN)
        if (goal := next(unsaid, None)) is not None:
            self._go(goal)
        else:
            self._go_on(question)

    # --- lists -----------------------------------------------------------------------------

    def _listed(self, question: Question, command: lists.Command) -> None:
        where = question.path
        match command.name:
            case "text":
                if found := self._spotted(question, command.words):
                    self._pending = Pending(question, command.words, found)
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
        self._go_on(question, start=inner)

    # --- going on --------------------------------------------------------------------------

    def _remember(self) -> None:
        now = (self.sheet.text, self.progress.to_json(), self.route.at)
        self._undo = [*self._undo, now][-MOST_UNDONE:]

    def _go_on(self, question: Question, *, start: Path | None = None) -> None:
        self._go(self.route.next(question, start))

    def _go(self, goal: Goal) -> None:
        """Shows the next question, or the page that follows; says what is worth knowing first."""
        self._narrowed = ()
        old = self.route.question
        self.pages.arrive(goal)
        new = self.question
        if old is not None and (new is None or new.section.id != old.section.id):
            self.said += self._notices.at_end_of(old.section)
        if old is not None and old.path[0] in {"forum", "respondents", "duties"}:
            self.said += self._notices.of_reach()
        if old is not None and old.path == ("matter", "kind"):
            self.said += self._notices.of_kind()
        if new is not None and (old is None or new.section.id != old.section.id):
            self.said += ["", f"== {new.section.title} ==", new.section.why]


def _faults(data: object) -> set[Path]:
    """The answers in a file that the model does not take: they are asked again."""
    try:
        Case.model_validate(data)
    except ValidationError as error:
        found = {shape.clean(one["loc"]) for one in error.errors(include_url=False)}
        return {path for path in found if get(data, path) is not None}
    return set()
