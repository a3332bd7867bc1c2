"""Two fronts of plain lines: one for a person (screen readers too), one for a pipe."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
import textwrap
from pathlib import Path
from typing import TextIO

from drafter.interview.terminal import Prompt

WIDTH = 78
CANONICAL = 4_095
"""Characters that a terminal hands over in one line; it cuts the rest without a word."""

_LONG = '"""'


def layout(prompt: Prompt) -> list[str]:
    """A question as lines of at most 78 characters; numbers before the choices."""
    lines = ["", prompt.title, *prompt.lines]
    lines += [f"  {number}. {one.line}" for number, one in enumerate(prompt.choices, start=1)]
    if prompt.current:
        lines.append(f"Now: {prompt.current}")
    if prompt.empty:
        lines.append(f"({prompt.empty}.)")
    if prompt.moves:
        lines.append(prompt.moves)
    return [part for line in lines for part in wrap(line)]


def wrap(line: str) -> list[str]:
    """A line broken at words; what is set in stays set in."""
    if len(line) <= WIDTH:
        return [line]
    margin = " " * (len(line) - len(line.lstrip(" ")))
    return textwrap.wrap(
        line, WIDTH, subsequent_indent=margin + ("   " if margin else ""),
        break_long_words=False, break_on_hyphens=False,
    )


def printable(text: str, stream: TextIO) -> str:
    """A text without signs that steer a terminal or that the stream cannot write."""
    safe = "".join(c if c in "\n\t" or c.isprintable() else ascii(c)[1:-1] for c in text)
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return safe.encode(encoding, "backslashreplace").decode(encoding)


def editor() -> list[str]:
    """The person's own editor, as a command; nothing where none is named."""
    return shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")


def edit_text(text: str) -> str | None:
    """Opens the editor on a text; None where there is none or it failed."""
    command = editor()
    if not command:
        return None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "answer.md"
        file.write_text(text, encoding="utf-8")
        try:
            subprocess.run([*command, str(file)], check=True)  # noqa: S603 - the person's own choice
            return file.read_text(encoding="utf-8-sig").strip()
        except (OSError, subprocess.CalledProcessError, UnicodeDecodeError):
            return None


class PlainTerminal:
    """Questions one after the other, nothing moves: for screen readers and poor terminals."""

    retries = True

    def __init__(self, source: TextIO, stream: TextIO) -> None:
        """Reads and writes lines.

        Args:
            source: what is typed.
            stream: where questions go.
        """
        self._source, self._stream = source, stream

    def say(self, text: str) -> None:
        """Shows a message."""
        self._write("\n".join(part for line in text.split("\n") for part in wrap(line)) + "\n")

    def read(self, prompt: Prompt) -> str:
        """Shows a question and reads its answer.

        Paragraphs end with a line that holds only a full stop.
        """
        lines = layout(prompt)
        if prompt.is_long:
            lines.append("(End your text with a line that holds only a full stop; moves need none.)")
        self._write("\n".join(lines) + "\n> ")
        first = self._line()
        if not prompt.is_long or first.strip() in {"", "<", "?", ">", "=", "."} or first[:1] in {"!", "@"}:
            return "" if first.strip() == "." else first
        if _is_command(first):
            return first
        text = [first]
        self._write("(go on, or type a full stop alone to end)\n> ")  # nobody is left to wait for an answer
        while (line := self._line()).strip() != ".":
            text.append(line)
        return "\n".join(text)

    def edit(self, text: str) -> str | None:
        """Opens the person's editor."""
        return edit_text(text)

    def _line(self) -> str:
        line = self._source.readline()
        if not line:
            raise EOFError
        line = line.rstrip("\r\n")
        if len(line.encode("utf-8", "surrogateescape")) >= CANONICAL:
            self.say(
                f"That line has reached {CANONICAL:,} characters, where terminals cut lines. Look at "
                "its end below; for long text use @FILE or !edit."
            )
            self.say("… " + line[-60:])
        return line

    def _write(self, text: str) -> None:
        self._stream.write(printable(text, self._stream))
        self._stream.flush()


def _is_command(line: str) -> bool:
    head, _, rest = line.strip().partition(" ")
    return (head.lower() in {"edit", "delete", "move", "copy", "duplicate", "e", "d", "m", "c"} and bool(
        rest
    ) and all(one.isdecimal() or one == "to" for one in rest.split())) or line.strip().lower() in {
        "sort", "done", "none", "no",
    }


class PipedTerminal:
    """Answers from a pipe or a file, one on each line; a long one between lines of three quotes."""

    retries = False

    def __init__(self, source: TextIO, stream: TextIO) -> None:
        """Reads lines and tells what it understood.

        Args:
            source: the answers.
            stream: where questions and messages go.
        """
        self._source, self._stream = source, stream
        self.number = 0

    def say(self, text: str) -> None:
        """Tells a message."""
        self._stream.write(printable(f"{text}\n", self._stream))

    def read(self, prompt: Prompt) -> str:
        """The next answer; question and answer are told for the record."""
        line = self._line()
        if line.strip() == _LONG:
            text: list[str] = []
            while (more := self._line()).strip() != _LONG:
                text.append(more)
            line = "\n".join(text)
        self.say(f"{prompt.title} > {line}")
        return line

    def edit(self, text: str) -> str | None:  # noqa: ARG002 - nobody is there to write
        """There is no editor in a pipe."""
        return None

    def _line(self) -> str:
        line = self._source.readline()
        if not line:
            raise EOFError
        self.number += 1
        return line.rstrip("\r\n")
