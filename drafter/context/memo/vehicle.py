"""Section 2: why this vehicle, what else was considered, and what may be better."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.case import Case, Custody, Level, ReliefKind, RespondentType, known
from drafter.checks.kinds import kind_of
from drafter.checks.naming import called
from drafter.checks.phrases import PROHIBITION
from drafter.checks.reading import commands, entry, is_federal
from drafter.checks.vehicles import proposed
from drafter.context.memo.notes import sources
from drafter.context.memo.reader import Reader, curled
from drafter.law.records import Force, RemedyEntry
from drafter.wording.grammar import count_words, plural, series
from drafter.wording.text import Text

_RECORDS = re.compile(
    r"\b(?:produce|provide|disclose|furnish|turn over|make available)\b[^.;]{0,60}"
    r"\b(?:records?|documents?|files|logs?|videos?|data)\b",
    re.IGNORECASE,
)

_INJUNCTION = re.compile(r"\b(?:injuncti|restraining order)", re.IGNORECASE)
_RECORDS_ACT = "-records-production"
"""How the ids of duties end that are a records act's own: who pleads one is on that road already."""


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A choice made in the draft, the reason in the facts, and the law behind it."""

    choice: Text
    reason: Text
    law: Text


@dataclass(frozen=True, slots=True)
class RemedyRow:
    """Another remedy: where it stands, why it does not give the act, and its limits."""

    name: Text
    state: str
    reason: Text
    limits: Text


@dataclass(frozen=True, slots=True)
class BetterRow:
    """A remedy that may be better on these facts, and the fact that says so."""

    remedy: Text
    because: Text
    law: Text


@dataclass(frozen=True, slots=True)
class VehicleWords:
    """The vehicle and its neighbours."""

    choices: tuple[ChoiceRow, ...]
    better: tuple[BetterRow, ...]
    no_better: str
    remedies: tuple[RemedyRow, ...]
    unspoken: Text


def vehicle_words(reader: Reader) -> VehicleWords:
    """Why this vehicle, and what else there is."""
    better = better_remedies(reader)
    return VehicleWords(
        choices=_choices(reader),
        better=better,
        no_better="" if better else "Nothing in these facts points to a remedy that is plainly "
        "better. Ask again when the facts change: custody, records, money and a wish to forbid each "
        "have a remedy of their own.",
        remedies=(*_tried(reader), *_not_tried(reader)),
        unspoken=_unspoken(reader),
    )


def paper_name(reader: Reader) -> str:
    """``federal complaint`` or ``state petition``."""
    return _spoken(reader.matter.vehicle)


def _spoken(vehicle: str) -> str:
    words = vehicle.replace("-", " ")
    return words if words.endswith(("complaint", "petition")) else f"{words} petition"


def _choices(reader: Reader) -> tuple[ChoiceRow, ...]:
    law = reader.matter.law.authorities
    if reader.matter.appellate:
        return (*_proposed(reader), *_kind(reader))
    rows = [*_proposed(reader), *_kind(reader),
            *(_federal(reader) if is_federal(reader.matter) else _state(reader))]
    for duty in reader.case.duties:
        record = entry(reader.matter, duty)
        act = known(duty.act) or (record.act if record else "")
        choice = curled(f"Duty “{duty.id}”: {record.title if record else 'in the attorney’s words'}")
        if record is None:
            reason = Text.of("Not in the catalogue: its source and its words are yours to confirm.")
            rows.append(ChoiceRow(choice, reason, Text.of(duty.cite or "none named")))
            continue
        ground = (
            "It has a source besides the agreement." if reader.case.moa else ""
        ) if record.independent else (
            "It rests on the agreement alone, which as a rule gives outsiders no right."
        )
        force = "none" if record.force is Force.NONE else record.force.value
        reason = curled(
            f"One act is asked: to {act.rstrip('.')}. Force of the words on their text: {force}. "
            f"{ground}".rstrip()
        )
        rows.append(ChoiceRow(choice, reason, sources(
            reader, [one for one in record.authorities if one in law])))
    if not reader.case.duties:
        rows.append(ChoiceRow(
            Text.of("No duty chosen"),
            Text.of("The facts do not yet show one act that one officer must do. Until they do, "
                    "the vehicle follows from the court alone."),
            Text(),
        ))
    return tuple(rows)


def _proposed(reader: Reader) -> list[ChoiceRow]:
    """The vehicle that the facts call for, and whether it is the one taken."""
    found = proposed(reader.matter)
    if found is None:
        return []
    taken = found.vehicle == reader.matter.vehicle
    name = _spoken(found.vehicle)
    return [ChoiceRow(
        Text.of(f"The facts call for: {name}" + ("" if taken else f" (this draft: {paper_name(reader)})")),
        curled(" ".join(found.reasons)),
        sources(reader, found.authorities),
    )]


def _federal(reader: Reader) -> list[ChoiceRow]:
    officers = _names(reader.case, federal=True)
    hearing = reader.matter.vehicle == "federal-naturalization"
    rows = [
        ChoiceRow(
            Text.of("The statute’s own hearing first, mandamus in the alternative"),
            Text.of("The court may determine the application or send it back with instructions; "
                    "mandamus could ask for a decision and no more."),
            sources(reader, ["usc-8-1447-b", "usc-28-1361", "frcp-8-d"]),
        ),
    ] if hearing else [
        ChoiceRow(
            Text.of("A complaint, not a petition"),
            Text.of("The old writ is gone from the district courts; its relief is asked for in an "
                    "ordinary action."),
            sources(reader, ["frcp-81-b", "usc-28-1361"]),
        ),
        ChoiceRow(
            Text.of("Agency action withheld first, mandamus in the alternative"),
            Text.of("Both ask for one act that is required. Where the first claim is an adequate "
                    "remedy, the second ends; pleaded in the alternative, it costs little."),
            sources(reader, ["usc-5-706-1", "usc-5-555-b", "frcp-8-d",
                             reader.matter.forum.elements_authority]),
        ),
    ]
    if officers:
        rows.append(ChoiceRow(
            Text.of("Officers of the United States"),
            Text.of("The mandamus count reaches federal officers, employees and agencies. "
                    "Sued here: ", officers, "."),
            sources(reader, ["usc-28-1361"]),
        ))
    if local := _names(reader.case, federal=False):
        rows.append(ChoiceRow(
            Text.of("Respondents who are not federal"),
            Text.of(local, ": the federal mandamus statute does not reach them. Decide whether "
                    "each stays, and under what other claim."),
            sources(reader, ["usc-28-1361", "usc-8-1357-g-7"]),
        ))
    return rows


def _state(reader: Reader) -> list[ChoiceRow]:
    local = _names(reader.case, federal=False)
    reason = Text.of("The act is asked of officers whom federal mandamus does not reach")
    reason = Text.of(reason, ": ", local, ".") if local else Text.of(
        "The court in the case file is a state court. No officer has been named yet.")
    rows = [ChoiceRow(
        Text.of("The State’s own writ"), reason,
        sources(reader, [reader.matter.forum.elements_authority, "usc-28-1361"]),
    )]
    if federal := _names(reader.case, federal=True):
        rows.append(ChoiceRow(
            Text.of("Respondents who are federal"),
            Text.of(federal, ": a state court cannot command a federal officer. Move that claim to "
                    "a federal court."),
            sources(reader, ["usc-28-1442-a-1"]),
        ))
    if reader.case.moa is not None:
        rows.append(ChoiceRow(
            Text.of("Removal is likely to be tried"),
            Text.of("An officer who says that he acted under the agreement may remove the case. "
                    "Federal courts have gone both ways on remand. Plead state duties, and say that "
                    "they stand without the agreement."),
            sources(reader, ["usc-28-1442-a-1", "usc-8-1357-g-8"]),
        ))
    return rows


def _names(case: Case, *, federal: bool) -> Text:
    names = [
        "the United States" if r.type is RespondentType.UNITED_STATES else called(r)
        for r in case.respondents
        if (r.level is Level.FEDERAL) is federal
    ]
    return series([curled(name) for name in names]) if names else Text()


def better_remedies(reader: Reader) -> tuple[BetterRow, ...]:
    """Remedies that these facts call for, whatever the vehicle."""
    remedies = reader.matter.law.remedies
    return tuple(
        BetterRow(_name(remedies[one]), curled(because), sources(reader, remedies[one].authorities))
        for one, because in _better(reader)
    )


def better_names(reader: Reader) -> tuple[Text, ...]:
    """The names of those remedies as they stand in a sentence."""
    remedies = reader.matter.law.remedies
    return tuple(curled(remedies[one].name) for one in dict(_better(reader)))


def _better(reader: Reader) -> Iterator[tuple[str, str]]:
    """Ids of better remedies, and the fact that calls for each."""
    case = reader.case
    held = [n for n, p in enumerate(case.petitioners) if known(p.custody) is Custody.HELD]
    for n in held:
        person = case.petitioners[n]
        yield "habeas", (
            f"{person.short or person.name} is held now ({reader.where(f'petitioners.{n}')}). Draft "
            "it first, or write down why it would not serve."
        )
    records = [p.field for p in commands(reader.matter) if _RECORDS.search(p.text)]
    if records and not any((one.catalogue or "").endswith(_RECORDS_ACT) for one in case.duties):
        yield "foia" if is_federal(reader.matter) else "state-records", (
            f"{_wheres(reader, records)} may be read as asking for records. A records act is the "
            "road for records; keep the words only if the paper proves an act."
        )
    motion = known(reader.case.proceeding.motion) if reader.case.proceeding else None
    if motion is not None and _INJUNCTION.search(motion):
        yield "appeal-of-refusal", (
            f"The motion asks for an injunction ({reader.paragraphs(['stands']) or 'the proceeding'}). If the wait has in "
            "effect refused it, the refusal can be appealed and the writ is not needed. Decide whether to "
            "note an appeal beside the petition."
        )
    forbidding = [p.field for p in commands(reader.matter) if PROHIBITION.search(p.text)]
    if forbidding:
        yield "injunction", f"{_wheres(reader, forbidding)} forbids more than it commands."
    harms = [h for h in case.harms if not h.redress]
    if harms and all(h.continuing is False for h in harms):
        where = reader.paragraphs([h.id for h in harms]) or "see the case file"
        yield "damages", (
            f"Every harm told is past ({where}). A past wrong with nothing left to be done is a "
            "claim for money, and its clock runs."
        )
    elif not case.duties and not held and not reader.matter.appellate:
        yield "damages", (
            "No act still due is known. If what happened is over and will not happen again, the "
            "claim is for money. Fix its limitation and notice dates first."
        )


def _wheres(reader: Reader, fields: list[str]) -> str:
    return "; ".join(dict.fromkeys(reader.where(one) for one in fields))


def _name(record: RemedyEntry) -> Text:
    return curled(record.name[0].upper() + record.name[1:])


def _tried(reader: Reader) -> tuple[RemedyRow, ...]:
    rows: list[RemedyRow] = []
    for remedy in reader.case.remedies:
        record = reader.matter.law.remedies.get(remedy.channel)
        words = " ".join(one.say for one in remedy.inadequate)
        where = reader.paragraphs([remedy.id, f"remedy-{remedy.id}"])
        rows.append(RemedyRow(
            name=reader.say(remedy.step),
            state=f"tried ({where})" if where else "tried",
            reason=reader.say(words) if words else Text.of("Gap: no reason is recorded."),
            limits=_limits(reader, record),
        ))
    return tuple(rows)


def _not_tried(reader: Reader) -> tuple[RemedyRow, ...]:
    rows: list[RemedyRow] = []
    for n, other in enumerate(reader.case.remedies_not_tried):
        record = reader.matter.law.remedies.get(other.channel)
        where = reader.paragraphs([f"remedy-not-tried-{n}"])
        state = "asked for in this paper" if other.channel in _pleaded(reader) else "not tried"
        rows.append(RemedyRow(
            name=_name(record) if record and record.id != "other" else curled(other.channel),
            state=f"{state} ({where})" if where else f"{state}; not pleaded",
            reason=reader.say(other.reason),
            limits=_limits(reader, record),
        ))
    return tuple(rows)


def _limits(reader: Reader, record: RemedyEntry | None) -> Text:
    if record is None:
        return Text()
    mandatory = "The law demands this step before its own suit. " if record.mandatory else ""
    law = sources(reader, record.authorities)
    forum = reader.matter.forum
    local = [record.local_limits.get(one, "") for one in (forum.system, forum.circuit)]
    text = curled(" ".join(filter(None, (mandatory + record.limits, *local))))
    return Text.of(text, " " if text and law else "", law)


def _pleaded(reader: Reader) -> frozenset[str]:
    """Remedies that the opening paper itself asks for or has used."""
    used = {
        "demand-letter": bool(reader.case.demands),
        "apa": any(reader.number(f"count-{one}") for one in ("withheld", "delayed")),
        "declaratory": any(r.kind is ReliefKind.DECLARATION for r in reader.case.relief),
    }
    return frozenset(one for one, there in used.items() if there)


def _unspoken(reader: Reader) -> Text:
    """Channels in our table of which the case says nothing; none of them moves a court."""
    if reader.matter.appellate:
        return Text()
    named = {r.channel for r in reader.case.remedies}
    named |= {r.channel for r in reader.case.remedies_not_tried}
    rest = [r for r in reader.matter.law.remedies.values() if r.id not in named | {"other"}]
    rest = [r for r in rest if r.id not in _pleaded(reader) and _fits(reader, r)]
    if not rest:
        return Text()
    count = len(rest)
    return Text.of(
        f"The case file says nothing of {count_words(count)} other {plural(count, 'remedy')} in our "
        "table: ", series([curled(r.name) for r in rest]), ".",
    )


_OF_CONDUCT = frozenset({"conduct", "discrimination"})
_OF_CUSTODY = frozenset({"custody"})


def _fits(reader: Reader, record: RemedyEntry) -> bool:
    """Whether a channel can be thought of in a matter of this kind; where none is named, all can."""
    kind = kind_of(reader.matter)
    case, kinds = reader.case, set(record.kinds)
    if kind is None:
        return "delay" not in kinds or case.moa is None
    if record.id in kind.channels:
        return True
    held = any(known(one.custody) not in {None, Custody.NEVER} for one in case.petitioners)
    return not (
        "delay" in kinds
        or (kinds & (_OF_CONDUCT | {"agreement"}) and case.moa is None)
        or (kinds & _OF_CUSTODY and not held)
    )


def _kind(reader: Reader) -> list[ChoiceRow]:
    """What is known of such matters: who can act, how long others waited, what stands against."""
    kind = kind_of(reader.matter)
    if kind is None:
        return []
    who = f"Power over the act is usually with {kind.officers}." if kind.officers else ""
    reason = " ".join(filter(None, (who, kind.delay))) or "Nothing more is recorded of such matters."
    known_law = [one for one in kind.bars if one in reader.matter.law.authorities]
    return [ChoiceRow(curled(f"Kind of matter: {kind.name}"), curled(reason),
                      sources(reader, known_law) if known_law else Text())]
