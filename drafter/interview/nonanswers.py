"""What people type where they have no answer: words that must not be printed as one."""

from __future__ import annotations

from drafter.interview.questions import Kind

_UNKNOWN = frozenset((
    "unknown", "not known", "unk", "don't know", "dont know", "do not know", "i don't know", "i dont know",
    "idk", "no idea", "not sure", "unsure", "tbd", "tba", "to be determined", "later", "ask", "ask attorney",
    "ask the attorney", "ask client", "ask the client", "check", "to check", "to follow",
))
_NONE = frozenset((
    "none", "no", "n/a", "na", "n.a", "not applicable", "does not apply", "nothing", "nil", "null", "-", "--", "–",
    "—", "skip", "pass", "blank", "empty",
))
_CLOSED = frozenset({Kind.YES_NO, Kind.GATE, Kind.CHOICE, Kind.REFERENCE})
"""Kinds whose answer is one of a few: other words are refused there anyway, and "no" is an answer."""


def instead(typed: str, kind: Kind) -> str:
    """What to type instead of a word that is no answer.

    Args:
        typed: the whole of what was typed.
        kind: what an answer is here.

    Returns:
        A sentence or two, or "" where the words may be an answer.
    """
    words = " ".join(typed.lower().replace("’", "'").split()).rstrip(".!")
    if words in _UNKNOWN and kind not in {Kind.CHOICE, Kind.REFERENCE}:
        return (
            f'"{typed.strip()}" is not printed. !ask leaves the question for the attorney, with a bracket in the '
            "paper; \\ before the word prints it all the same."
        )
    ends_a_list = kind.is_list and words in {"none", "no"}
    if words in _NONE and kind not in _CLOSED and not ends_a_list:
        return (
            f'"{typed.strip()}" is not printed. Press Enter where there is none, or say with !na REASON why it does '
            "not apply; \\ before the word prints it all the same."
        )
    return ""
