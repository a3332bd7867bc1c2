"""Two clean cases, one federal and one of Virginia, and small changes to them."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from drafter.case import Case
from drafter.checks import Note, run_checks
from drafter.checks.matter import Matter
from drafter.law import load_law

AS_OF = dt.date(2026, 11, 24)

NO_RIGHTS = (
    "This MOA does not, is not intended to, shall not be construed to, and may not be relied upon "
    "to create any rights, substantive or procedural, enforceable at law by any person in any "
    "matter, civil or criminal."
)
HOUR_48 = (
    "In the absence of an agreement, if the alien is not transferred to an ICE field office or an "
    "immigration detention facility within 48 hours, the alien shall be released from the LEA's "
    "jail/correctional facility."
)

FEDERAL: dict[str, Any] = {
    "matter": {
        "id": "certification",
        "kind": "287g-certification",
        "summary": [{"say": "Two deputies stopped Plaintiffs and said that they acted for ICE."}],
    },
    "forum": {
        "court": "almd",
        "division": "Northern Division",
        "venue": [
            {
                "prong": "plaintiff-resides",
                "because": {"say": "Each Plaintiff lives in Fixture County, in this District."},
            }
        ],
    },
    "petitioners": [
        {
            "id": "lantern",
            "type": "organization",
            "name": "Lantern Street Neighbors",
            "residence_county": "Fixture County",
            "residence_state": "Alabama",
            "is_corporation": "yes",
            "about": [
                {
                    "say": "Both other Plaintiffs are members of Lantern Street.",
                    "sources": [{"exhibit": "declaration", "at": "1"}],
                }
            ],
        },
        {
            "id": "samplewell",
            "name": "Benedita Samplewell",
            "short": "Ms. Samplewell",
            "pronoun": "she",
            "residence_county": "Fixture County",
            "residence_state": "Alabama",
            "custody": "at-liberty",
        },
    ],
    "respondents": [
        {
            "id": "ice",
            "type": "agency",
            "name": "U.S. Immigration and Customs Enforcement",
            "level": "federal",
            "power": [{"say": "ICE signed the agreement.", "sources": [{"exhibit": "moa", "at": "9"}]}],
        },
        {
            "id": "director",
            "name": "Riley Testfield",
            "office": "Field Office Director, Example Field Office, Department of Homeland Security",
            "level": "federal",
            "power": [
                {
                    "say": "Section IX of the agreement has ICE make the certification.",
                    "sources": [{"exhibit": "moa", "at": "4"}],
                }
            ],
            "address": "100 Placeholder Plaza, Lantern City, Alabama 00000",
            "holder_checked_on": "November 20, 2026, agency website",
        },
    ],
    "counsel": [
        {
            "name": "Ines Draftwell",
            "bar_number": "Bar No. 00000",
            "firm": "Example Public Law Project",
            "address": "1 Specimen Square, Lantern City, Alabama 00000",
            "telephone": "(555) 555-0142",
            "email": "ines.draftwell@example.org",
        }
    ],
    "moa": {
        "agency": "Fixture County Sheriff's Office",
        "model": "task-force",
        "form_revision": "2025-03-07",
        "signed_on": "2025-04-22",
        "status": "in-force",
        "status_as_of": "2026-11-20",
        "exhibit": "moa",
        "clauses": [
            {
                "id": "certification",
                "clause": "tfm-certification",
                "section": "IX",
                "page": "4",
                "words": "ICE will certify in writing the names of those LEA personnel who "
                "successfully complete training and pass all required testing.",
            },
            {"id": "no-rights", "section": "XVIII", "page": "9", "words": NO_RIGHTS},
        ],
        "paid_detention": {"not_applicable": "this form has no clause on holds"},
    },
    "duties": [
        {
            "id": "certify",
            "catalogue": "training-certification",
            "owed_by": ["ice", "director"],
            "act": "make the written certification of training for each named deputy",
            "due": "before the deputy performs the function",
            "clauses": ["certification"],
            "neglect": [{"say": "ICE found no certification, as paragraph [#no-record] shows."}],
            "owed": [{"say": "Ms. Samplewell was stopped by one of the two deputies."}],
            "no_judgment": [{"say": "The certification exists or it does not."}],
        }
    ],
    "events": [
        {
            "id": "first-stop",
            "on": "2026-01-14",
            "says": [
                {
                    "say": "Deputy Mockridge stopped Ms. Samplewell's car on County Road 12.",
                    "sources": [{"exhibit": "log", "at": "2"}],
                }
            ],
            "category": "beyond-authority",
            "limit": "certification",
        },
        {
            "id": "no-record",
            "on": "2026-05-21",
            "says": [
                {
                    "say": "ICE wrote that it found no certification of either deputy.",
                    "sources": [{"exhibit": "foia", "at": "4"}],
                }
            ],
        },
    ],
    "demands": [
        {
            "id": "demand",
            "made_on": "2026-07-21",
            "to": ["director"],
            "channel": "certified-mail",
            "delivered_on": "2026-07-24",
            "answer_by": "2026-08-24",
            "asked": "ICE make the certification for each deputy",
            "answered_on": "2026-10-14",
            "refused": "yes",
            "answer": [
                {"say": "He declined the act.", "sources": [{"exhibit": "demand-letter", "at": "5"}]}
            ],
            "sources": [{"exhibit": "demand-letter", "at": "1"}],
        }
    ],
    "remedies": [
        {
            "id": "opr",
            "channel": "ice-opr",
            "step": "E-mail complaint to the agency's own office",
            "made_on": "2026-04-06",
            "answered_on": "2026-06-08",
            "response": "Closed without action",
            "is_open": "no",
            "says": [{"say": "Lantern Street complained by e-mail."}],
            "inadequate": [{"say": "The office promised no result to the one who complains."}],
            "sources": [{"exhibit": "opr-mail", "at": "1"}],
        }
    ],
    "remedies_not_tried": [{"channel": "habeas", "reason": "No Plaintiff is in custody."}],
    "harms": [
        {
            "id": "longer-road",
            "petitioner": "samplewell",
            "says": [
                {
                    "say": "Ms. Samplewell has earned $68 less each week since March 2, 2026.",
                    "sources": [{"exhibit": "declaration", "at": "3"}],
                }
            ],
            "continuing": "yes",
        },
        {
            "id": "routes",
            "petitioner": "lantern",
            "says": [
                {
                    "say": "Lantern Street suspended two of its three routes and paid $1,840.",
                    "sources": [{"exhibit": "declaration", "at": "2"}],
                }
            ],
            "continuing": "yes",
            "redress": "yes",
        },
    ],
    "relief": [
        {
            "id": "order",
            "kind": "writ",
            "actors": ["director"],
            "either": [
                "make the written certification for each named deputy",
                "state in writing that none has been made",
            ],
            "days": "30",
            "duties": ["certify"],
        },
        {
            "id": "declare",
            "kind": "declaration",
            "act": "the certification has not been made for either named deputy",
            "duties": ["certify"],
        },
        {
            "id": "report",
            "kind": "report",
            "actors": ["director"],
            "act": "report to the Court in writing that the act was done",
            "days": "37",
        },
    ],
    "exhibits": [
        {"id": "moa", "title": "Memorandum of Agreement", "pages": "13", "source": "ICE's list"},
        {"id": "log", "title": "Dispatch log", "pages": "6", "source": "the county"},
        {"id": "foia", "title": "Letter of May 21, 2026", "pages": "9", "source": "ICE"},
        {"id": "demand-letter", "title": "Demand of July 21, 2026", "pages": "6", "file": "d.pdf"},
        {"id": "opr-mail", "title": "E-mails of April 2026", "pages": "3", "file": "opr.pdf"},
        {"id": "declaration", "title": "Declaration", "pages": "4", "file": "decl.pdf"},
    ],
}

VIRGINIA: dict[str, Any] = {
    "matter": {
        "id": "overdetention",
        "kind": "287g-detention",
        "summary": [{"say": "The Sheriff keeps people after state authority has ended."}],
    },
    "forum": {
        "court": "va-circuit",
        "county": "Specimen County",
        "venue": [
            {
                "prong": "state-rule",
                "because": {"say": "The Sheriff's office and the Jail are in Specimen County."},
            }
        ],
        "hearing_on": "2026-12-18",
        "hearing_at": "9:30 a.m.",
    },
    "petitioners": [
        {
            "id": "fabula",
            "name": "Ines Fabula",
            "short": "Ms. Fabula",
            "residence_county": "Specimen County",
            "residence_state": "Virginia",
            "custody": "at-liberty",
        },
        {
            "id": "ficta",
            "name": "Tomas Ficta",
            "short": "Mr. Ficta",
            "residence_county": "Specimen County",
            "residence_state": "Virginia",
            "custody": "serving",
        },
    ],
    "respondents": [
        {
            "id": "sheriff",
            "name": "Harlan Q. Nemo",
            "office": "Sheriff of Specimen County",
            "level": "local",
            "power": [{"say": "He keeps the Jail.", "sources": [{"exhibit": "letter", "at": "2"}]}],
            "address": "1 Sample Court, Invention, Virginia 00000",
            "holder_checked_on": "November 20, 2026, county website",
        }
    ],
    "counsel": [
        {
            "name": "Ines Draftwell",
            "bar_number": "VSB No. 00000",
            "address": "1 Specimen Square, Invention, Virginia 00000",
            "telephone": "(555) 555-0142",
            "email": "ines.draftwell@example.org",
        }
    ],
    "moa": {
        "agency": "Specimen County Sheriff's Office",
        "model": "jail-enforcement",
        "form_revision": "2025-02-15",
        "signed_on": "2025-06-02",
        "status": "in-force",
        "status_as_of": "2026-11-20",
        "exhibit": "moa",
        "clauses": [
            {"id": "hold", "clause": "jem-48-hour-limit", "section": "App. A", "page": "8",
             "words": HOUR_48},
            {"id": "no-rights", "section": "VIII", "page": "7", "words": NO_RIGHTS},
        ],
        "paid_detention": "no",
    },
    "duties": [
        {
            "id": "release",
            "catalogue": "state-release",
            "owed_by": ["sheriff"],
            "act": "release each Petitioner when the last order that holds that Petitioner ends",
            "due": "when the last order ends",
            "neglect": [{"say": "He kept Ms. Fabula for 51 hours, as paragraph [#released] shows."}],
            "owed": [{"say": "Each Petitioner is or was held in the Jail."}],
            "no_judgment": [{"say": "The date is arithmetic from the Jail's own record."}],
        },
        {
            "id": "hour-48",
            "catalogue": "hour-48",
            "owed_by": ["sheriff"],
            "act": "release each Petitioner by hour 48",
            "due": "no later than 48 hours after state authority ends",
            "clauses": ["hold"],
            "neglect": [{"say": "He kept Ms. Fabula past it, as paragraph [#released] shows."}],
            "owed": [{"say": "Each Petitioner is or was held in the Jail."}],
            "no_judgment": [{"say": "An hour has come or it has not."}],
            "alternative": "yes",
        },
    ],
    "events": [
        {
            "id": "bond",
            "on": "2026-09-14",
            "at": "10:20 a.m.",
            "says": [
                {"say": "Bond was posted at that hour.",
                 "sources": [{"exhibit": "jail-record", "at": "2"}]}
            ],
            "category": "delay",
        },
        {
            "id": "released",
            "on": "2026-09-16",
            "at": "1:20 p.m.",
            "says": [{"say": "The Jail let Ms. Fabula go, 51 hours after bond."}],
            "knowledge": "firsthand",
        },
        {
            "id": "practice",
            "on": {"not_applicable": "a practice has no day"},
            "says": [{"say": "On information and belief, the Jail does the same to others."}],
            "knowledge": "belief",
            "basis": "the letter of October 19, 2026",
        },
    ],
    "demands": [
        {
            "id": "demand",
            "made_on": "2026-10-05",
            "to": ["sheriff"],
            "channel": "hand",
            "asked": "he release each Petitioner when state authority ends",
            "answered_on": {"not_applicable": "none came"},
            "sources": [{"exhibit": "demand-letter"}],
            "no_answer_sources": [{"verification": "fabula"}],
        }
    ],
    "remedies_not_tried": [
        {"channel": "habeas", "reason": "No Petitioner is unlawfully held today."}
    ],
    "harms": [
        {
            "id": "shifts",
            "petitioner": "fabula",
            "says": [{"say": "Ms. Fabula missed two shifts."}],
            "continuing": "yes",
        },
        {
            "id": "job",
            "petitioner": "ficta",
            "says": [
                {"say": "Mr. Ficta has a job to return to on January 6, 2027.",
                 "sources": [{"verification": "ficta"}]}
            ],
            "continuing": "yes",
            "redress": "yes",
        },
    ],
    "relief": [
        {
            "id": "release",
            "kind": "writ",
            "actors": ["sheriff"],
            "act": "release each Petitioner from the Jail",
            "when": "within two hours after the last order that holds that Petitioner ends",
            "duties": ["release"],
        },
        {
            "id": "by-hour-48",
            "kind": "writ",
            "actors": ["sheriff"],
            "act": "release each Petitioner no later than hour 48",
            "hours": "48",
            "duties": ["hour-48"],
            "alternative_to": ["release"],
        },
        {"id": "retain", "kind": "retain", "act": "each Petitioner has been released"},
    ],
    "exhibits": [
        {"id": "moa", "title": "Memorandum of Agreement", "pages": "11", "source": "ICE's list"},
        {"id": "letter", "title": "Letter of October 19, 2026", "pages": "2", "file": "l.pdf"},
        {"id": "jail-record", "title": "Jail record", "pages": "3", "source": "the Jail"},
        {"id": "demand-letter", "title": "Demand of October 5, 2026", "pages": "1", "file": "d.pdf"},
    ],
    "verification": [
        {"petitioner": "fabula", "knows": ["released", "shifts"], "county": "Specimen County"}
    ],
}

BASES: Mapping[str, dict[str, Any]] = {"federal": FEDERAL, "virginia": VIRGINIA}


@dataclass(frozen=True)
class Row:
    """A base, some changes to it (path → value; None takes the field out), a field of the note."""

    base: str
    changes: Mapping[str, Any]
    field: str = ""


def case(base: str, changes: Mapping[str, Any] | None = None) -> Case:
    """A base with its changes; a path may add one item at the end of a list."""
    tree = copy.deepcopy(BASES[base])
    for path, value in (changes or {}).items():
        _put(tree, path.split("."), value)
    return Case.model_validate(tree)


def matter(base: str, changes: Mapping[str, Any] | None = None) -> Matter:
    """The case as of November 24, 2026, under the law that ships."""
    return Matter(case(base, changes), load_law(), AS_OF)


def notes(base: str, changes: Mapping[str, Any] | None = None) -> tuple[Note, ...]:
    """All notes on a changed base."""
    return run_checks(matter(base, changes))


def fields(check_id: str, base: str, changes: Mapping[str, Any] | None = None) -> list[str]:
    """The fields at which one check fires."""
    return [note.field for note in notes(base, changes) if note.id == check_id]


def _put(tree: Any, steps: list[str], value: Any) -> None:
    for step in steps[:-1]:
        if isinstance(tree, list):
            tree = tree[int(step)]
        else:
            tree = tree.setdefault(step, {})
    last = steps[-1]
    if isinstance(tree, list):
        if int(last) == len(tree):
            tree.append(value)
        else:
            tree[int(last)] = value
    elif value is None:
        tree.pop(last, None)
    else:
        tree[last] = value
