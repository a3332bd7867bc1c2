"""EVI: exhibits, sources and proof."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.case import Demand, Knowledge, Remedy, Statement, known
from drafter.checks.matter import Matter
from drafter.checks.naming import called
from drafter.checks.reading import cited_exhibits, read, statement_sources
from drafter.checks.registry import Finding, Severity, check
from drafter.wording.marks import mentions

_QUOTED = re.compile(r'[“"]([^“”"]+)[”"]')
_PAGES = re.compile(r"\d+")
_SPACE = re.compile(r"\s+")
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_ELLIPSIS = re.compile(r"\s*(?:\. \. \.|\.\.\.|…)\s*|\[[^\]]*\]")


@check(
    "EVI001",
    Severity.STOP,
    message='The exhibit "{detail}" is cited but not listed. Add it to the exhibits, or correct the '
    "citation.",
    sources=("frcp-10-c", "frcp-11"),
)
def not_listed(matter: Matter) -> Iterator[Finding]:
    """What is cited is attached.

    Fires for each citation of an exhibit that the list does not hold. One that is listed and
    never cited is EVI002's matter.
    """
    for path, exhibit in cited_exhibits(matter):
        if matter.case.exhibit(exhibit) is None:
            yield Finding(path, exhibit)


@check(
    "EVI002",
    Severity.REVIEW,
    message='The exhibit "{detail}" is listed but never cited. Cite it where it proves something, or '
    "leave it out.",
    sources=("frcp-10-c",),
)
def never_cited(matter: Matter) -> Iterator[Finding]:
    """What is attached is used.

    Fires for each listed exhibit that nothing cites. One that is cited and not listed is
    EVI001's matter.
    """
    cited = {exhibit for _, exhibit in cited_exhibits(matter)}
    for n, exhibit in enumerate(matter.case.exhibits):
        if exhibit.id not in cited:
            yield Finding(f"exhibits.{n}", called(exhibit))


@check(
    "EVI003",
    Severity.REVIEW,
    message='Nothing shows that the exhibit "{detail}" is in hand: no file and no source is recorded. '
    "Get it, and write down where it came from.",
    sources=("frcp-11",),
)
def not_in_hand(matter: Matter) -> Iterator[Finding]:
    """An exhibit is a paper one has.

    Fires for an exhibit with neither a file nor a known source.
    """
    for n, exhibit in enumerate(matter.case.exhibits):
        if exhibit.file is None and known(exhibit.source) is None:
            yield Finding(f"exhibits.{n}", called(exhibit))


@check(
    "EVI004",
    Severity.REVIEW,
    message='The event "{detail}" has no source and is not pleaded on information and belief. Name the '
    "exhibit or the person who swears to it, or plead it on belief with its basis.",
    sources=("frcp-11",),
)
def no_source(matter: Matter) -> Iterator[Finding]:
    """Every fact has a source or an honest label.

    Fires for an event that is not on belief, has no source and no reference to another paragraph
    in any sentence, and is not among what a verifier knows. A belief without basis is EVI006's.
    """
    sworn = {name for verifier in matter.case.verification for name in verifier.knows}
    for n, event in enumerate(matter.case.events):
        if event.knowledge is Knowledge.BELIEF or event.id in sworn:
            continue
        if not statement_sources(event.says) and not _led(event.says):
            yield Finding(f"events.{n}", called(event))


@check(
    "EVI005",
    Severity.REVIEW,
    message='The event "{detail}" is said to be known at first hand, and nobody is recorded as swearing '
    "to it. Add it to a verification, or to a declaration among the exhibits.",
    sources=("usc-28-1746", "frcp-11"),
)
def firsthand_unsworn(matter: Matter) -> Iterator[Finding]:
    """First-hand knowledge belongs to a person.

    Fires for an event known at first hand that no verifier knows and for which no source names
    a verification or an exhibit. An event of record without source is EVI004's matter.
    """
    sworn = {name for verifier in matter.case.verification for name in verifier.knows}
    for n, event in enumerate(matter.case.events):
        shown = any(s.verification or s.exhibit for say in event.says for s in say.sources)
        if event.knowledge is Knowledge.FIRSTHAND and event.id not in sworn and not shown:
            yield Finding(f"events.{n}.knowledge", called(event))


@check(
    "EVI006",
    Severity.REVIEW,
    message='The event "{detail}" is pleaded on belief without a basis. Say what the belief rests on.',
    sources=("frcp-11",),
)
def belief_without_basis(matter: Matter) -> Iterator[Finding]:
    """A belief is as good as its ground.

    Fires for an event on belief whose ``basis`` is empty.
    """
    for n, event in enumerate(matter.case.events):
        if event.knowledge is Knowledge.BELIEF and event.basis is None:
            yield Finding(f"events.{n}.basis", called(event))


@check(
    "EVI007",
    Severity.STOP,
    message='A quotation from the exhibit "{detail}" gives no page. Add the page on which the words '
    "stand.",
    sources=("frcp-11",),
)
def quotation_without_page(matter: Matter) -> Iterator[Finding]:
    """Who quotes, shows where.

    Fires for a block quotation without a page. A plain citation without one is EVI008's.
    """
    for path, quotation in read(matter).quotations:
        if quotation.at is None:
            yield Finding(f"{path}.at", quotation.exhibit)


@check(
    "EVI008",
    Severity.INFO,
    message='A citation of "{detail}" gives no page of an exhibit with several. Add it.',
    sources=("frcp-11",),
)
def citation_without_page(matter: Matter) -> Iterator[Finding]:
    """A reader should find the fact at once.

    Fires for a source that names an exhibit of more than one page and no page. Exhibits of one
    page, or of a number nobody has counted, stay silent.
    """
    for path, source in read(matter).sources:
        exhibit = None if source.exhibit is None else matter.case.exhibit(source.exhibit)
        pages = None if exhibit is None else known(exhibit.pages)
        if exhibit is not None and source.at is None and pages is not None and pages > 1:
            yield Finding(f"{path}.at", called(exhibit))


@check(
    "EVI009",
    Severity.REVIEW,
    message="A page is cited that the exhibit does not have: {detail}. Correct the page or the number of "
    "pages.",
    sources=("frcp-11",),
)
def page_beyond_end(matter: Matter) -> Iterator[Finding]:
    """A pin cite stays within the paper.

    Fires when the highest number in a citation's page is greater than the number of pages of
    the exhibit.
    """
    reading = read(matter)
    cites = [(path, s.exhibit, s.at) for path, s in reading.sources]
    cites += [(path, q.exhibit, q.at) for path, q in reading.quotations]
    for path, name, at in cites:
        exhibit = None if name is None else matter.case.exhibit(name)
        pages = None if exhibit is None else known(exhibit.pages)
        numbers = [int(number) for number in _PAGES.findall(at or "")]
        if exhibit is not None and pages is not None and numbers and max(numbers) > pages:
            yield Finding(f"{path}.at", f'page {max(numbers)} of "{exhibit.id}", which has {pages}')


@check(
    "EVI010",
    Severity.REVIEW,
    message="A sentence quotes words and names no source for them. Add the exhibit and the page, or the "
    "person who heard them.",
    sources=("frcp-11",),
)
def words_without_source(matter: Matter) -> Iterator[Finding]:
    """Quoted words are somebody's.

    Fires for a sentence that holds four or more words in quotation marks, has no source, and
    belongs to no paragraph that a verifier knows. Block quotations always name an exhibit.
    """
    sworn = {name for verifier in matter.case.verification for name in verifier.knows}
    proved = {
        f"{part}.{n}."
        for part in ("events", "demands", "remedies", "harms")
        for n, item in enumerate(getattr(matter.case, part))
        if item.id in sworn or (isinstance(item, Demand | Remedy) and item.sources)
    }
    for path, statement in read(matter).statements:
        if statement.sources or statement.quote is not None or mentions(statement.say):
            continue
        if path.startswith(tuple(proved)):
            continue
        if any(len(words.split()) >= 4 for words in _QUOTED.findall(statement.say)):
            yield Finding(path)


@check(
    "EVI011",
    Severity.STOP,
    message="Words quoted from the agreement are not found in its recorded clauses. Compare them with the "
    "signed page, and record the clause.",
    sources=("frcp-11", "frcp-10-c"),
)
def not_in_agreement(matter: Matter) -> Iterator[Finding]:
    """The signed paper is the only source of its words.

    Fires for a block quotation of the agreement's exhibit whose words, apart from spaces,
    ellipses and brackets, stand in none of the recorded clauses.
    """
    moa = matter.case.moa
    if moa is None or moa.exhibit is None:
        return
    text = " ".join(_plain(clause.words) for clause in moa.clauses)
    for path, quotation in read(matter).quotations:
        parts = [_plain(part) for part in _ELLIPSIS.split(quotation.words)]
        if quotation.exhibit == moa.exhibit and any(part not in text for part in parts):
            yield Finding(f"{path}.words")


@check(
    "EVI012",
    Severity.REVIEW,
    message='The harm "{detail}" has no source. Name the exhibit, or the person who swears to it.',
    sources=("frcp-11", "fda-v-alliance"),
)
def harm_unproved(matter: Matter) -> Iterator[Finding]:
    """Standing is proved like any other fact.

    Fires for a harm with no source in any sentence that no verifier knows. An event without
    source is EVI004's matter.
    """
    sworn = {name for verifier in matter.case.verification for name in verifier.knows}
    for n, harm in enumerate(matter.case.harms):
        if harm.id not in sworn and not statement_sources(harm.says) and not _led(harm.says):
            yield Finding(f"harms.{n}", called(harm))


@check(
    "EVI013",
    Severity.STOP,
    message='The exhibit "{detail}" is marked as privileged. To attach it may give the privilege up; take '
    "it out of the list.",
    sources=("frcp-11",),
)
def privileged(matter: Matter) -> Iterator[Finding]:
    """What is privileged stays in the office.

    Fires for an exhibit marked as privileged. One to be filed under seal is PRI010's matter.
    """
    for n, exhibit in enumerate(matter.case.exhibits):
        if exhibit.privileged:
            yield Finding(f"exhibits.{n}.privileged", called(exhibit))


@check(
    "EVI014",
    Severity.REVIEW,
    message="A sentence says that the act was not done, and leads to no source and no paragraph. Add the "
    "exhibit, or the number of the paragraph that shows it.",
    sources=("frcp-11",),
)
def neglect_unproved(matter: Matter) -> Iterator[Finding]:
    """The breach is shown, not said.

    Fires for a duty none of whose sentences of neglect has a source or a reference to a
    paragraph. A duty without any such sentence is ELE004's matter.
    """
    for n, duty in enumerate(matter.case.duties):
        if duty.neglect and not statement_sources(duty.neglect) and not _led(duty.neglect):
            yield Finding(f"duties.{n}.neglect", called(duty))


@check(
    "EVI015",
    Severity.STOP,
    message="Blanks remain: {detail}. Each prints as a bracket; the memo lists them with the one who can "
    "answer. Fill them before filing.",
    sources=("frcp-11",),
)
def blanks(matter: Matter) -> Iterator[Finding]:
    """No bracket is filed.

    Fires once, at the first, when any fact of the case is still to be asked or a sentence holds
    a blank. Facts that are simply absent are found by the checks of their own family.
    """
    asked = read(matter).asked
    if asked:
        yield Finding(asked[0], f"{len(asked)} asked for in the case file")


def _led(statements: tuple[Statement, ...]) -> bool:
    return any(mentions(statement.say) for statement in statements)


def _plain(words: str) -> str:
    return _SPACE.sub(" ", words.translate(_STRAIGHT)).strip(" .,;:").casefold()
