"""Legal checks: facts and law meet here, and become notes."""

from drafter.checks import (
    agreement,
    cautions,
    chronology,
    demand,
    duties,
    duty_texts,
    elements,
    evidence,
    exhaustion,
    form,
    jurisdiction,
    kinds,
    listing,
    parties,
    privacy,
    provenance,
    relief,
    signed,
    standing,
    timing,
    vehicles,
    venue,
)
from drafter.checks.registry import CHECKS, Check, Finding, Note, Severity, run_checks

FAMILIES = (
    elements,
    duties,
    duty_texts,
    agreement,
    signed,
    listing,
    parties,
    jurisdiction,
    standing,
    demand,
    exhaustion,
    relief,
    timing,
    evidence,
    chronology,
    privacy,
    provenance,
    form,
    vehicles,
    venue,
    kinds,
    cautions,
)
"""The table of contents: importing a family enters its checks."""

__all__ = ["CHECKS", "FAMILIES", "Check", "Finding", "Note", "Severity", "run_checks"]
