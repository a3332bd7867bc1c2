"""An office's template beside ours, in text: what the office changed, and what we did since."""

from __future__ import annotations

from drafter.proofread import reworded

_SAME = "  words and styles are the same; fonts, margins or pictures differ."


def compared(base: bytes | None, yours: bytes, ours: bytes) -> list[str]:
    """Lines that tell the differences; none if the two are the same file.

    Args:
        base: our template as it was when it was copied, or None where that is not known.
        yours: the office's copy.
        ours: our template of today.

    Raises:
        TemplateError: one of them is no Word file.
    """
    if yours == ours or (base is not None and yours == base and base == ours):
        return []
    if base is None:
        return _told("ours, and yours", reworded(ours, yours)) or [_SAME]
    changed, upgraded = reworded(base, yours), reworded(base, ours)
    touched = {line for lines, _, _ in changed for line in lines}
    both = [one for one in upgraded if touched & set(one[0])]
    lines = _told("what you changed", changed)
    if not lines and yours != base:
        lines = ["  what you changed:", _SAME]
    lines += _told("what we changed since you copied it", upgraded)
    if both:
        lines.append("  changed by you and by us; take over by hand what you want of ours:")
        lines += [f"    {line}" for _, was, now in both for line in (was or now)]
    return lines


def _told(
    title: str, places: tuple[tuple[range, tuple[str, ...], tuple[str, ...]], ...]
) -> list[str]:
    if not places:
        return []
    lines = [f"  {title}:"]
    for _, was, now in places:
        lines += [f"    - {line}" for line in was]
        lines += [f"    + {line}" for line in now]
    return lines
