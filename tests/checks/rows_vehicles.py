"""Rows on the vehicle, and on what a petition to a court of appeals must hold."""

from __future__ import annotations

from tests.checks.cases import Row

FIRES = {
    "FRM020": Row("federal", {"duties.0.catalogue": "naturalization-120", "matter.vehicle": "federal-complaint"}, "matter.vehicle"),
    "FRM021": Row("appellate", {"proceeding.judge": None}, "proceeding.judge"),
    "JUR021": Row("naturalization", {"forum.venue.0.prong": "events"}, "forum.venue.0.prong"),
    "JUR022": Row("appellate", {"proceeding.court": "vaed"}, "proceeding.court"),
    "ELE008": Row("appellate", {"proceeding.issues": None}, "proceeding.issues"),
    "ELE009": Row("appellate", {"proceeding.reasons.2.element": None}, "proceeding.reasons"),
    "PAR015": Row("appellate", {"relief.0.actors": ["board"]}, "relief.0.actors"),
    "EVI018": Row("appellate", {"proceeding.exhibit": None}, "proceeding.exhibit"),
    "TIM015": Row("naturalization", {"events.1.on": "2026-07-27", "events.2.on": "2026-07-27"},
                  "events.1.on"),
    "FRM026": Row("appellate", {"events.0.says": [{"say": "word " * 7800}]}, "proceeding"),
    "REL025": Row("federal", {
        "duties.1": {"id": "conclude", "catalogue": "conclude-matter"},
        "relief.0.duties": ["certify", "conclude"]}, "relief.0.rests_on"),
    "REL026": Row("naturalization", {"relief.2.alternative_to": []}, "relief.2.alternative_to"),
}

SILENT = {
    "FRM020": Row("naturalization", {}),
    "FRM021": Row("appellate", {"proceeding.judge": {"ask": "Who is the judge?"}}),
    "JUR021": Row("federal", {"forum.venue.0.prong": "events"}),
    "JUR022": Row("appellate", {"proceeding.court": "flmd"}),
    "ELE008": Row("appellate", {"proceeding.motion": None,
                                "proceeding.order": "order that stays discovery"}),
    "ELE009": Row("appellate", {"proceeding.reasons": None}),
    "PAR015": Row("appellate", {"relief.1.actors": ["board"]}),
    "EVI018": Row("appellate", {"proceeding.motion": None}),
    # the 120th day after July 26 is November 23, and the draft is of the day after it
    "TIM015": Row("naturalization", {"events.1.on": "2026-07-26", "events.2.on": "2026-07-26"}),
    "FRM026": Row("federal", {"events.0.says": [{"say": "word " * 7800}]}),
    "REL025": Row("federal", {
        "duties.1": {"id": "conclude", "catalogue": "conclude-matter"},
        "relief.0.duties": ["certify", "conclude"], "relief.0.rests_on": ["certify", "conclude"]}),
    "REL026": Row("federal", {"relief.0.alternative_to": []}),
}
