"""Word's automatic numbers, counted as Word counts them, so that cross-references are right.

Covers what a pleading uses: numbering by style or on the paragraph itself, levels that restart
under a higher one, lists that start anew, and the formats below. Any other is refused, for a
number that only looks right is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from drafter.errors import TemplateError
from drafter.render.ledger import letter
from drafter.render.names import W

_PLACE = re.compile(r"%(\d)")
_LEVELS = 9
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


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "upperRoman": roman,
    "lowerRoman": lambda n: roman(n).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda n: _letters(n).lower(),
}
_SILENT = frozenset({"bullet", "none"})


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    Args:
        start: its first number.
        form: the format of its number, by Word's name.
        text: what is printed, with ``%1`` for the number of the first level.
        restart: it starts anew under levels up to this one, counted from 1; 0 is never.
        legal: whether all numbers in ``text`` are plain ones.
    """

    start: int
    form: str
    text: str
    restart: int
    legal: bool


class Numbered(NamedTuple):
    """The number of a paragraph: as printed (``12.``), and as a reference prints it (``12``)."""

    printed: str
    reference: str


NO_NUMBER = Numbered("", "")


@dataclass(frozen=True, slots=True)
class List:
    """A list as paragraphs name it: the abstract list it counts in, and levels it starts anew."""

    abstract: str
    starts: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a template: levels by abstract list, and how styles and paragraphs reach them."""

    levels: Mapping[str, Mapping[int, Level]]
    lists: Mapping[str, List]  # by numId
    styles: Mapping[str, tuple[str, int]]  # style id to numId and level
    style_names: Mapping[str, str]


def read_lists(styles: etree._Element, numbering: etree._Element | None) -> Lists:
    """Reads styles.xml and numbering.xml; a template without lists has no numbering part.

    Raises:
        TemplateError: a number in either cannot be read.
    """
    try:
        return _read(styles, numbering)
    except ValueError:
        msg = "a list of the template has a level or start that is no number; make the list anew."
        raise TemplateError(msg) from None


def _read(styles: etree._Element, numbering: etree._Element | None) -> Lists:
    levels: dict[str, dict[int, Level]] = {}
    lists: dict[str, List] = {}
    linked: dict[tuple[str, str], int] = {}  # abstract list and style to level
    for one in () if numbering is None else numbering.iter(f"{W}abstractNum"):
        name = one.get(f"{W}abstractNumId", "")
        levels[name] = {}
        for lvl in one.iterchildren(f"{W}lvl"):
            depth = int(lvl.get(f"{W}ilvl", "0"))
            levels[name][depth] = Level(
                int(_value(lvl, "start", "0")), _value(lvl, "numFmt", "decimal"),
                _value(lvl, "lvlText", ""), int(_value(lvl, "lvlRestart", str(depth))),
                lvl.find(f"{W}isLgl") is not None,
            )
            linked[name, _value(lvl, "pStyle", "")] = depth
    for one in () if numbering is None else numbering.iter(f"{W}num"):
        lists[one.get(f"{W}numId", "")] = List(
            _value(one, "abstractNumId", ""),
            {int(o.get(f"{W}ilvl", "0")): int(_value(o, "startOverride", "1"))
             for o in one.iterchildren(f"{W}lvlOverride")
             if o.find(f"{W}startOverride") is not None},
        )
    based: dict[str, str] = {}
    own: dict[str, tuple[str | None, int | None]] = {}
    shown: dict[str, str] = {}
    for style in styles.iter(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        based[name] = _value(style, "basedOn", "")
        shown[name] = _value(style, "name", name)
        own[name] = _num_pr(style.find(f"{W}pPr"))
    reached: dict[str, tuple[str, int]] = {}
    for name in based:
        chain = [own[one] for one in _chain(name, based)]
        number = next((n for n, _ in chain if n is not None), None)
        if number is not None:
            abstract = lists.get(number, List("")).abstract
            own_depth = next((d for _, d in chain if d is not None), None)
            reached[name] = (
                number, linked.get((abstract, name), 0) if own_depth is None else own_depth)
    return Lists(levels, lists, reached, shown)


def _chain(name: str, based: Mapping[str, str]) -> list[str]:
    """A style and those it is based on, nearest first."""
    chain: list[str] = []
    while name in based and name not in chain:
        chain.append(name)
        name = based[name]
    return chain


def _value(parent: etree._Element, tag: str, default: str) -> str:
    child = parent.find(f"{W}{tag}")
    return default if child is None else child.get(f"{W}val", default)


def _num_pr(properties: etree._Element | None) -> tuple[str | None, int | None]:
    number = None if properties is None else properties.find(f"{W}numPr")
    if number is None:
        return None, None
    depth = _value(number, "ilvl", "")
    return _value(number, "numId", "") or None, int(depth) if depth else None


class Counter:
    """Counts through the paragraphs of one document, in order."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def number(self, style: str, own: tuple[str | None, int | None] | None = None) -> Numbered:
        """The number that Word prints before the next paragraph.

        Args:
            style: its style id, "" for the default style.
            own: list and level that stand on the paragraph itself.

        Raises:
            TemplateError: the list has a format that is not counted here.
        """
        number, depth = self._lists.styles.get(style, ("", 0))
        if own is not None:
            number, depth = own[0] or number, own[1] or 0
        if not number:
            return NO_NUMBER
        used = self._lists.lists.get(number)
        levels = {} if used is None else self._lists.levels.get(used.abstract, {})
        level = levels.get(depth)
        if used is None or level is None or level.form in _SILENT:
            return NO_NUMBER
        counts = self._counts.setdefault(used.abstract, {})
        if number not in self._begun:
            self._begun.add(number)
            for at, start in used.starts.items():
                counts[at] = start - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for lower, one in levels.items() if len(levels) > 1 else ():
            if lower < depth:
                counts.setdefault(lower, one.start)
            elif lower > depth and depth < one.restart:
                counts.pop(lower, None)
        return self._shown(levels, depth, counts)

    @staticmethod
    def _shown(
        levels: Mapping[int, Level], depth: int, counts: Mapping[int, int]
    ) -> Numbered:
        if depth == 0 and not levels[0].legal:  # nearly always
            plain = levels[0].text.replace("%1", _format(levels[0].form)(counts[0]))
            if "%" not in plain:
                return Numbered(plain, plain.rstrip("."))

        def text(at: int) -> str:
            level = levels[at]

            def one(hit: re.Match[str]) -> str:
                which = int(hit[1]) - 1
                if which not in levels or which not in counts:
                    return ""
                form = "decimal" if level.legal else levels[which].form
                return _format(form)(counts[which])

            return "" if level.form in _SILENT else _PLACE.sub(one, level.text)

        printed = text(depth)
        reference = printed.rstrip(".")
        # "(a)" under "4." is "4(a)" from outside; "4.1" holds its higher level already.
        if not any(f"%{n}" in levels[depth].text for n in range(1, depth + 1)):
            for at in sorted((n for n in levels if n < depth), reverse=True):
                reference = text(at).rstrip(".") + reference
        return Numbered(printed, reference)


def _format(form: str) -> Callable[[int], str]:
    found = FORMATS.get(form)
    if found is None:
        msg = f"a list of the template counts in the format {form}; use numbers, letters or Roman."
        raise TemplateError(msg)
    return found
