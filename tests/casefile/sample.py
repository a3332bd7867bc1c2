"""A case file that uses every part of a case, and the little law it needs."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from drafter.law import Law


def _record(**fields: object) -> Any:  # noqa: ANN401 - stands in for any record
    return SimpleNamespace(**fields)


LAW = Law(
    authorities={},
    duties={"training-certification": _record(), "state-release": _record()},
    forums={
        "flmd": _record(vehicles=("federal-complaint",)),
        "va-circuit": _record(vehicles=("state-petition",)),
    },
    moa_forms={"tfm": _record(clauses=(_record(id="tfm-certification"),))},
    adverse_clauses={},
    remedies={"ice-opr": _record(), "habeas": _record()},
    kinds={},
    participation={},
)

THIN = """\
matter:
  id: thin
forum:
  court: flmd
"""

FULL = """\
# A file that a person wrote.
matter:
  id: sample   # names the folder
  vehicle: federal-complaint
  told_by: "Perdita Quaere, by telephone"
  summary:
    - say: Two deputies stopped the Plaintiffs.
      sources: [{exhibit: log, at: "2"}]

# The court was chosen by counsel.
forum:
  court: flmd
  division: {ask: "Which division?", of: counsel}
  docket: {not_applicable: not yet filed}
  venue:
    - prong: events
      because: {say: The stops took place there.}
  hearing_on: Dec. 18, 2026
  hearing_at: 9:30 a.m.

petitioners:
  - id: samplewell
    name: Benedita Samplewell
    minor: no
    pronoun: she
respondents:
  - id: field-director
    level: federal
    name: NO
counsel:
  - name: Ines Draftwell
    bar_number: "0123456"
moa:
  agency: Example County Sheriff's Office
  model: task-force
  signed_on: 4/22/2025
  exhibit: agreement
  clauses:
    - id: certification
      clause: tfm-certification
      section: IX
      page: 4
      words: >-
        ICE will certify in writing the names
        of those LEA personnel.
duties:
  - id: certify
    catalogue: training-certification
    owed_by: [field-director]
    owed_to: [samplewell]
    clauses: [certification]
    neglect:
      - say: No certification was found, as paragraph [#first-stop] shows.
events:
  - id: first-stop
    on: 2026-01-14
    at: 10:20 a.m.
    limit: certification
    petitioners: [samplewell]
    says:
      - say: |-
          A deputy stopped the car at [?time].

          He held her for 41 minutes.
        sources:
          - {exhibit: log, at: 2-3}
          - {verification: samplewell}
        quote: {words: the names, exhibit: agreement, at: "4"}
demands:
  - id: demand
    made_on: 2026-07-21
    to: [field-director]
    answer:
      - say: He declined, as paragraph [#first-stop] shows.
remedies:
  - id: opr
    channel: ice-opr
    step: Complaint to the office
remedies_not_tried:
  - channel: habeas
    reason: No Plaintiff is in custody.
    plead: yes
harms:
  - id: wages
    petitioner: samplewell
    says:
      - say: She lost $68 a week.
relief:
  - id: order
    kind: writ
    actors: [field-director]
    act: make the written certification
    days: 30
    duties: [certify]
  - id: costs
    kind: costs
    alternative_to: [order]
exhibits:
  - id: agreement
    title: Memorandum of Agreement
    pages: 13
  - id: log
    title: "Stop log: January"
verification:
  - petitioner: samplewell
    knows: [first-stop, wages]
dismissals:
  - id: DUT002
    reason: Read it.
    by: I. D.
    on: November 20, 2026
"""
