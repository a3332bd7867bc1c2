from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from drafter.errors import PacketError
from drafter.packet.manifest import manifest, read_manifest
from tests.packet.stand_in import PROVENANCE, Draft


def test_the_manifest_says_from_what_each_paper_was_drafted() -> None:
    content = json.loads(manifest(Draft(), PROVENANCE))
    assert content["program"] == "drafter 9.9.9"
    assert content["case"] == {"id": "lantern", "sha256": "c" * 64}
    assert content["as_of"] == "2026-11-24"
    assert content["papers"][0] == {
        "path": "file/01-complaint.docx",
        "title": "A paper",
        "sha256": hashlib.sha256(b"the complaint").hexdigest(),
        "template": "paper",
        "template_sha256": "t" * 64,
    }


def test_notes_stand_by_severity_and_blanks_by_field() -> None:
    content = json.loads(manifest(Draft(), PROVENANCE))
    assert content["notes"] == {
        "STOP": [{"id": "DUT001", "field": "duties", "dismissed": False}],
        "REVIEW": [],
        "INFO": [],
    }
    assert content["blanks"] == [{
        "field": "demands.0.refused_on", "paper": "Complaint", "paragraph": "12",
    }]


def test_the_manifest_does_not_tell_what_a_note_says(tmp_path: Path) -> None:
    data = manifest(Draft(), PROVENANCE)
    assert b"Ada Fabula" not in data
    assert str(tmp_path).encode() not in data


def test_a_manifest_reads_back() -> None:
    data = manifest(Draft(), PROVENANCE)
    assert read_manifest(data, "packet.json")["case"]["id"] == "lantern"


def test_any_byte_that_is_changed_is_noticed() -> None:
    data = manifest(Draft(), PROVENANCE)
    for place in range(len(data)):
        for bit in (1, 32):
            changed = data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :]
            with pytest.raises(PacketError):
                read_manifest(changed, "packet.json")


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b'{"format": 2}', b"null"])
def test_what_is_no_manifest_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(PacketError, match=r"packet\.json: is not a manifest"):
        read_manifest(data, "packet.json")


def test_a_manifest_that_names_a_paper_elsewhere_is_refused_though_it_is_sealed() -> None:
    from drafter.packet.manifest import _sealed

    content = json.loads(manifest(Draft(), PROVENANCE))
    del content["seal"]
    content["papers"][0]["path"] = "../../elsewhere.docx"
    with pytest.raises(PacketError, match="has been changed"):
        read_manifest(_sealed(content), "packet.json")
