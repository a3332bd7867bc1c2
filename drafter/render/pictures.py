"""Pictures that have a name in a template: a paper puts its own in their place.

The name is that of the selection pane in Word, which keeps it when it renames the file inside.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from lxml import etree

from drafter.render.names import DOCUMENT, RELS
from drafter.render.preflight import PARSER

NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})

_INLINE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
_NAME = "{*}docPr"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_RELATIONSHIPS = "word/_rels/document.xml.rels"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a template: its name, the part that holds it, and what it holds there."""

    name: str
    part: str
    data: bytes = field(repr=False)


def named_pictures(parts: Mapping[str, bytes]) -> tuple[Picture, ...]:
    """The pictures in the body of a template; one part is listed once."""
    if _RELATIONSHIPS not in parts:
        return ()
    targets = {
        one.get("Id", ""): posixpath.normpath(posixpath.join("word", one.get("Target", "")))
        for one in etree.fromstring(parts[_RELATIONSHIPS], PARSER).iter(f"{RELS}Relationship")
    }
    found: dict[str, Picture] = {}
    for inline in etree.fromstring(parts[DOCUMENT], PARSER).iter(_INLINE):
        name = next((one.get("name", "") for one in inline.iter(_NAME)), "")
        for blip in inline.iter(_BLIP):
            part = targets.get(blip.get(_EMBED, ""), "")
            if part in parts:
                found.setdefault(part, Picture(name, part, parts[part]))
    return tuple(found.values())
