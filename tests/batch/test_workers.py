from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.batch import Job, Settings, Status, Workers
from drafter.batch.identities import Identity
from drafter.batch.workers import CaseBrokeError, TimeLimitError, WorkerDiedError
from tests.batch import poison
from tests.batch.cases import AS_OF
from tests.batch.conftest import ROOT


def _call(workers: Workers, name: str) -> object:
    given = (Job(name), Settings(Path("out"), AS_OF), Identity())
    return workers.submit(poison.take, *given).result(timeout=60)


def test_a_worker_gives_back_what_was_made(workers: Workers) -> None:
    assert list(workers.map(poison.echo, range(50))) == list(range(50))


@pytest.mark.parametrize(
    ("name", "error", "words"),
    [
        ("kill-1", WorkerDiedError, "SIGKILL"),
        ("crash-1", WorkerDiedError, "SIGSEGV"),
        ("leave-1", WorkerDiedError, "status 7"),
        ("hang-1", TimeLimitError, "4 seconds"),
        ("swell-1", CaseBrokeError, "MemoryError"),
        ("raise-1", CaseBrokeError, "ValueError"),
        ("recurse-1", CaseBrokeError, "RecursionError"),
    ],
)
def test_a_case_that_breaks_its_worker_is_told_by_how_it_broke(
    workers: Workers, name: str, error: type[Exception], words: str
) -> None:
    with pytest.raises(error) as told:
        _call(workers, name)
    assert words in str(told.value)
    assert "Quill" not in str(told.value)
    assert workers.submit(poison.echo, 5).result(timeout=60) == 5


def test_a_worker_that_died_and_left_a_child_behind_is_not_waited_for(workers: Workers) -> None:
    with pytest.raises(WorkerDiedError, match="SIGKILL"):
        workers.submit(poison.orphan, 1).result(timeout=60)


def test_a_worker_ends_with_a_run_that_was_killed_though_it_is_at_work(tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    program = (
        "from drafter.batch import Workers\nfrom tests.batch import poison\n"
        f"Workers(1, seconds=60).submit(poison.nap, {str(pid)!r}).result()"
    )
    run = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)})
    assert _within(20, lambda: pid.exists() and pid.read_text().isdecimal())
    run.kill()
    run.wait()
    worker = Path("/proc") / pid.read_text()
    assert _within(10, lambda: not worker.exists() or "State:\tZ" in (worker / "status").read_text())


def _within(seconds: float, seen: Callable[[], bool]) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if seen():
            return True
        time.sleep(0.05)
    return False


def test_an_exit_inside_the_work_is_that_works_own(workers: Workers) -> None:
    with pytest.raises(CaseBrokeError, match="SystemExit"):
        workers.submit(poison.leave, 1).result(timeout=60)


def test_the_poisoned_cases_and_no_others_are_lost(workers: Workers) -> None:
    kinds = [one for one in poison.KINDS if one != "hang"]
    names = [f"{kinds[n // 40 % len(kinds)]}-{n}" if n % 40 == 7 else f"good-{n}" for n in range(400)]
    given = (Settings(Path("out"), AS_OF), Identity())
    futures = {name: workers.submit(poison.take, Job(name), *given) for name in names}
    lost = [name for name, future in futures.items() if future.exception(timeout=120)]
    assert lost == [name for name in names if not name.startswith("good")]
    assert all(
        future.result().status is Status.DRAFTED
        for name, future in futures.items() if name.startswith("good")
    )


def test_workers_that_were_sent_home_take_no_work() -> None:
    workers = Workers(1)
    workers.shutdown()
    with pytest.raises(RuntimeError):
        workers.submit(poison.echo, 1)


def test_what_waits_is_given_up_when_all_must_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    workers = Workers(1, seconds=60)
    futures = [workers.submit(time.sleep, 30) for _ in range(5)]
    time.sleep(0.5)
    started = time.monotonic()
    workers.shutdown(cancel_futures=True)
    assert time.monotonic() - started < 10
    assert all(one.done() for one in futures)
