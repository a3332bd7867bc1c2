"""README says what is so: its tables are the program's own, its commands can be typed."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from pathlib import Path

import pytest

from drafter.checks import CHECKS, Severity
from drafter.checks.registry import FAMILY_TITLES
from drafter.cli.arguments import parser
from drafter.cli.reference import law_table
from drafter.cli.samples import sample_files
from drafter.papers import all_specs
from tests.docs.made import told
from tests.docs.pages import RUN, blocks, existing

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
FOLDERS = {
    "file": "the court and the parties served", "send": "the mail",
    "keep": "the office alone; privileged",
}


def _typed(page: Path) -> list[str]:
    """The commands of a page: the lines of its blocks, and those in the running text."""
    lines = [
        line.split(" #")[0].strip().removeprefix("$ ")
        for block in blocks(page) if block.kind in RUN for line in block.body.splitlines()
        if block.kind == "sh" or line.startswith("$ ")
    ]
    spoken = r"`((?:\.venv/bin/)?(?:drafter|make)(?: [^`]*)?)`"
    return [*lines, *re.findall(spoken, page.read_text(encoding="utf-8"))]


def _commands(program: str) -> list[tuple[str, str]]:
    found = {
        (page.relative_to(ROOT).as_posix(), line.removeprefix(".venv/bin/"))
        for page in existing() for line in _typed(page)
    }
    return sorted((page, line) for page, line in found if line.split()[:1] == [program])


def test_the_first_block_to_type_installs_the_program_and_drafts() -> None:
    first = next(one for one in blocks(README) if one.kind in RUN)
    assert first.body == "make\n"


@pytest.mark.parametrize(("page", "line"), _commands("drafter"), ids=str)
def test_every_drafter_command_in_the_docs_can_be_typed(page: str, line: str) -> None:
    plain = re.split(r" (?:[|<>]|2>)", line)[0]
    words = shlex.split(plain.replace("[", "").replace("]", "").replace("…", ""))[1:]
    words = ["2026-11-24" if word == "DATE" else word for word in words]
    if not words or words[0] in {"--help", "--version"}:
        return
    try:
        options = parser().parse_args(words)
    except SystemExit:
        if words != ["templates"] and len(words) != 1:
            pytest.fail(f"{page}: {line}")
        assert words[0] in parser().format_help()
        return
    named = getattr(options, "case", None)
    if isinstance(named, str) and "." not in named and named != "CASE":
        assert named in sample_files()


@pytest.mark.parametrize(("page", "line"), _commands("make"), ids=str)
def test_every_make_target_in_the_docs_is_there(page: str, line: str) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert all(word in targets for word in line.split()[1:]), page


def test_the_papers_of_a_packet_are_the_real_ones() -> None:
    rows = ["| Folder | For | Papers |", "|---|---|---|"]
    for kind, whom in FOLDERS.items():
        names = dict.fromkeys(f"`{one.name}`" for one in all_specs() if one.kind == kind)
        rows.append(f"| `{kind}` | {whom} | {', '.join(names)} |")
    made = "\n".join(rows)
    assert told(README, "make golden: packet", made) == made, "run: make golden"


def test_the_families_of_checks_are_counted_right() -> None:
    rows = ["| Family | STOP | REVIEW | INFO |", "|---|---|---|---|"]
    for family, title in FAMILY_TITLES.items():
        count = Counter(one.severity for one in CHECKS.values() if one.family == family)
        rows.append(f"| {title} ({family}) | " + " | ".join(str(count[one]) for one in Severity) + " |")
    made = "\n".join(rows)
    assert told(README, "make golden: families", made) == made, "run: make golden"


def test_how_fresh_the_law_is_said_to_be_is_so() -> None:
    made = law_table()
    assert told(README, "drafter law --markdown", made) == made, "run: make golden"


def test_every_sample_is_told_of() -> None:
    text = (ROOT / "samples" / "README.md").read_text(encoding="utf-8")
    assert [name for name in sample_files() if f"`{name}." not in text] == []


def test_readme_is_read_in_three_minutes() -> None:
    words = re.sub(r"(?s)<!-- made by .*?<!-- end -->|```.*?```", "", README.read_text(encoding="utf-8")).split()
    assert len(words) < 1200
