"""Promises 8, 13, 16, 17, 26: the disk, the network, other runs, other machines."""

from __future__ import annotations

import fcntl
import os
import re
import resource
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.packet import verify
from drafter.packet.writing import LOCK
from tests.batch.cases import lay
from tests.packet.stand_in import tree
from tests.safety.command import AS_OF, ROOT, drafter, limited
from tests.safety.tracer import traced


def _draft(home: Path, out: Path, **how: object) -> subprocess.CompletedProcess[str]:
    return drafter("draft", "half-known", "--out", out, *AS_OF, home=home, **how)  # type: ignore[arg-type]


def _seeded(folder: Path) -> tuple[Path, dict[str, bytes]]:
    """An output folder in which a paper has been edited, and what it holds."""
    out = folder / "out"
    assert _draft(folder / "home", out).returncode == 0
    (out / "half-known" / "file" / "01-petition.docx").write_bytes(b"edited")
    return out, tree(out)


def _is_clear(run: subprocess.CompletedProcess[str], words: str) -> None:
    assert run.returncode == 1, run.stderr
    assert words in run.stderr
    assert "Traceback" not in run.stderr
    assert "mistake in the program" not in run.stderr


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no disk may be mounted here")
    yield disk
    subprocess.run(["umount", disk], check=True)


@pytest.mark.slow
def test_a_full_disk_is_told_and_leaves_nothing(small_disk: Path, tmp_path: Path) -> None:
    run = _draft(tmp_path / "home", small_disk / "out")
    _is_clear(run, "No space left on device")
    assert str(small_disk) in run.stderr
    assert tree(small_disk) == {}
    lay(tmp_path / "in", 2)
    batch = drafter("batch", tmp_path / "in", "--out", small_disk / "out", *AS_OF, home=tmp_path / "home")
    _is_clear(batch, "No space left on device")
    assert [name for name in tree(small_disk) if "batch-report" not in name] == []


@pytest.mark.slow
def test_a_file_that_may_grow_no_further_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    out, before = _seeded(tmp_path)
    run = _draft(tmp_path / "home", out, before=limited(resource.RLIMIT_FSIZE, 8_000))
    _is_clear(run, "File too large")
    assert tree(out) == before


@pytest.mark.slow
def test_a_folder_that_may_only_be_read_is_told_and_stays_as_it_is(tmp_path: Path) -> None:
    out, before = _seeded(tmp_path)
    out.chmod(0o555)
    through: tuple[str, ...] = ()
    if os.geteuid() == 0:  # root writes everywhere, unless this is taken away
        if shutil.which("setpriv") is None:
            pytest.skip("setpriv is not there")
        through = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
    run = _draft(tmp_path / "home", out, through=through)
    out.chmod(0o700)
    _is_clear(run, "Permission denied")
    assert str(out) in run.stderr
    assert tree(out) == before


@pytest.mark.slow
def test_a_draft_made_read_only_is_never_replaced(tmp_path: Path) -> None:
    out, _ = _seeded(tmp_path)
    paper = out / "half-known" / "file" / "01-petition.docx"
    paper.chmod(0o444)
    (paper.parent / ".~lock.01-petition.docx#").write_text(",office,desk,;")
    (paper.parent / "~$-petition.docx").write_bytes(b"open in Word")
    os.utime(paper, (0, 0))  # as if the clock had been set back
    inode = paper.stat().st_ino
    for _ in range(2):
        assert _draft(tmp_path / "home", out).returncode == 0
    assert paper.read_bytes() == b"edited"
    assert (paper.stat().st_ino, stat.S_IMODE(paper.stat().st_mode)) == (inode, 0o444)
    assert sorted(one.name for one in out.iterdir() if one.is_dir()) == ["half-known", "half-known-2"]


