"""What a value of a case becomes in a part of a Word file: escaped words, and tokens.

A token stands for what needs the run around it (italics, brackets, marks, references, tabs);
``page`` replaces it once the whole part is printed. Words are written so that they can never
be read as template code: braces and per cent signs as character references. (docxtpl renders
footnotes once for each section; text of a case would otherwise run as code in the second pass.)
"""

from __future__ import annotations

import re
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TypeAlias

from jinja2 import Undefined

from drafter.errors import RenderError
from drafter.render.ledger import Ledger
from drafter.wording.text import Blank, Cite, Italic, Mark, Ref, Span, Term, Text

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Noncharacters around the number of a token; no text of a case or template may hold them."""

BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
TAB = "\t"



@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a paragraph of the template: its style id, its own list and level or None."""

    style: str
    own: tuple[str | None, int] | None


@dataclass(frozen=True, slots=True)
class Face:
    """The beginning of a run that prints a value: its properties, as XML, or ""."""

    properties: str


Kept: TypeAlias = "str | Italic | Blank | Mark | Ref | Head | Face"
"""What a token may stand for; the only plain text among them is a tab."""

_POSTCODE = re.compile(r" (?=\d{5}(?:-\d{4})?$)")  # at the end of an address: State and code
_REFERENCES = (
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;"), ("'", "&#39;"),
    ("{", "&#123;"), ("}", "&#125;"), ("%", "&#37;"),
)
_REFUSED = re.compile(
    "[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)
_TITLE = re.compile(r"\d+ [A-Z]\.(?:[A-Z]\.)*[A-Z]?[a-z]*\.? (?=§)")
_EXHIBIT = re.compile(r"\bExs?\. (?:[A-Z]{1,2} at (?=\d))?")


@dataclass(slots=True)
class Print:
    """What is gathered while one paper is printed.

    Args:
        ledger: exhibit letters and abbreviations of the paper.
        kept: what the tokens stand for, by their numbers.
    """

    ledger: Ledger
    kept: list[Kept] = field(default_factory=list)

    def keep(self, span: Kept) -> str:
        """Keeps a span and gives the token that stands for it."""
        self.kept.append(span)
        return f"{OPEN}{len(self.kept) - 1}{CLOSE}"


_PRINT: ContextVar[Print] = ContextVar("print")


def printing(current: Print) -> None:
    """Sets what the values printed from now on are gathered in."""
    _PRINT.set(current)


def printed(value: object) -> object:
    """The value of a tag as it goes into the part, escaped; Jinja calls this for each one.

    Raises:
        RenderError: the value has no words (None, yes or no, a list), or holds a character
            that a Word file cannot hold.
    """
    if isinstance(value, Text):
        spans = value.spans
        return escaped(spans[0]) if len(spans) == 1 and type(spans[0]) is str else _joined(spans)
    if isinstance(value, str):
        return escaped(str(value))
    if value is None:
        msg = "a template would print a value that is absent (None)."
        raise RenderError(msg)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, Undefined):
        return str(value)  # raises, and says which name is unknown
    msg = f"a template would print a {type(value).__name__}, which has no words."
    raise RenderError(msg)


def _joined(spans: tuple[Span, ...]) -> str:
    """Spans as they stand in a run: words that touch are escaped together."""
    current = _PRINT.get()
    out: list[str] = []
    words: list[str] = []
    for span in spans:
        if type(span) is str:
            words.append(span)
        elif isinstance(span, Cite):
            words.append(current.ledger.cite(span))
        elif isinstance(span, Term):
            words.append(current.ledger.term(span))
        else:
            if words:
                out.append(escaped("".join(words)))
                words = []
            out.append(current.keep(span))
    if words:
        out.append(escaped("".join(words)))
    return "".join(out)


def escaped(text: str) -> str:
    """Words as they stand in a ``w:t``: escaped, line ends as breaks, tabs as tokens.

    Raises:
        RenderError: a character that a Word file cannot hold; the message has its code point.
    """
    control = not text.isprintable()
    if control:
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
        if bad := _REFUSED.search(text):
            msg = (
                f"a text holds the character U+{ord(bad[0]):04X}, which a Word file cannot hold; "
                "delete it or type it again."
            )
            raise RenderError(msg)
    text = _unbroken(text)
    for sign, reference in _REFERENCES:
        if sign in text:
            text = text.replace(sign, reference)
    if control:
        if "\n" in text:
            text = text.replace("\n", BREAK)
        if "\t" in text:
            text = text.replace("\t", _PRINT.get().keep(TAB))
    return text


def _unbroken(text: str) -> str:
    """No line ends inside a citation, an exhibit and its page, or a State and its post code."""
    if "§" in text or "¶" in text:
        text = _TITLE.sub(_closed, text).replace("§ ", "§\u00a0").replace("¶ ", "¶\u00a0")
    if "Ex. " in text or "Exs. " in text:
        text = _EXHIBIT.sub(_closed, text)
    if text[-5:].isdecimal() and ", " in text:
        text = _POSTCODE.sub("\u00a0", text)
    return text


def _closed(match: re.Match[str]) -> str:
    """A title of the code, or an exhibit and its page, with no space at which a line could end."""
    return match[0].replace(" ", "\u00a0")
