"""The case file: text a person or a program wrote, read strictly into a ``Case`` and back.

Every scalar is text until the model types it. What is unclear is refused with its place in the
file and what to do about it, never guessed; what is only suspicious is a warning.
"""

from drafter.casefile.contract import schema
from drafter.casefile.emitter import dump
from drafter.casefile.loading import Loaded, load, loads
from drafter.casefile.updating import update

__all__ = ["Loaded", "dump", "load", "loads", "schema", "update"]
