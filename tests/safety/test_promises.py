"""Promise 35: SECURITY.md says what holds, by which test, and what does not."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from tests.safety.defences import defences

TESTS = Path(__file__).resolve().parents[1]
PAGE = (TESTS.parent / "SECURITY.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d+) \| (.+?) \| (.+) \|$", re.MULTILINE)
PROMISES = {int(number): (words, re.findall(r"`([^`]+)`", tests)) for number, words, tests in ROW.findall(PAGE)}


@cache
def _tests_in(file: str) -> set[str]:
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_promise_names_tests_that_exist() -> None:
    assert list(PROMISES) == list(range(1, 36))
    named = [test for _, tests in PROMISES.values() for test in tests]
    gone = [test for test in named if test.split("::")[1] not in _tests_in(test.split("::")[0])]
    assert gone == []
    assert [number for number, (_, tests) in PROMISES.items() if not tests] == []


def test_the_page_says_what_is_not_protected() -> None:
    left_open = PAGE.split("## What is not protected")[1].split("\n## ")[0]
    for words in (
        "Nothing is encrypted", "can be recovered", "Templates are trusted", "Word itself", "Windows", "macOS", "NFS",
        "not a signature", "network",
    ):
        assert words in left_open


def test_every_defence_stands_once_in_the_program_and_names_tests_that_exist() -> None:
    listed = defences()
    for one in listed:
        text = (TESTS.parent / "drafter" / one.file).read_text(encoding="utf-8")
        assert text.count(one.cut) == 1, one.what
        assert one.cut != one.put, one.what
        for test in one.tests:
            file, _, name = test.partition("::")
            assert (TESTS / file).exists(), one.what
            assert not name or name.split("[")[0] in _tests_in(file), test
    assert {one.promise for one in listed} <= set(PROMISES)
