"""Many cases out of one sample: other names, other numbers, the same suit."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from drafter.batch import Settings
from drafter.cli.samples import sample_files

AS_OF = dt.date(2026, 11, 24)
_ONES = ("Ada", "Bela", "Cora", "Dora", "Edna", "Fina", "Gala", "Hera", "Ilka", "Jola")
_TWOS = ("quill", "stamp", "folio", "codex", "proof", "serif", "glyph", "plate", "print", "paper")


def client(number: int) -> str:
    """A name that no other number has."""
    digits = [int(one) for one in f"{number:05d}"]
    last = "".join(_TWOS[one] for one in digits[:-1]).capitalize()
    return f"{_ONES[digits[-1]]} {last}"


def case_text(number: int, fact: str = "") -> str:
    """The sample of which little is known, as the case of another client."""
    text = sample_files()["half-known"].read_text(encoding="utf-8")
    assert text.count("half-known") == 1
    text = text.replace("id: half-known", f"id: case-{number:05d}")
    name = next(line for line in text.splitlines() if line.strip().startswith("name: "))
    old = name.split("name: ")[1]
    text = text.replace(old, client(number))
    if fact:
        assert text.count("  summary:\n") == 1
        text = text.replace("  summary:\n", f"  summary:\n    - say: {fact}\n")
    return text


def lay(folder: Path, count: int) -> list[str]:
    """Case files in a folder; their names."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:05d}.yaml").write_text(case_text(number), encoding="utf-8")
    return [str(folder / f"{number:05d}.yaml") for number in range(count)]


def settings(out: Path, *, resume: bool = False) -> Settings:
    """Of a run in a test: nothing waits for the disk."""
    return Settings(out=out, as_of=AS_OF, resume=resume, durable=False)
