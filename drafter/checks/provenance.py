"""LAW: how well the law that the case leans on is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.matter import Matter
from drafter.checks.reading import duty_authorities, entry, naming, passages
from drafter.checks.registry import Finding, Severity, check
from drafter.law.records import Authority
from drafter.wording.dates import long_date

YEAR_DAYS = 365
_CITATION = re.compile(
    "\u00a7|\\b\\d+ (?:U\\.? ?S\\.? ?C|C\\.? ?F\\.? ?R|U\\.S\\.|S\\. ?Ct|F\\.(?:2d|3d|4th|Supp)|F\\. ?Supp"
    "|So\\. ?[23]d|S\\.E\\.(?:2d)?|Va\\.(?: App\\.)?) ?"
)
_KNOWN_FOR_MORE = {
    "Alamance": "the government lost that case at trial",
    "Vasquez Perdomo": "that was an interim stay, with an opinion of one Justice",
    "Melendres": "that case enforced the Constitution by injunction, not an agreement by mandamus",
    "Cheejati": "the first opinion in that case was withdrawn and replaced",
    "Gonzalez v. ICE": "later decisions on classwide orders must be cited with it",
}


def _relied(matter: Matter) -> Iterator[tuple[str, Authority]]:
    """The authorities behind the duties of the catalogue."""
    for n, duty in enumerate(matter.case.duties):
        for name in duty_authorities(matter, duty):
            yield f"duties.{n}", matter.law.authorities[name]


@check(
    "LAW001",
    Severity.STOP,
    message="An authority of your own is cited: {detail} It prints in a bracket until an attorney has "
    "read it and confirmed its words.",
    sources=("frcp-11",),
)
def own_cite(matter: Matter) -> Iterator[Finding]:
    """What the library does not hold, nobody here has read.

    Fires for each duty with a cite of its own. One of the catalogue whose authority is known
    from memory only is LAW002's matter.
    """
    for n, duty in enumerate(matter.case.duties):
        if duty.cite is not None:
            yield Finding(f"duties.{n}.cite", f"{duty.cite.rstrip('.')}.")


@check(
    "LAW002",
    Severity.STOP,
    message='The duty leans on "{detail}", which the library holds from memory or as an inference only. '
    "It prints in a bracket until an attorney has read it.",
    sources=("frcp-11",),
)
def unread_authority(matter: Matter) -> Iterator[Finding]:
    """Only what was read may print.

    Fires for a duty of the catalogue whose record or one of whose authorities may not print. A
    cite of the attorney's own is LAW001's matter.
    """
    for path, authority in _relied(matter):
        if not authority.may_print:
            yield Finding(path, authority.id)
    for n, duty in enumerate(matter.case.duties):
        record = entry(matter, duty)
        if record is not None and not record.may_print:
            yield Finding(f"duties.{n}", record.id)


@check(
    "LAW003",
    Severity.INFO,
    message="Points of this forum were not confirmed: {detail}. Look them up before filing; one that a "
    "paper prints stands there in brackets.",
    sources=("frcp-11",),
)
def forum_unconfirmed(matter: Matter) -> Iterator[Finding]:
    """A court's rules change and were read on one day.

    Fires when the forum's record names fields as unconfirmed, or itself may not print.
    """
    points = [name.replace("_", " ") for name in matter.forum.unconfirmed]
    if not matter.forum.may_print:
        points.append("the record of the forum")
    if points:
        yield Finding("forum.court", ", ".join(points))


@check(
    "LAW004",
    Severity.REVIEW,
    message="An authority was last read long ago: {detail}. Read its current text.",
    sources=("frcp-11",),
)
def read_long_ago(matter: Matter) -> Iterator[Finding]:
    """A statute is read in the week of filing.

    Fires for an authority behind a duty that was read more than a year before the day of the
    draft.
    """
    for path, authority in _relied(matter):
        if (matter.as_of - authority.read_on).days > YEAR_DAYS:
            yield Finding(path, f"{authority.id}, on {long_date(authority.read_on)}")


@check(
    "LAW005",
    Severity.INFO,
    message="The duty leans on an authority that also helps the other side, or must be read with another: "
    "{detail}.",
    sources=("frcp-11",),
)
def adverse_authority(matter: Matter) -> Iterator[Finding]:
    """Adverse authority is looked at before it is met.

    Fires for an authority behind a duty that is marked as adverse or that travels with others.
    """
    for path, authority in _relied(matter):
        others = tuple(matter.law.authorities[one] for one in authority.travels_with)
        if others:
            together = ", ".join(_named(one) for one in others)
            yield Finding(path, f"{_named(authority)} with {together}", (authority.id, *authority.travels_with))
        elif authority.adverse:
            yield Finding(path, _named(authority), (authority.id,))


def _named(authority: Authority) -> str:
    """What a person calls an authority: a case by its name, a text by its cite."""
    return authority.name or (authority.cite if authority.may_print else "a text known from memory")


@check(
    "LAW006",
    Severity.REVIEW,
    message="A sentence of fact cites law. The library cannot vouch for it there; move it to the duty, or "
    "take it out.",
    sources=("frcp-11", "frcp-8-a"),
)
def law_in_facts(matter: Matter) -> Iterator[Finding]:
    """Facts say what happened; law stands in its own part.

    Fires when an event, a demand, a remedy, a harm, a party paragraph or the summary holds a
    citation. Clauses and quotations may hold what they hold.
    """
    parts = ("matter", "petitioners", "events", "demands", "remedies", "harms")
    for passage in naming(matter, _CITATION, *parts):
        if ".quote." not in passage.field:
            yield Finding(passage.field)


@check(
    "LAW007",
    Severity.REVIEW,
    message="A case is named that is known for more than one thing: {detail}. Read it before it is cited.",
    sources=("frcp-11",),
)
def mistaken_case(matter: Matter) -> Iterator[Finding]:
    """Some cases are often cited for what they did not decide.

    Fires when one of a few such names stands in a text of the case other than its related cases.
    """
    for passage in passages(matter):
        for name, why in _KNOWN_FOR_MORE.items():
            if name in passage.text and not passage.field.startswith("related_cases"):
                yield Finding(passage.field, f"{name} ({why})")


@check(
    "LAW008",
    Severity.REVIEW,
    message="{detail} bears on agreements such as this one, and only a summary of it was seen. Read its "
    "text before filing: it may limit the agreement, or give a duty of its own.",
    sources=("frcp-11",),
)
def act_not_read(matter: Matter) -> Iterator[Finding]:
    """An act known by its summary only may change the case.

    Fires for a case with an agreement in a State where such an act is recorded. Points of the
    forum that were not confirmed are LAW003's matter.
    """
    if matter.case.moa is None:
        return
    for record in matter.law.authorities.values():
        if not record.text_read and matter.forum.system in record.courts:
            yield Finding("moa", record.cite, (record.id,))
