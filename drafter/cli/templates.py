"""The commands for those who edit the Word templates."""

from __future__ import annotations

import argparse
import os
from difflib import get_close_matches
from pathlib import Path

from drafter.cli import comparing, status
from drafter.cli.arguments import today
from drafter.cli.config import configured
from drafter.cli.copies import EXPORTED, contexts, copies_in, no_longer_printed
from drafter.cli.samples import sample_files
from drafter.cli.screen import complain, counted, show, table
from drafter.errors import DrafterError, TemplateError
from drafter.proofread import lint, mirror, variables
from drafter.render import shipped_template, template_names
from drafter.render.shipped import template_folder

_HEAD = "# Made from {name}.docx by `drafter templates proofread --write`; edit the Word file.\n"


def list_templates(_options: argparse.Namespace) -> int:
    """Lists the templates."""
    for name in template_names():
        show(name)
    return status.DONE


def export(options: argparse.Namespace) -> int:
    """Copies the templates for editing; what the office has changed is never replaced."""
    folder: Path = options.folder
    kept: list[Path] = []
    try:
        (folder / EXPORTED).mkdir(parents=True, exist_ok=True)
        for name in template_names():
            target, base = folder / f"{name}.docx", folder / EXPORTED / f"{name}.docx"
            if options.update and target.exists():
                if target.read_bytes() == shipped_template(name):
                    continue
                if not base.is_file() or base.read_bytes() != target.read_bytes():
                    kept.append(target)
                    continue
                _replace(target, shipped_template(name))
            else:
                with target.open("xb") as copy:
                    copy.write(shipped_template(name))
            _replace(base, shipped_template(name))
            show(str(target))
    except FileExistsError as error:
        complain(f"{error.filename}: is there already. Choose an empty folder, or use --update, "
                 "which replaces only copies that you never changed.")
        return status.COULD_NOT
    except OSError as error:
        msg = f"{error.filename or folder}: {error.strerror}. Choose another folder."
        raise DrafterError(msg) from error
    for target in kept:
        complain(f"{target}: yours; it was left as it is. drafter templates diff shows what differs.")
    return status.DONE


def tell_variables(options: argparse.Namespace) -> int:
    """Tells what each template may print: name, kind, where ours prints it, an example."""
    names = list(contexts())
    if options.name is not None:
        wanted = options.name.removesuffix(".docx")
        if wanted not in names:
            close = get_close_matches(wanted, names, n=1)
            hint = f'Did you mean "{close[0]}"?' if close else f"There are {', '.join(names)}."
            msg = f'there is no template "{wanted}". {hint}'
            raise status.WrongUsageError(msg)
        names = [wanted]
    given = _sample_words(names)
    for n, name in enumerate(names):
        if len(names) > 1:
            show(f"{'' if n == 0 else chr(10)}{name}.docx")
        report = lint(shipped_template(name), name, contexts()[name])
        found = variables(contexts()[name], given.get(contexts()[name]), report)
        show(table([
            ("NAME", "KIND", "PRINTED IN", "EXAMPLE"),
            *((one.name, one.kind, _places(one.printed), one.example) for one in found),
        ]))
    complain("document 14 is the fourteenth paragraph of the page; name[] is each item of a list.")
    return status.DONE


def _places(printed: tuple[str, ...]) -> str:
    """The first places, so that a line stays a line."""
    return ", ".join(printed[:2]) + (f" (+{len(printed) - 2})" if len(printed) > 2 else "") or "-"


def _sample_words(names: list[str]) -> dict[type, object]:
    """The words of samples, by their dataclass; samples are drafted until all have been seen."""
    from drafter import casefile  # noqa: PLC0415 - only this command needs it
    from drafter.drafting import contexts as words_of  # noqa: PLC0415 - likewise
    from drafter.law import load_law  # noqa: PLC0415 - likewise

    wanted = {contexts()[name] for name in names}
    found: dict[type, object] = {}
    for file in sample_files().values():
        if wanted <= found.keys():
            break
        case = casefile.load(file, load_law()).case
        for words in words_of(case, load_law(), today()).values():
            found.setdefault(type(words), words)
    return found


def diff(options: argparse.Namespace) -> int:
    """Compares the office's copies with ours, as text."""
    folder = options.folder or configured(options).templates
    if folder is None:
        msg = "name the folder of your copies; drafter.toml names none."
        raise status.WrongUsageError(msg)
    differing = 0
    for name, file in copies_in(folder).items():
        base = folder / EXPORTED / file.name
        lines = comparing.compared(
            _bytes(base) if base.is_file() else None, _bytes(file), shipped_template(name))
        if lines:
            differing += 1
            show(str(file))
            for line in lines:
                show(line)
    complain(f"Copies that differ from ours: {differing} of {len(copies_in(folder))}.")
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
    context = contexts().get(file.stem)
    if context is None:
        known = ", ".join(sorted(contexts()))
        show(f"{file}: no paper is drafted from a template of this name; there are {known}.")
        return False
    try:
        report = lint(_bytes(file), str(file), context)
    except TemplateError as error:
        show(f"{file}: {error}")
        return False
    for problem in report.problems:
        show(problem if problem.startswith(str(file)) else f"{file}: {problem}")
    if not report.problems and (lost := no_longer_printed(file.stem, report)):
        show(f"{file}: no longer prints {', '.join(lost)}, which ours prints.")
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
    try:
        _replace(file, text.encode())
    except OSError as error:
        msg = f"{file}: {error.strerror}."
        raise TemplateError(msg) from error
    show(str(file))


def _replace(file: Path, data: bytes) -> None:
    """Puts bytes in the place of others, whole."""
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_bytes(data)
        os.replace(part, file)  # noqa: PTH105 - says that it replaces
    except OSError:
        part.unlink(missing_ok=True)
        raise
