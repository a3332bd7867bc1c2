"""The form as a workbook: a sheet for each section, with drop-downs, help and examples.

Every cell for an answer is formatted as text, so that the spreadsheet program leaves zeros, dates and
long numbers as they are typed.
"""

from __future__ import annotations

import importlib
import io
from typing import Any

from drafter.batch.tables import column_letter
from drafter.errors import DrafterError
from drafter.intake.form import FIXED, form, lists
from drafter.intake.layout import (
    EXAMPLE_ROW,
    FIRST_ROW,
    HEADERS_ROW,
    HELP_ROW,
    KEYS_ROW,
    MARK,
    ROWS,
    Column,
    Page,
    pages,
)
from drafter.interview.questions import Kind
from drafter.law import Law

_GUIDE = (
    "Answer what you know and leave the rest empty: nobody has to finish this workbook.",
    (
        "Each section has its sheet, and each list a sheet with a row for each item. Grey rows and "
        "columns are help; write in the white cells. Many cells offer a list, and say what they want "
        "when you are on them."
    ),
    "Dates: 2026-11-04, 11/4/2026 (month first) or November 4, 2026. Yes and no are words.",
    "A blank line parts paragraphs (in most programs Alt+Enter begins a new line in a cell).",
    (
        "Several names in one cell have semicolons between them. An item without a name of its own is"
        " called by the words at the left of its row, such as “Duty 1”."
    ),
    (
        "Exhibits are named by title, with pages after “at”: Jail log at 7; Declaration at 2-3. Those"
        " named beside words must show every paragraph of them; else give each its own row."
    ),
    "Not known? Write !ask and the question: !ask On which date did the sheriff refuse?",
    "Does it not exist in this case? Write !na and why: !na no booking number was issued",
    (
        "Please write no Social Security number, A-number, date of birth or account number; papers "
        "filed in court are public."
    ),
    (
        "Save as .xlsx and return it to the office that sent it. They read it with drafter new "
        "CASE.yaml --from FILE.xlsx, which names every cell that cannot be read."
    ),
    (
        "What is written here becomes a first draft for review by an attorney. It is not legal "
        "advice."
    ),
)
_LISTS = "Lists"
_SINGLE_ROW = 4  # of the first question on a sheet of single questions
_MOST_PROMPT, _MOST_INLINE = 255, 255  # what spreadsheet programs take


def workbook(law: Law) -> bytes:
    """The workbook as the bytes of an .xlsx.

    Args:
        law: what courts, duties and channels there are.

    Raises:
        DrafterError: openpyxl is not installed.
    """
    try:
        openpyxl = importlib.import_module("openpyxl")
    except ImportError:
        msg = 'to write .xlsx, pip install "mandamus-drafter[xlsx]"; --html needs nothing.'
        raise DrafterError(msg) from None
    book = openpyxl.Workbook()
    writer = _Writer(openpyxl, book, law, pages(form(law)))
    writer.write()
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


