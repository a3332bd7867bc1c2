"""How the memo speaks of the opening paper: by its printed numbers, letters and words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from drafter.case import Case
from drafter.checks.matter import Matter
from drafter.context.opening import OpeningFacts
from drafter.context.voice import Voice, voice
from drafter.law.records import Provenance
from drafter.law.texts import cite_text
from drafter.wording.grammar import curl
from drafter.wording.marks import inline
from drafter.wording.text import Blank, Cite, Mark, Ref, Span, Text

NO_BREAK = "\u00a0"

_STATEMENTS = {"neglect": "neglect", "owed": "owed", "no_judgment": "judgment"}
_SPACES = re.compile(r"\s+")
_SIGNATURE = "signature block"
_STEMS = {
    "events": "", "demands": "", "harms": "", "remedies": "", "petitioners": "petitioner-",
    "respondents": "respondent-", "real_parties": "real-party-", "relief": "relief-",
}
_WHOLES = {
    "counsel": ("", _SIGNATURE), "petitioners": ("", "caption"), "respondents": ("", "caption"),
    "relief": ("", "prayer"), "duties": ("duty-none", ""), "events": ("", "facts"),
    "demands": ("efforts-end", ""), "remedies": ("efforts-end", ""), "exhibits": ("", "exhibits"),
    "harms": ("", "facts"), "proceeding": ("proceeding", ""), "verification": ("", "verification"), "moa": ("moa", "agreement"),
}
_SIGNING = "frcp-11"
_FEDERAL_ONLY = ("frcp-", "usc-5-70")
_CAUTION = {
    Provenance.SEEN: "",
    Provenance.SEEN_UNPLACED: " (page to be found again)",
    Provenance.MEMORY: " (from memory: may not print)",
    Provenance.INFERENCE: " (our reading: stays in this memo)",
}


class Reader:
    """One matter and its printed opening paper, as the sections of the memo look at them.

    Args:
        matter: case, law and as-of date.
        opening: what the opening paper settled when printed.
        paper: the title of the opening paper.
    """

    def __init__(self, matter: Matter, opening: OpeningFacts, paper: str) -> None:
        self.matter = matter
        self.opening = opening
        self.paper = paper

    @property
    def case(self) -> Case:
        """The facts."""
        return self.matter.case

    @cached_property
    def us(self) -> Voice:
        """Party labels as the forum has them."""
        return voice(self.matter.case, self.matter.forum)

    @cached_property
    def lines(self) -> dict[str, str]:
        """The text of each numbered paragraph by its number."""
        return {
            bare(line.number): line.text
            for line in self.opening.lines
            if style(line.style) == "allegation"
        }

    @cached_property
    def exhibits_in(self) -> dict[str, list[str]]:
        """Labels of the exhibits cited in each paragraph, by its number."""
        found: dict[str, list[str]] = {}
        for exhibit, numbers in self.opening.cites.items():
            for number in numbers:
                found.setdefault(bare(number), []).append(self.opening.labels[exhibit])
        return found

    @cached_property
    def blanks_in(self) -> dict[str, list[str]]:
        """Labels of the blanks in each paragraph of the opening paper, by its number."""
        found: dict[str, list[str]] = {}
        for blank in self.opening.blanks:
            if blank.paper == self.paper:
                found.setdefault(bare(blank.paragraph), []).append(blank.label)
        return found

    def printed(self, style_name: str) -> int:
        """How many paragraphs of a style the opening paper has."""
        return sum(style(line.style) == style(style_name) for line in self.opening.lines)

    def number(self, mark: str) -> str:
        """The printed number of a mark without its full stop, or nothing."""
        return bare(self.opening.numbers.get(mark, ""))

    def numbers(self, marks: Iterable[str]) -> tuple[str, ...]:
        """The printed numbers of those marks that the opening paper prints, each once."""
        return tuple(dict.fromkeys(n for mark in marks if (n := self.number(mark))))

    def paragraphs(self, marks: Iterable[str]) -> str:
        """``¶ 12``, ``¶¶ 12-14, 20``, or nothing where none of the marks is printed."""
        return pilcrow(self.numbers(marks))

    def shown_by(self, marks: Iterable[str]) -> str:
        """``Exs. A, C``: exhibits cited in the paragraphs of some marks."""
        labels = sorted(
            {one for number in self.numbers(marks) for one in self.exhibits_in.get(number, [])},
            key=lambda one: (len(one), one),
        )
        return exhibits(labels)

    def cite(self, authority: str) -> Text:
        """A citation, with a caution where its record is less than seen."""
        record = self.matter.law.authorities[authority]
        return Text.of(cite_text(record), _CAUTION[record.provenance])

    def here(self, authorities: Iterable[str]) -> tuple[str, ...]:
        """The ids of a note that bear on this court.

        A state court has its own rule on signatures and does not sit under the Federal Rules of
        Civil Procedure or the federal act on agencies: those are left out there.
        """
        law, forum = self.matter.law.authorities, self.matter.forum
        if self.matter.vehicle != "state-petition":
            return tuple(one for one in authorities if one in law)
        own = (forum.signing if one == _SIGNING else one for one in authorities)
        return tuple(
            dict.fromkeys(one for one in own if one in law and not one.startswith(_FEDERAL_ONLY))
        )

    def plain(self, text: Text) -> Text:
        """Words of the opening paper for the memo: numbers and labels as printed, no fields."""
        return Text.of(*(self._span(span) for span in text.spans))

    def say(self, words: str) -> Text:
        """Words of the case file for the memo; spaces at the ends stay."""
        return self.plain(inline(_SPACES.sub(" ", words)))

    def _span(self, span: Span) -> Span:
        match span:
            case Ref(id=mark):
                return self.number(mark) or "(not printed)"
            case Cite(exhibit=exhibit, at=at):
                label = self.opening.label(exhibit) or f"exhibit “{exhibit}”"
                return f"{label} at {at}" if at else label
            case Mark():
                return ""
            case Blank(label=label):
                return f"[{label}]"
            case _:
                return span

    def where(self, field: str) -> str:
        """Where the opening paper prints a field of the case; else the path in the case file."""
        mark, extra = self.mark(field.split("."))
        if mark.startswith("relief-"):
            letter = self.number(mark)
            return f"Prayer {letter}" if letter else field
        if mark:
            return self.paragraphs([mark]) or extra or field
        return extra or field

    def mark(self, steps: list[str]) -> tuple[str, str]:
        """The mark of a field, and what else to say of it."""
        head, rest = steps[0], steps[1:]
        if not rest or not rest[0].isdigit():
            return self._whole(head, rest)
        items = getattr(self.case, head, ())
        index = int(rest[0])
        if not isinstance(items, tuple) or index >= len(items):
            return "", ""
        return self._item(head, index, rest[1:])

    def _whole(self, head: str, rest: list[str]) -> tuple[str, str]:
        match head, rest:
            case "matter", ["summary", n, *_]:
                mark, extra = f"summary-{int(n) + 1}", ""
            case "matter", ["kind", *_]:
                mark, extra = "", "the matter as a whole"
            case "forum", ["venue", n, *_]:
                mark, extra = f"venue-{n}", ""
            case "moa", ["clauses", n, *_]:
                mark, extra = self._clause(int(n))
            case "forum", [leaf, *_]:
                mark, extra = ("jurisdiction", "") if leaf == "court" else ("", "caption")
            case "moa", _:
                mark, extra = "moa-status" if rest[:1] and rest[0].startswith("status") else "moa", ""
            case _:
                mark, extra = _WHOLES.get(head, ("", ""))
        return mark, extra

    def _clause(self, index: int) -> tuple[str, str]:
        clauses = self.case.moa.clauses if self.case.moa else ()
        if index >= len(clauses):
            return "moa", ""
        clause = clauses[index]
        return f"clause-{clause.id}", f"agreement, section {clause.section}, page {clause.page}"

    def _item(self, head: str, index: int, rest: list[str]) -> tuple[str, str]:
        if head == "duties":
            return self._duty(index, rest), ""
        if head in {"exhibits", "counsel"}:
            return "", _SIGNATURE if head == "counsel" else self.exhibit(
                self.case.exhibits[index].id)
        if head == "remedies_not_tried":
            return f"remedy-not-tried-{index}", ""
        stem = _STEMS.get(head)
        if stem is None:
            return "", ""
        one = getattr(self.case, head)[index].id
        if head == "remedies" and rest[:1] == ["inadequate"]:
            return f"remedy-{one}", self.paragraphs([one])
        return f"{stem}{one}", ""

    def _duty(self, index: int, rest: list[str]) -> str:
        duty = self.case.duties[index]
        if rest and rest[0] in _STATEMENTS:
            part = _STATEMENTS[rest[0]]
            number = int(rest[1]) + 1 if len(rest) > 1 and rest[1].isdigit() else 1
            return f"{part}-{duty.id}-{number}"
        return f"duty-{duty.id}"

    def exhibit(self, exhibit: str) -> str:
        """``Ex. C (¶¶ 12, 14)``, or nothing for an exhibit that is not cited."""
        label = self.opening.label(exhibit)
        numbers = self.opening.cites.get(exhibit, ())
        return f"{label} ({pilcrow(numbers)})" if label and numbers else label


def bare(number: str) -> str:
    """A printed number without its full stop."""
    return number.rstrip(". ")


def style(name: str) -> str:
    """A style by name or by id, in one form."""
    return name.replace(" ", "").lower()


def pilcrow(numbers: Sequence[str]) -> str:
    """Numbers with their sign, neighbours joined: ``¶¶ 12-14, 20``."""
    if not numbers:
        return ""
    digits = sorted({int(n) for n in map(bare, numbers) if n.isdigit()})
    others = [n for n in map(bare, numbers) if not n.isdigit()]
    runs: list[list[int]] = []
    for n in digits:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    parts = [_run(one) for one in runs]
    sign = "¶¶" if len(digits) > 1 else "¶"
    shown = [f"{sign}{NO_BREAK}{', '.join(parts)}"] if parts else []
    return "; ".join(shown + others)


def _run(run: list[int]) -> str:
    if len(run) == 1:
        return str(run[0])
    return f"{run[0]}, {run[1]}" if len(run) == 2 else f"{run[0]}-{run[-1]}"


def exhibits(labels: Sequence[str]) -> str:
    """``Ex. A``, ``Exs. A, C``, or nothing."""
    if not labels:
        return ""
    return f"{'Ex.' if len(labels) == 1 else 'Exs.'}{NO_BREAK}{', '.join(labels)}"


def excerpt(words: str, limit: int = 110) -> str:
    """The opening words of a text, cut between words, with a sign that more follows."""
    whole = " ".join(words.split())
    if len(whole) <= limit:
        return whole
    return re.sub(r"[\s,;:.]*\S*$", "", whole[: limit + 1]) + " …"


def curled(words: str) -> Text:
    """Words of the program or of the law for the memo, quotation marks curled."""
    return Text.of(curl(words))
