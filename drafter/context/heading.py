"""What every captioned paper and every letter of a packet begins and ends with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.case import Case, PartyType, Respondent, RespondentType, known
from drafter.checks.matter import Matter
from drafter.context.passages import fact_text, surname
from drafter.context.persons import Caption, Signer, caption, court_words, signers
from drafter.context.voice import Voice, voice
from drafter.law.texts import fill
from drafter.wording.text import Blank, Text

_CITED = re.compile(r" \(\{[^{}]*\}\)")
_SMALL = frozenset({"OF", "IN", "AND", "FOR", "THE", "A", "AN", "UNDER", "TO", "ON", "OR"})


@dataclass(frozen=True, slots=True)
class Heading:
    """Caption, footer and signature block of a captioned paper."""

    draft_mark: str
    footer_title: str
    caption: Caption
    number_label: str
    us: Voice
    signers: tuple[Signer, ...]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The lines above and below a letter."""

    draft_mark: str
    footer_title: str
    lines: tuple[Text, ...]
    signers: tuple[Signer, ...]
    reach: Text  # "at (555) 555-0142 or name@example.org"


def heading(matter: Matter, draft_mark: str) -> Heading:
    """The heading of a captioned paper: the caption of the opening paper, word for word."""
    us = voice(matter.case, matter.forum)
    return Heading(
        draft_mark=draft_mark,
        footer_title=short_caption(matter.case),
        caption=caption(matter, us),
        number_label="Civil Action No." if federal(matter) else matter.forum.number_label,
        us=us,
        signers=signers(matter.case, us),
    )


def letterhead(matter: Matter, draft_mark: str) -> Letterhead:
    """The office's own letterhead; else the first lawyer's, or the first petitioner's without one."""
    case, title = matter.case, short_caption(matter.case)
    signed = signers(case, voice(case, matter.forum))
    own = () if case.pro_se else tuple(Text.of(one) for one in matter.office.letterhead)
    if not case.counsel:
        blank = Blank("name, address, telephone and email of the sender", "counsel", "counsel")
        who = Text.of(case.petitioners[0].name) if case.pro_se and case.petitioners else Text()
        lines = own or tuple(one for one in (who, Text.of(blank)) if one)
        return Letterhead(draft_mark, title, lines, signed, Text.of("as shown above"))
    lawyer, first = case.counsel[0], signed[0]
    name = first.firm if known(lawyer.firm) else first.name  # a letter needs no firm
    phone, email = known(lawyer.telephone), known(lawyer.email)
    found = [one for one in (phone, email) if one]
    ways = Text.of(" | ".join(found)) if found else Text.of(
        Blank("telephone or email address", "counsel.0.telephone", "counsel"))
    return Letterhead(
        draft_mark,
        title,
        own or tuple(one for one in (name, first.address, ways) if one),
        signed[:1],
        Text.of(f"at {' or '.join(found)}" if found else "as shown above"),
    )


def federal(matter: Matter) -> bool:
    """Whether the paper goes to a federal court."""
    return matter.vehicle in {"federal-complaint", "federal-naturalization"}


def short_caption(case: Case) -> str:
    """``Lantern Street Neighbors v. Testfield``: the short title given, or first against first."""
    if case.matter.short_title:
        return case.matter.short_title
    if not case.petitioners or not case.respondents:
        return case.matter.id
    first, against = case.petitioners[0], case.respondents[0]
    whole = first.pseudonym or first.minor or first.type is PartyType.ORGANIZATION
    ours = first.name if whole else surname(first.name)
    return f"{ours} v. {_against(against)}"


def _against(respondent: Respondent) -> str:
    if respondent.type is RespondentType.UNITED_STATES:
        return "United States"
    name = known(respondent.name)
    if name is None:
        return known(respondent.office) or respondent.agency or "Officer to be named"
    return surname(name) if respondent.type is RespondentType.OFFICER else name


def court_name(matter: Matter) -> Text:
    """``Circuit Court of Specimen County``: the court as a letter or a sentence names it."""
    forum = matter.forum
    if forum.system == "federal":
        return Text.of(forum.name)
    if forum.court_name:
        return fill(forum.court_name, matter.law, court_words(matter))
    lines = [line for line in forum.caption if not line.endswith(":") and line != "{division}"]
    words = title_case(" ".join(lines).removeprefix("IN THE "))
    county = fact_text(matter.case.forum.county, "county", "forum.county", "counsel")
    return fill(words, matter.law, {"county": county})


def paper_title(matter: Matter) -> str:
    """``Verified Petition for Writ of Mandamus``: the opening paper in a list or a sentence."""
    if federal(matter):
        return voice(matter.case, matter.forum).paper
    return title_case(matter.forum.title)


def full_title(matter: Matter) -> str:
    """The title of the opening paper as its caption has it, in title case, without citations."""
    sworn = "VERIFIED " if federal(matter) and matter.case.verification else ""
    return title_case(sworn + _CITED.sub("", matter.forum.title))


def title_case(words: str) -> str:
    """Capitals to title case; names in braces stay."""
    return " ".join(
        word if "{" in word else word.lower() if n and word.strip(",") in _SMALL else word.capitalize()
        for n, word in enumerate(words.split())
    )
