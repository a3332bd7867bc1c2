"""The tags of a template against the types of the words it will be given.

A hurt tag is named by paragraph and nearest known name before any case meets it; a list, a
yes-or-no or a group of words cannot be printed, and that is said here too; and what the words
hold but no template prints is reported, for a fact nobody prints need not be asked.
"""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from drafter.render.environment import LOOP, environment
from drafter.render.names import FILLED, W
from drafter.render.preflight import PARSER, inspected
from drafter.render.tags import plain_tags, tag_problems
from drafter.wording.text import Text

_PLAIN = (str, int, Text)

_Type: TypeAlias = Any
"""A type as it stands in a hint, "loop" for Jinja's own, None where nothing is known."""


@dataclass(slots=True)
class Report:
    """What the lint found.

    Args:
        problems: one sentence each.
        unused: fields of the words that are never printed.
        printed: where each field is asked for, by the name of its dataclass and its own.
    """

    problems: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    printed: dict[tuple[str, str], list[str]] = field(default_factory=dict)


def lint(data: bytes, name: str, context: type) -> Report:
    """Checks a template's tags against the dataclass of its words.

    Args:
        data: the template.
        name: what messages call it.
        context: the dataclass that will be given to it.

    Raises:
        TemplateError: the file is hurt or unfit for use.
    """
    report = Report()
    parts = inspected(data, name)
    for part in sorted(filter(FILLED.fullmatch, parts)):
        root = etree.fromstring(parts[part], PARSER)
        where = f"{name}, {part.removeprefix('word/').removesuffix('.xml')}"
        if problems := tag_problems(root):
            report.problems += (f"{where} {problem}" for problem in problems)
            continue
        try:
            tree = environment().parse(_text(root))
        except TemplateSyntaxError as error:
            report.problems.append(f"{where} paragraph {error.lineno}: {error.message}")
            continue
        _Walk(where, context, report).visit(tree, {})
    report.unused = [
        one.name for one in dataclasses.fields(context)
        if (context.__name__, one.name) not in report.printed
    ]
    return report


def _text(root: etree._Element) -> str:
    """The words of a part, one line for each paragraph, tags as plain Jinja."""
    return "\n".join(
        plain_tags("".join(t.text or "" for t in p.iter(f"{W}t")).replace("\n", " "))
        for p in root.iter(f"{W}p")
    )


