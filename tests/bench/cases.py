"""Cases for measuring: full ones, no two alike in any sentence, so that no cache is flattered."""

from __future__ import annotations

import re

from drafter.cli.samples import sample_files
from tests.batch.cases import client

SAMPLE = "overdetention-sheriff"
_SENTENCE = re.compile(r"((?:say|act|statement): (?:>-\n +)?)(?=[A-Z])")


def full_case(number: int, paragraphs: int = 0) -> str:
    """The sample as the case of another client, with every told sentence made its own.

    Args:
        number: of the client.
        paragraphs: how many more events of one sentence it tells.
    """
    text = sample_files()[SAMPLE].read_text(encoding="utf-8")
    text = text.replace(f"id: {SAMPLE}", f"id: case-{number:05d}").replace("Delphine Ersatz", client(number))
    parts = re.split(r"(?m)^(?=moa:|duties:)", text)  # the words of the agreement stay its own
    text = "".join(
        part if part.startswith("moa:") else _own(part, number) for part in parts
    )
    more = "".join(
        f"  - id: more-{n}\n    on: 2026-08-{n % 20 + 1:02d}\n    says:\n      - say: >-\n"
        f"          Entry {n} of log {number} says that the door was opened at the hour it gives and\n"
        f"          that nobody signed for the person who left.\n"
        f'        sources:\n          - {{exhibit: custody-record, at: "1"}}\n'
        for n in range(paragraphs)
    )
    return text.replace("\nevents:\n", f"\nevents:\n{more}", 1)


def _own(part: str, number: int) -> str:
    count = iter(range(10_000))
    return _SENTENCE.sub(lambda found: f"{found[1]}In entry {number}-{next(count)}, ", part)