@pytest.mark.slow
def test_two_runs_at_once_end_as_one_run_and_a_killed_one_holds_nobody_up(tmp_path: Path) -> None:
    lay(tmp_path / "in", 3)
    command = [sys.executable, "-m", "drafter", "batch", str(tmp_path / "in"), "--out", str(tmp_path / "out"), *AS_OF]
    runs = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            for _ in range(3)]
    ends = [(run.communicate()[1], run.returncode) for run in runs]
    assert {code for _, code in ends} <= {0, 75}
    assert 0 in {code for _, code in ends}
    assert all("another run is using this folder" in said for said, code in ends if code == 75)
    packets, wrong = verify(tmp_path / "out")
    assert (len(packets), wrong) == (3, ())
    held = os.open(tmp_path / "out" / LOCK, os.O_RDWR)
    fcntl.flock(held, fcntl.LOCK_EX)
    assert _draft(tmp_path / "home", tmp_path / "out").returncode == 75
    os.close(held)  # as the system does for a process that was killed
    assert _draft(tmp_path / "home", tmp_path / "out").returncode == 0


@pytest.mark.slow
def test_the_same_cases_give_the_same_bytes_on_another_machine(tmp_path: Path) -> None:
    lay(tmp_path / "in", 12)
    shutil.copytree(tmp_path / "in", tmp_path / "elsewhere" / "cases")
    one = drafter("batch", tmp_path / "in", "--out", tmp_path / "a", "--jobs", 1, *AS_OF, home=tmp_path / "home",
                  PYTHONHASHSEED="1", TZ="UTC", LANG="C.UTF-8")
    two = drafter("batch", "cases", "--out", tmp_path / "b", "--jobs", 3, *AS_OF, home=tmp_path / "home",
                  cwd=tmp_path / "elsewhere", umask=0o002, PYTHONHASHSEED="77", TZ="Pacific/Kiritimati", LANG="C", LC_ALL="tr_TR")
    assert one.returncode == two.returncode == 0
    packets = [{name: data for name, data in tree(tmp_path / out).items() if "/" in name} for out in "ab"]
    assert packets[0] == packets[1]
    assert len(packets[0]) >= 100


@pytest.mark.slow
def test_what_is_written_is_its_owners_alone_and_nothing_is_written_elsewhere(tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "deep" / "out"
    lay(tmp_path / "in", 2)
    for command in (
        ("draft", "half-known", "--out", out), ("demand", "half-known", "--out", out),
        ("batch", tmp_path / "in", "--out", out / "batch"), ("draft", "half-known", "--out", out, "--marked"),
    ):
        assert drafter(*command, *AS_OF, home=home, umask=0).returncode == 0
    wrong = [
        str(one) for one in (tmp_path / "deep", *(tmp_path / "deep").rglob("*"))
        if stat.S_IMODE(one.stat().st_mode) != (0o700 if one.is_dir() else 0o600)
    ]
    assert wrong == []
    assert [one for one in home.rglob("*") if one.is_file()] == []


@pytest.mark.slow
def test_no_command_makes_a_connection(tmp_path: Path) -> None:
    lay(tmp_path / "in", 2)
    out = str(tmp_path / "out")
    for command in (
        ["draft", "certification-ice", "--out", out, "--marked"], ["check", "certification-ice"],
        ["batch", str(tmp_path / "in"), "--out", f"{out}/batch", "--jobs", "2"], ["verify", out],
        ["preview", "half-known"], ["demand", "half-known", "--out", out],
    ):
        day = [] if command[0] == "verify" else AS_OF
        run = traced("%network", ["-m", "drafter", *command, *day])
        assert run.status == 0, run.said
        assert [line for line in run.calls if re.search(r"AF_INET|AF_NETLINK", line)] == []


@pytest.mark.slow
def test_a_connection_would_be_noticed() -> None:
    code = "import socket; s = socket.socket(); s.connect_ex(('127.0.0.1', 9))"
    assert [line for line in traced("%network", ["-c", code]).calls if "AF_INET" in line]


@pytest.mark.slow
def test_a_long_path_of_the_folder_for_temporary_files_stops_no_batch(tmp_path: Path) -> None:
    # The workers' socket would lie there, and no system takes a path of 108 bytes for one.
    lay(tmp_path / "in", 2)
    run = drafter("batch", tmp_path / "in", "--out", tmp_path / "out", *AS_OF, home=tmp_path / ("a" * 90))
    assert run.returncode == 0, run.stderr
