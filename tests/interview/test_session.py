from __future__ import annotations

import datetime as dt

import pytest

from drafter.interview.nearby import Nearby
from drafter.interview.opening import missing
from drafter.interview.progress import Progress
from drafter.interview.review import State
from drafter.interview.session import Interview
from drafter.interview.sheet import Sheet
from drafter.interview.tree import get
from drafter.law import load_law
from tests.interview.paralegal import AS_OF, interview, no_agreements

SAMPLE = """\
# kept
matter:
  id: trial
forum:
  court: almd # kept too
petitioners:
  - id: doe
    name: Jane Doe
    minor: no
  - id: roe
    name: Richard Roe
    minor: no
respondents:
  - id: sheriff
    level: local
    name: Pat Placard
duties:
  - id: release
    owed_by: [sheriff]
    owed_to: [doe, roe]
"""


def begun(text: str = SAMPLE) -> Interview:
    sheet = Sheet(text, "trial.yaml")
    return Interview(sheet, Progress.of_file(sheet.data), load_law(), AS_OF,
                     Nearby(lambda name: f"text of {name}", no_agreements))


def at(held: Interview, *path: str | int) -> Interview:
    """The interview, standing at a question."""
    held._go(path)  # noqa: SLF001 - a test may jump
    assert held.question is not None, path
    assert held.question.path == path
    return held


def type_in(held: Interview, *answers: str) -> list[str]:
    said: list[str] = []
    for one in answers:
        said = held.answer(one)
    return said


def test_the_first_question_of_a_new_case_is_its_short_title() -> None:
    held = interview()
    assert held.question is not None
    assert held.question.path == ("matter", "short_title")
    assert "For example: Lantern Street Neighbors v. ICE" in held.prompt.lines


def test_the_words_of_a_question_are_those_of_the_model() -> None:
    held = at(begun(), "petitioners", 0, "residence_county")
    assert held.question is not None
    assert held.question.description in held.prompt.lines


def test_an_answer_goes_into_the_file_and_every_other_line_stays() -> None:
    held = at(begun(), "petitioners", 0, "residence_county")
    held.answer("Example County")
    assert "# kept\n" in held.sheet.text
    assert "court: almd # kept too" in held.sheet.text
    assert "    residence_county: Example County\n" in held.sheet.text


def test_back_shows_the_answer_and_enter_keeps_it() -> None:
    held = interview()
    type_in(held, "Doe v. Roe", "287(g) certification", "<", "<")
    assert held.prompt.current == "Doe v. Roe"
    type_in(held, "")
    assert held.sheet.get(("matter", "short_title")) == "Doe v. Roe"
    assert held.question is not None
    assert held.question.path == ("matter", "kind")
    type_in(held, "")
    assert held.sheet.get(("matter", "kind")) == "287g-certification"
    assert held.question.path == ("forum", "court")


def test_back_goes_over_the_end_of_a_section() -> None:
    held = interview()
    type_in(held, "Doe v. Roe", "", "<")
    assert held.question is not None
    assert held.question.path == ("matter", "kind")


def test_one_more_sentence_throws_no_other_answer_in_doubt() -> None:
    held = at(begun(), "petitioners", 0, "about")
    type_in(held, "She is a nurse.", "")
    assert not any("Because this changed" in one for one in held.answer("She lives alone."))


def test_enter_takes_the_only_thing_that_an_answer_can_be() -> None:
    held = at(interview(
        "matter:\n  id: trial\nforum:\n  court: almd\npetitioners:\n  - id: doe\n    name: Jane Doe\n"
    ), "harms")
    type_in(held, "add")
    assert held.prompt.empty == "Enter: Jane Doe"
    type_in(held, "")
    assert held.sheet.get(("harms", 0, "petitioner")) == "doe"


def test_enter_takes_nothing_where_an_answer_can_be_two_things() -> None:
    held = at(begun(), "harms")
    type_in(held, "add")
    assert held.prompt.empty == ""
    assert "needs an answer" in held.answer("")[0]


