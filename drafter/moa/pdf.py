"""The one door to a PDF: its pages as text, read by a confined process of our own.

Nothing in a PDF is run. The file is bounded before it is opened, and the process that opens it
has little memory, little time and may write no file (see ``worker``). The reading library is the
extra ``moa``: pypdfium2, permissive, ten to thirty times faster on the signed agreements than
pypdf and pdfplumber, and the only one of the three that opens encrypted ones by itself.
"""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from drafter.errors import AgreementError

MOST_BYTES = 80_000_000
"""Bytes that a PDF may have; the largest agreement seen has four million."""

SECONDS = 30
"""How long reading one PDF may take."""

_MOST_SAID = 40_000_000
WORKER = Path(__file__).with_name("worker.py")
_BARE = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "LC_ALL"}}
_WHY = {
    "no reader": "a PDF can be read only with the extra moa; install it with "
    "pip install 'mandamus-drafter[moa]'.",
    "locked": "it is locked with a password; save a copy without one and name that.",
    "damaged": "it is damaged or cut short and cannot be opened; get the file again.",
    "no pages": "it has no pages; get the file again.",
    "too many pages": "it has {pages:,} pages, more than any agreement; save the agreement's own "
    "pages as one file.",
    "too large": "it needs more memory than reading an agreement may take; save a smaller copy.",
}


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read.

    Args:
        text: its text layer, lines parted by newlines; empty where there is none.
        fields: names and values of what was typed into its form.
        picture: the share of the page that its largest picture covers, 0 to 1.
        damaged: whether it could not be read.
        by_ocr: whether the text was read from the picture just now.
        again: a second reading of the picture, in another way; empty where there was none.
    """

    text: str
    fields: tuple[tuple[str, str], ...] = ()
    picture: float = 0.0
    damaged: bool = False
    by_ocr: bool = False
    again: str = ""

    @property
    def has_text(self) -> bool:
        """Whether it holds more than a stray mark."""
        return sum(sign.isalnum() for sign in self.text) > 15

    @property
    def is_scanned(self) -> bool:
        """Whether its text, if any, was read from a picture of the paper."""
        return self.by_ocr or self.picture >= 0.5


def read_bytes(path: Path) -> bytes:
    """Reads a PDF's bytes; links, pipes and devices are refused, and a file of another kind.

    Raises:
        AgreementError: says what it is instead, and what to do.
    """
    data = open_plainly(path, MOST_BYTES)
    if b"%PDF-" not in data[:1024]:
        msg = f"{path}: this is not a PDF, whatever its name says; name the signed agreement's PDF."
        raise AgreementError(msg)
    return data


def open_plainly(path: Path, most: int) -> bytes:
    """Reads a regular file of at most ``most`` bytes, and nothing else.

    Raises:
        AgreementError: there is no such file, it is not a plain file, or it is too large.
    """
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, name, 0)
    try:
        descriptor = os.open(path, flags)
    except FileNotFoundError:
        msg = f"{path}: there is no such file; check the name and the folder."
        raise AgreementError(msg) from None
    except (OSError, ValueError):
        msg = f"{path}: this is a link or a file that may not be read; name the file itself."
        raise AgreementError(msg) from None
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            msg = f"{path}: this is a folder, a pipe or a device, not a file; name a file."
            raise AgreementError(msg)
        with open(descriptor, "rb", closefd=False) as file:
            data = file.read(most + 1)
    finally:
        os.close(descriptor)
    if len(data) > most:
        msg = f"{path}: the file is larger than {most:,} bytes, the most that is read."
        raise AgreementError(msg)
    return data


def read_pages(data: bytes, name: str) -> tuple[Page, ...]:
    """The pages of a PDF.

    Args:
        data: the bytes.
        name: what messages call it.

    Raises:
        AgreementError: it is locked, damaged, empty, too long, or took too much to read.
    """
    answer = _asked(data, name)
    if "error" in answer:
        why = _WHY[answer["error"]].format(pages=answer.get("pages", 0))
        msg = f"{name}: {why}"
        raise AgreementError(msg)
    return tuple(
        Page(
            text=plain_lines(one["text"]),
            fields=tuple((str(field), plain_lines(str(value))) for field, value in one["fields"]),
            picture=float(one["picture"]),
            damaged=bool(one["damaged"]),
        )
        for one in answer["read"]
    )


def page_picture(data: bytes, name: str, number: int) -> bytes:
    """A grey picture (PGM) of a page, counted from 0.

    Raises:
        AgreementError: the page could not be drawn.
    """
    drawn = _run(data, name, ("--picture", str(number)))
    if not drawn.startswith(b"P5 "):
        msg = f"{name}: page {number + 1} could not be drawn for reading; give it to a scanner again."
        raise AgreementError(msg)
    return drawn


def read_by_ocr(page: Page, text: str) -> Page:
    """The page with text that was read from its picture."""
    return replace(page, text=plain_lines(text), by_ocr=True)


def _asked(data: bytes, name: str) -> dict[str, Any]:
    said = _run(data, name, ())
    try:
        answer: dict[str, Any] = json.loads(said)
    except ValueError:
        answer = {"error": "damaged"}
    return answer


def _run(data: bytes, name: str, arguments: Sequence[str]) -> bytes:
    command = [sys.executable, "-I", str(WORKER), *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - our own script, and no word of the user's
            command, input=data, capture_output=True, timeout=SECONDS, env=_BARE, check=False
        )
    except subprocess.TimeoutExpired:
        msg = f"{name}: reading it took longer than {SECONDS} seconds; save a simpler copy."
        raise AgreementError(msg) from None
    return done.stdout[:_MOST_SAID]


def plain_lines(text: str) -> str:
    """Text with newlines only, hyphens where the reader marks one, and no control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x02", "-").replace("\ufffe", "-")
    return "".join(sign if sign == "\n" or sign.isprintable() else " " for sign in text)
