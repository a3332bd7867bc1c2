"""Section 1: the notes of the checks, by weight, and those an attorney has answered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.checks import Note, Severity
from drafter.context.memo.reader import Reader, curled
from drafter.law.texts import cite_text
from drafter.wording.dates import short_date
from drafter.wording.grammar import curl
from drafter.wording.text import Text


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note: what it says, where it applies, and the law behind it."""

    id: str
    message: Text
    where: str
    sources: Text


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """The notes of one weight."""

    heading: str
    none: str  # what stands in place of a table; empty where there are notes
    rows: tuple[NoteRow, ...]


@dataclass(frozen=True, slots=True)
class DismissedRow:
    """A note that an attorney has answered."""

    id: str
    message: Text
    reason: Text
    by: str
    on: str


_ID = re.compile(r"\b[a-z0-9]+(?:-[a-z0-9]+)+\b")
_PRACTICE = "good practice"  # the note's source is a rule of the federal courts alone
_AT = {"JUR017": ("c2-alternative",)}  # marks of the paragraphs that some notes are about
_HEADINGS = {
    Severity.STOP: ("STOP: do not file until it is cleared", "No STOP note stands."),
    Severity.REVIEW: ("REVIEW: an attorney must decide", "No REVIEW note stands."),
    Severity.INFO: ("INFO: worth knowing", "No INFO note stands."),
}


def standing(notes: Iterable[Note], severity: Severity) -> tuple[Note, ...]:
    """The notes of one weight that nobody has answered."""
    return tuple(n for n in notes if n.severity is severity and n.dismissed is None)


def note_groups(reader: Reader, notes: tuple[Note, ...]) -> tuple[NoteGroup, ...]:
    """STOP, REVIEW and INFO, each as a table."""
    groups: list[NoteGroup] = []
    for severity, (heading, none) in _HEADINGS.items():
        rows = _rows(reader, standing(notes, severity))
        groups.append(NoteGroup(heading, "" if rows else none, rows))
    return tuple(groups)


def _rows(reader: Reader, notes: tuple[Note, ...]) -> tuple[NoteRow, ...]:
    """One row for each message: a note found in several places names them all."""
    places: dict[tuple[str, str], list[Note]] = {}
    for note in notes:
        places.setdefault((note.id, note.message), []).append(note)
    return tuple(
        NoteRow(
            id=check_id,
            message=worded(reader, message),
            where="; ".join(dict.fromkeys(_where(reader, note) for note in found)),
            sources=sources(reader, reader.here(found[0].sources)) or Text.of(_PRACTICE),
        )
        for (check_id, message), found in places.items()
    )


def _where(reader: Reader, note: Note) -> str:
    """The paragraph that a note is about; some are about words of ours and not about a field."""
    return reader.paragraphs(_AT.get(note.id, ())) or reader.where(note.field)


def sources(reader: Reader, ids: Iterable[str]) -> Text:
    """Citations by id, parted by semicolons; an id that the law does not hold is left out."""
    text = Text()
    for one in ids:
        if one in reader.matter.law.authorities:
            text = Text.of(text, "; " if text else "", reader.cite(one))
    return text


def worded(reader: Reader, message: str) -> Text:
    """A message with the citation in place of an authority’s id."""
    law, text, end = reader.matter.law.authorities, Text(), 0
    for match in _ID.finditer(message):
        if match[0] in law:
            text = Text.of(text, reader.say(message[end : match.start()]), cite_text(law[match[0]]))
            end = match.end()
    return Text.of(text, reader.say(message[end:]))


def dismissed_rows(reader: Reader, notes: tuple[Note, ...]) -> tuple[DismissedRow, ...]:
    """The notes that an attorney has answered: who, why, when."""
    return tuple(
        DismissedRow(
            id=note.id,
            message=worded(reader, note.message),
            reason=curled(note.dismissed.reason),
            by=curl(note.dismissed.by),
            on=short_date(note.dismissed.on),
        )
        for note in notes
        if note.dismissed is not None
    )
