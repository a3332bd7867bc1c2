"""Rows on privacy, on the law's provenance, and on form. Every number here is made up."""

from __future__ import annotations

from typing import Any

from tests.checks.cases import Row

_SAY = "events.0.says.0.say"


def _say(words: str) -> Row:
    return Row("federal", {_SAY: words}, _SAY)


def _quoted(words: str) -> dict[str, Any]:
    return {"events.0.says.0.quote": {"words": words, "exhibit": "log", "at": "1"}}


_OWN = {"duties.0.catalogue": None, "duties.0.cite": "Example Code 1-2-3",
        "duties.0.words": "The custodian shall answer within five days."}
_LONG = " ".join(["The deputy wrote it down."] * 25)

FIRES = {
    "PRI001": _say("Her number is 000-00-0000."),
    "PRI002": _say("She was born on March 4, 1990."),
    "PRI003": _say("ICE wrote A-000-000-000 on the form."),
    "PRI004": _say("Her receipt is IOE0000000000."),
    "PRI005": _say("The fee came from account number 0000 1111 22."),
    "PRI006": Row("federal", {"petitioners.1.minor": "yes"}, "petitioners.1.name"),
    "PRI007": _say("Ms. Samplewell lives at 12 Placeholder Street."),
    "PRI008": _say("She is undocumented."),
    "PRI009": Row("federal", {"petitioners.1.pseudonym": "yes"}, "petitioners.1.pseudonym"),
    "PRI010": Row("federal", {"exhibits.1.sealed": "yes"}, "exhibits.1.sealed"),
    "PRI011": _say("Her son Milo Samplewell sat in the back."),
    "PRI012": _say("He called her at (555) 555-0199."),
    "PRI014": Row("federal", {"matter.short_title": "Cora Folio v. ICE"}, "matter.short_title"),
    "PRI013": _say("He copied passport number X0000000."),
    "LAW001": Row("federal", _OWN, "duties.0.cite"),
    "LAW002": Row("federal", {"duties.0.catalogue": "training-certification"}, "duties.0"),
    "LAW003": Row("virginia", {}, "forum.court"),
    "LAW004": Row("federal", {}, "duties.0"),
    "LAW005": Row("virginia", {}, "duties.1"),
    "LAW006": _say("The stop violated 8 U.S.C. 1357."),
    "LAW007": _say("Counsel relies on Melendres."),
    "LAW008": Row("virginia", {}, "moa"),
    "FRM001": _say("/s/ Ines Draftwell"),
    "FRM002": Row("federal", {"counsel": []}, "counsel"),
    "FRM003": Row("federal", {"counsel.0.email": None}, "counsel.0.email"),
    "FRM004": Row("virginia", {"verification": []}, "verification"),
    "FRM005": Row("virginia", {"forum.hearing_on": None}, "forum.hearing_on"),
    "FRM006": Row("federal", {_SAY: _LONG}, "events.0.says"),
    "FRM007": _say("The deputy's conduct was outrageous."),
    "FRM008": Row("federal", {"forum.docket": "2:26-cv-00000"}, "forum.docket"),
    "FRM009": Row("federal", {"forum.docket": "CL26-0000"}, "forum.docket"),
    "FRM010": Row("federal", {"petitioners.1.name": "Benedita Samplewell, et al."},
                  "petitioners.1.name"),
    "FRM011": Row("federal", {"petitioners.0.is_corporation": None},
                  "petitioners.0.is_corporation"),
    "FRM012": Row("federal", {"pro_se": "yes", "counsel": []}, "petitioners.0"),
    "FRM013": Row("virginia", {"pro_se": "yes"}, "pro_se"),
    "FRM014": _say("TODO ask her about the car."),
    "FRM015": Row("federal", {"matter.vehicle": "state-petition"}, "matter.vehicle"),
    "FRM016": Row("federal", {"forum.division": None}, "forum.division"),
    "FRM017": Row("federal", {"matter.summary": []}, "matter.summary"),
    "FRM018": Row("virginia", {"verification.0.inside_us": "no"}, "verification.0.inside_us"),
    "FRM019": Row(
        "federal",
        {"matter.summary": [{"say": "Two deputies stopped Plaintiffs and spoke of ICE."}]},
        "matter.summary",
    ),
}

SILENT = {
    "PRI001": _say("Her number ends in 0000; the log gives 2026-04-22-0000."),
    "PRI002": _say("She was born in 1990 and stopped on March 4, 2026."),
    "PRI003": _say("The log gives A-12 and the complaint OPR-EX-2026-0131."),
    "PRI004": _say("Her request is 2026-ICFO-EX-00417."),
    "PRI005": _say("The fee came from the account ending in 0000."),
    "PRI006": Row("federal", {"petitioners.1.minor": "yes", "petitioners.1.name": "B.S."}),
    "PRI007": _say("He stopped her at 12 Placeholder Street."),
    "PRI008": Row("federal", _quoted("The alien is undocumented.")),
    "PRI009": Row("federal", {"petitioners.1.minor": "yes", "petitioners.1.name": "B.S."}),
    "PRI010": Row("federal", {"exhibits.1.privileged": "yes"}),
    "PRI011": _say("Her son, M.S., sat in the back."),
    "PRI012": Row("federal", {"counsel.0.telephone": "(555) 555-0199"}),
    "PRI014": Row("federal", {}),
    "PRI013": _say("He copied the passport at 10:20."),
    "LAW001": Row("federal", {"duties.0.words": "It shall be done."}),
    "LAW002": Row("federal", _OWN),
    "LAW003": Row("federal", {}),
    "LAW004": Row("federal", _OWN),
    "LAW005": Row("federal", {}),
    "LAW006": _say("The U.S. office at 8 County Road wrote in 2026."),
    "LAW007": Row("federal", {"related_cases": [{"name": "Melendres v. Sample", "court": "D. Ex."}]}),
    "LAW008": Row("federal", {}),
    "FRM001": _say("The deputy signed the form and/or the log."),
    "FRM002": Row("federal", {"counsel": [], "pro_se": "yes"}),
    "FRM003": Row("federal", {"counsel.0.email": {"not_applicable": "the firm has none"}}),
    "FRM004": Row("federal", {"verification": []}),
    "FRM005": Row("federal", {"forum.hearing_on": None}),
    "FRM006": Row("federal", {_SAY: _LONG.removesuffix(" The deputy wrote it down.")}),
    "FRM007": _say('The deputy wrote "outrageous" in the log.'),
    "FRM008": Row("federal", {"forum.docket": {"not_applicable": "not filed"}}),
    "FRM009": Row("virginia", {"forum.docket": "CL26-0000"}),
    "FRM010": Row("federal", {"related_cases": [{"name": "Sample et al.", "court": "M.D. Ala."}]}),
    "FRM011": Row("federal", {"petitioners.0.is_corporation": "no"}),
    "FRM012": Row("virginia", {"pro_se": "yes", "counsel": []}),
    "FRM013": Row("virginia", {"pro_se": "yes", "counsel": []}),
    "FRM014": _say("She left at [?time of release]."),
    "FRM015": Row("federal", {"matter.vehicle": "federal-complaint"}),
    "FRM016": Row("federal", {"forum.division": {"not_applicable": "it sits in one place"}}),
    "FRM017": Row("federal", {"matter.summary": [{"say": "Two deputies stopped her."}]}),
    "FRM018": Row("virginia", {"verification.0.inside_us": "yes"}),
    "FRM019": Row(
        "federal",
        {"matter.summary": [{"say": "Plaintiffs are a group of neighbors and one of its members."}]},
    ),
}
