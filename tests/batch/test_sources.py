from __future__ import annotations

from pathlib import Path

import pytest

from drafter.batch import collect
from drafter.errors import CaseFileError
from tests.batch.cases import case_text, lay


def test_a_folder_gives_its_case_files_in_order_and_those_below(tmp_path: Path) -> None:
    lay(tmp_path / "a", 2)
    lay(tmp_path / "a" / "b", 1)
    (tmp_path / "a" / ".hidden.yaml").write_text("")
    (tmp_path / "a" / "packet.json").write_text("{}")
    (tmp_path / "a" / "notes.md").write_text("")
    found = collect([str(tmp_path / "a")])
    assert [Path(one.name).relative_to(tmp_path).as_posix() for one in found] == [
        "a/00000.yaml", "a/00001.yaml", "a/b/00000.yaml",
    ]


def test_a_pattern_and_a_file_name_each_case_once(tmp_path: Path) -> None:
    names = lay(tmp_path, 3)
    assert [one.name for one in collect([str(tmp_path / "0*.yaml"), names[1]])] == names


def test_a_file_that_is_not_there_is_left_to_its_reader(tmp_path: Path) -> None:
    assert len(collect([str(tmp_path / "gone.yaml")])) == 1


@pytest.mark.parametrize("name", ["empty", "none*.yaml", "notes.md", "gone"])
def test_a_source_that_names_no_case_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.md").write_text("")
    with pytest.raises(CaseFileError, match=r"no case|is no case file"):
        collect([str(tmp_path / name)])


def test_the_base_is_no_case_of_its_own(tmp_path: Path) -> None:
    lay(tmp_path, 2)
    base = tmp_path / "base.yaml"
    base.write_text(case_text(9))
    assert len(collect([str(tmp_path)], base)) == 2


def test_a_link_is_named_and_refused_and_not_passed_over_for_what_it_leads_to(tmp_path: Path) -> None:
    (name,) = lay(tmp_path, 1)
    for link in ("a.yaml", "b.yaml"):
        (tmp_path / link).symlink_to(name)
    assert [Path(one.name).name for one in collect([str(tmp_path)])] == ["00000.yaml", "a.yaml", "b.yaml"]
