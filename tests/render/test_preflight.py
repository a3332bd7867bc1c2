"""What a template must not carry into a filing."""

from __future__ import annotations

import pytest

from drafter.errors import TemplateError
from drafter.render import Ledger, Template
from tests.render.words import template, unzipped, with_part, zipped

BODY = b"</w:body>"


def changed(part: str, old: bytes, new: bytes) -> bytes:
    parts = unzipped(template("Words."))
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new, 1)
    return zipped(parts)


def body(xml: str) -> bytes:
    return changed("word/document.xml", b"<w:sectPr", xml.encode() + b"<w:sectPr")


RELS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def related(kind: str, target: str, mode: str = "") -> bytes:
    link = f'<Relationship Id="rIdQ" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return changed(RELS, b"</Relationships>", link.encode() + b"</Relationships>")


EXTERNAL = ' TargetMode="External"'


UNFIT = [
    (b"not a zip", "no Word document"),
    (template("x")[:200], "no Word document"),
    (body("<w:p><w:ins/></w:p>"), "tracked insertion"),
    (body("<w:p><w:del/></w:p>"), "tracked deletion"),
    (body("<w:p><w:r><w:rPr><w:vanish/></w:rPr></w:r></w:p>"), "hidden text"),
    (body("<w:p><w:commentRangeStart/></w:p>"), "a comment"),
    (body("<w:p><w:r><w:object/></w:r></w:p>"), "embedded object"),
    (body("<w:altChunk/>"), "foreign file"),
    (body("<w:p><w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r></w:p>"), "field DDEAUTO"),
    (body('<w:p><w:fldSimple w:instr="INCLUDETEXT x"/></w:p>'), "field INCLUDETEXT"),
    (body("<w:p><w:r><w:instrText>REF {{ x }}</w:instrText></w:r></w:p>"), "inside a field code"),
    (body("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:instrText>DDE x</w:instrText>"
          "</w:r></w:p>"), "holds the field"),
    (body("<w:p><w:r><w:instrText>DATE</w:instrText></w:r></w:p>"), "field DATE"),
    (body('<w:p><w:fldSimple w:instr="HYPERLINK \\\\firm\\x.doc"/></w:p>'), "a link to a file"),
    (body("<w:p><w:r><w:txbxContent/></w:r></w:p>"), "a text box"),
    (body("<w:p><w:pPr><w:pPrChange/></w:pPr></w:p>"), "a tracked change"),
    (body('<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://x/y"/>'
          "</w:pict></w:r></w:p>"), "a drawing that is linked"),
    (changed("word/settings.xml", b"<w:compat>", b"<w:mailMerge/><w:compat>"), "a mail merge"),
    (related("hyperlink", "https://x/?d={{ fact }}", EXTERNAL), "a tag in the target of a link"),
    (related("comments", "comments.xml"), "of the kind comments"),
    (related("attachedTemplate", "http://x/y.dotx", EXTERNAL), "outside the file"),
    (related("image", "http://x/y.png", EXTERNAL), "outside the file"),
    (related("hyperlink", "file:///etc/passwd", EXTERNAL), "outside the file"),
    (related("oleObject", "x.bin"), "of the kind oleObject"),
    (changed("docProps/core.xml", b"</cp:coreProperties>",
             b"<x>{{ y }}</x></cp:coreProperties>"), "document properties"),
    (changed("word/styles.xml", b"<w:styles", b"<!DOCTYPE a><w:styles"), "document type"),
    (changed("word/styles.xml", b"</w:styles>", b""), "not well-formed"),
    (changed("[Content_Types].xml", b"document.main", b"template.main"), "not a plain .docx"),
    (with_part(template("x"), "word/vbaProject.bin", b"x", "vbaProject"), "macro"),
    (zipped(unzipped(template("x")) | {"word/embeddings/book.bin": b"x"}), "embedded object"),
    (zipped(unzipped(template("x")) | {"../evil.xml": b"<a/>"}), "unsafe"),
    (zipped(unzipped(template("x")) | {"WORD/document.xml": b"<a/>"}), "double names"),
    (zipped({f"a{n}": b"" for n in range(600)}), "unpacks to more"),
    (b"x" * 20_000_001, "larger than"),
]


@pytest.mark.parametrize(("data", "words"), UNFIT, ids=[f"{n}: {words}" for n, (_, words) in enumerate(UNFIT)])
def test_a_template_unfit_for_a_filing_is_refused_with_the_reason(data: bytes, words: str) -> None:
    with pytest.raises(TemplateError, match=words):
        Template.open(data, "office.docx")


def test_an_encrypted_file_is_refused() -> None:
    data = bytearray(template("x"))
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1

    with pytest.raises(TemplateError, match="encrypted"):
        Template.open(bytes(data), "office.docx")


@pytest.mark.parametrize("code", ["PAGE", "REF x", 'HYPERLINK "https://x.example"', "HYPERLINK \\l x", ""])
def test_a_field_that_only_points_into_the_paper_or_waits_for_a_click_may_stay(code: str) -> None:
    data = body(f"<w:p><w:r><w:instrText>{code}</w:instrText></w:r></w:p>".replace('"', "&quot;"))

    assert Template.open(data, "office.docx").name == "office.docx"


def test_a_paper_asks_nothing_on_opening_and_holds_no_variables_of_the_author() -> None:
    data = changed("word/settings.xml", b"<w:compat>",
                   b'<w:updateFields w:val="true"/><w:docVars><w:docVar w:name="client" '
                   b'w:val="Doe"/></w:docVars><w:compat>')

    left = unzipped(Template.open(data, "t").fill({}, Ledger(), title="t").data)["word/settings.xml"]

    assert b"updateFields" not in left
    assert b"docVar" not in left


def test_a_link_that_a_reader_follows_by_a_click_may_stay() -> None:
    data = related("hyperlink", "https://example.org", EXTERNAL)

    assert Template.open(data, "office.docx").name == "office.docx"


def test_custom_parts_revision_ids_and_thumbnails_do_not_reach_a_paper() -> None:
    data = with_part(template("Words."), "customXml/item1.xml", b"<client>Doe</client>", "customXml")
    parts = unzipped(data)
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:p>", b'<w:p w:rsidR="00AB12CD">', 1)
    parts["docProps/thumbnail.jpeg"] = b"picture"
    parts["docProps/app.xml"] = b"<Properties><Company>Somebody</Company></Properties>"

    paper = Template.open(zipped(parts), "t").fill({}, Ledger(), title="t")

    left = unzipped(paper.data)
    assert not [n for n in left if "customXml" in n or "thumbnail" in n]
    assert b"rsidR" not in left["word/document.xml"]
    assert b"Somebody" not in left["docProps/app.xml"]
    assert b"customXml" not in left["[Content_Types].xml"]
    assert b"customXml" not in left[RELS]
