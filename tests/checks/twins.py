"""Broken twins: a sample with one or two mistakes, and exactly the loud notes an expert would write.

Changes are written as in ``tests.checks.cases``. The notes are those above INFO that the sample
itself does not have.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Twin:
    """A sample, what was spoiled in it, and what is to be said of it."""

    sample: str
    spoiled: str
    changes: dict[str, Any]
    notes: frozenset[str]


def _twin(sample: str, spoiled: str, changes: dict[str, Any], *notes: str) -> Twin:
    return Twin(sample, spoiled, changes, frozenset(notes))


TWINS = (
    _twin("certification-ice", "the duty rests on the agreement alone",
          {"duties.0.catalogue": "moa-certify"}, "DUT002"),
    _twin("overdetention-sheriff", "the one petitioner is held today",
          {"petitioners.0.custody": "held"}, "EXH003"),
    _twin("complaint-unopened", "the sheriff's duty is laid on the federal office",
          {"duties.0.catalogue": "moa-remove-personnel"}, "DUT002", "DUT009", "DUT019",
          "PAR013"),
    _twin("complaint-unopened", "the court is asked to have the deputy disciplined",
          {"relief.1.act": "discipline Deputy Rubric for the stop of August 19, 2025"}, "JUR019"),
    _twin("pretext-stops", "the prayer forbids stops",
          {"relief.4.act": "stop questioning drivers about their birth"}, "REL002"),
    _twin("records-custodian", "the agreement's control of records is not met",
          {"duties.0.no_judgment": [{"say": "To answer calls for no judgment."}],
           "matter.summary": [{"say": "The Sheriff will not answer a request for records."}],
           "events.0.says.0.say": "Deputies began to mark hours for the task force.",
           "events.1.says.0.say": "The chair held up a letter on overtime."}, "MOA026"),
    _twin("adjustment-delay", "the suit is brought in a circuit that hears no such claim",
          {"forum.court": "mnd"}, "JUR023", "JUR026"),
    _twin("adjustment-delay", "the application is eleven months old",
          {"events.0.on": "2025-12-18", "events.1.on": "2026-01-06", "events.2.on": "2026-02-03"},
          "TIM012"),
    _twin("adjustment-delay", "nothing says from when the wait is counted",
          {"duties.0.presented": None}, "TIM016"),
    _twin("adjustment-delay", "the grant itself is asked for",
          {"relief.1.act": "grant Mr. Almanac's application for adjustment of status"}, "REL003"),
    _twin("naturalization-120", "venue rests on where the office is",
          {"forum.venue.0.prong": "events"}, "JUR021"),
    _twin("consular-silence", "the agency that sent the petition on is sued, and not the post",
          {"respondents.0.office": "Director, National Benefits Center",
           "respondents.0.agency": "U.S. Citizenship and Immigration Services",
           "respondents.1.office": "Field Director",
           "respondents.1.agency": "U.S. Citizenship and Immigration Services"}, "PAR016"),
    _twin("detainer-answer", "the arrest was for something else",
          {"events.0.says.0.say": "A deputy of Bodkin County arrested Mr. Colophon for trespass.",
           "matter.summary": [{"say": "Mr. Colophon was arrested for trespass."}]}, "DUT015"),
    _twin("agreement-unsought", "the court is asked to order an agreement",
          {"relief.0.act": "enter into an agreement with U.S. Immigration and Customs Enforcement"},
          "REL021"),
    _twin("request-copy", "the prayer forbids compliance",
          {"relief.0.act": "refrain from answering the request received on August 26, 2026"},
          "REL002"),
    _twin("appellate-silence", "an officer is commanded",
          {"relief.0.actors": ["board"]}, "PAR015"),
    _twin("reasons-withheld", "records are asked for",
          {"relief.1.act": "produce the records of the decision on her application"}, "EXH005"),
    _twin("reasons-withheld", "a benefit of Social Security is the matter",
          {"matter.kind": "social-security"}, "EXH013"),
    _twin("reasons-withheld", "federal records are the matter",
          {"matter.kind": "freedom-of-information"}, "EXH013"),
    _twin("reasons-withheld", "a tort is the matter", {"matter.kind": "tort-claim"}, "EXH013"),
    _twin("detainer-answer", "release is the matter", {"matter.kind": "habeas"}, "EXH013"),
)
