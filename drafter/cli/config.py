"""What the office has set once, put where the command line says nothing; and completion."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from drafter.cli import status
from drafter.cli.arguments import parser
from drafter.cli.screen import complain, show, table
from drafter.configuration import EXAMPLE, InForce, Settings, places, settings
from drafter.law import load_law

_OWN = {
    "firm": "not set: a bracket", "letterhead": "not set: made from counsel of the case",
    "signature": "not set: counsel of the case, or brackets", "forum": "not set",
    "templates": "those of the program", "out": "out",
}
"""What the program does where nothing is set."""


def configured(options: argparse.Namespace) -> InForce:
    """The settings in force; ``--out`` and ``--templates`` take them where nothing was typed.

    Raises:
        ConfigurationError: a file cannot be read, or sets what there is not.
    """
    own = settings(Path(), os.environ, load_law().forums)
    if getattr(options, "out", None) is None:
        options.out = own.out
    if getattr(options, "templates", None) is None:
        options.templates = own.templates
    return own


def config(options: argparse.Namespace) -> int:
    """Shows what is in force and from where, or prints a file to begin from."""
    if options.example:
        show(EXAMPLE.rstrip("\n"))
        return status.DONE
    own = configured(options)
    rows: list[tuple[str, str, str]] = []
    for name in Settings.model_fields:
        value = own.values[name]
        lines = value.shown if value.file is not None else (_OWN[name],)
        whence = "-" if value.file is None else str(value.file)
        rows += [("", "", line) if n else (name, whence, line) for n, line in enumerate(lines)]
    show(table(rows))
    files = places(Path(), os.environ)
    for file in files:
        complain(f"{file}: {'read' if file.is_file() else 'not there'}.")
    if not files:
        complain("DRAFTER_CONFIG is empty: no file is read.")
    return status.DONE


def completion(options: argparse.Namespace) -> int:
    """Prints the completion of a shell, for the file that the shell reads."""
    import shtab  # noqa: PLC0415 - only this command needs it

    whole = parser()
    for action in _actions(whole):
        if action.metavar in {"DIR", "OUT"}:
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]  # shtab looks for it
        elif action.type is Path or action.metavar in {"CASE", "SOURCE"}:
            action.complete = shtab.FILE  # type: ignore[attr-defined]  # likewise
    show(shtab.complete(whole, shell=options.shell))
    return status.DONE


def _actions(one: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every argument of a parser and of the commands in it."""
    for action in one._actions:  # noqa: SLF001 - argparse has no public name for it
        yield action
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - likewise
            for inner in action.choices.values():
                yield from _actions(inner)
