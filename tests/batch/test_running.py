from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import stat
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from drafter.batch import Batch, Job, Status, Workers, collect
from drafter.batch.report import REPORT, read_report
from drafter.errors import InUseError
from drafter.packet import holding, verify
from tests.batch import poison
from tests.batch.cases import AS_OF, case_text, client, lay, settings
from tests.batch.conftest import ROOT


def _run(sources: list[str], out: Path, *, resume: bool = False) -> Batch:
    """A batch in this very process."""
    with ThreadPoolExecutor(1) as executor:
        batch = Batch(collect(sources), settings(out, resume=resume), executor)
        list(batch.run())
    return batch


def _papers(out: Path) -> dict[str, str]:
    """The hash of every file of every packet."""
    return {
        one.relative_to(out).as_posix(): hashlib.sha256(one.read_bytes()).hexdigest()
        for one in sorted(out.rglob("*"))
        if one.is_file() and one.parent != out
    }


def _lines(out: Path) -> list[dict[str, object]]:
    return list(read_report(out / REPORT))


def test_every_case_gets_its_packet_and_its_line(tmp_path: Path) -> None:
    batch = _run(lay(tmp_path / "in", 3), tmp_path / "out")
    assert batch.tally.by_status == {Status.DRAFTED: 3}
    assert [one["case_id"] for one in _lines(tmp_path / "out")] == [f"case-{n:05d}" for n in range(3)]
    packets, wrong = verify(tmp_path / "out")
    assert (len(packets), wrong) == (3, ())


def test_a_case_that_is_not_fit_is_told_without_its_words(tmp_path: Path) -> None:
    names = lay(tmp_path / "in", 2)
    bad = case_text(7).replace("id: case-00007", 'id: "Ada Quill"')
    Path(names[0]).write_text(bad, encoding="utf-8")
    batch = _run([*names, str(tmp_path / "in" / "gone.yaml")], tmp_path / "out")
    assert batch.tally.by_status == {Status.REFUSED: 2, Status.DRAFTED: 1}
    first = _lines(tmp_path / "out")[0]
    assert "matter.id" in str(first["reasons"])
    assert "Quill" not in json.dumps(_lines(tmp_path / "out"))


def test_two_cases_with_one_id_are_both_refused(tmp_path: Path) -> None:
    names = lay(tmp_path / "in", 3)
    Path(names[2]).write_text(case_text(1), encoding="utf-8")
    batch = _run(names, tmp_path / "out")
    assert batch.tally.by_status == {Status.REFUSED: 2, Status.DRAFTED: 1}
    assert not (tmp_path / "out" / "case-00001").exists()


def test_what_is_finished_is_left_alone_and_an_edited_paper_too(tmp_path: Path) -> None:
    names, out = lay(tmp_path / "in", 3), tmp_path / "out"
    _run(names[:2], out)
    paper = next((out / "case-00000" / "file").glob("*.docx"))
    paper.write_bytes(b"edited by counsel")
    before = _papers(out)
    batch = _run(names, out, resume=True)
    assert batch.tally.by_status == {Status.THERE: 2, Status.DRAFTED: 1}
    assert batch.tally.edited == [str(paper)]
    assert {name: one for name, one in _papers(out).items() if name in before} == before
    assert sorted(one.name for one in out.iterdir() if one.is_dir()) == [
        f"case-{n:05d}" for n in range(3)
    ]


def test_a_case_that_changed_is_drafted_anew_beside_the_old_packet(tmp_path: Path) -> None:
    names, out = lay(tmp_path / "in", 1), tmp_path / "out"
    _run(names, out)
    Path(names[0]).write_text(case_text(0, "A deputy stopped a car."), encoding="utf-8")
    batch = _run(names, out, resume=True)
    assert batch.tally.by_status == {Status.DRAFTED: 1}
    assert (out / "case-00000-2" / "packet.json").is_file()


def test_a_hurt_manifest_is_not_taken_for_a_finished_packet(tmp_path: Path) -> None:
    names, out = lay(tmp_path / "in", 1), tmp_path / "out"
    _run(names, out)
    (out / "case-00000" / "packet.json").write_text("{}")
    assert _run(names, out, resume=True).tally.by_status == {Status.DRAFTED: 1}
    assert (out / "case-00000-2").is_dir()


def test_without_resume_the_same_packet_is_drafted_and_found_equal(tmp_path: Path) -> None:
    names, out = lay(tmp_path / "in", 1), tmp_path / "out"
    _run(names, out)
    assert _run(names, out).tally.by_status == {Status.THERE: 1}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (f"A deputy stopped {client(1)} on the road.", "name"),
        (f"The deputy asked {client(1).split()[1]}, {client(1).split()[0]} for a name.", "name"),
        ("ICE wrote A-000-111-222 on the form.", "A-number"),
        ("The receipt is IOE0000000123.", "receipt number"),
        ("She was born on March 4, 1990.", "date of birth"),
    ],
)
def test_what_belongs_to_one_client_is_stopped_in_the_papers_of_another(
    tmp_path: Path, words: str, kind: str
) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    names = lay(folder, 4)
    Path(names[0]).write_text(case_text(0, words), encoding="utf-8")
    if kind != "name":
        other = words.replace("March 4, 1990", "3/4/1990").replace("A-000-111-222", "A000111222")
        Path(names[1]).write_text(case_text(1, other), encoding="utf-8")
    batch = _run([str(folder)], out)
    wanted = ["case-00000"] if kind == "name" else ["case-00000", "case-00001"]
    assert sorted(batch.tally.strangers) == wanted
    manifest = json.loads((out / "case-00000" / "packet.json").read_text())
    assert {"id": "PRI014", "field": "matter.summary.0.say", "dismissed": False} in (
        manifest["notes"]["STOP"]
    )
    clean = json.loads((out / "case-00003" / "packet.json").read_text())
    assert "PRI014" not in json.dumps(clean)


