"""What can be chosen for a question, and finding it by number or by part of its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from drafter.case import Capacity, Custody, Knowledge, Level, MoaModel, ReliefKind, VenueProng
from drafter.casefile import shape
from drafter.checks.reading import hears
from drafter.interview.questions import Kind, Question
from drafter.interview.signed import supporting
from drafter.interview.tree import Path, get, items
from drafter.law import Law
from drafter.law.counties import courts_of
from drafter.law.texts import cite_text
from drafter.wording.grammar import series

MOST_SHOWN = 12
"""Choices shown at once; a longer list is searched by typing part of a name."""


_USUAL = "usual in this kind of matter"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen."""

    value: str
    label: str
    about: str = ""
    also: str = ""  # other names by which it is found
    by_name: bool = False  # whether its id need not be known

    @property
    def line(self) -> str:
        """The choice on one line."""
        plain = self.by_name or self.label == self.value or ":" in self.value or not self.value.islower()
        name = self.label if plain else f"{self.label} ({self.value})"
        return f"{name}: {self.about}" if self.about else name

    @property
    def names(self) -> str:
        """All that it is called, in lower case."""
        return f"{self.label} {self.value} {self.also}".lower()


def choices(question: Question, data: object, law: Law) -> tuple[Choice, ...]:
    """What may be answered, or nothing where the answer is free."""
    if question.kind in {Kind.YES_NO, Kind.GATE}:
        return (Choice("yes", "yes"), Choice("no", "no"))
    if question.kind is Kind.CHOICE:
        return tuple(_members(shape.expected(question.path), data, law))
    if question.kind is Kind.SOURCES:
        sworn = (
            Choice(f"verification:{one.value}", f"the sworn statement of {one.label}")
            for one in _named(data, "petitioners")
        )
        return (*sworn, *_named(data, "exhibits"))  # the list grows at its end: a number once seen stays
    if question.path == ("matter", "kind"):
        return tuple(Choice(one.id, one.name, also=one.also) for one in law.kinds.values())
    make = _TARGETS.get(question.target)
    return tuple(make(data, law)) if make is not None else ()


