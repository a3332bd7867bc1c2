"""What is saved reads back as what it was, whatever the text."""

from __future__ import annotations

import datetime as dt

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from drafter.case import Case
from drafter.casefile import dump, loads
from drafter.casefile.emitter import Plain, block, plain
from drafter.casefile.yaml_text import parse_yaml
from tests.casefile.sample import FULL, LAW, THIN

TEXTS = st.one_of(
    st.text(max_size=80),
    st.text("ab \n\t:#-'\"[]{}?!|>&*%@`,\\\u00a0\u2028\ufeff\u200b~=é…$0", max_size=60),
    st.lists(st.text("ab:#-[\u00a0", max_size=9), min_size=10, max_size=40).map(" ".join),
    st.sampled_from(["yes", "NO", "null", "~", "1e5", "012", "1:26", "2026-01-01", "a: b", "a #b"]),
)


def test_a_whole_case_survives_and_is_stable() -> None:
    case = loads(FULL, "full.yaml", LAW).case
    text = dump(case)
    again = loads(text, "full.yaml", LAW)
    assert again.case == case
    assert again.warnings == ()
    assert dump(again.case) == text


def test_the_first_line_tells_editors_where_the_schema_is() -> None:
    text = dump(loads(THIN, "case.yaml", LAW).case, "schema.json")
    assert text == "# yaml-language-server: $schema=schema.json\n" + THIN


def test_typed_values_stand_bare_and_look_alikes_do_not() -> None:
    text = dump(loads(FULL, "full.yaml", LAW).case)
    for line in (
        "  hearing_on: 2026-12-18\n", "    minor: no\n", '    name: "NO"\n', "    days: 30\n",
        '    bar_number: "0123456"\n', '    title: "Stop log: January"\n', "    on: 2026-01-14\n",
        "      - say: No certification was found, as paragraph [#first-stop] shows.\n",
        '  division: {ask: "Which division?", of: counsel}\n', "    at: 10:20 a.m.\n",
    ):
        assert line in text


def test_long_prose_is_folded_and_paragraphs_are_a_block() -> None:
    words = " ".join(["It rained on the road."] * 12)
    case = Case.model_validate({
        "matter": {"id": "a"}, "forum": {"court": "flmd"},
        "events": [{"id": "b", "says": [{"say": words}, {"say": "One.\n\nTwo."}]}],
    })
    text = dump(case)
    assert "      - say: >-\n          It rained" in text
    assert "      - say: |-\n          One.\n\n          Two.\n" in text
    assert max(len(line) for line in text.splitlines()) <= 96
    assert loads(text, "case.yaml", LAW).case == case


@settings(deadline=None, max_examples=400)
@given(TEXTS, TEXTS)
@example("a\n  b", "\u2028a")
@example("a \nb", "a" * 200)
def test_any_text_a_case_takes_survives_a_save_unchanged(line: str, story: str) -> None:
    try:
        case = Case.model_validate({
            "matter": {"id": "a", "told_by": line},
            "forum": {"court": "flmd", "division": {"ask": line}, "county": line},
            "events": [{"id": "b", "says": [{"say": story, "sources": [{"at": line}]}]}],
        })
    except ValidationError:
        return
    if "[#" in line + story:
        return  # a reference, which must have its target
    text = dump(case)
    assert loads(text, "case.yaml", LAW).case == case
    assert dump(loads(text, "case.yaml", LAW).case) == text


@settings(deadline=None, max_examples=400)
@given(TEXTS.filter(lambda text: text.isprintable() or text.replace("\n", "").isprintable()))
def test_other_yaml_programs_read_the_same_text(text: str) -> None:
    saved = block({"a": text, "b": [text, {"c": text}], "d": {"ask": text}}, 0)
    data = yaml.safe_load(saved)
    assert data == parse_yaml(saved).data
    assert data == {"a": text, "b": [text, {"c": text}], "d": {"ask": text}}


def test_lists_in_lists_and_empty_groups_are_written() -> None:
    data: dict[str, Plain] = {"a": [["b", ["x" * 50, "y" * 50]], [], {}], "odd key": {"b": {}, "c": None}}
    assert parse_yaml(block(data, 0)).data == data


def test_every_kind_of_value_becomes_text() -> None:
    assert plain({"a": True, "b": 3, "c": dt.date(2026, 1, 2), "d": dt.time(9), "e": None}) == {
        "a": "yes", "b": "3", "c": "2026-01-02", "d": "9:00 a.m.",
    }
    with pytest.raises(TypeError, match="a case holds no float"):
        plain(1.5)
