"""Quotations: exact but for layout; a difference shows both texts and the page."""

from __future__ import annotations

import pytest

from drafter.law import load_law
from drafter.moa import Agreement
from drafter.moa.pdf import Page
from drafter.moa.quotations import compare, pages_of
from drafter.moa.reading import agreement

FIRST = (
    "ICE will certify in writing the names of those LEA\npersonnel who pass all re-\nquired testing. "
    "The “LEA” may re-take an oﬀer."
)
SECOND = "The LEA’s chief shall remove them from the program. It shall be so on behalf ofICE wi11."


def _paper(*, scanned: bool = False) -> Agreement:
    pages = (Page(FIRST), Page(SECOND, picture=1.0 if scanned else 0.0))
    return agreement(pages, "x.pdf", load_law())


@pytest.mark.parametrize("words", [
    "ICE will certify in writing the names of those LEA personnel who pass all required testing.",
    'The "LEA" may retake an offer.',
    "ICE will certify … all required testing",
    "ICE will certify * * * all required testing",
    "[The agency] will certify in writing",
    "on behalf of ICE",
    "from the program. It shall be so",
])
def test_layout_quotes_ligatures_and_marked_omissions_are_no_difference(words: str) -> None:
    assert compare(words, _paper()) is None


def test_another_word_is_a_difference_with_both_texts_and_the_page() -> None:
    found = compare("The LEA's chief may remove them from the program.", _paper())
    assert found is not None
    assert found.quoted == "The LEA's chief may remove them from the program."
    assert "shall remove them from the program" in found.printed
    assert found.page == 2
    assert not found.scanned


def test_another_case_or_point_is_a_difference() -> None:
    assert compare("ICE will certify in writing, the names of those", _paper()) is not None
    assert compare("ice will certify in writing the names of those", _paper()) is not None


def test_parts_in_another_order_are_a_difference() -> None:
    assert compare("required testing … ICE will certify in writing", _paper()) is not None


def test_words_unlike_any_of_the_paper_have_no_page() -> None:
    found = compare("Petitioners are entitled to forty pounds of gold. " * 12, _paper())
    assert found is not None
    assert (found.printed, found.page) == ("", 0)
    assert found.quoted.endswith("…")


def test_twins_of_a_scan_are_no_difference_on_a_scanned_page_only() -> None:
    words = "It shall be so on behalf of ICE will"
    assert compare(words, _paper(scanned=True)) is None
    assert compare(words, _paper()) is not None


def test_the_page_of_a_quotation_is_where_it_begins() -> None:
    assert pages_of("chief shall remove them from the program", _paper()) == (2,)
    assert pages_of("nothing of the kind stands anywhere in it", _paper()) == ()
