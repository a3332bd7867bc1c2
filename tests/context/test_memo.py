"""The review memo: its top, its notes, the vehicle, the element map."""

from __future__ import annotations

import dataclasses

import pytest

from drafter.checks import Note, Severity
from drafter.context.memo import MemoContext, memo
from drafter.context.memo.authorities import incomplete
from drafter.context.memo.elements import marked
from drafter.context.memo.labels import relabelled
from drafter.context.opening import OpenBlank, OpeningFacts
from drafter.wording.text import Italic, Text
from tests.checks.cases import matter
from tests.context.memo_case import PAPER, PAPERS, THIN, drafted, opening, reader, words_of


@pytest.fixture(scope="module")
def federal() -> MemoContext:
    return drafted("federal")


@pytest.fixture(scope="module")
def virginia() -> MemoContext:
    return drafted("virginia")


@pytest.fixture(scope="module")
def thin() -> MemoContext:
    return drafted("virginia", THIN)


def bottom_line(words: MemoContext) -> str:
    return " ".join(one.plain for one in words.top.bottom_line)


# --- the top ---------------------------------------------------------------------------------


def test_the_bottom_line_says_that_the_theory_is_novel(federal: MemoContext) -> None:
    assert "No court is known to have granted mandamus to enforce a 287(g) agreement" in (
        bottom_line(federal)
    )


def test_a_case_without_an_agreement_is_not_called_novel() -> None:
    words = drafted("federal", {"moa": None, "matter.kind": "delay", "duties.0.clauses": [],
                                "duties.0.catalogue": "conclude-matter", "events.0.limit": None})
    assert "novel" not in bottom_line(words)


def test_a_count_on_settled_law_beside_an_agreement_is_not_called_novel(
    virginia: MemoContext, thin: MemoContext
) -> None:
    assert "No count here asks for that: each rests on other law." in bottom_line(virginia)
    assert "The theory may prove novel." in bottom_line(thin)
    assert "novel" not in bottom_line(drafted("virginia", {**THIN, "matter.kind": "detention"}))


def test_a_theory_called_novel_is_a_note_to_review(federal: MemoContext) -> None:
    assert "the duty “certify” (DUT019)" in bottom_line(federal)
    assert int(federal.top.review) > 0


# --- the first page --------------------------------------------------------------------------


def test_the_first_page_lists_notes_then_weak_elements_then_blanks_by_person(
    thin: MemoContext,
) -> None:
    kinds = [row.kind for row in thin.decisions]
    order = ["Clear", "Decide", "Strengthen", "Have filled"]
    assert list(dict.fromkeys(kinds)) == order
    assert kinds == sorted(kinds, key=order.index)
    assert [row.number for row in thin.decisions] == [str(n + 1) for n in range(len(kinds))]
    assert "EVI015" not in words_of(thin.decisions)


def test_the_first_page_stays_one_page() -> None:
    many = {f"petitioners.{n}": {"id": f"p{n}", "name": f"Person {n}"} for n in range(2, 12)}
    words = drafted("federal", {**many, "respondents": [], "counsel": [], "relief": [],
                                "demands": [], "duties": [], "exhibits": [], "moa": None})
    assert len(words.decisions) <= 16 + 1 + 6 + 1 + 6 + 1
    assert "further elements with a gap" in words_of(words.decisions)


def test_a_note_found_twice_is_one_decision_with_both_places() -> None:
    words = drafted("federal", {"harms.0.says.0.say": "She earns $68 less each week.",
                                "harms.1.says.0.say": "It paid $1,840.",
                                "harms.1.redress": "no"})
    row = next(r for r in words.decisions if r.see.startswith("JUR020"))
    assert "(2 places)" in row.decide.plain
    assert row.where.count("¶") == 2


def test_with_nothing_open_the_first_page_is_empty_of_notes() -> None:
    subject = matter("federal")
    words = memo(subject, dataclasses.replace(opening(subject), blanks=()), (), PAPERS)
    assert {row.kind for row in words.decisions} == {"Strengthen"}


# --- labels ----------------------------------------------------------------------------------


def test_a_memo_on_a_complaint_speaks_of_plaintiffs(federal: MemoContext) -> None:
    parts = (federal.top, federal.decisions, federal.groups, federal.vehicle, federal.elements,
             federal.delay, federal.weak, federal.moa, federal.open, federal.stale, federal.packet)
    said = words_of(parts).lower()
    assert "petitioner" not in said
    assert "respondent" not in said


def test_a_memo_on_a_petition_keeps_its_labels(virginia: MemoContext) -> None:
    assert "owed to these petitioners" in words_of(virginia.elements)


def test_exact_words_keep_the_labels_that_they_have() -> None:
    forum = matter("federal").forum
    text = Text.of("Each petitioner and “any petitioner”, ", Italic("Petitioner v. X"), "; ",
                   "Respondents’ “own", " respondent” too.")
    assert relabelled(text, forum).plain == (
        "Each plaintiff and “any petitioner”, Petitioner v. X; Defendants’ “own respondent” too."
    )


