"""The front for a terminal: questionary asks, prompt_toolkit keeps pasted paragraphs whole."""

from __future__ import annotations

import os
from typing import TextIO

import questionary
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from questionary import Style
from questionary.prompts.common import InquirerControl

from drafter.interview.plain import edit_text, layout, printable, wrap
from drafter.interview.terminal import Prompt

_COLOURS = Style([("qmark", "fg:ansicyan bold"), ("answer", "fg:ansicyan")])
_NO_COLOURS = Style([
    (name, "") for name in (
        "qmark", "question", "answer", "pointer", "highlighted", "selected", "separator",
        "instruction", "text", "disabled",
    )
])
_MOVES = (
    ("<", "go back"), ("?", "help"), ("!ask", "leave it for the attorney"),
    ("!menu", "sections"), ("!quit", "save and stop"),
)
_WORDS = "words"
_MOVE_BEGUN = "!"
_PASS = ""
_AGAIN = "again, please"


class ScreenTerminal:
    """Arrow keys and typed words on a terminal; every move can be typed."""

    retries = True

    def __init__(self, stream: TextIO) -> None:
        """Writes messages to a stream; questionary finds the terminal itself.

        Args:
            stream: where messages go.
        """
        self._stream = stream
        self._style = _NO_COLOURS if os.environ.get("NO_COLOR") else _COLOURS

    def say(self, text: str) -> None:
        """Shows a message."""
        lines = [part for line in text.split("\n") for part in wrap(line)]
        self._stream.write(printable("\n".join(lines) + "\n", self._stream))
        self._stream.flush()

    def read(self, prompt: Prompt) -> str:
        """Shows a question: a list where one of a few must be taken, else a line to type on."""
        if prompt.is_closed and prompt.choices:
            answer = self._select(prompt)
            while answer == _AGAIN:
                answer = self._select(prompt)
            if answer not in {_WORDS, _MOVE_BEGUN}:
                return answer
            prompt = Prompt(prompt.title, ("Type the move, such as !ask WORDS or !na REASON.",))
            return self._type(prompt, _MOVE_BEGUN if answer == _MOVE_BEGUN else "")
        return self._type(prompt)

    def edit(self, text: str) -> str | None:
        """Opens the person's editor."""
        return edit_text(text)

    def _type(self, prompt: Prompt, begun: str = "") -> str:
        self.say("\n".join(layout(prompt)))
        history = InMemoryHistory([prompt.current] if prompt.current else [])
        question = questionary.text(
            "", default=begun, qmark=">", style=self._style, history=history)
        answer: str = question.unsafe_ask()
        return answer.replace("\r\n", "\n").replace("\r", "\n")

    def _select(self, prompt: Prompt) -> str:
        lines = layout(Prompt(prompt.title, prompt.lines, (), prompt.current, prompt.empty))
        self.say("\n".join(lines))
        options = [
            questionary.Choice(f"{number}. {one.line}", one.value)
            for number, one in enumerate(prompt.choices, start=1)
        ]
        if prompt.empty:
            options.insert(0, questionary.Choice(prompt.empty, _PASS))
        else:  # Enter alone must not be an answer
            options.insert(0, questionary.Choice("choose one:", _AGAIN))
        options.append(questionary.Separator("  ----"))
        options += [questionary.Choice(f"{name}  {what}", name) for name, what in _MOVES]
        options.append(questionary.Choice("!  another move, or a note with it", _WORDS))
        question = questionary.select(
            "", options, qmark=">", style=self._style, use_jk_keys=False, use_search_filter=True,
            instruction="(arrows, or type a number or part of a name)",
        )
        _keep_what_is_typed(question)
        answer: str = question.unsafe_ask()
        return answer


def _keep_what_is_typed(question: questionary.Question) -> None:
    """Words typed in a list are never lost to it.

    A list takes what is typed as part of a name to look for. A move, ``!ask WORDS``, goes on in a line
    of its own; and words that no choice holds are an answer to be refused, where the list would take
    its first choice for them.
    """
    own = KeyBindings()
    app = question.application
    control = next(one for one in app.layout.find_all_controls() if isinstance(one, InquirerControl))

    @Condition
    def is_unknown() -> bool:
        sought = (control.search_filter or "").lower()
        return bool(sought) and not any(sought in str(one.title).lower() for one in control.choices)

    @own.add(_MOVE_BEGUN, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=_MOVE_BEGUN)

    @own.add(Keys.ControlM, eager=True, filter=is_unknown)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=control.search_filter)

    given = app.key_bindings
    app.key_bindings = own if given is None else merge_key_bindings([given, own])
