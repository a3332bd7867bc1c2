"""The command that shows what changed between two versions of a paper, or of a packet."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from drafter.cli import status
from drafter.cli.screen import complain, counted, show
from drafter.errors import DrafterError

_LEAVING = ("file", "send")  # what an office compares; the memo tells its own differences


def redline(options: argparse.Namespace) -> int:
    """Writes a copy with tracked changes; of two packets, one for each paper that is in both."""
    from drafter.proofread import redline as compared  # noqa: PLC0415 - Word is slow to load

    old, new = options.old, options.new
    if old.is_dir() != new.is_dir():
        msg = "name two papers or two packets, not one of each."
        raise status.WrongUsageError(msg)
    pairs = list(_packets(old, new)) if old.is_dir() else [(old, new)]
    if not pairs:
        complain(f"{old} and {new}: no paper is in both.")
        return status.COULD_NOT
    for before, after in pairs:
        copy = compared(_read(before), _read(after))
        show(str(_written(copy, _place(after, options.out, many=old.is_dir()))))
    complain(f"{counted(len(pairs), 'paper')} with tracked changes, to be read and not to be filed.")
    return status.DONE


def _packets(old: Path, new: Path) -> Iterator[tuple[Path, Path]]:
    """The papers to file and to send that two packets share, by name without the number."""
    for folder in _LEAVING:
        before = {_name(one): one for one in sorted((old / folder).glob("*.docx"))}
        for after in sorted((new / folder).glob("*.docx")):
            if _name(after) in before:
                yield before[_name(after)], after


def _name(file: Path) -> str:
    return file.stem.partition("-")[2]


def _place(after: Path, out: Path | None, *, many: bool) -> Path:
    name = f"{after.stem}-redline.docx"
    if many:
        return (out or Path("redline")) / after.parent.name / name
    return out or Path(name)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        msg = f"{file}: {error.strerror}. Name a Word file (.docx)."
        raise DrafterError(msg) from error


def _written(data: bytes, place: Path) -> Path:
    """Writes where nothing stands yet, readable by its owner alone."""
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    except FileExistsError as error:
        msg = f"{place}: is there already; choose another place with --out."
        raise DrafterError(msg) from error
    except OSError as error:
        msg = f"{place}: {error.strerror}. Choose another place with --out."
        raise DrafterError(msg) from error
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
    return place
