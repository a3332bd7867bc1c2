"""The program on a terminal of its own."""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest


@pytest.fixture
def spawn(tmp_path: Path) -> Iterator[Any]:
    children: list[Any] = []

    def start(*arguments: str, largest: int = 0, **environment: str) -> Any:  # noqa: ANN401 - pexpect ships no types
        """Starts it; ``largest`` is the size above which no file can be written, as on a full disk."""
        limits = (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))) if largest else None
        child = pexpect.spawn(
            sys.executable, ["-m", "drafter", *arguments], cwd=str(tmp_path), dimensions=(40, 80),
            encoding="utf-8", timeout=60, preexec_fn=limits,
            env=os.environ | {"TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", **environment},
        )
        children.append(child)
        return child

    yield start
    for child in children:
        child.close(force=True)
