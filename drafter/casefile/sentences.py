"""What Pydantic found, said in sentences that tell a person what to type instead."""

from __future__ import annotations

import re
from difflib import get_close_matches
from enum import Enum
from typing import TYPE_CHECKING, Any

from drafter.casefile import shape
from drafter.casefile.tree import Flaw, Loc, Tree, shown
from drafter.wording.gate import gate_narrative

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

_FACT_KEYS = ("ask", "not_applicable")


def explain(error: ErrorDetails, tree: Tree) -> Flaw:
    """One of Pydantic's errors as a flaw with its place in the file."""
    path = shape.clean(error["loc"])
    expected = shape.expected(path)
    found = error.get("input")
    match error["type"]:
        case "missing":
            line, column = tree.value_place(path)
            return Flaw(line, column, _missing(path), path)
        case "extra_forbidden":
            line, column = tree.key_place(path)
            return Flaw(line, column, _unknown_key(path, found), path)
        case _:
            line, column = tree.value_place(path)
            return Flaw(line, column, _sentence(error, found, expected), path)


def _missing(path: Loc) -> str:
    example = _example(path)
    if isinstance(example, str):
        return f"is missing; write it, for example {example if ' ' not in example else shown(example)}."
    return "is missing; it must be given."


def _unknown_key(path: Loc, found: object) -> str:
    *parent, key = path
    names = [n for m in shape.models(shape.expected(tuple(parent))) for n in m.model_fields]
    if not names:
        names = [*_FACT_KEYS, "of"]
    sentence = f"there is no field {shown(str(key))} here; {_did_you_mean(str(key), names)}"
    if found is None:
        sentence += ", and a comma inside { } parts fields: put the text in quotation marks"
    return sentence if sentence.endswith("?") else sentence + "."


def _did_you_mean(word: str, names: Iterable[str]) -> str:
    names = list(names)
    if close := get_close_matches(word.lower(), names, n=1, cutoff=0.6):
        return f'did you mean "{close[0]}"?'
    return "the fields are " + ", ".join(names)


def _sentence(  # noqa: C901, PLR0911 - one return for each kind of error
    error: ErrorDetails, found: object, expected: shape.Expected
) -> str:
    if found is None:
        return "is empty; write it, or delete the line."
    if isinstance(found, dict | list) and (words := _wrong_shape(found, expected)):
        return words
    context: dict[str, Any] = error.get("ctx", {})
    match error["type"]:
        case "enum":
            return _wrong_choice(found, expected)
        case "string_too_short":
            return "is empty; write it, or delete the line."
        case "too_short":
            return "is a list without an item; write one, or delete what it belongs to."
        case "string_too_long":
            return (
                f"is longer than {context['max_length']:,} characters; shorten it."
            )
        case "string_pattern_mismatch":
            return _wrong_id(found)
        case "value_error":
            return f"{context['error']}."
        case "string_unicode":  # half of a character, which JSON can write as an escape
            return _unholdable(str(found))
        case "tuple_type":
            return (
                "must be a list, each item on its own line after a hyphen; a single value "
                "stands here."
            )
        case "model_type" | "model_attributes_type":
            return f"must be a group of fields{_such_as(expected)}; a single value stands here."
        case _:
            return "cannot be read as what this field holds; look the field up with drafter schema."


def _unholdable(found: str) -> str:
    try:
        gate_narrative(found)
    except ValueError as error:
        return f"{error}."
    return "is no text; type it again."


def _wrong_shape(  # noqa: PLR0911 - one return for each kind of shape
    found: dict[str, object] | list[object], expected: shape.Expected
) -> str | None:
    groups, lists = shape.models(expected), shape.is_list(expected)
    if isinstance(found, list):
        if groups:
            return f"must be a group of fields{_such_as(expected)}; a list stands here."
        return (
            "must be one value, but is read as a list; a text that begins with [ must stand in "
            "quotation marks."
        )
    if lists:
        return "must be a list, each item on its own line after a hyphen; a group stands here."
    if groups:
        return None
    keys = [str(key) for key in found]
    if set(keys) & set(_FACT_KEYS):
        return "takes neither ask nor not_applicable; write the value, or delete the line."
    if keys == ["file"]:
        return "takes one line of text; only a text of paragraphs may stand in a file of its own."
    words = "must be one value, but a group of fields stands here"
    if not shape.is_fact(expected):
        return f"{words}; if it is a text with a colon, put the text in quotation marks."
    close = [c for key in keys for c in get_close_matches(key.lower(), _FACT_KEYS, n=1)]
    if close:
        return f'{words}; did you mean "{close[0]}"?'
    return f'{words}; write the value, {{ask: "..."}} or {{not_applicable: "..."}}.'


def _wrong_choice(found: object, expected: shape.Expected) -> str:
    choices = [
        str(member.value)
        for branch in shape.branches(expected)
        for kind in [shape.bare(branch)]
        if isinstance(kind, type) and issubclass(kind, Enum)
        for member in kind
    ]
    listed = ", ".join(choices[:-1]) + f" or {choices[-1]}"
    words = f"{shown(str(found))} is not a choice; write {listed}"
    close = get_close_matches(str(found).lower().replace(" ", "-"), choices, n=1, cutoff=0.6)
    return f'{words}; did you mean "{close[0]}"?' if close else f"{words}."


def _wrong_id(found: object) -> str:
    words = (
        f"{shown(str(found))} is not an id; write lower-case letters, digits and single hyphens"
    )
    slug = re.sub(r"[^a-z0-9]+", "-", str(found).lower()).strip("-")
    return f'{words}, such as "{slug}".' if 0 < len(slug) <= 60 else f"{words}."


def _such_as(expected: shape.Expected) -> str:
    for model in shape.models(expected):
        first = next(
            (name for name, field in model.model_fields.items() if field.is_required()), None
        )
        if first is not None:
            return f' such as "{first}: ..."'
    return ""


def _example(path: Loc) -> object:
    *parent, last = path
    owners: list[type[BaseModel]] = shape.models(shape.expected(tuple(parent)))
    for model in owners:
        if last in model.model_fields:
            return next(iter(model.model_fields[str(last)].examples or ()), None)
    return None
