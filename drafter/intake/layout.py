"""How the form lies in a workbook: a sheet of questions for each section, a table for each list.

Both sides lean on it: what ``workbook`` writes in a column, ``filled`` reads from it by its key, which
stands hidden in the sheet, so that columns and sheets may be moved, renamed and hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.intake.form import Field, Part
from drafter.interview.questions import Kind
from drafter.interview.tree import Path

MARK = "drafter-intake:"
"""What the first, hidden cell of a sheet of ours begins with."""

KEYS_ROW, HEADERS_ROW, HELP_ROW, EXAMPLE_ROW, FIRST_ROW = 2, 3, 4, 5, 6
"""Rows of a table, from 1: hidden keys, headers, help, examples, and the first item."""

ROWS = 60
"""Rows of a table that are made ready; more may be filled."""

_MOST_LETTERS = 31  # of the name of a sheet, in every spreadsheet program
SHOWN_BY = "shown by"


@dataclass(frozen=True, slots=True)
class Column:
    """One cell to be filled, for each item of a table or once.

    Args:
        field: what is asked.
        path: where the answer stands, below the item; below the case, where there is no item.
        title: above the cell, or beside it.
        is_proof: whether the cell names what shows every paragraph of the cell before it.
    """

    field: Field
    path: Path
    title: str
    is_proof: bool = False

    @property
    def key(self) -> str:
        """What tells the cell apart in its sheet."""
        return ".".join(map(str, self.path)) + ("#" if self.is_proof else "")

    @property
    def help(self) -> str:
        """What is to be written there."""
        if self.field.kind is Kind.SOURCES:
            return "Title of each exhibit, with pages: Jail log at 7; Declaration at 2-3."
        return self.field.help


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of the workbook.

    Args:
        key: ``form:court``, or ``list:moa.clauses``.
        title: of the sheet.
        why: why it is asked.
        columns: what is asked.
        list: the path of the list whose items its rows are; empty for a sheet of single questions.
        noun: what an item is called.
    """

    key: str
    title: str
    why: str
    columns: tuple[Column, ...]
    list: Path = ()
    noun: str = ""


def pages(parts: tuple[Part, ...]) -> tuple[Page, ...]:
    """The sheets, in the order of the interview."""
    found: list[Page] = []
    for part in parts:
        single = tuple(_cells(part.fields, 0))
        tables = list(_tables(part.fields))
        if single:
            found.append(Page(f"form:{part.id}", _name(part.title), part.why, single))
        found += [
            Page(
                f"list:{'.'.join(map(str, one.path))}", _name(_title(one, part, tables, single)),
                one.help if len(tables) > 1 or single else part.why, tuple(_columns(one)), one.path, one.noun,
            )
            for one in tables
        ]
    return tuple(found)


def _title(field: Field, part: Part, tables: list[Field], single: tuple[Column, ...]) -> str:
    """A section with one list gives it its name."""
    fits = len(tables) == 1 and not single and len(part.title) <= _MOST_LETTERS
    return part.title if fits else field.title


def _name(title: str) -> str:
    return re.sub(r"[:\\/?*\[\]]", "", title)[:_MOST_LETTERS]


def _tables(fields: tuple[Field, ...]) -> Iterator[Field]:
    """The lists whose items have several fields."""
    for field in fields:
        if field.kind is Kind.ITEMS:
            yield field
        elif field.kind is None:
            yield from _tables(field.inside)


def _columns(field: Field) -> Iterator[Column]:
    yield from _cells(field.inside, len(field.path) + 1)  # below the number of the item


def _cells(fields: tuple[Field, ...], start: int) -> Iterator[Column]:
    """The cells that fields are asked in; words are followed by what shows them."""
    for field in fields:
        path = field.path[start:]
        inside = {one.name: one for one in field.inside}
        if field.kind is Kind.STATEMENTS:
            yield Column(field, path, field.title)
            yield Column(inside["sources"], path, f"{field.title}: {SHOWN_BY}", is_proof=True)
        elif field.kind is None and "say" in inside:
            yield Column(inside["say"], (*path, "say"), field.title)
            yield Column(inside["sources"], (*path, "sources"), f"{field.title}: {SHOWN_BY}")
        elif field.kind is None:
            yield from _cells(field.inside, start)
        elif field.kind is not Kind.ITEMS:  # those have a sheet of their own
            yield Column(field, path, field.title)
