from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest

from drafter.checks import CHECKS
from drafter.cli.notes import cites
from drafter.cli.screen import counted, painted, table
from drafter.law import load_law

Run = Callable[..., tuple[int, str, str]]


def test_every_check_is_listed_once_with_its_severity(run: Run) -> None:
    outcome, out, _ = run("checks")
    assert outcome == 0
    assert [line.split()[:2] for line in out.splitlines()] == [
        [one, CHECKS[one].severity.value] for one in sorted(CHECKS)
    ]


def test_every_check_court_and_duty_can_be_explained(run: Run) -> None:
    law = load_law()
    for command, ids in (("checks", CHECKS), ("forums", law.forums), ("duties", law.duties)):
        for one in ids:
            outcome, out, err = run(command, one)
            assert (outcome, err) == (0, "")
            assert out.startswith(f"{one}  ")
            assert "{" not in out.replace("{detail}", "")


def test_a_check_is_explained_with_its_words_and_its_sources(run: Run) -> None:
    _, out, _ = run("checks", "DUT001")
    assert "DUT001  STOP  Source of the duty" in out
    assert "It says:" in out
    for cite in cites(CHECKS["DUT001"].sources, load_law()):
        assert cite in out


def test_the_markdown_table_has_a_row_for_each_check(run: Run) -> None:
    _, out, _ = run("checks", "--markdown")
    rows = [line for line in out.splitlines() if line.startswith("| ") and "**" not in line]
    assert len(rows) == len(CHECKS) + 1
    assert all(row.count("|") == 4 for row in rows)


def test_courts_and_duties_are_listed(run: Run) -> None:
    law = load_law()
    assert [line.split()[0] for line in run("forums")[1].splitlines()] == list(law.forums)
    assert [line.split()[0] for line in run("duties")[1].splitlines()] == list(law.duties)


@pytest.mark.parametrize(
    ("command", "wanted", "message"),
    [
        ("checks", "DUT0001", 'there is no check "DUT0001". Did you mean "DUT001"?'),
        ("forums", "almx", 'there is no court "almx". Did you mean "almd"?'),
        ("duties", "zzzz", 'there is no duty "zzzz". Leave it out to see all.'),
    ],
)
def test_what_is_not_known_is_wrong_usage_with_the_nearest_name(
    run: Run, command: str, wanted: str, message: str
) -> None:
    assert run(command, wanted) == (2, "", f"drafter: {message}\n")


def test_the_schema_is_json(run: Run) -> None:
    _, out, _ = run("schema")
    assert "matter" in json.loads(out)["properties"]


def test_an_authority_from_memory_says_so_and_an_unknown_one_keeps_its_id() -> None:
    law = load_law()
    weak = next(one.id for one in law.authorities.values() if not one.may_print)
    assert cites([weak], law)[0].endswith(" (from memory: confirm)")
    assert cites(["no-such-thing"], law) == ["no-such-thing"]


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "stream", "colour"),
    [
        ({}, _Terminal(), True),
        ({"NO_COLOR": "1"}, _Terminal(), False),
        ({"TERM": "dumb"}, _Terminal(), False),
        ({}, io.StringIO(), False),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], stream: io.StringIO, *, colour: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert painted("STOP", "STOP", stream) == ("\x1b[1;31mSTOP\x1b[0m" if colour else "STOP")


def test_columns_stand_under_one_another() -> None:
    assert table([("a", "one"), ("bcd", "two")]) == "a    one\nbcd  two"
    assert table([]) == ""


def test_one_and_many_are_told_apart() -> None:
    assert [counted(n, "paper") for n in (0, 1, 2)] == ["0 papers", "1 paper", "2 papers"]
