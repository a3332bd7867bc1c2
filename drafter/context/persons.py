"""Parties in words: the caption, the party paragraphs, the signature block."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.case import (
    Capacity,
    Case,
    Counsel,
    Level,
    NotApplicable,
    PartyType,
    Petitioner,
    Pronoun,
    Respondent,
    RespondentType,
    known,
)
from drafter.checks.matter import Matter
from drafter.context.passages import Paragraph, fact_text, joined_statements, quotations
from drafter.context.voice import Voice
from drafter.law.records import CaptionLayout, Forum
from drafter.law.texts import fill
from drafter.wording.grammar import series
from drafter.wording.marks import inline
from drafter.wording.text import Blank, Mark, Text

_NAMES = re.compile(r"\b(?!U\.S|United|States|Office)[A-Z][a-z]{3,}")  # words by which an agency is known
_OF_COUNTY = re.compile(r" (?:County|Parish)$", re.IGNORECASE)
_SIGNS = 11  # lines of the parties in the column, as long as most captions run
_POSSESSIVE = {Pronoun.SHE: "her", Pronoun.HE: "his", Pronoun.THEY: "their"}
_SUBJECT = {Pronoun.SHE: "She", Pronoun.HE: "He", Pronoun.THEY: "They"}


@dataclass(frozen=True, slots=True)
class Caption:
    """The block that heads every captioned paper."""

    court: tuple[Text, ...]  # above the parties
    beside: tuple[Text, ...]  # the court, where it stands beside the parties
    signs: tuple[str, ...]  # the column of section signs between them
    opening: Text  # above the petitioners
    petitioners: Text
    petitioner_role: str
    purpose: Text  # under the petitioners
    versus: str  # empty: no opponent is named
    respondents: Text
    respondent_role: str
    number: Text
    number_label: str
    counsel_first: bool
    blank_top: bool
    title_beside: bool


@dataclass(frozen=True, slots=True)
class Signer:
    """The lines of a signature block; never signed, never dated."""

    name: Text
    bar_number: Text
    firm: Text
    address: Text
    telephone: Text
    email: Text
    role: str


def by_title(respondent: Respondent) -> bool:
    """Whether an officer is sued by the title of the office, because nobody holds it."""
    return respondent.type is RespondentType.OFFICER and isinstance(respondent.name, NotApplicable)


def respondent_name(respondent: Respondent, index: int) -> Text:
    """Name of an officer or agency, or a blank."""
    if respondent.type is RespondentType.UNITED_STATES:
        return Text.of("United States of America")
    if by_title(respondent):
        return office(respondent, index)
    label = "name of agency" if respondent.type is RespondentType.AGENCY else "name of officer"
    return fact_text(respondent.name, label, f"respondents.{index}.name")


def office(respondent: Respondent, index: int) -> Text:
    """Title of the office, or a blank; with the federal agency where the title does not say whose office it is."""
    title = fact_text(respondent.office, "title of office", f"respondents.{index}.office")
    words, agency = known(respondent.office), respondent.agency
    if not words or not agency or respondent.level is not Level.FEDERAL:
        return title
    if re.search(r"\b(?:[A-Z]{3,}|Embassy|Consulate)\b", words) or set(_NAMES.findall(words)) & set(_NAMES.findall(agency)):
        return title
    return Text.of(title, ", ", inline(agency))


def titled(respondent: Respondent, index: int) -> Text:
    """``Riley Testfield, Field Office Director``: an officer's name and office, else the name."""
    name = respondent_name(respondent, index)
    if respondent.type is not RespondentType.OFFICER or by_title(respondent):
        return name
    return Text.of(name, ", ", office(respondent, index))


