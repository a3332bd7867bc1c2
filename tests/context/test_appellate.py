"""A petition to a court of appeals, and a petition for a hearing on naturalization."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from drafter.checks.matter import Matter
from drafter.context.appellate import AppellateContext, appellate, counted_words
from drafter.context.naturalization import naturalization
from drafter.context.opening import PrintedLine
from drafter.context.recipients import recipients
from drafter.drafting import Draft, draft
from drafter.papers import APPELLATE, NATURALIZATION, opening_spec, papers_for
from tests.checks.cases import matter

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _drafted(given: Matter) -> Draft:
    return draft(given.case, given.law, given.as_of)


def _opening(given: Matter) -> list[str]:
    """The lines of the opening paper, no-break spaces as plain ones."""
    return [one.replace("\u00a0", " ") for one in _drafted(given).papers[0].lines]


def _under(given: Matter, heading: str) -> list[str]:
    """The lines between a heading and the next one of the same kind."""
    lines = _opening(given)
    rest = lines[lines.index(heading) + 1:]
    stop = next((n for n, one in enumerate(rest) if one in _HEADINGS), len(rest))
    return rest[:stop]


_HEADINGS = (
    "Relief Sought", "Issues Presented", "Facts Necessary to Understand the Issues",
    "Reasons Why the Writ Should Issue", "Conclusion", "Certificate of Compliance", "Appendix",
    "Proof of Service",
)


def _changed(**changes: Any) -> Matter:  # noqa: ANN401 - a tree of text
    return matter("appellate", {key.replace("__", "."): one for key, one in changes.items()})


def _words(given: Matter) -> AppellateContext:
    return appellate(given, "DRAFT")


# --- the appellate petition --------------------------------------------------------------------


def test_the_parts_come_in_the_order_of_the_rule() -> None:
    assert [one for one in _opening(matter("appellate")) if one in _HEADINGS] == list(_HEADINGS)


def test_the_title_is_in_re_the_petitioner_and_names_the_court_below() -> None:
    lines = _opening(matter("appellate"))
    assert "IN RE" in lines
    assert "v." not in lines
    title = next(one for one in lines if one.startswith("PETITION FOR A WRIT OF MANDAMUS"))
    assert "Middle District of Alabama, No. 2:24-cv-00000 (Judge Ida Specimen)" in title


def _independent_count(data: bytes) -> int:
    """The words of the .docx before the first signature line, read without our own reader."""
    body = ET.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))  # noqa: S314 - our own
    total = 0
    for paragraph in body.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if style is not None and style.get(f"{_W}val") == "Signature":
            return total
        text = "".join(
            (part.text or "") if part.tag == f"{_W}t" else " "
            for part in paragraph.iter() if part.tag in {f"{_W}t", f"{_W}br", f"{_W}tab"}
        )
        total += len(re.findall(r"\S+", text))
    return total


@pytest.mark.parametrize("changes", [{}, {"harms.0.says.0.say": "She pays $54 a day (one way)."}, {"proceeding.issues": []}])
def test_the_certificate_states_the_words_that_an_independent_count_finds(
    changes: dict[str, Any]
) -> None:
    paper = _drafted(matter("appellate", changes)).papers[0]
    certified = next(
        match for one in paper.lines if (match := re.search(r"it has ([\d,]+) words", one)))
    found = _independent_count(paper.data)
    assert int(certified[1].replace(",", "")) == found > 300


def test_the_body_is_set_in_fourteen_points_with_serifs() -> None:
    data = _drafted(matter("appellate")).papers[0].data
    styles = zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml").decode()
    named = dict(re.findall(r'w:styleId="(\w+)">(.*?)</w:style>', styles, re.DOTALL))
    assert 'w:sz w:val="28"' in named["Normal"]
    assert "Times New Roman" in styles
    for style in ("Allegation", "Body", "BlockQuote", "Heading1", "PrayerItem", "TableText"):
        assert "w:sz " not in named[style], style


def test_what_stands_after_the_signature_is_not_counted() -> None:
    lines = [PrintedLine("Body", "", "one two\u00a0three"), PrintedLine("Signature", "", ""),
             PrintedLine("Body", "", "four five")]
    assert counted_words(lines) == 3


def test_a_petition_over_the_limit_certifies_nothing() -> None:
    long = appellate(matter("appellate"), "DRAFT", words=7801)
    assert "the limit is 7,800 words" in long.too_long.plain
    assert long.count == "7,801"
    assert not appellate(matter("appellate"), "DRAFT", words=7800).too_long


def test_a_long_petition_prints_the_blank_in_place_of_the_certificate() -> None:
    say = " ".join(["She waited for a ruling."] * 1700)
    lines = _under(_changed(events__1__says__0__say=say), "Certificate of Compliance")
    assert "[shorten the petition, or ask leave: the limit is 7,800 words]" in lines[0]
    assert "certify" not in lines[0]


def test_the_appendix_lists_the_exhibits_by_letter() -> None:
    listed = [one for one in _under(matter("appellate"), "Appendix") if one.startswith("Ex. ")]
    assert [one[:6] for one in listed] == ["Ex. A:", "Ex. B:", "Ex. C:", "Ex. D:", "Ex. E:"]
    assert len(listed) == len(matter("appellate").case.exhibits)


def test_an_exhibit_is_not_cited_by_the_list_of_the_appendix() -> None:
    packet = _drafted(matter("appellate"))
    memo = next(one for one in packet.papers if one.name == "review-memo")
    last = max(int(match[1]) for one in packet.papers[0].lines
               if (match := re.match(r"(\d+)\. ", one)))
    row = next(n for n, one in enumerate(memo.lines) if one == "Declaration of Delphine Replica")
    assert str(last) not in memo.lines[row + 4]


def test_every_party_below_is_served_and_the_judge_has_a_copy() -> None:
    given = _changed(real_parties=[{"id": "city", "name": "Quarto City", "interest": "It pays."}])
    names = [one.name.plain for one in recipients(given)]
    assert names[0] == "Fixture County Transit Board"
    assert names[1].startswith("Osric Dummy")
    assert names[2:] == ["Quarto City", "Judge Ida Specimen (copy for the trial judge)"]
    proof = " ".join(_under(given, "Proof of Service"))
    assert all(one.split(",")[0] in proof for one in names)
    assert "Quarto City" in _words(given).parties.plain


def test_one_party_below_is_spoken_of_as_one() -> None:
    given = _changed(respondents=[{"id": "board", "type": "agency", "level": "local",
                                   "name": "Fixture County Transit Board"}])
    assert _words(given).parties.plain.startswith("The only other party to the proceeding below is")


def test_only_papers_that_an_appellate_court_takes_are_in_the_packet() -> None:
    given = matter("appellate")
    assert opening_spec(given) is APPELLATE
    assert {one.name for one in papers_for(given)} == {
        "exhibit-index", "disclosure-statement", "cover-letter-to-clerk", "service-letters"}


def test_where_no_certificate_is_asked_only_an_organization_discloses() -> None:
    elsewhere = _changed(forum__court="ca4")
    assert "disclosure-statement" not in {one.name for one in papers_for(elsewhere)}


def test_the_certificate_of_interested_persons_names_judge_parties_and_lawyers_by_surname() -> None:
    drafted = {one.name: one.lines for one in _drafted(matter("appellate")).papers}
    paper = " ".join(drafted["disclosure-statement"])
    assert "CERTIFICATE OF INTERESTED PERSONS" in paper
    listed = [line for line in drafted["disclosure-statement"] if ", trial judge" in line
              or ", Petitioner" in line or ", counsel for" in line or ", Respondent" in line
              or "party below" in line or "firm of counsel" in line]
    names = [re.sub(r"^\S+ ", "", line).casefold() for line in listed]
    assert len(names) > 3
    assert names == sorted(names)
    assert "[" in drafted["disclosure-statement"][drafted["disclosure-statement"].index(listed[-1]) + 1]


def test_the_letters_ask_for_no_summons_and_no_process() -> None:
    papers = {one.name: " ".join(one.lines) for one in _drafted(matter("appellate")).papers}
    clerk, service = papers["cover-letter-to-clerk"], papers["service-letters"]
    assert "Please docket the enclosed Petition." in clerk
    assert not re.search("[Ss]ummons|process|Civil Cover Sheet", clerk + service)
    assert "Judge" not in service


def test_a_petition_that_knows_nothing_of_the_case_below_prints_brackets() -> None:
    given = matter("appellate", {"proceeding": None, "respondents": [], "relief": [],
                                 "exhibits": [], "events": [], "remedies": [], "harms": [],
                                 "petitioners": [], "remedies_not_tried": []})
    words = _words(given)
    for text in (words.below, words.court_below, words.asks, words.parties, words.proceeding,
                 words.stands, words.issues[0].text, words.reasons[0].text, words.attached,
                 words.prayer[0].text):
        assert "[" in text.plain
    assert len(words.reasons) == 1
    assert words.appendix == ()


def test_each_other_means_is_told_under_the_reason_that_there_is_none() -> None:
    lines = _under(matter("appellate"), "Reasons Why the Writ Should Issue")
    taken = next(n for n, one in enumerate(lines) if one.endswith("Each other means is taken in turn."))
    assert lines.index("No other means will bring a ruling") < taken
    assert taken < lines.index("The right to a ruling is clear")
    assert "Motion for a ruling. It has not been ruled on" in lines[taken + 2]


def test_a_party_in_care_of_counsel_is_written_to_through_counsel_under_the_rule() -> None:
    papers = {one.name: " ".join(one.lines).replace("\u00a0", " ")
              for one in _drafted(matter("appellate")).papers}
    letters = papers["service-letters"]
    assert "as counsel for a Respondent under Fed. R. App. P. 21(a)(1)" in letters
    assert "Dear Manager" not in letters


def test_the_clerk_of_a_court_of_appeals_gets_three_copies_and_one_to_stamp() -> None:
    papers = {one.name: one.lines for one in _drafted(matter("appellate")).papers}
    lines = papers["cover-letter-to-clerk"]
    at = lines.index("Petition for a Writ of Mandamus")
    assert tuple(lines[at + 1:at + 3]) == ("1", "4")


def test_an_order_complained_of_takes_the_place_of_the_motion() -> None:
    given = _changed(proceeding__order="order that stays the case", proceeding__exhibit=None,
                     proceeding__order_on="2026-02-10")
    assert _words(given).stands.plain == (
        "The order complained of is the order that stays the case, entered on February 10, 2026.")


def test_a_motion_is_counted_from_its_filing_where_it_is_not_known_to_be_ready() -> None:
    stands = _words(_changed(proceeding__ripe_since=None)).stands.plain
    assert "631 days have passed" in stands
    assert "ready for a ruling" not in stands


def test_days_that_have_not_come_are_not_counted() -> None:
    later = {"proceeding.ripe_since": "2027-01-04"}
    assert "days have passed" not in _words(matter("appellate", later)).stands.plain


def test_a_motion_that_does_not_apply_prints_nothing() -> None:
    silent = {"proceeding.motion": {"not_applicable": "the complaint itself is not ruled on"}}
    assert not _words(matter("appellate", silent)).stands


def test_a_judge_who_is_not_named_yet_is_a_bracket_and_one_who_is_none_is_silence() -> None:
    assert "[trial judge]" in _words(_changed(proceeding__judge=None)).below.plain
    none = _words(matter("appellate", {"proceeding.judge": {"not_applicable": "not assigned"}}))
    assert none.below.plain.endswith("No.\u00a02:24-cv-00000")


def test_the_items_of_the_conclusion_are_worded_by_their_kind() -> None:
    given = _changed(relief=[
        {"id": "rule", "kind": "writ", "act": "rule on the motion", "days": "30"},
        {"id": "set", "kind": "writ", "act": "set the motion for a hearing",
         "days": {"not_applicable": "at once"}, "alternative_to": ["rule"]},
        {"id": "costs", "kind": "costs"},
        {"id": "retain", "kind": "retain", "act": "keep the petition until a ruling is made"},
        {"id": "other", "kind": "other"},
    ])
    assert [one.text.plain for one in _words(given).prayer] == [
        ("Issue a writ of mandamus that directs the court below, within 30 days of the order, to "
         "rule on the motion;"),
        ("In the alternative, issue a writ of mandamus that directs the court below to set the "
         "motion for a hearing;"),
        "Award Petitioner the costs that the law allows;",
        "Keep the petition until a ruling is made; and",
        "Grant such other relief as is just and proper.",
    ]


# --- the petition for a hearing on naturalization ----------------------------------------------


def test_the_naturalization_petition_rests_on_the_hearing_first() -> None:
    lines = _opening(matter("naturalization"))
    counts = [one for one in lines if one.startswith("Count ")]
    assert [one.split(" (")[0] for one in counts] == [
        "Count I No Determination Within 120 Days of the Examination",
        "Count II Agency Action Withheld or Delayed, in the Alternative",
        "Count III Mandamus, in the Alternative"]
    assert "8 U.S.C. § 1447(b)" in counts[0]
    assert "5 U.S.C. § 706(1)" in counts[1]
    assert any(one.startswith("5. The Court has jurisdiction under 8 U.S.C. § 1447(b)")
               for one in lines)
    assert not any("Plaintiff" in one for one in lines)


def test_venue_is_the_residence_of_the_applicant_and_the_counts_in_reserve_have_a_statute_of_their_own() -> None:
    venue = naturalization(matter("naturalization"), "DRAFT").venue
    assert len(venue) == 2
    assert venue[1].text.plain.startswith(
        "For the Counts in the alternative, venue is proper under 28 U.S.C. § 1391(e)(1)(C) as well. ")
    assert venue[0].text.plain.startswith("Venue is proper under 8 U.S.C. § 1447(b). Ms. Paragon")
    none = naturalization(matter("naturalization", {"forum.venue": []}), "DRAFT").venue
    assert "[fact that the applicant lives in this district]" in none[0].text.plain
    again = matter("naturalization", {"forum.venue.1": {
        "prong": "plaintiff-resides", "because": {"say": "She has lived there since 2019."}}})
    assert "Venue" not in naturalization(again, "DRAFT").venue[1].text.plain


def test_the_writ_rests_on_the_counts_in_reserve_the_hearing_on_the_statute_and_a_report_on_all() -> None:
    items = [one for one in _opening(matter("naturalization")) if re.match("[A-F]\\. ", one)]
    assert [re.findall(r"Count I+", one) for one in items] == [
        ["Count I"], ["Count I"], ["Count II", "Count III"],
            ["Count I", "Count II", "Count III"], [], []]


def test_the_introduction_asks_for_the_hearing_and_not_for_the_writ() -> None:
    asks = naturalization(matter("naturalization"), "DRAFT").asks.plain
    assert asks.startswith("hold a hearing on Ms. Paragon’s application for naturalization and determine it, or")
    bare = naturalization(matter("naturalization", {"relief": []}), "DRAFT")
    assert bare.asks.plain.endswith("or remand it with appropriate instructions")
    assert "[" in bare.prayer[0].text.plain


def test_a_naturalization_petition_without_harm_or_duty_still_reads() -> None:
    words = naturalization(matter("naturalization", {"harms": [], "duties": []}), "DRAFT")
    assert "in the ways" not in words.counts[0].aggrieved.plain
    assert "[the duty: source, words, act]" in words.counts[0].cites.plain


def test_hearing_remand_and_writ_stand_in_an_order_each() -> None:
    packet = _drafted(matter("naturalization"))
    firsts = [
        next(line for line in one.lines if line.startswith("1. "))
        for one in packet.papers if one.name.startswith("proposed-order")]
    assert [one[:50] for one in firsts] == [
        "1. The Court will hold a hearing on Ms. Paragon’s ",
        "1. The Court remands Ms. Paragon’s application for",
        "1. The Court orders Director Backlog and Director ",
    ]


def test_the_naturalization_packet_is_that_of_a_federal_action() -> None:
    given = matter("naturalization")
    opening = opening_spec(given)
    assert opening.template == NATURALIZATION.template
    assert opening.title == "Verified Petition for a Hearing on an Application for Naturalization"
    assert {"proposed-order", "proof-of-service", "filing-data"} <= {
        one.name for one in papers_for(given)}
    data = next(one for one in _drafted(given).papers if one.name == "filing-data")
    assert any("Naturalization application" in one for one in data.lines)


def test_no_number_of_the_agency_stands_in_the_sample() -> None:
    said = " ".join(line for one in _drafted(matter("naturalization")).papers for line in one.lines)
    assert not re.search(r"\bA[- ]?\d{3}|\b(?:IOE|NBC|MSC)\d", said)
