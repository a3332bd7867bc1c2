"""Looking an agency up in ICE's own list, and writing what the list says into a case."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

from drafter import casefile
from drafter.casefile.loading import parse
from drafter.cli import status
from drafter.cli.screen import complain, counted, show, table
from drafter.errors import AgreementError
from drafter.moa.report import MODEL_NAMES
from drafter.moa.roster import Entry, Roster, listing_changes, read_roster
from drafter.wording.dates import long_date


def look_up(agency: str, options: argparse.Namespace, *, shown: bool = True) -> int:
    """Says what the list has under an agency's name, and writes it into a case where one is named.

    Args:
        agency: its name; a State after a comma leaves out agencies of that name elsewhere.
        options: ``list``, ``json`` and ``into`` of the command line.
        shown: whether to print the agreements; the verdict is said in any case.
    """
    if options.list is None:
        msg = "--agency wants --list FILE.xlsx: ICE's own list of participating agencies."
        raise status.WrongUsageError(msg)
    roster = read_roster(options.list)
    found = roster.of(agency)
    if shown and options.json:
        show(json.dumps(_data(roster, agency, found), indent=2, ensure_ascii=False))
    elif shown and found:
        show(table([
            (one.agency, one.state, one.support, long_date(one.signed) if one.signed else "no date")
            for one in found
        ]))
    complain(_verdict(roster, agency, found))
    if options.into is not None:
        _write(options.into, roster, agency, found)
    return status.DONE


def _verdict(roster: Roster, agency: str, found: tuple[Entry, ...]) -> str:
    day = f"of {long_date(roster.dated)}" if roster.dated else "of a day that it does not tell"
    if found:
        models = ", ".join(dict.fromkeys(MODEL_NAMES[one.model] for one in found))
        return (
            f"{roster.name}: the list {day} has {counted(len(found), 'agreement')} of that name: "
            f"{models}."
        )
    like = roster.like(agency)
    hint = f" It has {'; '.join(like)}." if like else ""
    return (
        f"{roster.name}: the list {day} has no agency “{agency}”.{hint} An agreement that is not on "
        "it may have ended: check before filing."
    )


def _write(path: Path, roster: Roster, agency: str, found: tuple[Entry, ...]) -> None:
    """Writes what the list says into the case, so that the memo says it too."""
    signatories = sorted({f"{one.agency}, {one.state}" for one in found})
    if len({roster.key(one) for one in found}) > 1:
        msg = (
            f"{path}: was left as it was, because the list has {len(signatories)} agencies of that "
            f"name ({'; '.join(signatories[:5])}). Give the whole name, with the State after a comma."
        )
        raise status.WrongUsageError(msg)
    if not path.is_file():
        msg = f"{path}: there is no such case file; drafter new {path} begins one."
        raise status.WrongUsageError(msg)
    data = parse(path.read_text(encoding="utf-8"), str(path)).data
    part = data.get("moa") if isinstance(data, dict) else None
    if not isinstance(part, dict):
        msg = f"{path}: has no agreement yet; drafter moa FILE.pdf --into {path} writes it."
        raise status.WrongUsageError(msg)
    replace(path, casefile.update(path, listing_changes(roster, agency, found, part)))
    complain(f"{path}: what the list says is in.")


def _data(roster: Roster, agency: str, found: tuple[Entry, ...]) -> dict[str, object]:
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


def replace(path: Path, text: str) -> None:
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
