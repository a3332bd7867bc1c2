"""The proof of service of the opening paper: the server's own words, rows to fill.

It is made when service has been made and filed after that; until then nobody has signed it,
and no day stands in it.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.checks.matter import Matter
from drafter.context.authorities import citations
from drafter.context.heading import Heading, federal, heading
from drafter.context.letter import enclosed
from drafter.context.opening import OpeningFacts
from drafter.context.recipients import Recipient, recipients
from drafter.law.texts import cite_text
from drafter.wording.grammar import series
from drafter.wording.text import Text

_RULES = ("frcp-4-l", "frcp-4-i")  # the rule on proof, or on service where the first is not held


@dataclass(frozen=True, slots=True)
class ProofContext:
    """Everything the template of the proof of service may print."""

    head: Heading
    title: str
    rule: Text  # under the title, in a federal court
    oath: bool  # sworn before an officer; else declared under penalty of perjury
    served: Text
    recipients: tuple[Recipient, ...]
    cite: dict[str, Text]


def proof_of_service(
    matter: Matter, opening: OpeningFacts, enclosures: tuple[str, ...], draft_mark: str
) -> ProofContext:
    """The words of the proof of service.

    Args:
        matter: case, law and as-of date.
        opening: what the opening paper settled when it was printed.
        enclosures: titles of the papers that were filed together, in order.
        draft_mark: the line in the header.
    """
    head = heading(matter, draft_mark)
    ours = federal(matter)
    return ProofContext(
        head=head,
        title="PROOF OF SERVICE" if ours else "RETURN OF SERVICE",
        rule=_rule(matter) if ours else Text(),
        oath=not ours,
        served=_served(matter, opening, enclosures),
        recipients=recipients(matter),
        cite=citations(matter.law),
    )


def _rule(matter: Matter) -> Text:
    held = matter.law.authorities
    return cite_text(held[next(key for key in _RULES if key in held)])


def _served(matter: Matter, opening: OpeningFacts, enclosures: tuple[str, ...]) -> Text:
    """``a summons and a copy of each of these papers: ...``, as the letters of service list them."""
    listed = [Text.of("the ", one.title) for one in enclosed(enclosures, opening)]
    papers = listed[0] if len(listed) == 1 else Text.of("each of these papers: ", series(listed))
    if federal(matter):
        return Text.of("a summons and a copy of ", papers)
    if matter.forum.notice_before_application:
        return Text.of("a copy of ", papers)
    return Text.of("the process of the Court and a copy of ", papers)
