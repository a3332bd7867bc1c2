"""Everything that can stop a draft.

DrafterError
├── CaseFileError      the case file cannot be read as a case
├── ConfigurationError  drafter.toml cannot be read, or sets what there is not
├── AgreementError     a signed agreement, or the agencies' list, cannot be read
├── LawError           a record in drafter/law/ is not fit for use
├── TemplateError      a Word template is hurt, hostile, or asks for an unknown name
├── RenderError        a paper could not be filled as the case says
├── LintError          a finished paper broke a promise of ours: our bug, not the user's
├── PacketError        a packet could not be written, or does not match its manifest
└── InUseError         another run holds the output folder

A legal problem is never an exception: it is a note (see ``drafter.checks``).
"""


class DrafterError(Exception):
    """The base of all: one or two sentences, fit to be shown to the user as they are."""


class CaseFileError(DrafterError):
    """The case file cannot be read as a case; ``problems`` holds one line for each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class ConfigurationError(DrafterError):
    """The settings of the office cannot be read, or set what there is not; one line for each."""


class AgreementError(DrafterError):
    """A signed agreement, or the list of agencies, cannot be read as one."""


class LawError(DrafterError):
    """A record of the law is not fit for use."""


class TemplateError(DrafterError):
    """A Word template is hurt, hostile, or asks for a name we do not have."""


class RenderError(DrafterError):
    """A paper could not be filled exactly as the case says."""


class LintError(DrafterError):
    """A finished paper broke one of our own promises; nothing was written."""


class PacketError(DrafterError):
    """A packet could not be written, or does not match its manifest."""


class InUseError(DrafterError):
    """Another run is using the output folder."""
