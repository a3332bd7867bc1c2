"""The page in a real browser: by keyboard, for screen readers, and back as a case."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from drafter.casefile import dump, loads
from drafter.casefile.emitter import plain
from drafter.cli import main
from drafter.cli.samples import sample_files
from drafter.intake import read_returned
from drafter.law import load_law

Show = Callable[[], Page]
PHONE = {"width": 320, "height": 640}


def violations(one: Page) -> list[str]:
    """What axe-core finds, of every kind of rule that it has switched on."""
    found: dict[str, Any] = Axe().run(one).response
    return [f"{rule['id']}: {rule['nodes'][0]['html']}" for rule in found["violations"]]


def saved(one: Page, folder: Path) -> Path:
    with one.expect_download() as download:
        one.get_by_role("button", name="Save as a file").first.click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def load(one: Page, file: Path) -> None:
    one.get_by_label("Load a file saved before").set_input_files(str(file))
    one.get_by_text(re.compile(r"is loaded|Not loaded")).wait_for()


def section(one: Page, name: str) -> Any:  # noqa: ANN401 - a locator
    return one.get_by_role("region", name=name, exact=True)


@pytest.mark.parametrize("sample", sorted(sample_files()))
def test_every_sample_goes_through_the_page_unchanged(show: Show, sample: str, tmp_path: Path) -> None:
    law = load_law()
    known = loads(sample_files()[sample].read_text(encoding="utf-8"), "known.yaml", law).case
    before = tmp_path / "before.json"
    before.write_text(json.dumps(plain(known), ensure_ascii=False), encoding="utf-8")
    one = show()
    load(one, before)
    file = saved(one, tmp_path)
    returned = read_returned(file, law).text("x", as_json=True)
    assert dump(loads(returned, "after.json", law).case) == dump(known)


def test_an_empty_page_has_no_flaw_that_axe_core_knows(show: Show) -> None:
    assert violations(show()) == []


@pytest.mark.slow
def test_a_full_page_has_no_flaw_that_axe_core_knows(show: Show, tmp_path: Path) -> None:
    case = loads(sample_files()["certification-ice"].read_text(encoding="utf-8"), "k.yaml", load_law()).case
    file = tmp_path / "full.json"
    file.write_text(json.dumps(plain(case), ensure_ascii=False), encoding="utf-8")
    one = show()
    load(one, file)
    one.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert violations(one) == []


def test_a_flaw_would_be_found(show: Show) -> None:
    one = show()
    one.evaluate("document.querySelector('label').remove()")
    assert any(line.startswith("label:") for line in violations(one))


def test_a_page_of_facts_can_be_typed_with_the_keyboard_alone(show: Show, tmp_path: Path) -> None:
    one = show()
    press = one.keyboard.press
    press("Tab")
    assert one.evaluate("document.activeElement.textContent") == "Skip to the questions"
    press("Enter")
    press("Tab")
    one.keyboard.type("Doe v. Roe")
    section(one, "Who asks").get_by_role("button", name="Add a petitioner").focus()
    press("Enter")
    assert one.evaluate("document.activeElement.tagName") == "SELECT"  # the first field of the new item
    press("Tab")
    one.keyboard.type("Jane Doe")
    section(one, "Who must act").get_by_role("button", name="Add a respondent").focus()
    press("Space")
    press("Tab")
    one.keyboard.type("local")
    press("Tab")
    one.keyboard.type("Pat Placard")
    data = json.loads(saved(one, tmp_path).read_text(encoding="utf-8"))
    assert data == {
        "matter": {"id": "doe-v-roe", "short_title": "Doe v. Roe"},
        "petitioners": [{"id": "doe", "name": "Jane Doe"}],
        "respondents": [{"id": "pat-placard", "level": "local", "name": "Pat Placard"}],
    }


def tab_to(one: Page, name: str) -> None:
    """Presses Tab until the thing of that name has the focus, as a person without a mouse does."""
    for _ in range(400):
        one.keyboard.press("Tab")
        found = one.evaluate(
            "(() => { const at = document.activeElement; return at.getAttribute('aria-label') ||"
            " [...(at.labels || [])].map((each) => each.textContent).join(' ') || at.textContent; })()"
        )
        if str(found).strip().startswith(name):
            return
    pytest.fail(f"Tab never comes to {name}")


def test_what_the_keyboard_alone_typed_comes_back_through_new_from(
    show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    one = show()
    tab_to(one, "Short title")
    one.keyboard.type("Doe v. Roe")
    tab_to(one, "Add a petitioner")
    one.keyboard.press("Enter")
    tab_to(one, "Name")
    one.keyboard.type("Jane Doe")
    tab_to(one, "Residence county")
    one.keyboard.type("Lantern")
    tab_to(one, "Add a respondent")
    one.keyboard.press("Enter")
    tab_to(one, "Name")
    one.keyboard.type("Pat Placard")
    with one.expect_download() as download:
        tab_to(one, "Save as a file")
        one.keyboard.press("Enter")
    back = tmp_path / "back.json"
    download.value.save_as(back)
    monkeypatch.chdir(tmp_path)
    assert main(["new", "doe.yaml", "--from", "back.json", "--no-input"]) == 2  # much is still open
    assert "forum.court" in capsys.readouterr().out
    text = (tmp_path / "doe.yaml").read_text(encoding="utf-8")
    assert "name: Jane Doe" in text
    assert "name: Pat Placard" in text
    assert "residence_county: Lantern" in text


def test_focus_goes_through_the_page_in_the_order_that_is_read(show: Show) -> None:
    one = show()
    places = []
    for _ in range(60):
        one.keyboard.press("Tab")
        places.append(one.evaluate(
            "(() => { const one = document.activeElement; window.seen ??= [...document.querySelectorAll('*')];"
            " return window.seen.indexOf(one); })()"
        ))
    assert places == sorted(places)
    assert len(set(places)) > 40  # the day, month and year of a date are three stops


def test_a_party_that_is_named_elsewhere_follows_its_name(show: Show, tmp_path: Path) -> None:
    one = show()
    asks, costs = section(one, "Who asks"), section(one, "What it costs")
    costs.get_by_role("button", name="Add a harm").click()
    asks.get_by_role("button", name="Add a petitioner").click()
    asks.get_by_label("Name (needed)").fill("Jane Doe")
    asks.get_by_label("Name (needed)").blur()
    costs.get_by_label("Who is harmed").select_option(label="Jane Doe")
    costs.get_by_label("Words (needed)", exact=True).fill("She lost a shift.")
    asks.get_by_label("Name (needed)").fill("Jane Roe")
    asks.get_by_label("Name (needed)").blur()
    assert costs.get_by_label("Who is harmed").locator("option:checked").text_content() == "Jane Roe"
    data = json.loads(saved(one, tmp_path).read_text(encoding="utf-8"))
    assert data["harms"] == [{"id": "she-lost-a-shift", "petitioner": "roe", "says": [{"say": "She lost a shift."}]}]


def test_a_fact_may_be_left_to_be_asked_or_be_said_not_to_apply(show: Show, tmp_path: Path) -> None:
    one = show()
    asks = section(one, "Who asks")
    asks.get_by_role("button", name="Add a petitioner").click()
    asks.get_by_label("Name (needed)").fill("Jane Doe")
    asks.get_by_label("“Residence county”").select_option("ask")
    asks.get_by_label("Residence county: what is to be asked?").fill("In which county does she live?")
    asks.get_by_label("“Custody today”").select_option("na")
    data = json.loads(saved(one, tmp_path).read_text(encoding="utf-8"))
    assert data["petitioners"][0]["residence_county"] == {"ask": "In which county does she live?"}
    assert set(data["petitioners"][0]["custody"]) == {"not_applicable"}


def test_half_a_date_is_named_and_not_lost_in_silence(show: Show) -> None:
    one = show()
    happened = section(one, "What happened")
    happened.get_by_role("button", name="Add an event").click()
    happened.get_by_label("Date", exact=True).press_sequentially("11")
    one.get_by_role("button", name="Save as a file").first.click()
    problems = one.locator("#problems")
    problems.get_by_role("link", name=re.compile("Event 1, Date", re.IGNORECASE)).click()
    assert one.evaluate("document.activeElement.type") == "date"
    assert violations(one) == []


def test_what_is_still_needed_is_told_when_it_is_saved(show: Show, tmp_path: Path) -> None:
    one = show()
    section(one, "Who must act").get_by_role("button", name="Add a respondent").click()
    section(one, "Who must act").get_by_label("Name", exact=True).fill("Pat Placard")
    saved(one, tmp_path)
    told = one.get_by_role("status").text_content() or ""
    assert "respondent 1, Whose officer" in told
    assert "Name" in told  # of the court


def test_a_file_that_is_no_case_is_refused_and_says_why(show: Show, tmp_path: Path) -> None:
    file = tmp_path / "letter.json"
    file.write_text("Dear Ms. Doe", encoding="utf-8")
    one = show()
    load(one, file)
    assert "letter.json" in (one.locator("#problems").text_content() or "")
    assert violations(one) == []


def test_the_page_fits_a_telephone_without_scrolling_sideways(show: Show) -> None:
    one = show()
    one.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a mapping of just these keys
    section(one, "Who asks").get_by_role("button", name="Add a petitioner").click()
    assert one.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_page_says_its_language_and_its_title_and_has_one_first_heading(show: Show) -> None:
    one = show()
    assert one.evaluate("document.documentElement.lang") == "en"
    assert one.title() == "Facts of a case - drafter"
    assert one.get_by_role("heading", level=1).count() == 1
    assert one.get_by_role("heading", level=2).count() == 15


def test_removing_an_item_is_said_aloud_and_keeps_the_place(show: Show) -> None:
    one = show()
    asks = section(one, "Who asks")
    asks.get_by_role("button", name="Add a petitioner").click()
    asks.get_by_role("button", name="Remove petitioner 1").click()
    assert one.get_by_role("status").text_content() == "petitioner 1 removed."
    assert one.evaluate("document.activeElement.textContent") == "Add a petitioner"
