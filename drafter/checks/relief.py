"""REL: the prayer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.case import NotApplicable, Relief, ReliefKind, known
from drafter.checks.matter import Matter
from drafter.checks.naming import called
from drafter.checks.phrases import (
    CLASSWIDE,
    END_OF_AGREEMENT,
    MONEY,
    OUTCOME,
    PROGRAMMATIC,
    PROHIBITION,
    SOFTENER,
    found,
    quoted,
)
from drafter.checks.reading import commands, is_federal, is_general, items
from drafter.checks.registry import Finding, Severity, check

_JURY = re.compile(r"\bjury\b", re.IGNORECASE)
_FEES = re.compile(r"\b(?:attorney|counsel)['’]?s?['’]? fees?\b", re.IGNORECASE)
_AT_ONCE = re.compile(
    r"\btemporary restraining order\b|\bTRO\b|\bpreliminary injunction\b|\bemergency relief\b",
    re.IGNORECASE,
)


def _writs(matter: Matter) -> Iterator[tuple[int, Relief]]:
    return items(matter, ReliefKind.WRIT)


def _heard(matter: Matter, pattern: re.Pattern[str]) -> Iterator[Finding]:
    for passage in commands(matter):
        match = pattern.search(passage.text)
        if match is not None:
            yield Finding(passage.field, quoted(match[0]))


@check(
    "REL001",
    Severity.STOP,
    message="The prayer asks for no order to act. Add an item that names the officer, the act and "
    "the time.",
    sources=("usc-28-1361", "frcp-8-a"),
)
def no_command(matter: Matter) -> Iterator[Finding]:
    """A mandamus case prays for an act.

    Fires when no item of the prayer is of the kind writ. An item that lacks its parts is the
    matter of REL006 to REL009.
    """
    if not any(_writs(matter)):
        yield Finding("relief")


@check(
    "REL002",
    Severity.STOP,
    message="The item is put as a prohibition ({detail}). Mandamus compels an act; ask for an "
    "injunction or habeas, or say what must be done and by when.",
    sources=("kerr-v-us-district-court", "usc-28-1361"),
)
def prohibition(matter: Matter) -> Iterator[Finding]:
    """To stop, cease and refrain are not acts.

    Fires when a writ item begins with a word of stopping or holds cease, refrain, enjoin, not
    to, or the like. "No later than" and "each stop" are no prohibitions.
    """
    yield from _heard(matter, PROHIBITION)


@check(
    "REL003",
    Severity.STOP,
    message="The item asks for an outcome ({detail}). Unless the statute leaves no choice, ask that a "
    "decision be made by a date, not how it comes out.",
    sources=("wilbur-v-kadrie", "heckler-v-ringer"),
)
def outcome_asked(matter: Matter) -> Iterator[Finding]:
    """A court can order a decision and rarely its content.

    Fires when a writ item would grant or approve a benefit. "Decide the application" is an act
    and stays silent.
    """
    yield from _heard(matter, OUTCOME)


@check(
    "REL004",
    Severity.STOP,
    message="The item would end or suspend the agreement or an authorization ({detail}). The forms "
    "seen leave that to the parties. Ask for an act that a statute requires.",
    sources=("norton-v-suwa", "usc-8-1357-g-1", "usc-8-1252-a-2-b-ii"),
)
def end_of_agreement(matter: Matter) -> Iterator[Finding]:
    """To end an agreement is a power, at any time and for any reason.

    Fires when a writ item would terminate, suspend or revoke one, or an officer's authority.
    Discipline of officers is JUR019's matter.
    """
    yield from _heard(matter, END_OF_AGREEMENT)


@check(
    "REL005",
    Severity.STOP,
    message="The item reaches beyond the petitioners ({detail}). A statute bars classwide orders "
    "against parts of the immigration laws, and relief is in general for the parties. Limit "
    "the item to them.",
    sources=("usc-8-1252-f-1", "garland-v-aleman-gonzalez", "ns-v-dixon"),
)
def classwide(matter: Matter) -> Iterator[Finding]:
    """Relief is for those who ask.

    Fires when a writ item or a declaration speaks of all persons, everyone, those similarly
    situated, or a class. Items for named petitioners or named officers stay silent.
    """
    for passage in commands(matter, ReliefKind.WRIT, ReliefKind.DECLARATION):
        match = CLASSWIDE.search(passage.text)
        if match is not None:
            yield Finding(passage.field, quoted(match[0]))


@check(
    "REL006",
    Severity.REVIEW,
    message='The item "{detail}" sets no time. Give days from the order, hours, or a phrase that '
    "fixes when.",
    sources=("usc-5-702", "usc-28-1361"),
)
def no_deadline(matter: Matter) -> Iterator[Finding]:
    """An order without a date is hard to enforce.

    Fires for a writ item with no days, no hours and no phrase. Days that do not apply are
    said with not_applicable and stay silent.
    """
    for n, item in _writs(matter):
        timed = item.when or known(item.hours) is not None or known(item.days) is not None
        if not timed and not isinstance(item.days, NotApplicable):
            yield Finding(f"relief.{n}.days", called(item))


@check(
    "REL007",
    Severity.STOP,
    message='The item "{detail}" names no officer. The decree has to say, by name or by title, who is '
    "responsible.",
    sources=("usc-5-702",),
)
def no_actor(matter: Matter) -> Iterator[Finding]:
    """Somebody must obey.

    Fires for a writ item whose ``actors`` is empty. An actor who owes no duty is PAR010's.
    """
    for n, item in _writs(matter):
        if not item.actors:
            yield Finding(f"relief.{n}.actors", called(item))


@check(
    "REL008",
    Severity.STOP,
    message='The item "{detail}" rests on no duty. Name the duty whose act it commands, or drop it.',
    sources=("usc-28-1361", "norton-v-suwa"),
)
def no_duty_behind(matter: Matter) -> Iterator[Finding]:
    """What is commanded is what is owed.

    Fires for a writ item whose ``duties`` names none that the case holds. A duty that no item
    commands is REL014's matter.
    """
    held = {duty.id for duty in matter.case.duties}
    for n, item in _writs(matter):
        if held.isdisjoint(item.duties):
            yield Finding(f"relief.{n}.duties", called(item))


@check(
    "REL009",
    Severity.STOP,
    message='The item "{detail}" says no act. Write what is to be done, as a verb phrase.',
    sources=("usc-28-1361", "frcp-8-a"),
)
def no_act(matter: Matter) -> Iterator[Finding]:
    """The order repeats the act of the duty.

    Fires for a writ item with neither an act nor two ways to comply.
    """
    for n, item in _writs(matter):
        if known(item.act) is None and not item.either:
            yield Finding(f"relief.{n}.act", called(item))


@check(
    "REL010",
    Severity.STOP,
    message="Money or a jury is asked for ({detail}). Mandamus and review of agency action give "
    "neither; bring a claim for money apart, after the steps it needs.",
    sources=("usc-5-702", "usc-28-1361", "usc-28-2675-a"),
)
def money_or_jury(matter: Matter) -> Iterator[Finding]:
    """The writ compels an act, and a judge decides.

    Fires when the prayer speaks of damages or compensation, or the prayer or the summary of a
    jury. Costs and fees are REL013's and REL018's matter.
    """
    yield from found(matter, MONEY, "relief")
    yield from found(matter, _JURY, "relief", "matter")


@check(
    "REL011",
    Severity.STOP,
    message="The item is put as a program ({detail}). Ask for one discrete act; a court does not "
    "supervise how an agency keeps the law.",
    sources=("norton-v-suwa",),
)
def program_asked(matter: Matter) -> Iterator[Finding]:
    """An order to comply with the law commands nothing in particular.

    Fires when a writ item says comply with, supervise, train, ensure compliance or the like.
    The same words in a duty are DUT005's matter.
    """
    yield from _heard(matter, PROGRAMMATIC)


@check(
    "REL012",
    Severity.REVIEW,
    message="The item leaves room in soft words ({detail}). Say exactly what and when.",
    sources=("norton-v-suwa", "usc-5-702"),
)
def soft_item(matter: Matter) -> Iterator[Finding]:
    """An order that can be obeyed in many ways is obeyed in none.

    Fires when a writ item says as appropriate, if possible, best efforts or the like. Two named
    ways to comply are exact and stay silent.
    """
    yield from _heard(matter, SOFTENER)


@check(
    "REL013",
    Severity.REVIEW,
    message="The petitioners sue without a lawyer, and the prayer asks for attorney's fees. Ask for "
    "costs.",
    sources=("usc-28-2412",),
)
def fees_without_lawyer(matter: Matter) -> Iterator[Finding]:
    """Who has no lawyer has no lawyer's fees.

    Fires in a pro se case when an item speaks of attorney's fees. With counsel, REL018 speaks
    of the time to ask.
    """
    if matter.case.pro_se:
        for finding in found(matter, _FEES, "relief"):
            yield Finding(finding.field)


@check(
    "REL014",
    Severity.REVIEW,
    message='No order is asked on the duty "{detail}". Add an item that rests on it, or leave the duty '
    "out.",
    sources=("frcp-8-a",),
)
def duty_without_item(matter: Matter) -> Iterator[Finding]:
    """Every count leads to a prayer.

    Fires for a duty on which no writ item rests, when there are writ items. An item without a
    duty is REL008's matter.
    """
    named = {name for _, item in _writs(matter) for name in item.duties}
    if any(_writs(matter)):
        for n, duty in enumerate(matter.case.duties):
            if duty.id not in named:
                yield Finding(f"duties.{n}", called(duty))


@check(
    "REL015",
    Severity.REVIEW,
    message='The duty "{detail}" is pleaded in the alternative, and no item on it is. Mark the item as '
    "an alternative to the one it replaces.",
    sources=("frcp-8-d",),
)
def alternative_not_prayed(matter: Matter) -> Iterator[Finding]:
    """What is pleaded in the alternative is prayed in the alternative.

    Fires for an alternative duty when writ items rest on it and none has ``alternative_to``.
    The reverse is REL016's matter.
    """
    for n, duty in enumerate(matter.case.duties):
        resting = [item for _, item in _writs(matter) if duty.id in item.duties]
        if duty.alternative and resting and not any(item.alternative_to for item in resting):
            yield Finding(f"duties.{n}.alternative", called(duty))


@check(
    "REL016",
    Severity.REVIEW,
    message='The item "{detail}" is asked for in the alternative, and the counts are not. Mark the duty '
    "it rests on as pleaded in the alternative, or give it two ways to comply.",
    sources=("frcp-8-d",),
)
def alternative_not_pleaded(matter: Matter) -> Iterator[Finding]:
    """Counts and prayer go in step.

    Fires for an item with ``alternative_to`` that rests on a duty to which the other item does
    not, when no duty of it is marked as an alternative.
    """
    duties = {duty.id: duty for duty in matter.case.duties}
    by_id = {item.id: item for item in matter.case.relief}
    for n, item in _writs(matter):
        other = {d for name in item.alternative_to if name in by_id for d in by_id[name].duties}
        new = [duties[d] for d in item.duties if d in duties and d not in other]
        if item.alternative_to and new and not any(duty.alternative for duty in new):
            yield Finding(f"relief.{n}.alternative_to", called(item))


@check(
    "REL017",
    Severity.REVIEW,
    message="The case asks for general relief, and this court's rule forbids a demand for it. The "
    "item does not print. Take it out of the case.",
    sources=("frcp-8-a",),
)
def general_relief(matter: Matter) -> Iterator[Finding]:
    """A few States let a mandamus petition ask for the writ only.

    Fires when the forum takes no demand for general relief and an item of the kind other is
    one, or says nothing.
    """
    if matter.forum.general_relief:
        return
    for n, item in items(matter, ReliefKind.OTHER):
        if is_general(item):
            yield Finding(f"relief.{n}")


@check(
    "REL018",
    Severity.INFO,
    message="Fees against the United States are asked for within thirty days of a final judgment. An "
    "act done of the agency's own will usually ends the case without one; ask early for a "
    "stipulated order.",
    sources=("usc-28-2412",),
)
def fees_need_judgment(matter: Matter) -> Iterator[Finding]:
    """No judgment, usually no fees.

    Fires in a federal forum for an item of the kind costs, when there is counsel. A pro se case
    is REL013's matter.
    """
    if is_federal(matter) and not matter.case.pro_se:
        for n, _ in items(matter, ReliefKind.COSTS):
            yield Finding(f"relief.{n}")


@check(
    "REL019",
    Severity.STOP,
    message="An order before trial is asked for, and nobody is recorded as swearing to the facts. Add "
    "a verification or affidavit, the facts of harm that cannot be undone, and a paragraph on "
    "security; bring it by motion.",
    sources=("frcp-65-b", "usc-28-1746"),
)
def at_once_unsworn(matter: Matter) -> Iterator[Finding]:
    """An order at once needs sworn facts.

    Fires when the prayer asks for a restraining order or a preliminary injunction and the case
    has no verifier.
    """
    if not matter.case.verification:
        for finding in found(matter, _AT_ONCE, "relief"):
            yield Finding(finding.field)


@check(
    "REL020",
    Severity.REVIEW,
    message="The prayer asks for no report. Add an item that has the officer tell the court by a date "
    "that the act was done.",
    sources=("usc-5-702",),
)
def no_report(matter: Matter) -> Iterator[Finding]:
    """A report shows whether the order was obeyed.

    Fires when an order is asked and no item is a report or keeps jurisdiction.
    """
    if any(_writs(matter)) and not any(items(matter, ReliefKind.REPORT, ReliefKind.RETAIN)):
        yield Finding("relief")
