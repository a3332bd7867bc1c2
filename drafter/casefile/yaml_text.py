"""YAML text to a tree, over the events of libyaml: every scalar is text, nothing is resolved."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import yaml

from drafter.casefile.opening import place
from drafter.casefile.tree import Builder, TooMuchError, Tree

if TYPE_CHECKING:
    from collections.abc import Iterator

try:
    from yaml import CBaseLoader as _Loader
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]  # not in its stub
except ImportError:  # PyYAML was built without libyaml: slower, the same events
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]  # same methods
    from yaml import Loader as _Parser  # type: ignore[assignment]  # same methods

LOADER = _Loader
_COMMENT_AFTER = re.compile(r"[ \t]#|[ \t]+#(?=[^\s#])")  # two spaces and "# " are a comment
_NOTHING = frozenset({"null", "Null", "NULL", "~"})

_QUOTE_IT = "put the whole value in quotation marks"
_COLON = (
    f"a colon followed by a space stands inside a value, or the line is indented too far; "
    f"{_QUOTE_IT}, or mend the indentation"
)
_UNCLOSED = "a quotation mark or bracket is opened here and never closed; close it"
_AFTER_END = (
    "text stands after a closing quotation mark or bracket, or a comma is missing; a value "
    'that begins with "[" or "{" must stand in quotation marks'
)
_BACKSLASH = (
    "a backslash inside double quotation marks needs another before it, or use single "
    "quotation marks"
)
_INDENTATION = "the indentation does not fit the lines above; line it up with its neighbours"
_SYNTAX = (
    ("mapping values are not allowed", _COLON),
    ("\\t", "a tab stands where only spaces may indent a line; use spaces"),
    (
        "cannot start any token",
        f"a value may not begin with @, `, % or a tab; {_QUOTE_IT}, and indent with spaces",
    ),
    ("end of stream", _UNCLOSED),
    ("<stream end>", _UNCLOSED),
    ("unexpected document", _UNCLOSED),
    ("alphabetic or numeric", f"a value may not begin with * or &; {_QUOTE_IT}"),
    ("expected ':'", "a colon is missing after the key, or the line is not indented far enough"),
    ("expected ',' or", _AFTER_END),
    ("unicode", "an escape such as \\u0000 names no character; type the character itself"),
    ("escape", _BACKSLASH),
    ("block", _INDENTATION),
    ("expected key", _INDENTATION),
    ("expected '-' indicator", _INDENTATION),
    ("indentation", _INDENTATION),
)


def parse_yaml(text: str) -> Tree:
    """Reads YAML text as a tree of text; flaws of form are collected in ``Tree.flaws``.

    Anchors, aliases, tags, merge keys, directives, second documents and repeated keys are
    flaws, each with its place. A syntax error ends the reading and is the last flaw.
    """
    builder = Builder()
    try:
        _drive(builder, text)
    except TooMuchError:
        builder.tree.data = None
    except yaml.YAMLError as error:
        builder.tree.data = None
        line, column, sentence = _explain(error, text)
        builder.flaw(line, column, sentence)
    return builder.tree


def _events(text: str) -> Iterator[yaml.Event]:
    parser = _Parser(text)
    while True:
        event = parser.get_event()
        if event is None:
            return
        yield event


def _drive(builder: Builder, text: str) -> None:  # noqa: C901 - a table of events
    documents = 0
    for event in _events(text):
        mark: Any = event.start_mark  # libyaml always sets it
        line, column = mark.line + 1, mark.column + 1
        match event:
            case yaml.ScalarEvent():
                _refuse_properties(builder, event, line, column)
                plain = not event.style
                if plain:
                    _notice_cut(builder, event, text)
                    _notice_nothing(builder, event, line, column)
                empty = plain and not event.value
                builder.scalar(None if empty else event.value, line, column, plain=plain)
            case yaml.MappingStartEvent():
                _refuse_properties(builder, event, line, column)
                builder.open({}, line, column)
            case yaml.SequenceStartEvent():
                _refuse_properties(builder, event, line, column)
                builder.open([], line, column)
            case yaml.CollectionEndEvent():
                builder.close()
            case yaml.AliasEvent():
                builder.flaw(
                    line, column,
                    "* at the start of a value names an alias, which a case file does not "
                    f"take; {_QUOTE_IT}, or write the value out.",
                )
                builder.scalar(f"*{event.anchor}", line, column)
            case yaml.DocumentStartEvent():
                documents += 1
                if event.version or event.tags:
                    builder.flaw(
                        line, column, "a line that begins with % is not read in a case file; "
                        "delete it.",
                    )
                if documents > 1:
                    builder.flaw(
                        line, column, "a second document begins here (---); one file holds one "
                        "case.",
                    )
                    raise TooMuchError
            case _:  # the ends of the stream and of a document say nothing
                pass


def _refuse_properties(
    builder: Builder, event: yaml.ScalarEvent | yaml.CollectionStartEvent, line: int, column: int
) -> None:
    if event.anchor is not None:
        builder.flaw(
            line, column,
            f"& at the start of a value names an anchor, which a case file does not take; "
            f"{_QUOTE_IT}.",
        )
    if event.tag is not None:
        builder.flaw(
            line, column,
            f"! at the start of a value names a tag, which a case file does not take; "
            f"{_QUOTE_IT}.",
        )


def _notice_cut(builder: Builder, event: yaml.ScalarEvent, text: str) -> None:
    end: Any = event.end_mark
    start: Any = event.start_mark
    if _COMMENT_AFTER.match(text, end.index) is None:
        return
    line = end.line + 1
    if event.value:
        sentence = (
            'the value ends before " #", and the rest of the line is read as a comment; if the '
            "rest belongs to the value, put the value in quotation marks."
        )
    else:
        sentence = (
            'what follows " #" is read as a comment, and no value is left; if it is the value, '
            "put it in quotation marks."
        )
    builder.cut(line, start.column + 1, sentence)


def _notice_nothing(builder: Builder, event: yaml.ScalarEvent, line: int, column: int) -> None:
    if event.value in _NOTHING:
        builder.cut(
            line, column,
            f'"{event.value}" is read as text and not as nothing; delete the line if the fact is '
            "not known.",
        )


def _explain(error: yaml.YAMLError, text: str) -> tuple[int, int, str]:
    """Place and sentence of a syntax error, in words of our own."""
    if not isinstance(error, yaml.MarkedYAMLError):
        index = getattr(error, "position", 0) or 0
        return *place(text, index), "a character stands here that YAML does not take; delete it."
    problem = f"{error.problem or ''} {error.context or ''}".lower()
    sentence = next(
        (words for key, words in _SYNTAX if key in problem),
        "the line cannot be read as YAML; look at its quotation marks and its indentation",
    )
    mark = error.problem_mark or error.context_mark
    if mark is not None and "flow" in problem and mark.index >= len(text.rstrip()):
        sentence = _UNCLOSED
        mark = _opening(text) or error.context_mark or mark
    elif sentence == _UNCLOSED:
        mark = error.context_mark or mark
    if mark is None:
        return 1, 1, sentence + "."
    return mark.line + 1, mark.column + 1, sentence + "."


def _opening(text: str) -> yaml.Mark | None:
    """Where the last bracket is opened that nothing closes."""
    opened: list[Any] = []
    with suppress(yaml.YAMLError):
        for token in yaml.scan(text, Loader=LOADER):
            if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                opened.append(token)
            elif opened and isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
                opened.pop()
    return opened[-1].start_mark if opened else None
