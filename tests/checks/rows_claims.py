"""Rows on the duty and the agreement: each check fires on FIRES and is silent on SILENT."""

from __future__ import annotations

from tests.checks.cases import Row
from tests.checks.federal_case import NO_RIGHTS

_OWN = {
    "duties.0.catalogue": None,
    "duties.0.cite": "Example Code 1-2-3",
    "duties.0.words": "The custodian shall answer within five days.",
}
_CLAUSE = "ICE will certify in writing the names of those LEA personnel"

_LIST = {
    "source": "list.xlsx", "dated": "2026-11-20", "asked": "Fixture County Sheriff's Office, Alabama",
}
_TASK = {
    "agency": "Fixture County Sheriff's Office", "model": "task-force", "signed_on": "2025-04-21",
}
_JAIL = {
    "agency": "Fixture County Sheriff's Office", "model": "jail-enforcement",
    "signed_on": "2025-05-01",
}

FIRES = {
    "ELE001": Row("federal", {"duties": []}, "duties"),
    "ELE002": Row("federal", {"duties.0.owed": []}, "duties.0.owed"),
    "ELE003": Row("federal", {"duties.0.no_judgment": []}, "duties.0.no_judgment"),
    "ELE004": Row("federal", {"duties.0.neglect": []}, "duties.0.neglect"),
    "ELE005": Row("federal", {**_OWN, "duties.0.act": None}, "duties.0.act"),
    "ELE006": Row("federal", {"duties.0.act": "give adequate training"}, "duties.0.act"),
    "ELE007": Row(
        "federal",
        {"demands.0.answer.0.say": "He wrote that he had no staff for it."},
        "demands.0.answer.0.say",
    ),
    "DUT001": Row(
        "federal", {"duties.0.catalogue": None, "duties.0.clauses": []}, "duties.0"
    ),
    "DUT002": Row("federal", {"duties.0.catalogue": None}, "duties.0"),
    "DUT003": Row(
        "federal",
        {**_OWN, "duties.0.words": "The Secretary may issue the writing."},
        "duties.0.words",
    ),
    "DUT004": Row("federal", {"duties.0.due": "as soon as practicable"}, "duties.0.due"),
    "DUT005": Row("federal", {"duties.0.act": "comply with the agreement"}, "duties.0.act"),
    "DUT006": Row(
        "federal", {**_OWN, "duties.0.words": "The office will certify it."}, "duties.0.words"
    ),
    "DUT007": Row("federal", {**_OWN, "duties.0.words": None}, "duties.0.words"),
    "DUT008": Row("federal", {"duties.0.owed_by": []}, "duties.0.owed_by"),
    "DUT009": Row("federal", {"duties.0.catalogue": "state-release"}, "duties.0.owed_by.0"),
    "DUT010": Row("federal", {"duties.0.catalogue": "hour-48"}, "duties.0.catalogue"),
    "DUT011": Row(
        "federal", {**_OWN, "duties.0.cite": "ICE Handbook, chapter 3"}, "duties.0.cite"
    ),
    "DUT012": Row(
        "federal",
        {**_OWN, "duties.0.words": "It is the sense of Congress that it shall be done."},
        "duties.0.words",
    ),
    "DUT013": Row("virginia", {"duties.0.catalogue": "release-procedure"}, "duties.0.catalogue"),
    "DUT014": Row("federal", {"duties.0.catalogue": "supervision"}, "duties.0"),
    "DUT015": Row("federal", {"duties.0.catalogue": "detainer-custody"}, "duties.0"),
    "DUT016": Row("federal", {**_OWN, "duties.0.due": None}, "duties.0.due"),
    "DUT017": Row("federal", {"duties.0.clauses": ["certification", "other"]}, "duties.0.clauses"),
    "DUT018": Row("federal", {"duties.0.catalogue": "asylum-affirmative"}, "duties.0"),
    "DUT019": Row("federal", {}, "duties.0"),
    "MOA001": Row("federal", {"moa.clauses.1.words": _CLAUSE}, "moa.clauses"),
    "MOA002": Row("federal", {}, "moa.clauses.1"),
    "MOA003": Row(
        "federal",
        {"moa.clauses.2": {"id": "end", "section": "IX", "page": "4",
                           "words": "It may be revoked at any time and for any reason."}},
        "moa.clauses.2",
    ),
    "MOA004": Row(
        "federal", {"moa.clauses.0.words": f"As needed, {_CLAUSE}."}, "moa.clauses.0"
    ),
    "MOA005": Row(
        "federal", {"moa.clauses.0.clause": "jem-48-hour-limit"}, "moa.clauses.0.clause"
    ),
    "MOA006": Row("federal", {"moa.status": "suspended"}, "moa.status"),
    "MOA007": Row("federal", {"moa.status": {"ask": "Is it in force?"}}, "moa.status"),
    "MOA008": Row("federal", {"moa.status_as_of": "2026-10-24"}, "moa.status_as_of"),
    "MOA009": Row("federal", {"moa.exhibit": None}, "moa.exhibit"),
    "MOA010": Row("federal", {"moa.form_revision": "2026-02-01"}, "moa.form_revision"),
    "MOA011": Row(
        "federal", {"moa.clauses.0.words": "Public Law 107-276"}, "moa.clauses.0.words"
    ),
    "MOA012": Row("virginia", {"moa.paid_detention": "yes"}, "duties.1.clauses"),
    "MOA013": Row("virginia", {"moa.paid_detention": None}, "duties.1.clauses"),
    "MOA014": Row(
        "federal", {"duties.0.act": "hold a steering committee meeting"}, "duties.0.act"
    ),
    "MOA015": Row("federal", {"moa.signed_on": "2024-11-23"}, "moa.signed_on"),
    "MOA016": Row(
        "virginia", {"events.0.says.0.say": "A deputy pulled her over at dusk."}, "events.0"
    ),
    "MOA017": Row("federal", {"moa": None, "duties.0.clauses": []}, "moa"),
    "MOA022": Row("federal", {"moa.listing": {**_LIST, "entries": [_JAIL]}}, "moa.listing"),
    "MOA023": Row(
        "federal",
        {"moa.signed_on": "2025-04-22", "moa.listing": {**_LIST, "entries": [_TASK]}},
        "moa.signed_on",
    ),
}