def capacity(respondent: Respondent, index: int) -> Text:
    """``, in her official capacity as Field Office Director, ...``; nothing for an agency."""
    if respondent.type is not RespondentType.OFFICER:
        return Text()
    if by_title(respondent):
        return Text.of(", in an official capacity")
    if respondent.pronoun is None:
        their: Text | str = "the"
    else:
        their = _POSSESSIVE[respondent.pronoun]
    kind = "official" if respondent.capacity is Capacity.OFFICIAL else "personal"
    if respondent.pronoun is None:
        return Text.of(f", in the {kind} capacity of ", office(respondent, index))
    return Text.of(f", in {their} {kind} capacity as ", office(respondent, index))


def short_name(respondent: Respondent, index: int) -> Text:
    """The short name in later paragraphs, or the full one; an officer nobody can name yet goes by the office."""
    if respondent.short:
        return inline(respondent.short)
    return _by_office(respondent) or respondent_name(respondent, index)


def greeted(respondent: Respondent, index: int) -> Text:
    """What a letter calls an officer; one whose name nobody knows is a blank, as no letter greets an office."""
    return inline(respondent.short) if respondent.short else respondent_name(respondent, index)


def surname_of(respondent: Respondent, index: int) -> Text:
    """The surname of an officer as the case gives it, for ``Against Defendants X and Y``."""
    name = known(respondent.name)
    if name is None:
        return _by_office(respondent) or respondent_name(respondent, index)
    return Text.of(name if respondent.type is not RespondentType.OFFICER else name.rsplit(maxsplit=1)[-1])


def _by_office(respondent: Respondent) -> Text:
    """``the Director of the Agency``, where the officer's name is not known and the office is; else empty.

    The name is a bracket in the caption and in the paragraph on the party: there it is missed, and once it is
    filled the later paragraphs are right as well.
    """
    unnamed = respondent.type is RespondentType.OFFICER and not by_title(respondent) and known(respondent.name) is None
    title = known(respondent.office)
    return Text.of("the ", title) if unnamed and title else Text()


def petitioner_short(petitioner: Petitioner) -> str:
    """The short name in later paragraphs, or the full one."""
    return petitioner.short or petitioner.name


def _capitals(text: Text) -> Text:
    return Text(tuple(span.upper() if isinstance(span, str) else span for span in text.spans))


def caption(matter: Matter, us: Voice) -> Caption:
    """The caption: every party named, labels and court as the forum has them."""
    case, forum = matter.case, matter.forum
    words = court_words(matter)
    court: list[Text] = []
    for line in forum.caption:
        if line.strip() == "{division}":
            if forum.divisions and words["division"]:
                court.append(_capitals(words["division"]))
            continue
        court.append(_capitals(fill(line, matter.law, words)))
    people = [_capitals(Text.of(p.name)) + (", a minor" if p.minor else "") for p in case.petitioners]
    against = [
        Text.of(_capitals(respondent_name(r, n)), capacity(r, n))
        for n, r in enumerate(case.respondents)
    ]
    signs = forum.caption_layout is CaptionLayout.SECTION_SIGNS
    return Caption(
        court=() if signs else tuple(court),
        beside=tuple(court) if signs else (),
        signs=("§",) * (_SIGNS if signs else 0),
        opening=stated(forum, "caption_opening", Text.of(forum.caption_opening)),
        petitioners=_related(forum, _listed(people, "name of petitioner", "petitioners")),
        petitioner_role=us.petitioners,
        purpose=stated(forum, "caption_purpose", fill(forum.caption_purpose, matter.law, words)),
        versus=forum.versus,
        respondents=_listed(against, "name of respondent", "respondents"),
        respondent_role=us.respondents,
        number=fact_text(case.forum.docket, "", "") if known(case.forum.docket)
        else Text.of("____________________"),
        number_label=forum.number_label,
        counsel_first=forum.caption_layout is CaptionLayout.COUNSEL_FIRST,
        blank_top=bool(forum.blank_top_in),
        title_beside=forum.title_beside,
    )


def _related(forum: Forum, people: Text) -> Text:
    """The petitioners, after the state that sues on their relation where it does."""
    state = stated(forum, "relator", Text.of(forum.relator))
    return Text.of(state, " ", people) if state else people


