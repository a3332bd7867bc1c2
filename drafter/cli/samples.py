"""The samples that ship with the program, and finding the case that the command line names."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from drafter.cli import status
from drafter.cli.screen import complain, show
from drafter.errors import DrafterError

_PACKAGE = Path(__file__).resolve().parent.parent
FOLDERS = (_PACKAGE / "_samples", _PACKAGE.parent / "samples")
"""In the wheel, and in a checkout."""


def sample_files() -> Mapping[str, Path]:
    """The case file of each sample, by its name."""
    for folder in FOLDERS:
        if folder.is_dir():
            files = [*folder.glob("*.yaml"), *folder.glob("*.json")]
            return {file.stem: file for file in sorted(files, key=lambda file: file.stem)}
    return {}


def case_file(argument: str) -> Path:
    """The file of a case named on the command line, by path or by the name of a sample.

    Raises:
        WrongUsageError: there is neither.
    """
    path = Path(argument)
    if path.is_file() or path.suffix in {".yaml", ".yml", ".json"}:
        return path  # what is wrong with it, casefile says better
    samples = sample_files()
    if argument in samples:
        return samples[argument]
    close = get_close_matches(argument, samples, n=1)
    hint = f'Did you mean the sample "{close[0]}"?' if close else "drafter samples lists the samples."
    msg = f'there is no case file and no sample "{argument}". {hint}'
    raise status.WrongUsageError(msg)


def samples(options: argparse.Namespace) -> int:
    """Lists the samples, or copies one with the text files it names."""
    files = sample_files()
    if options.name is None:
        for name in files:
            show(name)
        return status.DONE
    if options.name not in files:
        close = get_close_matches(options.name, files, n=1)
        hint = f'Did you mean "{close[0]}"?' if close else f"There are {', '.join(files)}."
        msg = f'there is no sample "{options.name}". {hint}'
        raise status.WrongUsageError(msg)
    return _copy(files[options.name], options.out)


def _copy(file: Path, out: Path) -> int:
    """Copies a sample and its folder of texts; a file that exists is never replaced."""
    texts = file.with_suffix("")
    sources = [file, *(sorted(texts.glob("*")) if texts.is_dir() else ())]
    try:
        for source in sources:
            target = out / source.relative_to(file.parent)
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as copy, source.open("rb") as original:
                shutil.copyfileobj(original, copy)
            show(str(target))
    except OSError as error:
        if isinstance(error, FileExistsError):
            complain(f"{error.filename}: is there already. Choose another folder with --out.")
            return status.COULD_NOT
        msg = f"{error.filename or out}: {error.strerror}. Choose another folder with --out."
        raise DrafterError(msg) from error
    return status.DONE
