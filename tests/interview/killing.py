"""Kills an interview again and again while it is being typed, and looks at what is left.

Run as a program: ``python -m tests.interview.killing FOLDER KILLS SEED``. Every life of the interview is
a process of its own on a terminal of its own, made from one that has everything loaded, so that 200
lives take a minute. Prints what was found, as JSON.
"""

from __future__ import annotations

import json
import os
import pty
import random
import re
import select
import signal
import sys
import time
from pathlib import Path

from drafter.casefile.loading import parse
from drafter.cli import main
from drafter.interview.tree import get, items
from drafter.law import load_law

BURST = 6
A_CASE = 10  # lives of one case, which grows meanwhile
_SEEN = re.compile(rb"sentence (\d+): sources")
_START = """\
matter:
  id: trial
forum:
  court: almd
petitioners:
  - id: doe
    name: Jane Doe
    minor: no
"""


def _words(number: int) -> str:
    return f"Sentence {number} is “told” by Ms. Doe’s aunt."


def _told(file: Path) -> list[object]:
    """The sentences in the file, which must be whole; raises AssertionError where it is hurt."""
    tree = parse(file.read_text(encoding="utf-8"), file.name)
    assert tree.flaws == [], tree.flaws
    assert get(tree.data, ("petitioners", 0, "name")) == "Jane Doe"
    return [get(one, ("say",)) for one in items(tree.data, ("matter", "summary"))]


def _life(file: Path, first: int, lasts: float) -> tuple[int, bool]:
    """Types sentences from the first on, and kills the program.

    Args:
        file: the case.
        first: number of the first sentence to type.
        lasts: seconds from the first prompt to the kill.

    Returns:
        The number of the last sentence after which the program asked the next question, and whether
        the program was still running when it was killed.
    """
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "dumb"
        os._exit(main(["new", str(file), "--plain"]))
    screen = b""
    steps = ["!menu\n", "summary\n", ""]
    ends = time.monotonic() + 60  # until it has begun
    while (left := ends - time.monotonic()) > 0:
        if not select.select([terminal], [], [], left)[0]:
            continue
        try:
            screen += os.read(terminal, 65_536)
        except OSError:  # the program has ended by itself
            break
        if steps and screen.endswith(b"\n> "):
            typed = steps.pop(0)
            if not typed:
                last = screen[screen.rfind(b"\n[") :]
                typed = "\n" if b": sources" in last else ""  # where the last life ended
                typed += "".join(f"{_words(first + n)}\n.\n\n" for n in range(BURST))
                ends = time.monotonic() + lasts
                screen = b""
            os.write(terminal, typed.encode())
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    seen = [int(one) for one in _SEEN.findall(screen)]
    return max(seen, default=0), os.WIFSIGNALED(status)


def kill(folder: Path, kills: int, seed: int) -> dict[str, object]:
    """Kills so many times; says what was lost.

    Args:
        folder: where the cases stand.
        kills: how many.
        seed: of the moments.
    """
    load_law()
    chance = random.Random(seed)  # noqa: S311 - no secret
    faults: list[str] = []
    running = midway = most_saves = 0
    file = folder / "trial-0.yaml"
    for number in range(kills):
        if number % A_CASE == 0:
            file = folder / f"trial-{number // A_CASE}.yaml"
            file.write_text(_START, encoding="utf-8")
        before = _told(file)
        seen, alive = _life(file, len(before) + 1, chance.random() * 0.25)
        try:
            now = _told(file)
        except (AssertionError, OSError) as error:
            faults.append(f"kill {number}: {error}")
            continue
        running += alive
        midway += len(before) < len(now) < len(before) + BURST
        if now != [_words(n) for n in range(1, len(now) + 1)]:
            faults.append(f"kill {number}: the sentences are {now}")
        if len(now) < max(seen, len(before)):
            faults.append(f"kill {number}: the program had gone on after {seen}, and {len(now)} are there")
        saves = sorted(file.with_name(f".{file.name}.saves").glob("0*.yaml"))
        most_saves = max(most_saves, len(saves))
        faults += [
            f"kill {number}: {one.name} is hurt" for one in saves
            if parse(one.read_text(encoding="utf-8"), one.name).flaws
        ]
    return {"kills": kills, "running": running, "midway": midway, "saves": most_saves, "faults": faults}


if __name__ == "__main__":
    found = kill(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    sys.stdout.write(json.dumps(found))
