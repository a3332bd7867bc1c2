"""Saving a case so that nothing is lost: whole or not at all, and the last ten saves kept.

Each save is written to a hidden file, flushed to the disk and renamed; a reader, or a machine that
fails, sees the old file or the new one. Beside the case stands a hidden folder with earlier saves
and with the place where the interview stopped.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

from drafter.casefile.opening import CASE_LIMIT, NARRATIVE_FILE_LIMIT, decode, read_bytes
from drafter.errors import CaseFileError
from drafter.interview.progress import Progress

MOST_SAVES = 10
"""Earlier saves that are kept."""

_PROGRESS = "progress.json"


class SaveError(OSError):
    """The case could not be saved; the file is as it was before. Says why and what to do."""


class Store:
    """One case file on disk, with its earlier saves."""

    def __init__(self, path: Path) -> None:
        """Looks at nothing yet.

        Args:
            path: the case file; it may not exist yet.
        """
        self.path = path
        self._seen = ""

    @property
    def saves(self) -> Path:
        """The hidden folder of earlier saves."""
        return self.path.with_name(f".{self.path.name}.saves")

    def read(self) -> str | None:
        """The file's text, or None where there is no file.

        Raises:
            CaseFileError: it cannot be read, or must not be written.
        """
        if not os.path.lexists(self.path):
            return None
        data = read_bytes(self.path, CASE_LIMIT)
        if not os.access(self.path, os.W_OK):
            raise CaseFileError([f"{self.path}: may only be read; copy it, or ask for the right to change it."])
        self._seen = hashlib.sha256(data).hexdigest()
        return decode(data, str(self.path))

    def read_progress(self) -> Progress | None:
        """Where the interview stopped, if it was begun here."""
        try:
            return Progress.from_json((self.saves / _PROGRESS).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            return None

    def read_text(self, name: str) -> str:
        """A long answer from a file beside the case.

        Raises:
            CaseFileError: it is not there, too large, or no text.
        """
        path = (self.path.parent / Path(name).expanduser()) if name else self.path.parent
        return decode(read_bytes(path, NARRATIVE_FILE_LIMIT), name).strip()

    def save(self, text: str, progress: Progress | None) -> None:
        """Writes the case, and keeps what stood there before.

        Args:
            text: of the case file.
            progress: where the interview stands; None for a case that was not begun in one.

        Raises:
            SaveError: it could not be written, or another program has changed the file meanwhile.
        """
        data = text.encode()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if hashlib.sha256(data).hexdigest() != self._seen:
                self._refuse_if_changed(data)
                self._keep_old()
                _replace(self.path, data)
                self._seen = hashlib.sha256(data).hexdigest()
            if progress is None:
                return
            self._make_folder()
            _replace(self.saves / _PROGRESS, progress.to_json().encode(), durable=False)
        except SaveError:
            raise
        except OSError as error:
            msg = (
                f"{self.path}: could not be saved ({error.strerror}). The file is as it was; your "
                "answers are kept here and saved with the next one that can be."
            )
            raise SaveError(msg) from None

    def _refuse_if_changed(self, data: bytes) -> None:
        try:
            now = hashlib.sha256(self.path.read_bytes()).hexdigest()
        except FileNotFoundError:
            return
        if now == self._seen:
            return
        self._make_folder()
        rescued = self.saves / f"rescued-{hashlib.sha256(data).hexdigest()[:8]}{self.path.suffix}"
        _replace(rescued, data)
        msg = (
            f"{self.path}: another program has changed it meanwhile; it is left as it is. Your "
            f"answers are in {rescued}. Stop here, compare the two, and go on with one of them."
        )
        raise SaveError(msg)

    def _make_folder(self) -> None:
        self.saves.mkdir(mode=0o700, exist_ok=True)

    def _keep_old(self) -> None:
        """Puts what stands there among the saves, and lets the oldest go."""
        if not self.path.exists():
            return
        self._make_folder()
        kept = sorted(self.saves.glob(f"[0-9]*{self.path.suffix}"))
        number = int(kept[-1].stem) + 1 if kept and kept[-1].stem.isdecimal() else 1
        copy = self.saves / f"{number:06}{self.path.suffix}"
        try:
            os.link(self.path, copy)
        except OSError:  # a disk without links
            _replace(copy, self.path.read_bytes(), durable=False)
        for old in kept[: max(0, len(kept) + 1 - MOST_SAVES)]:
            old.unlink(missing_ok=True)


def _replace(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Puts a file in its place, whole: hidden, flushed, renamed, and the folder flushed too.

    Args:
        path: where it goes.
        data: what it holds.
        durable: whether it must outlive a failure of the machine.
    """
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o600
    descriptor = os.open(
        part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode
    )
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        os.replace(part, path)  # noqa: PTH105 - says that it replaces
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    if not durable:
        return
    with contextlib.suppress(OSError):  # Windows opens no folder
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
