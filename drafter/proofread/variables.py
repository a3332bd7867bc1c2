"""What a template may print: each name with its kind, an example, and where ours prints it."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

from drafter.proofread.lint import Report
from drafter.wording.text import Text

_LONGEST = 60
_KINDS = {str: "words", Text: "words", int: "number", bool: "yes or no"}


@dataclass(frozen=True, slots=True)
class Variable:
    """One name that a tag may hold.

    Args:
        name: as a tag writes it; ``counts[].title`` is the title of each of the counts.
        kind: words, number, yes or no, list, or group.
        example: the words of a sample, cut; empty where no sample has any.
        printed: where our template asks for it: ``document 14`` is the fourteenth paragraph.
    """

    name: str
    kind: str
    example: str
    printed: tuple[str, ...]


def variables(context: type, words: object | None, report: Report) -> tuple[Variable, ...]:
    """All names of a template's words, in the order of the dataclass.

    Args:
        context: the dataclass that the template is given.
        words: one of them, of a sample, for the examples; None gives none.
        report: of the lint of the template, for the places.
    """
    return tuple(_walk(context, "", [] if words is None else [words], report, (context,)))


def _walk(
    owner: type, lead: str, values: list[object], report: Report, above: tuple[type, ...]
) -> Iterator[Variable]:
    hints = get_type_hints(owner)
    for one in dataclasses.fields(owner):
        inner = [getattr(value, one.name) for value in values]
        yield from _told(
            hints[one.name], f"{lead}{one.name}", inner,
            tuple(report.printed.get((owner.__name__, one.name), ())), report, above,
        )


def _told(  # noqa: PLR0913, PLR0917 - one step of a walk
    hint: Any, name: str, values: list[object], printed: tuple[str, ...],  # noqa: ANN401 - a hint may be anything
    report: Report, above: tuple[type, ...],
) -> Iterator[Variable]:
    kind = _bare(hint)
    origin = get_origin(kind)
    if origin is not None and issubclass(origin, Sequence):
        yield Variable(name, "list", _count(values), printed)
        item = get_args(kind)[0]
        items = [one for value in values if isinstance(value, Sequence) for one in value]
        if _is_group(item):
            if item not in above:
                yield from _walk(item, f"{name}[].", items, report, (*above, item))
        else:
            yield from _told(item, f"{name}[]", items, printed, report, above)
    elif origin is not None and issubclass(origin, Mapping):
        yield Variable(name, "table", "", printed)
        tables = [one for one in values if isinstance(one, Mapping)]
        for key in dict.fromkeys(key for table in tables for key in table):
            inner = [table[key] for table in tables if key in table]
            yield from _told(get_args(kind)[1], f"{name}.{key}", inner, (), report, above)
    elif _is_group(kind):
        yield Variable(name, "group", "", printed)
        if kind not in above:
            inner = [one for one in values if one is not None]
            yield from _walk(kind, f"{name}.", inner, report, (*above, kind))
    else:
        yield Variable(name, _KINDS.get(kind, "words"), _example(values), printed)


def _is_group(kind: Any) -> bool:  # noqa: ANN401 - as above
    return isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind is not Text


def _bare(hint: Any) -> Any:  # noqa: ANN401 - as above
    """Without the None of an optional one."""
    if get_origin(hint) in {Union, types.UnionType}:
        kept = [one for one in get_args(hint) if one is not type(None)]
        return kept[0] if len(kept) == 1 else str
    return hint


def _count(values: list[object]) -> str:
    many = max((len(one) for one in values if isinstance(one, Sequence)), default=0)
    return f"{many} of them" if many else ""


def _example(values: list[object]) -> str:
    for value in values:
        if isinstance(value, bool):
            return "yes" if value else "no"
        words = value.plain if isinstance(value, Text) else str(value if value is not None else "")
        words = " ".join(words.split())
        if words:
            return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
    return ""
