"""Tags that would break a page or swallow words are named before there is a case."""

from __future__ import annotations

import pytest
from docx import Document

from drafter.errors import TemplateError
from drafter.render import Ledger, Template
from tests.render.words import saved, template, texts


def rows(*lines: tuple[str, str]) -> bytes:
    document = Document()
    table = document.add_table(len(lines), 2)
    for n, words in enumerate(lines):
        for m, one in enumerate(words):
            table.cell(n, m).text = one
    return saved(document)


def across_a_cell() -> bytes:
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "{%p if fact %}"
    document.add_paragraph("{%p endif %}")
    return saved(document)


@pytest.mark.parametrize(("data", "words"), [
    (template("{{ fact"), "compare its braces"),
    (template("fact }}"), "compare its braces"),
    (template("{ { fact } }"), "compare its braces"),
    (template("{% if fact"), "compare its braces"),
    (template("{{r fact }}"), "loses the words"),
    (template("{{p fact }}"), "loses the words"),
    (template("{%tc for x in fact %}"), "not one of the tags"),
    (template("{% colspan fact %}"), "not one of the tags"),
    (template("{% hm %}"), "not one of the tags"),
    (template("{%vm %}"), "not one of the tags"),
    (template("Lost {%p if fact %}", "{%p endif %}"), "what else stands there is lost"),
    (template("{%p if fact %}{{ fact }}", "{%p endif %}"), "what else stands there is lost"),
    (template("{%tr if fact %}", "{%tr endif %}"), "a table row of its own"),
    (rows(("{%tr if fact %}", "lost"), ("{%tr endif %}", "")), "a table row of its own"),
    (rows(("{%tr if fact %}", "{{ fact }}"), ("{%tr endif %}", "")), "a table row of its own"),
    (template("{% if fact %}", "{% endif %}"), "across paragraphs or cells"),
    (template("{% if fact %}", "{% else %}{% endif %}"), "across paragraphs or cells"),
    (across_a_cell(), "across paragraphs or cells"),
    (template("{%p for x in fact %}"), "has no endfor"),
    (template("{%p if fact %}", "{%p endfor %}"), "closes nothing that is open"),
    (template("{%p endif %}"), "closes nothing that is open"),
    (template("{%p else %}"), "closes nothing that is open"),
    (template("{% set x = 1 %}"), "not one of the tags"),
    (template("{% %}"), "not one of the tags"),
])
def test_a_tag_in_a_wrong_place_is_refused_with_the_words_around_it(
    data: bytes, words: str,
) -> None:
    with pytest.raises(TemplateError, match=words) as refused:
        Template.open(data, "office")

    assert "paragraph " in str(refused.value)
    assert '("' in str(refused.value)


@pytest.mark.parametrize(("tag", "words"), [
    ("{{ fact() }}", "call is not allowed"),
    ("{{ fact ~ fact }}", "concat is not allowed"),
    ("{{ fact + fact }}", "add is not allowed"),
    ("{{ 9 ** 9 }}", "pow is not allowed"),
    ("{{ [fact] }}", "list is not allowed"),
    ("{{ fact|attr('x') }}", "the filter attr is not allowed"),
    ("{{ fact|safe }}", "the filter safe is not allowed"),
    ("{{ fact.__class__ }}", "the name __class__ is not allowed"),
    ("{{ fact['__class__'] }}", "the name __class__ is not allowed"),
    ("{% if fact is callable %}{% endif %}", "the test callable is not allowed"),
    ("{% for x in fact recursive %}{% endfor %}", "a loop in itself is not allowed"),
])
def test_a_tag_may_only_name_repeat_and_ask(tag: str, words: str) -> None:
    with pytest.raises(TemplateError, match=words):
        Template.open(template(tag), "office")


def test_long_words_around_a_tag_are_cut_in_the_message() -> None:
    with pytest.raises(TemplateError, match=r'paragraph 1 \("long long .*…"\)'):
        Template.open(template("long " * 30 + "{{ fact"), "office")


@pytest.mark.parametrize(("lines", "printed"), [
    (("{%p if fact %}", "{{ fact }}", "{%p elif rows %}", "rows", "{%p else %}", "no", "{%p endif %}"),
     ["yes"]),
    (("{% if nothing is defined %}x{% else %}{{ fact }}{% endif %}",), ["yes"]),
    (("{%p for r in rows %}", "{% for q in rows %}{{ q }}{% endfor %}{{ r }}", "{%p endfor %}"),
     ["aba", "abb"]),
    (("{# a word to colleagues #}{{ fact }}",), ["yes"]),
    (("{%if fact %}{{ fact|upper }}{%endif %}",), ["YES"]),
    (("{_{ is how a brace is printed }_}",), ["{{ is how a brace is printed }}"]),
    (("{{ rows[1:]|length }}{{ rows[0] }}{{ table.items }}",), ["1aentry"]),
])
def test_tags_in_their_places_do_their_work(lines: tuple[str, ...], printed: list[str]) -> None:
    words: dict[str, object] = {"fact": "yes", "rows": ("a", "b"), "table": {"items": "entry"}}
    paper = Template.open(template(*lines), "office").fill(words, Ledger(), title="t")

    assert texts(paper.data) == printed


@pytest.mark.parametrize("tag", ["{{ fact|length }}", "{{ rows|upper }}"])
def test_a_filter_on_the_wrong_kind_of_value_is_refused(tag: str) -> None:
    made = Template.open(template(tag), "office")

    with pytest.raises(TemplateError, match="cannot be filled"):
        made.fill({"fact": "x", "rows": ("a",)}, Ledger(), title="t")


@pytest.mark.parametrize("tag", ["{{ nothing|length }}", "{{ nothing|upper }}"])
def test_a_filter_on_an_unknown_name_says_which(tag: str) -> None:
    made = Template.open(template(tag), "office")

    with pytest.raises(TemplateError, match="'nothing' is undefined"):
        made.fill({}, Ledger(), title="t")
