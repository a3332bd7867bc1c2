"""What the opening papers say, read as printed."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.law import load_law
from tests.context.papers_of import FEDERAL, STATE, line, lines, matter, printed

DEMAND: dict[str, Any] = {
    "id": "demand", "made_on": "2026-07-21", "to": ["fod"], "channel": "certified-mail",
    "asked": "he make the certification", "answer_by": "2026-08-24", "delivered_on": "2026-07-24",
}
MOA: dict[str, Any] = {
    "agency": "Fixture County Sheriff’s Office", "model": "task-force", "signed_on": "2025-04-22",
    "form_revision": "2025-03-07", "exhibit": "moa", "signature_page": "9",
}


def say(*words: str) -> list[dict[str, Any]]:
    return [{"say": one} for one in words]


def test_the_caption_names_every_party_and_no_number_is_invented() -> None:
    people = [{"id": n, "name": name} for n, name in
              (("a", "Ann Sample"), ("b", "Bo Sample"), ("c", "Cy Sample"))]
    found = lines(matter(FEDERAL, petitioners=people))

    assert "ANN SAMPLE; BO SAMPLE; and CY SAMPLE," in found
    assert any(one.startswith("RILEY TESTFIELD, in his official capacity as Field") for one in found)
    assert "Civil Action No. ____________________" in found


def test_two_petitioners_are_joined_without_a_semicolon() -> None:
    people = [{"id": "a", "name": "Ann Sample"}, {"id": "b", "name": "Bo Sample"}]

    assert "ANN SAMPLE and BO SAMPLE," in lines(matter(FEDERAL, petitioners=people))


def test_a_docket_number_prints_once_the_clerk_has_given_one() -> None:
    forum = {**FEDERAL["forum"], "docket": "6:26-cv-00000"}

    assert "Civil Action No. 6:26-cv-00000" in lines(matter(FEDERAL, forum=forum))


def test_an_abbreviation_is_explained_where_the_paper_first_uses_it() -> None:
    events = [{"id": "e", "on": "2026-01-02", "says": say("ICE said “ICE knows” of the MOA.")}]
    found = lines(matter(FEDERAL, moa=MOA, events=events))

    whole = "\n".join(found)
    assert whole.count("U.S. Immigration and Customs Enforcement (ICE)") == 1
    assert whole.count("Memorandum of Agreement (MOA)") == 1
    assert "On January 2, 2026, ICE said “ICE knows” of the MOA." in whole


def test_days_since_a_demand_are_counted_to_the_as_of_date_and_say_so() -> None:
    silence = line(matter(FEDERAL, demands=[DEMAND]), "As of November 24, 2026, 123 days")

    assert "after the demand described in paragraph" in silence
    assert "neither what it asked for nor a refusal" in silence


@pytest.mark.parametrize(
    ("sender", "words"),
    [
        ({}, "a written demand was sent to Director Testfield by certified mail"),
        ({"sent_by": "petitioners"}, "Plaintiff sent Director Testfield a written demand by"),
        ({"sent_by": "counsel"}, "counsel for Plaintiff sent Director Testfield a written demand"),
    ],
)
def test_the_paper_says_who_sent_a_demand_only_where_the_case_does(
    sender: dict[str, str], words: str
) -> None:
    assert words in line(matter(FEDERAL, demands=[DEMAND | sender]), "On July 21, 2026")


def test_a_demand_that_set_no_day_is_not_said_to_have_set_one() -> None:
    open_ended = {name: value for name, value in DEMAND.items() if name != "answer_by"}
    assert "an answer come by" not in line(matter(FEDERAL, demands=[open_ended]), "The demand asked")
    asked = open_ended | {"answer_by": {"ask": "What day did the letter set?"}}
    assert "an answer come by [" in line(matter(FEDERAL, demands=[asked]), "The demand asked")


def test_a_refusal_leaves_no_talk_of_silence() -> None:
    refused = DEMAND | {"answered_on": "2026-08-20", "refused": "yes",
                        "answer": say("He declined.")}
    whole = "\n".join(lines(matter(FEDERAL, demands=[refused])))

    assert "neither what it asked for" not in whole
    assert "On August 20, 2026, he declined." in whole
    assert "Refused Aug. 20, 2026" in whole


@pytest.mark.parametrize("base", [FEDERAL, STATE])
def test_without_efforts_the_paper_says_what_is_missing(base: dict[str, Any]) -> None:
    assert any("[demand made: date, to whom, how, answer]" in one for one in lines(matter(base)))


def test_the_table_of_steps_is_in_order_of_date() -> None:
    remedies = [
        {"id": "late", "channel": "ice-opr", "step": "Second letter", "made_on": "2026-09-01",
         "says": say("She wrote."), "number": "N-2", "response": "None"},
        {"id": "early", "channel": "ice-opr", "step": "First letter", "made_on": "2026-03-01",
         "says": say("She wrote."), "number": {"not_applicable": "none was given"},
         "response": {"ask": "What did they say?"}},
    ]
    found = lines(matter(FEDERAL, remedies=remedies, demands=[DEMAND]))

    cells = [one for one in found if one in {"First letter", "Second letter",
                                             "Demand, certified mail, to Director Testfield"}]
    assert cells == ["First letter", "Demand, certified mail, to Director Testfield",
                     "Second letter"]
    assert "268" in found


def test_a_belief_is_labelled_and_says_what_it_rests_on() -> None:
    events = [
        {"id": "one", "on": "2026-01-02", "says": say("The deputy stopped her.")},
        {"id": "two", "on": {"not_applicable": "a state of things"},
         "says": say("No certification exists."), "knowledge": "belief",
         "basis": "paragraph [#one]"},
    ]
    belief = line(matter(FEDERAL, events=events), "On information and belief, no certification")

    assert "The belief rests on paragraph 1" in belief


def test_dates_half_known_are_brackets_and_never_guesses() -> None:
    events = [
        {"id": "one", "says": say("The deputy stopped her."), "at": {"ask": "At what hour?"}},
        {"id": "two", "on": "2026-01-05", "at": "10:20 a.m.", "about": "yes",
         "says": say("She wrote.")},
        {"id": "three", "when": "In or about the spring of [?year]", "says": say("He came.")},
    ]
    found = lines(matter(FEDERAL, events=events))

    assert any("On [date], at [time], the deputy stopped her." in one for one in found)
    assert any("On or about January 5, 2026, at 10:20 a.m., she wrote." in one for one in found)
    assert any("In or about the spring of [year], he came." in one for one in found)


def test_a_clause_is_quoted_in_its_exact_words_with_page() -> None:
    clauses = [
        {"id": "a", "section": "IX", "page": "4", "words": "ICE will certify in writing.",
         "use": "Section IX says: {words}"},
        {"id": "b", "section": "X", "page": "5", "words": "the LEA shall act.",
         "use": "It adds that {words}, and no more."},
        {"id": "c", "section": "XI", "page": "6", "words": "Long words.", "use": "It goes on:",
         "block": "yes"},
        {"id": "d", "section": "XII", "page": "7", "words": "Short words.", "use": "And:"},
        {"id": "e", "section": "XIII", "page": "8", "words": "Never printed."},
    ]
    found = lines(matter(FEDERAL, moa=MOA | {"clauses": clauses}))

    assert any(one.endswith("Section IX says: “ICE will certify in writing.” (Ex. A at 4.)")
               for one in found)
    assert any("It adds that “the LEA shall act,” and no more. (Ex. A at 5.)" in one for one in found)
    assert "“Long words.” (Ex. A at 6.)" in found
    assert any("And: “Short words.” (Ex. A at 7.)" in one for one in found)
    assert not any("Never printed" in one for one in found)


@pytest.mark.parametrize(("parts", "words"), [
    ({"status": "in-force", "status_as_of": "2026-11-20", "status_source": "the public list"},
     "On information and belief, the MOA is in force. The belief rests on the public list"),
    ({}, "On [date checked], the MOA was [in force or ended]."),
    ({"status": "terminated", "status_as_of": "2026-11-20"}, "The MOA was recorded as terminated"),
])
def test_the_status_of_the_agreement_is_never_assumed(parts: dict[str, Any], words: str) -> None:
    assert any(words in one for one in lines(matter(FEDERAL, moa=MOA | parts)))


def test_nothing_is_said_of_a_status_that_does_not_apply() -> None:
    found = lines(matter(FEDERAL, moa=MOA | {"status": {"not_applicable": "draft only"}}))

    assert not any("in force" in one for one in found)


def test_the_writ_item_names_actor_act_and_deadline_and_rests_on_its_counts() -> None:
    item = line(matter(FEDERAL), "Order Director Testfield")

    assert item == (
        "A. Order Director Testfield, and any successor in office, within 30 days of the order, "
        "to make the certification (Count I; in the alternative, Count II; 5 U.S.C. § 702)."
    )


@pytest.mark.parametrize(("relief", "words"), [
    ({"hours": "2"}, "within two hours, to act"),
    ({"when": "before [?day]"}, "before [day], to act"),
    ({"days": {"ask": "How many days?"}}, "within [number] days of the order, to act"),
    ({"days": {"not_applicable": "at once"}, "scope": "for each deputy"}, "for each deputy, to act"),
    ({"days": "5", "either": ["do it", "say why not"]},
     "either (1) to do it, or (2) to say why not"),
    ({"days": "5", "either": ["a", "b", "c"]}, "(1) to a, (2) to b, or (3) to c"),
])
def test_a_deadline_is_as_the_case_says_it(relief: dict[str, Any], words: str) -> None:
    item = {"id": "r", "kind": "writ", "actors": ["fod"], "act": "act"} | relief

    assert words in line(matter(FEDERAL, relief=[item]), "Order Director Testfield")


def test_the_other_items_of_the_prayer() -> None:
    relief = [
        {"id": "d", "kind": "declaration", "act": "the act is due", "duties": ["certify"]},
        {"id": "p", "kind": "report", "actors": ["fod"], "days": "7", "act": "file a report"},
        {"id": "k", "kind": "retain", "act": "the report is filed"},
        {"id": "c", "kind": "costs"},
        {"id": "x", "kind": "other", "act": "Set an early hearing"},
        {"id": "o", "kind": "other"},
    ]
    found = lines(matter(FEDERAL, relief=relief))

    assert any(one.startswith("A. Order [officer who is to act]") for one in found)  # no writ was asked yet
    assert "B. Declare that the act is due (Count I; 28 U.S.C. § 2201);" in found
    assert any(one.startswith("C. Order Director Testfield, and any successor in office, within 7")
               for one in found)
    assert any(one.startswith("D. Retain jurisdiction until the report is filed (Count I")
               for one in found)
    assert "E. Award costs and attorney’s fees as 28 U.S.C. § 2412 allows;" in found
    assert "F. Set an early hearing; and" in found
    assert "G. Grant such other relief as is just and proper." in found


def test_one_who_sues_alone_asks_for_costs_without_fees() -> None:
    found = lines(matter(FEDERAL, pro_se="yes", relief=[{"id": "c", "kind": "costs"}]))

    assert "B. Award costs as 28 U.S.C. § 2412 allows." in found
    assert "pro se" in found


def test_costs_in_the_words_of_the_attorney_print_as_given() -> None:
    found = lines(matter(FEDERAL, relief=[{"id": "c", "kind": "costs", "act": "Award costs"}]))

    assert "B. Award costs." in found


def test_an_alternative_item_says_so() -> None:
    relief = [
        {"id": "a", "kind": "writ", "actors": ["sheriff"], "act": "release her", "hours": "2",
         "duties": ["release"]},
        {"id": "b", "kind": "writ", "actors": ["sheriff"], "act": "release her by hour 48",
         "days": {"not_applicable": "hours"}, "alternative_to": ["a"], "duties": ["hours"]},
        {"id": "c", "kind": "costs"},
        {"id": "r", "kind": "report", "actors": ["sheriff"], "act": "report", "days": "5"},
    ]
    duties = [*STATE["duties"], {"id": "hours", "catalogue": "hour-48", "alternative": "yes",
                                 "owed_by": ["sheriff"], "owed_to": ["sample"],
                                 "act": "release her by hour 48", "due": "at hour 48"}]
    found = lines(matter(STATE, relief=relief, duties=duties))

    assert any(one.startswith("A. Award a writ of mandamus commanding Sheriff Notional, and any")
               and one.endswith("(Count I);") for one in found)
    assert any(one.startswith("B. In the alternative, award a writ") and "(Count II)" in one
               for one in found)
    assert "C. Award costs; and" in found
    assert any(one.startswith("D. Command Sheriff Notional") for one in found)
    assert any("pleads this Count in the alternative to Count I." in one for one in found)
    assert any("The duty pleaded in the alternative is this:" in one for one in found)
    assert any("It is due at hour 48." in one for one in found)
    assert any("Sheriff Notional owes Ms. Sample the duty stated in paragraph" in one
               for one in found)


def test_each_state_count_incorporates_up_to_the_last_of_the_other_remedies() -> None:
    not_tried = [
        {"channel": "habeas", "reason": "She is at liberty.", "plead": "yes"},
        {"channel": "other", "reason": "It is kept for the memo."},
    ]
    paper = printed(matter(STATE, remedies_not_tried=not_tried))

    last = paper.numbers["remedy-not-tried-0"]
    assert any(one.text.endswith(f"incorporates paragraphs 1 through {last}.")
               for one in paper.lines)
    assert not any("kept for the memo" in one.text for one in paper.lines)


def test_a_remedy_tried_in_vain_is_answered_by_name() -> None:
    remedies = [{"id": "opr", "channel": "ice-opr", "step": "Complaint", "made_on": "2026-03-01",
                 "says": say("She complained."), "inadequate": say("It named no deputy.",
                                                                  "It has no power to act.")}]
    found = lines(matter(STATE, remedies=remedies))

    assert any(one.endswith("It named no deputy. It has no power to act.") for one in found)


def test_a_duty_of_the_attorney_s_own_prints_its_cite_in_a_bracket() -> None:
    duties = [{"id": "own", "cite": "Example Code 1-2-3", "words": "The officer shall answer.",
               "statement": "the officer must answer within five days.", "act": "answer",
               "not_asked": "say what the answer must be", "no_judgment": say("A date is a date."),
               "neglect": say("He did not answer."), "owed": say("She asked.")}]
    found = lines(matter(FEDERAL, duties=duties))

    assert any("[Example Code 1-2-3: attorney to confirm]" in one for one in found)
    assert any("“The officer shall answer.”" in one for one in found)
    assert any("does not ask the Court to say what the answer must be" in one for one in found)


def test_venue_names_the_prong_and_the_fact_that_meets_it() -> None:
    forum = {**FEDERAL["forum"], "venue": [
        {"prong": "plaintiff-resides", "because": {"say": "She lives here."}},
        {"prong": "events", "because": {"say": "The stop was here."}},
    ]}
    found = lines(matter(FEDERAL, forum=forum))

    assert any("proper under 28 U.S.C. § 1391(e)(1)(C). She lives here." in one for one in found)
    assert any("also proper under 28 U.S.C. § 1391(e)(1)(B). The stop was here." in one
               for one in found)


def test_a_state_petition_gives_notice_of_the_hour_it_will_be_presented() -> None:
    forum = {**STATE["forum"], "hearing_on": "2026-12-18", "hearing_at": "9:30 a.m.", "venue": [
        {"prong": "state-rule", "because": {"say": "The jail is here."}}]}
    found = lines(matter(STATE, forum=forum))

    assert any("The notice names December 18, 2026, at 9:30 a.m., as the time" in one
               for one in found)
    assert any("The jail is here. Where no statute prefers another place, venue lies where" in one
               and "Va. Code § 8.01-262(1), (4)." in one for one in found)


def test_who_the_parties_are_is_said_as_the_case_says_it() -> None:
    petitioners = [
        {"id": "org", "type": "organization", "name": "Lantern Neighbors", "short": "Lantern",
         "residence_county": "Fixture County", "residence_state": "Florida",
         "about": say("It has 12 members.")},
        {"id": "kid", "name": "A.B.", "minor": "yes", "residence_county": "Fixture County",
         "residence_state": {"not_applicable": "one is enough"}},
        {"id": "doe", "name": "Jane Doe", "pseudonym": "yes"},
    ]
    respondents = [
        {"id": "us", "type": "united-states", "level": "federal"},
        {"id": "ice", "type": "agency", "level": "federal", "name": "ICE"},
        {"id": "dept", "type": "agency", "level": "state", "name": "Department of Samples"},
        {"id": "town", "type": "agency", "level": "local", "name": "Town of Specimen"},
        {"id": "off", "level": "federal", "name": "Pat Placeholder", "office": "Director",
         "pronoun": "they", "capacity": "personal", "power": say("The Director can act.")},
    ]
    found = lines(matter(FEDERAL, petitioners=petitioners, respondents=respondents))
    whole = "\n".join(found)

    assert "Lantern Neighbors (Lantern) is an organization with its office in Fixture" in whole
    assert "A.B., a minor who is named by initials, lives in Fixture County." in whole
    assert "“Jane Doe” is a pseudonym, used subject to leave of the Court." in whole
    assert "is an agency of the United States." in whole
    assert "is an agency of the State." in whole
    assert "is a local public body." in whole
    assert "They are sued in their personal capacity." in whole
    assert "A.B., a minor" in whole


def test_a_paper_without_parties_says_so_in_brackets() -> None:
    whole = "\n".join(lines(matter(FEDERAL, petitioners=None, respondents=None, duties=None,
                                   relief=None)))

    assert "[who asks for the writ, and where that person lives]" in whole
    assert "[the officer who can do the act: name, office, address]" in whole
    assert "[what is to be ordered: officer, act, deadline]" in whole
    assert "[the duty: source, words, act]" in whole


def test_a_state_paper_without_parties_or_duty_still_prints() -> None:
    whole = "\n".join(lines(matter(STATE, petitioners=None, respondents=None, duties=None)))

    assert "[officer with power over the act]" in whole
    assert "[the duty: source, words, act]" in whole


def test_harms_and_redress_stand_under_their_headings() -> None:
    harms = [
        {"id": "h", "petitioner": "sample", "heading": "How Ms. Sample is affected",
         "says": [{"say": "She lost $68.", "quote": {"words": "lost", "exhibit": "letter"}}]},
        {"id": "r", "petitioner": "sample", "says": say("The order would help."), "redress": "yes"},
    ]
    found = lines(matter(FEDERAL, harms=harms, demands=[DEMAND]))

    assert found.index("How Ms. Sample is affected") < found.index("How the order would help")
    assert "“lost” (Ex. A.)" in found
    assert any("adversely, in the ways described in paragraph" in one for one in found)


def test_real_parties_are_named_and_status_is_reserved() -> None:
    parts = {"real_parties": [{"id": "c", "name": "Specimen County", "interest": "It pays."}],
             "moa": MOA | {"model": "jail-enforcement"}}
    found = lines(matter(STATE, **parts))

    assert any("Specimen County is a real party in interest. It pays." in one for one in found)
    assert any("states or concedes the citizenship or immigration status of Petitioner." in one
               for one in found)


def test_each_act_withheld_is_a_count_of_its_own_against_those_who_owe_it() -> None:
    first = FEDERAL["duties"][0]
    second = {**first, "id": "write", "catalogue": "written-powers", "owed_by": ["head"]}
    head = {**FEDERAL["respondents"][-1], "id": "head", "name": "Casey Testhead",
            "short": "Director Testhead"}
    found = lines(matter(FEDERAL, duties=[{**first, "owed_by": ["fod"]}, second],
                         respondents=[*FEDERAL["respondents"], head]))

    counts = [one for one in found if "Unlawfully Withheld: " in one]
    assert len(counts) == 2
    assert "Testfield" in counts[0]
    assert "Testhead" not in counts[0]
    assert "Testhead" in counts[1]


def test_one_act_withheld_is_one_count_against_everyone() -> None:
    counts = [one for one in lines(matter(FEDERAL)) if "Unlawfully Withheld" in one]

    assert len(counts) == 1
    assert "Withheld:" not in counts[0]


def test_each_duty_is_laid_to_those_who_owe_it() -> None:
    first = FEDERAL["duties"][0]
    second = {**first, "id": "write", "catalogue": "written-powers", "owed_by": ["head"]}
    head = {**FEDERAL["respondents"][-1], "id": "head", "name": "Casey Testhead",
            "short": "Director Testhead"}
    both = [*FEDERAL["respondents"], head]
    apart = line(matter(FEDERAL, duties=[{**first, "owed_by": ["fod"]}, second], respondents=both),
                 "Clear duty.")
    alike = line(matter(FEDERAL, duties=[first, {**second, "owed_by": first["owed_by"]}]),
                 "Clear duty.")

    assert "The first falls to Director Testfield and the second to Director Testhead" in apart
    assert "The duties fall to" in alike


RECORDS = sorted(one for one in load_law().duties if one.endswith("-records-production"))


@pytest.mark.no_cover  # many of one kind: counting their lines shows nothing new
@pytest.mark.parametrize("duty", RECORDS)
def test_the_records_act_of_a_state_is_pleaded_in_that_state_and_in_no_other(duty: str) -> None:
    law = load_law()
    (home,) = law.duties[duty].states
    for forum in (one for one in law.forums.values() if "state-petition" in one.vehicles):
        given = matter(STATE, forum={"court": forum.id, "county": "Specimen County"},
                       duties=[{**STATE["duties"][0], "catalogue": duty, "act": "produce the log"}])
        said = "\n".join(lines(given))
        cite = law.authorities[law.duties[duty].authorities[0]].cite
        words = law.duties[duty].statement.split("{")[0].split("[?")[0].strip()
        assert (words in said) is (forum.system == home), forum.id
        if forum.system != home:
            assert cite not in said, forum.id
            assert "[the duty in one sentence" in said, forum.id


def test_an_officer_whose_name_nobody_knows_is_called_by_the_short_title_after_the_caption() -> None:
    unnamed = {key: value for key, value in FEDERAL["respondents"][0].items() if key != "name"}
    given = matter(FEDERAL, respondents=[{**unnamed, "short": "the Director"}])
    found = lines(given)
    assert sum("[name of officer]" in one for one in found) == 2  # the caption, and the paragraph on the party
    assert any("asks the Court to order the Director, within 30 days" in one for one in found)
    assert any(one.endswith("Against the Director") for one in found)


def test_an_officer_without_name_and_short_title_goes_by_the_office_after_the_caption() -> None:
    bare = {key: value for key, value in FEDERAL["respondents"][0].items() if key not in {"name", "short"}}
    given = matter(FEDERAL, respondents=[{**bare, "office": "Director of the Sample Agency"}])
    found = lines(given)
    assert sum("[name of officer]" in one for one in found) == 2  # the caption, and the paragraph on the party
    assert any("asks the Court to order the Director of the Sample Agency, within 30 days" in one for one in found)
    assert any(one.endswith("Against the Director of the Sample Agency") for one in found)


@pytest.mark.parametrize(("words", "printed"), [
    ("Ms. Samplewell has received no answer.", "As of January 5, 2026, Ms. Samplewell has received no answer."),
    ("No decision has been made.", "As of January 5, 2026, no decision has been made."),
    ("The agency has not yet decided.", "As of January 5, 2026, the agency has not yet decided."),
    ("She had received no answer.", "On January 5, 2026, she had received no answer."),
    ("The clerk who has signed it came.", "On January 5, 2026, the clerk who has signed it came."),
    ("The deputy said that she has no case.", "On January 5, 2026, the deputy said that she has no case."),
    ("He has a car.", "On January 5, 2026, he has a car."),
])
def test_a_state_of_things_is_told_as_of_its_day(words: str, printed: str) -> None:
    event = {"id": "one", "on": "2026-01-05", "says": say(words)}
    assert any(printed in one for one in lines(matter(FEDERAL, events=[event])))


def test_lines_that_a_mail_or_a_terminal_broke_are_one_paragraph() -> None:
    event = {"id": "one", "on": "2026-01-05", "says": say("The deputy stopped\nher car.\nHe let her go.\n\nShe went home.")}
    assert any("the deputy stopped her car. He let her go. She went home." in one
               for one in lines(matter(FEDERAL, events=[event])))


def test_what_is_left_to_the_attorney_stands_in_a_sentence_and_never_alone() -> None:
    duty = {
        "id": "release", "catalogue": "training-certification", "owed_by": ["fod"], "owed_to": ["a"],
        "act": "make the certification", "owed": say("[?why it is owed to the petitioners]"),
        "no_judgment": say("[?why no judgment is left]", "The paper exists or it does not."),
    }
    found = lines(matter(FEDERAL, petitioners=[{"id": "a", "name": "Ann Sample"}], duties=[duty]))

    printed_text = "\n".join(found)
    assert ". The duty has not been performed: [how the duty was not performed].\n" in printed_text
    assert " The duty is owed to Plaintiff: [why it is owed to the petitioners].\n" in printed_text
    assert " No judgment is left to the officer: [why no judgment is left].\n" in printed_text
    assert ". The paper exists or it does not.\n" in printed_text


def test_two_who_swear_and_have_one_surname_are_told_apart() -> None:
    people = [{"id": "a", "name": "Ann Sample"}, {"id": "b", "name": "Bo Sample"}]
    harm = {"id": "cost", "petitioner": "a", "says": [{"say": "She lost work.", "sources": [{"verification": "a"}]}]}

    assert any("(Ann Sample Verif.)" in one for one in lines(matter(FEDERAL, petitioners=people, harms=[harm])))
    alone = lines(matter(FEDERAL, petitioners=people[:1], harms=[harm]))
    assert any("(Sample Verif.)" in one for one in alone)
