"""Every paper of every sample before judges that are not ours."""

from __future__ import annotations

import io
import posixpath
import re
import shutil
import subprocess
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from lxml import etree

from tests.drafts import SAMPLES, drafted, laid_out
from tests.judges import audited, missing, validated

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = etree.XMLParser(recover=False, resolve_entities=False, no_network=True, load_dtd=False)


def _own(data: bytes) -> list[str]:
    """Zip, XML, relations, cells: what any reader of Word files leans on."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    wrong = ["a part is there twice"] if len(parts) != len(names) else []
    for name, part in parts.items():
        if not name.endswith((".xml", ".rels")):
            continue
        if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
            wrong.append(f"{name}: a DOCTYPE")
        root = etree.fromstring(part, STRICT)
        base = posixpath.dirname(posixpath.dirname(name))
        for relation in root if name.endswith(".rels") else ():
            target = str(relation.get("Target"))
            if relation.get("TargetMode") == "External":
                wrong.append(f"{name}: leads out to {target}")
            elif posixpath.normpath(posixpath.join(base, target).lstrip("/")) not in parts:
                wrong.append(f"{name}: {target} is missing")
        wrong += [
            f"{name}: a cell does not end with a paragraph"
            for cell in root.iter(f"{W}tc") if cell[-1].tag != f"{W}p"
        ]
        words = "".join(t.text or "" for t in root.iter(f"{W}t", f"{W}instrText"))
        if residue := re.search(r"\{\{|\}\}|\{%|%\}|\{#|Error! Reference|\bNone\b\.", words):
            wrong.append(f"{name}: left over: {residue[0]}")
    return wrong


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_paper_is_a_sound_file(sample: str) -> None:
    assert {p.path: _own(p.data) for p in drafted(sample).papers if _own(p.data)} == {}


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_paper_passes_the_audit_of_open_xml(sample: str, tmp_path: Path) -> None:
    files = laid_out(sample, tmp_path)
    assert {file.name: wrong for file in files if (wrong := audited(file))} == {}


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_paper_passes_the_validator_of_the_open_xml_sdk(sample: str, tmp_path: Path) -> None:
    files = laid_out(sample, tmp_path)
    with ThreadPoolExecutor(2) as hands:
        answers = dict(zip((file.name for file in files), hands.map(validated, files), strict=True))
    assert {name: wrong for name, wrong in answers.items() if wrong} == {}


def _last_words(lines: tuple[str, ...]) -> str:
    words = next(line for line in reversed(lines) if len(line.split()) > 2).split()
    return " ".join(words[-3:])


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_paper_loads_whole_in_libreoffice(sample: str, tmp_path: Path) -> None:
    for tool in ("soffice", "pdftotext"):
        if shutil.which(tool) is None:
            missing(tool)
    files = laid_out(sample, tmp_path)
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
         "--outdir", tmp_path, *files],
        capture_output=True, check=False, timeout=240,
    )
    wrong = []
    for file, paper in zip(files, drafted(sample).papers, strict=True):
        pdf = file.with_suffix(".pdf")  # the exit status says nothing; the file does
        if not pdf.is_file():
            wrong.append(f"{file.name}: not loaded")
            continue
        text = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True)
        plain = re.sub(r"\s+", "", text.stdout)
        if re.sub(r"\s+", "", _last_words(paper.lines)) not in plain:
            wrong.append(f"{file.name}: the last words are lost")
        if "Error:Reference" in plain or "Error!" in plain:
            wrong.append(f"{file.name}: a reference leads nowhere")
    assert wrong == []
