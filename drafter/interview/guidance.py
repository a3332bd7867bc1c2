"""What the program says beside its questions: why it asks, help, notes, and the writ's reach."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping
from copy import deepcopy
from types import MappingProxyType

from pydantic import ValidationError

from drafter.case import Case
from drafter.casefile import shape
from drafter.checks import Note, Severity, run_checks
from drafter.checks.matter import Matter
from drafter.interview.choices import MOST_SHOWN, choices, cites, suggestion
from drafter.interview.conditions import on_agreement
from drafter.interview.moves import ALL_MOVES
from drafter.interview.plan import SECTIONS, Section
from drafter.interview.questions import Kind, Question, noun
from drafter.interview.tree import Path, dotted, get, is_given
from drafter.law import Law
from drafter.wording.dates import FORMS

MOST_NOTES = 4
"""Notes shown at the end of a section; the rest is counted."""

MOST_LISTED = 40
"""Choices that help lists; of more, such as the courts, one types part of the name."""

CORNERSTONES: Mapping[Path, str] = MappingProxyType({
    ("petitioners",): "Somebody must ask for the writ: type add for the first.",
    ("respondents",): "The writ must be directed to somebody: type add for the first.",
    ("duties",): "Without a duty there is nothing to compel: type add for the first.",
    ("events",): "The paper tells its facts from this list: type add for the first.",
    ("relief",): "Without relief the prayer is empty: type add for the first.",
})
"""Lists without which no paper can be filed, and what to do at each."""

_KEYED = re.compile(r"\(`[^`]*`\)")
_IDS_OF = re.compile(r"\bIds? of (?:the )?")
_REACH = ("PAR002", "PAR007", "JUR015", "DUT009")
"""Checks on whether this court's writ can reach these respondents for this duty."""

_WAITS_FOR = {"EXH": "remedies", "DEM": "demands", "REL": "relief", "JUR": "petitioners",
              "EVI002": "exhibits", "EVI015": "others", "JUR007": "harms", "JUR008": "harms"}
"""Checks, and families of them, that look at facts asked later than the field they point at."""

_FORMS = {
    Kind.DAY: f"Forms of a date: {FORMS}. The month comes first.",
    Kind.CLOCK: "Forms of a time: 10:20 a.m. or 13:20.",
    Kind.REFERENCES: "Type numbers or names with commas between them, or all.",
    Kind.SOURCES: "Type numbers with pages: 1 at 2-3; 4. A new exhibit: +Jail log at 7.",
    Kind.STATEMENTS: "Whole sentences, as they are to be printed. [?label] makes a blank, [#id] the "
    "number of another paragraph.",
}


def partial_case(data: object, law: Law) -> Case | None:
    """The case as far as it goes: items that are not whole yet are left out.

    Returns:
        None where not even court and id are known.
    """
    facts = deepcopy(data)
    if get(facts, ("forum", "court")) not in law.forums:
        return None
    for _ in range(60):
        try:
            return Case.model_validate(facts)
        except ValidationError as error:
            paths = [shape.clean(one["loc"]) for one in error.errors(include_url=False)]
            if () in paths:  # ids that are used twice
                return None
            if not all(_left_out(facts, path) for path in sorted(paths, key=_from_end)):
                return None
    return None


def _from_end(path: Path) -> tuple[str, ...]:
    """Later items first, so that earlier ones keep their numbers."""
    return tuple(f"{9999 - step:04}" if isinstance(step, int) else step for step in path)


def _left_out(facts: object, path: Path) -> bool:
    """Takes out the smallest part around a fault that can be missed; an id is lent."""
    if path[-1] == "id" and isinstance(item := get(facts, path[:-1]), dict) and "id" not in item:
        models = shape.models(shape.expected(path[:-1]))
        number = path[-2] + 1 if isinstance(path[-2], int) else 1
        item["id"] = f"{noun(models[0]).replace(' ', '-')}-{number}"
        return True
    for end in range(len(path), 0, -1):
        holder, step = get(facts, path[: end - 1]), path[end - 1]
        if isinstance(holder, list) and isinstance(step, int) and step < len(holder):
            del holder[step]
            return True
        if isinstance(holder, dict) and step in holder and not shape.is_required(path[:end]):
            del holder[step]
            return True
    return False


def notes_on(data: object, law: Law, as_of: dt.date) -> tuple[Note, ...]:
    """What the checks say of the case as far as it goes; nothing while it has no court."""
    case = partial_case(data, law)
    if case is None:
        return ()
    return tuple(n for n in run_checks(Matter(case, law, as_of)) if n.dismissed is None)


def section_notes(section: Section, notes: tuple[Note, ...]) -> list[Note]:
    """The notes that a person can do something about once a section is done."""
    return [
        note for note in notes
        if note.severity is not Severity.INFO and _told_after(note) == section.id
    ]


def _told_after(note: Note) -> str:
    """The section at whose end a note is told: where its field is asked, or what it waits for."""
    order = [one.id for one in SECTIONS]
    asked = [
        (len(path), one.id) for one in SECTIONS for path in one.paths
        if f"{note.field}.".startswith(f"{dotted(path)}.")
    ]
    own = max(asked)[1] if asked else order[-1]
    return max(own, _WAITS_FOR.get(note.id) or _WAITS_FOR.get(note.id[:3], own), key=order.index)


