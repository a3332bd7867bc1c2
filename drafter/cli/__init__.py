"""The front door: parses arguments, prints, reads the clock, sets the exit status.

The only room that does any of these. It starts fast: what a command needs is imported when the
command runs.
"""

from drafter.cli.door import main

__all__ = ["main"]
