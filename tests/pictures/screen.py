"""A screen of the interview as a drawing, from the very text that the tests hold."""

from __future__ import annotations

from html import escape
from pathlib import Path

_LINE = 20
_SIGN = 8.2
_MARGIN = 16


def screen_picture(page: Path) -> str:
    """The screen that a page quotes, as SVG: light letters on a dark ground."""
    text = page.read_text(encoding="utf-8").split("<!-- screen -->\n```text\n")[1].split("```")[0]
    lines = text.rstrip("\n").splitlines()
    width = round(_SIGN * max(map(len, lines))) + 2 * _MARGIN
    height = _LINE * len(lines) + 2 * _MARGIN
    rows = "\n".join(
        f'<text x="{_MARGIN}" y="{_MARGIN + _LINE * n + 14}"{_colour(line)}>{escape(line)}</text>'
        for n, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img">\n'
        f'<title>{escape(lines[0])}</title>\n<rect width="100%" height="100%" rx="8" fill="#1f2430"/>\n'
        '<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="13.5" fill="#e6e1cf" '
        f'xml:space="preserve">\n{rows}\n</g>\n</svg>\n'
    )


def _colour(line: str) -> str:
    if line.startswith("["):
        return ' fill="#ffcc66" font-weight="bold"'
    return ' fill="#8fa1b3"' if line.startswith(("<", "(")) else ""
