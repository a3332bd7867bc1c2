"""The disclosure statement of each organization that sues in a federal court."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.case import PartyType, Petitioner
from drafter.checks.matter import Matter
from drafter.context.heading import Heading, heading
from drafter.context.opening import OpeningFacts
from drafter.law.texts import cite_text
from drafter.wording.text import Blank, Text


@dataclass(frozen=True, slots=True)
class DisclosureContext:
    """Everything the template of the disclosure statement may print."""

    head: Heading
    rule: Text
    statements: tuple[Text, ...]


def disclosure_statement(
    matter: Matter, opening: OpeningFacts, draft_mark: str  # noqa: ARG001 - as every paper
) -> DisclosureContext:
    """The words of the disclosure statement: one paragraph for each organization.

    Args:
        matter: case, law and as-of date.
        opening: what the opening paper settled when it was printed.
        draft_mark: the line in the header.
    """
    head = heading(matter, draft_mark)
    return DisclosureContext(
        head=head,
        rule=cite_text(matter.law.authorities["frcp-7-1"]),
        statements=tuple(
            _statement(one, index, head.us.petitioner)
            for index, one in enumerate(matter.case.petitioners)
            if one.type is PartyType.ORGANIZATION
        ),
    )


def _statement(party: Petitioner, index: int, label: str) -> Text:
    field = f"petitioners.{index}"
    name = f"{label} {party.name}"
    if party.is_corporation is None:
        kind = Blank("a nongovernmental corporation, or not a corporation",
                     f"{field}.is_corporation", "the client")
        return Text.of(f"{name} is ", kind, ".")
    if not party.is_corporation:
        return Text.of(f"{name} is an organization that is not a corporation.")
    owner = Blank("none, or the name of each", field, "the client")
    return Text.of(f"{name} is a nongovernmental corporation. Its parent corporation, and any "
                   "publicly held corporation that owns 10 percent or more of its stock: ",
                   owner, ".")
