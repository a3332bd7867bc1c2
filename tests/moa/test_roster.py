"""ICE's list of agencies, in any order of its columns; invented agencies."""

from __future__ import annotations

import datetime as dt
import io
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from drafter.errors import AgreementError
from drafter.moa import roster
from drafter.moa.roster import read_roster

HEAD = ["STATE", "LAW ENFORCEMENT AGENCY", "TYPE", "COUNTY", "SUPPORT TYPE", "SIGNED"]
ROWS: list[list[object]] = [
    ["ALABAMA", "Specimen County Sheriff's Office", "County", "Specimen", "Task Force Model",
     dt.datetime(2025, 6, 18)],  # noqa: DTZ001 - a day of a sheet has no zone
    ["ALABAMA", "Specimen County Sheriff’s  Office", "County", "Specimen", "Jail Enforcement Model", "5/20/2025"],
    ["NC", "Invented Town Police Department", "Town", None, "Warrant Service Officer", dt.date(2025, 1, 2)],
    ["IDAHO", "Sample Marshal", "Town", None, "Tribal Model", "13/45/2025"],
    [None, None, None, None, None, None],
]
LIST = Path(__file__).parents[3] / "shared" / "moa" / "ice-participating-agencies-2025-07-18.xlsx"


def _list(folder: Path, order: list[int], name: str = "list-2025-07-18.xlsx", skip: int = 0) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for _ in range(skip):
        sheet.append(["a note above the columns"])
    table: list[list[object]] = [list(HEAD), *map(list, ROWS)]
    for row in table:
        sheet.append([row[n] for n in order])
    path = folder / name
    book.save(path)
    return path


@pytest.mark.parametrize("order", [[0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [1, 4, 0, 5, 2, 3]])
def test_an_agencys_agreements_are_found_in_any_order_of_the_columns(
    order: list[int], tmp_path: Path
) -> None:
    found = read_roster(_list(tmp_path, order, skip=2)).of("specimen county sheriffs office")
    assert [(one.model, one.signed) for one in found] == [
        ("task-force", dt.date(2025, 6, 18)), ("jail-enforcement", dt.date(2025, 5, 20)),
    ]
    assert {one.state for one in found} == {"Alabama"}


def test_part_of_a_name_is_enough_and_another_name_is_hinted_at(tmp_path: Path) -> None:
    read = read_roster(_list(tmp_path, [0, 1, 2, 3, 4, 5]))
    assert [one.agency for one in read.of("Invented Town")] == ["Invented Town Police Department"]
    assert read.of("Nowhere Sheriff") == ()
    assert read.of("") == ()
    assert "Invented Town Police Department" in read.like("Invented Tawn Police Dept")


def test_a_state_after_a_comma_leaves_out_agencies_of_that_name_elsewhere(tmp_path: Path) -> None:
    read = read_roster(_list(tmp_path, [0, 1, 2, 3, 4, 5]))
    for state in ("AL", "Alabama", "al."):
        assert len(read.of(f"Specimen County Sheriff's Office, {state}")) == 2
    assert read.of("Specimen County Sheriff's Office, Ohio") == ()


@pytest.mark.parametrize("name", [
    "Invented Town Police Dept", "INVENTED TOWN POLICE DEPARTMENT", "Invented Town Police Dept., NC",
    "the Invented Town Police Deparment",
])
def test_an_agency_is_known_however_its_name_is_shortened(name: str, tmp_path: Path) -> None:
    read = read_roster(_list(tmp_path, [0, 1, 2, 3, 4, 5]))
    assert [one.state for one in read.of(name)] == ["North Carolina"]


def test_an_unknown_type_and_a_day_that_is_none_are_kept_open(tmp_path: Path) -> None:
    [one] = read_roster(_list(tmp_path, [0, 1, 2, 3, 4, 5])).of("Sample Marshal")
    assert (one.model, one.support, one.signed) == ("other", "Tribal Model", None)


@pytest.mark.parametrize(("name", "day"), [
    ("participating-2025-07-18.xlsx", dt.date(2025, 7, 18)),
    ("participatingAgencies07182025am.xlsx", dt.date(2025, 7, 18)),
    ("list20250718.xlsx", dt.date(2025, 7, 18)),
    ("list-2025-02-31.xlsx", None),
])
def test_the_day_of_the_list_is_in_its_name_or_in_the_file(
    name: str, day: dt.date | None, tmp_path: Path
) -> None:
    dated = read_roster(_list(tmp_path, [0, 1, 2, 3, 4, 5], name)).dated
    assert dated == day or (day is None and dated is not None and dated.year >= 2026)


def test_a_sheet_of_something_else_is_refused(tmp_path: Path) -> None:
    path = _list(tmp_path, [0, 2, 3])
    with pytest.raises(AgreementError, match="LAW ENFORCEMENT AGENCY"):
        read_roster(path)


@pytest.mark.parametrize("data", [b"no sheet at all", b"PK\x03\x04 cut short"])
def test_a_file_that_is_no_sheet_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(data)
    with pytest.raises(AgreementError, match=r"not an \.xlsx"):
        read_roster(path)


def test_a_sheet_that_unpacks_without_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roster, "_MOST_UNPACKED", 1000)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b"0" * 5000)
    path = tmp_path / "x.xlsx"
    path.write_bytes(held.getvalue())
    with pytest.raises(AgreementError, match="unpacks"):
        read_roster(path)


def test_without_openpyxl_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(AgreementError, match="xlsx"):
        read_roster(tmp_path / "x.xlsx")


@pytest.mark.skipif(not LIST.is_file(), reason="ICE's list is not beside this folder")
def test_agencies_of_one_name_in_several_states_are_told_apart() -> None:
    read = read_roster(LIST)
    assert len({one.state for one in read.of("Hamilton County Sheriff's Office")}) == 4
    [one] = read.of("Hamilton County Sheriff's Office, IN")
    assert (one.model, one.signed) == ("jail-enforcement", dt.date(2025, 3, 3))
    assert [one.agency for one in read.of("Arcadia Police Dept, FL")] == ["Arcadia Police Department"]


@pytest.mark.skipif(not LIST.is_file(), reason="ICE's list is not beside this folder")
def test_ices_own_list_is_read_whole() -> None:
    read = read_roster(LIST)
    assert read.dated == dt.date(2025, 7, 18)
    assert len(read.entries) == 832
    assert {one.model for one in read.entries} == {"task-force", "jail-enforcement", "warrant-service"}
