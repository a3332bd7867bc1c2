"""The review memo: the element map, delay, standing, weak points."""

from __future__ import annotations

import pytest

from drafter.context.memo import MemoContext, memo
from drafter.context.memo.authorities import incomplete
from drafter.context.memo.elements import marked
from drafter.context.opening import OpeningFacts
from tests.checks.cases import matter
from tests.context.memo_case import PAPERS, drafted, reader, words_of


@pytest.fixture(scope="module")
def federal() -> MemoContext:
    return drafted("federal")


def test_every_element_of_a_clean_case_leads_to_its_paragraphs(federal: MemoContext) -> None:
    rows = {row.element.plain: row for row in federal.elements}
    assert rows["“certify”: source and words"].paragraphs.startswith("¶¶")
    assert rows["Demand, refusal or silence"].exhibits.startswith("Ex.")
    assert rows["“certify”: not done"].gap == "ok"


@pytest.mark.parametrize(
    ("changes", "element", "gap"),
    [
        ({"duties": []}, "The duty: source, words, act", "no duty is chosen"),
        ({"petitioners": []}, "Standing", "no plaintiff is named"),
        ({"respondents": []}, "Officer with power over the act", "no defendant is named"),
        ({"demands": []}, "Demand, refusal or silence", "no demand is recorded"),
        ({"harms": []}, "Standing: Ms. Samplewell", "no harm is told"),
        ({"harms.0.continuing": "no"}, "Standing: Ms. Samplewell", "no harm is recorded as continuing"),
        ({"respondents.1.power": []}, "Power over the act: Riley Testfield", "nothing says why"),
        ({"relief.0.days": None}, "The command: actor, act, deadline", "no deadline"),
        ({"relief": []}, "The command: actor, act, deadline", "the prayer asks for no writ"),
        ({"forum.venue": []}, "Venue", "no fact fixes venue"),
        ({"duties.0.neglect": []}, "“certify”: not done", "nothing says how it was not done"),
        ({"duties.0.no_judgment": []}, "“certify”: no judgment left", "not pleaded"),
        ({}, "“certify”: agreement as evidence", "a clause it leans on is not pleaded"),
    ],
)
def test_a_gap_is_shown_as_a_gap(changes: dict[str, object], element: str, gap: str) -> None:
    rows = drafted("federal", changes).elements
    assert gap in next(row.gap for row in rows if row.element.plain == element)


def test_a_blank_in_a_paragraph_is_a_gap_of_its_element() -> None:
    words = drafted("federal", {"respondents.1.address": None})
    row = next(r for r in words.elements if r.element.plain.startswith("Power over the act: Riley"))
    assert "blank: business address" in row.gap


def test_an_element_that_is_not_printed_is_not_pleaded() -> None:
    subject = matter("federal")
    words = memo(subject, OpeningFacts(), (), PAPERS)
    assert next(r.gap for r in words.elements if r.element.plain == "Venue") == "not pleaded"
    assert words.facts == ()
    assert words.authorities.none


def test_delay_has_its_six_considerations_only_where_a_duty_is_of_reasonable_time() -> None:
    assert drafted("federal").delay == ()
    words = drafted("federal", {"duties.0.catalogue": "conclude-matter"})
    assert len(words.delay) == 6
    assert "TRAC" in words.delay_law.plain or "FCC" in words.delay_law.plain


def _delay(changes: dict[str, object]) -> dict[str, tuple[str, str]]:
    words = drafted("federal", {"duties.0.catalogue": "conclude-matter", **changes})
    return {row.element.plain: (row.paragraphs, row.gap) for row in words.delay}


def test_priorities_are_found_where_the_pleading_speaks_of_them() -> None:
    say = "ICE has named no other work that stands in the way. It found none, as [#no-record] shows."
    paragraphs, gap = _delay({"duties.0.neglect": [{"say": say}]})["Priorities that compete"]
    assert paragraphs.startswith("¶")
    assert gap == "ok"
    assert "nothing pleaded" in _delay({})["Priorities that compete"][1]


def test_congress_set_a_time_only_where_the_text_has_one() -> None:
    element = "A time that Congress set"
    assert "the draft reads one into it: before the deputy" in _delay({})[element][1]
    loose = _delay({"duties.0.due": "within a reasonable time"})[element]
    assert loose == ("", "the text of no duty names a date or a number of days")
    own = {"id": "answer", "cite": "Example Code", "due": "within ten days",
           "words": "The custodian shall answer within five days.", "statement": "answer.",
           "act": "answer"}
    assert _delay({"duties.1": own})[element][1].startswith("ok") or (
        "names a date" not in _delay({"duties.1": own})[element][1])


