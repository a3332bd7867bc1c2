"""The two marks a person may type into a sentence: ``[?label]`` and ``[#id]``.

``[?time of release]`` prints a counted blank; ``[#first-stop]`` prints the number of the
paragraph that tells of the item with that id.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.wording.grammar import curl
from drafter.wording.text import Blank, Ref, Span, Text

_MARK = re.compile(r"\[(?P<kind>[?#])(?P<words>[^\[\]]*)\]")
_OPENED = re.compile(r"\[[?#](?![^\[\]]*\])")
UNNAMED = "fact to be supplied"


@dataclass(frozen=True, slots=True)
class Mention:
    """A ``[#id]`` as it stands in a text."""

    id: str
    start: int


def inline(text: str) -> Text:
    """Text as typed to text as printed: marks resolved, quotation marks curled.

    Nothing else is special: asterisks, braces and other brackets print as typed. A label
    may not hold brackets. ``[?]`` without a label prints a blank that says only that a fact is
    missing.
    """
    whole = curl(text)
    spans: list[Span] = []
    end = 0
    for match in _MARK.finditer(whole):
        spans += [whole[end : match.start()], _span(match)]
        end = match.end()
    return Text.of(*spans, whole[end:])


def mentions(text: str) -> tuple[Mention, ...]:
    """The ids that a text refers to with ``[#id]``, and where in it each stands."""
    return tuple(
        Mention(_words(match), match.start())
        for match in _MARK.finditer(text)
        if match["kind"] == "#"
    )


def unclosed(text: str) -> tuple[int, ...]:
    """Where in a text a mark is opened and never closed; it would print as typed."""
    return tuple(match.start() for match in _OPENED.finditer(text))


def _span(match: re.Match[str]) -> Span:
    words = _words(match)
    return Ref(words) if match["kind"] == "#" else Blank(words or UNNAMED)


def _words(match: re.Match[str]) -> str:
    return " ".join(match["words"].split())
