from __future__ import annotations

import sys
from pathlib import Path

import pytest

from drafter.configuration import EXAMPLE, InForce, places, settings
from drafter.configuration.settings import Settings
from drafter.errors import ConfigurationError

COURTS = ("almd", "flmd", "va-circuit")


def _here(folder: Path, text: str) -> InForce:
    (folder / "drafter.toml").write_text(text, encoding="utf-8")
    return settings(folder, {"DRAFTER_CONFIG": str(folder / "drafter.toml")}, COURTS)


def _refusal(folder: Path, text: str) -> str:
    with pytest.raises(ConfigurationError) as refused:
        _here(folder, text)
    return str(refused.value).replace(str(folder), "").lstrip("/\\")


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    own = settings(tmp_path, {"DRAFTER_CONFIG": ""}, COURTS)
    assert own.office.letterhead == ()
    assert own.office.signature == ()
    assert (own.forum, own.templates, own.out, own.digest) == (None, None, Path("out"), "")


def test_the_example_sets_every_setting(tmp_path: Path) -> None:
    own = _here(tmp_path, EXAMPLE)
    assert all(own.values[name].file for name in Settings.model_fields)
    assert own.forum == "almd"
    assert own.templates == tmp_path / "my-templates"
    assert own.out == tmp_path / "packets"


def test_who_signs_belongs_to_the_firm_unless_another_is_named(tmp_path: Path) -> None:
    own = _here(tmp_path, """
firm = "Example Law"
[[signature]]
name = "Ines Draftwell"
[[signature]]
name = "Otto Blotter"
firm = "Sample Law"
""")
    assert [one.firm for one in own.office.signature] == ["Example Law", "Sample Law"]


def test_a_setting_of_the_folder_goes_before_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import platformdirs

    user, here = tmp_path / "user", tmp_path / "here"
    for folder in (user, here):
        folder.mkdir()
    monkeypatch.setattr(platformdirs, "user_config_path", lambda *_, **__: user)
    (user / "drafter.toml").write_text('forum = "flmd"\nfirm = "Example Law"\n')
    (here / "drafter.toml").write_text('forum = "almd"\n')
    own = settings(here, {}, COURTS)
    assert own.forum == "almd"
    assert own.values["forum"].file == here / "drafter.toml"
    assert own.values["firm"].shown == ("Example Law",)
    assert own.values["firm"].file == user / "drafter.toml"


@pytest.mark.skipif(sys.platform != "linux", reason="XDG names the folder on Linux alone")
def test_the_users_own_file_is_where_the_system_keeps_such_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert places(Path(), {})[1] == tmp_path / "drafter" / "drafter.toml"


@pytest.mark.parametrize(("text", "said"), [
    ('letterhed = ["x"]', 'drafter.toml:1: there is no setting "letterhed"; did you mean "letterhead"?'),
    ('# ours\nzzz = "x"', 'drafter.toml:2: there is no setting "zzz"; there are firm, '),
    ('[[signature]]\nname = "A B"\nbar_numbr = "1"',
     'drafter.toml:3: there is no setting "bar_numbr"; did you mean "bar_number"?'),
    ('forum = "almdd"', 'drafter.toml:1: there is no court "almdd"; did you mean "almd"?'),
    ('letterhead = "one line"', "drafter.toml:1: letterhead must be a list of texts in [ ]."),
    ("firm = 3", "drafter.toml:1: firm must be a text in quotation marks."),
    ('[[signature]]\nfirm = "x"', "signature.1.name is missing."),
    ("firm = Example", "Texts stand in quotation marks; drafter config --example shows how."),
    ('firm = "a\\u0007b"', "drafter.toml:1: firm: "),
])
def test_what_is_wrong_is_told_with_its_place_and_what_to_write(
    tmp_path: Path, text: str, said: str
) -> None:
    assert said in _refusal(tmp_path, text)


def test_a_file_that_is_no_text_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_bytes(b"firm = '\xff'")
    with pytest.raises(ConfigurationError, match="is not saved as UTF-8"):
        settings(tmp_path, {"DRAFTER_CONFIG": str(tmp_path / "drafter.toml")}, COURTS)


def test_a_file_that_windows_marks_as_utf_8_is_read(tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_bytes("\ufefffirm = 'Example Law'\r\n".encode())
    own = settings(tmp_path, {"DRAFTER_CONFIG": str(tmp_path / "drafter.toml")}, COURTS)
    assert own.values["firm"].shown == ("Example Law",)


def test_a_file_that_is_named_and_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="DRAFTER_CONFIG names it"):
        settings(tmp_path, {"DRAFTER_CONFIG": str(tmp_path / "none.toml")}, COURTS)


def test_the_digest_tells_what_goes_into_papers_and_nothing_else(tmp_path: Path) -> None:
    plain = _here(tmp_path, 'letterhead = ["Example Law"]')
    assert plain.digest == _here(tmp_path, 'letterhead = ["Example Law"]\nout = "x"').digest
    assert plain.digest != _here(tmp_path, 'letterhead = ["Sample Law"]').digest
