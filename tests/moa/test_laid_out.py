"""Agreements laid out by the tests: read from PDF bytes on any machine."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest

from drafter.law import load_law
from drafter.law.records import Force
from drafter.moa import Agreement, read_agreement
from drafter.moa.pdf import Page
from drafter.moa.reading import agreement
from tests.moa.layout import AGENCY, pdf, sentences, text

NOISE = random.Random(1)  # noqa: S311 - noise, no secret
MODELS = {
    "tfm-2025": "task-force", "jem-2025": "jail-enforcement", "jem-2020": "jail-enforcement",
    "wso-2025": "warrant-service", "wso-2019": "warrant-service",
}
REVISED = {"tfm-2025": "03/07/2025", "jem-2025": "02/15/2025", "wso-2025": "02/14/2025"}


def _from_pdf(folder: Path, data: bytes, name: str = "moa.pdf") -> Agreement:
    file = folder / name
    file.write_bytes(data)
    return read_agreement(file, load_law(), ocr=False)


def _pages(form: str, without: tuple[str, ...] = ()) -> tuple[Page, ...]:
    laid = text(form, revised=REVISED.get(form, ""), without=without)
    return tuple(Page("\n".join(lines)) for lines in laid)


@pytest.mark.parametrize("form", MODELS)
def test_a_form_laid_out_as_pdf_is_read_whole(form: str, tmp_path: Path) -> None:
    found = _from_pdf(tmp_path, pdf(text(form, revised=REVISED.get(form, ""))))
    assert found.model == MODELS[form]
    assert found.form == form
    assert found.agency == AGENCY
    assert found.state == "AL"
    assert found.signed == (dt.date(2025, 4, 14), dt.date(2025, 4, 22))
    assert found.is_whole
    ids = {clause.id for clause in load_law().moa_forms[form].clauses}
    assert {one.clause.id for one in found.clauses} == ids
    assert found.not_found == ()


@pytest.mark.parametrize("form", MODELS)
def test_words_page_section_and_heading_are_those_laid_out(form: str) -> None:
    laid = text(form, revised=REVISED.get(form, ""))
    found = agreement(tuple(Page("\n".join(lines)) for lines in laid), "x.pdf", load_law())
    own = {words: section for section, _, words in sentences(form)}
    joined = [" ".join(lines[:-1]) for lines in laid]
    for one in found.clauses:
        assert one.section == one.clause.section, one.clause.id
        assert one.text in own or one.runs_on, one.clause.id
        assert one.text in joined[one.page - 1] or one.last_page > one.page, one.clause.id
        if one.clause.heading and one.section != "Addendum":
            assert one.heading == one.clause.heading.upper(), one.clause.id


def test_a_clause_that_was_struck_is_not_reported_and_is_listed_as_absent() -> None:
    found = agreement(_pages("jem-2025", without=("posters", "poster-language")), "x.pdf", load_law())
    assert "posters" not in {one.clause.topic for one in found.clauses}
    assert "posters" in found.absent
    assert "steering-committee" in found.absent
    assert "jem-posters" in dict(found.not_found)


def test_a_may_in_the_place_of_a_shall_takes_the_force_away() -> None:
    pages = tuple(
        Page(page.text.replace("LEA shall remove", "LEA may remove")) for page in _pages("tfm-2025")
    )
    found = agreement(pages, "x.pdf", load_law())
    [one] = [each for each in found.clauses if each.clause.topic == "remove-personnel"]
    assert (one.operative, one.force) == ("may", Force.NONE)
    assert "may remove" in one.text
    assert one.likeness < 1


def test_a_clause_of_another_form_is_found_where_an_addendum_adds_it() -> None:
    added = "ADDENDUM TO MODIFY\nICE reserves the right to conduct an internal review of this MOA every three years."
    found = agreement((*_pages("tfm-2025"), Page(added)), "x.pdf", load_law())
    [one] = [each for each in found.clauses if each.clause.topic == "internal-review"]
    assert one.text.startswith("ICE reserves the right")
    assert one.page == found.pages
    assert "internal-review" not in found.absent


def test_a_page_without_text_is_named_and_nothing_on_it_is_called_absent() -> None:
    pages = list(_pages("jem-2025"))
    pages[-1] = Page("", picture=1.0)
    found = agreement(tuple(pages), "x.pdf", load_law())
    assert found.without_text == (len(pages),)
    assert not found.is_whole
    assert "posters" not in found.absent
    assert any("no text" in doubt for doubt in found.doubts)


def test_a_page_with_the_form_as_picture_and_fill_ins_as_text_is_mixed(tmp_path: Path) -> None:
    laid = text("jem-2025", revised="02/15/2025")
    last = len(laid)
    found = _from_pdf(tmp_path, pdf([*laid, ["Specimen County, 555-0142, May 2, 2025"]], pictured=[last]))
    assert found.mixed == (last + 1,)
    assert found.scanned == (last + 1,)
    assert any("fill-ins" in doubt for doubt in found.doubts)


def test_a_text_layer_without_words_is_told_from_text() -> None:
    signs = "".join(NOISE.choice("bcdfghjklmnpqrstvwxz \n") for _ in range(900))
    found = agreement((*_pages("jem-2025"), Page(signs, picture=1.0)), "x.pdf", load_law())
    assert found.garbled == (found.pages,)
    assert any("no words" in doubt for doubt in found.doubts)


@pytest.mark.parametrize(("name", "model"), [
    ("specimen-tfm.pdf", "task-force"), ("Specimen_JEM_2025.pdf", "jail-enforcement"),
    ("wso.pdf", "warrant-service"), ("scan0001.pdf", "other"), ("tfm-wso.pdf", "other"),
])
def test_the_model_of_a_picture_is_what_its_name_says_and_said_to_be_so(name: str, model: str) -> None:
    found = agreement((Page("", picture=1.0),), name, load_law())
    assert found.model == model
    said = any("file's name" in doubt for doubt in found.doubts)
    assert said == (model != "other")
    assert found.absent == ()


def test_fields_typed_into_the_form_name_the_agency_and_the_days(tmp_path: Path) -> None:
    laid = text("tfm-2025", signed=False)
    laid[0] = [line.replace(AGENCY + ", AL,", "________________,") for line in laid[0]]
    for lines in laid:
        lines[-1] = "Revised 03/07/2025"
    laid.append(["By signing this MOA, each party represents it is fully authorized to enter."])
    data = pdf(laid, fields={
        0: {"name of LEA": "Invented Township Police Department (ITPD)"},
        len(laid) - 1: {"Date": "05/02/2025", "Date_2": "May 9, 2025"},
    })
    found = _from_pdf(tmp_path, data)
    assert found.agency == "Invented Township Police Department"
    assert found.signed_on == dt.date(2025, 5, 9)
    assert found.signature_page == len(laid)


@pytest.mark.parametrize("form", MODELS)
def test_one_sign_in_fifty_misread_costs_hardly_a_clause_and_never_a_word(form: str) -> None:
    chance = random.Random(7)  # noqa: S311 - noise, no secret
    pages = tuple(Page(_misread(page.text, chance), picture=1.0) for page in _pages(form))
    found = agreement(pages, "x.pdf", load_law())
    true = load_law().moa_forms[form]
    assert found.model == true.model
    assert found.adverse[0].id == "AC1"
    assert len(found.clauses) >= 0.95 * len(true.clauses)
    text_read = "".join("".join(page.split()) for page in found.script.pages)
    for one in found.clauses:
        assert "".join(one.text.split()) in text_read
        assert one.scanned


def _misread(words: str, chance: random.Random) -> str:
    twins = {"l": "1", "o": "0", "e": "c", "m": "rn", "h": "b", "i": "l", " ": ""}
    return "".join(
        twins.get(sign, sign + "~") if chance.random() < 0.02 and sign not in "\n§" else sign
        for sign in words
    )
