"""DUT, the texts: kinds of text that look like a duty and may not be one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.matter import Matter
from drafter.checks.naming import called
from drafter.checks.phrases import quoted
from drafter.checks.reading import duty_authorities, own_words, passages, resting_on, untried
from drafter.checks.registry import Finding, Severity, check

_GUIDANCE = re.compile(
    r"\b(?:polic(?:y|ies)|handbooks?|manuals?|guidance|directives?|memos?|website|web page"
    r"|press|standards? operating|operating procedures?|FAQ)\b",
    re.IGNORECASE,
)
_SENSE = re.compile(r"\bsense of (?:the )?congress\b", re.IGNORECASE)
_DRUG = re.compile(
    r"\bcontrolled substances?\b|\bnarcotics?\b|\bdrugs?\b|\bcocaine\b|\bmarijuana\b|\bheroin\b"
    r"|\bfentanyl\b|\bmethamphetamine\b",
    re.IGNORECASE,
)


@check(
    "DUT011",
    Severity.REVIEW,
    message="The source of the duty looks like guidance of an agency: {detail}. Such papers "
    "seldom bind; look for a statute or a regulation behind it.",
    sources=("norton-v-suwa",),
)
def guidance(matter: Matter) -> Iterator[Finding]:
    """A policy, a handbook or a web page rarely makes a duty.

    Fires when a duty's own cite names such a paper. The agreement as the only source is
    DUT002's matter.
    """
    for n, duty in enumerate(matter.case.duties):
        match = _GUIDANCE.search(duty.cite or "")
        if match is not None:
            yield Finding(f"duties.{n}.cite", quoted(match[0]))


@check(
    "DUT012",
    Severity.REVIEW,
    message="The duty leans on a sense of Congress. That is a statement of purpose, not a "
    "deadline; it may count among the factors of delay.",
    sources=("usc-8-1571-b", "trac-v-fcc"),
)
def sense_of_congress(matter: Matter) -> Iterator[Finding]:
    """A sense of Congress sets no date.

    Fires when a duty's words or cite speak of one, or when it rests on the 180-day statement
    of purpose for benefits. A benefit that the statute makes unenforceable is DUT013's matter.
    """
    for n, _ in resting_on(matter, "usc-8-1571-b", _SENSE):
        yield Finding(f"duties.{n}")
    for n, words in own_words(matter):
        if _SENSE.search(words):
            yield Finding(f"duties.{n}.words")


@check(
    "DUT014",
    Severity.REVIEW,
    message="The count leans on the sentence about direction and supervision. It sets under "
    "whom the officers act; how to supervise is probably left to the agency. Use it to show "
    "that an act without a supervisor was unauthorized.",
    sources=("usc-8-1357-g-3", "norton-v-suwa"),
)
def supervision_as_standard(matter: Matter) -> Iterator[Finding]:
    """Subject to supervision is a status, not a standard of care.

    Fires for a duty whose source, the first of its authorities, is that paragraph. A prayer
    for supervision is REL011's matter.
    """
    for n, duty in enumerate(matter.case.duties):
        if duty_authorities(matter, duty)[:1] == ("usc-8-1357-g-3",):
            yield Finding(f"duties.{n}")


@check(
    "DUT015",
    Severity.REVIEW,
    message="The statute on detainers that commands a prompt decision speaks of arrests for "
    "controlled substances. No fact here mentions one; add it, or use another text.",
    sources=("usc-8-1357-d",),
)
def detainer_without_drug_arrest(matter: Matter) -> Iterator[Finding]:
    """That duty arises on an arrest under a law on controlled substances only.

    Fires when a duty rests on that statute and no event mentions a drug. The 48-hour text of
    the regulation has no such limit.
    """
    if any(_DRUG.search(p.text) for p in passages(matter, "events")):
        return
    for n, _ in resting_on(matter, "usc-8-1357-d"):
        yield Finding(f"duties.{n}")


@check(
    "DUT018",
    Severity.STOP,
    message="The statute on times for asylum says that they create no right that is legally "
    "enforceable. Do not rest a duty on those times; look to the general duty to conclude "
    "a matter.",
    sources=("usc-8-1158-d-7", "usc-8-1158-d-5", "usc-5-555-b"),
)
def asylum_times(matter: Matter) -> Iterator[Finding]:
    """The asylum clock was made unenforceable by its own statute.

    Fires for a duty that rests on the asylum times. Other matters that are only slow are
    TIM010's.
    """
    for n, _ in resting_on(matter, "usc-8-1158-d-5"):
        yield Finding(f"duties.{n}")


@check(
    "DUT019",
    Severity.REVIEW,
    message='The count on "{detail}" rests on a theory that no decision known to us supports. '
    "Decide whether to bring it, say in the client's letter that it is new, and be ready to argue "
    "it from the words alone.",
    sources=("frcp-11", "norton-v-suwa"),
)
def untried_theory(matter: Matter) -> Iterator[Finding]:
    """A new theory is an attorney's decision.

    Fires for a duty of which the catalogue says that no decision enforces it, or that rests on the
    agreement alone. A duty outside the catalogue is LAW001's matter.
    """
    for n, duty in enumerate(matter.case.duties):
        if untried(matter, duty):
            yield Finding(f"duties.{n}", called(duty))
