"""The one Jinja environment: sandboxed, strict, and printing only what a paper may hold.

Values are written so that they can never be read as template code: braces and per cent
signs as character references. (docxtpl renders footnotes once for each section; text of a
case would otherwise run as code in the second pass.)
"""

from __future__ import annotations

import dataclasses
import re
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache

from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from drafter.errors import RenderError
from drafter.render.ledger import Ledger
from drafter.wording.text import Blank, Cite, Italic, Mark, Ref, Term, Text

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Noncharacters around the number of a span; the gate refuses both in any text of a case."""

_REFUSED = re.compile(
    "[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)
_KEPT_TOGETHER = re.compile(r"(§§?|¶¶?|\bExs?\.) ")
_BANNED_GLOBALS = ("lipsum", "cycler", "joiner", "namespace", "dict", "range")
_KEPT_FILTERS = frozenset({"upper", "lower", "title", "capitalize", "length", "first", "last",
                           "join", "default", "d", "e", "escape", "count"})


@dataclass(slots=True)
class Print:
    """What is gathered while one paper is printed."""

    ledger: Ledger
    spans: list[Italic | Blank | Mark | Ref | str] = field(default_factory=list)

    def enter(self, span: Italic | Blank | Mark | Ref | str) -> str:
        """Keeps a span and gives the token that stands for it until the tree is built."""
        self.spans.append(span)
        return f"{OPEN}{len(self.spans) - 1}{CLOSE}"


_PRINT: ContextVar[Print] = ContextVar("print")


def printing(current: Print) -> None:
    """Sets what the values printed from now on are gathered in."""
    _PRINT.set(current)


def _finalize(value: object) -> object:
    if isinstance(value, Text):
        # One Markup for the whole text: each costs more than the words it wraps.
        return Markup("".join([_span(span) for span in value.spans]))  # noqa: S704 - escaped there
    if isinstance(value, str) and not isinstance(value, Markup):
        return Markup(_words(value))  # noqa: S704 - likewise
    if isinstance(value, Undefined):
        return str(value)  # raises, and says which name is unknown
    if hasattr(value, "__html__"):
        return value
    if value is None:
        msg = "a template would print a value that is absent (None)."
        raise RenderError(msg)
    if isinstance(value, bool) or not isinstance(value, int):
        msg = f"a template would print a {type(value).__name__}, which has no words."
        raise RenderError(msg)
    return value


def _span(span: str | Italic | Blank | Mark | Ref | Cite | Term) -> str:
    if isinstance(span, str):  # nearly all are
        return _words(span)
    match span:
        case Cite():
            return _words(_PRINT.get().ledger.cite(span))
        case Term():
            return _words(_PRINT.get().ledger.term(span))
        case _:
            return _PRINT.get().enter(span)


def _words(text: str) -> str:
    safe = _escaped(text)
    if "\n" in safe or "\t" in safe:
        current = _PRINT.get()
        safe = safe.replace("\n", current.enter("\n")).replace("\t", current.enter("\t"))
    return safe


@lru_cache(maxsize=8192)
def _escaped(text: str) -> str:
    """Words as XML text; kept, for captions stand in every paper and words of the law in every case."""
    if not text.isprintable():  # what is printable can be held; the test costs a tenth of a pattern
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
        if bad := _REFUSED.search(text):
            msg = (
                f"a text holds the character U+{ord(bad[0]):04X}, which a Word file cannot hold; "
                "delete it or type it again."
            )
            raise RenderError(msg)
    if "§" in text or "¶" in text or "Ex" in text:
        text = _KEPT_TOGETHER.sub("\\1\u00a0", text)
    safe = str(escape(text))
    if "{" in safe or "}" in safe or "%" in safe:
        safe = safe.replace("{", "&#123;").replace("}", "&#125;").replace("%", "&#37;")
    return safe


@lru_cache(maxsize=512)
def _fields_of(kind: type) -> frozenset[str]:
    """The public fields of a dataclass; no field of any other type."""
    if not dataclasses.is_dataclass(kind):
        return frozenset()
    return frozenset(one.name for one in dataclasses.fields(kind) if not one.name.startswith("_"))


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox, without the operators by which a small template makes a huge text."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def getattr(self, obj: object, attribute: str) -> object:
        """A field of our own words is safe to read; anything else goes the sandbox's long way."""
        if attribute in _fields_of(type(obj)):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        if operator != "*" or not (isinstance(left, int) and isinstance(right, int)):
            msg = f"{operator} is not allowed here; write the words out"
            raise SecurityError(msg)
        return super().call_binop(context, operator, left, right)


def environment() -> _Environment:
    """A new environment; each template has its own, so that none can change another's."""
    made = _Environment(autoescape=True, undefined=StrictUndefined, finalize=_finalize)
    for name in _BANNED_GLOBALS:
        made.globals.pop(name, None)
    for name in set(made.filters) - _KEPT_FILTERS:
        del made.filters[name]
    return made
