"""In which federal district a county lies, where a State has more than one."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib import resources

_KIND = re.compile(r"\b(?:county|parish|city and county of|county of|parish of)\b", re.IGNORECASE)
_SAINT = re.compile(r"\b(?:saint|ste?)\b\.?", re.IGNORECASE)


def districts_of(state: str, county: str) -> tuple[str, ...]:
    """Ids of the district courts of a county; empty where the table does not hold it.

    Args:
        state: the two letters with which the ids of its courts begin (``al``).
        county: as printed, with or without the word “County” or “Parish”.

    Returns:
        One id; two where the statute divides the county between districts.
    """
    return _table().get((state, _bare(county)), ())


def courts_of(county: str) -> tuple[str, ...]:
    """Ids of the district courts of every county that has this name, in any State of several districts.

    Args:
        county: as printed, with or without the word “County” or “Parish”.
    """
    name = _bare(county)
    return tuple(court for (_, one), courts in _table().items() if one == name for court in courts)


def has_several(state: str) -> bool:
    """Whether a State has more than one district, so that the county decides."""
    return any(one == state for one, _ in _table())


def _bare(county: str) -> str:
    """A name without its kind, its signs and its spaces, so that De Kalb is DeKalb."""
    return re.sub(r"[^a-z]", "", _SAINT.sub("st", _KIND.sub("", county)).lower())


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, str], tuple[str, ...]]:
    text = (resources.files("drafter.law") / "counties.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for table in (tables["counties"], tables["split"]):
        for court, counties in table.items():
            for county in counties.split(", "):
                key = (court[:2], _bare(county))
                found[key] = (*found.get(key, ()), court)
    return found
