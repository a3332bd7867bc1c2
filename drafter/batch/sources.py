"""What a batch is given: folders, patterns, case files and tables, in a settled order."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from drafter.batch.rows import read_rows
from drafter.errors import CaseFileError

CASE_SUFFIXES = (".yaml", ".yml", ".json")
TABLE_SUFFIXES = (".csv", ".xlsx")
_SUFFIXES = (*CASE_SUFFIXES, *TABLE_SUFFIXES)
_NO_CASE = re.compile(r"[.~].*|packet\.json|.*\.schema\.json")


@dataclass(frozen=True, slots=True)
class Job:
    """One case to be drafted; small enough to be sent to a worker.

    Args:
        name: what messages call it: the path, or table and row.
        path: of the case file; None for a row of a table.
        text: the case, where it is a row.
        folder: where text files that it names stand.
        spots: for a row, the sheet, row and column of each field.
        flaws: why it cannot be drafted, found while the table was read.
    """

    name: str
    path: Path | None = None
    text: str = ""
    folder: Path | None = None
    spots: dict[str, str] = field(default_factory=dict)
    flaws: tuple[str, ...] = ()


def collect(sources: Iterable[str], base: Path | None = None) -> list[Job]:
    """The cases that sources name, each once, in the order of the sources.

    Args:
        sources: folders (with those below), patterns such as ``cases/*.yaml``, case files, and
            tables (.csv, .xlsx).
        base: a case file with what the rows of tables have in common.

    Raises:
        CaseFileError: a source names nothing, or a table cannot be read.
    """
    jobs: list[Job] = []
    seen: set[str] = set()
    for source in sources:
        found = False
        for path in _files(source):
            found = True
            real = _place(path)
            if real in seen or (base is not None and real == _place(base)):
                continue
            seen.add(real)
            jobs += _table(path, base) if path.suffix.lower() in TABLE_SUFFIXES else [
                Job(str(path), path=path)
            ]
        if not found:
            raise CaseFileError([f"{source}: there is no case there; name a case file, a folder or a table."])
    return jobs


def _place(path: Path) -> str:
    """Where a file stands, by whatever way its folder was named; a link is a place of its own.

    Links are refused when they are read, and so named: none is passed over in silence.
    """
    return str(Path(os.path.realpath(path.parent)) / path.name)


def _files(source: str) -> Iterator[Path]:
    path = Path(source)
    if path.is_dir():
        found = []
        for folder, inner, names in os.walk(path):
            inner[:] = [name for name in inner if not name.startswith(".")]  # keeps walk out
            found += [
                Path(folder) / name for name in names
                if name.lower().endswith(_SUFFIXES) and not _NO_CASE.fullmatch(name)
            ]
        yield from sorted(found)
    elif path.suffix.lower() in _SUFFIXES and not glob.has_magic(source):
        yield path  # what is wrong with it, its reader says better
    elif glob.has_magic(source):
        yield from (Path(one) for one in sorted(glob.glob(source, recursive=True))  # noqa: PTH207 - the pattern is the user's own, with its root
                    if one.lower().endswith(_SUFFIXES))
    elif path.exists():
        raise CaseFileError([
            f"{source}: is no case file (.yaml, .yml, .json) and no table (.csv, .xlsx)."
        ])


def _table(path: Path, base: Path | None) -> list[Job]:
    return [
        Job(
            one.place, text="" if one.flaws else one.text, folder=path.parent, spots=one.spots,
            flaws=tuple(one.flaws),
        )
        for one in read_rows(path, base)
    ]
