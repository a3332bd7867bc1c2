"""JSON text to a tree: numbers keep their digits, repeated keys are refused, no recursion."""

from __future__ import annotations

import re
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]  # not in its stub
from typing import TYPE_CHECKING

from drafter.casefile.opening import place
from drafter.casefile.tree import Builder, TooMuchError, Tree

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACE = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"-?[0-9][0-9.eE+-]*|[A-Za-z][A-Za-z0-9_]*|-Infinity")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORDS: dict[str, str | None] = {"true": "yes", "false": "no", "null": None}


class _SyntaxError(Exception):
    def __init__(self, index: int, sentence: str) -> None:
        self.index = index
        self.sentence = sentence


def parse_json(text: str) -> Tree:
    """Reads JSON text as a tree of text; flaws of form are collected in ``Tree.flaws``.

    A number is the text of its digits, ``true`` and ``false`` are ``yes`` and ``no``, and
    ``null`` is absent. A syntax error ends the reading and is the last flaw.
    """
    builder = Builder()
    places = _Places(text)
    try:
        _drive(builder, text, places)
    except TooMuchError:
        builder.tree.data = None
    except _SyntaxError as error:
        builder.tree.data = None
        builder.flaw(*place(text, error.index), error.sentence)
    return builder.tree


class _Places:
    """Line and column of ever later positions, without counting from the start each time."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line = 1
        self._start = 0  # of the line
        self._seen = 0

    def at(self, index: int) -> tuple[int, int]:
        lines = self._text.count("\n", self._seen, index)
        if lines:
            self._line += lines
            self._start = self._text.rfind("\n", self._seen, index) + 1
        self._seen = max(self._seen, index)
        return self._line, index - self._start + 1


def _tokens(text: str) -> Iterator[tuple[str, str | None, int]]:
    """Kind (``{ } [ ] : ,`` or ``value``), value and index of each token."""
    index = 0
    while True:
        index = _skip(text, index)
        if index >= len(text):
            return
        sign = text[index]
        if sign in "{}[]:,":
            yield sign, None, index
            index += 1
        elif sign == '"':
            try:
                value, end = scanstring(text, index + 1, True)  # noqa: FBT003 - positional only
            except JSONDecodeError as error:
                raise _SyntaxError(
                    error.pos, "a text in quotation marks is not closed on its line, or holds a "
                    "wrong backslash; close it, and write a new line as \\n.",
                ) from None
            yield "text", value, index
            index = end
        elif (word := _WORD.match(text, index)) is not None:
            if word[0] not in _WORDS and _NUMBER.fullmatch(word[0]) is None:
                raise _SyntaxError(index, "JSON has no such word or number; put it in quotation "
                                   "marks.")
            yield "word", _WORDS.get(word[0], word[0]), index
            index = word.end()
        else:
            raise _SyntaxError(index, "JSON takes no such sign here; text stands in double "
                               "quotation marks, and there are no comments.")


def _skip(text: str, index: int) -> int:
    space = _SPACE.match(text, index)
    return space.end() if space else index


def _drive(builder: Builder, text: str, places: _Places) -> None:  # noqa: C901 - a table
    """A pushdown automaton: ``open_`` holds the open brackets, ``wants`` what may come next."""
    open_: list[str] = []
    wants = "value"
    before = ""
    for kind, value, index in _tokens(text):
        line, column = places.at(index)
        if kind in {"text", "word"} and wants in {"value", "value or ]"}:
            builder.scalar(value, line, column)
            wants = "end"
        elif kind == "text" and wants in {"key", "key or }"}:
            builder.scalar(value, line, column)
            wants = ":"
        elif kind == "{" and wants in {"value", "value or ]"}:
            builder.open({}, line, column)
            open_.append("}")
            wants = "key or }"
        elif kind == "[" and wants in {"value", "value or ]"}:
            builder.open([], line, column)
            open_.append("]")
            wants = "value or ]"
        elif kind == ":" and wants == ":":
            wants = "value"
        elif kind == "," and wants == "end" and open_:
            wants = "key" if open_[-1] == "}" else "value"
        elif open_ and kind == open_[-1] and wants in {"end", f"key or {kind}", f"value or {kind}"}:
            builder.close()
            open_.pop()
            wants = "end"
        elif not open_ and wants == "end":
            raise _SyntaxError(index, "the case ends before this; one file holds one case.")
        else:
            raise _SyntaxError(index, _expected(wants, kind, before))
        before = kind
    if open_ or wants != "end":
        raise _SyntaxError(len(text), "the file ends in the middle; a bracket is not closed.")


def _expected(wants: str, kind: str, before: str) -> str:
    if kind in "}]" and before == ",":
        return "a comma stands before a closing bracket; delete the comma."
    words = {
        "value": "a value",
        "value or ]": "a value or ]",
        "key": "a key in double quotation marks",
        "key or }": "a key in double quotation marks, or }",
        ":": "a colon after the key",
        "end": "a comma or a closing bracket",
    }[wants]
    return f"here should stand {words}."