SILENT = {
    "ELE001": Row("federal", {"duties.0.catalogue": None, "duties.0.clauses": []}),
    "ELE002": Row("federal", {"duties.0.owed": [{"say": "It names her."}]}),
    "ELE003": Row("federal", {"duties.0.no_judgment": [{"say": "It is there or not."}]}),
    "ELE004": Row("federal", {"duties.0.neglect": [{"say": "It was not done."}]}),
    "ELE005": Row("federal", {"duties.0.act": None}),
    "ELE006": Row("federal", {"duties.0.statement": "It must say that training was adequate."}),
    "ELE007": Row("federal", {"demands.0.answer.0.say": "He wrote that no staff member knew it."}),
    "DUT001": Row("federal", {**_OWN, "duties.0.clauses": []}),
    "DUT002": Row("federal", _OWN),
    "DUT003": Row("federal", {**_OWN, "duties.0.words": "No keeper may refuse; it shall be done."}),
    "DUT004": Row("federal", {"duties.0.due": "within five days"}),
    "DUT005": Row("federal", {"duties.0.statement": "ICE must follow the statute and certify."}),
    "DUT006": Row("federal", {**_OWN, "duties.0.words": "It shall certify what will be used."}),
    "DUT007": Row("federal", _OWN),
    "DUT008": Row("federal", {"duties.0.owed_by": ["director"]}),
    "DUT009": Row("virginia", {}),
    "DUT010": Row("virginia", {}),
    "DUT011": Row("federal", _OWN),
    "DUT012": Row("federal", {**_OWN, "duties.0.words": "Congress says it shall be done."}),
    "DUT013": Row("virginia", {"duties.0.catalogue": "bail-release"}),
    "DUT014": Row("federal", {"duties.0.catalogue": "written-powers"}),
    "DUT015": Row(
        "federal",
        {"duties.0.catalogue": "detainer-custody",
         "events.0.says.0.say": "She was arrested on a charge of a controlled substance."},
    ),
    "DUT016": Row("federal", {"duties.0.due": None}),
    "DUT017": Row("federal", {"duties.0.clauses": ["certification", "no-rights"]}),
    "DUT018": Row("federal", {"duties.0.catalogue": "adjustment"}),
    "DUT019": Row("federal", {"duties.0.catalogue": "conclude-matter"}),
    "MOA001": Row("federal", {"moa.clauses.1.words": NO_RIGHTS.replace(" any ", "\nany ")}),
    "MOA002": Row("federal", {"moa.clauses.1.words": "This MOA creates no offices."}),
    "MOA003": Row("federal", {"moa.clauses.0.words": f"{_CLAUSE} as needed."}),
    "MOA004": Row("federal", {"moa.clauses.1.words": f"As needed, {_CLAUSE}."}),
    "MOA005": Row("virginia", {}),
    "MOA006": Row("federal", {"moa.status": None}),
    "MOA007": Row("federal", {"moa.status": "terminated"}),
    "MOA008": Row("federal", {"moa.status_as_of": "2026-10-25"}),
    "MOA009": Row("virginia", {}),
    "MOA010": Row("federal", {"moa.form_revision": "2025-02-12"}),
    "MOA011": Row("federal", {"moa.clauses.0.words": "Public Law 107-296"}),
    "MOA012": Row("federal", {"moa.paid_detention": "yes"}),
    "MOA013": Row("federal", {"moa.paid_detention": None}),
    "MOA014": Row(
        "federal", {"events.1.says.0.say": "The old steering committee met twice."}
    ),
    "MOA015": Row("federal", {"moa.signed_on": "2024-11-24"}),
    "MOA016": Row("federal", {}),
    "MOA017": Row("federal", {"moa": None, "matter.kind": "records", "duties.0.clauses": []}),
    "MOA022": Row("federal", {"moa.listing": {**_LIST, "entries": [_JAIL, _TASK]}}),
    "MOA023": Row(
        "federal",
        {"moa.signed_on": "2025-04-21", "moa.listing": {**_LIST, "entries": [_JAIL, _TASK]}},
    ),
}