def test_the_bottom_line_quotes_the_disclaimer_of_rights_exactly(federal: MemoContext) -> None:
    assert "(section XVIII, page 9): “This MOA does not, is not intended to, shall not be " in (
        bottom_line(federal)
    )
    assert "the agreement is used as evidence only" in bottom_line(federal)


def test_a_missing_disclaimer_is_called_a_gap() -> None:
    clauses = [{"id": "certification", "section": "IX", "page": "4", "words": "ICE will certify."}]
    words = drafted("federal", {"moa.clauses": clauses})
    assert "hold no disclaimer of rights" in bottom_line(words)


def test_a_duty_on_the_agreement_alone_is_said_to_fall() -> None:
    words = drafted("federal", {"duties.0.catalogue": "moa-remove-personnel"})
    assert "will very probably fall to it" in bottom_line(words)


def test_without_a_duty_the_disclaimer_calls_for_other_law() -> None:
    words = drafted("federal", {"duties": []})
    assert "Whatever duty is chosen must rest on other law." in bottom_line(words)


def test_a_clean_case_is_ready_to_be_argued_with_and_not_to_be_filed() -> None:
    subject = matter("federal")
    printed = dataclasses.replace(opening(subject), blanks=())
    words = memo(subject, printed, (), PAPERS)
    assert "The draft is ready to be argued with, and not to be filed" in bottom_line(words)


def test_a_single_note_and_a_single_bracket_stand_in_the_singular() -> None:
    subject = matter("federal")
    stop = (Note("JUR003", Severity.STOP, "forum.venue", "No ground of venue is given.", ()),)
    blank = OpenBlank("year", "events.0.on", "", "", "4", PAPER)
    printed = dataclasses.replace(opening(subject), blanks=(blank,))
    assert "one STOP note stands and one bracket is open." in (
        bottom_line(memo(subject, printed, stop, PAPERS))
    )
    assert "one STOP note stands." in bottom_line(
        memo(subject, dataclasses.replace(printed, blanks=()), stop, PAPERS))


def test_a_thin_case_serves_for_a_talk_and_is_not_to_be_filed(thin: MemoContext) -> None:
    assert "the draft can serve for a talk with the client, and must not be filed" in (
        bottom_line(thin)
    )
    assert "The facts come from Perdita Quaere, his sister" in bottom_line(thin)
    assert "(none is named)" in thin.top.reader.plain


def test_the_title_is_the_short_title_or_the_first_party_on_each_side(
    federal: MemoContext,
) -> None:
    assert federal.top.title.plain == (
        "Lantern Street Neighbors v. U.S. Immigration and Customs Enforcement"
    )
    titled = drafted("federal", {"matter.short_title": "Lantern Street v. ICE"})
    assert titled.top.title.plain == "Lantern Street v. ICE"
    assert drafted("federal", {"petitioners": []}).top.title.plain == "certification"


def test_the_counts_at_the_top_are_those_of_the_notes() -> None:
    words = drafted("virginia", THIN)
    rows = {group.heading.split(":")[0]: group.rows for group in words.groups}
    assert int(words.top.stop) >= len(rows["STOP"]) > 0
    assert words.top.blanks == str(len(opening(matter("virginia", THIN)).blanks))


# --- notes -----------------------------------------------------------------------------------


def test_a_note_names_the_paragraph_it_bears_on() -> None:
    words = drafted("virginia", THIN | {"events.0.basis": None})
    row = next(r for g in words.groups for r in g.rows if r.id == "EVI006")
    number = opening(matter("virginia", THIN)).numbers["held"]
    assert row.where == f"¶\u00a0{number}"


def test_a_note_found_in_several_places_is_one_row() -> None:
    words = drafted("federal", {"events.0.says": [{"say": "He stopped."}],
                                "events.1.says": [{"say": "It wrote."}]})
    rows = [r for g in words.groups for r in g.rows if r.id == "EVI004"]
    assert len({r.message.plain for r in rows}) == len(rows)


def test_an_id_of_an_authority_in_a_message_prints_as_its_citation(virginia: MemoContext) -> None:
    row = next(r for g in virginia.groups for r in g.rows if r.id == "LAW005")
    assert "cfr-8-287-7-d" not in row.message.plain
    assert "287.7(d)" in row.message.plain


def test_an_answered_note_is_listed_with_who_why_and_when() -> None:
    answer = {"id": "MOA002", "reason": "Read it.", "by": "I. D.", "on": "2026-11-20"}
    words = drafted("federal", {"dismissals": [answer]})
    assert [(d.id, d.reason.plain, d.by, d.on) for d in words.dismissed] == [
        ("MOA002", "Read it.", "I. D.", "Nov. 20, 2026")
    ]
    assert all(row.id != "MOA002" for group in words.groups for row in group.rows)
    assert words.top.dismissed == "1"


