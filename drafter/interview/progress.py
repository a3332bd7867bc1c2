"""What an interview remembers besides the facts: what was passed over, and where it stopped.

It is no part of the case: without it, passed-over questions are asked once more.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from drafter.casefile import shape
from drafter.interview.tree import Path, dotted, items, renumbered, undotted


@dataclass(slots=True)
class Progress:
    """The memory of an interview.

    Args:
        passed: questions answered with Enter, and lists that were said to be whole.
        gates: groups said to exist, before their first field is known.
        aside: answers that another answer made pointless, kept in case it changes back.
        at: the question at which it stopped.
    """

    passed: set[Path] = field(default_factory=set)
    gates: set[Path] = field(default_factory=set)
    aside: dict[Path, object] = field(default_factory=dict)
    at: Path = ()

    def to_json(self) -> str:
        """As text for the file beside the case."""
        content = {
            "passed": sorted(dotted(one) for one in self.passed),
            "gates": sorted(dotted(one) for one in self.gates),
            "aside": {dotted(path): value for path, value in self.aside.items()},
            "at": dotted(self.at),
        }
        return json.dumps(content, indent=1, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Progress | None:
        """Reads what ``to_json`` wrote, or None where the text is hurt: it may be missed."""
        try:
            content = json.loads(text)
            return cls(
                {undotted(one) for one in content["passed"]},
                {undotted(one) for one in content["gates"]},
                {undotted(path): value for path, value in content["aside"].items()},
                undotted(content["at"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def take(self, text: str) -> None:
        """Goes back to what ``to_json`` once wrote."""
        old = self.from_json(text)
        if old is not None:
            self.passed, self.gates, self.aside, self.at = old.passed, old.gates, old.aside, old.at

    @classmethod
    def of_file(cls, data: object) -> Progress:
        """The memory for a case that was not begun here: lists that hold something are whole."""
        return cls(passed=set(_filled_lists(data, ())))

    def renumber(self, where: Path, order: list[int | None]) -> None:
        """Follows the items of a list to their new places.

        Args:
            where: the list.
            order: for each old item its new number, or None where it went.
        """
        def moved(path: Path) -> Path | None:
            return renumbered(path, where, order)

        self.passed = {new for one in self.passed if (new := moved(one)) is not None}
        self.gates = {new for one in self.gates if (new := moved(one)) is not None}
        self.aside = {new: v for one, v in self.aside.items() if (new := moved(one)) is not None}

    def forget(self, where: Path) -> None:
        """Forgets what was passed over in a part, so that it is asked again."""
        self.passed = {one for one in self.passed if one[: len(where)] != where}


def _filled_lists(data: object, path: Path) -> list[Path]:
    """The lists of a case that hold items."""
    found: list[Path] = []
    if isinstance(data, dict):
        for key, value in data.items():
            found += _filled_lists(value, (*path, key))
    elif isinstance(data, list) and data:
        if shape.is_list(shape.expected(path)):
            found.append(path)
        for index, value in enumerate(items(data, ())):
            found += _filled_lists(value, (*path, index))
    return found
