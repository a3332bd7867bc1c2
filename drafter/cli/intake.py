"""Forms that are filled in elsewhere: written here, and read back by ``drafter new --from``."""

from __future__ import annotations

import argparse
from pathlib import Path

from drafter import intake as forms
from drafter.cli import status
from drafter.cli.screen import complain, show
from drafter.errors import DrafterError
from drafter.law import load_law


def intake(options: argparse.Namespace) -> int:
    """Writes the form as a page, as a workbook, or as both."""
    if options.html is None and options.xlsx is None:
        msg = "name the form to write: --html FILE.html, --xlsx FILE.xlsx, or both."
        raise status.WrongUsageError(msg)
    law = load_law()
    if options.html is not None:
        _write(options.html, ".html", forms.page(law).encode())
    if options.xlsx is not None:
        _write(options.xlsx, ".xlsx", forms.workbook(law))
    complain("What comes back is read with: drafter new CASE.yaml --from FILE")
    return status.DONE


def _write(path: Path, suffix: str, data: bytes) -> None:
    """Writes a form where nothing stands yet.

    Raises:
        WrongUsageError: the name does not say what the file is.
        DrafterError: something stands there, which may be a filled form; or it cannot be written.
    """
    if path.suffix.lower() != suffix:
        msg = f"{path}: give it a name that ends in {suffix}, so that it opens where it should."
        raise status.WrongUsageError(msg)
    if path.exists():
        msg = f"{path}: stands there already, and may be filled in; choose another name."
        raise DrafterError(msg)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except OSError as error:
        msg = f"{path}: cannot be written ({error.strerror}); choose another place."
        raise DrafterError(msg) from None
    show(str(path))
