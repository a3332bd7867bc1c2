"""JSON is read by the same rules as YAML."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.casefile import loads
from drafter.casefile.json_text import parse_json
from drafter.casefile.yaml_text import parse_yaml
from drafter.errors import CaseFileError
from tests.casefile.sample import FULL, LAW

GOOD = '{"matter": {"id": "thin"}, "forum": {"court": "flmd"%s}}'


def only(text: str) -> str:
    with pytest.raises(CaseFileError) as caught:
        loads(text, "case.json", LAW)
    (line,) = caught.value.problems
    return line


def test_a_whole_case_in_json_is_the_same_case() -> None:
    text = json.dumps(parse_yaml(FULL).data)
    assert loads(text, "case.json", LAW).case == loads(FULL, "case.yaml", LAW).case


def test_a_text_that_begins_with_a_brace_is_json_unless_its_name_says_yaml() -> None:
    assert loads(GOOD % ', "county": null', "stdin", LAW).case.forum.county is None
    assert loads("{matter: {id: a}, forum: {court: flmd}}", "a.yaml", LAW).case.matter.id == "a"


def test_numbers_keep_their_digits_and_true_is_yes() -> None:
    more = ', "docket": 1.10}, "pro_se": true, "exhibits": [{"id": "a", "title": "A", "pages": 12}]'
    case = loads(GOOD[:-2] % more + "}", "case.json", LAW).case
    assert case.forum.docket == "1.10"
    assert case.pro_se is True
    assert case.exhibits[0].pages == 12
    assert parse_json("[false, null, -0, 1E5, 0.50]").data == ["no", None, "-0", "1E5", "0.50"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (GOOD % ', "court": "almd"', '1:55: forum.court: "court" is given twice'),
        (GOOD % ', "cort": "almd"', 'there is no field "cort" here; did you mean "court"?'),
        ("", "the file ends in the middle"),
        ("{", "the file ends in the middle; a bracket is not closed"),
        ('{"a": 1} {}', "1:10: the case ends before this"),
        ('{"a": 1,}', "1:9: a comma stands before a closing bracket"),
        ('{"a": [1,]}', "a comma stands before a closing bracket"),
        ("{a: 1}", "JSON has no such word or number; put it in quotation marks"),
        ('{"a" 1}', "here should stand a colon after the key"),
        ('{"a": }', "1:7: a: here should stand a value"),
        ("{[1]: 1}", "here should stand a key in double quotation marks, or }"),
        ('{"a": 1 "b": 2}', "here should stand a comma or a closing bracket"),
        ('{"a": 012}', "JSON has no such word or number"),
        ('{"a": NaN}', "JSON has no such word or number"),
        ('{"a": -Infinity}', "JSON has no such word or number"),
        ('{"a": True}', "JSON has no such word or number"),
        ('{\n"a": "b\n"}', "2:8: a: a text in quotation marks is not closed on its line"),
        ('{"a": "\\q"}', "holds a wrong backslash"),
        ("{'a': 1}", "JSON takes no such sign here"),
        ('{"a": 1} // x', "JSON takes no such sign here"),
        ("]", "here should stand a value"),
        ("[" * 30, "nested deeper than 20 levels"),
        ('"words"', "the file holds a text"),
        ("[1]", "the file holds a list"),
        ("null", "the file is empty"),
    ],
)
def test_json_that_is_none_is_refused_with_its_place(text: str, words: str) -> None:
    assert words in only(text)


def test_a_lone_half_of_a_character_is_refused() -> None:
    assert "forum.county" in only(GOOD % ', "county": "Jos\\udce9"')


@given(
    st.recursive(
        st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
        max_leaves=12,
    )
)
def test_what_json_says_is_what_is_read(data: object) -> None:
    for text in (json.dumps(data), json.dumps(data, ensure_ascii=False, indent=1)):
        tree = parse_json(text)
        assert tree.data == data
        assert not tree.flaws
