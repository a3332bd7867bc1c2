from __future__ import annotations

from drafter.casefile import loads
from drafter.interview.review import State
from drafter.interview.session import Interview, Outcome
from drafter.law import load_law
from tests.interview.paralegal import interview
from tests.interview.test_session import SAMPLE, at, begun, type_in


def test_the_menu_shows_every_section_and_goes_there() -> None:
    held = begun()
    held.answer("!menu")
    assert len(held.prompt.choices) == 15
    held.answer("respondents")
    assert held.question is not None
    assert held.question.path[0] == "respondents"
    held.answer("!menu")
    assert "no section" in held.answer("99")[0]
    held.answer("")
    assert held.question is not None


def test_a_section_without_open_questions_is_shown_by_its_lines() -> None:
    held = interview("matter:\n  id: trial\n  short_title: Doe\n  kind: other\n")
    type_in(held, "!menu", "1")
    assert held.prompt.title == "Review: The matter"


def test_any_line_can_be_changed_from_the_review() -> None:
    held = begun()
    type_in(held, "!review", "petitioners")
    number = next(n for n, one in enumerate(held.prompt.choices, 1) if "petitioner 1: name" in one.label)
    type_in(held, str(number), "Joan Doe")
    assert held.sheet.get(("petitioners", 0, "name")) == "Joan Doe"
    assert held.prompt.title == "Review: Who asks"
    assert "no line" in held.answer("999")[0]
    held.answer("")
    assert held.prompt.title == "Review"


def test_the_review_counts_and_goes_on_with_what_is_open() -> None:
    held = begun()
    held.answer("!review")
    assert "open" in held.prompt.lines[0]
    held.answer("")
    assert held.question is not None
    held.answer("!review")
    held.answer("<")
    assert held.question is not None


def test_a_case_is_drafted_from_the_review() -> None:
    held = begun()
    type_in(held, "!review", "draft")
    assert held.outcome is Outcome.DRAFT


def test_a_case_that_cannot_be_read_is_not_drafted() -> None:
    held = begun(SAMPLE.replace("  court: almd # kept too\n", "  division: none\n"))
    held.answer("!review")
    said = held.answer("draft")
    assert held.outcome is None
    assert any("forum.court" in line for line in said)


def test_a_move_of_a_question_is_refused_on_a_page() -> None:
    held = begun()
    assert "belongs to a question" in type_in(held, "!review", "!ask who?")[0]
    assert type_in(held, "?")[0].startswith("<")


def test_review_can_be_typed_on_the_menu_and_lines_go_back_to_it() -> None:
    held = begun()
    type_in(held, "!menu", "review")
    assert held.prompt.title == "Review"
    type_in(held, "matter", "<")
    assert held.prompt.title == "Review"


def test_quit_ends_the_interview() -> None:
    held = begun()
    held.answer("!quit")
    assert held.outcome is Outcome.QUIT


def test_a_section_can_be_gone_through_whole() -> None:
    held = begun()
    held.open_section("petitioners")
    seen = []
    while held.question is not None:
        seen.append(held.question.path)
        held.answer("")
    assert ("petitioners", 0, "pseudonym") in seen
    assert ("petitioners", 1, "name") in seen
    assert held.prompt.title == "Review"


def test_an_optional_part_is_asked_for_by_yes_or_no() -> None:
    held = at(begun(), "moa")
    assert held.prompt.lines[0] == "The signed 287(g) agreement: is there one?"
    assert held.answer("perhaps") == ["Type yes or no."]
    held.answer("yes")
    assert held.question is not None
    assert held.question.path == ("moa", "agency")
    type_in(held, "The Sheriff", "task-force")
    held.open_section("agreement")
    assert "!clear" in held.answer("no")[0]


def test_no_agreement_is_passed_over() -> None:
    held = at(begun(), "moa")
    held.answer("no")
    assert ("moa",) in held.progress.passed


def test_faults_of_a_hand_written_file_are_asked_again() -> None:
    held = begun(SAMPLE.replace("level: local", "level: county"))
    question = next(q for q in held.route.agenda() if q.path == ("respondents", 0, "level"))
    assert held.route.state(question) is State.OPEN
    type_in(at(held, "respondents", 0, "level"), "local")
    assert held.route.state(question) is State.DONE


def test_the_saved_file_is_read_like_any_other() -> None:
    held = at(begun(), "petitioners", 0, "residence_county")
    held.answer("Example County")
    assert loads(held.sheet.text, "trial.yaml", load_law()).case.petitioners[0].id == "doe"


def test_the_editor_is_for_words_only() -> None:
    held = at(begun(), "petitioners", 0, "short")
    held.answer("!edit")
    assert held.wants_editor
    held = at(begun(), "petitioners", 0, "custody")
    held.answer("!edit")
    assert not held.wants_editor


def test_the_menu_leads_back_to_the_only_question_of_a_section_that_was_passed_over() -> None:
    held = interview("matter:\n  id: trial\nforum:\n  court: almd\n")
    for typed in ("!menu", "events", "", "!menu", "7"):
        held.answer(typed)
    assert held.question is not None
    assert held.question.path == ("events",)
    held.answer("add")
    assert not held.refused


def test_the_court_that_stands_is_shown_by_its_name() -> None:
    held = interview("matter:\n  id: trial\nforum:\n  court: almd\n")
    for typed in ("!review", "court", "1"):
        held.answer(typed)
    assert held.prompt.current == "United States District Court for the Middle District of Alabama (almd)"


def test_the_review_calls_what_was_chosen_by_its_name() -> None:
    held = interview(
        "matter:\n  id: trial\nforum:\n  court: almd\npetitioners:\n  - id: doe\n    name: Jane Doe\n"
        "exhibits:\n  - id: jail-log\n    title: Log of the jail\nharms:\n  - id: wages\n    petitioner: doe\n"
        "    says:\n      - say: She lost a shift.\n        sources: [{exhibit: jail-log, at: '2'}]\n"
        "verification:\n  - petitioner: doe\n    knows: [wages]\n"
    )
    type_in(held, "!review", "court")
    assert "United States District Court for the Middle District of Alabama" in _labels(held)
    type_in(held, "", "harms")
    assert "who is harmed: Jane Doe" in _labels(held)
    assert "sources: Log of the jail at 2" in _labels(held)
    type_in(held, "", "signing")
    assert "known at first hand: She lost a shift." in _labels(held)
    type_in(held, str(next(n for n, one in enumerate(held.prompt.choices, 1) if "verification" in one.label)))
    assert "1. Jane Doe" in held.prompt.lines


def _labels(held: Interview) -> str:
    return "\n".join(one.label for one in held.prompt.choices)


def test_what_was_chosen_from_a_list_of_persons_stands_there_by_name() -> None:
    held = at(begun(), "duties", 0, "owed_to")
    assert held.prompt.current == "Jane Doe; Richard Roe"
