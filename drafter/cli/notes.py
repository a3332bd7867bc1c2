"""Notes as a person or a program reads them on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any

from drafter.checks import Note, Severity
from drafter.cli.screen import painted, show, wrapped
from drafter.law import Law
from drafter.law.texts import cite_text, fill, names
from drafter.wording.text import Text


def standing(notes: Iterable[Note], severity: Severity) -> list[Note]:
    """The notes of a severity that nobody has dismissed."""
    return [note for note in notes if note.severity is severity and note.dismissed is None]


def tally(notes: Sequence[Note]) -> str:
    """How many notes stand: ``1 STOP, 4 REVIEW, 2 INFO``."""
    parts = [f"{len(standing(notes, one))} {one.value}" for one in Severity]
    if dismissed := sum(note.dismissed is not None for note in notes):
        parts.append(f"{dismissed} dismissed")
    return ", ".join(parts)


def cites(sources: Iterable[str], law: Law) -> list[str]:
    """The citations of some authorities; one that nobody has confirmed says so."""
    out: list[str] = []
    for source in sources:
        record = law.authorities.get(source)
        if record is None:
            out.append(source)
        else:
            unconfirmed = "" if record.may_print else " (from memory: confirm)"
            out.append(cite_text(record).plain + unconfirmed)
    return out


def in_words(text: str, law: Law) -> str:
    """A text of the law with its citations; a word that only a case can fill stays in a bracket."""
    own = [name for name in names(text) if name.removeprefix("quote:") not in law.authorities]
    return fill(text, law, {name: Text.of(f"[{name}]") for name in own}).plain


def show_notes(notes: Iterable[Note], law: Law) -> None:
    """Prints each note: severity, id and field, then its words and its sources."""
    for note in notes:
        severity = painted(note.severity.value.ljust(6), note.severity.value, sys.stdout)
        dismissed = "  (dismissed)" if note.dismissed else ""
        show(f"{severity}  {note.id}  {note.field}{dismissed}")
        show(wrapped(note.message, 8))
        if note.dismissed:
            by = f"{note.dismissed.by}, {note.dismissed.on}: {note.dismissed.reason}"
            show(wrapped(f"Dismissed by {by}", 8))
        if note.sources:
            show(wrapped("Source: " + "; ".join(cites(note.sources, law)), 8))


def as_data(notes: Iterable[Note]) -> list[dict[str, Any]]:
    """The notes for a program."""
    return [
        {
            "id": note.id,
            "severity": note.severity.value,
            "field": note.field,
            "message": note.message,
            "sources": list(note.sources),
            "dismissed": note.dismissed is not None,
        }
        for note in notes
    ]
