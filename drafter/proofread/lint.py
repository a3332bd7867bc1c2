"""The tags of a template against the types of the words it will be given.

A hurt tag is named by paragraph and nearest known name before any case meets it; and what
the words hold but no template prints is reported, for a fact nobody prints need not be asked.
"""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, get_args, get_origin, get_type_hints

from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from drafter.render.environment import environment
from drafter.render.names import W
from drafter.render.preflight import PARSER, inspected

_PART = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_KIND = re.compile(r"\{%-?\s*(?:p|tr|tc|r)\s|\{\{\s*r\s(?!\w*\s*\()")
_LOOP = frozenset({"first", "last", "index", "index0", "length"})


@dataclass(slots=True)
class Report:
    """What the lint found: problems, and fields that are never printed."""

    problems: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)


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
    used: set[tuple[str, str]] = set()
    parts = inspected(data, name)
    for part in sorted(p for p in parts if _PART.fullmatch(p)):
        text = _text(parts[part])
        where = part.removeprefix("word/").removesuffix(".xml")
        try:
            tree = environment().parse(text)
        except TemplateSyntaxError as error:
            report.problems.append(f"{name}, {where} line {error.lineno}: {error.message}")
            continue
        _Walk(f"{name}, {where}", context, report, used).visit(tree, {})
    report.unused = [
        f"{context.__name__}.{one.name}" for one in dataclasses.fields(context)
        if (context.__name__, one.name) not in used
    ]
    return report


def _text(part: bytes) -> str:
    """The words of a part, one line for each paragraph, tags as plain Jinja."""
    root = etree.fromstring(part, PARSER)
    lines = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p")]
    return "\n".join(_KIND.sub(lambda m: m[0][:2] + " ", line) for line in lines)


_Scope = Mapping[str, Any]


class _Walk:
    def __init__(
        self, where: str, context: type, report: Report, used: set[tuple[str, str]]
    ) -> None:
        self._where = where
        self._context = context
        self._report = report
        self._used = used

    def visit(self, node: nodes.Node, scope: _Scope) -> None:
        """Follows every name of a node, and of the nodes in it, to its type."""
        if isinstance(node, nodes.For):
            self._resolve(node.iter, scope)
            item = _item(self._resolve(node.iter, scope, quiet=True))
            inner = dict(scope) | {"loop": "loop"}
            if isinstance(node.target, nodes.Name):
                inner[node.target.name] = item
            for child in (*node.body, *node.else_):
                self.visit(child, inner)
            return
        if isinstance(node, nodes.Getattr | nodes.Name | nodes.Getitem):
            self._resolve(node, scope)
            return
        for child in node.iter_child_nodes():
            self.visit(child, scope)

    def _resolve(self, node: nodes.Node, scope: _Scope, *, quiet: bool = False) -> Any:  # noqa: ANN401 - a type
        match node:
            case nodes.Name(name=name):
                if name in scope:
                    return scope[name]
                return self._member(self._context, name, node.lineno, quiet=quiet)
            case nodes.Getattr(node=parent, attr=attr):
                owner = self._resolve(parent, scope, quiet=quiet)
                if owner == "loop":
                    if attr not in _LOOP and not quiet:
                        self._say(node.lineno, f"loop has no '{attr}'")
                    return None
                return self._member(owner, attr, node.lineno, quiet=quiet)
            case _:
                for child in node.iter_child_nodes():
                    self._resolve(child, scope, quiet=quiet)
                return None

    def _member(self, owner: Any, name: str, line: int, *, quiet: bool) -> Any:  # noqa: ANN401 - a type
        if owner is None or get_origin(owner) is dict or owner in {str, bool, int}:
            return None
        if not dataclasses.is_dataclass(owner) or not isinstance(owner, type):
            return None
        hints = get_type_hints(owner)
        if name in hints:
            self._used.add((owner.__name__, name))
            return hints[name]
        if isinstance(getattr(owner, name, None), property):
            return None
        if not quiet:
            close = get_close_matches(name, hints, n=1)
            hint = f"; did you mean '{close[0]}'?" if close else ""
            self._say(line, f"{owner.__name__} has no '{name}'{hint}")
        return None

    def _say(self, line: int, words: str) -> None:
        sentence = f"{self._where} paragraph {line}: {words}"
        if sentence not in self._report.problems:
            self._report.problems.append(sentence)


def _item(container: Any) -> Any:  # noqa: ANN401 - a type
    if get_origin(container) in {tuple, list} or isinstance(container, types.GenericAlias):
        return get_args(container)[0]
    return None


