"""That what is measured is what is claimed; the figures themselves are `make bench`'s."""

from __future__ import annotations

import io
import zipfile
from functools import partial

import pytest
from lxml import etree

from tests.bench import measures as m
from tests.bench.cases import full_case
from tests.bench.rivals import looped


def test_no_two_cases_share_a_told_sentence() -> None:
    told = [
        {str(one.say) for event in m.loaded(n).case.events for one in event.says} for n in (1, 2)
    ]
    assert told[0]
    assert not told[0] & told[1]


def test_more_paragraphs_are_more_paragraphs() -> None:
    few, many = (m.numbered(m.fillings(1, n)[0]) for n in (0, 30))
    assert many == few + 30


def test_the_plain_loop_prints_the_same_words() -> None:
    def words(data: bytes) -> set[str]:
        part = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
        return set(etree.tostring(etree.fromstring(part), method="text", encoding="unicode").replace("\u00a0", " ").split())

    one = m.fillings(5)[0]
    ours, plain = words(m.ours(one)), words(m.plainly(one))
    assert len(ours & plain) > 0.9 * len(ours)


def test_filling_a_petition_is_many_times_as_fast_as_a_plain_loop() -> None:
    one = m.fillings(6)[0]
    ours, plain = m.medians(3, lambda: m.ours(one), lambda: m.plainly(one))
    assert plain > 4 * ours  # the rest is room for a busy machine


def test_the_cost_grows_no_faster_than_the_paper() -> None:
    sizes = [100, 200, 400]
    petitions = [m.fillings(7, size)[0] for size in sizes]
    seconds = [m.medians(3, partial(m.ours, one))[0] for one in petitions]
    assert m.exponent(sizes, seconds) < 1.3


@pytest.mark.parametrize("power", [1.0, 2.0])
def test_the_exponent_is_the_power(power: float) -> None:
    assert m.exponent([1, 2, 4], [one**power for one in (1, 2, 4)]) == pytest.approx(power)


def test_a_full_case_is_a_case() -> None:
    assert full_case(3, 5).count("more-") == 5


def test_the_npm_engines_are_given_every_word_of_the_petition() -> None:
    template, words = looped(m.ours(m.fillings(8)[0]))
    given = " ".join(one["words"] for one in words["paragraphs"])
    assert len(words["paragraphs"]) > 100
    assert "PETITION FOR WRIT OF MANDAMUS" in given.upper()
    part = zipfile.ZipFile(io.BytesIO(template)).read("word/document.xml")
    assert etree.tostring(etree.fromstring(part), method="text", encoding="unicode") == (
        "{#paragraphs}{words}{/paragraphs}"
    )
