"""The index of exhibits and a slip sheet for each, in order of first mention."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.case import Ask, Exhibit, NotApplicable
from drafter.checks.matter import Matter
from drafter.context.heading import Heading, heading
from drafter.context.opening import OpeningFacts
from drafter.context.passages import fact_text
from drafter.wording.text import Text

_NONE = "–"


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """One exhibit: a row of the index and a slip sheet."""

    label: str
    title: Text
    dated: Text
    pages: Text
    source: Text
    first: str  # number of the first paragraph that cites it
    sealed: bool


@dataclass(frozen=True, slots=True)
class ExhibitIndexContext:
    """Everything the template of the index may print."""

    head: Heading
    exhibits: tuple[ExhibitRow, ...]


def exhibit_index(matter: Matter, opening: OpeningFacts, draft_mark: str) -> ExhibitIndexContext:
    """The words of the index: the exhibits that the opening paper cites, and no others.

    Args:
        matter: case, law and as-of date.
        opening: letters and citing paragraphs of the opening paper.
        draft_mark: the line in the header.
    """
    at = {one.id: n for n, one in enumerate(matter.case.exhibits)}
    return ExhibitIndexContext(
        head=heading(matter, draft_mark),
        exhibits=tuple(
            _row(matter.case.exhibits[at[exhibit]], at[exhibit], label,
                 opening.cites.get(exhibit, ()))
            for exhibit, label in opening.labels.items()
            if exhibit in at
        ),
    )


def _row(exhibit: Exhibit, index: int, label: str, cites: tuple[str, ...]) -> ExhibitRow:
    field = f"exhibits.{index}"
    pages: str | Ask | NotApplicable | None = (
        str(exhibit.pages) if isinstance(exhibit.pages, int) else exhibit.pages
    )
    return ExhibitRow(
        label=label,
        title=fact_text(exhibit.title, "title", f"{field}.title"),
        dated=fact_text(exhibit.dated, "date", f"{field}.dated", "paralegal") or Text.of(_NONE),
        pages=fact_text(pages, "pages", f"{field}.pages", "paralegal") or Text.of(_NONE),
        source=fact_text(exhibit.source, "source", f"{field}.source", "paralegal")
        or Text.of(_NONE),
        first=cites[0] if cites else _NONE,
        sealed=exhibit.sealed,
    )
