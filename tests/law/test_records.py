"""What the shipped records promise, whoever edits them."""

from __future__ import annotations

import importlib
import re
from typing import Any

import pytest

from drafter.law import load_law
from drafter.law.records import (
    Authority,
    AuthorityKind,
    DutyEntry,
    DutyTrack,
    Force,
    Forum,
    Provenance,
)
from drafter.law.texts import UNCONFIRMED, fill
from drafter.wording.text import Blank, Text

LAW = load_law()
DISTRICTS = {key: one for key, one in LAW.forums.items() if one.vehicle == "federal-complaint"}
WORDS = {
    one: Text.of(one)
    for one in ("petitioners", "petitioner", "respondents", "respondent", "paper", "county")
}
CODE = re.compile(r"\d+ U\.S\.C\. § \d+[a-z]?(\([A-Za-z0-9]+\))*")
RULE = re.compile(r"\d+ C\.F\.R\. § \d+\.\d+(\([A-Za-z0-9]+\))*")


def texts(duty: DutyEntry) -> tuple[str, ...]:
    return (*duty.framework, duty.statement, duty.discrete)


def test_there_are_enough_records_to_draft_with() -> None:
    assert len(LAW.authorities) >= 75
    assert len(LAW.duties) >= 30
    assert list(LAW.adverse_clauses) == [f"AC{n}" for n in range(1, 15)]


@pytest.mark.parametrize("key", [
    "ice-opr", "lea-internal-affairs", "dhs-oig", "dhs-crcl", "title-vi", "doj-pattern",
    "program-office", "foia", "state-records", "state-officials", "ftca", "state-claim",
    "congress", "habeas", "apa", "damages", "section-1983", "declaratory", "injunction",
    "bail-motion", "demand-letter", "other",
])
def test_each_channel_has_a_record_with_a_name(key: str) -> None:
    assert LAW.remedies[key].name


def test_only_the_tort_claim_is_a_mandatory_step() -> None:
    assert [key for key, one in LAW.remedies.items() if one.mandatory] == ["ftca"]


@pytest.mark.parametrize("one", LAW.authorities.values(), ids=lambda one: one.id)
def test_an_authority_is_well_formed(one: Authority) -> None:
    if "U.S.C." in one.cite:
        assert CODE.fullmatch(one.cite)
    if "C.F.R." in one.cite:
        assert RULE.fullmatch(one.cite)
    assert one.proposition.endswith(".")
    assert one.source
    assert not re.search("[\"']", one.quotation + one.name + one.cite)
    assert one.quotation == " ".join(one.quotation.split())


@pytest.mark.parametrize("one", LAW.authorities.values(), ids=lambda one: one.id)
def test_a_statute_s_id_follows_its_citation(one: Authority) -> None:
    match = re.fullmatch(r"(\d+) U\.S\.C\. § (\d+[a-z]?)((?:\([A-Za-z0-9]+\))*)", one.cite)
    if match is not None:
        head = f"usc-{match[1]}-{match[2]}"
        tail = "".join(f"-{part.lower()}" for part in re.findall(r"\((\w+)\)", match[3]))
        assert (head + tail).startswith(one.id)


def test_memory_never_prints() -> None:
    kept = [one for one in LAW.authorities.values() if one.provenance is Provenance.MEMORY]
    assert kept
    for one in kept:
        assert fill(f"{{{one.id}}}", LAW, {}).spans == (Blank(UNCONFIRMED, "", "counsel"),)


def test_nothing_we_inferred_stands_among_the_authorities() -> None:
    assert all(one.provenance is not Provenance.INFERENCE for one in LAW.authorities.values())


def test_the_adverse_authorities_the_memo_must_show_are_marked() -> None:
    for key in ("astra-v-santa-clara", "usc-8-1252-f-1", "usc-8-1357-g-7", "fda-v-alliance"):
        assert LAW.authorities[key].adverse


def test_the_agreement_with_the_government_case_says_nothing_of_its_holding() -> None:
    assert not LAW.authorities["first-federal"].may_print
    assert not LAW.authorities["first-federal"].quotation


@pytest.mark.parametrize("duty", LAW.duties.values(), ids=lambda one: one.id)
def test_the_texts_of_a_duty_fill(duty: DutyEntry) -> None:
    for text in texts(duty):
        filled = fill(text.removeprefix("BLOCK:").strip(), LAW, WORDS).plain
        assert "{" not in filled
        assert "  " not in filled
        assert ".." not in filled


