"""Every command and option as a page of Markdown, made from the parser itself."""

from __future__ import annotations

import argparse
from collections.abc import Iterator


def commands_page(parser: argparse.ArgumentParser) -> str:
    """A heading and a table for each command, in the order of ``drafter --help``."""
    return "\n\n".join(_command(name, one) for name, one in _commands(parser, "drafter"))


def _commands(
    parser: argparse.ArgumentParser, lead: str
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:  # noqa: SLF001 - argparse has no public name for it
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - likewise
            for name, one in action.choices.items():
                inner = list(_commands(one, f"{lead} {name}"))
                yield from inner or [(f"{lead} {name}", one)]


def _command(name: str, one: argparse.ArgumentParser) -> str:
    words = [name]
    rows: list[str] = []
    for action in one._actions:  # noqa: SLF001 - as above
        if isinstance(action, argparse._HelpAction):  # noqa: SLF001 - every command has it
            continue
        typed = _typed(action)
        words.append(f"[{typed}]" if _optional(action) else typed)
        rows.append(f"| `{typed}` | {action.help} |")
    table = "\n".join(["| Written | Means |", "|---|---|", *rows]) if rows else ""
    usage = " ".join(words)
    return f"### {name}\n\n{one.description}\n\n```text\n{usage}\n```\n\n{table}".rstrip()


def _typed(action: argparse.Action) -> str:
    value = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    if not action.option_strings:
        return f"{value}…" if action.nargs == "+" else value
    return action.option_strings[0] if action.nargs == 0 else f"{action.option_strings[0]} {value}"


def _optional(action: argparse.Action) -> bool:
    return action.nargs == "?" or bool(action.option_strings and not action.required)
