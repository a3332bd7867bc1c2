"""The commands for those who edit the Word templates."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from drafter.cli import status
from drafter.cli.screen import complain, counted, show
from drafter.errors import DrafterError, TemplateError
from drafter.papers import all_specs
from drafter.proofread import lint, mirror
from drafter.render import shipped_template, template_names
from drafter.render.shipped import template_folder

_HEAD = "# Made from {name}.docx by `drafter templates proofread --write`; edit the Word file.\n"


def list_templates(_options: argparse.Namespace) -> int:
    """Lists the templates."""
    for name in template_names():
        show(name)
    return status.DONE


def export(options: argparse.Namespace) -> int:
    """Copies the templates for editing; a file that exists is never replaced."""
    folder: Path = options.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in template_names():
            target = folder / f"{name}.docx"
            with target.open("xb") as copy:
                copy.write(shipped_template(name))
            show(str(target))
    except FileExistsError as error:
        complain(f"{error.filename}: is there already. Choose an empty folder.")
        return status.COULD_NOT
    except OSError as error:
        msg = f"{error.filename or folder}: {error.strerror}. Choose another folder."
        raise DrafterError(msg) from error
    return status.DONE


def proofread(options: argparse.Namespace) -> int:
    """Checks the tags of templates, or prints or writes their text."""
    files = _files(options.place or template_folder())
    if options.print:
        for file in files:
            show(mirror(_bytes(file)).rstrip("\n"))
        return status.DONE
    wrong = 0
    for file in files:
        wrong += not _proofread(file, unused=options.unused)
        if options.write:
            _write(file.with_suffix(".txt"), mirror_text(file))
    if wrong:
        complain(f"{counted(wrong, 'template')} of {len(files)} must be mended.")
        return status.COULD_NOT
    complain(f"{counted(len(files), 'template')}: every tag names a word we have.")
    return status.DONE


def mirror_text(file: Path) -> str:
    """The text that stands beside a template, with a line that says where it comes from."""
    return _HEAD.format(name=file.stem) + mirror(_bytes(file))


def _proofread(file: Path, *, unused: bool) -> bool:
    contexts = {spec.template: spec.context for spec in all_specs()}
    context = contexts.get(file.stem)
    if context is None:
        known = ", ".join(sorted(contexts))
        show(f"{file}: no paper is drafted from a template of this name; there are {known}.")
        return False
    try:
        report = lint(_bytes(file), file.name, context)
    except TemplateError as error:
        show(f"{file}: {error}")
        return False
    for problem in report.problems:
        show(f"{file}: {problem}")
    if unused and report.unused:
        show(f"{file}: never printed: {', '.join(report.unused)}")
    return not report.problems


def _files(place: Path) -> list[Path]:
    """The Word files of a folder, or the one that was named.

    Raises:
        WrongUsageError: there is none.
    """
    if place.is_file():
        return [place]
    files = sorted(file for file in place.glob("*.docx") if not file.name.startswith(("~$", ".")))
    if not files:
        msg = f"{place}: there is no template here; drafter templates export DIR makes copies."
        raise status.WrongUsageError(msg)
    return files


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        msg = f"{file}: {error.strerror}."
        raise TemplateError(msg) from error


def _write(file: Path, text: str) -> None:
    """Puts a mirror in its place, whole; mirrors are made, so the old one may go."""
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_text(text, encoding="utf-8")
        os.replace(part, file)  # noqa: PTH105 - says that it replaces
    except OSError as error:
        part.unlink(missing_ok=True)
        msg = f"{file}: {error.strerror}."
        raise TemplateError(msg) from error
    show(str(file))
