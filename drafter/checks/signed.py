"""MOA: the case compared with the signed agreement itself, where its PDF stands beside the case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.case import known
from drafter.checks.matter import Matter
from drafter.checks.reading import entry, read
from drafter.checks.registry import Finding, Severity, check
from drafter.wording.dates import long_date

if TYPE_CHECKING:
    from drafter.moa import Agreement
    from drafter.moa.quotations import Difference

_QUOTED = re.compile(r"“([^”]{12,})”")
_NUMBER = re.compile(r"\d+")


def _agreement(matter: Matter) -> Agreement | None:
    moa = matter.case.moa
    return None if moa is None else matter.agreements.get(moa.exhibit or "")


def _quotations(matter: Matter) -> Iterator[tuple[str, str, str]]:
    """Field, words and page of everything that the case quotes from the agreement."""
    moa = matter.case.moa
    if moa is None or moa.exhibit is None:
        return
    for n, clause in enumerate(moa.clauses):
        yield f"moa.clauses.{n}.words", clause.words, clause.page
    reading = read(matter)
    for path, quotation in reading.quotations:
        if quotation.exhibit == moa.exhibit:
            yield f"{path}.words", quotation.words, quotation.at or ""
    for path, statement in reading.statements:
        cited = {source.exhibit for source in statement.sources}
        if cited == {moa.exhibit}:
            for words in _QUOTED.findall(statement.say):
                yield f"{path}.say", words, ""


def _differences(matter: Matter) -> Iterator[tuple[str, Difference]]:
    agreement = _agreement(matter)
    if agreement is None:
        return
    from drafter.moa.quotations import compare  # noqa: PLC0415 - most cases have no PDF beside them

    for field, words, _ in _quotations(matter):
        difference = compare(words, agreement)
        if difference is not None:
            yield field, difference


@check(
    "MOA018",
    Severity.STOP,
    message="Words quoted from the agreement are not those of the signed paper: {detail} "
    "Correct the quotation from the paper.",
    sources=("frcp-11", "frcp-10-c"),
)
def quotation_differs(matter: Matter) -> Iterator[Finding]:
    """A quotation is exact or it is none.

    Fires for words quoted from the agreement that its PDF, read beside the case, does not have;
    white space, hyphens, the shape of quotation marks and ligatures of a scan do not count. Where
    pages could not be read and nothing like the words was found, MOA021 speaks.
    """
    agreement = _agreement(matter)
    for field, found in _differences(matter):
        if found.page:
            scan = " The page is a scan: compare with the paper itself." if found.scanned else ""
            yield Finding(
                field,
                f"the case has “{found.quoted}”; page {found.page} of the paper has "
                f"“{found.printed}”.{scan}",
            )
        elif agreement is not None and agreement.is_whole:
            yield Finding(field, f"the case has “{found.quoted}”; the paper has nothing like it.")


@check(
    "MOA019",
    Severity.STOP,
    message="A duty is pinned to a clause that the signed agreement lacks: {detail}. Rest the duty "
    "on other law, or leave it out.",
    sources=("frcp-11", "usc-8-1357-g"),
)
def duty_without_its_clause(matter: Matter) -> Iterator[Finding]:
    """Forms changed four times in one year; a duty of another form is none here.

    Fires for a duty that rests on the agreement alone, or leans on a recorded clause, where all
    pages of the PDF were read and its kind of clause is absent. Without the PDF, MOA005 compares
    with the table of forms.
    """
    agreement = _agreement(matter)
    moa = matter.case.moa
    if agreement is None or moa is None or not agreement.is_whole or not agreement.clauses:
        return
    here = {found.clause.topic for found in agreement.clauses}
    table = [clause for form in matter.law.moa_forms.values() for clause in form.clauses]
    topics = {clause.id: clause.topic for clause in table}
    for n, duty in enumerate(matter.case.duties):
        leaned = {
            topics[clause.clause]: None
            for clause in moa.clauses if clause.id in duty.clauses and clause.clause in topics
        }
        for topic in leaned:
            if topic not in here:
                yield Finding(f"duties.{n}.clauses", topic.replace("-", " "))
        known_duty = entry(matter, duty)
        if known_duty is None or known_duty.independent:
            continue
        kinds = {clause.topic for clause in table if clause.duty == known_duty.id}
        if kinds and not kinds & here and not leaned:
            yield Finding(f"duties.{n}.catalogue", ", ".join(sorted(kinds)).replace("-", " "))


@check(
    "MOA020",
    Severity.REVIEW,
    message="The case and the signed agreement disagree on {detail}. Look at the paper and correct "
    "the one that is wrong.",
    sources=("frcp-11",),
)
def particulars_differ(matter: Matter) -> Iterator[Finding]:
    """Model, footer date and page numbers decide which clauses there are and where.

    Fires where the PDF shows another model or footer date than the case says, or a recorded
    clause stands on another page. Words that differ are MOA018's matter.
    """
    agreement = _agreement(matter)
    moa = matter.case.moa
    if agreement is None or moa is None:
        return
    if agreement.clauses and agreement.model not in {"other", moa.model.value}:
        yield Finding("moa.model", f"the model: {moa.model.value}, {agreement.model}")
    told, footer = known(moa.form_revision), agreement.form_revision
    if told is not None and footer is not None and told != footer:
        yield Finding(
            "moa.form_revision", f"the form’s date: {long_date(told)}, {long_date(footer)}"
        )
    from drafter.moa.quotations import pages_of  # noqa: PLC0415 - as above

    for n, clause in enumerate(moa.clauses):
        pages = pages_of(clause.words, agreement)
        named = {int(number) for number in _NUMBER.findall(clause.page)}
        if pages and named and not named & set(pages):
            shown = ", ".join(map(str, pages))
            yield Finding(f"moa.clauses.{n}.page", f"the page: {clause.page}, {shown}")


@check(
    "MOA021",
    Severity.REVIEW,
    message="Words quoted from the agreement could not be compared with it, because some of its "
    "pages could not be read: {detail}. Compare them with the paper by eye.",
    sources=("frcp-11",),
)
def quotation_not_compared(matter: Matter) -> Iterator[Finding]:
    """A page that is a picture hides its words from the program.

    Fires for a quotation of which nothing like it was read, where pages of the PDF have no text
    or only fill-ins. A quotation that differs from words that were read is MOA018's matter.
    """
    agreement = _agreement(matter)
    if agreement is None or agreement.is_whole:
        return
    hidden = sorted({*agreement.without_text, *agreement.mixed, *agreement.garbled})
    for field, found in _differences(matter):
        if not found.page:
            yield Finding(field, "pages " + ", ".join(map(str, hidden)))
