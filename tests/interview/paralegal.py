"""A paralegal of straw: knows a whole case and answers what is asked about it."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from drafter.casefile.loading import parse
from drafter.interview.nearby import Nearby
from drafter.interview.progress import Progress
from drafter.interview.questions import Kind, Question
from drafter.interview.session import Interview
from drafter.interview.sheet import Sheet
from drafter.interview.tree import Path as At
from drafter.interview.tree import get, items
from drafter.law import load_law
from drafter.moa import Agreement

AS_OF = dt.date(2026, 11, 24)
_PARTS = {
    "petitioner": ("petitioners",), "respondent": ("respondents",), "duty": ("duties",),
    "exhibit": ("exhibits",), "relief": ("relief",), "clause": ("moa", "clauses"),
}
_PARAGRAPHS = ("events", "demands", "remedies", "harms")
NEW = "# yaml-language-server: $schema=case.schema.json\nmatter:\n  id: trial\n"


def no_files(name: str) -> str:
    raise AssertionError(name)


def no_agreements(name: str) -> tuple[Agreement, str]:
    raise AssertionError(name)


def interview(text: str = NEW, progress: Progress | None = None) -> Interview:
    sheet = Sheet(text, "trial.yaml")
    return Interview(sheet, progress or Progress(), load_law(), AS_OF, Nearby(no_files, no_agreements))


class Paralegal:
    """Answers from a case file that somebody has finished."""

    def __init__(self, file: Path) -> None:
        self._case = parse(file.read_text(encoding="utf-8"), file.name).data

    def answer(self, question: Question, sheet: Sheet) -> str:  # noqa: C901, PLR0911 - case by case
        """What a person who knows the whole case types at a question."""
        known = get(self._case, question.path)
        if question.kind.is_list:
            count = len(sheet.items(question.path))
            wanted = items(self._case, question.path)
            if count >= len(wanted):
                return ""
            if question.kind is Kind.ITEMS:
                return "add"
            say = get(wanted[count], ("say",)) if question.kind is Kind.STATEMENTS else wanted[count]
            return self._words(str(say), sheet)
        if question.kind is Kind.GATE:
            return "yes" if known else "no"
        if isinstance(known, dict) and "ask" in known:
            return f"!ask {known['ask']}"
        if isinstance(known, dict) and "not_applicable" in known:
            return f"!na {known['not_applicable']}"
        if known is None:
            return "no" if question.ask.explicit else ""
        if question.kind is Kind.SOURCES and isinstance(known, list):
            return "; ".join(self._source(one, sheet) for one in known)
        if question.kind is Kind.REFERENCES and isinstance(known, list):
            return ", ".join(self._named(str(one), question.target, sheet) for one in known)
        if question.kind is Kind.REFERENCE:
            return self._named(str(known), question.target, sheet)
        return self._words(str(known), sheet) if question.kind.is_text else str(known)

    def _named(self, wanted: str, target: str, sheet: Sheet) -> str:
        """The id that the interview gave to the thing that the case calls so."""
        where = _PARTS.get(target)
        if target == "paragraph":
            where = next(
                (part,) for part in _PARAGRAPHS
                if any(get(one, ("id",)) == wanted for one in items(self._case, (part,)))
            )
        if where is None:
            return wanted
        if target == "exhibit":
            return self._exhibit(wanted, sheet)
        index = self._index(where, wanted)
        return str(get(sheet.items(where), (index, "id")) or wanted)

    def _exhibit(self, wanted: str, sheet: Sheet) -> str:
        title = str(get(items(self._case, ("exhibits",)), (self._index(("exhibits",), wanted), "title")))
        title = title.replace(";", ",").replace(" at ", " AT ")
        for one in sheet.items(("exhibits",)):
            if get(one, ("title",)) == title:
                return str(get(one, ("id",)))
        return f"+{title}"

    def _source(self, source: object, sheet: Sheet) -> str:
        if exhibit := get(source, ("exhibit",)):
            name = self._exhibit(str(exhibit), sheet)
        else:
            name = f"verification:{self._named(str(get(source, ('verification',))), 'petitioner', sheet)}"
        at = get(source, ("at",))
        return f"{name} at {at}" if at else name

    def _index(self, where: At, wanted: str) -> int:
        return [get(one, ("id",)) for one in items(self._case, where)].index(wanted)

    @staticmethod
    def _words(text: str, _sheet: Sheet) -> str:
        """A text without references to paragraphs, whose ids the interview gives."""
        text = re.sub(r"\[#([a-z0-9-]+)\]", r"(\1)", text)
        return f"\\{text}" if text[:1] in "<>?!@" else text


def finish(held: Interview, paralegal: Paralegal, *, most: int = 3_000) -> list[str]:
    """Answers everything up to the review; gives what was typed."""
    typed: list[str] = []
    while (question := held.question) is not None:
        if held.prompt.title == "Privacy":
            answer = "keep"
        else:
            answer = paralegal.answer(question, held.sheet)
        said = held.answer(answer)
        assert not held.refused, (question.path, answer, said)
        typed.append(answer)
        assert len(typed) < most, [question.path, answer]
    return typed
