"""Who signed, where and when: read in the ways in which the papers say it."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.moa import particulars
from drafter.moa.pdf import Page

SIGNING = (
    "By signing this MOA, each party represents it is fully authorized, and agrees to be bound "
    "thereto to the fullest extent allowed by law.\n"
)


def _opening(words: str) -> Page:
    return Page(f"Department of Homeland Security (DHS), and {words}")


@pytest.mark.parametrize(("words", "agency", "short", "state"), [
    ("the Specimen County Sheriff’s Office (SCSO), pursuant to which ICE delegates",
     "Specimen County Sheriff's Office", "SCSO", ""),
    ("Specimen County Sheriffs Office, AL ' hereinafter the law enforcement agency",
     "Specimen County Sheriff's Office", "", "AL"),
    ("the Specimen County Sheritrs Office, pursuant to which ICE delegates",
     "Specimen County Sheriff's Office", "", ""),
    ("the Specimen County Sherif rs Office (SCSO), pursuant to which",
     "Specimen County Sheriff's Office", "SCSO", ""),
    ("the________, pursuant to which ICE delegates to nominated, Georgia Sample Office (GSO)\nx",
     "Georgia Sample Office", "GSO", "GA"),
    ("the Invented City Police Department Florida, pursuant to which",
     "Invented City Police Department", "", "FL"),
    ("the U.S. Immigration and Customs Enforcement office, pursuant to which", "", "", ""),
])
def test_the_agency_is_read_in_the_opening_words(
    words: str, agency: str, short: str, state: str
) -> None:
    assert particulars.agency([_opening(words)]) == (agency, short, state)


def test_without_pages_or_words_there_is_no_agency() -> None:
    assert particulars.agency([]) == ("", "", "")
    assert particulars.agency([Page("nothing of the kind")]) == ("", "", "")


def test_the_state_is_read_in_an_address_after_the_signatures() -> None:
    pages = [
        _opening("the Specimen County Sheriff's Office, pursuant to which"),
        Page(SIGNING), Page("242 Sample Rd, Specimen, TN 37000"),
    ]
    assert particulars.agency(pages)[2] == "TN"


def test_the_address_of_the_federal_lawyers_is_not_the_states() -> None:
    pages = [
        _opening("the Specimen County Sheriff's Office, pursuant to which"),
        Page("OPLA field location at 1 Sample St, New Orleans, LA 70130"),
        Page(SIGNING), Page("For the LEA: Specimen"),
    ]
    assert particulars.agency(pages)[2] == ""


def test_the_state_is_the_one_that_the_paper_represents() -> None:
    pages = [_opening("the Department of Samples, pursuant to which. It represents the State of Ohio")]
    assert particulars.agency(pages)[2] == "OH"


@pytest.mark.parametrize(("words", "days"), [
    ("Date: March 5, 2025 Date: 6/18/2025", ["2025-03-05", "2025-06-18"]),
    ("02/19/25 'DWH BBB February 26, 2025", ["2025-02-19", "2025-02-26"]),
    ("Date: 2020.06.09 13:32:16", ["2020-06-09"]),
    ("D&e __ O_C_T_1_5_2_01_9 __", ["2019-10-15"]),
    ("Date: 02-18-25", ["2025-02-18"]),
    ("Date: 13/45/2025, Foobar 3, 2025, June 31, 2025, May 4, 1999", []),
    ("Date: s/;z_/4----", []),
])
def test_days_of_signing_are_read_as_they_are_written(words: str, days: list[str]) -> None:
    found = particulars.signing_days([Page("June 1, 2018"), Page(SIGNING + words)])
    assert [day.isoformat() for day in found] == days


def test_a_day_before_the_form_was_made_is_no_day_of_signing() -> None:
    pages = [Page("x Revised 02/15/2025"), Page(SIGNING + "Date: March 3, 2024 Date: March 3, 2025")]
    assert particulars.signing_days(pages) == (dt.date(2025, 3, 3),)


def test_a_stamp_on_a_picture_of_the_signature_page_tells_the_day() -> None:
    pages = [Page("words " * 200), Page("February 24, 2025 Acting", picture=1.0)]
    assert particulars.signature_page(pages) is None
    assert particulars.signing_days(pages) == (dt.date(2025, 2, 24),)


def test_the_date_of_the_form_is_the_one_that_most_feet_bear() -> None:
    pages = [Page("Revised 02/12/2025"), Page("Rev1sed 02/12/2025"), Page("Revised 12/02/2025")]
    assert particulars.revision(pages) == dt.date(2025, 2, 12)
    assert particulars.revision([Page("Revised 02/31/2025")]) is None


def test_a_digit_misread_in_the_signing_sentence_does_not_hide_the_page() -> None:
    assert particulars.signature_page([Page("By s1gning this M0A each party represents")]) == 1


def _scan(first: str, second: str) -> list[Page]:
    return [Page(SIGNING + first, picture=1.0, by_ocr=True, again=SIGNING + second)]


@pytest.mark.parametrize(("first", "second", "days", "doubtful"), [
    ("Date: 5/2/2025 Date: 6/18/2025", "Date: 5/2/2025 Date: 6/18/2025", ["2025-05-02", "2025-06-18"], []),
    ("Date: 5/2/2025 Date: 9/18/2025", "Date: 5/2/2025 Date: 6/18/2025", [],
     ["2025-05-02", "2025-06-18", "2025-09-18"]),
    ("Date: 02/28/2025 Date: March §, 2025", "Date: 02/28/2025 Date: March §, 2025", [], ["2025-02-28"]),
    ("Date: 3/31/25", "Date: 3/31/25", [], ["2025-03-31"]),
    ("Date: scrawl Date: March 3, 2025", "Date: sc Date: March 3, 2025", ["2025-03-03"], []),
])
def test_a_day_on_a_scan_is_told_only_where_two_readings_agree_and_none_is_left_over(
    first: str, second: str, days: list[str], doubtful: list[str]
) -> None:
    read = particulars.signing(_scan(first, second))
    assert [day.isoformat() for day in read.days] == days
    assert [day.isoformat() for day in read.doubtful] == doubtful
    assert read.scanned == bool(days)


def test_a_day_in_the_text_layer_of_a_scan_is_marked_and_one_half_read_is_not_taken() -> None:
    whole = Page(SIGNING + "Date: --- Date: 6/18/2025", picture=1.0)
    assert particulars.signing([whole]) == particulars.Signing((dt.date(2025, 6, 18),), scanned=True)
    half = Page(SIGNING + "Date: 3/31/25 Date: 04/24/202", picture=1.0)
    assert particulars.signing([half]).days == ()


def test_an_agency_on_a_scan_is_named_only_where_a_second_reading_has_its_words() -> None:
    words = "(DHS), and the {} Department of Public Safety, pursuant to which"
    slip = Page(words.format("Seog"), picture=1.0, by_ocr=True, again=words.format("Sees"))
    sound = Page(words.format("Sample"), picture=1.0, by_ocr=True, again=words.format("Sample"))
    assert particulars.agency([slip])[0] == ""
    assert particulars.agency([sound])[0] == "Sample Department of Public Safety"


@pytest.mark.parametrize(("printed", "agency"), [
    ("the Sample Counfy Sberiff's Office", "Sample County Sheriff's Office"),
    ("fhe Sample County Sheriffs Offlce", "Sample County Sheriff's Office"),
    ("the Sample Police Departrnent", "Sample Police Department"),
    ("the Office of Pblic Affairs", ""),
])
def test_a_usual_ending_that_a_scan_misread_is_put_right_and_an_office_of_ice_is_no_agency(
    printed: str, agency: str
) -> None:
    page = Page(f"(DHS), and {printed}, pursuant to which", picture=1.0)
    assert particulars.agency([page])[0] == agency
    as_typed = particulars.agency([Page(f"(DHS), and {printed}, pursuant to which")])[0]
    assert as_typed != agency or not agency  # what was typed so stays so
