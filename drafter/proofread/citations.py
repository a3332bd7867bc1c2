"""Citations as a stranger finds them: with the extra ``cites``, by eyecite.

The memo's table of authorities is made from the ids that the words name. This looks from the other
side, at the finished papers, for a citation that the table does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from drafter.errors import DrafterError
from drafter.proofread.mirror import mirror

_TAG = re.compile(r"<[^<>]*>")
_TABLE = re.compile(r"\[Memo Heading\] 6\. .*?(?=\[Memo Heading\]|\Z)", re.DOTALL)
_PARTS = ("title", "volume", "reporter", "chapter", "section")


class CitesError(DrafterError):
    """The extra that finds citations is not installed."""


def strays(papers: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """Citations of a packet's papers that the table of authorities of its memo does not hold.

    A case is known by volume and reporter, a statute or rule by title, code and section: pages and
    paragraphs within it are not compared.

    Args:
        papers: the finished .docx by their paths in the packet, the memo among them.

    Returns:
        The path of a paper and the citation as printed, each once; none where all are in the table.

    Raises:
        CitesError: eyecite is not installed.
    """
    texts = {path: _TAG.sub("", mirror(data)) for path, data in papers.items()}
    tables = "".join(
        match.group() for path, text in texts.items() if path.endswith("-review-memo.docx")
        for match in _TABLE.finditer(text)
    )
    known = {key for key, _ in cited([tables])}
    return [(path, words) for path, text in texts.items() if not path.startswith("keep/")
            for key, words in dict(cited([text])).items() if key not in known]


def cited(texts: Iterable[str]) -> list[tuple[tuple[str, ...], str]]:
    """Every full citation in some texts: what it is known by, and its words.

    Raises:
        CitesError: eyecite is not installed.
    """
    try:
        from eyecite import get_citations  # noqa: PLC0415 - an extra, and slow to load
        from eyecite.models import FullCitation, ShortCaseCitation  # noqa: PLC0415 - an extra
    except ImportError:
        msg = "to look for citations, install the extra: pip install 'mandamus-drafter[cites]'."
        raise CitesError(msg) from None
    return [
        (tuple(one.groups.get(part) or "" for part in _PARTS), one.token.data)
        for text in texts for one in get_citations(text)
        if isinstance(one, FullCitation | ShortCaseCitation)
    ]
