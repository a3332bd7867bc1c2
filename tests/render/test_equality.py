"""A paper of plain words is the one that docxtpl makes, part by part, in canonical XML."""

from __future__ import annotations

import base64
import io
import re
import timeit
from collections.abc import Callable

import pytest
from docx import Document
from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree

from drafter.render import Ledger, Template
from tests.render.words import part, saved, template, three_sections, unzipped, zipped

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def fill(data: bytes, **words: object) -> bytes:
    return Template.open(data, "test").fill(words, Ledger(), title="A paper").data


def _docxtpl(data: bytes, words: dict[str, object]) -> bytes:
    theirs = DocxTemplate(io.BytesIO(data))
    theirs.render(words, jinja_env=Environment(autoescape=True))
    out = io.BytesIO()
    theirs.save(out)
    parts = unzipped(out.getvalue())
    # Revision ids are dropped on purpose: they tell of an author's sessions.
    parts["word/document.xml"] = re.sub(
        rb' w:rsid\w*="[0-9A-F]{8}"', b"", parts["word/document.xml"])
    return zipped(parts)


@pytest.mark.parametrize("paragraphs", [
    ("A {{ fact }} b.",),
    ("{%p for row in rows %}", "Row {{ row }} of {{ fact }}", "{%p endfor %}", "End"),
    ("{% if fact %}yes {{ fact }}{% else %}no{% endif %}",),
    ("{%p if rows %}", "{{ rows|length }}", "{%p endif %}"),
])
def test_a_paper_of_plain_words_equals_the_one_docxtpl_makes(paragraphs: tuple[str, ...]) -> None:
    data = template(*paragraphs)
    words: dict[str, object] = {"fact": "Smith & <Sons> {x}", "rows": ("a", "b")}

    ours, theirs = part(fill(data, **words)), part(_docxtpl(data, words))

    assert etree.tostring(ours, method="c14n") == etree.tostring(theirs, method="c14n")


@pytest.mark.parametrize("value", ["one\ntwo", "one\ttwo", "one\n\ttwo\nthree"])
def test_breaks_and_tabs_of_a_value_equal_those_of_docxtpl(value: str) -> None:
    document = Document()
    document.add_paragraph("A ").add_run("{{ fact }} b").bold = True
    data = saved(document)

    ours, theirs = part(fill(data, fact=value)), part(_docxtpl(data, {"fact": value}))

    assert etree.tostring(ours, method="c14n") == etree.tostring(theirs, method="c14n")


def test_headers_footers_and_notes_equal_those_of_docxtpl() -> None:
    data = three_sections("A {{ fact }}{% for r in rows %} {{ r }}{% endfor %}")
    words: dict[str, object] = {"fact": "Smith & Sons", "rows": ("a", "b")}
    ours, theirs = fill(data, **words), _docxtpl(data, words)

    for name in ("header1", "header2", "footer1", "footer2", "footnotes", "document"):
        one, other = part(ours, f"word/{name}.xml"), part(theirs, f"word/{name}.xml")
        assert etree.tostring(one, method="c14n") == etree.tostring(other, method="c14n")


def test_pictures_in_a_loop_have_ids_of_their_own() -> None:
    document = Document()
    document.add_paragraph("{%p for r in rows %}")
    document.add_paragraph().add_run().add_picture(io.BytesIO(PICTURE))
    document.add_paragraph("{%p endfor %}")
    data = saved(document)
    words: dict[str, object] = {"rows": ("a", "b")}

    ours, theirs = part(fill(data, **words)), part(_docxtpl(data, words))

    assert etree.tostring(ours, method="c14n") == etree.tostring(theirs, method="c14n")


def test_a_table_grows_by_rows_as_in_docxtpl() -> None:
    document = Document()
    table = document.add_table(3, 2)
    table.cell(0, 0).text = "{%tr for row in rows %}"
    table.cell(1, 0).text = "{{ row }}"
    table.cell(1, 1).text = "{{ fact }}"
    table.cell(2, 0).text = "{%tr endfor %}"
    data = saved(document)
    words: dict[str, object] = {"fact": "x", "rows": ("a", "b", "c")}

    ours, theirs = part(fill(data, **words)), part(_docxtpl(data, words))

    assert etree.tostring(ours, method="c14n") == etree.tostring(theirs, method="c14n")


def test_filling_is_quicker_than_docxtpl_on_the_same_words() -> None:
    data = template("{%p for r in rows %}", "Row {{ r }} of {{ fact }}, and more words.", "{%p endfor %}")
    words: dict[str, object] = {"fact": "Smith & Sons", "rows": tuple(map(str, range(150)))}
    made = Template.open(data, "t")

    def took(once: Callable[[], object]) -> float:
        return min(timeit.repeat(once, number=1, repeat=7))

    ours = took(lambda: made.fill(words, Ledger(), title="t"))
    # About eight times; a measurement of coverage, which slows our lines and not theirs, leaves three.
    assert took(lambda: _docxtpl(data, words)) > 2 * ours
