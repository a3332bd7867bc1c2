"""The law: TOML records beside this file, typed and cross-checked on loading."""

from drafter.law.law import Law
from drafter.law.library import load_law

__all__ = ["Law", "load_law"]
