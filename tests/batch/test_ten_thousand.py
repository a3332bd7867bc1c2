"""The run of ten thousand cases, made small: ``python -m tests.batch.ten_thousand FOLDER`` is the whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.batch import ten_thousand

CASES = int(os.environ.get("DRAFTER_CASES", "160"))


@pytest.mark.slow
def test_killed_in_the_middle_and_resumed_every_good_case_is_made_and_every_bad_one_named(tmp_path: Path) -> None:
    poisoned = max(16, CASES // 100)
    bad = ten_thousand.lay(tmp_path / "in", CASES, poisoned)
    counts = ten_thousand.killed_and_resumed(tmp_path, CASES)
    broken = sum(kind in {"kill", "crash", "leave", "swell", "raise", "recurse"} for kind in bad.values())
    assert counts["failed"] == broken
    assert counts["refused"] == poisoned - broken
    assert counts["drafted"] + counts["there"] == CASES - poisoned
    assert counts["there"] > 0
    assert ten_thousand.wrong(tmp_path, CASES, bad) == []
    assert max(end for _, _, end in ten_thousand.memory(tmp_path)) < 400_000  # kB
