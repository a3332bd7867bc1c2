"""A Word file as text, one line for each paragraph, so that a change can be read in a review."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from drafter.errors import TemplateError
from drafter.render.names import W
from drafter.render.preflight import PARSER

_SHOWN = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_EMPHASIS = (("b", "b"), ("i", "i"), ("u", "u"))


def mirror(data: bytes) -> str:
    """Text of a .docx: where, ``[Style]``, ``#`` if Word numbers it, words with marks.

    ``<i> <b> <u>`` are emphasis, ``<tab> <br>`` tabs and line breaks, ``<mark x>`` a bookmark,
    ``<field X>`` a field code, ``<blank>`` a bracket.

    Raises:
        TemplateError: the bytes are no Word file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {n: archive.read(n) for n in archive.namelist() if _SHOWN.fullmatch(n)}
            styles = etree.fromstring(archive.read("word/styles.xml"), PARSER)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError):
        msg = "this is no Word document (.docx); save it again in Word."
        raise TemplateError(msg) from None
    names, numbered = {}, set()
    for style in styles.iter(f"{W}style"):
        key = style.get(f"{W}styleId", "")
        name = style.find(f"{W}name")
        names[key] = key if name is None else name.get(f"{W}val", key)
        if style.find(f"{W}pPr/{W}numPr") is not None:
            numbered.add(key)
    lines: list[str] = []
    for part in sorted(parts, key=lambda one: (one != "word/document.xml", one)):
        where = part.removeprefix("word/").removesuffix(".xml").replace("document", "body")
        root = etree.fromstring(parts[part], PARSER)
        for paragraph in root.iter(f"{W}p"):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            key = "" if style is None else style.get(f"{W}val", "")
            sign = " #" if key in numbered else ""
            spot = " cell" if any(a.tag == f"{W}tc" for a in paragraph.iterancestors()) else ""
            lines.append(f"{where}{spot} [{names.get(key, key)}{sign}] {_words(paragraph)}".rstrip())
    return "\n".join(lines) + "\n"


def _words(paragraph: etree._Element) -> str:
    out: list[str] = []
    for node in paragraph.iter(f"{W}r", f"{W}bookmarkStart"):
        if node.tag == f"{W}bookmarkStart":
            out.append(f"<mark {node.get(f'{W}name', '')}>")
        else:
            out.append(_run(node))
    text = "".join(out)
    for tag in "biu":
        text = text.replace(f"</{tag}><{tag}>", "")
    return text.replace("</blank><blank>", "")


def _run(run: etree._Element) -> str:
    words = "".join(_pieces(run))
    if not words:
        return ""
    properties = run.find(f"{W}rPr")
    if properties is None:
        return words
    style = properties.find(f"{W}rStyle")
    if style is not None and style.get(f"{W}val") == "Placeholder":
        return f"<blank>{words}</blank>"
    for tag, sign in _EMPHASIS:
        if properties.find(f"{W}{tag}") is not None:
            words = f"<{sign}>{words}</{sign}>"
    return words


def _pieces(run: etree._Element) -> Iterator[str]:
    for child in run:
        match child.tag.removeprefix(W):
            case "t":
                yield child.text or ""
            case "tab":
                yield "<tab>"
            case "br":
                yield "<br>"
            case "instrText":
                yield f"<field {(child.text or '').strip()}>"
            case _:
                pass
