"""Rows on the signed agreement beside the case: its PDF is stood in for by pages of text."""

from __future__ import annotations

from drafter.checks.matter import Matter
from drafter.law import load_law
from drafter.moa.pdf import Page
from drafter.moa.reading import agreement
from tests.checks.cases import AS_OF, Row, case
from tests.checks.federal_case import FEDERAL

_FOOT = "Example County Sheriff's Office, AL {n} Revised 03/07/2025"
_FIRST = """MEMORANDUM OF AGREEMENT
287(g) Task Force Model
II. AUTHORITY
This MOA constitutes such a written agreement.
IX. CERTIFICATION AND AUTHORIZATION
{certification}
XVIII. EFFECTIVE DATE, SUSPENSION, AND TERMINATION OF THIS MOA
{no_rights}"""