def test_the_way_on_passes_what_was_gone_back_over_one_by_one() -> None:
    held = at(begun(), "petitioners")
    type_in(held, "add", "person", "Ms. Doe", "Jane", "<", "<")  # each a line too low
    assert held.question is not None
    assert held.question.path == ("petitioners", 2, "name")
    type_in(held, "Jane Doe")
    assert held.question.path == ("petitioners", 2, "short")
    assert held.prompt.current == "Jane"
    type_in(held, "Ms. Doe")
    assert held.question.path == ("petitioners", 2, "pronoun")
    type_in(held, "<")
    assert held.question.path == ("petitioners", 2, "short")


def test_a_jump_forgets_what_was_gone_back_over() -> None:
    held = at(begun(), "petitioners")
    type_in(held, "add", "person", "Jane Doe", "Ms. Doe", "<", "<", "<", "!menu", "1")
    assert held.question is not None
    assert held.question.path[0] == "matter"
    type_in(held, "")
    assert held.question.path[:2] != ("petitioners", 2)


def test_a_question_that_a_change_opens_comes_before_those_gone_back_from() -> None:
    held = interview("matter:\n  id: trial\n")
    type_in(held, "Doe v. Roe", "287(g) certification", "nysd", "<")
    assert held.question is not None
    assert held.question.path == ("forum", "court")
    type_in(held, "almd")
    assert held.question.path == ("forum", "division")


def test_back_at_the_first_question_says_so() -> None:
    assert interview().answer("<") == ["This is the first question."]


def test_back_after_a_resume_goes_to_the_question_before() -> None:
    held = interview("matter:\n  id: trial\n  short_title: Doe\n  kind: other\n")
    held.answer("<")
    assert held.question is not None
    assert held.question.path == ("matter", "kind")


def test_back_out_of_an_item_that_was_never_begun_leaves_no_trace() -> None:
    held = at(begun(), "petitioners")
    before = held.sheet.text
    type_in(held, "add", "<")
    assert held.question is not None
    assert held.question.path == ("petitioners",)
    assert held.sheet.text == before


def test_help_gives_the_description_an_example_and_the_law() -> None:
    said = at(begun(), "duties", 0, "owed_by").answer("?")
    assert "Respondents who owe it." in said
    assert "Example: field-director" in said
    assert any(line.startswith("Law: ") for line in said)
    assert any(line.startswith("!ask") for line in said)


def test_a_fact_left_to_the_attorney_is_a_question_in_the_file() -> None:
    held = at(begun(), "petitioners", 0, "residence_county")
    held.answer("!ask In which county does she live?")
    assert held.sheet.get(("petitioners", 0, "residence_county")) == {
        "ask": "In which county does she live?", "of": "attorney",
    }


def test_a_note_for_the_attorney_needs_no_words() -> None:
    held = at(begun(), "petitioners", 0, "residence_county")
    held.answer("!ask")
    assert "residence county" in str(held.sheet.get(("petitioners", 0, "residence_county", "ask")))


def test_a_sentence_left_to_the_attorney_is_a_bracket_that_names_the_fact_and_a_question_in_the_memo() -> None:
    held = at(begun(), "duties", 0, "neglect")
    held.answer("!ask can we say what he [the sheriff] told the reporter?")
    assert held.sheet.get(("duties", 0, "neglect", 0, "say")) == "[?how it was not done]"
    assert held.sheet.items(("questions",)) == [{
        "about": "duties.0.neglect.0.say",
        "ask": "can we say what he [the sheriff] told the reporter?", "of": "attorney",
    }]


def test_a_question_on_a_field_that_cannot_hold_one_stands_in_the_case_for_the_memo_and_the_review() -> None:
    held = at(begun(), "petitioners", 0, "short")
    held.answer("!ask How does she want to be called?")
    assert held.sheet.get(("questions",)) == [
        {"about": "petitioners.0.short", "ask": "How does she want to be called?", "of": "attorney"}
    ]
    type_in(held, "!review", "petitioners")
    assert any("[?] petitioner 1: short" in one.label for one in held.prompt.choices)


