"""From a table to cases: dotted headers name fields, numbered ones items of lists.

``matter.id`` and ``petitioners.1.name`` are headers; lists are counted from 1, as people count. A
second sheet named for a list (``events``) gives its items row by row; its first column, ``case``,
names the case. What all cases have in common stands in a base.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from drafter.batch.tables import Row, Sheet, read_tables
from drafter.casefile import shape
from drafter.casefile.loading import parse
from drafter.casefile.opening import decode, read_bytes
from drafter.errors import CaseFileError

_ID = "matter.id"
_OWNER = "case"
_NUMBER = re.compile(r"[0-9]{1,4}")
_MOST_ITEMS = 500

Steps = tuple[str | int, ...]


@dataclass(slots=True)
class RowCase:
    """One case out of a table.

    Args:
        place: what messages call it.
        case_id: as given; empty where it is missing.
        data: the fields, as a case file would hold them.
        spots: sheet, row and column of each field, by its path as messages of the case name it.
        flaws: why it cannot be drafted; each names its place.
    """

    place: str
    case_id: str
    data: dict[str, Any]
    spots: dict[str, str] = field(default_factory=dict)
    flaws: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The case as a case file."""
        return json.dumps(self.data, ensure_ascii=False)


def read_rows(path: Path, base: Path | None = None) -> list[RowCase]:
    """The cases of a table, in its order.

    Args:
        path: a .csv or .xlsx.
        base: a case file with the facts that all have in common; a cell goes before it.

    Raises:
        CaseFileError: the table or the base cannot be read at all; one bad row is only a flaw
            of its own case.
    """
    first, *others = read_tables(path)
    common = _base(base)
    steps = _columns(first, ())
    if _ID not in first.headers:
        raise CaseFileError([f'{first.place}: has no column "{_ID}"; each row names its case there.'])
    cases = [_case(first, row, steps, copy.deepcopy(common)) for row in first.rows]
    if not cases:
        raise CaseFileError([f"{first.place}: holds no case; write one in each row."])
    by_id = {one.case_id: one for one in cases if one.case_id}
    for sheet in others:
        _append(sheet, by_id)
    return cases


def translated(problems: Iterable[str], place: str, spots: Mapping[str, str]) -> list[str]:
    """Problems of a case in the places of its table."""
    out = []
    pattern = re.compile(re.escape(place) + r":\d+:\d+: (?:([a-z_0-9.]+): )?(.*)", re.DOTALL)
    for problem in problems:
        match = pattern.fullmatch(problem)
        if match is None:
            out.append(problem)
            continue
        path = match[1] or ""
        spot, near = None, path
        while near and spot is None:
            spot = spots.get(near)
            near = near.rpartition(".")[0]
        where = spot or place
        out.append(f"{where}: {f'{path}: ' if path and spot is None else ''}{match[2]}")
    return out


def _base(base: Path | None) -> dict[str, Any]:
    if base is None:
        return {}
    name = str(base)
    tree = parse(decode(read_bytes(base), name), name)
    if tree.flaws or not isinstance(tree.data, dict):
        raise CaseFileError([
            *(f"{name}:{one.line}:{one.column}: {one.sentence}" for one in tree.flaws),
        ] or [f"{name}: holds no fields; write what all cases have in common."])
    return tree.data


def _columns(sheet: Sheet, inside: Steps) -> list[Steps]:
    """The field of each column, as steps with lists counted from 0.

    Raises:
        CaseFileError: a header names no field of a case.
    """
    found: list[Steps] = []
    problems = []
    for n, header in enumerate(sheet.headers):
        try:
            found.append(_steps(header, inside))
        except ValueError as error:
            problems.append(f"{sheet.spot(1, n)}: {error}.")
    if problems:
        raise CaseFileError(problems)
    return found


