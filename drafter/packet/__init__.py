"""The packet on disk: written whole or not at all, never over a paper, and checkable later."""

from drafter.packet.earlier import Earlier, earlier
from drafter.packet.manifest import MANIFEST, Provenance, manifest
from drafter.packet.printing import print_packet
from drafter.packet.resuming import Wanted, finished
from drafter.packet.verification import Discrepancy, verify
from drafter.packet.writing import Written, holding, write_packet

__all__ = [
    "MANIFEST", "Discrepancy", "Earlier", "Provenance", "Wanted", "Written", "earlier", "finished", "holding",
    "manifest", "print_packet", "verify", "write_packet",
]
