"""What a person sees, kept as text that a reviewer can read. ``GOLDEN=accept`` keeps it anew."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

from drafter.interview.plain import PlainTerminal
from drafter.interview.running import Run
from drafter.interview.session import Interview
from drafter.interview.store import Store
from drafter.interview.terminal import Prompt
from tests.interview.paralegal import interview

SCREENS = Path(__file__).with_name("screens.txt")
PAGE = Path(__file__).resolve().parents[2] / "docs" / "interview.md"
TYPED = (
    "Lantern Street Neighbors v. ICE", "287(g) certification", "alabama", "middle", "Northern Division", "none",
    "add", "person", "Benedita Samplewell", "Ms. Samplewell, SSN 123-45-6789", "again", "?",
    "Ms. Samplewell", "she", "no", "!ask In which county does she live?", "Alabama",
    "never",    "She was born in Example County.", "+Declaration of Benedita Samplewell at 1", "", "", "add",
    "officer", "local", "Pat Placard", "!menu", "events", "add", "1/14/2026",
    "A deputy stopped Ms. Samplewell.", "", "", "", "", "", "!review", "court", "", "!quit",
)


class _Typist(PlainTerminal):
    """Types what the table says and shows it, as a terminal does."""

    def __init__(self, stream: io.StringIO, typed: Iterator[str]) -> None:
        super().__init__(io.StringIO(), stream)
        self._typed = typed

    def read(self, prompt: Prompt) -> str:
        answer = next(self._typed)
        self._source = io.StringIO(f"{answer}\n.\n")
        read = super().read(prompt)
        self._stream.write(f"{answer}\n")
        return read


def _screens(held: Interview, folder: Path) -> str:
    out = io.StringIO()
    Run(held, Store(folder / "trial.yaml"), _Typist(out, iter(TYPED))).to_end()
    return out.getvalue()


def test_the_screens_are_as_a_reviewer_has_read_them(tmp_path: Path) -> None:
    screens = _screens(interview(), tmp_path)
    if os.environ.get("GOLDEN") == "accept":
        SCREENS.write_text(screens, encoding="utf-8")
    assert screens == SCREENS.read_text(encoding="utf-8"), "run: make golden, and read the diff"


def test_no_screen_is_wider_than_eighty_columns() -> None:
    lines = SCREENS.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > 80] == []


def test_the_screen_on_the_page_is_a_real_one() -> None:
    block = PAGE.read_text(encoding="utf-8").split("<!-- screen -->\n```text\n")[1].split("```")[0]
    assert block in SCREENS.read_text(encoding="utf-8")