def test_a_note_on_an_answer_that_no_paper_can_do_without_stays_beside_the_answer() -> None:
    held = at(begun(), "forum", "venue")
    type_in(held, "add")
    said = held.answer("!ask Which rule of venue holds here?")
    assert held.question is not None
    assert held.question.path == ("forum", "venue", 0, "prong")
    assert "No paper can be drafted without this answer" in " ".join(said)
    assert ("forum", "venue", 0, "prong") in {q.path for q, how in held.route.states() if how is State.OPEN}
    held.answer("events")
    assert held.sheet.get(("forum", "venue", 0, "prong")) == "events"
    assert held.sheet.question_on(("forum", "venue", 0, "prong")) == "Which rule of venue holds here?"


def test_what_stands_beside_a_question_for_the_attorney_is_counted_as_the_attorneys() -> None:
    held = at(begun(), "forum", "venue")
    held.answer("!ask Which rule of venue holds here?")
    states = {q.path: how for q, how in held.route.states()}
    assert states["forum", "venue"] is State.ASK  # and it is not asked again on the next day
    held = at(held, "duties", 0, "neglect")
    held.answer("!ask what did he not do?")
    states = {q.path: how for q, how in held.route.states()}
    assert states["duties", 0, "neglect", 0, "say"] is State.ASK
    assert ("duties", 0, "neglect", 0, "sources") not in states  # no paper shows a bracket


def test_such_a_question_is_asked_once_and_ends_with_its_answer_and_may_be_taken_back() -> None:
    held = at(begun(), "petitioners", 0, "short")
    held.answer("!ask How does she want to be called?")
    held = at(held, "petitioners", 0, "short")
    held.answer("!ask What name does she use?")
    assert [get(one, ("ask",)) for one in held.sheet.items(("questions",))] == ["What name does she use?"]
    held.answer("!undo")
    assert [get(one, ("ask",)) for one in held.sheet.items(("questions",))] == ["How does she want to be called?"]
    held.answer("Ms. Fabula")
    assert held.sheet.get(("questions",)) is None


def test_such_a_question_follows_its_item_and_goes_with_it() -> None:
    held = begun()
    held.sheet.put_question(("petitioners", 1, "short"), "How is the second one called?")
    held.sheet.renumber_questions(("petitioners",), [1, 0])
    assert held.sheet.question_on(("petitioners", 0, "short")) == "How is the second one called?"
    held.sheet.renumber_questions(("petitioners",), [None, 0])
    assert held.sheet.get(("questions",)) is None


def test_not_applicable_needs_a_reason() -> None:
    held = at(begun(), "petitioners", 0, "custody")
    assert "Say why" in held.answer("!na")[0]
    held.answer("!na she was never held")
    assert held.sheet.get(("petitioners", 0, "custody")) == {"not_applicable": "she was never held"}


def test_not_applicable_passes_over_what_may_be_absent_anyway() -> None:
    held = at(begun(), "petitioners", 0, "short")
    held.answer("!na")
    assert ("petitioners", 0, "short") in held.progress.passed


def test_a_question_that_must_be_answered_says_what_else_can_be_done() -> None:
    held = at(begun(), "respondents", 0, "level")
    held.sheet.change({("respondents", 0, "level"): None})
    said = held.answer("")
    assert held.refused
    assert "needs an answer" in said[0]
    assert "!menu" in said[0]


def test_whether_a_person_is_a_minor_is_never_taken_for_granted() -> None:
    held = at(begun(SAMPLE.replace("    minor: no\n", "")), "petitioners", 0, "minor")
    held.answer("")
    assert held.refused


def test_a_date_is_echoed_with_its_weekday_and_the_days_since() -> None:
    held = at(begun(SAMPLE + "events:\n  - id: stop\n    says: [{say: A stop.}]\n"), "events", 0, "on")
    assert held.answer("3/4/2026")[0] == "Wednesday, March 4, 2026, 265 days ago."
    assert held.sheet.get(("events", 0, "on")) == "2026-03-04"


