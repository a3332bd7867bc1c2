"""The part of a case file that an agreement fills, and the duties it may support, as comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from drafter.law import Law
from drafter.moa.clauses import FoundClause
from drafter.moa.reading import COMPARE, Agreement
from drafter.moa.report import MODEL_NAMES
from drafter.wording.dates import long_date

_BEGIN = "# --- duties that the signed agreement may support: keep or strike ---"
_FINISH = "# --- end of the duties proposed ---"
_BLOCK = re.compile(rf"\n*{re.escape(_BEGIN)}.*?{re.escape(_FINISH)}\n?", re.DOTALL)
_AGAINST = ("no-rights",)


def changes(agreement: Agreement, data: Mapping[str, object], file: str) -> dict[str, object]:
    """Changes of a case file: field paths to values, in the order in which they are made.

    Args:
        agreement: as read.
        data: the case file as plain data; what it has of the agreement and cannot be read in
            the PDF stays, and so do clauses that an attorney has entered.
        file: the PDF's name relative to the case file.
    """
    told = data.get("moa")
    moa: Mapping[str, object] = told if isinstance(told, dict) else {}
    exhibit = str(
        moa.get("exhibit") or _listed(data) or _free("agreement", _ids(data, "exhibits"))
    )
    made: dict[str, object] = {}
    for field, value, question in (
        ("agency", agreement.agency, ""),
        ("model", agreement.model, ""),
        ("form_revision", agreement.form_revision, "Which date does the footer of the form bear?"),
        ("signed_on", _signed(agreement), _last_day(agreement)),
    ):
        if value and value != "other":
            made[f"moa.{field}"] = value
        elif field not in moa:
            made[f"moa.{field}"] = {"ask": question} if question else _unread(field)
    if "status" not in moa:
        made["moa.status"] = {"ask": "Is the agreement in force, by ICE's list, on the filing day?"}
    made["moa.exhibit"] = exhibit
    if agreement.signature_page and "signature_page" not in moa:
        made["moa.signature_page"] = str(agreement.signature_page)
    made.update(_clauses(agreement, data, moa))
    made.update(_exhibit(agreement, data, exhibit, file))
    return made


def _signed(agreement: Agreement) -> object:
    """The day of the last signature as a fact: what a scan shows is for a person to compare."""
    return None if agreement.signed_scanned else agreement.signed_on


def _last_day(agreement: Agreement) -> str:
    question = "On which day was the last signature made?"
    seen = agreement.signed or agreement.signed_doubtful
    if not seen:
        return question
    days = " or ".join(long_date(day) for day in seen[-2:])
    return f"{question} A scan seems to show {days}. {COMPARE}."


def _unread(field: str) -> str:
    return "other" if field == "model" else "[agency]"


def chosen(agreement: Agreement, data: Mapping[str, object]) -> Iterator[FoundClause]:
    """Clauses for a case: those that can support a duty, that on rights, and those it names."""
    named = _named(data)
    topics: set[str] = set()
    for one in agreement.clauses:
        wanted = one.clause.duty or one.clause.topic in _AGAINST or one.clause.topic in named
        if wanted and one.clause.topic not in topics:
            topics.add(one.clause.topic)
            yield one


def _named(data: Mapping[str, object]) -> set[str]:
    """Ids of clauses that the duties and the events of a case lean on."""
    limits = {str(one.get("limit")) for one in _list(data.get("events")) if isinstance(one, dict)}
    return limits.union(*(
        map(str, _list(one.get("clauses")))
        for one in _list(data.get("duties")) if isinstance(one, dict)
    ))


def _listed(data: Mapping[str, object]) -> str:
    """Id of the exhibit that by its title is the agreement; empty where none is listed."""
    for one in _list(data.get("exhibits")):
        if isinstance(one, dict) and "memorandum of agreement" in str(one.get("title")).lower():
            return str(one.get("id") or "")
    return ""


def _clauses(
    agreement: Agreement, data: Mapping[str, object], moa: Mapping[str, object]
) -> Iterator[tuple[str, object]]:
    held = moa.get("clauses")
    entered = [one for one in held if isinstance(one, dict)] if isinstance(held, list) else []
    kinds = {one.get("clause") for one in entered} | {one.get("id") for one in entered}
    taken = _every_id(data)
    place = len(entered)
    for one in chosen(agreement, data):
        if one.clause.id in kinds or one.clause.topic in kinds:
            continue
        name = _free(one.clause.topic, taken)
        taken.add(name)
        value: dict[str, object] = {
            "id": name,
            "clause": one.clause.id,
            "section": one.section or one.clause.section,
            **({"heading": one.heading} if one.heading else {}),
            "page": _pages(one),
            "words": one.text,
        }
        yield f"moa.clauses.{place}", value
        place += 1


def _pages(one: FoundClause) -> str:
    return str(one.page) if one.page == one.last_page else f"{one.page}-{one.last_page}"


def _exhibit(
    agreement: Agreement, data: Mapping[str, object], exhibit: str, file: str
) -> Iterator[tuple[str, object]]:
    listed = data.get("exhibits")
    exhibits = listed if isinstance(listed, list) else []
    title = MODEL_NAMES.get(agreement.model, "")
    for n, one in enumerate(exhibits):
        if isinstance(one, dict) and one.get("id") == exhibit:
            yield f"exhibits.{n}.pages", str(agreement.pages)
            if file:
                yield f"exhibits.{n}.file", file
            return
    value: dict[str, object] = {
        "id": exhibit,
        "title": "Memorandum of Agreement"
        + (f", 287(g) {title}" if agreement.model != "other" else ""),
        "pages": str(agreement.pages),
    }
    if file:
        value["file"] = file
    yield f"exhibits.{len(exhibits)}", value


def _ids(data: Mapping[str, object], part: str) -> set[str]:
    items = data.get(part)
    return {
        str(one["id"]) for one in items if isinstance(one, dict) and "id" in one
    } if isinstance(items, list) else set()


def _every_id(data: object) -> set[str]:
    """Every id in the case: a clause's must be none of them."""
    if isinstance(data, dict):
        own = {str(data["id"])} if isinstance(data.get("id"), str) else set()
        return own.union(*(_every_id(value) for value in data.values()))
    if isinstance(data, list):
        return set().union(*(_every_id(value) for value in data))
    return set()


