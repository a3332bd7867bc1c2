"""How a question looks: its words are the model's own."""

from __future__ import annotations

from drafter.case import Statement
from drafter.interview import guidance, lists, moves
from drafter.interview.choices import (
    MOST_SHOWN,
    Choice,
    called,
    choices,
    displayed,
    only_choice,
    suggestion,
)
from drafter.interview.identifiers import Spotted
from drafter.interview.questions import Kind, Question
from drafter.interview.review import State, in_clause, shown
from drafter.interview.route import Route
from drafter.interview.terminal import Prompt
from drafter.interview.tree import get, is_given
from drafter.law import Law

_SHORT, _LONG = 12, 36
"""Signs that a name in a title may have."""
_UNCOUNTED = {"one who swears": "one who swears", "relief": "an item", "counsel": "a lawyer"}
"""What "a" and "further" do not go with."""
_WIDTH = 78  # the title stays on one line


def question(route: Route, law: Law, narrowed: tuple[Choice, ...]) -> Prompt:
    """The question that is asked now.

    Args:
        route: where we stand.
        law: what courts, duties and channels there are.
        narrowed: choices that the last answer may have meant.
    """
    one = route.question
    if one is None:  # pages are shown elsewhere
        return Prompt("Review")
    data = route.sheet.data
    among = narrowed or choices(one, data, law)
    lines = [_words(one)]
    if one.kind.is_list:
        lines += _list_lines(one, route)
    long = len(among) > MOST_SHOWN
    offered_first = displayed(among) if long else ()
    lines += _how_to_choose(one, among, offered_first)
    if one.kind is Kind.SOURCES:
        lines.append("Type numbers, with pages if you like: 1 at 2-3; 4. A new one: +Jail log at 7.")
    elif one.target == "exhibit":
        lines.append("Not on the list yet? Type + and its title.")
    elif one.kind is Kind.REFERENCES and among:
        lines.append("Type one number or more, with commas; or all.")
    elif one.kind in {Kind.YES_NO, Kind.GATE}:
        lines.append("Type yes or no.")
        if one.path == ("moa",):
            lines.append("If you have its PDF, type its name instead, such as @agreement.pdf: it is read.")
    if offered := suggestion(one, data, law):
        name = next((choice.label for choice in among if choice.value == offered), offered)
        lines.append(f"Offered (type = to take it): {name}")
    value = route.sheet.get(one.path)
    listed = one.kind in {Kind.ITEMS, Kind.SOURCES, Kind.REFERENCES}
    example = "" if among or value or listed else guidance.example(one, data)
    if example and example not in offered:
        lines.append(f"For example: {shown(example, 140)}")
    return Prompt(
        title=_title(one, f"[{_count(one, route)}]", data),
        lines=tuple(lines),
        choices=offered_first if long else () if one.kind in {Kind.YES_NO, Kind.GATE} else among,
        current="" if one.kind.is_list else _named(value, one, data, law),
        empty=_empty(one, route, law, offered),
        is_long=one.kind.is_long,
        is_closed=one.kind in {Kind.CHOICE, Kind.REFERENCE} and not long,
        moves=moves.ONE_LINE,
    )


def privacy(spotted: Spotted) -> Prompt:
    """The question about an answer that holds an identifier."""
    return Prompt(
        title="Privacy",
        lines=(
            f"This holds what looks like {spotted.named}. Papers filed in court are public.",
            f"Masked, it reads: {shown(spotted.masked, 400)}",
            "Mask it, keep it as typed, or type the answer again?",
        ),
        choices=(
            Choice("mask", "mask"), Choice("keep", "keep"), Choice("again", "again"),
        ),
        is_closed=True,
        moves="< types it again   !quit save and stop, without this answer",
    )


def _words(one: Question) -> str:
    said = guidance.plain_words(one.description)
    return f"{said.rstrip('.')}: is there one?" if one.kind is Kind.GATE else said