@pytest.mark.parametrize(
    ("day", "words"),
    [(dt.date(2026, 11, 24), "today"), (dt.date(2026, 11, 23), "1 day ago"),
     (dt.date(2026, 12, 6), "which is still to come, in 12 days")],
)
def test_days_are_counted_from_the_day_of_the_draft(day: dt.date, words: str) -> None:
    from drafter.interview.answers import distance

    assert distance(day, AS_OF) == words


def test_a_date_that_looks_day_first_is_refused() -> None:
    held = at(begun(), "respondents", 0, "holder_checked_on")
    held = at(begun(SAMPLE + "demands:\n  - id: demand\n"), "demands", 0, "made_on")
    said = held.answer("23/11/2026")
    assert held.refused
    assert "day-first" in said[0]
    assert held.question is not None
    assert held.question.path == ("demands", 0, "made_on")


def test_a_court_is_found_by_part_of_its_name() -> None:
    held = at(interview(), "forum", "court")
    said = held.answer("middle florida")
    assert said[0] == "United States District Court for the Middle District of Florida."
    assert held.sheet.get(("forum", "court")) == "flmd"


def test_a_court_that_may_be_several_is_chosen_by_number() -> None:
    held = at(interview(), "forum", "court")
    assert "choose by number" in held.answer("alabama")[0]
    first = held.prompt.choices[0]
    held.answer("1")
    assert held.sheet.get(("forum", "court")) == first.value


def test_a_court_that_is_not_there_is_answered_with_a_hint() -> None:
    assert "not on the list" in at(interview(), "forum", "court").answer("atlantis")[0]
    assert "type more" in at(interview(), "forum", "court").answer("district")[0]


def test_the_reach_of_the_writ_is_told_as_soon_as_it_can_be() -> None:
    held = at(interview("matter:\n  id: trial\nforum:\n  court: almd\n"), "respondents")
    said = type_in(held, "add", "officer", "local")
    assert any("state or local respondent in a federal" in line for line in said)


def test_notes_at_the_end_of_a_section_are_told_once() -> None:
    held = at(interview(), "forum", "court")
    said = type_in(held, "almd", "Northern Division", "none")
    assert not any("No ground of venue" in line for line in said)
    said = type_in(held, "", "")  # no petitioner: the section on who asks ends
    assert any("No ground of venue" in line for line in said)
    type_in(held, "<")
    assert not any("No ground of venue" in line for line in type_in(held, "", ""))


def test_one_enter_does_not_leave_a_paper_without_anybody_who_asks() -> None:
    held = at(interview(), "petitioners")
    said = held.answer("")
    assert "Enter once more leaves it open" in said[-1]
    assert held.question is not None
    assert held.question.path == ("petitioners",)
    held.answer("")
    assert held.question is not None
    assert held.question.path != ("petitioners",)


def test_one_enter_does_not_pass_over_what_the_law_offers() -> None:
    held = at(begun(SAMPLE), "duties", 0, "act")
    held.sheet.change({("duties", 0): {"id": "duty-1", "catalogue": "complaint-start"}})
    said = held.answer("")
    assert said[-1] == "Type = to take what is offered. Enter once more leaves it open."
    held.answer("=")
    assert str(held.sheet.get(("duties", 0, "act"))).startswith("open the complaint")


def test_a_sentence_without_its_full_stop_is_told_and_kept() -> None:
    held = at(begun(SAMPLE), "events")
    held.answer("add")
    while held.question is not None and held.question.path[-1] != "says":
        held.answer("2026-03-03" if held.question.path[-1] == "on" else "")
    assert any("does not end with a full stop" in line for line in held.answer("The deputy came back at noon"))
    assert not any("full stop" in line for line in held.answer("He left at one."))


def test_a_changed_court_asks_again_what_hangs_on_it() -> None:
    text = SAMPLE.replace("almd # kept too", "almd\n  division: Northern Division")
    held = at(begun(text), "forum", "court")
    said = held.answer("flmd")
    assert any("I ask: division" in line for line in said)
    assert held.question is not None
    assert held.question.path == ("forum", "division")
    assert held.prompt.current == "Northern Division"


