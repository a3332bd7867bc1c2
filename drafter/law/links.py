"""Cross-checks: every id and word that a record names must be there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.law.records import AuthorityKind, Forum, Period
from drafter.law.texts import BLOCK, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.law.law import Law

PARTY_WORDS = frozenset({"petitioners", "petitioner", "respondents", "respondent", "paper"})
COURT_WORDS = PARTY_WORDS | {"county", "county_name", "division"}


def broken_links(law: Law) -> str:
    """The first broken link in words fit for a LawError, or an empty string."""
    return next(_broken(law), "")


def _broken(law: Law) -> Iterator[str]:
    yield from _authorities(law)
    yield from _duties(law)
    yield from _forums(law)
    yield from _moa(law)
    for record in law.remedies.values():
        where = f"remedies.toml: {record.id}"
        yield from _ids(law, f"{where}, field authorities", record.authorities)
        yield from _period(law, f"{where}, field answer", record.answer)
        yield from _text(law, f"{where}, field inadequate", record.inadequate, PARTY_WORDS)
    yield from _kinds(law)
    for state in law.participation.values():
        yield from _ids(law, f"participation.toml: {state.id}, field authorities", state.authorities)


def _kinds(law: Law) -> Iterator[str]:
    for kind in law.kinds.values():
        where = f"kinds.toml: {kind.id}"
        yield from _ids(law, f"{where}, field bars", kind.bars)
        yield from _ids(law, f"{where}, field door_authorities", kind.door_authorities)
        for circuit, bar in kind.circuits.items():
            yield from _ids(law, f"{where}, field circuits.{circuit}", (bar.authority,))
        for field, what, table in (("duties", "duty", law.duties),
                                   ("channels", "remedy", law.remedies)):
            for name in getattr(kind, field):
                if name not in table:
                    yield _missing(f"{where}, field {field}", what, name)
        patterns = [kind.offices, kind.known_by, *(fact.words for fact in kind.facts)]
        yield from (f"{where}: {why}" for one in patterns if (why := _pattern(one)))
        if bool(kind.vehicles) == bool(kind.door):
            yield f"{where}: a kind has vehicles or a door, and not both; correct it."


def _authorities(law: Law) -> Iterator[str]:
    for record in law.authorities.values():
        where = f"authorities: {record.id}"
        yield from _ids(law, f"{where}, field travels_with", record.travels_with)
        if (record.kind is AuthorityKind.CASE) != bool(record.name):
            yield f"{where}, field name: only a case has a name, and it must; correct kind or name."


def _duties(law: Law) -> Iterator[str]:
    for duty in law.duties.values():
        where = f"duties: {duty.id}"
        yield from _ids(law, f"{where}, field authorities", duty.authorities)
        if duty.framework and duty.framework[0].startswith(BLOCK):
            yield f"{where}, field framework: a block quotation needs a sentence before it."
        for n, text in enumerate(duty.framework):
            yield from _text(law, f"{where}, field framework.{n}", text, PARTY_WORDS)
        for field, texts in (("choices", tuple(one.told for one in duty.choices)), ("weak_points", duty.weak_points)):
            for n, text in enumerate(texts):
                yield from _text(law, f"{where}, field {field}.{n}", text, PARTY_WORDS)
        for field in ("statement", "discrete"):
            yield from _text(law, f"{where}, field {field}", getattr(duty, field), PARTY_WORDS)


def _forums(law: Law) -> Iterator[str]:
    for forum in law.forums.values():
        where = f"forums: {forum.id}"
        yield from _ids(law, f"{where}, field authorities", forum.authorities)
        for key, one in forum.variants.items():
            yield from _ids(law, f"{where}, field variants.{key}.venue", (one.venue,))
            for text in (one.title, *one.jurisdiction):
                yield from _text(law, f"{where}, field variants.{key}", text, PARTY_WORDS)
        for field in ("signing", "elements_authority"):
            one_id = tuple(filter(None, (getattr(forum, field),)))
            yield from _ids(law, f"{where}, field {field}", one_id)
        for field in ("records", "limitation"):
            yield from _period(law, f"{where}, field {field}", getattr(forum, field))
        for field in forum.unconfirmed:
            if field not in Forum.model_fields:
                yield f'{where}, field unconfirmed: a forum has no field "{field}"; correct it.'
        for field in ("title", "subtitle"):  # filled before the parties are known
            yield from _text(law, f"{where}, field {field}", getattr(forum, field), frozenset())
        texts = [
            *((f"caption.{n}", text) for n, text in enumerate(forum.caption)),
            *((f"jurisdiction.{n}", text) for n, text in enumerate(forum.jurisdiction)),
            *((f"notice.{n}", text) for n, text in enumerate(forum.notice)),
            *((f"elements.{one.id}", one.text) for one in forum.elements),
            *((f"times.{n}", one.told) for n, one in enumerate(forum.times)),
            *((f"also_served.{n}", text) for n, one in enumerate(forum.also_served)
              for text in (one.name, one.rule)),
            ("venue", forum.venue),
            ("process", forum.process),
            *((f"choices.{n}", one.told) for n, one in enumerate(forum.choices)),
            ("caption_purpose", forum.caption_purpose),
            ("court_name", forum.court_name),
        ]
        for field, text in texts:
            yield from _text(law, f"{where}, field {field}", text, COURT_WORDS)


def _moa(law: Law) -> Iterator[str]:
    forms = law.moa_forms.values()
    topics = {clause.topic for form in forms for clause in form.clauses}
    seen: set[str] = set()
    for form in forms:
        where = f"moa: {form.id}"
        for clause in form.clauses:
            if clause.id in seen:
                yield f'{where}: the clause id "{clause.id}" is used twice; give one another id.'
            seen.add(clause.id)
            if clause.duty and clause.duty not in law.duties:
                yield _missing(f"{where}, clause {clause.id}, field duty", "duty", clause.duty)
        own = {clause.topic for clause in form.clauses}
        for topic in form.absent:
            if topic in own or topic not in topics:
                yield (
                    f'{where}, field absent: "{topic}" must be a topic of another form and not '
                    "of this one; correct the list."
                )
    for adverse in law.adverse_clauses.values():
        if why := _pattern(adverse.pattern):
            yield f"adverse.toml: {adverse.id}, field pattern: {why}"


def _pattern(pattern: str) -> str:
    """What is wrong with a pattern; empty if it can be used."""
    try:
        re.compile(pattern)
    except re.error as error:
        return f"{error}; correct the pattern."
    return ""


def _period(law: Law, where: str, period: Period | None) -> Iterator[str]:
    if period is not None:
        yield from _ids(law, where, (period.authority,))


def _ids(law: Law, where: str, ids: tuple[str, ...]) -> Iterator[str]:
    for one in ids:
        if one not in law.authorities:
            yield _missing(where, "authority", one)


def _text(law: Law, where: str, text: str, words: frozenset[str]) -> Iterator[str]:
    for name in names(text):
        if name in words:
            continue
        record = law.authorities.get(name.removeprefix("quote:"))
        if record is None:
            yield _missing(where, "word or authority", name)
        elif name.startswith("quote:") and not record.quotation:
            yield f"{where}: {record.id} holds no quotation; add it or cite without quoting."


def _missing(where: str, what: str, name: str) -> str:
    return f'{where}: there is no {what} "{name}"; add the record or correct the name.'
