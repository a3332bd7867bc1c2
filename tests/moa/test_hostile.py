"""Files that are no agreement, or mean harm: a clear error in bounded time, and nothing is run."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drafter.errors import AgreementError
from drafter.law import load_law
from drafter.moa import ocr, pdf, read_agreement
from tests.moa import layout

LINES = [["Some words that stand on a page of their own."]]


def _refused(path: Path) -> str:
    with pytest.raises(AgreementError) as refused:
        read_agreement(path, load_law())
    message = str(refused.value)
    assert message.startswith(str(path))
    assert message.endswith(".")
    return message


def _file(folder: Path, data: bytes, name: str = "x.pdf") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "no such file" in _refused(tmp_path / "x.pdf")


def test_a_word_file_called_pdf_is_told_from_a_pdf(tmp_path: Path) -> None:
    assert "not a PDF" in _refused(_file(tmp_path, b"PK\x03\x04" + b"x" * 2000))


def test_a_folder_a_link_and_a_pipe_are_refused_without_waiting(tmp_path: Path) -> None:
    link = tmp_path / "link.pdf"
    link.symlink_to(_file(tmp_path, layout.pdf(LINES)))
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    assert "folder" in _refused(tmp_path)
    assert "link" in _refused(link)
    assert "pipe" in _refused(pipe)


def test_a_huge_file_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "MOST_BYTES", 100)
    assert "larger than 100 bytes" in _refused(_file(tmp_path, layout.pdf(LINES)))


def test_a_pdf_cut_short_is_said_to_be_damaged(tmp_path: Path) -> None:
    assert "damaged" in _refused(_file(tmp_path, b"%PDF-1.6\n1 0 obj\n<< /Type /Cat"))


def test_a_pdf_without_pages_is_refused(tmp_path: Path) -> None:
    message = _refused(_file(tmp_path, layout.pdf([])))
    assert "no pages" in message or "damaged" in message


def test_a_thousand_pages_are_no_agreement(tmp_path: Path) -> None:
    assert "1,000 pages" in _refused(_file(tmp_path, layout.pdf(LINES * 1000)))


def test_a_locked_pdf_is_told_from_a_damaged_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_run", lambda *_: b'{"error": "locked"}')
    assert "password" in _refused(_file(tmp_path, layout.pdf(LINES)))


def test_without_the_reading_library_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = tmp_path / "worker.py"
    source = pdf.WORKER.read_text(encoding="utf-8")
    worker.write_text(source.replace("import pypdfium2  #", "import no_such_reader  #"), encoding="utf-8")
    monkeypatch.setattr(pdf, "WORKER", worker)
    assert "mandamus-drafter[moa]" in _refused(_file(tmp_path, layout.pdf(LINES)))


def test_a_reader_that_dies_is_a_damaged_file_and_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = tmp_path / "worker.py"
    worker.write_text("import os\nos.abort()\n", encoding="utf-8")
    monkeypatch.setattr(pdf, "WORKER", worker)
    assert "damaged" in _refused(_file(tmp_path, layout.pdf(LINES)))


def test_a_reader_that_never_ends_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = tmp_path / "worker.py"
    worker.write_text("while True:\n    pass\n", encoding="utf-8")
    monkeypatch.setattr(pdf, "WORKER", worker)
    monkeypatch.setattr(pdf, "SECONDS", 1)
    start = time.monotonic()
    assert "longer than 1 seconds" in _refused(_file(tmp_path, layout.pdf(LINES)))
    assert time.monotonic() - start < 10


def test_the_reader_may_write_no_file(tmp_path: Path) -> None:
    script = (
        "import runpy\n"
        f"worker = runpy.run_path({str(pdf.WORKER)!r})\n"
        "worker['confine']()\n"
        f"open({str(tmp_path / 'out')!r}, 'w').write('x' * 10_000)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode != 0
    assert not (tmp_path / "out").exists() or (tmp_path / "out").stat().st_size == 0


def test_scripts_and_embedded_files_of_a_pdf_are_left_alone(tmp_path: Path) -> None:
    data = layout.pdf(LINES).replace(
        b"/Type /Catalog",
        b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.launchURL\\('http://x.invalid'\\)) >>",
    )
    found = read_agreement(_file(tmp_path, data), load_law())
    assert found.pages == 1
    assert found.model == "other"
    assert found.clauses == ()


def test_odd_signs_of_a_text_layer_become_spaces() -> None:
    assert pdf.plain_lines("a\r\nb\x02\nc\x07d\ufffee") == "a\nb-\nc d-e"


def test_a_page_that_cannot_be_drawn_is_named() -> None:
    with pytest.raises(AgreementError, match="page 8"):
        pdf.page_picture(layout.pdf(LINES), "x.pdf", 7)
    assert pdf.page_picture(layout.pdf(LINES), "x.pdf", 0).startswith(b"P5 ")


def test_a_picture_is_read_by_tesseract_where_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\ncat >/dev/null\necho 'MEMORANDUM OF AGREEMENT read from a picture'\n")
    program.chmod(0o700)
    monkeypatch.setattr(ocr, "tool", lambda: str(program))
    data = layout.pdf([*LINES, []], pictured=[1])
    found = read_agreement(_file(tmp_path, data), load_law())
    assert found.without_text == ()
    assert found.scanned == (2,)
    assert any("OCR: compare with the paper" in doubt for doubt in found.doubts)


def test_fill_ins_are_kept_beside_what_the_picture_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "tool", lambda: "/bin/true")
    monkeypatch.setattr(ocr, "_read", lambda *_: "Printed words of the form")
    page = pdf.Page("Acting Director\nMarch 3, 2025", picture=1.0)
    [read] = ocr.read_pictures(b"", "x.pdf", (page,), {0})
    assert read.text == "Printed words of the form\nActing Director\nMarch 3, 2025"
    assert read.by_ocr


def test_without_tesseract_pages_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "tool", lambda: None)
    page = pdf.Page("", picture=1.0)
    assert ocr.read_pictures(b"", "x.pdf", (page,), {0}) == (page,)


def test_a_page_that_tesseract_fails_on_stays_without_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ocr, "tool", lambda: "/bin/true")
    page = pdf.Page("", picture=1.0)
    assert ocr.read_pictures(b"%PDF-nothing", "x.pdf", (page,), {0}) == (page,)
