"""One offline page that asks for the facts of a case and gives them back as a JSON case file.

Everything stands in the one file: words, style and script. The page's own policy forbids it to load
or to send anything, so what a client types stays on that computer until it is saved.
"""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.resources import files

from drafter.intake.form import FIXED, Field, form, lists
from drafter.interview.choices import CALLED_BY
from drafter.law import Law


def page(law: Law) -> str:
    """The page as HTML text.

    Args:
        law: what courts, duties and channels there are.
    """
    here = files("drafter.intake")
    script = (here / "page.js").read_text(encoding="utf-8")
    style = (here / "page.css").read_text(encoding="utf-8")
    spec = json.dumps(_spec(law), ensure_ascii=False, separators=(",", ":"))
    spec = spec.replace("<", "\\u003c")  # a text cannot end the element that holds it
    html = (here / "page.html").read_text(encoding="utf-8")
    for mark, text in (
        ("@policy@", f"script-src '{_digest(script)}'; style-src '{_digest(style)}'"),
        ("@style@", style), ("@spec@", spec), ("@script@", script),
    ):
        html = html.replace(mark, text, 1)
    return html


def _digest(text: str) -> str:
    """What a content security policy calls a text by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _spec(law: Law) -> dict[str, object]:
    return {
        "parts": [
            {"id": one.id, "title": one.title, "why": one.why,
             "fields": [_field(field, field.path) for field in one.fields]}
            for one in form(law)
        ],
        "lists": {
            name: [[one.value, one.label] for one in among] for name, among in lists(law).items()
        },
        "calledBy": CALLED_BY,
    }


def _field(field: Field, path: tuple[str | int, ...]) -> dict[str, object]:
    """A field for the script; what is empty or no is left out."""
    said: dict[str, object] = {
        "name": field.name,
        "path": path,
        "title": field.title,
        "help": field.help,
        "example": field.example,
        "kind": field.kind.name.lower() if field.kind is not None else "group",
        "required": field.question.is_required,
        "asks": field.question.takes_ask,
        "rare": field.question.ask.rare,
        "target": field.target,
        "fixed": field.target in FIXED,
        "options": [[one.value, one.label.replace("-", " ")] for one in field.options],
        "default": field.default,
        "noun": field.noun,
        "fields": [_field(one, (one.name,)) for one in field.inside],
    }
    return {key: value for key, value in said.items() if value not in ("", False, [])}
