"""Word's fields in the tree of a part: what they say, and where they begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from drafter.render.names import W


@dataclass(slots=True)
class Field:
    """A field: its code, and the runs it is made of (or the one element ``w:fldSimple``)."""

    code: str = ""
    runs: list[etree._Element] = field(default_factory=list)
    shown: list[etree._Element] = field(default_factory=list)  # runs after the separator
    separated: bool = False


def fields(root: etree._Element) -> Iterator[Field]:
    """Every field of a part; inner fields come before the one they stand in."""
    open_ones: list[Field] = []
    for node in root.iter(f"{W}r", f"{W}fldSimple"):
        if node.tag == f"{W}fldSimple":
            yield Field(node.get(f"{W}instr", ""), [node], node.findall(f"{W}r"))
            continue
        for one in open_ones:
            one.runs.append(node)
            if one.separated:
                one.shown.append(node)
        for child in node.iterchildren(f"{W}fldChar", f"{W}instrText"):
            kind = child.get(f"{W}fldCharType", "code")
            if kind == "begin" or not open_ones:  # code outside of a field is looked at too
                open_ones.append(Field(runs=[node]))
            if kind == "code":
                open_ones[-1].code += child.text or ""
            elif kind == "separate":
                open_ones[-1].separated = True
            elif kind == "end":
                yield open_ones.pop()
    yield from open_ones
