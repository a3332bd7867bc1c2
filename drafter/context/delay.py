"""The considerations of a delay: each that the case has facts on, tied to its paragraphs."""

from __future__ import annotations

import datetime as dt

from drafter.case import DelayFactor, known
from drafter.checks.matter import Matter
from drafter.context.counts import DutyWords
from drafter.context.passages import Paragraph, join, ref_range, refs, statement_text
from drafter.context.voice import Voice
from drafter.law.texts import cite_text
from drafter.wording.dates import long_date
from drafter.wording.grammar import capitalise
from drafter.wording.text import Blank, Italic, Mark, Ref, Text

FACTORS = "trac-v-fcc"  # the case that names the six
_HEADINGS = {
    DelayFactor.REASON: "Rule of reason.",
    DelayFactor.TIMETABLE: "Timetable.",
    DelayFactor.WELFARE: "Welfare.",
    DelayFactor.PRIORITIES: "Competing priorities.",
    DelayFactor.INTERESTS: "Interests prejudiced.",
}


def considerations(
    matter: Matter, duties: tuple[DutyWords, ...], us: Voice, *, delayed: bool
) -> tuple[Paragraph, ...]:
    """One paragraph for each consideration, under the case that names them; none without facts.

    A consideration on which the case tells nothing is left out here and shown as a gap in the
    memo. What the delay costs, and that no impropriety is alleged, need no facts of their own.

    Args:
        matter: case, law and as-of date.
        duties: those of the count.
        us: how the parties are called.
        delayed: whether the count is on delay; one on action withheld takes them in reserve.
    """
    told = [_told(matter, factor, {d.id for d in duties}) for factor in DelayFactor]
    if not any(told):
        return ()
    paragraphs = [_test(matter, delayed=delayed)]
    for factor, says in zip(DelayFactor, told, strict=True):
        cost = _harms(matter, us) if factor is DelayFactor.INTERESTS else Text()
        if text := join([one for one in (cost, says) if one], " "):
            paragraphs.append(Paragraph(Text.of(
                Mark(f"delay-{factor.value}"), Italic(_HEADINGS[factor]), " ", text)))
    paragraphs.append(Paragraph(Text.of(
        Mark("delay-impropriety"), Italic("Impropriety."), " A delay may be found unreasonable "
        f"without any finding of impropriety, and this {us.paper} alleges none.")))
    return tuple(paragraphs)


def _test(matter: Matter, *, delayed: bool) -> Paragraph:
    record = matter.law.authorities[FACTORS]
    cite = cite_text(record) if record.may_print else Text.of(
        Blank("authority: attorney to confirm", "", "counsel"))
    return Paragraph(Text.of(
        Mark("delay-test"), "" if delayed else "If the act is weighed as delayed and not as withheld, the "
        "delay is unreasonable. ", "Six considerations bear on whether a delay is unreasonable. ", cite,
        ". They are taken in turn."))


def _told(matter: Matter, factor: DelayFactor, duties: set[str]) -> Text:
    """What the case says of one consideration, for the duties of the count."""
    return join(
        (
            statement_text(matter.case, one, f"duties.{n}.delay.{m}.says.{k}")
            for n, duty in enumerate(matter.case.duties) if duty.id in duties
            for m, fact in enumerate(duty.delay) if fact.factor is factor
            for k, one in enumerate(fact.says)
        ),
        " ",
    )


def _harms(matter: Matter, us: Voice) -> Text:
    ids = [h.id for h in matter.case.harms if not h.redress]
    if not ids:
        return Text()
    verb = "tells" if len(ids) == 1 else "tell"
    where = ref_range(ids[0], ids[-1]) if len(ids) > 2 else refs(ids)
    return Text.of(capitalise(where), f" {verb} how {us.petitioners} {us.say.be} affected while the matter waits.")


def measured(matter: Matter) -> Text:
    """What a delay is measured by: the day on which the matter was presented, and the days since.

    A duty may name the paragraph that tells it; else it is the first demand. Empty without either.
    """
    if presented := _presented(matter):
        mark, day = presented
        return Text.of(Mark("delay"), f"The delay is unreasonable. It runs from {long_date(day)}, as "
                       "paragraph ", Ref(mark), " shows. ", _passed(matter, day), " since then.")
    sent = [d for d in matter.case.demands if known(d.delivered_on) or known(d.made_on)]
    if not sent:
        return Text()
    first = min(sent, key=lambda d: known(d.delivered_on) or known(d.made_on) or dt.date.max)
    start = known(first.delivered_on) or known(first.made_on)
    if start is None or start > matter.as_of:
        return Text()
    what = "delivery" if known(first.delivered_on) else "sending"
    return Text.of(
        Mark("delay"), "The delay is unreasonable. The matter was presented in the demand that "
        "paragraph ", Ref(first.id), " describes. ", _passed(matter, start), f" since its {what}.",
    )


def _presented(matter: Matter) -> tuple[str, dt.date] | None:
    """Mark and day of the paragraph that a duty names for the day its matter was presented."""
    case = matter.case
    days = {one.id: known(one.on) for one in case.events}
    days |= {one.id: known(one.made_on) for one in case.remedies}
    days |= {one.id: known(one.made_on) for one in case.demands}
    for duty in case.duties:
        day = days.get(duty.presented or "")
        if duty.presented and day is not None and day <= matter.as_of:
            return duty.presented, day
    return None


def _passed(matter: Matter, start: dt.date) -> str:
    days = (matter.as_of - start).days
    return f"As of {long_date(matter.as_of)}, {days:,} days have passed"
