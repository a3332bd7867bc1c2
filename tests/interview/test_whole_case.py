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
from drafter.law import load_law
from tests.interview.paralegal import Paralegal, finish, interview

AS_OF = "2026-11-24"


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
    answers = io.StringIO()
    terminal = PlainTerminal(answers, out)
    for one in typed("half-known"):
        answers.write(one + "\n")
        if len(one) > 1 and one[0] not in "!@" and one not in {"none", "no", "add", "yes"}:
            answers.write(".\n")
    answers.seek(0)

    class Forgiving(PlainTerminal):
        """Passes over the full stops that a question of one line did not need."""

        def read(self, prompt):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 - as in the class
            while (text := super().read(prompt)) == "." and not prompt.is_long:
                pass
            return text

    terminal = Forgiving(answers, out)
    assert Run(held, store, terminal).to_end() is Outcome.DRAFT
    assert "\x1b" not in out.getvalue()
    assert len(loads(store.path.read_text(), "t.yaml", load_law()).case.events) == 5
