from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from drafter.batch import collect
from drafter.batch.rows import read_rows, translated
from drafter.batch.tables import column_letter, read_tables
from drafter.errors import CaseFileError, DrafterError
from tests.batch.cases import case_text

HEAD = "matter.id,forum.court,petitioners.1.id,petitioners.1.name"
ROW = "one,va-circuit,quill,Ada Quill"


def _csv(folder: Path, *lines: str) -> Path:
    file = folder / "cases.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def _xlsx(folder: Path, *sheets: tuple[str, list[list[Any]]]) -> Path:
    book = openpyxl.Workbook()
    for name in book.sheetnames:
        book.remove(book[name])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = folder / "cases.xlsx"
    book.save(file)
    return file


def _flaws(file: Path) -> str:
    return "\n".join(flaw for one in read_rows(file) for flaw in one.flaws)


def test_dotted_headers_name_fields_and_numbers_count_items_from_one(tmp_path: Path) -> None:
    file = _csv(tmp_path, f"{HEAD},petitioners.2.id,petitioners.2.name", f"{ROW},folio,Bela Folio")
    (one,) = read_rows(file)
    assert one.flaws == []
    assert one.data == {
        "matter": {"id": "one"}, "forum": {"court": "va-circuit"},
        "petitioners": [{"id": "quill", "name": "Ada Quill"}, {"id": "folio", "name": "Bela Folio"}],
    }


def test_a_cell_goes_before_the_base_and_an_empty_one_leaves_it(tmp_path: Path) -> None:
    base = tmp_path / "base.yaml"
    base.write_text(case_text(3), encoding="utf-8")
    file = _csv(tmp_path, "matter.id,petitioners.1.name,matter.status", "one,Ada Quill,")
    (one,) = read_rows(file, base)
    assert one.data["petitioners"][0]["name"] == "Ada Quill"
    assert one.data["petitioners"][0]["id"]
    assert one.data["matter"]["id"] == "one"


def test_a_second_sheet_gives_the_items_of_a_list(tmp_path: Path) -> None:
    file = _xlsx(
        tmp_path,
        ("Cases", [["matter.id", "forum.court"], ["one", "va-circuit"], ["two", "va-circuit"]]),
        ("events", [["case", "id", "says.1.say"], ["two", "stop", "A car was stopped."],
                    ["two", "hold", "She was held."]]),
    )
    one, two = read_rows(file)
    assert "events" not in one.data
    assert two.data["events"] == [
        {"id": "stop", "says": [{"say": "A car was stopped."}]},
        {"id": "hold", "says": [{"say": "She was held."}]},
    ]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (2134, "holds a number"), (1.5, "holds a number"), (True, "holds TRUE or FALSE"),
        ("=1+1", "holds a formula"), ("#N/A", "holds an error"), ("1.23E+47", "as a spreadsheet shortens"),
        (dt.date(2026, 11, 4), "a date in the spreadsheet's own form"),
    ],
)
def test_a_cell_that_is_not_text_is_refused_by_sheet_row_and_column(
    tmp_path: Path, value: object, words: str
) -> None:
    file = _xlsx(tmp_path, ("Cases", [["matter.id", "matter.status"], ["one", "x"], ["two", value]]))
    told = _flaws(file)
    assert words in told
    assert 'sheet "Cases", row 3, column B "matter.status"' in told
    assert read_rows(file)[0].flaws == []


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["forum.court", "va-circuit"], 'no column "matter.id"'),
        (["matter.id,matter.id", "a,b"], 'column B: "matter.id" names two'),
        (["matter.id,,forum.court", "a,b,c"], "column B: has no name"),
        (["matter.id,petitioners.name", "a,b"], "count its items"),
        (["matter.id,petitioners.0.name", "a,b"], "counted from 1"),
        (["matter.id,forum.1.court", "a,b"], "where there is no list"),
        (["matter.id,petitioner.1.name", "a,b"], 'did you mean "petitioners"'),
        (["matter.id,zzz", "a,b"], 'there is no field "zzz"'),
        (["matter.id"], "holds no case"),
        ([""], "must hold the names|is empty"),
        (["matter.id", 'a "quoted" b', '"open'], "a quotation mark is opened"),
    ],
)
def test_a_table_that_is_not_one_is_refused_with_its_place(
    tmp_path: Path, lines: list[str], words: str
) -> None:
    with pytest.raises(CaseFileError, match=words):
        read_rows(_csv(tmp_path, *lines))


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("one,va-circuit,quill", "row 2: has 3 columns and the first row 4"),
        (f"{ROW},more", "row 2, column E: holds a value under no name"),
        (",va-circuit,quill,Ada", 'row 2, column A "matter.id": is empty'),
        ("one,1.23E+47,quill,Ada", 'column B "forum.court"'),
    ],
)
def test_a_bad_row_is_refused_and_its_neighbours_are_not(tmp_path: Path, row: str, words: str) -> None:
    cases = read_rows(_csv(tmp_path, HEAD, row, ROW))
    assert words in "\n".join(cases[0].flaws)
    assert cases[1].flaws == []


def test_an_item_before_which_one_is_missing_is_refused(tmp_path: Path) -> None:
    file = _csv(tmp_path, "matter.id,petitioners.2.id", "one,quill")
    assert "an item before it is missing" in _flaws(file)


def test_a_text_file_may_be_named_in_a_column_of_its_own(tmp_path: Path) -> None:
    file = _csv(tmp_path, "matter.id,events.1.id,events.1.says.1.say.file", "one,stop,facts.md")
    try:
        (one,) = read_rows(file)
    except CaseFileError as error:
        pytest.skip(f"the model takes no text file there: {error}")
    assert one.data["events"][0]["says"][0]["say"] == {"file": "facts.md"}


