"""The one gate for text: what Word cannot hold is refused by code point, never dropped."""

from __future__ import annotations

import re

UNHOLDABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)
"""What neither a case file nor a Word file holds; a carriage return is gone before it would print."""

_ASTRAL_NONCHARACTER = re.compile(
    "[" + "".join(chr(p * 0x10000 + low) for p in range(1, 17) for low in (0xFFFE, 0xFFFF)) + "]"
)


def gate_narrative(text: str) -> str:
    r"""Normalises line ends to ``\n`` and refuses characters a Word file cannot hold.

    Raises:
        ValueError: names the first refused character by code point and position.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    bad = UNHOLDABLE.search(text) or _ASTRAL_NONCHARACTER.search(text)
    if bad is not None:
        msg = (
            f"holds the character U+{ord(bad[0]):04X} at position {bad.start() + 1}, which a "
            "Word file cannot hold; delete it or type it again"
        )
        raise ValueError(msg)
    return text


def gate_line(text: str) -> str:
    """As ``gate_narrative``, and refuses line ends: a line is one line."""
    text = gate_narrative(text)
    if "\n" in text:
        msg = "must be one line; this field does not take paragraphs"
        raise ValueError(msg)
    return text.replace("\t", " ")
