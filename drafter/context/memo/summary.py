"""The top of the memo: what this is, and the bottom line in a few sentences."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.case import ReliefKind, known
from drafter.checks import Note, Severity
from drafter.checks.naming import called
from drafter.checks.reading import entry, untried
from drafter.context.memo.clauses import no_rights, quoted
from drafter.context.memo.notes import standing
from drafter.context.memo.reader import Reader, curled
from drafter.context.memo.vehicle import better_names, paper_name
from drafter.context.passages import join
from drafter.law.texts import cite_text
from drafter.wording.dates import long_date
from drafter.wording.grammar import count_words, plural, series
from drafter.wording.text import Text


@dataclass(frozen=True, slots=True)
class Summary:
    """The half page that an attorney reads first."""

    title: Text
    paper: Text
    forum: Text
    as_of: str
    reader: Text
    bottom_line: tuple[Text, ...]
    stop: str
    review: str
    info: str
    dismissed: str
    blanks: str


def summary(reader: Reader, notes: tuple[Note, ...]) -> Summary:
    """The head of the memo and its bottom line.

    Args:
        reader: the matter and its opening paper.
        notes: what the checks found.
    """
    return Summary(
        title=_title(reader),
        paper=_paper(reader),
        forum=_forum(reader),
        as_of=_as_of(reader),
        reader=_attorney(reader),
        bottom_line=tuple(
            one for one in (
                _ready(reader, notes), _vehicle(reader), _drastic(reader), _novel(reader),
                _no_rights(reader), _better(reader),
            ) if one
        ),
        stop=str(len(standing(notes, Severity.STOP))),
        review=str(len(standing(notes, Severity.REVIEW))),
        info=str(len(standing(notes, Severity.INFO))),
        dismissed=str(sum(note.dismissed is not None for note in notes)),
        blanks=str(len(reader.opening.blanks)),
    )


def _as_of(reader: Reader) -> str:
    """The day of the facts, and the last day on which a record of the law was read, if later."""
    day = reader.matter.as_of
    read = max((one.read_on for one in reader.matter.law.authorities.values()), default=day)
    if read <= day:
        return long_date(day)
    return f"{long_date(day)} (the facts and the counts; the law was read to {long_date(read)})"


def _title(reader: Reader) -> Text:
    """The short title of the case, or the first party on each side, or its id."""
    case = reader.case
    if case.matter.short_title is None and case.petitioners and case.respondents:
        against = called(case.respondents[0])
        return curled(f"{case.petitioners[0].name} v. {against}")
    return curled(case.matter.short_title or case.matter.id)


def _paper(reader: Reader) -> Text:
    counts = [
        (reader.printed("Allegation"), "numbered paragraph"),
        (reader.printed("Heading Count"), "count"),
        (reader.printed("Prayer Item"), "prayer item"),
        (len(reader.opening.labels), "exhibit"),
        (sum(one.paper == reader.paper for one in reader.opening.blanks), "blank"),
    ]
    words = ", ".join(f"{n} {plural(n, what)}" for n, what in counts)
    return curled(f"{reader.paper or reader.us.paper} ({words})")


def _forum(reader: Reader) -> Text:
    forum, part = reader.matter.forum, reader.case.forum
    county, division = known(part.county), known(part.division)
    more = [one for one in (division, county) if one]
    return curled(", ".join([forum.name, *more]))


def _attorney(reader: Reader) -> Text:
    names = [curled(lawyer.name) for lawyer in reader.case.counsel]
    who = series(names) if names else Text.of("the attorney who will sign (none is named)")
    return Text.of(who, ". Nothing here has been cite-checked by a lawyer.")


def _ready(reader: Reader, notes: tuple[Note, ...]) -> Text:
    stops = len(standing(notes, Severity.STOP))
    blanks = len(reader.opening.blanks)
    if not stops and not blanks:
        text = Text.of("No STOP note stands and no blank is open. The draft is ready to be argued "
                       "with, and not to be filed until its law is cite-checked.")
    else:
        stop = f"{count_words(stops)} STOP {plural(stops, 'note')} {_stand(stops)}"
        blank = f"{count_words(blanks)} {plural(blanks, 'bracket')} " + (
            "is open" if blanks == 1 else "are open")
        what = f"{stop} and {blank}" if stops and blanks else stop if stops else blank
        text = Text.of(f"Not ready to file: {what}.")
    told = reader.case.matter.told_by
    if told is not None:
        text = Text.of(text, curled(f" The facts come from {told}."))
    if not reader.case.duties and not reader.matter.appellate:
        text = Text.of(text, " No duty is chosen: the draft can serve for a talk with the client, "
                       "and must not be filed, served or sent.")
    return text


def _stand(number: int) -> str:
    return "stands" if number == 1 else "stand"


def _vehicle(reader: Reader) -> Text:
    sources: dict[str, list[Text]] = {}
    law = reader.matter.law.authorities
    for duty in reader.case.duties:
        record = entry(reader.matter, duty)
        act = known(duty.act) or (record.act if record else None)
        if act is None:
            continue
        # A second count asks the first one’s act, later or on a condition of its own.
        act = next((one for one in sources if act.startswith(one.rstrip("."))), act)
        sources.setdefault(act, []).extend(
            cite_text(law[one]) for one in (record.authorities[:1] if record else ()))
    acts = [
        Text.of("to ", reader.say(act.rstrip(".")), Text.of(" (", join(cites, "; "), ")") if cites else "")
        for act, cites in sources.items()
    ]
    paper = paper_name(reader)
    head = f"The vehicle is {'an' if paper[0] in 'aeiou' else 'a'} {paper} in the {reader.matter.forum.name}"
    asked = _of_the_court_below(reader)
    if asked and not acts:
        return Text.of(curled(f"{head}. It asks that the court below be directed to "), asked, ".")
    if not acts:
        return curled(f"{head}, as the case file has it.")
    one = "one act" if len(acts) == 1 else f"{count_words(len(acts))} acts"
    return Text.of(curled(f"{head}. It asks for {one}: "), series(acts), ".")


def _of_the_court_below(reader: Reader) -> Text:
    """What a court of appeals is asked to have done; empty elsewhere, or where it is not known."""
    if not reader.matter.appellate:
        return Text()
    acts = [known(one.act) for one in reader.case.relief if one.kind is ReliefKind.WRIT]
    return series([reader.say(one) for one in acts if one])


def _drastic(reader: Reader) -> Text:
    """How hard a writ to a court is, said before the other side does."""
    if not reader.matter.appellate:
        return Text()
    law = reader.matter.law.authorities
    return Text.of(
        "The writ is a drastic remedy and is seldom given to hurry a ruling: when to rule is largely for "
        "the trial court (", cite_text(law["will-v-calvert"]), ", where the power was stated and the writ refused). "
        "It was denied after about eight months (", cite_text(law["madden-v-myers"]), ") and given after years (",
        cite_text(law["drummond"]), "), or in habeas corpus after more than fourteen months (",
        cite_text(law["johnson-v-rogers"]), "). "
        "The draft stands or falls with what makes this wait different (sections 3 and 5)."
    )


def _novel(reader: Reader) -> Text:
    """What is new in the theory: a duty that nobody has enforced, or the agreement itself."""
    kind = reader.case.matter.kind or ""
    duties = reader.case.duties
    new = [curled(f"“{duty.id}”") for duty in duties if untried(reader.matter, duty)]
    known_law = (
        "No court is known to have granted mandamus to enforce a 287(g) agreement, and no decision "
        "was found that squarely decides it; that is a gap in what was read, not a finding that "
        "none exists."
    )
    if new:
        return Text.of(f"The theory is novel: the {plural(len(new), 'duty', 'duties')} ", series(new),
                       f" (DUT019). {known_law}")
    if reader.case.moa is None and not kind.startswith("287g"):
        return Text()
    if duties:
        return Text.of(f"{known_law} No count here asks for that: each rests on other law.")
    return Text.of(f"The theory may prove novel. {known_law}")


def _no_rights(reader: Reader) -> Text:
    if reader.case.moa is None:
        return Text()
    clause = no_rights(reader)
    if clause is None:
        return Text.of(
            "The recorded clauses hold no disclaimer of rights. Every form seen has one: find it in "
            "the signed agreement before anything rests on that paper.",
        )
    records = [entry(reader.matter, duty) for duty in reader.case.duties]
    alone = [r for r in records if r is not None and not r.independent]
    rests = (
        "One duty or more rests on the agreement alone and will very probably fall to it."
        if alone else
        "So the duty is pleaded from other law, and the agreement is used as evidence only."
    ) if records else "Whatever duty is chosen must rest on other law."
    return Text.of(
        curled(f"The agreement disclaims enforceable rights (section {clause.section}, page "
               f"{clause.page}): "), quoted(clause.words), f" {rests}",
    )


def _better(reader: Reader) -> Text:
    names = better_names(reader)
    if not names:
        return Text.of("No remedy was found that is plainly better on these facts (section 2).")
    return Text.of("Look first at another road: ", series(names, "or"), " (section 2).")
