"""Exit statuses: a contract with whoever calls the program from a script."""

from __future__ import annotations

DONE = 0
COULD_NOT = 1
USAGE = 2  # wrong usage or an invalid case
STOP_STANDS = 3  # only with --strict
IN_USE = 75  # EX_TEMPFAIL: try again later
STOPPED = 130  # 128 + SIGINT
TERMINATED = 143  # 128 + SIGTERM


class WrongUsageError(Exception):
    """The command line asks for something that is not there."""
