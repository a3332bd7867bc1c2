"""A signed agreement read inside the interview: its PDF fills the part, its words show the duties."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.interview.tree import Path, get, items, undotted
from drafter.law import Law
from drafter.moa import Agreement
from drafter.moa.proposal import changes


def named(typed: str) -> str:
    """The name of a PDF that an answer gives, with or without @ and quotation marks; else empty."""
    name = typed.strip().removeprefix("@").strip().strip("\"'")
    return name if name.lower().endswith(".pdf") and "\n" not in name else ""


def filled(agreement: Agreement, file: str, data: object) -> dict[Path, object]:
    """What the agreement changes in a case, by path.

    What the PDF does not say is left out: somebody is there who can be asked.
    """
    facts: Mapping[str, object] = data if isinstance(data, dict) else {}
    return {
        undotted(field): value for field, value in changes(agreement, facts, file).items()
        if not isinstance(value, dict) or "ask" not in value
        if not (field == "moa.agency" and not agreement.agency)
        if not (field == "moa.model" and agreement.model == "other")
    }


def passed_over(data: object) -> set[Path]:
    """Questions that are not asked once a PDF is read: clauses are whole, and quoted if one wants."""
    count = len(items(data, ("moa", "clauses")))
    return {("moa", "clauses"), ("moa", "about")} | {
        ("moa", "clauses", number, "use") for number in range(count)
    }


def is_silent(agreement: Agreement) -> bool:
    """Whether nothing in a PDF speaks for its being an agreement."""
    return agreement.model == "other" and not agreement.agency and not agreement.clauses


def told(agreement: Agreement, file: str, data: object) -> list[str]:
    """What was read, in a few sentences, for the person who gave the PDF."""
    count = len(items(data, ("moa", "clauses")))
    said = [
        (f"Read: {agreement.agency or 'an agency whose name could not be read'}, {agreement.pages} pages. "
        f"{count} clauses are in, each with its page and exact words. The duties that they may support "
        "stand first where duties are asked. They stand in the memo; to quote one in the paper, give it the "
        "sentence that leads to it: !menu, agreement. What the PDF does not say is asked now."),
    ]
    if against := [one for one in agreement.adverse if one.id != "AC5"]:
        pages = ", ".join(map(str, sorted({one.page for one in against})))
        said.append(f"Clauses against a petitioner stand on pages {pages}; the memo will show them.")
    said += agreement.doubts
    if not file:
        said.append("Put the PDF into the folder of the case, so that quotations are compared with it.")
    return said


def supporting(data: object, law: Law, duty: str) -> tuple[str, ...]:
    """Ids of the clauses in the case that may support a duty of the catalogue."""
    table = {one.id: one.duty for form in law.moa_forms.values() for one in form.clauses}
    return tuple(
        str(get(one, ("id",))) for one in items(data, ("moa", "clauses"))
        if duty and table.get(str(get(one, ("clause",)))) == duty and get(one, ("id",))
    )
