"""EXH: other remedies, tried and not tried."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from drafter.case import Abuse, Custody, known
from drafter.checks.matter import Matter
from drafter.checks.naming import called
from drafter.checks.phrases import MONEY, found, quoted
from drafter.checks.reading import commands, duty_authorities, is_federal
from drafter.checks.registry import Finding, Severity, check

_CUTS = dt.date(2025, 3, 21)  # the day on which the civil-rights office was reported cut
_OFFICES_CUT = {
    "dhs-crcl": "The civil-rights office of the department",
    "cis-ombudsman": "The office of the ombudsman for immigration services",
}
_RECORDS = re.compile(
    r"\b(?:produce|provide|disclose|release|furnish|deliver|turn over|hand over|make available"
    r"|grant access to)\b[^.;]{0,60}\b(?:records?|documents?|files|logs?|e-?mails?|rosters?|data"
    r"|videos?|footage|recordings?)\b|\b(?:FOIA|public records|records) request\b",
    re.IGNORECASE,
)
_EXHAUSTED = re.compile(r"\bexhaust(?:ed|ion|ing)?\b", re.IGNORECASE)
_HELD = frozenset({Custody.HELD, Custody.SERVING})


@check(
    "EXH001",
    Severity.REVIEW,
    message="No other remedy is spoken to, tried or not. Say what else could give the act, and why it "
    "would not.",
    sources=("kerr-v-us-district-court", "usc-5-704"),
)
def nothing_said(matter: Matter) -> Iterator[Finding]:
    """That no other remedy is adequate is an element of the writ.

    Fires when no remedy is listed as tried or as not tried. A remedy that is listed without a
    reason is EXH002's matter.
    """
    if not matter.case.remedies and not matter.case.remedies_not_tried:
        yield Finding("remedies")


@check(
    "EXH002",
    Severity.REVIEW,
    message='Nothing says why "{detail}" is not an adequate remedy. Add one sentence: it cannot order '
    "the act, promised no result, went to the wrong body, or is past its time.",
    sources=("kerr-v-us-district-court", "usc-5-704"),
)
def no_reason(matter: Matter) -> Iterator[Finding]:
    """A step that was tried must be shown to fall short.

    Fires for a remedy tried whose ``inadequate`` holds no sentence. What came of it is EXH008's
    matter.
    """
    for n, remedy in enumerate(matter.case.remedies):
        if not remedy.inadequate:
            yield Finding(f"remedies.{n}.inadequate", remedy.step)


@check(
    "EXH003",
    Severity.STOP,
    message='The petitioner "{detail}" is held now. Habeas is probably the adequate and faster '
    "remedy; draft it first, or say why it would not serve.",
    sources=("usc-28-2241",),
)
def held_now(matter: Matter) -> Iterator[Finding]:
    """Custody is tested by habeas.

    Fires for a petitioner recorded as held. One who serves a sentence that is lawful today is
    EXH004's matter.
    """
    for n, petitioner in enumerate(matter.case.petitioners):
        if known(petitioner.custody) is Custody.HELD:
            yield Finding(f"petitioners.{n}.custody", called(petitioner))


@check(
    "EXH004",
    Severity.REVIEW,
    message="A better remedy may lie at hand and is not named: {detail}. Name it among the remedies "
    "tried or not tried, with the reason why it does not give the act.",
    sources=("kerr-v-us-district-court", "usc-28-2241", "usc-5-552"),
)
def better_remedy_unnamed(matter: Matter) -> Iterator[Finding]:
    """The remedy that fits best is the first one the other side will name.

    Fires when the case shows custody, records or money and no listed channel is of that kind
    in the table of remedies. A prayer for records as such is EXH005's matter.
    """
    named = {r.channel for r in matter.case.remedies}
    named |= {r.channel for r in matter.case.remedies_not_tried}
    kinds = {kind for c in named if c in matter.law.remedies for kind in matter.law.remedies[c].kinds}
    for n, petitioner in enumerate(matter.case.petitioners):
        if known(petitioner.custody) in _HELD and "custody" not in kinds:
            yield Finding(f"petitioners.{n}.custody", "habeas corpus, for a person in custody")
    for n, event in enumerate(matter.case.events):
        if event.category is Abuse.RECORDS and "records" not in kinds:
            yield Finding(f"events.{n}.category", "a records act, for records refused")
    if "money" not in kinds:
        for finding in found(matter, MONEY, "relief"):
            yield Finding(finding.field, "a claim for money")


@check(
    "EXH005",
    Severity.STOP,
    message="Records are asked for by mandamus ({detail}). The federal Freedom of Information Act is "
    "the adequate remedy for records; bring a records count against the agency.",
    sources=("usc-5-552", "usc-5-552-a-4-b"),
)
def records_by_mandamus(matter: Matter) -> Iterator[Finding]:
    """Records have a statute of their own.

    Fires in a federal forum for a writ item that would produce records. State records acts
    differ; they are EXH006's matter.
    """
    if is_federal(matter):
        for passage in commands(matter):
            match = _RECORDS.search(passage.text)
            if match is not None:
                yield Finding(passage.field, quoted(match[0]))


@check(
    "EXH006",
    Severity.REVIEW,
    message="Records are asked for ({detail}). The state's records act may have a petition, a notice "
    "and a court of its own; use it, or say why this writ is the way.",
    sources=("kerr-v-us-district-court",),
)
def state_records(matter: Matter) -> Iterator[Finding]:
    """A state records act may itself give mandamus, on its own terms.

    Fires in a state forum for a writ item that would produce records and rests on no duty of
    the catalogue for records. The federal counterpart is EXH005.
    """
    if is_federal(matter) or any("records" in (d.catalogue or "") for d in matter.case.duties):
        return
    for passage in commands(matter):
        match = _RECORDS.search(passage.text)
        if match is not None:
            yield Finding(passage.field, quoted(match[0]))


@check(
    "EXH007",
    Severity.REVIEW,
    message="The text says {detail}. Few schemes make a step mandatory before this suit, and the proof "
    "may have gaps; write what was tried instead.",
    sources=("usc-5-704",),
)
def exhausted(matter: Matter) -> Iterator[Finding]:
    """To say that everything was exhausted is to promise proof of everything.

    Fires when a sentence of the case speaks of exhaustion. A list of the steps says more.
    """
    parts = ("matter", "events", "demands", "remedies", "duties", "harms", "remedies_not_tried")
    yield from found(matter, _EXHAUSTED, *parts)


@check(
    "EXH008",
    Severity.REVIEW,
    message='What came of "{detail}" is not recorded. Give the answer, or record that none came and '
    "whether the matter is open.",
    sources=("usc-5-555-b", "frcp-11"),
)
def result_unknown(matter: Matter) -> Iterator[Finding]:
    """A step has a result, if only silence.

    Fires for a remedy tried with no day of an answer, no response and no word on whether it is
    open. Why it falls short is EXH002's matter.
    """
    for n, remedy in enumerate(matter.case.remedies):
        if remedy.answered_on is None and remedy.response is None and remedy.is_open is None:
            yield Finding(f"remedies.{n}.response", remedy.step)


@check(
    "EXH009",
    Severity.INFO,
    message='"{detail}" is recorded as still open. Expect the answer that the suit is early; check its '
    "state in the week of filing.",
    sources=("usc-5-704", "usc-5-706-1"),
)
def still_open(matter: Matter) -> Iterator[Finding]:
    """What is open today may be answered tomorrow.

    Fires for a remedy tried that is marked as open.
    """
    for n, remedy in enumerate(matter.case.remedies):
        if remedy.is_open:
            yield Finding(f"remedies.{n}.is_open", remedy.step)


@check(
    "EXH010",
    Severity.INFO,
    message="{detail} was reported cut in March 2025. Plead its state "
    "at the time with a source, and do not read its silence as a refusal.",
    sources=("usc-6-345-a-6",),
)
def office_cut(matter: Matter) -> Iterator[Finding]:
    """An office without staff answers nobody.

    Fires for a step taken with the civil-rights office or the ombudsman on or after March 21, 2025.
    """
    for n, remedy in enumerate(matter.case.remedies):
        day = known(remedy.made_on)
        if remedy.channel in _OFFICES_CUT and day is not None and day >= _CUTS:
            yield Finding(f"remedies.{n}", _OFFICES_CUT[remedy.channel])


@check(
    "EXH011",
    Severity.REVIEW,
    message='"{detail}" is recorded as answered and closed, and a duty asks that a matter be '
    "concluded. A court can order a step that was not taken; it rarely reviews how well one "
    "was.",
    sources=("carson-v-osc", "usc-5-555-b"),
)
def already_concluded(matter: Matter) -> Iterator[Finding]:
    """What has been concluded cannot be compelled again.

    Fires for a complaint to the agency's own office that is answered and not open, beside a
    duty whose source is the duty to conclude a matter.
    """
    wanted = any(
        duty_authorities(matter, duty)[:1] == ("usc-5-555-b",) for duty in matter.case.duties
    )
    for n, remedy in enumerate(matter.case.remedies):
        closed = known(remedy.answered_on) is not None and remedy.is_open is False
        if wanted and closed and remedy.channel == "ice-opr":
            yield Finding(f"remedies.{n}", remedy.step)


@check(
    "EXH012",
    Severity.REVIEW,
    message='Nothing shows the step "{detail}". Attach what was sent and what came back, or name who '
    "swears to it.",
    sources=("frcp-11",),
)
def step_unproved(matter: Matter) -> Iterator[Finding]:
    """A step that was taken left a trace.

    Fires for a remedy tried with no source of its own and none in its sentences. Demands are
    DEM007's matter.
    """
    for n, remedy in enumerate(matter.case.remedies):
        if not remedy.sources and not any(s.sources for s in remedy.says):
            yield Finding(f"remedies.{n}.sources", remedy.step)
