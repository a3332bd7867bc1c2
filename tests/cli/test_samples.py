from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.cli import samples

Run = Callable[..., tuple[int, str, str]]


def test_samples_are_listed_by_name(shelf: Path, run: Run) -> None:
    assert shelf.is_dir()
    assert run("samples") == (0, "lamp\nwick\n", "")


def test_a_sample_is_copied_with_the_texts_it_names(shelf: Path, run: Run, tmp_path: Path) -> None:
    outcome, out, _ = run("samples", "lamp", "--out", tmp_path / "mine")
    assert outcome == 0
    assert out.splitlines() == [str(tmp_path / "mine" / "lamp.yaml"), str(tmp_path / "mine" / "lamp" / "facts.md")]
    assert (tmp_path / "mine" / "lamp.yaml").read_bytes() == (shelf / "lamp.yaml").read_bytes()


def test_a_copy_never_replaces_a_file(shelf: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "wick.json").write_text("mine")
    outcome, out, err = run("samples", "wick", "--out", tmp_path)
    assert (outcome, out) == (1, "")
    assert "wick.json: is there already." in err
    assert (tmp_path / "wick.json").read_text() == "mine"
    assert shelf.is_dir()


def test_a_copy_that_cannot_be_made_says_where(shelf: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    outcome, _, err = run("samples", "wick", "--out", tmp_path / "file" / "below")
    assert outcome == 1
    assert "Not a directory" in err
    assert shelf.is_dir()


@pytest.mark.parametrize(
    ("name", "hint"), [("lamb", 'Did you mean "lamp"?'), ("zzzz", "There are lamp, wick.")]
)
def test_a_sample_that_is_not_there_is_wrong_usage(
    shelf: Path, run: Run, name: str, hint: str
) -> None:
    outcome, _, err = run("samples", name)
    assert outcome == 2
    assert err == f'drafter: there is no sample "{name}". {hint}\n'
    assert shelf.is_dir()


def test_a_case_is_named_by_sample_or_by_path(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert samples.case_file("lamp") == shelf / "lamp.yaml"
    assert samples.case_file("absent.yaml") == Path("absent.yaml")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lamp").write_text("a file goes before a sample")
    assert samples.case_file("lamp") == Path("lamp")


@pytest.mark.parametrize(
    ("name", "hint"),
    [("lamb", 'Did you mean the sample "lamp"?'), ("zzzz", "drafter samples lists the samples.")],
)
def test_a_case_that_is_not_there_is_wrong_usage(
    shelf: Path, run: Run, name: str, hint: str
) -> None:
    assert shelf.is_dir()
    outcome, _, err = run("check", name)
    assert outcome == 2
    assert err == f'drafter: there is no case file and no sample "{name}". {hint}\n'


def test_an_installation_without_samples_lists_none(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(samples, "FOLDERS", (tmp_path / "nowhere",))
    assert run("samples") == (0, "", "")
