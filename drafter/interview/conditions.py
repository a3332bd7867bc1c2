"""When a question of the interview is asked: what is known of the case so far."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from drafter.interview.tree import Path, get, is_given, items
from drafter.law import Law
from drafter.law.records import Forum, Theory


@dataclass(frozen=True, slots=True)
class Setting:
    """What a condition may look at: the facts so far, the law, and where the field stands."""

    data: object
    law: Law
    item: Path

    def own(self, field: str) -> object:
        """The value of a neighbouring field."""
        return get(self.data, (*self.item, field))

    @property
    def forum(self) -> Forum | None:
        """The court, once it is chosen."""
        return self.law.forums.get(str(get(self.data, ("forum", "court"))))

    @property
    def is_federal(self) -> bool:
        """Whether the court is a federal one."""
        return self.forum is not None and self.forum.system == "federal"

    def count(self, part: str) -> int:
        """How many items a list of the case has."""
        items = get(self.data, (part,))
        return len(items) if isinstance(items, list) else 0


When: TypeAlias = Callable[[Setting], bool]

_BRACKET = re.compile(r"\[\?[^\]]*\]\.?")


def equals(field: str, value: str, default: str = "") -> When:
    """Whether a neighbouring field has a value; ``default`` stands for one not given."""
    return lambda at: (at.own(field) or default) == value


def person(at: Setting) -> bool:
    """Whether the party is a person, or not told yet."""
    return at.own("type") in {None, "person"}


def officer(at: Setting) -> bool:
    """Whether the respondent is an officer, or not told yet."""
    return at.own("type") in {None, "officer"}


def holder(at: Setting) -> bool:
    """Whether the one who holds the office is named: only that can be checked."""
    return officer(at) and is_given(at.own("name"))


def says_something(at: Setting) -> bool:
    """Whether a sentence is more than one bracket: what nobody knows yet, no paper shows."""
    return not _BRACKET.fullmatch(str(at.own("say") or "").strip())


def own_duty(at: Setting) -> bool:
    """Whether the duty is not one of the catalogue."""
    return not is_given(at.own("catalogue"))


def is_287g(at: Setting) -> bool:
    """Whether the matter turns on an agreement."""
    return on_agreement(at.data)


def on_agreement(data: object) -> bool:
    """Whether a case turns on an agreement, by its kind or because it has one."""
    kind = str(get(data, ("matter", "kind")) or "")
    return kind.startswith("287g") or is_given(get(data, ("moa",)))


def has(part: str, least: int = 1) -> When:
    """Whether a list of the case has so many items."""
    return lambda at: at.count(part) >= least


def clauses(at: Setting) -> bool:
    """Whether the agreement has clauses in the case."""
    return is_given(get(at.data, ("moa", "clauses")))


def delayed(at: Setting) -> bool:
    """Whether the duty is one of reasonable time and something is told from which the time may run."""
    entry = at.law.duties.get(str(at.own("catalogue") or ""))
    return entry is not None and entry.theory is Theory.DELAYED and at.count("events") > 0


def answered(at: Setting) -> bool:
    """Whether an answer has a day."""
    return is_given(at.own("answered_on"))


def status_known(at: Setting) -> bool:
    """Whether the agreement is known to be in force, or not to be."""
    return is_given(at.own("status"))


def delivered(at: Setting) -> bool:
    """Whether a delivery has a day."""
    return is_given(at.own("delivered_on"))


def silent(at: Setting) -> bool:
    """Whether something was sent and no day of an answer is known."""
    return is_given(at.own("made_on")) and not isinstance(at.own("answered_on"), dt.date | str)


def held_for_fee(at: Setting) -> bool:
    """Whether the form of the agreement is one for a jail."""
    return at.own("model") in {"jail-enforcement", "warrant-service"}


def divisions(at: Setting) -> bool:
    """Whether the court has divisions."""
    return at.forum is not None and at.forum.divisions


def state(at: Setting) -> bool:
    """Whether the court is a state court."""
    return at.forum is not None and not at.is_federal


def heard(at: Setting) -> bool:
    """Whether the court asks for notice before the application."""
    return at.forum is not None and at.forum.notice_before_application


def day_set(at: Setting) -> bool:
    """Whether the day of the hearing is known."""
    return heard(at) and is_given(get(at.data, ("forum", "hearing_on")))


def beside(at: Setting) -> bool:
    """Whether others are served by the rule of the court."""
    return at.forum is not None and bool(at.forum.also_served)


def represented(at: Setting) -> bool:
    """Whether a lawyer signs."""
    return get(at.data, ("pro_se",)) != "yes"


def sworn_for(at: Setting) -> bool:
    """Whether another swears for the party: an organization, a minor."""
    return any(
        get(one, ("id",)) == at.own("petitioner")
        and (get(one, ("type",)) == "organization" or get(one, ("minor",)) == "yes")
        for one in items(at.data, ("petitioners",))
    )


def may_turn_on_agreement(at: Setting) -> bool:
    """False where no officer of an agreement can have a part: a benefit or a visa that is delayed."""
    kind = at.law.kinds.get(str(get(at.data, ("matter", "kind"))))
    return (
        kind is None or is_given(get(at.data, ("moa",))) or not kind.offices or "state-petition" in kind.vehicles
        or any(one in kind.offices for one in ("Immigration and Customs", "Sheriff", "Police"))
    )


def own_paper(at: Setting) -> bool:
    """Whether the kind of matter has a paper of its own, which no court takes unasked."""
    kind = at.law.kinds.get(str(get(at.data, ("matter", "kind"))))
    usual = {one.vehicle for one in at.law.forums.values()}
    return kind is not None and bool(set(kind.vehicles) - usual)


def on_appeal(at: Setting) -> bool:
    """Whether the paper goes to a court of appeals."""
    return at.forum is not None and at.forum.vehicle == "appellate-petition"


def form(at: Setting) -> bool:
    """Whether the form of the agreement is known."""
    return at.own("model") is not None or is_given(get(at.data, ("moa", "model")))