def _steps(header: str, inside: Steps) -> Steps:
    steps: list[str | int] = []
    for word in header.split("."):
        at = (*inside, *steps)
        expected = shape.expected(at)
        if _NUMBER.fullmatch(word):
            if not shape.is_list(expected):
                msg = f'"{header}" counts items where there is no list'
                raise ValueError(msg)
            number = int(word)
            if not 1 <= number <= _MOST_ITEMS:
                msg = f"lists are counted from 1 to {_MOST_ITEMS}"
                raise ValueError(msg)
            steps.append(number - 1)
            continue
        if word == "file" and shape.is_narrative(expected):
            return (*steps, word)
        if shape.is_list(expected):
            msg = f'"{header}" names a list; count its items, as in {".".join(map(str, at))}.1.{word}'
            raise ValueError(msg)
        if shape.child(expected, word) is None:
            names = [name for model in shape.models(expected) for name in model.model_fields]
            close = get_close_matches(word, names, n=1)
            hint = f'; did you mean "{close[0]}"?' if close else ""
            msg = f'there is no field "{word}" in "{header}"{hint}'
            raise ValueError(msg.rstrip("?") if hint else msg)
        steps.append(word)
    return tuple(steps)


def _case(sheet: Sheet, row: Row, columns: list[Steps], data: dict[str, Any]) -> RowCase:
    at = sheet.headers.index(_ID)
    case_id = row.cells[at].strip()
    one = RowCase(f"{sheet.place}, row {row.number}", case_id, data, flaws=list(row.flaws))
    if not case_id and not row.flaws:
        one.flaws.append(f"{sheet.spot(row.number, at)}: is empty; each row names its case.")
    _fill(one, sheet, row, columns, ())
    return one


def _append(sheet: Sheet, cases: Mapping[str, RowCase]) -> None:
    """Adds the items of a second sheet to the lists of the cases they name.

    Raises:
        CaseFileError: the sheet is named for no list, or a row names no case.
    """
    inside = tuple(sheet.name.split("."))
    if not shape.is_list(shape.expected(inside)):
        raise CaseFileError([(
            f"{sheet.place}: is named for no list of a case; name it events, exhibits or the like, "
            "or hide it."
        )])
    if sheet.headers[0] != _OWNER:
        raise CaseFileError([(
            f'{sheet.spot(1, 0)}: the first column of this sheet must be "{_OWNER}", and holds the '
            f"{_ID} of the case."
        )])
    columns = _columns(
        Sheet(sheet.place, sheet.name, sheet.headers[1:], ()), (*inside, 0)
    )
    problems = []
    for row in sheet.rows:
        owner = cases.get(row.cells[0].strip())
        if owner is None:
            problems.append(
                f"{sheet.spot(row.number, 0)}: no row of the first sheet has this {_ID}; "
                "compare the two."
            )
            continue
        owner.flaws += row.flaws
        items = owner.data
        for step in inside[:-1]:
            items = items.setdefault(step, {})
        listed = items.setdefault(inside[-1], [])
        if not isinstance(listed, list):
            owner.flaws.append(f"{sheet.place}: the base holds no list there; make it one.")
            continue
        listed.append({})
        _fill(owner, sheet, row, [(), *((*inside, len(listed) - 1, *one) for one in columns)], inside)
    if problems:
        raise CaseFileError(problems)


def _fill(one: RowCase, sheet: Sheet, row: Row, columns: list[Steps], inside: Steps) -> None:
    """Puts the cells of a row where their headers say; an empty cell leaves the base as it is."""
    for n, (steps, cell) in enumerate(zip(columns, row.cells, strict=True)):
        if not steps:
            continue
        spot = sheet.spot(row.number, n)
        one.spots[".".join(map(str, steps))] = spot
        if cell.strip() and not _put(one.data, steps, cell.strip()):
            what = "an item before it is missing" if not inside else "it does not fit the others"
            one.flaws.append(f"{spot}: cannot be placed, because {what}; fill the columns in order.")


def _put(data: Any, steps: Steps, text: str) -> bool:  # noqa: ANN401 - a tree of a case file
    """Puts a text into the tree; False where a list would get a gap or a text stands in the way."""
    here = data
    for step, following in zip(steps, (*steps[1:], None), strict=True):
        made: Any = text if following is None else [] if isinstance(following, int) else {}
        if isinstance(step, int):
            if not isinstance(here, list) or step > len(here):
                return False
            if step == len(here):
                here.append(made)
            elif following is None:
                here[step] = text
        else:
            if not isinstance(here, dict):
                return False
            if following is None:
                here[step] = text
            elif here.get(step) is None or isinstance(here[step], str):
                here[step] = made
        here = here[step]
    return True