def _named(value: object, one: Question, data: object, law: Law) -> str:
    """What stands there, with the name of what was chosen: nobody knows a court by its id."""
    if one.kind is Kind.REFERENCES and isinstance(value, list):
        labels = {each.value: each.label for each in choices(one, data, law)}
        return "; ".join(labels.get(each, each) for each in map(str, value))
    said = shown(value, 400)
    label = next((each.label for each in choices(one, data, law) if each.value == value), said)
    return said if label == said else f"{label} ({said})"


def _title(one: Question, count: str, data: object) -> str:
    """What is asked, with the name of its item: nobody knows an exhibit by its number."""
    place, sign, field = one.title.rpartition(": ")
    is_item = isinstance((one.item or ("",))[-1], int) and one.model is not Statement
    name = "" if not is_item else called(get(data, one.item)).rstrip(".")
    room = _WIDTH - len(f"{count} {place} (): {field}")
    ids = {get(data, (*one.item, field)) for field in ("id", "petitioner", "channel")}
    unnamed = not name or name in ids  # an id of the file says nothing to a person
    if unnamed or not sign or name == get(data, one.path) or room < _SHORT:
        return f"{count} {one.title}"
    return f"{count} {place} ({shown(name, min(room, _LONG))}): {field}"


def _count(one: Question, route: Route) -> str:
    """``The court, 2 of 4``: how many questions of the section are behind us."""
    mine = [
        how for q, how in route.states()
        if q.section.id == one.section.id and (not in_clause(q.path) or in_clause(one.path))
    ]
    behind = len(mine) - mine.count(State.OPEN)
    return f"{one.section.title}, {behind} of {len(mine)}"


def _how_to_choose(one: Question, among: tuple[Choice, ...], first: tuple[Choice, ...]) -> list[str]:
    if first:
        return [(
            f"{len(among)} to choose from. Those below fit the agreement, in its own words, or the kind of matter: "
            "type a number, or part of the name of any other."
        )]
    if len(among) <= MOST_SHOWN:
        return []
    shows = "; ? shows them all" if len(among) <= guidance.MOST_LISTED else ""
    county = ["Or type the county, as in: Hillsborough County, Florida."] if one.target == "court" else []
    return [f"{len(among)} to choose from: type part of the name{shows}.", *county]


def _list_lines(one: Question, route: Route) -> list[str]:
    rows = lists.rows(one, route.sheet)
    if one.kind is Kind.ITEMS:
        name = lists.item_noun(one)
        new = "a further" if rows else "an" if name[0] in "aeiou" else "a"
        how = f"Type add for {_UNCOUNTED.get(name, f'{new} {name}')}"
    else:
        how = "Type it, or paste it" if not rows else "Type more, if there is more"
    if rows:
        how += "; or edit 1, delete 1, move 2 1, copy 1"
        if any(get(item, ("on",)) or get(item, ("made_on",)) for item in route.sheet.items(one.path)):
            how += ", sort (by date)"
    return [*rows, how + "."]


def _empty(one: Question, route: Route, law: Law, offered: str) -> str:  # noqa: PLR0911 - one return for each meaning
    """What Enter does here."""
    value = route.sheet.get(one.path)
    if one.kind.is_list:
        if route.sheet.items(one.path):
            return "Enter: that is all"
        return "" if one.is_required or one.path in guidance.CORNERSTONES else "Enter: none"
    if is_given(value) or isinstance(value, dict):
        return "Enter keeps it"
    if (only := only_choice(one, route.sheet.data, law)) is not None:
        return f"Enter: {only.label}"
    if one.is_required or one.ask.explicit:
        return ""
    if one.default is not None and one.kind is not Kind.GATE:
        default = {True: "yes", False: "no"}.get(one.default, str(one.default)) if isinstance(one.default, bool) else str(one.default)
        return f"Enter: {default}"
    return "= takes what is offered; Enter twice passes it over" if offered else "Enter passes it over"
