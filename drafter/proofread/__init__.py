"""Proofreading: a template as text, its tags against the words we have, a paper's last check."""

from drafter.proofread.differences import differences
from drafter.proofread.lint import Report, lint
from drafter.proofread.mirror import mirror
from drafter.proofread.papers import judge, judge_trees, slips

__all__ = ["Report", "differences", "judge", "judge_trees", "lint", "mirror", "slips"]
