from __future__ import annotations

import pytest

from drafter.casefile import loads
from drafter.interview.session import Interview
from drafter.interview.tree import get
from drafter.law import load_law
from tests.interview.test_session import SAMPLE, at, begun, type_in

EVENTS = SAMPLE + """\
events:
  - id: second
    on: 2026-02-02
    says: [{say: The second stop.}]
  - id: never
    says: [{say: At some time.}]
  - id: first
    on: 2026-01-01
    says: [{say: The first stop.}]
exhibits:
  - id: log
    title: Jail log
"""


def order(held: Interview) -> list[object]:
    return [one["id"] for one in held.sheet.items(("events",)) if isinstance(one, dict)]


def test_items_are_added_one_question_after_the_other() -> None:
    held = at(begun(), "petitioners")
    type_in(held, "add", "", "Ana Placeholder", "", "", "no")
    assert held.sheet.get(("petitioners", 2, "id")) == "placeholder"
    assert held.question is not None
    assert held.question.path == ("petitioners", 2, "residence_county")


def test_an_item_is_gone_through_whole_and_leads_back_to_its_list() -> None:
    held = at(begun(EVENTS), "events")
    held.answer("edit 2")
    seen = []
    while held.question is not None and held.question.path != ("events",):
        seen.append(held.question.path)
        held.answer("")
    assert ("events", 1, "at") in seen
    assert held.question is not None


def test_a_deleted_item_is_taken_out_wherever_it_was_named() -> None:
    held = at(begun(), "petitioners")
    said = held.answer("delete 2")
    assert "It was also named in duties.0.owed_to.1" in said[0]
    assert held.sheet.get(("duties", 0, "owed_to")) == ["doe"]
    loads(held.sheet.text, "trial.yaml", load_law())
    held.answer("!undo")
    assert held.sheet.get(("petitioners", 1, "id")) == "roe"


def test_a_deleted_exhibit_leaves_no_source_behind() -> None:
    text = EVENTS.replace(
        "says: [{say: At some time.}]", "says: [{say: At some time., sources: [{exhibit: log, at: '2'}]}]"
    )
    held = at(begun(text), "exhibits")
    held.answer("delete 1")
    assert "log" not in held.sheet.text.replace("catalogue", "")
    loads(held.sheet.text, "trial.yaml", load_law())


def test_items_are_moved() -> None:
    held = at(begun(EVENTS), "events")
    held.answer("move 3 to 1")
    assert order(held) == ["first", "second", "never"]


def test_items_are_sorted_by_date_and_those_without_one_stay() -> None:
    held = at(begun(EVENTS), "events")
    assert "sort (by date)" in " ".join(held.prompt.lines)
    held.answer("sort")
    assert order(held) == ["first", "never", "second"]


def test_a_copy_has_an_id_of_its_own() -> None:
    held = at(begun(EVENTS), "events")
    held.answer("copy 1")
    assert order(held) == ["second", "never", "first", "second-2"]
    assert held.question is not None
    assert held.question.path[:2] == ("events", 3)


@pytest.mark.parametrize(
    ("typed", "words"),
    [("edit 9", "no item 9; there are 3"), ("move 1 9", "no item 9"), ("hello", "no command here")],
)
def test_a_wrong_command_says_what_there_is(typed: str, words: str) -> None:
    held = at(begun(EVENTS), "events")
    assert words in held.answer(typed)[0]
    assert held.refused


def test_sentences_are_typed_one_after_the_other() -> None:
    held = at(begun(), "duties", 0, "neglect")
    type_in(held, "He kept him.", "", "He never answered.", "", "")
    assert [one["say"] for one in held.sheet.items(("duties", 0, "neglect")) if isinstance(one, dict)] == [
        "He kept him.", "He never answered.",
    ]


def test_a_list_of_sentences_is_not_answered_with_yes() -> None:
    assert "words themselves" in at(begun(), "duties", 0, "neglect").answer("add")[0]


def test_ways_to_comply_are_a_list_of_texts() -> None:
    held = at(begun(SAMPLE + "relief:\n  - id: order\n    kind: writ\n"), "relief")
    held.answer("edit 1")
    while held.question is not None and held.question.field != "either":
        held.answer("")
    type_in(held, "release him", "say in writing why not")
    assert held.sheet.get(("relief", 0, "either")) == ["release him", "say in writing why not"]
    held.answer("delete 1")
    assert held.sheet.get(("relief", 0, "either")) == ["say in writing why not"]


def test_an_event_that_says_nothing_cannot_be_finished() -> None:
    held = at(begun(), "events")
    type_in(held, "add", "2026-01-01", "")
    assert held.refused
    assert "needs an answer" in held.said[0]


def test_an_identifier_in_a_list_is_pointed_out_too() -> None:
    held = at(begun(), "duties", 0, "neglect")
    type_in(held, "SSN 123-45-6789 was read out.", "keep")
    assert held.sheet.get(("duties", 0, "neglect", 0, "say")) == "SSN 123-45-6789 was read out."


def test_done_ends_a_list() -> None:
    held = at(begun(EVENTS), "events")
    held.answer("done")
    assert ("events",) in held.progress.passed


def test_ids_differ_across_the_lists_that_share_them() -> None:
    held = at(begun(EVENTS.replace("id: first", "id: demand-1")), "demands")
    type_in(held, "add", "2026-03-01")
    assert held.sheet.get(("demands", 0, "id")) == "demand-1-2"


def test_an_item_begun_by_mistake_is_dropped_from_within() -> None:
    held = at(begun(), "petitioners")
    for typed in ("add", "person", "Hester Mockingham", ""):
        held.answer(typed)
    assert len(held.sheet.items(("petitioners",))) == 3
    said = held.answer("!drop")
    assert "Hester Mockingham" in said[0]
    assert [get(one, ("id",)) for one in held.sheet.items(("petitioners",))] == ["doe", "roe"]
    assert held.question is not None
    assert held.question.path == ("petitioners",)
    held.answer("!undo")
    assert len(held.sheet.items(("petitioners",))) == 3


def test_an_item_dropped_before_its_first_answer_is_not_added() -> None:
    held = at(begun(), "petitioners")
    held.answer("add")
    assert held.answer("!drop")[0] == "It is not added."
    assert len(held.sheet.items(("petitioners",))) == 2
    held.answer("")
    assert held.question is not None
    assert held.question.path[0] != "petitioners"


def test_a_question_outside_a_list_drops_nothing() -> None:
    held = at(begun(), "forum", "court")
    assert "belongs to no item" in held.answer("!drop")[0]
    assert held.refused
