"""Promises 18, 19, 20 and 34: a case file means what it shows, or is refused with its place."""

from __future__ import annotations

import json
import os
import random
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.batch.rows import read_rows
from drafter.casefile import load, loads
from drafter.casefile.loading import parse
from drafter.casefile.opening import decode
from drafter.cli.samples import sample_files
from drafter.errors import CaseFileError, DrafterError, PacketError
from drafter.law import load_law
from drafter.packet.manifest import read_manifest
from tests.safety.bounded import outcomes

FUZZ = int(os.environ.get("DRAFTER_FUZZ", "150"))
"""Mutations of each kind of file; 5,000 for the long run."""

WHOLE = sample_files()["half-known"].read_bytes()
_LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

HOSTILE: dict[str, tuple[bytes, str]] = {
    "laughs.yaml": (_LAUGHS.encode(), "names an anchor"),
    "merge.yaml": (b"a: &a {x: 1}\nb:\n  <<: *a\n", "names an anchor"),
    "merge-key.yaml": (b"matter:\n  <<: {id: x}\n", "merge keys"),
    "self.yaml": (b"a: &a\n  b: *a\n", "names an alias"),
    "deep-flow.yaml": (b"a: " + b"[" * 100_000, "deep-flow.yaml:1:"),  # libyaml of 0.2.6 gives up itself, older ones leave it to us
    "deep-map.yaml": (b"{a: " * 100_000, "nested deeper than 20"),
    "deep-block.yaml": ("".join(f"{' ' * n}a:\n" for n in range(900)).encode(), "nested deeper than 20"),
    "deep-keys.yaml": (b"? " * 50_000, "nested deeper than 20"),
    "many.yaml": (b"a: [" + b"x," * 60_000 + b"x]", "more than 50,000 values"),
    "many-keys.yaml": (b"".join(b"k%d: v\n" % n for n in range(60_000)), "more than 50,000 values"),
    "large.yaml": (b"a: " + b"x" * 2_000_000, "larger than 2,000,000 bytes"),
    "python.yaml": (b"a: !!python/object/apply:os.system ['touch hostile-ran']\n", "names a tag"),
    "tag.yaml": (b"a: !x y\n", "names a tag"),
    "directive.yaml": (b"%YAML 1.1\n---\na: no\n", "begins with %"),
    "two.yaml": (b"a: b\n---\nc: d\n", "a second document"),
    "twice.yaml": (b"matter: {id: a}\nmatter: {id: b}\n", "is given twice"),
    "utf16.yaml": ("matter:\n".encode("utf-16"), "UTF-16"),
    "utf32.yaml": ("matter:\n".encode("utf-32-le"), "UTF-16 or UTF-32"),
    "cp1252.yaml": ("matter: José\n".encode("cp1252"), "not saved as UTF-8"),
    "utf7.yaml": (b"matter: +AGEAYg-\n", "must be a group"),
    "overlong.yaml": (b"matter: \xc0\xaf\n", "not saved as UTF-8"),
    "surrogate.yaml": (b"matter: \xed\xa0\x80\n", "not saved as UTF-8"),
    "nul.yaml": (b"matter: a\x00b\n", "U+0000"),
    "escape.yaml": (b'matter: "\\ud83d\\ude00"\n', "names no character"),
    "tab.yaml": (b"a:\n\tb: c\n", "tab"),
    "empty.yaml": (b"", "the file is empty"),
    "list.yaml": (b"- a\n", "holds a list"),
    "text.yaml": (b"just words\n", "holds a text"),
    "deep.json": (b'{"a":' * 100_000, "nested deeper than 20"),
    "deep-list.json": (b"[" * 200_000, "nested deeper than 20"),
    "many.json": (json.dumps({"a": ["x"] * 60_000}).encode(), "more than 50,000 values"),
    "twice.json": (b'{"matter": {"id": "a"}, "matter": {}}', "is given twice"),
    "nan.json": (b'{"a": NaN}', "no such word"),
    "number.json": (b'{"a": ' + b"9" * 100_000 + b"}", "there is no field"),
    "comment.json": (b'{"a": 1 /* x */}', "no such sign"),
    "half.json": (b'{"matter": {"id": "\\udce9"}}', "U+DCE9"),
    "cut.json": (WHOLE[:1] and b'{"matter": {"id": "a"', ""),
    "quote.csv": (b'matter.id,forum.court\n"a,b\n' + b"c,d\n" * 20_000, "a quotation mark is opened"),
    "field.csv": (b'matter.id\n"' + b"x" * 200_000 + b'"\n', ""),
    "wide.csv": (b",".join(b"h%d" % n for n in range(5_000)) + b"\n", "more than 500 columns"),
    "long.csv": (b"matter.id\n" + b"a\n" * 100_002, "more than 100,000 rows"),
    "utf16.csv": ("matter.id\na\n".encode("utf-16"), "UTF-16"),
    "nul.csv": (b"matter.id\na\x00\n", "U+0000"),
    "no-zip.xlsx": (b"matter.id", "cannot be read as an .xlsx"),
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the program says of each file, within its limits of time and memory."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, (data, _) in HOSTILE.items():
        (folder / name).write_bytes(data)
    return outcomes([folder / name for name in HOSTILE])


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_its_reason_in_little_time_and_memory(
    answers: dict[str, str], name: str
) -> None:
    told = answers.get(name, "outlived its limits")
    assert told.startswith(("refused: ", f"{name}")) or name.endswith((".csv", ".xlsx")), told
    assert "BROKE" not in told
    assert HOSTILE[name][1] in told
    assert name in told


def test_a_pipe_a_device_a_socket_a_link_and_a_folder_are_refused_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "target.yaml").write_bytes(WHOLE)
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "target.yaml")
    (tmp_path / "zero.yaml").symlink_to("/dev/zero")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "folder.yaml").mkdir()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s.yaml"))
        for name in ("pipe", "link", "zero", "loop", "folder", "s", "gone"):
            with pytest.raises(CaseFileError, match=rf"{name}\.yaml: \w"):
                load(tmp_path / f"{name}.yaml", load_law())
    with pytest.raises(CaseFileError, match="/dev/zero"):
        load(Path("/dev/zero"), load_law())


