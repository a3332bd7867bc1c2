"""The table of papers: which paper a packet holds, for which vehicle, and why.

file/ goes to the court or is served, send/ are letters, keep/ never leaves the office.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from drafter.case import PartyType
from drafter.checks import Note
from drafter.checks.matter import Matter
from drafter.context import demand as demand_letter
from drafter.context import service
from drafter.context import verification as verifications
from drafter.context.appellate import AppellateContext
from drafter.context.complaint import ComplaintContext
from drafter.context.disclosure import DisclosureContext, disclosure_statement
from drafter.context.exhibits import ExhibitIndexContext, exhibit_index
from drafter.context.filing import FilingDataContext, filing_data
from drafter.context.heading import federal, full_title, title_case
from drafter.context.letter import RETURN, CoverLetterContext, cover_letter
from drafter.context.memo import MemoContext, PaperRow, memo
from drafter.context.notice import NoticeContext, notice_of_application
from drafter.context.opening import OpeningFacts
from drafter.context.order import OrderContext, alternative_name, alternatives, order
from drafter.context.petition import PetitionContext
from drafter.context.proof_of_service import ProofContext, proof_of_service

Words = Callable[[Matter, OpeningFacts, tuple[str, ...], str], object]
Simple = Callable[[Matter, OpeningFacts, str], object]


@dataclass(frozen=True, slots=True)
class Spec:
    """One paper of a packet.

    Args:
        kind: file, send or keep.
        name: of the file, without number and ``.docx``.
        title: as enclosure lists and properties print it.
        template: name of the Word template.
        context: the dataclass of its words, for the proofreading of the template.
        why: why the packet holds it, for the memo.
        applies: whether this matter has it.
        words: makes the words from matter, opening paper, titles of the papers to file, and
            the draft mark; None for the opening paper and the memo.
        later: filed after the opening paper, so that no letter that goes with it lists it.
    """

    kind: str
    name: str
    title: str
    template: str
    context: type
    why: str
    applies: Callable[[Matter], bool]
    words: Words | None = None
    later: bool = False


def _always(_: Matter) -> bool:
    return True


def _federal(matter: Matter) -> bool:
    return federal(matter)


def _in_trial_court(matter: Matter) -> bool:
    """A writ to a court needs no order drawn for the judges, and its proof of service is in it."""
    return not APPELLATE.applies(matter)


def _in_state_court(matter: Matter) -> bool:
    return PETITION.applies(matter)


def _with_organization(matter: Matter) -> bool:
    if not (_federal(matter) or APPELLATE.applies(matter)):
        return False
    if APPELLATE.applies(matter) and matter.forum.interested_persons:
        return True
    return any(one.type is PartyType.ORGANIZATION for one in matter.case.petitioners)


def _simple(words: Simple) -> Words:
    """For a paper that lists no other paper."""
    return lambda matter, opening, _titles, mark: words(matter, opening, mark)


COMPLAINT = Spec(
    "file", "complaint", "Complaint", "complaint", ComplaintContext,
    "The opening paper of a civil action in a federal district court.",
    lambda matter: matter.vehicle == "federal-complaint",
)
NATURALIZATION = Spec(
    "file", "petition", "Petition for a Hearing on Naturalization", "naturalization_petition",
    ComplaintContext,
    "The opening paper where an applicant was examined and 120 days have passed.",
    lambda matter: matter.vehicle == "federal-naturalization",
)
APPELLATE = Spec(
    "file", "petition", "Petition for a Writ of Mandamus", "appellate_petition", AppellateContext,
    "The opening paper in a court of appeals; certificates and proof of service are in it.",
    lambda matter: matter.vehicle == "appellate-petition",
)
PETITION = Spec(
    "file", "petition", "Petition for Writ of Mandamus", "state_petition", PetitionContext,
    "The opening paper in a state court.",
    lambda matter: matter.vehicle == "state-petition",
)
PLEADING = Spec(
    "file", "petition", "Petition for Writ of Mandamus", "state_petition_pleading", PetitionContext,
    "The opening paper in a state court that wants 28 numbered lines on a page.",
    lambda matter: PETITION.applies(matter) and matter.forum.pleading_paper,
)
MEMO = Spec(
    "keep", "review-memo", "Review memo", "review_memo", MemoContext,
    "What stands in the way of filing, what must be decided, and what supports each paragraph.",
    _always,
)
DEMAND = Spec(
    "send", "demand-letter", "Demand letter", "demand_letter", demand_letter.DemandContext,
    "No demand is on record: this one asks for the act before suit.",
    demand_letter.applies, _simple(demand_letter.demand),
)
PAPERS: tuple[Spec, ...] = (
    Spec(
        "file", "verification", "Verification", "verification",
        verifications.VerificationContext,
        "Each petitioner swears to what that petitioner knows.",
        verifications.applies, _simple(verifications.verification),
    ),
    Spec(
        "file", "notice-of-application", "Notice of Intended Application", "notice_of_application",
        NoticeContext, "The forum wants notice before the petition is presented.",
        lambda matter: matter.forum.notice_before_application, _simple(notice_of_application),
    ),
    Spec(
        "file", "exhibit-index", "Index of Exhibits", "exhibit_index", ExhibitIndexContext,
        "The exhibits in the order of their letters, each behind a slip sheet.",
        lambda matter: bool(matter.case.exhibits), _simple(exhibit_index),
    ),
    Spec(
        "file", "disclosure-statement", "Disclosure Statement", "disclosure_statement",
        DisclosureContext,
        "An organization that sues must disclose who owns it, and some courts of appeals ask every "
        "party for all who have an interest.",
        _with_organization, _simple(disclosure_statement),
    ),
    Spec(
        "file", "proposed-order", "Proposed Order", "proposed_order", OrderContext,
        "Its commands are those of the prayer, word for word.", _in_trial_court, _simple(order),
    ),
    Spec(
        "file", "proof-of-service", "Proof of Service", "proof_of_service", ProofContext,
        "The server’s own words on who was served; signed and filed after service.",
        _in_trial_court, proof_of_service, later=True,
    ),
    Spec(
        "send", "cover-letter-to-clerk", "Cover letter to the clerk", "cover_letter",
        CoverLetterContext, "Tells the clerk what is enclosed and what is asked.",
        _always, cover_letter,
    ),
    Spec(
        "send", "service-letters", "Service letters", "service_letter",
        service.ServiceLettersContext, "One letter for each who must be served.",
        service.applies, service.service_letters,
    ),
    DEMAND,
    Spec(
        "keep", "filing-data", "Data for cover sheet and summonses", "filing_data",
        FilingDataContext, "To be copied to the court’s own forms.", _in_trial_court,
        _simple(filing_data),
    ),
)
"""Every paper but the opening paper and the memo, in the order of the packet."""


def opening_spec(matter: Matter) -> Spec:
    """The opening paper of a matter: what the vehicle is written on, titled as the court has it."""
    special = (COMPLAINT, NATURALIZATION, APPELLATE, PLEADING)
    found = next((one for one in special if one.applies(matter)), PETITION)
    if found is NATURALIZATION:  # without the counts in reserve, which make the title long
        return replace(found, title=full_title(matter).split(" and, in the Alternative")[0])
    return replace(found, title=full_title(matter)) if _in_state_court(matter) else found


def marked_spec(opening: Spec) -> Spec:
    """The copy of the opening paper that carries the notes as comments."""
    return replace(
        opening, kind="keep", name=f"{opening.name}-marked", title=f"{opening.title}, marked",
        why="A copy of the opening paper with each note as a comment at its paragraph.",
    )


def papers_for(matter: Matter) -> tuple[Spec, ...]:
    """The other papers that a matter has, the memo apart."""
    found = tuple(one for spec in PAPERS if spec.applies(matter)
                  for one in (_orders(spec, matter) if spec.name == "proposed-order" else (spec,)))
    if not _in_state_court(matter):
        return found
    return tuple(replace(one, title=RETURN) if one.name == "proof-of-service" else one
                 for one in found)


def _orders(spec: Spec, matter: Matter) -> Iterator[Spec]:
    """The proposed order, and one more for each alternative that the prayer asks."""
    yield spec
    for n in range(1, len(alternatives(matter)) + 1):
        which = alternative_name(matter, n)
        yield replace(
            spec, name=f"{spec.name}-alternative{f'-{chr(96 + n)}' if n > 1 else ''}",
            title=f"{spec.title} ({title_case(which.upper())})",
            why="Relief asked in the alternative has an order of its own: the judge signs one.",
            words=_simple(partial(order, alternative=n)),
        )


def all_specs() -> tuple[Spec, ...]:
    """Every paper that the program knows, for the proofreading of templates."""
    return (COMPLAINT, NATURALIZATION, APPELLATE, PETITION, PLEADING, *PAPERS, MEMO)


def memo_words(
    matter: Matter, opening: OpeningFacts, notes: tuple[Note, ...], specs: tuple[Spec, ...]
) -> MemoContext:
    """The words of the memo, which alone sees the notes."""
    rows = [PaperRow(spec.kind, spec.name, spec.title, spec.why) for spec in specs]
    return memo(matter, opening, notes, rows)
