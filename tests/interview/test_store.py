from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from drafter.errors import CaseFileError
from drafter.interview.opening import case_id, missing, open_interview, starting_text
from drafter.interview.progress import Progress
from drafter.interview.store import MOST_SAVES, SaveError, Store
from drafter.law import load_law
from tests.interview.paralegal import AS_OF


def test_a_save_is_private_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    store = Store(tmp_path / "deep" / "case.yaml")
    store.save("matter:\n  id: x\n", Progress())
    assert store.path.read_text() == "matter:\n  id: x\n"
    assert store.path.stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in store.path.parent.iterdir()) == [".case.yaml.saves", "case.yaml"]


def test_a_save_keeps_the_rights_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text("a")
    file.chmod(0o640)
    store = Store(file)
    store.read()
    store.save("b", Progress())
    assert file.stat().st_mode & 0o777 == 0o640


def test_the_last_ten_saves_are_kept(tmp_path: Path) -> None:
    store = Store(tmp_path / "case.yaml")
    for number in range(15):
        store.save(f"save {number}", Progress())
    kept = sorted(store.saves.glob("0*.yaml"))
    assert len(kept) == MOST_SAVES
    assert kept[-1].read_text() == "save 13"
    assert kept[0].read_text() == "save 4"


def test_a_save_without_a_change_makes_no_copy(tmp_path: Path) -> None:
    store = Store(tmp_path / "case.yaml")
    store.save("same", Progress())
    store.save("same", Progress())
    assert list(store.saves.glob("0*.yaml")) == []


def test_a_file_that_another_program_changed_is_left_alone(tmp_path: Path) -> None:
    store = Store(tmp_path / "case.yaml")
    store.save("ours", Progress())
    store.path.write_text("theirs")
    with pytest.raises(SaveError, match="another program"):
        store.save("ours, later", Progress())
    assert store.path.read_text() == "theirs"
    assert [one.read_text() for one in store.saves.glob("rescued-*")] == ["ours, later"]


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path / "case.yaml")
    store.save("old", Progress())

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SaveError, match="No space left"):
        store.save("new", Progress())
    assert store.path.read_text() == "old"
    assert list(tmp_path.glob("*.part")) == list(store.saves.glob(".*.part")) == []
    monkeypatch.undo()
    store.save("new", Progress())
    assert store.path.read_text() == "new"


def test_a_file_that_must_not_be_written_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "case.yaml"
    file.write_text("matter:\n  id: x\n")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(CaseFileError, match="may only be read"):
        Store(file).read()


def test_a_long_answer_is_read_from_beside_the_case(tmp_path: Path) -> None:
    (tmp_path / "facts.md").write_text("One.\n\nTwo.\n")
    assert Store(tmp_path / "case.yaml").read_text("facts.md") == "One.\n\nTwo."
    with pytest.raises(CaseFileError, match="no such file"):
        Store(tmp_path / "case.yaml").read_text("other.md")
    with pytest.raises(CaseFileError, match="folder"):
        Store(tmp_path / "case.yaml").read_text("")


def test_progress_comes_back_as_it_was(tmp_path: Path) -> None:
    store = Store(tmp_path / "case.yaml")
    progress = Progress(
        {("moa",), ("events", 0, "at")}, {("moa",)},
        {("petitioners", 0, "pronoun"): "she"}, ("forum", "court"),
    )
    store.save("text", progress)
    assert store.read_progress() == progress


@pytest.mark.parametrize("hurt", ["", "{", "[]", json.dumps({"passed": 3}), '{"passed": ["a"], "gates": 1}'])
def test_progress_that_is_hurt_is_forgotten(tmp_path: Path, hurt: str) -> None:
    store = Store(tmp_path / "case.yaml")
    store.save("text", Progress())
    (store.saves / "progress.json").write_text(hurt)
    assert store.read_progress() is None
    progress = Progress(passed={("moa",)})
    progress.take(hurt)
    assert progress.passed == {("moa",)}


def test_what_was_passed_over_follows_its_item() -> None:
    progress = Progress(passed={("events", 0, "at"), ("events", 1, "at"), ("events", 2, "at"), ("moa",)})
    progress.renumber(("events",), [None, 1, 0])
    assert progress.passed == {("events", 1, "at"), ("events", 0, "at"), ("moa",)}


def test_a_file_that_was_not_begun_here_has_its_lists_whole() -> None:
    progress = Progress.of_file({"events": [{"says": [{"say": "x"}]}], "duties": []})
    assert progress.passed == {("events",), ("events", 0, "says")}


@pytest.mark.parametrize(
    ("name", "own"), [("Doe v. ICE (2026)", "doe-v-ice-2026"), ("Peña", "pena"), ("!!", ""), ("7", "7")]
)
def test_a_case_is_named_for_what_it_is_called(name: str, own: str) -> None:
    assert case_id(name) == own
    assert (own or "case") in starting_text(name)


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_a_new_case_is_begun_in_the_form_of_its_name(tmp_path: Path, suffix: str) -> None:
    store = Store(tmp_path / f"2026{suffix}")
    held = open_interview(store, load_law(), AS_OF)
    held.answer("Doe v. Roe")
    store.save(held.sheet.text, held.progress)
    again = open_interview(Store(store.path), load_law(), AS_OF)
    assert again.sheet.get(("matter", "short_title")) == "Doe v. Roe"
    assert again.sheet.get(("matter", "id")) == "2026"
    assert again.question is not None
    assert again.question.path == ("matter", "kind")


def test_an_empty_file_is_given_an_id(tmp_path: Path) -> None:
    (tmp_path / "lantern.yaml").write_text("")
    held = open_interview(Store(tmp_path / "lantern.yaml"), load_law(), AS_OF)
    assert held.sheet.get(("matter", "id")) == "lantern"


def test_a_file_that_is_no_case_is_refused(tmp_path: Path) -> None:
    for text in ("- a\n- b\n", "a: [\n"):
        (tmp_path / "lantern.yaml").write_text(text)
        with pytest.raises(CaseFileError):
            open_interview(Store(tmp_path / "lantern.yaml"), load_law(), AS_OF)


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_bytes(b"matter:\r\n  id: x\r\n  kind: other\r\n")
    store = Store(file)
    held = open_interview(store, load_law(), AS_OF)
    held.answer("Doe v. Roe")
    store.save(held.sheet.text, held.progress)
    assert b"short_title: Doe v. Roe\r\n" in file.read_bytes()
    assert b"\n" not in file.read_bytes().replace(b"\r\n", b"")


def test_missing_facts_say_which_the_case_needs(tmp_path: Path) -> None:
    found = missing(open_interview(Store(tmp_path / "new.yaml"), load_law(), AS_OF))
    assert ("forum.court", "Id of the court in which the paper is filed (`drafter forums`).", True) in found
    assert ("matter.short_title", "Short title for footers and letters.", False) in found
