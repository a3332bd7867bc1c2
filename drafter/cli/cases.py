"""The commands that take a case: draft it, check it, look at it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import __version__, casefile
from drafter.checks import Note, Severity, run_checks
from drafter.checks.matter import Matter
from drafter.cli import status
from drafter.cli.arguments import today
from drafter.cli.config import configured
from drafter.cli.notes import as_data, show_notes, standing, tally
from drafter.cli.samples import case_file
from drafter.cli.screen import complain, counted, show
from drafter.errors import CaseFileError
from drafter.law import load_law

if TYPE_CHECKING:  # Word is slow to load
    from drafter.configuration import InForce
    from drafter.drafting import Draft
    from drafter.packet import Provenance


def draft(options: argparse.Namespace) -> int:
    """Writes the packet of a case and prints where its papers stand."""
    from drafter import drafting  # noqa: PLC0415 - Word is slow to load
    from drafter.packet import Provenance, earlier  # noqa: PLC0415 - likewise

    own = configured(options)
    loaded, as_of = _load(options.case, own), options.as_of or today()
    provenance = Provenance(loaded.digest, __version__, own.digest)
    before = earlier(options.out, loaded.case.matter.id, as_of, provenance)
    drafted = drafting.draft(
        loaded.case, load_law(), as_of, templates_in(options.templates),
        agreements=loaded.agreements, marked=options.marked, earlier=before, office=own.office,
    )
    _store(drafted, provenance, options.out, pdf=options.pdf)
    blanks = counted(len(drafted.blanks), "blank")
    complain(f"Notes: {tally(drafted.notes)}. {blanks} to fill. Read the review memo in keep first.")
    return _outcome(drafted.notes, strict=options.strict)


def demand(options: argparse.Namespace) -> int:
    """Writes the demand letter of a case alone and says what is to be filled in."""
    from drafter import drafting  # noqa: PLC0415 - Word is slow to load
    from drafter.packet import Provenance  # noqa: PLC0415 - likewise

    own = configured(options)
    loaded = _load(options.case, own)
    drafted = drafting.demand(
        loaded.case, load_law(), options.as_of or today(), templates_in(options.templates),
        agreements=loaded.agreements, office=own.office,
    )
    _store(drafted, Provenance(loaded.digest, __version__, own.digest), options.out, pdf=options.pdf)
    for label, who in dict.fromkeys((one.label, one.who) for one in drafted.blanks):
        complain(f"To fill: [{label}]" + (f", from {who}" if who else "") + ".")
    complain(
        f"Notes on the case: {tally(drafted.notes)}; drafter check prints them. An attorney reads "
        "the letter before it is sent; once sent, it goes into the case file under demands."
    )
    return status.DONE


def _store(drafted: Draft, provenance: Provenance, out: Path, *, pdf: bool) -> None:
    """Writes the papers, prints where they stand and what was left as it is."""
    from drafter.packet import print_packet, write_packet  # noqa: PLC0415 - slow to load

    written = write_packet(drafted, out, provenance)
    for path in written.papers:
        show(str(path))
    for path in written.edited:
        complain(f"{path}: has been edited since it was drafted; it was left as it is.")
    papers = counted(len(drafted.papers), "paper")
    if written.is_new:
        complain(f"Drafted {papers} in {written.folder}.")
    else:
        complain(f"{written.folder}: already there, the same {papers}; nothing was written.")
    for path in print_packet(drafted, written.folder) if pdf else ():
        show(str(path))


def check(options: argparse.Namespace) -> int:
    """Reads a case and prints what the checks say; drafts nothing."""
    law, own = load_law(), configured(options)
    try:
        loaded = _load(options.case, own, quiet=options.json)
    except CaseFileError as error:
        if not options.json:
            raise
        show(json.dumps({"problems": error.problems}, indent=2, ensure_ascii=False))
        return status.USAGE
    as_of = options.as_of or today()
    notes = run_checks(Matter(
        loaded.case, law, as_of, agreements=loaded.agreements, office=own.office))
    if options.json:
        content = {
            "case": loaded.case.matter.id,
            "as_of": as_of.isoformat(),
            "warnings": list(loaded.warnings),
            "notes": as_data(notes),
        }
        show(json.dumps(content, indent=2, ensure_ascii=False))
    else:
        show_notes(notes, law)
        complain(f"Notes: {tally(notes)}.")
    return _outcome(notes, strict=options.strict)


def preview(options: argparse.Namespace) -> int:
    """Prints one paper as numbered text."""
    from drafter import drafting  # noqa: PLC0415 - Word is slow to load

    own = configured(options)
    loaded = _load(options.case, own)
    lines = drafting.preview(
        loaded.case, load_law(), options.as_of or today(), options.paper,
        templates_in(options.templates), office=own.office,
    )
    for line in lines:
        show(line)
    return status.DONE


def _load(argument: str, own: InForce, *, quiet: bool = False) -> casefile.Loaded:
    """Reads a case; the office signs where it names no lawyer."""
    loaded = casefile.load(case_file(argument), load_law(), court=own.forum)
    if not quiet:
        for warning in loaded.warnings:
            complain(f"warning: {warning}")
    return replace(loaded, case=own.office.signing(loaded.case))


def templates_in(folder: Path | None, *, eager: bool = False) -> Callable[[str], bytes]:
    """The office's own copies, proofread before their first use, else the program's.

    Raises:
        WrongUsageError: the folder holds none.
    """
    from drafter.cli import copies  # noqa: PLC0415 - Word is slow to load

    return copies.templates_in(folder, eager=eager)


def _outcome(notes: tuple[Note, ...], *, strict: bool) -> int:
    if strict and (stops := standing(notes, Severity.STOP)):
        complain(f"{counted(len(stops), 'STOP note')} must be cleared or dismissed before filing.")
        return status.STOP_STANDS
    return status.DONE
