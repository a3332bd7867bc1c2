from __future__ import annotations

import errno
import fcntl
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from drafter.errors import InUseError, PacketError
from drafter.packet import write_packet, writing
from tests.packet.stand_in import PROVENANCE, Draft, Paper, tree


def test_a_packet_is_named_for_its_case_and_holds_its_papers_and_a_manifest(tmp_path: Path) -> None:
    written = write_packet(Draft(), tmp_path / "out", PROVENANCE)
    assert written.folder == tmp_path / "out" / "lantern"
    assert written.is_new
    assert set(tree(written.folder)) == {
        "file/01-complaint.docx", "send/01-letter.docx", "keep/01-review-memo.docx", "packet.json",
    }
    assert [path.read_bytes() for path in written.papers[:3]] == [
        b"the complaint", b"the letter", b"the memo",
    ]


def test_client_papers_are_readable_by_their_owner_alone(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        written = write_packet(Draft(), tmp_path / "deep" / "out", PROVENANCE)
    finally:
        os.umask(old)
    for path in (tmp_path / "deep", *(tmp_path / "deep").rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path
    assert written.folder.is_dir()


def test_the_same_packet_again_is_already_there(tmp_path: Path) -> None:
    write_packet(Draft(), tmp_path, PROVENANCE)
    before = tree(tmp_path)
    again = write_packet(Draft(), tmp_path, PROVENANCE)
    assert not again.is_new
    assert again.folder.name == "lantern"
    assert again.edited == ()
    assert tree(tmp_path) == before


def test_two_folders_get_the_same_bytes(tmp_path: Path) -> None:
    write_packet(Draft(), tmp_path / "a", PROVENANCE)
    write_packet(Draft(), tmp_path / "b", PROVENANCE)
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


def test_other_facts_make_a_second_packet_and_leave_the_first(tmp_path: Path) -> None:
    first = write_packet(Draft(), tmp_path, PROVENANCE)
    before = tree(first.folder)
    second = write_packet(Draft().saying(b"other words"), tmp_path, PROVENANCE)
    assert second.folder.name == "lantern-2"
    assert second.edited == ()
    assert tree(first.folder) == before


def test_a_case_file_that_changed_without_changing_a_paper_makes_a_second_packet(
    tmp_path: Path,
) -> None:
    write_packet(Draft(), tmp_path, PROVENANCE)
    again = write_packet(Draft(), tmp_path, replace(PROVENANCE, case_sha256="d" * 64))
    assert again.folder.name == "lantern-2"


def test_an_edited_paper_is_kept_and_named(tmp_path: Path) -> None:
    first = write_packet(Draft(), tmp_path, PROVENANCE)
    edited = first.folder / "file" / "01-complaint.docx"
    edited.write_bytes(b"the complaint, as the attorney wants it")
    before = tree(first.folder)
    second = write_packet(Draft(), tmp_path, PROVENANCE)
    assert second.folder.name == "lantern-2"
    assert second.edited == (edited,)
    assert tree(first.folder) == before
    third = write_packet(Draft(), tmp_path, PROVENANCE)
    assert not third.is_new
    assert third.folder.name == "lantern-2"


def test_a_paper_that_was_removed_counts_as_edited(tmp_path: Path) -> None:
    first = write_packet(Draft(), tmp_path, PROVENANCE)
    gone = first.folder / "send" / "01-letter.docx"
    gone.unlink()
    second = write_packet(Draft(), tmp_path, PROVENANCE)
    assert second.edited == (gone,)
    assert not gone.exists()


def test_a_folder_of_someone_else_with_the_name_of_the_case_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "lantern").mkdir()
    (tmp_path / "lantern" / "notes.txt").write_text("mine")
    written = write_packet(Draft(), tmp_path, PROVENANCE)
    assert written.folder.name == "lantern-2"
    assert written.edited == (tmp_path / "lantern" / "packet.json",)
    assert (tmp_path / "lantern" / "notes.txt").read_text() == "mine"


def test_a_dangling_link_with_the_name_of_the_case_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "lantern").symlink_to(tmp_path / "elsewhere")
    written = write_packet(Draft(), tmp_path, PROVENANCE)
    assert written.folder.name == "lantern-2"
    assert not (tmp_path / "elsewhere").exists()


def test_a_second_run_in_the_same_folder_is_turned_away(tmp_path: Path) -> None:
    descriptor = os.open(tmp_path / writing.LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        with pytest.raises(InUseError, match="another run is using this folder"):
            write_packet(Draft(), tmp_path, PROVENANCE)
    finally:
        os.close(descriptor)
    assert tree(tmp_path) == {}
    assert write_packet(Draft(), tmp_path, PROVENANCE).is_new


def test_what_a_killed_run_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / ".drafter-abc123.part").mkdir()
    (tmp_path / ".drafter-abc123.part" / "half.docx").write_bytes(b"half")
    (tmp_path / ".drafter-notes").mkdir()
    theirs = (".brief.docx.part", ".drafter-abc123.part.old", ".drafter-a b.part")
    for name in theirs:
        (tmp_path / name).write_bytes(b"theirs")
    (tmp_path / "theirs").mkdir()
    (tmp_path / ".drafter-link.part").symlink_to(tmp_path / "theirs")
    write_packet(Draft(), tmp_path, PROVENANCE)
    names = {entry.name for entry in tmp_path.iterdir()}
    assert names == {".drafter-link.part", ".drafter-notes", ".lock", "lantern", "theirs", *theirs}


