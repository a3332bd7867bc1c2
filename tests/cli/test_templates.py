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
    assert "complaint.docx: is there already. Choose an empty folder, or use --update" in err
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
    assert out.startswith(f"{file}, document paragraph ")
    assert out.count("complaint.docx") == 1
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


def test_the_words_of_a_template_are_told_with_kind_place_and_example(run: Run) -> None:
    outcome, out, _ = run("templates", "variables", "cover_letter")
    assert outcome == 0
    rows = {line.split()[0]: " ".join(line.split()) for line in out.splitlines()}
    assert rows["clerk"] == "clerk words document 9 Clerk of Court"
    assert rows["federal"].startswith("federal yes or no document ")
    assert rows["enclosures"].startswith("enclosures list document ")
    assert rows["enclosures[].title"].startswith("enclosures[].title words document ")


def test_each_name_that_a_template_prints_is_among_those_told(run: Run) -> None:
    import re

    for name in ("complaint", "review_memo"):
        told = {line.split()[0].rpartition(".")[2].removesuffix("[]")
                for line in run("templates", "variables", name)[1].splitlines()}
        printed = run("templates", "proofread", "--print", _shipped(name))[1]
        asked = set(re.findall(r"\{\{ [a-z_.]*?([a-z_]+) \}\}", printed)) - {"title"}
        loops = set(re.findall(r"for (\w+) in", printed))
        assert asked - told - loops == set(), name


def _shipped(name: str) -> Path:
    from drafter.render.shipped import template_folder

    return template_folder() / f"{name}.docx"


def test_a_template_that_is_not_there_is_named_with_the_nearest(run: Run) -> None:
    outcome, _, err = run("templates", "variables", "complain")
    assert outcome == 2
    assert 'Did you mean "complaint"?' in err


def test_copies_that_nobody_changed_differ_in_nothing(run: Run, copies: Path) -> None:
    outcome, out, err = run("templates", "diff", copies)
    assert (outcome, out) == (0, "")
    assert f"Copies that differ from ours: 0 of {len(template_names())}." in err


def test_what_the_office_changed_is_told_as_text(run: Run, copies: Path) -> None:
    file = copies / "cover_letter.docx"
    file.write_bytes(_reworded(file.read_bytes(), "Sincerely,", "Respectfully,"))
    outcome, out, err = run("templates", "diff", copies)
    assert outcome == 0
    assert out.splitlines() == [
        str(file), "  what you changed:", "    - body [Letter Text] Sincerely,",
        "    + body [Letter Text] Respectfully,",
    ]
    assert "differ from ours: 1 of" in err


@pytest.fixture
def upgraded(copies: Path) -> Path:
    """Copies from before an upgrade in which we changed "Sincerely," of two letters."""
    for name in ("cover_letter", "demand_letter"):
        old = _reworded(shipped_template(name), "Sincerely,", "Yours,")
        (copies / f"{name}.docx").write_bytes(old)
        (copies / ".exported" / f"{name}.docx").write_bytes(old)
    return copies


def test_after_an_upgrade_what_we_changed_is_told_apart(run: Run, upgraded: Path) -> None:
    file = upgraded / "cover_letter.docx"
    file.write_bytes(_reworded(file.read_bytes(), "Dear Clerk:", "To the Clerk:"))
    said = run("templates", "diff", upgraded)[1]
    letter = said[said.index("cover_letter") :].partition("demand_letter")[0]
    assert "what you changed:\n    - body [Letter Text] Dear Clerk:" in letter
    assert "what we changed since you copied it:\n    - body [Letter Text] Yours," in letter
    assert "changed by you and by us" not in letter


def test_a_paragraph_that_both_changed_is_pointed_out(run: Run, upgraded: Path) -> None:
    file = upgraded / "cover_letter.docx"
    file.write_bytes(_reworded(file.read_bytes(), "Yours,", "With thanks,"))
    assert "changed by you and by us" in run("templates", "diff", upgraded)[1]


def test_an_update_replaces_only_what_the_office_never_changed(run: Run, upgraded: Path) -> None:
    mine = upgraded / "cover_letter.docx"
    mine.write_bytes(_reworded(mine.read_bytes(), "Dear Clerk:", "To the Clerk:"))
    before = mine.read_bytes()
    outcome, out, err = run("templates", "export", upgraded, "--update")
    assert outcome == 0
    assert out.splitlines() == [str(upgraded / "demand_letter.docx")]
    assert (upgraded / "demand_letter.docx").read_bytes() == shipped_template("demand_letter")
    assert mine.read_bytes() == before
    assert f"{mine}: yours; it was left as it is." in err


def test_fonts_that_were_changed_are_not_called_words(run: Run, copies: Path) -> None:
    file = copies / "cover_letter.docx"
    file.write_bytes(_reworded(file.read_bytes(), 'w:type="dxa"', 'w:type="auto"'))
    assert "words and styles are the same" in run("templates", "diff", copies)[1]


def _packet(run: Run, copies: Path, *more: object) -> tuple[int, str, str]:
    return run("draft", "certification-ice", "--as-of", "2026-11-24", "--templates", copies,
               "--out", copies.parent / "out", *more)


def test_a_hurt_tag_stops_the_draft_and_is_named_with_its_paragraph(run: Run, copies: Path) -> None:
    file = copies / "review_memo.docx"  # the last paper: the others are done by then
    file.write_bytes(_reworded(file.read_bytes(), "{{ delay_law }}", "{{ delay_lawx }}"))
    outcome, out, err = _packet(run, copies)
    assert (outcome, out) == (1, "")
    assert f"{file}, document paragraph " in err
    assert "this template has no 'delay_lawx'; did you mean 'delay_law'?" in err
    assert "Mend it in Word; no paper was written." in err
    assert not list((copies.parent / "out").rglob("*.docx"))


def test_a_tag_that_was_deleted_is_told_of_before_anyone_files(run: Run, copies: Path) -> None:
    file = copies / "cover_letter.docx"
    file.write_bytes(_reworded(file.read_bytes(), "{{ matter_line }}", "Our case"))
    outcome, _, err = _packet(run, copies)
    assert outcome == 0
    assert "no longer prints matter_line, which ours prints." in err
    assert "no longer prints matter_line" in run("templates", "proofread", file)[1]