class _Writer:
    """Fills a workbook, sheet by sheet. Types are openpyxl's own, which is loaded late."""

    def __init__(self, openpyxl: Any, book: Any, law: Law, sheets: tuple[Page, ...]) -> None:  # noqa: ANN401 - openpyxl's own
        self._book, self._sheets = book, sheets
        styles = openpyxl.styles
        self._wrap = styles.Alignment(wrap_text=True, vertical="top")
        self._grey = styles.PatternFill("solid", fgColor="FFE8EAED")
        self._bold, self._italic = styles.Font(bold=True), styles.Font(italic=True, color="FF444444")
        self._title = styles.Font(bold=True, size=14)
        self._validation = openpyxl.worksheet.datavalidation.DataValidation
        self._ranges = self._list_ranges(law)

    def _list_ranges(self, law: Law) -> dict[str, str]:
        """Where the names of each fixed list stand, as the drop-downs name it."""
        ranges = {}
        self._lists: dict[str, list[str]] = {}
        for number, (name, among) in enumerate(lists(law).items()):
            letter = column_letter(number)
            self._lists[name] = [one.line for one in among]
            ranges[name] = f"{_LISTS}!${letter}$1:${letter}${len(among)}"
        return ranges

    def write(self) -> None:
        """Writes the guide, the sheets, and the hidden lists."""
        guide = self._book.active
        guide.title = "Read me first"
        self._head(guide, "guide", "Facts of a case", "")
        guide.column_dimensions["B"].width = 110
        for number, line in enumerate(_GUIDE, start=3):
            self._put(guide, number, 2, line)
        for page in self._sheets:
            sheet = self._book.create_sheet(page.title)
            self._head(sheet, page.key, page.title, page.why)
            if page.list:
                self._table(sheet, page)
            else:
                self._single(sheet, page)
        hidden = self._book.create_sheet(_LISTS)
        hidden.sheet_state = "hidden"
        for number, names in enumerate(self._lists.values(), start=1):
            for row, name in enumerate(names, start=1):
                hidden.cell(row, number, name)

    def _head(self, sheet: Any, key: str, title: str, why: str) -> None:  # noqa: ANN401 - openpyxl's own
        sheet.cell(1, 1, f"{MARK}{key}")
        sheet.column_dimensions["A"].hidden = True
        sheet.cell(1, 2, title).font = self._title
        if why:
            sheet.cell(1, 3, why)

    def _put(self, sheet: Any, row: int, column: int, text: str, *, is_help: bool = False) -> Any:  # noqa: ANN401 - openpyxl's own
        cell = sheet.cell(row, column, text)
        cell.alignment = self._wrap
        if is_help:
            cell.fill, cell.font = self._grey, self._italic
        return cell

    def _open(self, sheet: Any, letter: str, first: int, last: int) -> None:  # noqa: ANN401 - openpyxl's own
        """Makes cells ready for answers: text, wrapped."""
        for (cell,) in sheet[f"{letter}{first}:{letter}{last}"]:
            cell.number_format = "@"
            cell.alignment = self._wrap

    def _single(self, sheet: Any, page: Page) -> None:  # noqa: ANN401 - openpyxl's own
        for letter, width in zip("BCDE", (34, 60, 56, 44), strict=True):
            sheet.column_dimensions[letter].width = width
        for number, header in enumerate(("What is asked", "Your answer", "Help", "For example"), start=2):
            self._put(sheet, _SINGLE_ROW - 1, number, header, is_help=True).font = self._bold
        for row, column in enumerate(page.columns, start=_SINGLE_ROW):
            sheet.cell(row, 1, column.key)
            self._put(sheet, row, 2, _asked(column), is_help=True).font = self._bold
            self._put(sheet, row, 4, column.help, is_help=True)
            self._put(sheet, row, 5, _example(column), is_help=True)
            self._open(sheet, "C", row, row)
            self._offer(sheet, column, f"C{row}")
        sheet.freeze_panes = f"C{_SINGLE_ROW}"

    def _table(self, sheet: Any, page: Page) -> None:  # noqa: ANN401 - openpyxl's own
        last = FIRST_ROW + ROWS - 1
        sheet.row_dimensions[KEYS_ROW].hidden = True
        sheet.column_dimensions["B"].width = 20
        for row, words in ((HEADERS_ROW, "Row"), (HELP_ROW, "Help"), (EXAMPLE_ROW, "For example")):
            self._put(sheet, row, 2, words, is_help=True)
        noun = page.noun[:1].upper() + page.noun[1:]
        for number in range(ROWS):
            self._put(sheet, FIRST_ROW + number, 2, f"{noun} {number + 1}", is_help=True)
        for number, column in enumerate(page.columns, start=2):
            letter = column_letter(number)
            sheet.column_dimensions[letter].width = 44 if column.field.question.kind.is_long else 26
            sheet.cell(KEYS_ROW, number + 1, column.key)
            self._put(sheet, HEADERS_ROW, number + 1, _asked(column), is_help=True).font = self._bold
            self._put(sheet, HELP_ROW, number + 1, column.help, is_help=True)
            self._put(sheet, EXAMPLE_ROW, number + 1, _example(column), is_help=True)
            self._open(sheet, letter, FIRST_ROW, last)
            self._offer(sheet, column, f"{letter}{FIRST_ROW}:{letter}{last}")
        sheet.freeze_panes = f"C{FIRST_ROW}"

    def _offer(self, sheet: Any, column: Column, cells: str) -> None:  # noqa: ANN401 - openpyxl's own
        """A drop-down where there is a list, and help on the cell everywhere.

        A drop-down offers and refuses nothing: a cell may also hold !ask, or several names.
        """
        formula = self._formula(column)
        rule = self._validation(
            type="list" if formula else None, formula1=formula, allow_blank=True,
            showErrorMessage=False, showInputMessage=True,
            promptTitle=column.title[:32], prompt=column.help[:_MOST_PROMPT],
        )
        rule.add(cells)
        sheet.add_data_validation(rule)

    def _formula(self, column: Column) -> str | None:
        field = column.field
        if field.options:
            inline = '"' + ",".join(one.value for one in field.options) + '"'
            return inline if len(inline) <= _MOST_INLINE else None
        if field.target in FIXED:
            return self._ranges[field.target]
        if field.question.kind not in {Kind.REFERENCE, Kind.REFERENCES}:
            return None
        for page in self._sheets:
            if page.list and _gives(str(page.list[-1])) == field.target:
                names = [one.key for one in page.columns]
                at = next((names.index(key) for key in ("name", "title") if key in names), None)
                letter = "B" if at is None else column_letter(at + 2)
                return f"'{page.title}'!${letter}${FIRST_ROW}:${letter}${FIRST_ROW + ROWS - 1}"
        return None


def _gives(part: str) -> str:
    """The kind of thing that the items of a list are."""
    return {"petitioners": "petitioner", "respondents": "respondent", "duties": "duty",
            "exhibits": "exhibit", "relief": "relief", "clauses": "clause",
            "events": "paragraph"}.get(part, "")


def _asked(column: Column) -> str:
    return f"{column.title} (needed)" if column.field.question.is_required and not column.is_proof else column.title


def _example(column: Column) -> str:
    return column.field.example if column.field.kind is not Kind.SOURCES else ""
