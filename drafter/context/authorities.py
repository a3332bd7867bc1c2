"""Citations by id for the templates, and the abbreviations a paper may define."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from drafter.law import Law
from drafter.law.texts import cite_text
from drafter.wording.grammar import curl
from drafter.wording.text import Blank, Term, Text


@dataclass(frozen=True, slots=True)
class Terms:
    """Abbreviations: in full at first use in a paper, short after that."""

    ice: Text
    moa: Text
    apa: Text
    dhs: Text


TERMS = Terms(
    ice=Text.of(Term("ice", "U.S. Immigration and Customs Enforcement", "ICE")),
    moa=Text.of(Term("moa", "Memorandum of Agreement", "MOA")),
    apa=Text.of(Term("apa", "Administrative Procedure Act", "APA")),
    dhs=Text.of(Term("dhs", "Department of Homeland Security", "DHS")),
)


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
