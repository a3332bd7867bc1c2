"""The shape of a case: which type the model expects at a field path."""

from __future__ import annotations

import types
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, StringConstraints, Tag

from drafter.case import Ask, Case, NotApplicable
from drafter.case.fact import NARRATIVE_LIMIT

# Types are looked at as values here; Any is what ``typing`` itself says of them.
Expected = Any

_TAGS = ("known", "ask", "not_applicable", "absent")


def clean(loc: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """A location of Pydantic's as a path of the file, without the tags of ``Fact``."""
    path: list[int | str] = []
    here: Expected = Case
    for item in loc:
        if item in _TAGS and is_fact(here):
            here = next((bare(b) for b in branches(here) if _tag(b) == item), None)
        else:
            path.append(item)
            here = child(here, item)
    return tuple(path)


def expected(path: tuple[int | str, ...]) -> Expected:
    """The type the model expects at a path of the file, or None where it expects nothing."""
    here: Expected = Case
    for item in path:
        here = child(here, item)
    return here


def child(kind: Expected, item: int | str) -> Expected:
    """The type inside ``kind`` under a key or at an index, or None.

    Each is looked up once: a case asks for the same few hundred a thousand times. The key is the
    id of the type, for its hash takes longer than the search; the type is kept with it, so that
    no other can come to have that id.
    """
    key = id(kind), 0 if isinstance(item, int) else item
    if key not in _CHILDREN and (found := _child(kind, item)) is not None:
        _CHILDREN[key] = kind, found
    return _CHILDREN.get(key, (None, None))[1]


_CHILDREN: dict[tuple[int, int | str], tuple[Expected, Expected]] = {}


def _child(kind: Expected, item: int | str) -> Expected:
    for branch in branches(kind):
        plain = bare(branch)
        if isinstance(item, int) and _origin(plain) is tuple:
            return get_args(plain)[0]
        if isinstance(item, str) and _is_model(plain) and item in plain.model_fields:
            return _hints(plain)[item]
    return None


def branches(kind: Expected) -> tuple[Expected, ...]:
    """The members of a union (those of unions inside it too), or the type itself."""
    plain = bare(kind)
    if _origin(plain) in {Union, types.UnionType}:
        return tuple(inner for member in get_args(plain) for inner in branches(member))
    return (kind,)


def models(kind: Expected) -> list[type[BaseModel]]:
    """The models among the members of a type, without those of ask and not_applicable."""
    found = [bare(branch) for branch in branches(kind)]
    return [m for m in found if _is_model(m) and m not in {Ask, NotApplicable}]


def is_fact(kind: Expected) -> bool:
    """Whether a field takes ask and not_applicable."""
    return any(_tag(branch) == "ask" for branch in branches(kind))


def is_list(kind: Expected) -> bool:
    """Whether a field takes a list."""
    return any(_origin(bare(branch)) is tuple for branch in branches(kind))


def is_narrative(kind: Expected) -> bool:
    """Whether a field takes text of several paragraphs, which may stand in its own file."""
    return any(
        isinstance(note, StringConstraints) and note.max_length == NARRATIVE_LIMIT
        for branch in branches(kind)
        for note in get_args(branch)[1:]
    )


def is_required(path: tuple[int | str, ...]) -> bool:
    """Whether the model asks for the field at ``path``; unknown fields count as required."""
    *parent, last = path
    for branch in branches(expected(tuple(parent))):
        plain = bare(branch)
        if _is_model(plain) and last in plain.model_fields:
            return bool(plain.model_fields[last].is_required())
    return True


@cache
def _hints(model: type[BaseModel]) -> dict[str, Expected]:
    return get_type_hints(model, include_extras=True)


def bare(kind: Expected) -> Expected:
    """The type without what ``Annotated`` says about it."""
    return get_args(kind)[0] if _origin(kind) is Annotated else kind


def _origin(kind: Expected) -> Expected:
    return get_origin(kind)


def _is_model(kind: Expected) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _tag(kind: Expected) -> str | None:
    return next((note.tag for note in get_args(kind)[1:] if isinstance(note, Tag)), None)