def test_a_timetable_of_the_agency_is_one_that_is_pleaded() -> None:
    element = "A rule of reason governs the time taken"
    assert "no timetable" in _delay({})[element][1]
    clause = {"id": "ninety", "section": "Appendix B", "page": "12", "use": "It says: {words}",
              "words": "any complaint received will be resolved within 90 days"}
    assert "no timetable" not in _delay({"moa.clauses.2": clause})[element][1]


@pytest.mark.parametrize(("changes", "party", "point"), [
    ({"harms.0.says.0.say": "She earns $68 less each week."}, "Ms. Samplewell", "does not say what"),
    ({}, "Ms. Samplewell", "may be called self-inflicted"),
    ({}, "Lantern Street", "an organization’s own spending may be no injury"),
    ({}, "Lantern Street", "rests on a named member’s own"),
    ({"harms.0.continuing": "no"}, "Ms. Samplewell", "every harm told is past"),
])
def test_standing_shows_its_known_weak_points(
    changes: dict[str, object], party: str, point: str
) -> None:
    rows = drafted("federal", changes).elements
    assert point in next(r.gap for r in rows if r.element.plain.startswith(f"Standing: {party}"))


def test_what_will_be_said_of_standing_is_among_the_weak_points(federal: MemoContext) -> None:
    points = next(w.points for w in federal.weak if w.duty.plain == "standing")
    said = " ".join(one.plain for one in points)
    assert "it cannot spend its way into standing" in said
    assert "The alternative in the prayer (A)" in said
    assert not [w for w in drafted("federal", {"harms": []}).weak if w.duty.plain == "standing"]


def test_a_bar_that_the_complaint_does_not_name_is_a_gap() -> None:
    words = memo(matter("federal"), OpeningFacts(), (), PAPERS)
    row = next(r for r in words.elements if r.element.plain == "Known bars met")
    assert row.gap.startswith("not answered by name: 8 U")


def test_a_case_without_a_docket_number_is_marked_where_it_is_named() -> None:
    subject = reader("federal")
    said = marked("Sample v. Example (D.C. Cir. 2017): a limit.")
    assert said == "Sample v. Example (D.C. Cir. 2017; citation incomplete): a limit."
    assert marked("Sample v. Example, 1 Ex. 2 (2017).") == "Sample v. Example, 1 Ex. 2 (2017)."
    law = subject.matter.law.authorities
    assert incomplete(law["gray-v-cullers"])
    assert not incomplete(law["ferre-v-dhs"])


def test_remedies_that_the_paper_pleads_are_not_called_unspoken(federal: MemoContext) -> None:
    said = federal.vehicle.unspoken.plain
    assert "Administrative Procedure Act" not in said
    assert "declaratory judgment" not in said
    assert "declaratory judgment" in drafted("federal", {"relief.1": {
        "id": "costs", "kind": "costs"}}).vehicle.unspoken.plain


def test_weak_points_are_those_of_the_catalogue_and_of_the_court(federal: MemoContext) -> None:
    said = words_of(federal.weak)
    assert "“Adequate” is judgment. Ask that the certification exist, not that it be better." in said
    assert "In this court: United States District Court for the Middle District of Alabama" in said


def test_a_virginia_petition_asks_who_swears() -> None:
    words = drafted("virginia", {"verification": []})
    row = next(r for r in words.elements if r.element.plain == "Verification by oath")
    assert row.gap.startswith("nobody is recorded as swearing")


def test_a_weakness_of_agreements_is_told_only_where_the_case_has_one() -> None:
    of_agreements = "terms of a 287(g) agreement"
    assert of_agreements in " ".join(p.plain for one in drafted("federal").weak
                                     for p in one.points)
    assert of_agreements not in " ".join(p.plain for one in drafted("naturalization").weak
                                         for p in one.points)


def test_the_memo_says_what_a_court_of_appeals_is_asked_to_have_done() -> None:
    vehicle = " ".join(one.plain for one in drafted("appellate").top.bottom_line)
    assert "be directed to rule on the motion for a preliminary injunction" in vehicle
