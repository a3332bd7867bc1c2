"""Papers for those who listen, and for those who look: headings, tables, pictures, type, pages."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from drafter.drafting import DraftedPaper
from tests.drafts import SAMPLES, drafted
from tests.judges import missing

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CITE = re.compile(r"[§¶] ")


def _parts(paper: DraftedPaper) -> dict[str, bytes]:
    return _unzipped(paper.data)


@cache
def _unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _tree(paper: DraftedPaper, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(_parts(paper)[part])


def _levels(paper: DraftedPaper) -> list[int]:
    """The outline levels of the headings with words, in order."""
    styles = {
        one.get(f"{W}styleId"): int(level.get(f"{W}val", "0"))
        for one in _tree(paper, "word/styles.xml").iter(f"{W}style")
        for level in one.iter(f"{W}outlineLvl")
    }
    return [
        styles[style] for one in _tree(paper).iter(f"{W}p") for mark in one.iter(f"{W}pStyle")
        if (style := mark.get(f"{W}val")) in styles and "".join(t.text or "" for t in one.iter(f"{W}t"))
    ]


@pytest.mark.parametrize("sample", SAMPLES)
def test_headings_begin_with_the_first_level_and_skip_none(sample: str) -> None:
    for paper in drafted(sample).papers:
        levels = _levels(paper)
        # a memo opens with a title and a summary below it, before its first numbered part
        body = levels[levels.index(0):] if 0 in levels else levels
        assert all(two <= one + 1 for one, two in pairwise(body)), (paper.path, levels)
    assert _levels(drafted(sample).papers[0])[0] == 0


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_table_of_data_has_a_row_of_heads_that_repeats(sample: str) -> None:
    for paper in drafted(sample).papers:
        for table in _tree(paper).iter(f"{W}tbl"):
            styles = {one.get(f"{W}val") for one in table.iter(f"{W}pStyle")}
            if styles & {"TableText", "MemoTable"} and len(list(table.iter(f"{W}tr"))) > 1:
                first = next(table.iter(f"{W}tr"))
                assert list(first.iter(f"{W}tblHeader")), (paper.path, styles)


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_picture_says_in_words_what_it_shows(sample: str) -> None:
    for paper in drafted(sample).papers:
        for one in _tree(paper).iter(f"{WP}docPr"):
            assert len(one.get("descr", "").split()) > 5, paper.path
    memo = next(one for one in drafted(sample).papers if one.name == "review-memo")
    assert sample == "half-known" or list(_tree(memo).iter(f"{WP}docPr"))


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_paper_says_its_title_and_language(sample: str) -> None:
    for paper in drafted(sample).papers:
        assert b"<dc:title>" in _parts(paper)["docProps/core.xml"], paper.path
        assert b'<w:lang w:val="en-US"' in _parts(paper)["word/styles.xml"], paper.path


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sign_never_ends_a_line_without_its_number(sample: str) -> None:
    for paper in drafted(sample).papers:
        for one in _tree(paper).iter(f"{W}p"):
            text = "".join(t.text or "" for t in one.iter(f"{W}t"))
            assert not CITE.search(text), (paper.path, text[:120])


@pytest.mark.parametrize("sample", SAMPLES)
def test_headings_and_signatures_stay_with_what_they_belong_to(sample: str) -> None:
    for paper in drafted(sample).papers:
        kept = {
            one.get(f"{W}styleId") for one in _tree(paper, "word/styles.xml").iter(f"{W}style")
            if list(one.iter(f"{W}keepNext"))
        }
        used = {one.get(f"{W}val") for one in _tree(paper).iter(f"{W}pStyle")}
        heads = used & {"Heading1", "Heading2", "HeadingCount", "CaptionCourt", "CaptionTitle", "Signature",
                        "MemoHeading", "MemoSubheading", "MemoTableHead"}
        assert heads <= kept, paper.path


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_paper_that_leaves_is_in_one_typeface_and_the_memo_in_another(sample: str) -> None:
    court: set[str] = set()
    for paper in drafted(sample).papers:
        found = _parts(paper)["word/styles.xml"] + _parts(paper)["word/document.xml"]
        fonts = {one.decode() for one in re.findall(rb'w:ascii="([^"]+)"', found)}
        if paper.kind == "keep":
            assert fonts <= {"Times New Roman", "Arial", "Segoe UI Symbol"}, paper.path
        else:
            court |= fonts - {"Arial"}  # styles of the memo that the paper does not use
    assert court == {"Times New Roman"}


def _printed(papers: list[DraftedPaper], folder: Path) -> dict[str, int]:
    """The pages of each paper as LibreOffice prints it."""
    if shutil.which("soffice") is None:
        missing("soffice")
    files = []
    for one in papers:
        files.append(folder / f"{one.path.replace('/', '-')}")
        files[-1].write_bytes(one.data)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", folder, *files],
        capture_output=True, check=False, timeout=240,
    )
    return {
        one.name: len(re.findall(rb"/Type\s*/Page\b", file.with_suffix(".pdf").read_bytes()))
        for one, file in zip(papers, files, strict=True)
    }


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_letter_takes_one_page_and_a_demand_two_at_most(sample: str, tmp_path: Path) -> None:
    letters = [one for one in drafted(sample).papers if one.kind == "send"]
    pages = _printed(letters, tmp_path)
    assert pages["cover-letter-to-clerk"] == 1
    assert pages.get("demand-letter", 1) <= 2
    service = next(one for one in letters if one.name == "service-letters")
    assert pages["service-letters"] == sum(line.startswith("Re: ") for line in service.lines)
