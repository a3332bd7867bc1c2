"""What goes with the opening paper: letters, index, notice, proof of service, disclosure, form data."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from drafter.checks.matter import Matter
from drafter.context.disclosure import DisclosureContext, disclosure_statement
from drafter.context.exhibits import ExhibitIndexContext, exhibit_index
from drafter.context.filing import FilingDataContext, filing_data
from drafter.context.heading import court_name, full_title, paper_title, short_caption
from drafter.context.letter import CoverLetterContext, cover_letter
from drafter.context.notice import NoticeContext, notice_of_application
from drafter.context.opening import OpeningFacts
from drafter.context.proof_of_service import ProofContext, proof_of_service
from drafter.context.recipients import recipients
from drafter.context.service import ServiceLettersContext, service_letters
from drafter.proofread import judge, lint, slips
from drafter.render import Ledger, Paper, shipped_template
from tests.checks.cases import matter
from tests.context.papers_of import MARK, opened, template
from tests.drafts import drafted

TITLES = ("Complaint", "Index of Exhibits", "Proposed Order")
PAPERS: Mapping[str, tuple[str, type, Callable[[Matter, OpeningFacts], object]]] = {
    "cover_letter": ("send", CoverLetterContext,
                     lambda given, facts: cover_letter(given, facts, TITLES, MARK)),
    "service_letter": ("send", ServiceLettersContext,
                       lambda given, facts: service_letters(given, facts, TITLES, MARK)),
    "exhibit_index": ("file", ExhibitIndexContext,
                      lambda given, facts: exhibit_index(given, facts, MARK)),
    "proof_of_service": ("file", ProofContext,
                               lambda given, facts: proof_of_service(given, facts, TITLES, MARK)),
    "notice_of_application": ("file", NoticeContext,
                              lambda given, facts: notice_of_application(given, facts, MARK)),
    "disclosure_statement": ("file", DisclosureContext,
                             lambda given, facts: disclosure_statement(given, facts, MARK)),
    "filing_data": ("keep", FilingDataContext,
                    lambda given, facts: filing_data(given, facts, MARK)),
}
CAPTIONED = [name for name, (kind, _, _) in PAPERS.items() if kind == "file"]
THIN: Mapping[str, Any] = dict.fromkeys((
    "verification", "relief", "demands", "duties", "respondents", "petitioners", "events",
    "harms", "counsel", "moa", "remedies", "remedies_not_tried", "exhibits",
))
FLORIDA = {"forum.court": "fl-circuit", "matter.short_title": "Fabula v. Nemo"}


def paper(name: str, given: Matter) -> Paper:
    facts = opened(given)[1]
    words = PAPERS[name][2](given, facts)
    return template(name).fill(words, Ledger(facts.labels), title=name)


def lines(name: str, given: Matter) -> list[str]:
    return [f"{one.number} {one.text}".replace("\u00a0", " ").strip()
            for one in paper(name, given).lines]


def text(name: str, given: Matter) -> str:
    return "\n".join(lines(name, given))


@pytest.mark.parametrize("changes", [{}, THIN], ids=["whole", "thin"])
@pytest.mark.parametrize("base", ["federal", "virginia"])
@pytest.mark.parametrize("name", PAPERS)
def test_each_paper_passes_the_last_look(
    name: str, base: str, changes: Mapping[str, Any]
) -> None:
    made = paper(name, matter(base, changes))

    assert judge(made.data, PAPERS[name][0]) == []
    assert slips(tuple(line.text for line in made.lines)) == []


@pytest.mark.parametrize("name", PAPERS)
def test_each_template_asks_only_for_words_that_exist_and_prints_them_all(name: str) -> None:
    report = lint(shipped_template(name), name, PAPERS[name][1])

    assert report.problems == []
    assert report.unused == []


@pytest.mark.parametrize("base", ["federal", "virginia"])
@pytest.mark.parametrize("name", CAPTIONED)
def test_each_captioned_paper_bears_the_caption_of_the_opening_paper(name: str, base: str) -> None:
    given = matter(base)
    first = [one.text for one in opened(given)[0].lines if one.style.startswith("Caption")]
    here = [one.text for one in paper(name, given).lines if one.style.startswith("Caption")]

    assert here[:-1] == first[:-1]  # all but the title
    assert len(here) > 5


@pytest.mark.parametrize("name", PAPERS)
def test_no_paper_tells_the_day_on_which_it_was_drafted_unless_it_stays(name: str) -> None:
    shown = text(name, matter("federal"))

    assert ("November 24, 2026" in shown) == (PAPERS[name][0] == "keep")


@pytest.mark.parametrize("name", PAPERS)
def test_every_blank_says_who_can_fill_it(name: str) -> None:
    for base in ("federal", "virginia"):
        for blank in paper(name, matter(base, THIN)).blanks:
            assert blank.who or blank.field, blank


def test_the_clerk_is_told_what_is_enclosed_and_asked_to_issue_the_summonses() -> None:
    shown = text("cover_letter", matter("federal"))

    assert "United States District Court for the Middle District of Alabama" in shown
    assert ("new civil action, Complaint for Relief in the Nature of Mandamus and under the "
            "Administrative Procedure Act") in shown
    assert "Index of Exhibits and Exhibits A to F" in shown
    assert "4\nCivil Cover Sheet\n1\n1\n" in shown
    assert ("5\nSummonses, one for each Defendant, the United States attorney, and the Attorney "
            "General\n4\n4\n") in shown
    assert "Please issue the summonses" in shown
    assert "Enc.: 8 papers, as listed; filing fee; return envelope" in shown
    assert "Delivery by: ____________________" in shown
    assert "§" not in shown


def test_the_clerk_gets_one_original_and_one_copy_of_each_paper_to_stamp_and_return() -> None:
    shown = text("cover_letter", matter("federal"))

    for number, title in enumerate(TITLES, start=1):
        assert re.search(rf"\n{number}\n{title}[^\n]*\n1\n1\n", shown)
    assert "One copy of each paper is to be stamped with the date of filing" in shown


def test_the_fee_is_said_to_be_enclosed_without_another_choice() -> None:
    shown = text("cover_letter", matter("federal"))

    assert ("The filing fee is enclosed, in the amount in force on the day of "
            "filing.") in shown
    assert "without paying" not in shown
    assert "wanting" not in shown


@pytest.mark.parametrize(("changes", "whom"), [
    ({"respondents.1": {"id": "us", "type": "united-states", "level": "federal"}},
     "one for the Defendant, the United States attorney, and the Attorney General"),
    ({"respondents": [{"id": "us", "type": "united-states", "level": "federal"}], "duties": None,
      "relief": None, "demands": None},
     "one for the United States attorney and the Attorney General"),
])
def test_the_summonses_are_counted_for_those_whom_they_name(
    changes: Mapping[str, Any], whom: str
) -> None:
    assert f"Summonses, {whom}" in text("cover_letter", matter("federal", changes))


def test_a_virginia_clerk_is_told_of_the_notice_and_not_of_summonses() -> None:
    shown = text("cover_letter", matter("virginia"))

    assert "Clerk of the Circuit Court\nCircuit Court of Specimen County" in shown
    assert "Fabula v. Nemo: new civil action, Verified Petition for Writ of Mandamus" in shown
    assert "names December 18, 2026, at 9:30 a.m. as the time of application" in shown
    assert "The return of its service, and of that of the Petition, is enclosed." in shown
    assert "\nReturn of Service\n" in shown
    assert "Civil Cover Sheet" in shown
    assert "Please issue the summons" not in shown
    assert "process that the rules" not in shown


def test_a_florida_clerk_is_asked_for_process() -> None:
    shown = text("cover_letter", matter("virginia", FLORIDA))

    assert "Circuit Court in and for Specimen County, Florida" in shown
    assert "Please issue the process" in shown
    assert "intended application" not in shown


def test_one_exhibit_is_listed_in_the_singular() -> None:
    facts = OpeningFacts(labels={"moa": "A"})
    words = cover_letter(matter("virginia"), facts, ("Index of Exhibits",), MARK)

    assert words.count == "3 papers, as listed; filing fee; return envelope"
    assert words.enclosures[0].title.plain == "Index of Exhibits and Exhibit A"


def test_an_index_without_exhibits_names_none() -> None:
    words = cover_letter(matter("federal"), OpeningFacts(), ("Index of Exhibits",), MARK)

    assert words.enclosures[0].title.plain == "Index of Exhibits"


def test_a_letter_is_signed_by_the_first_lawyer_and_headed_by_the_firm() -> None:
    second = {"name": "Otto Second", "bar_number": "Bar No. 00001"}
    shown = lines("cover_letter", matter("federal", {"counsel.1": second}))

    assert shown[0] == "Example Public Law Project"
    assert "Ines Draftwell" in shown
    assert "Otto Second" not in shown


def test_a_lawyer_without_a_firm_heads_the_letter_by_name() -> None:
    assert lines("cover_letter", matter("virginia"))[0] == "Ines Draftwell"


def test_a_lawyer_who_gives_no_way_to_be_reached_leaves_a_blank() -> None:
    given = matter("federal", {"counsel.0.telephone": None, "counsel.0.email": None})
    shown = text("cover_letter", given)

    assert "[telephone or email address]" in shown
    assert "please reach me as shown above" in shown


def test_one_who_sues_without_a_lawyer_writes_in_their_own_name() -> None:
    given = matter("federal", {"counsel": None, "pro_se": "yes", "petitioners.0": {
        "id": "lantern", "name": "Quill Alone"}})
    shown = lines("cover_letter", given)

    assert shown[:2] == ["Quill Alone", "[name, address, telephone and email of the sender]"]
    assert "Plaintiff" in shown


def test_the_index_lists_the_cited_exhibits_with_the_first_paragraph_that_cites_each() -> None:
    given = matter("federal", {
        "exhibits.0.dated": "April 22, 2025",
        "exhibits.6": {"id": "uncited", "title": "Paper nobody cites"},
    })
    facts = opened(given)[1]
    rows = {row.label: row for row in exhibit_index(given, facts, MARK).exhibits}

    assert list(rows) == list("ABCDEF")
    assert rows["A"].title.plain == "Memorandum of Agreement"
    assert rows["A"].dated.plain == "April 22, 2025"
    assert rows["A"].pages.plain == "13"
    assert rows["C"].first == facts.cites["log"][0] == facts.numbers["first-stop"]
    assert "Paper nobody cites" not in text("exhibit_index", given)


def test_each_exhibit_has_a_slip_sheet_in_the_order_of_the_letters() -> None:
    slipped = [one.text for one in paper("exhibit_index", matter("federal")).lines
               if one.style == "Slip Title"]

    assert slipped == [f"EXHIBIT {letter}" for letter in "ABCDEF"]


def test_no_row_or_two_of_the_index_stand_alone_on_a_page() -> None:
    with zipfile.ZipFile(io.BytesIO(paper("exhibit_index", matter("federal")).data)) as made:
        rows = made.read("word/document.xml").decode().split("<w:tr>")[2:]

    assert len(rows) == 1 + 6
    assert all("<w:cantSplit/>" in row for row in rows)
    assert ["<w:keepNext/>" in row.split("</w:tr>")[0] for row in rows] == [
        False, False, False, False, True, True, False]


def test_the_slip_sheets_bear_no_page_number() -> None:
    with zipfile.ZipFile(io.BytesIO(paper("exhibit_index", matter("federal")).data)) as made:
        index, slips_ = made.read("word/document.xml").decode().split("</w:sectPr>")[:2]
        links = made.read("word/_rels/document.xml.rels").decode()
        foot = {name: made.read(f"word/{name}.xml").decode() for name in ("footer1", "footer2")}

    assert "PAGE" in foot["footer1"]
    assert "PAGE" not in foot["footer2"]
    for part, name in ((index, "footer1"), (slips_, "footer2")):
        link = re.search(r'footerReference[^>]*r:id="(\w+)"', part)
        assert link
        assert re.search(rf'Id="{link[1]}"[^>]*{name}.xml', links)


def test_what_an_exhibit_does_not_have_prints_a_dash_and_what_is_missing_a_blank() -> None:
    given = matter("federal", {
        "exhibits.0.dated": {"not_applicable": "the form bears no date"},
        "exhibits.0.pages": {"ask": "How many pages has it?"},
        "exhibits.0.sealed": "yes",
    })
    row = exhibit_index(given, opened(given)[1], MARK).exhibits[0]

    assert row.dated.plain == "–"
    assert row.pages.plain == "[pages]"
    assert text("exhibit_index", given).count("filed under seal, by leave of the Court") == 2


def test_an_exhibit_the_paper_cites_outside_its_paragraphs_has_no_first_paragraph() -> None:
    words = exhibit_index(matter("federal"), OpeningFacts(labels={"log": "A"}), MARK)

    assert [row.first for row in words.exhibits] == ["–"]


def test_a_federal_proof_has_a_row_for_each_whom_the_rule_names() -> None:
    shown = text("proof_of_service", matter("federal"))

    assert "Fed. R. Civ. P. 4(i)" in shown
    assert ("Civil-Process Clerk, Office of the United States Attorney for the Middle District of "
            "Alabama") in shown
    assert "Attorney General of the United States" in shown
    assert "Riley Testfield, in the official capacity of Field Office Director" in shown
    assert shown.count("________\n________\n________") == 4
    assert shown.count("Under Fed. R. Civ. P. 4(i)(1)(A)") == 1
    assert shown.count("Under Fed. R. Civ. P. 4(i)(1)(B)") == 1
    assert shown.count("Under Fed. R. Civ. P. 4(i)(2)") == 2
    assert "waiver" not in shown.lower()


def test_an_officer_sued_in_person_is_served_under_the_rule_for_that() -> None:
    given = matter("federal", {"respondents.1.capacity": "personal"})

    assert recipients(given)[-1].rule.plain == "Fed. R. Civ. P. 4(i)(3)"


def test_the_server_declares_the_service_and_counsel_signs_nothing() -> None:
    shown = text("proof_of_service", matter("federal"))

    assert "I, ______________________________, declare under 28 U.S.C. § 1746 that" in shown
    assert ("not a party to this action. I served a summons and a copy of each of these papers: the "
            "Complaint, the Index of Exhibits") in shown
    assert "I declare under penalty of perjury" in shown
    assert "Executed on ____________________" in shown
    assert "Signature of server" in shown
    assert "Ines Draftwell" not in shown
    assert "sworn" not in shown


def test_a_state_return_is_sworn_before_an_officer() -> None:
    shown = text("proof_of_service", matter("virginia"))

    assert "\nRETURN OF SERVICE\n" in shown
    assert "being first duly sworn, say that" in shown
    assert "Subscribed and sworn to before me on ____________________." in shown
    assert "perjury" not in shown
    assert shown.count("Under ") == 1  # the office served besides the sheriff


def test_the_signature_of_the_server_stays_with_the_last_row_of_the_table() -> None:
    with zipfile.ZipFile(io.BytesIO(paper("proof_of_service", matter("federal")).data)) as made:
        rows = made.read("word/document.xml").decode().split("<w:tr>")[2:]

    kept = ["<w:keepNext/>" in row.split("</w:tr>")[0] for row in rows]
    assert kept == [False, False, False, False, True]  # the heads, four recipients


def test_no_letter_lists_the_proof_of_service_which_is_filed_later() -> None:
    papers = {one.name: one for one in drafted("certification-ice").papers}

    assert papers["proof-of-service"].path.startswith("file/")
    assert "Proposed Order" in papers["cover-letter-to-clerk"].lines
    for letter in ("cover-letter-to-clerk", "service-letters"):
        assert not any("roof of Service" in line for line in papers[letter].lines)


def test_a_state_return_names_each_respondent_and_what_was_served() -> None:
    virginia = text("proof_of_service", matter("virginia"))
    florida = text("proof_of_service", matter("virginia", FLORIDA))

    assert "I served a copy of each of these papers: the Complaint, the Index of Exhibits" in virginia
    assert "I served the process of the Court and a copy of each of these papers: the" in florida
    assert "Attorney General" not in virginia + florida


def test_a_virginia_sheriff_is_not_served_alone() -> None:
    named = {"forum.also_served": "County Attorney of Specimen County",
             "forum.also_served_address": "9 Plinth Street"}
    open_, told = matter("virginia"), matter("virginia", named)

    assert [one.name.plain for one in recipients(told)][1:] == ["County Attorney of Specimen County"]
    assert recipients(told)[1].rule.plain == "Va. Code § 8.01-300(4)"
    assert recipients(told)[1].address.plain == "9 Plinth Street"
    assert "where there is none, the Clerk of the County Board" in recipients(open_)[1].name.plain
    assert len(recipients(matter("virginia", FLORIDA))) == 1
    none = {"forum.also_served": {"not_applicable": "a city, whose attorney appeared"}}
    assert len(recipients(matter("virginia", none))) == 1


def test_the_office_served_besides_has_a_letter_of_its_own() -> None:
    shown = text("service_letter", matter("virginia"))

    assert shown.count("Sincerely,") == 2
    assert "served on you, besides the officer who is sued, under Va. Code § 8.01-300(4)." in shown


def test_the_united_states_as_a_party_is_served_through_its_two_offices() -> None:
    given = matter("federal", {"respondents.0": {
        "id": "us", "type": "united-states", "level": "federal"}})

    assert [one.called.plain for one in recipients(given)] == [
        "Civil-Process Clerk", "Attorney General", "Riley Testfield"]


def test_a_service_letter_for_each_recipient_cites_the_rule_and_leaves_the_mail_number() -> None:
    shown = text("service_letter", matter("federal"))

    assert shown.count("Sincerely,") == 4
    assert shown.count("By certified mail, return receipt requested, No. ____") == 4
    assert shown.count("under Fed. R. Civ. P. 4(i)") == 4
    assert shown.count("as Defendant under Fed. R. Civ. P. 4(i)(2).") == 2
    assert shown.count("for the United States, under") == 2
    assert "Dear Counsel:" in shown  # an agency has no name to be greeted by
    assert "Dear Riley Testfield:" in shown
    assert "waive" not in shown
    assert shown.count("\nSummons\n") == 4


def test_a_virginia_service_letter_goes_before_filing_with_the_notice() -> None:
    shown = text("service_letter", matter("virginia"))

    assert "The Petition has not yet been filed" in shown
    assert "The notice of the application is given under Va. Code § 8.01-644." in shown
    assert "These papers are served on you as Respondent." in shown
    assert "Summons" not in shown


def test_a_florida_service_letter_carries_the_process_of_the_court() -> None:
    shown = text("service_letter", matter("virginia", FLORIDA))

    assert "Process of the Court" in shown
    assert "not yet been filed" not in shown


def test_each_service_letter_begins_a_page() -> None:
    words = service_letters(matter("federal"), OpeningFacts(), TITLES, MARK)

    assert words.count == "4 papers, as listed"
    assert b"pageBreakBefore" in _document("service_letter")


def test_the_notice_names_day_and_hour_and_what_may_be_answered() -> None:
    shown = text("notice_of_application", matter("virginia"))

    assert "on December 18, 2026, at 9:30 a.m., or as soon" in shown
    assert "Petitioners will apply to the Circuit Court of Specimen County" in shown
    assert "Va. Code § 8.01-646" in shown
    assert "Va. Code § 8.01-647" in shown


def test_a_notice_without_day_and_hour_has_a_blank_for_each() -> None:
    given = matter("virginia", {"forum.hearing_on": None, "forum.hearing_at": None})

    assert "on [date of intended application], at [hour], or" in text("notice_of_application", given)


def test_an_hour_that_does_not_apply_is_left_out_of_the_notice() -> None:
    given = matter("virginia", {"forum.hearing_at": {"not_applicable": "the docket is called"}})

    assert "on December 18, 2026, or as soon" in text("notice_of_application", given)


@pytest.mark.parametrize(("corporation", "words"), [
    ("yes", "is a nongovernmental corporation. Its parent corporation"),
    ("no", "Plaintiff Lantern Street Neighbors is an organization that is not a corporation."),
    (None, "is [a nongovernmental corporation, or not a corporation]."),
])
def test_an_organization_discloses_what_it_is(corporation: str | None, words: str) -> None:
    shown = text("disclosure_statement", matter("federal", {
        "petitioners.0.is_corporation": corporation}))

    assert words in shown
    assert "Fed. R. Civ. P. 7.1" in shown
    assert "Samplewell is" not in shown


def test_the_data_have_a_summons_for_each_defendant_and_two_for_the_united_states() -> None:
    words = filing_data(matter("federal"), OpeningFacts(), MARK)

    assert [one.role for one in words.summonses] == [
        "For the United States", "For the United States", "Defendant", "Defendant"]
    assert words.forms_note.plain.startswith(
        "One for each row; the answer goes to Ines Draftwell, Example Public Law Project, ")


def test_the_cover_sheet_has_cause_county_and_related_cases() -> None:
    given = matter("federal", {"related_cases": [
        {"name": "Sample v. Example", "court": "Middle District", "number": "1:26-cv-00000"},
        {"name": "Other v. Example", "court": "Circuit Court"},
    ]})
    rows = {row.item: row.entry.plain for row in filing_data(given, OpeningFacts(), MARK).sheet}

    assert rows["Cause of action"].startswith("28 U.S.C. § 1361; 5 U.S.C. § 706(1): to compel ")
    assert rows["County of residence, first Plaintiff"] == (
        "Fixture County (office of an organization)")
    assert "No. 1:26-cv-00000" in rows["Related cases"]
    assert "Other v. Example, Circuit Court" in rows["Related cases"]
    assert "confirm" in rows["Filing fee"]


def test_a_county_that_does_not_apply_is_said_so() -> None:
    given = matter("virginia", {"petitioners.0.residence_county": {"not_applicable": "abroad"}})
    rows = {row.item: row.entry.plain for row in filing_data(given, OpeningFacts(), MARK).sheet}

    assert rows["County of residence, first Petitioner"] == "Not applicable"
    assert rows["Type of action"].startswith("Mandamus: to compel an officer to release")
    assert rows["Related cases"] == "No related case is named in the case file"


def test_data_for_nobody_ask_who_answers() -> None:
    given = matter("federal", {**THIN, "pro_se": "yes"})

    assert "[name and address of petitioner]" in (
        filing_data(given, OpeningFacts(), MARK).forms_note.plain)


@pytest.mark.parametrize(("changes", "words"), [
    ({"matter.short_title": "Lantern v. ICE"}, "Lantern v. ICE"),
    ({}, "Lantern Street Neighbors v. U.S. Immigration and Customs Enforcement"),
    ({"petitioners": None}, "certification"),
    ({"petitioners.0": {"id": "lantern", "name": "Quill Alone"}},
     "Alone v. U.S. Immigration and Customs Enforcement"),
    ({"petitioners.0": {"id": "lantern", "name": "Jane Doe", "pseudonym": "yes"}},
     "Jane Doe v. U.S. Immigration and Customs Enforcement"),
    ({"respondents.0": {"id": "us", "type": "united-states", "level": "federal"}},
     "Lantern Street Neighbors v. United States"),
    ({"respondents.0": {"id": "ice", "level": "federal", "name": "Riley Testfield"}},
     "Lantern Street Neighbors v. Testfield"),
    ({"respondents.0": {"id": "ice", "level": "federal", "office": "Field Office Director"}},
     "Lantern Street Neighbors v. Field Office Director"),
    ({"respondents.0": {"id": "ice", "level": "federal"}},
     "Lantern Street Neighbors v. Officer to be named"),
])
def test_the_short_caption_is_the_one_given_or_first_against_first(
    changes: Mapping[str, Any], words: str
) -> None:
    assert short_caption(matter("federal", changes).case) == words


def test_court_and_title_are_named_as_in_a_sentence() -> None:
    virginia, federal = matter("virginia"), matter("federal")

    assert court_name(virginia).plain == "Circuit Court of Specimen County"
    assert paper_title(virginia) == "Verified Petition for Writ of Mandamus"
    assert paper_title(federal) == "Complaint"
    assert full_title(federal) == (
        "Complaint for Relief in the Nature of Mandamus and under the Administrative Procedure Act")


def _document(name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(shipped_template(name))) as archive:
        return archive.read("word/document.xml")