def displayed(among: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The choices that are shown with numbers: of a long list, those that something speaks for."""
    if len(among) <= MOST_SHOWN:
        return among
    found = tuple(one for one in among if one.about)
    return found[:MOST_SHOWN] if len(found) < len(among) else ()


def find(text: str, among: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The choices that a text may mean: one, several, or none.

    Args:
        text: a number of the list, an id, a name, or part of a name.
        among: the choices, in the order in which they were numbered.
    """
    wanted = " ".join(text.lower().split())
    if wanted.isdecimal() and 1 <= int(wanted) <= len(among):
        return (among[int(wanted) - 1],)
    for exact in (
        [one for one in among if wanted == one.value],
        [one for one in among if wanted == one.label.lower()],
    ):
        if exact:
            return (exact[0],)
    words = re.findall(r"[\w-]+", wanted)
    if not words:
        return ()
    begun = [one for one in among if one.value.startswith(wanted)]
    if len(begun) == 1:
        return tuple(begun)
    return tuple(
        one for one in among
        if all(word in f"{one.label} {one.value}".lower() for word in words)
    )


def courts_for(place: str, among: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The courts of a county, for one who knows where a thing happened and not in which district.

    Args:
        place: a county alone, or a county, a comma and its State.
        among: all courts.

    Returns:
        The district courts of the county and the courts of its State; with a State named that the
        table of counties does not divide, the courts of that State; nothing where it means no court.
    """
    county, _, state = place.rpartition(",")
    ids = courts_of(county or state)
    if not county:
        states = {one[:2] for one in ids}
        return tuple(one for one in among if one.value in ids or _state_of(one) in states)
    there = find(state, among)
    kept = tuple(one for one in there if one.value in ids or _state_of(one))
    return kept if any(one.value in ids for one in kept) else there


def _state_of(court: Choice) -> str:
    """The State of a State's court, by the beginning of its id; nothing of a federal court."""
    state, sign, _ = court.value.partition("-")
    return state if sign else ""


_MEANT: tuple[tuple[Enum, str], ...] = (  # pairs: members of two enums with one value are equal as keys
    (Custody.AT_LIBERTY, "was arrested or jailed once, and is free today"),
    (Custody.NEVER, "never arrested or jailed; a stop at the roadside does not count here"),
    (Custody.HELD, "past lawful authority, or by ICE"),
    (Custody.SERVING, "a sentence, or awaiting trial; lawful today"),
    (Level.FEDERAL, "such as ICE, USCIS, a consulate"),
    (Level.STATE, "such as a governor or a State's police"),
    (Level.LOCAL, "such as a sheriff in most States, a county, a city and its police"),
    (Capacity.OFFICIAL, "sued for what the office must do; the usual one"),
    (Capacity.PERSONAL, "sued for money of his or her own"),
    (Knowledge.RECORD, "a paper shows it"),
    (Knowledge.FIRSTHAND, "whoever swears saw or heard it"),
    (Knowledge.BELIEF, "only believed; the paper says on what ground"),
    (ReliefKind.WRIT, "an act that the court orders"),
    (ReliefKind.DECLARATION, "the court says what the law is"),
    (ReliefKind.REPORT, "tell the court in writing what was done"),
    (ReliefKind.RETAIN, "the case stays open until it is done"),
    (ReliefKind.COSTS, "of the suit"),
    (ReliefKind.OTHER, "whatever else, in your words"),
    (VenueProng.DEFENDANT_RESIDES, "an office sued has its seat here"),
    (VenueProng.EVENTS, "it happened here"),
    (VenueProng.PLAINTIFF_RESIDES, "one who sues lives here"),
    (VenueProng.STATE_RULE, "the State's own rule on the place of suit"),
    (MoaModel.TASK_FORCE, "powers used on the street"),
    (MoaModel.JAIL_ENFORCEMENT, "questioning and processing in the jail"),
    (MoaModel.WARRANT_SERVICE, "serving ICE's warrants in the jail"),
    (MoaModel.OTHER, "an older form, or one of its own"),
)
"""What the short words of the case file mean, where a person may not know."""


def _members(kind: shape.Expected, data: object, law: Law) -> Iterator[Choice]:
    for branch in shape.branches(kind):
        plain = shape.bare(branch)
        if isinstance(plain, type) and issubclass(plain, Enum):
            for member in plain:
                if member not in _of_another_court(data, law):
                    about = next((words for one, words in _MEANT if one is member), "")
                    yield Choice(member.value, member.value, about)


def _of_another_court(data: object, law: Law) -> tuple[Enum, ...]:
    """Rules of venue that this court does not know."""
    forum = law.forums.get(str(get(data, ("forum", "court"))))
    if forum is None:
        return ()
    if forum.system == "federal":
        return (VenueProng.STATE_RULE,)
    return tuple(one for one in VenueProng if one is not VenueProng.STATE_RULE)


def _courts(_data: object, law: Law) -> Iterator[Choice]:
    return (Choice(one.id, one.name) for one in law.forums.values())


def _vehicles(data: object, law: Law) -> Iterator[Choice]:
    kind = law.kinds.get(str(get(data, ("matter", "kind"))))
    fit = kind.vehicles if kind is not None else ()
    known = sorted({vehicle for each in law.forums.values() for vehicle in each.vehicles})
    return (
        Choice(one, one, "the usual paper for this kind of matter" if fit[:1] == (one,) else "")
        for one in [*fit, *(each for each in known if each not in fit)]
    )


def _channels(data: object, law: Law) -> Iterator[Choice]:
    """The channels; those that are usual in the kind of matter come first."""
    kind = law.kinds.get(str(get(data, ("matter", "kind"))))
    usual = kind.channels if kind is not None else ()
    for one in sorted(law.remedies.values(), key=lambda each: each.id not in usual):
        yield Choice(one.id, one.name, _USUAL if one.id in usual else "")


def _duties(data: object, law: Law) -> Iterator[Choice]:
    """The duties that this court can hear of; those the agreement's clauses show come first, then usual ones."""
    forum = law.forums.get(str(get(data, ("forum", "court"))))
    shown = _shown_by_agreement(data, law)
    found = [
        one for one in law.duties.values()
        if forum is None or hears(forum, one)
    ]
    kind = law.kinds.get(str(get(data, ("matter", "kind"))))
    usual = kind.duties if kind is not None else ()
    for one in sorted(found, key=lambda each: (each.id not in shown, each.id not in usual)):
        about = (
            f"the agreement says “{shown[one.id]}”" if one.id in shown
            else _USUAL if one.id in usual else ""
        )
        yield Choice(one.id, one.label, about, also=_matters_on(one.id, law))


def _matters_on(duty: str, law: Law) -> str:
    """What people call the matters that usually rest on a duty first: “I-130”, “green card”."""
    return "; ".join(f"{one.name}, {one.also}" for one in law.kinds.values() if one.duties[:1] == (duty,))


def _shown_by_agreement(data: object, law: Law) -> dict[str, str]:
    """Duties that a clause of the signed agreement supports, with its own words."""
    table = {one.id: one for form in law.moa_forms.values() for one in form.clauses}
    shown: dict[str, str] = {}
    for item in items(data, ("moa", "clauses")):
        clause = table.get(str(get(item, ("clause",))))
        words = str(get(item, ("words",)) or "")
        if clause is not None and clause.duty and words:
            shown[clause.duty] = words if len(words) <= 90 else words[:88].rsplit(" ", 1)[0] + " …"
    return shown


def _form_clauses(data: object, law: Law) -> Iterator[Choice]:
    """The clauses of the forms of the agreement's model."""
    model = get(data, ("moa", "model"))
    for form in law.moa_forms.values():
        if form.model == model:
            for one in form.clauses:
                yield Choice(one.id, f"{one.section} {one.heading}".strip(), one.operative)


def _limits(data: object, law: Law) -> Iterator[Choice]:
    yield from _named(data, "duties")
    yield from _clauses(data, law)


def _clauses(data: object, _law: Law) -> Iterator[Choice]:
    return (
        Choice(str(get(one, ("id",))), _called(one))
        for one in items(data, ("moa", "clauses")) if get(one, ("id",))
    )


def _paragraphs(data: object, _law: Law) -> Iterator[Choice]:
    for part in ("events", "demands", "remedies", "harms"):
        yield from _named(data, part)


def _named(data: object, part: str) -> Iterator[Choice]:
    """The items of a list by name; of those that paragraphs are made of, with the id that ``[#id]`` takes."""
    by_name = part in {"petitioners", "respondents", "exhibits", "duties", "relief"}
    return (
        Choice(str(get(one, ("id",))), _called(one), by_name=by_name)
        for one in items(data, (part,)) if get(one, ("id",))
    )


CALLED_BY: tuple[Path, ...] = (
    ("short_title",), ("name",), ("title",), ("heading",), ("office",), ("step",), ("say",),
    ("says", 0, "say"), ("act",), ("asked",), ("catalogue",), ("channel",), ("reason",),
    ("because", "say"), ("petitioner",), ("prong",), ("id",),
)
"""Where the name of an item is looked for, first to last."""


def _called(item: object) -> str:
    return called(item) or str(get(item, ("id",)))


def called(item: object) -> str:
    """What to call an item on a list: its name, title or first words; "" if it has none yet."""
    for path in CALLED_BY:
        value = get(item, path)
        if isinstance(value, str) and value:
            words = " ".join((f"demand that {value}" if path == ("asked",) else value).split())
            return words if len(words) <= 60 else words[:58].rsplit(" ", 1)[0] + " …"
    return ""


_Make = Callable[[object, Law], Iterable[Choice]]

_TARGETS: Mapping[str, _Make] = MappingProxyType({
    "court": _courts,
    "vehicle": _vehicles,
    "channel": _channels,
    "catalogue duty": _duties,
    "form clause": _form_clauses,
    "clause": _clauses,
    "limit": _limits,
    "paragraph": _paragraphs,
    "exhibit": lambda data, _law: _named(data, "exhibits"),
    "petitioner": lambda data, _law: _named(data, "petitioners"),
    "respondent": lambda data, _law: _named(data, "respondents"),
    "duty": lambda data, _law: _named(data, "duties"),
    "relief": lambda data, _law: _named(data, "relief"),
})


def only_choice(question: Question, data: object, law: Law) -> Choice | None:
    """The one thing that an answer can be, where there must be one: Enter takes it."""
    if question.kind not in {Kind.CHOICE, Kind.REFERENCE} or not question.is_required:
        return None
    among = choices(question, data, law)
    return among[0] if len(among) == 1 else None


def _only(among: tuple[Choice, ...]) -> str:
    return among[0].value if len(among) == 1 else ""


def _of_form(wanted: object, field: str, law: Law) -> str:
    """The section or the heading that a clause has on its form."""
    for form in law.moa_forms.values():
        for clause in form.clauses:
            if clause.id == wanted:
                return clause.section if field == "section" else clause.heading
    return ""


def _of_catalogue(question: Question, data: object, law: Law) -> str:
    entry = law.duties.get(str(get(data, (*question.item, "catalogue"))))
    if entry is None or (question.field == "due" and get(data, (*question.item, "act")) != entry.act):
        return ""  # the time of the catalogue's act is no time of an act in one's own words
    text = str(getattr(entry, question.field, ""))
    return text if "{" not in text else ""


def suggestion(question: Question, data: object, law: Law) -> str:
    """What the law or the form of agreement offers as an answer; "" where it offers nothing."""
    match question.model.__name__, question.field:
        case "Clause", "section" | "heading":
            return _of_form(get(data, (*question.item, "clause")), question.field, law)
        case "Duty", "act" | "due" | "statement":
            return _of_catalogue(question, data, law)
        case ("Duty", "owed_by" | "owed_to") | ("Demand", "to") | ("Relief", "actors" | "duties"):
            return _only(choices(question, data, law))
        case "Duty", "clauses":
            return ", ".join(supporting(data, law, str(get(data, (*question.item, "catalogue")) or "")))
        case "Relief", "act":
            return _of_duties(get(data, (*question.item, "duties")), data)
        case _:
            pass  # the law offers nothing
    return ""


def _of_duties(rests: object, data: object) -> str:
    """The acts of the duties on which an item of the prayer rests, in their order; "" where one has none."""
    named = rests if isinstance(rests, list) else []
    acts = [get(duty, ("act",)) for duty in items(data, ("duties",)) if get(duty, ("id",)) in named]
    if not all(isinstance(act, str) for act in acts):
        return ""
    said = list(dict.fromkeys(str(act) for act in acts))
    return series(said).plain


def cites(ids: Iterable[str], law: Law) -> tuple[str, ...]:
    """The citation and proposition of each authority that may be printed."""
    records = (law.authorities.get(one) for one in dict.fromkeys(ids))
    return tuple(
        f"{cite_text(one).plain}: {one.proposition}"
        for one in records if one is not None and one.may_print
    )
