"""Text joins spans and knows its plain words."""

from __future__ import annotations

import dataclasses

import pytest

from drafter.wording.text import Blank, Cite, Italic, Mark, Ref, Term, Text


def test_texts_join_with_plus_from_both_sides() -> None:
    text = "See " + Text.of(Italic("Doe")) + ", " + Text.of("ante")
    assert text == Text(("See ", Italic("Doe"), ", ", "ante"))


def test_empty_strings_are_dropped() -> None:
    assert Text.of("", "a", "") == Text(("a",))


def test_a_text_of_marks_alone_prints_nothing_and_is_false() -> None:
    assert not Text.of(Mark("stop"))
    assert not Text()
    assert Text.of(Mark("stop"), "a")


def test_plain_shows_every_kind_of_span() -> None:
    text = Text.of(
        Mark("m"), "On ", Blank("date"), " ", Italic("see"), " ", Ref("stop"), " ",
        Cite("log", "2"), " ", Cite("log"), " ", Term("foia", "Freedom of Information Act", "FOIA"),
    )
    assert text.plain == "On [date] see {stop} Ex. {log} at 2 Ex. {log} FOIA"


def test_a_text_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Text.of("a").spans = ()  # type: ignore[misc]
