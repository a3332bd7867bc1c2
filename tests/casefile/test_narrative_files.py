"""A long text may stand in a file of its own, in the folder of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from drafter.casefile import load, loads
from drafter.casefile.opening import NARRATIVE_FILE_LIMIT
from drafter.errors import CaseFileError
from tests.casefile.sample import LAW, THIN

if TYPE_CHECKING:
    from pathlib import Path

EVENT = THIN + "events:\n  - id: stop\n    says:\n      - say: {file: NAME}\n"


def write(folder: Path, name: str = "facts.md") -> Path:
    path = folder / "case.yaml"
    path.write_text(EVENT.replace("NAME", name), encoding="utf-8")
    return path


def refusal(path: Path) -> str:
    with pytest.raises(CaseFileError) as caught:
        load(path, LAW)
    (line,) = caught.value.problems
    return line


def test_the_text_of_the_file_is_the_fact(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "facts.md").write_text("One.\r\n\r\nTwo.\n", encoding="utf-8")
    loaded = load(write(tmp_path, "texts/facts.md"), LAW)
    assert loaded.case.events[0].says[0].say == "One.\n\nTwo."


def test_the_digest_covers_the_file(tmp_path: Path) -> None:
    (tmp_path / "facts.md").write_text("One.", encoding="utf-8")
    before = load(write(tmp_path), LAW).digest
    (tmp_path / "facts.md").write_text("Two.", encoding="utf-8")
    assert load(write(tmp_path), LAW).digest != before


@pytest.mark.parametrize(
    "name", ["../facts.md", "/etc/hostname", "a/../../b.md", '"a\\\\b.md"', '"C:facts.md"']
)
def test_a_file_outside_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    assert "is not a name inside the case's folder" in refusal(write(tmp_path, name))


def test_a_folder_that_is_a_link_to_elsewhere_is_refused(tmp_path: Path) -> None:
    inside, outside = tmp_path / "case", tmp_path / "else"
    inside.mkdir()
    outside.mkdir()
    (outside / "facts.md").write_text("Secret.", encoding="utf-8")
    (inside / "texts").symlink_to(outside)
    assert "leads out of the case's folder" in refusal(write(inside, "texts/facts.md"))


def test_a_missing_empty_or_large_file_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path)
    assert refusal(path).startswith(f"{path}:8:21: events.0.says.0.say: ")
    assert "there is no such file" in refusal(path)
    (tmp_path / "facts.md").write_text(" \n", encoding="utf-8")
    assert "is empty" in refusal(path)
    (tmp_path / "facts.md").write_bytes(b"a" * (NARRATIVE_FILE_LIMIT + 1))
    assert "larger than 200,000 bytes" in refusal(path)


@pytest.mark.parametrize("name", ['""', "[a]", ""])
def test_a_file_without_a_name_is_refused(tmp_path: Path, name: str) -> None:
    assert "names no file" in refusal(write(tmp_path, name))


def test_a_text_that_is_read_from_no_folder_names_no_file() -> None:
    with pytest.raises(CaseFileError, match="not read from a folder"):
        loads(EVENT, "case.yaml", LAW)


def test_a_text_read_with_a_folder_may_name_files(tmp_path: Path) -> None:
    (tmp_path / "facts.md").write_text("One.", encoding="utf-8")
    case = loads(EVENT.replace("NAME", "facts.md"), "case.yaml", LAW, folder=tmp_path).case
    assert case.events[0].says[0].say == "One."


def test_alternatives_and_acts_may_stand_in_files_too(tmp_path: Path) -> None:
    (tmp_path / "act.md").write_text("release him", encoding="utf-8")
    text = THIN + "relief:\n  - {id: a, kind: writ, act: {file: act.md}, either: [{file: act.md}]}\n"
    relief = loads(text, "case.yaml", LAW, folder=tmp_path).case.relief[0]
    assert relief.act == "release him"
    assert relief.either == ("release him",)