def _free(name: str, taken: set[str]) -> str:
    return name if name not in taken else _free(f"moa-{name}", taken)


def with_duties(text: str, agreement: Agreement, law: Law, data: Mapping[str, object]) -> str:
    """A case file's text with the duties proposed as comments at its end, in place of older ones.

    Args:
        text: the YAML, its MOA part already written.
        agreement: as read.
        law: the catalogue.
        data: that text as plain data.
    """
    lines = [
        _BEGIN,
        f"# Read in {agreement.name} by drafter moa. To keep one, put it under duties: and take the",
        "# number sign away; strike the rest. A duty of the agreement alone gives no right (AC1).",
    ]
    if agreement.scanned:
        lines.append(f"# {COMPARE}.")
    clauses = _case_clauses(data)
    kept = {
        str(one.get("catalogue")) for one in _list(data.get("duties")) if isinstance(one, dict)
    }
    taken = _every_id(data)
    supporting = tuple(chosen(agreement, data))
    proposed = 0
    for duty_id in dict.fromkeys(one.clause.duty for one in supporting if one.clause.duty):
        duty = law.duties[duty_id]
        if duty_id in kept or (duty.states and agreement.state not in duty.states):
            continue
        shows = [one for one in supporting if one.clause.duty == duty_id]
        names = [clauses[one.clause.id] for one in shows if one.clause.id in clauses]
        lines += [
            "#",
            f"# - id: {_free(duty_id, taken)}",
            f"#   catalogue: {duty_id}",
            f"#   clauses: [{', '.join(names)}]",
            "#   owed_by: []  # ids of respondents: " + duty.owed_by,
            *(f"#   # page {_pages(one)}, force {one.force.value}. {one.clause.weak}".rstrip(" .") + "."
              for one in shows),
        ]
        proposed += 1
    if not proposed:
        lines.append("# None but those that the case has.")
    body = _BLOCK.sub("\n", text).rstrip("\n")
    return "\n".join([body, "", *lines, _FINISH, ""])


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _case_clauses(data: Mapping[str, object]) -> dict[str, str]:
    """Table id to case id of each clause of a case."""
    moa = data.get("moa")
    clauses = _list(moa.get("clauses")) if isinstance(moa, dict) else []
    return {
        str(one["clause"]): str(one["id"])
        for one in clauses if isinstance(one, dict) and "clause" in one and "id" in one
    }
