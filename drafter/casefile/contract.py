"""The JSON Schema of the case file, for editors and programs."""

from __future__ import annotations

from typing import Any

from drafter.case import Case
from drafter.case.fact import NARRATIVE_LIMIT
from drafter.casefile.emitter import SCHEMA_AT

Node = dict[str, Any]

_TEXT_FILE: Node = {
    "type": "object",
    "title": "TextFile",
    "description": "A long text that stands in a file of its own.",
    "properties": {
        "file": {
            "type": "string",
            "description": "Name of the file, in the folder of the case file or below.",
            "examples": ["facts.md"],
        }
    },
    "required": ["file"],
    "additionalProperties": False,
}
_YES_NO: Node = {"anyOf": [{"enum": ["yes", "no"]}, {"type": "boolean"}]}
_COUNT: Node = {
    "anyOf": [
        {"type": "integer", "minimum": 0},
        {"type": "string", "pattern": "^(0|[1-9][0-9]{0,8})$"},
    ]
}


def schema() -> Node:
    """The schema of the file as people write it, which is wider than that of the model.

    A date may be written in four forms, yes and no are words, and a text of paragraphs may
    stand in a file of its own.
    """
    whole = Case.model_json_schema()
    whole["$defs"]["TextFile"] = _TEXT_FILE
    written = _written(whole)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_AT,
        **written,
        "title": "Case file of drafter",
    }


def _written(node: Any) -> Any:  # noqa: ANN401, PLR0911 - plain JSON, case by case
    """A node of the model's schema as the file is written."""
    if isinstance(node, list):
        return [_written(item) for item in node]
    if not isinstance(node, dict):
        return node
    said = {key: node[key] for key in ("description", "title", "examples") if key in node}
    match node:
        case {"type": "boolean"}:
            return {**said, **_YES_NO}
        case {"type": "integer"}:
            return {**said, **_COUNT}
        case {"type": "string", "format": "date" | "time"}:
            return {**said, "type": "string"}
        case {"type": "string", "maxLength": limit} if limit == NARRATIVE_LIMIT:
            text = {key: item for key, item in node.items() if key not in said}
            return {**said, "anyOf": [text, {"$ref": "#/$defs/TextFile"}]}
    return {
        key: item if key == "examples" else _written(item)
        for key, item in node.items()
        if key != "default" or not isinstance(item, list | None | bool)
    }
