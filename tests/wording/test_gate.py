"""What Word cannot hold is refused by code point, and nothing is dropped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.wording.gate import gate_line, gate_narrative


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U\\+0000"), ("\x07", "U\\+0007"), ("\x1b", "U\\+001B"), ("\x85", "U\\+0085"),
        ("\udce9", "U\\+DCE9"), ("\ufffe", "U\\+FFFE"), ("\ufdd0", "U\\+FDD0"),
        ("\U0001ffff", "U\\+1FFFF"), ("\U0010fffe", "U\\+10FFFE"),
    ],
)
def test_a_character_word_cannot_hold_is_named_with_its_position(
    character: str, name: str
) -> None:
    with pytest.raises(ValueError, match=f"{name} at position 4"):
        gate_narrative(f"Ana{character}Maria")


@pytest.mark.parametrize("text", ["José Nuñez", "عمر", "王", "👩‍⚖️", "a\u00a0b", "\ue000", "tab\there"])
def test_names_of_all_scripts_pass_unchanged(text: str) -> None:
    assert gate_narrative(text) == text


def test_line_ends_become_newlines() -> None:
    assert gate_narrative("a\r\nb\rc\x0bd") == "a\nb\nc\nd"


def test_a_line_takes_no_paragraphs() -> None:
    with pytest.raises(ValueError, match="must be one line"):
        gate_line("one\r\ntwo")


def test_a_tab_in_a_line_becomes_a_space() -> None:
    assert gate_line("a\tb") == "a b"


@given(st.text())
def test_a_text_passes_the_gate_whole_or_not_at_all(text: str) -> None:
    try:
        passed = gate_narrative(text)
    except ValueError:
        return
    assert passed.encode("utf-8").decode("utf-8") == passed
    assert passed == gate_narrative(passed)
    assert passed.split() == text.replace("\x0b", "\n").split()
