"""The packet that a new one comes after."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from drafter.packet import Earlier, Provenance, earlier, write_packet
from tests.packet.stand_in import Draft

DAY = dt.date(2026, 11, 24)


def _draft(day: dt.date = DAY) -> Draft:
    return replace(Draft(), as_of=day)


def _written(out: Path, case: str, day: dt.date = DAY) -> Path:
    return write_packet(_draft(day), out, Provenance(case * 64, "1")).folder


def _before(out: Path, case: str, day: dt.date = DAY, version: str = "1") -> Earlier | None:
    return earlier(out, _draft().case_id, day, Provenance(case * 64, version))


def test_a_first_packet_comes_after_none(tmp_path: Path) -> None:
    assert _before(tmp_path / "out", "a") is None


def test_the_same_packet_again_comes_after_none_and_a_changed_case_after_it(tmp_path: Path) -> None:
    folder = _written(tmp_path, "a")
    assert _before(tmp_path, "a") is None
    found = _before(tmp_path, "b")
    assert found is not None
    assert (found.name, found.as_of) == (folder.name, "2026-11-24")


def test_another_day_or_another_version_makes_another_packet(tmp_path: Path) -> None:
    _written(tmp_path, "a")
    assert _before(tmp_path, "a", DAY + dt.timedelta(days=1)) is not None
    assert _before(tmp_path, "a", version="2") is not None


def test_the_last_packet_before_is_found_also_when_the_new_one_stands_there(tmp_path: Path) -> None:
    _written(tmp_path, "a")
    second = _written(tmp_path, "b")
    third = _written(tmp_path, "c")
    for case, name in (("c", second.name), ("d", third.name)):
        found = _before(tmp_path, case)
        assert found is not None
        assert found.name == name


def test_papers_are_read_as_they_stand_and_none_that_stays_in_the_office(tmp_path: Path) -> None:
    folder = _written(tmp_path, "a")
    papers = [path.relative_to(folder).as_posix() for path in folder.rglob("*.docx")]
    sent = sorted(path for path in papers if not path.startswith("keep/"))
    (folder / sent[0]).write_bytes(b"edited")
    (folder / sent[1]).unlink()
    found = _before(tmp_path, "b")
    assert found is not None
    assert found.papers == {sent[0]: b"edited"} | {
        path: (folder / path).read_bytes() for path in sent[2:]
    }


def test_a_folder_with_a_hurt_manifest_is_passed_over(tmp_path: Path) -> None:
    first, second = _written(tmp_path, "a"), _written(tmp_path, "b")
    (second / "packet.json").write_bytes(b"{}")
    found = _before(tmp_path, "c")
    assert found is not None
    assert found.name == first.name


def test_the_packet_of_another_client_is_never_taken_for_an_earlier_one(tmp_path: Path) -> None:
    _written(tmp_path, "a")
    theirs = replace(_draft(), case_id="lantern-2")
    write_packet(theirs, tmp_path, Provenance("b" * 64, "1"))
    assert (tmp_path / "lantern-2" / "packet.json").is_file()
    found = _before(tmp_path, "c")
    assert found is not None
    assert found.name == "lantern"


def test_the_demand_letter_of_one_client_is_no_earlier_packet_of_a_case_called_so(tmp_path: Path) -> None:
    letter = Draft(case_id="lantern-demand", papers=Draft().papers[1:2])
    write_packet(letter, tmp_path, Provenance("a" * 64, "1"))
    assert earlier(tmp_path, "lantern-demand", DAY, Provenance("b" * 64, "1")) is None
