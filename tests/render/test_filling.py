"""Filling a template: what is printed, what is refused, and that it is the same twice."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from drafter.errors import RenderError, TemplateError
from drafter.render import (
    Ledger,
    Template,
)
from drafter.wording.text import Blank, Cite, Italic, Mark, Ref, Term, Text
from tests.render.words import W, part, saved, template, texts, three_sections, unzipped, zipped

HOSTILE = [
    "Smith & Sons <b>bold</b>",
    "{{ 7 * 7 }} {% for x in y %} {# gone #}",
    "{{ ''.__class__.__mro__ }}",
    "He said “it’s done” — 100% {sure}",
    "שלום עולם",
    "日本語の氏名 𠮷田",
    "&amp; &#123; ]]> <!-- -->",
]
PARTS = ("word/document.xml", "word/header1.xml", "word/footer1.xml", "word/footnotes.xml")


def fill(data: bytes, **words: object) -> bytes:
    return Template.open(data, "test").fill(words, Ledger(), title="A paper").data


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_of_a_case_print_as_typed_in_every_part(words: str, name: str) -> None:
    data = fill(three_sections("Before {{ fact }} after"), fact=words)

    assert f"Before {words} after" in texts(data, name)


@pytest.mark.parametrize("bad", ["a\x00b", "a\x0cb", "Jos\udce9", "a\ufffeb", "a\ufdd0b"])
def test_a_character_that_word_cannot_hold_is_refused_by_its_code_point(bad: str) -> None:
    with pytest.raises(RenderError, match=r"U\+[0-9A-F]{4}"):
        fill(template("{{ fact }}", "The last words."), fact=bad)


def test_nothing_after_a_long_text_is_lost() -> None:
    data = fill(template("{{ fact }}", "The last words."), fact="x" * 200_000)

    assert texts(data) == ["x" * 200_000, "The last words."]


def test_line_ends_and_tabs_of_a_value_become_breaks_and_tabs() -> None:
    body = part(fill(template("{{ fact }}"), fact="one\ntwo\tthree"))

    assert len(list(body.iter(f"{W}br"))) == 1
    assert len(list(body.iter(f"{W}tab"))) == 1


@pytest.mark.parametrize(("value", "words"), [
    (None, "absent"), (True, "bool"), ([1], "list"), ({"a": 1}, "dict"), (1.5, "float"),
])
def test_a_value_without_words_is_refused(value: object, words: str) -> None:
    with pytest.raises(RenderError, match=words):
        fill(template("{{ fact }}"), fact=value)


@pytest.mark.parametrize("tag", [
    "{{ unknown }}", "{{ fact.nothing }}", "{{ fact.__class__ }}", "{{ fact * 9 }}",
    "{{ fact % 9 }}", "{{ 9 ** 9 }}", "{{ fact|attr('x') }}", "{{ fact.format(1, ) }}x{{ nope }}",
])
def test_a_tag_that_asks_for_too_much_is_refused(tag: str) -> None:
    with pytest.raises(TemplateError, match="test"):
        fill(template(tag), fact="words")


def test_a_tag_that_cannot_be_read_is_named_with_its_part() -> None:
    with pytest.raises(TemplateError, match=r"word/document.xml, paragraph 1 .*a tag cannot be read"):
        fill(template("{{ fact"))


def test_a_loop_that_cannot_run_is_named() -> None:
    with pytest.raises(TemplateError, match="cannot be filled"):
        fill(template("{%p for x in fact %}", "{{ x }}", "{%p endfor %}"), fact=3)


@dataclass(frozen=True)
class Words:
    fact: Text
    rows: tuple[str, ...] = ("a", "b")


def filled(fact: Text, *paragraphs: str, numbered: tuple[str, ...] = ()) -> tuple[bytes, Ledger]:
    ledger = Ledger()
    first = paragraphs or (() if numbered else ("See {{ fact }} here.",))
    data = template(*first, numbered=numbered)
    return Template.open(data, "test").fill(Words(fact), ledger, title="t").data, ledger


def test_italics_keep_the_words_around_them() -> None:
    data, _ = filled(Text.of(Italic("Roe v. Doe"), ", 1 Ex. 2"))

    assert texts(data) == ["See Roe v. Doe, 1 Ex.\u00a02 here."]
    italic = [r for r in part(data).iter(f"{W}r") if r.find(f"{W}rPr/{W}i") is not None]
    assert ["".join(t.text or "" for t in r.iter(f"{W}t")) for r in italic] == ["Roe v. Doe"]


def test_exhibits_get_letters_in_the_order_in_which_the_page_prints_them() -> None:
    fact = Text.of(Cite("zebra", "2"), "; ", Cite("ant"), "; ", Cite("zebra", "3"))
    data, ledger = filled(fact)

    assert texts(data) == [
        "See Ex.\u00a0A\u00a0at\u00a02; Ex.\u00a0B; Ex.\u00a0A\u00a0at\u00a03 here."
    ]
    assert ledger.labels == {"zebra": "A", "ant": "B"}


def test_letters_settled_by_the_opening_paper_are_kept() -> None:
    ledger = Ledger({"agreement": "A", "log": "B"})
    Template.open(template("{{ fact }}"), "t").fill(
        Words(Text.of(Cite("log"), Cite("new"))), ledger, title="t")

    assert ledger.labels == {"agreement": "A", "log": "B", "new": "C"}


def test_the_twenty_seventh_exhibit_is_aa() -> None:
    ledger = Ledger()
    for n in range(28):
        ledger.cite(Cite(f"e{n}"))

    assert ledger.labels["e25"] == "Z"
    assert ledger.labels["e26"] == "AA"
    assert ledger.labels["e27"] == "AB"


def test_an_abbreviation_is_explained_once() -> None:
    term = Term("foia", "Freedom of Information Act", "FOIA")
    data, _ = filled(Text.of(term, " and ", term))

    assert texts(data) == ["See Freedom of Information Act (FOIA) and FOIA here."]


def test_a_blank_is_a_highlighted_bracket_and_is_counted_with_its_paragraph() -> None:
    data = template(numbered=("First.", "On {{ fact }} it happened."))
    blank = Blank("date", "events.0.on", "the client", "When?")
    paper = Template.open(data, "t").fill(Words(Text.of(blank)), Ledger(), title="t")

    [found] = paper.blanks
    assert (found.label, found.field, found.who, found.question) == (
        "date", "events.0.on", "the client", "When?")
    assert found.paragraph == "2"
    [run] = [r for r in part(paper.data).iter(f"{W}r")
             if r.find(f"{W}rPr/{W}highlight") is not None]
    assert "".join(t.text or "" for t in run.iter(f"{W}t")) == "[date]"


def test_a_cross_reference_is_a_field_whose_text_is_right_as_saved() -> None:
    numbered = ("One.", "{{ fact }}", "Three.")
    data, _ = filled(Text.of(Mark("here"), "As paragraph ", Ref("here"), " says."),
                     numbered=numbered)

    assert texts(data)[-2] == "As paragraph 2 says."
    codes = [c.text for c in part(data).iter(f"{W}instrText")]
    assert codes == [" REF m_here \\r \\h "]
    [start] = part(data).iter(f"{W}bookmarkStart")
    assert start.get(f"{W}name") == "m_here"


def test_a_bookmark_spans_the_words_of_its_paragraph() -> None:
    data, _ = filled(Text.of(Mark("here"), "Words."), numbered=("{{ fact }}",))

    [start] = part(data).iter(f"{W}bookmarkStart")
    [end] = part(data).iter(f"{W}bookmarkEnd")
    assert start.get(f"{W}id") == end.get(f"{W}id")
    following, before = start.getnext(), end.getprevious()
    assert following is not None
    assert following.tag == f"{W}r"
    assert before is not None
    assert before.tag == f"{W}r"


@pytest.mark.parametrize(("fact", "words"), [
    (Text.of(Ref("nowhere")), "is not in the paper"),
    (Text.of(Mark("here"), Ref("here")), "is in no numbered paragraph"),
    (Text.of(Mark("here"), Mark("here")), "set twice"),
])
def test_a_reference_without_a_right_target_is_refused(fact: Text, words: str) -> None:
    with pytest.raises(RenderError, match=words):
        filled(fact)


def test_the_same_mark_in_two_paragraphs_is_refused() -> None:
    with pytest.raises(RenderError, match="set twice"):
        filled(Text.of(Mark("here")), numbered=("{{ fact }} a", "{{ fact }} b"))


def test_a_long_mark_still_fits_the_forty_characters_of_word() -> None:
    mark = "a-very-long-mark-that-goes-on-and-on-for-more-than-forty-characters"
    data, _ = filled(Text.of(Mark(mark), "x ", Ref(mark)), numbered=("{{ fact }}",))

    [start] = part(data).iter(f"{W}bookmarkStart")
    assert len(start.get(f"{W}name") or "") <= 40
    assert texts(data)[-1] == "x 1"


def test_the_result_is_the_same_bytes_twice() -> None:
    one, _ = filled(Text.of("a", Italic("b")))
    two, _ = filled(Text.of("a", Italic("b")))

    assert one == two


def test_a_paper_carries_its_title_and_nobody_s_name() -> None:
    core = unzipped(fill(template("x")))["docProps/core.xml"].decode()

    assert "<dc:title>A paper</dc:title>" in core
    assert "creator" not in core
    assert "python-docx" not in core


def test_a_value_of_another_kind_never_prints_itself() -> None:
    with pytest.raises(RenderError, match="a template would print a Words"):
        fill(template("{{ fact }}"), fact=Words(Text()))


def test_a_number_prints_and_an_entry_comes_before_a_method() -> None:
    data = fill(template("{{ fact }} {{ table.keys }}"), fact=7, table={"keys": "entry"})

    assert texts(data) == ["7 entry"]


def test_a_mark_at_the_start_leaves_no_empty_run_behind() -> None:
    data, _ = filled(Text.of(Mark("here"), Italic("See"), " x"), numbered=("{{ fact }}",))

    assert all("".join(t.text or "" for t in run.iter(f"{W}t")) for run in part(data).iter(f"{W}r"))


def test_italics_take_their_place_among_the_properties_of_the_run() -> None:
    document = Document()
    run = document.add_paragraph().add_run("{{ fact }}")
    run.bold, run.underline, run.font.name = True, True, "Arial"
    data = fill(saved(document), fact=Text.of("a", Italic("b")))

    orders = [[p.tag.removeprefix(W) for p in r] for r in part(data).iter(f"{W}rPr")]
    assert orders == [["rFonts", "b", "u"], ["rFonts", "b", "i", "iCs", "u"]]


def test_italics_in_italics_stay_as_they_are() -> None:
    document = Document()
    document.add_paragraph().add_run("{{ fact }}").italic = True
    data = fill(saved(document), fact=Text.of("a", Italic("b")))

    assert [[p.tag.removeprefix(W) for p in r] for r in part(data).iter(f"{W}rPr")] == [["i"], ["i"]]


def test_a_reference_to_a_lower_level_prints_the_higher_ones_and_says_so() -> None:
    document = Document()
    for depth, words in ((0, "One."), (1, "{{ fact }}")):
        paragraph = document.add_paragraph(words)
        paragraph._p.get_or_add_pPr().append(parse_xml(  # noqa: SLF001 - no public way
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="90"/></w:numPr>'))
    parts = unzipped(saved(document))
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, form, text in ((0, "decimal", "%1."), (1, "lowerLetter", "(%2)")))
    numbering = parts["word/numbering.xml"].decode()
    at = numbering.index("<w:abstractNum ")
    numbering = (numbering[:at] + f'<w:abstractNum w:abstractNumId="90">{levels}</w:abstractNum>'
                 + numbering[at:]).replace(
        "</w:numbering>", '<w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num></w:numbering>')
    parts["word/numbering.xml"] = numbering.encode()

    fact = Text.of(Mark("here"), "See ", Ref("here"))
    data = Template.open(zipped(parts), "t").fill({"fact": fact}, Ledger(), title="t").data

    assert texts(data)[-1] == "See 1(a)"
    assert [c.text for c in part(data).iter(f"{W}instrText")] == [" REF m_here \\w \\h "]


def test_lines_are_what_a_reader_sees() -> None:
    document = Document()
    document.add_paragraph("{{ fact }}", style="List Number")
    document.add_table(1, 1).cell(0, 0).text = "in a  cell"
    fact = Text.of("A & “b”\tc\n", Blank("date"), Italic("i"), Mark("x"), " ¶ ", Ref("x"))
    lines = Template.open(saved(document), "t").fill({"fact": fact}, Ledger(), title="t").lines

    assert [(one.style, one.number, one.text, one.place) for one in lines] == [
        ("List Number", "1.", "A & “b” c [date]i ¶\u00a01", "body 1"), ("", "", "in a cell", "body 2")]
