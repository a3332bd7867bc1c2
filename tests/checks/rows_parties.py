"""Rows on parties, jurisdiction, demand and other remedies."""

from __future__ import annotations

from tests.checks.cases import Row

_LOCAL = {
    "id": "sheriff", "name": "Harlan Q. Nemo", "office": "Sheriff of Fixture County",
    "level": "local", "power": [{"say": "He keeps the jail."}],
    "holder_checked_on": "November 20, 2026, county website",
}
_FEDERAL = {**_LOCAL, "id": "director", "office": "Field Office Director", "level": "federal"}
_MISSION = "The stops frustrated its mission and diverted its staff."
_EXCUSE = [{"id": "vain", "excuse": "The Sheriff had announced that he would refuse."}]

FIRES = {
    "PAR001": Row("federal", {"respondents": []}, "respondents"),
    "PAR002": Row("federal", {"respondents.2": _LOCAL}, "respondents.2.level"),
    "PAR003": Row(
        "federal",
        {"duties.0.statement": "The deputies are federal officers when they stop a car."},
        "duties.0.statement",
    ),
    "PAR004": Row("federal", {"respondents.0.type": "united-states"}, "respondents.0"),
    "PAR005": Row("federal", {"respondents.1.type": "agency"}, "respondents"),
    "PAR006": Row("federal", {"respondents.1.power": []}, "respondents.1.power"),
    "PAR007": Row("federal", {"respondents.1.capacity": "personal"}, "respondents.1.capacity"),
    "PAR008": Row(
        "federal",
        {"respondents.1.holder_checked_on": "September 24, 2026, agency website"},
        "respondents.1.holder_checked_on",
    ),
    "PAR009": Row("virginia", {"respondents.0.office": None}, "respondents.0.office"),
    "PAR010": Row("federal", {"duties.0.owed_by": ["ice"]}, "relief.0.actors.0"),
    "PAR011": Row("virginia", {"respondents.0.power": []}, "respondents"),
    "PAR012": Row(
        "virginia", {"respondents.1": {**_LOCAL, "id": "office", "type": "agency"}}, "respondents.1"
    ),
    "PAR013": Row("federal", {}, "respondents"),
    "PAR014": Row("federal", {"petitioners": []}, "petitioners"),
    "JUR001": Row("federal", {"forum.venue": []}, "forum.venue"),
    "JUR002": Row("federal", {"forum.venue.0.prong": "state-rule"}, "forum.venue.0.prong"),
    "JUR003": Row("virginia", {"forum.venue": []}, "forum.venue"),
    "JUR004": Row(
        "federal",
        {"petitioners.0.residence_county": None, "petitioners.1.residence_county": None},
        "forum.venue.0",
    ),
    "JUR005": Row("federal", {"harms": []}, "harms"),
    "JUR006": Row(
        "federal", {"harms.0.continuing": "no", "harms.1.continuing": None}, "harms"
    ),
    "JUR007": Row("federal", {"harms.0.petitioner": "lantern"}, "petitioners.1"),
    "JUR008": Row(
        "federal", {"petitioners.0.about": [], "harms.1.says.0.say": _MISSION}, "petitioners.0"
    ),
    "JUR009": Row("federal", {"harms.1.says.0.say": _MISSION}, "harms.1"),
    "JUR010": Row("federal", {"harms.1.redress": "no"}, "harms"),
    "JUR011": Row(
        "federal", {"relief.0.either.0": "stay her removal"}, "relief.0.either.0"
    ),
    "JUR012": Row(
        "federal",
        {"events.0.says.0.say": "Her case is before an immigration judge."},
        "events.0.says.0.say",
    ),
    "JUR013": Row("federal", {"duties.0.catalogue": "qualified-officer"}, "duties.0"),
    "JUR014": Row(
        "federal",
        {"related_cases": [{"name": "Sample v. Example", "court": "M.D. Ala.",
                            "relation": "habeas petition of a member"}]},
        "related_cases.0",
    ),
    "JUR015": Row("virginia", {"respondents.1": _FEDERAL}, "respondents.1.level"),
    "JUR016": Row("virginia", {}, "forum.court"),
    "JUR017": Row("federal", {}, "forum.court"),
    "JUR028": Row("virginia", {}, "duties.1"),
    "JUR018": Row(
        "federal",
        {"duties.0.catalogue": None, "duties.0.cite": "the All Writs Act"},
        "duties.0.cite",
    ),
    "JUR019": Row(
        "federal", {"relief.0.either.0": "discipline the two deputies"}, "relief.0.either.0"
    ),
    "JUR020": Row(
        "federal",
        {"harms.0.says.0.say": "Ms. Samplewell has earned $68 less each week since March 2, 2026."},
        "harms.0",
    ),
    "DEM001": Row("federal", {"demands": []}, "demands"),
    "DEM002": Row("federal", {"demands.0.made_on": None}, "demands.0.made_on"),
    "DEM003": Row("virginia", {"demands.0.made_on": "2026-11-25"}, "demands.0.made_on"),
    "DEM004": Row("virginia", {"demands.0.answer_by": "2026-11-24"}, "demands.0.answer_by"),
    "DEM005": Row("virginia", {"demands.0.made_on": "2026-11-11"}, "demands.0.made_on"),
    "DEM006": Row("federal", {"demands.0.to": []}, "duties.0.owed_by"),
    "DEM007": Row("federal", {"demands.0.sources": []}, "demands.0.sources"),
    "DEM008": Row("virginia", {"demands.0.answered_on": None, "demands.0.no_answer_sources": []},
                  "demands.0.answered_on"),
    "DEM009": Row("virginia", {"demands.0.no_answer_sources": []}, "demands.0.no_answer_sources"),
    "DEM010": Row("federal", {"demands.0.asked": None}, "demands.0.asked"),
    "DEM011": Row("federal", {"demands.0.channel": "oral"}, "demands"),
    "DEM012": Row("federal", {"demands.0.refused": "no"}, "demands.0.refused"),
    "EXH001": Row("federal", {"remedies": [], "remedies_not_tried": []}, "remedies"),
    "EXH002": Row("federal", {"remedies.0.inadequate": []}, "remedies.0.inadequate"),
    "EXH003": Row("federal", {"petitioners.1.custody": "held"}, "petitioners.1.custody"),
    "EXH004": Row("virginia", {"remedies_not_tried": []}, "petitioners.1.custody"),
    "EXH005": Row(
        "federal", {"relief.0.either.0": "produce the training records"}, "relief.0.either.0"
    ),
    "EXH006": Row("virginia", {"relief.0.act": "hand over the jail's logs"}, "relief.0.act"),
    "EXH007": Row(
        "federal",
        {"remedies.0.says.0.say": "Plaintiffs exhausted every remedy."},
        "remedies.0.says.0.say",
    ),
    "EXH008": Row(
        "federal",
        {"remedies.0.answered_on": None, "remedies.0.response": None, "remedies.0.is_open": None},
        "remedies.0.response",
    ),
    "EXH009": Row("federal", {"remedies.0.is_open": "yes"}, "remedies.0.is_open"),
    "EXH010": Row("federal", {"remedies.0.channel": "dhs-crcl"}, "remedies.0"),
    "EXH011": Row("federal", {"duties.0.catalogue": "conclude-matter"}, "remedies.0"),
    "EXH012": Row("federal", {"remedies.0.sources": []}, "remedies.0.sources"),
}

