"""The timeline as an enhanced metafile (EMF): lines and letters, which print sharply at any size."""

from __future__ import annotations

import struct

from drafter.context.memo.chart import Bar, Chart

WIDTH, HEIGHT = 4020, 1920  # dots of 1/600 inch: 6.7 by 3.2 inches, as the template shows it
_DOTS = 600
_LEFT, _RIGHT = 1430, 3300  # where the plot begins and ends; names to the left, words to the right
_TOP, _BOTTOM = 130, 1780
_GAP = 55
_SMALL = 67  # letters of 8 points
_BLACK, _GREY, _PALE, _DARK = 0x000000, 0x808080, 0xE6DCD2, 0x7F4A1F  # blue, green, red
_HEADER, _END = 1, 14
_WIDTHS = (
    "278278355556556889667191333333389584278333278278556556556556556556556556556556278278584584584556"
    "999667667722722667611778722278500667556833722778667778722667611722667944667667611278278278469556"
    "333556556500556556278556556222222500222833556556556556333500278556500722500500500334260334584"
)
"""Widths of the letters from the blank to the tilde, in thousandths of the size."""
_OTHERS = {"‘": 222, "’": 222, "“": 333, "”": 333, "…": 1000, "–": 556, "—": 1000, "¶": 537}


def timeline_picture(chart: Chart) -> bytes:
    """The picture of a timeline; one without lanes is empty."""
    sheet = _Sheet()
    if chart.lanes:
        _axis(sheet, chart)
    height = (_BOTTOM - _TOP) / max(len(chart.lanes), 1)
    for n, lane in enumerate(chart.lanes):
        middle = round(_TOP + (n + 0.5) * height)
        half = min(round(height * 0.3), 40)
        sheet.line(_LEFT, middle, _RIGHT, middle, _PALE)
        sheet.text(_LEFT - _GAP, middle, lane.label, align="right", room=_LEFT - _GAP - 10)
        if lane.bar is not None:
            _bar(sheet, lane.bar, middle, half)
            sheet.text(_RIGHT + _GAP, middle, lane.note, room=WIDTH - _RIGHT - _GAP)
        for moment in lane.moments:
            sheet.dot(_x(moment), middle, 28)
    return sheet.whole()


def _x(at: float) -> int:
    return round(_LEFT + at * (_RIGHT - _LEFT))


def _axis(sheet: _Sheet, chart: Chart) -> None:
    for at, words in chart.ticks:
        sheet.line(_x(at), _TOP, _x(at), _BOTTOM, _PALE)
        sheet.text(_x(at), _BOTTOM + 60, words, align="middle", colour=_GREY)
    sheet.line(_LEFT, _BOTTOM, _RIGHT, _BOTTOM, _GREY)
    at, words = chart.as_of
    sheet.line(_x(at), _TOP - 20, _x(at), _BOTTOM, _BLACK)
    sheet.text(min(_x(at), WIDTH - 450), _TOP - 70, words, align="middle")


def _bar(sheet: _Sheet, bar: Bar, middle: int, half: int) -> None:
    """Full where an answer came, an empty frame where none has."""
    left, right = _x(bar.start), max(_x(bar.end), _x(bar.start) + 8)
    sheet.box(left, middle - half, right, middle + half, None if bar.is_open else _DARK)


class _Sheet:
    """Records of a metafile, one after the other."""

    def __init__(self) -> None:
        self._records: list[bytes] = []
        self._objects = 0
        self._add(18, struct.pack("<I", 1))  # letters on no ground of their own
        self._add(22, struct.pack("<I", 0))  # placed by their upper left
        face = "Arial".encode("utf-16-le").ljust(64, b"\0")
        font = struct.pack("<5i8B", -_SMALL, 0, 0, 0, 400, 0, 0, 0, 0, 0, 0, 0, 0) + face
        self._made(82, font.ljust(320, b"\0"))

    def line(self, left: int, top: int, right: int, bottom: int, colour: int) -> None:
        self._made(38, struct.pack("<IiiI", 0, 5, 0, colour))
        self._add(27, struct.pack("<ii", left, top))
        self._add(54, struct.pack("<ii", right, bottom))

    def box(self, left: int, top: int, right: int, bottom: int, fill: int | None) -> None:
        """A rectangle; without a fill, a frame that shows what lies behind as white."""
        self._made(38, struct.pack("<IiiI", 0, 7, 0, _DARK))
        self._made(39, struct.pack("<III", 0, 0xFFFFFF if fill is None else fill, 0))
        self._add(43, struct.pack("<4i", left, top, right, bottom))

    def dot(self, x: int, y: int, radius: int) -> None:
        self._made(38, struct.pack("<IiiI", 0, 5, 0, _DARK))
        self._made(39, struct.pack("<III", 0, _DARK, 0))
        self._add(42, struct.pack("<4i", x - radius, y - radius, x + radius, y + radius))

    def text(  # noqa: PLR0913 - where, what, and how it looks
        self, x: int, y: int, words: str, *, align: str = "left", colour: int = _BLACK,
        room: int = WIDTH,
    ) -> None:
        """Words in the middle of a height, cut to the room there is."""
        shown = words
        while _wide(shown) > room:
            shown = shown.rstrip("…")[:-1].rstrip() + "…"
        wide = _wide(shown)
        left = x - {"left": 0, "middle": wide // 2, "right": wide}[align]
        steps = [_wide(one) for one in shown]
        letters = shown.encode("utf-16-le")
        many = len(letters) // 2
        steps += [0] * (many - len(steps))  # of a letter beyond the first 65,536
        padded = letters.ljust(-(-len(letters) // 4) * 4, b"\0")
        self._add(24, struct.pack("<I", colour))
        self._add(84, struct.pack(
            "<4iIffiiIII4iI", 0, 0, -1, -1, 1, 1.0, 1.0, left, y - _SMALL * 6 // 10, many, 76, 0,
            0, 0, -1, -1, 76 + len(padded),
        ) + padded + struct.pack(f"<{many}I", *steps))

    def whole(self) -> bytes:
        """The file."""
        self._add(_END, struct.pack("<III", 0, 16, 20))
        body = b"".join(self._records)
        size = 108
        frame = (round(WIDTH * 2540 / _DOTS), round(HEIGHT * 2540 / _DOTS))
        header = struct.pack(
            "<II4i4iIIIIHHIIIiiiiIIIii", _HEADER, size, 0, 0, WIDTH - 1, HEIGHT - 1, 0, 0, *frame,
            0x464D4520, 0x10000, size + len(body), len(self._records) + 1, self._objects + 1, 0, 0,
            0, 0, _DOTS * 10, _DOTS * 10, 254, 254, 0, 0, 0, 254_000, 254_000,
        )
        return header + body

    def _made(self, kind: int, data: bytes) -> None:
        """A pen, brush or font, taken up at once."""
        self._objects += 1
        self._add(kind, struct.pack("<I", self._objects) + data)
        self._add(37, struct.pack("<I", self._objects))

    def _add(self, kind: int, data: bytes) -> None:
        self._records.append(struct.pack("<II", kind, 8 + len(data)) + data)


def _wide(words: str) -> int:
    """How wide words are, in dots."""
    return sum(
        (int(_WIDTHS[3 * n : 3 * n + 3]) if 0 <= (n := ord(one) - 32) < 95
         else _OTHERS.get(one, 600)) * _SMALL // 1000
        for one in words
    )
