"""Reading a case that is not finished: every error is named, and nothing is missed.

A form that comes back, or a case that somebody has begun, need not say everything; what it does say
must be right. So facts that are missing are no error here, and everything else is one.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from pydantic import ValidationError

from drafter.case import Case
from drafter.casefile.crossrefs import loose_references, repeated_ids
from drafter.casefile.loading import drop_empty, lines, parse, told
from drafter.casefile.narrative_files import NarrativeFiles
from drafter.casefile.opening import refuse_unholdable
from drafter.casefile.sentences import explain
from drafter.casefile.tree import Flaw
from drafter.errors import CaseFileError

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.law import Law


def begun(
    text: str, name: str, law: Law, *, folder: Path | None = None
) -> dict[str, object]:
    """The facts of a case that need not be whole.

    Args:
        text: YAML or JSON.
        name: what messages call it; its ending says which of the two it is.
        law: what courts, duties, channels and clauses there are.
        folder: where text files that it names stand; left out, it may name none.

    Returns:
        Plain data; the text of files that it names stands in it.

    Raises:
        CaseFileError: the text cannot be read, or says something that no case can hold; one line
            for each problem.
    """
    refuse_unholdable(text, name)
    tree = parse(text.removeprefix("\ufeff"), name)
    flaws = list(tree.flaws)
    if not isinstance(tree.data, dict):
        flaws = flaws or [Flaw(*tree.value_place(()), "this is not a case; it holds no fields.")]
        raise CaseFileError(lines(name, flaws))
    drop_empty(tree)
    flaws += NarrativeFiles(folder, hashlib.sha256()).fill(tree)
    try:
        Case.model_validate(tree.data)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            wrong = repeated_ids(tree) if not one["loc"] else [explain(one, tree)]
            if one["type"] != "missing":
                flaws += [each for each in wrong if not told(each.loc, flaws)]
    flaws += repeated_ids(tree)
    flaws += [one for one in loose_references(tree, law) if not told(one.loc, flaws)]
    if flaws:
        raise CaseFileError(lines(name, flaws))
    return dict(tree.data)
