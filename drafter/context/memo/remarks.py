"""The notes as remarks in the margin of the opening paper: what each says, and at what it hangs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.checks import Note
from drafter.checks.matter import Matter
from drafter.context.memo.labels import relabelled
from drafter.context.memo.notes import sources, worded
from drafter.context.memo.reader import Reader
from drafter.context.opening import OpeningFacts
from drafter.wording.text import Text

_PARAGRAPH = re.compile(r"¶+\s(\d+)")
_STYLES = {
    "petitioners": "Caption Party", "respondents": "Caption Party", "relief": "Prayer Item",
    "counsel": "Signature",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a remark hangs: at most one is given; with none it hangs at the title.

    Args:
        mark: a mark that the opening paper prints.
        number: the number of a paragraph.
        style: the first paragraph of a style.
    """

    mark: str = ""
    number: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """One comment: its place, its heading, and its paragraphs."""

    place: Place
    heading: str
    lines: tuple[str, ...]


def remarks(
    matter: Matter, opening: OpeningFacts, notes: tuple[Note, ...], paper: str
) -> tuple[Remark, ...]:
    """Every note that nobody has answered, the gravest first.

    Notes of one check with the same words at the same place make one remark.

    Args:
        matter: case, law and as-of date.
        opening: what the opening paper settled when it was printed.
        notes: what the checks found.
        paper: the title of the opening paper.
    """
    reader = Reader(matter, opening, paper)
    found: dict[tuple[Place, str, str], list[Note]] = {}
    for note in sorted(notes, key=lambda one: one.severity.rank):
        if note.dismissed is None:
            place = _place(reader, note.field)
            found.setdefault((place, note.id, note.message), []).append(note)
    return tuple(_remark(reader, place, same) for (place, _, _), same in found.items())


def _remark(reader: Reader, place: Place, same: list[Note]) -> Remark:
    first = same[0]
    said: tuple[Text, ...] = (worded(reader, first.message),)
    if first.sources:
        said = (*said, Text.of("Source: ", sources(reader, first.sources)))
    fields = ", ".join(dict.fromkeys(one.field for one in same))
    return Remark(
        place, f"{first.severity.value} {first.id}",
        (*(one.plain for one in relabelled(said, reader.matter.forum)),
         f"In the case file: {fields}"),
    )


def _near(reader: Reader, head: str) -> tuple[str, ...]:
    """Marks to go by where a field has none of its own that is printed."""
    if head in {"petitioners", "respondents"}:
        return tuple(f"{head[:-1]}-{one.id}" for one in getattr(reader.case, head)[:1])
    return ("moa",) if head == "moa" else ()


def _place(reader: Reader, field: str) -> Place:
    """The paragraph of a field of the case, as the memo names it."""
    head = field.split(".", maxsplit=1)[0]
    mark, extra = reader.mark(field.split("."))
    for one in (mark, *_near(reader, head)):
        if one in reader.opening.numbers:
            return Place(mark=one)
    if hit := _PARAGRAPH.search(extra):
        return Place(number=hit[1])
    return Place(style=_STYLES.get(head, ""))
