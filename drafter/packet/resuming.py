"""Finding a packet that need not be drafted again, by its hashes alone."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drafter.errors import PacketError
from drafter.packet.manifest import MANIFEST, Provenance, read_manifest
from drafter.packet.opening import read_regular
from drafter.packet.writing import Written, changed


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a finished packet must have been drafted from.

    Args:
        case_id: names its folder.
        as_of: the day.
        provenance: the case and the program.
        template_sha256: the hash of a template by its name.
        suits: a last look at the manifest.
    """

    case_id: str
    as_of: dt.date
    provenance: Provenance
    template_sha256: Callable[[str], str]
    suits: Callable[[dict[str, Any]], bool]


def finished(out: Path, wanted: Wanted) -> tuple[Written, dict[str, Any]] | None:
    """The packet that stands there already, with its manifest, or None.

    A paper that was edited since does not count against it: the packet is finished, and the
    edited paper is named so that nobody takes it for ours.
    """
    number = 1
    while True:
        folder = out / (wanted.case_id if number == 1 else f"{wanted.case_id}-{number}")
        if not os.path.lexists(folder):
            return None
        try:
            content = read_manifest(read_regular(folder / MANIFEST), MANIFEST)
        except (OSError, PacketError):
            content = {}
        if content and _is_wanted(content, wanted):
            paths = tuple(folder / paper["path"] for paper in content["papers"])
            there = Written(
                folder, (*paths, folder / MANIFEST), is_new=False, edited=tuple(changed(folder))
            )
            return there, content
        number += 1


def _is_wanted(content: dict[str, Any], wanted: Wanted) -> bool:
    return (
        content.get("case") == {"id": wanted.case_id, "sha256": wanted.provenance.case_sha256}
        and content.get("as_of") == wanted.as_of.isoformat()
        and content.get("office_sha256", "") == wanted.provenance.office_sha256
        and content.get("program") == f"drafter {wanted.provenance.version}"
        and all(
            wanted.template_sha256(paper["template"]) == paper["template_sha256"]
            for paper in content["papers"]
        )
        and wanted.suits(content)
    )
