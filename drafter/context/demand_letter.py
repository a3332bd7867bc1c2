"""The demand: what is owed, by when an answer is asked, before suit; two pages at most."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.case import ReliefKind, known
from drafter.checks.matter import Matter
from drafter.context.counts import duty_words
from drafter.context.heading import Letterhead, letterhead
from drafter.context.opening import OpeningFacts
from drafter.context.passages import day_text, join, joined_statements
from drafter.context.persons import petitioner_short, respondent_name
from drafter.context.prayer import act
from drafter.context.recipients import Recipient, recipients
from drafter.context.voice import Voice, voice
from drafter.wording.grammar import capitalise, series
from drafter.wording.text import Blank, Text


@dataclass(frozen=True, slots=True)
class DemandDuty:
    """A duty as the letter states it: the words of the law with their cite, and the act owed."""

    words: Text
    cite: Text
    act: Text


@dataclass(frozen=True, slots=True)
class DemandLetterContext:
    """Everything the template of the demand letter may print."""

    head: Letterhead
    to: tuple[Recipient, ...]
