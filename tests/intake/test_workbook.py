"""The workbook: what it offers, and what comes back from it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from drafter.casefile import loads
from drafter.errors import CaseFileError
from drafter.intake import read_returned, workbook
from drafter.interview.tree import get, items
from drafter.law import load_law

LAW = load_law()
BLANK = workbook(LAW)


def filled(folder: Path, cells: dict[str, dict[str, object]], *, rename: str = "") -> Path:
    """A workbook with answers: by sheet, then by ``key`` or ``row:key``."""
    book = openpyxl.load_workbook(io.BytesIO(BLANK))
    for title, answers in cells.items():
        sheet = book[title]
        for where, answer in answers.items():
            row, _, key = where.rpartition(":")
            cell(sheet, key, int(row) if row else 0).value = answer
        if rename:
            sheet.title = f"{rename} {sheet.title[:5]}"
    file = folder / "filled.xlsx"
    book.save(file)
    return file


def cell(sheet: Any, key: str, number: int) -> Any:  # noqa: ANN401 - openpyxl's own
    if not number:
        row = next(one.row for one in sheet["A"] if one.value == key)
        return sheet.cell(row, 3)
    column = next(one.column for one in sheet[2] if one.value == key)
    return sheet.cell(5 + number, column)


STORY: dict[str, dict[str, object]] = {
    "The matter": {"matter.short_title": "Doe v. ICE", "matter.kind": "287(g) certification"},
    "The court": {"forum.court": "Middle District of Alabama"},
    "Who asks": {"1:name": "Jane Doe", "1:minor": "no", "1:residence_county": "!ask Which county?",
                 "2:name": "Lantern Street Neighbors, Inc.", "2:type": "organization"},
    "Who must act": {"1:level": "federal", "1:name": "Riley Testfield", "1:office": "Director, ICE"},
    "The duties": {"1:catalogue": "training-certification", "1:owed_by": "Riley Testfield",
                   "1:owed_to": "Jane Doe; Lantern Street Neighbors, Inc.",
                   "1:neglect": "Nothing was certified.", "1:neglect#": "Records answer at 2"},
    "What happened": {"1:on": "1/14/2026", "1:says": "A deputy stopped her.\n\nHe showed no paper.",
                      "1:says#": "Records answer at 3; +Jail log at 7",
                      "2:on": "!na nobody knows the day", "2:says": "She wrote to ICE."},
    "What it costs": {"1:petitioner": "petitioner 1", "1:says": "She lost a shift."},
    "Relief": {"1:kind": "writ", "1:duties": "Duty 1", "1:days": "30", "1:actors": "Riley Testfield"},
    "The exhibits": {"1:title": "Records answer", "1:pages": "4"},
    "Verification": {"1:petitioner": "Jane Doe", "1:knows": "Event 1; Harm 1"},
}


def test_a_filled_workbook_comes_back_as_a_case(tmp_path: Path) -> None:
    returned = read_returned(filled(tmp_path, STORY), LAW)
    case = loads(returned.text("doe", as_json=False), "doe.yaml", LAW).case
    assert [one.id for one in case.petitioners] == ["doe", "lantern-street-neighbors-inc"]
    assert case.forum.court == "almd"
    assert case.duties[0].owed_to == ("doe", "lantern-street-neighbors-inc")
    assert [one.say for one in case.events[0].says] == ["A deputy stopped her.", "He showed no paper."]
    assert [(one.exhibit, one.at) for one in case.events[0].says[1].sources] == [
        ("records-answer", "3"), ("jail-log", "7")]
    assert [one.title for one in case.exhibits] == ["Records answer", "Jail log"]
    assert case.relief[0].duties == (case.duties[0].id,)
    assert case.verification[0].knows == (case.events[0].id, case.harms[0].id)
    assert case.harms[0].petitioner == "doe"


def test_sheets_may_be_renamed_and_rows_left_empty(tmp_path: Path) -> None:
    file = filled(tmp_path, {"Who asks": {"3:name": "Jane Doe", "7:name": "John Roe"}}, rename="Our")
    returned = read_returned(file, LAW)
    assert [get(one, ("id",)) for one in items(returned.data, ("petitioners",))] == ["doe", "roe"]


def test_every_error_is_named_by_sheet_row_and_column(tmp_path: Path) -> None:
    file = filled(tmp_path, {
        "The court": {"forum.court": "Court of Nowhere"},
        "Who asks": {"1:name": "Jane Doe", "1:custody": "away", "2:minor": "perhaps"},
        "Who must act": {"1:level": "!ask whose?"},
        "What happened": {"1:on": "14/1/2026", "1:says": "A stop.", "1:says#": "Nothing of the kind at 3",
                          "2:says": "See [#nowhere]."},
        "The duties": {"1:catalogue": "no-such-duty", "1:owed_by": "Nobody"},
        "Relief": {"1:days": 30},
        "The exhibits": {"1:title": "=A1"},
    })
    with pytest.raises(CaseFileError) as caught:
        read_returned(file, LAW)
    told = "\n".join(caught.value.problems)
    for where in (
        'sheet "The court", row 4, column C "Name"',
        'sheet "Who asks", row 6, column K "Custody today"',
        'sheet "Who asks", row 7, column G "Under 18"',
        'sheet "Who must act", row 6, column D "Whose officer"',
        'sheet "What happened", row 6, column C "Date"',
        'sheet "What happened", row 6, column E "What happened: shown by"',
        'sheet "What happened", row 7',
        'sheet "The duties", row 6, column C "Duty in the catalogue"',
        'sheet "The duties", row 6, column F "Owed by"',
        'sheet "Relief", row 6, column G "Days from the order"',
        'sheet "The exhibits", row 6, column C "Title"',
    ):
        assert where in told, told
    assert len(caught.value.problems) == 11


def test_facts_that_are_missing_are_no_error(tmp_path: Path) -> None:
    returned = read_returned(filled(tmp_path, {"Who must act": {"1:name": "Pat Placard"}}), LAW)
    assert returned.data["respondents"] == [{"id": "pat-placard", "name": "Pat Placard"}]


def test_an_empty_workbook_comes_back_as_a_case_with_nothing_in_it(tmp_path: Path) -> None:
    assert read_returned(filled(tmp_path, {}), LAW).data == {}


def test_an_identifier_in_a_form_is_pointed_out(tmp_path: Path) -> None:
    file = filled(tmp_path, {"What happened": {"1:says": "Her number is 123-45-6789."}})
    assert "events.0.says.0.say" in read_returned(file, LAW).warnings[0]


def test_a_table_for_batch_is_no_form(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Cases").append(["matter.id"])
    book.save(tmp_path / "rows.xlsx")
    with pytest.raises(CaseFileError, match="drafter batch"):
        read_returned(tmp_path / "rows.xlsx", LAW)


def test_choices_are_offered_in_drop_downs_and_help_stands_on_the_cells() -> None:
    book = openpyxl.load_workbook(io.BytesIO(BLANK))
    rules = {str(one.sqref): one for one in book["Who asks"].data_validations.dataValidation}
    assert rules["K6:K65"].formula1 == '"at-liberty,held,serving,never-in-custody"'
    assert rules["D6:D65"].prompt.startswith("Full name as it stands in the caption")
    courts = book["The court"].data_validations.dataValidation[0].formula1
    assert courts.startswith("Lists!$A$1:$A$")
    offered = [one.value for one in book["Lists"]["A"] if one.value]
    assert len(offered) == len(LAW.forums)
    owed = {str(one.sqref): one for one in book["The duties"].data_validations.dataValidation}
    assert owed["F6:F65"].formula1 == "'Who must act'!$E$6:$E$65"


@pytest.mark.no_cover  # many of one kind: counting their lines shows nothing new
def test_whatever_a_drop_down_offers_is_taken(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(BLANK))
    for column in "ABCD":
        for (one,) in book["Lists"][f"{column}1:{column}{book['Lists'].max_row}"]:
            if one.value is None:
                continue
            sheet, key = {"A": ("The court", "forum.court"), "B": ("The matter", "matter.vehicle"),
                          "C": ("Remedies not tried", "1:channel"), "D": ("The duties", "1:catalogue")}[column]
            if one.row % 9 == 0:
                read_returned(filled(tmp_path, {sheet: {key: one.value}}), LAW)


def test_cells_for_answers_keep_what_is_typed_as_text() -> None:
    book = openpyxl.load_workbook(io.BytesIO(BLANK))
    assert book["Who asks"]["D6"].number_format == "@"
    assert book["The court"]["C4"].number_format == "@"
