"""Measuring: ours beside a plain docxtpl loop, in one run, by medians of CPU time."""

from __future__ import annotations

import datetime as dt
import io
import math
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree

from drafter import drafting
from drafter.batch import Batch, Settings, Workers, collect
from drafter.casefile import loads
from drafter.casefile.loading import Loaded
from drafter.checks import Note, run_checks
from drafter.checks.matter import Matter
from drafter.law import load_law
from drafter.packet import Provenance, write_packet
from drafter.render import Ledger, Template, shipped_template
from drafter.render.names import DOCUMENT
from drafter.wording.text import Text
from tests.bench.cases import full_case

AS_OF = dt.date(2026, 11, 24)
ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Filled:
    """One filling of a template that drafting asked for."""

    template: str
    context: Any
    labels: dict[str, str]
    title: str


def cpu(work: Callable[[], object]) -> float:
    """Seconds of CPU that some work takes."""
    before = time.process_time()
    work()
    return time.process_time() - before


def medians(times: int, *works: Callable[[], object]) -> list[float]:
    """The median CPU seconds of each of some works, taken in turn so that all meet the same noise."""
    for work in works:
        work()
    rounds = [[cpu(work) for work in works] for _ in range(times)]
    return [statistics.median(column) for column in zip(*rounds, strict=True)]


def loaded(number: int, paragraphs: int = 0) -> Loaded:
    """A full case, read."""
    return loads(full_case(number, paragraphs), "case.yaml", load_law())


def checked(one: Loaded) -> tuple[Note, ...]:
    """The notes of a case."""
    return run_checks(Matter(one.case, load_law(), AS_OF))


@contextmanager
def recorded() -> Iterator[list[Filled]]:
    """Writes down every filling while it lasts."""
    seen: list[Filled] = []
    fill = Template.fill

    def watched(
        self: Template, context: object, ledger: Ledger, *, title: str, **more: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        seen.append(Filled(self.name, context, dict(ledger.labels), title))
        return fill(self, context, ledger, title=title, **more)

    Template.fill = watched  # type: ignore[method-assign]
    try:
        yield seen
    finally:
        Template.fill = fill  # type: ignore[method-assign]


def fillings(number: int, paragraphs: int = 0) -> list[Filled]:
    """What is filled for the packet of one case."""
    with recorded() as seen:
        drafting.draft(loaded(number, paragraphs).case, load_law(), AS_OF)
    return seen


def plainly(one: Filled) -> bytes:
    """The same template and words through docxtpl as its manual shows it."""
    template = DocxTemplate(io.BytesIO(shipped_template(one.template)))
    words = {each.name: getattr(one.context, each.name) for each in fields(one.context)}
    jinja = Environment(
        autoescape=True, finalize=lambda value: value.plain if isinstance(value, Text) else value
    )
    template.render(words, jinja_env=jinja, autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


_OPEN: dict[str, Template] = {}


def ours(one: Filled) -> bytes:
    """Through our engine, opened before."""
    if one.template not in _OPEN:
        _OPEN[one.template] = Template.open(shipped_template(one.template), one.template)
    return _OPEN[one.template].fill(one.context, Ledger(one.labels), title=one.title).data


def changed_parts(paper: bytes, template: str) -> list[bytes]:
    """The parts of a paper that its template does not hold as they are."""
    with zipfile.ZipFile(io.BytesIO(paper)) as new, zipfile.ZipFile(
        io.BytesIO(shipped_template(template))
    ) as old:
        known = set(old.namelist())
        return [new.read(n) for n in new.namelist() if n not in known or new.read(n) != old.read(n)]


def deflate(parts: list[bytes]) -> bytes:
    """The least that can be done: compress what changed."""
    out = []
    for part in parts:
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        out.append(packer.compress(part) + packer.flush())
        zlib.crc32(part)
    return b"".join(out)


def numbered(one: Filled) -> int:
    """The numbered paragraphs of a paper."""
    data = ours(one)
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(DOCUMENT))
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return sum(style.get(f"{space}val") == "Allegation" for style in root.iter(f"{space}pStyle"))


def packet(number: int, out: Path) -> None:
    """From the text of a case file to its packet on the disk, without waiting for the disk."""
    one = loaded(number)
    drafted = drafting.draft(one.case, load_law(), AS_OF)
    write_packet(drafted, out, Provenance(one.digest, "0"), held=True, durable=False)


def plain_packet(papers: list[Filled], out: Path) -> None:
    """The papers of a packet through docxtpl, words given: nothing is read, checked or worded."""
    for n, one in enumerate(papers):
        (out / f"{n}.docx").write_bytes(plainly(one))


def exponent(sizes: list[int], seconds: list[float]) -> float:
    """By which power of the size the cost grows: the slope between logarithms."""
    xs, ys = [math.log(one) for one in sizes], [math.log(one) for one in seconds]
    middle_x, middle_y = statistics.fmean(xs), statistics.fmean(ys)
    return sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True)) / sum(
        (x - middle_x) ** 2 for x in xs
    )


def batch_seconds(count: int, *, durable: bool, workers: int = 2) -> float:
    """Wall-clock seconds for a batch, its workers started and warm."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        for n in range(count):
            (folder / "in" / f"{n:05d}.yaml").write_text(full_case(n), encoding="utf-8")
        pool = Workers(workers)
        try:
            warm = Settings(folder / "warm", AS_OF, durable=False)
            list(Batch(collect([str(folder / "in" / "0000*.yaml")]), warm, pool).run())
            batch = Batch(collect([str(folder / "in")]), Settings(folder / "out", AS_OF, durable=durable), pool)
            started = time.perf_counter()
            list(batch.run())
            took = time.perf_counter() - started
        finally:
            pool.shutdown()
        assert batch.tally.done == count
    return took


def peak() -> float:
    """The most megabytes that the worker which is asked has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def memory_after(counts: list[int]) -> list[float]:
    """Peak megabytes of one worker after so many cases."""
    peaks, done = [], 0
    pool = Workers(1)
    with tempfile.TemporaryDirectory() as name:
        for count in counts:
            folder = Path(name) / str(count)
            folder.mkdir()
            for n in range(done, count):
                (folder / f"{n:05d}.yaml").write_text(full_case(n), encoding="utf-8")
            settings = Settings(Path(name) / f"out-{count}", AS_OF, durable=False)
            list(Batch(collect([str(folder)]), settings, pool).run())
            done = count
            peaks.append(pool.submit(peak).result())
    pool.shutdown()
    return peaks


def cold(*arguments: str, times: int = 7) -> float:
    """Median CPU seconds of a command from a cold start, those of the interpreter included.

    The modules are compiled, as those of an installed program are: the first run does not count.
    """
    spent = []
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(times + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with tempfile.TemporaryDirectory() as out:
            subprocess.run(
                [sys.executable, "-m", "drafter", *(one.replace("OUT", out) for one in arguments)],
                cwd=ROOT, check=True, capture_output=True, env=compiled,
            )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(spent[1:])
