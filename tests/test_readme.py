"""README says what is so: its commands run, its tables are the program's own."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from drafter.cli.arguments import parser
from drafter.cli.reference import checks_table
from drafter.cli.samples import sample_files
from drafter.law import load_law
from drafter.papers import all_specs

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
DOCS = [README, ROOT / "CONTRIBUTING.md", ROOT / "templates" / "README.md", ROOT / "drafter" / "law" / "README.md"]


def _blocks(text: str) -> list[str]:
    """The lines of the shell blocks."""
    return [
        line.split(" #")[0].strip()
        for block in re.findall(r"```(?:sh|console)\n(.*?)```", text, re.DOTALL)
        for line in block.splitlines()
        if line.strip()
    ]


def _spoken(text: str) -> list[str]:
    """Commands in the running text, in code marks."""
    return re.findall(r"`((?:\.venv/bin/)?(?:drafter|make)(?: [^`]*)?)`", text)


def _commands(program: str) -> list[tuple[str, str]]:
    out = []
    for file in DOCS:
        text = file.read_text(encoding="utf-8")
        for typed in [*_blocks(text), *_spoken(text)]:
            line = typed.removeprefix(".venv/bin/")
            if line.split()[0] == program:
                out.append((file.name, line))
    return sorted(set(out))


def test_the_first_command_drafts_and_the_second_tests() -> None:
    assert _blocks(README.read_text(encoding="utf-8"))[:2] == ["make", "make test"]


@pytest.mark.parametrize(("file", "line"), _commands("drafter"), ids=str)
def test_every_drafter_command_in_the_docs_can_be_typed(file: str, line: str) -> None:
    words = shlex.split(line.replace("[", "").replace("]", "").replace("…", ""))[1:]
    words = ["2026-11-24" if word == "DATE" else word for word in words]
    if not words or words[0] in {"--help", "--version"}:
        return
    try:
        options = parser().parse_args(words)
    except SystemExit:
        if words != ["templates"] and len(words) != 1:
            pytest.fail(f"{file}: {line}")
        assert words[0] in parser().format_help()
        return
    named = getattr(options, "case", None)
    if isinstance(named, str) and "." not in named and named != "CASE":
        assert named in sample_files()


@pytest.mark.parametrize(("file", "line"), _commands("make"), ids=str)
def test_every_make_target_in_the_docs_is_there(file: str, line: str) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert all(word in targets for word in line.split()[1:]), file


def test_every_command_stands_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    for command in re.findall(r"^    ([a-z]+)", parser().format_help(), re.MULTILINE):
        assert f"`drafter {command}" in text


def test_every_paper_stands_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    assert [spec.name for spec in all_specs() if f"`{spec.name}`" not in text] == []


def test_every_exit_status_stands_in_the_readme() -> None:
    from drafter.cli import status

    text = README.read_text(encoding="utf-8")
    for number in (value for name, value in vars(status).items() if name.isupper()):
        assert f"| {number} |" in text


def test_the_table_of_checks_is_the_real_one() -> None:
    text = README.read_text(encoding="utf-8")
    start, end = "<!-- drafter checks --markdown -->\n", "<!-- end -->"
    before, rest = text.split(start)
    table, after = rest.split(end)
    if os.environ.get("GOLDEN") == "accept":
        README.write_text(f"{before}{start}\n{checks_table()}\n\n{end}{after}", encoding="utf-8")
        table = checks_table()
    assert table.strip() == checks_table(), "run: make golden"


def test_the_day_when_the_law_was_last_read_is_the_real_one() -> None:
    law = load_law()
    days = [one.read_on for records in (law.authorities, law.duties, law.forums, law.moa_forms)
            for one in records.values()]
    text = README.read_text(encoding="utf-8")
    said = re.search(r"oldest reading is of\s+(\S+), the newest of (\S+?)\.", text)
    assert said is not None
    assert said.groups() == (min(days).isoformat(), max(days).isoformat())


def test_every_sample_stands_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    assert [name for name in sample_files() if f"`{name}`" not in text] == []


@pytest.mark.parametrize("file", DOCS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_file_that_the_docs_link_to_is_there(file: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", file.read_text(encoding="utf-8"))
    assert [link for link in links if not (file.parent / link).exists()] == []
