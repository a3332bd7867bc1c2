from __future__ import annotations

import errno
import io
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.render import shipped_template, template_names

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def copies(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "copies"
    assert run("templates", "export", folder)[0] == 0
    return folder


def _reworded(data: bytes, old: str, new: str) -> bytes:
    """A Word file with other words in its body."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for item in source.infolist():
            part = source.read(item)
            if item.filename == "word/document.xml":
                assert old.encode() in part
                part = part.replace(old.encode(), new.encode())
            target.writestr(item, part)
    return out.getvalue()


def test_the_templates_are_listed(run: Run) -> None:
    assert run("templates", "list") == (0, "".join(f"{name}\n" for name in template_names()), "")


def test_an_export_copies_every_template(run: Run, tmp_path: Path) -> None:
    outcome, out, _ = run("templates", "export", tmp_path / "new" / "copies")
    assert outcome == 0
    files = [Path(line) for line in out.splitlines()]
    assert [file.stem for file in files] == list(template_names())
    assert [file.read_bytes() for file in files] == [shipped_template(f.stem) for f in files]


def test_an_export_never_replaces_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "complaint.docx").write_bytes(b"mine")
    outcome, _, err = run("templates", "export", tmp_path)
    assert outcome == 1
    assert "complaint.docx: is there already. Choose an empty folder." in err
    assert (tmp_path / "complaint.docx").read_bytes() == b"mine"


def test_an_export_to_an_impossible_place_says_where(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    outcome, _, err = run("templates", "export", tmp_path / "file" / "below")
    assert outcome == 1
    assert "Not a directory. Choose another folder." in err


def test_sound_copies_are_passed(run: Run, copies: Path) -> None:
    outcome, out, err = run("templates", "proofread", copies)
    assert (outcome, out) == (0, "")
    assert f"{len(template_names())} templates: every tag names a word we have." in err


def test_the_shipped_templates_are_passed_without_a_path(run: Run) -> None:
    assert run("templates", "proofread")[0] == 0


def test_a_misspelt_tag_is_named_with_the_nearest_word(run: Run, copies: Path) -> None:
    file = copies / "complaint.docx"
    file.write_bytes(_reworded(file.read_bytes(), "{{ title }}", "{{ titel }}"))
    outcome, out, err = run("templates", "proofread", copies)
    assert outcome == 1
    assert f"{file}: " in out
    assert "titel" in out
    assert "title" in out
    assert f"1 template of {len(template_names())} must be mended." in err


def test_what_is_never_printed_is_told_on_demand(run: Run, copies: Path) -> None:
    file = copies / "complaint.docx"
    file.write_bytes(_reworded(file.read_bytes(), "{{ title }}", "A title"))
    assert "never printed" not in run("templates", "proofread", file)[1]
    outcome, out, _ = run("templates", "proofread", file, "--unused")
    assert outcome == 0
    assert "never printed: " in out
    assert "title" in out


def test_a_file_of_an_unknown_name_is_told_apart(run: Run, copies: Path) -> None:
    shutil.copy(copies / "complaint.docx", copies / "brief.docx")
    outcome, out, _ = run("templates", "proofread", copies / "brief.docx")
    assert outcome == 1
    assert "no paper is drafted from a template of this name; there are " in out


def test_a_file_that_is_no_word_file_is_refused_in_a_sentence(run: Run, copies: Path) -> None:
    (copies / "complaint.docx").write_bytes(b"no zip at all")
    outcome, out, _ = run("templates", "proofread", copies)
    assert outcome == 1
    assert "complaint.docx: " in out
    assert "Traceback" not in out


def test_a_folder_without_templates_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    (tmp_path / "~$complaint.docx").write_bytes(b"Word has it open")
    outcome, _, err = run("templates", "proofread", tmp_path)
    assert outcome == 2
    assert "there is no template here" in err


def test_any_word_file_can_be_printed(run: Run, copies: Path) -> None:
    shutil.copy(copies / "complaint.docx", copies / "brief.docx")
    outcome, out, _ = run("templates", "proofread", "--print", copies / "brief.docx")
    assert outcome == 0
    assert "{{ title }}" in out


def test_mirrors_are_written_beside_their_templates(run: Run, copies: Path) -> None:
    (copies / "complaint.txt").write_text("an old one")
    outcome, out, _ = run("templates", "proofread", copies, "--write")
    assert outcome == 0
    assert out.splitlines() == [str(copies / f"{name}.txt") for name in template_names()]
    text = (copies / "complaint.txt").read_text(encoding="utf-8")
    assert text.startswith("# Made from complaint.docx by `drafter templates proofread --write`")
    assert "{{ title }}" in text


def test_a_mirror_that_cannot_be_written_leaves_the_old_one(
    run: Run, copies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (copies / "complaint.txt").write_text("the old one")

    def replace(_part: object, _file: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", replace)
    outcome, _, err = run("templates", "proofread", copies / "complaint.docx", "--write")
    assert outcome == 1
    assert "complaint.txt: No space left on device." in err
    assert (copies / "complaint.txt").read_text() == "the old one"
    assert not list(copies.glob(".*.part"))


def test_a_template_that_cannot_be_read_is_named(
    run: Run, copies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_bytes(_self: Path) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    outcome, out, _ = run("templates", "proofread", copies / "complaint.docx")
    assert outcome == 1
    assert "complaint.docx: Input/output error." in out
