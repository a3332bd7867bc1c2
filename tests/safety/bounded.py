"""Reads files that may be hostile, each within limits of time and memory that nothing survives.

Run as ``python -m tests.safety.bounded FILE…`` it prints one JSON line for each file: its name, and
the refusal, ``read``, or the name of an exception that should not have come out.
"""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
from pathlib import Path

from drafter.batch.rows import read_rows
from drafter.casefile import load
from drafter.errors import DrafterError
from drafter.law import load_law
from drafter.render import Ledger, Template

SECONDS = 4.0  # of the processor; a quiet machine needs a tenth of it
MEMORY = 700_000_000  # the program itself has mapped some two hundred million


def outcome(file: Path) -> str:
    """What the program says of a file; ``read`` if it takes it."""
    try:
        match file.suffix:
            case ".csv" | ".xlsx":
                flaws = [flaw for one in read_rows(file) for flaw in one.flaws]
                return "\n".join(flaws) or "read"
            case ".docx":
                Template.open(file.read_bytes(), file.name).fill({"fact": "x"}, Ledger(), title="t")
            case _:
                load(file, load_law())
    except DrafterError as error:
        return f"refused: {error}"
    except Exception as error:  # noqa: BLE001 - what comes out is the finding
        return f"BROKE: {type(error).__name__}"
    return "read"


def outcomes(files: list[Path]) -> dict[str, str]:
    """The same in a process of its own; a file that outlives its limits has no outcome."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.safety.bounded", *map(str, files)],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2],
    )
    return dict(json.loads(line) for line in run.stdout.splitlines())


def main() -> None:
    """Reads the files named on the command line."""
    load_law()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for name in sys.argv[1:]:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)  # its signal ends the process
        print(json.dumps([Path(name).name, outcome(Path(name))]), flush=True)  # noqa: T201 - to the test


if __name__ == "__main__":
    main()
