"""The review memo: efforts, facts and their proof, authorities, the agreement."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from drafter.context.memo import MemoContext
from drafter.context.memo.authorities import printed_in
from drafter.context.memo.efforts import effort_rows
from drafter.context.memo.proof import fact_rows
from drafter.context.memo.reader import Reader
from drafter.context.opening import OpeningFacts, PrintedLine
from tests.context.memo_case import PAPER, THIN, drafted, reader


@pytest.fixture(scope="module")
def federal() -> MemoContext:
    return drafted("federal")


@pytest.fixture(scope="module")
def virginia() -> MemoContext:
    return drafted("virginia")


@pytest.fixture(scope="module")
def thin() -> MemoContext:
    return drafted("virginia", THIN)


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


def _fact(base: str, changes: Mapping[str, object], mark: str) -> tuple[str, str, str]:
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
