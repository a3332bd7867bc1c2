"""The reading process itself, run here without its limits."""

from __future__ import annotations

import io
import json
import resource
import sys
from types import SimpleNamespace

import pytest

from drafter.moa import worker
from tests.moa.layout import pdf

LINES = [["Some words that stand on a page of their own."]]


def _run(monkeypatch: pytest.MonkeyPatch, data: bytes, *arguments: str) -> bytes:
    held = io.BytesIO()
    out = io.TextIOWrapper(held, encoding="utf-8")
    monkeypatch.setattr(worker, "confine", lambda: None)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    monkeypatch.setattr(sys, "stdout", out)
    assert worker.main(list(arguments)) == 0
    out.flush()
    return held.getvalue()


def test_text_fields_and_pictures_of_each_page_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf([*LINES, []], fields={0: {"name of LEA": "Specimen Police"}}, pictured=[1])
    told = json.loads(_run(monkeypatch, data))
    assert told["pages"] == 2
    first, second = told["read"]
    assert "Some words" in first["text"]
    assert first["fields"] == [["name of LEA", "Specimen Police"]]
    assert (first["picture"], second["picture"]) == (0.0, 1.0)
    assert not first["damaged"]


def test_a_note_typed_on_a_page_is_told_and_an_empty_field_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = pdf(LINES, fields={0: {"signer": "Q. Specimen", "empty": ""}}).replace(
        b"/Type /Annot /Subtype /Widget /FT /Tx /T (signer) /V (Q. Specimen)",
        b"/Type /Annot /Subtype /FreeText /Contents (Q. Specimen) /DA (x)     ",
    )
    [page] = json.loads(_run(monkeypatch, data))["read"]
    assert page["fields"] == [["", "Q. Specimen"]]


def test_a_page_is_drawn_in_grey(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = _run(monkeypatch, pdf(LINES), "--picture", "0")
    head, _, dots = drawn.partition(b" 255\n")
    wide, high = map(int, head.removeprefix(b"P5 ").split())
    assert len(dots) == wide * high
    assert min(dots) < 128 < max(dots)


@pytest.mark.parametrize(("data", "error"), [
    (b"%PDF-1.6 cut short", "damaged"), (pdf(LINES * 201), "too many pages"),
])
def test_what_cannot_be_read_is_said_in_a_word(
    data: bytes, error: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert json.loads(_run(monkeypatch, data))["error"] == error


@pytest.mark.parametrize(("raised", "error"), [
    (ImportError(), "no reader"), (MemoryError(), "too large"),
])
def test_a_missing_reader_and_too_little_memory_are_told_apart(
    raised: Exception, error: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: bytes) -> None:
        raise raised

    monkeypatch.setattr(worker, "opened", fail)
    assert json.loads(_run(monkeypatch, b"x"))["error"] == error


def test_one_bad_page_does_not_hide_the_others() -> None:
    class Document:
        formenv = None

        def __len__(self) -> int:
            return 1

        def __getitem__(self, _: int) -> object:
            raise ValueError

        def init_forms(self) -> None:
            raise ValueError

    [one] = worker.read(Document())
    assert one == {"text": "", "fields": [], "picture": 0.0, "damaged": True}


def test_the_limits_are_set_low(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {}
    monkeypatch.setattr(resource, "setrlimit", lambda what, most: asked.update({what: most}))
    worker.confine()
    assert asked[resource.RLIMIT_FSIZE] == (0, 0)
    assert asked[resource.RLIMIT_AS] == (worker.MEMORY, worker.MEMORY)
