"""JUR: jurisdiction, venue and standing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.case import Level, PartyType, Petitioner, ReliefKind, VenueProng, known
from drafter.checks.matter import Matter
from drafter.checks.phrases import found, quoted
from drafter.checks.reading import called, commands, is_federal, own_cites, resting_on, words_of
from drafter.checks.registry import Finding, Severity, check

_MEMBER = re.compile(r"\bmembers?\b", re.IGNORECASE)
_MISSION = re.compile(
    r"\bmission\b|\bdivert(?:s|ed|ing)?\b|\bdiversion\b|\bfrustrat(?:es|ed|ing|ion)\b"
    r"|\bits (?:goals|values|purposes)\b",
    re.IGNORECASE,
)
_CONCRETE = re.compile(r"\d|\$|\b(?:suspended|cancel(?:l?ed)|closed|lost|paid|spent)\b", re.IGNORECASE)
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


def _organizations(matter: Matter) -> Iterator[tuple[int, Petitioner]]:
    for n, petitioner in enumerate(matter.case.petitioners):
        if petitioner.type is PartyType.ORGANIZATION:
            yield n, petitioner


def _harm_told(matter: Matter, petitioner: Petitioner) -> str:
    return " ".join(
        words_of(harm.says) for harm in matter.case.harms if harm.petitioner == petitioner.id
    )


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
    "JUR005",
    Severity.STOP,
    message="No harm is recorded. Say what the neglect costs each petitioner, with dates and "
    "amounts.",
    sources=("fda-v-alliance",),
)
def no_harm(matter: Matter) -> Iterator[Finding]:
    """Who asks must be hurt.

    Fires when the case lists no harm. One petitioner among others without harm is JUR007's.
    """
    if not matter.case.harms:
        yield Finding("harms")


@check(
    "JUR006",
    Severity.REVIEW,
    message="No recorded harm goes on or is likely to come again. A past harm alone may not support "
    "an order; add the repeat encounters, the practice or the coming date.",
    sources=("fda-v-alliance",),
)
def past_harm_only(matter: Matter) -> Iterator[Finding]:
    """An order looks forward, so the harm must too.

    Fires when harms are listed, an order is asked, and none is marked as continuing. No harm
    at all is JUR005's matter.
    """
    asks = any(item.kind is ReliefKind.WRIT for item in matter.case.relief)
    if matter.case.harms and asks and not any(harm.continuing for harm in matter.case.harms):
        yield Finding("harms")


@check(
    "JUR007",
    Severity.REVIEW,
    message="No harm is recorded for {detail}. Each petitioner needs a harm of the petitioner's own; "
    "add one, or leave the petitioner out.",
    sources=("fda-v-alliance", "frcp-17"),
)
def petitioner_without_harm(matter: Matter) -> Iterator[Finding]:
    """Standing is each petitioner's own.

    Fires for a petitioner whom no harm names, when there are harms. An organization's kind of
    harm is JUR008's and JUR009's matter.
    """
    harmed = {harm.petitioner for harm in matter.case.harms}
    if harmed:
        for n, petitioner in enumerate(matter.case.petitioners):
            if petitioner.id not in harmed:
                yield Finding(f"petitioners.{n}", petitioner.id)


@check(
    "JUR008",
    Severity.REVIEW,
    message='Nothing shows that "{detail}" has a member who is hurt, or a concrete harm of its own. '
    "Name a member, by pseudonym if need be, or plead the service cut, the sum spent, the "
    "record refused.",
    sources=("fda-v-alliance",),
)
def organization_standing(matter: Matter) -> Iterator[Finding]:
    """An organization sues for its members or for its own injury.

    Fires for an organization whose paragraphs and harms mention no member and no figure or
    cut. Harm put as mission or diverted effort is JUR009's matter.
    """
    for n, organization in _organizations(matter):
        told = f"{words_of(organization.about)} {_harm_told(matter, organization)}"
        harm = _harm_told(matter, organization)
        if not _MEMBER.search(told) and not _CONCRETE.search(harm):
            yield Finding(f"petitioners.{n}", organization.id)


@check(
    "JUR009",
    Severity.REVIEW,
    message="The organization's harm is put as {detail} and no figure or cut service stands beside "
    "it. Interest in a question and diverted effort have not been enough; plead what was "
    "there before and was cut.",
    sources=("fda-v-alliance",),
)
def mission_only(matter: Matter) -> Iterator[Finding]:
    """Mission and diverted effort alone do not give standing.

    Fires for a harm of an organization that speaks of its mission or of diversion and holds no
    figure and no cut. Whether members are named is JUR008's matter.
    """
    bodies = {organization.id for _, organization in _organizations(matter)}
    for n, harm in enumerate(matter.case.harms):
        told = words_of(harm.says)
        match = _MISSION.search(told)
        if harm.petitioner in bodies and match is not None and not _CONCRETE.search(told):
            yield Finding(f"harms.{n}", quoted(match[0]))


@check(
    "JUR010",
    Severity.REVIEW,
    message="Nothing says how the order would help. Add a paragraph that says what each petitioner "
    "could do, or would be spared, once the act is done.",
    sources=("fda-v-alliance",),
)
def no_redress(matter: Matter) -> Iterator[Finding]:
    """The order must reach the harm.

    Fires when harms are listed and none is marked as saying how the order would help.
    """
    if matter.case.harms and not any(harm.redress for harm in matter.case.harms):
        yield Finding("harms")


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
        for n, duty in resting_on(matter, "usc-8-1357-g-1"):
            if matter.law.duties[duty.catalogue or ""].authorities[0] == "usc-8-1357-g-1":
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
