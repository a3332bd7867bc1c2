"""Promises 11, 12 and 13: whatever fails, and when, an edited draft stays and no paper is half there.

Each system call that touches the output folder is made to fail, or the program is ended at it, one
call after the other, until nothing is left to fail; then the command runs once more, undisturbed.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.packet import verify
from drafter.packet.writing import PART
from tests.packet.stand_in import tree
from tests.safety import writes
from tests.safety.tracer import Run, traced

EDITED = b"the petition, as the attorney wants it"

KINDS = (
    ("write", "error=ENOSPC"), ("write", "error=EIO"), ("write", "signal=KILL"), ("write", "signal=TERM"),
    ("fsync", "error=EIO"), ("fsync", "signal=KILL"), ("openat", "error=EMFILE"), ("openat", "error=ENOSPC"),
    ("openat", "signal=KILL"), ("mkdir", "error=EACCES"), ("mkdir", "signal=KILL"), ("rename", "error=EACCES"),
    ("rename", "error=EXDEV"), ("rename", "signal=KILL"), ("rename", "signal=TERM"), ("flock", "error=ENOLCK"),
    ("close", "signal=KILL"), ("getdents64", "error=EIO"), ("fstat,newfstatat", "error=EIO"),
)


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with a packet of which one paper has been edited."""
    out = tmp_path_factory.mktemp("seed") / "out"
    assert writes.draft(str(out)) == 0
    (out / "half-known" / "file" / "01-petition.docx").write_bytes(EDITED)
    return out


@pytest.fixture
def out(seed: Path, tmp_path: Path) -> Iterator[Path]:
    """The same, laid anew."""
    shutil.copytree(seed, tmp_path / "out")
    yield tmp_path / "out"
    shutil.rmtree(tmp_path / "out")


def _draft(out: Path, call: str, inject: str = "") -> Run:
    return traced(call, ["-m", "tests.safety.writes", str(out)], inject)


def _broken_rules(out: Path, before: dict[str, bytes], whole: dict[str, bytes], run: Run, fault: str) -> list[str]:
    now = tree(out)
    parts = {name for name in now if PART.match(name)}
    found = [f"{name}: lost or changed" for name in before if now.get(name) != before[name]]
    found += [f"{name}: not whole" for name in now.keys() - parts - before.keys() if now[name] != whole.get(name)]
    if "error" in fault:
        found += [f"{name}: left behind" for name in parts]
        if run.status == 0 and now != whole:
            found.append("exit 0, and papers are missing")
        if run.status == 1 and not re.search(r": [A-Z].+(?:--out|could not be)", run.said):
            found.append(f"a message that helps nobody: {run.said}")
    if run.status not in {0, 1, 143, -9}:
        found.append(f"exit {run.status}")
    if "Traceback" in run.said or "mistake in the program" in run.said:
        found.append(run.said)
    return found


@pytest.mark.slow
@pytest.mark.no_cover  # what it runs again and again is measured elsewhere
@pytest.mark.parametrize(("call", "fault"), KINDS, ids=str)
def test_a_call_that_fails_costs_no_edited_draft_and_leaves_no_half_paper(
    out: Path, seed: Path, call: str, fault: str
) -> None:
    before = tree(out)
    plain = _draft(out, call)
    whole = tree(out)
    assert plain.status == 0, plain.said
    touching = [n for n, line in enumerate(plain.calls, start=1) if str(out) in line]
    assert touching
    for n in touching:
        shutil.rmtree(out)
        shutil.copytree(seed, out)
        run = _draft(out, call, f"{fault}:when={n}")
        assert _broken_rules(out, before, whole, run, fault) == [], (n, plain.calls[n - 1])
        assert writes.draft(str(out)) == 0  # once more, undisturbed
        assert tree(out) == whole, n
        assert not list(out.glob(".drafter-*"))
    assert {one.path.name for one in verify(out)[1]} == {"01-petition.docx"}
