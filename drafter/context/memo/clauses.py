"""Section 7: the agreement's clauses in their exact words, for us and against us."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.case import Clause, known
from drafter.context.memo.reader import Reader, curled
from drafter.context.narrative import MODEL_NAMES
from drafter.law.records import AdverseClause, MoaClause, MoaForm
from drafter.wording.dates import short_date
from drafter.wording.grammar import curl
from drafter.wording.text import Text

NO_RIGHTS = "AC1"

_ADVERSE = re.compile(r"\b(AC\d+)\b")


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause as signed, where the opening paper uses it, and its force on its words."""

    section: Text
    page: str
    words: Text
    used: str
    force: Text


@dataclass(frozen=True, slots=True)
class AgainstRow:
    """A clause that stands against the petitioners, and what it does."""

    section: Text
    page: str
    words: Text
    effect: Text


@dataclass(frozen=True, slots=True)
class ClauseTables:
    """The agreement in tables."""

    about: Text  # which agreement; empty where the case has none
    none: str  # said where the case holds no clause
    rows: tuple[ClauseRow, ...]
    against: tuple[AgainstRow, ...]
    no_against: str
    absent: Text  # topics that this form lacks


def clause_tables(reader: Reader) -> ClauseTables:
    """The clause tables; empty where the case has no agreement."""
    moa = reader.case.moa
    if moa is None:
        return ClauseTables(
            Text(), "The case file holds no agreement. Nothing may be quoted from a form.", (), (),
            "", Text(),
        )
    form = form_of(reader)
    rows = tuple(_row(reader, clause) for clause in moa.clauses)
    against = tuple(
        AgainstRow(_section(clause), clause.page, quoted(clause.words), curled(record.effect))
        for clause in moa.clauses
        for record in adverse(reader, clause)
    )
    return ClauseTables(
        about=_about(reader),
        none="" if rows else "No clause is recorded. Take the words from the signed agreement.",
        rows=rows,
        against=against,
        no_against="" if against else "No recorded clause was recognised as standing against the "
        "petitioners. That is a gap in the record, not a finding: read the signed agreement for a "
        "disclaimer of rights, for soft words, and for powers kept by ICE.",
        absent=_absent(form),
    )


def _about(reader: Reader) -> Text:
    moa = reader.case.moa
    if moa is None:
        return Text()
    label = reader.opening.label(moa.exhibit) if moa.exhibit else ""
    revision, signed = known(moa.form_revision), known(moa.signed_on)
    form = f", on the form revised {short_date(revision)}" if revision else ""
    when = f", signed {short_date(signed)}" if signed else ", date of signature not recorded"
    at = f" ({label})" if label else ""
    return curled(
        f"{MODEL_NAMES[moa.model.value]} agreement of ICE with the {moa.agency}{when}{form}{at}. "
        "The words below are those of the case file. Compare each with the signed page."
    )


def _row(reader: Reader, clause: Clause) -> ClauseRow:
    like = like_clause(reader, clause)
    used = reader.paragraphs([f"clause-{clause.id}"]) if clause.use else ""
    bearing = [
        f"duty “{duty.id}”" for duty in reader.case.duties if clause.id in duty.clauses
    ]
    force = ""
    if like is not None:
        force = f"{like.force.value}; binds {like.binds}"
        force += f". {_spelled(reader, like.weak)}" if like.weak else ""
    return ClauseRow(
        section=_section(clause),
        page=clause.page,
        words=quoted(clause.words),
        used="; ".join(one for one in (used or "memo only", *bearing) if one),
        force=curled(force or "not in our table of forms: judge the words"),
    )


def _spelled(reader: Reader, words: str) -> str:
    """The effect of an adverse clause in place of its id."""
    records = reader.matter.law.adverse_clauses
    shown = _ADVERSE.sub(lambda m: records[m[1]].effect if m[1] in records else m[0], words)
    return shown.rstrip(".") + "."


def _section(clause: Clause) -> Text:
    return curled(f"{clause.section}, {clause.heading}" if clause.heading else clause.section)


def quoted(words: str) -> Text:
    """Exact words in curly quotation marks."""
    return Text.of("“", curl(" ".join(words.split())), "”")


def like_clause(reader: Reader, clause: Clause) -> MoaClause | None:
    """The like clause in the table of forms, if the case names it."""
    for form in reader.matter.law.moa_forms.values():
        for one in form.clauses:
            if one.id == clause.clause:
                return one
    return None


def form_of(reader: Reader) -> MoaForm | None:
    """The form in our table that the agreement is on: model and revision must both fit."""
    moa = reader.case.moa
    if moa is None:
        return None
    revision = known(moa.form_revision)
    for form in reader.matter.law.moa_forms.values():
        if form.model == moa.model.value and (
            revision in form.revisions if revision is not None else not form.revisions
        ):
            return form
    return None


def adverse(reader: Reader, clause: Clause) -> tuple[AdverseClause, ...]:
    """The kinds of adverse clause that these words are."""
    words = " ".join(clause.words.split())
    return tuple(
        record
        for record in reader.matter.law.adverse_clauses.values()
        if re.search(record.pattern, words, re.IGNORECASE)
    )


def no_rights(reader: Reader) -> Clause | None:
    """The clause by which the agreement disclaims enforceable rights, if it is recorded."""
    for clause in reader.case.moa.clauses if reader.case.moa else ():
        if any(record.id == NO_RIGHTS for record in adverse(reader, clause)):
            return clause
    return None


def _absent(form: MoaForm | None) -> Text:
    if form is None:
        return curled(
            "The form of this agreement is not in our table; nothing here says what it leaves out."
        )
    topics = ", ".join(one.replace("-", " ").replace("title vi", "Title VI") for one in form.absent)
    if not topics:
        return Text()
    return curled(
        f"Topics that other forms have and this one ({form.name}) lacks; quote none of them: "
        f"{topics}."
    )
