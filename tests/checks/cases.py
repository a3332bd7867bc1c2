"""Clean cases, two of them samples, and small changes to them."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from drafter.case import Case
from drafter.checks import Note, run_checks
from drafter.checks.matter import Matter
from drafter.cli.samples import sample_files
from drafter.law import load_law
from tests.checks.federal_case import FEDERAL
from tests.checks.virginia_case import VIRGINIA

AS_OF = dt.date(2026, 11, 24)


def _sample(name: str) -> dict[str, Any]:
    """A sample as a tree of text."""
    text = sample_files()[name].read_text(encoding="utf-8")
    tree: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - text alone
    return tree


BASES: Mapping[str, dict[str, Any]] = {
    "federal": FEDERAL,
    "virginia": VIRGINIA,
    "appellate": _sample("appellate-silence"),
    "naturalization": _sample("naturalization-120"),
}


@dataclass(frozen=True)
class Row:
    """A base, some changes to it (path → value; None takes the field out), a field of the note."""

    base: str
    changes: Mapping[str, Any]
    field: str = ""


def case(base: str, changes: Mapping[str, Any] | None = None) -> Case:
    """A base with its changes; a path may add one item at the end of a list."""
    tree = copy.deepcopy(BASES[base])
    for path, value in (changes or {}).items():
        put(tree, path.split("."), value)
    return Case.model_validate(tree)


def matter(base: str, changes: Mapping[str, Any] | None = None) -> Matter:
    """The case as of November 24, 2026, under the law that ships."""
    return Matter(case(base, changes), load_law(), AS_OF)


def notes(base: str, changes: Mapping[str, Any] | None = None) -> tuple[Note, ...]:
    """All notes on a changed base."""
    return run_checks(matter(base, changes))


def fields(check_id: str, base: str, changes: Mapping[str, Any] | None = None) -> list[str]:
    """The fields at which one check fires."""
    return [note.field for note in notes(base, changes) if note.id == check_id]


def put(tree: Any, steps: list[str], value: object) -> None:  # noqa: ANN401 - a tree of YAML
    """Puts a value at a path; None takes the field out, the end of a list takes one more."""
    for step in steps[:-1]:
        tree = tree[int(step)] if isinstance(tree, list) else tree.setdefault(step, {})
    last = steps[-1]
    if isinstance(tree, list):
        if int(last) == len(tree):
            tree.append(value)
        else:
            tree[int(last)] = value
    elif value is None:
        tree.pop(last, None)
    else:
        tree[last] = value
