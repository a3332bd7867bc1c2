"""Parties that are not one person with a lawyer against one officer with a name."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from drafter.case import Case
from drafter.drafting import Draft, DraftedPaper, draft
from drafter.law import load_law
from drafter.proofread import judge, slips
from tests.context.papers_of import AS_OF, FEDERAL, STATE

LONG = (
    "Joint Interagency Office for the Coordination, Supervision, Certification, and Periodic Review of "
    "the Delegated Immigration Functions of State and Local Law Enforcement Agencies of the Greater "
    "Lantern City Metropolitan Area and Its Unincorporated Townships"
)
NINETY = [f"Ann Sample {chr(65 + n // 10)}{chr(65 + n % 10)}" for n in range(90)]
RELIEF = [
    {"id": "order", "kind": "writ", "actors": ["sheriff"], "act": "release her", "days": "2",
     "duties": ["release"]},
    {"id": "costs", "kind": "costs"},
]
BASES: dict[str, dict[str, Any]] = {
    "federal": {**FEDERAL, "relief": [*FEDERAL["relief"], {"id": "costs", "kind": "costs"}]},
    "state": {**STATE, "relief": RELIEF},
}


def _asks(**fields: object) -> dict[str, Any]:
    return {"petitioners": [{"id": "one", "residence_county": "Fixture County",
                             "residence_state": "Florida", **fields}]}


PETITIONERS: dict[str, dict[str, Any]] = {
    "pro-se": {"pro_se": "yes", **_asks(name="Ann Sample", short="Ms. Sample", pronoun="she")},
    "ninety": {"petitioners": [{"id": f"p{n}", "name": name} for n, name in enumerate(NINETY)]},
    "minor": _asks(name="A. B.", minor="yes"),
    "organization": _asks(type="organization", name="Lantern Reading Society", short="the Society"),
    "pseudonym": _asks(name="Jane Roe", short="Ms. Roe", pseudonym="yes"),
}
RESPONDENTS: dict[str, dict[str, Any]] = {
    "doe": {"name": "Deputy Doe 1", "short": "Deputy Doe", "office": "Deputy assigned to the night shift"},
    "vacant": {"name": {"not_applicable": "the office is vacant"}, "short": None, "pronoun": "he"},
    "long": {"type": "agency", "name": LONG, "short": "the Office", "office": None, "pronoun": None},
}
KINDS = (*PETITIONERS, *RESPONDENTS)
ODD = [(kind, base) for kind in KINDS for base in BASES]


@cache
def drafted(kind: str, base: str) -> Draft:
    """The packet of a small case with a party of that kind; it has no exhibit at all."""
    given = BASES[base]
    parts = PETITIONERS.get(kind) or {
        "respondents": [{**given["respondents"][0], **RESPONDENTS[kind]}]}
    return draft(Case.model_validate({**given, **parts}), load_law(), AS_OF)


def _paper(kind: str, base: str, name: str = "") -> DraftedPaper:
    papers = drafted(kind, base).papers
    return next(one for one in papers if one.name == name) if name else papers[0]


def _text(paper: DraftedPaper) -> str:
    return "\n".join(paper.lines).replace("\u00a0", " ")


def _caption(paper: DraftedPaper) -> list[str]:
    return [one.text.replace("\u00a0", " ") for one in paper.paper.lines
            if one.style in {"Caption Party", "Caption Role"}]


@pytest.mark.parametrize(("kind", "base"), ODD)
def test_a_packet_with_an_odd_party_passes_its_judges(kind: str, base: str) -> None:
    papers = drafted(kind, base).papers
    assert {one.name: wrong for one in papers if (wrong := judge(one.data, one.kind))} == {}
    assert {one.name: wrong for one in papers
            if one.kind != "keep" and (wrong := slips(one.lines))} == {}


@pytest.mark.parametrize(("kind", "base"), ODD)
def test_without_exhibits_no_paper_speaks_of_one(kind: str, base: str) -> None:
    papers = [one for one in drafted(kind, base).papers if one.kind != "keep"]
    assert "exhibit-index" not in {one.name for one in papers}
    assert [one.name for one in papers if "Exhibit" in _text(one) or "Ex. " in _text(one)] == []


@pytest.mark.parametrize(("kind", "base", "ours"), [
    ("pro-se", "federal", "ANN SAMPLE,"),
    ("minor", "federal", "A. B., a minor,"),
    ("minor", "state", "A. B., a minor,"),
    ("organization", "state", "LANTERN READING SOCIETY,"),
    ("pseudonym", "federal", "JANE ROE,"),
])
def test_the_caption_names_the_petitioner_as_the_case_does(kind: str, base: str, ours: str) -> None:
    assert _caption(_paper(kind, base))[0] == ours


@pytest.mark.parametrize(("kind", "base", "theirs"), [
    ("doe", "federal", "DEPUTY DOE 1, in his official capacity as Deputy assigned to the night shift,"),
    ("doe", "state", "DEPUTY DOE 1, in the official capacity of Deputy assigned to the night shift,"),
    ("vacant", "federal", "FIELD OFFICE DIRECTOR, EXAMPLE FIELD OFFICE, in an official capacity,"),
    ("vacant", "state", "SHERIFF OF SPECIMEN COUNTY, in an official capacity,"),
    ("long", "federal", f"{LONG.upper()},"),
    ("long", "state", f"{LONG.upper()},"),
])
def test_the_caption_names_the_respondent_as_the_case_does(kind: str, base: str, theirs: str) -> None:
    assert _caption(_paper(kind, base))[2] == theirs


@pytest.mark.parametrize(("base", "role"), [("federal", "Plaintiff"), ("state", "Petitioner")])
def test_one_who_sues_alone_signs_alone(base: str, role: str) -> None:
    lines = [one.text for one in _paper("pro-se", base).paper.lines if one.style == "Signature"]
    assert lines[-6:] == ["Ann Sample", "pro se", "[address of petitioner]", "[telephone]",
                          "[email address]", role]
    assert "Counsel for" not in "\n".join(
        _text(one) for one in drafted("pro-se", base).papers if one.kind != "keep")
    assert "attorney’s fees" not in _text(_paper("pro-se", base))


@pytest.mark.parametrize("base", BASES)
def test_all_of_ninety_petitioners_are_named_in_every_caption_and_as_parties(base: str) -> None:
    for paper in drafted("ninety", base).papers:
        if paper.kind == "file":
            caption = _caption(paper)[0]
            assert [one for one in NINETY if one.upper() not in caption] == [], paper.name
            assert "et al" not in caption
    starts = [line.partition(" ")[2] for line in _paper("ninety", base).lines]
    role = "Plaintiff" if base == "federal" else "Petitioner"
    assert [one for one in NINETY if not any(s.startswith(f"{role} {one} ") for s in starts)] == []


def test_ninety_verify_one_by_one_below_one_caption() -> None:
    lines = _paper("ninety", "state", "verification").paper.lines
    assert sum(one.style == "Caption Title" for one in lines) == 90
    assert sum(one.style == "Caption Role" for one in lines) == 2


@pytest.mark.parametrize("base", BASES)
def test_a_caption_longer_than_a_page_begins_on_the_first(base: str) -> None:
    part = next(part for name, part in _paper("ninety", base).paper.trees.items() if "document" in name)
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    table = next(part.iter(f"{w}tbl"))
    assert list(table.iter(f"{w}cantSplit")) == []


@pytest.mark.parametrize("base", BASES)
def test_a_minor_is_initials_in_every_paper_and_another_verifies(base: str) -> None:
    assert "a minor who is named by initials" in _text(_paper("minor", base))
    if base == "state":
        oath = _text(_paper("minor", base, "verification"))
        assert "[name of the adult who verifies for A. B.]" in oath
        assert "[parent, guardian or next friend] of A. B., a minor" in oath


@pytest.mark.parametrize("base", BASES)
def test_an_organization_says_what_it_is_and_discloses_where_a_federal_court_asks(base: str) -> None:
    assert "Lantern Reading Society (the Society) is an organization" in _text(
        _paper("organization", base))
    names = {one.name for one in drafted("organization", base).papers}
    assert ("disclosure-statement" in names) is (base == "federal")


@pytest.mark.parametrize("base", BASES)
def test_a_pseudonym_is_told_and_the_memo_asks_for_leave(base: str) -> None:
    assert "“Jane Roe” is a pseudonym, used subject to leave of the Court." in _text(
        _paper("pseudonym", base))
    assert "PRI009" in {note.id for note in drafted("pseudonym", base).notes}
    assert any("pseudonym" in one.lower() for one in _paper("pseudonym", base, "review-memo").lines)


@pytest.mark.parametrize(("base", "name"), [
    ("federal", "Field Office Director, Example Field Office"), ("state", "Sheriff of Specimen County"),
])
def test_a_vacant_office_is_sued_by_its_title_and_by_no_pronoun(base: str, name: str) -> None:
    text = _text(_paper("vacant", base))
    assert f"{name} is sued by the title of the office." in text
    assert "The officer is sued in an official capacity." in text
    assert f"{name}, {name}" not in _text(_paper("vacant", base, "proposed-order"))
    letters = _text(_paper("vacant", base, "service-letters"))
    assert f"Dear {name}:" in letters
    demand = [one.text for one in _paper("vacant", base, "demand-letter").paper.lines]
    assert demand.count(name) == 1
    assert "in his official capacity" not in text
