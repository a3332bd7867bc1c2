"""No test reads the settings or the moods of whoever runs it: the same test says the same everywhere."""

from __future__ import annotations

import os
import signal

os.environ["DRAFTER_CONFIG"] = ""  # before any test, and for every program that a test starts

# A shell tells what it starts in the background to ignore Ctrl-C, and every child inherits that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
