"""The first page: what the attorney must decide, clear or have answered before anything else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.checks import Note, Severity
from drafter.checks.reading import entry
from drafter.context.memo.elements import OK, ElementRow
from drafter.context.memo.notes import standing, worded
from drafter.context.memo.questions import QuestionWords
from drafter.context.memo.reader import Reader, curled
from drafter.law.texts import fill
from drafter.wording.grammar import plural
from drafter.wording.text import Blank, Text

NOTES, WEAK, PEOPLE = 16, 5, 5  # more than a page is no first page
_SENTENCE = re.compile(r"(?<=[a-z]{3}[.)”]|[a-z]{2}[)”]\.|\s[a-z]{2}\.)\s+(?=[A-Z“])")
_BLANKS = "EVI015"


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision: its number, what it is about, where it stands, and where more is said."""

    number: str
    kind: str
    decide: Text
    where: str
    see: str


def decision_rows(
    reader: Reader, notes: tuple[Note, ...], elements: tuple[ElementRow, ...], ask: QuestionWords
) -> tuple[DecisionRow, ...]:
    """STOP, REVIEW, positions taken, the weakest elements, then what each person must supply.

    What an element lacks because a bracket is open, or as a note says, is told once.
    """
    rows = [
        *_noted(reader, standing(notes, Severity.STOP), "Clear"),
        *_noted(reader, standing(notes, Severity.REVIEW), "Decide"),
        *_taken(reader),
    ]
    if len(rows) > NOTES:
        left = len(rows) - NOTES
        rows = [*rows[:NOTES], ("Decide", Text.of(f"{left} further {plural(left, 'note')}."), "",
                                "section 1")]
    rows += _weak(elements)
    rows += _supply(ask)
    rows += _to_collect(reader)
    return tuple(DecisionRow(str(n + 1), *row) for n, row in enumerate(rows))


_Row = tuple[str, Text, str, str]


def _taken(reader: Reader) -> list[_Row]:
    """The positions that the texts of a duty and of the court take, to be confirmed."""
    if reader.matter.appellate:
        return []
    rows = [
        ("Confirm", fill(one.told, reader.matter.law, {}), _of_duty(reader, duty.id, one.at), "section 3")
        for duty in reader.case.duties
        if (record := entry(reader.matter, duty)) is not None
        for one in record.choices
    ]
    rows += [("Confirm", fill(one.told, reader.matter.law, {}), _there(reader, one.at), "section 3")
             for one in reader.matter.forum.choices]
    return rows


def _of_duty(reader: Reader, duty: str, stem: str) -> str:
    """Where a duty is pleaded: its sentence, its law, or the first thing that is asked on it."""
    if stem == "relief":
        first = next((one for one in reader.case.relief if duty in one.duties), None)
        letter = reader.number(f"relief-{first.id}") if first is not None else None
        return f"Prayer {letter}" if letter else ""
    return reader.paragraphs([f"duty-{duty}"]) if stem == "duty" else _there(reader, f"{stem}-{duty}")


def _there(reader: Reader, stem: str) -> str:
    """The paragraphs whose marks begin so, in the order in which they are printed."""
    marks = [one for one in reader.opening.numbers if one.startswith(f"{stem}-")]
    return reader.paragraphs(sorted(marks, key=lambda one: int(reader.number(one) or 0)))


def _noted(reader: Reader, notes: Iterable[Note], kind: str) -> list[_Row]:
    """One row for each check: what it says first; the rest of it stands in section 1."""
    found: dict[str, list[Note]] = {}
    for note in notes:
        if note.id != _BLANKS:
            found.setdefault(note.id, []).append(note)
    rows: list[_Row] = []
    for check_id, same in found.items():
        places = list(dict.fromkeys(reader.where(note.field) for note in same))
        text = worded(reader, _short(same[0].message))
        if len(same) > 1:
            text = Text.of(text, f" ({len(same)} places)")
        rows.append((kind, text, "; ".join(places), check_id))
    return rows


def _short(message: str) -> str:
    """The first two sentences of a message; an abbreviation ends none."""
    return " ".join(_SENTENCE.split(message)[:2])


def _weak(elements: tuple[ElementRow, ...]) -> list[_Row]:
    rows: list[_Row] = []
    for row in elements:
        told = [one for one in row.gap.split("; ") if not one.startswith(("blank: ", "see "))]
        if told and told != [OK]:
            gap = f"{'; '.join(told)}."
            gap = f"{gap[0].upper()}{gap[1:]}"
            rows.append(("Strengthen", Text.of(row.element, ". ", gap),
                         row.paragraphs, "section 3"))
    if len(rows) > WEAK:
        left = len(rows) - WEAK
        more = Text.of(f"{left} further {plural(left, 'element')} with a gap.")
        rows = [*rows[:WEAK], ("Strengthen", more, "", "section 3")]
    return rows


def _to_collect(reader: Reader) -> list[_Row]:
    """The exhibits of which no file stands beside the case: nothing cited to them was compared."""
    out = [one for one in reader.case.exhibits if not one.file]
    if not out:
        return []
    few = f"{len(out)} of {len(reader.case.exhibits)}" if len(out) < len(reader.case.exhibits) else "all"
    text = curled(f"Exhibits whose file is not named in the case: {few}. What is cited to them was compared with nothing.")
    return [("Collect", text, f"{len(out)} {plural(len(out), 'exhibit')}", "section 5")]


def _supply(ask: QuestionWords) -> list[_Row]:
    """One row for each person: the brackets that this person can fill."""
    people: dict[str, list[tuple[str, int]]] = {}
    for group in ask.groups:
        for row in group.rows:
            label = next(one.label for one in row.ask.spans if isinstance(one, Blank))
            people.setdefault(row.who.plain, []).append((label, int(row.brackets)))
    rows: list[_Row] = []
    for who, labels in people.items():
        total = sum(number for _, number in labels)
        names = list(dict.fromkeys(label for label, _ in labels))
        shown = "; ".join(names[:5]) + (f"; and {len(names) - 5} more" if len(names) > 5 else "")
        rows.append(("Have filled", curled(f"By {who}: {shown}"),
                     f"{total} {plural(total, 'bracket')}", "section 8"))
    if len(rows) > PEOPLE:
        left = len(rows) - PEOPLE
        rows = [*rows[:PEOPLE], ("Have filled", Text.of(f"By {left} others."), "", "section 8")]
    return rows
