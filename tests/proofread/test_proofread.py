"""Templates as text, tags against types, and the last look at a paper."""

from __future__ import annotations

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
    assert report.unused == ["Words.secret"]


@pytest.mark.parametrize(("line", "words"), [
    ("{{ titel }}", "paragraph 5: Words has no 'titel'; did you mean 'title'?"),
    ("{% for p in parties %}{{ p.nmae }}{% endfor %}",
     "paragraph 5: Party has no 'nmae'; did you mean 'name'?"),
    ("{% for p in partys %}{% endfor %}", "Words has no 'partys'; did you mean 'parties'?"),
    ("{% for p in parties %}{{ loop.cycle }}{% endfor %}", "loop has no 'cycle'"),
    ("{% if zzz %}x{% endif %}", "Words has no 'zzz'"),
    ("{{ title", "unexpected"),
])
def test_a_hurt_tag_is_named_by_paragraph_and_nearest_name(line: str, words: str) -> None:
    [problem] = lint(template(*CLEAN, line), "office", Words).problems

    assert words in problem
    assert problem.startswith("office, document")


def test_a_mirror_shows_style_numbers_and_words() -> None:
    text = mirror(template("Plain words", numbered=("A numbered one",)))

    assert "body [Normal] Plain words" in text or "body [] Plain words" in text
    assert "body [List Number #] A numbered one" in text


def test_what_is_no_word_file_has_no_mirror() -> None:
    with pytest.raises(TemplateError, match="no Word document"):
        mirror(b"nothing")


def with_body(xml: str) -> bytes:
    parts = unzipped(template("Words."))
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:sectPr", xml.encode() + b"<w:sectPr", 1)
    return zipped(parts)


@pytest.mark.parametrize(("xml", "words"), [
    ("<w:p><w:r><w:rPr><w:vanish/></w:rPr></w:r></w:p>", "hidden text"),
    ("<w:p><w:ins/></w:p>", "tracked change"),
    ("<w:p><w:r><w:commentReference/></w:r></w:p>", "a comment"),
    ("<w:p><w:r><w:t>PRIVILEGED</w:t></w:r></w:p>", "words of the memo"),
    ('<w:p><w:pPr><w:pStyle w:val="Allegation"/></w:pPr></w:p>', "without words"),
    ("<w:p><w:r><w:t>\ufdd03\ufdd1</w:t></w:r></w:p>", "a token"),
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
