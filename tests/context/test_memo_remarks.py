"""The notes as remarks: each at the paragraph of its field, the rest at the title."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from drafter.checks import Note, Severity, run_checks
from drafter.context.memo.remarks import Place, Remark, remarks
from tests.checks.cases import matter
from tests.context.memo_case import PAPER, THIN, opening


def _remarks(base: str, changes: Mapping[str, Any] | None = None) -> tuple[Remark, ...]:
    subject = matter(base, changes)
    return remarks(subject, opening(subject), run_checks(subject), PAPER)


def _at(base: str, *fields: str) -> list[Place]:
    """Where notes on these fields would hang."""
    subject = matter(base)
    notes = tuple(Note("FRM001", Severity.INFO, one, f"About {one}.", ()) for one in fields)
    return [one.place for one in remarks(subject, opening(subject), notes, PAPER)]


@pytest.mark.parametrize(("field", "mark"), [
    ("events.0.say", "events"), ("duties.0", "duties"), ("demands.0.made_on", "demands"),
])
def test_a_note_hangs_at_the_mark_of_its_field(field: str, mark: str) -> None:
    subject = matter("federal")
    one = getattr(subject.case, mark)[0].id
    assert _at("federal", field) == [Place(mark=f"duty-{one}" if mark == "duties" else one)]


@pytest.mark.parametrize(("field", "style"), [
    ("counsel", "Signature"), ("counsel.0.phone", "Signature"), ("relief", "Prayer Item"),
    ("verification", ""), ("forum.division", ""), ("nowhere", ""),
])
def test_a_note_without_a_paragraph_hangs_at_its_part_or_at_the_title(
    field: str, style: str
) -> None:
    assert _at("federal", field) == [Place(style=style)]


@pytest.mark.parametrize("head", ["petitioners", "respondents"])
def test_a_note_on_all_parties_hangs_at_the_first_of_them(head: str) -> None:
    one = getattr(matter("federal").case, head)[0].id
    assert _at("federal", head) == [Place(mark=f"{head[:-1]}-{one}")]


def test_a_note_on_an_exhibit_hangs_where_it_is_first_cited() -> None:
    subject = matter("federal")
    facts = opening(subject)
    cited = [
        (n, facts.cites[one.id][0]) for n, one in enumerate(subject.case.exhibits)
        if facts.cites.get(one.id)
    ]
    assert cited
    for n, number in cited:
        assert _at("federal", f"exhibits.{n}.pages") == [Place(number=number)]


def test_a_clause_that_is_not_pleaded_hangs_at_the_agreement() -> None:
    subject = matter("federal")
    assert subject.case.moa is not None
    assert _at("federal", "moa.clauses.99") == [Place(mark="moa")]


def test_every_standing_note_is_there_the_gravest_first() -> None:
    subject = matter("virginia", THIN)
    told = _remarks("virginia", THIN)
    grades = [one.heading.split()[0] for one in told]
    assert grades == sorted(grades, key=["STOP", "REVIEW", "INFO"].index)
    said = "\n".join("\n".join((one.heading, *one.lines)) for one in told)
    for note in run_checks(subject):
        assert note.id in said
        assert note.field in said


def test_a_note_that_was_answered_is_no_remark() -> None:
    answered = {"dismissals": [
        {"id": "DEM001", "reason": "It would have been vain.", "by": "I. Draftwell",
         "on": "2026-11-20"},
    ]}
    assert any("DEM001" in one.heading for one in _remarks("virginia", THIN))
    assert not any("DEM001" in one.heading for one in _remarks("virginia", THIN | answered))


def test_one_remark_names_all_the_fields_of_like_notes_at_a_place() -> None:
    subject = matter("federal")
    notes = tuple(
        Note("FRM001", Severity.STOP, field, "The same words.", ("frcp-11",))
        for field in ("nowhere", "elsewhere", "nowhere")
    )
    [one] = remarks(subject, opening(subject), notes, PAPER)
    assert one.heading == "STOP FRM001"
    assert one.lines[0] == "The same words."
    assert one.lines[1].startswith("Source: ")
    assert one.lines[2] == "In the case file: nowhere, elsewhere"


def test_a_remark_speaks_of_the_parties_as_the_paper_does() -> None:
    subject = matter("federal")
    note = Note("FRM001", Severity.INFO, "petitioners", "The petitioners say so.", ())
    [one] = remarks(subject, opening(subject), (note,), PAPER)
    assert one.lines == ("The plaintiffs say so.", "In the case file: petitioners")
