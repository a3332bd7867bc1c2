"""Parts of a page that are made from the program: compared, or with ``GOLDEN=accept`` put there."""

from __future__ import annotations

import os
from pathlib import Path

END = "<!-- end -->"


def told(page: Path, maker: str, content: str) -> str:
    """What stands between ``<!-- made by MAKER -->`` and ``<!-- end -->``, which content must equal."""
    text = page.read_text(encoding="utf-8")
    start = f"<!-- made by {maker} -->\n"
    before, rest = text.split(start)
    found, after = rest.split(END, maxsplit=1)
    if os.environ.get("GOLDEN") == "accept":
        page.write_text(f"{before}{start}\n{content}\n\n{END}{after}", encoding="utf-8")
        return content
    return found.strip()
