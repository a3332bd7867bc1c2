"""The samples as they are drafted, paper by paper as text: a change shows what it does to them.

`make golden` accepts the drafts as they now are; then the difference is to be read.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafter.packet import Provenance, write_packet
from drafter.proofread import mirror
from tests.drafts import SAMPLES, drafted
from tests.packet.stand_in import tree

GOLDEN = Path(__file__).parent / "golden"


def _texts(sample: str) -> dict[str, str]:
    return {
        paper.path.replace("/", "-").removesuffix(".docx") + ".txt": mirror(paper.data)
        for paper in drafted(sample).papers
    }


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_is_drafted_as_it_was_accepted(sample: str) -> None:
    folder, now = GOLDEN / sample, _texts(sample)
    if os.environ.get("GOLDEN") == "accept":
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.txt"):
            old.unlink()
        for name, text in now.items():
            (folder / name).write_text(text, encoding="utf-8")
    accepted = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.txt")}
    assert set(now) == set(accepted)
    for name, text in now.items():
        assert text == accepted[name], f"{sample}/{name} changed; read it, then: make golden"


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_same_sample_is_drafted_to_the_same_bytes(sample: str, tmp_path: Path) -> None:
    first = drafted(sample)
    drafted.cache_clear()
    provenance = Provenance("0" * 64, "0")
    write_packet(first, tmp_path / "a", provenance)
    write_packet(drafted(sample), tmp_path / "b", provenance)
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 3
