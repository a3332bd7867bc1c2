"""The story: the agreement, the events, the harms, and the efforts to obtain action."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass

from drafter.case import (
    Case,
    Channel,
    Clause,
    Demand,
    Harm,
    Moa,
    MoaStatus,
    NotApplicable,
    Remedy,
    Sender,
    Source,
    known,
)
from drafter.checks.matter import Matter
from drafter.context.abbreviations import TERMS, abbreviate
from drafter.context.passages import (
    Paragraph,
    citation,
    day_text,
    event_paragraph,
    fact_text,
    joined_statements,
    once,
    placed,
    quotations,
    sources_text,
)
from drafter.context.persons import petitioner_short, short_name
from drafter.context.voice import Voice
from drafter.wording.dates import long_date, opens_with, short_date
from drafter.wording.grammar import capitalise, lower_first, series
from drafter.wording.marks import inline
from drafter.wording.text import Blank, Cite, Mark, Ref, Text

MODEL_NAMES = {
    "task-force": "Task Force Model",
    "jail-enforcement": "Jail Enforcement Model",
    "warrant-service": "Warrant Service Officer",
    "other": "287(g)",
}
_CHANNELS = {
    Channel.HAND: "by hand",
    Channel.CERTIFIED_MAIL: "by certified mail",
    Channel.MAIL: "by mail",
    Channel.EMAIL: "by email",
    Channel.PORTAL: "through an online portal",
    Channel.HAND_AND_MAIL: "by hand and by certified mail",
    Channel.ORAL: "by word of mouth",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the table of steps."""

    date: Text
    step: Text
    number: Text
    response: Text
    days: str
    exhibit: Text


def moa_paragraphs(matter: Matter) -> tuple[Paragraph, ...]:
    """What the agreement is, its clauses in their exact words, and its status."""
    moa = matter.case.moa
    if moa is None:
        return ()
    opening = _moa_opening(matter.case, moa)
    clauses = [
        _clause(moa, index) for index, clause in enumerate(moa.clauses) if clause.use is not None
    ]
    return (opening, *clauses, *_moa_status(moa))


def _moa_opening(case: Case, moa: Moa) -> Paragraph:
    text = Text.of(
        Mark("moa"), "The ", TERMS.moa, f" is a {MODEL_NAMES[moa.model.value]} agreement between ",
        TERMS.ice, " and the ", inline(moa.agency),
    )
    revision = known(moa.form_revision)
    if revision is not None:
        text += f", on the form marked “Revised {revision:%m/%d/%Y}.”"
    else:
        text += "."
    if moa.exhibit is not None:
        # every form names its parties on page 1; whether the exhibit is paged so, one who paged it knows
        text = Text.of(text, " (", Cite(moa.exhibit, "1" if moa.signature_page else ""), ".)")
    signed = day_text(moa.signed_on, "date of signature", "moa.signed_on", "the agency")
    if signed:
        text = Text.of(text, " It was signed on ", signed, ".")
        if moa.exhibit is not None and moa.signature_page is not None:
            text = Text.of(text, " (", Cite(moa.exhibit, moa.signature_page), ".)")
    if moa.about:
        text = Text.of(text, " ", joined_statements(case, moa.about, "moa.about"))
    return Paragraph(text=text, heading=Text.of("The 287(g) agreement"), quotes=quotations(case, moa.about))


def _clause(moa: Moa, index: int) -> Paragraph:
    clause = moa.clauses[index]
    lead = abbreviate(
        placed(inline((clause.use or "").replace("{words}", "\ufdd0")), f"moa.clauses.{index}.use")
    )
    cite = _clause_cite(moa, clause)
    mark = Mark(f"clause-{clause.id}")
    words = inline(clause.words)
    if any(isinstance(span, str) and "\ufdd0" in span for span in lead.spans):
        parts: list[Text] = []
        for span in lead.spans:
            if isinstance(span, str) and "\ufdd0" in span:
                before, after = span.split("\ufdd0", 1)
                end = words_end(words, after)
                parts.append(Text.of(before, "“", end[0], "”", end[1]))
            else:
                parts.append(Text.of(span))
        return Paragraph(text=Text.of(mark, *parts, cite))
    if clause.block:
        return Paragraph(text=Text.of(mark, lead), quotes=(Text.of("“", words, "”", cite),))
    return Paragraph(text=Text.of(mark, lead, " “", words, "”", cite))