def test_an_answer_that_no_longer_applies_is_set_aside_and_comes_back() -> None:
    text = SAMPLE.replace("    name: Jane Doe\n", "    name: Jane Doe\n    type: person\n    pronoun: she\n")
    held = at(begun(text), "petitioners", 0, "type")
    said = held.answer("organization")
    assert any("no longer apply: " in line and "pronoun" in line for line in said)
    assert held.sheet.get(("petitioners", 0, "pronoun")) is None
    said = type_in(at(held, "petitioners", 0, "type"), "person")
    assert any("Back from where they were set aside" in line for line in said)
    assert held.sheet.get(("petitioners", 0, "pronoun")) == "she"


def test_undo_takes_back_the_last_change() -> None:
    held = at(begun(), "petitioners", 0, "short")
    before = held.sheet.text
    type_in(held, "Ms. Doe", "!undo")
    assert held.sheet.text == before
    assert type_in(held, "!undo") == ["There is nothing to take back."]


def test_clear_takes_an_answer_out() -> None:
    held = at(begun(), "respondents", 0, "name")
    held.answer("!clear")
    assert held.sheet.get(("respondents", 0, "name")) is None
    assert held.answer("!clear") == ["Nothing stands here."]


def test_an_unknown_move_is_answered_with_the_nearest() -> None:
    said = interview().answer("!aks who?")
    assert "did you mean !ask?" in said[0]
    assert "type ? to see" in interview().answer("!zzzzzz")[0]


def test_a_backslash_lets_an_answer_begin_like_a_move() -> None:
    held = interview()
    held.answer("\\!Doe v. Roe")
    assert held.sheet.get(("matter", "short_title")) == "!Doe v. Roe"


def test_a_long_answer_is_taken_from_a_file() -> None:
    held = at(begun(), "duties", 0, "neglect")
    held.answer("@facts.md")
    assert held.sheet.get(("duties", 0, "neglect", 0, "say")) == "text of facts.md"


def test_pasted_paragraphs_stay_whole() -> None:
    held = at(begun(), "duties", 0, "neglect")
    held.answer("He “kept” him.\r\n\r\nFor § 2 days — and more.")
    assert held.sheet.get(("duties", 0, "neglect", 0, "say")) == (
        "He “kept” him.\n\nFor § 2 days — and more."
    )


def test_a_long_text_is_answered_with_its_count_of_words() -> None:
    held = at(begun(), "petitioners", 0, "short")
    assert held.answer("word " * 50)[0] == "50 words kept."


def test_a_reference_to_a_paragraph_that_is_not_there_is_refused() -> None:
    held = at(begun(), "duties", 0, "neglect")
    assert "no paragraph" in held.answer("As paragraph [#stop] shows.")[0]
    assert held.sheet.items(("duties", 0, "neglect")) == []


def test_an_exhibit_is_made_where_a_fact_is_told() -> None:
    held = at(begun(), "duties", 0, "neglect")
    said = type_in(held, "He kept him.", "+Jail log at 2-3; verification:doe")
    assert "New on the list of exhibits: Jail log." in said
    assert held.sheet.get(("exhibits", 0)) == {"id": "jail-log", "title": "Jail log"}
    assert held.sheet.get(("duties", 0, "neglect", 0, "sources")) == [
        {"exhibit": "jail-log", "at": "2-3"}, {"verification": "doe"},
    ]


def test_at_in_a_title_is_no_page() -> None:
    held = at(begun(), "duties", 0, "neglect")
    type_in(held, "He kept him.", "+Hearing at the Circuit Court; +Log at the jail at 7")
    assert held.sheet.get(("duties", 0, "neglect", 0, "sources")) == [
        {"exhibit": "hearing-at-the"}, {"exhibit": "log-at-the", "at": "7"},
    ]


