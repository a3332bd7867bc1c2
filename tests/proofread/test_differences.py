"""Two drafts of a paper side by side."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document

from drafter.errors import TemplateError
from drafter.proofread import differences, reworded
from drafter.render import shipped_template
from tests.render.words import saved, template


def test_equal_papers_do_not_differ() -> None:
    data = template("One.", "Two.")
    assert differences(data, data) == ()


def test_what_was_changed_added_and_taken_out_is_told_in_order() -> None:
    old = template("One.", "Two.", "Three.", "Four.", "Five.")
    new = template("One.", "Two!", "Three.", "Three and a half.", "Four.")
    assert differences(old, new) == (("Two.", "Two!"), ("", "Three and a half."), ("Five.", ""))


def test_numbers_that_word_counts_are_no_difference() -> None:
    old = template(numbered=("One.", "Two."))
    new = template(numbered=("Zero.", "One.", "Two."))
    assert differences(old, new) == (("", "Zero."),)


def test_look_and_empty_paragraphs_are_no_difference() -> None:
    document = Document(io.BytesIO(template("One.", "Two.")))
    document.paragraphs[0].runs[0].bold = True
    document.add_paragraph("")
    assert differences(template("One.", "Two."), saved(document)) == ()


def test_a_tab_and_a_line_end_are_a_space() -> None:
    [pair] = differences(template("One\tand\ntwo."), template("Three."))
    assert pair == ("One and two.", "Three.")


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(TemplateError):
        differences(b"edited", template("One."))


def test_what_an_office_program_changes_by_itself_when_it_saves_is_no_difference() -> None:
    ours = shipped_template("cover_letter")
    styles = {"word/styles.xml": (b'w:name w:val="header"', b'w:name w:val="Header"'),
              "word/footer1.xml": (b'preserve">1<', b'preserve">2<')}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(ours)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name in styles:
                assert styles[name][0] in data, name
                data = data.replace(*styles[name])
            new.writestr(name, data)
    assert reworded(ours, out.getvalue()) == ()
