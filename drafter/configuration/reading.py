"""Finding and reading ``drafter.toml``, and putting two of them together."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import tomli
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from drafter.case.office import Office
from drafter.case.parties import Counsel
from drafter.configuration.settings import InForce, Settings, Value
from drafter.errors import ConfigurationError

FILE_NAME = "drafter.toml"
VARIABLE = "DRAFTER_CONFIG"
_LIMIT = 100_000  # bytes; settings are a page


def places(folder: Path, environment: Mapping[str, str]) -> tuple[Path, ...]:
    """The files that are looked for, the one that goes before the others first.

    Args:
        folder: the folder in which the program runs.
        environment: of the process. ``DRAFTER_CONFIG``, if set, names the only file; empty, no
            file is read, which is how a run is kept free of a person's own settings.
    """
    if VARIABLE in environment:
        only = environment[VARIABLE]
        return (Path(only),) if only else ()
    import platformdirs  # noqa: PLC0415 - not needed where the variable is set

    own = Path(platformdirs.user_config_path("drafter", appauthor=False))
    return (folder / FILE_NAME, own / FILE_NAME)


def settings(
    folder: Path, environment: Mapping[str, str], courts: Iterable[str]
) -> InForce:
    """What is in force in a folder.

    Args:
        folder: the folder in which the program runs.
        environment: of the process.
        courts: the ids that ``forum`` may have.

    Raises:
        ConfigurationError: a file cannot be read, or sets what there is not.
    """
    known = sorted(courts)
    found = [(file, _read(file, known, must=VARIABLE in environment))
             for file in places(folder, environment)]
    read = [(file, own) for file, own in found if own is not None]
    merged: dict[str, tuple[Any, Path]] = {}
    for file, own in reversed(read):
        merged |= {name: (getattr(own, name), file) for name in own.model_fields_set}
    return _in_force(merged)


def _in_force(merged: Mapping[str, tuple[Any, Path]]) -> InForce:
    def value(name: str) -> Any:  # noqa: ANN401 - each setting has its own type
        return merged[name][0] if name in merged else None

    def folder(name: str) -> Path | None:
        if name not in merged:
            return None
        text, file = merged[name]
        return _at(file.parent, Path(text).expanduser())

    firm = value("firm")
    signature = tuple(
        one if one.firm is not None or firm is None else one.model_copy(update={"firm": firm})
        for one in value("signature") or ()
    )
    return InForce(
        office=Office(value("letterhead") or (), signature),
        forum=value("forum"),
        templates=folder("templates"),
        out=folder("out") or Path("out"),
        values={
            name: Value(_shown(value(name)), merged[name][1]) if name in merged
            else Value((), None)
            for name in Settings.model_fields
        },
    )


def _at(base: Path, path: Path) -> Path:
    """A path that counts from a file's folder, as short as it can be said from here."""
    return path if path.is_absolute() or base == Path() else base / path


def _shown(value: object) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(line for one in value for line in _shown(one))
    if isinstance(value, Counsel):
        return (", ".join(one for one in value.model_dump().values() if isinstance(one, str)),)
    return (str(value),)


def _read(file: Path, courts: list[str], *, must: bool) -> Settings | None:
    try:
        with file.open("rb") as stream:
            data = stream.read(_LIMIT + 1)
    except FileNotFoundError:
        if must:
            msg = f"{file}: there is no such file, and {VARIABLE} names it; mend or unset it."
            raise ConfigurationError(msg) from None
        return None
    except OSError as error:
        msg = f"{file}: {error.strerror}."
        raise ConfigurationError(msg) from error
    if len(data) > _LIMIT:
        msg = f"{file}: is longer than {_LIMIT:,} bytes; settings are a page."
        raise ConfigurationError(msg)
    try:
        text = data.decode("utf-8-sig")
        told = tomli.loads(text)
    except UnicodeDecodeError:
        msg = f"{file}: is not saved as UTF-8; save it so."
        raise ConfigurationError(msg) from None
    except tomli.TOMLDecodeError as error:
        msg = f"{file}: {error}. Texts stand in quotation marks; drafter config --example shows how."
        raise ConfigurationError(msg) from None
    try:
        own = Settings.model_validate(told)
    except ValidationError as error:
        lines = [_sentence(one, file, text) for one in error.errors(include_url=False)]
        raise ConfigurationError("\n".join(lines)) from None
    if own.forum is not None and own.forum not in courts:
        hint = _close(own.forum, courts) or "drafter forums lists them."
        msg = f'{_where(file, text, "forum")}: there is no court "{own.forum}"; {hint}'
        raise ConfigurationError(msg)
    return own


def _sentence(error: ErrorDetails, file: Path, text: str) -> str:
    """One of Pydantic's errors as a sentence with its place."""
    steps = [one for one in error["loc"] if one != "known"]
    name = str(next((one for one in reversed(steps) if isinstance(one, str)), ""))
    where = _where(file, text, name)
    if error["type"] == "extra_forbidden":
        owner: type[BaseModel] = Counsel if len(steps) > 1 else Settings
        names = list(owner.model_fields)
        hint = _close(name, names) or f"there are {', '.join(names)}."
        return f'{where}: there is no setting "{name}"; {hint}'
    if error["type"] == "missing":
        return f"{where}: {_dotted(steps)} is missing."
    wanted = "a list of texts in [ ]" if error["type"] == "tuple_type" else "a text in quotation marks"
    if error["type"] in {"tuple_type", "string_type"}:
        return f"{where}: {_dotted(steps)} must be {wanted}."
    return f"{where}: {_dotted(steps)}: {error['msg'].removeprefix('Value error, ')}."


def _dotted(steps: Iterable[object]) -> str:
    return ".".join(str(one + 1) if isinstance(one, int) else str(one) for one in steps)


def _close(word: str, names: list[str]) -> str:
    close = get_close_matches(word.lower(), names, n=1, cutoff=0.6)
    return f'did you mean "{close[0]}"?' if close else ""


def _where(file: Path, text: str, key: str) -> str:
    """The file and the line on which a key first stands."""
    key_line = re.compile(rf"\s*(?:\[\[?\s*)?[\"']?{re.escape(key)}[\"']?\s*(?:=|\.|\])")
    for number, line in enumerate(text.splitlines(), start=1):
        if key and key_line.match(line):
            return f"{file}:{number}"
    return str(file)


def here() -> tuple[Path, Mapping[str, str]]:
    """The folder and the environment of this process, as ``settings`` takes them."""
    return Path(), os.environ
