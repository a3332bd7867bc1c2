"""The verification: who swears, to which paragraphs at first hand, to which on belief.

An oath before an officer where a state court wants one, an unsworn declaration under penalty
of perjury in a federal court and where a State allows it. Nothing is ever signed, dated or attested here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.case import Case, Knowledge, PartyType, Petitioner, Source, Statement, Verifier
from drafter.checks.matter import Matter
from drafter.context.heading import Heading, federal, heading, paper_title
from drafter.context.opening import OpeningFacts
from drafter.context.passages import fact_text
from drafter.context.settled import paragraph_numbers, paragraphs
from drafter.law.texts import cite_text
from drafter.wording.grammar import series
from drafter.wording.text import Blank, Text

_SWORN = frozenset({"oath", "affidavit", "perjury"})
_CAPTIONS = 9  # petitioners, beyond whom a caption takes a page and stands before the first oath alone
_PAPER = re.compile(r"\b(?:declaration|affidavit)\b", re.IGNORECASE)
_Told = tuple[tuple[Source, ...], bool]  # the sources of one statement; whether it is marked first-hand
_BELIEF = re.compile(r"\bon information and belief\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Declarant:
    """One who verifies, on a page of their own."""

    title: Text  # name in the heading
    name: Text  # as signed
    who: Text  # "a Petitioner"
    firsthand: Text  # the sentence on what is known at first hand
    belief: Text  # the sentence on what is believed
    county: Text  # where the oath is taken
    under_laws: bool  # signed outside the United States: the longer words
    captioned: bool = True  # whether the caption stands above


@dataclass(frozen=True, slots=True)
class VerificationContext:
    """Everything the template of the verification may print."""

    head: Heading
    title: str
    oath: bool
    declared_under: Text  # the law that allows an unsworn declaration
    laws: str  # the words that name the State under whose laws it is made
    place: bool  # whether it shows where it was signed
    notary_number: bool  # the oath shows the number of the notary, as in Virginia
    paper: str
    declarants: tuple[Declarant, ...]


def applies(matter: Matter) -> bool:
    """Whether the forum wants a verification, or the case names or cites one."""
    return matter.forum.verification in _SWORN or bool(_sworn(matter))


def verification(matter: Matter, opening: OpeningFacts, draft_mark: str) -> VerificationContext:
    """The words of the verification, one page for each who verifies.

    Args:
        matter: case, law and as-of date.
        opening: what the opening paper settled when it was printed.
        draft_mark: the line in the header.
    """
    head = heading(matter, draft_mark)
    forum, law = matter.forum, matter.law
    unsworn = forum.declaration if forum.verification == "perjury" else ()
    return VerificationContext(
        head=head,
        title=("DECLARATION IN VERIFICATION OF " + paper_title(matter).upper() if federal(matter) else "VERIFICATION"),
        oath=not federal(matter) and not unsworn,
        declared_under=series([cite_text(law.authorities[one]) for one in unsworn or ("usc-28-1746",)]),
        laws=law.authorities[unsworn[-1]].quotation if unsworn else "",
        place=bool(unsworn),
        notary_number=matter.forum.notary_number,
        paper=paper_title(matter),
        declarants=tuple(
            replace(one, captioned=n == 0 or len(matter.case.petitioners) <= _CAPTIONS)
            for n, one in enumerate(_declarants(matter, opening, head))),
    )


def _declarants(matter: Matter, opening: OpeningFacts, head: Heading) -> Iterator[Declarant]:
    case = matter.case
    if not case.petitioners:
        nobody = Text.of(Blank("name of petitioner", "petitioners", "the client"))
        yield Declarant(nobody, nobody, Text.of(f"a {head.us.petitioner}"),
                        _firsthand((), "verification"), _belief((), head),
                        _county(None, "verification"), under_laws=False)
        return
    given = {one.petitioner: n for n, one in enumerate(case.verification)}
    for index, petitioner in enumerate(case.petitioners):
        if petitioner.id not in _sworn(matter):
            continue
        place = given.get(petitioner.id)
        verifier = None if place is None else case.verification[place]
        field = "verification" if place is None else f"verification.{place}"
        believed = _believed(opening)
        known = tuple(n for n in _known(case, petitioner, verifier, opening) if n not in believed)
        name, who = _name(petitioner, index, verifier, field, head)
        yield Declarant(
            title=Text.of(petitioner.name),
            name=name,
            who=who,
            firsthand=_firsthand(known, f"{field}.knows"),
            belief=_belief(believed, head),
            county=_county(verifier, f"{field}.county"),
            under_laws=verifier is not None and not verifier.inside_us,
        )


def _sworn(matter: Matter) -> frozenset[str]:
    """Who verifies: all where the court wants an oath, else those named or cited as verifying."""
    case = matter.case
    everyone = frozenset(one.id for one in case.petitioners)
    if matter.forum.verification in _SWORN:
        return everyone
    named = {one.petitioner for one in case.verification}
    return frozenset(one for one in everyone if one in named or any(_cited(case, one)))


def _name(
    petitioner: Petitioner, index: int, verifier: Verifier | None, field: str, head: Heading
) -> tuple[Text, Text]:
    """Who signs, and as what: an organization and a minor speak through another."""
    role = head.us.petitioner
    alone = head.us.petitioners == role
    article = "the" if alone else "an" if role[:1] in "AEIOU" else "a"
    party = petitioner.type is PartyType.ORGANIZATION
    if not party and not petitioner.minor:
        return Text.of(petitioner.name), Text.of(f"{article} {role}")
    named, held = (f"{field}.name", f"{field}.office") if verifier else (f"petitioners.{index}",) * 2
    who = "person" if party else "adult"
    return (
        fact_text(verifier.name if verifier else None,
                  f"name of the {who} who verifies for {petitioner.name}", named, "the client"),
        Text.of(
            "the " if party else "",
            fact_text(verifier.office if verifier else None,
                      "office held" if party else "parent, guardian or next friend", held,
                      "the client" if party else "counsel"),
            f" of {petitioner.name}, {'' if party else 'a minor and '}{article} {role}"),
    )


def _known(
    case: Case, petitioner: Petitioner, verifier: Verifier | None, opening: OpeningFacts
) -> tuple[int, ...]:
    """Paragraphs known at first hand: as the case says, and those that rest on this oath alone.

    What rests on an exhibit that is the declaration of the same person is known like what rests on
    the verification. A paragraph that also rests on a record or on another's word is sworn at first
    hand only where the case says that all of it is known.
    """
    whole = {one.id: one.paragraphs for one in case.demands}
    own = _declarations(case, verifier.name if verifier and verifier.name else petitioner.name)
    marks = [mark for one in (verifier.knows if verifier else ()) for mark in whole.get(one, (one,))]
    marks += _alone(case, petitioner.id, own)
    if not marks:
        return ()
    if petitioner.type is PartyType.PERSON and not petitioner.minor:
        marks.append(f"petitioner-{petitioner.id}")
    return paragraph_numbers(marks, opening)


def _cited(case: Case, petitioner: str) -> Iterator[str]:
    """Ids of what cites the verification of a petitioner, whatever else it cites."""
    for item, told in _told(case, petitioner):
        if any(petitioner in _oaths(sources) for sources, _ in told):
            yield item


def _alone(case: Case, petitioner: str, own: frozenset[str]) -> Iterator[str]:
    """Ids of what rests on the word of one who verifies, and on no record and nobody else's word.

    What the case marks as known at first hand, and one's own harm, may rest on a record besides:
    notes made that night do not make the witness know less.
    """
    for item, told in _told(case, petitioner):
        sourced = [one for one in told if one[0]]
        if sourced and all(
            (petitioner in _oaths(sources) or any(one.exhibit in own for one in sources))
            and (firsthand or all(one.exhibit is None or one.exhibit in own for one in sources))
            for sources, firsthand in sourced
        ):
            yield item


def _declarations(case: Case, name: object) -> frozenset[str]:
    """Ids of the exhibits that are a sworn paper of the one who bears this name."""
    if not isinstance(name, str):
        return frozenset()
    return frozenset(one.id for one in case.exhibits if name in one.title and _PAPER.search(one.title))


def _told(case: Case, swears: str) -> Iterator[tuple[str, list[_Told]]]:
    """What the story tells, paragraph by paragraph: its id and what each part of it rests on.

    What the neglect costs one who swears, that person knows, whatever paper shows it besides.
    """
    for party in case.petitioners:
        yield f"petitioner-{party.id}", _rests(party.about)
    for duty in case.duties:
        for n, one in enumerate(duty.neglect):
            yield f"neglect-{duty.id}-{n + 1}", _rests((one,))
    for event in case.events:
        yield event.id, _rests(event.says, event.knowledge)
    for remedy in case.remedies:
        yield remedy.id, [*_rests(remedy.says), (remedy.sources, False)]
    for harm in (one for one in case.harms if not one.redress):  # what would follow, nobody has seen
        yield harm.id, _rests(harm.says, Knowledge.FIRSTHAND if harm.petitioner == swears else Knowledge.RECORD)
    for demand in case.demands:
        yield demand.id, [(demand.sources, False), (demand.delivery_sources, False)]
        yield f"{demand.id}-asked", [(demand.sources, False)]
        yield f"{demand.id}-answer", _rests(demand.answer)
    yield "silence", [(one.no_answer_sources, False) for one in case.demands]


def _rests(statements: tuple[Statement, ...], knowledge: Knowledge = Knowledge.RECORD) -> list[_Told]:
    return [(one.sources, knowledge is Knowledge.FIRSTHAND) for one in statements]


def _oaths(sources: tuple[Source, ...]) -> frozenset[str | None]:
    return frozenset(one.verification for one in sources)


def _believed(opening: OpeningFacts) -> tuple[int, ...]:
    """Numbers of the paragraphs that the opening paper prints on information and belief."""
    return tuple(
        int(number) for line in opening.lines
        if (number := line.number.rstrip(".")).isdigit() and _BELIEF.search(line.text)
    )


def _firsthand(numbers: tuple[int, ...], field: str) -> Text:
    where: Text | str = paragraphs(numbers) if numbers else Text.of(
        "paragraphs ", Blank("numbers of the paragraphs known at first hand", field, "the client"))
    return Text.of("I know at first hand what ", where,
                   " states" if len(numbers) == 1 else " state", ", and it is true.")


def _belief(numbers: tuple[int, ...], head: Heading) -> Text:
    paper = head.us.paper
    if not numbers:
        return Text.of(f"The rest of the {paper} I believe to be true.")
    verb = "is" if len(numbers) == 1 else "are"
    return Text.of(
        f"{paragraphs(numbers).capitalize()} {verb} stated on information and belief. "
        f"{'That paragraph' if len(numbers) == 1 else 'Those paragraphs'} and the rest of the "
        f"{paper} I believe to be true."
    )


def _county(verifier: Verifier | None, field: str) -> Text:
    county = None if verifier is None else verifier.county
    return fact_text(county, "county or city of signing", field, "the client")
