"""From a PDF to what can be said of the agreement: its form, parties, days, clauses and gaps."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from drafter.law import Law
from drafter.moa import particulars
from drafter.moa.clauses import FoundAdverse, FoundClause, adverse_clauses, clauses_of, gaps
from drafter.moa.forms import OTHER, form_of, model_named, model_of
from drafter.moa.matching import Finder
from drafter.moa.ocr import read_pictures
from drafter.moa.pdf import Page, read_bytes, read_pages
from drafter.moa.sections import Outline, usual_headings
from drafter.moa.signs import Script

COMPARE = "OCR: compare with the paper"


@dataclass(frozen=True, slots=True)
class Agreement:
    """A signed agreement as read.

    Args:
        name: the file's name.
        model: ``task-force``, ``jail-enforcement``, ``warrant-service`` or ``other``.
        form: id of the form in ``drafter/law`` that it is on, or that is nearest; may be empty.
        form_revision: the date in the footer.
        agency: the local agency, as printed; empty where it cannot be read.
        state: postal code; likewise.
        signed: days of the signatures that can be told, earliest first.
        signed_scanned: whether these were read from a picture.
        signed_doubtful: days that a picture seems to show and that may be misread.
        signature_page: number of that page, or None.
        pages: how many there are.
        without_text: numbers of pages of which nothing can be read.
        scanned: numbers of pages whose text was read from a picture by this or another program.
        mixed: numbers of pages that are a picture of the form with only fill-ins as text.
        garbled: numbers of pages whose text layer holds signs and no words.
        clauses: those found, in the order of the form.
        adverse: the clauses against a petitioner, that on rights first.
        absent: topics that other forms have and this agreement has not.
        not_found: clauses of its own form that were not found: id, and why.
        doubts: sentences on what should be checked on the paper.
        script: the text, for comparing quotations.
    """

    name: str
    model: str
    form: str
    form_revision: dt.date | None
    agency: str
    state: str
    signed: tuple[dt.date, ...]
    signed_scanned: bool
    signed_doubtful: tuple[dt.date, ...]
    signature_page: int | None
    pages: int
    without_text: tuple[int, ...]
    scanned: tuple[int, ...]
    mixed: tuple[int, ...]
    garbled: tuple[int, ...]
    clauses: tuple[FoundClause, ...]
    adverse: tuple[FoundAdverse, ...]
    absent: tuple[str, ...]
    not_found: tuple[tuple[str, str], ...]
    doubts: tuple[str, ...]
    script: Script

    @property
    def signed_on(self) -> dt.date | None:
        """The day of the last signature that can be read."""
        return self.signed[-1] if self.signed else None

    @property
    def signatory(self) -> str:
        """The agency with its State after a comma, as it is looked up in ICE's list."""
        return f"{self.agency}, {self.state}" if self.state else self.agency

    @property
    def is_whole(self) -> bool:
        """Whether every page has text, so that what is not found is not there."""
        return not self.without_text and not self.mixed and not self.garbled


def read_agreement(path: Path, law: Law, *, ocr: bool = True) -> Agreement:
    """Reads a signed agreement.

    Args:
        path: the PDF.
        law: the table of forms and of adverse clauses.
        ocr: whether to read pages without text with ``tesseract``, if it is installed.

    Raises:
        AgreementError: the file cannot be read as a PDF; the message says why and what to do.
    """
    data = read_bytes(path)
    pages = read_pages(data, str(path))
    if ocr and any(_wants_reading(page) for page in pages):
        wanted = {n for n, page in enumerate(pages) if _wants_reading(page)}
        pages = read_pictures(data, str(path), pages, wanted)
    return agreement(pages, path.name, law)


