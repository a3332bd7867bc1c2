"""The form asks what the interview asks."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.intake.form import LEFT_OUT, Field, form
from drafter.intake.layout import pages
from drafter.interview.plan import PLAN
from drafter.law import load_law

PARTS = form(load_law())


def fields(among: tuple[Field, ...]) -> Iterator[Field]:
    for one in among:
        yield one
        yield from fields(one.inside)


def test_every_field_of_the_plan_is_in_the_form() -> None:
    asked = {(one.question.model, one.name) for part in PARTS for one in fields(part.fields)}
    planned = {
        (model, ask.field) for model, asks in PLAN.items() for ask in asks
        if not ask.own and model.__name__ not in {"Dismissal", "OpenQuestion"}
    }
    assert planned <= asked
    assert set(LEFT_OUT) == {"dismissals", "questions"}


def test_the_workbook_leaves_out_block_quotations_and_facts_on_a_delay_only() -> None:
    held = {
        (one.field.question.model.__name__, one.field.name) for page in pages(PARTS) for one in page.columns
    }
    whole = {
        (one.question.model.__name__, one.name) for part in PARTS for one in fields(part.fields)
        if not one.inside or one.kind is not None
    }
    lists = {(one.question.model.__name__, one.name) for part in PARTS for one in fields(part.fields)
             if one.kind is not None and one.kind.name == "ITEMS"}
    left = {model for model, _ in whole - held - lists}
    assert left <= {"DelayFact", "Quotation", "Source", "Statement"}


def test_names_of_sheets_fit_every_spreadsheet_program() -> None:
    titles = [one.title for one in pages(PARTS)]
    assert len(set(titles)) == len(titles)
    assert max(map(len, titles)) <= 31
