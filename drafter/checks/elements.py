"""ELE: a clear right, a clear duty, an act withheld."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.case import known
from drafter.checks.matter import Matter
from drafter.checks.naming import called
from drafter.checks.phrases import QUALITY, found, quoted
from drafter.checks.reading import commands, duty_acts, entry
from drafter.checks.registry import Finding, Severity, check

_IMPOSSIBLE = re.compile(
    r"\b(?:no|not enough|lacks?|lacked|without|insufficient|short of) (?:\w+ )?(?:staff(?! members?)|funds?"
    r"|funding|personnel|visas?(?: numbers?)? (?:are |is )?(?:available|left)|visa numbers?|resources|beds)\b|\bbacklogs?\b|\bunderstaffed\b"
    r"|\bimpossible\b|\bannual cap\b",
    re.IGNORECASE,
)


@check(
    "ELE001",
    Severity.STOP,
    message="No duty is recorded. Mandamus is asked for an act that the law requires; name the "
    "duty, its source and the officer who owes it.",
    sources=("usc-28-1361", "kerr-v-us-district-court"),
)
def no_duty(matter: Matter) -> Iterator[Finding]:
    """A writ rests on a duty that the law lays on the respondent.

    Fires when the case lists no duty at all. A duty that is listed without a source is
    DUT001's matter.
    """
    if not matter.case.duties:
        yield Finding("duties")


@check(
    "ELE002",
    Severity.REVIEW,
    message='Nothing says why the duty "{detail}" is owed to these petitioners and not only to '
    "the public at large. Add the facts that put them within the class the text protects.",
    sources=("usc-28-1361", "wilbur-v-kadrie"),
)
def duty_not_shown_owed(matter: Matter) -> Iterator[Finding]:
    """The duty must be owed to the person who asks for the writ.

    Fires for each duty whose ``owed`` holds no sentence. That a petitioner was hurt by the
    neglect is another question: JUR007.
    """
    for n, duty in enumerate(matter.case.duties):
        if not duty.owed:
            yield Finding(f"duties.{n}.owed", called(duty))


@check(
    "ELE003",
    Severity.REVIEW,
    message='Nothing says why the duty "{detail}" leaves no judgment to the officer. Say what '
    "is not asked, and what fact makes the act one that is done or not done.",
    sources=("heckler-v-ringer", "wilbur-v-kadrie"),
)
def judgment_not_excluded(matter: Matter) -> Iterator[Finding]:
    """Mandamus reaches an act, not the way in which judgment is used.

    Fires for each duty whose ``no_judgment`` holds no sentence. Words that ask the court to
    weigh quality are ELE006's matter.
    """
    for n, duty in enumerate(matter.case.duties):
        if not duty.no_judgment:
            yield Finding(f"duties.{n}.no_judgment", called(duty))


@check(
    "ELE004",
    Severity.REVIEW,
    message='Nothing says how the duty "{detail}" was not done. Add the sentence that shows the '
    "act withheld, with its source or the number of the paragraph that shows it.",
    sources=("usc-5-706-1", "frcp-8-a"),
)
def no_neglect(matter: Matter) -> Iterator[Finding]:
    """A count says what was not done, from facts.

    Fires for each duty whose ``neglect`` holds no sentence. A sentence that is there and
    leads to no source or paragraph is EVI014's matter.
    """
    for n, duty in enumerate(matter.case.duties):
        if not duty.neglect:
            yield Finding(f"duties.{n}.neglect", called(duty))


@check(
    "ELE005",
    Severity.STOP,
    message='The duty "{detail}" names no discrete act. Name one act, by one officer, that is '
    "either done or not done.",
    sources=("norton-v-suwa",),
)
def no_act(matter: Matter) -> Iterator[Finding]:
    """The act must be discrete, and required.

    Fires for a duty whose ``act`` is not known and which is not taken from the catalogue. An
    act that is named but describes a program is DUT005's matter.
    """
    for n, duty in enumerate(matter.case.duties):
        if known(duty.act) is None and entry(matter, duty) is None:
            yield Finding(f"duties.{n}.act", called(duty))


@check(
    "ELE006",
    Severity.REVIEW,
    message="The words {detail} may ask the court to weigh how well an act is done. That an act "
    "exists can usually be ordered; its quality is usually left to the officer. Ask for "
    "the act.",
    sources=("wilbur-v-kadrie", "norton-v-suwa"),
)
def quality_asked(matter: Matter) -> Iterator[Finding]:
    """Whether training is adequate is judgment; whether its certificate exists is not.

    Fires when a writ item or the act of a duty holds a word of quality (adequate, proper,
    sufficient, reasonable). Words that name a whole program are DUT005's and REL011's.
    """
    for passage in (*duty_acts(matter), *commands(matter)):
        match = QUALITY.search(passage.text)
        if match is not None and not passage.field.endswith(".statement"):
            yield Finding(passage.field, quoted(match[0]))


@check(
    "ELE007",
    Severity.REVIEW,
    message="The facts mention {detail}. A court may decline to order what cannot be done; say "
    "why this act can be done, or ask for a schedule and a report.",
    sources=("aha-v-price",),
)
def impossibility(matter: Matter) -> Iterator[Finding]:
    """Equity does not order the impossible.

    Fires when events, demands, remedies or duties mention a want of staff, money or places,
    a backlog or a cap. A deadline that is merely missing from the prayer is REL006's matter.
    """
    yield from found(matter, _IMPOSSIBLE, "events", "demands", "remedies", "duties")
