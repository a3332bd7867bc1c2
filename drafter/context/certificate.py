"""The certificate of service of the opening paper: rows to fill, unsigned and undated."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.checks.matter import Matter
from drafter.context.heading import Heading, federal, heading
from drafter.context.opening import OpeningFacts
from drafter.context.recipients import Recipient, recipients
from drafter.law.texts import cite_text
from drafter.wording.text import Text


@dataclass(frozen=True, slots=True)
class CertificateContext:
    """Everything the template of the certificate of service may print."""

    head: Heading
    served: Text
    recipients: tuple[Recipient, ...]


def certificate_of_service(
    matter: Matter, opening: OpeningFacts, draft_mark: str
) -> CertificateContext:
    """The words of the certificate of service.

    Args:
        matter: case, law and as-of date.
        opening: what the opening paper settled when it was printed.
        draft_mark: the line in the header.
    """
    head = heading(matter, draft_mark)
    paper = f"the {head.us.paper}" + (" with its exhibits" if opening.labels else "")
    if federal(matter):
        rule = cite_text(matter.law.authorities["frcp-4-i"])
        served = Text.of(f"the summons issued to each {head.us.respondent} and a copy of {paper} "
                         "were served under ", rule)
    elif matter.forum.notice_before_application:
        served = Text.of(f"a copy of {paper} and the notice of intended application were served")
    else:
        served = Text.of(f"the process of the Court and a copy of {paper} were served")
    return CertificateContext(head=head, served=served, recipients=recipients(matter))
