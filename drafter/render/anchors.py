"""Marks, references and brackets that a template brings along become tokens, like those of a case.

So they are numbered, resolved and counted in one place and by one rule.
"""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree

from drafter.errors import TemplateError
from drafter.render.fields import fields
from drafter.render.names import PLACEHOLDER, SPACE, W
from drafter.render.words import Kept, Print
from drafter.wording.text import Blank, Mark, Ref

_REFERENCE = re.compile(r"\s*REF\s+(m_\w+)\b")
_UNSEEN = "_GoBack"  # where Word last left the cursor


def anchored(root: etree._Element, kept: Print, where: str) -> None:
    """Replaces the anchors of a part by tokens, in place.

    Args:
        root: the part.
        kept: takes what the tokens stand for.
        where: what messages call the part.

    Raises:
        TemplateError: a bracket of the template holds a tag, or a mark has no paragraph.
    """
    for one in list(fields(root)):
        if found := _REFERENCE.match(one.code):
            properties = one.shown[0].find(f"{W}rPr") if one.shown else None
            one.runs[0].addprevious(_token_run(kept, Ref(_mark(found[1])), properties))
            for run in one.runs:
                _removed(run)
    for start in list(root.iter(f"{W}bookmarkStart")):
        _bookmark(root, start, kept, where)
    for run in list(root.iter(f"{W}r")):
        style = run.find(f"{W}rPr/{W}rStyle")
        if style is not None and style.get(f"{W}val") == PLACEHOLDER:
            _bracket(run, kept, where)


def _bookmark(
    root: etree._Element, start: etree._Element, kept: Print, where: str
) -> None:
    name = start.get(f"{W}name", "")
    if not name.startswith("m_") and name != _UNSEEN:
        return
    for end in list(root.iter(f"{W}bookmarkEnd")):
        if end.get(f"{W}id") == start.get(f"{W}id"):
            _removed(end)
    if name != _UNSEEN:
        _place(start, _token_run(kept, Mark(_mark(name)), None), where)
    _removed(start)


def _mark(bookmark: str) -> str:
    return bookmark[2:].replace("_", "-")


def _token_run(
    kept: Print, span: Kept, properties: etree._Element | None
) -> etree._Element:
    run = etree.Element(f"{W}r")
    if properties is not None:
        run.append(deepcopy(properties))
    text = etree.SubElement(run, f"{W}t")
    text.set(SPACE, "preserve")
    text.text = kept.keep(span)
    return run


def _removed(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _place(start: etree._Element, run: etree._Element, where: str) -> None:
    """Puts the token of a mark where the mark stands; between paragraphs, into the next one."""
    parent = start.getparent()
    if parent is not None and parent.tag in {f"{W}body", f"{W}tc"}:
        following = start.getnext()
        while following is not None and following.tag != f"{W}p":
            following = following.getnext()
        if following is None:
            msg = f"{where}: the mark {start.get(f'{W}name')} stands in no paragraph; set it again."
            raise TemplateError(msg)
        properties = following.find(f"{W}pPr")
        following.insert(0 if properties is None else 1, run)
        return
    start.addprevious(run)


def _bracket(run: etree._Element, kept: Print, where: str) -> None:
    words = "".join(t.text or "" for t in run.iter(f"{W}t"))
    if "{{" in words or "{%" in words:
        msg = f'{where}: the bracket "{words}" holds a tag; only fixed words can be a bracket here.'
        raise TemplateError(msg)
    if label := words.strip().strip("[]"):
        run.addprevious(_token_run(kept, Blank(label), None))
        _removed(run)