def court_words(matter: Matter) -> dict[str, Text]:
    """What the texts of a forum say of the place: county, its bare name, division."""
    part, forum = matter.case.forum, matter.forum
    county = fact_text(part.county, "county", "forum.county", "counsel")
    bare = Text(tuple(_OF_COUNTY.sub("", span) if isinstance(span, str) else span
                      for span in county.spans))
    label = forum.division_label
    division = fact_text(part.division, label, "forum.division", "counsel")
    return {"county": county, "county_name": bare, "division": division}


def stated(forum: Forum, field: str, text: Text) -> Text:
    """A text of the forum as it stands, or in a bracket while its record has it unconfirmed."""
    if not text or field not in forum.unconfirmed:
        return text
    return Text.of(Blank(f"{text.plain}: attorney to confirm", "forum.court", "counsel"))


def _listed(parties: list[Text], label: str, field: str) -> Text:
    if not parties:
        return Text.of(Blank(label, field))
    text = Text()
    # A comma inside a party's words would be read as the end of that party.
    heavy = len(parties) > 2 or any("," in party.plain for party in parties)
    for n, party in enumerate(parties):
        last = n == len(parties) - 1
        between = "" if n == 0 else (("; and " if heavy else " and ") if last else "; ")
        text = Text.of(text, between, party)
    return text


def petitioner_paragraphs(case: Case, us: Voice) -> tuple[Paragraph, ...]:
    """One paragraph for each petitioner: who, where, and what the case says about them."""
    if not case.petitioners:
        blank = Blank("who asks for the writ, and where that person lives", "petitioners",
                      "the client")
        return (Paragraph(Text.of(Mark("petitioner-none"), f"{us.petitioner} is ", blank, ".")),)
    return tuple(_petitioner(case, index, us) for index in range(len(case.petitioners)))


def _petitioner(case: Case, index: int, us: Voice) -> Paragraph:
    petitioner, field = case.petitioners[index], f"petitioners.{index}"
    text = Text.of(Mark(f"petitioner-{petitioner.id}"), f"{us.petitioner} {petitioner.name}")
    if petitioner.short and petitioner.short != petitioner.name:
        text += f" ({petitioner.short})"
    county = fact_text(petitioner.residence_county, "county of residence",
                       f"{field}.residence_county", "the client")
    state = fact_text(petitioner.residence_state, "state of residence",
                      f"{field}.residence_state", "the client")
    if petitioner.type is PartyType.ORGANIZATION:
        text += " is an organization with its office in "
    elif petitioner.minor:
        text += ", a minor who is named by initials, lives in "
    else:
        text += " lives in "
    place = [part for part in (county, state) if part]
    text = Text.of(text, series(place) if len(place) < 2 else place[0] + ", " + place[1], ".")
    if petitioner.pseudonym:
        text += (
            f" “{petitioner.name}” is a pseudonym, used subject to leave of the Court."
        )
    if petitioner.about:
        text = Text.of(text, " ", joined_statements(case, petitioner.about, f"{field}.about"))
    return Paragraph(text=text, quotes=quotations(case, petitioner.about))


def respondent_paragraphs(case: Case, us: Voice) -> tuple[Paragraph, ...]:
    """One paragraph for each respondent: office, power over the act, capacity, address."""
    if not case.respondents:
        blank = Blank("the officer who can do the act: name, office, address", "respondents",
                      "counsel")
        return (Paragraph(Text.of(Mark("respondent-none"), f"{us.respondent} is ", blank, ".")),)
    return tuple(_respondent(case, index, us) for index in range(len(case.respondents)))


