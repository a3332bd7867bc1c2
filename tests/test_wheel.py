"""The package as it is installed elsewhere: built, put into an environment of its own, and used."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT],
        check=True, capture_output=True, timeout=300,
    )
    (built,) = folder.glob("mandamus_drafter-*.whl")
    return built


@pytest.mark.slow
def test_the_wheel_holds_the_program_its_law_its_templates_and_its_samples(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    homes = {"templates": "drafter/_templates", "samples": "drafter/_samples", "drafter": "drafter"}
    tracked = [name.split("/", 1) for name in _tracked() if "/" in name]
    assert held == {f"{homes[top]}/{rest}" for top, rest in tracked if top in homes}


@pytest.mark.slow
def test_the_source_archive_holds_what_is_kept_and_nothing_else(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path],
        check=True, capture_output=True, timeout=300, cwd=ROOT,
    )
    (built,) = tmp_path.glob("mandamus_drafter-*.tar.gz")
    with tarfile.open(built) as archive:
        held = {name.split("/", 1)[1] for name in archive.getnames()}
    assert held == {*_tracked(), "PKG-INFO"} - {".ci/run", ".gitattributes"}


def _tracked() -> set[str]:
    """What is kept under version control; a build from a copy with strays would show them."""
    done = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        pytest.skip("this is no checkout")
    return set(done.stdout.splitlines())


@pytest.mark.slow
def test_an_installed_wheel_drafts_a_sample(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "elsewhere"
    subprocess.run([sys.executable, "-m", "venv", home], check=True, timeout=120)
    subprocess.run(
        [home / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel],
        check=True, capture_output=True, timeout=500,
    )
    done = subprocess.run(
        [home / "bin" / "drafter", "draft", "certification-ice", "--as-of", "2026-11-24"],
        check=True, capture_output=True, text=True, cwd=tmp_path, timeout=120,
    )
    papers = done.stdout.splitlines()
    assert "out/certification-ice/packet.json" in papers
    assert all((tmp_path / paper).is_file() for paper in papers)
    verified = subprocess.run(
        [home / "bin" / "drafter", "verify", "out"],
        check=True, capture_output=True, text=True, cwd=tmp_path, timeout=120,
    )
    assert "every paper is as it was drafted" in verified.stderr
