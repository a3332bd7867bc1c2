"""Small Word files made for the tests of this room, and ways to look into a result."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FOOTNOTES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="http://schemas.'
    'openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r><w:t>{words}'
    "</w:t></w:r></w:p></w:footnote></w:footnotes>"
)


def template(*paragraphs: str, numbered: tuple[str, ...] = ()) -> bytes:
    """A .docx of these paragraphs; those in ``numbered`` stand in a list of numbers."""
    document = Document()
    for words in paragraphs:
        document.add_paragraph(words)
    for words in numbered:
        document.add_paragraph(words, style="List Number")
    return saved(document)


def saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]  # a python-docx document
    return out.getvalue()


def three_sections(words: str) -> bytes:
    """A template with these words in body, table, header, footer and footnote of three sections."""
    document = Document()
    document.add_paragraph(words)
    document.add_table(1, 1).cell(0, 0).text = words
    for _ in range(2):
        section = document.add_section()
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = words
        section.footer.is_linked_to_previous = False
        section.footer.paragraphs[0].text = words
        document.add_paragraph(words)
    return with_part(
        saved(document), "word/footnotes.xml", FOOTNOTES.format(words=escape(words)).encode(),
        "footnotes",
    )


def with_part(data: bytes, name: str, content: bytes, kind: str) -> bytes:
    """The same file with one more part of a kind that Word relates to the document."""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = unzipped(data)
    parts[name] = content
    types = (
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument'
        f'.wordprocessingml.{kind}+xml"/></Types>'
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>", types.encode())
    link = (
        f'<Relationship Id="rIdX" Type="{base}/{kind}" Target="{name.removeprefix("word/")}"/>'
        "</Relationships>"
    )
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", link.encode())
    return zipped(parts)


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(unzipped(data)[name])


def texts(data: bytes, name: str = "word/document.xml") -> list[str]:
    """The words of each paragraph of a part."""
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in part(data, name).iter(f"{W}p")]


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """A field as Word writes it: begin, code, separator, shown text, end."""
    for kind, words in (("begin", ""), ("", code), ("separate", ""), ("t", shown), ("end", "")):
        run = paragraph.add_run()
        if kind == "t":
            run.text = words
            continue
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = words
        run._r.append(element)  # noqa: SLF001 - python-docx has no public way to a field
