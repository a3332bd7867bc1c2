"""Reading a signed agreement, and looking an agency up in ICE's own list."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from drafter import casefile
from drafter.casefile.loading import parse
from drafter.cli import status
from drafter.cli.screen import complain, counted, painted, show, table, wrapped
from drafter.errors import AgreementError, CaseFileError
from drafter.law import load_law
from drafter.moa import Agreement, read_agreement
from drafter.moa.ocr import tool
from drafter.moa.proposal import changes, with_duties
from drafter.moa.report import MODEL_NAMES, as_data
from drafter.moa.roster import Entry, Roster, read_roster
from drafter.wording.dates import long_date

_CUT = 300  # signs of a clause that the table shows; --json has all


def moa(options: argparse.Namespace) -> int:
    """Reads an agreement and shows it, or writes it into a case; or looks an agency up."""
    if (options.file is None) == (options.agency is None):
        msg = "name a PDF to read, or --agency NAME with --list FILE.xlsx to look up."
        raise status.WrongUsageError(msg)
    if options.agency is not None:
        return _look_up(options)
    if options.list is not None:
        msg = "--list goes with --agency NAME."
        raise status.WrongUsageError(msg)
    agreement = read_agreement(options.file, load_law(), ocr=not options.no_ocr)
    if options.into is not None:
        _write_into(options.into, agreement, options.file)
    if options.json:
        show(json.dumps(as_data(agreement), indent=2, ensure_ascii=False))
    elif options.into is None:
        _show(agreement)
    for doubt in agreement.doubts:
        complain(f"{options.file.name}: {doubt}")
    if (agreement.without_text or agreement.garbled or agreement.mixed) and tool() is None:
        complain("No tesseract was found; a case without these clauses still drafts, with brackets.")
    return status.DONE


def _show(agreement: Agreement) -> None:
    """The agreement as a table that a lawyer can read."""
    revision = agreement.form_revision
    signed = agreement.signed_on
    rows = [
        ("Model", MODEL_NAMES[agreement.model]),
        ("Form", f"revised {long_date(revision)}" if revision else "no date in the footer"),
        ("Agency", agreement.agency or "not read"),
        ("State", agreement.state or "not read"),
        ("Signed", f"{long_date(signed)}, page {agreement.signature_page or '?'}" if signed else "not read"),
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
    _replace(path, text)
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


def _replace(path: Path, text: str) -> None:
    """Puts the new text in the file's place, whole or not at all, with the rights of the old."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(path.stat().st_mode & 0o777)
        os.replace(part, path)  # noqa: PTH105 - says that it replaces
    except OSError as error:
        part.unlink(missing_ok=True)
        msg = f"{path}: could not be written ({error.strerror}); nothing was changed."
        raise AgreementError(msg) from None


def _look_up(options: argparse.Namespace) -> int:
    if options.list is None:
        msg = "--agency wants --list FILE.xlsx: ICE's own list of participating agencies."
        raise status.WrongUsageError(msg)
    roster = read_roster(options.list)
    found = roster.of(options.agency)
    if options.json:
        show(json.dumps(_roster_data(roster, options.agency, found), indent=2, ensure_ascii=False))
    else:
        rows = [
            (one.agency, one.state, one.support, long_date(one.signed) if one.signed else "no date")
            for one in found
        ]
        if rows:
            show(table(rows))
    complain(_verdict(roster, options.agency, found))
    if options.into is not None:
        _write_status(options.into, roster, found)
    return status.DONE


def _verdict(roster: Roster, agency: str, found: tuple[Entry, ...]) -> str:
    day = f"of {long_date(roster.dated)}" if roster.dated else "of a day that it does not tell"
    if found:
        return f"{roster.name}: the list {day} has {counted(len(found), 'agreement')} of that name."
    like = roster.like(agency)
    hint = f" It has {'; '.join(like)}." if like else ""
    return (
        f"{roster.name}: the list {day} has no agency “{agency}”.{hint} An agreement that is not on "
        "it may have ended: check before filing."
    )


def _write_status(path: Path, roster: Roster, found: tuple[Entry, ...]) -> None:
    """Writes what the list says into the case, so that the memo says it too."""
    data = parse(path.read_text(encoding="utf-8"), str(path)).data
    part = data.get("moa") if isinstance(data, dict) else None
    model = part.get("model") if isinstance(part, dict) else None
    listed = any(one.model == model for one in found) if model else bool(found)
    source = f"ICE’s list of participating agencies ({roster.name})"
    day = f" of {roster.dated.isoformat()}" if roster.dated else ""
    made: dict[str, object] = {
        "moa.status": "in-force" if listed else {
            "ask": f"The agreement is not on ICE’s list{day}. Is it in force?"
        },
        "moa.status_source": source,
    }
    if roster.dated is not None:
        made["moa.status_as_of"] = roster.dated
    _replace(path, casefile.update(path, made))


def _roster_data(roster: Roster, agency: str, found: tuple[Entry, ...]) -> dict[str, object]:
    return {
        "list": roster.name,
        "list_date": roster.dated.isoformat() if roster.dated else None,
        "asked": agency,
        "listed": bool(found),
        "agreements": [
            {
                "agency": one.agency,
                "state": one.state or None,
                "county": one.county or None,
                "model": one.model,
                "support_type": one.support,
                "signed_on": one.signed.isoformat() if one.signed else None,
            }
            for one in found
        ],
        "like": list(roster.like(agency)) if not found else [],
    }
