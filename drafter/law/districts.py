"""The federal districts: one common record, a table for each circuit, a line for each court.

The 94 district courts differ in name, circuit and divisions only; what the courts of a
circuit share stands once. Here those tables become one record for each court.
"""

from __future__ import annotations

from typing import Any

_Table = dict[str, Any]


def district_tables(tables: _Table) -> _Table:
    """One table for each court out of ``common``, ``circuits`` and ``districts``.

    Args:
        tables: ``districts.toml`` as read. A court gives ``of`` ("Middle District of Alabama"),
            ``circuit``, and ``divisions`` if it sits in divisions.

    Raises:
        KeyError: a table or field is missing.
        TypeError, AttributeError: something is not a table.
    """
    common, circuits = tables["common"], tables["circuits"]
    return {
        key: _court(common | circuits[court["circuit"]], dict(court))
        for key, court in tables["districts"].items()
    }


def _court(shared: _Table, court: _Table) -> _Table:
    of = court.pop("of")
    lines = ["UNITED STATES DISTRICT COURT", f"FOR THE {of.upper()}"]
    if court.get("divisions"):
        lines.append("{division}")
    named = {"name": f"United States District Court for the {of}", "caption": lines}
    return shared | named | court