@pytest.mark.parametrize(
    ("name", "rows", "words"),
    [
        ("Other", [["case", "id"], ["one", "x"]], "named for no list"),
        ("events", [["id", "case"], ["x", "one"]], "the first column of this sheet"),
        ("events", [["case", "id"], ["nobody", "x"]], "no row of the first sheet"),
    ],
)
def test_a_second_sheet_that_fits_nothing_is_refused(
    tmp_path: Path, name: str, rows: list[list[str]], words: str
) -> None:
    file = _xlsx(tmp_path, ("Cases", [["matter.id"], ["one"]]), (name, rows))
    with pytest.raises(CaseFileError, match=words):
        read_rows(file)


def test_a_base_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    file, base = _csv(tmp_path, HEAD, ROW), tmp_path / "base.yaml"
    base.write_text("- a\n")
    with pytest.raises(CaseFileError, match="holds no fields"):
        read_rows(file, base)
    base.write_text("a: &x b\n")
    with pytest.raises(CaseFileError, match=r"base\.yaml:1:"):
        read_rows(file, base)


@pytest.mark.parametrize("data", [b"no zip at all", b"PK\x03\x04 hurt"])
def test_a_hurt_workbook_is_refused_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "cases.xlsx"
    file.write_bytes(data)
    with pytest.raises(CaseFileError, match=r"cannot be read as an \.xlsx"):
        read_tables(file)


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CaseFileError, match="every sheet is empty"):
        read_tables(_xlsx(tmp_path, ("Cases", [])))


def test_without_openpyxl_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    file = _xlsx(tmp_path, ("Cases", [["matter.id"], ["one"]]))
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(DrafterError, match=r"\[xlsx\]"):
        read_tables(file)


def test_the_case_of_a_row_is_json_with_its_places(tmp_path: Path) -> None:
    (job,) = collect([str(_csv(tmp_path, HEAD, ROW))])
    assert json.loads(job.text)["matter"] == {"id": "one"}
    assert job.spots["petitioners.0.name"].endswith('row 2, column D "petitioners.1.name"')


def test_a_problem_of_the_case_is_told_by_its_column() -> None:
    spots = {"petitioners.0.name": 'x.csv, row 2, column D "petitioners.1.name"'}
    told = translated(
        ["x.csv, row 2:1:30: petitioners.0.name: is empty.", "x.csv, row 2:1:1: forum: is missing.", "odd"],
        "x.csv, row 2", spots,
    )
    assert told == [
        'x.csv, row 2, column D "petitioners.1.name": is empty.',
        "x.csv, row 2: forum: is missing.", "odd",
    ]


def test_columns_are_lettered_as_the_spreadsheet_does() -> None:
    assert [column_letter(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_hidden_and_empty_sheets_are_passed_over(tmp_path: Path) -> None:
    file = _xlsx(tmp_path, ("Cases", [["matter.id"], ["one"]]), ("notes", [["x"]]), ("more", []))
    book = openpyxl.load_workbook(file)
    book["notes"].sheet_state = "hidden"
    book.save(file)
    assert [one.name for one in read_tables(file)] == ["Cases"]


def test_a_table_over_its_limits_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from drafter.batch import tables

    wide = _csv(tmp_path, ",".join(f"h{n}" for n in range(501)))
    with pytest.raises(CaseFileError, match="more than 500 columns"):
        read_tables(wide)
    with pytest.raises(CaseFileError, match="more than 500 columns"):
        read_tables(_xlsx(tmp_path, ("Cases", [["matter.id"], ["one", *["x"] * 500]])))
    file = _xlsx(tmp_path, ("Cases", [["matter.id"], ["one"]]))
    monkeypatch.setattr(tables, "_UNPACKED_LIMIT", 100)
    with pytest.raises(CaseFileError, match="unpacks to more than 100 bytes"):
        read_tables(file)
    monkeypatch.undo()
    monkeypatch.setattr(tables, "_MOST_ROWS", 2)
    assert read_tables(_csv(tmp_path, "matter.id", "one", "two"))
    with pytest.raises(CaseFileError, match="more than 2 rows"):
        read_tables(_csv(tmp_path, "matter.id", "one", "two", "three"))
    with pytest.raises(CaseFileError, match="more than 2 rows"):
        read_tables(_xlsx(tmp_path, ("Cases", [["matter.id"], ["one"], ["two"], ["three"]])))


@pytest.mark.parametrize("cell", ["#REF!", "=1+1", "1.23E+47"])
def test_what_a_spreadsheet_left_in_a_csv_is_refused(tmp_path: Path, cell: str) -> None:
    assert 'row 2, column B "forum.court": holds' in _flaws(
        _csv(tmp_path, HEAD, f"one,{cell},quill,Ada Quill")
    )


def test_lines_without_content_are_passed_over_and_short_rows_of_a_workbook_filled(
    tmp_path: Path,
) -> None:
    assert len(read_rows(_csv(tmp_path, HEAD, ",,,", ROW))) == 1
    file = _xlsx(tmp_path, ("Cases", [["matter.id", "forum.court", ""], ["one"], [None, None]]))
    (one,) = read_rows(file)
    assert one.data == {"matter": {"id": "one"}}


def test_a_text_of_the_base_in_the_place_of_a_list_is_refused(tmp_path: Path) -> None:
    base = tmp_path / "base.yaml"
    base.write_text("events: none\nforum: x\n")
    file = _xlsx(
        tmp_path, ("Cases", [["matter.id"], ["one"]]), ("events", [["case", "id"], ["one", "stop"]])
    )
    (one,) = read_rows(file, base)
    assert "the base holds no list there" in "\n".join(one.flaws)
    base.write_text("matter: [a]\n")
    (one,) = read_rows(file, base)
    assert one.flaws
