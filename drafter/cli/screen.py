"""Printing: results on stdout, messages on stderr, colour only for an eye that wants it."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import TextIO

WIDTH = 96

_COLOURS = {"STOP": "1;31", "REVIEW": "1;33", "INFO": "1;36", "bold": "1"}


def show(text: str = "") -> None:
    """A line of the result."""
    print(text, file=sys.stdout)


def complain(text: str) -> None:
    """A message to whoever runs the program."""
    print(_printable(text, sys.stderr), file=sys.stderr)


def painted(text: str, colour: str, stream: TextIO) -> str:
    """The text in colour, if the stream is a terminal that may show it (no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
        return text
    return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m"


def wrapped(text: str, indent: int) -> str:
    """A paragraph broken to the width of a page, set in by some spaces."""
    margin = " " * indent
    return "\n".join(
        textwrap.fill(line, WIDTH, initial_indent=margin, subsequent_indent=margin)
        for line in text.splitlines()
    )


def table(rows: Iterable[Sequence[str]]) -> str:
    """Rows in columns; the last column runs on."""
    lines = [tuple(row) for row in rows]
    if not lines:
        return ""
    widths = [max(len(row[n]) for row in lines) for n in range(len(lines[0]) - 1)]
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in lines
    )


def counted(number: int, one: str) -> str:
    """``1 paper``, ``2 papers``."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def _printable(text: str, stream: TextIO) -> str:
    """The text without signs that steer a terminal or that the stream cannot write."""
    safe = "".join(c if c in "\n\t" or c.isprintable() else ascii(c)[1:-1] for c in text)
    encoding = stream.encoding or "utf-8"
    return safe.encode(encoding, "backslashreplace").decode(encoding)
