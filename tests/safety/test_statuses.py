"""Promise 31: each exit status, from the program as a script starts it, in two situations."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from drafter.packet import holding
from tests.batch.cases import lay
from tests.safety.command import AS_OF, ROOT, drafter

SITUATIONS: tuple[tuple[int, Sequence[str], str], ...] = (
    (0, ["check", "half-known", *AS_OF], ""),
    (0, ["draft", "half-known", "--out", "new", *AS_OF], "Drafted 10 papers"),
    (1, ["draft", "half-known", "--out", "a-file/out", *AS_OF], "choose another folder"),
    (1, ["verify", "nowhere"], "there is no packet here"),
    (2, ["dance"], "usage: drafter"),
    (2, ["check", "broken.yaml"], "broken.yaml:1:"),
    (2, ["batch", "nowhere", "--out", "new"], "there is no case there"),
    (3, ["check", "half-known", "--strict", *AS_OF], "STOP"),
    (3, ["draft", "half-known", "--strict", "--out", "new", *AS_OF], "STOP"),
    (75, ["draft", "half-known", "--out", "held", *AS_OF], "another run is using this folder"),
    (75, ["batch", "cases", "--out", "held", *AS_OF], "another run is using this folder"),
)


@pytest.mark.slow
@pytest.mark.parametrize(("wanted", "command", "words"), SITUATIONS, ids=lambda one: str(one)[:40])
def test_each_situation_ends_with_the_status_that_is_promised(
    wanted: int, command: Sequence[str], words: str, tmp_path: Path
) -> None:
    (tmp_path / "a-file").touch()
    (tmp_path / "broken.yaml").write_text("matter: [\n")
    lay(tmp_path / "cases", 1)
    with holding(tmp_path / "held"):
        run = drafter(*command, home=tmp_path / "home", cwd=tmp_path)
    assert run.returncode == wanted, run.stderr
    assert words in run.stdout + run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.slow
def test_a_list_that_finds_no_room_says_so_and_what_stands_is_whole(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "drafter", "duties"], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )
    assert run.returncode == 1
    assert "No space left on device" in run.stderr
    assert "packets that stand are whole" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.slow
@pytest.mark.parametrize("command", ["batch", "new"])
@pytest.mark.parametrize(("number", "wanted"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_is_stopped_says_by_what(command: str, number: int, wanted: int, tmp_path: Path) -> None:
    lay(tmp_path / "cases", 400)
    words = ["batch", "cases", "--out", "out", "--jobs", "1", *AS_OF] if command == "batch" else ["new", "case.yaml"]
    run = subprocess.Popen(
        [sys.executable, "-m", "drafter", *words], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )
    if command == "batch":
        while not list(tmp_path.glob("out/case-*/packet.json")):
            assert run.poll() is None
            time.sleep(0.05)
    else:
        assert run.stderr is not None
        assert run.stderr.read(1)  # the first question is on its way
    run.send_signal(number)
    _, said = run.communicate(timeout=60)
    assert run.returncode == wanted, said
    assert "Traceback" not in said
    assert not list(tmp_path.glob("out/.drafter-*"))
