"""Marks, references and brackets that stand in a template work like those of a case."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from drafter.errors import RenderError, TemplateError
from drafter.render import Ledger, Paper, Template
from drafter.wording.text import Mark, Ref, Text
from tests.render.words import W, add_field, part, saved, template, texts, unzipped, zipped


def marked(paragraph: Paragraph, name: str, number: int = 5) -> None:
    for xml in (f'<w:bookmarkStart {nsdecls("w")} w:id="{number}" w:name="{name}"/>',
                f'<w:bookmarkEnd {nsdecls("w")} w:id="{number}"/>'):
        paragraph._p.append(parse_xml(xml))  # noqa: SLF001 - python-docx has no public way


def filled(data: bytes, **words: object) -> Paper:
    return Template.open(data, "office").fill(words, Ledger(), title="t")


def test_a_reference_of_the_template_prints_the_number_of_its_mark() -> None:
    document = Document()
    document.add_paragraph("One.", style="List Number")
    two = document.add_paragraph("Two.", style="List Number")
    marked(two, "m_law_two")
    add_field(document.add_paragraph("See paragraph "), " REF m_law_two \\r \\h ", "0")

    paper = filled(saved(document))

    assert texts(paper.data)[-1] == "See paragraph 2"
    assert paper.numbers == {"law-two": "2"}


def test_a_reference_whose_code_word_has_split_or_made_simple_is_found_too() -> None:
    document = Document()
    marked(document.add_paragraph("One.", style="List Number"), "m_one")
    split = document.add_paragraph("See ")
    add_field(split, " REF m_", "0")
    add_field(split, "", "")
    runs = split.runs
    code = runs[2]._r[0]  # noqa: SLF001 - as above
    half = parse_xml(f'<w:r {nsdecls("w")}><w:instrText>one \\r \\h </w:instrText></w:r>')
    runs[2]._r.addnext(half)  # noqa: SLF001 - as above
    assert code.text == " REF m_"
    simple = document.add_paragraph("And ")
    simple._p.append(parse_xml(  # noqa: SLF001 - as above
        f'<w:fldSimple {nsdecls("w")} w:instr="REF m_one \\r \\h"><w:r><w:rPr><w:b/></w:rPr>'
        "<w:t>0</w:t></w:r></w:fldSimple>"))

    paper = filled(saved(document))

    assert texts(paper.data)[1:] == ["See 1", "And 1"]


def test_other_fields_stay_as_they_are() -> None:
    document = Document()
    add_field(document.add_paragraph("Page "), " PAGE ", "1")

    paper = filled(saved(document))

    assert texts(paper.data) == ["Page 1"]
    assert [c.text for c in part(paper.data).iter(f"{W}instrText")] == [" PAGE "]


def test_words_of_a_case_may_point_to_a_mark_of_the_template() -> None:
    document = Document()
    marked(document.add_paragraph("One.", style="List Number"), "m_one")
    document.add_paragraph("{{ fact }}")

    paper = filled(saved(document), fact=Text.of("See ", Ref("one")))

    assert texts(paper.data)[-1] == "See 1"


def test_a_mark_of_template_and_case_at_once_is_refused() -> None:
    document = Document()
    marked(document.add_paragraph("One.", style="List Number"), "m_one")
    document.add_paragraph("{{ fact }}", style="List Number")

    with pytest.raises(RenderError, match="set twice"):
        filled(saved(document), fact=Text.of(Mark("one"), "x"))


def test_a_mark_between_paragraphs_goes_into_the_next_one() -> None:
    data = unzipped(template("{{ fact }}", numbered=("One.",)))
    body = data["word/document.xml"]
    at = body.rindex(b"<w:p>")
    data["word/document.xml"] = (
        body[:at] + b'<w:bookmarkStart w:id="5" w:name="m_one"/>' + body[at:].replace(
            b"<w:sectPr", b'<w:bookmarkEnd w:id="5"/><w:sectPr', 1))

    assert filled(zipped(data), fact="x").numbers == {"one": "1"}


def test_a_mark_after_the_last_paragraph_is_refused() -> None:
    data = unzipped(template("x"))
    data["word/document.xml"] = data["word/document.xml"].replace(
        b"<w:sectPr", b'<w:bookmarkStart w:id="5" w:name="m_one"/><w:sectPr', 1)

    with pytest.raises(TemplateError, match="m_one stands in no paragraph"):
        filled(zipped(data))


def test_where_word_last_left_the_cursor_is_forgotten() -> None:
    document = Document()
    marked(document.add_paragraph("One."), "_GoBack")

    assert b"_GoBack" not in unzipped(filled(saved(document)).data)["word/document.xml"]


def test_a_bookmark_of_another_kind_is_kept_and_ours_get_higher_ids() -> None:
    document = Document()
    marked(document.add_paragraph("One."), "Chapter", 4000)
    document.add_paragraph("{{ fact }}", style="List Number")

    paper = filled(saved(document), fact=Text.of(Mark("here"), "x"))

    ids = {s.get(f"{W}name"): s.get(f"{W}id") for s in part(paper.data).iter(f"{W}bookmarkStart")}
    assert ids == {"Chapter": "4000", "m_here": "4001"}


def test_a_bookmark_in_a_loop_is_refused() -> None:
    document = Document()
    document.add_paragraph("{%p for r in rows %}")
    marked(document.add_paragraph("{{ r }}"), "Chapter")
    document.add_paragraph("{%p endfor %}")

    with pytest.raises(RenderError, match="Chapter of the template is set twice"):
        filled(saved(document), rows=("a", "b"))


@dataclass(frozen=True)
class Words:
    fact: str


def bracketed(words: str) -> bytes:
    document = Document()
    document.styles.add_style("Placeholder", 2)
    document.add_paragraph("On ", style="List Number").add_run(words, style="Placeholder")
    return saved(document)


def test_a_bracket_of_the_template_is_counted_with_its_paragraph() -> None:
    paper = Template.open(bracketed("[day of service]"), "office").fill(
        Words(""), Ledger(), title="t")

    [blank] = paper.blanks
    assert (blank.label, blank.paragraph, blank.place) == ("day of service", "1", "body 1")
    assert texts(paper.data) == ["On [day of service]"]
    assert b'w:val="Placeholder"/><w:highlight' in unzipped(paper.data)["word/document.xml"]


def test_an_empty_bracket_of_the_template_is_no_blank() -> None:
    assert filled(bracketed("")).blanks == ()


def test_a_bracket_that_holds_a_tag_is_refused() -> None:
    with pytest.raises(TemplateError, match="holds a tag"):
        filled(bracketed("[{{ fact }}]"), fact="x")
