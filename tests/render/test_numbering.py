"""Numbers as Word counts them."""

from __future__ import annotations

import pytest
from lxml import etree

from drafter.errors import TemplateError
from drafter.render.numbering import Counter, read_lists, roman

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {NS}>
<w:style w:styleId="Base"><w:name w:val="Base"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Child"><w:name w:val="Child"/><w:basedOn w:val="Base"/></w:style>
<w:style w:styleId="Deep"><w:basedOn w:val="Base"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Linked"><w:basedOn w:val="Base"/></w:style>
<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
<w:style w:styleId="Off"><w:basedOn w:val="Base"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Plain"/>
</w:styles>"""


def level(form: str, text: str, depth: int = 0, start: int = 1, more: str = "") -> str:
    return (f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
            f'<w:lvlText w:val="{text}"/></w:lvl>')


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def numbered(number: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
NUMBERING = f"""<w:numbering {NS}>
{abstract(7, level("decimal", "%1."), level("lowerLetter", "(%2)", 1, more='<w:pStyle w:val="Linked"/>'),
          level("lowerRoman", "%1-%3", 2))}
{abstract(8, level("upperRoman", "Count %1"))}
{abstract(9, level("bullet", "•"), level("decimal", "%2", 1))}
{abstract(10, level("decimalZero", "%1", start=9))}
{abstract(11, level("upperRoman", "Article %1"), level("decimal", "%1.%2", 1, more="<w:isLgl/>"))}
{abstract(12, level("decimal", "%1."), level("decimal", "%2)", 1, more='<w:lvlRestart w:val="0"/>'))}
{abstract(13, level("ordinal", "%1"))}
{abstract(14, level("decimal", "%1 of %7"))}
{numbered(1, 7)}{numbered(2, 8)}{numbered(3, 9)}{numbered(4, 10)}{numbered(5, 7, RESTART)}
{numbered(6, 11)}{numbered(7, 12)}{numbered(8, 13)}{numbered(9, 14)}{numbered(10, 99)}
</w:numbering>"""


@pytest.fixture
def counter() -> Counter:
    return Counter(read_lists(etree.fromstring(STYLES), etree.fromstring(NUMBERING)))


def printed(counter: Counter, number: int, *depths: int) -> list[str]:
    return [counter.number("", (str(number), depth)).printed for depth in depths]


def test_paragraphs_are_numbered_through_their_style_and_its_parents(counter: Counter) -> None:
    styles = ("Base", "Plain", "Child", "Loop", "Off", "Base")

    assert [counter.number(s).printed for s in styles] == ["1.", "", "2.", "", "", "3."]


def test_a_style_gets_its_level_from_itself_or_from_the_list(counter: Counter) -> None:
    assert [counter.number(s).printed for s in ("Base", "Deep", "Linked")] == ["1.", "(a)", "(b)"]


def test_a_paragraph_may_name_its_own_level_in_the_list_of_its_style(counter: Counter) -> None:
    counter.number("Base")

    assert counter.number("Base", (None, 1)).printed == "(a)"
    assert counter.number("Base", ("0", 0)).printed == ""


def test_a_lower_level_restarts_under_each_higher_one(counter: Counter) -> None:
    assert printed(counter, 1, 0, 1, 1, 0, 1, 2) == ["1.", "(a)", "(b)", "2.", "(a)", "2-i"]


def test_a_level_that_never_restarts_goes_on(counter: Counter) -> None:
    assert printed(counter, 7, 0, 1, 0, 1) == ["1.", "1)", "2.", "2)"]


def test_a_higher_level_that_was_left_out_counts_as_begun(counter: Counter) -> None:
    assert printed(counter, 1, 2, 0) == ["1-i", "2."]


def test_a_list_that_starts_anew_does_so_at_its_first_paragraph(counter: Counter) -> None:
    assert printed(counter, 1, 0, 0) == ["1.", "2."]
    assert printed(counter, 5, 0, 0) == ["1.", "2."]


def test_legal_numbering_prints_plain_numbers(counter: Counter) -> None:
    assert printed(counter, 6, 0, 1, 1) == ["Article I", "1.1", "1.2"]


def test_counts_are_in_roman_numerals(counter: Counter) -> None:
    assert printed(counter, 2, 0, 0, 0, 0) == ["Count I", "Count II", "Count III", "Count IV"]


def test_bullets_unknown_lists_and_too_deep_levels_have_no_number(counter: Counter) -> None:
    found = [counter.number("", (n, d)) for n, d in (("3", 0), ("99", 0), ("2", 5), ("10", 0))]

    assert [one.printed for one in found] == [""] * 4


def test_a_level_that_the_text_names_and_the_list_lacks_prints_nothing(counter: Counter) -> None:
    assert printed(counter, 9, 0) == ["1 of "]


def test_a_list_may_start_late_and_be_padded(counter: Counter) -> None:
    assert printed(counter, 4, 0, 0) == ["09", "10"]


def test_a_format_that_is_not_counted_here_is_refused_by_name(counter: Counter) -> None:
    with pytest.raises(TemplateError, match="ordinal"):
        counter.number("", ("8", 0))


def test_a_template_without_lists_has_no_numbers() -> None:
    bare = Counter(read_lists(etree.fromstring(STYLES), None))

    assert bare.number("Base").printed == ""


def test_a_start_that_is_no_number_is_refused() -> None:
    hurt = NUMBERING.replace('<w:start w:val="9"/>', '<w:start w:val="nine"/>')

    with pytest.raises(TemplateError, match="no number"):
        read_lists(etree.fromstring(STYLES), etree.fromstring(hurt))


@pytest.mark.parametrize(("number", "words"), [(4, "IV"), (9, "IX"), (40, "XL"), (1994, "MCMXCIV")])
def test_roman_numerals(number: int, words: str) -> None:
    assert roman(number) == words


def test_the_twenty_seventh_letter_is_doubled_as_in_word() -> None:
    one = etree.fromstring(f'<w:numbering {NS}>{abstract(1, level("upperLetter", "%1.", start=27))}'
                           f"{numbered(1, 1)}</w:numbering>")
    counter = Counter(read_lists(etree.fromstring(STYLES), one))

    assert [counter.number("Base").printed for _ in range(2)] == ["AA.", "BB."]


def test_a_reference_drops_the_full_stop_and_names_the_higher_levels(counter: Counter) -> None:
    found = [counter.number("", (n, d)).reference for n, d in (
        ("1", 0), ("1", 1), ("1", 2), ("2", 0), ("6", 0), ("6", 1), ("3", 1))]

    assert found == ["1", "1(a)", "1-i", "Count I", "Article I", "1.1", "1"]
