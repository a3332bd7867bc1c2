"""Drives an interview on a terminal, and saves after every answer."""

from __future__ import annotations

from drafter.interview.review import shown
from drafter.interview.session import Interview, Outcome
from drafter.interview.store import SaveError, Store
from drafter.interview.terminal import Terminal


class RefusedError(Exception):
    """An answer from a pipe was refused; nobody is there to answer again."""


class Run:
    """One run of an interview.

    Args:
        interview: what is asked.
        store: where it is saved.
        terminal: who is asked.
    """

    def __init__(self, interview: Interview, store: Store, terminal: Terminal) -> None:
        self._interview, self._store, self._terminal = interview, store, terminal
        self.is_saved = True

    def to_end(self) -> Outcome:
        """Asks until the person stops or wants the papers drafted.

        Raises:
            KeyboardInterrupt: Ctrl-C; all but the answer being typed is saved.
            RefusedError: an answer from a pipe was refused.
        """
        interview = self._interview
        self._say(interview.said)
        self.save()
        while interview.outcome is None:
            try:
                typed = self._terminal.read(interview.prompt)
            except EOFError:  # Ctrl-D, or the end of the pipe
                return Outcome.QUIT
            self._say(interview.answer(typed))
            if interview.refused and not self._terminal.retries:
                raise RefusedError(interview.said[-1])
            if interview.wants_editor:
                self._edit()
            self.save()
        return interview.outcome

    def save(self) -> None:
        """Saves, or says why not; the next answer tries again."""
        try:
            self._store.save(self._interview.sheet.text, self._interview.progress)
        except SaveError as error:
            self.is_saved = False
            self._terminal.say(str(error))
        else:
            self.is_saved = True

    def _edit(self) -> None:
        question = self._interview.question
        if question is None:
            return
        value = self._interview.sheet.get(question.path)
        text = self._terminal.edit(value if isinstance(value, str) else "")
        if text is None:
            self._terminal.say("No editor is named (set EDITOR), or it kept nothing. Type here, or use @FILE.")
        elif text:
            self._say(self._interview.answer(text if not text.startswith(("<", "?", "!", "@", "\\")) else "\\" + text))
            self._terminal.say(f"{len(text.split()):,} words: {shown(text, 60)}")

    def _say(self, lines: list[str]) -> None:
        if lines:
            self._terminal.say("\n".join(lines))


