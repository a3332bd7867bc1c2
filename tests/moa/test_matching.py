"""Finding words among signs: noise is allowed for, other words are not taken for them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.moa.matching import Finder, _nearest
from drafter.moa.sections import Outline, sentence
from drafter.moa.signs import Script, fold, one_line

CLAUSE = "ICE will certify in writing the names of those LEA personnel who complete training."


def _slow(wanted: str, text: str) -> int:
    """The fewest changes, by the whole table."""
    row = [0] * (len(text) + 1)
    for n, sign in enumerate(wanted, 1):
        new = [n]
        for m, other in enumerate(text, 1):
            new.append(min(row[m] + 1, new[-1] + 1, row[m - 1] + (sign != other)))
        row = new
    return min(row)


@given(st.text("abc", min_size=1, max_size=12), st.text("abc", max_size=30))
def test_the_fewest_changes_are_those_of_the_whole_table(wanted: str, text: str) -> None:
    assert _nearest(wanted, text)[0] == _slow(wanted, text)


@pytest.mark.parametrize("printed", [
    CLAUSE,
    CLAUSE.replace(" ", "  \n"),
    "ICE will certify in wri-\nting the names ofthose LEA person- nel who complete training.",
    "ICE wi11 certify in writing the narnes of those LEA personne1 who cornplete training.",
    "ICE will c~rtify in vvriting the names of those LEA personnel who compIete trainlng.",
])
def test_noise_of_layout_and_of_scans_hides_no_clause(printed: str) -> None:
    script = Script([f"Other words stand before. {printed} And others after."])
    hit = Finder(script).first(CLAUSE)
    assert hit is not None
    assert hit.likeness >= 0.9
    assert one_line(printed).rstrip(".") in script.words(script.span(hit.start, hit.end)) + "."


@pytest.mark.parametrize("printed", [
    "ICE may train the names of the personnel whom it employs, and pay for their travel.",
    "The LEA will certify that the costs of training were paid by those who complete it.",
    "",
])
def test_other_words_are_not_taken_for_a_clause(printed: str) -> None:
    assert Finder(Script([printed])).first(CLAUSE) is None


def test_short_words_must_agree_wholly() -> None:
    finder = Finder(Script(["The chief shall remove them."]))
    assert finder.first("shall remove") is not None
    assert finder.first("shall removo") is None
    assert finder.likest("x") is None
    assert finder.every("") == []


def test_words_are_found_across_a_page_with_its_foot_and_number_between() -> None:
    foot = "Specimen County Sheriff's Office 3 Revised 03/07/2025"
    pages = [f"Head\nICE will certify in writing\n{foot}", f"the names of those LEA personnel\n{foot}"]
    script = Script(pages)
    hit = Finder(script).first("ICE will certify in writing the names of those LEA personnel")
    assert hit is not None
    span = script.span(hit.start, hit.end)
    assert (span.page, span.last_page) == (0, 1)
    assert script.words(span) == "ICE will certify in writing the names of those LEA personnel"


def test_the_agencys_own_name_counts_as_the_forms_word_for_it() -> None:
    name = re.compile(r"Specimen\s+County\s+Sheriff's\s+Office|\bSCSO\b")
    script = Script(["The Specimen County\nSheriff's Office shall notify SCSO personnel."], [name])
    hit = Finder(script).first("The LEA shall notify LEA personnel")
    assert hit is not None
    assert script.words(script.span(hit.start, hit.end)).startswith("The Specimen County Sheriff's")


def test_running_heads_and_page_numbers_are_no_part_of_the_text() -> None:
    pages = [f"Memorandum of samples\nwords {n} of this page\n\n{n}" for n in range(1, 6)]
    assert all("Memorandum" not in page for page in Script(pages).pages)
    assert all(f"words {n}" in page for n, page in enumerate(Script(pages).pages, 1))


@pytest.mark.parametrize(("page", "words", "whole"), [
    ("It is so. Any such thing must be done by U.S. officers. Then more.", "must be done",
     "Any such thing must be done by U.S. officers."),
    ("B. NOMINATION OF PERSONNEL\nAll must be citizens of it.\nC. TRAINING", "must be citizens",
     "All must be citizens of it."),
    ("is set in Appendix A. The next one must be read", "must be read", "The next one must be read"),
    ("See it.\n• Personnel must report claims;\n• Others may not.", "must report", "Personnel must report claims"),
    ("28 U.S.C. 2671.In addition they will be deemed so. x", "will be deemed", "In addition they will be deemed so."),
    ("A. Referral of Complaints to Internal Affairs\nThe office will refer them.", "will refer", "The office will refer them."),
    ("Only these (Aug. 2000) must be read (e.g. by all). No.", "must be read", "Only these (Aug. 2000) must be read (e.g. by all)."),
])
def test_the_sentence_around_words_is_whole(page: str, words: str, whole: str) -> None:
    script = Script([page])
    hit = Finder(script).first(words)
    assert hit is not None
    assert script.words(sentence(script, script.span(hit.start, hit.end))[0]) == whole


def test_a_sentence_without_end_is_cut_at_the_words_found() -> None:
    script = Script(["word " * 400 + "must be done " + "word " * 400])
    hit = Finder(script).first("must be done")
    assert hit is not None
    assert script.words(sentence(script, script.span(hit.start, hit.end))[0]) == "must be done"


def test_a_sentence_that_began_on_the_page_before_is_said_to_run_on() -> None:
    script = Script(["It may be based", "on an oral agreement of both. Then."])
    hit = Finder(script).first("oral agreement of both")
    assert hit is not None
    span, runs_on = sentence(script, script.span(hit.start, hit.end))
    assert runs_on
    assert script.words(span) == "on an oral agreement of both."


def test_a_numeral_hurt_by_a_scan_is_put_right_and_a_lost_one_is_not_guessed() -> None:
    pages = [
        (
            "I. PURPOSE\nwords\nll. AUTHORITY\nhere\nIV. TRAINING\nA. FIRST THINGS\nmust\n"
            "D. LAST THINGS\nmust too\nA. FIRST AGAIN\nlost\nB. UNHEARD OF\nlost too"
        )
    ]
    outline = Outline(Script(pages), {"V.A": "First again"})
    assert [one.section for one in outline.headings] == [
        "I", "II", "IV", "IV.A", "IV.D", "V.A", "",
    ]
    script = Script(pages)
    hit = Finder(script).first("lost")
    assert hit is not None
    assert outline.at(script.span(hit.start, hit.end), "V.A") == ("V.A", "FIRST AGAIN")


def test_fold_takes_ligatures_quotes_and_twins_for_one() -> None:
    assert fold("oﬃcer’s “modern” Al1") == fold('officers" "modem" ALL')


def test_an_appendix_named_at_the_head_of_a_line_is_no_heading() -> None:
    pages = [("XV. COMPLAINT PROCEDURES\nThe procedure is included at\nAppendix B.\n"
             "XVI. CIVIL RIGHTS STANDARDS\nbound by law"), "APPENDIX B {\nCOMPLAINT PROCEDURE"]
    known = {"XV": "Complaint procedures", "XVI": "Civil rights standards"}
    told = [one.section for one in Outline(Script(pages), known).headings]
    assert told == ["XV", "XVI", "Appendix B"]


def test_on_a_scan_the_words_of_a_heading_mend_its_numeral_and_in_print_they_do_not() -> None:
    pages = ["IX. CERTIFICATION\nhere\nX. ICE SUPERVISION\nthere"]
    known = {"IX": "Certification", "XI": "ICE supervision"}
    assert [one.section for one in Outline(Script(pages), known, [1]).headings] == ["IX", "XI"]
    assert [one.section for one in Outline(Script(pages), known).headings][1] == "X"