def reach_notes(notes: tuple[Note, ...]) -> list[Note]:
    """The notes on whether the writ reaches the respondents."""
    return [note for note in notes if note.id in _REACH]


def kind_lines(data: object, law: Law) -> list[str]:
    """Which court a matter of this kind usually goes to, said before the court is asked for."""
    kind = law.kinds.get(str(get(data, ("matter", "kind"))))
    if kind is None or not kind.vehicles or is_given(get(data, ("forum", "court"))):
        return []
    usual = " or ".join(f"a {_paper(one)}" if not one.startswith("a") else f"an {_paper(one)}"
                        for one in kind.vehicles)
    reach = {
        "federal": "A federal court's mandamus reaches federal officers only.",
        "state": "The writ of a State's court reaches state and local officers only.",
    }
    said = [words for start, words in reach.items() if any(one.startswith(start) for one in kind.vehicles)]
    return [" ".join((f"Such a matter is usually brought by {usual}.", *said))]


def vehicle_lines(data: object, law: Law) -> list[str]:
    """Which paper this court calls for and whom its writ reaches, and whether the kind is usually brought so."""
    forum = law.forums.get(str(get(data, ("forum", "court"))))
    if forum is None:
        return []
    vehicle = str(get(data, ("matter", "vehicle")) or forum.vehicle)
    if vehicle.startswith("appellate"):
        return [f"In this court the paper is an {_paper(vehicle)}. Its writ is directed to the court below."]
    reach = (
        "Its mandamus reaches officers and agencies of the United States, not state or local ones."
        if forum.system == "federal"
        else "Its writ reaches state and local officers, not federal ones."
    )
    kind = law.kinds.get(str(get(data, ("matter", "kind"))))
    other = (
        f" A matter of this kind is usually brought by a {_paper(kind.vehicles[0])}; < goes back to the court."
        if kind is not None and kind.vehicles and vehicle not in kind.vehicles
        and not (vehicle.startswith("federal") and kind.vehicles[0].startswith("federal")) else ""
    )
    return [f"In this court the paper is a {_paper(vehicle)}. {reach}{other}"]


def _paper(vehicle: str) -> str:
    """``federal-complaint`` as people say it."""
    name = vehicle.replace("-", " ")
    return f"{name} petition" if name == "federal naturalization" else name


def plain_words(description: str) -> str:
    """A description as a person who types no ids needs it: names are chosen from a list."""
    said = _KEYED.sub("", description).replace(" .", ".").replace(" ,", ",")
    said = _IDS_OF.sub("", said).replace("not_applicable", "not applicable")
    return said[:1].upper() + said[1:]


def help_lines(question: Question, data: object, law: Law, *, note: str = "") -> list[str]:
    """Help on a question: what it is, an example, the law behind it, and the moves."""
    lines = [plain_words(question.description), f"Why: {question.section.why}"]
    among = choices(question, data, law)
    if shown := example(question, data):
        label = next((one.label for one in among if one.value == shown), shown)
        lines.append(f"Example: {label}" if label == shown else f"Example: {label}; a part of the name is enough")
    if question.kind in _FORMS:
        lines.append(_FORMS[question.kind])
    if offered := suggestion(question, data, law):
        name = next((one.label for one in among if one.value == offered), offered)
        lines.append(f"Offered (type = to take it): {name}")
    if MOST_SHOWN < len(among) <= MOST_LISTED:
        lines += ["To choose from:", *(f"  {one.line}" for one in among)]
    behind = cites((*_of_duty(question, data, law), *question.section.law), law)
    lines += [f"Law: {one}" for one in behind[:3]]
    if note:
        lines.append(f"Your note for the attorney: {note}")
    return [*lines, "", *ALL_MOVES]


def _of_duty(question: Question, data: object, law: Law) -> tuple[str, ...]:
    if question.model.__name__ != "Duty":
        return ()
    entry = law.duties.get(str(get(data, (*question.item, "catalogue"))))
    return entry.authorities if entry is not None else ()


def example(question: Question, data: object) -> str:
    """The model's example as a person would type it.

    A field may have two: the first of a matter that turns on an agreement, the second of another.
    """
    other = is_given(get(data, ("matter", "kind"))) and not on_agreement(data)
    found: object = next(iter(question.examples[1:] if other else ()), next(iter(question.examples), None))
    while isinstance(found, list | dict) and found:
        if isinstance(found, dict):
            key = next((name for name in ("say", "name", "title", "step", "words") if name in found), "")
            found = found[key] if key else next(reversed(found.values()))
        elif all(isinstance(one, str) for one in found):
            found = ", ".join(found)
        else:
            found = found[0]
    return str(found) if found is not None else ""


def told(notes: list[Note]) -> list[str]:
    """Notes in plain words; nobody is blamed for them."""
    if not notes:
        return []
    said = ["Worth a look when you can (nothing is wrong with your typing):"]
    times = Counter((note.id, note.message) for note in notes)
    shown = list({(note.id, note.message): note for note in notes}.values())
    for note in shown[:MOST_NOTES]:
        whose = "before filing" if note.severity is Severity.STOP else "for the attorney"
        count = times[note.id, note.message]
        often = f", {count} times" if count > 1 else ""
        said.append(f"- {note.message} ({whose}{often})")
    if len(shown) > MOST_NOTES:
        said.append(f"- and {len(shown) - MOST_NOTES} more; drafter check shows all of them.")
    return said
