"""Promise 28: an identifier is pointed out however it is written, and never changed."""

from __future__ import annotations

import pytest

from tests.checks.cases import notes

PLACE = "events.0.says.0.say"
WRITTEN: dict[str, tuple[str, ...]] = {
    "PRI001": (
        "Her number is 900-12-3456.", "SSN 900123456 is hers.", "Her SSN: 900 12 3456.",
        "The social security number was 900-12-3456.", "ITIN 912-34-5678 was written.", "(900-12-3456)",
    ),
    "PRI002": (
        "She was born on March 4, 1990.", "DOB 3/4/1990.", "Date of birth: 1990-03-04.", "D.O.B. 03/04/90.",
        "Her birthday is Mar. 4, 1990.", "Birth date: March 4, 1990.",
    ),
    "PRI003": (
        "A-number A000111222.", "He wrote A-000-111-222.", "He wrote A 000 111 222.", "He wrote A#000111222.",
        "Her alien number is 000111222.", "The A-file number 000-111-222 was read.",
    ),
    "PRI004": (
        "The receipt is IOE0000000123.", "The receipt is IOE-0000000123.", "The receipt is IOE 0000000123.",
        "(MSC0000000123)", "EAC0000000123 was pending.", "He read out WAC-0000000123.",
    ),
    "PRI005": (
        "Account 000123456.", "Her account number 0001-2345-6789.", "Acct. 000 123 456.", "Routing number 000123456.",
        "Card no. 0000 1111 2222 3333.", "Her bank card 0000111122223333.",
    ),
}
CLEAN = (
    "The record of July 4, 2026 is 14 pages.", "Case number 26-000123 was given.", "He waited 90 days.",
    "The grant was $1,234,567.89.", "The ZIP code is 99999-0001.", "A deputy took account of it in 2026.",
    "She was born in 1990.", "The last four digits are 3456.", "Form I-485 was filed.", "Exhibit A at 12.",
)


@pytest.mark.parametrize(("kind", "words"), [(kind, one) for kind, all_ in WRITTEN.items() for one in all_])
def test_an_identifier_is_pointed_out_however_it_is_written(kind: str, words: str) -> None:
    found = [note for note in notes("federal", {PLACE: words}) if note.id == kind]
    assert [note.field for note in found] == [PLACE]
    assert words not in found[0].message


@pytest.mark.parametrize("words", CLEAN)
def test_what_identifies_nobody_is_left_alone(words: str) -> None:
    told = {note.id for note in notes("federal", {PLACE: words}) if note.field == PLACE}
    assert not told & WRITTEN.keys()
