"""From a record of the law to the words of a paper."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from drafter.errors import LawError
from drafter.wording.grammar import curl
from drafter.wording.text import Blank, Italic, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.law.law import Law
    from drafter.law.records import Authority

UNCONFIRMED = "authority: attorney to confirm"

_PIECE = re.compile(r"\{(?P<name>[^{}]*)\}|\[\?(?P<label>[^\[\]]*)\]")
BLOCK = "BLOCK:"  # a text that stands as a block quotation under the one before
_QUOTE = "quote:"


def cite_text(authority: Authority) -> Text:
    """The citation as it prints: a case with its name in italics, anything else as it stands."""
    if authority.name:
        # A decision not yet reported has only court and year, in parentheses.
        joint = " " if authority.cite.startswith("(") else ", "
        return Text.of(Italic(curl(authority.name)), joint, authority.cite)
    return Text.of(authority.cite)


def fill(text: str, law: Law, words: Mapping[str, Text]) -> Text:
    """Fills a text of the law.

    ``{usc-8-1357-g-2}`` prints the citation of that record, or a bracket if it may not be
    printed yet; ``{quote:usc-8-1357-g-2}`` its exact words in quotation marks; any other name
    in braces is looked up in ``words``; ``[?label]`` prints a bracket.

    Args:
        text: a text out of a record.
        law: the records it may name.
        words: words of the paper, such as ``petitioners``; they go before records.

    Raises:
        LawError: the text names nothing we have.
    """
    whole, parts, end = curl(text), [], 0
    for match in _PIECE.finditer(whole):
        parts += [Text.of(whole[end : match.start()]), _piece(match, law, words)]
        end = match.end()
    return Text.of(*parts, whole[end:])


def names(text: str) -> tuple[str, ...]:
    """The names in braces of a text, as written, for cross-checks."""
    return tuple(match["name"] for match in _PIECE.finditer(text) if match["name"] is not None)


def _piece(match: re.Match[str], law: Law, words: Mapping[str, Text]) -> Text:
    if (label := match["label"]) is not None:
        return Text.of(Blank(label, "", "counsel"))
    name = match["name"]
    if name in words:
        return words[name]
    quoted = name.startswith(_QUOTE)
    record = law.authorities.get(name.removeprefix(_QUOTE))
    if record is None:
        close = get_close_matches(name.removeprefix(_QUOTE), [*words, *law.authorities], n=1)
        hint = f' (did you mean "{close[0]}"?)' if close else ""
        msg = (
            f'a text of the law names "{{{name}}}", but no word and no authority has that '
            f"name{hint}; correct the text in drafter/law."
        )
        raise LawError(msg)
    if not record.may_print:
        return Text.of(Blank(UNCONFIRMED, "", "counsel"))
    if not quoted:
        return cite_text(record)
    if not record.quotation:
        msg = (
            f'a text of the law asks for the words of "{record.id}", but that record holds no '
            "quotation; add it in drafter/law/authorities or cite without quoting."
        )
        raise LawError(msg)
    return Text.of("“", curl(record.quotation), "”")
