"""Citations and quotations by id, for the templates."""

from __future__ import annotations

from functools import cache

from drafter.law import Law
from drafter.law.texts import cite_text
from drafter.wording.grammar import curl
from drafter.wording.text import Blank, Text


@cache
def citations(law: Law) -> dict[str, Text]:
    """Every citation by record id, hyphens as underscores; one that may not print is a blank."""
    return {
        key.replace("-", "_"): cite_text(record) if record.may_print
        else Text.of(Blank("authority: attorney to confirm", "", "counsel"))
        for key, record in law.authorities.items()
    }


@cache
def quotations(law: Law) -> dict[str, Text]:
    """Every exact quotation by record id, in curly quotation marks."""
    return {
        key.replace("-", "_"): Text.of("“", curl(record.quotation), "”")
        for key, record in law.authorities.items()
        if record.quotation
    }
