"""Rows on the prayer, on dates, and on proof."""

from __future__ import annotations

from typing import Any

from tests.checks.cases import Row


def _act(words: str) -> dict[str, Any]:
    return {"relief.0.act": words}


_COSTS = {"id": "costs", "kind": "costs"}
_OTHER = {"id": "other", "kind": "other"}
_WAITING = {
    "demands.0.answered_on": {"not_applicable": "none came"}, "demands.0.refused": "no",
    "demands.0.answer": [], "demands.0.no_answer_sources": [{"exhibit": "declaration", "at": "3"}],
}
_EXHIBIT = {"id": "spare", "title": "Spare paper", "pages": "1", "file": "spare.pdf"}
_QUOTE = {"words": "the names of those LEA personnel", "exhibit": "moa", "at": "4"}

FIRES = {
    "REL001": Row("federal", {"relief": []}, "relief"),
    "REL002": Row("virginia", _act("stop holding people on detainers"), "relief.0.act"),
    "REL003": Row("federal", {"relief.0.either.0": "grant the application"}, "relief.0.either.0"),
    "REL004": Row("federal", {"relief.0.either.0": "terminate the MOA"}, "relief.0.either.0"),
    "REL005": Row("virginia", _act("release all persons on time"), "relief.0.act"),
    "REL006": Row("federal", {"relief.0.days": None}, "relief.0.days"),
    "REL007": Row("federal", {"relief.0.actors": []}, "relief.0.actors"),
    "REL008": Row("federal", {"relief.0.duties": []}, "relief.0.duties"),
    "REL009": Row("virginia", {"relief.0.act": None}, "relief.0.act"),
    "REL010": Row(
        "federal",
        {"relief.3": {**_OTHER, "act": "Award compensatory damages"}},
        "relief.3.act",
    ),
    "REL011": Row("virginia", _act("comply with state law"), "relief.0.act"),
    "REL012": Row("virginia", _act("release him whenever possible"), "relief.0.act"),
    "REL013": Row(
        "federal",
        {"pro_se": "yes", "relief.3": {**_COSTS, "act": "Award costs and attorney's fees"}},
        "relief.3.act",
    ),
    "REL014": Row("virginia", {"relief.1.duties": ["release"]}, "duties.1"),
    "REL015": Row("virginia", {"relief.1.alternative_to": []}, "duties.1.alternative"),
    "REL016": Row("virginia", {"duties.1.alternative": "no"}, "relief.1.alternative_to"),
    "REL017": Row("federal", {"relief.3": _OTHER}, "relief.3"),
    "REL018": Row("federal", {"relief.3": _COSTS}, "relief.3"),
    "REL019": Row(
        "federal",
        {"relief.3": {**_OTHER, "act": "Enter a preliminary injunction"}},
        "relief.3.act",
    ),
    "REL020": Row("virginia", {"relief.2.kind": "other"}, "relief"),
    "TIM001": Row("federal", {"events.1.on": "2026-11-25"}, "events.1.on"),
    "TIM002": Row("federal", {"events.1.on": "2026-01-13"}, "events.1.on"),
    "TIM003": Row("federal", {"events.0.about": "yes"}, "events.0.about"),
    "TIM004": Row("federal", {"events.0.on": None}, "events.0.on"),
    "TIM005": Row("federal", {"events.0.on": "2020-11-23"}, "events.0.on"),
    "TIM006": Row("virginia", {"forum.hearing_on": "2026-11-24"}, "forum.hearing_on"),
    "TIM007": Row("virginia", {"forum.hearing_on": "2026-12-04"}, "forum.hearing_on"),
    "TIM008": Row("federal", {"demands.0.delivered_on": "2026-07-20"}, "demands.0.delivered_on"),
    "TIM009": Row("federal", {"events.0.on": "2025-04-21"}, "events.0.limit"),
    "TIM010": Row(
        "federal",
        {"duties.0.catalogue": "conclude-matter", "remedies.0.made_on": "2026-05-29"},
        "duties.0",
    ),
    "TIM011": Row("virginia", {"events.0.on": "2026-09-12"}, "events.0.on"),
    "EVI001": Row(
        "federal", {"events.0.says.0.sources.0.exhibit": "lost"},
        "events.0.says.0.sources.0.exhibit",
    ),
    "EVI002": Row("federal", {"exhibits.6": _EXHIBIT}, "exhibits.6"),
    "EVI003": Row("federal", {"exhibits.1.source": None}, "exhibits.1"),
    "EVI004": Row("federal", {"events.0.says.0.sources": []}, "events.0"),
    "EVI005": Row("virginia", {"verification.0.knows": ["shifts"]}, "events.1.knowledge"),
    "EVI006": Row("virginia", {"events.2.basis": None}, "events.2.basis"),
    "EVI007": Row(
        "federal", {"events.0.says.0.quote": {**_QUOTE, "at": None}}, "events.0.says.0.quote.at"
    ),
    "EVI008": Row(
        "federal", {"events.0.says.0.sources.0.at": None}, "events.0.says.0.sources.0.at"
    ),
    "EVI009": Row(
        "federal", {"events.0.says.0.sources.0.at": "5-7"}, "events.0.says.0.sources.0.at"
    ),
    "EVI010": Row(
        "federal",
        {"events.0.says.0.say": 'He said, "we act for ICE today."',
         "events.0.says.0.sources": []},
        "events.0.says.0",
    ),
    "EVI011": Row(
        "federal",
        {"events.0.says.0.quote": {**_QUOTE, "words": "ICE shall certify every name"}},
        "events.0.says.0.quote.words",
    ),
    "EVI012": Row("federal", {"harms.0.says.0.sources": []}, "harms.0"),
    "EVI013": Row("federal", {"exhibits.1.privileged": "yes"}, "exhibits.1.privileged"),
    "EVI014": Row("federal", {"duties.0.neglect.0.say": "It was not done."}, "duties.0.neglect"),
    "EVI015": Row(
        "federal", {"events.0.says.0.say": "She left at [?time]."}, "events.0.says.0.say"
    ),
    "EVI016": Row(
        "federal",
        {"events.0.says.0.say": "The log ran on. It ended on June 3, 2026.",
         "exhibits.1.dated": "January 14 to June 2, 2026"},
        "events.0.says.0",
    ),
    "EVI017": Row(
        "federal",
        {**_WAITING, "exhibits.5.dated": "November 23, 2026"},
        "demands.0.no_answer_sources",
    ),
}

