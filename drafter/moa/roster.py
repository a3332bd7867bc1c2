"""ICE's own list of participating agencies, as the user brings it: who signed what, and when.

The list changes from day to day, the order of its columns too; it is never fetched. What it says
is true of its day only.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from drafter.errors import AgreementError
from drafter.moa.pdf import open_plainly
from drafter.moa.signs import fold
from drafter.moa.states import parted, state_named
from drafter.wording.dates import read_day

MOST_BYTES = 20_000_000
_MOST_UNPACKED = 300_000_000
_MOST_ROWS = 50_000
_HEAD_ROWS = 15  # the columns' names stand in one of the first rows
_COLUMNS = {
    "agency": ("law enforcement agency", "agency", "agency name", "lea"),
    "state": ("state",),
    "county": ("county",),
    "model": ("support type", "support", "model", "program", "program type", "moa type"),
    "signed": ("signed", "date signed", "signed date", "moa signed", "date"),
}
_MODELS = (
    ("task-force", re.compile(r"task\s*force|\btfm\b", re.IGNORECASE)),
    ("jail-enforcement", re.compile(r"jail|\bjem\b", re.IGNORECASE)),
    ("warrant-service", re.compile(r"warrant|\bwso\b", re.IGNORECASE)),
)
_WRITTEN = {
    "sheriff": "sheriffs", "sherrif": "sheriffs", "sherriff": "sheriffs", "sherrifs": "sheriffs",
    "sherriffs": "sheriffs", "dept": "department", "deparment": "department", "co": "county",
    "st": "saint", "cnty": "county",
}
_SMALL = frozenset(map(fold, ("the", "of", "and", "office", "department")))
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
        """The agreements of an agency.

        Args:
            agency: its name, in full, shortened ("Dept", "PD") or in part, without regard to
                case; a State after a comma leaves out agencies of that name elsewhere.
        """
        name, state = parted(agency)
        wanted = _steps(name)
        if not wanted:
            return ()
        there = [one for one in self.entries if not state or one.state == state]
        same = [one for one in there if _steps(one.agency) == wanted]
        return tuple(same or (
            one for one in there if wanted <= _steps(f"{one.agency} {one.state}")
        ))

    @staticmethod
    def key(entry: Entry) -> tuple[frozenset[str], str]:
        """What tells one agency of the list from another."""
        return _steps(entry.agency), entry.state

    def like(self, agency: str) -> tuple[str, ...]:
        """Names on the list that look like one that is not."""
        names = sorted({one.agency for one in self.entries})
        return tuple(get_close_matches(parted(agency)[0], names, n=3, cutoff=0.6))


def _steps(name: str) -> frozenset[str]:
    """The words of an agency's name, those that are written in several ways made one."""
    plain = re.sub(r"['’‘`]", "", name).casefold()
    words = [fold(_WRITTEN.get(word, word)) for word in re.findall(r"\w+", plain)]
    return frozenset(word for word in words if word not in _SMALL)


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
        agency, state_named(state) or state,
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


def listing_changes(
    roster: Roster, asked: str, found: Sequence[Entry], moa: Mapping[str, object]
) -> dict[str, object]:
    """Changes of a case file that record what the list says; field paths to values.

    The status follows the list only where it is open, or says "in force" of an earlier day: what
    an attorney has found out since stays.

    Args:
        roster: the list.
        asked: the name that was looked up.
        found: its agreements on the list.
        moa: the agreement's part of the case, as plain data.
    """
    listing: dict[str, object] = {"source": roster.name, "asked": asked}
    if roster.dated is not None:
        listing["dated"] = roster.dated
    if found:
        listing["entries"] = [
            {
                "agency": one.agency, "model": one.model,
                **({"signed_on": one.signed} if one.signed else {}),
            }
            for one in found
        ]
    made: dict[str, object] = {"moa.listing": listing}
    if not _may_say(roster, moa):
        return made
    model = moa.get("model")
    day = f" of {roster.dated.isoformat()}" if roster.dated else ""
    if any(model in {one.model, "other", None} for one in found):
        made["moa.status"] = "in-force"
    else:
        made["moa.status"] = {"ask": f"The agreement is not on ICE’s list{day}. Is it in force?"}
    made["moa.status_source"] = f"ICE’s list of participating agencies ({roster.name})"
    if roster.dated is not None:
        made["moa.status_as_of"] = roster.dated
    return made


def _may_say(roster: Roster, moa: Mapping[str, object]) -> bool:
    """Whether the list knows more of the status than the case does."""
    status = moa.get("status")
    if not isinstance(status, str):
        return True
    seen = moa.get("status_as_of")
    try:
        day = read_day(seen) if isinstance(seen, str) else None
    except ValueError:
        day = None
    return status == "in-force" and roster.dated is not None and (
        not isinstance(day, dt.date) or roster.dated > day
    )
