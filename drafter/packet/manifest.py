"""The manifest of a packet: from what it was drafted, what it holds, and the hash of each paper.

It carries no clock, no path outside the packet and no fact of the client beyond the id of the
case, so that the same case gives the same bytes and a folder can be passed on.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Protocol

from drafter.checks import Note, Severity
from drafter.errors import PacketError

MANIFEST = "packet.json"
FORMAT = 1

_FOLDERS = ("file", "send", "keep")
_SEAL = "seal"


class PaperLike(Protocol):
    """What a packet needs to know of one drafted paper."""

    @property
    def path(self) -> str:
        """Where it goes in the packet: ``file/01-complaint.docx``."""
        ...

    @property
    def title(self) -> str:
        """What the paper is."""
        ...

    @property
    def template(self) -> str:
        """The name of its template."""
        ...

    @property
    def template_sha256(self) -> str:
        """The hash of its template."""
        ...

    @property
    def data(self) -> bytes:
        """The Word file."""
        ...


class BlankLike(Protocol):
    """What a packet needs to know of one blank."""

    @property
    def field(self) -> str:
        """The field of the case that would fill it."""
        ...

    @property
    def paragraph(self) -> str:
        """The number of its paragraph, or nothing."""
        ...

    @property
    def paper(self) -> str:
        """The paper it stands in."""
        ...


class DraftLike(Protocol):
    """What a packet is written from; ``drafting.Draft`` is one."""

    @property
    def case_id(self) -> str:
        """The id of the case; names the folder."""
        ...

    @property
    def as_of(self) -> dt.date:
        """The day as of which everything is said."""
        ...

    @property
    def papers(self) -> Sequence[PaperLike]:
        """The papers in order."""
        ...

    @property
    def notes(self) -> Sequence[Note]:
        """What the checks found."""
        ...

    @property
    def blanks(self) -> Sequence[BlankLike]:
        """What is left open."""
        ...

    @property
    def origins(self) -> Sequence[tuple[str, str]]:
        """Number of each paragraph of the opening paper, and the field it was made from."""
        ...


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the papers were drafted from.

    Args:
        case_sha256: hash of the case file and of every text file it names.
        version: of the program.
        office_sha256: hash of the office's letterhead and signature block; empty without any.
    """

    case_sha256: str
    version: str
    office_sha256: str = ""


def sha256(data: bytes) -> str:
    """The hash as the manifest writes it."""
    return hashlib.sha256(data).hexdigest()


def manifest(draft: DraftLike, provenance: Provenance) -> bytes:
    """The manifest of a draft, as it will stand in ``packet.json``.

    Notes and blanks are named by id and field, not told: what they say stands in the review memo.
    """
    papers: list[dict[str, Any]] = [
        {
            "path": paper.path,
            "title": paper.title,
            "sha256": sha256(paper.data),
            "template": paper.template,
            "template_sha256": paper.template_sha256,
        }
        for paper in draft.papers
    ]
    content: dict[str, Any] = {
        "format": FORMAT,
        "program": f"drafter {provenance.version}",
        "case": {"id": draft.case_id, "sha256": provenance.case_sha256},
        **({"office_sha256": provenance.office_sha256} if provenance.office_sha256 else {}),
        "as_of": draft.as_of.isoformat(),
        "papers": papers,
        "notes": {severity.value: _notes(draft.notes, severity) for severity in Severity},
        "blanks": [
            {"field": blank.field, "paper": blank.paper, "paragraph": blank.paragraph}
            for blank in draft.blanks
        ],
        "paragraphs": [{"number": number, "field": field} for number, field in draft.origins],
    }
    return _sealed(content)


def read_manifest(data: bytes, name: str) -> dict[str, Any]:
    """Reads a manifest and makes sure that not a byte of it was changed.

    Args:
        data: the bytes of ``packet.json``.
        name: what messages call it.

    Raises:
        PacketError: it is not a manifest, or someone has edited it.
    """
    try:
        content = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):  # brackets in brackets in brackets are no manifest
        content = None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        msg = f"{name}: is not a manifest of this program; draft the packet again."
        raise PacketError(msg)
    unsealed = {key: value for key, value in content.items() if key != _SEAL}
    if _sealed(unsealed) != data or not _is_sound(unsealed):
        msg = f"{name}: has been changed since the packet was drafted; draft the packet again."
        raise PacketError(msg)
    return content


def is_paper_path(path: object) -> bool:
    """Whether a path is one of a paper inside a packet, and can lead nowhere else."""
    if not isinstance(path, str) or "\\" in path:
        return False
    parts = PurePosixPath(path).parts
    return (
        len(parts) == 2
        and parts[0] in _FOLDERS
        and not parts[1].startswith(".")
        and parts[1].endswith(".docx")
        and "/".join(parts) == path
    )


def _notes(notes: Sequence[Note], severity: Severity) -> list[dict[str, Any]]:
    return [
        {"id": note.id, "field": note.field, "dismissed": note.dismissed is not None}
        for note in notes
        if note.severity is severity
    ]


def _is_sound(content: dict[str, Any]) -> bool:
    papers = content.get("papers")
    return isinstance(papers, list) and all(
        isinstance(paper, dict)
        and is_paper_path(paper.get("path"))
        and isinstance(paper.get("sha256"), str)
        for paper in papers
    )


def _sealed(content: dict[str, Any]) -> bytes:
    """The canonical bytes, with a hash of everything above it as the last line."""
    seal = sha256(_canonical(content))
    return _canonical({**content, _SEAL: seal})


def _canonical(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode("utf-8")
