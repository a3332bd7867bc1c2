"""Section 3: each element of the claim, where it is pleaded, what shows it, and what is wanting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.case import Duty, Level, ReliefKind, Respondent, RespondentType, known
from drafter.checks import Note, Severity
from drafter.checks.naming import called
from drafter.checks.reading import entry, is_federal
from drafter.context.memo.reader import NO_BREAK, Reader, curled, pilcrow
from drafter.context.memo.standing import standing_points, weak_standing
from drafter.law.texts import fill
from drafter.wording.grammar import curl
from drafter.wording.text import Text

OK = "ok"
_UNTIED = "JUR020"
_BARS = ("usc-8-1252-g", "usc-8-1252-a-2-b-ii", "usc-5-701-a-2")
_PENDING = "usc-8-1429"
_UNREPORTED = re.compile(r"(v\. [^();.:]*[^();.:\d\s]) \(([^()]*\b\d{4})\)")


@dataclass(frozen=True, slots=True)
class ElementRow:
    """An element: paragraphs, exhibits, and the gap."""

    element: Text
    paragraphs: str
    exhibits: str
    gap: str


@dataclass(frozen=True, slots=True)
class WeakPoints:
    """What the other side will say of one duty."""

    duty: Text
    words: Text  # the operative words, as the source has them
    points: tuple[Text, ...]


_AGREEMENT = "287(g)"  # words of a weakness that only such an agreement has


class ElementMap:
    """Builds the rows; knows the notes and blanks that bear on a paragraph."""

    def __init__(self, reader: Reader, notes: tuple[Note, ...]) -> None:
        self._reader = reader
        self._notes = [n for n in notes if n.dismissed is None]
        self._where = {id(n): reader.where(n.field) for n in self._notes}

    def rows(self) -> tuple[ElementRow, ...]:
        """All elements, from jurisdiction to relief."""
        case, reader = self._reader.case, self._reader
        if reader.matter.appellate:
            return self._appellate()
        rows = self._court()
        for duty in case.duties:
            rows += self._duty(duty)
        if not case.duties:
            rows.append(self.row("The duty: source, words, act", ["duty-none"], "no duty is chosen"))
        weighed = [one for one in reader.opening.numbers if one.startswith("delay-")]
        if weighed:
            rows.append(self.row("The six considerations of delay", weighed))
        efforts = [one for d in case.demands for one in d.paragraphs]
        rows += [
            self.row("Demand, refusal or silence", [*efforts, "silence"],
                     "" if efforts else "no demand is recorded", "DEM"),
            self.row("No other adequate remedy", ["c2-remedy", *self._remedies()],
                     "" if self._remedies() else "no other remedy is answered", "EXH"),
        ]
        rows += [self._standing(n) for n in range(len(case.petitioners))]
        if not case.petitioners:
            rows.append(self.row("Standing", [], "no petitioner is named"))
        rows += [self._officer(r) for r in case.respondents]
        if not case.respondents:
            rows.append(self.row("Officer with power over the act", [], "no respondent is named"))
        rows += self._relief()
        how = {"oath": "by oath", "perjury": "under penalty of perjury"}.get(reader.matter.forum.verification)
        if how:
            swears = [v.petitioner for v in case.verification]
            rows.append(self.row(
                f"Verification {how}", [],
                "" if swears else "nobody is recorded as swearing", "FRM"))
        return tuple(rows)

    def _appellate(self) -> tuple[ElementRow, ...]:
        """A petition to a court of appeals: its four parts, and the elements of the writ."""
        reader, below = self._reader, self._reader.case.proceeding
        issues = [f"issue-{n + 1}" for n in range(len(below.issues) if below else 0)]
        marks: dict[str, list[str]] = {}
        for n, reason in enumerate(below.reasons if below else ()):
            marks.setdefault(reason.element or "", []).extend(
                f"reason-{n + 1}-{m + 1}" for m in range(len(reason.says)))
        if "no-other-remedy" in marks:
            marks["no-other-remedy"].extend(self._remedies())
        return (
            self.row("Authority to issue the writ", ["jurisdiction"]),
            self.row("Relief sought", ["relief-sought"]),
            self.row("Issues presented", issues, "" if issues else "no issue is told"),
            self.row("Order complained of, or motion not ruled on", ["stands"]),
            *(self.row(one.heading, marks.get(one.id, []),
                       "" if one.id in marks else "no reason is given for it")
              for one in reader.matter.forum.elements),
            self.row("What was asked of the court below", [r.id for r in reader.case.remedies],
                     "" if reader.case.remedies else "nothing was asked of it since"),
            self.row("What the wait costs", [h.id for h in reader.case.harms],
                     "" if reader.case.harms else "no harm is told"),
        )

    def _court(self) -> list[ElementRow]:
        reader = self._reader
        venue = [f"venue-{n}" for n in range(max(1, len(reader.case.forum.venue)))]
        gap = "" if reader.case.forum.venue else "no fact fixes venue"
        rows = [self.row("Jurisdiction", ["jurisdiction", "jurisdiction-mandamus",
                                          "jurisdiction-2", "jurisdiction-3"])]
        if is_federal(reader.matter):
            rows += [
                self.row("Waiver of immunity", ["waiver"]),
                self.row("Known bars met", ["limits", *self._pending()], self._bars()),
            ]
        rows.append(self.row("Venue", venue, gap))
        if reader.number("notice"):
            rows.append(self.row("Notice before the application", ["notice"]))
        return rows

    def _pending(self) -> list[str]:
        """Marks of the paragraphs that meet the bar of a pending removal proceeding."""
        law = self._reader.matter.law.authorities[_PENDING].cite
        told = {number for number, text in self._reader.lines.items()
                if law in text.replace(NO_BREAK, " ")}
        return [mark for mark in self._reader.opening.numbers if self._reader.number(mark) in told]

    def _bars(self) -> str:
        """The bars on review that the opening paper does not answer by name."""
        if self._reader.matter.vehicle == "federal-naturalization":
            return ""  # they bar review of other acts than this one
        law, whole = self._reader.matter.law.authorities, " ".join(
            one.text.replace(NO_BREAK, " ") for one in self._reader.opening.lines)
        silent = [law[one].cite for one in _BARS if one in law and law[one].cite not in whole]
        return f"not answered by name: {', '.join(silent)}" if silent else ""

    def _duty(self, duty: Duty) -> list[ElementRow]:
        reader, name = self._reader, duty.id
        record = entry(reader.matter, duty)
        law = [f"law-{name}-{n + 1}" for n in range(len(record.framework))] if record else []
        source = "" if record or (duty.cite and duty.words) else "no source, or no exact words"
        act = "" if known(duty.act) else "no discrete act"
        clauses = [f"clause-{one}" for one in duty.clauses]
        rows = [
            self.row(f"“{name}”: source and words", [*law, f"duty-{name}"], source),
            self.row(f"“{name}”: one act, required", [f"discrete-{name}", f"required-{name}"], act),
            self.row(f"“{name}”: not done", _marks("neglect", name, duty.neglect),
                     "" if duty.neglect else "nothing says how it was not done"),
            self.row(f"“{name}”: owed to {_those(reader)}", _marks("owed", name, duty.owed),
                     "" if duty.owed else "no fact puts them within the class protected"),
            self.row(f"“{name}”: no judgment left", _marks("judgment", name, duty.no_judgment),
                     "" if duty.no_judgment else "not pleaded"),
        ]
        if clauses:
            unused = [m for m in clauses if not reader.number(m)]
            rows.append(self.row(f"“{name}”: agreement as evidence", clauses,
                                 "a clause it leans on is not pleaded" if unused else ""))
        return rows

    def _remedies(self) -> list[str]:
        case = self._reader.case
        return [
            *(f"remedy-{r.id}" for r in case.remedies if r.inadequate),
            *(f"remedy-not-tried-{n}" for n, r in enumerate(case.remedies_not_tried) if r.plead),
        ]

    def _standing(self, index: int) -> ElementRow:
        case = self._reader.case
        party = case.petitioners[index]
        harms = [h for h in case.harms if h.petitioner == party.id]
        gap = ""
        if not harms:
            gap = "no harm is told"
        elif not any(h.continuing for h in harms):
            gap = "no harm is recorded as continuing or likely to recur"
        elif not any(h.redress for h in case.harms):
            gap = "nothing says how the order would help"
        weak = weak_standing(self._reader, party, frozenset(
            case.harms[int(n.field.split(".")[1])].id for n in self._notes if n.id == _UNTIED))
        gap = "; ".join(one for one in (gap, *weak) if one)
        return self.row(f"Standing: {party.short or party.name}",
                        [f"petitioner-{party.id}", *(h.id for h in harms)], gap)

    def _officer(self, respondent: Respondent) -> ElementRow:
        gap = ""
        if respondent.type is RespondentType.OFFICER and not respondent.power:
            gap = "nothing says why this office can do the act"
        level = "" if respondent.level is Level.FEDERAL else f" ({respondent.level.value})"
        return self.row(f"Power over the act: {called(respondent)}{level}",
                        [f"respondent-{respondent.id}"], gap)

    def _relief(self) -> list[ElementRow]:
        reader, rows = self._reader, []
        for relief in reader.case.relief:
            if relief.kind is not ReliefKind.WRIT:
                continue
            wanting = [
                word for word, there in (
                    ("actor", relief.actors), ("act", known(relief.act) or relief.either),
                    ("deadline", relief.when or known(relief.days) or known(relief.hours)),
                    ("duty", relief.duties),
                ) if not there
            ]
            letter = reader.number(f"relief-{relief.id}")
            rows.append(ElementRow(
                Text.of("The command: actor, act, deadline"),
                f"Prayer {letter}" if letter else "", "",
                f"no {' and no '.join(wanting)}" if wanting else OK,
            ))
        if not rows:
            rows.append(ElementRow(Text.of("The command: actor, act, deadline"), "", "",
                                   "the prayer asks for no writ"))
        return rows

    def row(
        self, element: str, marks: Sequence[str], gap: str = "", family: str = ""
    ) -> ElementRow:
        """One row: its gap is what the case lacks, the blanks that print there, and the notes."""
        reader = self._reader
        numbers = reader.numbers(marks)
        parts = [gap] if gap else []
        if not gap and marks and not numbers:
            parts.append("not pleaded")
        labels = list(dict.fromkeys(b for n in numbers for b in reader.blanks_in.get(n, [])))
        parts += [f"blank: {label}" for label in labels]
        if ids := self._bearing(numbers, family):
            parts.append(f"see {', '.join(ids)}")
        return ElementRow(
            element=curled(element),
            paragraphs=pilcrow(numbers),
            exhibits=reader.shown_by(marks),
            gap=curl("; ".join(parts)) or OK,
        )

    def _bearing(self, numbers: Iterable[str], family: str) -> list[str]:
        places = {pilcrow([n]) for n in numbers}
        return list(dict.fromkeys(
            n.id for n in self._notes
            if n.severity is not Severity.INFO
            and (self._where[id(n)] in places or (family and n.id.startswith(family)))
        ))


def _marks(part: str, duty: str, statements: tuple[object, ...]) -> list[str]:
    return [f"{part}-{duty}-{n + 1}" for n in range(max(1, len(statements)))]


def weak_points(reader: Reader) -> tuple[WeakPoints, ...]:
    """The weak points of each duty, as the catalogue has them, and those of the forum."""
    found: list[WeakPoints] = []
    for duty in reader.case.duties:
        record = entry(reader.matter, duty)
        if record is None:
            found.append(WeakPoints(
                curled(f"“{duty.id}”"), Text.of("“", curl(duty.words), "”") if duty.words else Text(),
                (Text.of("Not in the catalogue: nobody has weighed its words. Read the source, and "
                         "look for what it leaves to judgment and to whom it is owed."),)))
        elif record.weak_points or record.note:
            points = [*record.weak_points, *([record.note] if record.note else [])]
            found.append(WeakPoints(
                curled(f"“{duty.id}”: {record.title}"), Text.of("“", curl(record.words), "”"),
                tuple(fill(one, reader.matter.law, {}) for one in points)))
    attacks = () if reader.matter.appellate else standing_points(reader)
    if attacks:
        found.append(WeakPoints(Text.of("standing"), Text(), attacks))
    if said := _of_this_court(reader):
        found.append(WeakPoints(curled(f"In this court: {reader.matter.forum.name}"), Text(),
                                tuple(curled(marked(one)) for one in said)))
    return tuple(found)


def _those(reader: Reader) -> str:
    """``this petitioner``, or ``these plaintiffs``."""
    label = reader.us.petitioner.lower()
    return f"these {label}s" if len(reader.case.petitioners) > 1 else f"this {label}"


def _of_this_court(reader: Reader) -> tuple[str, ...]:
    """What is known against us in this court; of agreements only where one is in the case."""
    kind = reader.case.matter.kind or ""
    ours = reader.case.moa is not None or kind.startswith("287g") or not kind
    return tuple(one for one in reader.matter.forum.adverse if ours or _AGREEMENT not in one)


def marked(words: str) -> str:
    """A case that is named without reporter or docket number is marked as incomplete."""
    return _UNREPORTED.sub(r"\1 (\2; citation incomplete)", words)
