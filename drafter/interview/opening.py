"""Beginning an interview: a new file, or one that is there already."""

from __future__ import annotations

import datetime as dt

from drafter.casefile.emitter import SCHEMA_AT
from drafter.interview.answers import slug
from drafter.interview.nearby import nearby
from drafter.interview.progress import Progress
from drafter.interview.review import State
from drafter.interview.session import Interview
from drafter.interview.sheet import Sheet
from drafter.interview.store import Store
from drafter.law import Law


def case_id(name: str) -> str:
    """The id of a case that is called so, which also names its file; "" for no name."""
    return slug(name)


def starting_text(name: str, *, as_json: bool = False) -> str:
    """The text of a new case file: its id, and nothing else.

    Args:
        name: what the case is called; its id is made from it.
        as_json: whether the file is to be JSON.
    """
    own = slug(name) or "case"
    if as_json:
        return f'{{\n  "matter": {{\n    "id": "{own}"\n  }}\n}}\n'
    quote = '"' if own.replace("-", "").isdecimal() else ""
    return f"# yaml-language-server: $schema={SCHEMA_AT}\nmatter:\n  id: {quote}{own}{quote}\n"


def open_interview(
    store: Store, law: Law, as_of: dt.date, *, court: str | None = None
) -> Interview:
    """The interview on a case file, at its first open question.

    Args:
        store: the file; where there is none, a new case is begun (and saved with the first save).
        law: what courts, duties and channels there are.
        as_of: the day from which days are counted.
        court: the office's own court, written into a case that begins here.

    Raises:
        CaseFileError: the file is there and cannot be read.
    """
    text = store.read()
    progress = store.read_progress()
    if text is None:
        text = starting_text(store.path.stem, as_json=store.path.suffix == ".json")
        progress = Progress()
    else:
        court = None
    sheet = Sheet(text, str(store.path), store.path.parent)
    if court is not None:
        sheet.change({("forum", "court"): court})
    if not sheet.get(("matter", "id")):
        sheet.change({("matter", "id"): slug(store.path.stem) or "case"})
    return Interview(
        sheet, progress or Progress.of_file(sheet.data), law, as_of,
        nearby(store, law),
    )


def missing(interview: Interview) -> list[tuple[str, str, bool]]:
    """The facts that are still open: field, what it is, and whether the case needs it."""
    found: list[tuple[str, str, bool]] = []
    for question, how in interview.route.states():
        is_new = question.item and isinstance(question.item[-1], int) and interview.sheet.get(question.item) is None
        if how is State.OPEN and not is_new:  # an item that is begun and not saved is asked anew
            field = ".".join(str(step) for step in question.path)
            found.append((field, question.description, question.is_required))
    return found
