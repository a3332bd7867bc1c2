"""Counts: where fact meets law, built from each duty's own fields."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.case import Duty, Statement, known
from drafter.checks.matter import Matter
from drafter.checks.reading import duty_authorities, entry
from drafter.context.passages import Paragraph, fact_text, placed, quotations, refs, statement_text
from drafter.context.persons import stated
from drafter.context.prayer import CountRefs
from drafter.context.voice import Voice
from drafter.law.records import DutyEntry, ElementEntry, RemedyEntry, Theory
from drafter.law.texts import cite_text, fill
from drafter.wording.grammar import capitalise, series
from drafter.wording.marks import inline
from drafter.wording.text import Blank, Mark, Ref, Text


@dataclass(frozen=True, slots=True)
class DutyWords:
    """A duty in words: where it comes from, what it says, and the facts of its neglect."""

    id: str
    title: Text
    cite: Text
    cites: tuple[Text, ...]  # the same, one by one
    source: Text  # where the operative words stand
    words: Text  # operative words in quotation marks
    act: Text
    statement: Text
    framework: tuple[Paragraph, ...]
    discrete: tuple[Paragraph, ...]
    neglect: tuple[Paragraph, ...]
    owed: tuple[Paragraph, ...]
    no_judgment: tuple[Paragraph, ...]
    not_asked: Text
    alternative: bool
    ref: Text  # number of the paragraph that states the duty
    required: Text
    evidence: tuple[Paragraph, ...]  # where the agreement shows the same, as evidence only
    delayed: bool  # whether the claim is that the act is late, not that it was refused


@dataclass(frozen=True, slots=True)
class RemedyWords:
    """Another remedy and why it does not answer."""

    name: Text  # empty where the text itself begins with it
    text: Text


def labels(us: Voice) -> dict[str, Text]:
    """The words that texts of law leave open."""
    return {
        "petitioners": Text.of(us.petitioners),
        "petitioner": Text.of(us.petitioner),
        "respondents": Text.of(us.respondents),
        "respondent": Text.of(us.respondent),
        "paper": Text.of(us.paper),
    }


def duty_words(matter: Matter, index: int, us: Voice) -> DutyWords:
    """One duty in words, from its catalogue entry and the case's own statements."""
    duty, field = matter.case.duties[index], f"duties.{index}"
    record = entry(matter, duty)
    mark = f"duty-{duty.id}"
    return DutyWords(
        id=duty.id,
        title=Text.of(record.title) if record else Text.of("Performance of a Duty of Office"),
        cite=_cite(matter, duty, record, field),
        cites=_cites(matter, duty, record, field),
        source=_cites(matter, duty, record, field)[0],
        words=_operative(duty, record, field),
        act=fact_text(duty.act, "act required", f"{field}.act", "counsel"),
        statement=Text.of(Mark(mark), _opening(matter, index, us),
                          _statement(matter, duty, record, field, us)),
        framework=_framework(matter, duty, record, us),
        discrete=(
            (Paragraph(Text.of(Mark(f"discrete-{duty.id}"),
                               fill(record.discrete, matter.law, labels(us)))),)
            if record and record.discrete else ()
        ),
        neglect=_each(matter, index, "neglect", "The duty has not been performed: ",
                      "how the duty was not performed"),
        owed=_each(matter, index, "owed", f"The duty is owed to {us.petitioners}: ",
                   f"why the duty is owed to {us.petitioners}"),
        no_judgment=_each(matter, index, "no_judgment", "No judgment is left to the officer: "),
        not_asked=fact_text(duty.not_asked, "", f"{field}.not_asked") if known(duty.not_asked)
        else Text(),
        alternative=duty.alternative,
        ref=Text.of(Ref(mark)),
        required=Text.of(
            Mark(f"required-{duty.id}"), "The act is required by ", _cite(matter, duty, record, field),
            ", as paragraph ", Ref(mark), " states.",
        ),
        evidence=_evidence(matter, duty),
        delayed=record is not None and record.theory is Theory.DELAYED,
    )


_ASKED = re.compile(r"\[\?[^\]]*\](\.?)")  # a statement that is a question for the attorney and no more
ORDINALS = ("first", "second", "third", "fourth", "fifth")


def _opening(matter: Matter, index: int, us: Voice) -> str:
    """How the sentence that states a duty opens: the only one, one of several, or in reserve."""
    duties = matter.case.duties
    if duties[index].alternative:
        return "The duty pleaded in the alternative is this: "
    main = [n for n, one in enumerate(duties) if not one.alternative]
    if len(main) == 1 or index not in main[:5]:
        return f"The duty on which {us.petitioners} {us.say.sue} is this: "
    which = ORDINALS[main.index(index)]
    return f"The {which} duty on which {us.petitioners} {us.say.sue} is this: "


