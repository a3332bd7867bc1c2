"""Judges of Word files that are not ours; a test skips where one is not there, or must have it."""

from __future__ import annotations

import json
import os
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import pytest


def missing(what: str) -> NoReturn:
    """Skips for want of a judge; where judges are required, that is a failure."""
    if os.environ.get("DRAFTER_REQUIRE_TOOLS"):
        pytest.fail(f"{what} is required here and is not there")
    pytest.skip(f"{what} is not there")


def audited(file: Path) -> list[str]:
    """What openxml-audit says of a file."""
    if find_spec("openxml_audit") is None:
        missing("openxml-audit")
    from openxml_audit import OpenXmlValidator

    return [
        f"{error.part_uri}: {error.description}" for error in OpenXmlValidator().validate(file).errors
        # neither the standard nor Word asks for the parts that this rule requires
        if not str(error.description).startswith("A required relationship type")
    ]


def validated(file: Path) -> list[str]:
    """What the validator of Microsoft's Open XML SDK says of a file."""
    binary = os.environ.get("OOXML_VALIDATOR_CLI", "")
    if not os.access(binary, os.X_OK):
        missing("the Open XML SDK validator (OOXML_VALIDATOR_CLI)")
    done = subprocess.run([binary, file], capture_output=True, text=True, check=False, timeout=120)
    answer = json.loads(done.stdout)
    if answer["ok"]:
        return []
    return [f"{e.get('path')}: {e.get('description')}" for e in answer.get("errors", [])] or ["not ok"]
