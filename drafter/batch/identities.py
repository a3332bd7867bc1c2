"""Who is who in a batch: the names and numbers of each client, to be looked for in all others.

Only keyed hashes leave a case. The key is made anew for each run and kept in no file, so that
what lies on the disk while a batch runs tells nobody anything.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from drafter.checks.privacy import A_NUMBER, BIRTH, RECEIPT
from drafter.wording.dates import read_day

NAME, A_FILE, RECEIPT_NUMBER, BORN = "name", "A-number", "receipt number", "date of birth"

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DIGITS = re.compile(r"\d+")
_DAY = re.compile(r"[A-Za-z]{3}[a-z]*\.? \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Identity:
    """The hashes of one case.

    Args:
        names: of its clients.
        marks: of every A-number, receipt number and date of birth in it.
    """

    names: frozenset[int] = frozenset()
    marks: frozenset[int] = frozenset()


def identity(data: object, texts: Iterable[str], key: bytes) -> Identity:
    """What identifies the clients of a case.

    Args:
        data: the case as read, before it is typed.
        texts: all texts in it.
        key: of this run.
    """
    names = {
        _hashed(name, key)
        for whole in _names(data)
        for name in _forms(whole)
    }
    marks = {_hashed(mark, key) for text in texts for _, mark in _marks(text)}
    return Identity(frozenset(names), frozenset(marks))


class Strangers:
    """What belongs to the clients of other cases, as one case sees it.

    Args:
        names: hashes of the names of all clients.
        shared: hashes of the numbers and dates that stand in more than one case.
        own: hashes of the names of this case's own clients.
        key: of this run.
    """

    def __init__(
        self, names: frozenset[int], shared: frozenset[int], own: frozenset[int], key: bytes
    ) -> None:
        self._names = names
        self._shared = shared
        self._own = own
        self._key = key

    def kinds(self, text: str) -> Iterator[str]:
        """What of another client stands in a text, by kind; never the value itself."""
        if self._names and any(
            (one := _hashed(pair, self._key)) in self._names and one not in self._own
            for pair in _pairs(text)
        ):
            yield NAME
        if self._shared:
            yield from dict.fromkeys(
                kind for kind, mark in _marks(text) if _hashed(mark, self._key) in self._shared
            )


class Register:
    """The hashes of a whole batch, gathered case by case."""

    def __init__(self) -> None:
        self._names: set[int] = set()
        self._marks: Counter[int] = Counter()

    def enter(self, one: Identity) -> None:
        """Takes in the clients of a case."""
        self._names |= one.names
        self._marks.update(one.marks)

    def dump(self) -> bytes:
        """Both sets as bytes, for the workers."""
        shared = sorted(mark for mark, times in self._marks.items() if times > 1)
        names = sorted(self._names)
        return array("Q", [len(names), *names, *shared]).tobytes()


def read_register(file: Path) -> tuple[frozenset[int], frozenset[int]]:
    """Names and shared marks, as ``Register.dump`` wrote them."""
    numbers = array("Q")
    numbers.frombytes(file.read_bytes())
    count = numbers[0]
    return frozenset(numbers[1 : count + 1]), frozenset(numbers[count + 1 :])


def _hashed(words: str, key: bytes) -> int:
    digest = hashlib.blake2b(words.encode("utf-8", "replace"), key=key, digest_size=8).digest()
    return int.from_bytes(digest, "little")


def _names(data: object) -> Iterator[str]:
    """Names of the petitioners that are persons; an organization stands in many cases."""
    parties = data.get("petitioners") if isinstance(data, dict) else None
    for one in parties if isinstance(parties, list) else ():
        if isinstance(one, dict) and one.get("type") != "organization":
            name = one.get("name")
            if isinstance(name, str):
                yield name


def _forms(name: str) -> Iterator[str]:
    """First and last name, either way round; a single word names too many."""
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(name)]
    if len(words) > 1:
        yield f"{words[0]} {words[-1]}"
        yield f"{words[-1]} {words[0]}"


def _pairs(text: str) -> Iterator[str]:
    """Two capitalised words side by side, or with one or two between: a first and a last name."""
    words = [
        word.casefold().replace("’s", "").replace("'s", "").replace("’", "'")
        if word[0].isupper() else ""
        for word in _WORD.findall(text)
    ]
    for n, first in enumerate(words):
        if first:
            for last in words[n + 1 : n + 4]:
                if last:
                    yield f"{first} {last}"


def _marks(text: str) -> Iterator[tuple[str, str]]:
    if not _DIGITS.search(text):  # most texts hold no number at all
        return
    for match in A_NUMBER.finditer(text):
        yield A_FILE, "A" + "".join(_DIGITS.findall(match[0])).zfill(9)
    for match in RECEIPT.finditer(text):
        yield RECEIPT_NUMBER, re.sub(r"\W", "", match[0])
    for match in BIRTH.finditer(text):
        yield BORN, _same_day(match[0])


def _same_day(words: str) -> str:
    """A date of birth in one form, however it was written."""
    found = _DAY.findall(words)[-1]
    try:
        return f"born {read_day(found)}"
    except ValueError:
        return f"born {found}"
