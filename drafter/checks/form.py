"""FRM: signatures, verification, notice, caption and words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.case import NotApplicable, PartyType, Statement, known
from drafter.checks.matter import Matter
from drafter.checks.naming import called
from drafter.checks.phrases import found, quoted
from drafter.checks.reading import is_federal, naming, words_of
from drafter.checks.registry import Finding, Severity, check

LONG_WORDS = 120
_SWORN = {"oath": "by oath", "affidavit": "by affidavit", "perjury": "under penalty of perjury"}
_SIGNED = re.compile(r"/s/|(?<![\w'’])s/ ?(?-i:[A-Z][a-z]+ [A-Z])|\[signed\]|\belectronically signed\b", re.IGNORECASE)
_ET_AL = re.compile(r"\bet al\b", re.IGNORECASE)
_LEFT_OVER = re.compile(
    r"\b(?:TODO|TBD|TBC|XXX+|FIXME)\b|\?\?\?|_{4,}|\blorem ipsum\b|<[^<>]+>"
    r"|(?<![^\0])(?i:unknown|not known|n/a|n\.a\.|tba|idk|don['’]t know|not sure)\.?(?![^\0])"  # and no more
)
_OWN_WORDS = (
    "matter", "petitioners", "respondents", "events", "demands", "remedies", "harms", "duties",
    "relief",
)
_DOCKET = re.compile(r"(?:No\. )?\d{1,2}:\d{2}-(?:cv|mc)-\d{2,6}(?:-[A-Z0-9]+)*", re.IGNORECASE)
_WORDS_SAID = re.compile(r'[“"][^“”"]*[”"]')
_ANOTHERS = re.compile(r"\.quote\.|^duties\.\d+\.words$")
_TONE = re.compile(
    r"\b(?:outrageous(?:ly)?|shameful(?:ly)?|egregious(?:ly)?|blatant(?:ly)?|flagrant(?:ly)?"
    r"|disgraceful|despicable|heinous|brazen(?:ly)?|callous(?:ly)?|cruel(?:ly)?|racists?|thugs?"
    r"|goons?|gestapo|fascists?|nazis?|lawless(?:ly|ness)?|corrupt|liars?|lied|sham|farce|mockery"
    r"|unconscionable|shocking(?:ly)?|clearly|obviously|needless to say)\b",
    re.IGNORECASE,
)


@check(
    "FRM001",
    Severity.STOP,
    message="A text holds a signature. Papers leave this program unsigned; the one who signs does it.",
    sources=("frcp-11",),
)
def signature(matter: Matter) -> Iterator[Finding]:
    """Nobody signs for another.

    Fires when any text of the case holds /s/ or words that stand for a signature.
    """
    for passage in naming(matter, _SIGNED):
        yield Finding(passage.field)


@check(
    "FRM002",
    Severity.STOP,
    message="No counsel is given and the petitioners are not marked as suing without one. Add counsel, or "
    "set pro_se to yes.",
    sources=("frcp-11",),
)
def no_counsel(matter: Matter) -> Iterator[Finding]:
    """Every paper is signed by counsel of record or by the party.

    Fires when there is neither. Counsel whose address is missing is FRM003's matter.
    """
    if not matter.case.counsel and not matter.case.pro_se:
        yield Finding("counsel")


@check(
    "FRM003",
    Severity.REVIEW,
    message="The signature block lacks {detail}. The rule asks for the signer's address, e-mail and "
    "telephone.",
    sources=("frcp-11",),
)
def counsel_incomplete(matter: Matter) -> Iterator[Finding]:
    """Court and other side must reach the signer.

    Fires for each of address, telephone and e-mail that is absent or to be asked.
    """
    for n, counsel in enumerate(matter.case.counsel):
        for field in ("address", "telephone", "email"):
            fact = getattr(counsel, field)
            if known(fact) is None and not isinstance(fact, NotApplicable):
                yield Finding(f"counsel.{n}.{field}", f"the {field} of {counsel.name}")


@check(
    "FRM004",
    Severity.STOP,
    message="This forum wants the paper verified ({detail}), and nobody is recorded as verifying it. Name "
    "the petitioner who can swear, and what that person knows.",
    sources=("va-code-8-01-644", "usc-28-1746"),
)
def verification_missing(matter: Matter) -> Iterator[Finding]:
    """Where the writ is sworn for, somebody swears.

    Fires when the forum asks for an oath or an affidavit and the case has no verifier. Where
    verification is optional it stays silent.
    """
    if matter.forum.verification in _SWORN and not matter.case.verification:
        yield Finding("verification", _SWORN[matter.forum.verification])


@check(
    "FRM005",
    Severity.REVIEW,
    message="This forum wants the petition served with notice of the application, a reasonable time before "
    "it. No day of application is set; set one and serve.",
    sources=("va-code-8-01-644",),
)
def notice_before_application(matter: Matter) -> Iterator[Finding]:
    """In some States notice comes before filing.

    Fires when the forum asks for it and ``forum.hearing_on`` is not known. A day that is too
    near is TIM007's matter.
    """
    if matter.forum.notice_before_application and known(matter.case.forum.hearing_on) is None:
        yield Finding("forum.hearing_on")


@check(
    "FRM006",
    Severity.REVIEW,
    message="A paragraph runs to {detail} words. Cut it in two: one set of circumstances to a paragraph.",
    sources=("frcp-8-a",),
)
def long_paragraph(matter: Matter) -> Iterator[Finding]:
    """Short paragraphs get admitted.

    Fires for an event, harm, remedy or answer to a demand of more than 120 words. Quotations
    do not count.
    """
    told: list[tuple[str, tuple[Statement, ...]]] = []
    case = matter.case
    told += [(f"events.{n}.says", event.says) for n, event in enumerate(case.events)]
    told += [(f"harms.{n}.says", harm.says) for n, harm in enumerate(case.harms)]
    told += [(f"remedies.{n}.says", remedy.says) for n, remedy in enumerate(case.remedies)]
    told += [(f"demands.{n}.answer", demand.answer) for n, demand in enumerate(case.demands)]
    for path, statements in told:
        count = len(words_of(statements).split())
        if count > LONG_WORDS:
            yield Finding(path, str(count))


@check(
    "FRM007",
    Severity.REVIEW,
    message="A word of heat stands in the text: {detail}. Say what happened, and leave the word out.",
    sources=("frcp-8-a", "frcp-11"),
)
def tone(matter: Matter) -> Iterator[Finding]:
    """Facts persuade; adjectives do not.

    Fires for invective and for words such as clearly and obviously in sentences of the case.
    Words that someone else said, in quotation marks or a quotation, stay silent.
    """
    for passage in naming(matter, _TONE, *_OWN_WORDS):
        match = _TONE.search(_WORDS_SAID.sub(" ", passage.text))
        if match is not None and not _ANOTHERS.search(passage.field):
            yield Finding(passage.field, quoted(match[0]))


@check(
    "FRM008",
    Severity.INFO,
    message="A case number is given, so the suit appears to be on file. This paper is drafted as the one "
    "that opens a case; an amended paper needs that word in its title, and may need leave.",
    sources=("frcp-10-a",),
)
def docket_given(matter: Matter) -> Iterator[Finding]:
    """The opening paper has no number yet.

    Fires when the docket number is known. One that looks wrong is FRM009's matter.
    """
    if known(matter.case.forum.docket) is not None:
        yield Finding("forum.docket")


@check(
    "FRM009",
    Severity.REVIEW,
    message="The case number does not look like one of a federal district court, such as 1:26-cv-00000. "
    "Compare it with the clerk's notice.",
    sources=("frcp-10-a",),
)
def docket_shape(matter: Matter) -> Iterator[Finding]:
    """A wrong number sends a paper to another case.

    Fires in a federal forum for a docket number of another shape. State courts number in
    many ways and stay silent.
    """
    docket = known(matter.case.forum.docket)
    if is_federal(matter) and docket is not None and not _DOCKET.fullmatch(docket):
        yield Finding("forum.docket")


@check(
    "FRM010",
    Severity.STOP,
    message='A party\'s name holds "et al." The first paper names every party; list each one.',
    sources=("frcp-10-a",),
)
def et_al(matter: Matter) -> Iterator[Finding]:
    """The caption of the first paper is whole.

    Fires when the name of a petitioner or a respondent holds et al. Names of related cases do
    not count.
    """
    for passage in naming(matter, _ET_AL, "petitioners", "respondents"):
        if passage.field.endswith(".name"):
            yield Finding(passage.field)


@check(
    "FRM011",
    Severity.REVIEW,
    message='Whether "{detail}" is a corporation is not recorded. A corporate party files a disclosure '
    "statement with its first paper.",
    sources=("frcp-7-1",),
)
def disclosure(matter: Matter) -> Iterator[Finding]:
    """The judge must know who stands behind a party.

    Fires in a federal forum for an organization whose ``is_corporation`` is not given.
    """
    if is_federal(matter):
        for n, petitioner in enumerate(matter.case.petitioners):
            if petitioner.type is PartyType.ORGANIZATION and petitioner.is_corporation is None:
                yield Finding(f"petitioners.{n}.is_corporation", called(petitioner))


@check(
    "FRM012",
    Severity.STOP,
    message='The organization "{detail}" sues without a lawyer. Courts generally let only a natural person '
    "do so; find counsel.",
    sources=("frcp-11", "frcp-17"),
)
def organization_alone(matter: Matter) -> Iterator[Finding]:
    """An organization speaks through counsel.

    Fires in a pro se case for each petitioner that is an organization.
    """
    if matter.case.pro_se:
        for n, petitioner in enumerate(matter.case.petitioners):
            if petitioner.type is PartyType.ORGANIZATION:
                yield Finding(f"petitioners.{n}", called(petitioner))


@check(
    "FRM013",
    Severity.REVIEW,
    message="The case names counsel and is marked as pro se. Keep one; the signature block follows it.",
    sources=("frcp-11",),
)
def two_signers(matter: Matter) -> Iterator[Finding]:
    """Either counsel signs or the party does.

    Fires when counsel is listed and pro_se is yes. Neither is FRM002's matter.
    """
    if matter.case.pro_se and matter.case.counsel:
        yield Finding("pro_se")


@check(
    "FRM014",
    Severity.STOP,
    message="Something was left unfinished: {detail}. Fill it, ask for it with [?...], or take it out.",
    sources=("frcp-11",),
)
def left_over(matter: Matter) -> Iterator[Finding]:
    """Working notes do not print.

    Fires for TODO, TBD, XXX, question marks in a row, a rule to write on, words in angle brackets, and a
    field that says no more than "unknown" or "n/a". A blank made with [?...] is counted by EVI015.
    """
    yield from found(matter, _LEFT_OVER)


@check(
    "FRM015",
    Severity.REVIEW,
    message='The vehicle "{detail}" is not the one this court takes. In a federal district court the writ '
    "is abolished and the first paper is a complaint; a state court has its own form.",
    sources=("frcp-81-b", "frap-21"),
)
def vehicle_mismatch(matter: Matter) -> Iterator[Finding]:
    """Court and paper fit each other.

    Fires when the vehicle chosen in the case is none that the forum takes.
    """
    chosen = matter.case.matter.vehicle
    if chosen is not None and chosen not in matter.forum.vehicles:
        yield Finding("matter.vehicle", chosen)


@check(
    "FRM016",
    Severity.STOP,
    message="The caption lacks the {detail}. Add it as the court prints it.",
    sources=("frcp-10-a",),
)
def caption_incomplete(matter: Matter) -> Iterator[Finding]:
    """A caption names its court in full.

    Fires for a state forum whose caption prints a county when none is known, and for a federal
    one that sits in divisions when no division is known.
    """
    forum, lines = matter.case.forum, " ".join(matter.forum.caption)
    if "{county}" in lines and known(forum.county) is None:
        yield Finding("forum.county", "county")
    named = known(forum.division) is not None or isinstance(forum.division, NotApplicable)
    if matter.forum.divisions and not named:
        yield Finding("forum.division", "division")


@check(
    "FRM017",
    Severity.INFO,
    message="No summary is given, so the introduction has no facts to open with. Add two or three "
    "sentences: who, what was not done, what is asked.",
    sources=("frcp-8-a",),
)
def no_summary(matter: Matter) -> Iterator[Finding]:
    """The first page tells the story.

    Fires when ``matter.summary`` is empty.
    """
    if not matter.case.matter.summary:
        yield Finding("matter.summary")


@check(
    "FRM018",
    Severity.INFO,
    message="A verification is to be signed outside the United States. The form then adds the words on "
    "the laws of the United States; a state court may want an oath before an officer.",
    sources=("usc-28-1746",),
)
def signed_abroad(matter: Matter) -> Iterator[Finding]:
    """The form of an unsworn declaration depends on where it is signed.

    Fires for a verifier who signs outside the United States.
    """
    for n, verifier in enumerate(matter.case.verification):
        if not verifier.inside_us:
            yield Finding(f"verification.{n}.inside_us")


@check(
    "FRM019",
    Severity.INFO,
    message="The introduction does not say who asks. Name each petitioner in it, or say who they "
    "are, before the first event.",
    sources=("frcp-8-a",),
)
def petitioners_not_introduced(matter: Matter) -> Iterator[Finding]:
    """A reader should know whose case it is.

    Fires when there is a summary, and no sentence of it holds the name, the short name or the
    last name of a petitioner, or says who the petitioners are. A missing summary is FRM017's.
    """
    case = matter.case
    told = words_of(case.matter.summary)
    if not told or not case.petitioners:
        return
    label = re.escape(matter.forum.petitioner_label)
    if re.search(rf"\b{label}s? (?:is|are|was|were|lives?|teach(?:es)?)\b", told):
        return
    names = {
        name for one in case.petitioners
        for name in (one.name, one.short or "", one.name.replace(",", " ").split()[-1]) if name
    }
    if not any(name in told for name in names):
        yield Finding("matter.summary")
