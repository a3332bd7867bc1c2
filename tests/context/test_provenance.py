"""Each numbered paragraph is traced to the field of the case that made it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.case import Facts
from drafter.casefile import load
from drafter.cli import main
from drafter.cli.samples import sample_files
from drafter.law import load_law
from tests.drafts import SAMPLES, drafted


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_numbered_paragraph_has_its_field_and_every_field_is_there(sample: str) -> None:
    case = load(sample_files()[sample], load_law()).case
    draft = drafted(sample)
    assert [number for number, _ in draft.origins] == [str(n + 1) for n in range(len(draft.origins))]
    last = draft.origins[-1][0]
    assert any(line.startswith(f"{last}. ") for line in draft.papers[0].lines)
    for number, field in draft.origins:
        if field == "law":
            continue
        at: object = case
        for step in field.split("."):
            at = at[int(step)] if isinstance(at, tuple) else getattr(at, step)
        if at is None:  # the field is there and nobody has filled it
            [line] = [one for one in draft.papers[0].lines if one.startswith(f"{number}. ")]
            assert "[" in line, field
        else:
            assert isinstance(at, Facts | tuple) or at, field


def test_the_words_of_an_event_stand_in_the_paragraph_that_names_it() -> None:
    case = load(sample_files()["certification-ice"], load_law()).case
    draft = drafted("certification-ice")
    fields = {field: number for number, field in draft.origins}
    for n, event in enumerate(case.events):
        number = fields[f"events.{n}"]
        [line] = [one for one in draft.papers[0].lines if one.startswith(f"{number}. ")]
        words = event.says[0].say.split("[")[0].split("“")[0].split("'")[0].strip()[1:60].strip()
        assert words in line.replace("\u00a0", " ")


def test_the_manifest_says_it(tmp_path: Path) -> None:
    assert main(["draft", "half-known", "--out", str(tmp_path), "--as-of", "2026-11-24"]) == 0
    told = json.loads((tmp_path / "half-known" / "packet.json").read_text())["paragraphs"]
    assert {"number": "1", "field": "matter.summary.0"} in told
    assert {one["field"] for one in told} >= {"petitioners.0", "respondents.0", "events.0", "law"}
