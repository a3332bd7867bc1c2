"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "drafter").rglob("*.py"))
TEMPLATES = sorted((ROOT / "templates").glob("*.docx"))

CITATION = re.compile(
    r"§+[\s\u00a0]*\d"
    r"|\b\d+ (?:U\.\s?S\.|F\.[234]d|F\.4th|F\. ?Supp|S\. ?Ct|S\.E\.2d|So\. [23]d|Fed\. Reg)"
    r"|\b\d+ (?:U\.\s?S\.\s?C|C\.\s?F\.\s?R)"
    r"|\bFed\. R\. (?:Civ|App)\. P\.|\bVa\. Code|\bFla\. Stat|\bFla\. R\. Civ"
)
INVENTED = "Example Code"
NO_NAMES = {"base", "common", "constants", "helper", "helpers", "misc", "tools", "util", "utils"}


def _texts() -> list[Path]:
    """Every text file of the project."""
    kept = {".cfg", ".json", ".md", ".py", ".toml", ".txt", ".yaml", ""}
    own = ["drafter", "samples", "templates", "tests", ".ci"]
    files = [path for name in own for path in (ROOT / name).rglob("*")]
    files += list(ROOT.glob("*"))
    return sorted(
        path for path in files
        if path.is_file() and path.suffix in kept and "__pycache__" not in path.parts
        and not path.name.startswith(".coverage") and path.name != ".git"  # of a second tree, a file
    )


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _lines(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    """Where a pattern is found: ``drafter/x.py: the line``."""
    return [
        f"{_named(file)}: {line.strip()}"
        for file in files
        for line in file.read_text(encoding="utf-8").splitlines()
        if pattern.search(line)
    ]


def _calls(module: Path) -> list[str]:
    """The last names of everything that a module calls."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = [one.id for one in called if isinstance(one, ast.Name)]
    return names + [f".{one.attr}" for one in called if isinstance(one, ast.Attribute)]


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    lengths = {_named(one): len(one.read_text(encoding="utf-8").splitlines()) for one in MODULES}
    assert {name: length for name, length in lengths.items() if length > 400} == {}


def test_a_module_is_named_for_what_it_holds() -> None:
    assert [_named(one) for one in MODULES if one.stem in NO_NAMES] == []


def test_no_citation_is_typed_in_python() -> None:
    assert [line for line in _lines(CITATION, MODULES) if INVENTED not in line] == []


@pytest.mark.parametrize(
    "cite", ["28 U.S.C. § 1361", "542 U.S. 55", "12 F.4th 34", "8 C.F.R. § 2", "§§ 555", "Va. Code"]
)
def test_a_citation_would_be_noticed(cite: str) -> None:
    assert CITATION.search(f'x = "{cite}"')


def test_a_section_sign_alone_is_no_citation() -> None:
    assert not CITATION.search('re.compile(r"(§§?|¶¶?) ")')


def test_no_citation_is_typed_in_a_template() -> None:
    found = []
    for template in TEMPLATES:
        with zipfile.ZipFile(template) as archive:
            parts = [archive.read(n).decode() for n in archive.namelist() if n.endswith(".xml")]
        words = "\n".join(re.sub(r"<[^>]+>", "", part) for part in parts)
        found += [f"{_named(template)}: {match[0]}" for match in CITATION.finditer(words)]
    assert found == []


def test_only_the_front_door_prints() -> None:
    printing = [one for one in MODULES if "print" in _calls(one)]
    assert [_named(one) for one in printing if one.parent.name != "cli"] == []
    assert printing


def test_no_prompt_turns_ctrl_c_into_an_answer() -> None:
    assert [_named(one) for one in MODULES if ".ask" in _calls(one)] == []


def test_no_file_knows_the_folders_of_one_computer() -> None:
    own = re.compile(r"(?:^|[^\w.])(?:/(?:home|mnt|root|tmp|work|Users)/|[A-Z]:\\Users)")
    assert _lines(own, _texts()) == []


def test_every_silenced_rule_is_named_with_its_reason() -> None:
    silenced = _lines(re.compile(r"#\s*(?:noqa|type:\s*ignore)"), MODULES)
    rule = r"[A-Z]+\d+"
    reasoned = re.compile(rf"# (?:noqa: {rule}(?:, {rule})*|type: ignore\[[a-z-]+\])(?: - |  # )\w")
    assert [line for line in silenced if not reasoned.search(line)] == []


def test_every_template_has_its_mirror_and_the_mirror_is_true() -> None:
    from drafter.cli.templates import mirror_text

    stale = [
        _named(template) for template in TEMPLATES
        if not template.with_suffix(".txt").is_file()
        or template.with_suffix(".txt").read_text(encoding="utf-8") != mirror_text(template)
    ]
    assert stale == [], "run: make mirrors"


def test_every_tag_of_every_template_names_a_word_we_have(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from drafter.cli import main

    assert main(["templates", "proofread", str(ROOT / "templates")]) == 0, capsys.readouterr().out
