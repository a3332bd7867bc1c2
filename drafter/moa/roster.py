"""ICE's own list of participating agencies, as the user brings it: who signed what, and when.

The list changes from day to day, the order of its columns too; it is never fetched. What it says
is true of its day only.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from drafter.errors import AgreementError
from drafter.moa.pdf import open_plainly
from drafter.moa.signs import fold

MOST_BYTES = 20_000_000
_MOST_UNPACKED = 300_000_000
_MOST_ROWS = 50_000
_HEAD_ROWS = 15  # the columns' names stand in one of the first rows
_COLUMNS = {
    "agency": ("law enforcement agency", "agency", "agency name", "lea"),
    "state": ("state",),
    "county": ("county",),
    "model": ("support type", "model", "program", "program type", "moa type"),
    "signed": ("signed", "date signed", "signed date", "moa signed", "date"),
}
_MODELS = (
    ("task-force", re.compile(r"task\s*force|\btfm\b", re.IGNORECASE)),
    ("jail-enforcement", re.compile(r"jail|\bjem\b", re.IGNORECASE)),
    ("warrant-service", re.compile(r"warrant|\bwso\b", re.IGNORECASE)),
)
_YEAR_FIRST = re.compile(r"(?<!\d)(20\d{2})[-_. ]?([01]\d)[-_. ]?([0-3]\d)(?!\d)")
_MONTH_FIRST = re.compile(r"(?<!\d)([01]\d)[-_. ]?([0-3]\d)[-_. ]?(20\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One agreement on the list."""

    agency: str
    state: str
    county: str
    model: str  # as in case files; ``other`` for a type we do not know
    support: str  # the type in the list's own words
    signed: dt.date | None


@dataclass(frozen=True, slots=True)
class Roster:
    """The list of one day; ``dated`` is None where neither its name nor the file tells."""

    name: str
    dated: dt.date | None
    entries: tuple[Entry, ...]

    def of(self, agency: str) -> tuple[Entry, ...]:
        """The agreements of an agency; its name may be given in part, and without regard to case."""
        wanted = _key(agency)
        same = [one for one in self.entries if _key(one.agency) == wanted]
        if same or not wanted:
            return tuple(same)
        words = {fold(word) for word in re.findall(r"\w+", agency) if len(word) > 1}
        return tuple(
            one for one in self.entries
            if words and words <= {fold(word) for word in re.findall(r"\w+", one.agency + " " + one.state)}
        )

    def like(self, agency: str) -> tuple[str, ...]:
        """Names on the list that look like one that is not."""
        names = sorted({one.agency for one in self.entries})
        return tuple(get_close_matches(agency, names, n=3, cutoff=0.6))


def _key(agency: str) -> str:
    return fold(agency).replace("sherlffs", "sherlff").replace("deparment", "department")


def read_roster(path: Path) -> Roster:
    """Reads the list, in any order of its columns.

    Raises:
        AgreementError: there is no reader for .xlsx, the file is not one, or it has no column of
            agencies and of types.
    """
    try:
        import openpyxl  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        msg = f"{path}: to read .xlsx, pip install 'mandamus-drafter[xlsx]'."
        raise AgreementError(msg) from None
    data = open_plainly(path, MOST_BYTES)
    if _unpacked(data) > _MOST_UNPACKED:
        msg = f"{path}: it unpacks to more than any list of agencies; get it again from ICE."
        raise AgreementError(msg)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        rows = [
            row
            for sheet in book.worksheets
            for row in sheet.iter_rows(max_row=_MOST_ROWS, max_col=40, values_only=True)
        ]
        changed = book.properties.modified
    except Exception:  # noqa: BLE001 - the library lets many kinds of error out of a bad file
        msg = f"{path}: this is not an .xlsx that can be read; get the list again from ICE."
        raise AgreementError(msg) from None
    entries = _entries(rows)
    if entries is None:
        msg = (
            f"{path}: no row names the columns LAW ENFORCEMENT AGENCY and SUPPORT TYPE; "
            "name ICE's own list of participating agencies."
        )
        raise AgreementError(msg)
    dated = _dated(path.name) or (changed.date() if isinstance(changed, dt.datetime) else None)
    return Roster(path.name, dated, entries)


def _unpacked(data: bytes) -> int:
    """How many bytes an .xlsx says that it unpacks to."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return sum(part.file_size for part in parts.infolist())
    except zipfile.BadZipFile:
        return 0  # the reader says what is wrong


def _entries(rows: Sequence[Sequence[object]]) -> tuple[Entry, ...] | None:
    for n, row in enumerate(rows[:_HEAD_ROWS]):
        columns = _columns(row)
        if {"agency", "model"} <= set(columns):
            found = (_entry(each, columns) for each in rows[n + 1 :])
            return tuple(one for one in found if one is not None)
    return None


def _columns(row: Sequence[object]) -> dict[str, int]:
    titles = [" ".join(str(cell or "").split()).casefold() for cell in row]
    return {
        name: titles.index(title)
        for name, known in _COLUMNS.items() for title in reversed(known) if title in titles
    }


def _entry(row: Sequence[object], columns: dict[str, int]) -> Entry | None:
    def cell(name: str) -> object:
        n = columns.get(name, len(row))
        return row[n] if n < len(row) else None

    agency = _text(cell("agency"))
    support = _text(cell("model"))
    if not agency or not support:
        return None
    model = next((one for one, pattern in _MODELS if pattern.search(support)), "other")
    state = _text(cell("state"))
    return Entry(
        agency, state.title() if state.isupper() and len(state) > 2 else state,
        _text(cell("county")), model, support, _day(cell("signed")),
    )


def _text(cell: object) -> str:
    return "" if cell is None else " ".join(str(cell).split())


def _day(cell: object) -> dt.date | None:
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    hit = re.search(r"(\d{1,2})/(\d{1,2})/(20\d{2})", _text(cell))
    try:
        return dt.date(int(hit[3]), int(hit[1]), int(hit[2])) if hit else None
    except ValueError:
        return None


def _dated(name: str) -> dt.date | None:
    """The day in the file's name, written as 2025-07-18 or 07182025."""
    for pattern, order in ((_YEAR_FIRST, (1, 2, 3)), (_MONTH_FIRST, (3, 1, 2))):
        for hit in pattern.finditer(name):
            try:
                return dt.date(*(int(hit[n]) for n in order))
            except ValueError:
                continue
    return None
