"""What an intake form asks: the plan of the interview and the fields of the model, as data.

Nothing is worded here. Titles, help and examples are the model's, choices those of the model and of
the law, the order is that of the interview; so a form asks what the interview asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pydantic import BaseModel

from drafter.case import Case, MatterPart
from drafter.casefile import shape
from drafter.casefile.crossrefs import target
from drafter.interview.choices import Choice, choices
from drafter.interview.guidance import example, plain_words
from drafter.interview.plan import PLAN, SECTIONS, TOP, Ask, Section
from drafter.interview.questions import Kind, Question, field_title, kind_of, noun
from drafter.interview.tree import Path
from drafter.law import Law

LEFT_OUT: Mapping[str, str] = MappingProxyType({
    "dismissals": "an attorney answers notes; a client or a colleague has not seen them",
    "questions": "a form has room for a question at each field that can hold one",
})
"""Parts of a case that no form asks for, with the reason. Ids are given by the program."""

FIXED = ("court", "vehicle", "channel", "catalogue duty", "form clause")
"""Kinds of things that the law lists; all others are named in the form itself."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is asked.

    Args:
        question: how the interview asks it; in the path of an item, 0 stands for its number.
        kind: what an answer is; None for a group of fields.
        options: what may be answered, where the model says so.
        noun: what an item, or the group, is called.
        inside: the fields of an item, or of the group.
    """

    question: Question
    kind: Kind | None
    options: tuple[Choice, ...] = ()
    noun: str = ""
    inside: tuple[Field, ...] = ()

    @property
    def path(self) -> Path:
        """Where it stands in the file."""
        return self.question.path

    @property
    def name(self) -> str:
        """Its key in the file."""
        return self.question.field

    @property
    def title(self) -> str:
        """What it is called, in a few words, beginning with a capital."""
        title = field_title(self.question.model, self.name)
        return title[:1].upper() + title[1:]

    @property
    def help(self) -> str:
        """The model's own sentence on it."""
        return plain_words(self.question.description)

    @property
    def example(self) -> str:
        """An example as a person would type it; "" where there is a list to choose from."""
        return "" if self.inside or self.options or self.target else example(self.question, {})

    @property
    def target(self) -> str:
        """The kind of thing that the answer names, or ""."""
        return self.question.target

    @property
    def default(self) -> str:
        """What the model takes where nothing is said, as it is typed; "" where that must be said."""
        value = self.question.default
        if self.question.ask.explicit or value is None:
            return ""
        return ("yes" if value else "no") if isinstance(value, bool) else str(value)


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the form, with what it asks."""

    id: str
    title: str
    why: str
    fields: tuple[Field, ...]


def form(law: Law) -> tuple[Part, ...]:
    """The whole form, in the order of the interview.

    Args:
        law: what courts, duties and channels there are.
    """
    return tuple(
        Part(one.id, one.title, one.why, tuple(_top(one, law))) for one in SECTIONS
    )


def lists(law: Law) -> dict[str, tuple[Choice, ...]]:
    """What may be chosen for each kind of thing that the law lists."""
    clauses = tuple(
        Choice(one.id, f"{one.section} {one.heading}".strip() + f" ({form.model.replace('-', ' ')})")
        for form in law.moa_forms.values() for one in form.clauses
    )
    return {
        "court": tuple(Choice(one.id, one.name) for one in law.forums.values()),
        "vehicle": tuple(Choice(one, one.replace("-", " ")) for one in sorted(
            {vehicle for each in law.forums.values() for vehicle in each.vehicles})),
        "channel": (*(Choice(one.id, one.name) for one in law.remedies.values()),
                    Choice("other", "another channel")),
        "catalogue duty": tuple(Choice(one.id, one.label) for one in law.duties.values()),
        "form clause": clauses,
    }


def _top(section: Section, law: Law) -> Iterator[Field]:
    for path in section.paths:
        name = str(path[-1])
        if name not in LEFT_OUT:
            model: type[BaseModel] = Case if len(path) == 1 else MatterPart
            yield _field(model, TOP.get(name, Ask(name)), path, section, law)


def _field(model: type[BaseModel], ask: Ask, path: Path, section: Section, law: Law) -> Field:
    expected = shape.expected(path)
    is_list = shape.is_list(expected)
    kind = kind_of(expected, target(model, ask.field))
    question = Question(path, model, ask.field, kind or Kind.GATE, section, ask)
    inner = shape.models(shape.child(expected, 0) if is_list else expected)
    if not inner:
        options = choices(question, {}, law) if kind in {Kind.CHOICE, Kind.YES_NO} else ()
        return Field(question, kind, options)
    apart = {one for each in SECTIONS for one in each.paths if len(one) > 1}
    at: Path = (*path, 0) if is_list else path
    return Field(question, kind, noun=noun(inner[0]), inside=tuple(
        _field(inner[0], one, (*at, one.field), section, law)
        for one in PLAN[inner[0]] if not one.own and (*at, one.field) not in apart
    ))
