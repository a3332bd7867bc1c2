"""The one Jinja environment: sandboxed, strict, and no more of the language than a page needs.

A template may name values, loop over them and ask whether they are there. It may not call,
calculate, join, set or include: what is printed is made in ``context``, where it is tested.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter.render.words import printed

_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.And, nodes.Compare, nodes.CondExpr, nodes.Const, nodes.Filter, nodes.For, nodes.Getattr,
    nodes.Getitem, nodes.If, nodes.Name, nodes.Not, nodes.Operand, nodes.Or, nodes.Output,
    nodes.Slice, nodes.TemplateData, nodes.Test, nodes.Tuple,
)
_TESTS = frozenset({"defined"})
LOOP = frozenset({"first", "last", "index", "index0", "length", "revindex"})
"""What a template may ask of ``loop``."""


def _upper(value: object) -> str:
    """Capitals of plain words; a text with italics or brackets in it has its own way to print."""
    if not isinstance(value, str):
        str(value)  # an unknown name says so
        msg = "upper is for plain words"
        raise TypeError(msg)
    return value.upper()


def _length(value: object) -> int:
    if not isinstance(value, tuple | list | dict):
        str(value)
        msg = "length is for lists"
        raise TypeError(msg)
    return len(value)


FILTERS = {"upper": _upper, "length": _length}
"""The filters there are."""


class Environment(ImmutableSandboxedEnvironment):
    """Jinja, cut down; what is not allowed is refused when a template is read."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in _within(tree):
            if wrong := _wrong(node):
                msg = f"{wrong} is not allowed in a template"
                raise TemplateSyntaxError(msg, node.lineno)
        return tree

    def getattr(self, obj: object, attribute: str) -> object:
        """A field of a dataclass or an entry of a mapping, before all that Jinja would try."""
        fields = getattr(type(obj), "__dataclass_fields__", None)
        if fields is not None and attribute in fields:
            return getattr(obj, attribute)
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def _within(tree: nodes.Template) -> Iterator[nodes.Node]:
    """Every node below the root but the plain words between tags, which are nearly all there is."""
    left = list(tree.iter_child_nodes())
    while left:
        node = left.pop()
        yield node
        children = node.nodes if isinstance(node, nodes.Output) else node.iter_child_nodes()
        left.extend(one for one in children if not isinstance(one, nodes.TemplateData))


def _wrong(node: nodes.Node) -> str:
    """The words for what a node may not do; "" for one that is allowed."""
    match node:
        case nodes.Filter(name=name) if name not in FILTERS:
            return f"the filter {name}"
        case nodes.Test(name=name) if name not in _TESTS:
            return f"the test {name}"
        case nodes.Getattr(attr=attr) | nodes.Getitem(arg=nodes.Const(value=attr)) if (
            str(attr).startswith("_")
        ):
            return f"the name {attr}"
        case nodes.For(recursive=True):
            return "a loop in itself"
        case _:
            pass
    return "" if isinstance(node, _ALLOWED) else type(node).__name__.lower()


def environment() -> Environment:
    """A new environment; each template has its own, so that none can change another's."""
    made = Environment(
        autoescape=False,  # printed escapes every value, and more than Jinja would
        undefined=StrictUndefined, finalize=printed,
        optimized=False,  # a template has no constants to fold, and looking for them takes long
    )
    made.globals.clear()
    made.filters.clear()
    made.filters.update(FILTERS)
    return made
