"""The proposed order: each item of the prayer that a court can grant, in the same words."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.case import Case, Relief, ReliefKind
from drafter.checks.matter import Matter
from drafter.context.authorities import citations
from drafter.context.heading import Heading, federal, heading, paper_title
from drafter.context.opening import OpeningFacts
from drafter.context.prayer import prayer
from drafter.context.settled import settled
from drafter.wording.grammar import lower_first, series
from drafter.wording.text import Mark, Text

_DOES = {
    "Order": "orders", "Award": "awards", "Command": "commands", "Declare": "declares",
    "Retain": "retains", "Grant": "grants",
}
_RESERVE = "In the alternative, "
_ENDS = ("; and", ";", ".")


@dataclass(frozen=True, slots=True)
class OrderItem:
    """One numbered paragraph of the order."""

    text: Text


@dataclass(frozen=True, slots=True)
class OrderContext:
    """Everything the template of the proposed order may print."""

    head: Heading
    title: str
    paper: str
    result: str  # what is ordered in a word: judgment, or that the writ issue
    items: tuple[OrderItem, ...]
    judge: str


def order(matter: Matter, opening: OpeningFacts, draft_mark: str) -> OrderContext:
    """The words of the proposed order.

    Args:
        matter: case, law and as-of date.
        opening: what the opening paper settled when it was printed.
        draft_mark: the line in the header.
    """
    head = heading(matter, draft_mark)
    ours = federal(matter)
    return OrderContext(
        head=head,
        title="PROPOSED ORDER" if ours else "PROPOSED ORDER FOR A WRIT OF MANDAMUS",
        paper=paper_title(matter),
        result=f"judgment is entered for {head.us.petitioners}, as follows:" if ours
        else "a writ of mandamus issue, as follows:",
        items=_items(matter, opening),
        judge="United States District Judge" if ours else "Judge",
    )


def _items(matter: Matter, opening: OpeningFacts) -> tuple[OrderItem, ...]:
    case = matter.case
    # Without counts the prayer's own function gives the bare words of each item.
    asked = [item.text for item in prayer(matter, {}, citations(matter.law))]
    if not case.relief:
        return (OrderItem(settled(_granted(asked[0]), opening)),)
    kept = [n for n, one in enumerate(case.relief) if one.kind is not ReliefKind.OTHER]
    numbers = {case.relief[n].id: place for place, n in enumerate(kept, start=1)}
    return tuple(
        OrderItem(settled(_reserved(case, case.relief[n], _granted(asked[n]), numbers), opening))
        for n in kept
    )


def _granted(item: Text) -> Text:
    """``Order A, within …`` to ``The Court orders A, within …``; the rest word for word."""
    spans = [span for span in item.spans if not isinstance(span, Mark)]
    first, last = spans[0], spans[-1]
    if isinstance(last, str):
        bare = next((last.removesuffix(end) for end in _ENDS if last.endswith(end)), last)
        spans[-1] = f"{bare}."
    if not isinstance(first, str):
        return Text.of("The Court grants this relief: ", *spans)
    words = first.removeprefix(_RESERVE)
    verb, _, rest = words.partition(" ")
    does = _DOES.get(verb[:1].upper() + verb[1:])
    if does is None:
        return Text.of("The Court grants this relief: ", *spans)
    return Text.of(f"The Court {does} {rest}", *spans[1:])


def _reserved(case: Case, relief: Relief, text: Text, numbers: dict[str, int]) -> Text:
    """An item asked in the alternative says which paragraph must fall for it to stand."""
    over = [one for one in case.relief if one.id in relief.alternative_to and one.id in numbers]
    if not over:
        return text
    word = "paragraph" if len(over) == 1 else "paragraphs"
    where = f"{word} {series([str(numbers[one.id]) for one in over]).plain}"
    verb = "is" if len(over) == 1 else "are"
    return Text.of(
        f"In the alternative to {where}, ", lower_first(text),
        f" This paragraph stands only if {where} {verb} struck.",
    )
