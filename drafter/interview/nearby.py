"""Files near the case that an answer may name: a long text, and the signed agreement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from drafter.interview.store import Store
from drafter.law import Law
from drafter.moa import Agreement, read_agreement

ReadSigned: TypeAlias = Callable[[str], tuple[Agreement, str]]


@dataclass(frozen=True, slots=True)
class Nearby:
    """How files are read; an interview itself touches no disk.

    Args:
        text: gives the text of the file that is named; raises CaseFileError.
        signed: gives the agreement in the PDF that is named, and its name from the case's folder
            ("" if it stands elsewhere); raises AgreementError.
    """

    text: Callable[[str], str]
    signed: ReadSigned


def nearby(store: Store, law: Law) -> Nearby:
    """The files in the folder of a case, or where else a name leads.

    Args:
        store: the case.
        law: the table of forms of agreement.
    """
    folder = store.path.parent

    def signed(name: str) -> tuple[Agreement, str]:
        named = Path(name).expanduser()
        path = next((one for one in (folder / named, named) if one.is_file()), folder / named)
        try:
            inside = path.resolve().relative_to(folder.resolve()).as_posix()
        except ValueError:
            inside = ""
        return read_agreement(path, law), inside

    return Nearby(store.read_text, signed)
