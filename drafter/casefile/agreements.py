"""The signed agreement beside the case: the exhibit's PDF, read so that quotations can be checked."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from drafter.errors import AgreementError

if TYPE_CHECKING:
    import hashlib

    from drafter.case import Case
    from drafter.law import Law
    from drafter.moa import Agreement


def agreements(
    case: Case, law: Law, folder: Path | None, digest: hashlib._Hash
) -> tuple[dict[str, Agreement], list[tuple[str, str]]]:
    """Reads the agreement of a case, if its exhibit names a PDF in the case's folder or below.

    Args:
        case: the facts.
        law: the table of forms.
        folder: the folder of the case file; None for a case that is not from a file.
        digest: takes in the bytes of the PDF.

    Returns:
        Agreements by exhibit id, and for a PDF that could not be read its field and why.
    """
    wanted = case.moa.exhibit if case.moa else None
    for n, exhibit in enumerate(case.exhibits):
        if exhibit.id != wanted or exhibit.file is None or folder is None:
            continue
        if not exhibit.file.casefold().endswith(".pdf"):
            continue
        field = f"exhibits.{n}.file"
        path = _inside(folder, exhibit.file)
        if path is None:
            return {}, [(field, "leads out of the case's folder; quotations were not compared.")]
        try:
            data, found = _read(path, law)
        except AgreementError as error:
            return {}, [(field, f"{error} Quotations were not compared with it.")]
        digest.update(b"\0" + data)
        return {exhibit.id: found}, []
    return {}, []


def _read(path: Path, law: Law) -> tuple[bytes, Agreement]:
    from drafter.moa import read_agreement  # noqa: PLC0415 - most cases have no PDF beside them
    from drafter.moa.pdf import read_bytes  # noqa: PLC0415 - likewise

    return read_bytes(path), read_agreement(path, law, ocr=False)


def _inside(folder: Path, name: str) -> Path | None:
    pure = PurePosixPath(name)
    if pure.is_absolute() or ".." in pure.parts or "\\" in name or ":" in name:
        return None
    path = folder / pure
    return path if path.resolve().is_relative_to(folder.resolve()) else None
