"""PDF copies of a packet: tagged, titled, in English, beside the Word files and never over one."""

from __future__ import annotations

import re
import shutil
import stat
from pathlib import Path

import pytest

from drafter.cli import main
from drafter.errors import PacketError
from drafter.packet import print_packet, write_packet
from tests.drafts import drafted
from tests.judges import missing
from tests.packet.stand_in import PROVENANCE, Draft

ACCESSIBLE = {
    "it says that it is PDF/UA": rb"<pdfuaid:part>1</pdfuaid:part>",
    "it is tagged": rb"/MarkInfo<</Marked true>>",
    "it has a tree of tags": rb"/StructTreeRoot \d+ 0 R",
    "it says its language": rb"/Lang\(en-US\)",
    "it shows its title, not its file": rb"/DisplayDocTitle true",
}


@pytest.fixture
def _soffice() -> None:
    if shutil.which("soffice") is None and shutil.which("libreoffice") is None:
        missing("LibreOffice (soffice)")


def _program(folder: Path, script: str) -> str:
    """A folder with a program called soffice that does what a script says."""
    folder.mkdir()
    tool = folder / "soffice"
    tool.write_text(f"#!/bin/sh\n{script}\n")
    tool.chmod(0o700)
    return str(folder)


MAKES = """\
while [ "$1" != --outdir ]; do shift; done; out=$2; shift 2
for one; do name=$(/usr/bin/basename "$one" .docx); echo "printed" > "$out/$name.pdf"; done"""


@pytest.mark.slow
@pytest.mark.usefixtures("_soffice")
@pytest.mark.parametrize("sample", ["certification-ice", "request-copy", "appellate-silence"])
def test_every_paper_of_a_packet_becomes_an_accessible_pdf(sample: str, tmp_path: Path) -> None:
    draft = drafted(sample)
    folder = write_packet(draft, tmp_path, PROVENANCE).folder
    made = print_packet(draft, folder)
    assert [one.relative_to(folder).as_posix() for one in made] == [
        one.path.replace(".docx", ".pdf") for one in draft.papers]
    wrong = {
        one.name: [what for what, sign in ACCESSIBLE.items() if not re.search(sign, one.read_bytes())]
        for one in made
    }
    assert wrong == {one.name: [] for one in made}
    assert {stat.S_IMODE(one.stat().st_mode) for one in made} == {0o600}
    assert sorted(one.name for one in tmp_path.iterdir()) == [".lock", folder.name]


def test_a_pdf_stands_beside_each_paper_and_is_not_made_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", _program(tmp_path / "bin", MAKES))
    folder = write_packet(Draft(), tmp_path / "out", PROVENANCE).folder
    kept = folder / "send" / "01-letter.pdf"
    kept.write_text("mine")
    made = print_packet(Draft(), folder)
    assert [one.name for one in made] == ["01-complaint.pdf", "01-review-memo.pdf"]
    assert kept.read_text() == "mine"
    assert print_packet(Draft(), folder) == ()


@pytest.mark.parametrize(("script", "words"), [
    ("", "01-complaint.pdf: LibreOffice did not make it. The Word papers stand;"),
    ("exit 1", "01-complaint.pdf: LibreOffice did not make it."),
])
def test_a_pdf_that_was_not_made_is_named(
    script: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", _program(tmp_path / "bin", script))
    folder = write_packet(Draft(), tmp_path / "out", PROVENANCE).folder
    with pytest.raises(PacketError, match=re.escape(words)):
        print_packet(Draft(), folder)
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == [".lock", "lantern"]


def test_a_program_that_never_ends_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", _program(tmp_path / "bin", "exec /bin/sleep 60"))
    monkeypatch.setattr("drafter.packet.printing._SECONDS", 0.2)
    folder = write_packet(Draft(), tmp_path / "out", PROVENANCE).folder
    with pytest.raises(PacketError, match=r"took too long\. The Word papers stand"):
        print_packet(Draft(), folder)


def test_a_folder_that_cannot_be_written_to_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", _program(tmp_path / "bin", MAKES))
    folder = write_packet(Draft(), tmp_path / "out", PROVENANCE).folder
    (folder / "send" / "01-letter.docx").unlink()
    (folder / "send").rmdir()
    with pytest.raises(PacketError, match=r"send/01-letter\.pdf: No such file"):
        print_packet(Draft(), folder)


@pytest.mark.parametrize("command", ["draft", "demand"])
def test_without_libreoffice_the_word_papers_stand_and_the_message_says_so(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    out = tmp_path / "out"
    assert main([command, "half-known", "--pdf", "--out", str(out), "--as-of", "2026-11-24"]) == 1
    said = capsys.readouterr()
    assert "but LibreOffice (soffice), which makes the PDFs, was not found; install it" in said.err
    assert list(out.rglob("*-demand-letter.docx"))
    assert not list(out.rglob("*.pdf"))


def test_the_command_prints_where_each_pdf_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PATH", _program(tmp_path / "bin", MAKES))
    arguments = ["demand", "half-known", "--pdf", "--out", str(tmp_path / "out"), "--as-of", "2026-11-24"]
    assert main(arguments) == 0
    place = tmp_path / "out" / "half-known-demand" / "send" / "01-demand-letter.pdf"
    assert str(place) in capsys.readouterr().out.splitlines()
    assert place.read_text() == "printed\n"
    assert main(["verify", str(tmp_path / "out")]) == 0
