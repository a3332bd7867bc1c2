"""Spreadsheets as text: every cell as typed, and nothing that a spreadsheet program made of it.

Such programs turn 02134 into 2134, an A-number into a number and a date into a count of days. A
cell that is not text is refused with its sheet, row and column, never turned back by a guess.
"""

from __future__ import annotations

import csv
import importlib
import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from drafter.casefile.opening import decode, read_bytes
from drafter.errors import CaseFileError, DrafterError

TABLE_LIMIT = 50_000_000
"""Bytes that a table may have."""

Read = TypeVar("Read")

_UNPACKED_LIMIT = 200_000_000
_MOST_COLUMNS = 500
_MOST_ROWS = 100_000
_SCIENTIFIC = re.compile(r"[+-]?\d(?:[.,]\d+)?E[+-]?\d+", re.IGNORECASE)
_ERRORS = frozenset({"#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!"})

_AS_TEXT = "format the column as Text and type it again"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table.

    Args:
        number: as the spreadsheet program shows it.
        cells: the text of each column.
        flaws: what is wrong with its cells; each names sheet, row and column.
    """

    number: int
    cells: tuple[str, ...]
    flaws: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its headers and its lines.

    Args:
        place: what messages call it.
        name: of the sheet; empty for a .csv.
    """

    place: str
    name: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]

    def spot(self, row: int, column: int) -> str:
        """``cases.xlsx, sheet "Cases", row 12, column D "petitioners.1.name"``."""
        return f'{self.place}, row {row}, column {column_letter(column)} "{self.headers[column]}"'


