"""Finding the packet that a new one of the same case comes after."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from drafter.errors import PacketError
from drafter.packet.manifest import MANIFEST, Provenance, read_manifest
from drafter.packet.opening import read_regular


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier packet: the name of its folder, its day, and its papers as they now stand."""

    name: str
    as_of: str
    papers: Mapping[str, bytes] = field(repr=False)


def earlier(out: Path, case_id: str, as_of: dt.date, provenance: Provenance) -> Earlier | None:
    """The last packet of a case before the one that is to be drafted, or None.

    One that was drafted from the same case, on the same day and by the same version is that
    packet itself, so that drafting again still gives the same bytes. Papers to file and to send
    are read as they stand, with what was edited in them.
    """
    found: tuple[Path, dict[str, Any]] | None = None
    number = 1
    while True:
        folder = out / (case_id if number == 1 else f"{case_id}-{number}")
        if not os.path.lexists(folder):
            break
        try:
            content = read_manifest(read_regular(folder / MANIFEST), MANIFEST)
        except (OSError, PacketError):
            content = {}
        if not _is_of(content, case_id):
            content = {}
        if (
            content.get("case") == {"id": case_id, "sha256": provenance.case_sha256}
            and content["as_of"] == as_of.isoformat()
            and content["program"] == f"drafter {provenance.version}"
        ):
            break
        if content:
            found = folder, content
        number += 1
    return None if found is None else Earlier(found[0].name, found[1]["as_of"], _papers(*found))


def _papers(folder: Path, content: dict[str, Any]) -> dict[str, bytes]:
    """The papers that are still there, by their places in the packet."""
    papers: dict[str, bytes] = {}
    for paper in content["papers"]:
        path = paper["path"]
        if not path.startswith("keep/"):
            with contextlib.suppress(OSError):
                papers[path] = read_regular(folder / path)
    return papers


def _is_of(content: dict[str, Any], case_id: str) -> bool:
    """Whether a packet is an earlier one of this very case.

    A folder named ``lantern-2`` may be the second packet of ``lantern`` or the first of another
    client whose case is called so, and ``lantern-demand`` the letter of ``lantern`` or the packet
    of a case; no word of another client may come into a memo.
    """
    case = content.get("case")
    return (
        isinstance(case, dict) and case.get("id") == case_id
        and any(paper["path"].startswith("file/") for paper in content["papers"])
    )
