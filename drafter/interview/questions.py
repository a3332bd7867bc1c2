"""From the model of a case to an agenda: the questions in order, as the facts so far have it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from drafter.case import Case, MatterPart, Source, Statement
from drafter.casefile import shape
from drafter.casefile.crossrefs import target
from drafter.interview.conditions import Setting
from drafter.interview.plan import PLAN, SECTIONS, TOP, Ask, Section
from drafter.interview.tree import Path, get, is_given, items
from drafter.law import Law


class Kind(Enum):
    """What an answer is."""

    LINE = auto()
    TEXT = auto()
    ID = auto()
    DAY = auto()
    CLOCK = auto()
    COUNT = auto()
    YES_NO = auto()
    CHOICE = auto()
    REFERENCE = auto()
    REFERENCES = auto()
    SOURCES = auto()
    TEXTS = auto()
    STATEMENTS = auto()
    ITEMS = auto()
    GATE = auto()

    @property
    def is_list(self) -> bool:
        """Whether items are added, moved and deleted."""
        return self in {Kind.TEXTS, Kind.STATEMENTS, Kind.ITEMS}

    @property
    def is_text(self) -> bool:
        """Whether the answer is a person's own words."""
        return self in {Kind.LINE, Kind.TEXT, Kind.TEXTS, Kind.STATEMENTS}

    @property
    def is_long(self) -> bool:
        """Whether the answer may be paragraphs."""
        return self in {Kind.TEXT, Kind.TEXTS, Kind.STATEMENTS}


@dataclass(frozen=True, slots=True)
class Question:
    """One field of the case, to be asked.

    Args:
        path: where the answer stands in the file.
        model: the part of the case that holds the field.
        kind: what an answer is.
        section: where it is asked.
        ask: how it is asked.
    """

    path: Path
    model: type[BaseModel]
    field: str
    kind: Kind
    section: Section
    ask: Ask = dataclasses.field(repr=False)

    @property
    def description(self) -> str:
        """The model's own words on the field, after those on the part that is these words alone."""
        own = self.model.model_fields[self.field].description or ""
        return f"{held.description} {own}" if (held := self._held) else own

    @property
    def examples(self) -> tuple[object, ...]:
        """The model's own examples; of a part that is these words alone, its own."""
        found = (self._held or self.model.model_fields[self.field]).examples or ()
        return tuple(found)

    @property
    def _held(self) -> FieldInfo | None:
        """The field that holds the one sentence whose words are asked for, such as the fact of a venue."""
        if self.model is not Statement or self.field != "say":
            return None
        return _one_sentence(self.item)

    @property
    def takes_ask(self) -> bool:
        """Whether the file may say that the fact is to be asked, or does not apply."""
        return shape.is_fact(shape.expected(self.path))

    @property
    def is_required(self) -> bool:
        """Whether the case cannot be read without it."""
        if isinstance(self.path[-1], int):
            return True
        return bool(self.model.model_fields[self.field].is_required())

    @property
    def default(self) -> object:
        """What the model takes where nothing is said; None where it takes nothing."""
        one = self.model.model_fields[self.field]
        return None if one.is_required() or one.default == () else one.default

    @property
    def target(self) -> str:
        """The kind of thing the answer names, or ""."""
        return target(self.model, self.field)

    @property
    def item(self) -> Path:
        """The part of the case that the field stands in."""
        end = -2 if isinstance(self.path[-1], int) else -1
        return self.path[:end]

    @property
    def title(self) -> str:
        """Where we are, in a few words: ``petitioner 2: residence county``."""
        parts = [_noun(self.item[:n]) for n in range(1, len(self.item) + 1)]
        place = ", ".join(part for part in parts if part)
        models = shape.models(shape.expected(self.path)) if self.kind is Kind.GATE else []
        name = noun(models[0]) if models else field_title(self.model, self.field)
        if isinstance(self.path[-1], int):
            name += f" {self.path[-1] + 1}"
        return f"{place}: {name}" if place else name


def field_title(model: type[BaseModel], field: str) -> str:
    """What a field is called: the model's own title, or its name in the file."""
    return model.model_fields[field].title or field.replace("_", " ")


def noun(model: type[BaseModel]) -> str:
    """What a person calls a part of a case: ``real party``."""
    words: str = re.sub(r"(?<!^)(?=[A-Z])", " ", model.__name__).lower()
    return {"moa": "agreement", "verifier": "one who swears", "matter part": "matter",
            "forum part": "court", "statement": "sentence"}.get(words, words)


def _noun(path: Path) -> str:
    """The word for one step of a path; a list itself has none, its items do."""
    models = shape.models(shape.expected(path))
    if shape.is_list(shape.expected(path)) or not models:
        return ""
    if held := _one_sentence(path):
        return held.title or str(path[-1])
    number = f" {path[-1] + 1}" if isinstance(path[-1], int) else ""
    return noun(models[0]) + number