def read_tables(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a .csv or .xlsx.

    Raises:
        CaseFileError: the file cannot be read as a table.
        DrafterError: .xlsx needs openpyxl, which is not installed.
    """
    data = read_bytes(path, TABLE_LIMIT)
    sheets = _xlsx(data, path) if path.suffix.lower() == ".xlsx" else [_csv(data, str(path))]
    if not sheets:
        raise CaseFileError([f"{path}: every sheet is empty; write one case in each row."])
    return tuple(sheets)


def column_letter(index: int) -> str:
    """``A`` to ``Z``, then ``AA``; 0 is A."""
    first, last = divmod(index, 26)
    return (column_letter(first - 1) if first else "") + chr(ord("A") + last)


def _csv(data: bytes, place: str) -> Sheet:
    text = decode(data, place)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[tuple[int, list[str]]] = []
    try:
        # A row may run over lines; rows are counted as the spreadsheet program counts them.
        rows = list(enumerate(_few(reader, place), start=1))
    except csv.Error:
        raise CaseFileError([(
            f"{place}:{reader.line_num}: a quotation mark is opened and not closed, or text "
            "follows a closing one; mend it, or save the table again."
        )]) from None
    return _sheet(place, "", ((n, [(cell, "") for cell in row]) for n, row in rows))


def _xlsx(data: bytes, path: Path) -> list[Sheet]:
    return from_workbook(data, path, lambda book: _sheets(book, path))


def from_workbook(data: bytes, path: Path, read: Callable[[Any], Read]) -> Read:
    """What is read out of an .xlsx.

    Args:
        data: its bytes.
        path: what messages call it.
        read: takes openpyxl's workbook, which is parsed while it is read.

    Raises:
        CaseFileError: it is no .xlsx, or unpacks to too much.
        DrafterError: openpyxl is not installed.
    """
    try:
        openpyxl = importlib.import_module("openpyxl")
    except ImportError:
        msg = f'{path}: to read .xlsx, pip install "mandamus-drafter[xlsx]"; or save it as .csv.'
        raise DrafterError(msg) from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(one.file_size for one in archive.infolist())
        if unpacked <= _UNPACKED_LIMIT:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # openpyxl tells of styles that it skips
                return read(openpyxl.load_workbook(io.BytesIO(data), read_only=True))
        problem = f"unpacks to more than {_UNPACKED_LIMIT:,} bytes, the most that is read."
    except CaseFileError:
        raise
    except Exception:  # noqa: BLE001 - openpyxl raises of many kinds at a hurt file
        problem = "cannot be read as an .xlsx; save it again in the spreadsheet program."
    raise CaseFileError([f"{path}: {problem}"])


def _sheets(book: Any, path: Path) -> list[Sheet]:  # noqa: ANN401 - openpyxl's own
    """The sheets that are seen and hold something."""
    found = []
    for one in book.worksheets:
        if one.sheet_state != "visible":
            continue
        place = f'{path}, sheet "{one.title}"'
        if rows := list(_typed(one, place)):
            found.append(_sheet(place, one.title, iter(rows)))
    return found


def _typed(sheet: Any, place: str) -> Iterator[tuple[int, list[tuple[str, str]]]]:  # noqa: ANN401 - openpyxl's own
    """Numbered rows that hold something; cells with what is wrong with each.

    One cell in the last corner of a sheet stands for seventeen thousand million empty ones: each
    row has its own width here, and no more of them are read than may be.
    """
    sheet.reset_dimensions()  # what a file says of its own size is not believed
    for number, row in enumerate(_few(sheet.iter_rows(), place), start=1):
        width = len(row)
        while width and row[width - 1].value is None:
            width -= 1
        if width > _MOST_COLUMNS:
            raise CaseFileError([_too_wide(place)])
        if width:
            yield number, [cell_text(one) for one in row[:width]]


def _too_wide(place: str) -> str:
    return f"{place}: has more than {_MOST_COLUMNS} columns, the most that is read."


def _few(rows: Iterable[Read], place: str) -> Iterator[Read]:
    """The rows, as long as they are not too many."""
    for number, row in enumerate(rows):
        if number > _MOST_ROWS:  # the first holds the names
            raise CaseFileError([
                f"{place}: has more than {_MOST_ROWS:,} rows, the most that is read; divide it."
            ])
        yield row


_UNTRUSTED = {
    "f": "holds a formula; put the text itself there",
    "d": f"holds a date in the spreadsheet's own form; {_AS_TEXT}, as 2026-11-04",
    "b": f"holds TRUE or FALSE; {_AS_TEXT}, as yes or no",
    "e": "holds an error of the spreadsheet; put the text itself there",
}


def cell_text(cell: Any) -> tuple[str, str]:  # noqa: ANN401 - openpyxl's own
    """The text of a cell, and what is wrong with it, or ""."""
    if cell.value is None:
        return "", ""
    if cell.data_type in {"s", "inlineStr"}:
        return str(cell.value), ""
    number = f"holds a number, which may have lost zeros or digits; {_AS_TEXT}"
    return "", _UNTRUSTED.get(cell.data_type, number)


def _sheet(
    place: str, name: str, rows: Iterator[tuple[int, list[tuple[str, str]]]]
) -> Sheet:
    headers: tuple[str, ...] = ()
    kept: list[Row] = []
    for number, cells in rows:
        if not headers:
            headers = _headers(place, number, cells)
            continue
        if not any(text.strip() or flaw for text, flaw in cells):
            continue
        kept.append(_row(place, headers, number, cells))
    if not headers:
        raise CaseFileError([f"{place}: is empty; the first row holds the names of fields."])
    return Sheet(place, name, headers, tuple(kept))


def _headers(place: str, number: int, cells: list[tuple[str, str]]) -> tuple[str, ...]:
    """The names of the columns; columns without name and content at the right are cut off."""
    texts = [text.strip() for text, _ in cells]
    while texts and not texts[-1]:
        texts.pop()
    if not texts:
        raise CaseFileError([f"{place}, row {number}: is empty; it must hold the names of fields."])
    if len(texts) > _MOST_COLUMNS:
        raise CaseFileError([_too_wide(place)])
    problems = []
    for n, text in enumerate(texts):
        where = f"{place}, row {number}, column {column_letter(n)}"
        if not text:
            problems.append(f"{where}: has no name; name a field, such as petitioners.1.name.")
        elif text in texts[:n]:
            problems.append(f'{where}: "{text}" names two columns; keep one.')
    if problems:
        raise CaseFileError(problems)
    return tuple(texts)


def _row(
    place: str, headers: tuple[str, ...], number: int, cells: list[tuple[str, str]]
) -> Row:
    texts, flaws = [], []
    for n, (text, flaw) in enumerate(cells):
        name = f' "{headers[n]}"' if n < len(headers) else ""
        where = f"{place}, row {number}, column {column_letter(n)}{name}"
        if n >= len(headers):
            if text.strip() or flaw:
                flaws.append(f"{where}: holds a value under no name; name the column.")
            continue
        if not flaw and _SCIENTIFIC.fullmatch(text.strip()):
            flaw = f"holds a number as a spreadsheet shortens it; {_AS_TEXT}"  # noqa: PLW2901 - found here
        elif not flaw and text.strip() in _ERRORS:
            flaw = "holds an error of the spreadsheet; put the text itself there"  # noqa: PLW2901 - likewise
        elif not flaw and text.lstrip().startswith("="):
            flaw = "holds a formula; put the text itself there"  # noqa: PLW2901 - likewise
        if flaw:
            flaws.append(f"{where}: {flaw}.")
        texts.append(text)
    if len(texts) < len(headers):
        if not place.endswith('"'):  # a .csv writes every column; .xlsx leaves empty ones out
            flaws.append(
                f"{place}, row {number}: has {len(texts)} columns and the first row "
                f"{len(headers)}; a comma or a line end is lost."
            )
        texts += [""] * (len(headers) - len(texts))
    return Row(number, tuple(texts), tuple(flaws))
