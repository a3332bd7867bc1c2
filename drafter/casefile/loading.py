"""From a file, or a text, to a checked case."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pydantic import ValidationError

from drafter.case import Case
from drafter.casefile import shape
from drafter.casefile.agreements import agreements
from drafter.casefile.crossrefs import broken_references, doubtful_marks, repeated_ids
from drafter.casefile.json_text import parse_json
from drafter.casefile.narrative_files import NarrativeFiles
from drafter.casefile.opening import decode, read_bytes, refuse_unholdable, unseen
from drafter.casefile.sentences import explain
from drafter.casefile.tree import Flaw, Loc, Tree, dotted
from drafter.casefile.yaml_text import parse_yaml
from drafter.errors import CaseFileError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from drafter.law import Law
    from drafter.moa import Agreement

MOST_PROBLEMS = 40
"""Problems shown at once; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A case as read.

    Args:
        case: the facts.
        warnings: one line each, like the problems of ``CaseFileError``; nothing is refused.
        path: the file, or None for a text.
        digest: SHA-256 in hexadecimal of the file's bytes and of those of every text file it
            names; equal digests mean equal facts.
        agreements: the signed agreement as read, by the id of its exhibit, if its PDF is there.
    """

    case: Case
    warnings: tuple[str, ...]
    path: Path | None
    digest: str
    agreements: Mapping[str, Agreement] = field(default_factory=dict, compare=False)


def load(path: Path, law: Law, *, court: str | None = None) -> Loaded:
    """Reads a case file, YAML or (``.json``) JSON.

    Args:
        path: the file; text files and the agreement's PDF that it names stand in its folder or
            below.
        law: what courts, duties, channels and clauses there are.
        court: the court of a case that names none; a warning then says so.

    Raises:
        CaseFileError: the file cannot be read as a case; one line for each problem.
    """
    data = read_bytes(path)
    name = str(path)
    loaded = _read(decode(data, name), name, law, path.parent, hashlib.sha256(data), court)
    return replace(loaded, path=path)


def loads(text: str, name: str, law: Law, *, folder: Path | None = None) -> Loaded:
    """Reads the text of a case file.

    Args:
        text: YAML or JSON.
        name: what messages call it; one that ends in ``.json`` is read as JSON, one that ends
            in ``.yaml`` or ``.yml`` as YAML, and any other by its first sign.
        law: what courts, duties, channels and clauses there are.
        folder: where text files that it names stand; left out, it may name none.

    Raises:
        CaseFileError: the text cannot be read as a case; one line for each problem.
    """
    refuse_unholdable(text, name)
    digest = hashlib.sha256(text.encode())
    return _read(text.removeprefix("\ufeff"), name, law, folder, digest)


def parse(text: str, name: str) -> Tree:
    """Reads a text as YAML or JSON into plain data with its places."""
    json = name.endswith(".json") or (
        not name.endswith((".yaml", ".yml")) and text.lstrip().startswith("{")
    )
    return parse_json(text) if json else parse_yaml(text)


def _read(  # noqa: PLR0913, PLR0917 - each is one thing that a case is read from
    text: str, name: str, law: Law, folder: Path | None, digest: hashlib._Hash,
    court: str | None = None,
) -> Loaded:
    tree = parse(text, name)
    flaws = list(tree.flaws)
    if not isinstance(tree.data, dict):
        if not flaws:
            flaws.append(Flaw(*tree.value_place(()), _no_case(tree.data)))
        raise CaseFileError(lines(name, flaws))
    drop_empty(tree)
    seated = court is not None and _seat(tree.data, court, digest)
    flaws += NarrativeFiles(folder, digest).fill(tree)
    case, wrong = _validate(tree)
    flaws += [one for one in wrong if not told(one.loc, flaws)]
    if case is None or flaws:
        raise CaseFileError(lines(name, flaws))
    if broken := broken_references(case, law, tree, text):
        raise CaseFileError(lines(name, broken))
    doubts = [
        *tree.cuts,
        *(Flaw(line, column, sentence) for line, column, sentence in unseen(text)),
        *doubtful_marks(case, tree),
    ]
    papers, unread = agreements(case, law, folder, digest)
    for path, sentence in unread:
        loc = tuple(int(step) if step.isdecimal() else step for step in path.split("."))
        doubts.append(Flaw(*tree.value_place(loc), sentence, loc))
    if seated:
        doubts.append(Flaw(*tree.value_place(("forum",)), f'is not given; the office\'s own, "{court}", '
                           "is taken (drafter config says from where).", ("forum", "court")))
    return Loaded(case, tuple(lines(name, doubts)), None, digest.hexdigest(), papers)


def _seat(data: dict[str, object], court: str, digest: hashlib._Hash) -> bool:
    """Puts the office's own court into a case that names none; whether it did."""
    forum = data.setdefault("forum", {})
    if not isinstance(forum, dict) or "court" in forum:
        return False
    forum["court"] = court
    digest.update(f"\0{court}".encode())
    return True


def _no_case(data: object) -> str:
    if data is None:
        return 'the file is empty; begin with "matter:" (drafter samples shows whole cases).'
    what = "a list" if isinstance(data, list) else "a text"
    return f'the file holds {what} and not a case; begin with "matter:".'


def drop_empty(tree: Tree) -> None:
    """Takes out keys without a value where a field may be absent; that is what they say."""
    for loc in tree.nulls:
        if not loc or not isinstance(loc[-1], str) or shape.is_required(loc):
            continue
        holder = _at(tree.data, loc[:-1])
        if isinstance(holder, dict):
            holder.pop(loc[-1], None)


def _at(data: object, loc: Loc) -> object:
    for item in loc:
        if isinstance(data, dict) and isinstance(item, str):
            data = data.get(item)
        elif isinstance(data, list) and isinstance(item, int) and item < len(data):
            data = data[item]
        else:
            return None
    return data


def _validate(tree: Tree) -> tuple[Case | None, list[Flaw]]:
    try:
        return Case.model_validate(tree.data), []
    except ValidationError as error:
        flaws: list[Flaw] = []
        for one in error.errors(include_url=False):
            if one["type"] == "too_short" and one["input"]:
                continue  # each item of the list is told of by itself
            repeated = [] if one["loc"] else repeated_ids(tree)
            flaws += repeated or [explain(one, tree)]
        return None, flaws


def told(loc: Loc, flaws: Iterable[Flaw]) -> bool:
    """Whether a flaw of form at this value, or around it, has been told already."""
    return any(one.loc and loc[: len(one.loc)] == one.loc for one in flaws)


def lines(name: str, flaws: Iterable[Flaw]) -> list[str]:
    """Flaws as the lines of a ``CaseFileError``, in the order of the file, each once."""
    ordered = sorted(flaws, key=lambda one: (one.line, one.column))
    told_once = list(dict.fromkeys(_line(name, one) for one in ordered))
    if len(told_once) > MOST_PROBLEMS:
        more = len(told_once) - MOST_PROBLEMS
        return [*told_once[:MOST_PROBLEMS], f"{name}: and {more:,} more like these."]
    return told_once


def _line(name: str, flaw: Flaw) -> str:
    field = dotted(flaw.loc)
    where = f"{name}:{flaw.line}:{flaw.column}: "
    return f"{where}{field}: {flaw.sentence}" if field else where + flaw.sentence
