"""Words of the opening paper in a paper of their own: its numbers as plain text."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.context.opening import OpeningFacts
from drafter.wording.grammar import series
from drafter.wording.text import Blank, Mark, Ref, Span, Text


def settled(text: Text, opening: OpeningFacts) -> Text:
    """The text without marks, each reference as the number the opening paper prints.

    A reference can have no field here, because its target stands in another file.
    """
    return Text.of(*(_span(span, opening) for span in text.spans if not isinstance(span, Mark)))


def _span(span: Span, opening: OpeningFacts) -> Span:
    if isinstance(span, Ref):
        return opening.numbers.get(span.id) or Blank("paragraph number", "", "counsel")
    return span


def paragraph_numbers(marks: Iterable[str], opening: OpeningFacts) -> tuple[int, ...]:
    """The numbers of the paragraphs with these marks, in order; what is not printed is left out."""
    found = {opening.numbers.get(mark, "") for mark in marks}
    return tuple(sorted(int(number) for number in found if number.isdigit()))


def paragraphs(numbers: Iterable[int]) -> str:
    """``paragraph 12``, ``paragraphs 12, 14 through 16, and 20``."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts: list[str] = []
    for run in runs:
        if len(run) < 3:
            parts += [str(number) for number in run]
        else:
            parts.append(f"{run[0]} through {run[-1]}")
    alone = len(runs) == 1 and len(runs[0]) == 1
    return f"{'paragraph' if alone else 'paragraphs'} {series(parts).plain}"
