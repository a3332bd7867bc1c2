"""No test reads the settings of whoever runs it: the same test says the same everywhere."""

from __future__ import annotations

import os

os.environ["DRAFTER_CONFIG"] = ""  # before any test, and for every program that a test starts
