"""What a note calls a thing of the case: its own words, as nobody but the file knows it by its id."""

from __future__ import annotations

import re

from drafter.case import Duty, Event, Exhibit, Harm, Petitioner, Relief, Respondent, known

_MOST = 60
"""Letters of a name in a note; the rest is cut between words."""
_MARKS = re.compile(r"\[[?#]([^\]]*)\]")


def called(one: Duty | Event | Exhibit | Harm | Petitioner | Relief | Respondent) -> str:
    """A short name of a part of a case, for the middle of a sentence.

    Returns:
        short form, name or office of a respondent; title of an exhibit; name of a petitioner; act of a duty
        or of an item of relief; first words of an event or a harm; the id where none of these is known.
    """
    if isinstance(one, Respondent):
        return one.short or known(one.name) or known(one.office) or f'"{one.id}"'
    if isinstance(one, Exhibit):
        words = known(one.title)
    elif isinstance(one, Petitioner):
        words = known(one.name)
    elif isinstance(one, Duty | Relief):
        words = known(one.act)
    else:
        words = one.says[0].say if one.says else None
    plain = " ".join(_MARKS.sub(r"\1", words or one.id).replace('"', "'").split()).rstrip(".")
    return plain if len(plain) <= _MOST else plain[: _MOST - 2].rsplit(" ", 1)[0].rstrip(",;:") + " …"
