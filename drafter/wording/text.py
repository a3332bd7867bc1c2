"""Text as it will be printed, free of Word: plain runs and the few marks a pleading needs.

``context/`` builds ``Text``; ``render/`` turns it into Word runs in the order in which it is
printed. That order settles exhibit labels and the first use of an abbreviation, so neither
is ever typed: ``Cite`` and ``Term`` are resolved by a ``Ledger`` while a paper is filled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Italic:
    """Words in italics: the name of a case, *See*, *In re*."""

    words: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A missing fact: ``[label]`` in the highlighted style, counted in the memo.

    Args:
        label: neutral words for what is missing, no brackets; never a note or advice.
        field: dotted path of the case field that would fill it (``events.3.date``), or "".
        who: who can answer, for the memo ("the client", "counsel"), or "".
        question: the question to ask, for the memo, or "".
    """

    label: str
    field: str = ""
    who: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark: the numbered paragraph that holds it can be referred to by ``id``."""

    id: str


@dataclass(frozen=True, slots=True)
class Ref:
    """The number of the paragraph marked ``id``, as a Word REF field."""

    id: str


@dataclass(frozen=True, slots=True)
class Cite:
    """An exhibit by its id: prints ``Ex. C at 2-3``; the label goes by order of first mention."""

    exhibit: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """An abbreviation: in full with the short form in parentheses at first use, then short.

    ``Term("foia", "Freedom of Information Act", "FOIA")`` prints
    ``Freedom of Information Act (FOIA)`` once in a paper and ``FOIA`` after that.
    """

    id: str
    long: str
    short: str


Span: TypeAlias = "str | Italic | Blank | Mark | Ref | Cite | Term"


@dataclass(frozen=True, slots=True)
class Text:
    """A run of spans. ``Text("On ", "May 1", ", ...")``; ``+`` joins with a str, span or Text."""

    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, *parts: Span | Text) -> Text:
        """Joins spans and texts into one text; empty strings are dropped."""
        spans: list[Span] = []
        for part in parts:
            if isinstance(part, Text):
                spans.extend(part.spans)
            elif part != "":
                spans.append(part)
        return cls(tuple(spans))

    def __add__(self, other: Span | Text) -> Text:
        return Text.of(self, other)

    def __radd__(self, other: Span) -> Text:
        return Text.of(other, self)

    def __bool__(self) -> bool:
        return any(not isinstance(span, Mark) for span in self.spans)

    @property
    def plain(self) -> str:
        """The words alone, for tests and for counting words; cites and refs by their ids."""
        return "".join(_plain(span) for span in self.spans)


def _plain(span: Span) -> str:  # noqa: PLR0911 - one return for each kind of span
    match span:
        case str():
            return span
        case Italic(words):
            return words
        case Blank(label=label):
            return f"[{label}]"
        case Ref(id=target):
            return f"{{{target}}}"
        case Cite(exhibit, at):
            return f"Ex. {{{exhibit}}}" + (f" at {at}" if at else "")
        case Term(short=short):
            return short
        case Mark():
            return ""
