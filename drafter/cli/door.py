"""From the words on the command line to an exit status; the one place that ends a run."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import traceback
from collections.abc import Iterator, Sequence
from types import FrameType

from drafter.cli import status
from drafter.cli.arguments import parser
from drafter.cli.screen import complain
from drafter.errors import CaseFileError, DrafterError, InUseError


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command.

    Args:
        arguments: what was typed after ``drafter``; left out, the process's own.

    Returns:
        The exit status: 0 done, 1 could not, 2 wrong usage or invalid case, 3 a STOP note
        stands (only with ``--strict``), 75 another run is using the folder, 130 stopped by
        Ctrl-C, 143 terminated.
    """
    try:
        options = parser().parse_args(arguments)
    except SystemExit as end:  # argparse has said what it had to say
        return end.code if isinstance(end.code, int) else status.USAGE
    try:
        with _stoppable(), _uncollected():
            outcome: int = options.run(options)
            sys.stdout.flush()
            if arguments is None:  # the process ends now: spare it a last search for garbage
                gc.freeze()
            return outcome
    except BrokenPipeError:  # the reader, such as `head`, has gone; that is no mistake
        _forget_output()
        return status.COULD_NOT
    except (KeyboardInterrupt, _Terminated) as end:
        complain("drafter: stopped; nothing was left half done.")
        return status.STOPPED if isinstance(end, KeyboardInterrupt) else status.TERMINATED
    except (status.WrongUsageError, DrafterError, OSError) as error:
        return _refusal(error)
    except Exception as error:  # noqa: BLE001 - a trace could show what the case holds
        _confess(error)
        return status.COULD_NOT


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Leaves memory uncollected: one case ends long before it matters; what lasts turns it on."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _refusal(error: Exception) -> int:
    """Says why there is no result, in the error's own sentence."""
    match error:
        case status.WrongUsageError():
            complain(f"drafter: {error}")
            return status.USAGE
        case CaseFileError():
            for problem in error.problems:
                complain(problem)
            return status.USAGE
        case InUseError():
            complain(str(error))
            return status.IN_USE
        case OSError():  # a full disk behind `> file`, too many open files
            _forget_output()
            with contextlib.suppress(OSError):
                complain(
                    f"{error.filename or 'drafter'}: {error.strerror or type(error).__name__}. What had "
                    "to be read or written could not be; packets that stand are whole."
                )
            return status.COULD_NOT
        case _:
            complain(str(error))
            return status.COULD_NOT


class _Terminated(BaseException):
    """The system asked the program to end."""


@contextlib.contextmanager
def _stoppable() -> Iterator[None]:
    """Lets SIGTERM and SIGHUP end a run as Ctrl-C does, so that nothing stays half done."""

    def end(_signal: int, _frame: FrameType | None) -> None:
        raise _Terminated

    old = {}
    with contextlib.suppress(ValueError):  # in a thread that is not the main one
        old = {one: signal.signal(one, end) for one in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for one, handler in old.items():
            signal.signal(one, handler)


def _forget_output() -> None:
    """Points stdout at nothing, so that Python's own last flush does not complain."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    with contextlib.suppress(OSError, ValueError):
        os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)


def _confess(error: Exception) -> None:
    """Says that the program is at fault, and where, without a word of the case."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    complain(
        f"drafter: a mistake in the program itself ({type(error).__name__} at "
        f"{os.path.basename(last.filename)}:{last.lineno}). "  # noqa: PTH119 - no path is opened
        "The packet was not written; please report this line."
    )
