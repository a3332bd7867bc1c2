from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from drafter.errors import LawError
from drafter.law import Law, load_law
from drafter.law.records import Provenance
from drafter.law.texts import UNCONFIRMED, cite_text, fill, names
from drafter.wording.text import Blank, Italic, Text

if TYPE_CHECKING:
    from drafter.law.records import Authority

SANTOS, G2, MEMORY = "santos-v-frederick-county", "usc-8-1357-g-2", "cfr-8-287-5"


@pytest.fixture(scope="module")
def law() -> Law:
    return load_law()


def cited(law: Law, key: str) -> Authority:
    return law.authorities[key]


def test_the_name_of_a_case_prints_in_italics_with_a_curly_apostrophe(law: Law) -> None:
    name, comma, cite = cite_text(cited(law, SANTOS)).spans
    assert name == Italic("Santos v. Frederick Cnty. Bd. of Comm’rs")
    assert (comma, cite) == (", ", cited(law, SANTOS).cite)


def test_a_statute_prints_as_it_stands(law: Law) -> None:
    assert cite_text(cited(law, G2)) == Text.of(cited(law, G2).cite)


def test_a_name_in_braces_prints_the_citation(law: Law) -> None:
    text = fill(f"See {{{G2}}}.", law, {})
    assert text.plain == f"See {cited(law, G2).cite}."


def test_a_quotation_prints_in_curly_marks(law: Law) -> None:
    text = fill("It says {quote:usc-5-706-1} Thus.", law, {})
    assert text.plain == (
        "It says “compel agency action unlawfully withheld or unreasonably delayed.” Thus."
    )


@pytest.mark.parametrize("form", ["{%s}", "{quote:%s}"])
def test_an_authority_from_memory_prints_a_bracket_only(law: Law, form: str) -> None:
    assert not cited(law, MEMORY).may_print
    text = fill(form % MEMORY, law, {})
    assert text.spans == (Blank(UNCONFIRMED, "", "counsel"),)


def test_a_quotation_from_memory_prints_a_bracket_too(law: Law) -> None:
    words = {"provenance": Provenance.MEMORY, "quotation": "shall act"}
    changed = cited(law, MEMORY).model_copy(update=words)
    unread = replace(law, authorities={**law.authorities, MEMORY: changed})
    assert fill(f"{{quote:{MEMORY}}}", unread, {}).plain == f"[{UNCONFIRMED}]"


def test_words_of_the_paper_are_filled_with_their_spans(law: Law) -> None:
    text = fill("{petitioners}’ case", law, {"petitioners": Text.of("Petitioners")})
    assert text.plain == "Petitioners’ case"


def test_straight_marks_around_a_name_are_curled(law: Law) -> None:
    text = fill("\"{who}\" and {who}'s", law, {"who": Text.of("Doe")})
    assert text.plain == "“Doe” and Doe’s"


def test_a_blank_in_a_text_is_for_counsel(law: Law) -> None:
    text = fill("Venue: [?venue statute].", law, {})
    assert text.spans == ("Venue: ", Blank("venue statute", "", "counsel"), ".")


def test_square_brackets_that_alter_a_quotation_stay(law: Law) -> None:
    assert fill('"[W]ithin a reasonable time"', law, {}).plain == "“[W]ithin a reasonable time”"


def test_an_unknown_name_is_refused_with_the_nearest_one(law: Law) -> None:
    with pytest.raises(LawError, match=r'did you mean "usc-8-1357-g-2"'):
        fill("{usc-8-1357-g2}", law, {})


def test_a_name_like_no_other_is_refused_without_a_guess(law: Law) -> None:
    with pytest.raises(LawError) as caught:
        fill("{zzzzzz}", law, {})
    assert "did you mean" not in str(caught.value)


def test_a_quotation_that_is_not_held_is_refused(law: Law) -> None:
    assert not cited(law, "usc-8-1357-g").quotation
    with pytest.raises(LawError, match="holds no quotation"):
        fill("{quote:usc-8-1357-g}", law, {})


def test_a_text_without_marks_passes_through(law: Law) -> None:
    assert fill("Plain words.", law, {}) == Text.of("Plain words.")
    assert not fill("", law, {})


def test_the_names_of_a_text_are_listed_without_its_blanks() -> None:
    assert names("{a} [?b] {quote:c}") == ("a", "quote:c")
