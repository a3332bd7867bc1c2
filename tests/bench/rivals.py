"""Measuring npm's template engines on the words of our petition, in the same run as ours."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

from lxml import etree

from drafter.render.names import DOCUMENT

NEEDED = ("docxtemplater", "pizzip", "easy-template-x")
_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def rival_milliseconds(paper: bytes, times: int = 15) -> dict[str, float]:
    """Median CPU milliseconds of each engine for a paper of the same words.

    Their task is made easy: one loop over ready paragraphs, where ours has conditions, numbers,
    fields and bookmarks to place.

    Args:
        paper: a paper that we filled.
        times: rounds that count, after five that do not.

    Returns:
        Milliseconds by the name of the engine; empty where node or npm is missing, or npm's
        registry cannot be reached.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return {}
    template, words = looped(paper)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "package.json").write_text("{}", encoding="utf-8")
        (folder / "template.docx").write_bytes(template)
        (folder / "data.json").write_text(json.dumps(words), encoding="utf-8")
        got = subprocess.run(
            [npm, "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", *NEEDED],
            cwd=folder, check=False, capture_output=True,
        )
        if got.returncode:
            return {}
        made = subprocess.run(
            [node, str(Path(__file__).with_suffix(".mjs")), name, "template.docx", "data.json", str(times)],
            cwd=folder, check=True, capture_output=True, text=True,
        )
    told: dict[str, float] = json.loads(made.stdout)
    return told


def looped(paper: bytes) -> tuple[bytes, dict[str, list[dict[str, str]]]]:
    """A template of one loop, and the words of a paper to fill it with.

    Returns:
        The same file with its body put as a loop over paragraphs, and the paragraphs.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(paper)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        root = etree.fromstring(old.read(DOCUMENT))
        body = root[0]
        words = ["".join(map(str, one.itertext(f"{_SPACE}t"))) for one in body.iter(f"{_SPACE}p")]
        for one in list(body):
            if one.tag != f"{_SPACE}sectPr":
                body.remove(one)
        for place, text in enumerate(("{#paragraphs}", "{words}", "{/paragraphs}")):
            paragraph = etree.Element(f"{_SPACE}p")
            etree.SubElement(etree.SubElement(paragraph, f"{_SPACE}r"), f"{_SPACE}t").text = text
            body.insert(place, paragraph)
        for name in old.namelist():
            new.writestr(name, etree.tostring(root) if name == DOCUMENT else old.read(name))
    return out.getvalue(), {"paragraphs": [{"words": one} for one in words if one]}