def test_a_weight_without_notes_says_so(federal: MemoContext) -> None:
    assert federal.groups[0].none == "No STOP note stands."


def test_an_authority_from_memory_is_marked_where_it_is_cited() -> None:
    words = drafted("federal", {"petitioners.1.custody": "held"})
    row = next(b for b in words.vehicle.better if "abeas" in b.remedy.plain)
    assert "(from memory: may not print)" in row.law.plain


# --- vehicle ---------------------------------------------------------------------------------


def test_the_federal_vehicle_is_explained_from_the_respondents(federal: MemoContext) -> None:
    reasons = " ".join(c.reason.plain for c in federal.vehicle.choices)
    assert "Sued here: U.S. Immigration and Customs Enforcement and Riley Testfield." in reasons
    assert federal.vehicle.no_better


def test_a_local_officer_in_a_federal_complaint_is_pointed_out() -> None:
    words = drafted("federal", {"respondents.1.level": "local"})
    assert "Riley Testfield: the federal mandamus statute does not reach them" in (
        words_of(words.vehicle.choices)
    )


def test_a_federal_officer_in_a_state_petition_is_pointed_out() -> None:
    words = drafted("virginia", {"respondents.0.level": "federal"})
    assert "Harlan Q. Nemo: a state court cannot command a federal officer" in (
        words_of(words.vehicle.choices)
    )


def test_the_united_states_is_called_by_its_name() -> None:
    words = drafted("federal", {
        "respondents.0": {"id": "usa", "type": "united-states", "level": "federal"}})
    assert "Sued here: the United States and Riley Testfield" in words_of(words.vehicle.choices)
    assert "the United States and Riley Testfield" in words_of(words.packet.service)


def test_a_duty_in_the_attorneys_words_is_theirs_to_confirm() -> None:
    words = drafted("federal", {
        "duties.0.catalogue": None, "duties.0.cite": "Example Code 1-2-3",
        "duties.0.words": "The custodian shall answer."})
    assert "Not in the catalogue: its source and its words are yours to confirm." in (
        words_of(words.vehicle.choices)
    )
    assert [row.cite.plain for row in words.authorities.own] == ["Example Code 1-2-3"]
    assert "nobody has weighed its words" in words_of(words.weak)


@pytest.mark.parametrize(
    ("changes", "remedy", "because"),
    [
        ({"petitioners.1.custody": "held"}, "Habeas corpus", "is held now"),
        ({"relief.0.either.0": "produce the records of each certification"},
         "Request under the Freedom", "asking for records"),
        ({"relief.0.either.0": "cease stopping Plaintiffs"}, "Injunction", "forbids"),
        ({"harms.0.continuing": "no", "harms.1.continuing": "no"},
         "Action for damages", "Every harm told is past"),
        ({"duties": []}, "Action for damages", "No act still due is known"),
    ],
)
def test_a_better_remedy_is_named_with_the_fact_that_calls_for_it(
    changes: dict[str, object], remedy: str, because: str
) -> None:
    rows = drafted("federal", changes).vehicle.better
    found = next(row for row in rows if row.remedy.plain.startswith(remedy))
    assert because in found.because.plain


def test_a_state_case_for_records_points_to_the_states_own_act() -> None:
    words = drafted("virginia", {"relief.0.act": "produce the records of the Jail"})
    assert "records act" in words.vehicle.better[0].remedy.plain


def test_remedies_tried_and_not_tried_stand_with_their_reasons(federal: MemoContext) -> None:
    tried, other = federal.vehicle.remedies
    assert tried.reason.plain == "The office promised no result to the one who complains."
    assert (other.state, other.reason.plain) == ("not tried; not pleaded", "No Plaintiff is in custody.")


def test_a_remedy_without_a_reason_shows_a_gap() -> None:
    words = drafted("federal", {"remedies.0.inadequate": []})
    assert words.vehicle.remedies[0].reason.plain == "Gap: no reason is recorded."


def test_a_step_the_law_demands_is_called_so() -> None:
    words = drafted("federal", {"remedies_not_tried": [
        {"channel": "ftca", "reason": "No money is asked.", "plead": "yes"},
        {"channel": "other", "reason": "None."},
    ]})
    mandatory, other = words.vehicle.remedies[1:]
    assert mandatory.limits.plain.startswith("The law demands this step before its own suit.")
    assert mandatory.state.startswith("not tried (¶")
    assert other.name.plain == "other"


def test_channels_the_case_says_nothing_of_are_counted() -> None:
    channels = reader("federal").matter.law.remedies
    named = [{"channel": one, "reason": "No."} for one in channels]
    assert drafted("federal", {"remedies_not_tried": named}).vehicle.unspoken.plain == ""


# --- element map -----------------------------------------------------------------------------


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
    assert incomplete(law["trump-v-casa"])
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
