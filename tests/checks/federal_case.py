"""A clean federal case: a certification that was not made."""

from __future__ import annotations

from typing import Any

NO_RIGHTS = (
    "This MOA does not, is not intended to, shall not be construed to, and may not be relied upon "
    "to create any rights, substantive or procedural, enforceable at law by any person in any "
    "matter, civil or criminal."
)

FEDERAL: dict[str, Any] = {
    "matter": {
        "id": "certification",
        "kind": "287g-certification",
        "summary": [
            {"say": "Two deputies stopped Ms. Samplewell and said that they acted for ICE."}
        ],
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
                    "say": "Ms. Samplewell has earned $68 less each week since March 2, 2026, because "
                    "she takes a longer road so as not to be stopped again.",
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
                    "say": "Lantern Street suspended two of its three routes after the stop, and paid "
                    "$1,840.",
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
