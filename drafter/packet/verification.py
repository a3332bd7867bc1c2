"""Comparing packets with their manifests, long after they were drafted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drafter.errors import PacketError
from drafter.packet.manifest import MANIFEST, read_manifest, sha256
from drafter.packet.opening import read_regular

Judge = Callable[[bytes, str], list[str]]
"""Says what is wrong with a finished paper of a kind (file, send or keep)."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Something in a packet that is not as it was drafted."""

    path: Path
    message: str


def verify(out: Path, judge: Judge | None = None) -> tuple[tuple[Path, ...], tuple[Discrepancy, ...]]:
    """Compares a packet, or every packet in a folder, with its manifest.

    Args:
        out: a packet, or a folder of packets.
        judge: looks at each paper that is as drafted once more.

    Returns:
        The packets found, and what is not as it was drafted.

    Raises:
        PacketError: there is no packet there.
    """
    packets = tuple(_packets(out))
    if not packets:
        msg = f"{out}: there is no packet here; name a packet, or the folder given as --out."
        raise PacketError(msg)
    found: list[Discrepancy] = []
    for packet in packets:
        found += _compare(packet, judge)
    return packets, tuple(found)


def _packets(out: Path) -> Iterator[Path]:
    if (out / MANIFEST).is_file():
        yield out
    elif out.is_dir():
        yield from sorted(
            entry for entry in out.iterdir() if not entry.name.startswith(".")
            and ((entry / MANIFEST).is_file() or (entry / "keep").is_dir())
        )


def _compare(packet: Path, judge: Judge | None) -> Iterator[Discrepancy]:
    place = packet / MANIFEST
    try:
        content = read_manifest(read_regular(place), MANIFEST)
    except OSError:
        yield Discrepancy(place, "is missing or cannot be read.")
        return
    except PacketError as error:
        yield Discrepancy(place, str(error).removeprefix(f"{MANIFEST}: "))
        return
    for paper in content["papers"]:
        yield from _compare_paper(packet, paper, judge)
    listed = {paper["path"] for paper in content["papers"]}
    for file in sorted(packet.rglob("*.docx")):
        name = file.relative_to(packet).as_posix()
        if name not in listed and not file.name.startswith(("~$", ".")):
            yield Discrepancy(file, "is not in the manifest.")


def _compare_paper(
    packet: Path, paper: dict[str, Any], judge: Judge | None
) -> Iterator[Discrepancy]:
    file = packet / paper["path"]
    try:
        data = read_regular(file)
    except OSError:
        yield Discrepancy(file, "is missing or cannot be read.")
        return
    if sha256(data) != paper["sha256"]:
        yield Discrepancy(file, "has been changed since it was drafted.")
        return
    if judge is not None:
        kind = paper["path"].split("/", maxsplit=1)[0]
        for problem in judge(data, kind):
            yield Discrepancy(file, problem)
