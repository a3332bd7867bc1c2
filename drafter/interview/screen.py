"""The front for a terminal: questionary asks, prompt_toolkit keeps pasted paragraphs whole."""

from __future__ import annotations

import os
import re
from typing import TextIO

import questionary
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from questionary import Style
from questionary.prompts.common import InquirerControl

from drafter.interview.choices import Choice, find
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
        _read_what_is_typed(question, prompt.choices)
        answer: str = question.unsafe_ask()
        return answer


def _read_what_is_typed(question: questionary.Question, choices: tuple[Choice, ...]) -> None:
    """Words typed in a list mean what they say, and are never lost to it.

    A list takes what is typed as part of a name to look for, and Enter for the first choice left: "he"
    would be "she". So words are read as they are anywhere else, unless an arrow has gone to a choice: one
    that they name is taken, and words that may mean several, or none, are the answer, to be asked about.
    A move, ``!ask WORDS``, goes on in a line of its own.
    """
    own = KeyBindings()
    app = question.application
    control = next(one for one in app.layout.find_all_controls() if isinstance(one, InquirerControl))

    @Condition
    def is_typed() -> bool:
        return bool(control.search_filter) and control.pointed_at == 0

    @own.add(_MOVE_BEGUN, eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=_MOVE_BEGUN)

    @own.add(Keys.ControlM, eager=True, filter=is_typed)
    def _(event: KeyPressEvent) -> None:
        typed = str(control.search_filter)
        named = re.compile(rf"\S+\s+{re.escape(typed)}", re.IGNORECASE)  # "no" is no name of "another move"
        left = [
            one.value for one in control.choices
            if not isinstance(one, questionary.Separator) and named.match(str(one.title))
        ]
        found = [one.value for one in find(typed, choices)] or left
        if len(found) == 1:  # shown as chosen, as an arrow would have it
            control.search_filter = None
            control.pointed_at = next(n for n, one in enumerate(control.choices) if one.value == found[0])
            control.is_answered = True
        event.app.exit(result=found[0] if len(found) == 1 else typed)

    given = app.key_bindings
    app.key_bindings = own if given is None else merge_key_bindings([given, own])
