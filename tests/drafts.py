"""The packets of the samples, drafted once for all the tests of a process."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

from drafter.casefile import load
from drafter.cli.samples import sample_files
from drafter.drafting import Draft, draft
from drafter.law import load_law

AS_OF = dt.date(2026, 11, 24)
SAMPLES = tuple(sample_files())


@cache
def drafted(sample: str) -> Draft:
    """The packet of a sample, in memory."""
    law = load_law()
    return draft(load(sample_files()[sample], law).case, law, AS_OF)


def laid_out(sample: str, folder: Path) -> list[Path]:
    """The papers of a sample in a flat folder, named for the sample and the paper."""
    files = []
    for paper in drafted(sample).papers:
        file = folder / f"{sample}--{paper.path.replace('/', '-')}"
        file.write_bytes(paper.data)
        files.append(file)
    return files
