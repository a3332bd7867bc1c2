"""The signed agreement, given as a PDF where the agreement is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.interview.opening import open_interview
from drafter.interview.session import Interview
from drafter.interview.store import Store
from drafter.law import load_law
from tests.interview.paralegal import AS_OF
from tests.moa.layout import AGENCY, pdf, text

CASE = """\
matter:
  id: trial
  kind: 287g-certification # as told on the telephone
forum:
  court: almd
respondents:
  - id: sheriff
    level: local
    name: Pat Placard
"""


@pytest.fixture
def held(tmp_path: Path) -> Interview:
    """An interview that stands where the agreement is asked; the PDF lies beside the case."""
    (tmp_path / "agreement.pdf").write_bytes(pdf(text("tfm-2025")))
    (tmp_path / "trial.yaml").write_text(CASE)
    begun = open_interview(Store(tmp_path / "trial.yaml"), load_law(), AS_OF)
    begun.answer("!menu")
    begun.answer("agreement")
    assert begun.question is not None
    assert begun.question.section.id == "agreement"
    return begun


def test_the_part_is_filled_from_the_pdf_with_pages_and_exact_words(held: Interview) -> None:
    said = " ".join(held.answer("@agreement.pdf"))
    assert AGENCY in said
    assert not held.refused
    assert held.sheet.get(("moa", "model")) == "task-force"
    assert str(held.sheet.get(("moa", "agency"))).startswith(AGENCY)
    assert held.sheet.get(("moa", "signed_on")) == "2025-04-22"
    clauses = held.sheet.items(("moa", "clauses"))
    printed = " ".join(" ".join(page) for page in text("tfm-2025"))
    assert len(clauses) > 3
    for number in range(len(clauses)):
        assert str(held.sheet.get(("moa", "clauses", number, "words")))[:40] in printed
        assert held.sheet.get(("moa", "clauses", number, "page"))
    assert held.sheet.get(("exhibits", 0, "file")) == "agreement.pdf"


def test_what_stood_in_the_file_stays(held: Interview) -> None:
    held.answer("@agreement.pdf")
    assert "kind: 287g-certification # as told on the telephone" in held.sheet.text
    assert held.sheet.get(("respondents", 0, "name")) == "Pat Placard"


def test_what_the_pdf_does_not_say_is_asked(held: Interview) -> None:
    held.answer("@agreement.pdf")
    assert held.question is not None
    assert held.question.path == ("moa", "status")


@pytest.mark.parametrize(("status", "fields"), [
    ("", ["status"]), ("in-force", ["status", "status_as_of", "status_source"]),
])
def test_what_the_pdf_does_not_say_is_little(held: Interview, status: str, fields: list[str]) -> None:
    held.answer("@agreement.pdf")
    asked = []
    while held.question is not None and held.question.section.id == "agreement":
        asked.append(held.question.field)
        held.answer(status if held.question.field == "status" else "")
    assert asked == fields


def test_the_name_may_be_typed_without_the_sign_or_in_quotation_marks(held: Interview) -> None:
    held.answer('"agreement.pdf"')
    assert held.sheet.get(("moa", "model")) == "task-force"


def test_undo_takes_the_whole_agreement_out_again(held: Interview) -> None:
    before = held.sheet.text
    held.answer("@agreement.pdf")
    assert held.sheet.text != before
    held.answer("!undo")
    assert held.sheet.text == before


def test_duties_that_the_agreement_may_support_come_first_in_its_own_words(held: Interview) -> None:
    held.answer("@agreement.pdf")
    held.answer("!menu")
    held.answer("duties")
    held.answer("add")
    assert held.question is not None
    assert held.question.field == "catalogue"
    assert "in its own words" in " ".join(held.prompt.lines)
    first = held.prompt.choices[0]
    assert "the agreement says “" in first.line
    held.answer("1")
    assert held.sheet.get(("duties", 0, "catalogue")) == first.value


def test_the_clauses_that_support_a_duty_are_offered(held: Interview) -> None:
    held.answer("@agreement.pdf")
    held.answer("!menu")
    held.answer("duties")
    held.answer("add")
    held.answer("1")
    for _ in range(12):
        if held.question is not None and held.question.field == "clauses":
            break
        held.answer("" if held.question is None or not held.question.is_required else "1")
    assert held.question is not None
    assert held.question.field == "clauses"
    held.answer("=")
    named = held.sheet.items(("duties", 0, "clauses"))
    table = {str(one.id): one.duty for form in load_law().moa_forms.values() for one in form.clauses}
    kinds = {
        str(held.sheet.get(("moa", "clauses", n, "id"))): str(held.sheet.get(("moa", "clauses", n, "clause")))
        for n in range(len(held.sheet.items(("moa", "clauses"))))
    }
    assert named
    assert {table[kinds[str(one)]] for one in named} == {held.sheet.get(("duties", 0, "catalogue"))}


@pytest.mark.parametrize(
    "content", [None, b"", b"Dear Ms. Doe", b"%PDF-1.4\n", pdf([["A letter, of one line."]])[:200]],
)
def test_a_bad_pdf_is_refused_in_a_plain_sentence_and_loses_nothing(
    held: Interview, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "agreement.pdf"
    file.unlink() if content is None else file.write_bytes(content)
    before, at = held.sheet.text, held.question
    said = held.answer("@agreement.pdf")
    assert held.refused
    assert "agreement.pdf" in said[-1]
    assert "Traceback" not in " ".join(said)
    assert len(said) == 1
    assert held.sheet.text == before
    assert held.question == at


def test_a_letter_is_no_agreement(held: Interview, tmp_path: Path) -> None:
    (tmp_path / "agreement.pdf").write_bytes(pdf([["A letter about a hedge.", "Yours truly"]]))
    before = held.sheet.text
    assert "no part of a 287(g) agreement" in held.answer("@agreement.pdf")[-1]
    assert held.sheet.text == before
    assert held.question is not None
    assert held.question.path == ("moa",)


def test_the_question_says_that_the_pdf_can_be_named(held: Interview) -> None:
    assert held.prompt.title.endswith("agreement")
    assert "@agreement.pdf" in " ".join(held.prompt.lines)


def test_a_pdf_elsewhere_is_read_and_is_to_be_put_beside_the_case(
    held: Interview, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("else where") / "signed.pdf"
    elsewhere.write_bytes(pdf(text("tfm-2025")))
    said = held.answer(f"@{elsewhere}")
    assert held.sheet.get(("moa", "model")) == "task-force"
    assert "Put the PDF into the folder of the case" in " ".join(said)
    assert held.sheet.get(("exhibits", 0, "file")) is None


def test_the_clauses_that_a_pdf_fills_do_not_swell_the_count_of_what_is_answered(held: Interview) -> None:
    before = int(held.prompt.title.split(" of ")[1].split("]")[0])
    held.answer("@agreement.pdf")
    clauses = len(held.sheet.items(("moa", "clauses")))
    of = int(held.prompt.title.split(" of ")[1].split("]")[0])
    assert clauses > 3
    assert of - before < 20
    held.answer("!menu")
    row = next(one.line for one in held.prompt.choices if one.value == "agreement")
    assert int(row.split(": ")[-1].split(" done")[0]) <= of
