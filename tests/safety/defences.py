"""Takes away each defence of ``defences.toml``, one at a time, and looks whether its tests notice.

``python -m tests.safety.defences [WORDS…]`` works on a copy of the project; with words, only on the
defences whose sentence or file holds one of them. It prints one line for each and ends with status 1
if a test still passed without the defence it stands for. First the tests run on the untouched copy:
one that fails there proves nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

ROOT = Path(__file__).resolve().parents[2]
LIST = Path(__file__).with_suffix(".toml")
SECONDS = 240
"""A test that waits for ever without its defence has noticed that it is gone."""


@dataclass(frozen=True, slots=True)
class Defence:
    """One defence.

    Args:
        promise: its number in SECURITY.md.
        what: it does, in a sentence.
        file: of the program, below ``drafter``.
        cut: the code that is the defence; it stands there once.
        put: what takes its place when it is taken away.
        tests: below ``tests``; at least one of them must fail without it.
    """

    promise: int
    what: str
    file: str
    cut: str
    put: str
    tests: tuple[str, ...]


def defences() -> list[Defence]:
    """All that are listed."""
    listed = tomllib.loads(LIST.read_text(encoding="utf-8"))["defence"]
    return [Defence(**{**one, "tests": tuple(one["tests"])}) for one in listed]


def _copy(folder: Path) -> Path:
    """A copy of the project beside the research that its tests may read."""
    tree = folder / "project"
    shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".*_cache", "__pycache__", ".venv", ".git", "build", "out"))
    if (ROOT.parent / "shared").is_dir():
        (folder / "shared").symlink_to(ROOT.parent / "shared")
    return tree


def _pytest(tree: Path, tests: tuple[str, ...], *more: str) -> str:
    """How the tests end: ``passed``, ``failed`` and at which, ``hung`` or ``broke``."""
    with tempfile.TemporaryDirectory() as scratch:
        try:
            run = subprocess.run(
                [sys.executable, "-B", "-m", "pytest", "-q", "-x", "--no-cov", "-p", "no:cacheprovider", "--basetemp",
                 f"{scratch}/t", *more, *(f"tests/{one}" for one in tests)],
                cwd=tree, env={**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"},
                capture_output=True, text=True, timeout=SECONDS, check=False,
            )
        except subprocess.TimeoutExpired:
            return "hung"
    lines = run.stdout.splitlines()
    failed = next((line.split(" - ")[0].removeprefix("FAILED tests/") for line in lines if line.startswith("FAILED")), "")
    word = {0: "passed", 1: "failed", 2: "failed"}.get(run.returncode, "broke")
    return f"{word}: {failed}" if failed else f"{word} ({lines[-1].strip('= ') if lines else ''})"


def without(defence: Defence, tree: Path) -> str:
    """How the tests of a defence end without it."""
    file = tree / "drafter" / defence.file
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace(defence.cut, defence.put, 1), encoding="utf-8")
    try:
        return _pytest(tree, defence.tests)
    finally:
        file.write_text(whole, encoding="utf-8")


def _told(wanted: list[Defence], count: int) -> Iterator[tuple[Defence, str]]:
    with tempfile.TemporaryDirectory() as folder:
        trees: SimpleQueue[Path] = SimpleQueue()
        for n in range(count):
            inside = Path(folder) / str(n)
            inside.mkdir()
            trees.put(_copy(inside))

        def one(defence: Defence) -> str:
            tree = trees.get()
            try:
                return without(defence, tree)
            finally:
                trees.put(tree)

        tree = trees.get()
        named = tuple(dict.fromkeys(test for defence in wanted for test in defence.tests))
        print("untouched:", _pytest(tree, named, "-n", str(count)), flush=True)  # noqa: T201 - its purpose
        trees.put(tree)
        with ThreadPoolExecutor(count) as pool:
            yield from zip(wanted, pool.map(one, wanted), strict=True)


def main(words: list[str]) -> int:
    """Prints one line for each defence; 1 if one was not missed."""
    wanted = [one for one in defences() if not words or any(word in f"{one.what} {one.file}" for word in words)]
    unseen = 0
    for defence, end in _told(wanted, os.cpu_count() or 1):
        seen = end.startswith(("failed", "hung"))
        unseen += not seen
        print(f"{'seen' if seen else 'NOT SEEN'}  {defence.promise:>2}  {defence.what}  [{defence.file}]  {end}", flush=True)  # noqa: T201 - its purpose
    print(f"{len(wanted) - unseen} of {len(wanted)} defences were missed when they were gone")  # noqa: T201 - its purpose
    return 1 if unseen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