def _fails_at(real: Callable[..., Any], at: int, error: BaseException) -> Callable[..., Any]:
    calls = iter(range(1, 1_000))

    def call(*args: Any, **named: Any) -> Any:  # noqa: ANN401 - stands in for any system call
        if next(calls) == at:
            raise error
        return real(*args, **named)

    return call


@pytest.mark.parametrize("name", ["fsync", "open", "fdopen"])
@pytest.mark.parametrize("at", range(1, 12))
@pytest.mark.parametrize(
    "error",
    [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt(), SystemExit(143)],
    ids=["full disk", "Ctrl-C", "terminated"],
)
def test_a_fault_at_any_step_leaves_the_edited_draft_and_no_half_packet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, at: int, error: BaseException
) -> None:
    first = write_packet(Draft(), tmp_path, PROVENANCE)
    (first.folder / "file" / "01-complaint.docx").write_bytes(b"edited")
    before = tree(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(os, name, _fails_at(getattr(os, name), at, error))
        stopped: BaseException | None = None
        try:
            write_packet(Draft(), tmp_path, PROVENANCE)
        except (PacketError, KeyboardInterrupt, SystemExit) as end:
            stopped = end
    if isinstance(stopped, PacketError):
        assert "No space left on device" in str(stopped)
        assert "--out" in str(stopped)
    else:
        assert stopped in {None, error}
    now = tree(tmp_path)
    assert before.items() <= now.items()
    added = {path for path in now if path not in before}
    assert added in (set(), {path.replace("lantern/", "lantern-2/") for path in before})
    assert not list(tmp_path.glob(".drafter-*"))
    assert write_packet(Draft(), tmp_path, PROVENANCE).folder.name == "lantern-2"


def test_a_packet_gets_its_name_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, bytes]] = []
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        seen.append(tree(self))
        assert not target.exists()
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    written = write_packet(Draft(), tmp_path, PROVENANCE)
    assert seen == [tree(written.folder)]


def test_all_of_a_packet_is_on_the_disk_before_it_has_its_name_and_the_name_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: set[int] = set()
    unflushed: list[str] = []
    fsync, rename = os.fsync, Path.rename

    def flush(descriptor: int) -> None:
        flushed.add(os.fstat(descriptor).st_ino)
        fsync(descriptor)

    def name(self: Path, target: Path) -> Path:
        unflushed.extend(str(one) for one in (self, *self.rglob("*")) if one.stat().st_ino not in flushed)
        flushed.clear()
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", flush)
    monkeypatch.setattr(Path, "rename", name)
    write_packet(Draft(), tmp_path, PROVENANCE)
    assert unflushed == []
    assert flushed == {tmp_path.stat().st_ino}


def test_a_place_that_is_a_file_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(PacketError, match=r"out/\.lock: Not a directory"):
        write_packet(Draft(), tmp_path / "out", PROVENANCE)
    assert (tmp_path / "out").read_text() == "a file"


def test_a_lock_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / ".lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PacketError):
        write_packet(Draft(), tmp_path, PROVENANCE)
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("case_id", ["../up", "", "A", "a/b", "a b", "nul", "com1", ".", "a\n"])
def test_a_case_id_that_is_no_folder_name_is_refused(tmp_path: Path, case_id: str) -> None:
    with pytest.raises(PacketError, match="cannot name a folder"):
        write_packet(Draft(case_id=case_id), tmp_path, PROVENANCE)
    assert tree(tmp_path) == {}


@pytest.mark.parametrize(
    "path",
    ["../01-x.docx", "file/../x.docx", "/file/x.docx", "x.docx", "file/.x.docx", "file/x.doc",
     "other/x.docx", "file//x.docx", "file\\x.docx", "file/a/x.docx"],
)
def test_a_paper_cannot_be_put_outside_its_folders(tmp_path: Path, path: str) -> None:
    with pytest.raises(PacketError, match="no name for a paper"):
        write_packet(Draft(papers=(Paper(path, b"x"),)), tmp_path, PROVENANCE)
    assert tree(tmp_path) == {}


def test_two_papers_of_one_name_are_refused(tmp_path: Path) -> None:
    twice = (Paper("file/01-x.docx", b"x"), Paper("file/01-x.docx", b"y"))
    with pytest.raises(PacketError, match="two papers have it"):
        write_packet(Draft(papers=twice), tmp_path, PROVENANCE)
