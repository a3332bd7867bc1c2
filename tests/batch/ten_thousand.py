"""Ten thousand cases, a hundred of them poisoned, killed in the middle and resumed.

    python -m tests.batch.ten_thousand FOLDER [CASES] [POISONED]

lays the cases in FOLDER, starts a batch with two workers, ends it with SIGKILL when about half is done, goes
on with ``--resume`` and says what came of it. Exit status 0 means that every count is exact, that each
packet holds its own client's words and nobody else's, and that the manifests are true.
"""

from __future__ import annotations

import io
import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

from drafter.batch import Batch, Job, Outcome, Settings, Workers, collect
from drafter.batch.identities import Identity
from drafter.batch.report import REPORT, read_report
from drafter.batch.work import make
from drafter.packet import verify
from tests.batch import poison
from tests.batch.cases import case_text, client, settings

ROOT = Path(__file__).resolve().parents[2]
CANARY = re.compile(r"canary(\d{5})")

_BREAKS = ("kill", "crash", "leave", "swell", "raise", "recurse", "hang")
_UNFIT = {
    "laughs": b"a: &a [x]\nb: [*a, *a]\n",
    "latin": "matter: {id: José}\n".encode("cp1252"),
    "twice": b"matter: {id: a}\nmatter: {id: b}\n",
    "deep": b"a: " + b"[" * 100_000,
    "nul": b"matter: {id: a\x00}\n",
    "code": b"a: !!python/object/apply:os.system ['touch hostile-ran']\n",
    "empty": b"",
    "surrogate": b'{"matter": {"id": "\\udce9"}}',
    "device": b"",
    "pipe": b"",
}
KINDS = (*_UNFIT, *_BREAKS[:-1])


def lay(folder: Path, count: int, poisoned: int, hangs: int = 0) -> dict[str, str]:
    """Case files in a folder; the kinds of the poisoned, by their names."""
    folder.mkdir(parents=True, exist_ok=True)
    every = count // poisoned
    bad: dict[str, str] = {}
    for number in range(count):
        if number % every != every // 2 or len(bad) == poisoned:
            text = case_text(number, f"The clerk wrote canary{number:05d} on the form.")
            (folder / f"{number:05d}.yaml").write_text(text, encoding="utf-8")
            continue
        kind = "hang" if len(bad) < hangs else KINDS[len(bad) % len(KINDS)]
        file = folder / f"{number:05d}-{kind}.yaml"
        bad[str(file)] = kind
        if kind in _BREAKS:
            file.write_text(case_text(number), encoding="utf-8")
        elif kind == "device":
            file.symlink_to("/dev/zero")
        elif kind == "pipe":
            os.mkfifo(file)
        else:
            file.write_bytes(_UNFIT[kind])
    return bad


def make_or_break(job: Job, run: Settings, who: Identity) -> Outcome:
    """Drafts a case as the program does, or breaks the worker as the name of its file says."""
    kind = Path(job.name).stem.partition("-")[2]
    if kind in _BREAKS:
        poison.take(Job(kind), run, who)
    made = make(job, run, who)
    with (run.out.parent / f"memory-{os.getpid()}").open("a") as log:
        log.write(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}\n")
    return made


def run(folder: Path) -> int:
    """One run over the cases, in this process; goes on where an earlier one was killed."""
    executor = Workers(2, seconds=20.0)
    batch = Batch(
        collect([str(folder / "in")]), settings(folder / "out", resume=True), executor, window=4,
        make=make_or_break,
    )
    for _ in batch.run():
        pass
    executor.shutdown()
    print(json.dumps({one.value: times for one, times in batch.tally.by_status.items()}))  # noqa: T201 - the result
    return 0


def killed_and_resumed(folder: Path, count: int) -> dict[str, int]:
    """Runs, kills when half is done, runs again; the counts of the last run."""
    command = [sys.executable, "-m", "tests.batch.ten_thousand", "run", str(folder)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    first = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    report = folder / "out" / REPORT
    while first.poll() is None and (not report.exists() or report.read_bytes().count(b"\n") < count // 2):
        time.sleep(0.2)
    first.send_signal(signal.SIGKILL)
    first.wait()
    second = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if second.returncode:
        return {second.stderr[-300:]: -1}
    counts: dict[str, int] = json.loads(second.stdout)
    return counts


def wrong(folder: Path, count: int, bad: dict[str, str]) -> list[str]:
    """What is not as it must be after the last run."""
    found: list[str] = []
    lines: list[dict[str, Any]] = [dict(line) for line in read_report(folder / "out" / REPORT)]
    by_name = {str(line["name"]): line for line in lines}
    if len(lines) != count or len(by_name) != count:
        found.append(f"{len(lines)} lines for {count} cases")
    for name, kind in bad.items():
        expected = "failed" if kind in _BREAKS else "refused"
        if by_name.get(name, {}).get("status") != expected or not by_name[name].get("reasons"):
            found.append(f"{kind}: {by_name.get(name)}")
    found += [
        f"{name}: {line}" for name, line in by_name.items()
        if name not in bad and line["status"] not in {"drafted", "there"}
    ]
    packets, discrepancies = verify(folder / "out")
    if len(packets) != count - len(bad):
        found.append(f"{len(packets)} packets for {count - len(bad)} good cases")
    found += [f"{one.path}: {one.message}" for one in discrepancies]
    found += [str(one) for one in (folder / "out").glob(".drafter-*")]
    found += [str(one) for one in folder.rglob("hostile-ran")]
    for packet in packets:
        found += _strange(packet)
    return found


def _strange(packet: Path) -> list[str]:
    """Whether a packet holds its own client and nobody else."""
    number = packet.name.removeprefix("case-")
    seen: Counter[str] = Counter()
    text = ""
    for file in packet.rglob("*.docx"):
        with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
            part = re.sub(r"<[^>]+>", "", archive.read("word/document.xml").decode())
        seen.update(CANARY.findall(part))
        text += part.upper()
    if set(seen) != {number}:
        return [f"{packet.name}: holds the words of {sorted(seen)}"]
    return [] if client(int(number)).upper() in text else [f"{packet.name}: its client is not named"]


def memory(folder: Path) -> list[tuple[int, int, int]]:
    """Of each worker: its cases, and its largest size in kB after a tenth of them and at the end."""
    sizes = [[int(line) for line in file.read_text().split()] for file in folder.glob("memory-*")]
    return [(len(one), one[len(one) // 10], one[-1]) for one in sizes]


def main(arguments: list[str]) -> int:
    """Lays, runs, kills, resumes and judges."""
    if arguments[0] == "run":
        return run(Path(arguments[1]))
    folder = Path(arguments[0])
    count, poisoned = (int(one) for one in (*arguments[1:], "10000", "100")[:2])
    bad = lay(folder / "in", count, poisoned, hangs=2)
    started = time.monotonic()
    counts = killed_and_resumed(folder, count)
    found = wrong(folder, count, bad)
    largest = sorted(memory(folder))[-4:]
    print(f"{count} cases, {poisoned} poisoned: {counts} in {time.monotonic() - started:.0f} s")  # noqa: T201 - the result
    print(f"workers (cases, kB after a tenth, kB at the end): {largest}")  # noqa: T201 - likewise
    print("\n".join(found[:20]) or "every count is exact, no word of one client in the papers of another")  # noqa: T201 - likewise
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
