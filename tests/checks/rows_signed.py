"""Rows on the signed agreement beside the case: pages of text stand in for its PDF."""

from __future__ import annotations

from drafter.checks.matter import Matter
from drafter.law import load_law
from drafter.moa.pdf import Page
from drafter.moa.reading import agreement
from tests.checks.cases import AS_OF, Row, case
from tests.checks.federal_case import NO_RIGHTS

_CERTIFICATION = (
    "ICE will certify in writing the names of those LEA personnel who successfully complete "
    "training and pass all required testing."
)
_FOOT = "Fixture County Sheriff's Office, AL {} Revised {}"

FIRES = {
    "MOA018": Row(
        "federal",
        {"moa.clauses.0.words": _CERTIFICATION.replace("will", "may")},
        "moa.clauses.0.words",
    ),
    "MOA019": Row("federal", {"duties.0.catalogue": "moa-posters", "duties.0.clauses": []},
                  "duties.0.catalogue"),
    "MOA020": Row("federal", {"moa.form_revision": "2025-02-12"}, "moa.form_revision"),
    "MOA021": Row("federal", {"moa.clauses.0.words": "The parties shall meet each spring at noon."},
                  "moa.clauses.0.words"),
}
SILENT = {
    "MOA018": Row("federal", {"moa.clauses.0.words": _CERTIFICATION.replace("ICE will", "ICE  will")}),
    "MOA019": Row("federal", {}),
    "MOA020": Row("federal", {}),
    "MOA021": Row("federal", {"moa.clauses.0.words": _CERTIFICATION.replace("will", "may")}),
}


def signed(check_id: str, row: Row) -> Matter:
    """The case of a row with its agreement read; for MOA021 one page of it is a picture."""
    return Matter(
        case(row.base, row.changes), load_law(), AS_OF,
        agreements={"moa": agreement(_pages(hidden=check_id == "MOA021"), "moa.pdf", load_law())},
    )


def _pages(*, hidden: bool) -> tuple[Page, ...]:
    told = {
        1: "MEMORANDUM OF AGREEMENT\n287(g) Task Force Model\n(DHS), and the Fixture County "
           "Sheriff's Office, pursuant to which ICE delegates",
        4: f"IX. CERTIFICATION AND AUTHORIZATION\n{_CERTIFICATION}\n"
           "for an initial period of two years from the date of the authorization.",
        9: NO_RIGHTS,
    }
    pages = [
        Page(f"{told.get(n, 'Words that bind nobody.')}\n{_FOOT.format(n, '03/07/2025')}")
        for n in range(1, 14)
    ]
    if hidden:
        pages[6] = Page("", picture=1.0)
    return tuple(pages)
