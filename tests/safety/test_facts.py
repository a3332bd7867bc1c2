"""Promise 27: what a case tells stands in its papers, and in no message, report or name of a file."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from drafter.batch import Batch, Status, collect
from drafter.batch.report import REPORT
from tests.batch.cases import settings
from tests.safety.command import AS_OF, drafter
from tests.safety.fields import leaves, placed, sample_data, text_fields

pytestmark = pytest.mark.no_cover  # hundreds of drafts of one kind: counting their lines shows nothing new

CANARY = re.compile(r"zqcanary\d+", re.IGNORECASE)


def _told(*texts: str) -> list[str]:
    return [found for text in texts for found in CANARY.findall(text)]


@pytest.mark.slow
@pytest.mark.parametrize("sample", ["certification-ice", "half-known"])
def test_a_word_in_every_field_is_in_no_message_report_manifest_or_name(sample: str, tmp_path: Path) -> None:
    words = {path: f"Zqcanary{n}" for n, path in enumerate(text_fields(sample))}
    file = tmp_path / "in" / "case.json"
    file.parent.mkdir()
    file.write_text(json.dumps(placed(sample_data(sample), words)))
    out = tmp_path / "out"
    for command in (
        ["draft", file, "--out", out / "one", *AS_OF], ["draft", file, "--out", out / "one", *AS_OF],
        ["batch", file.parent, "--out", out / "many", *AS_OF],
        ["batch", file.parent, "--out", out / "many", "--resume", *AS_OF],
        ["verify", out / "one"], ["verify", out / "many"],
    ):
        run = drafter(*command, home=tmp_path / "home")
        assert run.returncode == 0, run.stderr
        assert _told(run.stdout, run.stderr) == [], command
    texts = [one.read_text() for one in out.rglob("*.json*")]
    assert len(texts) == 3  # two manifests and a report
    assert _told(*texts, *map(str, out.rglob("*"))) == []


def test_a_case_refused_at_any_field_puts_no_word_of_it_in_the_report(tmp_path: Path) -> None:
    data = sample_data("half-known")
    folder = tmp_path / "in"
    folder.mkdir()
    paths = [path for path in leaves(data) if path not in text_fields("half-known")]
    for n, path in enumerate((*paths, *text_fields("half-known"))):
        word = f"Zqcanary{n}" if path in paths else f"Zqcanary{n}\u0007"
        (folder / f"{n:03d}.json").write_text(json.dumps(placed(data, {path: word})))
    with ThreadPoolExecutor(1) as executor:
        batch = Batch(collect([str(folder)]), settings(tmp_path / "out"), executor)
        list(batch.run())
    assert batch.tally.by_status == {Status.REFUSED: len(paths) + len(text_fields("half-known"))}
    assert _told((tmp_path / "out" / REPORT).read_text()) == []
