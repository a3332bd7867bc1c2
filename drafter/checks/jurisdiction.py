"""JUR: jurisdiction and venue, and the bars."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.case import Level, VenueProng, known
from drafter.checks.matter import Matter
from drafter.checks.naming import called
from drafter.checks.phrases import found, quoted
from drafter.checks.reading import commands, duty_authorities, entry, is_federal, own_cites
from drafter.checks.registry import Finding, Severity, check

_REMOVAL_ASKED = re.compile(
    r"\b(?:stay|halt|stop|vacate|set aside|reopen|terminate|undo|block|prevent|delay)\b[^.]{0,50}"
    r"\b(?:removals?|deportations?|removal proceedings|orders? of removal)\b"
    r"|\b(?:commence|begin|dismiss|adjudicate)\b[^.]{0,30}\bremoval (?:proceedings|case)\b",
    re.IGNORECASE,
)
_REMOVAL_TOLD = re.compile(
    r"\bremoval (?:proceedings|hearing|order|case)\b|\b(?:final )?orders? of removal\b"
    r"|\bnotice to appear\b|\bimmigration (?:court|judge)\b|\bpending removal\b",
    re.IGNORECASE,
)
_PUNISH = re.compile(
    r"\b(?:discipline|punish|prosecute|sanction|fire|dismiss|decertify|investigate|debar)\b"
    r"[^.]{0,40}\b(?:deput(?:y|ies)|officers?|sheriffs?|agents?|personnel|employees?)\b",
    re.IGNORECASE,
)
_HABEAS = re.compile(r"\bhabeas\b", re.IGNORECASE)
_ALL_WRITS = re.compile(r"\ball writs\b", re.IGNORECASE)


_FEDERAL = ("usc-", "cfr-")


@check(
    "JUR001",
    Severity.STOP,
    message="No ground of venue is given. Name the prong of the venue statute and the fact that "
    "meets it.",
    sources=("usc-28-1391-e-1",),
)
def no_federal_venue(matter: Matter) -> Iterator[Finding]:
    """A federal complaint says why this district.

    Fires in a federal forum when ``forum.venue`` is empty. A prong of the wrong kind is
    JUR002's matter; a state forum without venue is JUR003's.
    """
    if is_federal(matter) and not matter.case.forum.venue:
        yield Finding("forum.venue")


@check(
    "JUR002",
    Severity.STOP,
    message='The ground of venue "{detail}" does not belong to this court. The prongs of the '
    "federal statute are for federal district courts; a state court has a rule of its own.",
    sources=("usc-28-1391-e-1",),
)
def wrong_venue(matter: Matter) -> Iterator[Finding]:
    """Each court system has its own venue.

    Fires for the state rule in a federal forum and for a federal prong in a state forum. A
    right prong without its fact is JUR004's matter.
    """
    for n, venue in enumerate(matter.case.forum.venue):
        if (venue.prong is VenueProng.STATE_RULE) is is_federal(matter):
            yield Finding(f"forum.venue.{n}.prong", venue.prong.value)


@check(
    "JUR003",
    Severity.STOP,
    message="No ground of venue is given. Name the state's rule of venue and the fact that meets "
    "it.",
    sources=("kerr-v-us-district-court",),
)
def no_state_venue(matter: Matter) -> Iterator[Finding]:
    """A state petition says why this county.

    Fires in a state forum when ``forum.venue`` is empty. The federal counterpart is JUR001.
    """
    if not is_federal(matter) and not matter.case.forum.venue:
        yield Finding("forum.venue")


@check(
    "JUR004",
    Severity.REVIEW,
    message="Venue is laid where the petitioner resides, and no county of residence is recorded. "
    "Add the county, so that the district can be read from it.",
    sources=("usc-28-1391-e-1",),
)
def residence_unknown(matter: Matter) -> Iterator[Finding]:
    """Venue by residence needs a residence.

    Fires when that prong is named and no petitioner's county is known. The other prongs ask
    where officers sit or events happened, and their fact is the sentence given.
    """
    for n, venue in enumerate(matter.case.forum.venue):
        if venue.prong is VenueProng.PLAINTIFF_RESIDES and not any(
            known(p.residence_county) for p in matter.case.petitioners
        ):
            yield Finding(f"forum.venue.{n}")


@check(
    "JUR011",
    Severity.STOP,
    message="The prayer would touch removal: {detail}. Statutes take such claims from the district "
    "courts and name mandamus. Use a petition for review or habeas as it fits, or limit the "
    "prayer.",
    sources=("usc-8-1252-g", "usc-8-1252-a-5", "usc-8-1252-b-9"),
)
def removal_asked(matter: Matter) -> Iterator[Finding]:
    """Removal goes to the courts of appeals.

    Fires when the prayer would stay, undo, begin or end removal. Facts about a pending removal
    case are JUR012's matter.
    """
    yield from found(matter, _REMOVAL_ASKED, "relief")


@check(
    "JUR012",
    Severity.REVIEW,
    message="The facts mention {detail}. Say that nothing is asked about it, and check the bars on "
    "claims that arise from commencing proceedings, adjudicating cases or executing removal "
    "orders.",
    sources=("usc-8-1252-g", "usc-8-1252-b-9", "usc-8-1252-a-2-b-ii"),
)
def removal_pending(matter: Matter) -> Iterator[Finding]:
    """A pending removal case brings the bars into view.

    Fires when the facts, the parties or the related cases speak of removal proceedings, an
    order of removal or an immigration court. A prayer about removal is JUR011's matter.
    """
    parts = ("matter", "petitioners", "events", "harms", "demands", "remedies", "related_cases")
    yield from found(matter, _REMOVAL_TOLD, *parts)


@check(
    "JUR013",
    Severity.REVIEW,
    message="The duty rests on the paragraph that lets the Secretary enter agreements. That power is "
    "discretionary, and a statute bars review of such powers and names mandamus. Rest the duty "
    "on a paragraph that says shall.",
    sources=("usc-8-1357-g-1", "usc-8-1252-a-2-b-ii", "usc-5-701-a-2"),
)
def discretionary_power(matter: Matter) -> Iterator[Finding]:
    """To sign, keep or end an agreement is a power.

    Fires in a federal matter for a duty whose source, the first of its authorities, is that
    paragraph. The agreement as a source of duty is DUT002's matter.
    """
    if is_federal(matter):
        for n, duty in enumerate(matter.case.duties):
            if duty_authorities(matter, duty)[:1] == ("usc-8-1357-g-1",):
                yield Finding(f"duties.{n}")


@check(
    "JUR014",
    Severity.REVIEW,
    message="A related case appears to be a habeas case ({detail}). Tell the court of it, and say why "
    "this case asks for something else.",
    sources=("usc-28-2241",),
)
def related_habeas(matter: Matter) -> Iterator[Finding]:
    """Two cases on one custody invite a motion.

    Fires for a related case whose name, court or relation speaks of habeas. A person who is
    held now is EXH003's matter.
    """
    for n, case in enumerate(matter.case.related_cases):
        shown = " ".join(filter(None, (case.name, case.court, case.relation)))
        if _HABEAS.search(shown):
            yield Finding(f"related_cases.{n}", case.name)


@check(
    "JUR015",
    Severity.STOP,
    message="{detail} is a federal respondent before a state court. A state court's writ is generally "
    "held not to reach a federal officer; sue in the federal district court.",
    sources=("usc-28-1361", "usc-28-1442-a-1"),
)
def federal_officer_in_state_court(matter: Matter) -> Iterator[Finding]:
    """State writs run to state and local officers.

    Fires for each federal respondent in a state forum. A local officer in federal court is
    PAR002's matter.
    """
    if not is_federal(matter):
        for n, respondent in enumerate(matter.case.respondents):
            if respondent.level is Level.FEDERAL:
                yield Finding(f"respondents.{n}.level", called(respondent))


@check(
    "JUR016",
    Severity.INFO,
    message="The respondents may remove a state case that turns on acts under a federal agreement. "
    "Plead state law as the source of each duty, and have the answer to a removal ready.",
    sources=("usc-28-1442-a-1", "usc-8-1357-g-8"),
)
def removal_to_federal_court(matter: Matter) -> Iterator[Finding]:
    """Officers who act under a federal agreement can ask for a federal court.

    Fires in a state forum when an agreement is part of the case.
    """
    if not is_federal(matter) and matter.case.moa is not None:
        yield Finding("forum.court")


@check(
    "JUR028",
    Severity.INFO,
    message='The count on "{detail}" pleads federal law as the duty. In a state court that invites '
    "removal as a case that arises under federal law: decide whether the count is worth the answer, "
    "or plead that text as evidence of a duty of state law.",
    sources=("usc-28-1441-a", "usc-28-1331"),
)
def federal_duty_in_state_court(matter: Matter) -> Iterator[Finding]:
    """A state court can hear a federal duty; a federal court can take the case from it.

    Fires in a state forum for each duty whose first authority is federal.
    """
    if is_federal(matter):
        return
    for n, duty in enumerate(matter.case.duties):
        record = entry(matter, duty)
        if record is not None and record.authorities and record.authorities[0].startswith(_FEDERAL):
            yield Finding(f"duties.{n}", called(duty))


@check(
    "JUR017",
    Severity.INFO,
    message="In this circuit mandamus has been refused where the Administrative Procedure Act is "
    "adequate. The mandamus count is pleaded in the alternative; say what that Act does not "
    "give.",
    sources=("serrano-v-us-attorney-general", "cash-v-barnhart"),
)
def apa_adequate(matter: Matter) -> Iterator[Finding]:
    """Two roads to one act: the court may close the second.

    Fires in a federal forum when an authority that we hold for its circuit says so.
    """
    held = matter.law.authorities.get("serrano-v-us-attorney-general")
    if is_federal(matter) and held is not None and matter.forum.circuit in held.courts:
        yield Finding("forum.court")


@check(
    "JUR018",
    Severity.REVIEW,
    message="A duty is laid on the All Writs Act. It aids jurisdiction that a court has already; in "
    "a new district case use the mandamus statute.",
    sources=("usc-28-1651", "usc-28-1361"),
)
def all_writs(matter: Matter) -> Iterator[Finding]:
    """The All Writs Act starts no case.

    Fires in a federal forum for a duty whose own cite is that Act.
    """
    if is_federal(matter):
        for n, _ in own_cites(matter, _ALL_WRITS):
            yield Finding(f"duties.{n}.cite")


@check(
    "JUR019",
    Severity.REVIEW,
    message="The prayer asks that an agency act against someone else ({detail}). A private person has "
    "generally no right to have another punished; ask for the act that is owed to the "
    "petitioner.",
    sources=("usc-28-1361", "usc-5-701-a-2"),
)
def third_party_punished(matter: Matter) -> Iterator[Finding]:
    """Enforcement against others is the agency's choice.

    Fires when a writ item would discipline, prosecute, dismiss or investigate officers. A prayer
    to end the agreement or an authorization is REL004's matter.
    """
    for passage in commands(matter):
        match = _PUNISH.search(passage.text)
        if match is not None:
            yield Finding(passage.field, quoted(match[0]))