def no_duty(us: Voice) -> DutyWords:
    """What stands in place of a duty where the case names none."""
    blank = Text.of(Blank("the duty: source, words, act", "duties", "counsel"))
    return DutyWords(
        id="none", title=blank, cite=blank, cites=(blank,), source=blank, words=blank, act=blank,
        statement=Text.of(Mark("duty-none"), f"The duty on which {us.petitioners} {us.say.sue} "
                          "is this: ", blank, "."),
        framework=(), discrete=(),
        neglect=(_missing("The duty has not been performed: ", "how the duty was not performed"),),
        owed=(_missing(f"The duty is owed to {us.petitioners}: ", f"why the duty is owed to {us.petitioners}"),),
        no_judgment=(), not_asked=Text(),
        alternative=False, ref=Text.of(Ref("duty-none")), evidence=(), delayed=False,
        required=Text.of("The act is required by ", blank, "."),
    )


def _evidence(matter: Matter, duty: Duty) -> tuple[Paragraph, ...]:
    moa = matter.case.moa
    shown = [f"clause-{c.id}" for c in moa.clauses if c.id in duty.clauses and c.use] if moa else []
    if not shown:
        return ()
    where = capitalise(refs(shown))
    verb = "quotes" if len(shown) == 1 else "quote"
    return (Paragraph(Text.of(
        Mark(f"evidence-{duty.id}"), "The MOA shows the same. ", where, f" {verb} its words, which "
        "are pleaded as evidence of the duty and not as its source.",
    )),)


def _missing(lead: str, label: str) -> Paragraph:
    return Paragraph(Text.of(lead, Blank(label, "duties", "counsel"), "."))


def _cite(matter: Matter, duty: Duty, record: DutyEntry | None, field: str) -> Text:
    return series(_cites(matter, duty, record, field))


def _cites(
    matter: Matter, duty: Duty, record: DutyEntry | None, field: str
) -> tuple[Text, ...]:
    if here := duty_authorities(matter, duty):
        return tuple(cite_text(matter.law.authorities[one]) for one in here[:2])
    if record is not None:
        return (Text.of(Blank("authority", f"{field}.cite", "counsel")),)
    label = f"{duty.cite}: attorney to confirm" if duty.cite else "authority for the duty"
    return (Text.of(Blank(label, f"{field}.cite", "counsel")),)


def _operative(duty: Duty, record: DutyEntry | None, field: str) -> Text:
    words = duty.words or (record.words if record else None)
    if words is None:
        return Text.of(Blank("operative words", f"{field}.words", "counsel"))
    who = record.owed_by if record is not None and words.startswith("shall ") else ""
    return Text.of(f"{who} " if who else "", "“", inline(words), "”")


def _statement(
    matter: Matter, duty: Duty, record: DutyEntry | None, field: str, us: Voice
) -> Text:
    if duty.statement is not None:
        return placed(inline(duty.statement), f"{field}.statement")
    if record is not None and record.statement:
        return fill(record.statement, matter.law, labels(us))
    return Text.of(Blank("the duty in one sentence: who, what act, by when",
                         f"{field}.statement", "counsel"), ".")


def _framework(
    matter: Matter, duty: Duty, record: DutyEntry | None, us: Voice
) -> tuple[Paragraph, ...]:
    if record is None:
        return ()
    paragraphs: list[Paragraph] = []
    for n, text in enumerate(record.framework):
        if text.startswith("BLOCK:"):
            quote = fill(text.removeprefix("BLOCK:").strip(), matter.law, labels(us))
            last = paragraphs.pop()
            paragraphs.append(Paragraph(last.text, last.heading, (*last.quotes, quote)))
            continue
        filled = fill(text, matter.law, labels(us))
        paragraphs.append(Paragraph(Text.of(Mark(f"law-{duty.id}-{n + 1}"), filled)))
    return tuple(paragraphs)


def _each(
    matter: Matter, index: int, part: str, lead: str, missing: str = ""
) -> tuple[Paragraph, ...]:
    """A paragraph for each statement of a part of a duty; one that only asks stands after ``lead``."""
    duty = matter.case.duties[index]
    statements: tuple[Statement, ...] = getattr(duty, part)
    field, mark = f"duties.{index}.{part}", f"{part.removeprefix('no_')}-{duty.id}"
    if not statements and missing:
        return (Paragraph(Text.of(Mark(f"{mark}-1"), lead, Blank(missing, field, "counsel"), ".")),)
    return tuple(
        Paragraph(
            Text.of(Mark(f"{mark}-{n + 1}"), *_whole(lead, one.say, statement_text(matter.case, one, f"{field}.{n}"))),
            quotes=quotations(matter.case, (one,)),
        )
        for n, one in enumerate(statements)
    )