class _Walk:
    """Follows every name of a template to its type."""

    def __init__(self, where: str, context: type, report: Report) -> None:
        self._where = where
        self._context = context
        self._report = report

    def visit(self, node: nodes.Node, scope: Mapping[str, _Type]) -> None:
        """Goes through a node and the nodes in it, with the names of the loops around it."""
        match node:
            case nodes.For():
                container = self._type(node.iter, scope)
                if container is not None and not _is_list(container):
                    self._say(node.lineno, f"{_words(node.iter)} is no list, so it cannot be repeated")
                inner = dict(scope) | {"loop": "loop"}
                if isinstance(node.target, nodes.Name):
                    inner[node.target.name] = _item(container)
                else:
                    inner |= {one.name: None for one in node.target.find_all(nodes.Name)}
                for child in (*node.body, *node.else_):
                    self.visit(child, inner)
            case nodes.Output():
                for child in node.nodes:
                    self._printed(child, scope)
            case nodes.Expr():
                self._type(node, scope)
            case _:
                for child in node.iter_child_nodes():
                    self.visit(child, scope)

    def _printed(self, node: nodes.Expr, scope: Mapping[str, _Type]) -> None:
        kind = self._type(node, scope)
        if kind is None or kind in _PLAIN:
            return
        what = {
            bool: "is yes or no: ask for it with {% if %}", type(None): "is nothing",
        }.get(kind) or (
            "is a list: go through it with {% for %}" if _is_list(kind)
            else "holds several words: name the one to print"
        )
        self._say(node.lineno, f"{_words(node)} {what}")

    def _type(self, node: nodes.Node, scope: Mapping[str, _Type]) -> _Type:
        match node:
            case nodes.Name(name=name):
                return scope[name] if name in scope else self._member(self._context, name, node)
            case nodes.Getattr(attr=name):
                return self._member(self._type(node.node, scope), name, node)
            case nodes.Getitem():
                container = self._type(node.node, scope)
                if container in {str, int, bool}:
                    self._say(node.lineno, f"{_words(node.node)} is no list and has no items")
                return container if isinstance(node.arg, nodes.Slice) else _item(container)
            case nodes.Filter() | nodes.CondExpr():
                return self._made(node, scope)
            case nodes.Const(value=value):
                return type(value)
            case _:
                for child in node.iter_child_nodes():
                    self._type(child, scope)
                return bool if isinstance(node, nodes.Compare | nodes.Not | nodes.Test) else None

    def _made(self, node: nodes.Filter | nodes.CondExpr, scope: Mapping[str, _Type]) -> _Type:
        """The type of what a filter or an inline condition makes."""
        if isinstance(node, nodes.CondExpr):
            self._type(node.test, scope)
            other = None if node.expr2 is None else self._type(node.expr2, scope)
            return self._type(node.expr1, scope) or other
        kind = None if node.node is None else self._type(node.node, scope)
        if node.name == "upper" and kind is not None and kind is not str:
            self._say(node.lineno, f"upper is for plain words, and {_words(node.node)} is not")
        return int if node.name == "length" else str

    def _member(self, owner: _Type, name: str, node: nodes.Node) -> _Type:
        if owner == "loop":
            if name not in LOOP:
                self._say(node.lineno, f"loop has no '{name}'")
            return None
        owner = _bare(owner)
        if _origin(owner) is not None:
            return get_args(owner)[1] if issubclass(_origin(owner), Mapping) else None
        if owner in {str, int, bool}:
            self._say(node.lineno, f"a plain word has no '{name}'")
        if not isinstance(owner, type) or not dataclasses.is_dataclass(owner):
            return None
        hints = _hints(owner)
        if name in hints:
            place = f"{self._where.rpartition(', ')[2]} {node.lineno}"
            places = self._report.printed.setdefault((owner.__name__, name), [])
            if place not in places:
                places.append(place)
            return _bare(hints[name])
        if not isinstance(getattr(owner, name, None), property):
            close = get_close_matches(name, hints, n=1)
            hint = f"; did you mean '{close[0]}'?" if close else ""
            whose = "this template" if owner is self._context else f"each {_called(owner)}"
            self._say(node.lineno, f"{whose} has no '{name}'{hint}")
        return None

    def _say(self, line: int, words: str) -> None:
        sentence = f"{self._where} paragraph {line}: {words}"
        if sentence not in self._report.problems:
            self._report.problems.append(sentence)


def said(field: tuple[str, str], context: type) -> str:
    """A field of ``Report.printed`` in words: ``title``, or ``name of each party``."""
    owner, name = field
    return name if owner == context.__name__ else f"{name} of each {_spaced(owner)}"


def _called(owner: type) -> str:
    return _spaced(owner.__name__)


def _spaced(name: str) -> str:
    """``ServiceLetter`` as a person says it: ``service letter``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


@lru_cache(maxsize=256)
def _hints(owner: type) -> dict[str, _Type]:
    return get_type_hints(owner)


def _bare(kind: _Type) -> _Type:
    """Without the None of an optional one."""
    if get_origin(kind) in {Union, types.UnionType}:
        kept = [one for one in get_args(kind) if one is not type(None)]
        return kept[0] if len(kept) == 1 else None
    return kind


def _item(container: _Type) -> _Type:
    return _bare(get_args(container)[0]) if _is_list(container) else None


def _is_list(kind: _Type) -> bool:
    origin = _origin(kind)
    return origin is not None and issubclass(origin, Sequence)


def _origin(kind: _Type) -> _Type:
    """What stands before the brackets of a type; typed loosely, for hints may be anything."""
    return get_origin(kind)


def _words(node: nodes.Node | None) -> str:
    """A name as it is written in the tag."""
    return ".".join(_names(node)) or "this"


def _names(node: nodes.Node | None) -> Iterator[str]:
    match node:
        case nodes.Name(name=name):
            yield name
        case nodes.Getattr(attr=attr):
            yield from _names(node.node)
            yield attr
        case _:
            pass
