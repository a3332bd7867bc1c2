"""What a batch leaves behind besides its packets: one line for each case, and a summary."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO

from drafter.batch.work import Look, Outcome, Status

REPORT = "batch-report.jsonl"
_MOST_VALUES = 50
_MOST_ROWS = 20


class Journal:
    """The report while it is written: a line reaches the system as soon as its case is done.

    The packets are the truth of what is done, and each run reports on every case anew; so a
    report that a killed run left short is simply replaced.
    """

    def __init__(self, out: Path) -> None:
        self.path = out / REPORT
        descriptor = os.open(
            self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600
        )
        self._file: IO[str] = os.fdopen(descriptor, "w", encoding="utf-8")

    def write(self, outcome: Outcome) -> None:
        """Adds the line of one case."""
        told = {key: value for key, value in asdict(outcome).items() if value or key == "name"}
        if "notes" in told:
            told["notes"] = dict(outcome.notes)
        self._file.write(json.dumps(told, ensure_ascii=False) + "\n")
        self._file.flush()

    def close(self) -> None:
        """Sees the last line to the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()


@dataclass(slots=True)
class Tally:
    """The counts of a run.

    Args:
        cases: how many there are.
        by_status: how many of each status.
        papers: how many papers stand in packets drafted now or before.
        stops: how many cases have a STOP note standing.
        strangers: names of the cases in which something of another client stands.
        blanks: how many blanks are to be filled.
        edited: papers that were edited since, and left.
    """

    cases: int = 0
    by_status: Counter[Status] = field(default_factory=Counter)
    papers: int = 0
    stops: int = 0
    strangers: list[str] = field(default_factory=list)
    blanks: int = 0
    edited: list[str] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Counts one case in."""
        self.by_status[outcome.status] += 1
        self.papers += outcome.papers
        self.stops += bool(dict(outcome.notes).get("STOP"))
        self.blanks += outcome.blanks
        self.edited += outcome.edited
        if outcome.stranger:
            self.strangers.append(outcome.case_id)

    @property
    def done(self) -> int:
        """Cases whose packet stands there."""
        return self.by_status[Status.DRAFTED] + self.by_status[Status.THERE]

    @property
    def looked_at(self) -> int:
        """Cases of which it is known how they went."""
        return sum(self.by_status.values())

    def rows(self) -> list[tuple[str, str]]:
        """The summary as a table of two columns."""
        count = self.by_status
        rows = [
            ("cases", f"{self.cases:,}"),
            ("drafted now", f"{count[Status.DRAFTED]:,}"),
            ("there already, the same", f"{count[Status.THERE]:,}"),
            ("refused", f"{count[Status.REFUSED]:,}"),
            ("failed", f"{count[Status.FAILED]:,}"),
            ("papers", f"{self.papers:,}"),
            ("cases with a STOP note", f"{self.stops:,}"),
            ("with facts of another client", f"{len(self.strangers):,}"),
            ("blanks to fill", f"{self.blanks:,}"),
        ]
        if self.edited:
            rows.append(("edited papers, left as they are", f"{len(self.edited):,}"))
        return rows


class Differences:
    """Which fields differ from case to case, and which case stands alone; no value is shown."""

    def __init__(self) -> None:
        self._cases = 0
        self._values: dict[str, Counter[int]] = {}
        self._seen: Counter[str] = Counter()
        self._holders: dict[tuple[str, int], str] = {}

    def enter(self, one: Look) -> None:
        """Takes in the values of a case; one that could not be read has none."""
        if not one.leaves:
            return
        self._cases += 1
        for path, value in one.leaves:
            counts = self._values.setdefault(path, Counter())
            self._seen[path] += 1
            if value in counts or len(counts) < _MOST_VALUES:
                if value not in counts:
                    self._holders[path, value] = one.case_id
                counts[value] += 1

    def rows(self) -> list[tuple[str, str, str]]:
        """Field, how it differs, and the odd ones out; the most telling rows first.

        A field that nearly all cases share is where a slip shows; one that differs in each, as
        a name does, comes last. Fields that some cases have not are counted, not listed.
        """
        rows: list[tuple[bool, float, str, str, str]] = []
        absent_only = 0
        for path, counts in self._values.items():
            seen, (_, most) = self._seen[path], counts.most_common(1)[0]
            if (len(counts) == 1 and seen == self._cases) or path == "matter.id":
                continue
            if len(counts) == 1:
                absent_only += 1
                continue
            share = most / self._cases
            kinds = f"{_MOST_VALUES}+" if len(counts) >= _MOST_VALUES else str(len(counts))
            absent = f", absent in {self._cases - seen:,}" if seen < self._cases else ""
            odd = [self._holders[path, value] for value, times in counts.items() if times == 1]
            alone = ", ".join(odd) if share >= 0.8 and 0 < len(odd) <= 3 else ""
            rows.append((not alone, -share, path, f"{kinds} values{absent}", alone))
        rows.sort()
        told = [row[2:] for row in rows[:_MOST_ROWS]]
        if len(rows) > len(told):
            told.append(("and more fields", f"{len(rows) - len(told):,}", ""))
        if absent_only:
            told.append(("fields that some cases have not", f"{absent_only:,}", ""))
        return told


def read_report(path: Path) -> Iterable[dict[str, object]]:
    """The lines of a report; a last line that was cut off by a kill is left out."""
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.endswith("\n"):
            yield json.loads(line)
