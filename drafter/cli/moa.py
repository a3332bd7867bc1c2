"""Reading a signed agreement, and looking an agency up in ICE's own list."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from drafter import casefile
from drafter.casefile.loading import parse
from drafter.cli import status
from drafter.cli.agencies import look_up, replace
from drafter.cli.screen import complain, counted, painted, show, table, wrapped
from drafter.errors import AgreementError, CaseFileError
from drafter.law import load_law
from drafter.moa import Agreement, read_agreement
from drafter.moa.ocr import tool
from drafter.moa.proposal import changes, with_duties
from drafter.moa.reading import COMPARE
from drafter.moa.report import MODEL_NAMES, as_data
from drafter.wording.dates import long_date

_CUT = 300  # signs of a clause that the table shows; --json has all


def moa(options: argparse.Namespace) -> int:
    """Reads an agreement and shows it, or writes it into a case; or looks an agency up."""
    if (options.file is None) == (options.agency is None):
        msg = "name a PDF to read, or --agency NAME with --list FILE.xlsx to look up."
        raise status.WrongUsageError(msg)
    if options.agency is not None:
        return look_up(options.agency, options)
    agreement = read_agreement(options.file, load_law(), ocr=not options.no_ocr)
    if options.into is not None:
        _write_into(options.into, agreement, options.file)
    if options.json:
        show(json.dumps(as_data(agreement), indent=2, ensure_ascii=False))
    elif options.into is None:
        _show(agreement)
    for doubt in agreement.doubts:
        complain(f"{options.file.name}: {doubt}")
    if options.list is not None and agreement.agency:
        look_up(agreement.signatory, options, shown=False)
    if (agreement.without_text or agreement.garbled or agreement.mixed) and tool() is None:
        complain("No tesseract was found; a case without these clauses still drafts, with brackets.")
    return status.DONE


def _show(agreement: Agreement) -> None:
    """The agreement as a table that a lawyer can read."""
    revision = agreement.form_revision
    signed = agreement.signed_on
    note = f" ({COMPARE})" if agreement.signed_scanned else ""
    rows = [
        ("Model", MODEL_NAMES[agreement.model]),
        ("Form", f"revised {long_date(revision)}" if revision else "no date in the footer"),
        ("Agency", agreement.agency or "not read"),
        ("State", agreement.state or "not read"),
        ("Signed", f"{long_date(signed)}, page {agreement.signature_page or '?'}{note}" if signed else "not read"),
        ("Pages", str(agreement.pages)),
    ]
    if agreement.without_text:
        rows.append(("No text", "pages " + _numbers(agreement.without_text)))
    if agreement.garbled:
        rows.append(("Unreadable", "pages " + _numbers(agreement.garbled)))
    if agreement.mixed:
        rows.append(("Fill-ins only", "pages " + _numbers(agreement.mixed)))
    show(table(rows))
    _show_adverse(agreement)
    _show_clauses(agreement)
    if agreement.absent:
        _heading("Absent: other forms have it, this one has not")
        show(wrapped(", ".join(topic.replace("-", " ") for topic in agreement.absent) + ".", 2))
    if agreement.not_found:
        _heading("Not found on the pages that could be read")
        for name, why in agreement.not_found:
            show(f"  {name}: {why}.")


def _show_adverse(agreement: Agreement) -> None:
    _heading("Against a petitioner")
    for one in agreement.adverse:
        if one.id != "AC5":
            _item(one.id, one.section, one.page, "", one.text)
            show(wrapped(one.effect, 10))
    soft = sorted({one.page for one in agreement.adverse if one.id == "AC5"})
    if soft:
        show(wrapped(
            "AC5  Softening words (as needed, generally and the like): pages "
            f"{_numbers(tuple(soft))}; --json has them all.", 2,
        ))


def _show_clauses(agreement: Agreement) -> None:
    _heading("Clauses")
    for one in agreement.clauses:
        verb = f"{one.operative or 'no verb'}, force {one.force.value}, binds {one.clause.binds}"
        _item(one.clause.id, one.section, one.page, verb, one.text)
        if one.clause.duty:
            weak = f" Weak: {one.clause.weak}" if one.clause.weak else ""
            show(wrapped(f"may support {one.clause.duty}.{weak}", 10))


def _heading(words: str) -> None:
    show()
    show(painted(words, "bold", sys.stdout))


def _item(name: str, section: str, page: int, verb: str, text: str) -> None:
    place = ", ".join(part for part in (section and f"section {section}", f"page {page}", verb) if part)
    shown = text if len(text) <= _CUT else text[:_CUT].rstrip() + " …"
    show(f"  {name}  ({place})")
    show(wrapped(f"“{shown}”", 10))


def _numbers(pages: tuple[int, ...]) -> str:
    return ", ".join(map(str, pages))


def _write_into(path: Path, agreement: Agreement, file: Path) -> None:
    """Writes the MOA part of a case file; every other character of it stays."""
    if not path.is_file():
        msg = f"{path}: there is no such case file; drafter new {path} begins one."
        raise status.WrongUsageError(msg)
    law = load_law()
    old = path.read_text(encoding="utf-8")
    tree = parse(old, str(path))
    data = tree.data if isinstance(tree.data, dict) else {}
    text = casefile.update(path, changes(agreement, data, _beside(path, file)))
    is_json = path.suffix == ".json"
    if not is_json:
        new = parse(text, str(path)).data
        text = with_duties(text, agreement, law, new if isinstance(new, dict) else {})
    try:
        casefile.loads(text, path.name, law)
    except CaseFileError as error:
        ours = [one for one in error.problems if " moa" in one]
        if ours:
            msg = f"{path}: was left as it was, because the agreement does not fit in: {ours[0]}"
            raise AgreementError(msg) from None
        complain(f"{path}: still wants {counted(len(error.problems), 'correction')}; run drafter check.")
    replace(path, text)
    clauses = counted(len(agreement.clauses), "clause")
    complain(
        f"{path}: the agreement is in, of {clauses} found those that may support a duty. "
        + ("" if is_json else "The duties proposed stand as comments at its end: keep or strike.")
    )


def _beside(case: Path, file: Path) -> str:
    """The PDF's name from the case's folder, if it stands there or below."""
    try:
        return file.resolve().relative_to(case.resolve().parent).as_posix()
    except ValueError:
        complain(
            f"{file}: does not stand in the case's folder; move it there and name it as the "
            "exhibit's file, so that quotations are compared with it."
        )
        return ""
