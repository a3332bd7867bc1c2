"""Cautions of several families that lean on tables of the law: States, records, old opinions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.case import Level, known
from drafter.checks.matter import Matter
from drafter.checks.naming import called
from drafter.checks.phrases import quoted
from drafter.checks.reading import duty_authorities, is_federal, own_cites, passages
from drafter.checks.registry import Finding, Severity, check
from drafter.law.calendar import months_after
from drafter.law.records import Participation, Stance, Unit
from drafter.wording.dates import long_date

_CONDUCT = re.compile(r"\b287\.8\b")
_NO_RIGHTS_RULE = re.compile(r"\b287\.12\b")
_CIVIL_RIGHTS = re.compile(r"\b1983\b")
_ADVERTISED = re.compile(
    r"\b(?:lawandorders\.us|criminalimmigrationlaw(?:yer)?\.com|dallasimmigration\.org"
    r"|theanimallawcenter\.com|writofhabeascorpus\.com)\b",
    re.IGNORECASE,
)
_STATES_OWN = re.compile(r"\bstate records?\b|\b(?:its|his|her|the \w+[’']s) own\b", re.IGNORECASE)
_SHIELDED = re.compile(
    r"\bCitizenship and Immigration Services\b|\bUSCIS\b|\bDepartment of State\b|\bEmbassy\b|\bConsul"
)
_WARN_DAYS = 30


@check(
    "DUT021",
    Severity.REVIEW,
    message="The duty rests on the regulation on conduct of officers, and nothing speaks of the one that "
    "follows it and was remembered to deny any right. Read that one first.",
    sources=("cfr-8-287-8-b-2", "cfr-8-287-12"),
)
def conduct_without_its_limit(matter: Matter) -> Iterator[Finding]:
    """A regulation is read together with the one that limits it.

    Fires for a duty whose own cite names the standards of conduct and not the section that limits
    them. Guidance of an agency is DUT011's matter.
    """
    for n, duty in own_cites(matter, _CONDUCT):
        if not _NO_RIGHTS_RULE.search(duty.cite or ""):
            yield Finding(f"duties.{n}.cite")


@check(
    "PAR017",
    Severity.REVIEW,
    message="{detail} is sued under the civil-rights statute while an agreement is in the case. An "
    "officer within it probably acts under federal color: plead what lay outside it.",
    sources=("usc-8-1357-g-8", "jakuttis-v-dracut", "usc-42-1983"),
)
def state_color_under_agreement(matter: Matter) -> Iterator[Finding]:
    """Under an agreement an officer’s color is probably federal.

    Fires for a local respondent when a duty’s own cite is the civil-rights statute and the case has
    an agreement. Without one it stays silent.
    """
    if matter.case.moa is None or not any(own_cites(matter, _CIVIL_RIGHTS)):
        return
    for n, one in enumerate(matter.case.respondents):
        if one.level is not Level.FEDERAL:
            yield Finding(f"respondents.{n}", called(one))


def _state(matter: Matter) -> Participation | None:
    """What the State says on agreements: the court’s State, or that in which petitioners live."""
    table = matter.law.participation
    if not is_federal(matter):
        return table.get(matter.forum.system)
    homes = {known(one.residence_state) for one in matter.case.petitioners}
    return next((one for one in table.values() if one.state in homes), None)


@check(
    "MOA025",
    Severity.REVIEW,
    message="An agreement is pleaded in a State of which a bar was seen or reported: {detail}. Read the "
    "law in force: the claim may be moot, or become one under State law.",
    sources=("usc-8-1357-g-1", "usc-8-1357-g-9"),
)
def barred_by_the_state(matter: Matter) -> Iterator[Finding]:
    """A State can end the agreements of its agencies.

    Fires when the case has an agreement and the table of States has a bar for the State. A law that
    sets conditions is LAW008's matter.
    """
    state = _state(matter)
    if matter.case.moa is not None and state is not None and state.stance is Stance.FORBIDS:
        yield Finding("moa", f"{state.state}, {state.says}")


@check(
    "MOA027",
    Severity.INFO,
    message="The State requires an agreement ({detail}). Relief that would end one meets that law; relief "
    "on how it is kept does not.",
    sources=("usc-8-1357-g-1", "usc-8-1357-g-9"),
)
def required_by_the_state(matter: Matter) -> Iterator[Finding]:
    """A State can require its agencies to have an agreement.

    Fires when the case has an agreement and the table of States has such a law. A bar is MOA025’s
    matter.
    """
    state = _state(matter)
    if matter.case.moa is not None and state is not None and state.stance is Stance.REQUIRES:
        who = f"; enforced by {state.enforced_by}" if state.enforced_by else ""
        yield Finding("moa", f"{state.state}, {state.says}{who}")


@check(
    "MOA026",
    Severity.REVIEW,
    message="Records of a program under the agreement are asked for, and nothing says why they are the "
    "State’s own. The forms put what was developed under them in the control of ICE, and save records "
    "that are solely the State’s.",
    sources=("usc-8-1357-g", "usc-5-552"),
)
def whose_records(matter: Matter) -> Iterator[Finding]:
    """A State’s records act opens the State’s records.

    Fires in a State court when an agreement is in the case, a duty is one on records, and no text
    calls them records of the State or of the agency itself.
    """
    records = any("records" in (one.catalogue or "") for one in matter.case.duties)
    if is_federal(matter) or matter.case.moa is None or not records:
        return
    parts = ("duties", "events", "matter")
    if not any(_STATES_OWN.search(one.text) for one in passages(matter, *parts)):
        yield Finding("duties")


@check(
    "PRI015",
    Severity.INFO,
    message="The rule that limits remote access in matters of immigration benefits and detention leaves "
    "the whole file open at the courthouse and the orders open to all. Redact as if nothing were shielded.",
    sources=("frcp-5-2",),
)
def shielded_from_afar_only(matter: Matter) -> Iterator[Finding]:
    """A file that is closed on the web is open at the counter.

    Fires in a federal court when an agency that decides benefits or visas is sued. Numbers that may
    not be filed at all are PRI001’s to PRI005’s matter.
    """
    if not is_federal(matter):
        return
    for one in matter.case.respondents:
        if _SHIELDED.search(f"{one.agency or ''} {known(one.office) or ''} {known(one.name) or ''}"):
            yield Finding("respondents")
            return


@check(
    "LAW009",
    Severity.STOP,
    message="A page that sells services is named ({detail}). It is no authority, and no decision was found "
    "that bears out what such pages say of mandamus under these agreements.",
    sources=("frcp-11",),
)
def advertisement(matter: Matter) -> Iterator[Finding]:
    """An advertisement is not law.

    Fires when a text of the case names one of a few sites that offer such suits.
    """
    for passage in passages(matter):
        match = _ADVERTISED.search(passage.text)
        if match is not None:
            yield Finding(passage.field, quoted(match[0]))


@check(
    "LAW010",
    Severity.STOP,
    message="An opinion that was withdrawn is cited ({detail}). Cite the one that replaced it, once it has "
    "been read.",
    sources=("frcp-11", "cheejati-v-blinken"),
)
def withdrawn_opinion(matter: Matter) -> Iterator[Finding]:
    """What a court took back is no authority.

    Fires when a text of the case has the reporter cite of an opinion that the law records as
    withdrawn. A case known for more than one thing is LAW007’s matter.
    """
    gone = [one.withdrawn for one in matter.law.authorities.values() if one.withdrawn]
    for passage in passages(matter):
        for cite in gone:
            if cite in passage.text:
                yield Finding(passage.field, cite)


@check(
    "TIM013",
    Severity.STOP,
    message="The time to sue in this court seems to have ended, or ends within a month: {detail}. File, or "
    "say why it has not run.",
    sources=("usc-28-2401-a",),
)
def limitation_of_the_forum(matter: Matter) -> Iterator[Finding]:
    """Some courts give the writ a short time.

    Fires where the forum has a limitation in months and a demand was refused so long ago that it has
    run or is about to. Six years in a federal court are TIM005’s matter.
    """
    period = matter.forum.limitation
    if period is None or period.unit is not Unit.MONTHS:
        return
    for n, demand in enumerate(matter.case.demands):
        day = known(demand.answered_on)
        if not demand.refused or day is None:
            continue
        last = months_after(day, period.count).last
        if (last - matter.as_of).days < _WARN_DAYS:
            yield Finding(f"demands.{n}.answered_on", f"refused on {long_date(day)}, last day "
                          f"{long_date(last)}")


@check(
    "EXH015",
    Severity.REVIEW,
    message="Before a petition for records this State asks for a step of its own: {detail}",
    sources=("kerr-v-us-district-court",),
)
def before_a_records_petition(matter: Matter) -> Iterator[Finding]:
    """Some records acts put a step before the suit.

    Fires in a State court that has one when a duty is one on records. Records asked for by the
    common writ are EXH006's matter.
    """
    first = matter.forum.records_first
    asked = [one for one in matter.case.duties if "records" in (one.catalogue or "")]
    if first and asked:
        behind = dict.fromkeys(name for one in asked for name in duty_authorities(matter, one))
        yield Finding("duties", first, tuple(behind))
