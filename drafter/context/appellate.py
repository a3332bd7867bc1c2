"""The words of a petition to a court of appeals for a writ to a trial court.

The order is that of the rule: relief, issues, facts, reasons. The certificate of compliance
states the number of words, which is known only when the paper has been printed once: the paper
is filled, counted with ``counted_words``, and filled again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.case import (
    Case,
    Exhibit,
    Proceeding,
    Relief,
    ReliefKind,
    Respondent,
    RespondentType,
    known,
)
from drafter.checks.matter import Matter
from drafter.context.authorities import citations
from drafter.context.counts import elements_test, labels, remedies
from drafter.context.heading import short_caption
from drafter.context.narrative import effort_paragraphs, event_paragraphs, harm_paragraphs
from drafter.context.opening import PrintedLine
from drafter.context.passages import (
    Paragraph,
    day_text,
    fact_text,
    placed,
    quotations,
    statement_text,
)
from drafter.context.persons import (
    Caption,
    Signer,
    by_title,
    caption,
    office,
    petitioner_paragraphs,
    respondent_name,
    signers,
)
from drafter.context.prayer import PrayerItem, act, deadline
from drafter.context.recipients import Recipient, recipients
from drafter.context.voice import Voice, voice
from drafter.law.texts import fill
from drafter.wording.dates import long_date
from drafter.wording.grammar import capitalise, curl, plural, series
from drafter.wording.marks import inline
from drafter.wording.text import Blank, Cite, Italic, Mark, Text

_MEANS = "no-other-remedy"  # the element under which other means are told
_NOT_COUNTED = "Signature"  # the style of the signature block, with which the counted part ends


@dataclass(frozen=True, slots=True)
class AppellateContext:
    """Everything the template of the appellate petition may print."""

    draft_mark: str
    footer_title: str
    caption: Caption
    title: Text
    below: Text  # the court below, its number and its judge, under the title
    court_below: Text
    us: Voice
    cite: dict[str, Text]
    asks: Text
    parties: Text
    issues: tuple[Paragraph, ...]
    petitioners: tuple[Paragraph, ...]
    proceeding: Text
    events: tuple[Paragraph, ...]
    stands: Text  # what has been pending, since when, and for how many days
    efforts: tuple[Paragraph, ...]
    harms: tuple[Paragraph, ...]
    jurisdiction: tuple[Paragraph, ...]
    test: Text
    reasons: tuple[Paragraph, ...]
    prayer: tuple[PrayerItem, ...]
    signers: tuple[Signer, ...]
    count: str
    too_long: Text  # in place of the certificate, where the limit is passed
    appendix: tuple[Text, ...]
    attached: Text  # what the appendix holds, or a blank where nothing is attached
    recipients: tuple[Recipient, ...]


def appellate(
    matter: Matter, draft_mark: str, words: int = 0, order: Sequence[str] = ()
) -> AppellateContext:
    """The words of the appellate petition for a matter.

    Args:
        matter: case, law and as-of date.
        draft_mark: the line in the header.
        words: the number that the certificate states, from ``counted_words``.
        order: ids of the exhibits in the order of their letters, once the paper was printed.
    """
    case, us = matter.case, voice(matter.case, matter.forum)
    below = case.proceeding
    return AppellateContext(
        draft_mark=draft_mark,
        footer_title=short_caption(case),
        caption=caption(matter, us),
        title=fill(matter.forum.title, matter.law, labels(us)),
        below=_under_title(matter, below),
        court_below=_court(matter, below),
        us=us,
        cite=citations(matter.law),
        asks=_asks(case),
        parties=_parties(matter, us),
        issues=_issues(below),
        petitioners=petitioner_paragraphs(case, us),
        proceeding=_begun(matter, below),
        events=event_paragraphs(case),
        stands=_stands(matter, below),
        efforts=effort_paragraphs(matter, us),
        harms=harm_paragraphs(case),
        jurisdiction=tuple(
            Paragraph(Text.of(Mark("jurisdiction" if n == 0 else f"jurisdiction-{n + 1}"),
                              fill(text, matter.law, labels(us))))
            for n, text in enumerate(matter.forum.jurisdiction)
        ) + _power(matter, below),
        test=elements_test(matter),
        reasons=_reasons(matter, below),
        prayer=_prayer(case, us),
        signers=signers(case, us),
        count=f"{words:,}",
        too_long=_too_long(matter, words),
        appendix=_appendix(case, order),
        attached=_attached(case, below),
        recipients=recipients(matter),
    )


def counted_words(lines: Iterable[PrintedLine]) -> int:
    """The words of the printed petition without what the rule leaves out.

    All before the first signature block is counted: caption and headings too, as there is no
    cover. The signature block, the certificates, the list of the appendix and the proof of
    service come after it. Words joined by a no-break space count one by one, so that no other
    count is higher.
    """
    total = 0
    for line in lines:
        if line.style == _NOT_COUNTED:
            break
        total += len(line.text.split())
    return total


def _too_long(matter: Matter, words: int) -> Text:
    """A blank where the petition may not certify its length."""
    limit = matter.forum.format.word_limit
    if limit is None or words <= limit:
        return Text()
    return Text.of(Blank(f"shorten the petition, or ask leave: the limit is {limit:,} words", "",
                         "counsel"))


def _unruled(below: Proceeding | None) -> bool:
    """Whether what is complained of is silence, so that there is no order to attach."""
    return below is not None and not known(below.order) and known(below.motion) is not None


def _power(matter: Matter, below: Proceeding | None) -> tuple[Paragraph, ...]:
    """That a court of appeals may have a district court rule; only where nothing was ruled.

    Source: Will v. Calvert, Madden, Drummond and Johnson v. Rogers as ``law/authorities`` has them,
    the outcome that was against the petitioner said with the words that are for her.
    """
    if not _unruled(below):
        return ()
    cite, madden = citations(matter.law), matter.law.authorities["madden-v-myers"]
    return (
        Paragraph(Text.of(
            Mark("power"), "A court of appeals may direct a district court to proceed to judgment when it "
            "is the duty of that court to do so. ", cite["will_v_calvert"], ".")),
        Paragraph(Text.of(
            Mark("delay"), f"Delay can be reason enough. The writ may issue where \u201c{madden.quotation}.\u201d ",
            cite["madden_v_myers"], " (writ denied after about eight months). It has issued where motions in a civil "
            "action had waited for years, ", cite["drummond"], ", and where a petition for habeas corpus had "
            "been at issue for more than fourteen months, ", cite["johnson_v_rogers"], ".")),
    )


def _attached(case: Case, below: Proceeding | None) -> Text:
    """The sentence above the list of the appendix."""
    if not case.exhibits:
        return Text.of(Blank("the order, or the parts of the record, to be attached", "exhibits",
                             "counsel"), ".")
    parts = "parts of the record that are essential to understand this petition are attached:"
    if _unruled(below):
        return Text.of("The court below has not ruled, so there is no order to attach. These ", parts)
    return Text.of("The order complained of and the ", parts)


def _appendix(case: Case, order: Sequence[str]) -> tuple[Text, ...]:
    """The list of the appendix: letter, title, date, length."""
    place = {exhibit: n for n, exhibit in enumerate(order)}
    listed = sorted(case.exhibits, key=lambda one: place.get(one.id, len(place)))
    return tuple(
        Text.of(Cite(one.id, ""), ": ", inline(one.title),
                Text.of(" (", ", ".join(found), ")") if (found := _extent(one)) else "", ".")
        for one in listed
    )


def _extent(exhibit: Exhibit) -> list[str]:
    """``["March 3, 2025", "12 pages"]``: what is known of the date and the length."""
    dated, pages = known(exhibit.dated), known(exhibit.pages)
    found = [dated] if isinstance(dated, str) else []
    if isinstance(pages, int):
        found.append(f"{pages} {plural(pages, 'page')}")
    return found


def _court(matter: Matter, below: Proceeding | None) -> Text:
    if below is None:
        return Text.of(Blank("trial court", "proceeding.court", "counsel"))
    return Text.of(matter.law.forums[below.court].name)


def _under_title(matter: Matter, below: Proceeding | None) -> Text:
    number = fact_text(below.number if below else None, "number of the case below",
                       "proceeding.number", "counsel")
    judge = fact_text(below.judge if below else None, "trial judge", "proceeding.judge", "counsel")
    text = Text.of("to the ", _court(matter, below), ", No.\u00a0", number)
    return Text.of(text, " (", judge, ")") if judge else text


def _asks(case: Case) -> Text:
    """``direct that court, within 30 days ..., to rule on ...``, for the first item of the writ."""
    found = next(((n, one) for n, one in enumerate(case.relief) if one.kind is ReliefKind.WRIT),
                 None)
    if found is None:
        return Text.of("direct that court ", Blank("act and deadline", "relief", "counsel"))
    return Text.of("direct that court", _command(*found))


def _command(index: int, relief: Relief) -> Text:
    field = f"relief.{index}"
    limit = deadline(relief, field)
    return Text.of(", " if limit else " ", limit, ", " if limit else "", act(relief, field))


def _prayer(case: Case, us: Voice) -> tuple[PrayerItem, ...]:
    """The conclusion: what this Court is to direct, and anything else that is asked."""
    if not case.relief:
        blank = Blank("what this Court is to direct: act and deadline", "relief", "counsel")
        return (PrayerItem(Text.of(Mark("relief-none"), "Direct the court below ", blank, ".")),)
    items = [_item(index, relief, us) for index, relief in enumerate(case.relief)]
    ends = ["; and" if n == len(items) - 2 else "." if n == len(items) - 1 else ";"
            for n in range(len(items))]
    return tuple(PrayerItem(Text.of(Mark(f"relief-{relief.id}"), item, end))
                 for relief, item, end in zip(case.relief, items, ends, strict=True))


def _item(index: int, relief: Relief, us: Voice) -> Text:
    if relief.kind is ReliefKind.WRIT:
        lead = "In the alternative, issue" if relief.alternative_to else "Issue"
        return Text.of(f"{lead} a writ of mandamus that directs the court below",
                       _command(index, relief))
    if relief.kind is ReliefKind.COSTS and relief.act is None:
        return Text.of(f"Award {us.petitioners} the costs that the law allows")
    if relief.act is None:
        return Text.of("Grant such other relief as is just and proper")
    return capitalise(fact_text(relief.act, "relief", f"relief.{index}.act", "counsel"))


def _parties(matter: Matter, us: Voice) -> Text:
    """Everyone else who was a party below is a respondent here."""
    case, cite = matter.case, citations(matter.law)["frap_21_a_1"]
    others = [_other(one, n) for n, one in enumerate(case.respondents)]
    others += [inline(one.name) for one in case.real_parties]
    if not others:
        others = [Text.of(Blank("every other party below", "respondents", "counsel"))]
    if len(others) == 1:
        return Text.of("The only other party to the proceeding below is ", others[0],
                       f". That party is a {us.respondent} in this Court. ", cite, ".")
    return Text.of("The other parties to the proceeding below are ", series(others),
                   f". They are {us.respondent}s in this Court. ", cite, ".")


def _other(one: Respondent, index: int) -> Text:
    """``Osric Dummy (Manager Dummy), General Manager of the Board``."""
    text = respondent_name(one, index)
    if one.short:
        text = Text.of(text, " (", inline(one.short), ")")
    if one.type is RespondentType.OFFICER and not by_title(one):
        text = Text.of(text, ", ", office(one, index))
    return text


def _issues(below: Proceeding | None) -> tuple[Paragraph, ...]:
    if below is None or not below.issues:
        return (Paragraph(Text.of(Mark("issue-1"), Blank(
            "the issue: whether the writ should issue to …", "proceeding.issues", "counsel"),
            ".")),)
    return tuple(
        Paragraph(Text.of(Mark(f"issue-{n + 1}"), placed(inline(one), f"proceeding.issues.{n}")))
        for n, one in enumerate(below.issues)
    )


def _begun(matter: Matter, below: Proceeding | None) -> Text:
    """Title, number, court and first day of the proceeding below."""
    day = day_text(below.filed_on if below else None, "date of filing", "proceeding.filed_on",
                   "counsel")
    named = known(below.title) if below else None
    title = Text.of(Italic(curl(named))) if named else fact_text(
        below.title if below else None, "title of the case below", "proceeding.title", "counsel")
    number = fact_text(below.number if below else None, "number of the case below",
                       "proceeding.number", "counsel")
    return Text.of(
        Mark("proceeding"), "The proceeding below is ", title, ", No. ", number, ", in the ",
        _court(matter, below), Text.of(". It was begun on ", day) if day else "", ".",
    )


def _stands(matter: Matter, below: Proceeding | None) -> Text:
    """The order complained of; or the motion, how long it has been open, and the docket."""
    if below is None:
        return Text.of(Mark("stands"), Blank(
            "the order complained of, or the motion not ruled on", "proceeding.motion",
            "counsel"), ".")
    shown = Text.of(" (", Cite(below.exhibit, ""), ".)") if below.exhibit else Text()
    if known(below.order):
        on = day_text(below.order_on, "date of the order", "proceeding.order_on", "counsel")
        return Text.of(Mark("stands"), "The order complained of is the ",
                       fact_text(below.order, "order", "proceeding.order"), ", entered on ", on,
                       ".", shown)
    motion = fact_text(below.motion, "motion not ruled on", "proceeding.motion", "counsel")
    if not motion:
        return Text()
    since = known(below.pending_since)
    filed = day_text(below.pending_since, "date of the motion", "proceeding.pending_since",
                     "counsel")
    parts: list[Text | str] = ["The ", motion, " was filed on ", filed, "."]
    ripe = known(below.ripe_since)
    if ripe is not None:
        parts.append(f" It has been ready for a ruling since {long_date(ripe)}.")
    start = ripe or since
    if start is not None and start <= matter.as_of:
        days = (matter.as_of - start).days
        parts.append(f" As of {long_date(matter.as_of)}, {days} days have passed since then, and "
                     "the court below has not ruled.")
    return Text.of(Mark("stands"), *parts, shown)


def _reasons(matter: Matter, below: Proceeding | None) -> tuple[Paragraph, ...]:
    """The reasons in their order; what else was tried is told under the one on other means."""
    case = matter.case
    if below is None or not below.reasons:
        return (Paragraph(Text.of(Mark("reason-1-1"), Blank(
            "why the writ should issue: no other means, clear right, fit in the circumstances",
            "proceeding.reasons", "counsel"), ".")), *_other_means(matter))
    told = [n for n, one in enumerate(below.reasons) if one.element == _MEANS]
    after = told[-1] if told else len(below.reasons) - 1
    found: list[Paragraph] = []
    for n, reason in enumerate(below.reasons):
        found.extend(
            Paragraph(
                Text.of(Mark(f"reason-{n + 1}-{m + 1}"),
                        statement_text(case, one, f"proceeding.reasons.{n}.says.{m}")),
                heading=inline(reason.heading) if reason.heading and m == 0 else Text(),
                quotes=quotations(case, (one,)),
            )
            for m, one in enumerate(reason.says)
        )
        if n == after:
            found.extend(_other_means(matter))
    return tuple(found)


def _other_means(matter: Matter) -> tuple[Paragraph, ...]:
    """Each other means, tried or not, and why it does not bring the ruling; none if none is told."""
    if not (matter.case.remedies or matter.case.remedies_not_tried):
        return ()
    lead = Paragraph(Text.of(Mark("remedies"), "Each other means is taken in turn."))
    return (lead, *(
        Paragraph(Text.of(Italic(Text.of(one.name, ". ").plain), one.text) if one.name else one.text)
        for one in remedies(matter)))
