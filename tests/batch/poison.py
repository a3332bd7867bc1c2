"""Work that breaks its worker, for the cases whose name asks for it."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from pathlib import Path

from drafter.batch import Job, Outcome, Settings, Status
from drafter.batch.identities import Identity

KINDS = ("kill", "crash", "leave", "hang", "swell", "raise", "recurse")


def take(job: Job, _settings: Settings, _who: Identity) -> Outcome:
    """Drafts nothing; breaks as the name of the job says."""
    match job.name.partition("-")[0]:
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "crash":
            ctypes.string_at(0)
        case "leave":
            os._exit(7)
        case "hang":
            time.sleep(600)
        case "swell":
            bytearray(8_000_000_000)
        case "raise":
            msg = "Ada Quill said so."
            raise ValueError(msg)
        case "recurse":
            sys.setrecursionlimit(10**6)
            return take(job, _settings, _who) if len(job.name) > 1000 else _again(0)
        case _:
            pass
    return Outcome(job.name, Status.DRAFTED, job.name)


def _again(depth: int) -> Outcome:
    if depth > 900:
        raise RecursionError
    return _again(depth + 1)


def orphan(_: int) -> None:
    """Is killed, and leaves a child that still holds the pipe."""
    if os.fork() == 0:
        time.sleep(20)
        os._exit(0)
    os.kill(os.getpid(), signal.SIGKILL)


def nap(file: str) -> None:
    """Writes the number of its process, and stays."""
    Path(file).write_text(str(os.getpid()))
    time.sleep(60)


def echo(number: int) -> int:
    """The number."""
    return number


def leave(code: int) -> None:
    """Ends the worker as sys.exit would."""
    raise SystemExit(code)
