"""What comes out of this room: a paper, and what was settled while it was printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree


@dataclass(frozen=True, slots=True)
class PlacedBlank:
    """A bracket as it stands in a paper.

    Args:
        label: its words, without brackets.
        field: path of the case field that would fill it, or "".
        who: who can answer, or "".
        question: the question to ask, or "".
        paragraph: printed number of its paragraph, or "" where that has none.
        place: part and running number of the paragraph ("body 31").
    """

    label: str
    field: str
    who: str
    question: str
    paragraph: str
    place: str


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph as a reader sees it: style, printed number ("12.", "Count I"), words, place."""

    style: str
    number: str
    text: str
    place: str


@dataclass(frozen=True)  # without slots, which would leave no room for what is read once
class Paper:
    """A finished .docx.

    Args:
        data: the file.
        numbers: for each mark, the number a cross-reference to it prints ("12", "Count I").
        blanks: every bracket of body and notes, in order.
        read: reads the paragraphs of the body; of the longest paper nobody asks for them.
        trees: the parts that were filled, as written, so that nobody need parse them again.
    """

    data: bytes
    numbers: Mapping[str, str]
    blanks: tuple[PlacedBlank, ...]
    read: Callable[[], tuple[Line, ...]] = field(repr=False, compare=False)
    trees: Mapping[str, etree._Element] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every paragraph of the body, in order."""
        return self.read()
