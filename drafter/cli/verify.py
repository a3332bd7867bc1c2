"""The command that compares packets with their manifests."""

from __future__ import annotations

import argparse

from drafter import packet
from drafter.cli import status
from drafter.cli.screen import complain, counted, show
from drafter.proofread import judge


def verify(options: argparse.Namespace) -> int:
    """Re-hashes and re-judges every paper of a packet, or of every packet in a folder."""
    packets, found = packet.verify(options.out, judge)
    for one in found:
        show(f"{one.path}: {one.message}")
    looked = counted(len(packets), "packet")
    if found:
        complain(f"{looked}: {counted(len(found), 'difference')} from what was drafted.")
        return status.COULD_NOT
    complain(f"{looked}: every paper is as it was drafted.")
    return status.DONE
