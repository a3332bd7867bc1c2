"""The case file in hand: its text, the facts in it, and changes that keep what others wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel

from drafter.casefile import shape, update
from drafter.casefile.crossrefs import target
from drafter.casefile.loading import parse
from drafter.errors import CaseFileError
from drafter.interview.answers import free_id, slug
from drafter.interview.choices import called
from drafter.interview.plan import PLAN
from drafter.interview.questions import noun
from drafter.interview.tree import Path as At
from drafter.interview.tree import dotted, get, items, renumbered, undotted

_IDS_TOGETHER = ("events", "demands", "remedies", "harms")
_QUESTIONS: At = ("questions",)
_TARGET_OF = {
    "petitioners": "petitioner", "respondents": "respondent", "duties": "duty",
    "exhibits": "exhibit", "relief": "relief", "clauses": "clause",
}


def own_id(model: type[BaseModel], item: object, number: int, taken: set[str]) -> str:
    """The id that an item is given: made from its name, else from its kind and number.

    Args:
        model: what the item is.
        item: its fields as they stand in the file.
        number: its place in its list, from 0.
        taken: ids that are in use.
    """
    label = called(item)
    is_person = model.__name__ == "Petitioner" and get(item, ("type",)) != "organization"
    wanted = slug(label.split()[-1] if is_person and label else label)
    return free_id(wanted or f"{slug(noun(model))}-{number + 1}", taken)


class Sheet:
    """A case file's text and the facts that stand in it."""

    def __init__(self, text: str, name: str, folder: Path | None = None) -> None:
        """Reads the text.

        Args:
            text: of the case file, YAML or JSON.
            name: the file's name, which says which of the two.
            folder: where text files that it names stand.

        Raises:
            CaseFileError: the text cannot be read at all.
        """
        self.name, self.folder = name, folder
        self.version = 0
        self._put(text)

    def _put(self, text: str) -> None:
        tree = parse(text.removeprefix("\ufeff"), self.name)
        if tree.flaws or not isinstance(tree.data, dict | None):
            lines = [f"{self.name}:{one.line}:{one.column}: {one.sentence}" for one in tree.flaws]
            raise CaseFileError(lines or [f"{self.name}: this is not a case file."])
        self.text = text
        self.version += 1
        self.data: object = tree.data or {}

    def get(self, path: At) -> object:
        """The value at a path, or None."""
        return get(self.data, path)

    def items(self, path: At) -> list[object]:
        """The items of the list at a path."""
        return items(self.data, path)

    def restore(self, text: str) -> None:
        """Goes back to an earlier text."""
        self._put(text)

    def change(self, changes: Mapping[At, object]) -> None:
        """Changes fields and keeps every other line of the file as it is.

        Raises:
            CaseFileError: a change leads nowhere, or a text cannot be held.
        """
        source = self.text or "{}\n"
        self._put(update(source, {dotted(path): value for path, value in changes.items()}))

    def ensure_id(self, item: At, answered: str, model: type[BaseModel]) -> None:
        """Gives an item its id once the fields are known from which it is made.

        Args:
            item: the part of the case that was answered.
            answered: the field that was.
            model: the part's model.
        """
        fields = [ask.field for ask in PLAN.get(model, ())]
        own = next((ask for ask in PLAN.get(model, ()) if ask.own), None)
        if own is None or not isinstance(item[-1:], tuple) or self.get((*item, "id")):
            return
        if fields.index(answered) < fields.index("id") - 1:
            return
        number = item[-1] if isinstance(item[-1], int) else 0
        self.change({(*item, "id"): own_id(model, self.get(item), number, self._taken(item[:-1]))})

    def _taken(self, where: At) -> set[str]:
        parts = [(one,) for one in _IDS_TOGETHER] if where[-1] in _IDS_TOGETHER else [where]
        return {str(get(one, ("id",))) for part in parts for one in self.items(part)}

    def delete(self, where: At, index: int) -> list[str]:
        """Takes out an item, and its name wherever it stood.

        Returns:
            The fields in which it was named.
        """
        gone = get(self.items(where), (index, "id"))
        rest = [one for n, one in enumerate(self.items(where)) if n != index]
        self.change({where: rest or None})
        kind = _TARGET_OF.get(str(where[-1]), "")
        named = [path for path in _naming(self.data, (), str(gone), kind) if kind and gone]
        for path in reversed(named):
            holder = path[:-1]
            is_source = shape.is_list(shape.expected(holder[:-1])) and str(holder[-2:-1]).find("sources") > 0
            self._drop(holder if is_source else path)
        return [dotted(path) for path in named]

    def question_on(self, path: At) -> str:
        """The question for the attorney on a field that cannot hold one itself, or ""."""
        about = dotted(path)
        found = (str(get(one, ("ask",))) for one in self.items(_QUESTIONS) if get(one, ("about",)) == about)
        return next(found, "")

    def put_question(self, path: At, words: str) -> None:
        """Writes such a question into the file, in the place of an older one; without words, takes it out."""
        about = dotted(path)
        kept = [one for one in self.items(_QUESTIONS) if get(one, ("about",)) != about]
        new = [{"about": about, "ask": words, "of": "attorney"}] if words else []
        if kept + new != self.items(_QUESTIONS):
            self.change({_QUESTIONS: kept + new or None})

    def renumber_questions(self, where: At, order: list[int | None]) -> None:
        """Lets these questions follow the items of a list; those on an item that went go with it."""
        old = self.items(_QUESTIONS)
        kept = [
            {**one, "about": dotted(path)}
            for one in old
            if isinstance(one, dict)
            and (path := renumbered(undotted(str(one.get("about", ""))), where, order)) is not None
        ]
        if kept != old:
            self.change({_QUESTIONS: kept or None})

    def _drop(self, path: At) -> None:
        if isinstance(path[-1], int):
            rest = [one for n, one in enumerate(self.items(path[:-1])) if n != path[-1]]
            self.change({path[:-1]: rest or None})
        else:
            self.change({path: None})

    def reorder(self, where: At, order: list[int]) -> None:
        """Puts the items of a list in another order, given by their old numbers."""
        old = self.items(where)
        self.change({where: [old[n] for n in order]})

    def duplicate(self, where: At, index: int) -> int:
        """Puts a copy of an item at the end, with an id of its own; gives its number."""
        count = len(self.items(where))
        value = self.items(where)[index]
        if isinstance(value, dict) and "id" in value:
            value = value | {"id": free_id(str(value["id"]), self._taken(where))}
        self.change({(*where, count): value})
        return count


def _naming(data: object, path: At, wanted: str, kind: str) -> Iterator[At]:
    """Where an id is named, in the order of the file."""
    pairs: list[tuple[str | int, object]] = []
    if isinstance(data, dict):
        pairs = list(data.items())
    elif isinstance(data, list):
        pairs = list(enumerate(data))
    for step, value in pairs:
        here = (*path, step)
        if isinstance(value, dict | list):
            yield from _naming(value, here, wanted, kind)
        elif value == wanted:
            owner = here[:-2] if isinstance(step, int) else here[:-1]
            name = str(here[-2] if isinstance(step, int) else step)
            for model in shape.models(shape.expected(owner)):
                if name in model.model_fields and target(model, name) == kind:
                    yield here
