from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.cli import main
from drafter.configuration import EXAMPLE
from drafter.proofread import mirror

Run = Callable[..., tuple[int, str, str]]
DAY = "2026-11-24"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the example's settings, without its templates."""
    text = "".join(line for line in EXAMPLE.splitlines(keepends=True) if "my-templates" not in line)
    (tmp_path / "drafter.toml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DRAFTER_CONFIG", "drafter.toml")
    return tmp_path


def _papers(folder: Path) -> dict[str, str]:
    return {one.stem[3:]: mirror(one.read_bytes()) for one in folder.rglob("*.docx")}


def test_config_shows_each_setting_and_where_it_comes_from(run: Run, office: Path) -> None:
    outcome, out, err = run("config")
    assert outcome == 0
    rows = {line.split()[0]: line for line in out.splitlines() if not line.startswith(" ")}
    assert rows["forum"].split() == ["forum", "drafter.toml", "almd"]
    assert "those of the program" in rows["templates"]
    assert "drafter.toml: read." in err
    assert office.name not in out


def test_the_example_is_a_file_that_is_read(run: Run, office: Path) -> None:
    (office / "drafter.toml").write_text(run("config", "--example")[1])
    assert run("config")[0] == 0


def test_a_misspelt_setting_stops_a_draft_and_names_the_nearest(run: Run, office: Path) -> None:
    (office / "drafter.toml").write_text('letter_head = ["x"]\n')
    outcome, _, err = run("draft", "certification-ice", "--as-of", DAY)
    assert outcome == 1
    assert 'did you mean "letterhead"?' in err
    assert not (office / "out").exists()


def test_the_letterhead_reaches_every_letter_and_no_paper_to_file(run: Run, office: Path) -> None:
    assert run("draft", "certification-ice", "--as-of", DAY)[0] == 0
    papers = _papers(office / "packets" / "certification-ice")
    line = "[Letterhead] 1 Specimen Square, Lantern City, Alabama\u00a000000"  # one line holds State and code
    assert line in papers["cover-letter-to-clerk"]
    assert line in papers["service-letters"]
    assert "[Letterhead]" not in papers["complaint"]


def test_the_signature_block_reaches_a_case_that_names_no_lawyer(run: Run, office: Path) -> None:
    (office / "lantern.yaml").write_text("matter:\n  id: lantern\nforum:\n  court: almd\n")
    assert run("draft", "lantern.yaml", "--as-of", DAY)[0] == 0
    complaint = _papers(office / "packets" / "lantern")["complaint"]
    for line in ("Ines Draftwell", "Bar No. 00000", "Example Public Law Project"):
        assert f"[Signature] {line}" in complaint
    assert "<blank>[name of counsel]" not in complaint
    told = json.loads((office / "packets" / "lantern" / "packet.json").read_text())
    assert len(told["office_sha256"]) == 64


def test_a_lawyer_whom_the_case_names_signs(run: Run, office: Path) -> None:
    assert run("draft", "certification-ice", "--as-of", DAY)[0] == 0
    complaint = _papers(office / "packets" / "certification-ice")["complaint"]
    assert "Ines Draftwell" not in complaint.split("Respectfully submitted")[1]


def test_without_settings_a_missing_lawyer_is_a_bracket(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lantern.yaml").write_text("matter:\n  id: lantern\nforum:\n  court: almd\n")
    assert run("draft", "lantern.yaml", "--as-of", DAY)[0] == 0
    assert "<blank>[name of counsel]" in _papers(tmp_path / "out")["complaint"]
    assert "office_sha256" not in (tmp_path / "out" / "lantern" / "packet.json").read_text()


def test_a_case_without_a_court_takes_the_offices_own_and_says_so(run: Run, office: Path) -> None:
    (office / "lantern.yaml").write_text("matter:\n  id: lantern\n")
    outcome, _, err = run("check", "lantern.yaml", "--as-of", DAY)
    assert outcome == 0
    assert 'forum.court: is not given; the office\'s own, "almd", is taken' in err


@pytest.mark.usefixtures("office")
def test_a_new_case_begins_with_the_offices_own_court(run: Run) -> None:
    outcome, out, _ = run("new", "lantern.yaml", "--no-input")
    assert "forum.court" not in out
    assert outcome == 2


def test_a_batch_has_the_offices_letterhead_too(run: Run, office: Path) -> None:
    (office / "cases").mkdir()
    (office / "cases" / "lantern.yaml").write_text("matter:\n  id: lantern\n")
    outcome, _, err = run("batch", "cases", "--out", "many", "--as-of", DAY, "--jobs", "1")
    assert outcome == 0, err
    assert "Ines Draftwell" in _papers(office / "many" / "lantern")["complaint"]
    assert run("batch", "cases", "--out", "many", "--as-of", DAY, "--jobs", "1", "--resume")[0] == 0
    assert len(list((office / "many").glob("lantern*"))) == 1


def test_changed_settings_draft_a_new_packet_beside_the_old(run: Run, office: Path) -> None:
    assert run("draft", "half-known", "--as-of", DAY)[0] == 0
    assert "nothing was written" in run("draft", "half-known", "--as-of", DAY)[2]
    text = (office / "drafter.toml").read_text().replace("1 Specimen Square", "2 Specimen Square")
    (office / "drafter.toml").write_text(text)
    assert run("draft", "half-known", "--as-of", DAY)[0] == 0
    assert (office / "packets" / "half-known-2").is_dir()


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_a_shell_can_read_its_completion(shell: str, run: Run, tmp_path: Path) -> None:
    outcome, out, _ = run("completion", shell)
    assert outcome == 0
    assert "templates" in out
    assert "as-of" in out
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not here to read it")
    (tmp_path / "script").write_text(out)
    flag = "-f" if shell == "tcsh" else "-n"
    subprocess.run([shell, flag, tmp_path / "script"], check=True, timeout=60, capture_output=True)


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")
def test_bash_completes_a_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "bash"]) == 0
    (tmp_path / "script").write_text(capsys.readouterr().out)
    typed = (
        "source ./script; COMP_WORDS=(drafter templ); COMP_CWORD=1; COMP_LINE='drafter templ'; "
        'COMP_POINT=13; _shtab_drafter; echo "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", typed], cwd=tmp_path, capture_output=True, text=True,
                          check=True, timeout=60)
    assert done.stdout.split() == ["templates"]
