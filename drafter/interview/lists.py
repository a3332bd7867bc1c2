"""Commands on a list: add, edit, delete, move, duplicate, sort by date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.casefile import shape
from drafter.interview.choices import called
from drafter.interview.progress import Progress
from drafter.interview.questions import Kind, Question, noun
from drafter.interview.review import shown
from drafter.interview.sheet import Sheet
from drafter.interview.tree import get, items

_NUMBERED = re.compile(r"(e|edit|d|delete|m|move|c|copy|duplicate) +(\d+)(?: +(?:to +)?(\d+))?", re.IGNORECASE)
_PLAIN = {"a": "add", "add": "add", "y": "add", "yes": "add", "s": "sort", "sort": "sort",
          "done": "done", "n": "done", "no": "done", "none": "done"}
_LONG = {"e": "edit", "d": "delete", "m": "move", "c": "copy", "duplicate": "copy"}


class ListError(ValueError):
    """A command names an item that is not there, or nothing at all."""


@dataclass(frozen=True, slots=True)
class Command:
    """What is to be done with a list.

    Args:
        name: add, edit, delete, move, copy, sort, done, or text (a new item in words).
        index: the item, from 0.
        to: where it goes, from 0.
        words: of a new item.
    """

    name: str
    index: int = 0
    to: int = 0
    words: str = ""


def read_command(question: Question, text: str, count: int) -> Command:
    """The command that was typed at a list.

    Raises:
        ListError: there is no such item, or no such command.
    """
    typed = " ".join(text.split())
    if match := _NUMBERED.fullmatch(typed):
        name = _LONG.get(match[1].lower(), match[1].lower())
        index = int(match[2]) - 1
        to = int(match[3]) - 1 if match[3] else index
        if not 0 <= index < count or not 0 <= to < count:
            msg = f"There is no item {match[3] if 0 <= index < count else match[2]}; there are {count}."
            raise ListError(msg)
        return Command(name, index, to)
    if typed.lower() in _PLAIN:
        name = _PLAIN[typed.lower()]
        if name != "add" or question.kind is Kind.ITEMS:
            return Command(name)
        msg = "Type the words themselves."
        raise ListError(msg)
    if question.kind is Kind.ITEMS:
        msg = f'"{typed}" is no command here; type add, or press Enter to go on.'
        raise ListError(msg)
    return Command("text", words=text)


def rows(question: Question, sheet: Sheet) -> list[str]:
    """The items of a list, numbered."""
    out = []
    for number, item in enumerate(sheet.items(question.path), start=1):
        day = get(item, ("on",)) or get(item, ("made_on",))
        when = f"{day}: " if isinstance(day, str) else ""
        name = _name(item, sheet) if isinstance(item, dict) else shown(item, 70)
        out.append(f"{number}. {when}{name or shown(item, 70)}")
    return out


def _name(item: object, sheet: Sheet) -> str:
    """What an item is called; one that only names a petitioner goes by the petitioner's name."""
    name = called(item)
    if name != get(item, ("petitioner",)):
        return name
    return next((called(one) for one in items(sheet.data, ("petitioners",)) if get(one, ("id",)) == name), name)


def item_noun(question: Question) -> str:
    """What an item of the list is called."""
    models = shape.models(shape.child(shape.expected(question.path), 0))
    return noun(models[0]) if models else "text"


def by_date(sheet: Sheet, question: Question) -> list[int]:
    """The old numbers of the items in the order of their dates; those without one stay put."""
    found = sheet.items(question.path)
    dated = [
        n for n, item in enumerate(found)
        if isinstance(get(item, ("on",)) or get(item, ("made_on",)), str)
    ]
    ordered = sorted(dated, key=lambda n: str(get(found[n], ("on",)) or get(found[n], ("made_on",))))
    places = iter(ordered)
    return [next(places) if n in dated else n for n in range(len(found))]


def moved(count: int, index: int, to: int) -> list[int]:
    """The old numbers of the items once one has moved."""
    order = [n for n in range(count) if n != index]
    order.insert(to, index)
    return order


def rearrange(command: Command, question: Question, sheet: Sheet, progress: Progress) -> str:
    """Deletes, moves or sorts items; what was passed over follows them.

    Returns:
        What was done, for the person.
    """
    where, count = question.path, len(sheet.items(question.path))
    if command.name == "delete":
        name = rows(question, sheet)[command.index]
        named = sheet.delete(where, command.index)
        gone = [*range(command.index), None, *range(command.index, count)]
        progress.renumber(where, gone)
        sheet.renumber_questions(where, gone)
        also = f" It was also named in {', '.join(named)}, and is taken out there." if named else ""
        return f"Deleted: {name}.{also} !undo brings it back."
    order = (
        by_date(sheet, question) if command.name == "sort"
        else moved(count, command.index, command.to)
    )
    sheet.reorder(where, order)
    places: list[int | None] = [order.index(n) for n in range(count)]
    progress.renumber(where, places)
    sheet.renumber_questions(where, places)
    return "The order is changed."
