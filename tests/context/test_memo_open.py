"""The review memo: what is open, what goes stale, the timeline, the packet, the paper itself."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import pytest

from drafter.case import OpenQuestion
from drafter.checks import run_checks
from drafter.context.memo import MemoContext, PaperRow, memo
from drafter.context.memo.packet import packet_words
from drafter.context.memo.questions import question_words
from drafter.context.memo.reader import Reader, bare, excerpt, exhibits, pilcrow
from drafter.context.memo.timeline import WIDTH, bar
from drafter.context.opening import OpenBlank, OpeningFacts
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


@pytest.mark.parametrize(
    ("field", "about"),
    [
        ("exhibits.0.dated", "[x] (Memorandum of Agreement)"),
        ("remedies.0.number", "[x] (E-mail complaint to the agency’s own office)"),
        ("petitioners.1.residence_county", "[x] (Ms. Samplewell)"),
        ("respondents.1.address", "[x] (Riley Testfield)"),
        ("events.0.on", "[x]"), ("exhibits.77.dated", "[x]"), ("exhibits", "[x]"), ("moa.about", "[x]"),
    ],
)
def test_a_bare_label_says_whose_it_is(field: str, about: str) -> None:
    blank = OpenBlank("x", field, "", "", "", "Index")
    subject = matter("federal")
    found = Reader(subject, dataclasses.replace(opening(subject), blanks=(blank,)), PAPER)
    (group,) = question_words(found).groups
    assert [row.ask.plain for row in group.rows] == [about]


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


def test_a_question_on_a_field_that_cannot_hold_one_is_listed_too() -> None:
    subject = matter("virginia", THIN)
    asked = OpenQuestion(about="petitioners.0.name", ask="Is the trade name part of it?", of="the client")
    found = dataclasses.replace(subject, case=subject.case.model_copy(update={"questions": (asked,)}))
    rows = question_words(Reader(found, opening(found), PAPER)).unprinted
    assert ("petitioners.0.name", "Is the trade name part of it?", "the client") in [
        (row.field, row.words.plain, row.who.plain) for row in rows
    ]


def test_a_question_on_a_bracket_in_a_sentence_stands_beside_that_bracket() -> None:
    subject = matter("federal")
    asked = OpenQuestion(about="events.0.says.0.say", ask="Which of the two days?", of="the client")
    found = dataclasses.replace(subject, case=subject.case.model_copy(update={"questions": (asked,)}))
    blank = OpenBlank("what happened", "events.0.says.0.say", "", "", "9.", PAPER)
    words = question_words(Reader(found, dataclasses.replace(opening(found), blanks=(blank,)), PAPER))
    (group,) = words.groups
    assert [(row.ask.plain, row.who.plain) for row in group.rows] == [
        ("[what happened] Which of the two days?", "the client")
    ]
    assert "Which of the two days?" not in [row.words.plain for row in words.unprinted]


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
        ("moa.clauses.1", "agreement, section XVIII, page 9"), ("matter.kind", "the matter as a whole"),
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
    assert slips(tuple(line.text for line in paper.lines)) == []
    assert {blank.label for blank in paper.blanks} == {blank.label for blank in printed.blanks}


def test_a_memo_without_papers_still_names_the_paper_reviewed() -> None:
    words = memo(matter("federal"), OpeningFacts(), (), ())
    assert words.top.paper.plain.startswith("Complaint (0 numbered paragraphs")


def test_a_paper_that_is_rightly_absent_is_explained() -> None:
    said = words_of(packet_words(reader("federal"), PAPERS).missing)
    assert "No demand letter: a demand was made (¶" in said
    above = words_of(packet_words(reader("appellate"), PAPERS).missing)
    assert "a writ to a court takes none" in above
    assert "demand" not in above


def test_what_is_still_not_done_and_what_is_believed_is_looked_at_again(federal: MemoContext) -> None:
    rows = {row.item.plain: row.refresh.plain for row in federal.stale}
    undone = next(one for one in rows if one.startswith("Not done: “certify” (¶"))
    assert "whether it was done since" in rows[undone]
    assert any(one.startswith("No ruling") for one in
               (row.item.plain for row in drafted("appellate").stale))
