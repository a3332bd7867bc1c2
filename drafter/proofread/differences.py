"""Two drafts of a paper side by side: what the one says and the other does not."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import zip_longest

from drafter.proofread.mirror import mirror

_BODY = re.compile(r"body(?: cell)? \[[^\]]*\] ?(.*)")
_MARKS = re.compile(r"</?(?:b|i|u|blank)>|<(?:mark|field) [^>]*>")
_STYLE = re.compile(r"\[[^\]]*\]")
_COUNTED = re.compile(r"<field ((?:NUM)?PAGES?)\b[^>]*>\d*")
_SPACES = re.compile(r"<(?:tab|br)>")


def differences(old: bytes, new: bytes) -> tuple[tuple[str, str], ...]:
    """Paragraphs that differ, as they were and as they are; nothing on the side that has none.

    Raises:
        TemplateError: one of the two is no Word file.
    """
    before, after = _lines(old), _lines(new)
    found: list[tuple[str, str]] = []
    match = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i1, i2, j1, j2 in match.get_opcodes():
        if kind != "equal":
            found += zip_longest(before[i1:i2], after[j1:j2], fillvalue="")
    return tuple(found)


def reworded(old: bytes, new: bytes) -> tuple[tuple[range, tuple[str, ...], tuple[str, ...]], ...]:
    """Where two templates differ, header, footer, style and emphasis included.

    Returns:
        For each place the lines of the old mirror, by number, then as they were and as they are.

    Raises:
        TemplateError: one of the two is no Word file.
    """
    before, after = mirror(old).splitlines(), mirror(new).splitlines()
    match = SequenceMatcher(None, [_same(one) for one in before], [_same(one) for one in after],
                            autojunk=False)
    return tuple(
        (range(i1, max(i2, i1 + 1)), tuple(before[i1:i2]), tuple(after[j1:j2]))
        for kind, i1, i2, j1, j2 in match.get_opcodes() if kind != "equal"
    )


def _same(line: str) -> str:
    """A line without what an office program changes by itself when it saves.

    Word writes the style ``header``, LibreOffice ``Header``; each saves the page number it showed.
    """
    return _COUNTED.sub(r"<field \1>", _STYLE.sub(lambda hit: hit[0].casefold(), line, count=1))


def _lines(data: bytes) -> list[str]:
    """The words of each paragraph of the body, without marks and emphasis."""
    lines = [hit[1] for line in mirror(data).splitlines() if (hit := _BODY.fullmatch(line))]
    plain = [_SPACES.sub(" ", _MARKS.sub("", line)).strip() for line in lines]
    return [line for line in plain if line]
