"""Promises 1, 2 and 3: a text of a case is printed as typed, or refused, and never run."""

from __future__ import annotations

import os
import re
from collections import Counter
from functools import cache

import pytest

from drafter.errors import CaseFileError
from tests.drafts import SAMPLES
from tests.safety.fields import (
    dotted,
    drafted,
    load_data,
    placed,
    plain,
    printed,
    sample_data,
    text_fields,
)
from tests.safety.naughty import PRINTABLE, UNHOLDABLE

pytestmark = pytest.mark.no_cover  # hundreds of drafts of one kind: counting their lines shows nothing new

ROUNDS = int(os.environ.get("DRAFTER_ROUNDS", "4"))
"""Drafts of each sample; as many as there are strings put every string in every field."""

# a federal title that itself names an agency (``ICE``) stands without the agency after it
_OFFICE_MAY_SAY_IT = re.compile(r"respondents\.\d+\.agency$")
_PAIR = re.compile(r"zq(\d+)w(.*?)wq\1z", re.IGNORECASE | re.DOTALL)


def _wrapped(number: int, words: str) -> str:
    return f"Zq{number}w{words}Wq{number}z"


@cache
def _found(sample: str, turn: int | None) -> tuple[Counter[int], list[str], dict[str, str]]:
    """How often each field is printed whole, what is altered, and the last words of each paper.

    The memo stays in the office and may shorten; what is filed or sent may not.

    Args:
        sample: its name.
        turn: which naughty string comes first; None puts a harmless word everywhere.
    """
    fields = text_fields(sample)
    words = {
        n: "harmless" if turn is None else PRINTABLE[(n + turn) % len(PRINTABLE)]
        for n in range(len(fields))
    }
    values = {path: _wrapped(n, words[n]) for n, path in enumerate(fields)}
    made = drafted(placed(sample_data(sample), values))
    seen: Counter[int] = Counter()
    altered, last = [], {}
    for paper in made.papers:
        if paper.kind == "keep":
            continue
        paragraphs = list(printed(paper.data, "word/document.xml"))
        whole = plain("\n".join(printed(paper.data)))
        for value in values.values():  # a list by the alphabet puts the surname of a person first
            given, _, surname = value.rpartition(" ")
            if given:
                whole = whole.replace(plain(f"{surname}, {given}"), "")
        last[paper.name] = _PAIR.sub("", plain("".join(paragraphs)))[-20:]
        for match in _PAIR.finditer(whole):
            n = int(match[1])
            seen[n] += 1
            if match[2] not in {plain(words[n]), plain(words[n].upper())}:
                altered.append(f"{paper.path}: {dotted(fields[n])}: {words[n]!a} became {match[2]!a}")
    return seen, altered, last


@pytest.mark.slow
@pytest.mark.parametrize("turn", range(0, len(PRINTABLE), max(1, len(PRINTABLE) // ROUNDS)))
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_naughty_string_in_every_field_prints_as_typed_and_nothing_after_it_is_lost(
    sample: str, turn: int
) -> None:
    usual, _, usual_last = _found(sample, None)
    seen, altered, last = _found(sample, turn)
    assert altered == []
    lost = {dotted(text_fields(sample)[n]) for n in usual if not seen[n]}
    assert {one for one in lost if not _OFFICE_MAY_SAY_IT.match(one)} == set()
    assert last == usual_last


def test_naughty_strings_reach_most_fields_of_a_full_case() -> None:
    assert len(text_fields("certification-ice")) > 150
    assert len(PRINTABLE) > 150


@pytest.mark.parametrize("bad", UNHOLDABLE, ids=lambda one: f"U+{ord(one):04X}")
def test_what_word_cannot_hold_is_refused_by_code_point_and_place_wherever_it_stands(bad: str) -> None:
    data, fields = sample_data("half-known"), text_fields("half-known")
    for path in fields:
        with pytest.raises(CaseFileError) as refused:
            load_data(placed(data, {path: f"Ana{bad}Maria"}))
        told = str(refused.value)
        assert f"U+{ord(bad):04X}" in told, told
        assert "Maria" not in told
