"""The caption, the claim and the prayer as each State has them, read off the printed petition."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from drafter.case import Case
from drafter.checks import run_checks
from drafter.context.notice import notice_of_application
from drafter.context.opening import OpeningFacts
from drafter.context.petition import petition
from drafter.drafting import draft
from drafter.law import load_law
from drafter.papers import PETITION, PLEADING, opening_spec
from drafter.render import Ledger, Paper, Template, shipped_template
from tests.context.papers_of import AS_OF, STATE, matter

LAW = load_law()
STATES = [key for key, one in LAW.forums.items() if one.vehicle == "state-petition"]
RELIEF = [
    {"id": "order", "kind": "writ", "actors": ["sheriff"], "act": "release her", "days": "2",
     "duties": ["release"]},
    {"id": "all", "kind": "other"},
]
COUNSEL = [{"name": "Perrin Errata", "bar_number": "00000", "firm": "Specimen Desk",
            "address": "1 Lantern Row", "telephone": "(555) 555-0142",
            "email": "desk@example.org"}]


def opened(court: str, **parts: object) -> Paper:
    given = matter(STATE, **{
        "forum": {"court": court, "county": "Specimen County"}, "relief": RELIEF,
        "counsel": COUNSEL, **parts})
    name = opening_spec(given).template
    words = petition(given, "DRAFT")
    return Template.open(shipped_template(name), name).fill(words, Ledger(), title="t")


def lines(court: str, **parts: object) -> list[str]:
    return [line.text.replace("\u00a0", " ") for line in opened(court, **parts).lines]


def head(court: str, **parts: object) -> list[str]:
    """What stands above the introduction."""
    printed = lines(court, **parts)
    return printed[: next(n for n, one in enumerate(printed) if one.upper() == "INTRODUCTION")]


@pytest.mark.parametrize("court", STATES)
def test_a_petition_prints_in_each_state_without_a_brace_or_a_doubled_stop(court: str) -> None:
    text = "\n".join(lines(court))
    assert "{" not in text
    assert not re.search(r"\.\.|  ", text)
    forum = LAW.forums[court]
    assert f"{forum.writ[0].upper()}{forum.writ[1:]} requires" in text
    assert f"Award a {forum.remedy} commanding" in text


@pytest.mark.parametrize("court", STATES)
def test_what_a_forum_has_unconfirmed_is_noted_with_its_fields(court: str) -> None:
    given = matter(STATE, forum={"court": court, "county": "Specimen County"})
    notes = [note for note in run_checks(given) if note.id == "LAW003"]
    assert bool(notes) is bool(LAW.forums[court].unconfirmed)


def test_ohio_sues_in_the_name_of_the_state_on_relation_of_the_relator() -> None:
    caption = head("oh-common-pleas")
    assert "STATE OF OHIO ex rel. ANN SAMPLE," in caption
    assert "Relator," in caption


def test_florida_never_sues_on_the_relation_of_the_state() -> None:
    assert not any("ex rel" in line for line in lines("fl-circuit"))


def test_florida_names_the_judicial_circuit_or_asks_for_its_number() -> None:
    assert any("number of the judicial circuit" in line for line in lines("fl-circuit"))


def test_alabama_s_relation_stands_in_a_bracket_until_it_is_confirmed() -> None:
    assert "[STATE OF ALABAMA ex rel.: attorney to confirm] ANN SAMPLE," in head("al-circuit")


def test_new_york_opens_with_the_application_and_names_the_article() -> None:
    caption = head("ny-supreme")
    assert caption[:3] == ["SUPREME COURT OF THE STATE OF NEW YORK", "COUNTY OF SPECIMEN", ""]
    start = caption.index("In the Matter of the Application of")
    assert caption[start:start + 5] == [
        "In the Matter of the Application of", "ANN SAMPLE,", "Petitioner,",
        "for a Judgment under Article 78 of the Civil Practice Law and Rules,", "-against-",
    ]
    assert "Index No. ____________________" in caption


def test_california_puts_counsel_first_and_the_statutes_beside_the_parties() -> None:
    caption = head("ca-superior")
    assert caption[0] == "Perrin Errata, 00000"
    assert caption.index("SUPERIOR COURT OF THE STATE OF CALIFORNIA") > caption.index(
        "desk@example.org")
    beside = next(line for line in caption if line.startswith("VERIFIED PETITION"))
    assert "Cal. Code Civ. Proc. § 1085" in beside


def test_arizona_s_paper_is_a_complaint_for_special_action_of_plaintiff_and_defendant() -> None:
    caption = "\n".join(head("az-superior"))
    assert "COMPLAINT FOR SPECIAL ACTION" in caption
    assert "Plaintiff," in caption
    assert "Defendant." in caption


def test_pennsylvania_leaves_the_top_of_the_first_sheet_blank() -> None:
    first, second = opened("pa-common-pleas").lines[:2]
    assert (first.style, first.text) == ("Blank Top", "")
    assert second.text == "IN THE COURT OF COMMON PLEAS OF"
    assert opened("va-circuit").lines[0].style == "Caption Court"


def test_a_texas_trial_court_has_its_signs_and_an_appellate_court_its_in_re() -> None:
    trial, appeal = head("tx-district"), head("tx-appeals")
    assert trial[0] == "Cause No. ____________________"
    assert trial.count("§") > 5
    assert "[number of the judicial district] JUDICIAL DISTRICT" in trial
    assert "IN RE" in appeal
    assert "Relator." in appeal
    assert "v." not in appeal
    assert not any("NOTIONAL" in line for line in appeal)


def test_maryland_prints_no_demand_for_general_relief_and_says_so() -> None:
    assert not any("such other relief" in line for line in lines("md-circuit"))
    assert any("such other relief" in line for line in lines("va-circuit"))
    given = matter(STATE, forum={"court": "md-circuit", "county": "C"}, relief=RELIEF)
    assert "REL017" in {note.id for note in run_checks(given)}


def test_an_order_keeps_its_words_when_general_relief_stood_before_the_writ() -> None:
    given = matter(STATE, forum={"court": "md-circuit", "county": "Specimen County"},
                   relief=RELIEF[::-1])
    papers = draft(given.case, LAW, AS_OF).papers
    order = next(one for one in papers if one.name == "proposed-order")
    assert any("to release her" in line for line in order.lines)


def test_a_judicial_district_is_filled_from_the_case() -> None:
    caption = head("nv-district", forum={"court": "nv-district", "county": "Specimen County",
                                         "division": "Ninth"})
    assert "NINTH JUDICIAL DISTRICT COURT" in caption


def test_a_parish_loses_its_word_in_the_caption() -> None:
    caption = head("la-district", forum={"court": "la-district", "county": "Specimen Parish"})
    assert "PARISH OF SPECIMEN" in caption


def test_elements_that_were_not_confirmed_print_in_brackets() -> None:
    test = next(line for line in lines("md-circuit") if line.startswith("Mandamus requires"))
    assert test.count(": attorney to confirm]") == 4  # three elements and their authority


@pytest.mark.parametrize("court", STATES)
def test_each_court_has_a_name_fit_for_a_sentence(court: str) -> None:
    given = matter(STATE, forum={"court": court, "county": "Specimen County"})
    name = notice_of_application(given, OpeningFacts({}, {}, (), (), {}), "D").court.plain
    assert "Court" in name
    assert name != name.upper()


@pytest.mark.parametrize("court", STATES)
def test_numbered_paper_is_used_where_the_court_wants_it(court: str) -> None:
    given = matter(STATE, forum={"court": court, "county": "Specimen County"})
    numbered = court in {"ca-superior", "az-superior", "nv-district"}
    assert opening_spec(given).template == (PLEADING if numbered else PETITION).template


def test_numbered_paper_has_28_numbers_and_lines_of_24_points() -> None:
    with zipfile.ZipFile(io.BytesIO(opened("ca-superior").data)) as paper:
        header, styles, body = (
            paper.read(f"word/{part}.xml").decode() for part in ("header1", "styles", "document"))
    numbers = re.findall(r'"LineNumber"/><w:framePr.*?<w:t[^>]*>(\d+)</w:t>', header)
    assert numbers == [str(n) for n in range(1, 29)]
    allegation = re.search(r'w:styleId="Allegation".*?</w:style>', styles)
    assert allegation
    assert 'w:line="480" w:lineRule="exact"' in allegation[0]
    page = re.search(r'w:top="(\d+)".*?w:bottom="(\d+)"', body)
    assert page
    room = 15840 - int(page[1]) - int(page[2])
    assert 28 * 480 <= room < 29 * 480


@pytest.mark.parametrize("court", STATES)
def test_a_whole_packet_is_drafted_in_each_state(court: str) -> None:
    data = {**STATE, "forum": {"court": court, "county": "Specimen County"}, "relief": RELIEF}
    papers = draft(Case.model_validate(data), LAW, AS_OF).papers
    label = LAW.forums[court].number_label
    captioned = [one for one in papers if one.kind == "file" and one.name != "petition"]
    assert captioned
    for paper in captioned:
        assert any(label in line.replace("\u00a0", " ") for line in paper.lines), paper.name
