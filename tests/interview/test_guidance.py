from __future__ import annotations

import pytest

from drafter.checks import Note, Severity
from drafter.interview.choices import choices, displayed, find, suggestion
from drafter.interview.guidance import (
    example,
    kind_lines,
    notes_on,
    partial_case,
    section_notes,
    told,
    vehicle_lines,
)
from drafter.interview.identifiers import spot
from drafter.interview.moves import Move, read_move
from drafter.interview.plan import SECTIONS, section
from drafter.interview.questions import View, agenda
from drafter.interview.review import shown
from drafter.interview.tree import Path, get, is_given, undotted
from drafter.law import load_law
from tests.interview.paralegal import AS_OF
from tests.interview.test_session import SAMPLE, at, begun

LAW = load_law()


def note(check: str, field: str, message: str = "Look.", severity: Severity = Severity.STOP) -> Note:
    return Note(check, severity, field, message, ())


def offered(data: object, *path: str | int) -> list[str]:
    question = next(q for q in agenda(data, LAW, View(tour=((),))) if q.path == path)
    return [one.value for one in choices(question, data, LAW)]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("SSN 123-45-6789", "SSN xxx-xx-6789"),
        ("born on March 3, 1990", "born in 1990"),
        ("born 3/3/90", "born [?year of birth]"),
        ("A123456789", "Axxxxxx789"),
        ("She lives at 12 Elm Street.", "She lives at an address known to counsel."),
        ("account number 12345678", "account number xxxx5678"),
        ("receipt IOE1234567890", "receipt IOExxxxxx7890"),
    ],
)
def test_an_identifier_is_masked_as_the_rules_allow(text: str, masked: str) -> None:
    found = spot(text)
    assert found is not None
    assert found.masked == masked


def test_two_identifiers_are_named_together() -> None:
    found = spot("Born on March 3, 1990, SSN 123-45-6789.")
    assert found is not None
    assert found.named == "a social-security or taxpayer number and a date of birth"


def test_an_ordinary_sentence_holds_no_identifier() -> None:
    assert spot("On January 14, 2026, he held her for 41 minutes on County Road 12.") is None


def test_a_case_without_a_court_has_no_notes() -> None:
    assert notes_on({"matter": {"id": "x"}}, LAW, AS_OF) == ()
    assert vehicle_lines({}, LAW) == []


def test_what_is_not_whole_yet_is_left_out_of_the_checks() -> None:
    data = {
        "matter": {"id": "x"}, "forum": {"court": "almd", "hearing_on": "soon"},
        "petitioners": [{"type": "person"}, {"name": "Jane Doe"}],
        "moa": {"agency": "The Sheriff"},
    }
    case = partial_case(data, LAW)
    assert case is not None
    assert [one.name for one in case.petitioners] == ["Jane Doe"]
    assert case.moa is None
    assert data["petitioners"] == [{"type": "person"}, {"name": "Jane Doe"}]


def test_a_case_whose_ids_clash_has_no_notes_yet() -> None:
    twice = [{"id": "doe", "name": "Jane Doe"}, {"id": "doe", "name": "Joan Doe"}]
    assert partial_case({"matter": {"id": "x"}, "forum": {"court": "almd"}, "petitioners": twice}, LAW) is None
    assert partial_case({"matter": [], "forum": {"court": "almd"}}, LAW) is None


def test_a_note_waits_for_the_section_that_can_answer_it() -> None:
    events, remedies, summary = (section(one) for one in ("events", "remedies", "summary"))
    assert events is not None
    assert remedies is not None
    assert summary is not None
    notes = (
        note("EXH004", "events.1"), note("EVI010", "events.1.says"), note("PRI001", "matter.summary.0"),
        note("FRM001", "nowhere"), note("EVI001", "events", severity=Severity.INFO),
    )
    assert [one.id for one in section_notes(events, notes)] == ["EVI010"]
    assert [one.id for one in section_notes(remedies, notes)] == ["EXH004"]
    assert [one.id for one in section_notes(summary, notes)] == ["PRI001"]
    assert [one.id for one in section_notes(SECTIONS[-1], notes)] == ["FRM001"]


def test_notes_are_told_briefly_and_alike_ones_once() -> None:
    assert told([]) == []
    said = told([note("EVI010", f"events.{n}") for n in range(3)])
    assert said[1:] == ["- Look. (before filing, 3 times)"]
    said = told([note("EVI010", "events", f"Look {n}.", Severity.REVIEW) for n in range(6)])
    assert said[1] == "- Look 0. (for the attorney)"
    assert said[-1] == "- and 2 more; drafter check shows all of them."


@pytest.mark.parametrize(
    ("court", "words"), [("almd", "United States, not state"), ("va-circuit", "not federal ones")]
)
def test_the_paper_and_its_reach_are_told_in_two_sentences(court: str, words: str) -> None:
    assert words in vehicle_lines({"forum": {"court": court}}, LAW)[0]


