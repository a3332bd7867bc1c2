"""Long texts in files of their own: ``say: {file: facts.md}``."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from drafter.casefile import shape
from drafter.casefile.opening import NARRATIVE_FILE_LIMIT, decode, read_bytes
from drafter.casefile.tree import Flaw, Loc, Tree, shown
from drafter.errors import CaseFileError

if TYPE_CHECKING:
    import hashlib
    from collections.abc import Iterator


class NarrativeFiles:
    """Puts the text of files in the place of their names."""

    def __init__(self, folder: Path | None, digest: hashlib._Hash) -> None:
        """Remembers where files stand.

        Args:
            folder: the folder of the case file; None where no file may be named.
            digest: takes in the bytes of every file read.
        """
        self._folder = folder
        self._digest = digest

    def fill(self, tree: Tree) -> list[Flaw]:
        """Replaces every ``{file: name}`` where a narrative is expected; returns what failed.

        A failed one is taken out, so that it is not complained of twice.
        """
        flaws: list[Flaw] = []
        for holder, key, name, loc in list(_named(tree.data, (), shape.expected(()))):
            line, column = tree.value_place((*loc, "file"))
            try:
                text = self._text(name)
            except CaseFileError as error:
                sentence = error.problems[0]
                flaws.append(Flaw(line, column, sentence, loc))
                continue
            if isinstance(holder, dict):
                holder[str(key)] = text
            else:
                holder[int(key)] = text
        return flaws

    def _text(self, name: object) -> str:
        if not isinstance(name, str) or not name.strip():
            raise CaseFileError(["names no file; write the name after file:."])
        if self._folder is None:
            raise CaseFileError(
                ["names a file, but this case is not read from a folder; write the text itself."]
            )
        pure = PurePosixPath(name.strip())
        if pure.is_absolute() or ".." in pure.parts or "\\" in name or ":" in name:
            raise CaseFileError(
                [f"{shown(name)} is not a name inside the case's folder; move the file there."]
            )
        path = self._folder / pure
        if not path.resolve().is_relative_to(self._folder.resolve()):
            raise CaseFileError(
                [f"{shown(name)} leads out of the case's folder; move the file there."]
            )
        data = read_bytes(path, NARRATIVE_FILE_LIMIT)
        self._digest.update(b"\0" + data)
        return decode(data, str(path)).strip()


def _named(
    data: object, loc: Loc, expected: shape.Expected
) -> Iterator[tuple[dict[str, object] | list[object], str | int, object, Loc]]:
    """The holder, key, file name and place of each text that stands in a file."""
    if not isinstance(data, dict | list):
        return
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        if not isinstance(value, dict | list):
            continue
        inside = shape.child(expected, key)
        if inside is None:
            continue
        if isinstance(value, dict) and list(value) == ["file"] and shape.is_narrative(inside):
            yield data, key, value["file"], (*loc, key)
        else:
            yield from _named(value, (*loc, key), inside)
