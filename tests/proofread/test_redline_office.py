"""A tracked-changes copy as a word processor that is not ours reads it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from drafter.proofread import redline
from tests.drafts import drafted
from tests.judges import missing

T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def _read(papers: dict[str, bytes], folder: Path) -> dict[str, etree._Element]:
    """Papers as LibreOffice understands them."""
    if shutil.which("soffice") is None:
        missing("soffice")
    files = [folder / f"{name}.docx" for name in papers]
    for file, data in zip(files, papers.values(), strict=True):
        file.write_bytes(data)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "fodt", "--outdir", folder, *files],
        capture_output=True, check=False, timeout=240,
    )
    return {one.stem: etree.fromstring(one.with_suffix(".fodt").read_bytes(),
                                       etree.XMLParser(huge_tree=True)) for one in files}


def _words(root: etree._Element, without: str = "") -> str:
    """The words of the body, without what was inserted, or without what was deleted."""
    body = next(root.iter("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"))
    left_out = {
        region.get(f"{T}id") for region in body.iter(f"{T}changed-region")
        if without and list(region.iter(f"{T}{without}"))
    }
    said: list[str] = []
    within: set[str | None] = set()

    def walk(node: etree._Element) -> None:
        if node.tag == f"{T}change-start":
            within.add(node.get(f"{T}change-id"))
        elif node.tag == f"{T}change-end":
            within.discard(node.get(f"{T}change-id"))
        elif node.tag != f"{T}tracked-changes":
            if not within & left_out:
                said.append(node.text or "")
            for child in node:
                walk(child)
        if not within & left_out:
            said.append(node.tail or "")

    walk(body)
    return "".join("".join(said).split())


@pytest.mark.slow
@pytest.mark.parametrize("name", ["cover-letter-to-clerk", "proposed-order", "verification"])
def test_in_libreoffice_what_is_accepted_is_the_new_and_what_is_rejected_the_old(
    name: str, tmp_path: Path
) -> None:
    old, new = (
        next(one.data for one in drafted(sample).papers if one.name == name)
        for sample in ("certification-ice", "pretext-stops")
    )
    read = _read({"old": old, "new": new, "redline": redline(old, new)}, tmp_path)
    changes = read["redline"]
    assert list(changes.iter(f"{T}insertion"))
    assert list(changes.iter(f"{T}deletion"))
    assert _words(changes, without="deletion") == _words(read["new"])
    assert _words(changes, without="insertion") == _words(read["old"])
