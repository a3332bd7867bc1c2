"""Which model an agreement is, and which form of it: told by words that only that model has."""

from __future__ import annotations

import datetime as dt
import re

from drafter.law import Law
from drafter.law.records import MoaForm
from drafter.moa.matching import Finder
from drafter.moa.signs import fold

OTHER = "other"
_MARKS: dict[str, tuple[tuple[str, int], ...]] = {
    "task-force": (
        ("287(g) Task Force Model", 4),
        ("This MOA describes the complaint procedures available to members of the public", 1),
        ("pass examinations equivalent to those given to ICE officers", 2),
        ("on an oral agreement of the parties", 2),
        ("participating LEA personnel shall contact an ICE supervisor at the time of exercising", 2),
        ("be transported by the LEA on the same day to the relevant ICE detention office", 2),
        ("assigned to various units, teams, or task forces designated by ICE", 2),
        ("for an initial period of two years from the date of the authorization", 2),
        ("the LEA shall remove the designated LEA personnel from the program", 2),
    ),
    "jail-enforcement": (
        ("287(g) Jail Enforcement Model", 4),
        ("delegated authorities under the Jail Enforcement Model (JEM) Program", 3),
        ("ICE retains sole discretion in determining how it will manage its limited resources", 2),
        ("identifying and processing removable aliens who have been arrested and booked", 3),
        ("complete delegation of immigration authority training provided by ICE", 2),
        ("ICE will conduct a background investigation and make an eligibility determination", 2),
        ("authority to interrogate any person detained in the participating law enforcement", 2),
        ("must notify ICE of any immigration detainer issued under the authority conferred", 2),
    ),
    "warrant-service": (
        ("Warrant Service Officer Program", 4),
        ("Warrant Service Officer Model", 4),
        ("promote public safety by facilitating the custodial transfer of specific aliens", 3),
        ("personnel are only delegated the two authorities listed below", 3),
        ("ICE reserves the right to conduct an independent background check for each candidate", 2),
        ("designed to facilitate the custodial transfer of designated aliens", 2),
        ("by annotating on the Warrant for Arrest of Alien or the Warrant of Removal", 2),
        ("may be withdrawn at any time and for any reason by ICE and must be memorialized", 2),
    ),
}
_FILE_NAMES = {
    "task-force": r"(?<![a-z])tfm(?![a-z])|task.?force",
    "jail-enforcement": r"(?<![a-z])jem(?![a-z])|jail.?enforcement",
    "warrant-service": r"(?<![a-z])wso(?![a-z])|warrant.?service",
}
_OPENING = 6_000  # signs in which a title counts
_ENOUGH = 2


def model_of(finder: Finder) -> str:
    """The model by its marks: the one with most weight, if it has enough and no equal."""
    weights = {model: _weight(finder, marks) for model, marks in _MARKS.items()}
    first, second = sorted(weights, key=lambda model: -weights[model])[:2]
    if weights[first] >= _ENOUGH and weights[first] > weights[second]:
        return first
    return OTHER


def model_named(name: str) -> str:
    """The model that a file's name tells, for a paper without text; ``other`` if none."""
    plain = name.casefold()
    told = [
        model
        for model, pattern in _FILE_NAMES.items() if re.search(pattern, plain)
    ]
    return told[0] if len(told) == 1 else OTHER


def _weight(finder: Finder, marks: tuple[tuple[str, int], ...]) -> int:
    weight = 0
    for words, value in marks:
        if len(fold(words)) < 30:  # a title is exact, and at the head of the paper
            at = finder.script.signs.find(fold(words))
            weight += value if 0 <= at < _OPENING else 0
        elif finder.first(words) is not None:
            weight += value
    return weight


def form_of(
    model: str, revision: dt.date | None, finder: Finder, law: Law
) -> MoaForm | None:
    """The form of that model with this footer date; else the nearest.

    A form with a footer date is nearest to a paper with one, and an older form to a paper
    without. Among equals the one that has most of its words in the paper is taken.
    """
    forms = [form for form in law.moa_forms.values() if form.model == model]
    exact = [form for form in forms if revision is not None and revision in form.revisions]
    dated = [form for form in forms if bool(form.revisions) == (revision is not None)]
    choice = exact or dated or forms
    return max(choice, key=lambda form: _held(finder, form), default=None)


def _held(finder: Finder, form: MoaForm) -> int:
    return sum(fold(clause.operative) in finder.script.signs for clause in form.clauses)