def _one_sentence(path: Path) -> FieldInfo | None:
    """The field at a path, where it holds one sentence and not a list of them."""
    if not path or isinstance(path[-1], int) or shape.is_list(shape.expected(path)):
        return None
    if shape.models(shape.expected(path)) != [Statement]:
        return None
    holder: type[BaseModel] = shape.models(shape.expected(path[:-1]))[0]
    return holder.model_fields[str(path[-1])]


def kind_of(kind: shape.Expected, names: str) -> Kind | None:  # noqa: PLR0911 - one return for each kind
    """What an answer to a field of this type is; None for a part of a case.

    Args:
        kind: the type that the model expects.
        names: the kind of thing that the field names, or "".
    """
    if shape.is_list(kind):
        inner = shape.child(kind, 0)
        models = shape.models(inner)
        if models:
            special = {Statement: Kind.STATEMENTS, Source: Kind.SOURCES}
            return special.get(models[0], Kind.ITEMS)
        return Kind.REFERENCES if names else Kind.TEXTS
    if shape.models(kind):
        return None
    plain = [shape.bare(branch) for branch in shape.branches(kind)]
    for one, answer in (
        (dt.date, Kind.DAY), (dt.time, Kind.CLOCK), (bool, Kind.YES_NO), (int, Kind.COUNT),
    ):
        if one in plain:
            return answer
    if any(isinstance(one, type) and issubclass(one, Enum) for one in plain):
        return Kind.CHOICE
    if names:
        return Kind.REFERENCE
    if shape.is_narrative(kind):
        return Kind.TEXT
    return Kind.ID if "x-kind" in repr(kind) else Kind.LINE


@cache
def _made_of(
    model: type[BaseModel], name: str
) -> tuple[Kind | None, tuple[type[BaseModel], ...]]:
    """What an answer to a field is, and the parts of a case inside it."""
    expected = shape.child(model, name)
    kind = kind_of(expected, target(model, name))
    inner = shape.child(expected, 0) if kind is not None else expected
    return kind, tuple(shape.models(inner))


@dataclass(slots=True)
class View:
    """What of the case is open to the eye besides the facts themselves.

    Args:
        adding: lists to which an item is being added.
        gates: groups that a person has said exist, before their first field is known.
        tour: parts that are gone through whole, with the fields few cases need.
    """

    adding: set[Path] = dataclasses.field(default_factory=set)
    gates: set[Path] = dataclasses.field(default_factory=set)
    tour: tuple[Path, ...] = ()

    def is_toured(self, path: Path) -> bool:
        """Whether every field at the path is shown."""
        return any(path[: len(one)] == one for one in self.tour)


_APART = frozenset(path for one in SECTIONS for path in one.paths if len(path) > 1)


@dataclass(frozen=True, slots=True)
class _Walk:
    data: object
    law: Law
    view: View
    section: Section

    def top(self, path: Path) -> Iterator[Question]:
        model: type[BaseModel] = Case if len(path) == 1 else MatterPart
        name = str(path[-1])
        ask = TOP.get(name, Ask(name))
        at = Setting(self.data, self.law, path[:-1])
        if self._shown(ask, at, path):
            yield from self._field(model, ask, path)

    def _shown(self, ask: Ask, at: Setting, path: Path) -> bool:
        if ask.own or (ask.when is not None and not ask.when(at)):
            return False
        often = ask.often is not None and ask.often(at)
        return not ask.rare or often or self.view.is_toured(path) or is_given(get(self.data, path))

    def _fields(self, model: type[BaseModel], path: Path) -> Iterator[Question]:
        at = Setting(self.data, self.law, path)
        for ask in PLAN[model]:
            here = (*path, ask.field)
            if here not in _APART and self._shown(ask, at, here):
                yield from self._field(model, ask, here)

    def _field(self, model: type[BaseModel], ask: Ask, path: Path) -> Iterator[Question]:
        kind, inner = _made_of(model, ask.field)
        if kind is None:
            yield from self._group(model, ask, path, inner[0])
            return
        if kind.is_list:
            count = len(items(self.data, path)) + (path in self.view.adding)
            for index in range(count):
                if inner:
                    yield from self._fields(inner[0], (*path, index))
                else:
                    one = (*path, index)
                    yield Question(one, model, ask.field, Kind.TEXT, self.section, ask)
        yield Question(path, model, ask.field, kind, self.section, ask)

    def _group(
        self, model: type[BaseModel], ask: Ask, path: Path, inner: type[BaseModel]
    ) -> Iterator[Question]:
        optional = not model.model_fields[ask.field].is_required()
        given = is_given(get(self.data, path))
        if optional and (not given or path in self.view.tour):
            yield Question(path, model, ask.field, Kind.GATE, self.section, ask)
        if not optional or given or path in self.view.gates:
            yield from self._fields(inner, path)


def agenda(data: object, law: Law, view: View) -> list[Question]:
    """Every question that the case calls for, answered or not, in the order of the plan.

    Args:
        data: the facts as they stand in the file.
        law: what courts, duties and channels there are.
        view: what else is open.
    """
    return [
        question
        for section in SECTIONS
        for path in section.paths
        for question in _Walk(data, law, view, section).top(path)
    ]
