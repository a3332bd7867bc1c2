"""The signed agreements themselves, where they stand beside this folder: all that truth.json says.

The truth was read in the agreements by eye and found again with another reader; it names pages
of the PDF. The agreements are public records and are not copied into the project.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from drafter.law import load_law
from drafter.moa import Agreement, read_agreement
from drafter.moa.signs import fold

SIGNED = Path(__file__).parents[3] / "shared" / "moa"
TRUTH: dict[str, Any] = json.loads(
    Path(__file__).with_name("truth.json").read_text(encoding="utf-8")
)
pytestmark = pytest.mark.skipif(
    not SIGNED.is_dir(), reason="the signed agreements are not beside this folder"
)


@cache
def _read(name: str) -> Agreement:
    return read_agreement(SIGNED / f"{name}.pdf", load_law(), ocr=False)


@pytest.mark.parametrize("name", TRUTH)
def test_model_form_agency_days_and_pages_are_those_of_the_paper(name: str) -> None:
    found, true = _read(name), TRUTH[name]
    revision, signed = found.form_revision, found.signed_on
    assert found.model == true["model"]
    assert (revision and revision.isoformat()) == true["form_revision"]
    assert found.agency == true["agency"]
    assert (signed and signed.isoformat()) == true["signed_on"]
    assert found.pages == true["pages"]
    assert list(found.without_text) == true["pages_without_text"]
    assert list(found.garbled) == true["garbled"]
    assert list(found.mixed) == true["mixed"]


@pytest.mark.parametrize("name", TRUTH)
def test_every_clause_of_the_paper_is_found_on_its_page_and_none_besides(name: str) -> None:
    pages: dict[str, list[str]] = {}
    for one in _read(name).clauses:
        pages.setdefault(str(one.page), []).append(one.clause.id)
    assert {page: sorted(ids) for page, ids in pages.items()} == TRUTH[name]["clauses"]


@pytest.mark.parametrize("name", TRUTH)
def test_every_adverse_clause_is_found_on_its_pages_and_the_one_on_rights_first(name: str) -> None:
    pages: dict[str, set[int]] = {}
    for one in _read(name).adverse:
        pages.setdefault(one.id, set()).add(one.page)
    pages.pop("AC5", None)
    assert {key: sorted(page) for key, page in pages.items()} == TRUTH[name]["adverse"]
    if "AC1" in pages:
        assert _read(name).adverse[0].id == "AC1"


@pytest.mark.parametrize("name", TRUTH)
def test_the_clause_on_rights_stands_in_its_own_section(name: str) -> None:
    found = _read(name)
    told = {one.section for one in found.adverse if one.id == "AC1"}
    assert told <= {"XVIII" if found.model == "task-force" else "VIII"}


@pytest.mark.parametrize("name", TRUTH)
def test_no_word_is_given_back_that_is_not_in_the_pdf(name: str) -> None:
    found = _read(name)
    bare = re.compile(r"\s")
    text = "".join(bare.sub("", page) for page in found.script.pages)
    for words in (*(one.text for one in found.clauses), *(one.text for one in found.adverse)):
        assert bare.sub("", words) in text


@pytest.mark.parametrize("name", TRUTH)
def test_the_words_of_a_clause_hold_the_words_of_its_form(name: str) -> None:
    for one in _read(name).clauses:
        if one.likeness == 1 and "SCSO" not in one.text and "FCSO" not in one.text:
            wanted = fold(one.clause.operative)
            assert wanted in fold(one.text) or "County" in one.text, one.clause.id


@pytest.mark.parametrize("name", [n for n in TRUTH if "tfm" in n and "scanned" not in n])
def test_a_task_force_agreement_lacks_the_limit_of_48_hours_and_the_posters(name: str) -> None:
    assert {"48-hour-limit", "posters", "citizenship-claim", "steering-committee"} <= set(
        _read(name).absent
    )


def test_a_paper_of_which_nothing_was_read_is_not_said_to_lack_anything() -> None:
    assert _read("punta-gorda-fl-tfm-2025-scanned").absent == ()
