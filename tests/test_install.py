"""The program as README installs it: each way in a fresh copy of the project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pages import ROOT

pytestmark = pytest.mark.slow
DAY = "2026-11-24"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    skipped = shutil.ignore_patterns(".venv", ".git", "out", "build", "__pycache__", "node_modules")
    shutil.copytree(ROOT, folder, ignore=skipped)
    return folder


def _run(*words: str | Path, cwd: Path, **more: str) -> str:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | more
    done = subprocess.run(
        [str(one) for one in words], cwd=cwd, env=environment, capture_output=True, text=True,
        timeout=600, check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _drafts(program: Path, folder: Path) -> None:
    out = _run(program, "draft", "half-known", "--as-of", DAY, cwd=folder)
    assert all((folder / paper).is_file() for paper in out.splitlines())


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not here")
    return found


def test_make_installs_and_drafts_a_sample(copy: Path) -> None:
    _run("make", f"PYTHON={sys.executable}", cwd=copy)
    assert (copy / "out" / "certification-ice" / "packet.json").is_file()


def test_pipx_installs_the_program(copy: Path, tmp_path: Path) -> None:
    _run(_tool("pipx"), "install", ".", cwd=copy, PIPX_HOME=str(tmp_path / "home"),
         PIPX_BIN_DIR=str(tmp_path / "bin"), PIPX_DEFAULT_PYTHON=sys.executable)
    _drafts(tmp_path / "bin" / "drafter", tmp_path)


def test_uv_installs_the_program(copy: Path, tmp_path: Path) -> None:
    _run(_tool("uv"), "tool", "install", "--python", sys.executable, ".", cwd=copy,
         UV_TOOL_DIR=str(tmp_path / "home"), UV_TOOL_BIN_DIR=str(tmp_path / "bin"))
    _drafts(tmp_path / "bin" / "drafter", tmp_path)


def test_a_plain_environment_installs_the_program(copy: Path, tmp_path: Path) -> None:
    home = tmp_path / "drafter-program"
    _run(sys.executable, "-m", "venv", home, cwd=copy)
    _run(home / "bin" / "python", "-m", "pip", "install", ".", cwd=copy)
    assert _run(home / "bin" / "drafter", "--version", cwd=copy).startswith("drafter ")
    _drafts(home / "bin" / "drafter", tmp_path)