def _whole(lead: str, say: str, printed: Text) -> tuple[str | Text, ...]:
    """A statement as it prints; a question for the attorney that stands alone becomes a sentence."""
    asked = _ASKED.fullmatch(say.strip())
    return (lead, printed, "" if asked[1] else ".") if asked else (printed,)


def remedies(matter: Matter) -> tuple[RemedyWords, ...]:
    """The other remedies, tried or not, and why none is adequate; each names its ground."""
    case, found = matter.case, []
    for index, remedy in enumerate(case.remedies):
        reasons = [statement_text(case, one, f"remedies.{index}.inadequate.{n}")
                   for n, one in enumerate(remedy.inadequate)]
        if not reasons:
            continue
        body = Text.of(*(part for n, one in enumerate(reasons) for part in (" " if n else "", one)))
        found.append(RemedyWords(capitalise(inline(remedy.step)), Text.of(Mark(f"remedy-{remedy.id}"), body)))
    for index, other in enumerate(case.remedies_not_tried):
        if not other.plead:
            continue
        record = matter.law.remedies.get(other.channel)
        reason = placed(inline(other.reason), f"remedies_not_tried.{index}.reason")
        name = _remedy_name(record, other.channel)
        repeated = reason.plain.lower().startswith(name.lower())
        found.append(
            RemedyWords(Text() if repeated else Text.of(name),
                        Text.of(Mark(f"remedy-not-tried-{index}"), reason))
        )
    if not found:
        blank = Blank("each other remedy, and why it is not adequate", "remedies_not_tried",
                      "counsel")
        return (RemedyWords(Text.of("Other remedies"), Text.of(Mark("remedy-none"), blank, ".")),)
    return tuple(found)


def _remedy_name(record: RemedyEntry | None, fallback: str) -> str:
    name = record.name if record else fallback
    return name[0].upper() + name[1:]


def duties_stated(matter: Matter) -> Text:
    """``Paragraph 23 states the duty.``, in the number of the case."""
    marks = [f"duty-{duty.id}" for duty in matter.case.duties] or ["duty-none"]
    where = capitalise(refs(marks))
    return Text.of(where, " states the duty." if len(marks) == 1 else " state the duties.")


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the writ as the forum words it."""

    id: str
    heading: Text
    text: Text


def elements(matter: Matter, us: Voice) -> tuple[Element, ...]:
    """The forum's elements, worded for this case."""
    return tuple(_element(matter, one, us) for one in matter.forum.elements)


def _element(matter: Matter, one: ElementEntry, us: Voice) -> Element:
    return Element(one.id, Text.of(one.heading), fill(one.text, matter.law, labels(us)))


def elements_test(matter: Matter) -> Text:
    """The sentence that states the test, with its authority or a bracket for it."""
    words = series([stated(matter.forum, "elements", Text.of(one.text))
                    for one in elements_plain(matter)])
    record = matter.law.authorities.get(matter.forum.elements_authority)
    cite = (
        Text.of(cite_text(record), ".") if record is not None and record.may_print
        else Text.of(Blank("authority for the elements: attorney to confirm", "", "counsel"), ".")
    )
    if not words:
        words = Text.of(Blank("elements of the writ in this court", "", "counsel"))
    return Text.of(capitalise(Text.of(f"{matter.forum.writ} requires ", words)), ". ", cite)


def elements_plain(matter: Matter) -> tuple[ElementEntry, ...]:
    """The forum's elements as recorded."""
    return matter.forum.elements


def federal_counts(matter: Matter, duties: tuple[DutyWords, ...]) -> dict[str, CountRefs]:
    """Which counts of the complaint rest on each duty: its own, and mandamus in the alternative."""
    held = {duty.id for duty in matter.case.duties}
    return {
        duty.id: CountRefs((mark,), ("count-mandamus",))
        for mark, own in count_duties(duties) for duty in own if duty.id in held
    }


def count_duties(duties: tuple[DutyWords, ...]) -> tuple[tuple[str, tuple[DutyWords, ...]], ...]:
    """The counts on agency action: the mark of each and its duties.

    Each act that was withheld has a count of its own, as each has its own elements and actors; all
    that are late share one, as their delay is weighed together.
    """
    withheld = [one for one in duties if not one.delayed]
    late = tuple(one for one in duties if one.delayed)
    alone = len(withheld) == 1
    counts = [(count_mark(delayed=False) + ("" if alone else f"-{one.id}"), (one,)) for one in withheld]
    return (*counts, *(((count_mark(delayed=True), late),) if late else ()))


def count_mark(*, delayed: bool) -> str:
    """The mark of the count on action withheld, or of the one on action delayed."""
    return "count-delayed" if delayed else "count-withheld"


def state_counts(matter: Matter) -> dict[str, CountRefs]:
    """In a state petition each duty has a count of its own."""
    return {
        duty.id: CountRefs((f"count-{n + 1}",)) for n, duty in enumerate(matter.case.duties)
    }
