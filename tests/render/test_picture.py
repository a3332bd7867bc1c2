"""The picture of the timeline: a sound metafile, and its place in the memo."""

from __future__ import annotations

import io
import struct

import pytest
from docx import Document
from docx.shared import Inches

from drafter.context.memo.chart import Bar, Chart, Lane
from drafter.render import Ledger, Template, timeline_picture
from drafter.render.picture import HEIGHT, WIDTH
from drafter.render.pictures import named_pictures
from tests.drafts import SAMPLES, drafted
from tests.render.words import part, saved, template, unzipped

CHART = Chart(
    (Lane("Events", (0.0, 0.5, 1.0)), Lane("Answered", (), Bar(0.2, 0.4, is_open=False), "9 days"),
     Lane("Open", (), Bar(0.9, 0.9, is_open=True), "1 day, open")),
    ((0.5, "July 2026"),), (1.0, "as of Nov. 24, 2026"), "A picture.",
)
RECTANGLE, ELLIPSE, TEXT, END, SELECT, BRUSH = 43, 42, 84, 14, 37, 39
_DOT = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
    b"\x00\x00\x00\nIDATx\x9cc\xf8\x0f\x00\x01\x01\x01\x00\x1b\xb6\xeeV\x00\x00\x00\x00IEND\xaeB`\x82"
)


def _records(data: bytes) -> list[tuple[int, bytes]]:
    found, at = [], 0
    while at < len(data):
        kind, size = struct.unpack_from("<II", data, at)
        assert size % 4 == 0
        found.append((kind, data[at + 8 : at + size]))
        at += size
    assert at == len(data)
    return found


def _texts(data: bytes) -> list[tuple[str, int, int]]:
    """Words, where they begin, and how wide they are."""
    found = []
    for kind, body in _records(data):
        if kind == TEXT:
            left, many, start, step = (
                struct.unpack_from("<I", body, at)[0] for at in (28, 36, 40, 64))
            words = body[start - 8 : start - 8 + 2 * many].decode("utf-16-le")
            found.append((words, left, sum(struct.unpack_from(f"<{many}I", body, step - 8))))
    return found


def test_the_header_counts_bytes_records_and_objects() -> None:
    data = timeline_picture(CHART)
    records = _records(data)
    size, count, handles = struct.unpack_from("<IIH", data, 48)
    assert data[40:44] == b" EMF"
    assert (size, count) == (len(data), len(records))
    assert records[-1][0] == END
    made = [struct.unpack_from("<I", body)[0] for kind, body in records if kind in {38, 39, 82}]
    assert made == list(range(1, handles))
    assert [struct.unpack("<I", body)[0] for kind, body in records if kind == SELECT] == made


def test_each_moment_is_a_dot_and_each_wait_a_box() -> None:
    kinds = [kind for kind, _ in _records(timeline_picture(CHART))]
    assert kinds.count(ELLIPSE) == 3
    assert kinds.count(RECTANGLE) == 2


def test_a_wait_that_is_open_is_empty_and_one_that_was_answered_is_full() -> None:
    brushes, fills = {}, []
    last = 0
    for kind, body in _records(timeline_picture(CHART)):
        if kind == BRUSH:
            last, _, colour, _ = struct.unpack("<4I", body)
            brushes[last] = colour
        elif kind == RECTANGLE:
            fills.append(brushes[last])
    assert fills == [0x7F4A1F, 0xFFFFFF]


def test_a_wait_of_a_day_can_still_be_seen() -> None:
    boxes = [struct.unpack("<4i", body) for kind, body in _records(timeline_picture(CHART))
             if kind == RECTANGLE]
    assert all(right - left >= 8 for left, _, right, _ in boxes)


def test_everything_stands_on_the_sheet() -> None:
    long = Lane("W" * 200, (), Bar(0.0, 1.0, is_open=False), "12,345 days, answered")
    data = timeline_picture(Chart((long,), ((1.0, "July 2026"),), (1.0, "as of Nov. 24, 2026")))
    for words, left, wide in _texts(data):
        assert left >= 0, words
        assert left + wide <= WIDTH, words
    for kind, body in _records(data):
        if kind in {RECTANGLE, ELLIPSE}:
            left, top, right, bottom = struct.unpack("<4i", body)
            assert left >= 0
            assert top >= 0
            assert right <= WIDTH
            assert bottom <= HEIGHT


def test_words_that_are_too_long_end_with_a_sign_that_more_follows() -> None:
    data = timeline_picture(Chart((Lane("A very long name of a step " * 4, (0.5,)),)))
    assert any(words.startswith("A very long") and words.endswith("…") for words, *_ in _texts(data))


@pytest.mark.parametrize("words", ["Sheriff’s “list”", "日本語", "𠮷田", ""])
def test_words_of_a_case_stand_as_typed(words: str) -> None:
    data = timeline_picture(Chart((Lane(words, (0.5,)),)))
    assert words in [one for one, *_ in _texts(data)]


def test_without_lanes_the_picture_is_empty() -> None:
    data = timeline_picture(Chart())
    assert _texts(data) == []
    assert _records(data)[-1][0] == END


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_memo_carries_its_own_picture_with_words_for_it(sample: str) -> None:
    [memo] = [one for one in drafted(sample).papers if one.name == "review-memo"]
    shown = [one for one in part(memo.data).iter("{*}docPr") if one.get("name") == "timeline"]
    picture = unzipped(memo.data)["word/media/timeline.emf"]
    assert bool(shown) == bool(_texts(picture))
    for one in shown:
        assert str(one.get("descr")).startswith("Timeline from ")
    assert shown or sample == "half-known"


def _illustrated() -> bytes:
    document = Document()
    document.add_paragraph("Before.")
    run = document.add_paragraph().add_run()
    inline = run.add_picture(io.BytesIO(_DOT), width=Inches(1))._inline  # noqa: SLF001 - no other way
    inline.docPr.set("name", "logo")
    return saved(document)


def test_a_picture_of_a_template_is_replaced_by_its_name_and_by_no_other() -> None:
    opened = Template.open(_illustrated(), "test")
    [picture] = opened.pictures
    assert picture.name == "logo"

    def held(pictures: dict[str, bytes]) -> bytes:
        data = opened.fill({}, Ledger(), title="x", pictures=pictures).data
        return unzipped(data)[picture.part]

    assert held({"logo": b"ours"}) == b"ours"
    assert held({"seal": b"ours"}) == held({}) == _DOT


def test_a_picture_that_the_file_does_not_hold_is_no_picture() -> None:
    parts = unzipped(_illustrated())
    assert [one.name for one in named_pictures(parts)] == ["logo"]
    rels = "word/_rels/document.xml.rels"
    lost = {**parts, rels: parts[rels].replace(b"media/", b"nowhere/")}
    assert named_pictures(lost) == ()
    assert named_pictures({name: data for name, data in parts.items() if name != rels}) == ()


def test_a_template_without_pictures_has_none_to_replace() -> None:
    assert Template.open(template("Plain."), "test").pictures == ()
