from __future__ import annotations

import shutil
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from drafter.errors import LawError
from drafter.law import Law, load_law
from drafter.law.library import read_law

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the law that a test may hurt."""
    with resources.as_file(resources.files("drafter.law")) as source:
        shutil.copytree(source, tmp_path / "law", ignore=shutil.ignore_patterns("*.py", "__py*"))
    return tmp_path / "law"


def add(folder: Path, file: str, text: str) -> None:
    with (folder / file).open("a", encoding="utf-8") as stream:
        stream.write(f"\n{text}\n")


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def refused(folder: Path) -> str:
    with pytest.raises(LawError) as caught:
        read_law(folder)
    return str(caught.value)


def test_the_law_is_read_once() -> None:
    assert load_law() is load_law()


def test_the_law_can_key_a_cache_and_equals_only_itself(folder: Path) -> None:
    law, again = read_law(folder), read_law(folder)
    assert {law: 1, again: 2}[law] == 1
    assert law != again


def test_the_records_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        load_law().authorities["new"] = load_law().authorities["usc-28-1361"]  # type: ignore[index]



def test_a_file_that_is_not_toml_is_named_with_its_line(folder: Path) -> None:
    add(folder, "remedies.toml", "[broken")
    assert refused(folder).startswith("remedies.toml is not TOML:")
    assert "line" in refused(folder)


def test_a_file_that_is_not_utf_8_is_named(folder: Path) -> None:
    (folder / "adverse.toml").write_bytes(b"# \xff")
    assert refused(folder) == "adverse.toml is not UTF-8 text; save it as UTF-8."


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "districts.toml").unlink()
    assert "no file districts.toml" in refused(folder)


def test_a_missing_folder_is_named(folder: Path) -> None:
    shutil.rmtree(folder / "moa")
    assert "no folder moa" in refused(folder)


def test_a_misspelt_field_names_file_record_and_field(folder: Path) -> None:
    add(folder, "authorities/cases.toml",
        "[doe]\nname = 'Doe v. Roe'\ncite = '1 X 1'\npropositon = 'x'")
    message = refused(folder)
    assert message.startswith("authorities/cases.toml: doe, field propositi")


def test_a_record_that_is_no_table_is_named(folder: Path) -> None:
    change(folder, "adverse.toml", "[AC1]", "AC0 = 'x'\n[AC1]")
    assert "adverse.toml: AC0 is not a table" in refused(folder)


def test_an_empty_record_is_refused_with_its_first_missing_field(folder: Path) -> None:
    add(folder, "duties/federal.toml", "[nothing]")
    assert "duties/federal.toml: nothing, field title:" in refused(folder)


def test_an_id_used_in_two_files_is_refused(folder: Path) -> None:
    shutil.copy(folder / "authorities/florida.toml", folder / "authorities/zz.toml")
    assert 'authorities/zz.toml: the id "fl-rule-1-630" is used twice' in refused(folder)


def test_districts_without_circuits_are_refused(folder: Path) -> None:
    change(folder, "districts.toml", "[circuits.11]", "[circuits.12]")
    assert "districts.toml is not laid out" in refused(folder)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("authorities/general.toml", "travels_with = ['norton-v-suwa']",
         "travels_with = ['norton']",
         'usc-5-706-1, field travels_with: there is no authority "norton"'),
        ("authorities/general.toml", "[usc-28-1331]", "[usc-28-1331]\nname = 'In re'",
         "usc-28-1331, field name: only a case has a name"),
        ("duties/federal.toml", "authorities = ['usc-8-1357-g-5']", "authorities = ['usc-5']",
         'written-powers, field authorities: there is no authority "usc-5"'),
        ("duties/federal.toml", "'BLOCK: {quote:usc-8-1357-g-5}", "'BLOCK: {quote:usc-8-1357-g}",
         "written-powers, field framework.1: usc-8-1357-g holds no quotation"),
        ("duties/federal.toml", "statement = 'once a", "statement = '{plaintifs} once a",
         'field statement: there is no word or authority "plaintifs"'),
        ("forums/virginia.toml", "elements_authority = 'hylton-enterprises'",
         "elements_authority = 'x'", "va-circuit, field elements_authority: there is no authority"),
        ("forums/virginia.toml", "unconfirmed = ['fee']", "unconfirmed = ['venu']",
         'va-circuit, field unconfirmed: a forum has no field "venu"'),
        ("forums/florida.toml", "title = 'COMPLAINT", "title = '{petitioners} COMPLAINT",
         'fl-circuit, field title: there is no word or authority "petitioners"'),
        ("forums/florida.toml", "authorities = ['fl-const-v-5-b'", "authorities = ['fl-const'",
         'fl-circuit, field authorities: there is no authority "fl-const"'),
        ("forums/florida.toml", "an indisputable", "{an} indisputable",
         'fl-circuit, field elements.clear-duty: there is no word or authority "an"'),
        ("moa/task_force.toml", "id = 'tfm-functions'", "id = 'tfm-certification'",
         'the clause id "tfm-certification" is used twice'),
        ("moa/task_force.toml", "duty = 'training-certification'", "duty = 'training'",
         'field duty: there is no duty "training"'),
        ("moa/task_force.toml", "absent = ['48-hour-hold'", "absent = ['hold'",
         'tfm-2025, field absent: "hold" must be a topic of another form'),
        ("moa/task_force.toml", "absent = ['48-hour-hold'", "absent = ['certification'",
         'tfm-2025, field absent: "certification" must be a topic of another form'),
        ("adverse.toml", "pattern = 'reserves? the right'", "pattern = '('",
         "adverse.toml: AC6, field pattern:"),
        ("remedies.toml", "authorities = ['usc-34-12601']", "authorities = ['usc-34']",
         'remedies.toml: doj-pattern, field authorities: there is no authority "usc-34"'),
        ("remedies.toml", "{usc-34-12601}.'", "{usc-34}.'",
         "remedies.toml: doj-pattern, field inadequate: there is no word or authority"),
    ],
)
def test_a_broken_link_names_record_and_field(
    folder: Path, file: str, old: str, new: str, says: str
) -> None:
    change(folder, file, old, new)
    assert says in refused(folder)


def test_a_block_quotation_needs_a_sentence_before_it(folder: Path) -> None:
    change(folder, "duties/federal.toml", "framework = [", "framework = [\n  'BLOCK: x',")
    assert "a block quotation needs a sentence before it" in refused(folder)


def test_a_copy_of_the_law_reads_as_the_original(folder: Path) -> None:
    law: Law = read_law(folder)
    assert dict(law.authorities) == dict(load_law().authorities)
    assert dict(law.forums) == dict(load_law().forums)
