"""The law: TOML records beside this file, typed and cross-checked on loading."""

from drafter.law.library import Law, load_law

__all__ = ["Law", "load_law"]
