"""What may be typed: every command and option, and how each explains itself."""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import re
from collections.abc import Callable
from pathlib import Path

from drafter import __version__

_SECTIONS = (
    "matter", "court", "petitioners", "respondents", "agreement", "duties", "events", "demands",
    "remedies", "harms", "relief", "exhibits", "summary", "signing", "others",
)  # as in the plan of the interview, which is slow to load; a test compares them

SHELLS = ("bash", "zsh", "tcsh")

Run = Callable[[argparse.Namespace], int]

_EPILOG = """\
A CASE is a case file (.yaml or .json) or the name of a sample (drafter samples).
Exit status: 0 done; 1 could not; 2 wrong usage or invalid case; 3 a STOP note stands (--strict);
75 another run is using the folder; 130 stopped by Ctrl-C; 143 terminated.
Every draft is for review by an attorney; the program gives no legal advice and files nothing."""


def parser() -> argparse.ArgumentParser:
    """The whole command line; nothing heavy is imported for it."""
    top = argparse.ArgumentParser(
        prog="drafter",
        description="First drafts of mandamus petitions and their letters in Word.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"drafter {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _interview_commands(commands)
    _case_commands(commands)
    _batch_command(commands)
    _reference_commands(commands)
    _template_commands(commands)
    _office_commands(commands)
    _moa_command(commands)
    verify = _command(commands, "verify", "compare packets with their manifests", "verify:verify")
    verify.add_argument("out", metavar="OUT", type=Path, help="a packet, or a folder of packets")
    verify.add_argument("--cites", action="store_true",
                        help="look also for citations that the table of authorities lacks")
    redline = _command(
        commands, "redline", "show what changed between two papers, or two packets, as tracked changes",
        "redline:redline")
    redline.add_argument("old", metavar="OLD", type=Path, help="the earlier paper (.docx), or packet")
    redline.add_argument("new", metavar="NEW", type=Path, help="the later one")
    redline.add_argument(
        "--out", metavar="PLACE", type=Path,
        help="where the copy goes; of packets, the folder (default: here, NEW-redline.docx)")
    return top


_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for it


def _interview_commands(commands: _Commands[argparse.ArgumentParser]) -> None:
    new = _command(commands, "new", "ask for the facts, one by one, and save them", "interview:new")
    new.add_argument(
        "case", metavar="CASE.yaml", nargs="?", type=Path,
        help="the case file to begin, or to go on with (default: you are asked for a name)",
    )
    edit = _command(commands, "edit", "look through a case and change it", "interview:edit")
    edit.add_argument("case", metavar="CASE", type=Path, help="the case file")
    edit.add_argument(
        "--section", metavar="S", choices=_SECTIONS,
        help=f"go through one section: {', '.join(_SECTIONS)}",
    )
    for one in (new, edit):
        one.add_argument(
            "--plain", action="store_true",
            help="no moving cursor, numbered choices: for screen readers",
        )
        one.add_argument(
            "--no-input", action="store_true", help="ask nothing; list the facts that are missing"
        )
        one.add_argument(
            "--out", metavar="DIR", type=Path, default=None,
            help="where packets go, if you draft at the end (default: out, or as configured)",
        )
        _as_of(one)
    new.add_argument(
        "--from", metavar="FILE", type=Path, dest="source",
        help="begin with what came back: a workbook or a page of drafter intake, or a case file",
    )
    new.set_defaults(run_name="new")
    edit.set_defaults(run_name="edit")
    intake = _command(
        commands, "intake", "write a form that asks a client or a colleague for the facts",
        "intake:intake",
    )
    intake.add_argument(
        "--html", metavar="FILE", type=Path, help="one page for a browser; works without a network"
    )
    intake.add_argument(
        "--xlsx", metavar="FILE", type=Path, help="a workbook with drop-downs and help"
    )


def _case_commands(commands: _Commands[argparse.ArgumentParser]) -> None:
    draft = _command(commands, "draft", "write the packet of a case", "cases:draft")
    draft.add_argument("case", metavar="CASE", help="a case file, or the name of a sample")
    draft.add_argument(
        "--out", metavar="DIR", type=Path, default=None,
        help="where packets go (default: out, or as configured)",
    )
    draft.add_argument(
        "--marked", action="store_true",
        help="also a copy of the opening paper with each note as a comment, in keep",
    )
    _pdf(draft)
    _as_of(draft)
    _strict(draft)
    _templates(draft)

    demand = _command(commands, "demand", "write the demand letter alone", "cases:demand")
    demand.add_argument("case", metavar="CASE", help="a case file, or the name of a sample")
    demand.add_argument(
        "--out", metavar="DIR", type=Path, default=None,
        help="where the letter goes, in a folder of its own (default: out, or as configured)",
    )
    _pdf(demand)
    _as_of(demand)
    _templates(demand)

    check = _command(commands, "check", "read a case and print the notes", "cases:check")
    check.add_argument("case", metavar="CASE", help="a case file, or the name of a sample")
    check.add_argument("--json", action="store_true", help="print JSON, for programs")
    _as_of(check)
    _strict(check)

    preview = _command(commands, "preview", "print a paper as numbered text", "cases:preview")
    preview.add_argument("case", metavar="CASE", help="a case file, or the name of a sample")
    preview.add_argument(
        "paper", metavar="PAPER", nargs="?", help="name of the paper (default: the opening paper)"
    )
    _as_of(preview)
    _templates(preview)


def _batch_command(commands: _Commands[argparse.ArgumentParser]) -> None:
    batch = _command(commands, "batch", "write the packets of many cases", "batch:batch")
    batch.add_argument(
        "sources", metavar="SOURCE", nargs="+",
        help="case files, folders, patterns, and tables (.csv, .xlsx) with a case in each row",
    )
    batch.add_argument(
        "--out", metavar="DIR", type=Path, required=True, help="where packets go"
    )
    batch.add_argument(
        "--base", metavar="CASE", type=Path, help="what the rows of tables have in common"
    )
    batch.add_argument(
        "--jobs", metavar="N", type=_count, default=None,
        help="how many workers (default: one for each core)",
    )
    batch.add_argument(
        "--resume", action="store_true", help="leave alone the packets that are finished"
    )
    batch.add_argument(
        "--time-limit", metavar="SECONDS", type=_count, default=60,
        help="how long one case may take (default: 60)",
    )
    batch.add_argument(
        "--scheduler", metavar="ADDRESS", help="work on the Dask cluster at this address"
    )
    _as_of(batch)
    _strict(batch)
    _templates(batch)


def _reference_commands(commands: _Commands[argparse.ArgumentParser]) -> None:
    for name, what in (
        ("checks", "the checks"),
        ("forums", "the courts"),
        ("duties", "the duties"),
    ):
        one = _command(commands, name, f"list {what}, or explain one", f"reference:{name}")
        one.add_argument("id", metavar="ID", nargs="?", help="the one to explain")
        if name == "checks":
            one.add_argument(
                "--markdown", action="store_true", help="print the list as a Markdown table"
            )
    law = _command(commands, "law", "tell how fresh the law is", "reference:freshness")
    law.add_argument("--markdown", action="store_true", help="print a Markdown table")
    _command(commands, "schema", "print the JSON Schema of the case file", "reference:schema")
    samples = _command(commands, "samples", "list the samples, or copy one", "samples:samples")
    samples.add_argument("name", metavar="NAME", nargs="?", help="the one to copy")
    samples.add_argument(
        "--out", metavar="DIR", type=Path, default=Path(),
        help="where the copy goes (default: here)",
    )


def _moa_command(commands: _Commands[argparse.ArgumentParser]) -> None:
    moa = _command(commands, "moa", "read a signed 287(g) agreement (PDF)", "moa:moa")
    moa.add_argument("file", metavar="FILE.pdf", type=Path, nargs="?", help="the agreement")
    moa.add_argument("--json", action="store_true", help="print JSON, for programs")
    moa.add_argument(
        "--into", metavar="CASE", type=Path, help="write it into this case file, and keep the rest"
    )
    moa.add_argument(
        "--no-ocr", action="store_true", help="leave pages without text unread, tesseract or not"
    )
    moa.add_argument(
        "--agency", metavar="NAME",
        help="look an agency up instead of reading a PDF; its State may follow a comma",
    )
    moa.add_argument(
        "--list", metavar="FILE.xlsx", type=Path, help="ICE's list of participating agencies, with --agency or FILE.pdf"
    )


def _template_commands(commands: _Commands[argparse.ArgumentParser]) -> None:
    templates = _command(commands, "templates", "for those who edit the Word templates", None)
    actions = templates.add_subparsers(title="actions", metavar="ACTION", required=True)
    _command(actions, "list", "list the templates", "templates:list_templates")
    export = _command(actions, "export", "copy the templates for editing", "templates:export")
    export.add_argument("folder", metavar="DIR", type=Path, help="where the copies go")
    export.add_argument(
        "--update", action="store_true",
        help="after an upgrade: replace the copies that you never changed, and no other",
    )
    variables = _command(
        actions, "variables", "tell what a template may print", "templates:tell_variables")
    variables.add_argument("name", metavar="TEMPLATE", nargs="?", help="the one (default: all)")
    diff = _command(
        actions, "diff", "compare your copies with ours, as text", "templates:diff")
    diff.add_argument(
        "folder", metavar="DIR", type=Path, nargs="?",
        help="your copies (default: the folder that is configured)",
    )
    proof = _command(actions, "proofread", "check the tags of templates", "templates:proofread")
    proof.add_argument(
        "place", metavar="PATH", type=Path, nargs="?",
        help="a template, or a folder of them (default: those that ship with the program)",
    )
    how = proof.add_mutually_exclusive_group()
    how.add_argument("--print", action="store_true", help="print the text of any Word file")
    how.add_argument(
        "--write", action="store_true", help="write the text of each template beside it"
    )
    proof.add_argument(
        "--unused", action="store_true", help="also name the words that a template never prints"
    )


def _office_commands(commands: _Commands[argparse.ArgumentParser]) -> None:
    config = _command(
        commands, "config", "show the settings in force, and where they come from", "config:config")
    config.add_argument("--example", action="store_true", help="print a drafter.toml to begin from")
    completion = _command(
        commands, "completion", "print what lets a shell complete commands", "config:completion")
    completion.add_argument("shell", metavar="SHELL", choices=SHELLS, help=", ".join(SHELLS))


def _command(
    commands: _Commands[argparse.ArgumentParser], name: str, what: str, target: str | None
) -> argparse.ArgumentParser:
    one = commands.add_parser(
        name, help=what, description=what[0].upper() + what[1:] + ".", allow_abbrev=False
    )
    if target is not None:
        one.set_defaults(run=_later(target))
    return one


def _later(target: str) -> Run:
    """Imports a command's module only when it runs."""
    module, function = target.split(":")

    def run(options: argparse.Namespace) -> int:
        command: Run = getattr(importlib.import_module(f"drafter.cli.{module}"), function)
        return command(options)

    return run


def _as_of(one: argparse.ArgumentParser) -> None:
    one.add_argument(
        "--as-of", metavar="DATE", type=_day, default=None,
        help="the day as of which everything is said, as 2026-11-24 (default: today)",
    )


def _pdf(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--pdf", action="store_true",
        help="also an accessible PDF (PDF/UA) beside each paper; needs LibreOffice",
    )


def _strict(one: argparse.ArgumentParser) -> None:
    one.add_argument("--strict", action="store_true", help="exit 3 if a STOP note stands")


def _templates(one: argparse.ArgumentParser) -> None:
    one.add_argument(
        "--templates", metavar="DIR", type=Path,
        help="a folder of your own copies of templates (drafter templates export)",
    )


def _count(text: str) -> int:
    if re.fullmatch(r"[1-9][0-9]{0,4}", text):
        return int(text)
    msg = f'"{text}" is not a whole number from 1'
    raise argparse.ArgumentTypeError(msg)


def _day(text: str) -> dt.date:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            pass
    msg = f'"{text}" is not a date; write it as 2026-11-24'
    raise argparse.ArgumentTypeError(msg)


def today() -> dt.date:
    """The day on this computer's calendar."""
    return dt.date.today()  # noqa: DTZ011, TID251 - the one clock
