"""The tables of the documentation are the program's own; ``make golden`` makes them anew."""

from __future__ import annotations

from drafter.cli.arguments import parser
from drafter.cli.commands import commands_page
from drafter.cli.reference import checks_table
from drafter.configuration import EXAMPLE
from drafter.papers import all_specs
from tests.docs.made import told
from tests.docs.pages import ROOT

DOCS = ROOT / "docs"


def test_the_table_of_checks_is_the_programs_own() -> None:
    made = checks_table()
    assert told(DOCS / "checks.md", "drafter checks --markdown", made) == made, "run: make golden"


def test_the_list_of_commands_is_the_programs_own() -> None:
    made = commands_page(parser())
    assert told(DOCS / "commands.md", "make golden", made) == made, "run: make golden"


def test_every_exit_status_is_explained() -> None:
    from drafter.cli import status

    text = (DOCS / "commands.md").read_text(encoding="utf-8")
    for number in (value for name, value in vars(status).items() if name.isupper()):
        assert f"| {number} |" in text


def test_the_list_of_papers_is_the_programs_own() -> None:
    rows = dict.fromkeys(
        f"| `{one.kind}` | `{one.name}` | {one.title} | `{one.template}` | {one.why} |" for one in all_specs())
    made = "\n".join(["| Folder | File | Paper | Template | Why the packet holds it |", "|---|---|---|---|---|", *rows])
    assert told(DOCS / "papers.md", "make golden", made) == made, "run: make golden"


def test_the_example_of_settings_is_the_one_that_the_program_prints() -> None:
    made = f"```toml\n{EXAMPLE}```"
    page = DOCS / "how-to" / "set-up-an-office.md"
    assert told(page, "drafter config --example", made) == made, "run: make golden"