def words_end(words: Text, after: str) -> tuple[Text, str]:
    """Puts a full stop that follows a quotation inside it, as American usage has it."""
    last = words.spans[-1] if words.spans else ""
    if after.startswith(".") and isinstance(last, str) and last.endswith("."):
        return words, after[1:]
    if after.startswith((".", ",")):
        bare = Text((*words.spans[:-1], last.rstrip(".,"))) if isinstance(last, str) else words
        return Text.of(bare, after[0]), after[1:]
    return words, after


def _clause_cite(moa: Moa, clause: Clause) -> Text:
    if moa.exhibit is None:
        return Text.of(" (MOA at ", clause.page, ".)")
    return Text.of(" (", Cite(moa.exhibit, clause.page), ".)")


def _moa_status(moa: Moa) -> tuple[Paragraph, ...]:
    status = known(moa.status)
    if status is MoaStatus.IN_FORCE:
        text = Text.of(
            Mark("moa-status"), "On information and belief, the MOA is in force. The belief rests "
            "on ", fact_text(moa.status_source, "source of the MOA’s status", "moa.status_source"),
            ", which showed it in force on ",
            day_text(moa.status_as_of, "date checked", "moa.status_as_of", "paralegal"), ".",
        )
    elif status is None:
        if isinstance(moa.status, NotApplicable):
            return ()
        text = Text.of(
            Mark("moa-status"), "On ", Blank("date checked", "moa.status_as_of", "paralegal"),
            ", the MOA was ", fact_text(None, "in force or ended", "moa.status", "paralegal"), ".",
        )
    else:
        text = Text.of(
            Mark("moa-status"), f"The MOA was recorded as {status.value} on ",
            day_text(moa.status_as_of, "date checked", "moa.status_as_of", "paralegal"), ".",
        )
    return (Paragraph(text=text),)


_AT_ONCE = frozenset({Channel.EMAIL, Channel.PORTAL, Channel.ORAL})
"""Ways of sending that arrive on the day: no day of delivery is asked for where none is given."""

_MOST_HEADINGS = 6
"""Headings that name who bears a harm, before one for all reads better."""


def event_paragraphs(case: Case) -> tuple[Paragraph, ...]:
    """What happened, in the order of the case file."""
    told = [event_paragraph(case, index) for index in range(len(case.events))]
    return _headed(told, "What happened")


def harm_paragraphs(case: Case) -> tuple[Paragraph, ...]:
    """What the neglect costs each petitioner, and how the order would help."""
    told = [_harm(case, index, harm) for index, harm in enumerate(case.harms)]
    if len(case.petitioners) > 1 and not any(harm.heading for harm in case.harms):
        whose = [_whose(case, harm) for harm in case.harms]
        first = [n for n, name in enumerate(whose) if whose[n - 1:n] != [name]]
        if len(first) <= _MOST_HEADINGS:
            told = [
                dataclasses.replace(one, heading=Text.of(whose[n])) if n in first else one
                for n, one in enumerate(told)
            ]
    return _headed(told, "What the neglect costs")


def _whose(case: Case, harm: Harm) -> str:
    """A heading that names who bears a harm: its words may begin with “His”."""
    if harm.redress:
        return "How the order would help"
    petitioner = case.petitioner(harm.petitioner)
    return f"How {petitioner_short(petitioner)} is affected" if petitioner else "What the neglect costs"


def _headed(told: list[Paragraph], heading: str) -> tuple[Paragraph, ...]:
    """The paragraphs, the first under a heading, so that it does not fall under the last one."""
    if told and not told[0].heading:
        told[0] = dataclasses.replace(told[0], heading=Text.of(heading))
    return tuple(told)


def _harm(case: Case, index: int, harm: Harm) -> Paragraph:
    return Paragraph(
        text=Text.of(Mark(harm.id), joined_statements(case, harm.says, f"harms.{index}.says")),
        heading=inline(harm.heading) if harm.heading else Text(),
        quotes=quotations(case, harm.says),
    )


