"""The tags of a part made into plain Jinja: what docxtpl's ``patch_xml`` does, for the plain case.

In a template as this program ships it each tag stands whole in one ``w:t``. Then four replacements
do what docxtpl does with two dozen passes over the whole part, in a twentieth of the time; and
docxtpl with python-docx need not be loaded. Any other part goes to docxtpl itself. Tests hold the
two equal.
"""

from __future__ import annotations

import re

_WHOLE = re.compile(r"\{\{(?:(?!\}\}).)*|\{%(?:(?!%\}).)*|\{#(?:(?!#\}).)*", re.DOTALL)
_PARTED = re.compile(r"\{<|[%}#](?:<[^>]*>)+\}")
_OTHER = re.compile(r"\{%-|-%\}|\{[{%#](?:r|tc)\s|\{\{(?:p|tr)\s|\{#|\{%\s*(?:colspan|cellbg|vm|hm)\s")
_OWN_PLACE = re.compile(r"\{%(p|tr) ([^}%]*%\})")
_BARE = re.compile(r"<w:t>(?=(?:(?!<w:t>).)*?\{[{%])", re.DOTALL)  # as docxtpl: any before a tag
_INSIDE = re.compile(r"(?<=\{[{%])(.*?)(?=[}%]\})")
_TYPED = (("&#8216;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("“", '"'), ("”", '"'), ("‘", "'"),
          ("’", "'"))


def patched(source: str) -> str:
    """The source of a part with its tags as Jinja reads them.

    Args:
        source: the XML of a part, its tags as an attorney typed them.

    Returns:
        The XML with ``{%p … %}`` in place of its paragraph and ``{%tr … %}`` in place of its row.
    """
    if _OTHER.search(source) or _PARTED.search(source) or any(
        "<" in hit[0] for hit in _WHOLE.finditer(source)
    ):
        return _by_docxtpl(source)
    source = _BARE.sub('<w:t xml:space="preserve">', source)
    pieces: list[str] = []
    at = 0
    while hit := _OWN_PLACE.search(source, at):
        kind = hit[1]
        start = max(source.rfind(f"<w:{kind}>", at, hit.start()),
                    source.rfind(f"<w:{kind} ", at, hit.start()))
        end = source.find(f"</w:{kind}>", hit.end())
        if start < 0 or end < 0:
            return _by_docxtpl(source)
        pieces += (source[at:start], "{% ", hit[2])
        at = end + len(f"</w:{kind}>")
    pieces.append(source[at:])
    return _INSIDE.sub(_plain, "".join(pieces))


def _plain(hit: re.Match[str]) -> str:
    """What Word's autocorrection and XML made of the signs in a tag, as they were typed."""
    text = hit[0]
    for found, typed in _TYPED:
        text = text.replace(found, typed)
    return text


def _by_docxtpl(source: str) -> str:
    from docxtpl import DocxTemplate  # noqa: PLC0415 - loads python-docx, which takes long

    # patch_xml reads nothing of the template it belongs to; no file is opened here.
    done: str = DocxTemplate.patch_xml(DocxTemplate(None), source)
    return done