SILENT = {
    "REL001": Row("virginia", {"relief.1.duties": []}),
    "REL002": Row("virginia", _act("release each Petitioner no later than noon of each stop")),
    "REL003": Row("federal", {"relief.0.either.0": "decide the application"}),
    "REL004": Row("federal", {"relief.0.either.0": "answer the request to terminate in writing"}),
    "REL005": Row("virginia", _act("release each Petitioner and all their property")),
    "REL006": Row("virginia", {"relief.0.days": {"not_applicable": "a phrase fixes the time"}}),
    "REL007": Row("federal", {"relief.1.actors": []}),
    "REL008": Row("federal", {"relief.2.duties": []}),
    "REL009": Row("federal", {"relief.0.act": None}),
    "REL010": Row("federal", {"relief.3": {**_OTHER, "act": "Grant what is just"}}),
    "REL011": Row("virginia", _act("write down the hour of release")),
    "REL012": Row("virginia", _act("release him as the order says")),
    "REL013": Row("federal", {"relief.3": {**_COSTS, "act": "Award costs and attorney's fees"}}),
    "REL014": Row("virginia", {"relief.1.duties": ["release", "hour-48"]}),
    "REL015": Row("virginia", {"duties.1.alternative": "no", "relief.1.alternative_to": []}),
    "REL016": Row("virginia", {"duties.1.alternative": "no", "relief.1.duties": ["release"]}),
    "REL017": Row("federal", {"relief.3": {**_OTHER, "act": "Seal the declaration"}}),
    "REL018": Row("virginia", {"relief.3": _COSTS}),
    "REL019": Row("virginia", {"relief.3": {**_OTHER, "act": "Enter a preliminary injunction"}}),
    "REL020": Row("virginia", {}),
    "TIM001": Row("federal", {"events.1.on": "2026-11-24"}),
    "TIM002": Row("federal", {"events.1.on": "2026-01-13", "events.1.heading": "A second story"}),
    "TIM003": Row("federal", {"events.0.about": "no"}),
    "TIM004": Row("federal", {"events.0.on": None, "events.0.when": "In the spring of 2026"}),
    "TIM005": Row("federal", {"events.0.on": "2020-11-24"}),
    "TIM006": Row("virginia", {"forum.hearing_on": "2026-11-25"}),
    "TIM007": Row("virginia", {"forum.hearing_on": "2026-12-07"}),
    "TIM008": Row("federal", {"demands.0.delivered_on": "2026-07-21"}),
    "TIM009": Row("federal", {"events.0.on": "2025-04-22"}),
    "TIM010": Row(
        "federal",
        {"duties.0.catalogue": "conclude-matter", "remedies.0.made_on": "2026-05-28"},
    ),
    "TIM011": Row("virginia", {"events.0.on": "2026-09-10"}),
    "EVI001": Row("federal", {"events.0.says.0.sources.0.exhibit": "declaration"}),
    "EVI002": Row(
        "federal",
        {"exhibits.6": _EXHIBIT, "events.0.says.0.sources.1": {"exhibit": "spare"}},
    ),
    "EVI003": Row("federal", {"exhibits.1.source": None, "exhibits.1.file": "log.pdf"}),
    "EVI004": Row(
        "federal",
        {"events.0.says.0.sources": [], "events.0.knowledge": "belief", "events.0.basis": "the log"},
    ),
    "EVI005": Row("virginia", {"verification.0.knows": [],
                               "events.1.says.0.sources": [{"verification": "fabula"}]}),
    "EVI006": Row("virginia", {"events.2.knowledge": "record", "events.2.basis": None}),
    "EVI007": Row("federal", {"events.0.says.0.quote": _QUOTE}),
    "EVI008": Row("virginia", {}),
    "EVI009": Row("federal", {"events.0.says.0.sources.0.at": "5-6"}),
    "EVI010": Row("virginia", {"events.1.says.0.say": 'She heard, "you may go home now."'}),
    "EVI011": Row(
        "federal",
        {"events.0.says.0.quote": {**_QUOTE, "words": "ICE will certify ... the names [of those]"}},
    ),
    "EVI012": Row("virginia", {}),
    "EVI013": Row("federal", {"exhibits.1.sealed": "yes"}),
    "EVI014": Row("federal", {"duties.0.neglect.0.say": "See paragraph [#first-stop]."}),
    "EVI015": Row("federal", {"events.0.says.0.say": "She left at noon [sic]."}),
    "EVI016": Row(
        "federal",
        {"events.0.says.0.say": "The log ended on June 2, 2026. It will open on June 3, 2026.",
         "exhibits.1.dated": "January 14 to June 2, 2026"},
    ),
    "EVI017": Row("federal", {**_WAITING, "exhibits.5.dated": "November 24, 2026"}),
}
