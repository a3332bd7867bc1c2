"""The memo of small cases, over their opening papers as printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from drafter.checks import run_checks
from drafter.checks.matter import Matter
from drafter.context.complaint import complaint
from drafter.context.memo import MemoContext, PaperRow, memo
from drafter.context.memo.reader import Reader
from drafter.context.opening import OpenBlank, OpeningFacts
from drafter.context.petition import petition
from drafter.drafting import opening_facts
from drafter.render import Ledger, Template, shipped_template
from drafter.wording.text import Text
from tests.checks.cases import matter

PAPER = "Opening Paper"
PAPERS = (
    PaperRow("file", "complaint", PAPER, "it opens the case"),
    PaperRow("send", "clerk-letter", "Letter to the Clerk"),
    PaperRow("keep", "review-memo", "Review Memo"),
)


def opening(subject: Matter) -> OpeningFacts:
    """The opening paper as it prints, with its blanks alone."""
    federal = subject.vehicle == "federal-complaint"
    template = "complaint" if federal else "state_petition"
    words = (complaint if federal else petition)(subject, "DRAFT")
    ledger = Ledger()
    paper = _template(template).fill(words, ledger, title=PAPER)
    blanks = tuple(
        OpenBlank(one.label, one.field, one.who, one.question, one.paragraph, PAPER)
        for one in paper.blanks
    )
    return opening_facts(paper, dict(ledger.labels), blanks)


@cache
def _template(name: str) -> Template:
    return Template.open(shipped_template(name), name)


def drafted(base: str, changes: Mapping[str, Any] | None = None) -> MemoContext:
    """The memo of a base case with its changes."""
    subject = matter(base, changes)
    return memo(subject, opening(subject), run_checks(subject), PAPERS)


def reader(base: str, changes: Mapping[str, Any] | None = None) -> Reader:
    """The reader of a base case with its changes."""
    subject = matter(base, changes)
    return Reader(subject, opening(subject), PAPER)


def words_of(value: object) -> str:
    """Every word of a context in a row."""
    match value:
        case str():
            return value
        case Text():
            return re.sub(r"\s+", " ", value.plain)
        case tuple():
            return "\n".join(words_of(one) for one in value)
        case _:
            return "\n".join(words_of(getattr(value, name)) for name in value.__slots__)  # type: ignore[attr-defined]  # contexts have slots


THIN: dict[str, Any] = {
    "matter.summary": [{"say": "The Jail kept him in the spring of [?year]."}],
    "matter.told_by": "Perdita Quaere, his sister, by telephone on November 20, 2026",
    "moa": None,
    "duties": [],
    "relief": [],
    "exhibits": [],
    "demands": [],
    "remedies_not_tried": [],
    "harms": [],
    "counsel": [],
    "verification": [],
    "respondents": [
        {
            "id": "sheriff",
            "office": "Sheriff of Ficton County",
            "level": "local",
            "name": {"ask": "Who is the sheriff now?", "of": "the county website"},
        }
    ],
    "petitioners": [{"id": "quaere", "name": "Nullus Quaere", "custody": {"ask": "Is he held?"}}],
    "forum.venue": [],
    "forum.hearing_on": {"not_applicable": "nothing is filed"},
    "forum.hearing_at": None,
    "events": [
        {
            "id": "held",
            "when": "In or about the spring of [?year]",
            "knowledge": "belief",
            "says": [{"say": "He was in the Jail for [?reason he was in the Jail]."}],
        }
    ],
}