def test_a_kind_says_which_court_it_usually_goes_to_before_and_after_the_court_is_chosen() -> None:
    kind = {"matter": {"kind": "287g-pretext"}}
    assert kind_lines(kind, LAW) == [
        ("Such a matter is usually brought by a federal complaint. A federal court's mandamus reaches federal "
        "officers only.")]
    assert kind_lines({**kind, "forum": {"court": "almd"}}, LAW) == []
    assert kind_lines({"matter": {}}, LAW) == []
    assert "usually brought by a federal complaint" in vehicle_lines({**kind, "forum": {"court": "va-circuit"}}, LAW)[0]
    assert "usually" not in vehicle_lines({**kind, "forum": {"court": "almd"}}, LAW)[0]


def test_duties_fit_the_court_and_those_of_the_agreement_come_first() -> None:
    clause = next(
        c for form in LAW.moa_forms.values() for c in form.clauses
        if c.duty and LAW.duties[c.duty].track.value == "local" and not LAW.duties[c.duty].states
    )
    words = "The agency shall do it without delay. " * 5
    data = {
        "forum": {"court": "va-circuit"}, "duties": [{"id": "one"}],
        "moa": {"agency": "x", "model": "task-force", "clauses": [{"clause": clause.id, "words": words}]},
    }
    found = offered(data, "duties", 0, "catalogue")
    assert found[0] == clause.duty
    assert "training-certification" not in found
    assert "fl-agreement" not in found
    assert "training-certification" in offered(data | {"forum": {"court": "almd"}}, "duties", 0, "catalogue")


def test_what_can_be_named_is_what_there_is() -> None:
    data = {
        "forum": {"court": "almd"},
        "moa": {"model": "task-force", "agency": "x", "clauses": [{"id": "first", "section": "IX"}]},
        "duties": [{"id": "certify"}], "events": [{"id": "stop"}], "remedies": [{"channel": "foia"}],
        "petitioners": [{"id": "doe"}], "verification": [{"petitioner": "doe"}],
    }
    assert offered(data, "events", 0, "limit") == ["certify", "first"]
    assert offered(data, "verification", 0, "knows") == ["stop"]
    assert "tfm-certification" in offered(data, "moa", "clauses", 0, "clause")
    assert "federal-complaint" in offered(data, "matter", "vehicle")
    assert "foia" in offered(data, "remedies", 0, "channel")


def test_the_form_of_agreement_offers_section_and_heading() -> None:
    data = {
        "forum": {"court": "almd"},
        "moa": {"model": "task-force", "agency": "x", "clauses": [{"clause": "tfm-certification"}]},
        "duties": [{"id": "certify", "act": "make the certification"}],
        "relief": [{"id": "order", "duties": ["certify"]}, {"id": "other", "duties": ["gone"]}],
    }
    questions = {q.path: q for q in agenda(data, LAW, View(tour=((),)))}

    def said(*path: str | int) -> str:
        return suggestion(questions[path], data, LAW)

    assert said("moa", "clauses", 0, "section") == "IX"
    assert said("relief", 0, "act") == "make the certification"
    assert said("relief", 1, "act") == ""
    data["moa"]["clauses"] = [{"clause": "none"}]  # type: ignore[index]  # a mapping, as written above
    assert said("moa", "clauses", 0, "section") == ""


def test_a_choice_is_found_by_its_beginning_and_nothing_by_signs() -> None:
    held = at(begun(), "respondents", 0, "level")
    question = held.question
    assert question is not None
    among = choices(question, held.sheet.data, LAW)
    assert [one.value for one in find("f", among)] == ["federal"]
    assert find("!?", among) == ()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"ask": "Who?"}, "to ask: Who?"), ({"not_applicable": "none"}, "not applicable: none"),
        ({"file": "facts.md"}, "in the file facts.md"), ([{"exhibit": "log", "at": "2"}], "log at 2"),
        ({"verification": "doe"}, "verification of doe"), ({"say": "One.", "sources": ["x"]}, "One.; x"),
        (None, ""), ("word " * 40, ("word " * 20).strip()[:97].rsplit(" ", 1)[0] + " …"),
    ],
)
def test_a_value_is_shown_on_one_line(value: object, text: str) -> None:
    assert shown(value) == text


def test_looking_into_facts() -> None:
    path: Path = ("a", 1)
    assert get({"a": [1]}, path) is None
    assert undotted("") == ()
    assert not is_given({"ask": "x"})


def test_a_sign_with_words_after_it_is_an_answer() -> None:
    assert read_move("< 5 days") is None
    made = read_move("!ASK who?")
    assert made is not None
    assert (made.move, made.words) == (Move.ASK, "who?")


