from __future__ import annotations

import io
import os
import signal
import sys
import time
import types
from pathlib import Path

import pytest

from drafter.batch import Outcome, Progress, Status
from drafter.batch.cluster import dask_executor
from drafter.cli import main, status
from drafter.cli.batch import progress_text
from drafter.errors import DrafterError
from tests.batch.cases import AS_OF, case_text, client, lay, settings
from tests.batch.conftest import ROOT

DAY = ["--as-of", AS_OF.isoformat()]


def test_the_command_drafts_a_folder_and_says_what_came_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(tmp_path / "in", 3)
    (tmp_path / "in" / "bad.yaml").write_text("matter: {id: bad}\n")
    out = tmp_path / "out"
    assert main(["batch", str(tmp_path / "in"), "--out", str(out), *DAY]) == status.COULD_NOT
    said = capsys.readouterr()
    assert said.out == f"{out}/batch-report.jsonl\n"
    assert f"refused: {tmp_path}/in/bad.yaml:1:1: forum: is missing" in said.err
    assert "drafted now                   3" in said.err
    assert "petitioners.1.name" in said.err
    assert "\r" not in said.err


def test_rows_of_a_table_are_drafted_and_a_bad_cell_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = tmp_path / "base.yaml"
    base.write_text(case_text(9), encoding="utf-8")
    table = tmp_path / "cases.csv"
    table.write_text(
        "matter.id,petitioners.1.name,events.1.on\n"
        f"one,{client(1)},2026-11-02\ntwo,{client(2)},02/13/2026x\nthree,{client(3)},\n",
        encoding="utf-8",
    )
    out = tmp_path / "out"
    command = ["batch", str(table), "--base", str(base), "--out", str(out), "--jobs", "1", *DAY]
    assert main(command) == status.COULD_NOT
    said = capsys.readouterr().err
    assert 'row 3, column C "events.1.on": ' in said
    assert (out / "one" / "packet.json").is_file()
    assert (out / "three" / "packet.json").is_file()
    assert "13/2026" not in said


def test_with_strict_a_stop_note_shows_in_the_status(tmp_path: Path) -> None:
    lay(tmp_path / "in", 1)
    command = ["batch", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--jobs", "1", *DAY]
    assert main([*command, "--strict"]) == status.STOP_STANDS
    assert main([*command, "--strict", "--resume"]) == status.STOP_STANDS
    assert main(command) == status.DONE


def test_facts_of_another_client_and_edited_papers_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = lay(tmp_path / "in", 2)
    Path(names[0]).write_text(case_text(0, f"A deputy stopped {client(1)}."), encoding="utf-8")
    command = ["batch", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--jobs", "1", *DAY]
    main(command)
    assert "STOP: case-00000 holds facts of another client" in capsys.readouterr().err
    paper = next((tmp_path / "out" / "case-00001" / "keep").glob("*.docx"))
    paper.write_bytes(b"edited")
    main([*command, "--resume"])
    said = capsys.readouterr().err
    assert f"{paper}: has been edited" in said
    assert "edited papers, left as they are  1" in said


@pytest.mark.parametrize(
    ("extra", "wanted"),
    [
        (["--base", "gone.yaml"], status.USAGE),
        (["--templates", "empty"], status.USAGE),
        (["--jobs", "0"], status.USAGE),
        (["--jobs", "two"], status.USAGE),
        (["--scheduler", "tcp://127.0.0.1:1"], status.COULD_NOT),
    ],
)
def test_a_command_that_asks_for_what_is_not_there_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extra: list[str], wanted: int
) -> None:
    monkeypatch.chdir(tmp_path)
    lay(tmp_path / "in", 1)
    (tmp_path / "empty").mkdir()
    assert main(["batch", "in", "--out", "out", *extra]) == wanted
    assert not (tmp_path / "out").exists()


def test_a_source_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    assert main(["batch", str(tmp_path / "gone"), "--out", str(tmp_path / "out")]) == status.USAGE


def test_progress_tells_rate_and_time_left() -> None:
    text = progress_text(Progress("drafting", 250, 1000), 10.0, 2)
    assert text == "drafting 250 of 1,000 [#####...............] 25.0 a second, 0:30 left, 2 failed"
    assert "0:00 left" in progress_text(Progress("reading", 0, 0), 0.0, 0)


def test_on_a_terminal_one_line_is_drawn_over_and_over(monkeypatch: pytest.MonkeyPatch) -> None:
    from drafter.cli.batch import _ProgressLine

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", screen := Terminal())
    line = _ProgressLine(time.monotonic() - 1)
    line.draw(Progress("reading", 1, 2))
    line.draw(Progress("reading", 1, 2))
    line.draw(Progress("drafting", 2, 2, Outcome("x", Status.FAILED)))
    line.wipe()
    line.wipe()
    said = screen.getvalue()
    assert said.count("\r") == 4
    assert "1 failed" in said


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(DrafterError, match=r"\[dask\]"):
        dask_executor("tcp://127.0.0.1:1")


def test_a_cluster_without_workers_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Client:
        """A scheduler that answers, with nobody behind it."""

        def __init__(self, *_: object, **__: object) -> None: ...

        def nthreads(self) -> dict[str, int]:
            return {}

        def close(self) -> None: ...

    module = types.ModuleType("distributed")
    module.Client = Client  # type: ignore[attr-defined]  # a stand-in
    monkeypatch.setitem(sys.modules, "distributed", module)
    with pytest.raises(DrafterError, match="has no workers"):
        dask_executor("tcp://127.0.0.1:1")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_cluster_makes_the_same_packets_though_one_of_its_workers_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed = pytest.importorskip("distributed")
    from drafter.batch import Batch, collect

    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    names = lay(tmp_path / "in", 30)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, processes=True,
        local_directory=str(tmp_path / "dask"),
    ) as cluster:
        executor, threads = dask_executor(cluster.scheduler_address)
        assert threads == 2
        batch = Batch(collect(names), settings(tmp_path / "out"), executor, window=8)
        for progress in batch.run():
            if progress.phase == "drafting" and progress.done == 5:
                os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
        executor.shutdown()
    # A case whose worker died after its packet stood there is found to be there.
    assert batch.tally.done == 30
