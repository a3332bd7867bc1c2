"""Files are opened with care: no waiting, no following, no guessing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from drafter.casefile import load
from drafter.casefile.opening import CASE_LIMIT, decode, read_bytes
from drafter.errors import CaseFileError
from tests.casefile.sample import LAW, THIN

if TYPE_CHECKING:
    from pathlib import Path


def refusal(path: Path) -> str:
    with pytest.raises(CaseFileError) as caught:
        load(path, LAW)
    (line,) = caught.value.problems
    assert line.startswith(str(path))
    return line


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "there is no such file" in refusal(tmp_path / "case.yaml")


def test_a_folder_a_pipe_and_a_link_are_refused_at_once(tmp_path: Path) -> None:
    assert "this is a folder" in refusal(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert "a pipe, socket or device" in refusal(tmp_path / "pipe")
    (tmp_path / "case.yaml").write_text(THIN, encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "case.yaml")
    assert "this is a link" in refusal(tmp_path / "link.yaml")


def test_a_name_that_is_none_is_refused(tmp_path: Path) -> None:
    assert "not a usable name" in refusal(tmp_path / "a\0b")
    assert "cannot be opened" in refusal(tmp_path / ("a" * 300))


def test_a_file_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("drafter.casefile.opening.os.open", refuse)
    assert "may not be read" in refusal(tmp_path / "case.yaml")


def test_a_disk_error_while_reading_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> os.stat_result:
        raise OSError(5, "Input/output error")

    (tmp_path / "case.yaml").write_text(THIN, encoding="utf-8")
    with monkeypatch.context() as disk:
        disk.setattr("drafter.casefile.opening.os.fstat", fail)
        words = refusal(tmp_path / "case.yaml")
    assert "Input/output error" in words


def test_the_limit_passes_and_one_byte_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"#" * CASE_LIMIT)
    assert len(read_bytes(path)) == CASE_LIMIT
    path.write_bytes(b"#" * (CASE_LIMIT + 1))
    assert "larger than 2,000,000 bytes" in refusal(path)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_another_encoding_is_refused_with_how_to_save(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(THIN.encode(encoding))
    assert "UTF-16 or UTF-32; save it as UTF-8" in refusal(path)


def test_an_older_windows_encoding_is_refused_at_its_byte() -> None:
    with pytest.raises(CaseFileError, match=r"x.yaml:2:4: .*byte 0xE9"):
        decode(b"a: b\nJos\xe9: c\n", "x.yaml")


def test_at_most_twenty_characters_are_listed() -> None:
    with pytest.raises(CaseFileError) as caught:
        decode(b"\x07" * 500, "x.yaml")
    assert len(caught.value.problems) == 20
