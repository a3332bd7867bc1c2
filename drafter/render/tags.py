"""The tags of a part, looked at where they stand: what would break a page or swallow words.

docxtpl replaces the paragraph of a ``{%p … %}`` and the row of a ``{%tr … %}`` whole, and what
else stands there is gone without a word; a condition that begins in one cell and ends in
another breaks the file for some cases only. Both are found here, before there is a case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from drafter.render.names import W

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
STARTS = re.compile(r"\{\{|\{%|\{#")
_PIECE = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|\{ +[{%#]|[%}#] +\}")
_STATEMENT = re.compile(r"\{%(?:(p|tr|tc|r)(?= ))?[-+]?\s*([a-z]*)")
_VALUE = re.compile(r"\{\{(r|p|tr|tc)\s")
_KIND = re.compile(r"\{%-?(?:p|tr|r) ")
_OPENS = {"if": "endif", "for": "endfor"}
_MIDDLE = frozenset({"elif", "else"})
_WORDS = frozenset({*_OPENS, *_OPENS.values(), *_MIDDLE})


@dataclass(frozen=True, slots=True)
class _Open:
    word: str
    whole: str
    anchor: etree._Element | None
    place: str


def tag_problems(root: etree._Element) -> list[str]:
    """What is wrong with the tags of a part, each with the words around it."""
    found: list[str] = []
    stack: list[_Open] = []
    for number, paragraph in enumerate(root.iter(f"{W}p"), start=1):
        text = "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
        if "{" not in text and "}" not in text:
            continue
        place = f'paragraph {number} ("{_short(text)}")'
        left = TAG.sub("", text)
        if _PIECE.search(left):
            found.append(f"{place}: a tag cannot be read; compare its braces")
        if _VALUE.search(text):
            found.append(f"{place}: write {{{{ name }}}}; the letter before the name loses the words")
        for tag in TAG.findall(text):
            found += (f"{place}: {one}" for one in _statement(tag, paragraph, left, stack, place))
    found += (f"{one.place}: {one.whole} has no {_OPENS[one.word]}" for one in stack)
    return found


def plain_tags(text: str) -> str:
    """Words with their tags as plain Jinja, without the letters that docxtpl reads."""
    return _KIND.sub("{% ", text)


def _statement(
    tag: str, paragraph: etree._Element, left: str, stack: list[_Open], place: str
) -> Iterator[str]:
    hit = _STATEMENT.match(tag)
    if hit is None:
        return
    kind, word = hit[1] or "", hit[2]
    if kind == "tc" or word not in _WORDS:
        yield f"{tag} is not one of the tags that this program fills"
        return
    anchor = _anchor(paragraph, kind)
    if kind == "p" and (left.strip() or _tags(paragraph) > 1):
        yield f"{tag} needs a paragraph of its own; what else stands there is lost"
    if kind == "tr" and _row_has_more(paragraph):
        yield f"{tag} needs a table row of its own; what else stands there is lost"
    if word in _OPENS:
        stack.append(_Open(word, tag, anchor, place))
        return
    if not stack or (word not in _MIDDLE and _OPENS[stack[-1].word] != word):
        yield f"{tag} closes nothing that is open"
        return
    if stack[-1].anchor is not anchor:
        yield (
            f"{tag} and {stack[-1].whole} stand across paragraphs or cells; both belong into one "
            "paragraph, or as {%p … %} side by side, or as {%tr … %} into rows of one table"
        )
    if word not in _MIDDLE:
        stack.pop()


def _anchor(paragraph: etree._Element, kind: str) -> etree._Element | None:
    """What an opening tag and its end must have in common."""
    if kind == "p":
        return paragraph.getparent()
    if kind == "tr":
        row = next(paragraph.iterancestors(f"{W}tr"), None)
        return None if row is None else row.getparent()
    return paragraph


def _row_has_more(paragraph: etree._Element) -> bool:
    """Whether the row of a row tag holds anything else; a tag outside a table counts as such."""
    row = next(paragraph.iterancestors(f"{W}tr"), None)
    if row is None:
        return True
    text = "".join(t.text or "" for t in row.iter(f"{W}t"))
    return bool(TAG.sub("", text).strip()) or len(TAG.findall(text)) > 1


def _tags(paragraph: etree._Element) -> int:
    return len(TAG.findall("".join(t.text or "" for t in paragraph.iter(f"{W}t"))))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 50 else f"{text[:49]}…"
