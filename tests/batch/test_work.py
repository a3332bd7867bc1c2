from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.batch import Job, Status, collect, work
from drafter.batch.identities import Identity, Strangers
from drafter.errors import RenderError
from drafter.render import shipped_template
from tests.batch.cases import case_text, lay, settings


def _job(folder: Path) -> Job:
    lay(folder, 1)
    return collect([str(folder)])[0]


def test_a_job_with_flaws_shows_nothing_and_is_refused(tmp_path: Path) -> None:
    job = Job("t.csv, row 2", flaws=('t.csv, row 2, column A "matter.id": is empty; "Ada" stands by.',))
    assert work.look(job, settings(tmp_path)) == work.Look()
    made = work.make(job, settings(tmp_path), Identity())
    assert made.status is Status.REFUSED
    assert made.reasons == ('t.csv, row 2, column A "matter.id": is empty; “…” stands by.',)


def test_a_file_that_is_not_there_shows_nothing(tmp_path: Path) -> None:
    assert work.look(Job("gone", path=tmp_path / "gone.yaml"), settings(tmp_path)) == work.Look()


def test_a_paper_that_cannot_be_filled_refuses_its_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        msg = 'a text holds "Ada Quill".'
        raise RenderError(msg)

    monkeypatch.setattr(work, "draft", refuse)
    made = work.make(_job(tmp_path / "in"), settings(tmp_path / "out"), Identity())
    assert (made.status, made.reasons) == (Status.REFUSED, ("a text holds “…”.",))
    assert made.case_id == "case-00000"


def test_a_mistake_of_the_program_is_told_by_its_name_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        msg = "Ada Quill"
        raise ZeroDivisionError(msg)

    monkeypatch.setattr(work, "draft", fail)
    made = work.make(_job(tmp_path / "in"), settings(tmp_path / "out"), Identity())
    assert (made.status, made.reasons) == (Status.FAILED, ("ZeroDivisionError",))


def test_of_many_problems_the_first_are_told_and_the_rest_counted() -> None:
    assert work.masked([f"problem {n}" for n in range(5)])[-1] == "and 2 more"


def test_a_packet_of_other_templates_is_not_taken_for_finished(tmp_path: Path) -> None:
    job, out = _job(tmp_path / "in"), tmp_path / "out"
    out.mkdir()
    own = tmp_path / "own"
    own.mkdir()
    run = settings(out, resume=True)
    assert work.make(job, run, Identity()).status is Status.DRAFTED
    assert work.make(job, run, Identity()).status is Status.THERE
    (own / "state_petition.docx").write_bytes(shipped_template("cover_letter"))
    work.hash_of_template.cache_clear()
    made = work.make(job, replace(run, templates=own), Identity())
    assert made.status is not Status.THERE


def test_a_template_that_is_no_more_has_no_hash() -> None:
    assert work.hash_of_template("no-such-template", None) == ""


def test_a_case_that_is_no_group_of_fields_has_no_id(tmp_path: Path) -> None:
    assert work.look(Job("x", text='["a"]'), settings(tmp_path)).case_id == ""
    assert work.look(Job("x", text='{"matter": {"id": ["a"]}, "petitioners": [null, {"name": null}]}'),
                     settings(tmp_path)).case_id == ""


def test_without_anybody_else_nothing_is_strange() -> None:
    nobody = Strangers(frozenset(), frozenset(), frozenset(), b"k")
    assert list(nobody.kinds("Ada Quill, A-000-000-000")) == []


def test_a_day_that_is_none_is_still_compared() -> None:
    from drafter.batch.identities import identity

    one, two = (identity({}, [f"She was born on {day}."], b"k") for day in ("2/30/1990", "2/30/1990"))
    assert one.marks == two.marks != frozenset()


def test_one_name_alone_names_nobody() -> None:
    from drafter.batch.identities import identity

    assert identity({"petitioners": [{"name": "Ada"}]}, [], b"k").names == frozenset()
    assert case_text(1)
