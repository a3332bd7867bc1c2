"""The program as a person starts it, in a home of its own."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AS_OF = ["--as-of", "2026-11-24"]


def limited(what: int, amount: int) -> Callable[[], None]:
    """Sets a limit of the system in the new process."""
    return lambda: resource.setrlimit(what, (amount, amount))


def drafter(
    *arguments: object, home: Path, umask: int = 0o077, before: Callable[[], None] | None = None,
    through: tuple[str, ...] = (), cwd: Path | None = None, **environment: str,
) -> subprocess.CompletedProcess[str]:
    """Runs a command.

    Args:
        arguments: after ``drafter``.
        home: HOME, TMPDIR (in ``tmp``) and XDG folders lie there.
        umask: of the process.
        before: what the new process does first.
        through: a command that starts it.
        cwd: where; the checkout if left out.
        environment: more variables.
    """
    (home / "tmp").mkdir(parents=True, exist_ok=True)
    return subprocess.run(
        [*through, sys.executable, "-m", "drafter", *map(str, arguments)],
        capture_output=True, text=True, check=False, timeout=300, cwd=cwd or ROOT, umask=umask,
        preexec_fn=before,
        env=os.environ | {
            "HOME": str(home), "TMPDIR": str(home / "tmp"), "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_CONFIG_HOME": str(home / "config"), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1",
            **environment,
        },
    )
