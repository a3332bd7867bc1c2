"""The signed agreement beside a case file is read with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.casefile import load, update
from drafter.casefile.loading import Loaded
from drafter.cli.samples import sample_files
from drafter.law import load_law
from tests.moa.layout import pdf, text


def _case(folder: Path, file: str) -> Loaded:
    sample = sample_files()["certification-ice"]
    words = sample.read_text(encoding="utf-8")
    loaded = load(sample, load_law())
    assert loaded.case.moa is not None
    place = [one.id for one in loaded.case.exhibits].index(loaded.case.moa.exhibit or "")
    path = folder / "case.yaml"
    path.write_text(update(words, {f"exhibits.{place}.file": file}), encoding="utf-8")
    return load(path, load_law())


def test_the_pdf_named_by_the_exhibit_is_read_and_its_bytes_are_in_the_digest(tmp_path: Path) -> None:
    (tmp_path / "moa.pdf").write_bytes(pdf(text("tfm-2025")))
    first = _case(tmp_path, "moa.pdf")
    assert [one.model for one in first.agreements.values()] == ["task-force"]
    assert first.warnings == ()
    (tmp_path / "moa.pdf").write_bytes(pdf(text("tfm-2025", signed=False)))
    assert _case(tmp_path, "moa.pdf").digest != first.digest


@pytest.mark.parametrize(("file", "said"), [
    ("gone.pdf", "no such file"), ("../moa.pdf", "out of the case"), ("/moa.pdf", "out of the case"),
    ("word.pdf", "not a PDF"),
])
def test_a_pdf_that_cannot_be_read_is_a_warning_with_its_place(
    file: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "word.pdf").write_bytes(b"PK not at all")
    loaded = _case(tmp_path, file)
    assert not loaded.agreements
    [warning] = loaded.warnings
    assert said in warning
    assert "exhibits." in warning
    assert "not compared" in warning


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "case"
    inside.mkdir()
    (tmp_path / "moa.pdf").write_bytes(pdf(text("tfm-2025")))
    (inside / "moa.pdf").symlink_to(tmp_path / "moa.pdf")
    assert not _case(inside, "moa.pdf").agreements


def test_an_exhibit_that_is_no_pdf_is_left_alone(tmp_path: Path) -> None:
    loaded = _case(tmp_path, "moa.docx")
    assert not loaded.agreements
    assert loaded.warnings == ()
