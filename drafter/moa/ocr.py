"""Pages without text, read from their pictures by ``tesseract`` where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from drafter.errors import AgreementError
from drafter.moa.particulars import signature_page
from drafter.moa.pdf import Page, page_picture, plain_lines, read_by_ocr

_SECONDS = 60
_MOST_PAGES = 60
_HOW = ("-l", "eng", "--psm", "4", "-c", "thresholding_method=2")
# one column, and ink told from paper place by place: on degraded copies of signed agreements this
# read as many words as other ways and made up a third of the rubbish that a uniform block does
_OTHERWISE = ("-l", "eng", "--psm", "6", "-c", "thresholding_method=0")
# the page as one block, one threshold for all of it: slips seldom fall on the same sign as above


def tool() -> str | None:
    """The path of ``tesseract``, or None."""
    return shutil.which("tesseract")


def read_pictures(
    data: bytes, name: str, pages: tuple[Page, ...], wanted: Collection[int]
) -> tuple[Page, ...]:
    """The pages, those wanted (counted from 0) with the text that their pictures show.

    A page that cannot be read stays as it is; without the program all do. The first page and that
    of the signatures are read twice, for names and days have no form that would show a slip.
    """
    program = tool()
    if program is None:
        return pages
    numbers = sorted(wanted)[:_MOST_PAGES]
    with ThreadPoolExecutor(max_workers=2) as pool:
        texts = pool.map(lambda number: _read(program, data, name, number, _HOW), numbers)
        told = dict(zip(numbers, texts, strict=True))
    read = tuple(
        read_by_ocr(page, _joined(page, told[n])) if told.get(n) else page
        for n, page in enumerate(pages)
    )
    return tuple(
        replace(page, again=plain_lines(_read(program, data, name, n, _OTHERWISE)))
        if page.by_ocr and n + 1 in {1, signature_page(read)} else page
        for n, page in enumerate(read)
    )


def _joined(page: Page, seen: str) -> str:
    """What the picture shows, and typed fill-ins that the picture does not."""
    extra = [
        line for line in page.text.split("\n")
        if len(line.strip()) > 3 and line.strip() not in seen
    ]
    return "\n".join([seen, *extra]) if page.has_text and len(page.text) < 400 else seen


def _read(program: str, data: bytes, name: str, number: int, how: tuple[str, ...]) -> str:
    try:
        shown = page_picture(data, name, number)
        done = subprocess.run(  # noqa: S603 - the program's own path, and no word of the user's
            [program, "stdin", "stdout", *how],
            input=shown, capture_output=True, timeout=_SECONDS, check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (AgreementError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace").strip()
