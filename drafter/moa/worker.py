"""Reads one PDF in a process of its own, with little memory, little time and nothing to write to.

It is run as a script by ``drafter.moa.pdf`` and imports nothing of the program. The PDF comes on
stdin, JSON goes to stdout; with ``--picture N`` a grey picture of page N goes to stdout instead.
A PDF's scripts, actions and embedded files are never run or opened: only text, the values of
form fields, typed notes and the outlines of pictures are asked for.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import resource
import sys
from typing import Any

MOST_PAGES = 200
MOST_SIGNS = 40_000  # of one page
MEMORY = 1_500_000_000
SECONDS = 25
_FREE_TEXT, _WIDGET = 3, 20
_SCALE = 2.6  # 187 dots to the inch: enough for the 11-point type of the forms


def confine() -> None:
    """Takes from this process what reading a PDF does not need."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(what, (most, most))


def opened(data: bytes) -> tuple[Any, dict[str, Any]]:
    """The document, or None and the reason why not, in one word."""
    import pypdfium2  # noqa: PLC0415 - after the limits are set

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD
        return None, {"error": "locked" if locked else "damaged"}
    pages = len(document)
    if not 0 < pages <= MOST_PAGES:
        return None, {"error": "too many pages" if pages else "no pages", "pages": pages}
    return document, {"pages": pages}


def read(document: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - the library ships no types
    """Text, typed fields and the share of pictures of each page."""
    with contextlib.suppress(Exception):  # a damaged form is read without its fields
        document.init_forms()
    pages = []
    for number in range(len(document)):
        one: dict[str, Any] = {"text": "", "fields": [], "picture": 0.0, "damaged": False}
        try:
            page = document[number]
            words = page.get_textpage()
            one["text"] = words.get_text_range(0, min(words.count_chars(), MOST_SIGNS))
            one["picture"] = _pictured(page)
            one["fields"] = _fields(document, page)
        except Exception:  # noqa: BLE001 - one bad page must not hide the others
            one["damaged"] = True
        pages.append(one)
    return pages


def _pictured(page: Any) -> float:  # noqa: ANN401 - likewise
    """The share of the page that its largest picture covers."""
    width, height = page.get_size()
    area = max(width * height, 1.0)
    largest = 0.0
    for picture in page.get_objects(filter=(3,), max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        largest = max(largest, (right - left) * (top - bottom) / area)
    return round(min(largest, 1.0), 2)


def _fields(document: Any, page: Any) -> list[list[str]]:  # noqa: ANN401 - likewise
    """Names and values of what was typed into the page's form."""
    from pypdfium2 import raw  # noqa: PLC0415 - after the limits are set

    fields = []
    form = document.formenv
    for number in range(min(raw.FPDFPage_GetAnnotCount(page), 300)):
        note = raw.FPDFPage_GetAnnot(page, number)
        kind = raw.FPDFAnnot_GetSubtype(note)
        if kind == _WIDGET and form:
            value = _wide(raw.FPDFAnnot_GetFormFieldValue, form, note)
            fields.append([_wide(raw.FPDFAnnot_GetFormFieldName, form, note), value])
        elif kind == _FREE_TEXT:
            key = ctypes.create_string_buffer(b"Contents")
            fields.append(["", _wide(raw.FPDFAnnot_GetStringValue, note, key)])
        raw.FPDFPage_CloseAnnot(note)
    return [one for one in fields if one[1].strip()]


def _wide(ask: Any, *of: Any) -> str:  # noqa: ANN401 - likewise
    """What one of the library's string functions says; it counts bytes of UTF-16."""
    size = min(ask(*of, None, 0), 4_000)
    if size <= 2:
        return ""
    room = ctypes.create_string_buffer(size)
    ask(*of, ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)), size)
    return room.raw[: size - 2].decode("utf-16-le", "replace")


def picture(document: Any, number: int) -> bytes:  # noqa: ANN401 - likewise
    """A grey picture of a page (PGM), for a program that reads print."""
    page = document[number]
    scale = min(_SCALE, 3_000 / max(*page.get_size(), 1.0))
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=True)
    rows = bytes(bitmap.buffer)
    lines = b"".join(
        rows[row * bitmap.stride : row * bitmap.stride + bitmap.width]
        for row in range(bitmap.height)
    )
    return b"P5 %d %d 255\n%b" % (bitmap.width, bitmap.height, lines)


def main(arguments: list[str]) -> int:
    """Reads stdin and answers on stdout."""
    data = sys.stdin.buffer.read()
    confine()
    try:
        document, answer = opened(data)
    except ImportError:
        document, answer = None, {"error": "no reader"}
    except MemoryError:
        document, answer = None, {"error": "too large"}
    if document is not None:
        if arguments[:1] == ["--picture"]:
            sys.stdout.buffer.write(picture(document, int(arguments[1])))
            return 0
        answer["read"] = read(document)
    sys.stdout.write(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
