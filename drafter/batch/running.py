"""A run: every case is looked at, then every case is drafted, through any executor."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from drafter.batch.identities import Identity, Register
from drafter.batch.report import Differences, Journal, Tally
from drafter.batch.sources import Job
from drafter.batch.work import Look, Outcome, Settings, Status, look, make
from drafter.batch.workers import CaseBrokeError, TimeLimitError, WorkerDiedError
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
            yield from self._run(out)

    def _run(self, out: Path) -> Iterator[Progress]:
        # By key no hash can be turned back by guessing names; the key is in memory alone.
        settings = replace(self.settings, key=secrets.token_bytes(16))
        self.tally.cases = len(self.jobs)
        journal = Journal(out)
        descriptor, name = tempfile.mkstemp(prefix=".drafter-", suffix=".part", dir=out)
        register = Path(name)
        try:
            looks: dict[int, Look] = {}
            lost: dict[int, Outcome] = {}
            for n, found in self._all(self.look, settings, {}):
                if isinstance(found, Look):
                    looks[n] = replace(found, leaves=())  # ten thousand cases must fit in memory
                    self.differences.enter(found)
                else:
                    lost[n] = found
                yield Progress("reading", len(looks) + len(lost), len(self.jobs))
            people = Register()
            for one in looks.values():
                people.enter(one.identity)
            with os.fdopen(descriptor, "wb") as file:
                file.write(people.dump())
            settings = replace(settings, register=register)
            lost |= _twice(self.jobs, looks)
            for outcome in lost.values():
                yield self._told(outcome, journal)
            left = {n: one.identity for n, one in looks.items() if n not in lost}
            for n, made in self._all(self.make, settings, left):
                outcome = made if isinstance(made, Outcome) else Outcome(self.jobs[n].name, Status.FAILED)
                yield self._told(outcome, journal)
        finally:
            register.unlink(missing_ok=True)
            journal.close()

    def _told(self, outcome: Outcome, journal: Journal) -> Progress:
        self.tally.add(outcome)
        journal.write(outcome)
        return Progress("drafting", self.tally.looked_at, len(self.jobs), outcome)

    def _all(
        self, work: Callable[..., R], settings: Settings, extra: dict[int, Identity]
    ) -> Iterator[tuple[int, R | Outcome]]:
        """Calls ``work`` for all jobs, or for those in ``extra``; a lost one is an outcome too."""
        waiting = iter(sorted(extra) if extra or work is self.make else range(len(self.jobs)))
        at_work: dict[Future[R], int] = {}
        try:
            while True:
                while len(at_work) < self.window and (n := next(waiting, None)) is not None:
                    given: tuple[Any, ...] = (extra[n],) if n in extra else ()
                    at_work[self.executor.submit(work, self.jobs[n], settings, *given)] = n
                if not at_work:
                    return
                done, _ = wait(at_work, return_when=FIRST_COMPLETED)
                for future in done:
                    n = at_work.pop(future)
                    yield n, _result(future, self.jobs[n])
        finally:
            for future in at_work:
                future.cancel()


def _result(future: Future[R], job: Job) -> R | Outcome:
    try:
        return future.result()
    except (WorkerDiedError, TimeLimitError) as error:
        return Outcome(job.name, Status.FAILED, reasons=(str(error),))
    except CaseBrokeError as error:
        return Outcome(job.name, Status.FAILED, reasons=(str(error),))
    except Exception as error:  # noqa: BLE001 - of an executor that is not ours; its words may tell
        return Outcome(job.name, Status.FAILED, reasons=(type(error).__name__,))


def _twice(jobs: list[Job], looks: dict[int, Look]) -> dict[int, Outcome]:
    """Cases whose id another case has: neither can be told from the other, so both wait."""
    holders: dict[str, list[int]] = {}
    for n, one in looks.items():
        if one.case_id:
            holders.setdefault(one.case_id, []).append(n)
    return {
        n: Outcome(
            jobs[n].name, Status.REFUSED,
            reasons=(f"its matter.id is also that of {jobs[same[0] if n != same[0] else same[1]].name}; "
                     "give each case its own.",),
        )
        for same in holders.values() if len(same) > 1
        for n in sorted(same)
    }
