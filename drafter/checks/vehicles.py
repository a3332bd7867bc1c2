"""Vehicles: which paper the facts call for, and what each special one must hold."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.case import Level, ReliefKind, VenueProng, known
from drafter.checks.matter import Matter
from drafter.checks.naming import called
from drafter.checks.reading import items, read
from drafter.checks.registry import Finding, Severity, check
from drafter.wording.dates import long_date

HEARING = "naturalization-120"  # the duty for which a statute gives a hearing of its own
_APPELLATE = "appellate-petition"
_NATURALIZATION = "federal-naturalization"
_PERIOD = 120  # days from the examination, in the statute on the hearing
_EXAMINED = re.compile(r"\bexamin(?:ed|ation|ing)\b|\binterview(?:ed)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proposal:
    """The vehicle that the facts call for, and the facts that say so."""

    vehicle: str
    reasons: tuple[str, ...]
    authorities: tuple[str, ...]


def proposed(matter: Matter) -> Proposal | None:
    """The vehicle for these respondents, duties and this court; None where the facts do not say."""
    case = matter.case
    if case.proceeding is not None:
        below = matter.law.forums[case.proceeding.court].name
        return Proposal(_APPELLATE, (
            f"The act is asked of a court, the {below}, in a case that is pending there.",
            "A court is reached by the writ of the court of appeals above it.",
        ), ("frap-21", "usc-28-1651"))
    if any(duty.catalogue == HEARING for duty in case.duties):
        return Proposal(_NATURALIZATION, (
            "The duty is to determine an application within 120 days of the examination.",
            "The statute gives a hearing in the district of residence, so the writ stands in reserve.",
        ), ("usc-8-1447-b", "usc-8-1446-d"))
    federal = {one.level is Level.FEDERAL for one in case.respondents}
    if federal == {True}:
        return Proposal("federal-complaint", (
            "Every respondent is an officer or agency of the United States.",
            "A federal district court reaches them, in an ordinary action.",
        ), ("usc-28-1361", "frcp-81-b"))
    if federal == {False}:
        return Proposal("state-petition", (
            "Every respondent is a state or local officer or body.",
            "Federal mandamus does not reach them; the writ of the State does.",
        ), ("usc-28-1361",))
    return None


@check(
    "FRM020",
    Severity.REVIEW,
    message="The facts point to another vehicle ({detail}). Take it, or answer this note and say why not.",
    sources=("usc-8-1447-b", "frap-21"),
)
def another_vehicle(matter: Matter) -> Iterator[Finding]:
    """The vehicle follows from the duty and from whose act is asked.

    Fires where a duty has a hearing of its own, or a case below is told, and the paper is another
    one. Who the respondents are is for PAR002 and JUR015.
    """
    found = proposed(matter)
    special = {_APPELLATE, _NATURALIZATION}
    if found is not None and found.vehicle in special and found.vehicle != matter.vehicle:
        yield Finding("matter.vehicle", found.vehicle)


@check(
    "JUR021",
    Severity.STOP,
    message="The statute gives the hearing in the district where the applicant lives, and {detail}. "
    "File there, and say so.",
    sources=("usc-8-1447-b",),
)
def hearing_where_the_applicant_lives(matter: Matter) -> Iterator[Finding]:
    """The hearing on naturalization has one venue.

    Fires for that petition when a ground of venue is not the residence of the applicant. A petition
    with no ground at all is for JUR001.
    """
    if matter.vehicle != _NATURALIZATION:
        return
    for n, venue in enumerate(matter.case.forum.venue):
        if venue.prong is not VenueProng.PLAINTIFF_RESIDES:
            yield Finding(f"forum.venue.{n}.prong", "another ground is given")


@check(
    "ELE008",
    Severity.STOP,
    message="The petition lacks {detail}. The rule asks for the relief, the issues, the facts needed and "
    "the reasons why the writ should issue.",
    sources=("frap-21-a-2",),
)
def parts_of_the_petition(matter: Matter) -> Iterator[Finding]:
    """A petition for a writ to a court has four parts.

    Fires in a court of appeals when the case below, the order or the motion, the issues or the
    reasons are not told. The relief is for REL001.
    """
    if not matter.appellate:
        return
    below = matter.case.proceeding
    if below is None:
        yield Finding("proceeding", "the case below")
        return
    if known(below.order) is None and known(below.motion) is None:
        yield Finding("proceeding.motion", "the order complained of or the motion not ruled on")
    if not below.issues:
        yield Finding("proceeding.issues", "the issues presented")
    if not below.reasons:
        yield Finding("proceeding.reasons", "the reasons why the writ should issue")


@check(
    "ELE009",
    Severity.REVIEW,
    message='No reason is given for the element "{detail}". Say which facts meet it, under its own heading.',
    sources=("kerr-v-us-district-court",),
)
def reasons_meet_the_elements(matter: Matter) -> Iterator[Finding]:
    """Each condition of the writ is met by a reason.

    Fires in a court of appeals when reasons are given and an element of the forum has none.
    """
    below = matter.case.proceeding
    if not matter.appellate or below is None or not below.reasons:
        return
    met = {one.element for one in below.reasons}
    for element in matter.forum.elements:
        if element.id not in met:
            yield Finding("proceeding.reasons", element.id)


@check(
    "JUR022",
    Severity.STOP,
    message="The court of appeals has no authority over the trial court: {detail}. Take the court of "
    "appeals of its circuit.",
    sources=("usc-28-1651", "frap-21"),
)
def the_court_above(matter: Matter) -> Iterator[Finding]:
    """A writ comes down from the court above.

    Fires when the court below is no district court, or one of another circuit.
    """
    below = matter.case.proceeding
    if not matter.appellate or below is None:
        return
    trial = matter.law.forums[below.court]
    if trial.vehicle != "federal-complaint":
        yield Finding("proceeding.court", "it is no federal district court")
    elif trial.circuit != matter.forum.circuit:
        yield Finding("proceeding.court", f"it lies in the circuit {trial.circuit}")


@check(
    "PAR015",
    Severity.STOP,
    message='The item "{detail}" commands a party. This writ runs to a court; an officer or agency is sued '
    "in the district court.",
    sources=("frap-21", "usc-28-1361"),
)
def writ_against_a_party(matter: Matter) -> Iterator[Finding]:
    """A petition to a court of appeals asks for a command to a court.

    Fires there when an item of the writ names a respondent as the one who is to act.
    """
    if matter.appellate:
        for n, relief in items(matter, ReliefKind.WRIT):
            if relief.actors:
                yield Finding(f"relief.{n}.actors", called(relief))


@check(
    "EVI018",
    Severity.STOP,
    message="Nothing of the record is attached. Attach the order, or where there is none the docket and "
    "the papers on the motion.",
    sources=("frap-21-a-2",),
)
def record_attached(matter: Matter) -> Iterator[Finding]:
    """The court of appeals has only the record that it is given.

    Fires there when no exhibit is named as the order or as the docket that shows none.
    """
    below = matter.case.proceeding
    if matter.appellate and below is not None and below.exhibit is None:
        yield Finding("proceeding.exhibit")


@check(
    "FRM021",
    Severity.REVIEW,
    message="The number of the case below or the name of the judge is missing ({detail}). Both stand on the "
    "first page, and the judge has a copy.",
    sources=("frap-21-a-1",),
)
def whose_case(matter: Matter) -> Iterator[Finding]:
    """The first page names the court below, its number and its judge.

    Fires in a court of appeals when one of them is not given.
    """
    below = matter.case.proceeding
    if not matter.appellate or below is None:
        return
    for name in ("number", "judge"):
        if getattr(below, name) is None:
            yield Finding(f"proceeding.{name}", name)


@check(
    "TIM015",
    Severity.STOP,
    message="The hearing opens when 120 days have passed since the examination, and {detail}. Tell the day, "
    "or wait: a petition before it is dismissed.",
    sources=("usc-8-1447-b", "cfr-8-335-3-a"),
)
def examined_long_enough_ago(matter: Matter) -> Iterator[Finding]:
    """The hearing on naturalization opens on the 121st day.

    Fires for that petition when no event tells of an examination with its day, or when the first one
    told lies 120 days back or less. That the day itself lies ahead is TIM001's matter.
    """
    if matter.vehicle != _NATURALIZATION:
        return
    told = [
        (day, n) for n, event in enumerate(matter.case.events)
        if (day := known(event.on)) is not None and any(_EXAMINED.search(one.say) for one in event.says)
    ]
    if not told:
        yield Finding("events", "no event tells the day of an examination")
        return
    day, n = min(told)
    last = day + dt.timedelta(days=_PERIOD)
    if matter.as_of <= last:
        yield Finding(f"events.{n}.on", f"the first one told leaves until {long_date(last)}")


@check(
    "FRM026",
    Severity.STOP,
    message="The statements of the case alone have {detail} words, more than the court takes. Shorten them, or "
    "ask leave; the certificate of length cannot be signed.",
    sources=("frap-21-d-1",),
)
def too_many_words(matter: Matter) -> Iterator[Finding]:
    """A petition to a court of appeals has a limit of words.

    Fires there when what the case tells is already longer than the limit. The paper itself is
    counted when it is printed, and its certificate gives that number.
    """
    limit = matter.forum.format.word_limit
    if not matter.appellate or limit is None:
        return
    below = matter.case.proceeding
    words = sum(len(one.say.split()) for _, one in read(matter).statements)
    words += sum(len(one.split()) for one in (below.issues if below else ()))
    if words > limit:
        yield Finding("proceeding", f"{words:,}")


@check(
    "REL025",
    Severity.REVIEW,
    message="The item gives {detail}. Say for each way to obey which duty requires it, in the same order: "
    "what no duty requires, no writ commands.",
    sources=("norton-v-suwa",),
)
def ways_without_duty(matter: Matter) -> Iterator[Finding]:
    """Each way to obey is one that a duty requires.

    Fires for an item of the writ with several ways and several duties when the duties are not given
    way by way. An item on one duty stays silent: it is for the reader to see what the duty requires.
    """
    for n, relief in items(matter, ReliefKind.WRIT):
        ways, named = len(relief.either), len(relief.rests_on)
        if (ways > 1 and len(relief.duties) > 1 and not named) or (named and named != ways):
            yield Finding(f"relief.{n}.rests_on", f"{ways} ways and {named} duties for them")


@check(
    "REL026",
    Severity.REVIEW,
    message='The writ "{detail}" is not asked in the alternative, though the statute gives a hearing. Ask first '
    "that the court determine the application or remand it with instructions, and for the writ in the "
    "alternative to that.",
    sources=("usc-8-1447-b", "frcp-8-d"),
)
def writ_beside_a_hearing(matter: Matter) -> Iterator[Finding]:
    """Where a statute gives a hearing, the writ stands in reserve, in the prayer as in the counts.

    Fires in a petition on naturalization for an item of the writ that is an alternative to no other.
    """
    if matter.vehicle != _NATURALIZATION:
        return
    for n, relief in items(matter, ReliefKind.WRIT):
        if not relief.alternative_to:
            yield Finding(f"relief.{n}.alternative_to", called(relief))
