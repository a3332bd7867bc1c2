"""The command that compares packets with their manifests."""

from __future__ import annotations

import argparse
from pathlib import Path

from drafter import packet
from drafter.cli import status
from drafter.cli.screen import complain, counted, show
from drafter.proofread import judge
from drafter.proofread.citations import strays


def verify(options: argparse.Namespace) -> int:
    """Re-hashes and re-judges every paper of a packet, or of every packet in a folder.

    With ``--cites`` each citation must also stand in the table of authorities of its memo.
    """
    packets, found = packet.verify(options.out, judge)
    if options.cites:
        found += tuple(one for folder in packets for one in _uncited(folder))
    for one in found:
        show(f"{one.path}: {one.message}")
    looked = counted(len(packets), "packet")
    if found:
        complain(f"{looked}: {counted(len(found), 'difference')} from what was drafted.")
        return status.COULD_NOT
    complain(f"{looked}: every paper is as it was drafted.")
    return status.DONE


def _uncited(folder: Path) -> list[packet.Discrepancy]:
    papers = {one.relative_to(folder).as_posix(): one.read_bytes()
              for one in sorted(folder.rglob("*.docx")) if not one.name.startswith(("~$", "."))}
    return [
        packet.Discrepancy(folder / path, f"{words} is not in the memo's table of authorities.")
        for path, words in strays(papers)
    ]
