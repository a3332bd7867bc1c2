"""The quick way from tags to Jinja gives what docxtpl gives, or leaves the part to it."""

from __future__ import annotations

import pytest
from docxtpl import DocxTemplate
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from drafter.render import patching, shipped_template, template_names
from drafter.render.names import FILLED
from drafter.render.patching import patched
from drafter.render.preflight import PARSER, inspected

OWN_LINES = ("{%p if one %}", "{%p for one in many %}", "{%p endfor %}", "{%p endif %}")
WORDS = (
    "plain", "{{ one }}", " {{ one }} and {{ two }}.", "{% if a &lt; b %}x{% endif %}",
    "{% if one == “curly” %}x{% endif %}", "50% {x} 'y' }", "{{ one|upper }}%",
)


def docxtpl(source: str) -> str:
    return str(DocxTemplate(None).patch_xml(source))


@pytest.mark.parametrize("name", template_names())
def test_each_template_we_ship_is_patched_as_docxtpl_would_and_without_it(
    name: str, monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(patching, "_by_docxtpl", asked.append)
    parts = inspected(shipped_template(name), name)

    for part in filter(FILLED.fullmatch, parts):
        source = etree.tostring(etree.fromstring(parts[part], PARSER), encoding="unicode")

        assert patched(source) == docxtpl(source), part

    assert asked == []


def paragraph(words: str) -> str:
    return f"<w:p><w:pPr/><w:r><w:rPr/><w:t>{words}</w:t></w:r></w:p>"


lines = st.sampled_from([*map(paragraph, (*OWN_LINES, *WORDS)), paragraph("a</w:t><w:t>{{ b }}")])
rows = st.sampled_from(("{%tr for r in rows %}", "{%tr endfor %}", "{{ r }}")).map(
    lambda words: f"<w:tr><w:trPr/><w:tc>{paragraph(words)}</w:tc></w:tr>")
tables = st.lists(rows, max_size=4).map(lambda each: f"<w:tbl>{''.join(each)}</w:tbl>")


@settings(max_examples=300, deadline=None)
@given(st.lists(lines | tables, max_size=8).map("".join))
def test_any_body_of_whole_tags_is_patched_as_docxtpl_would(body: str) -> None:
    assert patched(f"<w:body>{body}</w:body>") == docxtpl(f"<w:body>{body}</w:body>")


@pytest.mark.parametrize("words", [
    "{</w:t></w:r><w:r><w:t>{ one }}",
    "{{ o</w:t></w:r><w:r><w:t>ne }}",
    "{{ one }</w:t></w:r><w:r><w:t>}",
    "{%- if one %}x{% endif %}",
    "{{r one }}",
    "{%r if one %}",
    "{# a remark #}",
    "{% colspan one %}",
])
def test_a_tag_that_word_has_split_or_that_we_do_not_know_is_left_to_docxtpl(words: str) -> None:
    source = f"<w:body>{paragraph(words)}</w:body>"

    assert patched(source) == docxtpl(source)
