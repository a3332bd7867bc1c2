"""Every trap that the research knows is answered by something that exists."""

from __future__ import annotations

from drafter.checks import CHECKS
from tests.checks.traps import STATES, TRAPS


def test_no_trap_of_the_research_is_left_out() -> None:
    assert sorted(TRAPS) == list(range(1, 101))
    assert sorted(STATES) == list(range(1, 11))


def test_each_check_that_answers_a_trap_exists() -> None:
    for number, answer in (*TRAPS.items(), *STATES.items()):
        if isinstance(answer, str):
            assert len(answer.split()) > 5, f"{number}: says what answers it"
        else:
            assert [one for one in answer if one not in CHECKS] == [], number


def test_most_traps_are_answered_by_a_check_and_not_by_a_sentence() -> None:
    assert sum(isinstance(one, tuple) for one in TRAPS.values()) >= 90


def test_there_are_as_many_checks_as_were_promised() -> None:
    assert len(CHECKS) >= 110
