"""The review memo: its top, its notes, the vehicle, the element map."""

from __future__ import annotations

import dataclasses

import pytest

from drafter.casefile import load
from drafter.checks import Note, Severity, run_checks
from drafter.checks.matter import Matter
from drafter.cli.samples import sample_files
from drafter.context.memo import MemoContext, memo
from drafter.context.memo.labels import relabelled
from drafter.context.memo.notes import note_groups
from drafter.context.opening import OpenBlank, OpeningFacts
from drafter.law import load_law
from drafter.wording.text import Italic, Text
from tests.checks.cases import AS_OF, matter
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
    thin: MemoContext
) -> None:
    settled = drafted("virginia", {"duties.0.catalogue": "custody-record",
                                   "duties.1.catalogue": "custody-record"})
    assert "No count here asks for that: each rests on other law." in bottom_line(settled)
    assert "The theory may prove novel." in bottom_line(thin)
    assert "novel" not in bottom_line(drafted("virginia", {**THIN, "matter.kind": "detention"}))


def test_a_release_that_no_virginia_court_has_ordered_is_called_novel(
    virginia: MemoContext
) -> None:
    assert "The theory is novel: the duties “release” and “hour-48” (DUT019)" in bottom_line(virginia)
    source = next(row for row in virginia.authorities.printed if "19.2-152" in row.cite.plain)
    assert source.marks == "N"


def test_the_first_page_tells_the_positions_that_the_draft_takes(virginia: MemoContext) -> None:
    taken = [row for row in virginia.decisions if row.kind == "Confirm"]
    assert any("served by the jail’s own personnel" in row.decide.plain for row in taken)
    assert any("before the day of the act" in row.decide.plain for row in taken)


def test_a_law_read_after_the_as_of_date_is_said_to_be(virginia: MemoContext) -> None:
    assert "the law was read to November" in virginia.top.as_of


def test_a_theory_called_novel_is_a_note_to_review(federal: MemoContext) -> None:
    assert "the duty “certify” (DUT019)" in bottom_line(federal)
    assert int(federal.top.review) > 0


# --- the first page --------------------------------------------------------------------------


def test_the_first_page_lists_notes_then_weak_elements_then_blanks_by_person(
    thin: MemoContext,
) -> None:
    kinds = [row.kind for row in thin.decisions]
    order = ["Clear", "Decide", "Confirm", "Strengthen", "Have filled"]
    assert list(dict.fromkeys(kinds)) == order
    assert kinds == sorted(kinds, key=order.index)
    assert [row.number for row in thin.decisions] == [str(n + 1) for n in range(len(kinds))]
    assert "EVI015" not in words_of(thin.decisions)


def test_the_first_page_stays_one_page() -> None:
    many = {f"petitioners.{n}": {"id": f"p{n}", "name": f"Person {n}"} for n in range(2, 12)}
    words = drafted("federal", {**many, "respondents": [], "counsel": [], "relief": [],
                                "demands": [], "duties": [], "exhibits": [], "moa": None})
    assert len(words.decisions) <= 16 + 1 + 5 + 1 + 5 + 1
    assert "further elements with a gap" in words_of(words.decisions)


def test_more_notes_and_more_people_than_a_page_holds_are_counted() -> None:
    subject = matter("federal")
    many = tuple(Note(f"ELE{n:03}", Severity.STOP, "duties", f"Note {n} of ch. 2.", ())
                 for n in range(100, 120))
    blanks = tuple(OpenBlank("day", "", f"person {n}", "", "", PAPER) for n in range(9))
    words = memo(subject, dataclasses.replace(opening(subject), blanks=blanks), many, PAPERS)
    said = words_of(words.decisions)
    assert "7 further notes." in said
    assert "By 4 others." in said


