"""DUT: does the duty rest on law that commands, and on the right officer?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.case import Duty, Level, known
from drafter.checks.matter import Matter
from drafter.checks.naming import called
from drafter.checks.phrases import MANDATORY, PERMISSIVE, PROGRAMMATIC, SOFTENER, quoted
from drafter.checks.reading import duty_acts, entry, is_foreign, own_words, relied_clauses
from drafter.checks.registry import Finding, Severity, check
from drafter.law.records import DutyTrack, Force

_AGREEMENT = re.compile(
    r"\b(?:MOA|MOU|memorandum of (?:agreement|understanding)|287\(g\) agreement)\b", re.IGNORECASE
)
_INTENT = re.compile(r"\bwill\b", re.IGNORECASE)


def _on_agreement_alone(matter: Matter, duty: Duty) -> bool:
    record = entry(matter, duty)
    if record is not None:
        return not record.independent and duty.cite is None
    if duty.cite is not None:
        return _AGREEMENT.search(duty.cite) is not None
    return bool(duty.clauses)


@check(
    "DUT001",
    Severity.STOP,
    message='The duty "{detail}" names no source. Choose one from the catalogue, or give the '
    "authority and its operative words.",
    sources=("usc-28-1361", "norton-v-suwa"),
)
def no_source(matter: Matter) -> Iterator[Finding]:
    """Every duty rests on a text that lays it on the officer.

    Fires for a duty with neither a catalogue id nor a cite nor a clause. A duty that leans on
    a clause of the agreement only is DUT002's matter.
    """
    for n, duty in enumerate(matter.case.duties):
        if duty.catalogue is None and duty.cite is None and not duty.clauses:
            yield Finding(f"duties.{n}", called(duty))


@check(
    "DUT002",
    Severity.STOP,
    message='The duty "{detail}" appears to rest on the agreement alone. The forms seen say '
    "that they create no rights enforceable by any person, and outsiders have been kept from "
    "enforcing form agreements. Rest the duty on a statute, a regulation or state law, and "
    "use the agreement as evidence.",
    sources=("astra-v-santa-clara", "usc-8-1357-g"),
)
def agreement_alone(matter: Matter) -> Iterator[Finding]:
    """The agreement is evidence; the duty needs law of its own.

    Fires for a duty whose catalogue entry rests on the agreement, whose cite is the agreement,
    or which has clauses and no other source. Clauses beside a statute are as they should be.
    """
    for n, duty in enumerate(matter.case.duties):
        if _on_agreement_alone(matter, duty):
            yield Finding(f"duties.{n}", called(duty))


@check(
    "DUT003",
    Severity.STOP,
    message="The text relied on says {detail} and holds no word of command. That appears to "
    "give a power, not a duty. Find the text that says shall or must, or drop the count.",
    sources=("norton-v-suwa", "wilbur-v-kadrie"),
)
def power_not_duty(matter: Matter) -> Iterator[Finding]:
    """Words such as "may" give a choice, and a choice is not compelled.

    Fires when such a word stands in the act, or in a text of the attorney's own that has
    neither shall nor must. "May not" is a command and does not count; words that only soften
    are DUT004's matter.
    """
    for n, words in own_words(matter):
        match = PERMISSIVE.search(words)
        if match is not None and not MANDATORY.search(words):
            yield Finding(f"duties.{n}.words", quoted(match[0]))
    for passage in duty_acts(matter):
        match = PERMISSIVE.search(passage.text)
        if match is not None and passage.field.endswith(".act"):
            yield Finding(passage.field, quoted(match[0]))


@check(
    "DUT004",
    Severity.REVIEW,
    message="The duty is put in soft words: {detail}. Say what fact removes the choice they "
    "leave, or plead the text as background only.",
    sources=("norton-v-suwa",),
)
def softened(matter: Matter) -> Iterator[Finding]:
    """As necessary, if possible and every effort leave a choice open.

    Fires when such words stand in a duty's act, sentence, time or own words. A clause of the
    agreement in soft words is MOA004's matter.
    """
    places = [(p.field, p.text) for p in duty_acts(matter)]
    for n, duty in enumerate(matter.case.duties):
        due = known(duty.due)
        places += [(f"duties.{n}.due", due)] if due is not None else []
    places += [(f"duties.{n}.words", words) for n, words in own_words(matter)]
    for path, text in places:
        match = SOFTENER.search(text)
        if match is not None:
            yield Finding(path, quoted(match[0]))


@check(
    "DUT005",
    Severity.STOP,
    message="The act is put as a program: {detail}. A court can order a discrete act that is "
    "required, not general conduct. Name one act, one officer and one date.",
    sources=("norton-v-suwa",),
)
def programmatic(matter: Matter) -> Iterator[Finding]:
    """To comply, to supervise and to train are programs.

    Fires when a duty's ``act`` names such a thing. The sentence of the duty may speak of it,
    and the same words in the prayer are REL011's matter.
    """
    for passage in duty_acts(matter):
        match = PROGRAMMATIC.search(passage.text)
        if match is not None and passage.field.endswith(".act"):
            yield Finding(passage.field, quoted(match[0]))


@check(
    "DUT006",
    Severity.REVIEW,
    message='The text relied on says "will" and neither shall nor must. It may be read as a '
    "statement of intent; pair it with a statute or a rule.",
    sources=("norton-v-suwa",),
)
def will_for_shall(matter: Matter) -> Iterator[Finding]:
    """A plan says what will be done; a law says what shall be done.

    Fires for words of a duty of the attorney's own that say will, and neither shall nor must.
    Words that say may are DUT003's matter.
    """
    for n, words in own_words(matter):
        if _INTENT.search(words) and not MANDATORY.search(words) and not PERMISSIVE.search(words):
            yield Finding(f"duties.{n}.words")


@check(
    "DUT007",
    Severity.REVIEW,
    message='The duty "{detail}" gives an authority without its operative words. Add the exact '
    "words of command, so that they can be compared with the source.",
    sources=("frcp-11",),
)
def cite_without_words(matter: Matter) -> Iterator[Finding]:
    """The words of command are the heart of the count.

    Fires for a duty with a cite of the attorney's own and no words. That the cite itself is
    still to be confirmed is LAW001's matter.
    """
    for n, duty in enumerate(matter.case.duties):
        if duty.cite is not None and duty.words is None:
            yield Finding(f"duties.{n}.words", called(duty))


@check(
    "DUT008",
    Severity.STOP,
    message='The duty "{detail}" names no respondent who owes it. Name the officer whose act '
    "it is.",
    sources=("usc-5-702", "patel-v-reno"),
)
def nobody_owes(matter: Matter) -> Iterator[Finding]:
    """A duty is somebody's.

    Fires for a duty whose ``owed_by`` is empty. A respondent who owes it and has no shown
    power to act is PAR006's matter.
    """
    for n, duty in enumerate(matter.case.duties):
        if not duty.owed_by:
            yield Finding(f"duties.{n}.owed_by", called(duty))


@check(
    "DUT009",
    Severity.STOP,
    message="The duty is asked of the wrong kind of officer: {detail}. Ask it of the body on "
    "whom the text lays it, or find the text that binds this one.",
    sources=("usc-28-1361", "usc-8-1357-g-7"),
)
def wrong_obligor(matter: Matter) -> Iterator[Finding]:
    """What the agreement asks of a sheriff is not asked of the federal agency, nor the reverse.

    Fires when a duty of the catalogue that binds federal officers is owed by a state or local
    respondent, or the other way round. A local officer under the federal statute is PAR002's.
    """
    for n, duty in enumerate(matter.case.duties):
        record = entry(matter, duty)
        if record is None:
            continue
        federal = record.track is DutyTrack.FEDERAL
        for m, name in enumerate(duty.owed_by):
            respondent = matter.case.respondent(name)
            if respondent is not None and (respondent.level is Level.FEDERAL) is not federal:
                bound = "federal officers" if federal else "state or local officers"
                yield Finding(
                    f"duties.{n}.owed_by.{m}",
                    f"the text binds {bound}, and {name} is a {respondent.level.value} respondent",
                )


@check(
    "DUT010",
    Severity.REVIEW,
    message="The duty does not appear to fit this matter: {detail}. Compare the catalogue with "
    "the signed agreement and the law of the forum.",
    sources=("usc-8-1357-g",),
)
def does_not_fit(matter: Matter) -> Iterator[Finding]:
    """Some duties arise under one model of agreement, or in one State.

    Fires when the catalogue knows a duty for other models than the case's, or, in a federal court,
    for other States. In a State court that is DUT022's matter; a clause that the form does not
    hold is MOA005's.
    """
    moa = matter.case.moa
    for n, duty in enumerate(matter.case.duties):
        record = entry(matter, duty)
        if record is None:
            continue
        if moa is not None and record.models and moa.model.value not in record.models:
            yield Finding(
                f"duties.{n}.catalogue",
                f'"{record.id}" is known for the models {", ".join(record.models)}',
            )
        if record.states and matter.forum.system not in record.states:
            yield Finding(
                f"duties.{n}.catalogue",
                f'"{record.id}" is known for {", ".join(record.states)}',
            )


@check(
    "DUT022",
    Severity.STOP,
    message="A duty of the catalogue is law of another State and binds nobody here: {detail}. Its law is "
    "left out of the papers; choose a duty of this State, or give the authority in words of your own.",
    sources=("frcp-11",),
)
def of_another_state(matter: Matter) -> Iterator[Finding]:
    """The law of one State binds no court of another.

    Fires in a State court for a duty that the catalogue knows for other States only. In a federal
    court, and for a model of agreement, such a duty is DUT010's matter.
    """
    for n, duty in enumerate(matter.case.duties):
        record = matter.law.duties.get(duty.catalogue or "")
        if record is not None and is_foreign(matter, record):
            yield Finding(
                f"duties.{n}.catalogue", f'"{record.id}" is known for {", ".join(record.states)}'
            )


@check(
    "DUT013",
    Severity.REVIEW,
    message='The catalogue calls the words behind "{detail}" weak on their own text. Read its '
    "weak points before this count is kept.",
    sources=("norton-v-suwa",),
)
def weak_words(matter: Matter) -> Iterator[Finding]:
    """The catalogue says how strongly each text commands.

    Fires for a duty of the catalogue whose force is low or none. Duties of the attorney's own
    are read word for word by DUT003, DUT004 and DUT006.
    """
    for n, duty in enumerate(matter.case.duties):
        record = entry(matter, duty)
        if record is not None and record.force in {Force.LOW, Force.NONE}:
            yield Finding(f"duties.{n}.catalogue", record.title)


@check(
    "DUT016",
    Severity.REVIEW,
    message='Nothing says when the act of "{detail}" is due. Give the time the text sets, or '
    "say that a reasonable time has passed and why.",
    sources=("usc-5-555-b", "usc-5-706-1"),
)
def no_time(matter: Matter) -> Iterator[Finding]:
    """What has no date must be shown to be late.

    Fires for a duty with no ``due`` of its own and none in the catalogue. A deadline missing
    from the prayer is REL006's matter.
    """
    for n, duty in enumerate(matter.case.duties):
        record = entry(matter, duty)
        if duty.due is None and (record is None or not record.due):
            yield Finding(f"duties.{n}.due", called(duty))


@check(
    "DUT017",
    Severity.REVIEW,
    message='The duty "{detail}" names a clause that the case does not hold. Add the clause in '
    "its exact words with section and page, or take the name out.",
    sources=("frcp-10-c",),
)
def clause_not_held(matter: Matter) -> Iterator[Finding]:
    """A clause is pleaded from its exact words.

    Fires when a duty's ``clauses`` names one that is not among the agreement's. A clause that
    the form of agreement does not have is MOA005's matter.
    """
    for n, duty in enumerate(matter.case.duties):
        if len(relied_clauses(matter, duty)) < len(set(duty.clauses)):
            yield Finding(f"duties.{n}.clauses", called(duty))
