"""An opening paper as if printed: numbers, letters, lines and blanks made by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from drafter.checks import run_checks
from drafter.checks.matter import Matter
from drafter.context.complaint import complaint
from drafter.context.memo import MemoContext, PaperRow, memo
from drafter.context.memo.reader import Reader
from drafter.context.opening import OpenBlank, OpeningFacts, PrintedLine
from drafter.context.passages import Paragraph
from drafter.context.petition import petition
from drafter.wording.text import Blank, Cite, Mark, Text
from tests.checks.cases import matter

PAPER = "Opening Paper"
PAPERS = (
    PaperRow("file", "complaint", PAPER, "it opens the case"),
    PaperRow("send", "clerk-letter", "Letter to the Clerk"),
    PaperRow("keep", "review-memo", "Review Memo"),
)


def opening(subject: Matter) -> OpeningFacts:
    """Prints the words of the opening paper in a row: one number for each marked paragraph."""
    words = (complaint if subject.vehicle == "federal-complaint" else petition)(subject, "DRAFT")
    numbers: dict[str, str] = {}
    labels: dict[str, str] = {}
    cites: dict[str, list[str]] = {}
    lines: list[PrintedLine] = [PrintedLine("CaptionTitle", "", words.title.plain)]
    blanks: list[OpenBlank] = []
    for text in _texts(words):
        marks = [span.id for span in text.spans if isinstance(span, Mark)]
        number = _number(marks, numbers)
        for span in text.spans:
            if isinstance(span, Cite):
                labels.setdefault(span.exhibit, chr(ord("A") + len(labels)))
                cites.setdefault(span.exhibit, []).append(number)
            if isinstance(span, Blank):
                blanks.append(OpenBlank(
                    span.label, span.field, span.who, span.question, number, PAPER))
        style = "Prayer Item" if number.isalpha() else "Allegation"
        lines.append(PrintedLine(style, f"{number}.", text.plain))
    return OpeningFacts(
        labels=labels, numbers=numbers, blanks=tuple(blanks), lines=tuple(lines),
        cites={one: tuple(dict.fromkeys(where)) for one, where in cites.items()},
    )


def _texts(words: Any) -> list[Text]:  # noqa: ANN401 - any context will do
    found: list[Text] = []
    for name in words.__slots__:
        _gather(getattr(words, name), found)
    return found


def _gather(value: object, found: list[Text]) -> None:
    match value:
        case Text() if any(isinstance(span, Mark) for span in value.spans):
            found.append(value)
        case Paragraph():
            _gather(value.text, found)
        case tuple():
            for one in value:
                _gather(one, found)
        case _ if hasattr(value, "__slots__") and not isinstance(value, Text | str):
            for name in value.__slots__:
                _gather(getattr(value, name), found)


def _number(marks: list[str], numbers: dict[str, str]) -> str:
    prayer = marks[0].startswith("relief-")
    taken = {one for one in numbers.values() if one.isalpha() == prayer}
    number = chr(ord("A") + len(taken)) if prayer else str(len(taken) + 1)
    numbers.update(dict.fromkeys(marks, number))
    return number


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
