"""PDF copies of a packet for those who read on a screen or listen: tagged, as PDF/UA asks.

LibreOffice makes them where it is installed. They are copies to read: nothing in the manifest
speaks of them, for LibreOffice writes the hour into each and no two are the same.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from drafter.errors import PacketError
from drafter.packet.manifest import DraftLike
from drafter.packet.writing import holding, write_file

_PROGRAMS = ("soffice", "libreoffice")
_ACCESSIBLE = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
_SECONDS = 300


def print_packet(draft: DraftLike, folder: Path) -> tuple[Path, ...]:
    """Puts a PDF beside each Word file of a packet that has none yet.

    Args:
        draft: the papers, as they stand in the folder.
        folder: the packet.

    Returns:
        The PDFs that were made, in the order of the papers.

    Raises:
        InUseError: another run is writing to the folder of packets.
        PacketError: there is no LibreOffice, or it did not make a PDF; the Word files stand.
    """
    program = next((found for one in _PROGRAMS if (found := shutil.which(one))), None)
    if program is None:
        msg = (f"{folder}: the Word papers stand there, but LibreOffice (soffice), which makes the PDFs, "
               "was not found; install it, or save the papers as PDF in Word.")
        raise PacketError(msg)
    places = {(folder / one.path).with_suffix(".pdf"): one.data for one in draft.papers}
    wanted = {place: data for place, data in places.items() if not os.path.lexists(place)}
    if not wanted:
        return ()
    with holding(folder.parent):  # which also keeps others from sweeping the hidden folder away
        try:
            _print(program, wanted, folder.parent)
        except OSError as error:
            msg = f"{error.filename or folder}: {error.strerror or error}. The Word papers stand."
            raise PacketError(msg) from error
    return tuple(wanted)


def _print(program: str, wanted: dict[Path, bytes], out: Path) -> None:
    with tempfile.TemporaryDirectory(
        prefix=".drafter-", suffix=".part", dir=out, ignore_cleanup_errors=True
    ) as name:
        part = Path(name)
        papers = {place: part / f"{number}.docx" for number, place in enumerate(wanted)}
        for place, paper in papers.items():
            paper.write_bytes(wanted[place])
        _convert(program, part, list(papers.values()))
        for place, paper in papers.items():
            made = paper.with_suffix(".pdf")
            if not made.is_file():  # its exit status says nothing; the file does
                msg = (f"{place}: LibreOffice did not make it. The Word papers stand; close "
                       "LibreOffice and try again.")
                raise PacketError(msg)
            write_file(place, made.read_bytes(), durable=True)


def _convert(program: str, part: Path, papers: list[Path]) -> None:
    """Runs LibreOffice with settings of its own, so that one that is open does not matter."""
    try:
        subprocess.run(  # noqa: S603 - the program's own path, and no word of the user's
            [program, f"-env:UserInstallation={(part / 'profile').resolve().as_uri()}", "--headless",
             "--norestore", "--convert-to", _ACCESSIBLE, "--outdir", part, *papers],
            capture_output=True, timeout=_SECONDS, check=False,
        )
    except subprocess.TimeoutExpired as late:
        msg = f"{part.parent}: LibreOffice took too long. The Word papers stand; try again."
        raise PacketError(msg) from late
