"""MOA: the signed agreement, its form, its standing, and the clauses against us."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.case import Clause, Moa, MoaModel, MoaStatus, known
from drafter.checks.matter import Matter
from drafter.checks.phrases import PERMISSIVE, SOFTENER, found, quoted
from drafter.checks.reading import (
    duty_acts,
    passages,
    relied_clauses,
    topics,
    words_of,
    years_before,
)
from drafter.checks.registry import Finding, Severity, check
from drafter.law.records import AdverseClause, MoaForm
from drafter.wording.dates import long_date

STATUS_DAYS = 30
_NO_RIGHTS = "AC1"
_SAID_ELSEWHERE = frozenset({_NO_RIGHTS, "AC5", "AC14"})  # MOA002, MOA004 and MOA012
_HOUR_48 = re.compile(r"\b48[- ]hours?\b|\bforty-eight[- ]hours?\b|\bhour 48\b", re.IGNORECASE)
_COMMITTEE = re.compile(r"\bsteering committees?\b", re.IGNORECASE)
_MISPRINT = re.compile(r"\b107[-–]276\b")
_STREET = re.compile(
    r"\b(?:traffic stop|stopped (?:\w+ ){0,3}(?:car|truck|vehicle)|pulled (?:\w+ )?over|roadside"
    r"|checkpoint|on the street|parking lot)\b",
    re.IGNORECASE,
)


def _form(matter: Matter, moa: Moa) -> MoaForm | None:
    """The form in our table that the agreement is on: model and revision must both fit."""
    revision = known(moa.form_revision)
    for form in matter.law.moa_forms.values():
        if form.model == moa.model.value and (
            revision in form.revisions if revision is not None else not form.revisions
        ):
            return form
    return None


def _matches(record: AdverseClause, clause: Clause) -> bool:
    words = " ".join(clause.words.split())
    return re.search(record.pattern, words, re.IGNORECASE) is not None


def _clauses(matter: Matter) -> Iterator[tuple[int, Clause]]:
    if matter.case.moa is not None:
        yield from enumerate(matter.case.moa.clauses)


def _on_48_hours(matter: Matter) -> Iterator[int]:
    """Positions of the duties that turn on 48 hours and lean on a clause of the agreement."""
    for n, duty in enumerate(matter.case.duties):
        if any(_HOUR_48.search(clause.words) for _, clause in relied_clauses(matter, duty)):
            yield n


@check(
    "MOA001",
    Severity.REVIEW,
    message="The clause that the agreement creates no enforceable rights is not among the "
    "recorded clauses. Every form seen holds one; record its words and page, so that the memo "
    "can set it out and the answer can be planned.",
    sources=("astra-v-santa-clara", "frcp-10-c"),
)
def no_rights_clause_unrecorded(matter: Matter) -> Iterator[Finding]:
    """An agreement that is attached becomes part of the pleading, its worst clause included.

    Fires when an agreement is given and none of its recorded clauses is the no-rights clause.
    When it is recorded, MOA002 names it.
    """
    record = matter.law.adverse_clauses.get(_NO_RIGHTS)
    if matter.case.moa is None or record is None:
        return
    if not any(_matches(record, clause) for _, clause in _clauses(matter)):
        yield Finding("moa.clauses")


@check(
    "MOA002",
    Severity.INFO,
    message="The agreement disclaims enforceable rights ({detail}). If it is attached, the clause "
    "is part of the pleading. Plead the duty from other law and the agreement as evidence.",
    sources=("astra-v-santa-clara", "frcp-10-c"),
)
def no_rights_clause(matter: Matter) -> Iterator[Finding]:
    """The no-rights clause is named wherever it stands.

    Fires for the recorded clause that holds it. A duty that leans on nothing but the agreement
    is DUT002's matter.
    """
    record = matter.law.adverse_clauses.get(_NO_RIGHTS)
    for n, clause in _clauses(matter):
        if record is not None and _matches(record, clause):
            yield Finding(f"moa.clauses.{n}", f"section {clause.section}, page {clause.page}")


@check(
    "MOA003",
    Severity.INFO,
    message="A recorded clause may stand against the petitioners: {detail}",
    sources=("usc-8-1357-g",),
)
def adverse_clause(matter: Matter) -> Iterator[Finding]:
    """Clauses that help the other side are known by their words.

    Fires for each recorded clause in which a pattern of the table of adverse clauses occurs.
    The no-rights clause is MOA002's, soft words are MOA004's, the 48-hour exception MOA012's.
    """
    for n, clause in _clauses(matter):
        for record in matter.law.adverse_clauses.values():
            if record.id not in _SAID_ELSEWHERE and _matches(record, clause):
                yield Finding(
                    f"moa.clauses.{n}", f"section {clause.section}. {record.effect}"
                )


@check(
    "MOA004",
    Severity.REVIEW,
    message="A clause that a duty leans on is put as a choice or in soft words: {detail}. Say what "
    "removes the choice, or lean on another clause.",
    sources=("norton-v-suwa",),
)
def soft_clause(matter: Matter) -> Iterator[Finding]:
    """A clause can show a duty only as strongly as it speaks.

    Fires for a clause named by a duty that says may, reserves the right, as necessary, every
    effort or the like. The duty's own soft words are DUT003's and DUT004's matter.
    """
    for duty in matter.case.duties:
        for n, clause in relied_clauses(matter, duty):
            match = PERMISSIVE.search(clause.words) or SOFTENER.search(clause.words)
            if match is not None:
                yield Finding(f"moa.clauses.{n}", quoted(match[0]))


@check(
    "MOA005",
    Severity.STOP,
    message="The clause on {detail} does not appear in this form of agreement. Check the page of "
    "the signed agreement; quoting another form would be an error of fact.",
    sources=("frcp-11", "usc-8-1357-g"),
)
def clause_of_another_form(matter: Matter) -> Iterator[Finding]:
    """Forms differ: what one model promises another leaves out.

    Fires when a recorded clause is named as a kind that our table says the case's form lacks.
    A form that is not in the table at all is MOA010's matter.
    """
    moa = matter.case.moa
    form = None if moa is None else _form(matter, moa)
    if form is None:
        return
    for n, topic in topics(matter):
        if topic in form.absent:
            yield Finding(f"moa.clauses.{n}.clause", topic.replace("-", " "))


@check(
    "MOA006",
    Severity.STOP,
    message="The agreement is recorded as {detail}. A duty that depends on it may have ended with "
    "it; say why the case is not moot, or rest it on other law.",
    sources=("usc-8-1357-g-1",),
)
def not_in_force(matter: Matter) -> Iterator[Finding]:
    """An agreement that has ended, or never began, binds nobody today.

    Fires when the status is suspended, terminated or unsigned. A status that nobody has
    checked is MOA007's, an old one MOA008's matter.
    """
    moa = matter.case.moa
    status = None if moa is None else known(moa.status)
    if status is not None and status is not MoaStatus.IN_FORCE:
        yield Finding("moa.status", status.value)


@check(
    "MOA007",
    Severity.REVIEW,
    message="Whether the agreement is in force is not recorded. Look it up in the agency's public "
    "list and write down the day.",
    sources=("frcp-11",),
)
def status_unknown(matter: Matter) -> Iterator[Finding]:
    """No form seen has an end date, and either side can end it on notice.

    Fires when an agreement is given whose status is absent or still to be asked.
    """
    moa = matter.case.moa
    if moa is not None and known(moa.status) is None:
        yield Finding("moa.status")


@check(
    "MOA008",
    Severity.REVIEW,
    message="The status of the agreement was last checked {detail}. Check it again in the week of "
    "filing.",
    sources=("frcp-11",),
)
def status_stale(matter: Matter) -> Iterator[Finding]:
    """A status is a fact of one day.

    Fires when the status is known and the day of the check is missing or more than 30 days
    back. A status that is not known is MOA007's matter.
    """
    moa = matter.case.moa
    if moa is None or known(moa.status) is None:
        return
    day = known(moa.status_as_of)
    if day is None:
        yield Finding("moa.status_as_of", "on a day that is not recorded")
    elif (matter.as_of - day).days > STATUS_DAYS:
        yield Finding("moa.status_as_of", f"on {long_date(day)}")


@check(
    "MOA009",
    Severity.STOP,
    message="The signed agreement is not among the exhibits. Its words may be quoted from the "
    "signed paper only; add it and name it.",
    sources=("frcp-10-c", "frcp-11"),
)
def not_an_exhibit(matter: Matter) -> Iterator[Finding]:
    """The agreement is proved by itself.

    Fires when an agreement is given without an exhibit, or with the id of one that is not
    listed. Other citations of unlisted papers are EVI001's matter.
    """
    moa = matter.case.moa
    if moa is not None and (moa.exhibit is None or matter.case.exhibit(moa.exhibit) is None):
        yield Finding("moa.exhibit")


@check(
    "MOA010",
    Severity.REVIEW,
    message="The form of the agreement is not one in our table. Read the signed paper clause by "
    "clause; nothing here says what it leaves out.",
    sources=("frcp-11",),
)
def unknown_form(matter: Matter) -> Iterator[Finding]:
    """Forms change, several times in one year; the footer gives the date.

    Fires when no form in the table has the case's model and footer date. A clause that a known
    form lacks is MOA005's matter.
    """
    moa = matter.case.moa
    if moa is not None and _form(matter, moa) is None:
        yield Finding("moa.form_revision")


@check(
    "MOA011",
    Severity.INFO,
    message="A passage copies a misprint of some forms, which give the Homeland Security Act the "
    "wrong public law number. Leave that line out, or mark it [sic].",
    sources=("usc-6-557",),
)
def misprint(matter: Matter) -> Iterator[Finding]:
    """The forms seen print a wrong number for one statute.

    Fires when the number as misprinted stands in any text of the case.
    """
    for finding in found(matter, _MISPRINT):
        yield Finding(finding.field)


@check(
    "MOA012",
    Severity.STOP,
    message="A paid-detention agreement is recorded, and the 48-hour clause has an exception where "
    "one exists. Read it: the count on 48 hours may not stand on that clause.",
    sources=("cfr-8-287-7-d",),
)
def paid_detention(matter: Matter) -> Iterator[Finding]:
    """The jail's 48-hour limit yields to an agreement to hold for a fee.

    Fires when such an agreement is recorded and a duty leans on a 48-hour clause. When nobody
    has asked whether there is one, MOA013 speaks.
    """
    moa = matter.case.moa
    if moa is not None and known(moa.paid_detention) is True:
        for n in _on_48_hours(matter):
            yield Finding(f"duties.{n}.clauses")


@check(
    "MOA013",
    Severity.REVIEW,
    message="The 48-hour clause has an exception where a paid-detention agreement exists, and "
    "whether one does is not recorded. Ask for it in writing.",
    sources=("cfr-8-287-7-d",),
)
def paid_detention_unknown(matter: Matter) -> Iterator[Finding]:
    """The exception is a question of fact that the other side can answer.

    Fires when a duty leans on a 48-hour clause and ``paid_detention`` is absent or to be asked.
    """
    moa = matter.case.moa
    if moa is not None and known(moa.paid_detention) is None:
        for n in _on_48_hours(matter):
            yield Finding(f"duties.{n}.clauses")


@check(
    "MOA014",
    Severity.STOP,
    message="A steering committee is asked for. No 2025 form seen has one, and older forms call "
    "for it only as necessary; check the signed agreement.",
    sources=("norton-v-suwa",),
)
def steering_committee(matter: Matter) -> Iterator[Finding]:
    """A clause that went out of the forms is no duty.

    Fires when a duty or the prayer speaks of a steering committee. Facts about past meetings
    do not count.
    """
    places = [*duty_acts(matter), *passages(matter, "relief")]
    for passage in places:
        if _COMMITTEE.search(passage.text):
            yield Finding(passage.field)


@check(
    "MOA015",
    Severity.INFO,
    message="The agreement is more than two years old. Task-force authorizations seen last two "
    "years at first; ask whether those of the officers in this case were renewed.",
    sources=("usc-8-1357-g-5",),
)
def authorization_may_have_lapsed(matter: Matter) -> Iterator[Finding]:
    """An officer whose authorization has run out acts without one.

    Fires for a task-force agreement signed more than two years before the day of the draft.
    Other models set no such term in the forms seen.
    """
    moa = matter.case.moa
    signed = None if moa is None else known(moa.signed_on)
    if moa is None or signed is None or moa.model is not MoaModel.TASK_FORCE:
        return
    if signed < years_before(matter.as_of, 2):
        yield Finding("moa.signed_on", long_date(signed))


@check(
    "MOA016",
    Severity.INFO,
    message="An act outside the jail is described, and this model gives powers in the jail only. "
    "That the act was unauthorized may be a stronger claim than mandamus.",
    sources=("usc-8-1357-g-1", "arizona-v-united-states"),
)
def act_outside_the_model(matter: Matter) -> Iterator[Finding]:
    """Jail and warrant-service officers are given powers in the jail.

    Fires under those models for an event that tells of a stop on the road. Under the task-force
    model such an act may be within the powers.
    """
    moa = matter.case.moa
    if moa is None or moa.model not in {MoaModel.JAIL_ENFORCEMENT, MoaModel.WARRANT_SERVICE}:
        return
    for n, event in enumerate(matter.case.events):
        if _STREET.search(words_of(event.says)):
            yield Finding(f"events.{n}")


@check(
    "MOA017",
    Severity.STOP,
    message="The matter is about a 287(g) agreement, and no agreement is given. Get the signed "
    "paper; nothing may be quoted from a form.",
    sources=("usc-8-1357-g", "frcp-11"),
)
def no_agreement(matter: Matter) -> Iterator[Finding]:
    """The words pleaded are those of the paper that was signed.

    Fires when the kind of matter begins with 287g and the case has no agreement. An agreement
    that is given but not attached is MOA009's matter.
    """
    if (matter.case.matter.kind or "").startswith("287g") and matter.case.moa is None:
        yield Finding("moa")
