"""The text fields of a sample: where in a case a person may write what they like."""

from __future__ import annotations

import copy
import io
import json
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml import etree

from drafter.casefile import loads
from drafter.casefile.loading import parse
from drafter.cli.samples import sample_files
from drafter.drafting import Draft, draft
from drafter.errors import CaseFileError
from drafter.law import load_law
from tests.drafts import AS_OF

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Path = tuple[str | int, ...]


@cache
def sample_data(sample: str) -> dict[str, Any]:
    """A sample as plain data."""
    file = sample_files()[sample]
    data = parse(file.read_text(encoding="utf-8"), file.name).data
    assert isinstance(data, dict)
    return data


def leaves(data: object, path: Path = ()) -> Iterator[Path]:
    """Where each text of a case stands."""
    match data:
        case dict():
            for key, value in data.items():
                yield from leaves(value, (*path, key))
        case list():
            for n, value in enumerate(data):
                yield from leaves(value, (*path, n))
        case str():
            yield path
        case _:
            return


def placed(data: dict[str, Any], values: dict[Path, str]) -> dict[str, Any]:
    """The case with other texts in some places."""
    made = copy.deepcopy(data)
    for path, value in values.items():
        here: Any = made
        for step in path[:-1]:
            here = here[step]
        here[path[-1]] = value
    return made


def dotted(path: Path) -> str:
    """A place as messages name it."""
    return ".".join(map(str, path))


def load_data(data: dict[str, Any]) -> Any:  # noqa: ANN401 - Loaded, which needs no import here
    """A case out of plain data; told of as ``case``."""
    return loads(json.dumps(data), "case", load_law(), folder=sample_files()["half-known"].parent)


def drafted(data: dict[str, Any]) -> Draft:
    """The packet of plain data."""
    return draft(load_data(data).case, load_law(), AS_OF)


@cache
def text_fields(sample: str) -> tuple[Path, ...]:
    """The fields of a sample that take any text."""
    data, found = sample_data(sample), []
    for path in leaves(data):
        try:
            load_data(placed(data, {path: "Any Words, whatever (7)"}))
        except CaseFileError:
            continue
        found.append(path)
    return tuple(found)


def printed(data: bytes, part: str = "") -> Iterator[str]:
    """The text of each paragraph in one or each part of a Word file, read without this program."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name == part or (not part and name.startswith("word/") and name.endswith(".xml")):
                root = etree.fromstring(archive.read(name))
                for paragraph in root.iter(f"{W}p"):
                    yield "".join(
                        (one.text or "") if one.tag == f"{W}t" else " "
                        for one in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")
                    )


_SAME = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " ", "–": "-"})


def plain(text: str) -> str:
    """A text without spaces, with straight quotation marks and short dashes: what typography may change."""
    return re.sub(r"\s+", "", text.translate(_SAME))
