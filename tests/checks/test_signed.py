"""The case beside its signed agreement: what the notes say, and when they are silent."""

from __future__ import annotations

import pytest

from drafter.checks import Note, run_checks
from tests.checks.cases import Row, notes
from tests.checks.rows_signed import FIRES, signed


def _notes(check_id: str, row: Row) -> list[Note]:
    return [note for note in run_checks(signed(check_id, row)) if note.id == check_id]


def test_a_difference_shows_both_texts_and_the_page() -> None:
    [note] = _notes("MOA018", FIRES["MOA018"])
    assert "the case has “ICE may certify" in note.message
    assert "page 4 of the paper has “ICE will certify" in note.message


def test_words_that_the_whole_paper_has_nothing_like_are_stopped() -> None:
    row = Row("federal", {"moa.clauses.0.words": "The parties shall meet each spring at noon."})
    [note] = _notes("MOA018", row)
    assert "nothing like it" in note.message


def test_a_block_quotation_and_words_quoted_in_passing_are_compared_too() -> None:
    says = [
        {"say": "It says “ICE might certify in writing the names of those LEA personnel.”",
         "sources": [{"exhibit": "moa", "at": "4"}]},
        {"say": "It says so.", "quote": {"words": "ICE could certify in writing the names of those "
         "LEA personnel", "exhibit": "moa", "at": "4"}},
        {"say": "A log says “no officer was sent to the place.”",
         "sources": [{"exhibit": "log", "at": "2"}]},
    ]
    found = [note.field for note in _notes("MOA018", Row("federal", {"events.0.says": says}))]
    assert found == ["events.0.says.0.say", "events.0.says.1.quote.words"]


def test_a_duty_that_leans_on_a_clause_the_paper_lacks_is_stopped() -> None:
    row = Row("federal", {"moa.clauses.0.clause": "jem-posters"})
    [note] = _notes("MOA019", row)
    assert (note.field, "posters" in note.message) == ("duties.0.clauses", True)


@pytest.mark.parametrize(("changes", "field"), [
    ({"moa.model": "warrant-service"}, "moa.model"),
    ({"moa.clauses.0.page": "5"}, "moa.clauses.0.page"),
])
def test_another_model_and_another_page_are_pointed_out(
    changes: dict[str, str], field: str
) -> None:
    assert [note.field for note in _notes("MOA020", Row("federal", changes))] == [field]


def test_without_the_paper_at_hand_none_of_these_checks_speaks() -> None:
    for row in FIRES.values():
        assert not {note.id for note in notes(row.base, row.changes)} & set(FIRES)


def test_a_page_that_is_a_picture_is_named_where_a_quotation_may_stand_on_it() -> None:
    [note] = _notes("MOA021", FIRES["MOA021"])
    assert "pages 7" in note.message
