"""Rows on the vehicle, and on what a petition to a court of appeals must hold."""

from __future__ import annotations

from tests.checks.cases import Row

FIRES = {
    "FRM020": Row("federal", {"duties.0.catalogue": "naturalization-120"}, "matter.vehicle"),
    "FRM021": Row("appellate", {"proceeding.judge": None}, "proceeding.judge"),
    "JUR021": Row("naturalization", {"forum.venue.0.prong": "events"}, "forum.venue.0.prong"),
    "JUR022": Row("appellate", {"proceeding.court": "vaed"}, "proceeding.court"),
    "ELE008": Row("appellate", {"proceeding.issues": None}, "proceeding.issues"),
    "ELE009": Row("appellate", {"proceeding.reasons.2.element": None}, "proceeding.reasons"),
    "PAR015": Row("appellate", {"relief.0.actors": ["board"]}, "relief.0.actors"),
    "EVI018": Row("appellate", {"proceeding.exhibit": None}, "proceeding.exhibit"),
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
}
