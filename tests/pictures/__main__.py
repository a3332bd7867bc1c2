"""``make pictures``: a page of a draft, the memo's element map, and the interview."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from drafter.cli import main
from tests.pictures.screen import screen_picture

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "pictures"
SAMPLE = "certification-ice"
PAGES = (("complaint", "complaint", ""), ("review-memo", "element-map", "Element map"))
"""A paper, the name of its picture, and a heading of the page that is shown; none: the first."""


def make() -> int:
    """Makes all pictures anew; needs LibreOffice and poppler."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if main(["draft", SAMPLE, "--as-of", "2026-11-24", "--out", str(folder)]):
            return 1
        for paper, picture, heading in PAGES:
            (file,) = folder.rglob(f"[0-9][0-9]-{paper}.docx")
            _photograph(_printed(file, folder), heading, PICTURES / picture)
    (PICTURES / "interview.svg").write_text(
        screen_picture(ROOT / "docs" / "interview.md"), encoding="utf-8")
    return 0


def _printed(file: Path, folder: Path) -> Path:
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/office", "--convert-to", "pdf",
         "--outdir", folder, file],
        check=True, capture_output=True, timeout=180,
    )
    return folder / f"{file.stem}.pdf"


def _photograph(pdf: Path, heading: str, target: Path) -> None:
    """The first page with a heading, as a PNG that is light enough for a README."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    pages = text.split("\f")
    starts = next(n for n, page in enumerate(pages, start=1)
                  if not heading or re.search(rf"^\s*\d+\. {heading}", page, re.MULTILINE))
    shown = starts + bool(heading)  # the heading stands at the foot of its page; its table is overleaf
    subprocess.run(
        ["pdftoppm", "-r", "80", "-png", "-singlefile", "-f", str(shown), "-l", str(shown), pdf, target],
        check=True, timeout=60,
    )


if __name__ == "__main__":
    sys.exit(make())
