"""What a check may be called and say, and how its findings become notes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from drafter.checks import CHECKS, Finding, Severity
from drafter.checks.matter import Matter
from drafter.checks.registry import FAMILY_TITLES, Check, check
from tests.checks.cases import fields, matter, notes

_DISMISSAL = {"id": "DUT008", "reason": "She owes it too.", "by": "I. D.", "on": "2026-11-20"}


def _nothing(_: Matter) -> Iterator[Finding]:
    """A check finds nothing."""
    yield from ()


@pytest.mark.parametrize("check_id", ["dut001", "DUT1", "XYZ001", "DUT0001"])
def test_an_ill_formed_id_is_refused(check_id: str) -> None:
    with pytest.raises(ValueError, match="is no id of a check"):
        check(check_id, Severity.INFO, message="A note.", sources=())


def test_an_id_that_is_in_use_is_refused() -> None:
    with pytest.raises(ValueError, match="has been used before"):
        check("DUT001", Severity.INFO, message="A note.", sources=())


@pytest.mark.parametrize("message", ["{detail} and {detail}", "a {field}", "a brace }{"])
def test_a_message_holds_one_detail_and_no_other_brace(message: str) -> None:
    with pytest.raises(ValueError, match="at most one"):
        check("DUT999", Severity.INFO, message=message, sources=())


def test_every_family_has_a_title_and_checks() -> None:
    assert {one.family for one in CHECKS.values()} == set(FAMILY_TITLES)


def test_the_same_finding_twice_makes_one_note() -> None:
    def twice(_: Matter) -> Iterator[Finding]:
        yield Finding("duties", "one")
        yield Finding("duties", "one")

    one = Check("DUT999", Severity.INFO, "Found {detail}.", (), twice)
    assert [note.message for note in one.run(matter("federal"))] == ["Found one."]


def test_braces_in_a_detail_are_printed_as_they_stand() -> None:
    def odd(_: Matter) -> Iterator[Finding]:
        yield Finding("duties", "{detail} {0}")

    one = Check("DUT999", Severity.INFO, "Found {detail}.", (), odd)
    assert one.run(matter("federal"))[0].message == "Found {detail} {0}."


def test_a_check_without_docstring_has_an_empty_one() -> None:
    assert Check("DUT999", Severity.INFO, "A note.", (), _nothing).doc == "A check finds nothing."


def test_notes_come_by_severity_then_id_then_place() -> None:
    changes = {"demands": [], "duties.0.owed": [], "events.0.about": "yes"}
    found = notes("federal", changes)
    ranks = [note.severity.rank for note in found]
    assert ranks == sorted(ranks)
    assert found[0].id == "DEM001"


def test_items_of_a_list_come_in_the_order_of_their_numbers() -> None:
    many = {f"exhibits.{n}": {"id": f"spare-{n}", "title": "Spare", "file": "s.pdf"}
            for n in range(6, 12)}
    assert fields("EVI002", "federal", many) == [f"exhibits.{n}" for n in range(6, 12)]


def test_a_dismissed_note_stays_and_comes_last() -> None:
    changes = {"duties.0.owed_by": [], "dismissals": [_DISMISSAL]}
    last = notes("federal", changes)[-1]
    assert last.id == "DUT008"
    assert last.dismissed is not None
    assert last.dismissed.reason == "She owes it too."


def test_a_dismissal_of_another_field_leaves_the_note_standing() -> None:
    elsewhere = {**_DISMISSAL, "field": "duties.7.owed_by"}
    found = notes("federal", {"duties.0.owed_by": [], "dismissals": [elsewhere]})
    assert [note.dismissed for note in found if note.id == "DUT008"] == [None]


def test_a_dismissal_of_this_field_answers_the_note() -> None:
    here = {**_DISMISSAL, "field": "duties.0.owed_by"}
    found = notes("federal", {"duties.0.owed_by": [], "dismissals": [here]})
    assert [note.dismissed is None for note in found if note.id == "DUT008"] == [False]
