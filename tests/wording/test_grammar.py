"""Series, numbers, capitals and quotation marks come out as a pleading wants them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.wording.grammar import capitalise, count_words, curl, lower_first, plural, series
from drafter.wording.text import Blank, Italic, Mark, Ref, Text


def test_a_series_takes_the_oxford_comma() -> None:
    assert series([]).plain == ""
    assert series(["a"]).plain == "a"
    assert series(["a", "b"], "or").plain == "a or b"
    assert series(["a", "b", "c"]).plain == "a, b, and c"


def test_a_series_whose_parts_hold_commas_takes_semicolons() -> None:
    assert series(["a, of b", "c", "d"]).plain == "a, of b; c; and d"


def test_a_series_keeps_the_spans_of_its_parts() -> None:
    assert series([Text.of(Ref("a")), Text.of(Ref("b"))]) == Text((Ref("a"), " and ", Ref("b")))


def test_numbers_up_to_ten_are_words() -> None:
    assert [count_words(n) for n in (1, 2, 10, 11, 1500)] == ["one", "two", "ten", "11", "1,500"]


@pytest.mark.parametrize(
    ("number", "noun", "form"),
    [
        (1, "day", "day"), (2, "day", "days"), (0, "duty", "duties"), (2, "process", "processes"),
        (3, "breach", "breaches"),
    ],
)
def test_a_noun_takes_the_form_of_its_number(number: int, noun: str, form: str) -> None:
    assert plural(number, noun) == form


def test_an_odd_plural_is_given() -> None:
    assert plural(2, "person", "people") == "people"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The deputy left.", "the deputy left."),
        ("A DHS officer came.", "a DHS officer came."),
        ("On May 1 she left.", "on May 1 she left."),
        ("He’d left.", "he’d left."),
        ("Deputy Mockridge left.", "Deputy Mockridge left."),
        ("ICE wrote.", "ICE wrote."),
        ("I left.", "I left."),
        ("May 1 came.", "May 1 came."),
        ("A. Doe left.", "A. Doe left."),
        ("A-number 12 was on it.", "A-number 12 was on it."),
        ("No. 5 was missing.", "No. 5 was missing."),
        ("“The Act” applies.", "“The Act” applies."),
        ("Theodora left.", "Theodora left."),
        ("42 deputies left.", "42 deputies left."),
    ],
)
def test_only_a_word_that_opens_sentences_is_lowered(before: str, after: str) -> None:
    assert lower_first(Text.of(before)).plain == after


def test_marks_are_passed_over_and_other_spans_stay() -> None:
    assert lower_first(Text.of(Mark("m"), "The car")) == Text.of(Mark("m"), "the car")
    italic = Text.of(Italic("The Case"), "The")
    assert lower_first(italic) == italic
    assert capitalise(Text.of(Mark("m"), "  ", "paragraph 3")).plain == "  Paragraph 3"
    blank = Text.of(Blank("name"), "left")
    assert capitalise(blank) == blank
    assert capitalise(Text()) == Text()


def test_the_first_letter_is_raised_but_not_in_quoted_words() -> None:
    assert capitalise(Text.of("mandamus lies")).plain == "Mandamus lies"
    assert capitalise(Text.of("“shall” binds")).plain == "“shall” binds"


@pytest.mark.parametrize(
    ("straight", "curly"),
    [
        ('He said "no."', "He said “no.”"),
        ("\"'Stop,' he said.\"", "“‘Stop,’ he said.”"),
        ("the deputies' cars, Ms. O'Example's", "the deputies’ cars, Ms. O’Example’s"),
        ("in '24 and the '90s", "in ’24 and the ’90s"),
        ('("shall")—"may"', "(“shall”)—“may”"),
        ('"wait—" then', "“wait—” then"),
        ("“already” ‘curly’", "“already” ‘curly’"),
        ("'free' men", "‘free’ men"),
        ('said, "[h]e"', "said, “[h]e”"),
    ],
)
def test_straight_quotation_marks_are_curled(straight: str, curly: str) -> None:
    assert curl(straight) == curly


@given(st.text())
def test_curling_changes_nothing_but_quotation_marks(text: str) -> None:
    back = str.maketrans("“”‘’", "\"\"''")
    assert curl(text).translate(back) == text.translate(back)
    assert curl(curl(text)) == curl(text)
    assert not set(curl(text)) & set("\"'")


def test_the_first_of_two_that_holds_a_comma_is_closed_by_one() -> None:
    assert series(["decide it, either way", "send it"]).plain == "decide it, either way, and send it"
    assert series(["send it", "decide it, either way"]).plain == "send it and decide it, either way"
