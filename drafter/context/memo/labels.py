"""Words of the memo as plain text, and party labels as the forum has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from drafter.law.records import Forum
from drafter.wording.text import Text

_T = TypeVar("_T")
_EXACT = frozenset({"words", "cite", "law", "sources", "field", "file"})  # quoted, or no prose
_OURS = re.compile(r"\b([Pp])etitioner(?=\b|s\b)|\b([Rr])espondent(?=\b|s\b)")


def relabelled(value: _T, forum: Forum) -> _T:
    """Words of the program with the forum’s labels; nothing in quotation marks is touched.

    The checks and the catalogue speak of petitioners and respondents everywhere; a memo on a
    complaint must speak of plaintiffs and defendants as the complaint does.
    """
    if forum.petitioner_label == "Petitioner" and forum.respondent_label == "Respondent":
        return value
    found: object = value
    match value:
        case str():
            found = _words(value, forum, quoted=False)[0]
        case Text():
            spans, quoted = [], False
            for span in value.spans:
                if isinstance(span, str):
                    words, quoted = _words(span, forum, quoted=quoted)
                    spans.append(words)
                else:
                    spans.append(span)  # type: ignore[arg-type]  # a span of another kind
            found = Text.of(*spans)
        case tuple():
            found = tuple(relabelled(one, forum) for one in value)
        case None | bool() | int():
            pass
        case _ if names := _names(value):
            found = replace(value, **{  # type: ignore[type-var]  # one with fields
                name: relabelled(getattr(value, name), forum)
                for name in names if name not in _EXACT
            })
        case _:
            pass
    return found  # type: ignore[return-value]  # each branch keeps the type it was given


def _names(value: object) -> tuple[str, ...]:
    """The fields of a part of the memo; none for what is no part."""
    return tuple(getattr(type(value), "__dataclass_fields__", ()))


def _words(text: str, forum: Forum, *, quoted: bool) -> tuple[str, bool]:
    if "“" not in text and "”" not in text:
        return (text if quoted else _in_ours(text, forum)), quoted
    parts: list[str] = []
    for part in re.split(r"([“”])", text):
        if part in {"“", "”"}:
            quoted = part == "“"
            parts.append(part)
        else:
            parts.append(part if quoted else _in_ours(part, forum))
    return "".join(parts), quoted


def _in_ours(text: str, forum: Forum) -> str:
    if "etitioner" not in text and "espondent" not in text:
        return text
    return _OURS.sub(lambda m: _label(m, forum), text)


def _label(match: re.Match[str], forum: Forum) -> str:
    label = forum.petitioner_label if match[1] else forum.respondent_label
    return label if (match[1] or match[2]).isupper() else label.lower()


def plain_words(value: object) -> Iterator[str]:
    """Every word of a part of the memo."""
    match value:
        case str():
            yield value
        case Text():
            yield value.plain
        case tuple():
            for one in value:
                yield from plain_words(one)
        case _:
            for name in _names(value):
                yield from plain_words(getattr(value, name))
