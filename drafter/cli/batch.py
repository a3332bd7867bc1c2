"""The command that drafts many cases, and how it shows where it is."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from concurrent.futures import Executor

from drafter.batch import Batch, Outcome, Progress, Settings, Workers, collect
from drafter.cli import status
from drafter.cli.arguments import today
from drafter.cli.cases import templates_in
from drafter.cli.config import configured
from drafter.cli.screen import complain, counted, show, table
from drafter.errors import CaseFileError

_EVERY = 0.2  # seconds between two drawings of the progress line


def batch(options: argparse.Namespace) -> int:
    """Writes the packets of many cases; one that fails costs no other."""
    gc.enable()  # a batch lasts
    own = configured(options)
    templates_in(options.templates, eager=True)  # says what is wrong before any work is done
    if options.base is not None and not options.base.is_file():
        raise CaseFileError([f"{options.base}: there is no such file; check the name."])
    jobs = collect(options.sources, options.base)
    settings = Settings(
        out=options.out.absolute(), as_of=options.as_of or today(), resume=options.resume,
        templates=None if options.templates is None else options.templates.absolute(),
        office=own.office, office_sha256=own.digest, court=own.forum,
    )
    executor, workers = _executor(options)
    run = Batch(jobs, settings, executor, window=2 * workers)
    started = time.monotonic()
    line = _ProgressLine(started)
    try:
        for progress in run.run():
            line.draw(progress)
            if progress.outcome is not None:
                _tell(progress.outcome, line)
    finally:
        line.wipe()
        # Without this the workers would finish what they have after Ctrl-C.
        executor.shutdown(wait=True, cancel_futures=True)
    _summary(run, time.monotonic() - started, options)
    if run.tally.done < run.tally.cases:
        return status.COULD_NOT
    if options.strict and run.tally.stops:
        complain(f"{counted(run.tally.stops, 'case')} with a STOP note, to be cleared or dismissed.")
        return status.STOP_STANDS
    return status.DONE


def _executor(options: argparse.Namespace) -> tuple[Executor, int]:
    if options.scheduler is not None:
        from drafter.batch.cluster import dask_executor  # noqa: PLC0415 - an extra

        return dask_executor(options.scheduler)
    count = options.jobs or len(os.sched_getaffinity(0))
    return Workers(count, seconds=options.time_limit), count


def _tell(outcome: Outcome, line: _ProgressLine) -> None:
    """One line for each case that could not be drafted, and for each edited paper."""
    if not outcome.is_done:
        line.wipe()
        reasons = "; ".join(outcome.reasons)
        place = "" if reasons.startswith(outcome.name) else f"{outcome.name}: "
        complain(f"{outcome.status.value}: {place}{reasons}")
    for path in outcome.edited:
        line.wipe()
        complain(f"{path}: has been edited since it was drafted; it was left as it is.")


def _summary(run: Batch, seconds: float, options: argparse.Namespace) -> None:
    tally = run.tally
    complain(table(tally.rows()))
    rate = tally.looked_at / seconds if seconds else 0.0
    complain(f"{seconds:.1f} seconds, {rate:.1f} cases a second.")
    if rows := run.differences.rows():
        complain("What differs from case to case, and the case that stands alone:")
        complain(table(rows))
    for name in tally.strangers:
        complain(f"STOP: {name} holds facts of another client; its review memo says where.")
    show(str(options.out / "batch-report.jsonl"))


class _ProgressLine:
    """Where a run is, on one line of the terminal; nothing where there is no terminal."""

    def __init__(self, started: float) -> None:
        self._on = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._since = self._drawn = started
        self._phase = ""
        self._width = 0
        self._failed = 0

    def draw(self, progress: Progress) -> None:
        """Draws it anew, but not more often than an eye can follow."""
        now = time.monotonic()
        if progress.phase != self._phase:
            self._phase, self._since = progress.phase, now
        if progress.outcome is not None and not progress.outcome.is_done:
            self._failed += 1
        if not self._on or (now - self._drawn < _EVERY and progress.done < progress.of):
            return
        self._drawn = now
        text = progress_text(progress, now - self._since, self._failed)
        sys.stderr.write("\r" + text.ljust(self._width))
        sys.stderr.flush()
        self._width = len(text)

    def wipe(self) -> None:
        """Clears the line for other words."""
        if self._on and self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            sys.stderr.flush()
            self._width = 0


def progress_text(progress: Progress, seconds: float, failed: int) -> str:
    """``drafting 1,204 of 10,000 [##······] 31.2 a second, 4:42 left, 2 failed``."""
    rate = progress.done / seconds if seconds > 0 else 0.0
    left = int((progress.of - progress.done) / rate) if rate else 0
    full = round(20 * progress.done / progress.of) if progress.of else 20
    parts = [
        f"{progress.phase} {progress.done:,} of {progress.of:,} [{'#' * full}{'.' * (20 - full)}]",
        f"{rate:.1f} a second, {left // 60}:{left % 60:02d} left",
    ]
    return " ".join(parts) + (f", {failed} failed" if failed else "")