def test_a_new_exhibit_needs_a_title() -> None:
    held = at(begun(), "duties", 0, "neglect")
    assert "title" in type_in(held, "He kept him.", "+")[0]


def test_one_exhibit_can_be_named_for_the_agreement() -> None:
    held = at(begun(SAMPLE + "moa:\n  agency: The Sheriff\n  model: task-force\n"), "moa", "exhibit")
    held.answer("+The agreement")
    assert held.sheet.get(("moa", "exhibit")) == "the-agreement"


def test_several_are_chosen_by_numbers_or_all() -> None:
    held = at(begun(), "duties", 0, "owed_to")
    held.answer("2")
    assert held.sheet.get(("duties", 0, "owed_to")) == ["roe"]
    at(held, "duties", 0, "owed_to").answer("1 2")
    assert held.sheet.get(("duties", 0, "owed_to")) == ["doe", "roe"]
    at(held, "duties", 0, "owed_to").answer("all")
    assert held.sheet.get(("duties", 0, "owed_to")) == ["doe", "roe"]
    assert "Name at least one" in at(held, "duties", 0, "owed_to").answer(",")[0]


def test_an_identifier_is_pointed_out_and_masked() -> None:
    held = at(begun(), "duties", 0, "neglect")
    held.answer("He noted her SSN, 123-45-6789.")
    assert held.prompt.title == "Privacy"
    assert "social-security" in held.prompt.lines[0]
    assert held.sheet.items(("duties", 0, "neglect")) == []
    assert "Type 1" in held.answer("hm")[0]
    held.answer("1")
    assert held.sheet.get(("duties", 0, "neglect", 0, "say")) == "He noted her SSN, xxx-xx-6789."


def test_a_street_told_of_a_person_who_asks_is_pointed_out_and_the_office_of_an_organization_is_not() -> None:
    held = at(begun(), "petitioners", 0, "about")
    held.answer("She is at 44 Elm Street with her mother.")
    assert "home address" in held.prompt.lines[0]
    held.answer("mask")
    assert held.sheet.get(("petitioners", 0, "about", 0, "say")) == "She is at an address known to counsel with her mother."
    held = begun()
    held.sheet.change({("petitioners", 0, "type"): "organization"})
    held = at(held, "petitioners", 0, "about")
    held.answer("Its office is at 44 Elm Street.")
    assert held.prompt.title != "Privacy"


@pytest.mark.parametrize(("answer", "kept"), [("keep", "A123456789"), ("again", None)])
def test_an_identifier_may_be_kept_or_typed_again(answer: str, kept: str | None) -> None:
    held = at(begun(), "petitioners", 0, "short")
    type_in(held, "A123456789", answer)
    assert held.sheet.get(("petitioners", 0, "short")) == kept


def test_back_from_the_privacy_question_types_the_answer_again() -> None:
    held = at(begun(), "petitioners", 0, "short")
    type_in(held, "A123456789", "<")
    assert held.question is not None
    assert held.question.path == ("petitioners", 0, "short")
    assert held.prompt.title != "Privacy"


def test_a_duty_of_the_catalogue_offers_its_own_words() -> None:
    held = at(begun(), "duties", 0, "catalogue")
    held.answer("training-certification")
    at(held, "duties", 0, "act")
    offered = [line for line in held.prompt.lines if line.startswith("Offered")]
    held.answer("=")
    assert offered
    assert held.sheet.get(("duties", 0, "act"))


def test_nothing_is_taken_where_nothing_is_offered() -> None:
    assert "Nothing is offered" in at(begun(), "petitioners", 0, "short").answer("=")[0]


def test_an_answer_that_the_file_cannot_hold_is_refused() -> None:
    held = interview()
    assert "U+0007" in held.answer("Doe\x07")[0]
    assert held.refused


def test_an_item_that_is_begun_and_not_answered_is_not_counted_as_open() -> None:
    held = begun()
    before = missing(held)
    at(held, "petitioners")
    held.answer("add")
    assert [one for one in missing(held) if one not in before] == [("petitioners", "Who asks for the writ.", False)]
