"""Every question that a machine can ask of a graded packet, put to the packets of the samples."""

from __future__ import annotations

import pytest

from tests.drafts import SAMPLES
from tests.proofread.packets import Change, said, sample, without
from tests.rubric import form, substance  # noqa: F401 - they enter their questions
from tests.rubric.table import ITEMS

FULL = [one for one in SAMPLES if one != "half-known"]  # which is there to be unfinished
IDS = ["A1", "A2", "A3", "A4", "A5", "A8", "A9", "A10", "A11", "B1", "B2", "B3", "B4", "B6", "B7", "B8", "C4", "C8", "D6", "D9", "D11", "E1", "E2", "E3", "E4", "E5", "E6", "E9", "E11", "F1", "F2", "F3", "F5", "F6", "F7", "F9", "G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "H2", "H3", "H4", "I1", "I2", "I3", "I5", "I6", "I7", "J1", "J2", "J3", "J4", "J5", "J6", "J8", "K1", "K2", "K3", "K5", "K7", "K8", "L1", "L2", "L3", "L4", "L5"]
ELSEWHERE = {
    "G3": "tests/test_odd_parties.py has a minor",
    "G7": "tests/test_odd_parties.py has a pseudonym",
}


def test_every_machine_checkable_item_is_in_the_table() -> None:
    assert len(IDS) == 72
    assert set(ITEMS) == set(IDS)


@pytest.mark.parametrize("name", FULL)
@pytest.mark.parametrize("key", IDS)
def test_the_packet_of_a_sample_has_what_a_grader_asks(key: str, name: str) -> None:
    one, packet = ITEMS[key], sample(name)
    wrong = [] if one.unless(packet) else list(dict.fromkeys(one.wrong(packet)))
    assert wrong == [], one.words


def test_each_item_is_asked_of_a_sample_or_tested_elsewhere() -> None:
    never = {key for key in IDS if all(ITEMS[key].unless(sample(name)) for name in FULL)}
    assert never == set(ELSEWHERE)


ICE = "certification-ice"
SPOILED: tuple[tuple[str, Change], ...] = (
    ("A1", said("complaint", "MIDDLE DISTRICT", "SOUTHERN DISTRICT", "Caption Court")),
    ("A2", said("complaint", "BRAM PASTICHE", "et al.", "Caption Party")),
    ("A3", said("complaint", "in his official capacity as", "as")),
    ("A4", said("complaint", "Plaintiffs ask", "Petitioners ask")),
    ("A5", said("complaint", "____________________", "2:26-cv-00001", "Caption Number")),
    ("A11", said("complaint", "Plaintiffs ask", "Plaintiffs  ask")),
    ("B1", said("complaint", "Venue", "Place", "heading 1")),
    ("B3", said("complaint", "Federal law provides", "1. Federal law provides")),
    ("B4", said("complaint", "§", "", "Heading Count")),
    ("B7", said("complaint", "Either answer would do.", "Either would do. " * 60)),
    ("C4", said("complaint", "400 Facade Street", "500 Facade Street")),
    ("C8", said("complaint", "5 U.S.C. § 702", "5 U.S.C. § 701")),
    ("D6", said("complaint", "5 U.S.C. § 706(1)", "5 U.S.C. § 706(2)", "Heading Count")),
    ("D11", said("complaint", "Award costs", "Award damages", "Prayer Item")),
    ("E1", said("complaint", "On February 10, 2026", "On December 1, 2025")),
    ("E2", said("complaint", "Ex. ", "Doc. ", "Allegation")),
    ("E4", said("complaint", "Ex. A at 9", "Exhibit A at 9")),
    ("E5", said("complaint", "130 days after the demand", "131 days after the demand")),
    ("F1", said("complaint", "Count III", "Count IV", "Prayer Item")),
    ("F2", said("complaint", "within 30 days of the order and ", "and ", "Prayer Item")),
    ("F6", said("complaint", "28 U.S.C. § 2412", "the law", "Prayer Item")),
    ("H2", said("complaint", "Either answer would do.", "COMES NOW the plaintiff.")),
    ("H3", said("complaint", "Either answer would do.", "The OQLE would do.")),
    ("H4", said("complaint", "Plaintiffs ask the Court", "Plaintiff asks the Court")),
    ("I1", said("complaint", "leonie.redline@example.org", "", "Signature")),
    ("I3", said("verification", "under 28 U.S.C. § 1746", "")),
    ("I5", said("service-letters", "Civil-Process Clerk", "Clerk")),
    ("I5", said("service-letters", "Please tell me", "Please sign the waiver of service and tell me")),
    ("I6", said("proof-of-service", "_", "1")),
    ("J2", said("review-memo", "address of the clerk’s office", "address")),
    ("J4", said("review-memo", "¶ 45", "¶ 450", "Memo Table")),
    ("K1", said("cover-letter-to-clerk", "Delivery by: ____________________", "")),
    ("K3", said("cover-letter-to-clerk", "stamped", "sent")),
    ("K5", said("service-letters", "Fed. R. Civ. P. 4(i)", "Fed. R. Civ. P. 4(d)")),
    ("K7", said("service-letters", "cc: ", "")),
    ("L1", without("proposed-order")),
    ("L4", said("exhibit-index", "First ¶", "¶", "Table Head")),
)


@pytest.mark.parametrize(("key", "change"), SPOILED, ids=[f"{key}-{n}" for n, (key, _) in enumerate(SPOILED)])
def test_a_spoiled_packet_fails_the_question(key: str, change: Change) -> None:
    assert list(ITEMS[key].wrong(change(sample(ICE))))
