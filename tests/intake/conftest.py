"""A real browser, where there is one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from drafter.intake import page
from drafter.law import load_law

_NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="package")  # it leaves an event loop running, in which no prompt can run
def browser() -> Iterator[Browser]:
    """Debian's Chromium without a window; tests skip where it is not, or fail if it must be."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        if os.environ.get("DRAFTER_REQUIRE_TOOLS"):
            pytest.fail("no Chromium was found, and DRAFTER_REQUIRE_TOOLS is set")
        pytest.skip("no Chromium was found (Debian: apt-get install chromium)")
    with sync_playwright() as play:
        # The sandbox of the browser cannot be set up for root, which a container's tests run as.
        arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        one = play.chromium.launch(executable_path=found, args=arguments)
        yield one
        one.close()


@pytest.fixture(scope="session")
def form_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page as a file, as a client gets it."""
    file = tmp_path_factory.mktemp("form") / "facts.html"
    file.write_text(page(load_law()), encoding="utf-8")
    return file


@pytest.fixture
def show(browser: Browser, form_file: Path) -> Iterator[Callable[[], Page]]:
    """Opens the page anew; whatever it complains of or asks the network for fails the test."""
    context = browser.new_context(accept_downloads=True, offline=True)
    asked: list[str] = []
    errors: list[str] = []

    def open_page() -> Page:
        one = context.new_page()
        one.set_default_timeout(20_000)
        one.on("request", lambda request: asked.append(request.url))
        one.on("pageerror", lambda error: errors.append(str(error)))
        one.on("console", lambda said: errors.append(said.text))
        one.goto(form_file.as_uri())
        return one

    yield open_page
    context.close()
    assert errors == []
    assert {one for one in asked if not one.startswith("blob:")} <= {form_file.as_uri()}
