"""The review memo: what it holds for a clean federal case, a Virginia one, and a thin one."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import pytest

from drafter.checks import Note, Severity, run_checks
from drafter.context.memo import MemoContext, PaperRow, memo
from drafter.context.memo.authorities import printed_in
from drafter.context.memo.efforts import effort_rows
from drafter.context.memo.packet import packet_words
from drafter.context.memo.proof import fact_rows
from drafter.context.memo.questions import question_words
from drafter.context.memo.reader import Reader, bare, excerpt, exhibits, pilcrow
from drafter.context.memo.timeline import WIDTH, bar
from drafter.context.opening import OpenBlank, OpeningFacts, PrintedLine
from drafter.proofread import judge, lint, slips
from drafter.render import Ledger, Template
from drafter.wording.text import Cite, Mark, Ref, Text
from tests.checks.cases import matter
from tests.context.memo_case import PAPER, PAPERS, THIN, drafted, opening, reader, words_of

TEMPLATE = Path(__file__).parents[2] / "templates" / "review_memo.docx"


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
                                "events.0.limit": None})
    assert "novel" not in bottom_line(words)


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
        ({"petitioners": []}, "Standing", "no petitioner is named"),
        ({"respondents": []}, "Officer with power over the act", "no respondent is named"),
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


def test_weak_points_are_those_of_the_catalogue_and_of_the_court(federal: MemoContext) -> None:
    said = words_of(federal.weak)
    assert "“Adequate” is judgment. Ask that the certification exist, not that it be better." in said
    assert "In this court: United States District Court for the Middle District of Alabama" in said


def test_a_virginia_petition_asks_who_swears() -> None:
    words = drafted("virginia", {"verification": []})
    row = next(r for r in words.elements if r.element.plain == "Verification by oath")
    assert row.gap.startswith("nobody is recorded as swearing")


# --- efforts ---------------------------------------------------------------------------------


def test_days_open_run_to_the_day_of_the_draft() -> None:
    words = drafted("federal", {
        "remedies.0.is_open": "yes", "remedies.0.answered_on": {"not_applicable": "none came"}})
    assert words.efforts[0].state == "open 232\u00a0days"


def test_an_answer_ends_the_count() -> None:
    first, second = drafted("federal").efforts
    assert (first.state, second.state) == ("answered after 63\u00a0days", "answered after 82\u00a0days")
    assert second.answer.plain == "Oct. 14, 2026: Refused. He declined the act."


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"remedies.0.made_on": None}, "no day to count from"),
        ({"remedies.0.made_on": "2026-12-24"}, "lies ahead"),
        ({"remedies.0.answered_on": None, "remedies.0.is_open": "no"}, "closed"),
        ({"remedies.0.answered_on": None, "remedies.0.is_open": None},
         "232\u00a0days; state not recorded"),
        ({"remedies.0.answered_on": "2026-04-07"}, "answered after 1\u00a0day"),
    ],
)
def test_the_state_of_a_step_is_told_as_far_as_it_is_known(
    changes: dict[str, object], state: str
) -> None:
    assert state in {row.state for row in effort_rows(reader("federal", changes))}


def test_what_a_step_lacks_is_a_gap() -> None:
    bare_step = {"id": "call", "channel": "program-office", "step": "Call to the office"}
    nothing = {"id": "letter"}
    rows = effort_rows(reader("federal", {"remedies": [bare_step], "demands": [nothing]}))
    assert {row.gap for row in rows} == {
        "no date, no answer, no source, no why it does not answer",
        "no date, no recipient, no proof, no proof of silence",
    }


def test_a_number_may_be_asked_or_not_apply() -> None:
    asked = reader("federal", {"remedies.0.number": {"ask": "Which number?"}})
    none = reader("federal", {"remedies.0.number": {"not_applicable": "none was given"}})
    assert effort_rows(asked)[0].number.plain == "to be asked"
    assert effort_rows(none)[0].number.plain == "none: none was given"


def test_a_verification_may_show_a_step() -> None:
    rows = effort_rows(reader("federal", {"remedies.0.sources": [
        {"verification": "samplewell"}, {"exhibit": "opr-mail", "at": "1"}]}))
    assert "verification; Ex." in rows[0].shown_by.plain


# --- facts, exhibits -------------------------------------------------------------------------


def _fact(base: str, changes: dict[str, object], mark: str) -> tuple[str, str, str]:
    known = reader(base, changes)
    row = next(r for r in fact_rows(known) if r.paragraph == known.paragraphs([mark]))
    return row.shown_by.plain, row.known_how, row.gap


def test_each_paragraph_of_fact_names_its_source_and_the_kind_of_knowledge() -> None:
    shown, how, gap = _fact("federal", {}, "first-stop")
    assert (shown[:3], shown[-4:], how, gap) == ("Ex.", "at 2", "record", "☐")


def test_a_declaration_is_first_hand() -> None:
    assert _fact("federal", {}, "longer-road")[1] == "first-hand"


def test_a_verification_is_first_hand_and_named() -> None:
    shown, how, _ = _fact("virginia", {}, "released")
    assert ("Ms. Fabula, verification" in shown, how) == (True, "first-hand")


def test_a_belief_without_a_basis_is_a_gap() -> None:
    _, how, gap = _fact("virginia", THIN, "held")
    assert (how, gap.split(";")[0]) == ("belief", "no basis for the belief")


def test_a_fact_without_a_source_is_a_gap() -> None:
    changes = {"events.0.says": [{"say": "A deputy stopped her."}]}
    assert _fact("federal", changes, "first-stop") == ("", "not recorded", "no source")


def test_a_fact_that_leads_to_other_paragraphs_says_so() -> None:
    assert _fact("federal", {}, "neglect-certify-1")[1] == "by the paragraphs it names"


def test_the_introduction_is_told_again_in_the_facts() -> None:
    assert _fact("federal", {}, "summary-1")[1:] == ("told again in the facts", "☐")


def test_a_blank_in_a_fact_is_a_gap() -> None:
    changes = {"events.0.says.0.say": "He stopped her at [?time of the stop]."}
    assert _fact("federal", changes, "first-stop")[2] == "blank: time of the stop"


def test_a_block_quotation_counts_as_a_source() -> None:
    says = [{"say": "It wrote:", "quote": {"words": "No record.", "exhibit": "foia", "at": "4"}}]
    subject = reader("federal", {"events.1.says": says})
    row = next(r for r in fact_rows(subject) if r.begins.plain.startswith("On May 21"))
    assert row.shown_by.plain.endswith("at 4")


def test_exhibits_stand_by_letter_and_those_not_cited_last() -> None:
    extra = {"id": "map", "title": "Map", "dated": {"not_applicable": "no date"}, "sealed": "yes",
             "privileged": "yes"}
    rows = drafted("federal", {"exhibits.6": extra}).exhibits
    assert [row.label for row in rows][-1] == "not cited"
    assert rows[-1].title.plain == "Map (privileged) (under seal)"
    assert [row.label for row in rows][:-1] == sorted(row.label for row in rows[:-1])
    assert rows[-1].pages == "?"


# --- authorities -----------------------------------------------------------------------------


def test_the_longest_citation_wins_over_its_section() -> None:
    subject = reader("federal")
    cite = subject.matter.law.authorities["usc-8-1357-g-2"].cite
    lines = (PrintedLine("Allegation", "7.", f"So says {cite.replace(' ', chr(160))}."),)
    printed = Reader(subject.matter, OpeningFacts(lines=lines), PAPER)
    assert printed_in(printed) == {"usc-8-1357-g-2": ["¶\u00a07"]}


def test_places_are_told_as_title_count_prayer_and_front() -> None:
    subject = reader("federal")
    cite = subject.matter.law.authorities["usc-28-1361"].cite
    lines = (
        PrintedLine("Body", "", cite),
        PrintedLine("CaptionTitle", "", cite),
        PrintedLine("HeadingCount", "Count II", cite),
        PrintedLine("Block Quote", "", cite),
        PrintedLine("PrayerItem", "A.", cite),
    )
    printed = Reader(subject.matter, OpeningFacts(lines=lines), PAPER)
    assert printed_in(printed)["usc-28-1361"] == ["front", "title", "Count II", "Prayer A"]


def test_what_travels_with_an_authority_and_adverse_law_stand_beside_it(
    federal: MemoContext,
) -> None:
    beside = {row.cite.plain: row for row in federal.authorities.beside}
    ferre = next(row for cite, row in beside.items() if cite.startswith("Ferre"))
    assert ferre.marks == "A"
    printed = {row.cite.plain for row in federal.authorities.printed}
    assert printed
    assert not printed & set(beside)


def test_a_novel_source_is_marked(federal: MemoContext) -> None:
    marks = {row.cite.plain: row.marks for row in federal.authorities.printed}
    source = reader("federal").matter.law.authorities["usc-8-1357-g-2"]
    assert marks[source.cite] == "N"


def test_every_authority_has_a_box_and_a_source_that_is_listed(federal: MemoContext) -> None:
    keys = {row.key for row in federal.authorities.read}
    for row in (*federal.authorities.printed, *federal.authorities.beside):
        assert row.box.startswith("☐")
        assert row.provenance.plain.rpartition("(")[2].rstrip(")") in keys


# --- the agreement ---------------------------------------------------------------------------


def test_clauses_stand_in_their_exact_words_with_page_and_force(federal: MemoContext) -> None:
    row = federal.moa.rows[0]
    assert row.words.plain == (
        "“ICE will certify in writing the names of those LEA personnel who successfully complete "
        "training and pass all required testing.”"
    )
    assert (row.section.plain, row.page) == ("IX", "4")
    assert row.force.plain.startswith("high; binds ICE")
    assert row.used == "memo only; duty “certify”"


def test_a_clause_that_is_pleaded_names_its_paragraph() -> None:
    words = drafted("federal", {"moa.clauses.0.use": "Section IX says:", "moa.clauses.0.heading": "X"})
    assert words.moa.rows[0].used.startswith("¶")
    assert words.moa.rows[0].section.plain == "IX, X"


def test_the_clause_against_us_is_shown_with_its_effect(federal: MemoContext) -> None:
    assert [row.section.plain for row in federal.moa.against] == ["XVIII"]
    assert "no source of a duty" in federal.moa.against[0].effect.plain


def test_no_clause_against_us_is_a_gap_in_the_record() -> None:
    words = drafted("federal", {"moa.clauses": []})
    assert words.moa.none.startswith("No clause is recorded")
    assert "a gap in the record, not a finding" in words.moa.no_against


def test_an_id_of_an_adverse_clause_is_spelled_out(virginia: MemoContext) -> None:
    force = virginia.moa.rows[0].force.plain
    assert "AC14" not in force
    assert "paid detention" in force


def test_a_form_that_is_not_in_the_table_is_called_so() -> None:
    words = drafted("federal", {
        "moa.form_revision": "2026-01-05", "moa.signed_on": None, "moa.exhibit": None})
    assert "not in our table" in words.moa.absent.plain
    assert "date of signature not recorded" in words.moa.about.plain


def test_a_case_without_an_agreement_quotes_nothing(thin: MemoContext) -> None:
    assert thin.moa.none == "The case file holds no agreement. Nothing may be quoted from a form."
    assert thin.moa.about.plain == ""


# --- blanks ----------------------------------------------------------------------------------


@pytest.mark.parametrize("base", ["federal", "virginia"])
def test_the_brackets_listed_are_the_brackets_of_the_papers(base: str) -> None:
    subject = matter(base, THIN if base == "virginia" else None)
    printed = opening(subject)
    words = memo(subject, printed, (), PAPERS)
    listed = sum(int(row.brackets) for group in words.open.groups for row in group.rows)
    assert listed == len(printed.blanks)
    assert f"Brackets listed here: {listed}" in words.open.count or not listed


def test_what_decides_the_case_is_asked_first_and_form_last(thin: MemoContext) -> None:
    asks = [row.ask.plain for group in thin.open.groups for row in group.rows]
    assert thin.open.groups[0].heading == "First: what decides whether there is a case"
    assert asks[0].startswith("[name of officer] Who is the sheriff now?")
    numbers = [row.number for group in thin.open.groups for row in group.rows]
    assert numbers == [str(n + 1) for n in range(len(asks))]


def _asked(*blanks: OpenBlank) -> list[tuple[str, str, str]]:
    subject = matter("federal")
    found = Reader(subject, dataclasses.replace(opening(subject), blanks=blanks), PAPER)
    words = question_words(found)
    return [(row.brackets, row.where, row.who.plain) for g in words.groups for row in g.rows]


def test_one_question_clears_the_same_bracket_in_every_paper() -> None:
    one = OpenBlank("bar number", "counsel.0.bar_number", "counsel", "", "", PAPER)
    other = dataclasses.replace(one, paper="Letter to the Clerk")
    assert _asked(one, other) == [
        ("2", f"{PAPER}: signature block; Letter to the Clerk", "counsel")
    ]


def test_a_place_is_a_paragraph_an_item_or_a_count() -> None:
    blanks = [OpenBlank("x", "moa.about", "", "", place, PAPER) for place in ("12.", "A.", "Count I")]
    assert _asked(*blanks) == [
        ("3", f"{PAPER}: ¶\u00a012, item A, Count I", "the agency, or its signed paper")
    ]


def test_no_bracket_is_said_in_one_line() -> None:
    subject = matter("federal")
    found = Reader(subject, OpeningFacts(), PAPER)
    assert question_words(found).count == "Brackets in the papers to be filed or sent: 0."


def test_a_question_that_prints_no_bracket_is_listed(thin: MemoContext) -> None:
    assert [(row.field, row.words.plain) for row in thin.open.unprinted] == [
        ("petitioners.0.custody", "Is he held?")
    ]


def test_what_does_not_apply_stands_with_its_reason(federal: MemoContext) -> None:
    assert [(row.field, row.words.plain) for row in federal.open.not_applicable] == [
        ("moa.paid_detention", "this form has no clause on holds")
    ]


def test_clocks_come_before_all(thin: MemoContext) -> None:
    said = " ".join(row.do.plain for row in thin.open.clocks)
    for words in ("limitation and notice dates", "keep its records and video", "conflicts"):
        assert words in said


def test_a_hearing_and_a_pending_answer_are_clocks() -> None:
    words = drafted("virginia", {"demands.0.answer_by": "2026-12-01",
                                 "demands.0.answered_on": None})
    said = " ".join(row.do.plain for row in words.open.clocks)
    assert "Hearing on Dec. 18, 2026, in 24 days." in said
    assert "was asked for by Dec. 1, 2026." in said


# --- stale, timeline, packet -----------------------------------------------------------------


def test_what_goes_stale_has_its_day(federal: MemoContext) -> None:
    rows = {row.item.plain.split(":")[0]: row.as_of.plain for row in federal.stale}
    assert rows["Officeholder"] == "November 20, 2026, agency website"
    assert rows["Agreement with the Fixture County Sheriff’s Office"] == "Nov. 20, 2026"
    assert any(item.startswith("Filing fee") for item in rows)
    assert any("drafting software" in item for item in rows)


def test_open_steps_and_unconfirmed_points_go_stale() -> None:
    words = drafted("virginia", {"remedies": [
        {"id": "iad", "channel": "lea-internal-affairs", "step": "Complaint", "is_open": "yes"}]})
    said = " ".join(row.item.plain for row in words.stale)
    for part in ("Still open: Complaint", "Demand without an answer", "Not confirmed for this court"):
        assert part in said


def test_a_status_that_was_never_looked_up_has_no_day() -> None:
    words = drafted("federal", {"moa.status": None, "moa.status_as_of": None,
                                "respondents.1.holder_checked_on": None,
                                "respondents.1.office": None})
    rows = {row.item.plain: row.as_of.plain for row in words.stale}
    assert rows["Agreement with the Fixture County Sheriff’s Office: status not recorded"] == (
        "day not recorded"
    )
    assert rows["Officeholder: Riley Testfield, office not recorded"] == "not recorded"


def test_the_timeline_runs_by_date_and_counts_the_days_between(federal: MemoContext) -> None:
    rows = federal.time.rows
    assert (rows[0].date, rows[0].days) == ("Apr. 22, 2025", "")
    assert (rows[1].date, rows[1].days) == ("Jan. 14, 2026", "+267")
    assert rows[-1].kind == "AS OF"
    assert all(len(row.bar) == WIDTH for row in rows)


def test_a_bar_darkens_the_time_since_the_row_above() -> None:
    first, last = dt.date(2026, 1, 1), dt.date(2026, 1, 21)
    assert bar(first, last, first, dt.date(2026, 1, 11)) == "█" * 10 + "░" * 10
    assert bar(first, last, last, last).endswith("█")
    assert bar(first, first, first, first) == "█" + "░" * (WIDTH - 1)


def test_events_without_a_day_are_named_below(thin: MemoContext) -> None:
    assert thin.time.undated.startswith("Without a day: ¶")
    assert thin.time.scale == ""


def test_papers_stand_in_the_order_of_the_packet(federal: MemoContext) -> None:
    assert [row.file for row in federal.packet.rows] == [
        "file/01-complaint.docx", "send/01-clerk-letter.docx", "keep/01-review-memo.docx"
    ]


def test_papers_that_are_wanting_are_named(federal: MemoContext) -> None:
    said = " ".join(one.plain for one in federal.packet.missing)
    for paper in ("A proposed order", "Data for the summonses", "The disclosure statement"):
        assert paper in said
    assert "letter to the clerk" not in said


def test_a_paper_that_is_there_is_not_called_missing() -> None:
    papers = (*PAPERS, PaperRow("file", "proposed-order", "Proposed Order"),
              PaperRow("file", "other", "Something Else"))
    words = packet_words(reader("federal"), papers)
    assert "proposed order" not in words_of(words.missing)
    assert "Read it against the opening paper." in words_of(words.rows)


def test_a_pseudonym_a_seal_and_a_minor_each_need_a_step() -> None:
    words = drafted("federal", {
        "petitioners.1.pseudonym": "yes", "petitioners.1.minor": "yes", "exhibits.0.sealed": "yes",
        "related_cases": [{"name": "Sample v. Example", "court": "Circuit Court"}], "counsel": []})
    said = words_of(words.packet)
    for part in ("motion for leave to proceed under a pseudonym", "A motion to seal Ex.",
                 "A minor sues", "Related case to note", "Name the lawyer who will sign",
                 "Pseudonym: Benedita Samplewell"):
        assert part in said


def test_the_united_states_is_asked_for_no_waiver_of_service(federal: MemoContext) -> None:
    said = words_of(federal.packet.service)
    assert "ask for no waiver" in said
    assert "United States Attorney for the Middle District of Alabama" in said
    assert "Attorney General of the United States" in said


def test_a_state_petition_is_served_before_the_application(virginia: MemoContext) -> None:
    assert "served first" in words_of(virginia.packet.service)


def test_nobody_can_be_served_where_no_respondent_is_named() -> None:
    assert "nobody can be served" in words_of(
        drafted("virginia", {"respondents": []}).packet.service)
    assert "(none is named)" in words_of(drafted("federal", {"respondents": []}).packet.service)


# --- the reader ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "mark"),
    [
        ("matter.summary.0", "summary-1"), ("forum.venue.0.because", "venue-0"),
        ("forum.court", "jurisdiction"), ("petitioners.1.custody", "petitioner-samplewell"),
        ("respondents.0", "respondent-ice"), ("duties.0", "duty-certify"),
        ("duties.0.owed.0", "owed-certify-1"), ("duties.0.neglect", "neglect-certify-1"),
        ("events.1.says.0.say", "no-record"), ("demands.0.to", "demand"),
        ("harms.0", "longer-road"), ("remedies.0", "opr"), ("remedies.0.inadequate", "remedy-opr"),
        ("moa.signed_on", "moa"), ("moa.status", "moa-status"), ("moa.clauses.9", "moa"),
    ],
)
def test_a_field_leads_to_the_paragraph_that_prints_it(field: str, mark: str) -> None:
    known = reader("federal")
    assert known.where(field) == known.paragraphs([mark])


@pytest.mark.parametrize(
    ("field", "place"),
    [
        ("relief.0.days", "Prayer A"), ("counsel.0.bar_number", "signature block"),
        ("counsel", "signature block"), ("petitioners", "caption"), ("forum.division", "caption"),
        ("moa.clauses.1", "agreement, section XVIII, page 9"), ("matter.kind", "matter.kind"),
        ("events.77", "events.77"), ("dismissals.0", "dismissals.0"), ("verification.0", "verification.0"),
        ("remedies_not_tried.0", "remedies_not_tried.0"), ("verification", "verification"),
        ("real_parties.0", "real_parties.0"),
    ],
)
def test_a_field_without_a_paragraph_is_told_in_words_or_by_its_path(
    field: str, place: str
) -> None:
    changes = {"real_parties": [{"id": "county", "name": "Fixture County", "interest": "It pays."}],
               "verification": [{"petitioner": "samplewell"}],
               "dismissals": [{"id": "X", "reason": "r", "by": "b", "on": "2026-11-20"}]}
    assert reader("federal", changes).where(field) == place


def test_an_exhibit_is_told_by_letter_and_paragraphs() -> None:
    known = reader("federal")
    index = [e.id for e in known.case.exhibits].index("log")
    assert known.where(f"exhibits.{index}") == (
        f"{known.opening.label('log')} ({pilcrow(known.opening.cites['log'])})"
    )


def test_words_of_the_paper_print_numbers_and_letters() -> None:
    printed = OpeningFacts(labels={"log": "C"}, numbers={"stop": "12."})
    known = Reader(matter("federal"), printed, PAPER)
    text = Text.of(Mark("here"), "As ¶ ", Ref("stop"), " and ", Ref("none"), " (", Cite("log", "2"),
                   "; ", Cite("map"), ")")
    assert known.plain(text).plain == "As ¶ 12 and (not printed) (Ex. C at 2; exhibit “map”)"
    assert known.say("At [?time of release].").plain == "At [time of release]."


def test_numbers_stand_together() -> None:
    assert pilcrow(["3", "1.", "2", "7", "8", "Count I"]) == "¶¶\u00a01-3, 7, 8; Count I"
    assert pilcrow(["5"]) == "¶\u00a05"
    assert pilcrow([]) == exhibits([]) == ""
    assert exhibits(["A"]) == "Ex.\u00a0A"
    assert exhibits(["A", "C"]) == "Exs.\u00a0A, C"
    assert bare("12. ") == "12"


def test_an_excerpt_is_cut_between_words() -> None:
    assert excerpt("short") == "short"
    assert excerpt("one two, three four", 10) == "one two …"


def test_an_opening_paper_tells_its_letters_and_numbers() -> None:
    printed = OpeningFacts(labels={"log": "C"}, numbers={"stop": "12"})
    assert (printed.label("log"), printed.label("map")) == ("Ex. C", "")
    assert (printed.paragraph("stop"), printed.paragraph("none")) == ("¶ 12", "")


# --- the paper -------------------------------------------------------------------------------


def test_the_template_asks_for_every_word_and_for_no_other() -> None:
    report = lint(TEMPLATE.read_bytes(), "review_memo", MemoContext)
    assert (report.problems, report.unused) == ([], [])


@pytest.mark.parametrize(
    ("base", "changes"), [("federal", None), ("virginia", None), ("virginia", THIN)]
)
def test_the_memo_prints_and_passes_its_last_check(
    base: str, changes: dict[str, object] | None
) -> None:
    subject = matter(base, changes)
    printed = opening(subject)
    words = memo(subject, printed, run_checks(subject), PAPERS)
    paper = Template.open(TEMPLATE.read_bytes(), "review_memo").fill(
        words, Ledger(printed.labels), title="Review memo")
    assert judge(paper.data, "keep") == []
    assert slips([line.text for line in paper.lines]) == []
    assert {blank.label for blank in paper.blanks} == {blank.label for blank in printed.blanks}


def test_a_memo_without_papers_still_names_the_paper_reviewed() -> None:
    words = memo(matter("federal"), OpeningFacts(), (), ())
    assert words.top.paper.plain.startswith("Complaint (0 numbered paragraphs")
