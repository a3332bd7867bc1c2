"""How facts are told: a day is printed once, and an officer's title says whose office it is."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from drafter.wording.dates import opens_with
from tests.context.papers_of import FEDERAL, line, lines, matter

DAY = dt.date(2024, 1, 22)


@pytest.mark.parametrize("words", [
    "On January 22, 2024, USCIS received the form.", "On or about Jan. 22, 2024, it came.",
    "On Monday, January 22, 2024, it came.", "On 1/22/2024 it came.", "As of January 22, 2024, none has come.",
])
def test_a_sentence_that_begins_with_its_own_day_has_it_once(words: str) -> None:
    event = {"id": "e", "on": str(DAY), "says": [{"say": words}]}
    assert words in line(matter(FEDERAL, events=[event]), words[:12])


@pytest.mark.parametrize("words", [
    "On January 22, 2025, it came.", "On the same day, it came.", "January was cold.", "On January 2, 2024, it came.",
])
def test_another_day_at_the_beginning_is_not_taken_for_it(words: str) -> None:
    assert not opens_with(DAY, words)


def test_an_hour_that_stands_apart_is_still_told() -> None:
    event = {"id": "e", "on": str(DAY), "at": "10:20", "says": [{"say": "On January 22, 2024, she came."}]}
    assert "at 10:20 a.m." in line(matter(FEDERAL, events=[event]), "On January 22")


def test_a_step_and_an_answer_that_begin_with_their_day_have_it_once() -> None:
    step = {"id": "s", "channel": "ice-opr", "step": "Letter", "made_on": str(DAY),
            "says": [{"say": "On January 22, 2024, she wrote."}]}
    demand: dict[str, Any] = {
        "id": "d", "made_on": "2024-01-02", "to": ["fod"], "channel": "certified-mail", "asked": "he act",
        "answered_on": str(DAY), "answer": [{"say": "On January 22, 2024, he declined."}],
    }
    whole = "\n".join(lines(matter(FEDERAL, remedies=[step], demands=[demand])))
    assert "On January 22, 2024, she wrote." in whole
    assert "On January 22, 2024, he declined." in whole
    assert "on January 22" not in whole


@pytest.mark.parametrize(
    ("office", "agency", "printed"),
    [
        ("Director", "U.S. Citizenship and Immigration Services",
         "as Director, U.S. Citizenship and Immigration Services"),
        ("Director of the Sample Field Office", "U.S. Citizenship and Immigration Services",
         "as Director of the Sample Field Office, U.S. Citizenship and Immigration Services"),
        ("Director of USCIS", "U.S. Citizenship and Immigration Services", "as Director of USCIS,"),
        ("Secretary of Homeland Security", "U.S. Department of Homeland Security",
         "as Secretary of Homeland Security,"),
        ("Consul General, United States Embassy at Sample", "U.S. Department of State",
         "as Consul General, United States Embassy at Sample,"),
    ],
)
def test_the_caption_says_whose_office_it_is_where_the_title_does_not(
    office: str, agency: str, printed: str
) -> None:
    one = {**FEDERAL["respondents"][0], "office": office, "agency": agency, "level": "federal"}
    assert printed in line(matter(FEDERAL, respondents=[one]), "RILEY TESTFIELD")


def test_a_local_office_is_printed_as_it_stands() -> None:
    one = {**FEDERAL["respondents"][0], "office": "Jail Commander", "agency": "Sample County Sheriff’s Office",
           "level": "local"}
    assert "as Jail Commander," in line(matter(FEDERAL, respondents=[one]), "RILEY TESTFIELD")


def test_an_agreement_is_cited_to_a_page_only_where_somebody_gave_its_pages() -> None:
    moa = {"agency": "Example County Sheriff", "model": "task-force", "signed_on": str(DAY), "exhibit": "deal"}
    paper = [{"id": "deal", "title": "The agreement"}]
    for page, shown in ((None, False), ("14", True)):
        given = matter(FEDERAL, moa={**moa, "signature_page": page}, exhibits=paper)
        assert (" at 1.)" in line(given, "The MOA is a Task Force Model").replace("\u00a0", " ")) is shown


def test_harms_of_several_stand_under_the_names_of_those_who_bear_them() -> None:
    people = [{"id": "a", "name": "Ann Sample", "short": "Ms. Sample"}, {"id": "b", "name": "Bo Mock", "short": "Mr. Mock"}]
    harms = [
        {"id": "one", "petitioner": "a", "says": [{"say": "Her permit ran out."}]},
        {"id": "two", "petitioner": "a", "says": [{"say": "Her rent is late."}]},
        {"id": "three", "petitioner": "b", "says": [{"say": "His work ended."}]},
        {"id": "four", "petitioner": "b", "redress": "yes", "says": [{"say": "He would work again."}]},
    ]
    found = lines(matter(FEDERAL, petitioners=people, harms=harms))

    heads = ["How Ms. Sample is affected", "How Mr. Mock is affected", "How the order would help"]
    assert [one for one in found if one in heads] == heads
    alone = lines(matter(FEDERAL, petitioners=people[:1], harms=harms[:1]))
    assert "What the neglect costs" in alone
    named = lines(matter(FEDERAL, petitioners=people, harms=[{**harms[0], "heading": "The permit"}, harms[2]]))
    assert "The permit" in named
    assert not set(named) & set(heads)


def test_the_harms_of_many_have_one_heading() -> None:
    people = [{"id": f"p{n}", "name": f"Ann Sample {n}"} for n in range(7)]
    harms = [{"id": f"h{n}", "petitioner": f"p{n}", "says": [{"say": f"She lost shift {n}."}]} for n in range(7)]
    found = lines(matter(FEDERAL, petitioners=people, harms=harms))

    assert "What the neglect costs" in found
    assert not any(one.endswith("is affected") for one in found)


@pytest.mark.parametrize(("channel", "bracket"), [("email", 0), ("portal", 0), ("certified-mail", 1)])
def test_what_arrives_at_once_asks_for_no_day_of_delivery(channel: str, bracket: int) -> None:
    demand = {"id": "d", "made_on": "2026-08-03", "to": ["fod"], "channel": channel, "asked": "he send the list"}
    found = "\n".join(lines(matter(FEDERAL, demands=[demand])))
    assert found.count("It was delivered on [date of delivery]") == bracket
    told = "\n".join(lines(matter(FEDERAL, demands=[{**demand, "delivered_on": "2026-08-04"}])))
    assert "It was delivered on August 4, 2026." in told
