"""The map of counties: whole, and told apart where names are alike."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib import resources

import pytest

from drafter.law import load_law
from drafter.law.counties import districts_of, has_several

TABLES = tomllib.loads(
    (resources.files("drafter.law") / "counties.toml").read_text(encoding="utf-8")
)
# Counties or parishes of each State; Virginia has the list of the statute, with five that are gone.
COUNTIES = {"al": 67, "ar": 75, "ca": 58, "fl": 67, "ga": 159, "il": 102, "in": 92, "ia": 99,
            "ky": 120, "la": 64, "mi": 83, "ms": 82, "mo": 114, "ny": 62, "nc": 100, "oh": 88,
            "ok": 77, "pa": 67, "tn": 95, "tx": 254, "wa": 39, "wv": 55, "wi": 72}
RESPELT = {"ar": 1, "fl": 1, "in": 2, "ky": 1, "mo": 1, "oh": 1, "tx": 4}  # names of today besides


def test_each_court_of_the_table_is_a_district_of_a_state_that_has_several() -> None:
    courts = {key for key, one in load_law().forums.items() if one.vehicle == "federal-complaint"}
    several = {key for key, n in Counter(one[:2] for one in courts).items() if n > 1}
    named = set(TABLES["counties"])
    assert named <= courts
    assert {key for key in courts if key[:2] in several and key not in {"nmd", "nmid"}} == named


@pytest.mark.parametrize("state", sorted(COUNTIES))
def test_every_county_of_a_state_is_in_the_table_once(state: str) -> None:
    names = [county for table in TABLES.values() for court, counties in table.items()
             if court[:2] == state for county in counties.split(", ")]
    split = {one for key, counties in TABLES["split"].items() if key[:2] == state
             for one in counties.split(", ")}
    assert len(names) - len(split) == COUNTIES[state] + RESPELT.get(state, 0)
    assert {one for one, n in Counter(names).items() if n > 1} <= split


@pytest.mark.parametrize(("state", "county", "courts"), [
    ("ga", "DeKalb County", ("gand",)), ("ga", "De Kalb", ("gand",)),
    ("la", "St. Tammany Parish", ("laed",)), ("fl", "Miami-Dade County", ("flsd",)),
    ("mo", "Ste. Genevieve County", ("moed",)), ("nc", "Hoke County", ("nced", "ncmd")),
    ("al", "Fixture County", ()), ("ia", "O'Brien County", ("iand",)),
])
def test_a_county_is_found_however_it_is_written(
    state: str, county: str, courts: tuple[str, ...]
) -> None:
    assert districts_of(state, county) == courts


def test_in_a_state_with_one_district_the_county_decides_nothing() -> None:
    assert not has_several("az")
    assert has_several("nc")
