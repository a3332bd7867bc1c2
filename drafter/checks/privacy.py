"""PRI: what must not stand in a public paper. No note of this family repeats what it found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.case import PartyType
from drafter.checks.matter import Matter
from drafter.checks.naming import called
from drafter.checks.reading import naming, passages
from drafter.checks.registry import Finding, Severity, check

_SOCIAL = re.compile(
    r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])|\b(?:SSN|social security|taxpayer|ITIN|TIN)\b"
    r"[^.;]{0,30}?\b\d{3}[- ]?\d{2}[- ]?\d{4}\b",
    re.IGNORECASE,
)
_DAY = (
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, \d{4}"
    r"|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d{2}-\d{2})"
)
BIRTH = re.compile(
    rf"\b(?:(?:born|birth ?date|birthday|date of birth)\b|D\.?O\.?B\b\.?)[^.;\d]{{0,25}}?{_DAY}",
    re.IGNORECASE,
)
A_NUMBER = re.compile(
    r"(?<![\w-])(?-i:A)[-# ]{0,2}(?:\d{8,9}|\d{2,3}[- ]\d{3}[- ]\d{3})(?!\d)"
    r"|\b(?:A|alien)[- ]?(?:file |registration )?(?:number|no\.|#)[^.;]{0,12}?\d{3}[- ]?\d{3}"
    r"[- ]?\d{2,3}\b",
    re.IGNORECASE,
)
RECEIPT = re.compile(r"\b(?:EAC|WAC|LIN|SRC|MSC|NBC|IOE|YSC|NSC|TSC|VSC|CSC)[- ]?\d{10}\b")
_ACCOUNT = re.compile(
    r"\b(?:account|acct\.?|routing|(?:credit|debit|bank) card|card)(?: numbers?| no\.?| #| ending in)?"
    r"[^.;\d]{0,12}(?!\d{4}-\d{2}-\d{2}\b)\d[\d -]{4,}\d",
    re.IGNORECASE,
)
_IDENTITY = re.compile(
    r"\b(?:passport|driver['’]?s? licen[cs]e|licen[cs]e plate|plate|FBI|fingerprint)(?: numbers?"
    r"| no\.?| #| ID)?[: ]+(?=[A-Z0-9-]*\d)[A-Z0-9-]{5,}\b",
    re.IGNORECASE,
)
_STREET = (
    r"\b\d{1,6} (?:[NSEW]\.? )?(?:[A-Z][\w.'’]* ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive"
    r"|Dr|Court|Ct|Boulevard|Blvd|Way|Place|Pl|Terrace|Circle|Trail|Parkway|Highway|Hwy)\b"
)
ADDRESS = re.compile(_STREET)
_LIVES_AT = re.compile(
    r"\b(?:lives?|lived|resides?|residing|home|apartment|house|address)\b[^.]{0,30}?" + _STREET
)
_HERE = (
    "(?:the )?(?:United States|U\\.S\\.|Commonwealth|State|Alabama|Alaska|Arizona|Arkansas|California"
    "|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas"
    "|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri"
    "|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|(?:North|South) (?:Carolina|Dakota)"
    "|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont|(?:West )?Virginia"
    "|Washington|Wisconsin|Wyoming)"
)
_STATUS = re.compile(
    r"\bundocumented\b|\billegal(?:ly)? (?:aliens?|immigrants?|present|in the (?:country|United States))\b"
    r"|\b(?:unlawful|illegal) (?:presence|entry|status)\b|\bunlawfully present\b|\boverstay(?:ed|s)?\b"
    r"|\bwithout (?:lawful |legal |immigration )status\b|\b(?:no|lacks?|lost) (?:lawful |legal "
    r"|immigration )status\b|\bnot a (?:U\.S\. )?citizen\b|\bentered without inspection\b"
    r"|\b(?:asylum|DACA|TPS|U[- ]visa|T[- ]visa)\b|\bgreen card\b|\bcrossed the border\b"
    rf"|\b(?:citizen|national) of (?!{_HERE})(?:the )?(?-i:[A-Z])\w+|\bnon-?citizen\b",
    re.IGNORECASE,
)
_CHILD = re.compile(
    r"\b(?:son|daughter|child|grandson|granddaughter|stepson|stepdaughter|nephew|niece),? "
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar(?:ch)?\b|Apr|May\b|June|July|Aug|Sept|Oct"
    r"|Nov|Dec|Protective|Support|Welfare|Services)(?:[A-Z][a-z]+[ ,]+){0,1}[A-Z][a-z]+\b(?!['’]s (?:school|County))"
)
_REACH = re.compile(
    r"(?<!\d)(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.\w"
)
_INITIALS = re.compile(r"(?:[A-Z]\.? ?){2,4}")
_PERSONAL = ("matter", "petitioners", "events", "demands", "remedies", "harms", "duties")


IDENTIFIERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a social-security or taxpayer number", _SOCIAL),
    ("a date of birth", BIRTH),
    ("an A-number", A_NUMBER),
    ("a receipt number", RECEIPT),
    ("an account number", _ACCOUNT),
    ("a number that identifies a person", _IDENTITY),
    ("a home address", _LIVES_AT),
)
"""What must not stand in a public paper, by what a person would call it."""


def _hits(matter: Matter, pattern: re.Pattern[str], *parts: str) -> Iterator[Finding]:
    for passage in naming(matter, pattern, *parts):
        yield Finding(passage.field)


@check(
    "PRI001",
    Severity.STOP,
    message="A text appears to hold a whole social-security or taxpayer number. Give the last four "
    "digits only, or leave it out.",
    sources=("frcp-5-2",),
)
def social_security(matter: Matter) -> Iterator[Finding]:
    """Only the last four digits may be filed.

    Fires for nine digits parted as such a number, or that follow its name. Numbers of accounts
    are PRI005's matter.
    """
    yield from _hits(matter, _SOCIAL)


@check(
    "PRI002",
    Severity.STOP,
    message="A text appears to hold a full date of birth. Give the year only.",
    sources=("frcp-5-2",),
)
def birth_date(matter: Matter) -> Iterator[Finding]:
    """Only the year of birth may be filed.

    Fires for a full day after born, birthday or date of birth. A year alone stays silent.
    """
    yield from _hits(matter, BIRTH)


@check(
    "PRI003",
    Severity.STOP,
    message="A text appears to hold an alien registration number. It identifies the person; give the "
    "last three digits, or ask leave to file a sealed list.",
    sources=("frcp-5-2",),
)
def a_number(matter: Matter) -> Iterator[Finding]:
    """The A-number is not in the rule's list, and identifies its holder all the same.

    Fires for A and eight or nine digits, or for such digits after the number's name. Receipt
    numbers are PRI004's matter.
    """
    yield from _hits(matter, A_NUMBER)


@check(
    "PRI004",
    Severity.STOP,
    message="A text appears to hold an immigration receipt number. Anyone can look it up; give the last "
    "four digits.",
    sources=("frcp-5-2",),
)
def receipt_number(matter: Matter) -> Iterator[Finding]:
    """A receipt number opens the public case status.

    Fires for the letters of a service center and ten digits. Reference numbers of complaints
    and records requests stay silent.
    """
    yield from _hits(matter, RECEIPT)


@check(
    "PRI005",
    Severity.STOP,
    message="A text appears to hold the number of an account or a card. Give the last four digits only.",
    sources=("frcp-5-2",),
)
def account_number(matter: Matter) -> Iterator[Finding]:
    """Only the last four digits of an account may be filed.

    Fires for six or more digits after account, card or routing. Four digits stay silent.
    """
    yield from _hits(matter, _ACCOUNT)


@check(
    "PRI006",
    Severity.STOP,
    message="A petitioner is a minor and appears to be named in full. Use initials in the caption and "
    "everywhere else, in exhibits and file names too.",
    sources=("frcp-5-2", "frcp-17"),
)
def minor_named(matter: Matter) -> Iterator[Finding]:
    """A child goes by initials.

    Fires for a petitioner marked as a minor whose name is not made of initials and is not a
    pseudonym. A child named in the facts is PRI011's matter.
    """
    for n, petitioner in enumerate(matter.case.petitioners):
        hidden = petitioner.pseudonym or _INITIALS.fullmatch(petitioner.name)
        if petitioner.minor and not hidden:
            yield Finding(f"petitioners.{n}.name")


@check(
    "PRI007",
    Severity.STOP,
    message="A text appears to give the street address of a petitioner's home. County and state are "
    "enough for venue; take the street out.",
    sources=("frcp-5-2",),
)
def home_address(matter: Matter) -> Iterator[Finding]:
    """Where a petitioner sleeps is nobody's business.

    Fires for a number and a street in a petitioner's own fields, or elsewhere after words of
    living or home. Addresses of officers and of counsel stay silent.
    """
    people = {
        f"petitioners.{n}."
        for n, petitioner in enumerate(matter.case.petitioners)
        if petitioner.type is PartyType.PERSON
    }
    for passage in passages(matter, *_PERSONAL):
        own = passage.field.startswith(tuple(people))
        if (ADDRESS if own else _LIVES_AT).search(passage.text):
            yield Finding(passage.field)


@check(
    "PRI008",
    Severity.REVIEW,
    message="A text speaks of somebody's immigration status or nationality. An admission in a pleading "
    "is permanent; ask whether the case needs it, and get the person's consent in writing.",
    sources=("frcp-5-2", "frcp-11"),
)
def status_words(matter: Matter) -> Iterator[Finding]:
    """Most of these cases can be won without a word on status.

    Fires when the parties, facts, demands, remedies or harms hold words of status. Clauses of
    the agreement and quotations from exhibits stay silent.
    """
    for passage in naming(matter, _STATUS, *_PERSONAL):
        if ".quote." not in passage.field:
            yield Finding(passage.field)


@check(
    "PRI009",
    Severity.STOP,
    message="A petitioner goes by a pseudonym. The rule has all parties named; leave is asked by motion. "
    "Draft the motion, and use the pseudonym in exhibits and file names too.",
    sources=("frcp-10-a", "frcp-5-2"),
)
def pseudonym(matter: Matter) -> Iterator[Finding]:
    """A pseudonym needs leave of court.

    Fires for each petitioner marked as going by one. A minor's initials need no motion.
    """
    for n, petitioner in enumerate(matter.case.petitioners):
        if petitioner.pseudonym:
            yield Finding(f"petitioners.{n}.pseudonym")


@check(
    "PRI010",
    Severity.REVIEW,
    message='The exhibit "{detail}" is to be filed under seal. Sealing is asked by motion; draft it, and '
    "file a redacted copy.",
    sources=("frcp-5-2",),
)
def sealed(matter: Matter) -> Iterator[Finding]:
    """A seal is the court's to give.

    Fires for each exhibit marked as sealed. One that is privileged is EVI013's matter.
    """
    for n, exhibit in enumerate(matter.case.exhibits):
        if exhibit.sealed:
            yield Finding(f"exhibits.{n}.sealed", called(exhibit))


@check(
    "PRI011",
    Severity.STOP,
    message="A text appears to name a child. Use initials, or no name at all.",
    sources=("frcp-5-2",),
)
def child_named(matter: Matter) -> Iterator[Finding]:
    """A child in the facts goes by initials too.

    Fires for son, daughter, child or the like followed by a name. Initials stay silent; a minor
    who sues is PRI006's matter.
    """
    yield from _hits(matter, _CHILD, *_PERSONAL)


@check(
    "PRI012",
    Severity.REVIEW,
    message="A text holds a telephone number or an e-mail address of a private person. Take it out of the "
    "pleading.",
    sources=("frcp-5-2",),
)
def private_contact(matter: Matter) -> Iterator[Finding]:
    """A pleading is no directory.

    Fires for such a number or address among the parties, facts or harms. Those of counsel and
    of respondents stand in their own fields and stay silent.
    """
    yield from _hits(matter, _REACH, "matter", "petitioners", "events", "harms")


@check(
    "PRI013",
    Severity.STOP,
    message="A text appears to hold the number of a passport, a license, a plate or a police record. Take "
    "it out.",
    sources=("frcp-5-2",),
)
def identity_number(matter: Matter) -> Iterator[Finding]:
    """Numbers that identify a person are left out.

    Fires for such a number after its name. The words alone stay silent.
    """
    yield from _hits(matter, _IDENTITY)


@check(
    "PRI014",
    Severity.STOP,
    message="The {detail} of a client of another case in this batch stands in a text. If it is no "
    "mistake of copying, dismiss this note with the reason.",
    sources=("frcp-5-2", "frcp-11"),
)
def other_client(matter: Matter) -> Iterator[Finding]:
    """What one client told stays out of the papers of another.

    Fires in a batch, when the name of a client of another case, or an A-number, a receipt
    number or a date of birth that stands in another case too, stands in a text. Related cases
    are named on purpose and stay silent.
    """
    if matter.others is None:
        return
    for passage in passages(matter):
        if not passage.field.startswith("related_cases."):
            for kind in matter.others.kinds(passage.text):
                yield Finding(passage.field, kind)
