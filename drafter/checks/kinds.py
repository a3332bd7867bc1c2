"""Kinds of matter: whether this is mandamus at all, and what such a case turns on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from drafter.case import known
from drafter.checks.matter import Matter
from drafter.checks.naming import called
from drafter.checks.phrases import found, quoted
from drafter.checks.reading import commands, entry, hears, passages
from drafter.checks.registry import Finding, Severity, check
from drafter.law.records import Authority, KindEntry, LocalBar, Theory

_DAYS_OF_A_MONTH = 30.44


def kind_of(matter: Matter) -> KindEntry | None:
    """The record of the kind that the case names, if we hold one."""
    return matter.law.kinds.get(matter.case.matter.kind or "")


def first_day(matter: Matter) -> dt.date | None:
    """The day of the earliest event, from which a wait is counted."""
    days = [day for event in matter.case.events if (day := known(event.on)) is not None]
    return min(days, default=None)


@check(
    "EXH013",
    Severity.STOP,
    message="This looks like a matter with a remedy of its own, so that mandamus fails: {detail}",
    sources=("kerr-v-us-district-court", "usc-5-704", "usc-5-552-a-4-b", "usc-28-2241"),
)
def another_door(matter: Matter) -> Iterator[Finding]:
    """Four kinds of matter have a door of their own.

    Fires when the case is of a kind for which the law has another remedy (federal records,
    custody, a tort, benefits), or when a duty or an item of the writ shows one. A petitioner who
    is held is EXH003's matter; records asked for from an agency are EXH005's.
    """
    doors = [kind for kind in matter.law.kinds.values() if kind.door]
    declared = kind_of(matter)
    if declared is not None and declared.door:
        yield Finding("matter.kind", f"{declared.name}. {declared.door}")
    for kind in doors:
        if kind is declared:
            continue
        for path in _shown(matter, kind):
            yield Finding(path, f"{kind.name}. {kind.door}")
            break


def _shown(matter: Matter, kind: KindEntry) -> Iterator[str]:
    """Fields in which a kind with a door of its own shows itself."""
    for n, duty in enumerate(matter.case.duties):
        if duty.catalogue in kind.duties:
            yield f"duties.{n}.catalogue"
    if not kind.known_by:
        return
    pattern = re.compile(kind.known_by, re.IGNORECASE)
    for n, duty in enumerate(matter.case.duties):
        if pattern.search(f"{duty.cite or ''} {duty.words or ''}"):
            yield f"duties.{n}"
    for passage in commands(matter):
        if pattern.search(passage.text):
            yield passage.field
    for n, one in enumerate(matter.case.respondents):
        if pattern.search(f"{one.agency or ''} {known(one.office) or ''} {known(one.name) or ''}"):
            yield f"respondents.{n}"


def _bar(matter: Matter, *, closed: bool) -> LocalBar | None:
    kind = kind_of(matter)
    bar = kind.circuits.get(matter.forum.circuit) if kind else None
    return bar if bar is not None and bar.closed is closed else None


@check(
    "JUR023",
    Severity.STOP,
    message="In this circuit {detail}. Consider another proper venue, or do not file.",
    sources=("thigulla-v-jaddou", "usc-8-1252-a-2-b-ii"),
)
def closed_circuit(matter: Matter) -> Iterator[Finding]:
    """Some circuits close the door on some kinds of matter.

    Fires when the record of the kind says so of the circuit of the court. A circuit in which the
    claim is only hard is JUR024's matter.
    """
    bar = _bar(matter, closed=True)
    if bar is not None:
        yield Finding("forum.court", bar.says)


@check(
    "JUR024",
    Severity.REVIEW,
    message="In this circuit {detail}. Answer that decision in the counts, or choose another proper "
    "venue.",
    sources=("lovo-v-miller", "karimova-v-abate"),
)
def hard_circuit(matter: Matter) -> Iterator[Finding]:
    """Some circuits are hard on some kinds of matter.

    Fires when the record of the kind says so of the circuit of the court. A circuit that takes no
    such case is JUR023's matter.
    """
    bar = _bar(matter, closed=False)
    if bar is not None:
        yield Finding("forum.court", bar.says)


@check(
    "JUR025",
    Severity.INFO,
    message="In a matter of this kind the other side will cite: {detail} Have the answer ready.",
    sources=("frcp-11",),
)
def known_bars(matter: Matter) -> Iterator[Finding]:
    """Each kind of matter has texts that stand in its way.

    Fires once for the texts of the kind, with what each is cited for. Bars that a prayer runs into
    have checks of their own, such as JUR011.
    """
    kind = kind_of(matter)
    bars = [matter.law.authorities[name] for name in kind.bars] if kind else []
    if bars:
        yield Finding("matter.kind", " ".join(_cited_for(one) for one in bars), tuple(kind.bars if kind else ()))


def _cited_for(one: Authority) -> str:
    cite = one.cite if one.may_print else "[cite from memory: confirm]"
    return f"{', '.join(filter(None, (one.name, cite)))}: {one.proposition}"


@check(
    "TIM012",
    Severity.REVIEW,
    message="{detail} Add facts on health, work, age or safety, or wait.",
    sources=("trac-v-fcc", "usc-5-706-1"),
)
def wait_of_the_kind(matter: Matter) -> Iterator[Finding]:
    """Courts were seen to dismiss shorter waits than the kind's caution.

    Fires when the earliest event is fewer months old than the record of the kind names. Half a
    year since the first step is TIM010's matter.
    """
    kind, first = kind_of(matter), first_day(matter)
    if kind is None or not kind.months or first is None:
        return
    waited = int((matter.as_of - first).days / _DAYS_OF_A_MONTH)
    if waited < kind.months:
        yield Finding("events", f"The wait is about {waited} months; below {kind.months} courts were "
                      f"seen to dismiss such suits. {kind.delay}")


@check(
    "TIM016",
    Severity.REVIEW,
    message='The delay of "{detail}" is counted from the first demand, and the case tells of an older day. If the '
    "matter was put before the officer on that day, say so (presented): the paper then counts from it.",
    sources=("usc-5-555-b", "trac-v-fcc"),
)
def delay_counted_from_the_demand(matter: Matter) -> Iterator[Finding]:
    """An application waits from its filing, and not from the letter that complains of the wait.

    Fires in a kind of matter that waits for a decision, when no duty names the paragraph from which the
    time runs, one is a duty of reasonable time, and an event is older than the first demand or no demand
    has a day.
    """
    kind, first = kind_of(matter), first_day(matter)
    if kind is None or not kind.months or first is None:
        return
    if any(duty.presented for duty in matter.case.duties):
        return
    sent = min((day for one in matter.case.demands if (day := known(one.made_on)) is not None), default=None)
    late = [
        n for n, duty in enumerate(matter.case.duties)
        if (record := entry(matter, duty)) is not None and record.theory is Theory.DELAYED
    ]
    if late and (sent is None or first < sent):
        yield Finding(f"duties.{late[0]}.presented", called(matter.case.duties[late[0]]))


@check(
    "EXH014",
    Severity.INFO,
    message="Usual in a matter of this kind and not spoken to, tried or not: {detail}.",
    sources=("kerr-v-us-district-court",),
)
def usual_channels(matter: Matter) -> Iterator[Finding]:
    """The other side knows the usual steps.

    Fires for each channel usual for the kind that is named neither as tried nor as not tried; a
    demand counts as a demand letter, and a duty of a records act as a request under it. That no remedy at all is spoken to is EXH001's matter.
    """
    kind = kind_of(matter)
    if kind is None:
        return
    named = {one.channel for one in matter.case.remedies}
    named |= {one.channel for one in matter.case.remedies_not_tried}
    if matter.case.demands:
        named.add("demand-letter")
    if any("records" in (one.catalogue or "") for one in matter.case.duties):
        named.add("state-records")  # the petition itself is on that road
    missing = [matter.law.remedies[one].name for one in kind.channels if one not in named]
    if missing:
        yield Finding("remedies", "; ".join(missing))


@check(
    "PAR016",
    Severity.REVIEW,
    message="None of the respondents seems to hold the office that can act in such a matter: {detail}.",
    sources=("patel-v-reno", "frcp-17"),
)
def office_of_the_kind(matter: Matter) -> Iterator[Finding]:
    """The one who can do the act is to be sued.

    Fires when the record of the kind describes the offices with power and no respondent's title or
    agency is of that description. What a title cannot show is PAR006's matter.
    """
    kind = kind_of(matter)
    if kind is None or not kind.offices or not matter.case.respondents:
        return
    pattern = re.compile(kind.offices)
    shown = (f"{known(one.office) or ''} {one.agency or ''} {known(one.name) or ''}"
             for one in matter.case.respondents)
    if not any(pattern.search(one) for one in shown):
        yield Finding("respondents", kind.officers)


@check(
    "ELE010",
    Severity.INFO,
    message="Such a matter usually turns on a fact that is not told here. {detail}",
    sources=("frcp-8-a",),
)
def facts_of_the_kind(matter: Matter) -> Iterator[Finding]:
    """Each kind of matter turns on a few facts.

    Fires for each question of the kind to which nothing in the case answers. Facts without a
    source are EVI004's matter.
    """
    kind = kind_of(matter)
    if kind is None:
        return
    told = "\n".join(one.text for one in passages(matter))
    for fact in kind.facts:
        if not re.search(fact.words, told):
            yield Finding("events", fact.ask)


@check(
    "DUT020",
    Severity.REVIEW,
    message="None of the duties is one on which such a matter usually rests. Look at: {detail}.",
    sources=("norton-v-suwa",),
)
def duty_of_the_kind(matter: Matter) -> Iterator[Finding]:
    """Kind and duty fit each other.

    Fires when the duties are from the catalogue and none is among those of the kind that this
    court hears of; where it hears of none, the court is the trouble, and that is FRM023's matter.
    A duty in the attorney's own words is LAW001's matter.
    """
    kind = kind_of(matter)
    if kind is None or not kind.duties or kind.door:
        return
    chosen = [one for one in matter.case.duties if entry(matter, one) is not None]
    heard = [one for one in kind.duties if hears(matter.forum, matter.law.duties[one])]
    if chosen and heard and not any(one.catalogue in kind.duties for one in chosen):
        yield Finding("duties", "; ".join(matter.law.duties[one].label for one in heard))


@check(
    "FRM022",
    Severity.INFO,
    message='"{detail}" is no kind of matter that we know, so nothing is said of what such a case turns '
    "on. If one of the known kinds fits, name it.",
    sources=("frcp-8-a",),
)
def unknown_kind(matter: Matter) -> Iterator[Finding]:
    """A known kind brings its questions and its warnings.

    Fires for a kind that the law does not hold. A case that names no kind stays silent.
    """
    name = matter.case.matter.kind
    if name is not None and name not in matter.law.kinds:
        yield Finding("matter.kind", name)


@check(
    "FRM023",
    Severity.REVIEW,
    message="Such a matter is usually brought by another opening paper: {detail}. If this one is meant, "
    "say why in the office’s file.",
    sources=("frcp-81-b", "usc-28-1361"),
)
def vehicle_of_the_kind(matter: Matter) -> Iterator[Finding]:
    """Kind and vehicle fit each other.

    Fires when the vehicle is none of those of the kind. A vehicle that the duty forbids is
    FRM020's matter.
    """
    kind = kind_of(matter)
    if kind is not None and kind.vehicles and matter.vehicle not in kind.vehicles:
        yield Finding("matter.vehicle", " or ".join(one.replace("-", " ") for one in kind.vehicles))


_SEEKS_AGREEMENT = re.compile(
    r"\b(?:enter into|execute|sign|conclude|renew)\b[^.;]{0,60}\b(?:agreements?|memorandum|MOA)\b",
    re.IGNORECASE,
)


@check(
    "REL021",
    Severity.REVIEW,
    message="The item commands an agreement that another must sign ({detail}). Ask for the asking: a "
    "request, made by a day.",
    sources=("usc-8-1357-g-1", "usc-8-1357-g-9"),
)
def agreement_commanded(matter: Matter) -> Iterator[Finding]:
    """An agreement takes two, and only one is before the court.

    Fires for an item of the writ that would have a respondent enter into, sign or renew an
    agreement. An item that would end one is REL004's matter.
    """
    for passage in commands(matter):
        match = _SEEKS_AGREEMENT.search(passage.text)
        if match is not None:
            yield Finding(passage.field, quoted(match[0]))


_ATTACKED = re.compile(
    r"\b(?:unconstitutional|preempted|invalid|void|repugnant)\b", re.IGNORECASE
)


@check(
    "FRM024",
    Severity.REVIEW,
    message="A law seems to be attacked ({detail}). If a statute’s validity is drawn in question and "
    "its government is no party, a notice goes to the attorney general.",
    sources=("frcp-5-1",),
)
def statute_attacked(matter: Matter) -> Iterator[Finding]:
    """Who attacks a statute tells its attorney general.

    Fires in a prayer that calls something unconstitutional, preempted, invalid or void.
    """
    yield from found(matter, _ATTACKED, "relief")
