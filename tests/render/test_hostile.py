"""Nothing of a case is run or lost, whatever it is; no hurt template ends in a traceback."""

from __future__ import annotations

import random
import re

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import DrafterError, RenderError
from drafter.render import Ledger, Template
from drafter.render.words import Print, escaped, printing
from drafter.wording.text import Blank, Italic, Mark, Ref, Text
from tests.render.words import saved, template, texts, three_sections, unzipped, zipped

EVERYWHERE = Template.open(three_sections("[{{ fact }}]"), "office")
TWO_LINES = Template.open(template("[{{ fact }}]", "The last words."), "office")
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
PARTS = ("word/document.xml", "word/header1.xml", "word/footer1.xml", "word/footnotes.xml")


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="{}%#<>&'\"_ax|()[]./;é日ש”\u202e\U0001f600", max_size=40))
def test_text_made_of_signs_prints_as_it_is_in_every_part_of_three_sections(words: str) -> None:
    data = EVERYWHERE.fill({"fact": words}, Ledger(), title=words).data

    for name in PARTS:
        assert set(texts(data, name)) - {""} == {f"[{words}]"}


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=[]), max_size=30))
def test_any_text_is_printed_whole_or_refused(words: str) -> None:
    fact = Text.of(words, Italic(words), Blank(words))
    if UNPRINTABLE.search(words):
        with pytest.raises(RenderError, match=r"U\+[0-9A-F]{4}"):
            TWO_LINES.fill({"fact": fact}, Ledger(), title="t")
        return
    first, last = texts(TWO_LINES.fill({"fact": fact}, Ledger(), title="t").data)

    assert last == "The last words."
    flat = words.translate(dict.fromkeys(map(ord, "\n\r\t\x0b"))).replace("\u00a0", " ")
    # Tabs and line ends are elements in the paragraph, in italics and brackets spaces.
    assert flat.replace(" ", "") in first.replace("\u00a0", " ").replace(" ", "")


@pytest.mark.parametrize("words", [
    "{{ 7 * 7 }}", "{% if", "</w:t></w:r></w:p>", "<?xml version='1.0'?>", "]]>", "&#0;", "{_{ x }_}",
])
def test_hostile_words_plain_in_italics_and_brackets_print_as_typed(words: str) -> None:
    fact = Text.of(words, Italic(words), Blank(words))
    data = EVERYWHERE.fill({"fact": fact}, Ledger(), title="t").data

    for name in PARTS:
        assert f"[{words}{words}[{words}]]" in texts(data, name)


def test_a_hostile_title_is_a_title() -> None:
    core = unzipped(EVERYWHERE.fill({"fact": ""}, Ledger(), title="{{ fact }} <b> & co").data)[
        "docProps/core.xml"]

    assert b"<dc:title>{{ fact }} &lt;b&gt; &amp; co</dc:title>" in core


def test_a_header_may_refer_to_a_paragraph_of_the_body() -> None:
    document = Document()
    document.add_paragraph("{{ here }}", style="List Number")
    document.sections[0].header.paragraphs[0].text = "{{ there }}"
    made = Template.open(saved(document), "office")
    data = made.fill({"here": Text.of(Mark("one"), "x"), "there": Text.of("See ", Ref("one"))},
                     Ledger(), title="t").data

    assert texts(data, "word/header1.xml") == ["See 1"]


def test_a_value_where_words_do_not_go_breaks_loudly() -> None:
    parts = unzipped(template("x"))
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:p>", b'<w:p><w:pPr><w:jc w:val="{{ fact }}"/></w:pPr>', 1)
    made = Template.open(zipped(parts), "office")

    with pytest.raises(RenderError, match="the page broke"):
        made.fill({"fact": Text.of("a", Italic("b"))}, Ledger(), title="t")


def test_a_text_that_is_longer_than_a_word_file_holds_is_no_half_paper() -> None:
    made = Template.open(template("{{ fact }}", "The last words."), "office")

    with pytest.raises(RenderError, match="longer than a Word file holds"):
        made.fill({"fact": "x" * 10_000_001}, Ledger(), title="t")


def test_a_template_cannot_pretend_to_be_a_token() -> None:
    with pytest.raises(DrafterError, match=r"U\+FDD0"):
        Template.open(template("\ufdd00\ufdd1"), "office")


def test_words_are_escaped_so_that_they_are_never_a_tag_again() -> None:
    printing(Print(Ledger()))

    assert escaped("{{ a }} {% b %}") == "&#123;&#123; a &#125;&#125; &#123;&#37; b &#37;&#125;"
    assert escaped("§ 5, §§ 6, ¶ 7, Ex. A, Exs. B, Exit 9") == (
        "§\u00a05, §§\u00a06, ¶\u00a07, Ex.\u00a0A, Exs.\u00a0B, Exit 9")


def test_a_hurt_template_is_refused_in_a_sentence() -> None:
    whole = three_sections("{{ fact }} {% if fact %}x{% endif %}")
    refused = 0
    chance = random.Random(7)  # noqa: S311 - the same hurts each time
    for _ in range(100):
        hurt = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            hurt[chance.randrange(len(hurt))] = chance.randrange(256)
        try:
            Template.open(bytes(hurt), "office").fill({"fact": "y"}, Ledger(), title="t")
        except DrafterError:
            refused += 1
    assert refused > 50


def test_a_template_with_a_hurt_part_is_refused_in_a_sentence() -> None:
    whole = unzipped(three_sections("{{ fact }} {% if fact %}x{% endif %}"))
    refused = 0
    chance = random.Random(11)  # noqa: S311 - the same hurts each time
    for name in [n for n in whole if n.endswith((".xml", ".rels"))] * 3:
        text = whole[name]
        start = chance.randrange(len(text))
        cut = text[:start] + text[start + chance.randint(1, 60):]
        swapped = text.replace(*chance.choice([
            (b'w:val="', b'w:val="x'), (b"w:p>", b"w:q>"), (b"w:t>", b"w:r>"), (b'"1"', b'"-9"'),
            (b"Target=", b"Aim="), (b"<w:lvl ", b"<w:lvl w:x='1' "), (b"w:ilvl", b"w:level"),
        ]))
        for hurt in (cut, swapped):
            try:
                Template.open(zipped(whole | {name: hurt}), "office").fill(
                    {"fact": "y"}, Ledger(), title="t")
            except DrafterError:
                refused += 1
    assert refused > 20


def test_a_template_without_its_main_parts_is_refused() -> None:
    for gone in ("word/document.xml", "word/styles.xml"):
        parts = unzipped(template("x"))
        del parts[gone]

        with pytest.raises(DrafterError, match=gone):
            Template.open(zipped(parts), "office")


def test_a_paper_keeps_every_part_that_is_a_reader_s() -> None:
    data = EVERYWHERE.fill({"fact": "x"}, Ledger(), title="t").data
    gone = set(unzipped(three_sections("x"))) - set(unzipped(data))

    assert {name for name in gone if name.startswith("word/")} == {"word/stylesWithEffects.xml"}
    assert {name.split("/")[0] for name in gone} == {"word", "docProps", "customXml"}
