"""PAR: who asks, and of whom."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from drafter.case import Capacity, Level, ReliefKind, Respondent, RespondentType, known
from drafter.checks.matter import Matter
from drafter.checks.naming import called
from drafter.checks.phrases import found
from drafter.checks.reading import is_federal, items, named_day, resting_on
from drafter.checks.registry import Finding, Severity, check
from drafter.wording.dates import long_date

HOLDER_DAYS = 60
_DEPUTIZED = re.compile(
    r"\b(?:deput(?:y|ies)|sheriffs?|police|local officers?)\b[^.]{0,80}\b(?:federal (?:officers?"
    r"|employees?|agents?)|officers? of the United States)\b",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(
    r"(?:(?:the|acting) )*Secretary\b.*\bHomeland Security\b"
    r"|(?:(?:the|U\.S\.|United States) )*Department of Homeland Security\b",
    re.IGNORECASE,
)
_SUBSTANTIVE = "usc-8-1357-g"


def _officers(matter: Matter) -> Iterator[tuple[int, Respondent]]:
    for n, respondent in enumerate(matter.case.respondents):
        if respondent.type is RespondentType.OFFICER:
            yield n, respondent


@check(
    "PAR001",
    Severity.STOP,
    message="No respondent is named. Name the officer who can do the act, by office and name.",
    sources=("usc-28-1361", "usc-5-702", "frcp-10-a"),
)
def no_respondent(matter: Matter) -> Iterator[Finding]:
    """An order needs someone to obey it.

    Fires when the case has no respondent. Respondents without power to act are PAR011's.
    """
    if not matter.case.respondents:
        yield Finding("respondents")


@check(
    "PAR002",
    Severity.STOP,
    message="{detail} is a state or local respondent in a federal mandamus action. The federal "
    "mandamus statute speaks of officers and employees of the United States. Use a state writ "
    "or another claim for this respondent.",
    sources=("usc-28-1361", "usc-8-1357-g-7", "gurley-v-superior-court"),
)
def local_officer_in_federal_court(matter: Matter) -> Iterator[Finding]:
    """Federal mandamus reaches federal officers.

    Fires for each state or local respondent of a federal complaint, a deputized one too. A
    federal officer before a state court is JUR015's matter.
    """
    if is_federal(matter):
        for n, respondent in enumerate(matter.case.respondents):
            if respondent.level is not Level.FEDERAL:
                yield Finding(f"respondents.{n}.level", called(respondent))


@check(
    "PAR003",
    Severity.REVIEW,
    message="A passage treats local officers as federal ones. The statute says they are not federal "
    "employees save for two purposes, and speaks of federal color for liability and immunity "
    "only. Mark the argument as a good-faith extension, or drop it.",
    sources=("usc-8-1357-g-7", "usc-8-1357-g-8"),
)
def deputies_called_federal(matter: Matter) -> Iterator[Finding]:
    """A deputy under an agreement stays a local officer for most purposes.

    Fires when a duty, a party paragraph or the summary says that local officers are federal
    ones. Facts about what officers said of themselves belong in events and do not count.
    """
    for finding in found(matter, _DEPUTIZED, "duties", "respondents", "matter"):
        yield Finding(finding.field)


@check(
    "PAR004",
    Severity.REVIEW,
    message="The United States is named. The mandamus statute speaks of officers and employees; "
    "keep the United States for the count under the Administrative Procedure Act, or leave it "
    "out.",
    sources=("usc-28-1361", "usc-5-702"),
)
def united_states_named(matter: Matter) -> Iterator[Finding]:
    """Mandamus runs to persons in office.

    Fires for a respondent of the type united-states in a federal matter.
    """
    if is_federal(matter):
        for n, respondent in enumerate(matter.case.respondents):
            if respondent.type is RespondentType.UNITED_STATES:
                yield Finding(f"respondents.{n}")


@check(
    "PAR005",
    Severity.REVIEW,
    message="No officer is named, only agencies. Add the officer with power over the act, by name "
    "or title: the decree has to say who is responsible.",
    sources=("usc-5-702", "usc-28-1361"),
)
def no_officer(matter: Matter) -> Iterator[Finding]:
    """An order names the person who must obey.

    Fires when there are respondents and none is an officer. No respondent at all is PAR001's.
    """
    if matter.case.respondents and not any(_officers(matter)):
        yield Finding("respondents")


@check(
    "PAR006",
    Severity.REVIEW,
    message="Nothing says why {detail} can do the act. A respondent without power over it may be "
    "dismissed; add the text or paper that gives the power.",
    sources=("patel-v-reno", "usc-28-1361"),
)
def power_not_shown(matter: Matter) -> Iterator[Finding]:
    """Each officer is named for a power of the office.

    Fires for an officer whose ``power`` holds no sentence while another respondent's does. If
    none has any, PAR011 speaks instead.
    """
    if any(respondent.power for respondent in matter.case.respondents):
        for n, officer in _officers(matter):
            if not officer.power:
                yield Finding(f"respondents.{n}.power", called(officer))


@check(
    "PAR007",
    Severity.STOP,
    message="{detail} is sued in a personal capacity. Mandamus compels an act of office; sue the "
    "officer in the official capacity, and bring any claim for money apart.",
    sources=("usc-28-1361", "usc-5-702"),
)
def personal_capacity(matter: Matter) -> Iterator[Finding]:
    """The writ runs to the office.

    Fires for a respondent whose capacity is personal. Money in the prayer is REL010's matter.
    """
    for n, respondent in enumerate(matter.case.respondents):
        if respondent.capacity is Capacity.PERSONAL:
            yield Finding(f"respondents.{n}.capacity", called(respondent))


@check(
    "PAR008",
    Severity.REVIEW,
    message="The holder of the office should be confirmed: {detail}. A successor is substituted, "
    "but a wrong office is not cured; check on filing day.",
    sources=("frcp-25-d", "frcp-17"),
)
def holder_stale(matter: Matter) -> Iterator[Finding]:
    """Officers change; the office stays.

    Fires for an officer whose check has no day that can be read, or is more than 60 days old,
    or lies after the day of the draft. Silent where the name itself is still asked for: the bracket
    asks for the holder. A missing title is PAR009's matter.
    """
    for n, officer in _officers(matter):
        line = known(officer.holder_checked_on)
        day = None if line is None else named_day(line)
        if day is None and known(officer.name) is None:
            continue
        if day is None:
            yield Finding(
                f"respondents.{n}.holder_checked_on", f"no day of a check for {called(officer)}"
            )
        elif not dt.timedelta() <= matter.as_of - day <= dt.timedelta(HOLDER_DAYS):
            yield Finding(
                f"respondents.{n}.holder_checked_on",
                f"{called(officer)} was checked on {long_date(day)}",
            )


@check(
    "PAR009",
    Severity.REVIEW,
    message="No title of office is given for {detail}. Give the title as printed; the name may "
    "change, the office answers.",
    sources=("frcp-17", "usc-5-702"),
)
def no_title(matter: Matter) -> Iterator[Finding]:
    """An officer is designated by title first.

    Fires for an officer whose ``office`` is not known. Who holds it is PAR008's matter.
    """
    for n, officer in _officers(matter):
        if known(officer.office) is None:
            yield Finding(f"respondents.{n}.office", called(officer))


@check(
    "PAR010",
    Severity.REVIEW,
    message="The prayer commands a respondent who is not recorded as owing the duty it rests on: "
    "{detail}. Name the one who owes it, or show why this one does.",
    sources=("usc-5-702", "patel-v-reno"),
)
def commanded_without_duty(matter: Matter) -> Iterator[Finding]:
    """Who is commanded must be who is bound.

    Fires for an actor of a writ item who is in the ``owed_by`` of none of that item's duties.
    An item that rests on no duty is REL008's matter.
    """
    duties = {duty.id: duty for duty in matter.case.duties}
    for n, item in items(matter, ReliefKind.WRIT):
        bound = {name for d in item.duties if d in duties for name in duties[d].owed_by}
        for m, actor in enumerate(item.actors):
            if bound and actor not in bound:
                yield Finding(f"relief.{n}.actors.{m}", actor)


@check(
    "PAR011",
    Severity.STOP,
    message="Nothing shows that any respondent can do the act. Say which office has the power, and "
    "where that is written.",
    sources=("patel-v-reno", "usc-28-1361", "usc-5-702"),
)
def nobody_can_act(matter: Matter) -> Iterator[Finding]:
    """At least one respondent must have power over the act.

    Fires when there are respondents and the ``power`` of every one is empty. One officer
    among others without a shown power is PAR006's matter.
    """
    respondents = matter.case.respondents
    if respondents and not any(respondent.power for respondent in respondents):
        yield Finding("respondents")


@check(
    "PAR012",
    Severity.REVIEW,
    message="{detail} is a local agency. Whether such a body can be sued in its own name is a "
    "question of state law; name the officer, and keep the agency only if it can be sued.",
    sources=("frcp-17",),
)
def local_agency(matter: Matter) -> Iterator[Finding]:
    """A sheriff's office is often not a body that can be sued.

    Fires for a respondent that is an agency and local. State and federal agencies do not count.
    """
    for n, respondent in enumerate(matter.case.respondents):
        if respondent.type is RespondentType.AGENCY and respondent.level is Level.LOCAL:
            yield Finding(f"respondents.{n}", called(respondent))


@check(
    "PAR013",
    Severity.REVIEW,
    message="The powers of the statute on these agreements are the Secretary of Homeland "
    "Security's, and neither the Secretary nor the department is a party. Add the office, which "
    "costs one summons, or plead by what delegation those who are sued hold the power.",
    sources=("usc-8-1103-a-1", "usc-6-557"),
)
def department_absent(matter: Matter) -> Iterator[Finding]:
    """The statute speaks of the Attorney General and today means the Secretary.

    Fires in a federal matter whose duty rests on that statute when no respondent is the
    Secretary or the department. An officer of one of its agencies is neither.
    """
    paragraphs = (_SUBSTANTIVE, *(f"{_SUBSTANTIVE}-{n}" for n in range(1, 11)))
    if not is_federal(matter) or not any(any(resting_on(matter, p)) for p in paragraphs):
        return
    for respondent in matter.case.respondents:
        shown = (known(respondent.name), known(respondent.office))
        if any(_DEPARTMENT.match(words) for words in shown if words is not None):
            return
    yield Finding("respondents")


@check(
    "PAR014",
    Severity.STOP,
    message="No petitioner is named. Name each person or organization to whom the duty is owed.",
    sources=("frcp-10-a", "frcp-17"),
)
def no_petitioner(matter: Matter) -> Iterator[Finding]:
    """A suit has someone who brings it.

    Fires when the case has no petitioner. A petitioner without harm is JUR007's matter.
    """
    if not matter.case.petitioners:
        yield Finding("petitioners")