def agreement(pages: tuple[Page, ...], name: str, law: Law) -> Agreement:
    """What the pages say; ``name`` is the file's."""
    garbled = tuple(n for n, page in enumerate(pages, 1) if _is_gibberish(page.text))
    pages = tuple(
        replace(page, text="") if n in garbled else page for n, page in enumerate(pages, 1)
    )
    agency, short, state = particulars.agency(pages)
    script = Script([page.text for page in pages], _names(agency, short))
    finder = Finder(script)
    revision = particulars.revision(pages)
    model = model_of(finder)
    named = model == OTHER and not all(page.has_text for page in pages)
    if named:
        model = model_named(name)
    form = form_of(model, revision, finder, law)
    known = usual_headings([
        (clause.section, clause.heading)
        for clause in (form.clauses if form else ())
    ])
    scanned = tuple(n for n, page in enumerate(pages, 1) if page.is_scanned and page.has_text)
    outline = Outline(script, known, scanned)
    clauses, missed = clauses_of(finder, outline, form, law, frozenset(scanned))
    without = tuple(
        n for n, page in enumerate(pages, 1) if not page.has_text and n not in garbled
    )
    mixed = tuple(n for n, page in enumerate(pages, 1) if page.has_text and _wants_reading(page))
    whole = not without and not mixed and not garbled
    signing = particulars.signing(pages)
    return Agreement(
        name=name,
        model=model,
        form=form.id if form else "",
        form_revision=revision,
        agency=agency,
        state=state,
        signed=signing.days,
        signed_scanned=signing.scanned,
        signed_doubtful=signing.doubtful,
        signature_page=particulars.signature_page(pages),
        pages=len(pages),
        without_text=without,
        scanned=scanned,
        mixed=mixed,
        garbled=garbled,
        clauses=clauses,
        adverse=adverse_clauses(finder, outline, law, frozenset(scanned), clauses),
        absent=gaps(clauses, missed, None if named else form, whole=whole),
        not_found=missed,
        doubts=(
            *_doubts(pages, model, agency, _Gaps(without, mixed, garbled, scanned), named=named),
            *_doubts_of_days(signing),
        ),
        script=script,
    )


def _wants_reading(page: Page) -> bool:
    """Whether the page is a picture of print that has no text, or its fill-ins only."""
    return not page.by_ocr and (
        (page.picture >= 0.5 and len(page.text.strip()) < 150) or _is_gibberish(page.text)
    )


def _is_gibberish(text: str) -> bool:
    """Whether a text layer holds signs and no words, as one with a lost alphabet does."""
    letters = sum(sign.isalpha() for sign in text)
    common = len(re.findall(r"\b(?:the|of|and|to|for|office|in|by|sheriff|date|title)\b", text, re.IGNORECASE))
    return letters > 120 and common * 90 < letters


def _names(agency: str, short: str) -> list[re.Pattern[str]]:
    """Patterns of what the paper calls the agency, a scan's slips in "Sheriff's" allowed for."""
    names = []
    if agency:
        steps = [
            r"Sher\S{0,6}(?:\s\S{1,3}(?=\s+Off))?" if step == "Sheriff's" else re.escape(step)
            for step in agency.split()
        ]
        names.append(re.compile(r"\b" + r"\s+".join(steps) + r"\b"))
    if short and short not in {"LEA", "ICE", "DHS", "MOA"}:
        names.append(re.compile(rf"\b{re.escape(short)}\b"))
    return names


@dataclass(frozen=True, slots=True)
class _Gaps:
    """Numbers of the pages that are not what they should be."""

    without: tuple[int, ...]
    mixed: tuple[int, ...]
    garbled: tuple[int, ...]
    scanned: tuple[int, ...]


def _doubts(
    pages: tuple[Page, ...], model: str, agency: str, gap: _Gaps, *, named: bool
) -> list[str]:
    doubts = []
    if gap.without:
        doubts.append(
            f"{_pages(gap.without)} no text that can be read. Install ocrmypdf or tesseract, make a "
            "searchable copy and read that; until then, what stands there is not known."
        )
    if gap.mixed:
        doubts.append(
            f"{_pages(gap.mixed)} the form as a picture and only fill-ins as text; the form's words "
            "there were not read."
        )
    if gap.garbled:
        doubts.append(
            f"{_pages(gap.garbled)} a text layer of signs that are no words; print and scan them, or "
            "install tesseract."
        )
    if gap.scanned:
        doubts.append(f"{COMPARE}: text of scanned pages may differ from print by a letter.")
    if named and model != OTHER:
        doubts.append("The model is only what the file's name says; compare it with the paper.")
    if model == OTHER:
        doubts.append("The model could not be told from the words that can be read.")
    if not agency:
        doubts.append("The agency could not be read; take it from the paper.")
    if any(page.damaged for page in pages):
        doubts.append("Some pages are damaged and were read in part or not at all.")
    return doubts


def _doubts_of_days(signing: particulars.Signing) -> Iterator[str]:
    days = ", ".join(day.isoformat() for day in signing.doubtful)
    if days:
        yield f"The day of signing was not told: a scan seems to show {days}; take it from the paper."
    elif signing.scanned:
        yield f"The day of signing was read from a scan. {COMPARE}."


def _pages(numbers: tuple[int, ...]) -> str:
    listed = ", ".join(map(str, numbers))
    return f"Page {listed} has" if len(numbers) == 1 else f"Pages {listed} have"
