"""Whole cases typed from nothing, and whole runs of the program."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.casefile import loads
from drafter.cli.samples import sample_files
from drafter.interview.plain import PlainTerminal
from drafter.interview.running import Run
from drafter.interview.session import Outcome
from drafter.interview.store import Store
from drafter.interview.terminal import Prompt
from drafter.law import load_law
from tests.interview.paralegal import Paralegal, finish, interview

AS_OF = "2026-11-24"

pytestmark = pytest.mark.no_cover  # hundreds of answers of one kind: counting their lines shows nothing new


def typed(sample: str) -> list[str]:
    held = interview()
    answers = finish(held, Paralegal(sample_files()[sample]))
    assert held.prompt.title == "Review"
    return [*answers, "draft"]


@pytest.mark.parametrize("sample", ["overdetention-sheriff", "half-known"])
def test_a_whole_case_can_be_typed_from_nothing(sample: str) -> None:
    held = interview()
    finish(held, Paralegal(sample_files()[sample]))
    loaded = loads(held.sheet.text, "trial.yaml", load_law())
    known = loads(sample_files()[sample].read_text(), "known.yaml", load_law()).case
    assert len(loaded.case.events) == len(known.events)
    assert len(loaded.case.exhibits) == len(known.exhibits)
    assert [one.name for one in loaded.case.petitioners] == [one.name for one in known.petitioners]
    held.answer("draft")
    assert held.outcome is Outcome.DRAFT


@pytest.mark.slow
def test_a_whole_287g_case_goes_through_a_pipe_to_a_packet(tmp_path: Path) -> None:
    lines = [f'"""\n{one}\n"""' if "\n" in one else one for one in typed("certification-ice")]
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "new", "trial.yaml", "--as-of", AS_OF],
        input="\r\n".join(lines) + "\r\n", cwd=tmp_path, text=True, capture_output=True, check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    assert (tmp_path / "out" / "trial" / "file" / "01-complaint.docx").is_file()
    assert "out/trial/packet.json" in done.stdout
    assert "Worth a look" in done.stderr


def test_a_whole_case_goes_through_plain_mode(tmp_path: Path) -> None:
    held = interview()
    store = Store(tmp_path / "trial.yaml")
    out = io.StringIO()
    answers = iter(typed("half-known"))

    class Typist(PlainTerminal):
        """A person who ends paragraphs with a full stop on a line of its own."""

        def read(self, prompt: Prompt) -> str:
            self._source = io.StringIO(f"{next(answers)}\n.\n")
            return super().read(prompt)

    assert Run(held, store, Typist(io.StringIO(), out)).to_end() is Outcome.DRAFT
    assert "\x1b" not in out.getvalue()
    assert len(loads(store.path.read_text(), "t.yaml", load_law()).case.events) == 5
