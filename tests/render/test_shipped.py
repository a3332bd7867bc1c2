"""The templates that ship, and an office's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.errors import TemplateError
from drafter.render import Template, office_templates, shipped, shipped_template, template_names


def test_every_shipped_template_opens() -> None:
    for name in template_names():
        assert Template.open(shipped_template(name), name).name == name


def test_an_installation_without_templates_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:
    monkeypatch.setattr(shipped, "FOLDERS", (tmp_path / "none",))

    with pytest.raises(TemplateError, match="install it again"):
        shipped.template_folder()


def test_an_office_s_own_copy_goes_before_ours_and_only_under_a_known_name(tmp_path: Path) -> None:
    (tmp_path / "complaint.docx").write_bytes(b"own")
    (tmp_path / "strange.docx").write_bytes(b"own")
    templates = office_templates(tmp_path)

    assert templates("complaint") == b"own"
    assert templates("verification") == shipped_template("verification")
    assert office_templates(None) is shipped_template
    with pytest.raises(TemplateError, match="strange"):
        templates("strange")


def test_an_unknown_template_is_named_with_those_there_are() -> None:
    with pytest.raises(TemplateError, match="complaint"):
        shipped_template("complaimt")
