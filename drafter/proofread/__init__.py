"""Proofreading: a template as text, its tags against the words we have, a paper's last check."""

from drafter.proofread import consistency, gates
from drafter.proofread.differences import differences, reworded
from drafter.proofread.lint import Report, lint, said
from drafter.proofread.mirror import mirror
from drafter.proofread.packets import Packet, Sheet, judge_packet
from drafter.proofread.papers import judge, judge_trees, slips
from drafter.proofread.redline import redline
from drafter.proofread.variables import Variable, variables

__all__ = [
    "Packet", "Report", "Sheet", "Variable", "consistency", "differences", "gates", "judge",
    "judge_packet", "judge_trees", "lint", "mirror", "redline", "reworded", "said", "slips", "variables",
]
