"""A template is inspected before it is used: what Word would do unasked has no place in a filing."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from lxml import etree

from drafter.errors import TemplateError
from drafter.render.fields import fields
from drafter.render.names import DOCUMENT, MAIN_TYPE, RELS, STYLES, W
from drafter.render.tags import STARTS
from drafter.render.words import CLOSE, OPEN

_FILE_LIMIT = 20_000_000
_WHOLE_LIMIT = 100_000_000
_PART_LIMIT = 500
_RELATIONSHIPS = frozenset({
    "officeDocument", "styles", "stylesWithEffects", "settings", "webSettings", "fontTable",
    "numbering", "theme", "footnotes", "endnotes", "header", "footer", "image", "hyperlink",
    "core-properties", "extended-properties", "custom-properties", "thumbnail", "customXml",
    "customXmlProps", "font",
})
_FIELDS = frozenset({
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "REF", "PAGEREF", "NOTEREF", "STYLEREF", "SEQ",
    "TOC", "TC", "TOA", "TA", "HYPERLINK", "SYMBOL",
})
"""Fields that only point into the paper; any other may fetch, run, ask, or tell of a machine."""

_ELEMENTS = {
    "altChunk": "an inserted foreign file", "subDoc": "a subdocument",
    "object": "an embedded object", "control": "an ActiveX control",
    "attachedTemplate": "an attached template", "ins": "a tracked insertion",
    "del": "a tracked deletion", "moveFrom": "a tracked move", "moveTo": "a tracked move",
    "moveFromRangeStart": "a tracked move", "moveToRangeStart": "a tracked move",
    "rPrChange": "a tracked change", "pPrChange": "a tracked change",
    "sectPrChange": "a tracked change", "tblPrChange": "a tracked change",
    "numberingChange": "a tracked change",
    "vanish": "hidden text", "specVanish": "hidden text",
    "txbxContent": "a text box, whose words a reader program skips",
    "mailMerge": "a mail merge", "dataBinding": "a control bound to other data", "commentReference": "a comment", "commentRangeStart": "a comment",
}
_LINKED = re.compile(r"(?:src|href)$")
_VML = "{urn:schemas-microsoft-com:vml}"

PARSER = etree.XMLParser(
    recover=False, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
)
"""Strict: what is not well-formed is refused, nothing is fetched, no entity is expanded."""


def inspected(data: bytes, name: str) -> dict[str, bytes]:
    """The parts of a template that is fit for use, by their names.

    Raises:
        TemplateError: the file is no Word document, is too large, or holds a macro, a remote
            or linked thing, tracked changes, comments, hidden text, or a tag where none is
            filled; the sentence says which and in which part.
    """
    parts = _unzipped(data, name)
    if missing := [part for part in (DOCUMENT, STYLES) if part not in parts]:
        msg = f"{name}: the file has no {' and no '.join(missing)}; save it again in Word."
        raise TemplateError(msg)
    problems = [p for part, text in parts.items() if part.endswith((".xml", ".rels"))
                for p in _part(part, text)]
    types = parts.get("[Content_Types].xml", b"")
    if MAIN_TYPE.encode() not in types:
        problems.append("it is not a plain .docx (perhaps one with macros, or a .dotx)")
    if b"vbaProject" in types or any(
        word in part for part in parts for word in ("vbaProject", "activeX", "embeddings/")
    ):
        problems.append("it holds a macro or an embedded object")
    if problems:
        raise TemplateError(f"{name}: " + "; ".join(dict.fromkeys(problems)) +
                            "; remove it in Word and save again.")
    return parts


_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError,
    ValueError, RuntimeError, IndexError,
)
"""What a hurt zip makes the library raise."""


def _unzipped(data: bytes, name: str) -> dict[str, bytes]:
    if len(data) > _FILE_LIMIT:
        msg = f"{name}: the file is larger than {_FILE_LIMIT:,} bytes, the most that is read."
        raise TemplateError(msg)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > _PART_LIMIT or sum(i.file_size for i in infos) > _WHOLE_LIMIT:
                msg = f"{name}: the file unpacks to more than a Word file holds; make it anew."
                raise TemplateError(msg)
            names = [i.filename for i in infos]
            if len({n.lower() for n in names}) != len(names) or any(map(_unsafe, names)):
                msg = f"{name}: the file holds parts with unsafe or double names; save it in Word."
                raise TemplateError(msg)
            if any(i.flag_bits & 1 for i in infos):
                msg = f"{name}: the file is encrypted; save it without a password."
                raise TemplateError(msg)
            return {i.filename: archive.read(i) for i in infos}
    except _UNREADABLE:
        msg = f"{name}: this is no Word document (.docx), or it is cut off; save it again in Word."
        raise TemplateError(msg) from None


def _unsafe(part: str) -> bool:
    return part.startswith("/") or ".." in part.split("/") or "\\" in part or ":" in part


def _part(part: str, text: bytes) -> list[str]:
    if OPEN.encode() in text or CLOSE.encode() in text:
        return [f"{part} holds a character that no text may hold (U+FDD0)"]
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text or "<!DOCTYPE".encode("utf-16-le") in text:
        return [f"{part} declares a document type"]
    try:
        root = etree.fromstring(text, PARSER)
    except etree.XMLSyntaxError:
        return [f"{part} is not well-formed"]
    if part.endswith(".rels"):
        return _relationships(part, root)
    found: list[str] = []
    if part.startswith("word/"):
        found += [
            f"{part} holds {words}"
            for tag, words in _ELEMENTS.items() if root.find(f".//{W}{tag}") is not None
        ]
        codes = [one.code.strip() for one in fields(root)]
        words = {code.split()[0].upper() for code in codes if code}
        found += [f"{part} holds the field {word}" for word in sorted(words - _FIELDS)]
        if any(STARTS.search(code) for code in codes):
            found.append(f"{part} has a tag inside a field code")
        if any(re.match(r"HYPERLINK(?!\s+\\l|\s+\"(?:https?://|mailto:))", code) for code in codes):
            found.append(f"{part} has a link to a file")
        if any(one.tag.startswith(_VML) and any(map(_LINKED.search, one.keys()))
               for one in root.iter("{*}*")):
            found.append(f"{part} holds a drawing that is linked")
    if part.startswith("docProps/") and STARTS.search(text.decode("utf-8", "replace")):
        found.append(f"{part} has a tag in the document properties")
    return found


def _relationships(part: str, root: etree._Element) -> list[str]:
    found: list[str] = []
    for one in root.iter(f"{RELS}Relationship"):
        kind = one.get("Type", "").rsplit("/", 1)[-1]
        target = one.get("Target", "")
        if STARTS.search(target):
            found.append(f"{part} has a tag in the target of a link")
        if one.get("TargetMode") == "External":
            if kind != "hyperlink" or not re.match(r"(https?://|mailto:)", target):
                found.append(f"{part} points outside the file ({kind})")
        elif kind not in _RELATIONSHIPS:
            found.append(f"{part} holds a part of the kind {kind}")
    return found
