"""What is said of an agreement: plain data for programs, in the keys that they may rely on."""

from __future__ import annotations

from typing import Any

from drafter.moa.clauses import FoundAdverse, FoundClause
from drafter.moa.reading import COMPARE, Agreement

MODEL_NAMES = {
    "task-force": "Task Force Model",
    "jail-enforcement": "Jail Enforcement Model",
    "warrant-service": "Warrant Service Officer",
    "other": "model not told",
}


def as_data(agreement: Agreement) -> dict[str, Any]:
    """An agreement as JSON has it."""
    signed, revision = agreement.signed_on, agreement.form_revision
    dated = revision or signed
    both = len(agreement.signed) > 1 and signed is not None
    return {
        "file": agreement.name,
        "model": agreement.model,
        "form": agreement.form or None,
        "form_revision": revision.isoformat() if revision else None,
        "year": dated.year if dated else None,
        "agency": agreement.agency or None,
        "state": agreement.state or None,
        "signed_on": signed.isoformat() if signed else None,
        "signatures": [day.isoformat() for day in agreement.signed],
        "effective_on": signed.isoformat() if both and signed else None,
        "signed_note": COMPARE if signed and agreement.signed_scanned else None,
        "signed_doubtful": [day.isoformat() for day in agreement.signed_doubtful],
        "signature_page": agreement.signature_page,
        "pages": agreement.pages,
        "pages_without_text": list(agreement.without_text),
        "pages_garbled": list(agreement.garbled),
        "pages_mixed": list(agreement.mixed),
        "pages_scanned": list(agreement.scanned),
        "clauses": [_clause(one) for one in agreement.clauses],
        "adverse": [_adverse(one) for one in agreement.adverse],
        "absent": list(agreement.absent),
        "not_found": [{"id": one, "why": why} for one, why in agreement.not_found],
        "doubts": list(agreement.doubts),
    }


def _clause(one: FoundClause) -> dict[str, Any]:
    return {
        "id": one.clause.id,
        "topic": one.clause.topic,
        "section": one.section,
        "heading": one.heading,
        "page": one.page,
        "last_page": one.last_page,
        "text": one.text,
        "binds": one.clause.binds,
        "operative": one.operative,
        "softeners": list(one.softeners),
        "force": one.force.value,
        "duty": one.clause.duty or None,
        "weak": one.clause.weak or None,
        "runs_on": one.runs_on,
        "likeness": one.likeness,
        "note": COMPARE if one.scanned else None,
    }


def _adverse(one: FoundAdverse) -> dict[str, Any]:
    return {
        "id": one.id,
        "section": one.section,
        "heading": one.heading,
        "page": one.page,
        "text": one.text,
        "effect": one.effect,
        "note": COMPARE if one.scanned else None,
    }