def test_values_are_read_as_they_show() -> None:
    values = (
        "NO", "no", "off", "on", "Yes", "TRUE", "null", "02134", "012345678", "0123_4567", "12:30", "1e5", "1.10",
        "0x1F", "0o17", "+15550100", "2024-02-30", "2026-11-04", ".inf", "1_000", "190:20:30", "3.14", "-0", "=", "y", "0b1",
    )
    assert len(values) == 26
    for value in values:
        assert parse(f"a: {value}\n", "x.yaml").data == {"a": value}
        assert parse(f"{value}: a\n", "x.yaml").data == {value: "a"}


def test_a_value_that_a_comment_cuts_is_pointed_out_by_its_line() -> None:
    text = WHOLE.decode().replace("forum:\n", "forum:\n  division: Room 5 #3\n", 1)
    line = text[: text.index("Room 5")].count("\n") + 1
    told = "\n".join(loads(text, "case.yaml", load_law()).warnings)
    assert f"case.yaml:{line}:" in told
    assert 'the value ends before " #"' in told


def _mutated(data: bytes, count: int, seed: int) -> Iterator[bytes]:
    chance = random.Random(seed)  # noqa: S311 - the same hurts each time
    bits = (b"{", b"[", b"&a ", b"*a", b"!!x ", b"\x00", b"\xff", b"\n", b'"', b"'", b": ", b"- ", b"#", b"\xed\xa0\x80")
    for _ in range(count):
        hurt = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            start = chance.randrange(len(hurt) + 1)
            end = min(len(hurt), start + chance.choice((0, 1, 1, 5, 200)))
            hurt[start:end] = chance.choice((b"", bytes([chance.randrange(256)]), chance.choice(bits)))
        yield bytes(hurt)


def _only_documented(call: Any, *given: Any) -> str:  # noqa: ANN401 - any reader
    try:
        call(*given)
    except DrafterError as error:
        return str(error)
    return ""


def test_a_mutated_case_file_is_read_or_refused_in_words() -> None:
    law = load_law()
    as_json = json.dumps(parse(WHOLE.decode(), "x.yaml").data).encode()
    refused = 0
    for name, whole in (("x.yaml", WHOLE), ("x.json", as_json)):
        for data in _mutated(whole, FUZZ, 7):
            told = _only_documented(lambda raw, n: loads(decode(raw, n), n, law), data, name)
            refused += bool(told)
            assert not told or name in told
    assert refused > FUZZ


def test_a_mutated_manifest_is_read_or_refused_in_words() -> None:
    deep = b'{"format": 1, "a": ' + b"[" * 200_000
    for data in (deep, b"[" * 200_000, b'{"format": 1}', *_mutated(b'{"format": 1, "papers": []}\n', FUZZ, 3)):
        with pytest.raises(PacketError):
            read_manifest(data, "packet.json")


@settings(max_examples=FUZZ, deadline=None)
@given(st.lists(st.lists(st.text(max_size=12), max_size=4), max_size=4), st.sampled_from([",", ";", "\t"]))
def test_any_table_is_read_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, cells: list[list[str]], sign: str
) -> None:
    text = "matter.id\n" + "\n".join(sign.join(row) for row in cells)
    file = tmp_path_factory.getbasetemp() / "any.csv"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    _only_documented(read_rows, file)


@settings(max_examples=FUZZ, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    for name in ("x.yaml", "x.json"):
        _only_documented(lambda raw, n: loads(decode(raw, n), n, load_law()), data, name)
