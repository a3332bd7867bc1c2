"""Small cases, and the printed lines of their opening papers."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

from drafter.case import Case
from drafter.checks.matter import Matter
from drafter.context.complaint import complaint
from drafter.context.opening import OpeningFacts
from drafter.context.petition import petition
from drafter.drafting import opening_facts
from drafter.law import load_law
from drafter.render import Ledger, Paper, Template, shipped_template

AS_OF = dt.date(2026, 11, 24)
MARK = "DRAFT FOR ATTORNEY REVIEW"
FEDERAL: dict[str, Any] = {
    "matter": {"id": "small", "short_title": "Sample v. Testfield"},
    "forum": {"court": "flmd", "division": "Orlando Division"},
    "petitioners": [{"id": "sample", "name": "Ann Sample", "short": "Ms. Sample",
                     "residence_county": "Fixture County", "residence_state": "Florida"}],
    "respondents": [{
        "id": "fod", "level": "federal", "name": "Riley Testfield", "pronoun": "he",
        "short": "Director Testfield", "office": "Field Office Director, Example Field Office",
        "address": "1 Specimen Square, Lantern City",
    }],
    "duties": [{"id": "certify", "catalogue": "training-certification", "owed_by": ["fod"],
                "act": "make the certification"}],
    "relief": [{"id": "order", "kind": "writ", "actors": ["fod"], "act": "make the certification",
                "days": "30", "duties": ["certify"]}],
}
STATE: dict[str, Any] = {
    "matter": {"id": "small"},
    "forum": {"court": "va-circuit", "county": "Specimen County"},
    "petitioners": [{"id": "sample", "name": "Ann Sample", "short": "Ms. Sample"}],
    "respondents": [{"id": "sheriff", "level": "local", "name": "Walt Notional",
                     "short": "Sheriff Notional", "office": "Sheriff of Specimen County"}],
    "duties": [{"id": "release", "catalogue": "state-release", "owed_by": ["sheriff"],
                "act": "release her"}],
}


@cache
def template(name: str) -> Template:
    """A template of ours, opened once."""
    return Template.open(shipped_template(name), name)


def opened(given: Matter) -> tuple[Paper, OpeningFacts]:
    """The opening paper as printed, and what it settled for the papers beside it."""
    ledger = Ledger()
    if given.vehicle == "federal-complaint":
        paper = template("complaint").fill(complaint(given, MARK), ledger, title="t")
    else:
        paper = template("state_petition").fill(petition(given, MARK), ledger, title="t")
    return paper, opening_facts(paper, dict(ledger.labels), ())


def matter(base: dict[str, Any], **parts: object) -> Matter:
    """A matter of a base case with some parts replaced; a part that is None is left out."""
    data = {key: value for key, value in {**base, **parts}.items() if value is not None}
    return Matter(Case.model_validate(data), load_law(), AS_OF)


def printed(given: Matter) -> Paper:
    """The opening paper as printed."""
    name, words = (
        ("complaint", complaint(given, "DRAFT")) if given.vehicle == "federal-complaint"
        else ("state_petition", petition(given, "DRAFT"))
    )
    return Template.open(shipped_template(name), name).fill(words, Ledger(), title="t")


def lines(given: Matter) -> list[str]:
    """Number and words of each paragraph, no-break spaces as plain ones."""
    return [f"{one.number} {one.text}".replace("\u00a0", " ").strip() for one in printed(given).lines]


def line(given: Matter, start: str) -> str:
    """The one paragraph whose words, after the number, begin so."""
    found = [one for one in lines(given) if one.split(" ", 1)[-1].startswith(start)
             or one.startswith(start)]
    assert len(found) == 1, found or lines(given)
    return found[0]