def effort_paragraphs(matter: Matter, us: Voice) -> tuple[Paragraph, ...]:
    """Remedies and demands in order of date, then what has not come."""
    case = matter.case
    dated: list[tuple[dt.date, int, Paragraph]] = []
    for index, remedy in enumerate(case.remedies):
        when = known(remedy.made_on) or dt.date.max
        dated.append((when, len(dated), _remedy(case, index, remedy)))
    for index, demand in enumerate(case.demands):
        when = known(demand.made_on) or dt.date.max
        dated += [(when, len(dated) + n, one)
                  for n, one in enumerate(_demand(case, index, demand, us))]
        if demand.answer:
            dated.append((known(demand.answered_on) or when, len(dated), _answer(case, index, demand)))
    dated.sort(key=lambda item: item[:2])
    return (*(item[2] for item in dated), *_silence(matter, us))


def no_efforts(us: Voice) -> Text:
    """What stands in place of the efforts where the case tells of none."""
    return Text.of(
        f"Before filing this {us.paper}, {us.petitioners} ",
        Blank("demand made: date, to whom, how, answer", "demands", "counsel"), ".",
    )


def _remedy(case: Case, index: int, remedy: Remedy) -> Paragraph:
    field = f"remedies.{index}"
    body = joined_statements(case, remedy.says, f"{field}.says")
    if not remedy.says:
        body = Text.of(
            inline(remedy.step), ": ", Blank("what was asked and what came of it", f"{field}.says"),
            ".",
        )
    made = known(remedy.made_on)
    if isinstance(remedy.made_on, NotApplicable) or (made and remedy.says and opens_with(made, remedy.says[0].say)):
        lead = Text()
    else:
        lead = Text.of("On ", day_text(remedy.made_on, "date", f"{field}.made_on"), ", ")
    text = Text.of(lead, lower_first(body) if lead else body)
    told = any(one.sources for one in remedy.says)
    return Paragraph(
        text=Text.of(Mark(remedy.id), text, "" if told else citation(case, remedy.sources)),
        quotes=quotations(case, remedy.says),
    )


def _recipients(case: Case, demand: Demand) -> Text:
    names = [
        short_name(respondent, index)
        for index, respondent in enumerate(case.respondents)
        if respondent.id in demand.to
    ]
    return series(names) if names else Text.of(Blank("recipient of the demand", "demands"))


def _demand(case: Case, index: int, demand: Demand, us: Voice) -> tuple[Paragraph, Paragraph]:
    """How the demand was sent and delivered; what it asked for."""
    field = f"demands.{index}"
    channel = known(demand.channel)
    how: Text = (
        Text.of(_CHANNELS[channel]) if channel is not None
        else fact_text(None, "how the demand was sent", f"{field}.channel", "counsel")
    )
    what = "a further written demand" if index else "a written demand"
    to = _recipients(case, demand)
    senders = {Sender.COUNSEL: f"counsel for {us.petitioners}", Sender.PETITIONERS: us.petitioners}
    sender = senders[demand.sent_by] if demand.sent_by else ""
    text = Text.of(
        Mark(demand.id), "On ", day_text(demand.made_on, "date of demand", f"{field}.made_on"),
        *((f", {sender} sent ", to, f" {what} ") if sender else (f", {what} was sent to ", to, " ")),
        how, ".", citation(case, demand.sources),
    )
    arrives = channel in _AT_ONCE and demand.delivered_on is None
    delivered = Text() if arrives else day_text(demand.delivered_on, "date of delivery", f"{field}.delivered_on")
    if delivered:
        text = Text.of(
            text, " It was delivered on ", delivered, ".", citation(case, demand.delivery_sources)
        )
    asked = Text.of(
        Mark(f"{demand.id}-asked"), "The further demand" if index else "The demand", " asked that ",
        fact_text(demand.asked, "act asked for", f"{field}.asked"),
    )
    by = day_text(demand.answer_by, "date for an answer", f"{field}.answer_by")
    if demand.answer_by is not None and by:  # not every demand sets a day
        asked = Text.of(asked, ", and that an answer come by ", by)
    return Paragraph(text), Paragraph(Text.of(asked, ".", citation(case, demand.sources)))


