"""Word's automatic numbers, counted as Word counts them, so that cross-references are right.

Covers what a pleading uses: numbering by style or on the paragraph itself, levels that
restart under a higher level, and the formats below.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

from drafter.render.ledger import letter
from drafter.render.names import W

_PLACE = re.compile(r"%(\d)")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
          (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """A number in upper-case Roman numerals."""
    out = ""
    for value, sign in _ROMAN:
        out += sign * (number // value)
        number %= value
    return out


def _letters(number: int) -> str:
    return letter((number - 1) % 26) * ((number - 1) // 26 + 1)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "upperRoman": roman,
    "lowerRoman": lambda n: roman(n).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda n: _letters(n).lower(),
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, its format and its text (``%1.``)."""

    start: int
    form: str
    text: str


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a template: levels by abstract list, and how styles and paragraphs reach them."""

    levels: Mapping[str, tuple[Level, ...]]
    abstract: Mapping[str, str]  # numId to abstract list
    styles: Mapping[str, tuple[str, int]]  # style id to numId and level
    style_names: Mapping[str, str]


def read_lists(styles: etree._Element, numbering: etree._Element | None) -> Lists:
    """Reads styles.xml and numbering.xml; a template without lists has no numbering part."""
    levels: dict[str, tuple[Level, ...]] = {}
    abstract: dict[str, str] = {}
    if numbering is not None:
        for one in numbering.iter(f"{W}abstractNum"):
            levels[one.get(f"{W}abstractNumId", "")] = tuple(
                Level(int(_value(lvl, "start", "1")), _value(lvl, "numFmt", "decimal"),
                      _value(lvl, "lvlText", ""))
                for lvl in one.iter(f"{W}lvl")
            )
        for one in numbering.iter(f"{W}num"):
            abstract[one.get(f"{W}numId", "")] = _value(one, "abstractNumId", "")
    based, own, shown = {}, {}, {}
    for style in styles.iter(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        based[name] = _value(style, "basedOn", "")
        shown[name] = _value(style, "name", name)
        if (found := num_pr(style.find(f"{W}pPr"))) is not None:
            own[name] = found
    reached: dict[str, tuple[str, int]] = {}
    for name in based:
        at, seen = name, set[str]()
        while at and at not in own and at not in seen:
            seen.add(at)
            at = based.get(at, "")
        if at in own:
            reached[name] = own[at]
    return Lists(levels, abstract, reached, shown)


def _value(parent: etree._Element, tag: str, default: str) -> str:
    child = parent.find(f"{W}{tag}")
    return default if child is None else child.get(f"{W}val", default)


def num_pr(properties: etree._Element | None) -> tuple[str, int] | None:
    """The list and level that properties of a style or a paragraph name."""
    number = None if properties is None else properties.find(f"{W}numPr")
    if number is None:
        return None
    return _value(number, "numId", "0"), int(_value(number, "ilvl", "0"))


class Counter:
    """Counts through the paragraphs of one document, in order."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[str, list[int]] = {}

    def number(self, style: str, own: tuple[str, int] | None = None) -> str:
        """The number that Word prints before the next paragraph (``12.``, ``Count I``); "" for none.

        Args:
            style: its style id; "" for the default.
            own: list and level that it names itself, which go before those of its style.
        """
        lists = self._lists
        found = own or lists.styles.get(style)
        if found is None:
            return ""
        name = lists.abstract.get(found[0], "")
        levels, depth = lists.levels.get(name, ()), found[1]
        if depth >= len(levels) or levels[depth].form in {"bullet", "none"}:
            return ""
        counts = self._counts.setdefault(name, [one.start - 1 for one in levels])
        counts[depth] += 1
        for lower in range(depth + 1, len(levels)):
            counts[lower] = levels[lower].start - 1
        return _PLACE.sub(
            lambda m: _FORMATS.get(levels[int(m[1]) - 1].form, str)(counts[int(m[1]) - 1]),
            levels[depth].text,
        )


def cross_reference(number: str) -> str:
    r"""What ``REF \r`` prints for a numbered paragraph: its number without the full stop."""
    return number.rstrip(".")
