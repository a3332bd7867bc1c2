from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import drafter
from drafter.case import Case
from drafter.case.office import Office
from drafter.checks import run_checks
from drafter.checks.matter import Matter
from drafter.cli import main, samples
from drafter.law import Law
from drafter.moa import Agreement
from tests.packet.stand_in import Draft

THIN = """\
matter:
  id: lantern
forum:
  court: almd
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case file that says next to nothing, and so lets STOP notes stand."""
    file = tmp_path / "lantern.yaml"
    file.write_text(THIN)
    return file


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command; gives its exit status, its results and its messages."""

    def call(*arguments: object) -> tuple[int, str, str]:
        outcome = main([str(one) for one in arguments])
        said = capsys.readouterr()
        return outcome, said.out, said.err

    return call


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A drafting room without Word; it remembers how it was asked."""
    room = SimpleNamespace(asked=[], draft=None, preview=None)

    def draft(
        case: Case, law: Law, as_of: dt.date, templates: Callable[[str], bytes],
        *, agreements: Mapping[str, Agreement], marked: bool, earlier: object, office: Office,
    ) -> Draft:
        room.asked.append(as_of)
        room.agreements = agreements
        room.marked, room.earlier, room.office = marked, earlier, office
        room.templates = templates
        return Draft(
            case_id=case.matter.id, as_of=as_of, notes=run_checks(Matter(case, law, as_of))
        )

    def preview(*asked: Any, office: Office) -> tuple[str, ...]:  # noqa: ANN401 - remembered as given
        room.asked.append(asked[2:4])
        room.office = office
        return ("IN THE COURT", "1. Plaintiffs sue.")

    room.draft, room.preview = draft, preview
    monkeypatch.setitem(sys.modules, "drafter.drafting", room)
    monkeypatch.setattr(drafter, "drafting", room, raising=False)
    return room


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of samples of our own: one with texts beside it, one in JSON."""
    folder = tmp_path / "shelf"
    (folder / "lamp").mkdir(parents=True)
    (folder / "lamp.yaml").write_text(THIN)
    (folder / "lamp" / "facts.md").write_text("It was dark.\n")
    (folder / "wick.json").write_text('{"matter": {"id": "wick"}, "forum": {"court": "almd"}}')
    monkeypatch.setattr(samples, "FOLDERS", (tmp_path / "nowhere", folder))
    return folder
