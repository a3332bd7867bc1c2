"""Section 3, standing: the points at which each petitioner’s standing will be attacked."""

from __future__ import annotations

import re

from drafter.case import Abuse, Case, Custody, Harm, PartyType, Petitioner, known
from drafter.checks.reading import words_of
from drafter.context.memo.reader import Reader, curled
from drafter.wording.text import Text

_SPENT = re.compile(
    r"\bpa(?:id|ys?)\b|\bspen[dt]s?\b|\bhired\b|\bleft (?:the|her|his|their|school|work)\b|\bavoid"
    r"|\bnot driven\b|\bso as not to\b|\brather than\b|\bwithdrew\b",
    re.IGNORECASE,
)
_ENCOUNTERS = frozenset({
    Abuse.BEYOND_AUTHORITY, Abuse.RACE_OR_ETHNICITY, Abuse.SAFEGUARDS, Abuse.PRETEXT,
})
_RELEASE = re.compile(r"release\b", re.IGNORECASE)
_MEMBER = re.compile(r"\bmembers?\b", re.IGNORECASE)


def weak_standing(reader: Reader, party: Petitioner, untied: frozenset[str]) -> list[str]:
    """What is weak in one petitioner’s standing, in few words, for the element map.

    Args:
        reader: the matter and its opening paper.
        party: the petitioner.
        untied: ids of the harms that no word ties to the neglect.
    """
    harms = [h for h in reader.case.harms if h.petitioner == party.id and not h.redress]
    loose = [h.id for h in harms if h.id in untied]
    points: list[str] = []
    if loose:
        where = reader.paragraphs(loose)
        points.append(f"causation: {where or ', '.join(loose)} does not say what caused it"
                      if len(loose) == 1 else
                      f"causation: {where or ', '.join(loose)} do not say what caused them")
    if party.type is PartyType.ORGANIZATION:
        points.append("an organization’s own spending may be no injury")
        if _members(party, harms):
            points.append("standing through members rests on a named member’s own")
    elif _stopped(reader.case) and any(_chosen(h) for h in harms):
        points.append("a cost taken on to avoid a stop or hold may be called self-inflicted")
    if _let_go(reader.case, party):
        points.append("at liberty: the next hold needs a new arrest or bail revoked, new terms met, and "
                      "then the hold; say what makes each likely")
    if harms and all(h.continuing is False for h in harms):
        points.append("every harm told is past")
    return points


def _stopped(case: Case) -> bool:
    """Whether the case is about what was done to a person on the road or in a jail."""
    return any(event.category in _ENCOUNTERS for event in case.events) or any(
        known(one.custody) not in {None, Custody.NEVER} for one in case.petitioners
    )


def _let_go(case: Case, party: Petitioner) -> bool:
    """Whether a person now at liberty asks for a release to come."""
    return known(party.custody) is Custody.AT_LIBERTY and any(
        _RELEASE.match(known(one.act) or "") for one in case.duties if party.id in one.owed_to)


def _chosen(harm: Harm) -> bool:
    return _SPENT.search(words_of(harm.says)) is not None


def _members(party: Petitioner, harms: list[Harm]) -> bool:
    told = " ".join([words_of(party.about), *(words_of(h.says) for h in harms)])
    return _MEMBER.search(told) is not None


def standing_points(reader: Reader) -> tuple[Text, ...]:
    """What the other side will say of standing on these facts, for the list of weak points."""
    case = reader.case
    harms = [h for h in case.harms if not h.redress]
    points: list[Text] = []
    if not harms:
        return ()
    if any(_chosen(h) for h in harms):
        points.append(curled(
            "Causation: the cost was a choice. Each paragraph of harm must say what the petitioner "
            "did, what it was meant to avoid, and why that was to be expected."))
    if _stopped(case):
        points.append(Text.of(
            "Redress and the future: a past stop or hold alone supports no order (",
            reader.cite("lyons"), "). Point to the paragraph that makes the next one likely."))
    if any(_let_go(case, one) for one in case.petitioners):
        points.append(curled(
            "A petitioner who is at liberty: an order for “each time” is a standing command over acts to "
            "come, and the chain that leads to the next one will be called speculation. Plead the date, and "
            "be ready to go on without this petitioner."))
    if any(p.type is PartyType.ORGANIZATION for p in case.petitioners):
        points.append(Text.of(
            "The organization: it cannot spend its way into standing (",
            reader.cite("fda-v-alliance"), "). Lead with its members; plead a service cut as well."))
        south = reader.matter.law.authorities["city-of-south-miami"]
        if reader.matter.forum.circuit in south.courts:
            points.append(Text.of(
                "In this circuit ", reader.cite(south.id), " denied standing to organizations where local "
                "officers who were not sued did the harm. Say what this defendant did, and how the order "
                "against it reaches the harm."))
    for relief in case.relief:
        if relief.either:
            where = reader.number(f"relief-{relief.id}")
            points.append(curled(
                f"The alternative in the prayer{f' ({where})' if where else ''}: say what each "
                "petitioner gains if the last answer is given, and by what text it is due."))
    return tuple(points)
