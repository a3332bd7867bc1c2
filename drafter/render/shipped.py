"""The Word templates that ship with the program."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from drafter.errors import TemplateError

_PACKAGE = Path(__file__).resolve().parent.parent
FOLDERS = (_PACKAGE / "_templates", _PACKAGE.parent / "templates")
"""In the wheel, and in a checkout."""


def template_folder() -> Path:
    """The folder of the shipped templates.

    Raises:
        TemplateError: the installation has none.
    """
    for folder in FOLDERS:
        if folder.is_dir():
            return folder
    msg = "the program's templates are missing; install it again."
    raise TemplateError(msg)


def template_names() -> tuple[str, ...]:
    """Names of the shipped templates, without ``.docx``, in order of the alphabet."""
    return tuple(sorted(path.stem for path in template_folder().glob("*.docx")))


@lru_cache(maxsize=32)
def shipped_template(name: str) -> bytes:
    """The bytes of a shipped template.

    Raises:
        TemplateError: there is no template of that name.
    """
    path = template_folder() / f"{name}.docx"
    if name not in template_names():
        msg = f'there is no template "{name}"; there are {", ".join(template_names())}.'
        raise TemplateError(msg)
    return path.read_bytes()


def office_templates(folder: Path | None) -> Callable[[str], bytes]:
    """Gives the office's own copy of a template where there is one, else the program's."""
    if folder is None:
        return shipped_template

    def template(name: str) -> bytes:
        file = folder / f"{name}.docx"
        return file.read_bytes() if name in template_names() and file.is_file() else shipped_template(name)

    return template
