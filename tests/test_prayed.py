"""A prayer that leaves something out is drafted with brackets and told of; it never stops the draft."""

from __future__ import annotations

import re
from typing import Any

import pytest

from drafter import drafting
from drafter.case import Case
from drafter.casefile import load
from drafter.cli.samples import sample_files
from drafter.law import load_law
from tests.drafts import AS_OF

BRACKETS = re.compile(r"\[officer who is to act\].*within \[number\] days of the order, to \[act\]")


def _case(name: str) -> Case:
    return load(sample_files()[name], load_law()).case


def _prayer(name: str, relief: tuple[Any, ...], **changed: Any) -> list[str]:  # noqa: ANN401 - any fields of the case
    case = _case(name).model_copy(update={"relief": relief, **changed})
    lines = drafting.draft(case, load_law(), AS_OF).papers[0].lines
    start = next(n for n, line in enumerate(lines) if re.search(r"\bask(?:s)? (?:the|that the) Court(?: to)?:$", line))
    end = next(n for n, line in enumerate(lines) if n > start and line.startswith("Dated:"))
    return [re.sub(r"^\(?[A-Z]\)?[.)]? +", "", line) for line in lines[start + 1:end] if line]


def _items(name: str, *kinds: str) -> tuple[Any, ...]:
    return tuple(one for one in _case(name).relief if one.kind.value in kinds)


def test_a_petition_on_naturalization_asks_for_the_hearing_though_the_case_names_the_writ_alone() -> None:
    writ = tuple(one.model_copy(update={"alternative_to": ()}) for one in _items("naturalization-120", "writ"))
    found = _prayer("naturalization-120", writ)
    assert len(found) == 2
    assert found[0].startswith("Hold a hearing on the application and determine the matter, or remand it")
    assert "(Count I)" in found[0]
    assert found[1].startswith("In the alternative, order ")
    assert "(Count II and Count III;" in found[1]


def test_a_hearing_that_the_case_asks_for_is_not_asked_twice() -> None:
    found = _prayer("naturalization-120", _case("naturalization-120").relief)
    assert sum("hearing" in one for one in found) == 1
    assert not any(BRACKETS.search(one) for one in found)


@pytest.mark.parametrize(("name", "kinds", "lead"), [
    ("certification-ice", ("costs",), "Order "),
    ("certification-ice", ("declaration", "costs"), "Order "),
    ("request-copy", ("costs",), "Award a writ of mandate commanding "),
    ("naturalization-120", ("costs",), "In the alternative, order "),
])
def test_a_prayer_without_a_writ_has_one_in_brackets(name: str, kinds: tuple[str, ...], lead: str) -> None:
    asked = [one for one in _prayer(name, _items(name, *kinds)) if BRACKETS.search(one)]
    assert len(asked) == 1
    assert asked[0].startswith(lead)


def test_a_duty_on_which_nothing_is_prayed_is_asked_for_in_brackets() -> None:
    writ = tuple(
        one.model_copy(update={"duties": ("certify",), "either": (), "rests_on": (), "act": "make the certification"})
        for one in _items("certification-ice", "writ")
    )
    found = _prayer("certification-ice", writ)
    assert "(Count I;" in found[0]
    assert BRACKETS.search(found[1])
    assert "(Count II;" in found[1]


def test_a_case_that_asks_for_nothing_yet_prints_one_bracket() -> None:
    assert _prayer("certification-ice", ()) == ["Order [what is to be ordered: officer, act, deadline]."]
