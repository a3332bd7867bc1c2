"""MOA: the agreement compared with ICE's list of participating agencies, as the case has it."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.case import Listing, Moa, MoaModel, known
from drafter.checks.matter import Matter
from drafter.checks.registry import Finding, Severity, check
from drafter.wording.dates import long_date

_NAMES = {
    MoaModel.TASK_FORCE: "Task Force Model",
    MoaModel.JAIL_ENFORCEMENT: "Jail Enforcement Model",
    MoaModel.WARRANT_SERVICE: "Warrant Service Officer",
    MoaModel.OTHER: "another model",
}


def _listed(matter: Matter) -> tuple[Moa, Listing] | None:
    moa = matter.case.moa
    return None if moa is None or moa.listing is None else (moa, moa.listing)


def _list(listing: Listing) -> str:
    day = known(listing.dated)
    return f"the list of {long_date(day)}" if day else f"the list {listing.source}, of no day told,"


@check(
    "MOA022",
    Severity.REVIEW,
    message="The agreement is not on ICE’s list of participating agencies: {detail}. It may have "
    "ended, or stand there under another name; find out before filing.",
    sources=("usc-8-1357-g", "frcp-11"),
)
def agreement_not_listed(matter: Matter) -> Iterator[Finding]:
    """An agreement that ended leaves ICE's list; its absence is a question to be asked.

    Fires when the list was looked up and has no agreement of that agency, or none of the case's
    model. A list that was never looked up is MOA007's matter.
    """
    told = _listed(matter)
    if told is None:
        return
    moa, listing = told
    models = {one.model for one in listing.entries}
    if not models:
        yield Finding("moa.listing", f"{_list(listing)} has no “{listing.asked}”")
    elif moa.model is not MoaModel.OTHER and moa.model not in models:
        named = [
            _NAMES[one.model] + (f" (signed {long_date(day)})" if (day := known(one.signed_on)) else "")
            for one in listing.entries
        ]
        yield Finding(
            "moa.listing",
            f"{_list(listing)} has “{listing.asked}” with {', '.join(named)} and without "
            f"{_NAMES[moa.model]}",
        )


@check(
    "MOA023",
    Severity.REVIEW,
    message="ICE’s list gives another day of signature than the case: {detail}. Look at the "
    "signature page; there may be a second agreement, or an addendum.",
    sources=("frcp-11",),
)
def signature_day_differs(matter: Matter) -> Iterator[Finding]:
    """Two days of signature are two agreements, or a slip.

    Fires when the case knows its day of signature and the list has the case's model with other
    days only. A model that is not on the list is MOA022's matter.
    """
    told = _listed(matter)
    if told is None:
        return
    moa, listing = told
    signed = known(moa.signed_on)
    days = [
        day for one in listing.entries
        if one.model is moa.model and (day := known(one.signed_on)) is not None
    ]
    if signed is not None and days and signed not in days:
        yield Finding(
            "moa.signed_on",
            f"{long_date(signed)}; {_list(listing)} has {', '.join(map(long_date, days))}",
        )
