"""What the interview needs of a terminal; three fronts provide it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from drafter.interview.choices import Choice


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question as it is to be shown.

    Args:
        title: where we are: section, count, field.
        lines: what is said before the answer, in order.
        choices: what can be chosen by number; the first word of each is its name.
        current: the answer as it stands; Enter keeps it.
        empty: what an empty answer does, in a few words.
        is_long: whether the answer may be paragraphs.
        is_closed: whether one of the choices must be taken.
        moves: the line that names the moves.
    """

    title: str
    lines: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    current: str = ""
    empty: str = ""
    is_long: bool = False
    is_closed: bool = False
    moves: str = ""


class Terminal(Protocol):
    """A front: shows lines and reads answers."""

    retries: bool
    """Whether a person is there to answer again."""

    def say(self, text: str) -> None:
        """Shows a message."""
        ...

    def read(self, prompt: Prompt) -> str:
        """Shows a question and gives what was typed, every line end as one newline.

        Raises:
            EOFError: there is nothing more to read.
            KeyboardInterrupt: Ctrl-C.
        """
        ...

    def edit(self, text: str) -> str | None:
        """Lets a person write in an editor; None where there is none or nothing was saved."""
        ...
