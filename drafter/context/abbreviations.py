"""Abbreviations a paper defines for itself: in full at first use, short after that."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.wording.text import Span, Term, Text

_ICE = Term("ice", "U.S. Immigration and Customs Enforcement", "ICE")
_MOA = Term("moa", "Memorandum of Agreement", "MOA")


@dataclass(frozen=True, slots=True)
class Terms:
    """Abbreviations by name, for templates."""

    ice: Text
    moa: Text
    apa: Text


TERMS = Terms(
    ice=Text.of(_ICE),
    moa=Text.of(_MOA),
    apa=Text.of(Term("apa", "Administrative Procedure Act", "APA")),
)

_SHORT = re.compile(
    r"“[^”]*”|U\.S\. Immigration and Customs Enforcement(?: \(ICE\))?|Memorandum of Agreement"
    r" \(MOA\)|\bICE\b(?!’s| Form)|\bMOA\b(?!’s)"
)


def abbreviate(text: Text) -> Text:
    """Hands the abbreviations in words of a case to the ledger; quoted words stay as they are.

    A person who types "ICE" need not know whether the paper has explained it yet.
    """
    spans: list[Span] = []
    for span in text.spans:
        if isinstance(span, str):
            spans.extend(_split(span))
        else:
            spans.append(span)
    return Text.of(*spans)


def _split(words: str) -> list[Span]:
    parts: list[Span] = []
    end = 0
    for match in _SHORT.finditer(words):
        if match[0].startswith("“"):
            continue
        parts += [words[end : match.start()], _MOA if match[0].startswith("M") else _ICE]
        end = match.end()
    return [*parts, words[end:]]
