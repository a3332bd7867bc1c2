"""A file on disk to text: opened with care, read within a limit, decoded without a guess."""

from __future__ import annotations

import os
import re
import stat
from itertools import islice
from typing import TYPE_CHECKING

from drafter.errors import CaseFileError
from drafter.wording.gate import UNHOLDABLE

if TYPE_CHECKING:
    from pathlib import Path

CASE_LIMIT = 2_000_000
"""Bytes a case file may have."""

NARRATIVE_FILE_LIMIT = 200_000
"""Bytes a text file named by ``{file: ...}`` may have."""

_UNSEEN = re.compile("[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_MOST_SHOWN = 20  # a damaged file may be full of them
_AS_UTF8 = 'save it as UTF-8 (in most editors: "Save As", then "Encoding")'


def read_bytes(path: Path, limit: int = CASE_LIMIT) -> bytes:
    """Reads a regular file of at most ``limit`` bytes; nothing else is opened.

    Links are not followed, and a pipe or a device is refused at once instead of waiting.

    Raises:
        CaseFileError: there is no such file, or it is a folder, a link, a pipe or a device,
            or it is too large, or it may not be read.
    """
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, name, 0)
    try:
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as error:
        raise CaseFileError([f"{path}: {_why_not(path, error)}"]) from None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            kind = "a folder" if stat.S_ISDIR(status.st_mode) else "a pipe, socket or device"
            raise CaseFileError([f"{path}: this is {kind}, not a file; name a file."])
        with open(descriptor, "rb", closefd=False) as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise CaseFileError([f"{path}: {_why_not(path, error)}"]) from None
    finally:
        os.close(descriptor)
    if len(data) > limit:
        raise CaseFileError(
            [f"{path}: the file is larger than {limit:,} bytes, the most that is read."]
        )
    return data


def _why_not(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file; check the name and the folder."
    if isinstance(error, PermissionError):
        return "the file may not be read; ask for the right to read it."
    if isinstance(error, ValueError) or os.path.islink(path):  # noqa: PTH114 - path may be odd
        return "this is a link or not a usable name; name the file itself."
    return f"the file cannot be opened ({error.strerror}); check the name."


def decode(data: bytes, name: str) -> str:
    """Bytes as UTF-8 text, with or without a byte order mark.

    Raises:
        CaseFileError: the bytes are UTF-16, UTF-32, another encoding, or hold characters
            that neither a case file nor a Word file can hold; the first ones are named.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]:
        raise CaseFileError([f"{name}: the file is saved as UTF-16 or UTF-32; {_AS_UTF8}."])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        line, column = place(before, len(before))
        raise CaseFileError(
            [
                (
                    f"{name}:{line}:{column}: the file is not saved as UTF-8 (byte "
                    f"0x{data[error.start]:02X}, as older Windows programs write); {_AS_UTF8}."
                )
            ]
        ) from None
    refuse_unholdable(text, name)
    return text


def refuse_unholdable(text: str, name: str) -> None:
    """Refuses characters that neither a case file nor a Word file can hold.

    Raises:
        CaseFileError: names the first of them, each with its place and code point.
    """
    odd = islice(UNHOLDABLE.finditer(text), _MOST_SHOWN)
    problems = [
        f"{name}:{line}:{column}: here stands the character U+{ord(bad[0]):04X}, which a Word "
        "file cannot hold; delete it or type it again."
        for bad in odd
        for line, column in [place(text, bad.start())]
    ]
    if problems:
        raise CaseFileError(problems)


def unseen(text: str) -> list[tuple[int, int, str]]:
    """Line, column and a sentence for each character that shows nothing or turns text round."""
    return [
        (
            *place(text, odd.start()),
            f"here stands the invisible character U+{ord(odd[0]):04X}; delete it if not meant.",
        )
        for odd in islice(_UNSEEN.finditer(text), _MOST_SHOWN)
    ]


def place(text: str, index: int) -> tuple[int, int]:
    """Line and column, both from 1, of a position in a text."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")
