"""Executors for the tests of batches."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.batch import Workers

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def workers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Workers]:
    """Two watched workers that can import the tests."""
    monkeypatch.syspath_prepend(str(ROOT))
    made = Workers(2, seconds=4.0)
    yield made
    made.shutdown(cancel_futures=True)