def _respondent(case: Case, index: int, us: Voice) -> Paragraph:
    respondent, field = case.respondents[index], f"respondents.{index}"
    name = respondent_name(respondent, index)
    text = Text.of(Mark(f"respondent-{respondent.id}"), f"{us.respondent} ", name,
                   _defined(case, respondent))
    if by_title(respondent):
        text += " is sued by the title of the office."
    elif respondent.type is RespondentType.OFFICER:
        text = Text.of(text, " is the ", office(respondent, index), ".")
    elif respondent.type is RespondentType.AGENCY:
        text += _agency_clause(respondent)
    else:
        text += " is the sovereign that acts through the agency and officers named below."
    if respondent.power:
        text = Text.of(text, " ", joined_statements(case, respondent.power, f"{field}.power"))
    elif respondent.type is RespondentType.OFFICER:
        text = Text.of(text, " ", Blank("why this office can do the act", f"{field}.power"), ".")
    if respondent.type is RespondentType.OFFICER:
        pronoun = None if by_title(respondent) else respondent.pronoun
        subject = _SUBJECT[pronoun] if pronoun else "The officer"
        verb = "are" if pronoun is Pronoun.THEY else "is"
        whose = _POSSESSIVE[pronoun] if pronoun else "an"
        kind = "official" if respondent.capacity is Capacity.OFFICIAL else "personal"
        word = f"{whose} {kind} capacity"
        text += f" {subject} {verb} sued in {word}."
    address = fact_text(respondent.address, "business address", f"{field}.address", "paralegal")
    if address:
        owner = _POSSESSIVE.get(respondent.pronoun) if respondent.pronoun else None
        if respondent.type is not RespondentType.OFFICER:
            owner = "its"
        elif by_title(respondent):
            owner = "the"
        text = Text.of(text, f" {(owner or 'the').capitalize()} business address is ", address, ".")
    return Paragraph(text=text, quotes=quotations(case, respondent.power))


def _defined(case: Case, respondent: Respondent) -> Text:
    """`` (Director Testfield)``: the short name, where the opening paper has not defined it yet."""
    short = respondent.short
    if not short or short == known(respondent.name):
        return Text()
    if case.moa is not None and short == "ICE":  # defined where the agreement is introduced
        return Text()
    return Text.of(" (", inline(short), ")")


def _agency_clause(respondent: Respondent) -> str:
    match respondent.level.value:
        case "federal":
            return " is an agency of the United States."
        case "state":
            return " is an agency of the State."
        case _:
            return " is a local public body."


def signers(case: Case, us: Voice) -> tuple[Signer, ...]:
    """Signature blocks of counsel, or of the petitioners where they have none."""
    if case.pro_se:
        return tuple(
            Signer(Text.of(p.name), Text.of("pro se"), Text(),
                   Text.of(Blank("address of petitioner", f"petitioners.{n}", "the client")),
                   Text.of(Blank("telephone", f"petitioners.{n}", "the client")),
                   Text.of(Blank("email address", f"petitioners.{n}", "the client")),
                   us.petitioner)
            for n, p in enumerate(case.petitioners)
        )
    if not case.counsel:
        name, bar, firm, address, telephone, email = (
            Text.of(Blank(label, "counsel", "counsel")) for label in (
                "name of counsel", "bar number", "firm", "address", "telephone", "email address")
        )
        return (Signer(name, bar, firm, address, telephone, email, f"Counsel for {us.petitioners}"),)
    return tuple(_signer(lawyer, n, us) for n, lawyer in enumerate(case.counsel))


def _signer(lawyer: Counsel, index: int, us: Voice) -> Signer:
    field = f"counsel.{index}"
    return Signer(
        name=Text.of(lawyer.name),
        bar_number=fact_text(lawyer.bar_number, "bar number", f"{field}.bar_number", "counsel"),
        firm=fact_text(lawyer.firm, "firm", f"{field}.firm", "counsel"),
        address=fact_text(lawyer.address, "address", f"{field}.address", "counsel"),
        telephone=fact_text(lawyer.telephone, "telephone", f"{field}.telephone", "counsel"),
        email=fact_text(lawyer.email, "email address", f"{field}.email", "counsel"),
        role=f"Counsel for {us.petitioners}",
    )
