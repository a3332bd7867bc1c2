"""The package as it is installed elsewhere: built, put into an environment of its own, and used."""

from __future__ import annotations

import subprocess
import sys
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
        held = set(archive.namelist())
    wanted = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "drafter").rglob("*")
        if path.suffix in {".py", ".toml"} and not path.name.startswith(".")
    }
    for folder in ("templates", "samples"):
        wanted |= {
            f"drafter/_{folder}/{path.relative_to(ROOT / folder).as_posix()}"
            for path in (ROOT / folder).rglob("*")
            if path.suffix in {".docx", ".yaml", ".json"} and not path.name.startswith(("~$", "."))
        }
    assert wanted <= held
    assert not [name for name in held if name.startswith("tests/")]


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
