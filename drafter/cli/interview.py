"""The guided interview on the command line: which front, where it is saved, how it ends."""

from __future__ import annotations

import argparse
import gc
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from drafter import interview
from drafter.cli import status
from drafter.cli.arguments import parser, today
from drafter.cli.config import configured
from drafter.cli.screen import complain, counted, show
from drafter.law import load_law

_NO_TERMINAL = (
    "the interview asks questions, and there is no terminal to ask them on. Run it in a terminal; "
    "or give the answers in a pipe, one on each line; or write the case file in an editor "
    "(drafter samples NAME makes a copy to begin from) and run drafter check CASE. "
    "drafter new CASE --no-input lists the facts that are missing."
)


def new(options: argparse.Namespace) -> int:
    """Begins a case, from nothing or from a form that came back, or goes on with one."""
    if options.source is not None:
        return _new_from(options)
    if options.no_input:
        if options.case is None:
            msg = "name the case file whose missing facts are to be listed."
            raise status.WrongUsageError(msg)
        return _list_missing(_with_suffix(options.case), options)
    terminal = _terminal(plain=options.plain)
    path = _with_suffix(options.case) if options.case is not None else _ask_name(terminal)
    return _hold(path, terminal, options)


def _new_from(options: argparse.Namespace) -> int:
    """Begins a case with what came back, and goes on with the interview.

    Raises:
        WrongUsageError: the case is there already.
        CaseFileError: what came back holds errors; nothing is written.
    """
    from drafter.intake import read_returned  # noqa: PLC0415 - slow to load, and seldom wanted

    returned = read_returned(options.source, load_law())
    path = _with_suffix(options.case or Path(returned.id or interview.case_id(options.source.stem)))
    if os.path.lexists(path):
        msg = (
            f"{path}: there is such a case already; name another file for what came back: "
            f"drafter new OTHER.yaml --from {options.source}"
        )
        raise status.WrongUsageError(msg)
    store = interview.Store(path)
    store.save(returned.text(path.stem, as_json=path.suffix == ".json"), None)
    complain(f"{path}: begun with what {options.source} holds.")
    for line in returned.warnings:
        complain(f"{path}: {line}")
    if options.no_input:
        return _list_missing(path, options)
    return _hold(path, _terminal(plain=options.plain), options)


def edit(options: argparse.Namespace) -> int:
    """Goes on with a case, at its review or in one section."""
    if not options.case.is_file():
        msg = f"{options.case}: there is no such case file; drafter new {options.case} begins one."
        raise status.WrongUsageError(msg)
    if options.no_input:
        return _list_missing(options.case, options)
    return _hold(options.case, _terminal(plain=options.plain), options)


def _terminal(*, plain: bool) -> interview.Terminal:
    """The front that fits what the program was started in.

    Raises:
        WrongUsageError: there is nobody to ask, and no answers come in a pipe.
    """
    try:
        source = os.fstat(sys.stdin.fileno()).st_mode
        is_terminal = sys.stdin.isatty()
    except (OSError, ValueError, AttributeError):
        raise status.WrongUsageError(_NO_TERMINAL) from None
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="surrogateescape")  # what cannot be read is refused by name
    if not is_terminal:
        if stat.S_ISFIFO(source) or stat.S_ISREG(source) or stat.S_ISSOCK(source):
            return interview.PipedTerminal(sys.stdin, sys.stderr)
        raise status.WrongUsageError(_NO_TERMINAL)
    if plain or _is_poor() or not sys.stdout.isatty():
        return interview.PlainTerminal(sys.stdin, sys.stderr)
    from drafter.interview.screen import ScreenTerminal  # noqa: PLC0415 - slow to load

    return ScreenTerminal(sys.stdout)


def _is_poor() -> bool:
    """Whether the terminal cannot move its cursor."""
    return os.name != "nt" and os.environ.get("TERM", "dumb") == "dumb"


