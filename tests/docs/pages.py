"""Pages of the documentation as they can be followed: files to write, commands to type, answers.

A block of ``sh`` is typed, line by line, and each command must end with 0. A block of ``console``
is typed where a line begins with ``$``; what follows must be printed, a line ``…`` stands for
any lines, and ``…`` in a line for any words. A block after ``<!-- file: NAME -->`` is written to
that file, after ``<!-- append: NAME -->`` to its end. ``<!-- fails: N -->`` says that the last
command of the next block ends with N; ``<!-- meanwhile: COMMAND -->`` stands for what a person does
in Word or another program before it; ``<!-- elsewhere: TEST -->`` names the test that runs it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = (
    ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")),
    ROOT / "templates" / "README.md", ROOT / "drafter" / "law" / "README.md",
    ROOT / "samples" / "README.md", ROOT / "SECURITY.md",
)
RUN = {"sh", "console"}
_BLOCK = re.compile(
    r"^(?P<marks>(?:<!-- [^\n]* -->\n)*)(?P<indent> *)```(?P<kind>\w*)\n(?P<body>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
_MARK = re.compile(r"<!-- (file|append|fails|elsewhere|meanwhile): (.*?) -->")
_TOOLS = {"drafter": "drafter", "pytest": "pytest", "ruff": "ruff", "word": "tests.docs.word"}
_COPIED = ("drafter", "docs", "samples", "templates", "tests", "Makefile", "pyproject.toml",
           "README.md", "CONTRIBUTING.md", "CHANGELOG.md")


@dataclass(frozen=True)
class Block:
    """One block of a page."""

    kind: str
    body: str
    line: int
    marks: dict[str, str]


def existing() -> list[Path]:
    """The pages that are there."""
    return [page for page in PAGES if page.is_file()]


def blocks(page: Path) -> list[Block]:
    """The blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(found["kind"], found["body"], text[: found.start()].count("\n") + 1,
              dict(_MARK.findall(found["marks"])))
        for found in _BLOCK.finditer(text)
    ]


class Reader:
    """Someone who follows a page in a copy of the project, to the letter."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "project"
        self.folder.mkdir()
        skipped = shutil.ignore_patterns("__pycache__", "*.pyc")
        for name in _COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, self.folder / name, ignore=skipped)
            elif source.is_file():
                shutil.copy(source, self.folder / name)
        tools = folder / "bin"
        tools.mkdir()
        for tool, module in _TOOLS.items():
            script = tools / tool
            script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {module} "$@"\n')
            script.chmod(0o755)
        self._environment = {
            **os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1",
            "PYTHONPATH": str(self.folder), "XDG_CONFIG_HOME": str(folder / "settings"),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        del self._environment["DRAFTER_CONFIG"]  # a page may show how settings are read
        self._environment.pop("COLUMNS", None)
        self._here = self.folder

    def follow(self, block: Block) -> None:
        """Does what a block says."""
        if "meanwhile" in block.marks:
            self._type(block.marks["meanwhile"], block, 0)
        if "file" in block.marks or "append" in block.marks:
            name = block.marks.get("file") or block.marks["append"]
            with (self._here / name).open("w" if "file" in block.marks else "a") as stream:
                stream.write(block.body)
        elif block.kind == "sh":
            lines = [one for one in block.body.splitlines() if one.strip()]
            for n, line in enumerate(lines):
                last = n == len(lines) - 1
                self._type(line, block, int(block.marks.get("fails", 0)) if last else 0)
        elif block.kind == "console":
            self._converse(block)

    def _converse(self, block: Block) -> None:
        parts = re.split(r"^\$ (.*)\n", block.body, flags=re.MULTILINE)
        typed = list(zip(parts[1::2], parts[2::2], strict=True))
        for n, (command, wanted) in enumerate(typed):
            status = int(block.marks.get("fails", 0)) if n == len(typed) - 1 else 0
            said = self._type(command, block, status).replace("\u00a0", " ").rstrip("\n")
            pattern = "".join(
                r"(?:.*\n)*?" if one.strip() == "…" else re.escape(one).replace("…", ".*?") + r"\n"
                for one in wanted.rstrip("\n").splitlines()
            )
            assert re.fullmatch(pattern, f"{said}\n" if said else ""), f"line {block.line}: $ {command}\nwanted:\n{wanted}\nsaid:\n{said}"

    def _type(self, line: str, block: Block, status: int) -> str:
        mark = "@@here@@"
        done = subprocess.run(
            ["bash", "-c", f'{line}\nended=$?\necho "{mark}$PWD"\nexit $ended'], cwd=self._here,
            env=self._environment, capture_output=True, text=True, timeout=600, check=False,
        )
        out, _, here = done.stdout.rpartition(mark)
        said = out + done.stderr
        assert done.returncode == status, f"line {block.line}: $ {line}\n{said}"
        self._here = Path(here.strip())
        return said
