"""Whether every id in a case names something: in the case itself or in the law."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pydantic import BaseModel

from drafter.case import (
    Case,
    Clause,
    Demand,
    Duty,
    Event,
    ForumPart,
    Harm,
    MatterPart,
    Moa,
    Proceeding,
    Quotation,
    Relief,
    Remedy,
    RemedyNotTried,
    Source,
    Verifier,
)
from drafter.casefile import shape
from drafter.casefile.tree import Flaw, Loc, Tree, shown
from drafter.wording.marks import mentions, unclosed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafter.law import Law

_OTHER = "other"
_MOST_NAMED = 12
_PARAGRAPH_PARTS = ("events", "demands", "remedies", "harms")

_TARGETS: Mapping[tuple[type[BaseModel], str], str] = {
    (ForumPart, "court"): "court",
    (Proceeding, "court"): "court",
    (Proceeding, "exhibit"): "exhibit",
    (MatterPart, "vehicle"): "vehicle",
    (Source, "exhibit"): "exhibit",
    (Source, "verification"): "petitioner",
    (Quotation, "exhibit"): "exhibit",
    (Moa, "exhibit"): "exhibit",
    (Clause, "clause"): "form clause",
    (Duty, "catalogue"): "catalogue duty",
    (Duty, "owed_by"): "respondent",
    (Duty, "owed_to"): "petitioner",
    (Duty, "clauses"): "clause",
    (Duty, "presented"): "paragraph",
    (Event, "limit"): "limit",
    (Event, "petitioners"): "petitioner",
    (Demand, "to"): "respondent",
    (Remedy, "channel"): "channel",
    (RemedyNotTried, "channel"): "channel",
    (Harm, "petitioner"): "petitioner",
    (Relief, "actors"): "respondent",
    (Relief, "duties"): "duty",
    (Relief, "rests_on"): "duty",
    (Relief, "alternative_to"): "relief",
    (Verifier, "petitioner"): "petitioner",
    (Verifier, "knows"): "paragraph",
}


def target(model: type[BaseModel], field: str) -> str:
    """The kind of thing that a field names (``exhibit``, ``court``), or "" if it names nothing."""
    return _TARGETS.get((model, field), "")


@dataclass(frozen=True, slots=True)
class _Kind:
    """What may be named by a reference of one kind."""

    ids: frozenset[str]
    noun: str
    where: str  # where a new one would be written, or how the known ones are listed


def broken_references(case: Case, law: Law, tree: Tree, text: str) -> list[Flaw]:
    """A flaw for each reference that names nothing.

    Args:
        case: the case, valid in itself.
        law: what courts, duties, channels and clauses there are.
        tree: where everything stands in the file.
        text: the file's text, to find the line of a ``[#id]`` inside a long value.
    """
    kinds = _kinds(_ids(case), law)
    flaws: list[Flaw] = []
    for loc, target, value in _values(case, ()):
        if target and value not in kinds[target].ids:
            flaws.append(Flaw(*tree.value_place(loc), _unknown(value, kinds[target]), loc))
        for one in mentions(value) if "[#" in value else ():
            if one.id not in kinds["paragraph"].ids:
                nth = value.count("[#", 0, one.start)
                place = _place_of_mark(tree, text, loc, nth)
                flaws.append(Flaw(*place, _unknown(one.id, kinds["paragraph"]), loc))
    return flaws


def loose_references(tree: Tree, law: Law) -> list[Flaw]:
    """A flaw for each reference that names nothing, in a case that is not finished.

    Args:
        tree: the facts so far; what is in the wrong place is left to the model.
        law: what courts, duties, channels and clauses there are.
    """
    kinds = _kinds(_ids_begun(tree.data), law)
    flaws: list[Flaw] = []
    for loc, kind, value in _texts(tree.data, ()):
        wanted = [(kind, value)] if kind else []
        wanted += [("paragraph", one.id) for one in mentions(value)]
        flaws += [
            Flaw(*tree.value_place(loc), _unknown(name, kinds[what]), loc)
            for what, name in wanted if name not in kinds[what].ids
        ]
    return flaws


def _texts(data: object, loc: Loc) -> Iterator[tuple[Loc, str, str]]:
    """Every text of plain data, with its place and the kind of thing that it should name, or ""."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*loc, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*loc, index))
    elif isinstance(data, str):
        field = loc[:-1] if loc and isinstance(loc[-1], int) else loc
        owners = shape.models(shape.expected(field[:-1])) if field else []
        kinds = [target(one, str(field[-1])) for one in owners]
        yield loc, next(filter(None, kinds), ""), data


def doubtful_marks(case: Case, tree: Tree) -> list[Flaw]:
    """Marks that are opened and never closed, and sources that nobody will swear to."""
    doubts: list[Flaw] = []
    swearing = {one.petitioner for one in case.verification}
    unsworn: dict[str, list[Loc]] = {}
    for loc, target, value in _values(case, ()):
        if "[" in value and unclosed(value):
            doubts.append(
                Flaw(
                    *tree.value_place(loc),
                    'holds "[?" or "[#" without the bracket that closes it, and prints as it '
                    "stands; close it, and put no bracket inside.",
                    loc,
                )
            )
        if target == "petitioner" and loc[-1] == "verification" and value not in swearing:
            unsworn.setdefault(value, []).append(loc)
    for value, locs in unsworn.items():
        more = f" and to {len(locs) - 1} more" if len(locs) > 1 else ""
        doubts.append(
            Flaw(
                *tree.value_place(locs[0]),
                f'{shown(value)} is named as one who swears to this{more}, but not under verification, so where '
                f'and how stays blank; "drafter new" asks for it, or add "- petitioner: {value}" there.',
                locs[0],
            )
        )
    return doubts


