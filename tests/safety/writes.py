"""The whole command ``drafter draft`` with papers made beforehand, so that it starts at once.

Run as ``python -m tests.safety.writes OUT`` under a tracer that makes one system call fail.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from types import ModuleType
from unittest.mock import patch

import drafter
from drafter.cli import main
from drafter.cli.samples import sample_files
from tests.packet.stand_in import Draft, Paper

DRAFT = replace(Draft(case_id="half-known"), papers=(
    Paper("file/01-petition.docx", b"p" * 150_000),
    Paper("send/01-letter.docx", b"l" * 40_000),
    Paper("keep/01-review-memo.docx", b"m" * 90_000),
))


def draft(out: str) -> int:
    """The exit status of the command."""
    stand_in = ModuleType("drafter.drafting")
    stand_in.draft = lambda *_, **__: DRAFT  # type: ignore[attr-defined]  # a stand-in
    case = str(sample_files()["half-known"])
    with (  # for this command only, whether or not the real one has been imported
        patch.dict(sys.modules, {"drafter.drafting": stand_in}),
        patch.object(drafter, "drafting", stand_in, create=True),
    ):
        return main(["draft", case, "--out", out, "--as-of", "2026-11-24"])


if __name__ == "__main__":
    sys.exit(draft(sys.argv[1]))
