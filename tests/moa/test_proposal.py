"""Writing an agreement into a case: the rest of the file stays, duties are only proposed."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.casefile import update
from drafter.casefile.loading import parse
from drafter.law import load_law
from drafter.moa import Agreement
from drafter.moa.pdf import Page
from drafter.moa.proposal import changes, with_duties
from drafter.moa.reading import agreement
from tests.moa.layout import AGENCY, text

CASE = """\
# a comment at the head
matter: {id: sample}   # and one behind
moa:
  agency: Specimen
  model: task-force
  clauses:
    # entered by hand
    - {id: certification, clause: tfm-certification, section: IX, page: "4", words: by hand}
events:
  - {id: field-contact, says: [{say: It was so.}]}
duties:
  - {id: certify, catalogue: training-certification}
"""


def _paper(form: str = "tfm-2025", **how: Any) -> Agreement:  # noqa: ANN401 - passed on
    laid = text(form, **how)
    return agreement(tuple(Page("\n".join(lines)) for lines in laid), "moa.pdf", load_law())


def _data(words: str) -> dict[str, Any]:
    data = parse(words, "case.yaml").data
    assert isinstance(data, dict)
    return data


def _written(words: str, paper: Agreement, file: str = "moa.pdf") -> str:
    new = update(words, changes(paper, _data(words), file))
    return with_duties(new, paper, load_law(), _data(new))


def test_comments_and_what_was_entered_by_hand_stay() -> None:
    new = _written(CASE, _paper())
    for line in ("# a comment at the head", "# and one behind", "# entered by hand"):
        assert line in new
    clauses = _data(new)["moa"]["clauses"]
    assert clauses[0]["words"] == "by hand"
    assert [one["clause"] for one in clauses].count("tfm-certification") == 1


def test_model_days_pages_and_the_clause_on_rights_are_written() -> None:
    data = _data(_written(CASE, _paper()))
    moa = data["moa"]
    assert (moa["agency"], moa["signed_on"], moa["form_revision"]) == (AGENCY, "2025-04-22", "2025-03-07")
    assert "no-rights" in {one["id"] for one in moa["clauses"]}
    assert moa["status"]["ask"].startswith("Is the agreement in force")
    [exhibit] = data["exhibits"]
    assert exhibit["id"] == moa["exhibit"] == "agreement"
    assert exhibit["file"] == "moa.pdf"
    assert exhibit["pages"] == str(_paper().pages)


def test_an_id_that_the_case_uses_is_not_given_to_a_clause() -> None:
    ids = [one["id"] for one in _data(_written(CASE, _paper()))["moa"]["clauses"]]
    assert "moa-field-contact" in ids
    assert "field-contact" not in ids


def test_duties_are_comments_that_name_their_clauses_and_no_duty_of_the_case_again() -> None:
    new = _written(CASE, _paper())
    assert "# - id: moa-remove-personnel" in new
    assert "#   clauses: [remove-personnel]" in new
    assert "catalogue: training-certification\n" not in new.partition("keep or strike")[2]
    assert [one["id"] for one in _data(new)["duties"]] == ["certify"]


def test_a_second_reading_takes_the_place_of_the_first() -> None:
    once = _written(CASE, _paper())
    assert _written(once, _paper()) == once


def test_a_paper_that_could_not_be_read_leaves_questions() -> None:
    paper = agreement((Page("", picture=1.0),), "scan.pdf", load_law())
    moa = _data(_written("matter: {id: sample}\n", paper, ""))["moa"]
    assert moa["agency"] == "[agency]"
    assert moa["model"] == "other"
    assert "ask" in moa["signed_on"]
    assert "ask" in moa["form_revision"]


def test_an_exhibit_that_is_there_gets_its_pages_and_file() -> None:
    case = "moa: {agency: X, model: other, exhibit: paper}\nexhibits:\n  - {id: paper, title: The paper}\n"
    [exhibit] = _data(_written(case, _paper()))["exhibits"]
    assert exhibit == {"id": "paper", "title": "The paper", "pages": str(_paper().pages), "file": "moa.pdf"}


def test_where_the_case_has_every_duty_none_is_proposed() -> None:
    every = "".join(f"  - {{id: d{n}, catalogue: {one}}}\n" for n, one in enumerate(load_law().duties))
    assert "None but those that the case has." in _written(f"duties:\n{every}", _paper())


@pytest.mark.parametrize("form", ["jem-2025", "wso-2019"])
def test_a_scan_is_said_to_be_one(form: str) -> None:
    laid = text(form, revised="")
    paper = agreement(tuple(Page("\n".join(one), picture=1.0) for one in laid), "x.pdf", load_law())
    assert "OCR: compare with the paper" in _written(CASE, paper)
