"""What an office may set once for all its cases."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from pydantic import Field

from drafter.case.fact import Facts, Id, Line
from drafter.case.office import NO_OFFICE, Office
from drafter.case.parties import Counsel

EXAMPLE = """\
# Settings of the office. Every line may be left out. Folders count from this file.
firm = "Example Public Law Project"
forum = "almd"             # the court of a case that names none; drafter forums lists them
templates = "my-templates" # your copies: drafter templates export my-templates
out = "packets"            # where packets go

# The lines at the top of letters.
letterhead = [
  "Example Public Law Project",
  "1 Specimen Square, Lantern City, Alabama 00000",
  "(555) 555-0142",
]

# Who signs where a case names no lawyer; once more for a second lawyer.
[[signature]]
name = "Ines Draftwell"
bar_number = "Bar No. 00000"
address = "1 Specimen Square, Lantern City, Alabama 00000"
telephone = "(555) 555-0142"
email = "ines.draftwell@example.org"
"""
"""A file that uses every setting; everyone in it is invented."""


class Settings(Facts):
    """The settings of one file."""

    firm: Line | None = Field(default=None, description="firm of those who sign")
    letterhead: tuple[Line, ...] = Field(default=(), description="lines at the top of letters")
    signature: tuple[Counsel, ...] = Field(
        default=(), description="who signs where a case names no lawyer"
    )
    forum: Id | None = Field(default=None, description="court of a case that names none")
    templates: Line | None = Field(default=None, description="folder of your own templates")
    out: Line | None = Field(default=None, description="where packets go")


@dataclass(frozen=True, slots=True)
class Value:
    """One setting in force.

    Args:
        shown: as it is shown to a person, one line each.
        file: where it was set, or None for what the program does by itself.
    """

    shown: tuple[str, ...]
    file: Path | None


@dataclass(frozen=True, slots=True)
class InForce:
    """What is in force here, and from where.

    Args:
        office: letterhead and signature block.
        forum: the court of a case that names none.
        templates: the folder of the office's own templates.
        out: where packets go.
        values: each setting by its name, with the file that sets it.
    """

    office: Office = NO_OFFICE
    forum: str | None = None
    templates: Path | None = None
    out: Path = Path("out")
    values: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def digest(self) -> str:
        """Hash of what goes into papers, in hexadecimal; empty where nothing does."""
        if self.office == NO_OFFICE:
            return ""
        told = [*self.office.letterhead, *(one.model_dump_json() for one in self.office.signature)]
        return hashlib.sha256("\n".join(told).encode()).hexdigest()
