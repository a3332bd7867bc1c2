"""The marked copy of the opening paper, beside the rest of its packet."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import zipfile
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from drafter.casefile import load
from drafter.cli.samples import sample_files
from drafter.drafting import Draft, DraftedPaper, draft
from drafter.law import load_law
from drafter.proofread import judge
from tests.drafts import AS_OF, SAMPLES, drafted

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def _marked(sample: str) -> Draft:
    law = load_law()
    loaded = load(sample_files()[sample], law)
    return draft(loaded.case, law, AS_OF, agreements=loaded.agreements, marked=True)


def _copy(sample: str) -> DraftedPaper:
    return _marked(sample).papers[-1]


def _comments(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/comments.xml"))
    return ["".join(t.text or "" for t in one.iter(f"{W}t")) for one in root]


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_copy_stands_last_among_the_papers_to_keep_and_in_the_list_of_the_memo(
    sample: str,
) -> None:
    memo, copy = _marked(sample).papers[-2:]
    opening = _marked(sample).papers[0]
    assert copy.kind == "keep"
    assert copy.name == f"{opening.name}-marked"
    assert (memo.name, copy.order) == ("review-memo", memo.order + 1)
    assert any(copy.title in line for line in memo.lines)
    assert not any("marked" in one.name for one in drafted(sample).papers)


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_copy_carries_every_note_and_the_papers_beside_it_none(sample: str) -> None:
    told = "\n".join(_comments(_copy(sample).data))
    standing = [note for note in _marked(sample).notes if note.dismissed is None]
    assert standing
    assert [n.id for n in standing if n.id not in told or n.field not in told] == []
    assert [p.path for p in _marked(sample).papers[:-1] if b"comments.xml" in p.data] == []


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_copy_reads_as_the_opening_paper_does_and_is_privileged(sample: str) -> None:
    opening, copy = _marked(sample).papers[0], _copy(sample)
    assert copy.lines == opening.lines
    assert judge(copy.data, "keep") == []
    assert any("words of the memo" in one for one in judge(copy.data, "file"))


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_papers_to_file_and_to_send_do_not_change_for_it(sample: str) -> None:
    plain = {p.path: p.data for p in drafted(sample).papers if p.kind != "keep"}
    beside = {p.path: p.data for p in _marked(sample).papers if p.kind != "keep"}
    assert plain == beside


def test_the_copy_is_drafted_to_the_same_bytes() -> None:
    first = _copy("half-known").data
    _marked.cache_clear()
    assert _copy("half-known").data == first


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_copy_passes_the_audit_of_open_xml(sample: str, tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit")
    file = tmp_path / "copy.docx"
    file.write_bytes(_copy(sample).data)
    errors = [str(error.description) for error in audit.OpenXmlValidator().validate(file).errors]
    # neither the standard nor Word asks for the parts that this rule requires
    assert [one for one in errors if not one.startswith("A required relationship type")] == []


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES)
def test_the_copy_passes_the_validator_of_the_open_xml_sdk(sample: str, tmp_path: Path) -> None:
    binary = os.environ.get("OOXML_VALIDATOR_CLI", "")
    if not os.access(binary, os.X_OK):
        pytest.skip("the Open XML SDK validator (OOXML_VALIDATOR_CLI) is not there")
    file = tmp_path / "copy.docx"
    file.write_bytes(_copy(sample).data)
    done = subprocess.run([binary, file], capture_output=True, text=True, check=False, timeout=120)
    assert json.loads(done.stdout)["ok"], done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES)
def test_libreoffice_reads_every_comment(sample: str, tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("soffice is not there")
    file = tmp_path / "copy.docx"
    file.write_bytes(_copy(sample).data)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "fodt", "--outdir", tmp_path, file],
        capture_output=True, check=False, timeout=240,
    )
    text = file.with_suffix(".fodt").read_text(encoding="utf-8")
    assert text.count("<office:annotation ") == len(_comments(_copy(sample).data))
    assert text.count("<dc:creator>drafter</dc:creator>") == len(_comments(_copy(sample).data))
