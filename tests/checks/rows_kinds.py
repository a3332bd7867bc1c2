"""Rows on kinds of matter and on what leans on tables of the law."""

from __future__ import annotations

from tests.checks.cases import Row

_ADJUSTMENT = {"matter.kind": "adjustment-delay"}

FIRES = {
    "EXH013": Row("federal", {"matter.kind": "freedom-of-information"}, "matter.kind"),
    "EXH014": Row("naturalization", {"remedies": []}, "remedies"),
    "EXH015": Row("virginia", {"duties.0.catalogue": "state-records-production"}, "duties"),
    "JUR023": Row("federal", {**_ADJUSTMENT, "forum.court": "mnd"}, "forum.court"),
    "JUR024": Row("federal", {"matter.kind": "waiver-delay", "forum.court": "vaed"}, "forum.court"),
    "JUR025": Row("federal", {}, "matter.kind"),
    "JUR026": Row("federal", {
        "petitioners.0.residence_county": "Mobile County",
        "petitioners.1.residence_county": "Jefferson County"}, "petitioners.0.residence_county"),
    "JUR027": Row("federal", {
        "forum.court": "ncmd", "petitioners.0.residence_county": "Durham County",
        "petitioners.0.residence_state": "North Carolina"}, "petitioners.0.residence_county"),
    "TIM012": Row("federal", _ADJUSTMENT, "events"),
    "TIM016": Row("federal", {**_ADJUSTMENT, "duties.0.catalogue": "adjustment"}, "duties.0.presented"),
    "TIM013": Row("virginia", {"forum.court": "ny-supreme", "demands.0.answered_on": "2026-07-01",
                               "demands.0.refused": "yes"}, "demands.0.answered_on"),
    "PAR016": Row("federal", {"matter.kind": "consular-delay"}, "respondents"),
    "PAR017": Row("virginia", {"duties.0.cite": "42 U.S.C. § 1983"}, "respondents.0"),
    "ELE010": Row("federal", {"matter.kind": "consular-delay"}, "events"),
    "DUT020": Row("federal", _ADJUSTMENT, "duties"),
    "DUT021": Row("federal", {"duties.0.cite": "8 C.F.R. § 287.8(b)"}, "duties.0.cite"),
    "DUT022": Row("virginia", {"forum.court": "oh-common-pleas"}, "duties.0.catalogue"),
    "FRM022": Row("federal", {"matter.kind": "287g-training"}, "matter.kind"),
    "FRM023": Row("federal", {"matter.kind": "287g-records"}, "matter.vehicle"),
    "FRM024": Row("federal", {"relief.1.act": "the statute is preempted"}, "relief.1.act"),
    "REL021": Row("virginia", {"relief.0.act": "enter into an agreement with ICE"}, "relief.0.act"),
    "MOA025": Row("federal", {"petitioners.0.residence_state": "Maryland",
                              "petitioners.1.residence_state": "Maryland"}, "moa"),
    "MOA026": Row("virginia", {"duties.0.catalogue": "state-records-production",
                               "duties.0.no_judgment": [{"say": "It is on file or it is not."}]}, "duties"),
    "MOA027": Row("federal", {"petitioners.1.residence_state": "Georgia"}, "moa"),
    "PRI015": Row("naturalization", {}, "respondents"),
    "LAW009": Row("federal", {"matter.summary.0.say": "As lawandorders.us says, mandamus works."},
                  "matter.summary.0.say"),
    "LAW010": Row("federal", {"events.0.says.0.say": "He cited 97 F.4th 988 to her."},
                  "events.0.says.0.say"),
}

SILENT = {
    # records are asked for as a step that was tried, and the writ asks for none
    "EXH013": Row("federal", {"remedies.0.channel": "foia"}),
    "EXH014": Row("federal", {"matter.kind": "habeas"}),
    "EXH015": Row("virginia", {}),
    "JUR023": Row("federal", {**_ADJUSTMENT, "forum.court": "wawd"}),
    "JUR024": Row("federal", {"matter.kind": "waiver-delay", "forum.court": "wawd"}),
    "JUR025": Row("federal", {"matter.kind": "287g-records"}),
    "JUR026": Row("federal", {
        "petitioners.0.residence_county": "Mobile County",
        "petitioners.1.residence_county": "Montgomery County"}),
    "JUR027": Row("federal", {
        "forum.court": "ncmd", "petitioners.0.residence_county": "Guilford County",
        "petitioners.0.residence_state": "North Carolina"}),
    "TIM012": Row("federal", {**_ADJUSTMENT, "events.0.on": "2024-10-01"}),
    "TIM016": Row("federal", {**_ADJUSTMENT, "duties.0.catalogue": "adjustment", "duties.0.presented": "demand"}),
    "TIM013": Row("virginia", {"forum.court": "ny-supreme", "demands.0.answered_on": "2026-10-01",
                               "demands.0.refused": "yes"}),
    "PAR016": Row("federal", {"matter.kind": "consular-delay",
                              "respondents.1.office": "Consul General, Example"}),
    "PAR017": Row("virginia", {"duties.0.cite": "42 U.S.C. § 1983", "moa": None}),
    "ELE010": Row("federal", {}),
    "DUT020": Row("federal", {**_ADJUSTMENT, "duties.0.catalogue": "conclude-matter"}),
    "DUT021": Row("federal", {"duties.0.cite": "8 C.F.R. §§ 287.8(b), 287.12"}),
    "DUT022": Row("virginia", {}),
    "FRM022": Row("federal", {"matter.kind": None}),
    "FRM023": Row("naturalization", {}),
    "FRM024": Row("federal", {}),
    "REL021": Row("virginia", {"relief.0.act": "ask ICE for an agreement in writing"}),
    "MOA025": Row("federal", {"petitioners.0.residence_state": "Maryland",
                              "petitioners.1.residence_state": "Maryland", "moa": None}),
    "MOA026": Row("virginia", {
        "duties.0.catalogue": "state-records-production",
        "duties.0.no_judgment": [{"say": "The log is the Sheriff's own, kept since 2019."}]}),
    "MOA027": Row("federal", {}),
    "PRI015": Row("federal", {}),
    "LAW009": Row("federal", {}),
    "LAW010": Row("federal", {"events.0.says.0.say": "He cited 106 F.4th 388 to her."}),
}
