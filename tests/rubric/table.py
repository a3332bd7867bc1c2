"""The table of what a grader asks of a packet, and what each question needs to be asked at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from drafter.proofread import Packet
from drafter.proofread.packets import Rule
from drafter.render import Line

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"
DATE = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|"
                  r"December) \d{1,2}, \d{4}")

Ask = Callable[[Packet], Iterable[str]]
Unless = Callable[[Packet], str]


@dataclass(frozen=True)
class Item:
    """One question: what is asked, when it is not, and what is wrong with a packet."""

    words: str
    wrong: Ask
    unless: Unless


ITEMS: dict[str, Item] = {}


def item(key: str, words: str, unless: Unless = lambda _: "") -> Callable[[Ask], Ask]:
    """Enters a question under its number; ``unless`` says why it is not asked of a packet."""

    def enter(wrong: Ask) -> Ask:
        assert key not in ITEMS, key
        ITEMS[key] = Item(words, wrong, unless)
        return wrong

    return enter


def found(packet: Packet, *rules: Rule) -> Iterator[str]:
    """What rules of the last look find; each of them is seen to fail on a tampered packet."""
    for rule in rules:
        yield from (f"{title}: {what}" for title, what in rule(packet))


def plain(text: str) -> str:
    """No-break spaces as spaces."""
    return text.replace("\u00a0", " ")


def styled(packet: Packet, *styles: str) -> list[Line]:
    """The paragraphs of the opening paper that have a style."""
    return [one for one in packet.opening.paper.lines if one.style in styles]


def section(packet: Packet, start: str) -> list[Line]:
    """The paragraphs below the first main heading that begins so."""
    inside, taken = False, []
    for line in packet.opening.paper.lines:
        if line.style == "heading 1":
            inside = line.text.upper().startswith(start)
        elif inside and line.style == "Allegation":
            taken.append(line)
    return taken


def federal(packet: Packet) -> bool:
    """Whether the case is in a federal trial court."""
    return packet.matter.vehicle in {"federal-complaint", "federal-naturalization"}


def appellate(packet: Packet) -> str:
    """Why a question on trial papers is not asked of a petition to a court of appeals."""
    if packet.matter.vehicle == "appellate-petition":
        return "a petition to a court of appeals has narrative sections and its own certificates"
    return ""


def state(packet: Packet) -> str:
    """Why a question on federal papers is not asked in a state court, or of an appellate petition."""
    return "" if federal(packet) else "asked of a federal trial court only"
