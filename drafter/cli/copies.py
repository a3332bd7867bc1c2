"""An office's own copies of the templates: proofread before they are used, compared with ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from drafter.cli import status
from drafter.cli.screen import complain
from drafter.errors import TemplateError
from drafter.papers import all_specs
from drafter.proofread import Report, lint, said
from drafter.render import office_templates, shipped_template, template_names

EXPORTED = ".exported"
"""The folder among an office's copies that keeps ours as they were when they were copied."""


@lru_cache(maxsize=1)
def contexts() -> Mapping[str, type]:
    """The dataclass of the words of each template, by the name of the template."""
    return {spec.template: spec.context for spec in all_specs()}


def copies_in(folder: Path) -> dict[str, Path]:
    """The office's copies in a folder, by the name of the template.

    Raises:
        WrongUsageError: the folder holds none.
    """
    found = {name: folder / f"{name}.docx" for name in template_names()
             if (folder / f"{name}.docx").is_file()}
    if not found:
        msg = f"{folder}: holds no template of ours; drafter templates export DIR makes copies."
        raise status.WrongUsageError(msg)
    return found


def templates_in(folder: Path | None, *, eager: bool = False) -> Callable[[str], bytes]:
    """The office's own copy of a template where there is one, else the program's.

    A copy is proofread before its first use: one that is hurt stops the draft before any paper
    is written, and one that no longer prints what ours prints is told of.

    Args:
        folder: of the copies; None for the program's own.
        eager: proofread all copies now, before any work is done.

    Raises:
        WrongUsageError: the folder holds none.
    """
    if folder is None:
        return shipped_template
    copies = copies_in(folder)
    read = office_templates(folder)
    sound: dict[str, bytes] = {}

    def template(name: str) -> bytes:
        if name not in copies:
            return shipped_template(name)
        if name not in sound:
            sound[name] = _proofread(name, copies[name], read(name))
        return sound[name]

    for name in copies if eager else ():
        template(name)
    return template


def _proofread(name: str, file: Path, data: bytes) -> bytes:
    if data == shipped_template(name):
        return data
    report = lint(data, str(file), contexts()[name])
    if report.problems:
        raise TemplateError("\n".join(report.problems) + "\nMend it in Word; no paper was written.")
    if lost := no_longer_printed(name, report):
        complain(f"warning: {file}: no longer prints {', '.join(lost)}, which ours prints.")
    return data


def no_longer_printed(name: str, report: Report) -> list[str]:
    """What our template of this name prints and a copy does not: ``title``, ``name of each party``."""
    ours = lint(shipped_template(name), name, contexts()[name])
    return [said(one, contexts()[name]) for one in ours.printed if one not in report.printed]
