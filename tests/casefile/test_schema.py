"""The schema tells an editor everything the model knows."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from drafter.case import Case
from drafter.casefile import schema, shape
from drafter.casefile.emitter import plain

SCHEMA = schema()
OBJECTS = {"Case": SCHEMA} | {
    name: node for name, node in SCHEMA["$defs"].items() if "properties" in node
}
PROPERTIES = [
    (owner, name, node)
    for owner, holder in OBJECTS.items()
    for name, node in holder["properties"].items()
]


def test_the_schema_covers_every_model_of_a_case() -> None:
    assert {"Case", "Event", "Statement", "Ask", "NotApplicable", "TextFile"} <= set(OBJECTS)
    assert set(OBJECTS["Case"]["properties"]) == set(Case.model_fields)


@pytest.mark.parametrize(("owner", "name", "node"), PROPERTIES)
def test_every_field_has_a_description_and_an_example(
    owner: str, name: str, node: dict[str, Any]
) -> None:
    assert node.get("description", "").strip(), f"{owner}.{name} has no description"
    assert node.get("examples"), f"{owner}.{name} has no example"


def models(kind: object, seen: set[Any]) -> set[Any]:
    for model in shape.models(kind):
        if model not in seen:
            seen.add(model)
            for name in model.model_fields:
                inside = shape.child(model, name)
                models(inside, seen)
                models(shape.child(inside, 0), seen)
    return seen


def test_every_example_is_one_the_field_takes() -> None:
    for model in models(Case, set()):
        for name, field in model.model_fields.items():
            for one in field.examples or ():
                try:
                    model.model_validate({name: plain(one)})
                except ValidationError as error:
                    wrong = [e for e in error.errors() if e["loc"][:1] == (name,)]
                    assert not wrong, f"{model.__name__}.{name}"


def test_objects_are_closed_and_null_defaults_are_left_out() -> None:
    for node in OBJECTS.values():
        assert node["additionalProperties"] is False
    assert "default" not in OBJECTS["Event"]["properties"]["on"]


def test_the_schema_takes_what_people_write() -> None:
    event, relief = OBJECTS["Event"]["properties"], OBJECTS["Relief"]["properties"]
    assert {"enum": ["yes", "no"]} in event["about"]["anyOf"]
    assert {"type": "string"} in event["on"]["oneOf"]
    assert {"$ref": "#/$defs/TextFile"} in OBJECTS["Statement"]["properties"]["say"]["anyOf"]
    assert {"type": "integer", "minimum": 0} in relief["days"]["oneOf"][0]["anyOf"]
