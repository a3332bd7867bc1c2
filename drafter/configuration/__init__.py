"""The office's settings: ``drafter.toml`` in this folder, then the one in the user's own.

Reads TOML and nothing else; knows no case and no Word. A setting of the folder goes before the
user's, one by one. What is misspelt is refused, with the nearest name.
"""

from drafter.configuration.reading import FILE_NAME, places, settings
from drafter.configuration.settings import EXAMPLE, InForce, Settings, Value

__all__ = ["EXAMPLE", "FILE_NAME", "InForce", "Settings", "Value", "places", "settings"]
