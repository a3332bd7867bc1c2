"""What the documentation says can be done: every page is followed to the letter."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.docs.pages import PAGES, ROOT, RUN, Reader, blocks, existing


def _named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def _runs(page: Path) -> bool:
    return any(one.kind in RUN and "elsewhere" not in one.marks for one in blocks(page))


@pytest.mark.parametrize("page", [one for one in existing() if _runs(one)], ids=_named)
def test_a_page_can_be_followed_to_the_letter(page: Path, tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    for block in blocks(page):
        if "elsewhere" not in block.marks:
            reader.follow(block)


@pytest.mark.parametrize("page", existing(), ids=_named)
def test_what_a_page_leaves_to_another_test_is_run_there(page: Path) -> None:
    for block in blocks(page):
        if "elsewhere" in block.marks:
            file, _, name = block.marks["elsewhere"].partition("::")
            assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", existing(), ids=_named)
def test_every_block_says_what_it_is(page: Path) -> None:
    kinds = {"console", "json", "make", "python", "sh", "text", "toml", "yaml"}
    assert [one.line for one in blocks(page) if one.kind not in kinds] == []


def test_every_page_is_listed() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = [page for page in (ROOT / "docs").rglob("*.md") if page.name != "README.md"]
    assert [_named(one) for one in pages if f"({one.relative_to(ROOT / 'docs').as_posix()})" not in index] == []


@pytest.mark.parametrize("page", existing(), ids=_named)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    wrong = []
    for link, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)(#[^)\s]*)?\)", text):
        target = page.parent / link if link else page
        if not target.exists() and target.name not in {one.name for one in PAGES}:
            wrong.append(link)
        elif anchor and target.suffix == ".md" and anchor[1:] not in _anchors(target):
            wrong.append(f"{link}{anchor}")
    assert wrong == []


def _anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in heads}


@pytest.mark.parametrize("page", existing(), ids=_named)
def test_every_picture_is_there_and_names_the_command_that_makes_it(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    pictures = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", text)
    assert [place for _, place in pictures if not (page.parent / place).is_file()] == []
    if pictures:
        assert "`make pictures`" in text


def test_the_agreement_of_the_tutorial_is_made_from_the_text_beside_it() -> None:
    from tests.moa.layout import pdf

    folder = ROOT / "docs" / "tutorial"
    text = (folder / "agreement.txt").read_text(encoding="utf-8")
    made = pdf([page.strip("\n").splitlines() for page in text.split("\f")])
    if os.environ.get("GOLDEN") == "accept":
        (folder / "agreement.pdf").write_bytes(made)
    assert (folder / "agreement.pdf").read_bytes() == made
