"""Numbers and days that must not stand in a public paper, seen as they are typed, and masked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.checks.privacy import ADDRESS, IDENTIFIERS

_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_BIRTH = "a date of birth"
_HOME = "a home address"
_ALIEN = "an A-number"


@dataclass(frozen=True, slots=True)
class Spotted:
    """What a typed text appears to hold, and the text with it masked."""

    kinds: tuple[str, ...]
    masked: str

    @property
    def named(self) -> str:
        """``an A-number and a date of birth``."""
        return " and ".join(self.kinds)


def spot(text: str, *, of_petitioner: bool = False) -> Spotted | None:
    """Identifiers in a text, or None if there is none.

    Args:
        text: as typed.
        of_petitioner: it is told of a petitioner, so that any street and number is a home.
    """
    kinds: list[str] = []
    masked = text
    for kind, pattern in (*IDENTIFIERS, *([(_HOME, ADDRESS)] if of_petitioner else [])):
        if pattern.search(masked):
            kinds.append(kind)
            masked = pattern.sub(lambda match, kind=kind: _mask(match[0], kind), masked)  # type: ignore[misc]  # a default binds the loop's value
    return Spotted(tuple(kinds), masked) if kinds else None


def _mask(found: str, kind: str) -> str:
    """The last four digits stay, of a birth the year, of a home nothing but the kind of place."""
    if kind == _BIRTH:
        year = _YEAR.search(found)
        words = re.split(r"\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", found, maxsplit=1)[0]
        words = re.sub(r"\bon $", "in ", words)
        return words + (year[0] if year else "[?year of birth]")
    if kind == _HOME:
        house = re.search(r"\d{1,6} ", found)
        return found[: house.start()] + "an address known to counsel" if house else found
    last = len(re.findall(r"\d", found)) - (3 if kind == _ALIEN else 4)
    count = 0
    out = []
    for sign in found:
        if sign.isdigit():
            count += 1
            out.append("x" if count <= last else sign)
        else:
            out.append(sign)
    return "".join(out)
