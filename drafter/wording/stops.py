"""The full stop at the end of what a person typed."""

from __future__ import annotations

import re

_LAST_WORD = re.compile(r"(?<![\w.’'])([\w’'-]{3,}|\d+|[^\W\d_]{2})([)\]”’\"']*)\.$")
_SHORTENED = re.compile(
    "al|art|ave|bros|corp|co|ct|dept|dist|div|dr|ed|etc|exs?|ft|gov|hon|inc|jr|ltd|mrs?|ms|mt|nos?|para|pp|rd|"
    "sec|seq|sgt|sr|st|supp|univ|vol|vs|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec", re.IGNORECASE
)


def without_stop(words: str) -> str:
    """A phrase without the full stop that ends it; one that belongs to an abbreviation stays.

    Args:
        words: what was typed, such as ``produce the list.``

    Returns:
        ``produce the list``; but ``act for the U.S.`` and ``write to Sample Co.`` as they are.
    """
    found = _LAST_WORD.search(words)
    if found is None or (not found[2] and _SHORTENED.fullmatch(found[1])):
        return words
    return words[:-1]
