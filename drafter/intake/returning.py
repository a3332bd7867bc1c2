"""What comes back: a filled workbook, or a case file that a page or a program wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from drafter.casefile.emitter import SCHEMA_AT, Plain, block, plain
from drafter.casefile.opening import CASE_LIMIT, decode, read_bytes
from drafter.casefile.unfinished import begun
from drafter.errors import CaseFileError
from drafter.intake.filled import read_filled
from drafter.interview.answers import slug
from drafter.interview.identifiers import spot
from drafter.interview.tree import dotted, get
from drafter.law import Law


@dataclass(frozen=True, slots=True)
class Returned:
    """The facts that came back.

    Args:
        data: as a case file holds them.
        warnings: what should not stand in a public paper, by field.
    """

    data: Mapping[str, Plain]
    warnings: tuple[str, ...]

    @property
    def id(self) -> str:
        """The case's own id, or ""."""
        return str(get(self.data, ("matter", "id")) or "")

    def text(self, name: str, *, as_json: bool) -> str:
        """The text of the new case file.

        Args:
            name: what the case is called, where it has no id yet.
            as_json: whether the file is to be JSON.
        """
        matter = self.data.get("matter")
        inside = dict(matter) if isinstance(matter, dict) else {}
        whole = {**self.data, "matter": {"id": self.id or slug(name) or "case", **inside}}
        if as_json:
            return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
        return f"# yaml-language-server: $schema={SCHEMA_AT}\n{block(whole, 0)}"


def read_returned(path: Path, law: Law) -> Returned:
    """Reads what came back.

    Args:
        path: a workbook (.xlsx) of ``drafter intake``, or a case file, JSON or YAML.
        law: what courts, duties, channels and clauses there are.

    Raises:
        CaseFileError: it cannot be read, or says something that no case can hold. All errors are
            named, those of a workbook by sheet, row and column. Missing facts are no error.
        DrafterError: .xlsx needs openpyxl, which is not installed.
    """
    name = str(path)
    match path.suffix.lower():
        case ".xlsx":
            found = read_filled(path, law)
        case ".json" | ".yaml" | ".yml":
            text = decode(read_bytes(path, CASE_LIMIT), name)
            found = begun(text, name, law, folder=path.parent)
        case _:
            raise CaseFileError([(
                f"{name}: is no form that came back; name a workbook (.xlsx) of drafter intake, or "
                "a case file (.json or .yaml)."
            )])
    data = plain(found)
    facts = data if isinstance(data, dict) else {}
    return Returned(facts, tuple(_warnings(facts, ())))


def _warnings(data: object, path: tuple[str | int, ...]) -> Iterator[str]:
    """Identifiers that were written into the form."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _warnings(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _warnings(value, (*path, index))
    elif isinstance(data, str) and (spotted := spot(data)):
        yield f"{dotted(path)}: holds what looks like {spotted.named}; papers filed in court are public."
