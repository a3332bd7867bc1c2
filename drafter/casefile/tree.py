"""Plain data as a file shows it, with the line and column of every key and value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

MOST_LEVELS = 20
MOST_EVENTS = 50_000

Loc: TypeAlias = tuple[str | int, ...]


class TooMuchError(Exception):
    """The file is nested too deeply or holds too many values to be read on."""


@dataclass(slots=True)
class Spot:
    """Where a value stands, where its key stands, and the spots inside it."""

    line: int
    column: int
    key_line: int
    key_column: int
    inside: dict[str | int, Spot]


@dataclass(slots=True)
class Flaw:
    """Something wrong with the shape of the file; ``loc`` says which value it touches."""

    line: int
    column: int
    sentence: str
    loc: Loc = ()


@dataclass(slots=True)
class Tree:
    """What a file holds: ``data`` of dict, list, str and None, and where each part stands."""

    data: object = None
    spot: Spot = field(default_factory=lambda: Spot(1, 1, 1, 1, {}))
    nulls: list[Loc] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    cuts: list[Flaw] = field(default_factory=list)

    def value_place(self, loc: Loc) -> tuple[int, int]:
        """Line and column of the value at ``loc``, or of the nearest part that exists."""
        spot = self._nearest(loc)
        return spot.line, spot.column

    def key_place(self, loc: Loc) -> tuple[int, int]:
        """Line and column of the key at ``loc``, or of the nearest part that exists."""
        spot = self._nearest(loc)
        return spot.key_line, spot.key_column

    def _nearest(self, loc: Loc) -> Spot:
        spot = self.spot
        for item in loc:
            if item not in spot.inside:
                break
            spot = spot.inside[item]
        return spot


@dataclass(slots=True)
class _Frame:
    """An open mapping or list."""

    holds: dict[str, object] | list[object]
    spot: Spot
    loc: Loc
    key: str | None = None
    key_place: tuple[int, int] = (1, 1)
    skipping: bool = False
    is_key: bool = False


class Builder:
    """Builds a ``Tree`` from a stream of openings, closings and scalars, without recursion."""

    def __init__(self) -> None:
        self.tree = Tree()
        self._frames: list[_Frame] = []
        self._odd_keys = 0
        self._events = 0

    def open(self, holds: dict[str, object] | list[object], line: int, column: int) -> None:
        """Opens a mapping or a list."""
        self._count(line, column)
        if len(self._frames) >= MOST_LEVELS:
            self.flaw(line, column, f"is nested deeper than {MOST_LEVELS} levels.")
            raise TooMuchError
        frame = self._frames[-1] if self._frames else None
        if frame is not None and isinstance(frame.holds, dict) and frame.key is None:
            self.flaw(line, column, "a key must be plain text; a group of values stands here.")
            self._set_key(frame, f"\0{self._odd_keys}", line, column)
            frame.skipping = True
            self._odd_keys += 1
            spot = Spot(line, column, line, column, {})
            self._frames.append(_Frame(holds, spot, frame.loc, is_key=True))
            return
        loc = self._here()
        spot = self._put(holds, line, column)
        self._frames.append(_Frame(holds, spot, loc))

    def close(self) -> None:
        """Closes the mapping or list that was opened last."""
        self._count(0, 0)
        if not self._frames.pop().is_key:  # after a key, its value follows
            self._done()

    def scalar(self, value: str | None, line: int, column: int, *, plain: bool = False) -> None:
        """Takes a key or a value; None is an empty place."""
        self._count(line, column)
        frame = self._frames[-1] if self._frames else None
        if frame is None or isinstance(frame.holds, list) or frame.key is not None:
            if value is None:
                self.tree.nulls.append(self._here())
            self._put(value, line, column)
            self._done()
            return
        if value is None:
            self.flaw(line, column, "a key is missing before the colon; write one.")
            value = f"\0{self._odd_keys}"
            self._odd_keys += 1
            frame.skipping = True
        elif value == "<<" and plain:
            self.flaw(
                line, column,
                "merge keys (<<) are not read in a case file; write the fields out.",
            )
            frame.skipping = True
        self._set_key(frame, value, line, column)

    def flaw(self, line: int, column: int, sentence: str) -> None:
        """Notes that something is wrong at the value that comes next."""
        self.tree.flaws.append(Flaw(line, column, sentence, self._here()))

    def cut(self, line: int, column: int, sentence: str) -> None:
        """Notes that the value that comes next may have been cut by a comment."""
        self.tree.cuts.append(Flaw(line, column, sentence, self._here()))

    def _count(self, line: int, column: int) -> None:
        self._events += 1
        if self._events > MOST_EVENTS:
            self.flaw(line or 1, column or 1, f"the file holds more than {MOST_EVENTS:,} values.")
            raise TooMuchError

    def _set_key(self, frame: _Frame, key: str, line: int, column: int) -> None:
        if key in frame.spot.inside and not frame.skipping:
            first = frame.spot.inside[key].key_line
            self.tree.flaws.append(
                Flaw(
                    line, column,
                    f"{shown(key)} is given twice, on line {first} and on line {line}; keep one.",
                    (*frame.loc, key),
                )
            )
            frame.skipping = True
        frame.key, frame.key_place = key, (line, column)

    def _here(self) -> Loc:
        if not self._frames:
            return ()
        frame = self._frames[-1]
        if isinstance(frame.holds, list):
            return (*frame.loc, len(frame.holds))
        return frame.loc if frame.key is None else (*frame.loc, frame.key)

    def _put(self, value: object, line: int, column: int) -> Spot:
        spot = Spot(line, column, line, column, {})
        if not self._frames:
            self.tree.data, self.tree.spot = value, spot
            return spot
        frame = self._frames[-1]
        if isinstance(frame.holds, list):
            frame.spot.inside[len(frame.holds)] = spot
            frame.holds.append(value)
        elif frame.key is not None and not frame.skipping:
            spot.key_line, spot.key_column = frame.key_place
            frame.spot.inside[frame.key] = spot
            frame.holds[frame.key] = value
        return spot

    def _done(self) -> None:
        """A value is complete: the mapping it stands in waits for its next key."""
        if self._frames and isinstance(self._frames[-1].holds, dict):
            self._frames[-1].key = None
            self._frames[-1].skipping = False


def shown(text: str) -> str:
    """A short text in quotation marks, or how long it is: no message prints a client's facts."""
    if len(text) <= 60 and text.isprintable():
        return f'"{text}"'
    return f"a text of {len(text):,} characters"


def dotted(loc: Loc) -> str:
    """``events.0.on``; a key that is no name is shown as an ellipsis."""
    return ".".join(
        item if isinstance(item, str) and len(item) <= 60 and item.isprintable()
        else "…" if isinstance(item, str)
        else str(item)
        for item in loc
    )
