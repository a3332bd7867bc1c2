"""The States by name, with their postal codes."""

from __future__ import annotations

STATES = {
    "Alabama": "AL", "Alaska": "AK", "Arizona": "AZ", "Arkansas": "AR", "California": "CA",
    "Colorado": "CO", "Connecticut": "CT", "Delaware": "DE", "Florida": "FL", "Georgia": "GA",
    "Hawaii": "HI", "Idaho": "ID", "Illinois": "IL", "Indiana": "IN", "Iowa": "IA",
    "Kansas": "KS", "Kentucky": "KY", "Louisiana": "LA", "Maine": "ME", "Maryland": "MD",
    "Massachusetts": "MA", "Michigan": "MI", "Minnesota": "MN", "Mississippi": "MS",
    "Missouri": "MO", "Montana": "MT", "Nebraska": "NE", "Nevada": "NV", "New Hampshire": "NH",
    "New Jersey": "NJ", "New Mexico": "NM", "New York": "NY", "North Carolina": "NC",
    "North Dakota": "ND", "Ohio": "OH", "Oklahoma": "OK", "Oregon": "OR", "Pennsylvania": "PA",
    "Rhode Island": "RI", "South Carolina": "SC", "South Dakota": "SD", "Tennessee": "TN",
    "Texas": "TX", "Utah": "UT", "Vermont": "VT", "Virginia": "VA", "Washington": "WA",
    "West Virginia": "WV", "Wisconsin": "WI", "Wyoming": "WY",
}
_NAMES = {code: name for name, code in STATES.items()}


def state_named(words: str) -> str:
    """The State's name, given that or its postal code in any case; empty where it is neither."""
    plain = " ".join(words.replace(".", "").split())
    return _NAMES.get(plain.upper(), plain.title() if plain.title() in STATES else "")


def parted(agency: str) -> tuple[str, str]:
    """An agency's name without the State after its last comma, and that State's name."""
    name, comma, last = agency.rpartition(",")
    state = state_named(last) if comma else ""
    return (name.strip(), state) if state else (agency.strip(), "")
