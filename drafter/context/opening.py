"""What the opening paper settled when it was printed: numbers, exhibit labels, blanks, lines.

The secondary papers speak of the opening paper as it stands. Whoever rendered it makes these
facts from the result, so that this room need not know Word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OpenBlank:
    """A bracket that a paper of the packet prints."""

    label: str
    field: str  # path in the case file; empty for a blank that a text of law asks for
    who: str  # who can answer
    question: str  # the question in words, if the case file asks one
    paragraph: str  # printed number of the paragraph, or a place such as "caption"
    paper: str  # name of the paper


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A paragraph of the opening paper as printed."""

    style: str
    number: str  # as Word counts it; empty for a paragraph without a number
    text: str


@dataclass(frozen=True)
class OpeningFacts:
    """What the opening paper settled when it was printed."""

    labels: Mapping[str, str] = field(default_factory=dict)  # exhibit id to letter
    numbers: Mapping[str, str] = field(default_factory=dict)  # mark id to printed number
    blanks: tuple[OpenBlank, ...] = ()
    lines: tuple[PrintedLine, ...] = ()
    cites: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # exhibit id to numbers
    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # other papers: title to lines

    def label(self, exhibit: str) -> str:
        """``Ex. C``, or nothing for an exhibit that the opening paper does not cite."""
        return f"Ex. {self.labels[exhibit]}" if exhibit in self.labels else ""

    def paragraph(self, mark: str) -> str:
        """``¶ 14``, or nothing for a mark that the opening paper does not print."""
        return f"¶ {self.numbers[mark]}" if mark in self.numbers else ""
