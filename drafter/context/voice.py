"""How a paper speaks: party labels in the right number, and the verbs that agree."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.case import Case
from drafter.law.records import Forum


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verbs that agree with the petitioners."""

    ask: str
    do: str
    seek: str
    have: str
    be: str
    sue: str
    plead: str
    incorporate: str
    allege: str
    claim: str
    reside: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Party labels as the forum has them, in the number of this case."""

    petitioner: str  # "Plaintiff", singular always
    petitioners: str  # "Plaintiffs" or "Plaintiff", by number
    petitioners_their: str  # "Plaintiffs’" or "Plaintiff’s"
    respondent: str
    respondents: str
    none_asks: str  # "No Plaintiff asks" or "Plaintiff does not ask"
    none_seeks: str  # "No Plaintiff seeks" or "Plaintiff does not seek"
    many_petitioners: bool
    many_respondents: bool
    say: Verbs
    paper: str  # "Complaint", "Petition"


def voice(case: Case, forum: Forum) -> Voice:
    """The voice of a case in its forum."""
    many = len(case.petitioners) > 1
    many_respondents = len(case.respondents) > 1
    label, against = forum.petitioner_label, forum.respondent_label
    return Voice(
        petitioner=label,
        petitioners=f"{label}s" if many else label,
        petitioners_their=f"{label}s’" if many else f"{label}’s",
        respondent=against,
        respondents=f"{against}s" if many_respondents else against,
        none_asks=f"No {label} asks" if many else f"{label} does not ask",
        none_seeks=f"No {label} seeks" if many else f"{label} does not seek",
        many_petitioners=many,
        many_respondents=many_respondents,
        say=Verbs(
            ask="ask" if many else "asks",
            do="do" if many else "does",
            seek="seek" if many else "seeks",
            have="have" if many else "has",
            be="are" if many else "is",
            sue="sue" if many else "sues",
            plead="plead" if many else "pleads",
            incorporate="incorporate" if many else "incorporates",
            allege="allege" if many else "alleges",
            claim="claim" if many else "claims",
            reside="reside" if many else "resides",
        ),
        paper="Complaint" if "COMPLAINT" in forum.title.upper() else "Petition",
    )
