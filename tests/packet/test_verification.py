from __future__ import annotations

import os
import random
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.errors import PacketError
from drafter.packet import verify, write_packet
from tests.packet.stand_in import PROVENANCE, Draft, tree


def test_an_untouched_folder_of_packets_is_as_drafted(tmp_path: Path) -> None:
    write_packet(Draft(), tmp_path, PROVENANCE)
    write_packet(replace(Draft(), case_id="other"), tmp_path, PROVENANCE)
    packets, found = verify(tmp_path)
    assert [packet.name for packet in packets] == ["lantern", "other"]
    assert found == ()


def test_a_packet_can_be_verified_alone(tmp_path: Path) -> None:
    folder = write_packet(Draft(), tmp_path, PROVENANCE).folder
    assert verify(folder) == ((folder,), ())


def test_one_bit_anywhere_is_found(tmp_path: Path) -> None:
    folder = write_packet(Draft(), tmp_path, PROVENANCE).folder
    dice = random.Random(7)  # noqa: S311 - places to hurt, not a secret
    for name, data in tree(folder).items():
        for _ in range(25):
            place = dice.randrange(len(data))
            hurt = data[:place] + bytes([data[place] ^ 1 << dice.randrange(8)]) + data[place + 1 :]
            (folder / name).write_bytes(hurt)
            _, found = verify(tmp_path)
            assert [one.path for one in found] == [folder / name]
        (folder / name).write_bytes(data)
    assert verify(tmp_path)[1] == ()


def test_a_missing_paper_and_one_too_many_are_found(tmp_path: Path) -> None:
    folder = write_packet(Draft(), tmp_path, PROVENANCE).folder
    (folder / "send" / "01-letter.docx").rename(folder / "send" / "01-letter-new.docx")
    (folder / "send" / "~$-letter.docx").write_bytes(b"Word has it open")
    _, found = verify(tmp_path)
    assert [(one.path.name, one.message) for one in found] == [
        ("01-letter.docx", "is missing or cannot be read."),
        ("01-letter-new.docx", "is not in the manifest."),
    ]


def test_a_packet_without_its_manifest_is_found(tmp_path: Path) -> None:
    folder = write_packet(Draft(), tmp_path, PROVENANCE).folder
    (folder / "packet.json").unlink()
    _, found = verify(tmp_path)
    assert [(one.path, one.message) for one in found] == [
        (folder / "packet.json", "is missing or cannot be read.")
    ]


def test_papers_as_drafted_are_judged_once_more(tmp_path: Path) -> None:
    folder = write_packet(Draft(), tmp_path, PROVENANCE).folder
    (folder / "keep" / "01-review-memo.docx").write_bytes(b"edited")
    seen: list[tuple[bytes, str]] = []

    def judge(data: bytes, kind: str) -> list[str]:
        seen.append((data, kind))
        return ["holds a tag"] if kind == "send" else []

    _, found = verify(tmp_path, judge)
    assert seen == [(b"the complaint", "file"), (b"the letter", "send")]
    assert [(one.path.name, one.message) for one in found] == [
        ("01-letter.docx", "holds a tag"),
        ("01-review-memo.docx", "has been changed since it was drafted."),
    ]


@pytest.mark.parametrize("name", ["empty", "absent"])
def test_a_place_without_packets_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(PacketError, match="there is no packet here"):
        verify(tmp_path / name)


def test_a_pipe_a_link_or_a_device_in_the_place_of_a_paper_is_found_and_not_waited_for(
    tmp_path: Path,
) -> None:
    folder = write_packet(Draft(), tmp_path, PROVENANCE).folder
    paper, letter, memo = sorted(folder.rglob("*.docx"))
    copy = tmp_path / "copy.docx"
    paper.rename(copy)
    paper.symlink_to(copy)
    letter.unlink()
    os.mkfifo(letter)
    memo.unlink()
    memo.symlink_to("/dev/zero")
    assert {one.path for one in verify(tmp_path)[1]} == {paper, letter, memo}
    again = write_packet(Draft(), tmp_path, PROVENANCE)
    assert set(again.edited) == {paper, letter, memo}


def test_a_paper_larger_than_any_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_packet(Draft(), tmp_path, PROVENANCE).folder
    monkeypatch.setattr("drafter.packet.opening.MOST_BYTES", 5_000)
    (folder / "file" / "01-complaint.docx").write_bytes(b"x" * 6_000)
    _, found = verify(tmp_path)
    assert [one.message for one in found] == ["is missing or cannot be read."]