def _with_suffix(path: Path) -> Path:
    return path if path.suffix in {".yaml", ".yml", ".json"} else path.with_name(f"{path.name}.yaml")


def _ask_name(terminal: interview.Terminal) -> Path:
    """Asks what the case is to be called; the file gets that name."""
    prompt = interview.Prompt(
        "A new case", ("What shall this case be called? Its file and its folder get the name.",
                       "For example: certification-ice"),
        moves="!quit stops",
    )
    while True:
        try:
            typed = terminal.read(prompt).strip()
        except EOFError:
            raise status.WrongUsageError(_NO_TERMINAL) from None
        if typed in {"!quit", "!q"}:
            raise KeyboardInterrupt
        name = interview.case_id(typed)
        if name:
            return Path(f"{name}.yaml")
        if not terminal.retries:
            msg = "the first answer names the case, and it is empty."
            raise status.WrongUsageError(msg)


def _hold(path: Path, terminal: interview.Terminal, options: argparse.Namespace) -> int:
    """Holds the interview and does what it ends with."""
    gc.enable()  # an interview lasts
    store = interview.Store(path)
    is_new = not path.exists()
    law, as_of = load_law(), options.as_of or today()
    own = configured(options)
    held = interview.open_interview(store, law, as_of, court=own.forum)
    section = getattr(options, "section", None)
    if section is not None:
        held.open_section(section)
    elif options.run_name == "edit":
        held.open_review()
    run = interview.Run(held, store, terminal)
    with _resumable(path, run):
        terminal.say(_greeting(path, held, is_new=is_new))
        try:
            outcome = run.to_end()
        except interview.RefusedError as error:
            number = getattr(terminal, "number", 0)
            complain(f"Answer {number} was refused, and the answers end there: {error}")
            return status.USAGE
    if not run.is_saved:
        complain(f"{path}: the last answers could not be saved.")
        return status.COULD_NOT
    if outcome is interview.Outcome.DRAFT:
        typed = ["draft", str(path), "--out", str(options.out)]
        typed += ["--as-of", options.as_of.isoformat()] if options.as_of else []
        drafting = parser().parse_args(typed)
        outcome_of_draft: int = drafting.run(drafting)
        return outcome_of_draft
    return _stopped(path, held, terminal)


def _greeting(path: Path, held: interview.Interview, *, is_new: bool) -> str:
    open_count = len(interview.missing(held))
    if is_new:
        return (
            f"A new case, saved to {path} after every answer. Under each question stand the moves; "
            "type ? and Enter for help. What nobody knows yet may stay open."
        )
    return f"{path}: {counted(open_count, 'question')} open. It is saved after every answer."


def _stopped(path: Path, held: interview.Interview, terminal: interview.Terminal) -> int:
    rest = interview.missing(held)
    complain(f"{path}: saved; {counted(len(rest), 'question')} open.")
    complain(f"To go on: drafter new {path}")
    needed = any(required for _, _, required in rest)
    return status.USAGE if needed and not terminal.retries else status.DONE


@contextmanager
def _resumable(path: Path, run: interview.Run) -> Iterator[None]:
    """Tells how to go on, whatever stops the interview."""
    try:
        yield
    except BaseException:
        with suppress(OSError):  # the terminal may be gone
            run.save()  # the stop may have come in the midst of a save
            if run.is_saved:
                complain(f"\n{path}: saved, all but the answer being typed. To go on: drafter new {path}")
            else:
                complain(f"\n{path}: the last answers could not be saved.")
        raise


def _list_missing(path: Path, options: argparse.Namespace) -> int:
    """Prints the facts that are open, and asks nothing."""
    held = interview.open_interview(
        interview.Store(path), load_law(), options.as_of or today(), court=configured(options).forum)
    found = interview.missing(held)
    for field, what, needed in found:
        show(f"{field}: {what}{' (needed)' if needed else ''}")
    complain(f"{path}: {counted(len(found), 'fact')} missing.")
    return status.USAGE if found else status.DONE
