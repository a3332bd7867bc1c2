"""A draft without Word: what the packet sees of one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafter.checks import Note, Severity
from drafter.packet import Provenance

PROVENANCE = Provenance(case_sha256="c" * 64, version="9.9.9")


@dataclass(frozen=True)
class Paper:
    path: str
    data: bytes
    title: str = "A paper"
    template: str = "paper"
    template_sha256: str = "t" * 64


@dataclass(frozen=True)
class Blank:
    label: str = "date of refusal"
    field: str = "demands.0.refused_on"
    who: str = "the client"
    paragraph: str = "12"
    paper: str = "Complaint"


@dataclass(frozen=True)
class Draft:
    case_id: str = "lantern"
    as_of: dt.date = dt.date(2026, 11, 24)
    papers: tuple[Paper, ...] = (
        Paper("file/01-complaint.docx", b"the complaint"),
        Paper("send/01-letter.docx", b"the letter"),
        Paper("keep/01-review-memo.docx", b"the memo"),
    )
    notes: tuple[Note, ...] = (
        Note("DUT001", Severity.STOP, "duties", "Ada Fabula said so.", (), None),
    )
    blanks: tuple[Blank, ...] = field(default=(Blank(),))
    origins: tuple[tuple[str, str], ...] = (("1", "matter.summary.0"), ("2", "law"))

    def saying(self, words: bytes) -> Draft:
        """The same draft with other words in the complaint."""
        first, *rest = self.papers
        return replace(self, papers=(replace(first, data=words), *rest))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, the lock aside."""
    return {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for one in sorted(folder.rglob("*"))
        if one.is_file() and one.name != ".lock"
    }