@pytest.mark.parametrize("duty", LAW.duties.values(), ids=lambda one: one.id)
def test_a_duty_s_texts_keep_the_rules_of_the_readme(duty: DutyEntry) -> None:
    for text in texts(duty):
        assert not re.search(r"”[.,]|\{quote:[^}]*\}[.,]", text), "stops go inside the marks"
        assert not re.search(r"\{(?:petitioners|respondents)\} (?:\w+ )?(?:ask|seek|sue|ha)", text)
        assert not re.search("[\"']", text)
    if duty.statement:
        assert duty.statement.endswith((".", "]"))
        assert duty.statement[0].islower()
    assert not re.match("to |The |A ", duty.act)
    assert duty.weak_points


@pytest.mark.parametrize("duty", LAW.duties.values(), ids=lambda one: one.id)
def test_a_duty_from_an_agreement_alone_is_marked_and_never_pleads_law(duty: DutyEntry) -> None:
    assert duty.independent is not duty.id.startswith("moa-")
    if not duty.independent:
        assert not duty.framework


@pytest.mark.parametrize("duty", LAW.duties.values(), ids=lambda one: one.id)
def test_a_duty_s_words_are_words_that_were_seen(duty: DutyEntry) -> None:
    if not duty.independent or duty.words.startswith("[?"):
        return
    seen = [LAW.authorities[one].quotation for one in duty.authorities]
    for part in duty.words.split(" . . . "):
        assert any(part.rstrip(".") in words for words in seen)


@pytest.mark.parametrize("duty", LAW.duties.values(), ids=lambda one: one.id)
def test_the_words_that_open_a_complaint_are_those_of_the_authority_named_behind_them(
    duty: DutyEntry,
) -> None:
    if duty.independent and not duty.words.startswith("[?"):
        first = LAW.authorities[duty.authorities[0]].quotation
        assert duty.words.split(" . . . ")[0].rstrip(".") in first


@pytest.mark.parametrize("duty", LAW.duties.values(), ids=lambda one: one.id)
def test_no_duty_of_high_force_speaks_in_the_voice_of_power(duty: DutyEntry) -> None:
    if duty.force is Force.HIGH:
        assert not re.search(r"\bmay\b(?! be, or are required| not)", duty.words)


def test_duties_of_federal_officers_are_on_the_federal_track() -> None:
    assert LAW.duties["training-certification"].track is DutyTrack.FEDERAL
    assert LAW.duties["state-release"].track is DutyTrack.LOCAL
    assert LAW.duties["moa-remove-personnel"].track is DutyTrack.LOCAL


def test_the_training_duty_quotes_the_statute_as_a_block() -> None:
    blocks = [t for t in LAW.duties["training-certification"].framework if t.startswith("BLOCK:")]
    assert fill(blocks[0], LAW, {}).plain.count("shall contain a written certification") == 1


def test_the_districts_are_those_of_the_public_list_of_courts() -> None:
    public: dict[str, dict[str, Any]] = {
        one["id"]: one for one in importlib.import_module("courts_db").courts
    }
    assert len(DISTRICTS) == 94
    for key, forum in DISTRICTS.items():
        theirs = public[key]
        if theirs["name"].startswith("United States District Court for"):
            assert forum.name == theirs["name"]
        elif key != "dcd":
            assert theirs["location"] in forum.name
        if theirs.get("federal_circuit") and key != "vtd":  # their list has Vermont in the First
            assert forum.circuit == str(theirs["federal_circuit"])


def test_a_state_s_one_district_is_named_without_a_direction() -> None:
    assert LAW.forums["med"].name == "United States District Court for the District of Maine"
    assert LAW.forums["dcd"].caption == (
        "UNITED STATES DISTRICT COURT", "FOR THE DISTRICT OF COLUMBIA",
    )


def test_a_caption_names_a_division_only_where_the_court_sits_in_divisions() -> None:
    assert LAW.forums["almd"].caption == (
        "UNITED STATES DISTRICT COURT", "FOR THE MIDDLE DISTRICT OF ALABAMA", "{division}",
    )
    for forum in LAW.forums.values():
        assert forum.divisions is ("{division}" in forum.caption)


def test_each_circuit_has_its_number_of_districts() -> None:
    found: dict[str, int] = {}
    for forum in DISTRICTS.values():
        found[forum.circuit] = found.get(forum.circuit, 0) + 1
    assert found == {"1": 5, "2": 6, "3": 6, "4": 9, "5": 9, "6": 9, "7": 7, "8": 10, "9": 15,
                     "10": 8, "11": 9, "DC": 1}


