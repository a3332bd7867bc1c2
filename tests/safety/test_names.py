"""Promise 21: no name out of a case leaves its folder, or becomes that of another."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import DrafterError
from drafter.packet import write_packet
from drafter.packet.writing import refuse_odd_names
from tests.batch.test_running import _run
from tests.packet.stand_in import PROVENANCE, Draft, tree
from tests.safety.fields import load_data, placed, sample_data
from tests.safety.test_files import FUZZ

DEVICES = (
    "con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10)), "conin$",
    "conout$", "com¹", "con.docx", "nul.", "aux ", "CON", "Nul",
)
ELSEWHERE = (
    "..", ".", "../up", "/abs", "a/b", "a\\b", "~", "~root", "$HOME", "-rf", "--out", "a:b", "a*", "a?", 'a"', "a<b", "a|b",
    "a\nb", "a\tb", "a\x00b", "a.", "a..b", "%2e%2e", "a\u202eb", "a\u200bb", "e\u0301", "é", "ß", "İ", "ı",
    "ｃｏｎ", "Ａ", "a" * 300, "漢" * 100, "", "A", "Lantern", "lan--tern", "-a", "a-", "a_b", "\udce9", ".lock", ".drafter-x.part",
    "packet.json", "batch-report.jsonl", "file", "x.docx",
)
"""``file`` is a good name for a folder; all others are refused."""


@pytest.mark.parametrize("name", [*DEVICES, *ELSEWHERE], ids=ascii)
def test_an_id_that_names_a_device_or_leads_elsewhere_writes_nothing(tmp_path: Path, name: str) -> None:
    before = tree(tmp_path)
    try:
        loaded = load_data(placed(sample_data("half-known"), {("matter", "id"): name}))
        case_id = loaded.case.matter.id
        write_packet(replace(Draft(), case_id=case_id), tmp_path / "out", PROVENANCE)
    except DrafterError:
        assert tree(tmp_path) == before
        return
    assert name.strip() == "file"
    assert {one.name for one in (tmp_path / "out").iterdir()} == {".lock", "file"}


@settings(max_examples=FUZZ * 10, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=[]), min_size=1, max_size=12) | st.from_regex(
    r"[a-z0-9]{1,4}(-[a-z0-9]{1,3}){0,2}", fullmatch=True), max_size=8, unique=True))
def test_two_ids_never_have_one_folder_on_any_disk(names: list[str]) -> None:
    folders: dict[str, str] = {}
    for name in names:
        try:
            refuse_odd_names(replace(Draft(), case_id=name))
        except DrafterError:
            continue
        folded = unicodedata.normalize("NFKC", name).casefold()
        assert folded.isascii()
        assert folded not in folders
        assert not set(folded) - set("abcdefghijklmnopqrstuvwxyz0123456789-")
        folders[folded] = name


def test_two_clients_with_one_id_get_no_packet_and_a_second_packet_takes_no_others_name(tmp_path: Path) -> None:
    from tests.batch.cases import case_text

    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    one, two = (folder / f"{name}.yaml" for name in ("one", "two"))
    one.write_text(case_text(0).replace("case-00000", "lantern"))
    two.write_text(case_text(1).replace("case-00001", "lantern-2"))
    assert _run([str(folder)], out).tally.done == 2
    theirs = tree(out / "lantern-2")
    one.write_text(case_text(0, "A deputy stopped a car.").replace("case-00000", "lantern"))
    assert _run([str(folder)], out).tally.done == 2
    assert tree(out / "lantern-2") == theirs
    assert (out / "lantern-3" / "packet.json").is_file()
    both = tmp_path / "both"
    two.write_text(case_text(1).replace("case-00001", "lantern"))
    assert _run([str(folder)], both).tally.done == 0
    assert [one for one in both.iterdir() if one.is_dir()] == []