def test_a_decision_is_told_in_two_sentences_and_an_abbreviation_ends_none() -> None:
    subject = matter("federal")
    note = Note("ELE100", Severity.STOP, "duties", "Read 2026 Va. Acts ch. 2 now. Then act on it. No more.", ())
    words = memo(subject, opening(subject), (note,), PAPERS)
    assert words.decisions[0].decide.plain == "Read 2026 Va. Acts ch. 2 now. Then act on it."


def test_a_note_found_twice_is_one_decision_with_both_places() -> None:
    words = drafted("federal", {"harms.0.says.0.say": "She earns $68 less each week.",
                                "harms.1.says.0.say": "It paid $1,840.",
                                "harms.1.redress": "no"})
    row = next(r for r in words.decisions if r.see.startswith("JUR020"))
    assert "(2 places)" in row.decide.plain
    assert row.where.count("¶") == 2


def test_with_nothing_open_the_first_page_has_positions_weak_points_and_what_to_collect() -> None:
    subject = matter("federal")
    words = memo(subject, dataclasses.replace(opening(subject), blanks=()), (), PAPERS)
    assert {row.kind for row in words.decisions} == {"Confirm", "Strengthen", "Collect"}
    assert words.decisions[-1].where == "3 exhibits"


def test_a_decision_on_a_duty_names_its_law_or_the_first_thing_asked_on_it() -> None:
    rows = [row for row in drafted("naturalization").decisions if row.kind == "Confirm"]
    assert [row.where.split()[0] for row in rows] == ["¶¶", "Prayer"]


def test_an_adverse_decision_is_named_only_in_a_kind_of_matter_that_it_meets() -> None:
    assert "S. Miami" in words_of(drafted("federal").authorities)
    assert "S. Miami" not in words_of(drafted("naturalization").authorities)


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
    looked = reader("federal")
    assert looked.cite("heckler-v-ringer").plain.endswith("(from memory: may not print)")
    assert "(" not in looked.cite("usc-28-2241").plain


def test_a_note_in_a_state_court_names_the_state_s_own_rule_on_signatures() -> None:
    state, federal = reader("virginia"), reader("federal")
    ids = ("frcp-11", "usc-5-704", "usc-8-1357-g")
    assert state.here(ids) == ("va-code-8-01-271-1", "usc-8-1357-g")
    assert federal.here(ids) == ids


def test_a_note_whose_sources_are_all_federal_procedure_is_good_practice_in_a_state_court() -> None:
    note = Note("EXH009", Severity.INFO, "remedies.0", "Still open.", ("usc-5-704", "frcp-10-c"))
    (row,) = note_groups(reader("virginia"), (note,))[2].rows
    assert row.sources.plain == "good practice"


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


def test_who_pleads_the_records_act_is_not_sent_to_it() -> None:
    words = drafted("virginia", {
        "relief.0.act": "produce the records of the Jail",
        "duties.0.catalogue": "state-records-production"})
    assert not any("records act" in row.remedy.plain for row in words.vehicle.better)


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


def test_a_note_on_words_of_ours_names_their_paragraph_and_a_note_on_bars_their_citations(
    federal: MemoContext,
) -> None:
    rows = {row.id: row for group in federal.groups for row in group.rows}
    paper = {line.number.rstrip("."): line.text for line in opening(matter("federal")).lines}
    assert "in the alternative" in paper[rows["JUR017"].where.removeprefix("¶").strip()]
    assert "1252" in rows["JUR025"].sources.plain


def test_a_petition_for_a_ruling_on_an_injunction_is_told_of_the_appeal_and_of_how_seldom_the_writ_comes() -> None:
    loaded = load(sample_files()["appellate-silence"], load_law())
    subject = Matter(loaded.case, load_law(), AS_OF)
    words = memo(subject, OpeningFacts(), run_checks(subject), PAPERS)
    said = words_of((words.top.bottom_line, words.vehicle, words.authorities, words.open.clocks))
    assert "seldom given to hurry a ruling" in said
    assert "appeal from what in effect refuses an injunction" in said
    assert "any claim for money" not in said
    assert "Ferre" not in said