@pytest.mark.parametrize("forum", LAW.forums.values(), ids=lambda one: one.id)
def test_a_forum_states_its_elements_with_an_authority_or_a_bracket(forum: Forum) -> None:
    ids = [one.id for one in forum.elements]
    three = {"clear-right", "clear-duty", "no-other-remedy"}
    if forum.vehicle == "federal-complaint":
        assert three <= set(ids)
    else:  # some States put the test in other words, but always with one of the three
        assert three & set(ids)
    assert len(ids) == len(set(ids))
    confirmed = bool(forum.elements_authority)
    assert confirmed is ("elements_authority" not in forum.unconfirmed)
    if confirmed:
        assert LAW.authorities[forum.elements_authority].may_print
        courts = LAW.authorities[forum.elements_authority].courts
        assert not courts or forum.circuit in courts or forum.system in courts
    for one in forum.elements:
        assert re.match("an? |the |that ", one.text), "it follows 'Mandamus requires'"
        assert "," not in one.text
        assert not one.text.endswith(".")


@pytest.mark.parametrize("forum", LAW.forums.values(), ids=lambda one: one.id)
def test_the_texts_of_a_forum_fill(forum: Forum) -> None:
    assert "{" not in fill(forum.title + forum.subtitle, LAW, {}).plain
    for text in (*forum.jurisdiction, forum.venue):
        assert "{" not in fill(text, LAW, WORDS).plain
        assert not re.search(r"\{petitioners\} (?:ask|seek|sue|have)", text)
    assert forum.title == forum.title.upper() or "{" in forum.title
    assert (forum.vehicle != "state-petition") is (forum.system == "federal")


def test_virginia_wants_an_oath_and_notice_and_florida_no_relator() -> None:
    virginia, florida = LAW.forums["va-circuit"], LAW.forums["fl-circuit"]
    assert virginia.verification == "oath"
    assert virginia.notice_before_application
    assert virginia.petitioner_label == "Petitioner"
    assert florida.petitioner_label == "Plaintiff"
    assert "EX REL" not in florida.title


def test_every_clause_topic_of_the_task_force_form_that_others_lack_is_told() -> None:
    task_force, jail = LAW.moa_forms["tfm-2025"], LAW.moa_forms["jem-2025"]
    assert {"48-hour-limit", "citizenship-claim", "posters", "steering-committee",
            "title-vi"} <= set(task_force.absent)
    assert "remove-personnel" in jail.absent
    assert {c.id for c in task_force.clauses} >= {"tfm-certification", "tfm-no-rights"}
    assert "jem-48-hour-limit" in {c.id for c in jail.clauses}


def test_each_adverse_clause_is_recognised_in_some_form() -> None:
    words = " ".join(
        clause.operative for form in LAW.moa_forms.values() for clause in form.clauses
    )
    for key, clause in LAW.adverse_clauses.items():
        assert re.search(clause.pattern, words, re.IGNORECASE), key


def test_the_no_rights_clause_stands_in_every_form() -> None:
    for form in LAW.moa_forms.values():
        clause = next(one for one in form.clauses if one.topic == "no-rights")
        assert re.search(LAW.adverse_clauses["AC1"].pattern, clause.operative)


@pytest.mark.parametrize("key", AuthorityKind)
def test_kinds_of_authority_are_used_or_spare(key: AuthorityKind) -> None:
    used = {one.kind for one in LAW.authorities.values()}
    assert key in used or key is AuthorityKind.OTHER


def test_an_opinion_of_the_attorney_general_travels_with_the_one_that_stands_against_it() -> None:
    law = load_law()
    opinion = law.authorities["va-ag-opinion-2015"]
    (other,) = opinion.travels_with
    assert law.authorities[other].adverse
    assert law.authorities[other].travels_with == (opinion.id,)


def test_the_detainer_regulation_is_quoted_whole_where_its_hours_are_pleaded() -> None:
    law = load_law()
    words = law.authorities["cfr-8-287-7-d"].quotation
    assert "shall maintain custody" in words
    assert law.duties["hour-48"].words in words
    assert any("{quote:cfr-8-287-7-d}" in text for text in law.duties["hour-48"].framework)


def test_the_virginia_notice_promises_the_writ_only_on_a_proper_case() -> None:
    law = load_law()
    (sentence,) = [one for one in law.forums["va-circuit"].notice if "peremptory" in one]
    for words in ("the petition states a proper case for the writ", "shall be awarded with costs"):
        assert words in sentence
        assert words in law.authorities["va-code-8-01-646"].quotation


@pytest.mark.parametrize("name", ["state-release", "hour-48"])
def test_the_weak_points_of_a_jail_duty_speak_of_no_other_model(name: str) -> None:
    points = load_law().duties[name].weak_points
    assert any("Not yet due" in point for point in points)
    assert not any("Task Force" in point for point in points)
