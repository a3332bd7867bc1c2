from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from drafter.cli import main
from drafter.cli.screen import complain
from drafter.errors import CaseFileError, InUseError, LawError, PacketError

Run = Callable[..., tuple[int, str, str]]


def _python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=False,
        env={**os.environ, **environment},
    )


def test_help_names_every_command_and_the_exit_statuses(run: Run) -> None:
    outcome, out, _ = run("--help")
    assert outcome == 0
    commands = set(re.findall(r"^    ([a-z]+)", out, re.MULTILINE))
    assert commands == {
        "batch", "checks", "check", "completion", "config", "demand", "draft", "duties", "edit", "forums",
        "intake", "law", "moa", "new", "preview", "redline", "samples", "schema", "templates", "verify",
    }
    for code in ("0 done", "1 could not", "2 wrong", "3 a STOP", "75 ", "130 ", "143 "):
        assert code in out


def test_the_version_is_the_packages_own(run: Run) -> None:
    from drafter import __version__

    assert run("--version") == (0, f"drafter {__version__}\n", "")


def test_help_loads_nothing_heavy() -> None:
    listing = _python("-X", "importtime", "-m", "drafter", "--help").stderr
    loaded = {line.rsplit("|", 1)[1].strip() for line in listing.splitlines() if "|" in line}
    assert "drafter.cli.arguments" in loaded
    assert not loaded & {"pydantic", "lxml", "jinja2", "docx", "docxtpl", "yaml", "drafter.case"}


def test_the_module_and_the_command_are_the_same_program() -> None:
    assert _python("-m", "drafter", "--version").stdout == _python(
        "-c", "from drafter.cli import main; main(['--version'])"
    ).stdout


@pytest.mark.parametrize(
    "arguments",
    [[], ["dance"], ["draft"], ["draft", "x", "--ot", "y"], ["templates"], ["checks", "A", "B"],
     ["draft", "x", "--as-of", "11/24/2026"], ["draft", "x", "--as-of", "2026-13-01"]],
)
def test_what_cannot_be_understood_is_wrong_usage(run: Run, arguments: list[str]) -> None:
    outcome, out, err = run(*arguments)
    assert outcome == 2
    assert out == ""
    assert "usage: drafter" in err


def test_a_date_that_is_no_date_is_told_how_to_be_written(run: Run) -> None:
    assert '"2026-13-01" is not a date; write it as 2026-11-24' in run(
        "check", "x", "--as-of", "2026-13-01"
    )[2]


@pytest.mark.parametrize(
    ("error", "outcome", "message"),
    [
        (CaseFileError(["a.yaml:1:1: one.", "a.yaml:2:1: two."]), 2, "a.yaml:1:1: one.\na.yaml:2:1: two.\n"),
        (PacketError("out: no room."), 1, "out: no room.\n"),
        (LawError("law: hurt."), 1, "law: hurt.\n"),
        (InUseError("out: in use."), 75, "out: in use.\n"),
        (KeyboardInterrupt(), 130, "drafter: stopped; nothing was left half done.\n"),
    ],
)
def test_each_end_has_its_exit_status_and_its_sentence(
    desk: SimpleNamespace, run: Run, case: Path, tmp_path: Path,
    error: BaseException, outcome: int, message: str,
) -> None:
    def draft(*_: object, **__: object) -> None:
        raise error

    desk.draft = draft
    assert run("draft", case, "--out", tmp_path / "out") == (outcome, "", message)
    assert not (tmp_path / "out").exists()


def test_a_mistake_of_the_program_says_where_and_not_what_the_case_holds(
    desk: SimpleNamespace, run: Run, case: Path
) -> None:
    def draft(*_: object, **__: object) -> None:
        raise ZeroDivisionError("Ada Fabula, born March 3")

    desk.draft = draft
    outcome, out, err = run("draft", case)
    assert (outcome, out) == (1, "")
    assert re.search(r"ZeroDivisionError at test_door\.py:\d+", err)
    assert "Fabula" not in err
    assert "Traceback" not in err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_run_that_is_terminated_cleans_up_first(
    desk: SimpleNamespace, run: Run, case: Path, tmp_path: Path, number: signal.Signals
) -> None:
    swept = tmp_path / "swept"

    def draft(*_: object, **__: object) -> None:
        try:
            os.kill(os.getpid(), number)
            time.sleep(5)
        finally:
            swept.touch()

    desk.draft = draft
    before = signal.getsignal(number)
    outcome, _, err = run("draft", case)
    assert outcome == 143
    assert err == "drafter: stopped; nothing was left half done.\n"
    assert swept.exists()
    assert signal.getsignal(number) is before


def test_a_command_can_run_in_a_thread(case: Path) -> None:
    outcomes: list[int] = []
    thread = threading.Thread(target=lambda: outcomes.append(main(["check", str(case)])))
    thread.start()
    thread.join()
    assert outcomes == [0]


def test_a_reader_that_goes_away_is_no_mistake() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "drafter", "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(1)
    process.stdout.close()
    with process.stderr as errors:
        assert errors.read() == b""
    assert process.wait() in {0, 1}


def test_a_pipe_that_breaks_is_forgotten_quietly(
    desk: SimpleNamespace, case: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def preview(*_: object, **__: object) -> None:
        raise BrokenPipeError

    desk.preview = preview
    with (tmp_path / "gone").open("w") as gone:
        monkeypatch.setattr(sys, "stdout", gone)
        assert main(["preview", str(case)]) == 1
        gone.write("too late")
    assert (tmp_path / "gone").read_text() == ""
    assert capsys.readouterr().err == ""


def test_an_odd_sign_in_a_message_cannot_steer_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    complain("a\x1b[2Jb\u202ec\nd")
    assert capsys.readouterr().err == "a\\x1b[2Jb\\u202ec\nd\n"


def test_a_message_is_written_even_where_the_terminal_lacks_the_letter() -> None:
    done = _python(
        "-c", "from drafter.cli.screen import complain; complain('Peña’s')", PYTHONIOENCODING="ascii"
    )
    assert done.stderr == "Pe\\xf1a\\u2019s\n"
