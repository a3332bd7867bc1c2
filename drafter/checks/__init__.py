"""Legal checks: facts and law meet here, and become notes."""

from drafter.checks.registry import CHECKS, Check, Finding, Note, Severity, run_checks

FAMILIES = ()

__all__ = ["CHECKS", "FAMILIES", "Check", "Finding", "Note", "Severity", "run_checks"]