SILENT = {
    "PAR001": Row("virginia", {}),
    "PAR002": Row("virginia", {}),
    "PAR003": Row(
        "federal", {"events.0.says.0.say": "The deputies said that they were federal officers."}
    ),
    "PAR004": Row("virginia", {"respondents.0.type": "united-states"}),
    "PAR005": Row("federal", {"respondents": []}),
    "PAR006": Row("virginia", {"respondents.0.power": []}),
    "PAR007": Row("federal", {"respondents.1.capacity": "official"}),
    "PAR008": Row(
        "federal", {"respondents.1.holder_checked_on": "2026-09-25, agency website"}
    ),
    "PAR009": Row("federal", {}),
    "PAR010": Row("federal", {"duties.0.owed_by": ["director"]}),
    "PAR011": Row("federal", {"respondents.1.power": []}),
    "PAR012": Row("federal", {}),
    "PAR013": Row("federal", {"respondents.1.office": "Secretary of Homeland Security"}),
    "PAR014": Row("virginia", {}),
    "JUR001": Row("virginia", {"forum.venue": []}),
    "JUR002": Row("federal", {"forum.venue.0.prong": "events"}),
    "JUR003": Row("federal", {"forum.venue": []}),
    "JUR004": Row("federal", {"petitioners.0.residence_county": None}),
    "JUR005": Row("federal", {"harms.0.continuing": "no"}),
    "JUR006": Row("federal", {"harms.0.continuing": "no"}),
    "JUR007": Row("federal", {"harms": []}),
    "JUR008": Row("federal", {"petitioners.0.about": []}),
    "JUR009": Row("federal", {"harms.1.says.0.say": f"{_MISSION} It lost two routes."}),
    "JUR010": Row("federal", {"harms.0.redress": "yes", "harms.1.redress": "no"}),
    "JUR011": Row("federal", {"relief.0.either.0": "state in writing that none has been made"}),
    "JUR012": Row("federal", {"events.0.says.0.say": "The deputy removed his hat."}),
    "JUR013": Row("virginia", {"duties.0.catalogue": "moa-48-hours"}),
    "JUR014": Row(
        "federal", {"related_cases": [{"name": "Sample v. Example", "court": "M.D. Ala."}]}
    ),
    "JUR015": Row("federal", {}),
    "JUR016": Row("federal", {}),
    "JUR017": Row("federal", {"forum.court": "vaed", "forum.division": "Alexandria Division"}),
    "JUR028": Row("federal", {}),
    "JUR018": Row("virginia", {"duties.0.cite": "the All Writs Act"}),
    "JUR019": Row("federal", {"relief.0.either.0": "certify the two deputies in writing"}),
    "JUR020": Row(
        "federal",
        {"harms.0.says.0.say": "Since the stop she drives a longer road and earns $68 less."},
    ),
    "DEM001": Row("federal", {"demands": _EXCUSE}),
    "DEM002": Row("federal", {"demands": _EXCUSE}),
    "DEM003": Row("virginia", {"demands.0.made_on": "2026-11-24"}),
    "DEM004": Row("virginia", {"demands.0.answer_by": "2026-11-23"}),
    "DEM005": Row("virginia", {"demands.0.made_on": "2026-11-10"}),
    "DEM006": Row("federal", {"demands": _EXCUSE}),
    "DEM007": Row("federal", {"demands": _EXCUSE}),
    "DEM008": Row("federal", {"demands.0.answered_on": None, "demands.0.refused": "no"}),
    "DEM009": Row("federal", {}),
    "DEM010": Row("federal", {"demands": _EXCUSE}),
    "DEM011": Row("federal", {"demands": _EXCUSE}),
    "DEM012": Row("federal", {"demands.0.refused": None}),
    "EXH001": Row("federal", {"remedies": []}),
    "EXH002": Row("federal", {"remedies.0.inadequate": [{"say": "It cannot order the act."}]}),
    "EXH003": Row("virginia", {}),
    "EXH004": Row("federal", {"petitioners.1.custody": "held"}),
    "EXH005": Row("federal", {"relief.0.either.0": "make the record that the statute names"}),
    "EXH006": Row(
        "virginia",
        {"relief.0.act": "hand over the logs", "duties.0.catalogue": "state-records-production"},
    ),
    "EXH007": Row("federal", {"remedies.0.says.0.say": "Plaintiffs tried each channel."}),
    "EXH008": Row("federal", {"remedies.0.answered_on": {"not_applicable": "none came"},
                              "remedies.0.response": None, "remedies.0.is_open": None}),
    "EXH009": Row("federal", {"remedies.0.is_open": "no"}),
    "EXH010": Row("federal", {"remedies.0.channel": "dhs-crcl", "remedies.0.made_on": "2025-03-20"}),
    "EXH011": Row("federal", {"duties.0.catalogue": "conclude-matter", "remedies.0.is_open": "yes"}),
    "EXH012": Row(
        "federal",
        {"remedies.0.sources": [], "remedies.0.says.0.sources": [{"exhibit": "opr-mail"}]},
    ),
}
