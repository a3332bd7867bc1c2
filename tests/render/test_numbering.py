"""Numbers as Word counts them."""

from __future__ import annotations

import pytest
from lxml import etree

from drafter.render.numbering import Counter, cross_reference, read_lists, roman

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {NS}>
<w:style w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Child"><w:name w:val="Child"/><w:basedOn w:val="Base"/></w:style>
<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
<w:style w:styleId="Plain"/>
</w:styles>"""


def level(form: str, text: str, start: int = 1) -> str:
    return (f'<w:lvl><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>')


NUMBERING = f"""<w:numbering {NS}>
<w:abstractNum w:abstractNumId="7">{level("decimal", "%1.")}{level("lowerLetter", "(%2)")}{level("lowerRoman", "%1-%3")}</w:abstractNum>
<w:abstractNum w:abstractNumId="8">{level("upperRoman", "Count %1")}</w:abstractNum>
<w:abstractNum w:abstractNumId="9">{level("bullet", "•")}</w:abstractNum>
<w:abstractNum w:abstractNumId="10">{level("decimalZero", "%1", 9)}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="10"/></w:num>
</w:numbering>"""


def paragraph(style: str = "", list_id: int | None = None, depth: int = 0) -> etree._Element:
    inner = f'<w:pStyle w:val="{style}"/>' if style else ""
    if list_id is not None:
        inner += (f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')
    return etree.fromstring(f"<w:p {NS}><w:pPr>{inner}</w:pPr></w:p>")


@pytest.fixture
def counter() -> Counter:
    return Counter(read_lists(etree.fromstring(STYLES), etree.fromstring(NUMBERING)))


def test_paragraphs_are_numbered_through_their_style_and_its_parents(counter: Counter) -> None:
    assert [counter.number(paragraph(s)) for s in ("Base", "Plain", "Child", "Loop", "Base")] == [
        "1.", "", "2.", "", "3."]


def test_a_lower_level_restarts_under_each_higher_one(counter: Counter) -> None:
    seen = [counter.number(paragraph("", 1, d)) for d in (0, 1, 1, 0, 1, 2)]

    assert seen == ["1.", "(a)", "(b)", "2.", "(a)", "2-i"]


def test_counts_are_in_roman_numerals(counter: Counter) -> None:
    assert [counter.number(paragraph("", 2)) for _ in range(4)] == [
        "Count I", "Count II", "Count III", "Count IV"]


def test_bullets_unknown_lists_and_too_deep_levels_have_no_number(counter: Counter) -> None:
    assert [counter.number(paragraph("", n, d)) for n, d in ((3, 0), (99, 0), (2, 5))] == [""] * 3


def test_a_list_may_start_late_and_be_padded(counter: Counter) -> None:
    assert [counter.number(paragraph("", 4)) for _ in range(2)] == ["09", "10"]


def test_a_template_without_lists_has_no_numbers() -> None:
    bare = Counter(read_lists(etree.fromstring(STYLES), None))

    assert bare.number(paragraph("Base")) == ""


@pytest.mark.parametrize(("number", "words"), [(4, "IV"), (9, "IX"), (40, "XL"), (1994, "MCMXCIV")])
def test_roman_numerals(number: int, words: str) -> None:
    assert roman(number) == words


def test_a_cross_reference_drops_the_full_stop() -> None:
    assert cross_reference("12.") == "12"
    assert cross_reference("Count II") == "Count II"
