"""The library of the law: reads the TOML beside this file, types it, and checks every id.

A record is as good as its ids. So nothing loads unless every authority, duty, clause and word
that a record names is there, every quotation asked for is held, and no id is used twice.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

import tomli
from pydantic import BaseModel, ValidationError

from drafter.errors import LawError
from drafter.law.districts import district_tables
from drafter.law.law import Law
from drafter.law.links import broken_links
from drafter.law.records import (
    AdverseClause,
    Authority,
    DutyEntry,
    Forum,
    KindEntry,
    MoaForm,
    Participation,
    RemedyEntry,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

_M = TypeVar("_M", bound=BaseModel)
_Table = dict[str, Any]
_COMMON = "common"  # the table whose fields every record of its file starts from


@lru_cache(maxsize=1)
def load_law() -> Law:
    """The law that ships with the program, read once.

    Raises:
        LawError: a record is hurt; the message names file, record and field.
    """
    return read_law(resources.files("drafter.law"))


def read_law(folder: Traversable) -> Law:
    """Reads a folder of records laid out as ``drafter/law``.

    Args:
        folder: holds ``authorities``, ``duties``, ``forums``, ``moa``, ``districts.toml``,
            ``adverse.toml``, ``remedies.toml``, ``kinds.toml`` and
            ``participation.toml``.

    Raises:
        LawError: a file cannot be read, a record does not fit its type, an id is used twice,
            or a record names something that is not there.
    """
    districts = folder / "districts.toml"
    law = Law(
        authorities=_gathered(_folder(folder / "authorities"), Authority),
        duties=_gathered(_folder(folder / "duties"), DutyEntry),
        forums=_gathered(
            [*_folder(folder / "forums"), (districts.name, _districts(districts))], Forum
        ),
        moa_forms=_gathered(_folder(folder / "moa"), MoaForm),
        adverse_clauses=_gathered([_file(folder / "adverse.toml")], AdverseClause),
        remedies=_gathered([_file(folder / "remedies.toml")], RemedyEntry),
        kinds=_gathered([_file(folder / "kinds.toml")], KindEntry),
        participation=_gathered([_file(folder / "participation.toml")], Participation),
    )
    if problem := broken_links(law):
        raise LawError(problem)
    return law


def _folder(folder: Traversable) -> list[tuple[str, _Table]]:
    """The files of a folder in the order of their names."""
    if not folder.is_dir():
        msg = f"the law has no folder {folder.name}; restore drafter/law/{folder.name}."
        raise LawError(msg)
    files = [one for one in folder.iterdir() if one.name.endswith(".toml")]
    return [
        (f"{folder.name}/{one.name}", _toml(one, f"{folder.name}/{one.name}"))
        for one in sorted(files, key=lambda one: one.name)
    ]


def _file(file: Traversable) -> tuple[str, _Table]:
    return file.name, _toml(file, file.name)


def _toml(file: Traversable, name: str) -> _Table:
    try:
        return tomli.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        msg = f"the law has no file {name}; restore drafter/law/{name}."
    except UnicodeDecodeError:
        msg = f"{name} is not UTF-8 text; save it as UTF-8."
    except tomli.TOMLDecodeError as error:
        msg = f"{name} is not TOML: {error}; correct that line."
    raise LawError(msg)


def _districts(file: Traversable) -> _Table:
    try:
        return district_tables(_toml(file, file.name))
    except (KeyError, TypeError, AttributeError) as error:
        msg = (
            f"{file.name} is not laid out as one table each for common, circuits and districts "
            f"({error}); compare it with the README."
        )
        raise LawError(msg) from None


def _gathered(files: list[tuple[str, _Table]], model: type[_M]) -> Mapping[str, _M]:
    """Types the records of some files, each on top of its file's common table."""
    records: dict[str, _M] = {}
    for name, tables in files:
        common = tables.get(_COMMON, {})
        for key, table in tables.items():
            if key == _COMMON:
                continue
            if key in records:
                msg = f'{name}: the id "{key}" is used twice; give one of the two another id.'
                raise LawError(msg)
            records[key] = _record(name, key, common, table, model)
    return MappingProxyType(records)


def _record(name: str, key: str, common: object, table: object, model: type[_M]) -> _M:
    if not isinstance(table, dict) or not isinstance(common, dict):
        msg = f"{name}: {key} is not a table; put its fields under [{key}]."
        raise LawError(msg)
    try:
        return model.model_validate({"id": key} | common | table)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(step) for step in first["loc"]) or "the record"
        msg = f"{name}: {key}, field {field}: {first['msg']}; correct it in drafter/law/{name}."
        raise LawError(msg) from None
