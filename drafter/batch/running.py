"""A run: every case is looked at, then every case is drafted, through any executor."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from drafter.batch.identities import Identity, Register
from drafter.batch.report import Differences, Journal, Tally
from drafter.batch.sources import Job
from drafter.batch.work import Look, Outcome, Settings, Status, look, make
from drafter.batch.workers import CaseBrokeError, TimeLimitError, WorkerDiedError
from drafter.errors import PacketError
from drafter.packet import holding

R = TypeVar("R")
Looker = Callable[[Job, Settings], Look]
Maker = Callable[[Job, Settings, Identity], Outcome]


@dataclass(frozen=True, slots=True)
class Progress:
    """One case is done with.

    Args:
        phase: "reading" or "drafting".
        done: cases so far.
        of: cases in all.
        outcome: of the case; None while reading.
    """

    phase: str
    done: int
    of: int
    outcome: Outcome | None = None


@dataclass(slots=True)
class Batch:
    """Many cases, one output folder.

    Args:
        jobs: the cases.
        settings: what they have in common; key and register are set here.
        executor: who works; any ``concurrent.futures.Executor``.
        window: how many calls are handed out at once.
        look: the first look at a case.
        make: the drafting of one.
    """

    jobs: list[Job]
    settings: Settings
    executor: Executor
    window: int = 16
    look: Looker = look
    make: Maker = make
    tally: Tally = field(default_factory=Tally)
    differences: Differences = field(default_factory=Differences)

    def run(self) -> Iterator[Progress]:
        """Does the work; each case that is done with is told at once.

        Raises:
            InUseError: another run is using the folder.
            PacketError: the folder cannot be written.
        """
        out = self.settings.out
        with holding(out):
            try:
                yield from self._run(out)
            except OSError as error:
                raise PacketError(_stopped(error, out)) from error

    def _run(self, out: Path) -> Iterator[Progress]:
        # By key no hash can be turned back by guessing names; the key is in memory alone.
        settings = replace(self.settings, key=secrets.token_bytes(16))
        self.tally.cases = len(self.jobs)
        looks: dict[int, Look] = {}
        lost: dict[int, Outcome] = {}
        for n, found in self._all(self.look, dict.fromkeys(range(len(self.jobs)), (settings,))):
            if isinstance(found, Look):
                looks[n] = replace(found, leaves=())  # ten thousand cases must fit in memory
                self.differences.enter(found)
            else:
                lost[n] = found
            yield Progress("reading", len(looks) + len(lost), len(self.jobs))
        lost |= _twice(self.jobs, looks)
        journal = Journal(out)
        try:
            with _registered(looks.values(), out) as register:
                settings = replace(settings, register=register)
                for outcome in lost.values():
                    yield self._told(outcome, journal)
                left = {n: (settings, one.identity) for n, one in looks.items() if n not in lost}
                for _, outcome in self._all(self.make, left):
                    yield self._told(outcome, journal)
        finally:
            journal.close()

    def _told(self, outcome: Outcome, journal: Journal) -> Progress:
        self.tally.add(outcome)
        journal.write(outcome)
        return Progress("drafting", self.tally.looked_at, len(self.jobs), outcome)

    def _all(
        self, work: Callable[..., R], given: Mapping[int, tuple[Any, ...]]
    ) -> Iterator[tuple[int, R | Outcome]]:
        """Calls ``work`` for the jobs in ``given``; a call that is lost is an outcome too."""
        waiting = iter(sorted(given))
        at_work: dict[Future[R], int] = {}
        try:
            while True:
                while len(at_work) < self.window and (n := next(waiting, None)) is not None:
                    at_work[self.executor.submit(work, self.jobs[n], *given[n])] = n
                if not at_work:
                    return
                done, _ = wait(at_work, return_when=FIRST_COMPLETED)
                for future in done:
                    n = at_work.pop(future)
                    result: R | Outcome = _result(future, self.jobs[n].name)
                    yield n, result
        finally:
            for future in at_work:
                future.cancel()


@contextlib.contextmanager
def _registered(looks: Iterable[Look], out: Path) -> Iterator[Path]:
    """The hashes of all clients in a file that every worker can read, for as long as it is needed."""
    people = Register()
    for one in looks:
        people.enter(one.identity)
    descriptor, name = tempfile.mkstemp(prefix=".drafter-", suffix=".part", dir=out)  # 0600
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(people.dump())
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _result(future: Future[Any], name: str) -> Any:  # noqa: ANN401 - the result or an Outcome
    try:
        return future.result()
    except (WorkerDiedError, TimeLimitError, CaseBrokeError) as error:  # words of our own
        return Outcome(name, Status.FAILED, reasons=(str(error),))
    except Exception as error:  # noqa: BLE001 - of another executor; its words may tell of a client
        return Outcome(name, Status.FAILED, reasons=(type(error).__name__,))


def _stopped(error: OSError, out: Path) -> str:
    return (
        f"{error.filename or out}: {error.strerror or error}. The batch could not go on; the packets "
        "that stand are whole. Mend this, and run again with --resume."
    )


def _twice(jobs: list[Job], looks: dict[int, Look]) -> dict[int, Outcome]:
    """Cases whose id another case has: neither can be told from the other, so both wait."""
    holders: dict[str, list[int]] = {}
    for n, one in looks.items():
        if one.case_id:
            holders.setdefault(one.case_id, []).append(n)
    return {
        n: Outcome(
            jobs[n].name, Status.REFUSED,
            reasons=(_also(jobs[same[0] if n != same[0] else same[1]].name),),
        )
        for same in holders.values() if len(same) > 1
        for n in sorted(same)
    }


def _also(other: str) -> str:
    return f"its matter.id is also that of {other}; give each case its own."
