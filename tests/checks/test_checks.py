"""Every check fires on its row, is silent on its near miss, and is fit to be published."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import pytest

from drafter.checks import CHECKS, Severity, run_checks
from drafter.checks.matter import Matter
from drafter.law import load_law
from drafter.law.records import Provenance
from tests.checks import (
    rows_claims,
    rows_form,
    rows_kinds,
    rows_paper,
    rows_parties,
    rows_signed,
    rows_vehicles,
)
from tests.checks.cases import AS_OF, BASES, Row, case, fields, matter, notes

TABLES = (rows_claims, rows_parties, rows_paper, rows_form, rows_signed, rows_vehicles,
          rows_kinds)
FIRES: Mapping[str, Row] = {k: row for table in TABLES for k, row in table.FIRES.items()}
SILENT: Mapping[str, Row] = {k: row for table in TABLES for k, row in table.SILENT.items()}


def _changed_authority(name: str, **changes: object) -> Matter:
    """The federal case, under a law in which one authority was changed."""
    law = load_law()
    record = law.authorities[name].model_copy(update=changes)
    changed = MappingProxyType({**law.authorities, name: record})
    return Matter(case("federal"), dataclasses.replace(law, authorities=changed), AS_OF)


def _forum_without_general_relief(row: Row) -> Matter:
    law = load_law()
    forum = law.forums["almd"].model_copy(update={"general_relief": False})
    changed = MappingProxyType({**law.forums, "almd": forum})
    return Matter(case(row.base, row.changes), dataclasses.replace(law, forums=changed), AS_OF)


class _Others:
    """The clients of the other cases of a batch: one, by the name of Cora Folio."""

    def kinds(self, text: str) -> Iterator[str]:
        if "Cora Folio" in text:
            yield "name"


def _fired(check_id: str, row: Row) -> list[str]:
    """Where a check fires on a row; some ask about more than a case, and get it."""
    if check_id == "REL017":
        ready = _forum_without_general_relief(row)
    elif check_id == "PRI014":
        ready = dataclasses.replace(matter(row.base, row.changes), others=_Others())
    elif check_id == "LAW002" and row is FIRES["LAW002"]:
        ready = _changed_authority("usc-8-1357-g-2", provenance=Provenance.MEMORY)
    elif check_id == "LAW004" and row is FIRES["LAW004"]:
        ready = _changed_authority("usc-8-1357-g-2", read_on=dt.date(2025, 11, 23))
    elif check_id in rows_signed.FIRES:
        ready = rows_signed.signed(check_id, row)
    else:
        return fields(check_id, row.base, row.changes)
    return [note.field for note in run_checks(ready) if note.id == check_id]


def test_every_check_has_a_row_on_which_it_fires_and_one_on_which_it_does_not() -> None:
    assert sorted(FIRES) == sorted(CHECKS)
    assert sorted(SILENT) == sorted(CHECKS)


@pytest.mark.parametrize("check_id", sorted(FIRES))
def test_a_check_fires_at_the_field_that_was_changed(check_id: str) -> None:
    row = FIRES[check_id]
    assert row.field in _fired(check_id, row)


@pytest.mark.parametrize("check_id", sorted(SILENT))
def test_a_check_is_silent_on_its_near_miss(check_id: str) -> None:
    assert _fired(check_id, SILENT[check_id]) == []


@pytest.mark.parametrize("base", sorted(BASES))
def test_a_clean_case_gets_only_what_an_attorney_must_decide_in_any_case(base: str) -> None:
    loud = {n.id for n in notes(base) if n.severity is not Severity.INFO}
    true = {"federal": {"DUT019", "PAR013"}, "virginia": {"DUT019", "LAW008"}}
    assert loud == true.get(base, set())


@pytest.mark.parametrize("check_id", sorted(CHECKS))
def test_a_check_is_fit_to_be_published(check_id: str) -> None:
    check = CHECKS[check_id]
    assert check.message.rstrip().endswith((".", "{detail}")), "a message is a sentence"
    assert "  " not in check.message
    assert "\u00a7" not in check.message
    assert "U.S.C." not in check.message
    assert check.sources, "a check rests on some authority"
    assert not [name for name in check.sources if name not in load_law().authorities]
    first, blank, *rest = check.doc.splitlines()
    assert first.endswith(".")
    assert not blank
    assert any(line.startswith("Fires ") for line in rest), "the docstring says when it fires"


def test_a_check_names_only_checks_that_exist_in_its_docstring() -> None:
    for check in CHECKS.values():
        for name in re.findall(r"\b[A-Z]{3}\d{3}\b", check.doc):
            assert name in CHECKS, f"{check.id} speaks of {name}"


def test_no_privacy_note_repeats_what_it_found() -> None:
    for check_id, row in FIRES.items():
        if check_id.startswith("PRI") and row.field == "events.0.says.0.say":
            told = row.changes[row.field]
            said = [n.message for n in notes(row.base, row.changes) if n.id == check_id]
            secrets = [w.strip(".,") for w in told.split() if any(c.isdigit() for c in w)]
            assert said
            assert not [w for w in secrets for message in said if w in message]
