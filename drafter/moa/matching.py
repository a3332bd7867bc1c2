"""Finding the words of a form among the signs of a signed agreement, noise allowed for."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from drafter.moa.signs import Script, fold

TOLERANCE = 0.14
"""Share of signs that may differ between a form's words and the paper's; beyond, no hit."""

_SEED = 7  # signs that must agree somewhere
_SHORTEST = 24  # signs; fewer must agree wholly
_ROOM = 40  # signs that a window has more than the words, on either side


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found: first sign, one past the last, and how many differ."""

    start: int
    end: int
    differ: int
    of: int

    @property
    def likeness(self) -> float:
        """1 where nothing differs."""
        return 1 - self.differ / max(self.of, 1)


class Finder:
    """Looks for words in one script."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self._seeds: dict[str, list[int]] | None = None

    def every(self, words: str) -> list[Hit]:
        """All places where the words stand exactly but for noise of layout; else the likest one."""
        wanted = fold(words)
        hits = []
        at = self.script.signs.find(wanted) if wanted else -1
        while at >= 0:
            hits.append(Hit(at, at + len(wanted), 0, len(wanted)))
            at = self.script.signs.find(wanted, at + len(wanted))
        if hits or len(wanted) < _SHORTEST:
            return hits
        best = self._likest(wanted)
        return [best] if best is not None and best.likeness >= 1 - TOLERANCE else []

    def first(self, words: str) -> Hit | None:
        """The first place of the words, or None."""
        return next(iter(self.every(words)), None)

    def like(self, words: str) -> list[Hit]:
        """Places where the words stand but for a scan's noise, the likest first."""
        wanted = fold(words)
        if len(wanted) < _SHORTEST:
            return []
        return [hit for hit in self._hits(wanted) if hit.likeness >= 1 - TOLERANCE]

    def likest(self, words: str) -> Hit | None:
        """The place most like the words, however unlike; None where nothing is."""
        wanted = fold(words)
        return self._likest(wanted) if len(wanted) >= _SEED else None

    def _likest(self, wanted: str) -> Hit | None:
        return next(iter(self._hits(wanted)), None)

    def _hits(self, wanted: str) -> list[Hit]:
        hits = {}
        for place in self._places(wanted):
            start = max(0, place - _ROOM)
            window = self.script.signs[start : place + len(wanted) + _ROOM]
            differ, end = _nearest(wanted, window)
            _, back = _nearest(wanted[::-1], window[:end][::-1])
            hits[start + end - back] = Hit(start + end - back, start + end, differ, len(wanted))
        return sorted(hits.values(), key=lambda hit: (hit.differ, hit.start))

    def _places(self, wanted: str) -> list[int]:
        """Where the words may begin, by the short rows of signs that agree."""
        if self._seeds is None:
            self._seeds = defaultdict(list)
            signs = self.script.signs
            for at in range(len(signs) - _SEED + 1):
                self._seeds[signs[at : at + _SEED]].append(at)
        votes: Counter[int] = Counter()
        for offset in range(0, len(wanted) - _SEED + 1, 2):
            for at in self._seeds.get(wanted[offset : offset + _SEED], ())[:50]:
                votes[max(0, at - offset) // 12] += 1
        summed = {
            place: votes[place] + votes.get(place + 1, 0) for place in votes
        }
        best = sorted(summed, key=lambda place: (-summed[place], place))[:4]
        return [place * 12 for place in best]


def _nearest(wanted: str, text: str) -> tuple[int, int]:
    """The fewest changes that make ``wanted`` a part of ``text``, and where that part ends.

    Myers' bit-parallel row of differences: one whole number holds a column of the table.
    """
    size = len(wanted)
    rows: dict[str, int] = defaultdict(int)
    for bit, sign in enumerate(wanted):
        rows[sign] |= 1 << bit
    top, every = 1 << (size - 1), (1 << size) - 1
    more, less, score = every, 0, size
    best, best_end = size, 0
    for end, sign in enumerate(text, 1):
        same = rows.get(sign, 0)
        down = same | less
        across = ((((same & more) + more) ^ more) | same) & every
        grows = (less | ~(across | more)) & every
        shrinks = more & across
        if grows & top:
            score += 1
        elif shrinks & top:
            score -= 1
        grows = (grows << 1) & every
        shrinks = (shrinks << 1) & every
        more = (shrinks | ~(down | grows)) & every
        less = grows & down
        if score < best:
            best, best_end = score, end
    return best, best_end
