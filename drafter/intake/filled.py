"""A filled workbook read back: each cell is an answer, taken as the interview takes it.

So a cell may hold whatever may be typed at a prompt: a date in any accepted form, part of a name that
fits one thing only, ``!ask`` and ``!na``. What cannot be taken is named by sheet, row and column.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from drafter.batch.rows import translated
from drafter.batch.tables import TABLE_LIMIT, cell_text, column_letter, from_workbook
from drafter.casefile import shape
from drafter.casefile.emitter import plain
from drafter.casefile.opening import read_bytes
from drafter.casefile.unfinished import begun
from drafter.errors import CaseFileError
from drafter.intake.form import FIXED, form, lists
from drafter.intake.layout import FIRST_ROW, KEYS_ROW, MARK, Column, Page, pages
from drafter.interview.answers import Answer, AnswerError, Desk, pick, read_answer
from drafter.interview.choices import Choice, choices
from drafter.interview.moves import Move, UnknownMoveError, read_move, unescaped
from drafter.interview.plan import PLAN
from drafter.interview.questions import Kind
from drafter.interview.sheet import own_id
from drafter.interview.tree import Path as At
from drafter.interview.tree import dotted, get, items
from drafter.law import Law

_NAMING = {Kind.REFERENCE, Kind.REFERENCES, Kind.SOURCES}
_TOGETHER = ("events", "demands", "remedies", "harms")
_NO_DAY = dt.date(2000, 1, 1)  # days are not counted here


@dataclass(frozen=True, slots=True)
class _Cell:
    """A filled cell: where it stands, what it answers, and where the answer goes."""

    spot: str
    column: Column
    path: At
    text: str

    @property
    def kind(self) -> Kind:
        """What an answer is."""
        return self.column.field.question.kind


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    law: Law
    data: dict[str, Any] = field(default_factory=dict)
    cells: list[_Cell] = field(default_factory=list)
    spots: dict[str, str] = field(default_factory=dict)
    flaws: list[str] = field(default_factory=list)
    rows: dict[str, At] = field(default_factory=dict)  # "duty 1" to where the item stands
    lists: list[At] = field(default_factory=list)


def read_filled(path: Path, law: Law) -> dict[str, object]:
    """The facts in a workbook that was filled.

    Args:
        path: the .xlsx.
        law: what courts, duties, channels and clauses there are.

    Raises:
        CaseFileError: it is no workbook of ours, or cells cannot be read; one line for each.
        DrafterError: openpyxl is not installed.
    """
    reading = _Reading(law)
    known = {one.key: one for one in pages(form(law))}
    seen = from_workbook(
        read_bytes(path, TABLE_LIMIT), path, lambda book: _sheets(book, path, known, reading)
    )
    if not seen:
        raise CaseFileError([(
            f"{path}: is no workbook of drafter intake; drafter intake --xlsx FILE writes one, and "
            "tables with a case in each row are for drafter batch."
        )])
    for cell in (one for one in reading.cells if one.kind not in _NAMING):
        _take(reading, cell)
    _name_items(reading)
    for cell in (one for one in reading.cells if one.kind in _NAMING):
        _take(reading, cell)
    try:
        data = begun(json.dumps(reading.data, ensure_ascii=False), str(path), law)
    except CaseFileError as error:
        told = translated(error.problems, str(path), reading.spots)
        raise CaseFileError([*reading.flaws, *told]) from None
    if reading.flaws:
        raise CaseFileError(reading.flaws)
    return data


# --- from sheets to cells ---------------------------------------------------------------------


def _sheets(book: Any, path: Path, known: Mapping[str, Page], reading: _Reading) -> int:  # noqa: ANN401 - openpyxl's own
    """Gathers the filled cells; gives the number of sheets that are ours."""
    seen = 0
    for sheet in book.worksheets:
        rows = [[cell_text(cell) for cell in row] for row in sheet.iter_rows()]
        mark = rows[0][0][0] if rows and rows[0] else ""
        if not mark.startswith(MARK):
            continue
        seen += 1
        page = known.get(mark.removeprefix(MARK))
        if page is None:
            continue  # the guide
        place = f'{path}, sheet "{sheet.title}"'
        read = _table if page.list else _single
        read(rows, page, place, reading)
    return seen


_Row = list[tuple[str, str]]


def _single(rows: list[_Row], page: Page, place: str, reading: _Reading) -> None:
    columns = {one.key: one for one in page.columns}
    for number, row in enumerate(rows, start=1):
        column = columns.get(row[0][0]) if row else None
        if column is not None and len(row) > 2:
            spot = f'{place}, row {number}, column C "{column.title}"'
            _gather(reading, row[2], _Cell(spot, column, column.path, ""))


def _table(rows: list[_Row], page: Page, place: str, reading: _Reading) -> None:
    columns = {one.key: one for one in page.columns}
    keys = [text for text, _ in rows[KEYS_ROW - 1]] if len(rows) >= KEYS_ROW else []
    mine = [(at, columns[key]) for at, key in enumerate(keys) if key in columns]
    where = page.list
    reading.lists.append(where)
    count = 0
    for number, row in enumerate(rows[FIRST_ROW - 1 :], start=FIRST_ROW):
        full = [(at, one) for at, one in mine if at < len(row) and (row[at][0].strip() or row[at][1])]
        if not full:
            continue
        item = (*where, count)
        label = row[1][0].strip().lower() if len(row) > 1 else ""
        reading.rows.setdefault(label, item)
        for at, column in full:
            spot = f'{place}, row {number}, column {column_letter(at)} "{column.title}"'
            _gather(reading, row[at], _Cell(spot, column, (*item, *column.path), ""))
        reading.spots[dotted(item)] = f"{place}, row {number}"
        count += 1


def _gather(reading: _Reading, found: tuple[str, str], cell: _Cell) -> None:
    text, flaw = found
    if flaw:
        reading.flaws.append(f"{cell.spot}: {flaw}.")
    elif text.strip():
        reading.spots.setdefault(dotted(cell.path), cell.spot)
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "").strip()
        reading.cells.append(replace(cell, text=text))


# --- from cells to facts ----------------------------------------------------------------------


def _take(reading: _Reading, cell: _Cell) -> None:
    """Takes one answer into the facts, or notes why it cannot be taken."""
    try:
        value = _value(reading, cell)
    except (AnswerError, UnknownMoveError) as error:
        sentence = str(error)
        among = getattr(error, "choices", ())
        if among:
            sentence += " They are: " + "; ".join(one.line for one in among[:12]) + "."
        reading.flaws.append(f"{cell.spot}: {sentence[:1].lower()}{sentence[1:]}")
        return
    if not cell.column.is_proof:
        _put(reading.data, cell.path, plain(value))
        return
    for one in items(reading.data, cell.path):
        if isinstance(one, dict):
            one["sources"] = plain(value)
    if not items(reading.data, cell.path):
        reading.flaws.append(f"{cell.spot}: names what shows words, and there are no words; write them.")


def _value(reading: _Reading, cell: _Cell) -> object:
    """The value that a cell means.

    Raises:
        AnswerError: it means none.
    """
    question = replace(cell.column.field.question, path=cell.path)
    made = read_move(cell.text)
    if made is not None:
        return _moved(made.move, made.words, cell)
    text = unescaped(cell.text) if cell.kind.is_text else cell.text
    match cell.kind:
        case Kind.STATEMENTS:
            return [{"say": one} for one in _paragraphs(text)]
        case Kind.TEXTS:
            return _paragraphs(text)
        case Kind.REFERENCE:
            return _named(reading, cell, text)
        case Kind.REFERENCES:
            parts = [part for part in re.split(r"[;\n]", text) if part.strip()]
            return list(dict.fromkeys(_named(reading, cell, part) for part in parts))
        case Kind.SOURCES:
            question = replace(question, path=_sources_path(cell))
        case _:
            pass
    answer = read_answer(question, text, Desk(reading.data, reading.law, _NO_DAY))
    _add_exhibits(reading, answer)
    return answer.value


def _sources_path(cell: _Cell) -> At:
    """Where sources stand in the file: in each sentence, if they show sentences."""
    return (*cell.path, 0, "sources") if cell.column.is_proof else cell.path


def _moved(move: Move, words: str, cell: _Cell) -> object:
    if not cell.column.field.question.takes_ask:
        sentence = "This may only be answered or left empty: nothing can be asked in its place."
        raise AnswerError(sentence)
    match move:
        case Move.ASK if words:
            return {"ask": words}
        case Move.ASK:
            return {"ask": f"Please supply: {cell.column.title}."}
        case Move.NOT_APPLICABLE if words:
            return {"not_applicable": words}
        case _:
            sentence = "Only !ask and !na, with words after them, can be written in a cell."
            raise AnswerError(sentence)


def _named(reading: _Reading, cell: _Cell, text: str) -> str:
    """The id of the one thing that a text names: by name, part of it, or the row that it stands in."""
    question = replace(cell.column.field.question, path=cell.path)
    words = " ".join(text.split())
    item = reading.rows.get(words.lower())
    if item is not None and (own := get(reading.data, (*item, "id"))):
        return str(own)
    among: tuple[Choice, ...] = (
        lists(reading.law)[question.target] if question.target in FIXED
        else choices(question, reading.data, reading.law)
    )
    shown = {one.line.lower(): one.value for one in among}
    if words.lower() in shown:
        return shown[words.lower()]
    if words.isdecimal():
        sentence = f'"{words}" is a number; write the name, or the words at the left of its row.'
        raise AnswerError(sentence)
    return pick(words, among).value


def _add_exhibits(reading: _Reading, answer: Answer) -> None:
    """Puts exhibits that are named for the first time on their list."""
    for new_id, title in answer.exhibits:
        reading.data.setdefault("exhibits", []).append({"id": new_id, "title": title})


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]


def _name_items(reading: _Reading) -> None:
    """Gives the items of lists their ids, as the interview does."""
    for where in reading.lists:
        model = shape.models(shape.child(shape.expected(where), 0))[0]
        if not any(ask.own for ask in PLAN[model]):
            continue
        parts: list[At] = [(one,) for one in _TOGETHER] if where[-1] in _TOGETHER else [where]
        listed = items(reading.data, where)
        for number, item in enumerate(listed):
            taken = {str(get(one, ("id",))) for part in parts for one in items(reading.data, part)}
            if isinstance(item, dict):
                named = {"id": own_id(model, item, number, taken), **item}
                item.clear()
                item.update(named)


def _put(data: Any, path: At, value: object) -> None:  # noqa: ANN401 - a tree of a case file
    """Puts a value where it belongs; what leads there is made."""
    here = data
    for step, following in zip(path, (*path[1:], None), strict=True):
        made: Any = value if following is None else [] if isinstance(following, int) else {}
        if isinstance(step, int):
            while len(here) <= step:
                here.append({})
            if following is None:
                here[step] = made
        elif following is None:
            here[step] = made
        else:
            here.setdefault(step, made)
        here = here[step]
