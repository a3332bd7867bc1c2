"""The file around the parts: our own properties, nothing of anybody's machine, the same bytes twice."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable
from html import escape

from lxml import etree

from drafter.render.names import RELS

_DROPPED = re.compile(
    r"docProps/(?:thumbnail|custom)|customXml/|word/(?:people|comments\w*|stylesWithEffects)\.xml"
)
_TRACES = re.compile(
    rb"<w:rsids>.*?</w:rsids>|<w:rsid\w*(?: [^>]*)?/>| w:rsid\w*=\"[0-9A-Fa-f]{8}\""
    rb"|<w:docVars>.*?</w:docVars>|<w:updateFields(?: [^>]*)?/>",
    re.DOTALL,
)
"""Revision ids, variables of the author's, and the wish to be asked about fields on opening."""

CORE = "docProps/core.xml"
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.'
    b'openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office '
    b"Word</Application></Properties>"
)
_STAMP = 0, (0 << 9) | (1 << 5) | 1  # midnight of January 1, 1980, the first day of the format


def cleaned(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Parts without authors, revision ids, thumbnails, comments and custom data."""
    dropped = {name for name in parts if _DROPPED.match(name)}
    kept = {name: data for name, data in parts.items() if name not in dropped}
    for name, data in kept.items():
        if name.endswith(".rels"):
            kept[name] = _without(data, f"{RELS}Relationship", "Target", dropped)
        elif name == "[Content_Types].xml":
            kept[name] = _without(data, None, "PartName", dropped)
        elif name.startswith("word/") and name.endswith(".xml"):
            kept[name] = _TRACES.sub(b"", data)
        elif name == "docProps/app.xml":
            kept[name] = _APP
    return kept


def _without(data: bytes, tag: str | None, key: str, dropped: set[str]) -> bytes:
    root = etree.fromstring(data)
    for child in list(root):
        target = child.get(key, "").lstrip("./")
        if (tag is None or child.tag == tag) and target and any(
            name == target or name.endswith(f"/{target}") for name in dropped
        ):
            root.remove(child)
    whole: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return whole


def core_properties(title: str) -> bytes:
    """The properties of a paper: its title, and neither author nor clock."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp='
        '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc='
        f'"http://purl.org/dc/elements/1.1/"><dc:title>{escape(title, quote=False)}</dc:title>'
        "</cp:coreProperties>"
    ).encode()


class Member:
    """One member of the zip, compressed: the unchanged ones once for each template."""

    __slots__ = ("_crc", "_name", "_packed", "_size")

    def __init__(self, name: str, data: bytes, level: int) -> None:
        deflate = zlib.compressobj(level, zlib.DEFLATED, -15)
        self._name = name.encode()
        self._packed = deflate.compress(data) + deflate.flush()
        self._crc = zlib.crc32(data)
        self._size = len(data)

    def local(self) -> bytes:
        """Header and data, as they stand in the file."""
        return struct.pack(
            "<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, *_STAMP, self._crc, len(self._packed),
            self._size, len(self._name), 0,
        ) + self._name + self._packed

    def entry(self, offset: int) -> bytes:
        """Its entry in the list at the end."""
        return struct.pack(
            "<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, *_STAMP, self._crc, len(self._packed),
            self._size, len(self._name), 0, 0, 0, 0, 0, offset,
        ) + self._name


def zipped(members: Iterable[Member]) -> bytes:
    """The whole file; the same members give the same bytes."""
    chunks: list[bytes] = []
    entries: list[bytes] = []
    offset = 0
    for member in members:
        chunk = member.local()
        entries.append(member.entry(offset))
        chunks.append(chunk)
        offset += len(chunk)
    listing = b"".join(entries)
    end = struct.pack(
        "<IHHHHIIH", 0x06054B50, 0, 0, len(entries), len(entries), len(listing), offset, 0
    )
    return b"".join((*chunks, listing, end))


def member_order(name: str) -> tuple[bool, bool, str]:
    """Word wants the list of types first; then the package's relationships, then the rest."""
    return name != "[Content_Types].xml", name != "_rels/.rels", name

