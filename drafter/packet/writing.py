"""Writing a packet: whole or not at all, readable by its owner alone, and never over a paper.

The papers are written to a hidden folder beside the place where the packet will stand, flushed
to the disk, and only then given their name. A packet that stands there already is left alone:
it may have been edited, and an edited paper is work that no program may throw away.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import InUseError, PacketError
from drafter.packet.manifest import (
    MANIFEST,
    DraftLike,
    Provenance,
    is_paper_path,
    manifest,
    read_manifest,
    sha256,
)
from drafter.packet.opening import read_regular

LOCK = ".lock"
PART = re.compile(r"\.drafter-[A-Za-z0-9_]+\.part")

_CASE_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")  # names that Windows keeps


@dataclass(frozen=True, slots=True)
class Written:
    """Where a packet stands, and what was found on the way there.

    Args:
        folder: the packet.
        papers: its papers and its manifest, in order.
        is_new: False if the very same packet stood there already, untouched.
        edited: papers of earlier packets of this case that were changed or removed since they
            were drafted; they were left as they are.
    """

    folder: Path
    papers: tuple[Path, ...]
    is_new: bool
    edited: tuple[Path, ...]


def write_packet(
    draft: DraftLike, out: Path, provenance: Provenance, *, held: bool = False,
    durable: bool = True,
) -> Written:
    """Writes the packet of a case to ``OUT/<case id>``, or beside it if that name is taken.

    Args:
        draft: the papers, in memory.
        out: the folder of packets; made if it is not there.
        provenance: what the papers were drafted from.
        held: the caller holds the folder with ``holding``; a batch does, for all its workers.
        durable: wait until the disk has it; without, a crash of the machine can lose a packet.

    Raises:
        InUseError: another run is writing to this folder.
        PacketError: the folder or a paper cannot be written; nothing was left half done.
    """
    refuse_odd_names(draft)
    files = {paper.path: paper.data for paper in draft.papers}
    files[MANIFEST] = manifest(draft, provenance)
    try:
        with contextlib.nullcontext() if held else holding(out):
            return _place(draft.case_id, files, out, durable=durable)
    except OSError as error:
        raise _unwritten(error, out) from error


@contextlib.contextmanager
def holding(out: Path) -> Iterator[None]:
    """Holds a folder of packets, made if it is not there; what a killed run left is swept out.

    Raises:
        InUseError: another run is writing to this folder.
        PacketError: the folder cannot be made.
    """
    try:
        _make_folder(out)
        lock = _lock(out)
    except OSError as error:
        raise _unwritten(error, out) from error
    try:
        try:
            _sweep(out)
        except OSError as error:
            raise _unwritten(error, out) from error
        yield
    finally:
        os.close(lock)  # the system lets go of it even if the run is killed


def _unwritten(error: OSError, out: Path) -> PacketError:
    where = error.filename2 or error.filename or out
    return PacketError(
        f"{where}: {error.strerror or error}. The packet could not be written; choose another "
        "folder with --out."
    )


def refuse_odd_names(draft: DraftLike) -> None:
    """Refuses names that lead elsewhere, or that some disk takes for another or for a device.

    Small letters, digits and single hyphens are the same name on every disk, whatever it does
    with capitals and accents.

    Raises:
        PacketError: names the id or the path.
    """
    name = draft.case_id
    if not _CASE_ID.fullmatch(name) or _DEVICES.fullmatch(name):
        msg = f'the case id "{name}" cannot name a folder; use small letters, digits and hyphens.'
        raise PacketError(msg)
    paths = [paper.path for paper in draft.papers]
    for path in paths:
        if not is_paper_path(path) or paths.count(path) > 1:
            msg = f'"{path}" is no name for a paper of a packet, or two papers have it.'
            raise PacketError(msg)


def _place(
    case_id: str, files: Mapping[str, bytes], out: Path, *, durable: bool
) -> Written:
    edited: list[Path] = []
    number = 1
    while True:
        folder = out / (case_id if number == 1 else f"{case_id}-{number}")
        if not os.path.lexists(folder):
            _write(files, folder, durable=durable)
            return Written(folder, _paths(files, folder), is_new=True, edited=tuple(edited))
        touched = changed(folder)
        if not touched and _holds(folder, files):
            return Written(folder, _paths(files, folder), is_new=False, edited=tuple(edited))
        edited += touched
        number += 1


def _paths(files: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    return tuple(folder / path for path in files)


def _holds(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Whether the packet there was drafted from the same things, to the byte."""
    try:
        return read_regular(folder / MANIFEST) == files[MANIFEST]
    except OSError:
        return False


def changed(folder: Path) -> list[Path]:
    """The papers in a packet that are no longer as they were drafted."""
    try:
        content = read_manifest(read_regular(folder / MANIFEST), MANIFEST)
    except (OSError, PacketError):
        return [folder / MANIFEST]
    found: list[Path] = []
    for paper in content["papers"]:
        path = folder / paper["path"]
        try:
            same = sha256(read_regular(path)) == paper["sha256"]
        except OSError:
            same = False
        if not same:
            found.append(path)
    return found


def _write(files: Mapping[str, bytes], folder: Path, *, durable: bool) -> None:
    part = Path(tempfile.mkdtemp(prefix=".drafter-", suffix=".part", dir=folder.parent))  # 0700
    try:
        for path, data in files.items():
            file = part / path
            if file.parent != part:
                file.parent.mkdir(mode=0o700, exist_ok=True)
            write_file(file, data, durable=durable)
        for inner in sorted({(part / path).parent for path in files} | {part}) if durable else ():
            _flush_folder(inner)
        part.rename(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    if durable:
        _flush_folder(folder.parent)


def write_file(file: Path, data: bytes, *, durable: bool) -> None:
    """Writes a file that is not there yet, readable by its owner alone.

    Raises:
        OSError: it is there, or cannot be written.
    """
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        if durable:
            stream.flush()
            os.fsync(stream.fileno())


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _make_folder(out: Path) -> None:
    """Makes the folder and those above it, closed to others; one that exists is left as it is."""
    missing = [one for one in (out, *out.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=0o700, exist_ok=True)
        with contextlib.suppress(PermissionError):  # a folder that may be written to and not read
            _flush_folder(one.parent)


def _lock(out: Path) -> int:
    descriptor = os.open(out / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(descriptor)
        if not isinstance(error, BlockingIOError):
            raise
        msg = f"{out}: another run is using this folder. Wait for it, or choose another with --out."
        raise InUseError(msg) from None
    return descriptor


def _sweep(out: Path) -> None:
    """Removes what a run that was killed left behind; the lock says that no run is at work."""
    for entry in out.iterdir():
        if PART.fullmatch(entry.name) and not entry.is_symlink():
            if entry.is_dir():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                entry.unlink(missing_ok=True)
