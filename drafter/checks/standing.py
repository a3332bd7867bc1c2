"""JUR, standing: who is hurt, how, and whether the order would help."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.case import PartyType, Petitioner, ReliefKind
from drafter.checks.matter import Matter
from drafter.checks.naming import called
from drafter.checks.phrases import quoted
from drafter.checks.reading import words_of
from drafter.checks.registry import Finding, Severity, check

_MEMBER = re.compile(r"\bmembers?\b", re.IGNORECASE)
_MISSION = re.compile(
    r"\bmission\b|\bdivert(?:s|ed|ing)?\b|\bdiversion\b|\bfrustrat(?:es|ed|ing|ion)\b"
    r"|\bits (?:goals|values|purposes)\b",
    re.IGNORECASE,
)
_TIES = re.compile(
    r"\bbecause\b|\bso as (?:not )?to\b|\bso that\b|\bin order (?:not )?to\b|\blest\b|\bfear\w*"
    r"|\bafraid\b|\brather than\b|\bavoid\w*|\bresult(?:s|ed)? (?:of|from|in)\b|\bas a result\b"
    r"|\b(?:due|owing) to\b|\bcaus(?:es|ed|ing)\b|\bon account of\b|\bby reason of\b|\btherefore\b"
    r"|\b(?:since|after|while|during|through) (?!(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|that (?:day|date)|\d))|\b(?:if|unless|without)\b|\[#",
    re.IGNORECASE,
)
_FOR_MEMBERS = re.compile(r"\b(?:sues?|claims?)\b[^.]{0,30}\bfor its members\b", re.IGNORECASE)
_CONCRETE = re.compile(r"\d|\$|\b(?:suspended|cancel(?:l?ed)|closed|lost|paid|spent|refused|withheld)\b", re.IGNORECASE)


def _organizations(matter: Matter) -> Iterator[tuple[int, Petitioner]]:
    for n, petitioner in enumerate(matter.case.petitioners):
        if petitioner.type is PartyType.ORGANIZATION:
            yield n, petitioner


def _harm_told(matter: Matter, petitioner: Petitioner) -> str:
    return " ".join(
        words_of(harm.says) for harm in matter.case.harms if harm.petitioner == petitioner.id
    )


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
                yield Finding(f"petitioners.{n}", called(petitioner))


@check(
    "JUR008",
    Severity.REVIEW,
    message="Nothing shows that {detail} has a member who is hurt, or a concrete harm of its own. "
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
            yield Finding(f"petitioners.{n}", organization.short or organization.name)


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
    "JUR020",
    Severity.REVIEW,
    message='Nothing ties the harm "{detail}" to what was done or left undone. Say why it '
    "happened: because of what, so as not to meet what. A cost that nobody made the petitioner "
    "bear will be called self-inflicted.",
    sources=("fda-v-alliance",),
)
def harm_without_cause(matter: Matter) -> Iterator[Finding]:
    """A harm that comes after is not yet a harm that comes from.

    Fires for a harm whose sentences hold no word of cause or condition and no reference to
    another paragraph. A date after "since" is no cause. A paragraph on how the order would help
    and one by which an organization sues for its members stay silent, and so does one with a blank.
    """
    for n, harm in enumerate(matter.case.harms):
        told = words_of(harm.says)
        if not (harm.redress or "[?" in told or _TIES.search(told) or _FOR_MEMBERS.search(told)):
            yield Finding(f"harms.{n}", called(harm))
