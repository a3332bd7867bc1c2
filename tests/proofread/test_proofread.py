"""Templates as text, tags against types, and the last look at a paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from drafter.errors import TemplateError
from drafter.proofread import judge, lint, mirror, slips
from drafter.wording.text import Text
from tests.render.words import template, unzipped, zipped


@dataclass(frozen=True)
class Party:
    name: Text
    capacity: str


@dataclass(frozen=True)
class Words:
    title: Text
    parties: tuple[Party, ...]
    cite: dict[str, Text]
    secret: str


CLEAN = ("{{ title }} {{ cite.anything }}", "{%p for p in parties %}",
         "{{ loop.index }} {{ p.name }}{% if not loop.last %};{% endif %}", "{%p endfor %}")


def test_a_right_template_has_no_problems_and_names_what_it_never_prints() -> None:
    report = lint(template(*CLEAN), "t", Words)

    assert report.problems == []
    assert report.unused == ["secret"]


@pytest.mark.parametrize(("line", "words"), [
    ("{{ titel }}", "paragraph 5: this template has no 'titel'; did you mean 'title'?"),
    ("{% for p in parties %}{{ p.nmae }}{% endfor %}",
     "paragraph 5: each party has no 'nmae'; did you mean 'name'?"),
    ("{% for p in partys %}{% endfor %}", "this template has no 'partys'; did you mean 'parties'?"),
    ("{% for p in parties %}{{ loop.cycle }}{% endfor %}", "loop has no 'cycle'"),
    ("{% if zzz %}x{% endif %}", "this template has no 'zzz'"),
    ("{{ title", "a tag cannot be read"),
])
def test_a_hurt_tag_is_named_by_paragraph_and_nearest_name(line: str, words: str) -> None:
    [problem] = lint(template(*CLEAN, line), "office", Words).problems

    assert words in problem
    assert problem.startswith("office, document")


@dataclass(frozen=True)
class Group:
    text: Text
    plain: str
    many: bool
    rows: tuple[str, ...]
    one: Party
    perhaps: Party | None
    either: str | int
    names: Mapping[str, Text]

    @property
    def made(self) -> str:
        return self.plain


@pytest.mark.parametrize(("line", "words"), [
    ("{{ many }}", "many is yes or no"),
    ("{{ not plain }}", "this is yes or no"),
    ("{{ rows }}", "rows is a list"),
    ("{{ rows[1:] }}", "this is a list"),
    ("{{ one }}", "one holds several words"),
    ("{{ one.nmae }}", "each party has no 'nmae'"),
    ("{{ perhaps.nmae }}", "each party has no 'nmae'"),
    ("{{ plain if many else rows[0] if zz else text }}", "this template has no 'zz'"),
    ("{% for x in plain %}{{ x }}{% endfor %}", "plain is no list"),
    ("{{ text|upper }}", "upper is for plain words, and text is not"),
    ("{{ one.name|upper }}", "upper is for plain words, and one.name is not"),
    ("{{ plain|center }}", "the filter center is not allowed"),
    ("{{ none }}", "is nothing"),
    ("{{ plain.format }}", "a plain word has no 'format'"),
    ("{{ plain[0] }}", "plain is no list and has no items"),
])
def test_a_tag_whose_value_has_no_words_is_named(line: str, words: str) -> None:
    [problem] = lint(template(line), "t", Group).problems

    assert words in problem


@pytest.mark.parametrize("line", [
    "{{ plain|upper }} {{ rows|length }} {{ rows[0] }} {{ either }} {{ made }} {{ names.a }}",
    "{% for x in rows[1:] %}{{ x }}{% else %}{{ text }}{% endfor %}",
    "{% if many and plain == 'x' or text is defined %}{{ 'fixed' }}{% endif %}",
    "{{ text if many else plain }} {{ one.name if many }} {{ names['a'] }}",
    "{% for a, b in rows %}{{ a }}{{ b.anything }}{{ loop.revindex }}{% endfor %}",
    "{% for x in (plain, 'more') %}{{ x }}{% endfor %}",
    "{# a word to colleagues #}",
])
def test_a_tag_whose_value_has_words_is_right(line: str) -> None:
    assert lint(template(line), "t", Group).problems == []


def test_a_tag_that_swallows_words_is_a_problem_of_its_template() -> None:
    [problem] = lint(template("{%p if title %} lost words", "{%p endif %}"), "t", Words).problems

    assert "document paragraph 1" in problem
    assert "a paragraph of its own" in problem


def test_a_mirror_shows_style_numbers_and_words() -> None:
    text = mirror(template("Plain words", numbered=("A numbered one",)))

    assert "body [Normal] Plain words" in text or "body [] Plain words" in text
    assert "body [List Number #] A numbered one" in text


def test_a_mirror_shows_emphasis_marks_fields_breaks_and_brackets() -> None:
    run = "<w:r>{}<w:t>{}</w:t></w:r>"
    data = with_body(
        f"<w:p>{MARK}{run.format('<w:rPr><w:b/></w:rPr>', 'bold')}{CLOSED}"
        f"{run.format('<w:rPr><w:i/></w:rPr>', 'one')}{run.format('<w:rPr><w:i/></w:rPr>', 'two')}"
        f"{run.format(PLACEHOLDER, '[date]')}"
        "<w:r><w:tab/><w:br/><w:lastRenderedPageBreak/></w:r><w:r/></w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{reference('m_a', '7')}</w:p></w:tc></w:tr></w:tbl>")

    assert mirror(data).splitlines()[1:3] == [
        "body [] <mark m_a><b>bold</b><i>onetwo</i><blank>[date]</blank><tab><br>",
        r"body cell [] <field REF m_a \r \h>7",
    ]


def test_what_is_no_word_file_has_no_mirror() -> None:
    with pytest.raises(TemplateError, match="no Word document"):
        mirror(b"nothing")


def with_body(xml: str) -> bytes:
    parts = unzipped(template("Words."))
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:sectPr", xml.encode() + b"<w:sectPr", 1)
    return zipped(parts)


MARK = '<w:bookmarkStart w:id="901" w:name="m_a"/>'
CLOSED = '<w:bookmarkEnd w:id="901"/>'
PLACEHOLDER = '<w:rPr><w:rStyle w:val="Placeholder"/></w:rPr>'


def reference(name: str, shown: str) -> str:
    return (
        f'<w:r><w:instrText xml:space="preserve"> REF {name} \\r \\h </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{shown}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_paper_whose_marks_and_brackets_are_right_passes() -> None:
    bracket = ('<w:r><w:rPr><w:b/><w:highlight w:val="yellow"/></w:rPr><w:t>[date of refusal]</w:t></w:r>')
    data = with_body(f"<w:p>{MARK}<w:r><w:t>One</w:t></w:r>{CLOSED}</w:p>"
                     f"<w:p>{reference('m_a', '1')}{bracket}</w:p>")

    assert judge(data, "file") == []


@pytest.mark.parametrize("data", [b"nothing", zipped({"word/document.xml": b"<a>"}), zipped({})])
def test_what_cannot_be_read_is_stopped(data: bytes) -> None:
    [problem] = judge(data, "file")

    assert problem.startswith("it cannot be read")


def test_a_paper_that_would_ask_about_its_fields_is_stopped() -> None:
    parts = unzipped(template("x"))
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(
        b"<w:compat>", b'<w:updateFields w:val="true"/><w:compat>', 1)
    assert b"updateFields" in parts["word/settings.xml"]

    assert judge(zipped(parts), "file") == ["Word would ask about its fields on opening"]


@pytest.mark.parametrize(("xml", "words"), [
    ("<w:p><w:r><w:rPr><w:vanish/></w:rPr></w:r></w:p>", "hidden text"),
    ("<w:p><w:ins/></w:p>", "tracked change"),
    ("<w:p><w:r><w:commentReference/></w:r></w:p>", "a comment"),
    ("<w:p><w:r><w:t>PRIVILEGED AND CONFIDENTIAL</w:t></w:r></w:p>", "words of the memo"),
    ('<w:p><w:pPr><w:pStyle w:val="ListNumber"/></w:pPr></w:p>', "without words"),
    ("<w:p><w:r><w:t>\ufdd03\ufdd1</w:t></w:r></w:p>", "a token"),
    ("<w:p><w:r><w:t>This is ATTORNEY WORK</w:t></w:r><w:r><w:t> PRODUCT.</w:t></w:r></w:p>",
     "words of the memo"),
    (f"<w:p>{MARK}{MARK.replace('m_a', 'm_b')}{CLOSED}</w:p>", "a bookmark twice"),
    (f"<w:p>{MARK}{CLOSED}{MARK.replace('901', '902')}{CLOSED.replace('901', '902')}</w:p>",
     "a bookmark twice"),
    (f"<w:p>{MARK}</w:p>", "not closed"),
    (f"<w:p>{reference('m_a', '7')}</w:p>", "which is not there"),
    (f"<w:p>{MARK}{reference('m_a', '0')}{CLOSED}</w:p>", "without a number"),
    ('<w:p><w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>loose &amp; bright</w:t></w:r></w:p>',
     'no bracket: "loose & bright"'),
])
def test_a_paper_that_breaks_a_promise_is_stopped(xml: str, words: str) -> None:
    [problem] = judge(with_body(xml), "file")

    assert words in problem


def test_a_comments_part_is_stopped() -> None:
    data = zipped(unzipped(template("x")) | {"word/comments.xml": b"<a/>"})

    assert judge(data, "file") == ["it carries word/comments.xml"]


def test_the_memo_may_carry_its_own_banner() -> None:
    assert judge(with_body("<w:p><w:r><w:t>PRIVILEGED</w:t></w:r></w:p>"), "keep") == []


@pytest.mark.parametrize("line", [
    "two  spaces", "a sign , here", "the end..", "empty () bracket", "{{ left }}", "None known",
    "/s/ Ann", "the the end", "one,, two", "Error! Reference",
])
def test_an_editor_s_slip_is_found(line: str) -> None:
    assert len(slips((line,))) == 1


@pytest.mark.parametrize("line", [
    "An agreement . . . shall contain", "He said no. (Ex. A at 2.)", "paragraphs 12 12",
    "“It ended.” 8 U.S.C. § 1357(g)(2).",
])
def test_a_right_line_has_no_slips(line: str) -> None:
    assert slips((line,)) == []
