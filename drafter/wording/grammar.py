"""Small matters of grammar: series, numbers in words, capitals, curly quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.wording.text import Mark, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
)
_OPENERS = frozenset((
    "A", "About", "After", "All", "Although", "Among", "An", "And", "Another", "Any", "As",
    "At", "Because", "Before", "Between", "Both", "But", "By", "During", "Each", "Eight",
    "Either", "Every", "Few", "Five", "For", "Four", "From", "He", "Her", "His", "How", "If",
    "In", "Instead", "It", "Its", "Later", "Many", "Most", "My", "Neither", "Nine", "No",
    "Nobody", "None", "Nor", "Nothing", "On", "Once", "One", "Or", "Other", "Our", "Over",
    "Several", "Seven", "She", "Since", "Six", "So", "Some", "Still", "Ten", "That", "The",
    "Their", "Then", "There", "These", "They", "This", "Those", "Three", "To", "Today", "Two",
    "Under", "Until", "Upon", "We", "What", "When", "Where", "Whether", "Which", "While", "Who",
    "Why", "With", "Within", "Without", "You", "Your",
))
_FIRST_WORD = re.compile(r"(\s*)([^\W\d_]+(?:-[^\W\d_]+)*)(?!\.)")
_FIRST_LETTER = re.compile(r"(\s*\(?)([^\W\d_])")
_STRAIGHT = re.compile("[\"']")
_OPENS_AFTER = frozenset(" \t\n\u00a0([{<\u2013\u2014-/\u201c\u2018")
_DECADE = re.compile(r"'\d\ds?\b")


def series(parts: Sequence[Text | str], word: str = "and") -> Text:
    """Joins parts as a series: ``a``, ``a and b``, ``a, b, and c``.

    Three or more parts, one of which holds a comma, are parted by semicolons, and the first of
    two that holds one is closed by a comma, so that the reader sees where each ends.

    Args:
        parts: what is listed; no parts make an empty text.
        word: the conjunction before the last part.
    """
    held = ["," in (one.plain if isinstance(one, Text) else one) for one in parts]
    if len(parts) < 3:
        return Text.of(*_between(parts, f", {word} " if held[:1] == [True] else f" {word} "))
    comma = any(held)
    sign = ";" if comma else ","
    return Text.of(*_between(parts[:-1], f"{sign} "), f"{sign} {word} ", parts[-1])


def _between(parts: Sequence[Text | str], joint: str) -> list[Text | str]:
    return [piece for one in parts for piece in (joint, one)][1:]


def count_words(number: int) -> str:
    """A number as prose wants it: in words up to ten, in digits above."""
    return _NUMBERS[number] if 0 <= number <= 10 else f"{number:,}"


def plural(number: int, one: str, many: str = "") -> str:
    """The form of a noun that goes with a number; the number itself is not printed.

    Args:
        number: how many.
        one: the singular.
        many: the plural; left out, it is made from the singular.
    """
    if number == 1:
        return one
    if many:
        return many
    if re.search("[^aeiou]y$", one):
        return f"{one[:-1]}ies"
    return f"{one}es" if re.search("(?:s|x|z|ch|sh)$", one) else f"{one}s"


def lower_first(text: Text) -> Text:
    """Lowers the first letter, so that a sentence can follow an introduction and a comma.

    Only words that commonly open a sentence are lowered (The, On, She, ...); anything else
    may be a name and stays. An initial (``A. Doe``), quoted words, and a text that begins with
    italics, a blank or a reference stay too.
    """
    return _change_first(text, _lowered)


def capitalise(text: Text) -> Text:
    """Raises the first letter that prints; quoted words, italics, blanks and references stay."""
    return _change_first(text, _raised)


def _change_first(text: Text, change: Callable[[str], str]) -> Text:
    for index, span in enumerate(text.spans):
        if isinstance(span, Mark) or (isinstance(span, str) and not span.strip()):
            continue
        if isinstance(span, str):
            return Text((*text.spans[:index], change(span), *text.spans[index + 1 :]))
        break
    return text


def _lowered(words: str) -> str:
    match = _FIRST_WORD.match(words)
    if match is None or match[2] not in _OPENERS:
        return words
    at = match.start(2)
    return words[:at] + words[at].lower() + words[at + 1 :]


def _raised(words: str) -> str:
    match = _FIRST_LETTER.match(words)
    if match is None:
        return words
    at = match.start(2)
    return words[:at] + words[at].upper() + words[at + 1 :]


def curl(text: str) -> str:
    """Straight quotation marks and apostrophes to curly ones; curly ones stay.

    A mark opens at the start of a word after a space, a bracket, a dash or another opening
    mark; it closes anywhere else. ``'24`` takes an apostrophe.
    """
    whole: list[str] = []
    end, before = 0, " "
    for match in _STRAIGHT.finditer(text):
        at = match.start()
        if at > end:
            before = text[at - 1]
        after = text[at + 1 : at + 2]
        opens = before in _OPENS_AFTER and bool(after.strip())
        if match[0] == '"':
            mark = "\u201c" if opens else "\u201d"
        else:
            mark = "\u2018" if opens and not _DECADE.match(text, at) else "\u2019"
        whole += [text[end:at], mark]
        end, before = at + 1, mark
    return "".join(whole) + text[end:]
