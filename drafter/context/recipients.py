"""Who is to be served: names, addresses, and the rule that says so."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.case import RespondentType
from drafter.checks.matter import Matter
from drafter.context.heading import federal
from drafter.context.passages import fact_text
from drafter.context.persons import capacity, respondent_name, short_name
from drafter.wording.text import Blank, Text

_DISTRICT = "United States District Court for the "


@dataclass(frozen=True, slots=True)
class Recipient:
    """One who is served."""

    name: Text  # with the office
    called: Text  # in a salutation
    address: Text
    party: bool  # whether a respondent, so that a summons names this recipient


def recipients(matter: Matter) -> tuple[Recipient, ...]:
    """Respondents and, in a federal court, the two offices that are served for the United States.

    The United States as a respondent is served through those two offices alone.
    """
    named = [
        Recipient(
            name=Text.of(respondent_name(one, index), capacity(one, index)),
            called=Text.of("Counsel") if one.type is RespondentType.AGENCY
            else short_name(one, index),
            address=fact_text(one.address, "business address", f"respondents.{index}.address",
                              "paralegal"),
            party=True,
        )
        for index, one in enumerate(matter.case.respondents)
        if one.type is not RespondentType.UNITED_STATES
    ]
    return (*_united_states(matter), *named)


def _united_states(matter: Matter) -> tuple[Recipient, ...]:
    if not federal(matter):
        return ()
    district = matter.forum.name.removeprefix(_DISTRICT)
    return (
        Recipient(
            name=Text.of(f"Civil-Process Clerk, Office of the United States Attorney for the "
                         f"{district}"),
            called=Text.of("Civil-Process Clerk"),
            address=Text.of(Blank("address of the United States attorney", "", "paralegal")),
            party=False,
        ),
        Recipient(
            name=Text.of("Attorney General of the United States, U.S. Department of Justice"),
            called=Text.of("Attorney General"),
            address=Text.of("Washington, D.C."),
            party=False,
        ),
    )
