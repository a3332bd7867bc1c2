"""Exhibit letters and abbreviations, settled in the order in which a paper prints them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.wording.text import Cite, Term

_RANGE = re.compile(r"(?<=\d)-(?=\d)")  # from page to page: an en dash, as print has it


class Ledger:
    """One for each paper: give it the letters of the opening paper, or nothing for that paper.

    Args:
        labels: exhibit letters settled already, by exhibit id.
    """

    def __init__(self, labels: Mapping[str, str] | None = None) -> None:
        self._labels = dict(labels or {})
        self._explained: set[str] = set()

    @property
    def labels(self) -> Mapping[str, str]:
        """Letter of each exhibit by its id, in order of first mention."""
        return self._labels

    def cite(self, cite: Cite) -> str:
        """``Ex. C at 2``; an exhibit not met before gets the next letter."""
        label = self._labels.setdefault(cite.exhibit, letter(len(self._labels)))
        at = _RANGE.sub("–", cite.at)
        return f"Ex. {label} at {at}" if at else f"Ex. {label}"

    def term(self, term: Term) -> str:
        """The long form with the short one in parentheses at first use, then the short one."""
        if term.id in self._explained:
            return term.short
        self._explained.add(term.id)
        return f"{term.long} ({term.short})"


def letter(index: int) -> str:
    """A to Z, then AA, AB and so on; 0 is A."""
    first, last = divmod(index, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)
