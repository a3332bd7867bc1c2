"""What can be typed at every prompt besides an answer, and how it is told from one."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum


class Move(Enum):
    """A move; its value is what is typed."""

    BACK = "<"
    HELP = "?"
    ASK = "!ask"
    NOT_APPLICABLE = "!na"
    MENU = "!menu"
    REVIEW = "!review"
    QUIT = "!quit"
    EDITOR = "!edit"
    CLEAR = "!clear"
    DROP = "!drop"
    UNDO = "!undo"


ONE_LINE = "< back  ? help  !ask attorney  !na not applicable  !menu sections  !quit"
"""The moves as they stand under every question."""

ALL_MOVES = (
    "<             back to the question before; nothing is lost",
    "?             this help",
    "!ask WORDS    leave it for the attorney, with a note if you like",
    "!na REASON    the fact does not exist in this case, and why",
    "!menu         the sections; go to any of them",
    "!review       everything answered so far; change any line; draft from there",
    "!edit         write the answer in your own editor",
    "@FILE         take a long answer from a text file beside the case",
    "!clear        take the answer out",
    "!drop         take out the whole item asked about, such as petitioner 2",
    "!undo         take back the last change",
    "!quit         save and stop; you come back to this question",
    "\\             before an answer that begins with one of these signs",
)

_OTHER_NAMES = {
    "!": Move.ASK, ">": Move.MENU, "!back": Move.BACK, "!help": Move.HELP, "!q": Move.QUIT,
    "!exit": Move.QUIT, "!n/a": Move.NOT_APPLICABLE, "!attorney": Move.ASK, "??": Move.HELP,
}
_NAMES = {move.value: move for move in Move} | _OTHER_NAMES


@dataclass(frozen=True, slots=True)
class Made:
    """A move with the words typed after it."""

    move: Move
    words: str = ""


class UnknownMoveError(ValueError):
    """Something begins like a move and is none."""


def read_move(text: str) -> Made | None:
    """The move that a text makes, or None where it is an answer.

    Raises:
        UnknownMoveError: it begins with ``!`` and is no move; says which one may be meant.
    """
    head, _, words = text.strip().partition(" ")
    name = head.lower()
    if name in {"<", "?", ">", "??"} and words:
        return None
    if name in _NAMES:
        return Made(_NAMES[name], words.strip())
    if name.startswith("!") and "\n" not in text:
        close = get_close_matches(name, _NAMES, n=1, cutoff=0.5)
        hint = f"did you mean {close[0]}?" if close else "type ? to see the moves."
        msg = f'there is no move "{head}"; {hint} An answer that begins so needs a \\ before it.'
        raise UnknownMoveError(msg)
    return None


def unescaped(text: str) -> str:
    """An answer without the backslash that kept it from being a move."""
    return text[1:] if text[:1] == "\\" and text[1:2] in {"<", "?", ">", "!", "@", "\\", "+", "="} else text
