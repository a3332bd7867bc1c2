"""`make bench`: the figures of README, each beside the plain one, in one run."""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.bench import measures as m
from tests.bench.rivals import rival_milliseconds

CASES = int(sys.argv[1]) if len(sys.argv) > 1 else 200


def row(what: str, value: str, target: str) -> None:
    """One line of the table."""
    print(f"| {what} | {value} | {target} |", flush=True)  # noqa: T201 - this is its output


def papers() -> None:
    """One paper, and a whole packet, against a plain loop."""
    more = 60
    petition = m.fillings(1, more)[0]
    parts = m.changed_parts(m.ours(petition), petition.template)
    ours, plain, floor = m.medians(
        9, lambda: m.ours(petition), lambda: m.plainly(petition), lambda: m.deflate(parts)
    )
    row(f"petition of {m.numbered(petition)} numbered paragraphs, filled",
        f"{ours * 1e3:.1f} ms; plain docxtpl {plain * 1e3:.0f} ms: {plain / ours:.1f} times as fast", "25")
    row("… against compressing what changed in it",
        f"{floor * 1e3:.1f} ms: {ours / floor:.1f} times as long", "2.5")
    rivals = rival_milliseconds(m.ours(petition))
    row("… against npm engines, which only loop over its ready paragraphs",
        "; ".join(f"{name} {spent:.0f} ms: {spent / ours / 1e3:.1f} times as fast" for name, spent in rivals.items())
        or "not measured: npm is not here or cannot be reached", "ahead")
    filled = m.fillings(2)
    numbers = iter(range(100, 10_000))
    with tempfile.TemporaryDirectory() as name:
        out = Path(name)
        ours, plain = m.medians(
            9, lambda: m.packet(next(numbers), out), lambda: m.plain_packet(filled, out)
        )
    row(f"packet of {len(filled)} papers, from case file to disk without fsync",
        f"{ours * 1e3:.0f} ms CPU, {1 / ours:.1f} a second; the same papers by plain docxtpl, words "
        f"given, {plain * 1e3:.0f} ms: {plain / ours:.1f} times as fast", "30 a second; 10")
    read, checked, drawn = m.medians(
        9, lambda: m.loaded(next(numbers)),
        lambda: m.checked(m.loaded(next(numbers))),
        lambda: [m.ours(each) for each in filled],
    )
    row("… of which reading; checking; filling",
        f"{read * 1e3:.1f}; {(checked - read) * 1e3:.1f}; {drawn * 1e3:.1f} ms", "")


def growth() -> None:
    """How the cost grows with the length of a paper and the number of cases."""
    sizes = [125, 250, 500, 1000, 2000]
    seconds = []
    for size in sizes:
        petition = m.fillings(4, size)[0]
        seconds.append(m.medians(3, partial(m.ours, petition))[0])
    row("growth of the cost to 2,000 more paragraphs", f"exponent {m.exponent(sizes, seconds):.2f}", "1.15")


def batches() -> None:
    """Many packets at once."""
    counts = [CASES // 4, CASES // 2, CASES]
    loose = [m.batch_seconds(one, durable=False) for one in counts]
    firm = m.batch_seconds(CASES, durable=True)
    row(f"batch of {CASES} cases, two workers, without fsync", f"{CASES / loose[-1]:.1f} a second", "")
    row("… with every packet waited for on the disk",
        f"{CASES / firm:.1f} a second; durability costs {(firm - loose[-1]) / CASES * 1e3:.1f} ms a packet", "30")
    row(f"growth of the cost to {CASES} cases", f"exponent {m.exponent(counts, loose):.2f}", "1.15")
    first, last = m.memory_after([max(CASES // 4, 20), CASES])
    row(f"memory of a worker after {CASES} cases",
        f"{last:.0f} MB; {last - first:+.0f} MB since the first {max(CASES // 4, 20)}", "150")


def starts() -> None:
    """Commands from a cold start."""
    row("`drafter --help`, CPU", f"{m.cold('--help') * 1e3:.0f} ms", "60")
    row("`drafter check` on a full case, CPU",
        f"{m.cold('check', m_sample(), '--as-of', '2026-11-24') * 1e3:.0f} ms", "300")
    row("`drafter draft`, one packet, CPU",
        f"{m.cold('draft', m_sample(), '--as-of', '2026-11-24', '--out', 'OUT') * 1e3:.0f} ms", "1,000")


def m_sample() -> str:
    """The sample that is measured."""
    from tests.bench.cases import SAMPLE

    return SAMPLE


if __name__ == "__main__":
    row("measured", "figure", "target")
    row("---", "---", "---")
    papers()
    growth()
    batches()
    starts()
