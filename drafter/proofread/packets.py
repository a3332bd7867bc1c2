"""The last look at a whole packet: every paper agrees with every other, before one is written.

What a person typed is theirs and is what the checks and their notes are for; so a rule asks,
before it speaks, whether the words stand in the case file. What is left is a mistake of ours.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel

from drafter.checks import Note
from drafter.checks.matter import Matter
from drafter.render import Paper
from drafter.wording.dates import long_date

Finding = tuple[str, str]
"""The title of a paper, and what is wrong with it."""


@dataclass(frozen=True)
class Sheet:
    """One finished paper.

    Args:
        kind: file, send or keep.
        name: of the file, without number and ``.docx``.
        title: as lists of enclosures print it.
        later: filed after the opening paper, so that no letter lists it.
        paper: what came out of Word's door.
        ours: drawn on a template of the program, whose layout the rules know.
    """

    kind: str
    name: str
    title: str
    later: bool
    paper: Paper
    ours: bool = True

    @cached_property
    def text(self) -> str:
        """Every paragraph of the body, each once, no-break spaces as spaces."""
        return plain("\n".join(dict.fromkeys(line.text for line in self.paper.lines)))

    @cached_property
    def words(self) -> list[str]:
        """The words between spaces."""
        return self.text.split()

    def lines(self, *styles: str) -> list[str]:
        """The words of the paragraphs of some styles, in order."""
        return [plain(one.text) for one in self.paper.lines if one.style in styles]


@dataclass(frozen=True)
class Packet:
    """All papers of a case, the opening paper first, with what they were drafted from."""

    matter: Matter
    sheets: Sequence[Sheet]
    notes: Sequence[Note] = ()

    @property
    def opening(self) -> Sheet:
        """The opening paper."""
        return self.sheets[0]

    @cached_property
    def out(self) -> list[Sheet]:
        """The papers that leave the office."""
        return [one for one in self.sheets if one.kind != "keep"]

    @cached_property
    def whole(self) -> str:
        """The words of all papers that leave the office: one search instead of many."""
        return "\n".join(one.text for one in self.out)

    @property
    def filed(self) -> list[Sheet]:
        """The papers that go to the court."""
        return [one for one in self.sheets if one.kind == "file"]

    def named(self, name: str) -> Sheet | None:
        """The paper of that name, if the packet has it."""
        return next((one for one in self.sheets if one.name == name), None)

    def own(self, words: str) -> bool:
        """Whether a person typed these whole words into the case file or the office's settings."""
        sought = re.escape(plain(words))
        return re.search(rf"(?<!\w){sought}(?!\w)", self._typed) is not None

    def own_signs(self, signs: str) -> bool:
        """The same for signs, which may stand within a word."""
        return plain(signs) in self._typed

    @cached_property
    def _typed(self) -> str:
        return plain("\n".join([*_typed(self.matter.case), *self.matter.office.letterhead]))


Rule = Callable[[Packet], Iterator[Finding]]


def judge_packet(
    packet: Packet, gates: Iterable[Rule], consistency: Iterable[Rule] = ()
) -> list[str]:
    """Broken promises of a packet, one phrase each; none is right.

    An office may lay out its own templates as it likes: what they leave out is not held against
    the packet, what may never leave the office is.

    Args:
        packet: its papers and what they were drafted from.
        gates: what is asked of every paper.
        consistency: what is asked of papers whose layout is ours.
    """
    theirs = {one.title for one in packet.sheets if not one.ours}
    found = [one for rule in gates for one in rule(packet)]
    if packet.opening.ours:
        found += [one for rule in consistency for one in rule(packet) if one[0] not in theirs]
    return list(dict.fromkeys(f"{title}: {what}" for title, what in found))


def plain(text: str) -> str:
    """A text with straight quotation marks and plain spaces, so that two can be compared."""
    for curly, straight in (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'")):
        text = text.replace(curly, straight)
    return text.replace("\u00a0", " ").replace("\u2011", "-")


def _typed(value: object) -> Iterator[str]:
    """Every text of a case, and every day as it prints."""
    match value:
        case str():
            yield value
        case dt.date():
            yield long_date(value)
        case int():
            yield str(value)
        case BaseModel():
            for _, child in value:
                yield from _typed(child)
        case tuple():
            for child in value:
                yield from _typed(child)
        case _:
            pass


def gist(text: str) -> str:
    """A text on one line, cut where a message would grow too long."""
    words = re.sub(r"\s+", " ", text).strip()
    return words if len(words) <= 70 else f"{words[:69]}…"