def _answer(case: Case, index: int, demand: Demand) -> Paragraph:
    """What came back, in its place by its own date."""
    body = joined_statements(case, demand.answer, f"demands.{index}.answer")
    day = known(demand.answered_on)
    dated = day is None or bool(demand.answer and opens_with(day, demand.answer[0].say))
    text = body if dated or day is None else Text.of(f"On {long_date(day)}, ", lower_first(body))
    return Paragraph(Text.of(Mark(f"{demand.id}-answer"), text),
                     quotes=quotations(case, demand.answer))


def is_unanswered(demand: Demand) -> bool:
    """Whether a demand was made and nothing that does or declines the act has come back."""
    return known(demand.made_on) is not None and not demand.refused and known(
        demand.answered_on
    ) is None


def _silence(matter: Matter, us: Voice) -> tuple[Paragraph, ...]:
    waiting = [d for d in matter.case.demands if is_unanswered(d)]
    if not waiting:
        return ()
    first = min(waiting, key=lambda d: known(d.delivered_on) or known(d.made_on) or dt.date.max)
    delivered = known(first.delivered_on)
    start = delivered or known(first.made_on)
    if start is None or start > matter.as_of:
        return ()
    days = (matter.as_of - start).days
    event = "was delivered" if delivered else "was sent"
    text = Text.of(
        Mark("silence"), f"As of {long_date(matter.as_of)}, {days} days after the demand described "
        "in paragraph ", Ref(first.id), f" {event}, {us.petitioners} {us.say.have} received "
        "neither what it asked for nor a refusal.",
    )
    sources: list[Source] = [s for d in waiting for s in d.no_answer_sources]
    return (Paragraph(text=Text.of(text, citation(matter.case, list(dict.fromkeys(sources))))),)


def steps(matter: Matter) -> tuple[Step, ...]:
    """The table of steps, in order of date, with days counted to the as-of date."""
    case = matter.case
    rows: list[tuple[dt.date, Step]] = []
    none = Text.of("–")
    for index, remedy in enumerate(case.remedies):
        field, day = f"remedies.{index}", known(remedy.made_on)
        rows.append((day or dt.date.max, Step(
            date=_day_cell(day, f"{field}.made_on"),
            step=capitalise(inline(remedy.step)),
            # A number that does not apply may yet exist: the case file says why, the paper says less.
            number=fact_text(remedy.number, "number", f"{field}.number") or Text.of("not stated"),
            response=capitalise(fact_text(remedy.response, "response", f"{field}.response")) or none,
            days=_days_cell(matter, day, known(remedy.answered_on)),
            exhibit=sources_text(case, once(remedy.sources or tuple(
                source for says in remedy.says for source in says.sources))),
        )))
    for index, demand in enumerate(case.demands):
        day, answered = known(demand.made_on), known(demand.answered_on)
        delivered = known(demand.delivered_on)
        answer = "Acknowledged; no decision" if demand.answer else "No answer"
        if answered is not None:
            answer = f"{'Refused' if demand.refused else 'Answered'} {short_date(answered)}"
        channel = known(demand.channel)
        words = f"Demand, {channel.value.replace('-', ' ')}, to " if channel else "Demand to "
        rows.append((day or dt.date.max, Step(
            date=Text.of(_day_cell(day, f"demands.{index}.made_on"), _arrived(day, delivered)),
            step=Text.of(words, _recipients(case, demand)),
            number=none,
            response=Text.of(answer),
            days=_days_cell(matter, delivered or day, answered),
            exhibit=sources_text(case, once((
                *demand.sources, *demand.delivery_sources,
                *(source for says in demand.answer for source in says.sources),
                *(demand.no_answer_sources if answered is None else ())))),
        )))
    return tuple(step for _, step in sorted(rows, key=lambda row: row[0]))


def _arrived(made: dt.date | None, delivered: dt.date | None) -> str:
    if delivered is None:
        return ""
    return ", delivered that day" if delivered == made else f"; delivered {short_date(delivered)}"


def _day_cell(day: dt.date | None, field: str) -> Text:
    return Text.of(short_date(day)) if day else Text.of(Blank("date", field))


def _days_cell(matter: Matter, day: dt.date | None, end: dt.date | None) -> str:
    """Days from a step, or its delivery, to its answer, or to the as-of date while it is open."""
    last = end or matter.as_of
    return str((last - day).days) if day and day <= last else ""
