"""Makes one system call of a program fail, or ends the program at it (strace)."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(ROOT)}


def need_strace() -> str:
    """Where strace is; without it, or where no process may be traced, the test is skipped."""
    program = shutil.which("strace")
    if program is None:
        if os.environ.get("DRAFTER_REQUIRE_TOOLS"):
            pytest.fail("strace is required here and is not there")
        pytest.skip("strace is not there")
    if subprocess.run([program, "-qq", "-o", os.devnull, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no process may be traced here")
    return program


@dataclass(frozen=True)
class Run:
    """How a traced program ended.

    Args:
        status: its exit status, negative for a signal.
        said: what it wrote to standard error.
        calls: the calls traced, one line each, with the paths behind descriptors.
    """

    status: int
    said: str
    calls: tuple[str, ...]


def traced(call: str, arguments: list[str], inject: str = "") -> Run:
    """Runs Python and the processes that it starts under strace.

    The kernel is told which calls are looked for (``--seccomp-bpf``), so that the program is not
    stopped at every other one: four times as fast, and it needs ``-f``.

    Args:
        call: the system call to trace, or a class of them such as ``%network``.
        arguments: of the interpreter.
        inject: the fault, such as ``error=EIO:when=3``.
    """
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        command = [need_strace(), "-qq", "-f", "--seccomp-bpf", "-y", "-s", "300", "-o", str(log)]
        command += ["-e", f"trace={call}"]
        if inject:
            command += ["-e", f"inject={call}:{inject}"]
        run = subprocess.run(
            [*command, sys.executable, *arguments], capture_output=True, text=True, check=False,
            env=ENVIRONMENT, timeout=300, cwd=ROOT,
        )
        lines = tuple(
            line for line in log.read_text(errors="replace").splitlines()
            if re.match(r"(\d+ +)?\w+\(", line)
        )
    return Run(run.returncode, run.stderr, lines)
