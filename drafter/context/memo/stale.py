"""Section 9: what was true on the day of the draft and may not be on the day of filing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.case import Custody, Moa, RespondentType, known
from drafter.checks.naming import called
from drafter.checks.reading import is_federal
from drafter.context.memo.clock import clocks
from drafter.context.memo.notes import sources
from drafter.context.memo.reader import Reader, bare, curled, pilcrow
from drafter.context.narrative import MODEL_NAMES
from drafter.wording.dates import short_date
from drafter.wording.text import Text

FILING_DAY = "filing day"
_BELIEF = re.compile(r"\bon information and belief\b", re.IGNORECASE)
_CUSTODY = {
    Custody.AT_LIBERTY: "at liberty",
    Custody.HELD: "held",
    Custody.SERVING: "serving a sentence, or lawfully held",
    Custody.NEVER: "never in custody",
}


@dataclass(frozen=True, slots=True)
class StaleRow:
    """Something that may change, the day as of which it is said, and when to look again."""

    item: Text
    as_of: Text
    refresh: Text


def stale_rows(reader: Reader) -> tuple[StaleRow, ...]:
    """Day counts, officeholders, the agreement, pending steps, custody, fee, law, rules."""
    return (
        _day_counts(reader), *_officeholders(reader), *_agreement(reader), *_undone(reader),
        *_pending(reader), *_custody(reader), *_harms(reader), *(StaleRow(*one) for one in clocks(reader)),
        *_court(reader),
    )


def _row(item: str, as_of: str, refresh: Text | str) -> StaleRow:
    return StaleRow(
        curled(item), curled(as_of),
        curled(refresh) if isinstance(refresh, str) else refresh,
    )


def _day_counts(reader: Reader) -> StaleRow:
    marks = reader.paragraphs(["silence", "delay", "efforts-end"])
    where = f" in {marks} and the table of steps" if marks else ""
    return _row(f"Every count of days{where}, and in this memo", short_date(reader.matter.as_of),
                "draft again with the filing day as the as-of date")


def _officeholders(reader: Reader) -> list[StaleRow]:
    law = sources(reader, ["frcp-25-d"]) if is_federal(reader.matter) else Text()
    rows = []
    for respondent in reader.case.respondents:
        if respondent.type is not RespondentType.OFFICER:
            continue
        office = known(respondent.office) or "office not recorded"
        checked = known(respondent.holder_checked_on) or "not recorded"
        refresh = Text.of("title first, then holder; filing day")
        rows.append(_row(f"Officeholder: {called(respondent)}, {office}", checked,
                         Text.of(refresh, ". ", law, ".") if law else refresh))
    return rows


def _agreement(reader: Reader) -> list[StaleRow]:
    moa = reader.case.moa
    if moa is None:
        return []
    status, day = known(moa.status), known(moa.status_as_of)
    source = known(moa.status_source)
    word = status.value.replace("-", " ") if status else "status not recorded"
    seen = short_date(day) if day else "day not recorded"
    return [
        _row(f"Agreement with the {moa.agency}: {word}", f"{seen}{f', {source}' if source else ''}",
             "week of filing; print the page that shows it"),
        *_listing(moa),
        _row("A newer form, addendum or renewal of the agreement", "not looked for",
             "ask the agency in the week of filing"),
    ]


def _listing(moa: Moa) -> list[StaleRow]:
    """What ICE's list says of the agency, where it was looked up."""
    listing = moa.listing
    if listing is None:
        return []
    dated = known(listing.dated)
    entries = [
        MODEL_NAMES[one.model.value]
        + (f", signed {short_date(day)}" if (day := known(one.signed_on)) else "")
        for one in listing.entries
    ]
    says = "; ".join(entries) if entries else "not on it"
    seen = f"list of {short_date(dated)}" if dated else "list of no day told"
    return [_row(f"{listing.asked} on ICE’s list: {says}", f"{seen}, {listing.source}",
                 "bring the list of the week of filing")]


def _pending(reader: Reader) -> list[StaleRow]:
    rows = []
    for n, demand in enumerate(reader.case.demands):
        if known(demand.answered_on) is None:
            rows.append(_row(f"Demand without an answer ({reader.where(f'demands.{n}')})",
                             short_date(reader.matter.as_of), "ask the office for its mail; filing day"))
    for n, remedy in enumerate(reader.case.remedies):
        if remedy.is_open:
            rows.append(_row(f"Still open: {remedy.step} ({reader.where(f'remedies.{n}')})",
                             short_date(reader.matter.as_of), "ask for its state; week of filing"))
    return rows


def _custody(reader: Reader) -> list[StaleRow]:
    rows = []
    for person in reader.case.petitioners:
        custody = known(person.custody)
        if custody is not None and custody is not Custody.NEVER:
            rows.append(_row(f"Custody of {person.short or person.name}: {_CUSTODY[custody]}",
                             short_date(reader.matter.as_of),
                             "the hour of filing: custody decides between this writ and habeas"))
    return rows


def _undone(reader: Reader) -> list[StaleRow]:
    """That an act is still not done, and what is pleaded on belief: an answer may have come since."""
    day = short_date(reader.matter.as_of)
    rows = []
    for duty in reader.case.duties:
        where = reader.paragraphs(f"neglect-{duty.id}-{n + 1}" for n in range(len(duty.neglect)))
        rows.append(_row(f"Not done: “{duty.id}”{f' ({where})' if where else ''}", day,
                         "ask in the week of filing whether it was done since: then the count falls"))
    if reader.matter.appellate:
        where = reader.paragraphs(["stands"])
        rows.append(_row(f"No ruling{f' ({where})' if where else ''}", day,
                         "read the docket on the filing day: a ruling ends the petition"))
    believed = [bare(one.number) for one in reader.opening.lines
                if one.number and _BELIEF.search(one.text)]
    if believed:
        rows.append(_row(f"Pleaded on information and belief ({pilcrow(believed)})", day,
                         "look again at what each rests on before anyone signs"))
    return rows


def _harms(reader: Reader) -> list[StaleRow]:
    going = [h.id for h in reader.case.harms if h.continuing]
    if not going:
        return []
    where = reader.paragraphs(going)
    return [_row(f"Harms told as continuing{f' ({where})' if where else ''}",
                 "last told by the client", "confirm each with the client before signing")]


def _court(reader: Reader) -> list[StaleRow]:
    forum = reader.matter.forum
    seen = short_date(forum.read_on)
    rows = [
        _row(f"Filing fee: {forum.fee}" if forum.fee else "Filing fee", seen if forum.fee else
             "not seen", FILING_DAY),
        _row("Local rules, the judge’s standing orders, and rules on drafting software",
             "not read for this draft", "before filing, and again once a judge is assigned"),
        _row(f"Law of this court as recorded ({forum.name})", seen,
             "read statutes and rules again on the filing day"),
    ]
    if forum.unconfirmed:
        fields = ", ".join(one.replace("_", " ") for one in forum.unconfirmed)
        rows.append(_row(f"Not confirmed for this court: {fields}", seen, "counsel; before filing"))
    if is_federal(reader.matter) and not reader.matter.appellate:
        rows.append(_row("Time to serve, and time to answer", "runs from filing and from service",
                         Text.of("calendar both on the filing day. ",
                                 sources(reader, ["frcp-4-m", "frcp-12-a-2"]), ".")))
    return rows
