"""One case down the whole street: facts and law to notes, words, Word papers, and a review memo.

Nothing here writes to disk: a ``Draft`` is bytes in memory, which ``packet`` stores.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from drafter.case import Case
from drafter.case.office import NO_OFFICE, Office
from drafter.checks import Note, run_checks
from drafter.checks.matter import NO_AGREEMENTS, Matter, Others
from drafter.context.appellate import appellate, counted_words
from drafter.context.complaint import complaint
from drafter.context.demand import demand as demand_letter
from drafter.context.memo.changes import Changes, change_words
from drafter.context.memo.remarks import Remark, remarks
from drafter.context.naturalization import naturalization
from drafter.context.opening import OpenBlank, OpeningFacts, PrintedLine
from drafter.context.petition import petition
from drafter.context.provenance import provenance
from drafter.errors import LintError, TemplateError
from drafter.law import Law
from drafter.packet import Earlier
from drafter.papers import (
    APPELLATE,
    COMPLAINT,
    DEMAND,
    MEMO,
    NATURALIZATION,
    Spec,
    marked_spec,
    memo_words,
    opening_spec,
    papers_for,
)
from drafter.proofread import (
    Packet,
    Sheet,
    consistency,
    differences,
    gates,
    judge_packet,
    judge_trees,
)
from drafter.proofread.packets import Rule
from drafter.render import (
    NO_PICTURES,
    Ledger,
    Paper,
    Template,
    commented,
    shipped_template,
    timeline_picture,
)

if TYPE_CHECKING:
    from drafter.moa import Agreement

DRAFT_MARK = "DRAFT FOR ATTORNEY REVIEW"
MARKED = "PRIVILEGED: A DRAFT WITH NOTES, NOT TO BE FILED OR SENT"
FOLDERS = ("file", "send", "keep")

_EXHIBIT = re.compile(r"\bEx\.[ \u00a0]([A-Z]{1,2})\b")


@dataclass(frozen=True, slots=True)
class DraftedPaper:
    """One paper as it will stand in the packet."""

    kind: str  # file, send or keep
    order: int
    name: str
    title: str
    template: str
    template_sha256: str
    data: bytes
    paper: Paper

    @property
    def path(self) -> str:
        """Where it goes in the packet: ``file/01-complaint.docx``."""
        return f"{self.kind}/{self.order:02d}-{self.name}.docx"

    @property
    def lines(self) -> tuple[str, ...]:
        """Its paragraphs with their printed numbers."""
        return tuple(f"{one.number} {one.text}".strip() for one in self.paper.lines)


@dataclass(frozen=True, slots=True)
class Draft:
    """All papers of one case, with the notes and the blanks that the memo lists."""

    case_id: str
    as_of: dt.date
    papers: tuple[DraftedPaper, ...]
    notes: tuple[Note, ...]
    blanks: tuple[OpenBlank, ...]
    origins: tuple[tuple[str, str], ...] = ()  # paragraph of the opening paper, field of the case


Templates = Callable[[str], bytes]


def draft(  # noqa: PLR0913 - each is one thing that a draft rests on
    case: Case, law: Law, as_of: dt.date, templates: Templates = shipped_template,
    others: Others | None = None, *, agreements: Mapping[str, Agreement] = NO_AGREEMENTS,
    marked: bool = False, earlier: Earlier | None = None, office: Office = NO_OFFICE,
) -> Draft:
    """Drafts every paper of a case.

    Args:
        case: validated facts.
        law: the library.
        as_of: the day as of which days are counted.
        templates: gives the bytes of a Word template by its name, without ``.docx``.
        others: in a batch, the clients of all other cases; nothing of theirs belongs in here.
        agreements: the signed agreement as read, by exhibit id (``casefile.Loaded``).
        marked: also a copy of the opening paper with each note as a comment.
        earlier: the packet that this one comes after; the memo says what differs.
        office: whose letterhead and, where the case names no lawyer, whose signature block.

    Raises:
        TemplateError: a template is hurt or asks for a name that does not exist.
        RenderError: a paper could not be filled as the case says.
        LintError: a finished paper broke one of our promises.
    """
    matter = Matter(office.signing(case), law, as_of, others, agreements, office)
    return _Desk(matter, templates).packet(
        marked=marked, earlier=earlier)


def demand(  # noqa: PLR0913 - as for draft
    case: Case, law: Law, as_of: dt.date, templates: Templates = shipped_template,
    *, agreements: Mapping[str, Agreement] = NO_AGREEMENTS, office: Office = NO_OFFICE,
) -> Draft:
    """Drafts the demand letter alone, before there is any other paper.

    Its folder has a name of its own, so that it never stands in the way of the packet.

    Raises:
        TemplateError, RenderError, LintError: as for ``draft``.
    """
    matter = Matter(office.signing(case), law, as_of, agreements=agreements, office=office)
    return _Desk(matter, templates).letter()


def preview(  # noqa: PLR0913 - as for draft
    case: Case, law: Law, as_of: dt.date, paper: str | None = None,
    templates: Templates = shipped_template, *, office: Office = NO_OFFICE,
) -> tuple[str, ...]:
    """The lines of one paper, numbers and all; the opening paper unless ``paper`` names one.

    Raises:
        TemplateError: there is no such paper for this case.
    """
    drafted = draft(case, law, as_of, templates, office=office)
    names = [one.name for one in drafted.papers]
    wanted = paper or names[0]
    for one in drafted.papers:
        if wanted in {one.name, one.path}:
            return one.lines
    msg = f'this case has no paper "{wanted}"; its papers are {", ".join(names)}.'
    raise TemplateError(msg)


def contexts(case: Case, law: Law, as_of: dt.date) -> Mapping[str, object]:
    """The words that each template of a case is given, by the name of the template."""
    desk = _Desk(Matter(case, law, as_of), shipped_template)
    desk.packet(marked=False, earlier=None)
    return desk.given


class _Desk:
    """Where the papers of one case are drafted, one after the other."""

    def __init__(self, matter: Matter, templates: Templates) -> None:
        self._matter = matter
        self._templates = templates
        self._counts = dict.fromkeys(FOLDERS, 0)
        self._papers: list[DraftedPaper] = []
        self._blanks: list[OpenBlank] = []
        self._labels: dict[str, str] = {}
        self.given: dict[str, object] = {}
        self._sheets: list[Sheet] = []

    def packet(self, *, marked: bool, earlier: Earlier | None) -> Draft:
        matter = self._matter
        notes = run_checks(matter)
        specs = papers_for(matter)
        first = opening_spec(matter)
        words = self._writer(first)
        paper = self._fill(first, words(matter, DRAFT_MARK))
        opening = opening_facts(paper, self._labels, tuple(self._blanks))
        titles = tuple(s.title for s in (first, *specs) if s.kind == "file" and not s.later)
        for spec in specs:
            if spec.words is not None:
                self._fill(spec, spec.words(matter, opening, titles, DRAFT_MARK))
        final = replace(
            opening_facts(paper, self._labels, tuple(self._blanks)),
            others={one.title: one.lines for one in self._papers[1:]},
        )
        copies = (marked_spec(first),) if marked else ()
        told = memo_words(matter, final, notes, (first, *specs, MEMO, *copies))
        if earlier is not None:
            told = replace(told, changes=self._changes(earlier))
        self._fill(MEMO, told, pictures={"timeline": timeline_picture(told.time.chart)})
        self._look(notes, gates.RULES, consistency.RULES)
        for copy in copies:
            self._fill(copy, words(matter, MARKED), remarks(matter, opening, notes, first.title))
        order = {kind: n for n, kind in enumerate(FOLDERS)}
        papers = sorted(self._papers, key=lambda one: (order[one.kind], one.order))
        return Draft(matter.case.matter.id, matter.as_of, tuple(papers), notes,
                     tuple(self._blanks), provenance(matter.case, opening))

    def _writer(self, first: Spec) -> Callable[[Matter, str], object]:
        """What makes the words of the opening paper.

        An appellate petition certifies its own length, so it is printed once to be counted.
        """
        if first is not APPELLATE:
            return {COMPLAINT.template: complaint, NATURALIZATION.template: naturalization}.get(
                first.template, petition)
        template, _ = _opened(self._templates(first.template), first.template)
        ledger = Ledger()
        paper = template.fill(appellate(self._matter, DRAFT_MARK), ledger, title=first.title)
        lines = opening_facts(paper, {}, ()).lines
        return partial(appellate, words=counted_words(lines), order=tuple(ledger.labels))

    def _changes(self, earlier: Earlier) -> Changes:
        """What the papers to file and to send say that those of an earlier packet did not."""
        old = {_name(path): data for path, data in earlier.papers.items()}
        new = {f"{one.kind}/{one.name}": one for one in self._papers if one.kind != "keep"}
        pairs: dict[str, Sequence[tuple[str, str]]] = {}
        for name, one in new.items():
            if name in old:
                try:
                    pairs[one.title] = differences(old[name], one.data)
                except TemplateError:
                    pairs[one.title] = [("(a file that cannot be read)", "(the whole paper)")]
        return change_words(
            earlier.name, earlier.as_of, pairs, [name for name in old if name not in new],
            [one.title for name, one in new.items() if name not in old],
        )

    def letter(self) -> Draft:
        matter = self._matter
        self._fill(DEMAND, demand_letter(matter, OpeningFacts(), DRAFT_MARK))
        notes = run_checks(matter)
        self._look(notes, gates.LETTER_RULES)
        return Draft(f"{matter.case.matter.id}-demand", matter.as_of, tuple(self._papers),
                     notes, tuple(self._blanks))

    def _look(self, notes: tuple[Note, ...], asked: Sequence[Rule], alike: Sequence[Rule] = ()) -> None:
        """The last look at the papers together, before one of them is written.

        Raises:
            LintError: they do not agree, or hold what may not leave the office.
        """
        packet = Packet(self._matter, tuple(self._sheets), notes)
        if problems := judge_packet(packet, asked, alike):
            msg = (f"{'; '.join(problems)}; nothing was written. The case is not at fault: this is "
                   "a mistake of the program or of a changed template. Please report it.")
            raise LintError(msg)

    def _fill(
        self, spec: Spec, words: object, notes: tuple[Remark, ...] = (),
        pictures: Mapping[str, bytes] = NO_PICTURES,
    ) -> Paper:
        source = self._templates(spec.template)
        template, digest = _opened(source, spec.template)
        ledger = Ledger(self._labels)
        self.given[spec.template] = words
        paper = commented(
            template.fill(words, ledger, title=spec.title, pictures=pictures), notes)
        if problems := judge_trees(paper.trees, spec.kind):
            msg = f"{spec.title}: {'; '.join(problems)}; nothing was written."
            raise LintError(msg)
        if spec.kind == "file" and not self._papers:
            self._labels = dict(ledger.labels)
        self._sheets.append(Sheet(
            spec.kind, spec.name, spec.title, spec.later, paper,
            ours=source == shipped_template(spec.template)))
        self._counts[spec.kind] += 1
        if spec.kind != "keep":
            self._blanks += [
                OpenBlank(b.label, b.field, b.who, b.question, b.paragraph, spec.title)
                for b in paper.blanks
            ]
        self._papers.append(DraftedPaper(
            kind=spec.kind, order=self._counts[spec.kind], name=spec.name, title=spec.title,
            template=spec.template, template_sha256=digest,
            data=paper.data, paper=paper,
        ))
        return paper


def _name(path: str) -> str:
    """``file/complaint`` for ``file/01-complaint.docx``: numbers change when a paper is added."""
    kind, _, name = path.removesuffix(".docx").partition("/")
    return f"{kind}/{name.partition('-')[2]}"


@lru_cache(maxsize=32)
def _opened(source: bytes, name: str) -> tuple[Template, str]:
    """A template is inspected, compiled and hashed once, whatever the number of cases."""
    return Template.open(source, name), hashlib.sha256(source).hexdigest()


def opening_facts(
    paper: Paper, labels: dict[str, str], blanks: tuple[OpenBlank, ...]
) -> OpeningFacts:
    """What the opening paper settled when it was printed, free of Word."""
    ids = {label: exhibit for exhibit, label in labels.items()}
    cites: dict[str, list[str]] = {exhibit: [] for exhibit in labels}
    last = ""
    for line in paper.lines:
        if line.style == "Signature":
            break  # what follows lists the exhibits, and cites them for nothing
        last = line.number if line.number.rstrip(".").isdigit() else last
        for match in _EXHIBIT.finditer(line.text):
            exhibit = ids.get(match[1])
            if exhibit is not None and last and last.rstrip(".") not in cites[exhibit]:
                cites[exhibit].append(last.rstrip("."))
    return OpeningFacts(
        labels=labels,
        numbers=paper.numbers,
        blanks=blanks,
        lines=tuple(PrintedLine(one.style, one.number, one.text) for one in paper.lines),
        cites={exhibit: tuple(where) for exhibit, where in cites.items()},
    )
