"""A clean Virginia case: people kept in a jail after state authority ended."""

from __future__ import annotations

from typing import Any

from tests.checks.federal_case import NO_RIGHTS

HOUR_48 = (
    "In the absence of an agreement, if the alien is not transferred to an ICE field office or an "
    "immigration detention facility within 48 hours, the alien shall be released from the LEA's "
    "jail/correctional facility."
)

VIRGINIA: dict[str, Any] = {
    "matter": {
        "id": "overdetention",
        "kind": "287g-overdetention",
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
            "says": [{"say": "Ms. Fabula missed two shifts while the Jail held her."}],
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
