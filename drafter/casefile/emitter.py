"""From a case to YAML that a person likes to read and any YAML program reads alike.

A text stands bare only where no YAML program could take it for something else; long prose is
folded, paragraphs are a block, everything odd stands in double quotation marks.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from pydantic import BaseModel

from drafter.wording.dates import clock

if TYPE_CHECKING:
    from drafter.case import Case

SCHEMA_AT = "case.schema.json"
"""What the first line of a saved case names; ``drafter schema`` writes it."""

WIDTH = 96

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"


class Bare(str):
    """The text of a typed value (a date, a number, yes), which needs no quotation marks."""

    __slots__ = ()


_BARE = re.compile(
    "[A-Za-z](?:[\x21-\x22\x24-\x39\x3b-\x7e\u00a1-\u00ac\u00ae-\u1fff\u2010-\u2027\u2030-\u205e]"
    "|\u00a0|(?<! )#|:(?![ ]|$)|[ ](?![ #]|$))*"
)
_KEY = re.compile("[a-z_]+")
_FLOW_BARE = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*(?: [A-Za-z0-9_.-]+)*")
_MEANS_MORE = re.compile(
    r"y|n|yes|no|on|off|true|false|null|nan|inf|\.nan|\.inf|[0-9][0-9_,.:eExXoO+-]*", re.IGNORECASE
)
_UNQUOTED = re.compile('[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"\\\\]')
_UNFIT_FOR_BLOCK = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]|[ \u00a0](?:\n|\\Z)|^\\s|\n\\Z")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def dump(case: Case, schema_at: str = SCHEMA_AT) -> str:
    """A case as YAML; reading it back gives an equal case.

    Args:
        case: the facts; what is absent is left out.
        schema_at: where editors find the schema, for the comment in the first line.
    """
    data = plain(case)
    body = block(data, 0) if isinstance(data, dict) else ""
    return f"# yaml-language-server: $schema={schema_at}\n{body}"


def plain(value: object) -> Plain:  # noqa: C901, PLR0911 - one return for each kind
    """A value of the model as text, lists and mappings; what is absent is left out.

    Raises:
        TypeError: the value is of no kind that a case holds.
    """
    match value:
        case None:
            return None
        case bool():
            return Bare("yes" if value else "no")
        case int():
            return Bare(str(value))
        case dt.date():
            return Bare(value.isoformat())
        case dt.time():
            return Bare(clock(value))
        case Enum():
            return Bare(value.value)
        case str():
            return value
        case BaseModel():
            fields = {name: getattr(value, name) for name in value.model_fields_set}
            return _mapping({k: fields[k] for k in type(value).model_fields if k in fields})
        case Mapping():
            return _mapping(value)
        case Sequence():
            return [plain(item) for item in value]
        case _:
            msg = f"a case holds no {type(value).__name__}"
            raise TypeError(msg)


def _mapping(fields: Mapping[str, object]) -> Plain:
    pairs = ((key, plain(item)) for key, item in fields.items())
    return {key: item for key, item in pairs if item is not None and item != []}


def block(data: dict[str, Plain] | list[Plain], indent: int) -> str:
    """A mapping or a list in block style, every line indented and ended."""
    if isinstance(data, dict):
        return "".join(" " * indent + entry(key, item, indent) for key, item in data.items())
    return "".join(" " * indent + list_item(item, indent) for item in data)


def entry(key: str, value: Plain, indent: int) -> str:
    """``key: value`` with its last line ended; the first line's indentation is the caller's."""
    head = f"{_key(key)}:"
    if value is None:
        return f"{head}\n"
    if isinstance(value, dict | list) and value and not _fits(value, indent + len(head) + 1):
        return f"{head}\n{block(value, indent + 2)}"
    return f"{head} {inline(value, indent, len(head) + 1)}\n"


def list_item(value: Plain, indent: int) -> str:
    """``- value`` with its last line ended; the first line's indentation is the caller's."""
    if isinstance(value, dict) and value and not _fits(value, indent + 2):
        return "- " + block(value, indent + 2).lstrip(" ")
    if isinstance(value, list) and value and not _fits(value, indent + 2):
        return "- " + block(value, indent + 2).lstrip(" ")
    return f"- {inline(value, indent, 2)}\n"


def inline(value: Plain, indent: int, used: int) -> str:
    """A value that begins on the line of its key; a long text goes on below.

    Args:
        value: a text, or a short mapping or list.
        indent: of the line.
        used: how much of the line, after its indentation, stands before the value.
    """
    if isinstance(value, dict | list):
        return flow(value)
    return _scalar(value or "", indent, used)


def flow(value: Plain) -> str:
    """A value in flow style, on one line."""
    if isinstance(value, dict):
        pairs = (f"{_key(key)}: {flow(item)}" for key, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return "" if value is None else _flow_scalar(value)


def _fits(value: dict[str, Plain] | list[Plain], at: int) -> bool:
    """Whether flow style is short enough: scalars, or a list of mappings of scalars."""
    if isinstance(value, dict):
        # A group of facts reads better on lines of its own, but for ask and not_applicable.
        return set(value) <= {"ask", "of", "not_applicable"} and at + len(flow(value)) <= WIDTH
    small = all(
        not isinstance(item, dict | list)
        or (isinstance(item, dict) and set(item) <= {"exhibit", "at", "verification"})
        for item in value
    )
    return small and at + len(flow(value)) <= WIDTH


def _scalar(text: str, indent: int, used: int) -> str:
    if isinstance(text, Bare) or (_safe(text, _BARE) and indent + used + len(text) <= WIDTH):
        return text
    long = indent + used + len(text) + 2 > WIDTH
    if ("\n" in text or long) and not _UNFIT_FOR_BLOCK.search(text):
        margin = " " * (indent + 2)
        if "\n" in text:
            lines = [margin + line if line else "" for line in text.split("\n")]
            return "\n".join(["|-", *lines])
        if "  " not in text:
            return "\n".join([">-", *_folded(text, margin)])
    return quoted(text)


def _flow_scalar(text: str) -> str:
    return text if isinstance(text, Bare) or _safe(text, _FLOW_BARE) else quoted(text)


def _key(text: str) -> str:
    return text if _KEY.fullmatch(text) else quoted(text)


def _safe(text: str, pattern: re.Pattern[str]) -> bool:
    return pattern.fullmatch(text) is not None and _MEANS_MORE.fullmatch(text) is None


def quoted(text: str) -> str:
    """A text in double quotation marks, with everything unseen written out."""
    return '"' + _UNQUOTED.sub(lambda m: _ESCAPES.get(m[0], f"\\u{ord(m[0]):04X}"), text) + '"'


def _folded(text: str, margin: str) -> list[str]:
    lines: list[str] = []
    line = margin
    for word in text.split(" "):
        if line != margin and len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line = margin
        line += word if line == margin else f" {word}"
    return [*lines, line]
