"""Packets of the samples as the last look sees them, to be tampered with."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from drafter import drafting
from drafter.case import Case
from drafter.casefile import load
from drafter.cli.samples import sample_files
from drafter.law import load_law
from drafter.proofread import Packet, Sheet, consistency, gates, judge_packet
from tests.drafts import AS_OF

Change = Callable[[Packet], Packet]


def packet_of(case: Case) -> Packet:
    """The packet of a case, caught where the last look is taken."""
    caught: list[Packet] = []

    def catch(packet: Packet, *_: object) -> list[str]:
        caught.append(packet)
        return []

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drafting, "judge_packet", catch)
        drafting.draft(case, load_law(), AS_OF)
    return caught[0]


@cache
def sample(name: str) -> Packet:
    """The packet of a sample."""
    return packet_of(load(sample_files()[name], load_law()).case)


def judged(packet: Packet) -> list[str]:
    """What all rules say of a packet."""
    return judge_packet(packet, gates.RULES, consistency.RULES)


def with_sheet(packet: Packet, name: str, change: Callable[[Sheet], Sheet]) -> Packet:
    """The packet with one paper changed."""
    assert any(one.name == name for one in packet.sheets), name
    return Packet(
        packet.matter,
        tuple(
            change(_fresh(one)) if one.name == name else _fresh(one) for one in packet.sheets
        ),
        packet.notes,
    )


def _fresh(sheet: Sheet) -> Sheet:
    """A copy that remembers nothing of the text before."""
    return Sheet(sheet.kind, sheet.name, sheet.title, sheet.later, sheet.paper, sheet.ours)


def said(name: str, old: str | re.Pattern[str], new: str, style: str = "") -> Change:
    """Other words in one paper, wherever the old ones stand (in paragraphs of a style)."""
    pattern = re.compile(re.escape(old)) if isinstance(old, str) else old

    def change(packet: Packet) -> Packet:
        def inner(sheet: Sheet) -> Sheet:
            hits = 0
            lines = []
            for line in sheet.paper.lines:
                text = line.text.replace("\u00a0", " ")
                if style in line.style:
                    other, times = pattern.subn(lambda _: new, text)
                    hits += times
                    line = replace(line, text=other)  # noqa: PLW2901 - the changed one
                lines.append(line)
            assert hits, f"{name} does not say {old!r}"
            return replace(sheet, paper=replace(sheet.paper, read=lambda: tuple(lines)))

        return with_sheet(packet, name, inner)

    return change


def without(name: str) -> Change:
    """The packet with a paper left out."""
    return lambda packet: Packet(
        packet.matter, tuple(_fresh(one) for one in packet.sheets if one.name != name), packet.notes)
