"""Looking into the facts as they stand in the file: plain lists, mappings and text."""

from __future__ import annotations

from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]


def get(data: object, path: Path) -> object:
    """The value at a path, or None where there is none."""
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
            data = data[step]
        else:
            return None
    return data


def is_given(value: object) -> bool:
    """Whether a value says something known: not absent, empty, to ask, or not applicable."""
    if isinstance(value, dict):
        return bool(value) and not ({"ask", "not_applicable"} & set(value))
    return value not in (None, "", [])


def dotted(path: Path) -> str:
    """A path as messages and ``casefile.update`` write it."""
    return ".".join(str(step) for step in path)


def undotted(text: str) -> Path:
    """The path of a dotted text."""
    return tuple(int(step) if step.isdecimal() else step for step in text.split(".")) if text else ()


def items(data: object, path: Path) -> list[object]:
    """The items of the list at a path; none where there is no list."""
    found = get(data, path)
    return found if isinstance(found, list) else []


def renumbered(path: Path, where: Path, order: list[int | None]) -> Path | None:
    """A path once the items of a list have other numbers; None where its item went.

    Args:
        path: somewhere in the case.
        where: the list.
        order: for each old item its new number, or None where it went.
    """
    depth = len(where)
    if path[:depth] != where or len(path) <= depth:
        return path
    old = path[depth]
    if not isinstance(old, int):
        return path
    new = order[old] if old < len(order) else old
    return None if new is None else (*where, new, *path[depth + 1 :])
