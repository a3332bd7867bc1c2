"""Section 6: the authorities printed in the opening paper, and those that travel with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from drafter.checks import Note
from drafter.checks.reading import duty_authorities, entry, untried
from drafter.context.memo.reader import Reader, bare, curled, pilcrow, style
from drafter.law import Law
from drafter.law.records import Authority, AuthorityKind, Provenance
from drafter.law.texts import cite_text
from drafter.wording.dates import short_date
from drafter.wording.grammar import curl
from drafter.wording.text import Text

BOX = "☐"

_ORDER = tuple(AuthorityKind)
_PROVENANCE = {
    Provenance.SEEN: "seen",
    Provenance.SEEN_UNPLACED: "seen; the page must be found again",
    Provenance.MEMORY: "from memory: prints as a bracket only",
    Provenance.INFERENCE: "our reading: never leaves this memo",
}

_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    """An authority: where it prints, for what, how well it is known, and the box to tick."""

    cite: Text
    where: str
    proposition: Text
    provenance: Text
    marks: str
    box: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source that was read, by the key that the tables use."""

    key: str
    source: Text


@dataclass(frozen=True, slots=True)
class AuthorityTables:
    """What the opening paper prints, what must be read with it, and the duties of one’s own."""

    printed: tuple[AuthorityRow, ...]
    none: str
    beside: tuple[AuthorityRow, ...]
    own: tuple[AuthorityRow, ...]
    read: tuple[SourceRow, ...]


def authority_tables(
    reader: Reader, notes: tuple[Note, ...], sections: Mapping[str, str]
) -> AuthorityTables:
    """The table of authorities: those of the opening paper, and every other that is named.

    Args:
        reader: the matter and its opening paper.
        notes: what the checks found.
        sections: the words of the other sections of the memo, by their numbers.
    """
    law = reader.matter.law.authorities
    where = printed_in(reader)
    novel = _novel(reader)
    beside = {one: why for one, why in _beside(reader, notes, where).items() if one not in where}
    texts = {f"section {number}": words for number, words in sections.items()}
    texts |= {title: "\n".join(lines) for title, lines in reader.opening.others.items()}
    for name, places in named_in(reader, texts).items():
        if name not in where:
            why = (beside.get(name, ""), f"printed in {', '.join(places)}")
            beside[name] = "; ".join(one for one in why if one)
    printed = sorted((law[one] for one in where), key=_key)
    others = sorted((law[one] for one in beside), key=_key)
    keys: dict[str, str] = {}
    for one in (*printed, *others):
        keys.setdefault(_source(one), f"S{len(keys) + 1}")
    return AuthorityTables(
        printed=tuple(
            _row(one, "; ".join(where[one.id]), keys, novel=one.id in novel) for one in printed
        ),
        none="" if printed else "The opening paper prints no authority that our records hold.",
        beside=tuple(_row(one, beside[one.id], keys, novel=False) for one in others),
        own=_own(reader),
        read=tuple(SourceRow(key, curled(source)) for source, key in keys.items()),
    )


def _key(one: Authority) -> tuple[int, str, str]:
    return _ORDER.index(one.kind), one.name, one.id


def _source(one: Authority) -> str:
    if one.provenance is Provenance.MEMORY:
        return one.source
    return f"{one.source}; read on {short_date(one.read_on)} by {one.read_by}"


def _row(one: Authority, where: str, keys: Mapping[str, str], *, novel: bool) -> AuthorityRow:
    marks = [word for word, there in (("A", one.adverse), ("N", novel)) if there]
    note = f" {one.note}" if one.note else ""
    return AuthorityRow(
        cite=cite_text(one),
        where=where,
        proposition=curled(f"{one.proposition}{note}"),
        provenance=curled(
            f"{_PROVENANCE[one.provenance]}{incomplete(one)} ({keys[_source(one)]})"
        ),
        marks=" ".join(marks),
        box=f"{BOX} ______",
    )


def incomplete(one: Authority) -> str:
    """What to say of a case whose citation has neither a reporter nor a docket number."""
    bare_case = one.kind is AuthorityKind.CASE and one.cite.startswith("(")
    return "; citation incomplete: find the docket number before it is cited" if bare_case else ""


def printed_in(reader: Reader) -> dict[str, list[str]]:
    """Ids of the authorities that the opening paper prints, with the places.

    The longest citation is looked for first and struck out when found, so that a subsection is
    not taken for its section.
    """
    places: dict[str, list[str]] = {}
    numbers: dict[str, list[str]] = {}
    lines = [(_place(line.style, line.number), _flat(line.text)) for line in _numbered(reader)]
    whole = _tokens("\n".join(text for _, text in lines))
    for record, printed, tokens in _longest_first(reader.matter.law):
        if not tokens <= whole:  # nearly all: to look through each line would cost a tenth of a packet
            continue
        cite = _cite(printed)
        for n, (place, text) in enumerate(lines):
            left = cite.sub("\u2020", text) if printed in text else text
            if left != text:
                lines[n] = (place, left)
                (numbers if place.isdigit() else places).setdefault(record.id, []).append(place)
    found = {*numbers, *places}
    return {
        one: [*([pilcrow(numbers[one])] if one in numbers else []),
              *dict.fromkeys(places.get(one, []))]
        for one in reader.matter.law.authorities if one in found
    }