def test_the_sample_of_these_tests_is_a_case() -> None:
    assert partial_case(begun(SAMPLE).sheet.data, LAW) is not None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("287g-certification", "287g-certification"), ("naturalization", "naturalization-delay"),
     ("I-130", "family-petition-delay"), ("+a quarrel over a hedge", "a-quarrel-over-a-hedge")],
)
def test_the_kind_of_matter_is_found_by_part_of_its_name_or_is_ones_own(typed: str, kept: str) -> None:
    held = at(begun(), "matter", "kind")
    assert "type part of the name" in " ".join(held.prompt.lines)
    held.answer(typed)
    assert held.sheet.get(("matter", "kind")) == kept


def test_a_kind_that_may_be_several_is_shown_to_choose_from() -> None:
    held = at(begun(), "matter", "kind")
    held.answer("287(g)")
    assert held.refused
    assert {one.value for one in held.prompt.choices} >= {"287g-certification", "287g-records"}
    held.answer("1")
    assert held.sheet.get(("matter", "kind")) == "287g-certification"


def test_the_only_respondent_is_offered_as_the_one_who_owes_the_duty() -> None:
    held = at(begun(), "duties", 0, "owed_by")
    assert "Offered (type = to take it): Pat Placard" in held.prompt.lines
    held.answer("=")
    assert held.sheet.get(("duties", 0, "owed_by")) == ["sheriff"]
    held = at(begun(), "duties", 0, "owed_to")
    assert "Offered" not in " ".join(held.prompt.lines)  # there are two petitioners


def test_words_that_share_one_with_known_kinds_bring_those_up_and_keep_nothing() -> None:
    held = at(begun(), "matter", "kind")
    held.answer("public records")
    assert held.refused
    assert "287g-records" in {one.value for one in held.prompt.choices}
    assert held.sheet.get(("matter", "kind")) is None
    held.answer("+public records")
    assert held.sheet.get(("matter", "kind")) == "public-records"
    assert "does not know" in held.said[0]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("green card", "adjustment-delay"), ("citizenship", "naturalization-delay"),
     ("racial profiling", "287g-pretext"), ("work permit", "work-permit-delay"),
     ("the judge will not rule", "appellate-delay")],
)
def test_a_kind_is_offered_by_the_name_that_people_give_it(typed: str, offered: str) -> None:
    held = at(begun(), "matter", "kind")
    held.answer(typed)
    assert held.refused or held.sheet.get(("matter", "kind")) == offered
    assert offered in {one.value for one in held.prompt.choices} | {held.sheet.get(("matter", "kind"))}


def test_words_that_name_no_known_kind_are_not_kept_by_accident() -> None:
    held = at(begun(), "matter", "kind")
    said = held.answer("Wexmoor v. Director")
    assert held.refused
    assert "+ before words of your own" in said[0]
    assert held.sheet.get(("matter", "kind")) is None


@pytest.mark.parametrize("path", [("forum", "court"), ("matter", "kind")])
def test_the_number_of_a_choice_that_is_not_shown_chooses_nothing(path: tuple[str, ...]) -> None:
    held = at(begun(SAMPLE), *path)
    before = held.sheet.text
    said = held.answer("1")
    assert held.refused
    assert "type part of the name" in said[0]
    assert held.sheet.text == before


def test_help_lists_the_kinds_of_matter_but_not_a_hundred_courts() -> None:
    kinds = at(begun(), "matter", "kind").answer("?")
    assert [name for name in LAW.kinds if not any(name in line for line in kinds)] == []
    courts = at(begun(), "forum", "court").answer("?")
    assert len(courts) < 30


def test_a_naturalization_delay_is_asked_for_its_own_paper_and_the_court_says_so() -> None:
    held = at(begun("matter:\n  id: trial\n"), "matter", "kind")
    held.answer("naturalization")
    assert held.question is not None
    assert held.question.path == ("matter", "vehicle")
    assert held.prompt.choices[0].value == "federal-naturalization"
    held.answer("")
    assert held.refused  # Enter alone would leave the complaint
    held.answer("1")
    assert held.sheet.get(("matter", "vehicle")) == "federal-naturalization"
    said = " ".join(at(held, "forum", "court").answer("mdd"))
    assert "federal naturalization petition" in said


def test_a_kind_whose_paper_the_court_decides_is_not_asked_for_a_paper() -> None:
    held = at(begun("matter:\n  id: trial\n"), "matter", "kind")
    held.answer("287g-certification")
    assert held.question is not None
    assert held.question.path == ("forum", "court")


def test_notes_in_the_interview_name_no_ids_of_checks() -> None:
    said = told([note("EVI010", "events", "Look.")])
    assert said[1] == "- Look. (before filing)"


