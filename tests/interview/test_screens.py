"""What a person sees, kept as text that a reviewer can read. ``GOLDEN=accept`` keeps it anew."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

from drafter.interview.opening import open_interview
from drafter.interview.plain import PlainTerminal
from drafter.interview.running import Run
from drafter.interview.session import Interview
from drafter.interview.store import Store
from drafter.interview.terminal import Prompt
from drafter.law import load_law
from tests.interview.paralegal import AS_OF, interview
from tests.moa.layout import pdf, text

SCREENS = Path(__file__).with_name("screens.txt")
AGREEMENT = Path(__file__).with_name("screens-agreement.txt")
PAGE = Path(__file__).resolve().parents[2] / "docs" / "interview.md"
TYPED = (
    "Lantern Street Neighbors v. ICE", "287(g) certification", "alabama", "middle", "Northern Division", "none",
    "add", "person", "Benedita Samplewell", "Ms. Samplewell, SSN 123-45-6789", "again", "?",
    "Ms. Samplewell", "she", "no", "!ask In which county does she live?", "Alabama",
    "never",    "She was born in Example County.", "+Declaration of Benedita Samplewell at 1", "", "", "add",
    "officer", "local", "Pat Placard", "!menu", "events", "add", "1/14/2026",
    "A deputy stopped Ms. Samplewell.", "", "", "", "", "", "!review", "court", "", "!quit",
)


BEGUN = """\
matter:
  id: trial
  kind: 287g-certification
forum:
  court: almd
respondents:
  - id: sheriff
    level: local
    name: Pat Placard
"""
TYPED_AT_THE_AGREEMENT = ("@agrement.pdf", "@agreement.pdf", "!menu", "duties", "add", "?", "!quit")


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


def _screens(held: Interview, store: Store, typed: tuple[str, ...] = TYPED) -> str:
    out = io.StringIO()
    Run(held, store, _Typist(out, iter(typed))).to_end()
    return out.getvalue()


def _as_kept(screens: str, kept: Path) -> None:
    if os.environ.get("GOLDEN") == "accept":
        kept.write_text(screens, encoding="utf-8")
    assert screens == kept.read_text(encoding="utf-8"), "run: make golden, and read the diff"


def test_the_screens_are_as_a_reviewer_has_read_them(tmp_path: Path) -> None:
    _as_kept(_screens(interview(), Store(tmp_path / "trial.yaml")), SCREENS)


def test_the_screens_that_read_a_signed_agreement_are_as_a_reviewer_has_read_them(tmp_path: Path) -> None:
    (tmp_path / "agreement.pdf").write_bytes(pdf(text("tfm-2025")))
    (tmp_path / "trial.yaml").write_text(BEGUN, encoding="utf-8")
    store = Store(tmp_path / "trial.yaml")
    held = open_interview(store, load_law(), AS_OF)
    held.answer("!menu")
    held.answer("agreement")
    _as_kept(_screens(held, store, TYPED_AT_THE_AGREEMENT).replace(f"{tmp_path}/", ""), AGREEMENT)


def test_no_screen_is_wider_than_eighty_columns() -> None:
    lines = [line for kept in (SCREENS, AGREEMENT) for line in kept.read_text(encoding="utf-8").splitlines()]
    assert [line for line in lines if len(line) > 80] == []


def test_the_screen_on_the_page_is_a_real_one() -> None:
    block = PAGE.read_text(encoding="utf-8").split("<!-- screen -->\n```text\n")[1].split("```")[0]
    assert block in SCREENS.read_text(encoding="utf-8")