def test_a_canary_that_comes_later_undoes_a_finished_packet(tmp_path: Path) -> None:
    names, out = lay(tmp_path / "in", 2), tmp_path / "out"
    Path(names[0]).write_text(case_text(0, f"A deputy stopped {client(1)}."), encoding="utf-8")
    assert _run(names[:1], out).tally.strangers == []
    batch = _run(names, out, resume=True)
    assert batch.tally.strangers == ["case-00000"]
    assert batch.tally.by_status == {Status.DRAFTED: 2}


def test_the_words_of_one_client_are_in_no_paper_of_another(tmp_path: Path) -> None:
    from drafter.proofread import mirror

    count = 6
    names = lay(tmp_path / "in", count)
    for n, name in enumerate(names):
        Path(name).write_text(case_text(n, f"The clerk wrote canary{n:03d} there."), encoding="utf-8")
    _run(names, tmp_path / "out")
    for n in range(count):
        texts = [mirror(one.read_bytes()) for one in (tmp_path / "out" / f"case-{n:05d}").rglob("*.docx")]
        whole = "\n".join(texts)
        assert f"canary{n:03d}" in whole
        assert client(n).upper() in whole.upper()
        for other in range(count):
            if other != n:
                assert f"canary{other:03d}" not in whole
                assert client(other).upper() not in whole.upper()


def test_what_a_batch_leaves_is_its_owners_alone_and_no_work_file_stays(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        _run(lay(tmp_path / "in", 1), tmp_path / "out")
    finally:
        os.umask(old)
    for one in (tmp_path / "out").rglob("*"):
        assert stat.S_IMODE(one.stat().st_mode) == (0o700 if one.is_dir() else 0o600), one
    assert not list((tmp_path / "out").glob(".drafter-*"))


def test_the_report_knows_no_fact_of_a_client(tmp_path: Path) -> None:
    names = lay(tmp_path / "in", 2)
    _run(names, tmp_path / "out")
    text = (tmp_path / "out" / REPORT).read_text()
    assert not [word for n in range(2) for word in client(n).split() if word in text]


def test_a_line_that_was_cut_off_is_not_read(tmp_path: Path) -> None:
    report = tmp_path / REPORT
    report.write_text('{"name": "a"}\n{"name": "b')
    assert list(read_report(report)) == [{"name": "a"}]


def test_a_second_run_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    names = lay(tmp_path / "in", 1)
    with holding(tmp_path / "out"), pytest.raises(InUseError):
        _run(names, tmp_path / "out")


def test_the_order_and_number_of_workers_do_not_show_in_the_packets(
    tmp_path: Path, workers: Workers
) -> None:
    names = lay(tmp_path / "in", 5)
    _run(names, tmp_path / "a")
    batch = Batch(collect(names[::-1]), settings(tmp_path / "b"), workers)
    list(batch.run())
    assert batch.tally.done == 5
    assert _papers(tmp_path / "a") == _papers(tmp_path / "b")


def test_the_poisoned_are_reported_and_all_others_are_made(tmp_path: Path, workers: Workers) -> None:
    kinds = ("kill", "crash", "leave", "swell", "raise")
    names = [f"{kinds[n // 50 % 5]}-{n}" if n % 50 == 9 else f"good-{n}" for n in range(500)]
    batch = Batch([Job(one, text="{}") for one in names], settings(tmp_path / "out"), workers,
                  make=poison.take)
    list(batch.run())
    assert batch.tally.by_status == {Status.DRAFTED: 490, Status.FAILED: 10}
    failed = [str(one["name"]) for one in _lines(tmp_path / "out") if one["status"] == "failed"]
    assert sorted(failed) == sorted(one for one in names if not one.startswith("good"))
    assert len(_lines(tmp_path / "out")) == 500


def test_an_executor_that_breaks_costs_cases_and_not_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    import multiprocessing as mp

    jobs = [Job("good-1", text="{}"), Job("kill-2", text="{}")]
    with ProcessPoolExecutor(1, mp_context=mp.get_context("forkserver")) as executor:
        batch = Batch(jobs, settings(tmp_path / "out"), executor, make=poison.take, window=1)
        list(batch.run())
    assert batch.tally.by_status == {Status.DRAFTED: 1, Status.FAILED: 1}
    assert _lines(tmp_path / "out")[1]["reasons"] == ["BrokenProcessPool"]


@pytest.mark.slow
def test_a_run_killed_again_and_again_ends_as_one_that_was_not(tmp_path: Path) -> None:
    names = lay(tmp_path / "in", 60)
    _run(names, tmp_path / "whole")
    command = [sys.executable, "-m", "drafter", "batch", str(tmp_path / "in"), "--out",
               str(tmp_path / "out"), "--as-of", AS_OF.isoformat(), "--jobs", "2", "--resume"]
    chance = random.Random(7)  # noqa: S311 - the same kills each time
    kills = 0
    for attempt in range(5):
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
        try:
            run.wait(1.4 + chance.random() + attempt * 0.05)
        except subprocess.TimeoutExpired:
            run.send_signal(chance.choice((signal.SIGKILL, signal.SIGTERM)))
            run.wait()
            kills += 1
            time.sleep(0.1)
            continue
        break
    end = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert end.returncode == 0, end.stderr
    assert kills >= 2
    assert _papers(tmp_path / "out") == _papers(tmp_path / "whole")
    assert not list((tmp_path / "out").glob(".drafter-*"))
    assert len(_lines(tmp_path / "out")) == 60