def named_in(reader: Reader, texts: Mapping[str, str]) -> dict[str, list[str]]:
    """Ids of the authorities that some texts name, each with the titles of those texts."""
    left = {title: _flat(text) for title, text in texts.items()}
    whole = _tokens("\n".join(left.values()))
    found: dict[str, list[str]] = {}
    for record, printed, tokens in _longest_first(reader.matter.law):
        if not tokens <= whole:
            continue
        for title, text in left.items():
            if printed in text:
                rest = _cite(printed).sub("\u2020", text)
                if rest != text:
                    left[title] = rest
                    found.setdefault(record.id, []).append(title)
    for record, name, tokens in _by_name(reader.matter.law):
        if not tokens <= whole:
            continue
        for title, text in left.items():
            if name in text and _name(name).search(text):
                places = found.setdefault(record.id, [])
                places += [] if title in places else [title]
    return found


@lru_cache(maxsize=4)
def _by_name(law: Law) -> tuple[tuple[Authority, str, frozenset[str]], ...]:
    """Every authority that goes by a short name, with its name and the words of it; made once."""
    named = ((one, one.short.partition(",")[0]) for one in law.authorities.values())
    return tuple((one, name, _tokens(name)) for one, name in named if name)


@lru_cache(maxsize=1_000)
def _name(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name)}\b")


@lru_cache(maxsize=4)
def _longest_first(law: Law) -> tuple[tuple[Authority, str, frozenset[str]], ...]:
    """Every authority with its citation as printed, and the words of that; made once."""
    printed = [(one, _printed(one)) for one in law.authorities.values()]
    printed.sort(key=lambda pair: (-len(pair[1]), pair[0].id))
    return tuple((one, text, _tokens(text)) for one, text in printed)


def _tokens(text: str) -> frozenset[str]:
    """The words and numbers of a text: one that lacks a token of a citation cannot hold it."""
    return frozenset(_TOKEN.findall(text))


@lru_cache(maxsize=1_000)
def _cite(printed: str) -> re.Pattern[str]:
    """The pattern of a citation, made when one that the law holds is met."""
    return re.compile(re.escape(printed) + r"(?!\w)")


def _numbered(reader: Reader) -> Iterator[_Line]:
    """The lines of the opening paper; one without a number belongs to the one before it."""
    last = ""
    for line in reader.opening.lines:
        last = line.number or last
        name = style(line.style)
        if name == "captiontitle":
            yield _Line(name, "", line.text)
        else:
            yield _Line(name, last, line.text)


@dataclass(frozen=True, slots=True)
class _Line:
    style: str
    number: str
    text: str


def _place(name: str, number: str) -> str:
    if name == "captiontitle":
        return "title"
    if not number:
        return "front"
    shown = bare(number)
    if shown.isdigit() or shown.lower().startswith("count"):
        return shown
    return f"Prayer {shown}"


def _printed(one: Authority) -> str:
    return _flat(cite_text(one).plain)


def _flat(text: str) -> str:
    return " ".join(curl(text).replace("\u00a0", " ").split())


def _beside(
    reader: Reader, notes: tuple[Note, ...], printed: Iterable[str]
) -> dict[str, str]:
    """What must be read with the paper, and why: companions, duties, notes, adverse law."""
    law, forum = reader.matter.law.authorities, reader.matter.forum
    why: dict[str, list[str]] = {}
    roots = [(one, f"duty “{duty.id}”") for duty in reader.case.duties
             for one in duty_authorities(reader.matter, duty)]
    roots += [(one, "this court") for one in (forum.elements_authority, *forum.authorities)]
    roots = [(one, reason) for one, reason in roots if one in law]
    named = [(one, f"note {note.id}") for note in notes for one in reader.here(note.sources)]
    for one, reason in (*roots, *named):
        why.setdefault(one, []).append(reason)
    waiting = [*printed, *(one for one, _ in roots)]
    seen = set(waiting)
    while waiting:
        one = waiting.pop(0)
        for other in law[one].travels_with:
            why.setdefault(other, []).append(f"goes with {law[one].short or cite_text(law[one]).plain}")
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    here = {forum.circuit, forum.system} - {""}
    kind = reader.case.matter.kind or ""
    for record in law.values():
        ours = bool(record.kinds) or not reader.matter.appellate  # most bind officers, not courts
        if record.adverse and here & set(record.courts) and _met(record, kind) and ours:
            why.setdefault(record.id, []).append("adverse in this court")
    return {one: "; ".join(_few(reasons)) for one, reasons in why.items()}


def _met(record: Authority, kind: str) -> bool:
    return not record.kinds or not kind or kind.startswith(record.kinds)


def _few(reasons: list[str]) -> list[str]:
    unique = list(dict.fromkeys(reasons))
    return unique if len(unique) <= 4 else [*unique[:4], "and more"]


def _novel(reader: Reader) -> frozenset[str]:
    """Sources of duties that no known decision has enforced, as the catalogue says."""
    found: set[str] = set()
    for duty in reader.case.duties:
        record = entry(reader.matter, duty)
        if record is not None and untried(reader.matter, duty):
            found.update(record.authorities[:1])
    return frozenset(found)


def _own(reader: Reader) -> tuple[AuthorityRow, ...]:
    """Authorities that the attorney gave for duties outside the catalogue."""
    return tuple(
        AuthorityRow(
            cite=curled(duty.cite),
            where=reader.where(f"duties.{n}"),
            proposition=curled(f"duty “{duty.id}”"),
            provenance=Text.of("given in the case file; prints in a bracket until confirmed"),
            marks="",
            box=f"{BOX} ______",
        )
        for n, duty in enumerate(reader.case.duties)
        if duty.cite is not None and entry(reader.matter, duty) is None
    )