def repeated_ids(tree: Tree) -> list[Flaw]:
    """The second and later uses of an id, where ids must differ."""
    data = tree.data if isinstance(tree.data, dict) else {}
    groups = [(part,) for part in ("petitioners", "respondents", "duties", "exhibits", "relief")]
    flaws: list[Flaw] = []
    for group in [*groups, _PARAGRAPH_PARTS]:
        first: dict[str, int] = {}
        for part in group:
            items = data.get(part)
            for index, item in enumerate(items if isinstance(items, list) else ()):
                if not isinstance(item, dict) or not isinstance(item.get("id"), str):
                    continue
                loc: Loc = (part, index, "id")
                line, column = tree.value_place(loc)
                name = item["id"].strip()
                if name in first:
                    among = " among " + ", ".join(group) if len(group) > 1 else ""
                    flaws.append(
                        Flaw(
                            line, column,
                            f"the id {shown(name)} is used twice{among}, first on line "
                            f"{first[name]}; give one of the two another id.",
                            loc,
                        )
                    )
                first.setdefault(name, line)
    return flaws


def _ids(case: Case) -> dict[str, frozenset[str]]:
    """The ids that a case gives, by the part that gives them."""
    found = {
        part: frozenset(one.id for one in getattr(case, part))
        for part in ("exhibits", "petitioners", "respondents", "duties", "relief")
    }
    found["clauses"] = frozenset(one.id for one in case.moa.clauses) if case.moa else frozenset()
    return found | {"paragraphs": case.paragraph_ids()}


def _ids_begun(data: object) -> dict[str, frozenset[str]]:
    """The same of a case that is not finished."""
    def ids(*path: str) -> frozenset[str]:
        here = data
        for step in path:
            here = here.get(step) if isinstance(here, dict) else None
        items = here if isinstance(here, list) else []
        return frozenset(str(one["id"]) for one in items if isinstance(one, dict) and one.get("id"))

    found = {
        part: ids(part) for part in ("exhibits", "petitioners", "respondents", "duties", "relief")
    }
    paragraphs = frozenset[str]().union(*(ids(part) for part in _PARAGRAPH_PARTS))
    # A demand has paragraphs of its own on what was asked and, later perhaps, on the answer.
    paragraphs |= {f"{one}-{part}" for one in ids("demands") for part in ("asked", "answer")}
    return found | {"clauses": ids("moa", "clauses"), "paragraphs": paragraphs}


def _kinds(given: Mapping[str, frozenset[str]], law: Law) -> dict[str, _Kind]:
    clauses = given["clauses"]
    form_clauses = frozenset(one.id for form in law.moa_forms.values() for one in form.clauses)
    return {
        "court": _Kind(frozenset(law.forums), "court", "drafter forums lists them"),
        "vehicle": _Kind(
            frozenset(each for one in law.forums.values() for each in one.vehicles), "vehicle",
            "leave it out and the court decides",
        ),
        "catalogue duty": _Kind(
            frozenset(law.duties), "duty in the catalogue", "drafter duties lists them"
        ),
        "form clause": _Kind(
            form_clauses, "clause in the table of forms", "leave it out if no form has it"
        ),
        "channel": _Kind(
            frozenset(law.remedies) | {_OTHER}, "channel", f'write "{_OTHER}" for any other'
        ),
        "exhibit": _Kind(given["exhibits"], "exhibit", "add it under exhibits"),
        "petitioner": _Kind(given["petitioners"], "petitioner", "add it under petitioners"),
        "respondent": _Kind(given["respondents"], "respondent", "add it under respondents"),
        "duty": _Kind(given["duties"], "duty", "add it under duties"),
        "relief": _Kind(given["relief"], "item of relief", "add it under relief"),
        "clause": _Kind(clauses, "clause", "add it under moa, clauses"),
        "limit": _Kind(
            given["duties"] | clauses | frozenset(law.duties) | form_clauses,
            "duty or clause", "add it under duties or under moa, clauses",
        ),
        "paragraph": _Kind(
            given["paragraphs"], "event, demand, remedy or harm", "add it, or write the id of one"
        ),
    }


def _unknown(value: str, kind: _Kind) -> str:
    words = f"there is no {kind.noun} {shown(value)}"
    if close := get_close_matches(value.lower(), kind.ids, n=1, cutoff=0.6):
        return f'{words}; did you mean "{close[0]}"?'
    if 0 < len(kind.ids) <= _MOST_NAMED:
        return f"{words}; there are {', '.join(sorted(kind.ids))} ({kind.where})."
    return f"{words}; {kind.where}."


def _values(part: object, loc: Loc, target: str = "") -> Iterator[tuple[Loc, str, str]]:
    """Every text of a case with its place and the kind of thing that it should name, or ""."""
    if isinstance(part, str):
        yield loc, target, str(part)
    elif isinstance(part, tuple):
        for index, item in enumerate(part):
            yield from _values(item, (*loc, index), target)
    elif isinstance(part, BaseModel):
        for name, value in part:
            if value is not None:
                inside = _TARGETS.get((type(part), name), "")
                yield from _values(value, (*loc, name), inside)


def _place_of_mark(tree: Tree, text: str, loc: Loc, nth: int) -> tuple[int, int]:
    """The line and column of the ``[#`` that is number ``nth`` in the value at ``loc``."""
    line, column = tree.value_place(loc)
    lines = text.splitlines(keepends=True)
    at = sum(len(one) for one in lines[: line - 1]) + column - 1
    for _ in range(nth + 1):
        at = text.find("[#", at) + 1
        if not at:
            return line, column
    before = text[: at - 1]
    return before.count("\n") + 1, at - 1 - (before.rfind("\n") + 1) + 1
