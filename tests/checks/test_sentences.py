"""Sentences that a check must hear, and sentences like them that it must let pass."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.case import Case
from drafter.checks import CHECKS, run_checks
from drafter.checks.matter import Matter
from drafter.checks.reading import named_day, read, years_before
from drafter.law import load_law
from tests.checks.cases import AS_OF, case, fields, matter, notes

_SAY = "events.0.says.0.say"


def _in_writ(check_id: str, words: str) -> bool:
    return bool(fields(check_id, "virginia", {"relief.0.act": words}))


def _in_fact(check_id: str, words: str) -> bool:
    return bool(fields(check_id, "federal", {_SAY: words}))


@pytest.mark.parametrize(
    "words",
    [
        "cease all holds",
        "refrain from holding Mr. Ficta",
        "not hold Mr. Ficta past his date",
        "stop detaining Mr. Ficta",
        "discontinue the practice",
        "release him and no longer honor detainers",
        "be enjoined from further holds",
        "end the practice of holds",
    ],
)
def test_a_prohibition_in_the_prayer_is_heard(words: str) -> None:
    assert _in_writ("REL002", words)


@pytest.mark.parametrize(
    "words",
    [
        "release Mr. Ficta not later than noon",
        "release Mr. Ficta no later than hour 48",
        "write down the place of each stop",
        "put his release procedure in writing",
        "release Mr. Ficta at the end of his sentence",
        "make the certification for each deputy who made a stop",
    ],
)
def test_an_act_in_the_prayer_is_no_prohibition(words: str) -> None:
    assert not _in_writ("REL002", words)


@pytest.mark.parametrize(
    "words", ["approve her petition", "issue the visa", "rule in favor of Petitioners"]
)
def test_an_outcome_is_heard(words: str) -> None:
    assert _in_writ("REL003", words)


@pytest.mark.parametrize(
    "words",
    ["decide her petition", "state whether the petition was approved", "answer the request"],
)
def test_a_decision_is_no_outcome(words: str) -> None:
    assert not _in_writ("REL003", words)


@pytest.mark.parametrize(
    "words",
    ["provide the footage of the stop", "disclose all e-mails", "answer the FOIA request"],
)
def test_records_in_a_writ_are_heard(words: str) -> None:
    assert _in_writ("EXH006", words)


def test_a_release_of_a_person_is_no_release_of_records() -> None:
    assert not _in_writ("EXH006", "release each Petitioner; the data are in Exhibit C")


@pytest.mark.parametrize("words", ["any detainee", "those similarly situated", "everyone there"])
def test_relief_for_others_is_heard(words: str) -> None:
    assert _in_writ("REL005", f"release {words}")


@pytest.mark.parametrize(
    ("check_id", "words"),
    [
        ("PRI001", "Taxpayer number 000 00 0000 was on the form."),
        ("PRI002", "Date of birth: 01/02/1990."),
        ("PRI003", "His alien number is 000 000 000."),
        ("PRI003", "The file is A000000000."),
        ("PRI005", "He paid with card no. 0000-0000-0000-0000."),
        ("PRI007", "Her home is at 4 North Fixture Avenue."),
        ("PRI008", "She is a citizen of Freedonia."),
        ("PRI008", "He overstayed."),
        ("PRI011", "Her daughter Mila cried."),
        ("PRI012", "Write to bee@example.org."),
        ("PRI013", "The plate: ABC1234 was read out."),
        ("JUR012", "She got a notice to appear."),
        ("ELE007", "The office has a backlog."),
        ("FRM014", "Time of release: ____."),
        ("FRM007", "The hold was clearly unlawful."),
    ],
)
def test_a_sentence_is_heard(check_id: str, words: str) -> None:
    assert _in_fact(check_id, words)


@pytest.mark.parametrize(
    ("check_id", "words"),
    [
        ("PRI001", "The complaint is IA-26-014 of 2026-03-02."),
        ("PRI002", "Her birthday was that week; the stop was on May 4, 2026."),
        ("PRI003", "Form I-247A and Ex. A-12 were in the file."),
        ("PRI005", "The account of May 4 fills 12 pages."),
        ("PRI007", "The deputy lives by the rule; he stopped her on County Road 12."),
        ("PRI008", "Nothing here states anyone's citizenship or immigration status."),
        ("PRI008", "She is a citizen of the United States."),
        ("PRI011", "Her son was asleep. Deputy Mockridge wrote a ticket."),
        ("PRI012", "The log shows 10:20 and 2026-01-14."),
        ("PRI013", "The deputy read the license plate aloud."),
        ("JUR012", "The detainer was still lodged."),
        ("LAW006", "He held her for 41 minutes on County Road 12."),
        ("FRM001", "He checked the box for yes/no."),
        ("FRM007", "The stop lasted 41 minutes."),
        ("FRM014", "She asked, “Why?” [sic] and [?time] passed."),
        ("EXH007", "She was tired."),
    ],
)
def test_a_sentence_passes(check_id: str, words: str) -> None:
    assert not _in_fact(check_id, words)


def test_an_empty_case_gets_notes_and_no_error() -> None:
    thin = Case.model_validate({"matter": {"id": "thin"}, "forum": {"court": "va-circuit"}})
    found = {note.id for note in run_checks(Matter(thin, load_law(), AS_OF))}
    assert {"ELE001", "PAR001", "PAR014", "DEM001", "JUR003", "JUR005", "REL001"} <= found
    assert "DUT001" not in found


@pytest.mark.parametrize("court", sorted(load_law().forums))
def test_every_check_runs_in_every_forum(court: str) -> None:
    for base in ("federal", "virginia"):
        ready = Matter(case(base, {"forum.court": court}), load_law(), AS_OF)
        assert run_checks(ready)


@pytest.mark.parametrize("duty", sorted(load_law().duties))
def test_every_check_runs_on_every_duty_of_the_catalogue(duty: str) -> None:
    ready = matter("federal", {"duties.0.catalogue": duty})
    for one in CHECKS.values():
        one.run(ready)


def test_a_question_in_place_of_each_fact_of_an_event_is_counted() -> None:
    found = notes("federal", {"events.0.on": {"ask": "Which day?"}, _SAY: "At [?hour], he came."})
    (note,) = [one for one in found if one.id == "EVI015"]
    assert "2 asked for" in note.message


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("November 20, 2026, agency website", dt.date(2026, 11, 20)),
        ("2026-11-20 by telephone", dt.date(2026, 11, 20)),
        ("Checked 11/20/2026", dt.date(2026, 11, 20)),
        ("Smarch 13, 2026; then Nov. 20, 2026", dt.date(2026, 11, 20)),
        ("last week", None),
        ("13/13/2026", None),
    ],
)
def test_a_day_is_read_out_of_a_line(line: str, day: dt.date | None) -> None:
    assert named_day(line) == day


def test_a_leap_day_has_a_day_before_it_in_other_years() -> None:
    assert years_before(dt.date(2024, 2, 29), 1) == dt.date(2023, 2, 28)


def test_one_walk_serves_all_checks() -> None:
    ready = matter("federal")
    assert read(ready) is read(ready)


def test_ids_and_working_notes_are_not_read_as_text() -> None:
    shown = {p.field for p in read(matter("federal")).passages}
    assert "matter.id" not in shown
    assert "respondents.1.holder_checked_on" not in shown
    assert _SAY in shown
