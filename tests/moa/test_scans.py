"""An agreement that is nothing but pictures, read by the tesseract that is installed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafter.law import load_law
from drafter.moa import ocr, read_agreement
from drafter.moa.pdf import page_picture
from drafter.moa.quotations import compare
from tests.moa.layout import AGENCY, pdf, scanned, text


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """The first page of a warrant-service agreement and its last, as a scanner gives them."""
    if ocr.tool() is None:
        if os.environ.get("DRAFTER_REQUIRE_TOOLS"):
            pytest.fail("tesseract is required here and is not there")
        pytest.skip("tesseract is not there")
    laid = text("wso-2025", revised="02/14/2025")
    data = pdf(laid)
    file = tmp_path / "scan.pdf"
    file.write_bytes(scanned([page_picture(data, "x.pdf", n) for n in range(len(laid))]))
    return file


def test_a_scanned_agreement_is_read_and_marked_for_comparing(scan: Path) -> None:
    found = read_agreement(scan, load_law())
    assert (found.model, found.agency, found.state) == ("warrant-service", AGENCY, "AL")
    assert found.without_text == ()
    assert found.scanned == tuple(range(1, found.pages + 1))
    assert found.adverse[0].id == "AC1"
    assert all(one.scanned for one in found.clauses)
    assert any("OCR: compare with the paper" in doubt for doubt in found.doubts)
    own = load_law().moa_forms["wso-2025"].clauses
    assert len(found.clauses) >= 0.95 * len(own)
    assert all(compare(one.text, found) is None for one in found.clauses)


def test_without_it_the_pages_are_named_and_nothing_is_made_up(scan: Path) -> None:
    found = read_agreement(scan, load_law(), ocr=False)
    assert found.without_text == tuple(range(1, found.pages + 1))
    assert (found.clauses, found.adverse, found.absent) == ((), (), ())
    assert any("ocrmypdf or tesseract" in doubt for doubt in found.doubts)