def test_the_usual_duties_of_the_kind_of_matter_stand_first_and_are_shown() -> None:
    facts = "matter:\n  id: trial\n  kind: naturalization-delay\nforum:\n  court: mdd\nduties:\n  - act: x\n"
    held = at(begun(facts), "duties", 0, "catalogue")
    assert held.prompt.choices[0].value == "naturalization-120"
    assert len(held.prompt.choices) == 3
    held.answer("1")
    assert held.sheet.get(("duties", 0, "catalogue")) == "naturalization-120"


@pytest.mark.parametrize(
    ("kind", "asked"), [("naturalization-delay", False), ("consular-delay", False), ("287g-overdetention", True),
                        ("detainer-decision", True), ("ministerial-duty", True), ("a-quarrel", True)],
)
def test_the_agreement_is_asked_only_where_one_can_matter(kind: str, asked: bool) -> None:  # noqa: FBT001 - a row of a table
    paths = [q.path for q in agenda({"matter": {"id": "x", "kind": kind}}, LAW, View())]
    assert (("moa",) in paths) is asked


def test_only_the_rules_of_venue_that_the_court_knows_are_offered() -> None:
    def rules(court: str) -> list[str]:
        data = {"forum": {"court": court, "venue": [{}]}}
        return offered(data, "forum", "venue", 0, "prong")

    assert rules("almd") == ["defendant-resides", "events", "plaintiff-resides"]
    assert rules("va-circuit") == ["state-rule"]


def test_a_county_without_the_word_is_told_of_and_kept() -> None:
    held = at(begun(), "petitioners", 0, "residence_county")
    assert any('without the word "County"' in line for line in held.answer("Hillsborough"))
    assert held.sheet.get(("petitioners", 0, "residence_county")) == "Hillsborough"
    held = at(begun(), "petitioners", 0, "residence_county")
    assert not any("County" in line for line in held.answer("Orleans Parish")[:1])


def test_the_time_of_the_catalogues_act_is_offered_for_that_act_alone() -> None:
    held = at(begun(), "duties", 0, "due")
    questions = {one.path: one for one in agenda(held.sheet.data, LAW, View())}
    due = questions["duties", 0, "due"]
    entry = LAW.duties["training-certification"]
    for act, offered in ((entry.act, entry.due), ("show the papers", "")):
        data = {"duties": [{"catalogue": "training-certification", "act": act}]}
        assert suggestion(due, data, LAW) == offered


def test_a_paper_once_numbered_keeps_its_number_when_another_is_added() -> None:
    papers = [{"id": "log", "title": "Log"}]
    data = {
        "petitioners": [{"id": "fabula", "name": "Ines Fabula"}], "exhibits": papers,
        "events": [{"id": "hold", "says": [{"say": "He held her."}]}],
    }
    asked = {one.path: one for one in agenda(data, LAW, View(tour=((),)))}["events", 0, "says", 0, "sources"]
    before = [one.value for one in choices(asked, data, LAW)]
    assert before == ["verification:fabula", "log"]
    papers.append({"id": "card", "title": "Card"})
    assert [one.value for one in choices(asked, data, LAW)] == [*before, "card"]


@pytest.mark.parametrize(("kind", "words"), [
    ("287g-certification", "Section IX"), ("adjustment-delay", "application"), (None, "Section IX"),
])
def test_an_example_is_of_the_kind_of_matter(kind: str | None, words: str) -> None:
    data = {"matter": {"kind": kind} if kind else {}, "respondents": [{"type": "officer"}]}
    one = next(q for q in agenda(data, LAW, View()) if q.path == ("respondents", 0, "power"))
    assert words in example(one, data)


@pytest.mark.parametrize(("acts", "offered"), [
    (["decide it"], "decide it"),
    (["decide it", "send the list"], "decide it and send the list"),
    (["decide it, either way", "send the list"], "decide it, either way, and send the list"),
    (["decide it", "decide it"], "decide it"),
    (["decide it", {"ask": "counsel"}], ""),
])
def test_the_prayer_is_offered_the_acts_of_all_duties_it_rests_on(acts: list[object], offered: str) -> None:
    duties = [{"id": f"d{n}", "act": act} for n, act in enumerate(acts)]
    data = {"duties": duties, "relief": [{"kind": "writ", "duties": [one["id"] for one in duties]}]}
    one = next(q for q in agenda(data, LAW, View()) if q.path == ("relief", 0, "act"))
    assert suggestion(one, data, LAW) == offered


def test_the_channels_that_are_usual_in_the_kind_of_matter_are_shown_first() -> None:
    data = {"matter": {"kind": "naturalization-delay"}, "remedies": [{"id": "call"}]}
    one = next(q for q in agenda(data, LAW, View()) if q.path == ("remedies", 0, "channel"))
    usual = LAW.kinds["naturalization-delay"].channels
    assert {each.value for each in displayed(choices(one, data, LAW))} == set(usual)
