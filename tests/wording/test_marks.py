"""``[?label]`` and ``[#id]`` are the only marks in a sentence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.wording.marks import UNNAMED, Mention, inline, mentions, unclosed
from drafter.wording.text import Blank, Ref, Text


def test_both_marks_are_read_in_one_sentence() -> None:
    text = inline("As [#first-stop] says, he left at [?time of release].")
    assert text == Text.of(
        "As ", Ref("first-stop"), " says, he left at ", Blank("time of release"), "."
    )


def test_quotation_marks_around_a_mark_are_curled() -> None:
    assert inline('He said "[?words]".').plain == "He said “[words]”."


def test_nothing_else_is_special() -> None:
    for typed in ("*not italics*", "{{ x }}", "[sic]", "[h]e", "[ ?no]", "a_b_"):
        assert inline(typed) == Text.of(typed)


def test_a_blank_without_a_label_says_that_a_fact_is_missing() -> None:
    assert inline("[?]") == Text.of(Blank(UNNAMED))


def test_a_label_is_one_line() -> None:
    assert inline("[?time\n of  release]") == Text.of(Blank("time of release"))


def test_references_are_listed_with_their_place() -> None:
    assert mentions("[#a] and [?b] and [#c-d]") == (Mention("a", 0), Mention("c-d", 18))


def test_a_mark_that_is_never_closed_is_found_and_prints_as_typed() -> None:
    assert unclosed("at [?time") == (3,)
    assert unclosed("at [?time [#x]") == (3,)
    assert unclosed("[#x] [?y]") == ()
    assert inline("at [?time").plain == "at [?time"


@given(st.text("ab[]?#* \n", max_size=30))
def test_every_sign_of_a_text_is_printed_or_part_of_a_mark(text: str) -> None:
    printed = inline(text)
    if not mentions(text) and "[?" not in text:
        assert printed.plain == text
    assert len([s for s in printed.spans if isinstance(s, Ref)]) == len(mentions(text))
