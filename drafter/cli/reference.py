"""The commands that tell what the program knows: checks, courts, duties, the shape of a case."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches

from drafter.checks import CHECKS
from drafter.checks.registry import FAMILY_TITLES
from drafter.cli import status
from drafter.cli.notes import cites, in_words
from drafter.cli.screen import painted, show, table, wrapped
from drafter.law import load_law
from drafter.law.records import ForumFormat, Provenance, Record


def checks(options: argparse.Namespace) -> int:
    """Lists the checks, or explains one."""
    ordered = [CHECKS[one] for one in sorted(CHECKS)]
    if options.id is None:
        if options.markdown:
            show(checks_table())
        else:
            show(table((one.id, one.severity.value.ljust(6), _first(one.doc)) for one in ordered))
        return status.DONE
    _known(options.id, CHECKS, "check")
    check = CHECKS[options.id]
    _heading(f"{check.id}  {check.severity.value}  {FAMILY_TITLES[check.family]}")
    show(check.doc)
    show()
    show("It says:")
    show(wrapped(check.message, 2))
    if check.sources:
        show("Sources:")
        for cite in cites(check.sources, load_law()):
            show(wrapped(cite, 2))
    return status.DONE


def checks_table() -> str:
    """The checks as a Markdown table, one family after the other."""
    rows = ["| id | severity | finds |", "|---|---|---|"]
    for family, title in FAMILY_TITLES.items():
        members = [CHECKS[one] for one in sorted(CHECKS) if CHECKS[one].family == family]
        if members:
            rows.append(f"| | | **{title}** |")
        rows += [f"| {one.id} | {one.severity.value} | {_first(one.doc)} |" for one in members]
    return "\n".join(rows)


def forums(options: argparse.Namespace) -> int:
    """Lists the courts, or tells what is known of one."""
    law = load_law()
    if options.id is None:
        show(table((one.id, one.vehicle, one.name, one.source) for one in law.forums.values()))
        return status.DONE
    _known(options.id, law.forums, "court")
    forum = law.forums[options.id]
    _heading(f"{forum.id}  {forum.name}")
    labels = f"{forum.petitioner_label} / {forum.respondent_label}"
    show(table([
        ("opening paper", in_words(forum.title, law)),
        ("vehicle", forum.vehicle),
        ("parties", labels),
        ("verification", forum.verification),
        ("fee", forum.fee or "not known"),
        ("unconfirmed", ", ".join(forum.unconfirmed) or "nothing"),
        ("source", forum.source),
        ("read", f"{forum.read_on} by {forum.read_by}"),
    ]))
    for title, lines in (("Form of papers", form_of(forum.format)), ("Steps", forum.steps),
                         ("Against us", forum.adverse)):
        if lines:
            show(f"{title}:")
        for line in lines:
            show(wrapped(in_words(line, law), 2))
    return status.DONE


def form_of(form: ForumFormat) -> tuple[str, ...]:
    """What is known of the form of papers, one line for each point; nothing if no rule was seen."""
    sized = f"{form.size_pt:g}-point" if form.size_pt else ""
    kind = ", ".join(one for one in (
        form.paper or "", f"{sized} {form.font or 'type'}".strip() if sized or form.font else "",
        f"{form.spacing} spacing" if form.spacing else "",
        f"margins of {form.margins_in:g} in." if form.margins_in else "",
        f"{form.lines_per_page or ''} numbered lines".strip() if form.line_numbers else "",
        f"at most {form.word_limit:,} words" if form.word_limit else "") if one)
    said = (*((f"{kind[0].upper()}{kind[1:]}.",) if kind else ()), *form.rules)
    return (*said, f"Read in: {form.source}.") if said and form.source else said


def duties(options: argparse.Namespace) -> int:
    """Lists the duties, or explains one."""
    law = load_law()
    if options.id is None:
        show(table(
            (one.id, one.track.value, one.force.value.ljust(6), one.title)
            for one in law.duties.values()
        ))
        return status.DONE
    _known(options.id, law.duties, "duty")
    duty = law.duties[options.id]
    _heading(f"{duty.id}  {duty.title}")
    show(wrapped(f"“{duty.words}”", 2))
    show(table([
        ("owed by", in_words(duty.owed_by, law)),
        ("owed to", in_words(duty.owed_to, law)),
        ("the act", in_words(duty.act, law)),
        ("due", in_words(duty.due, law) or "no time is stated"),
        ("force", duty.force.value),
        ("stands alone", "yes" if duty.independent else "no: rests on the agreement"),
        ("source", duty.source),
        ("read", f"{duty.read_on} by {duty.read_by}"),
    ]))
    show("Authorities:")
    for cite in cites(duty.authorities, law):
        show(wrapped(cite, 2))
    if duty.weak_points:
        show("Weak points:")
    for point in duty.weak_points:
        show(wrapped(in_words(point, law), 2))
    return status.DONE


def freshness(options: argparse.Namespace) -> int:
    """Tells how fresh the law is: what was read, what is from memory, and on which days."""
    show(law_table() if options.markdown else table(_law_rows()))
    return status.DONE


def law_table() -> str:
    """How fresh the law is, as a Markdown table."""
    head, *rows = _law_rows()
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows))


def _law_rows() -> list[tuple[str, ...]]:
    known = load_law()
    rows: list[tuple[str, ...]] = [
        ("law", "records", "read in the source", "read, page to confirm", "from memory", "read between")]
    kinds: tuple[tuple[str, Iterable[Record]], ...] = (
        ("authorities", known.authorities.values()), ("duties", known.duties.values()),
        ("courts", known.forums.values()), ("forms of agreement", known.moa_forms.values()),
        ("other remedies", known.remedies.values()),
    )
    for what, records in kinds:
        held = list(records)
        by = Counter(one.provenance for one in held)
        days = [one.read_on for one in held if one.may_print]
        rows.append((
            what, str(len(held)), str(by[Provenance.SEEN]), str(by[Provenance.SEEN_UNPLACED]),
            str(len(held) - by[Provenance.SEEN] - by[Provenance.SEEN_UNPLACED]),
            f"{min(days)} and {max(days)}" if days else "never",
        ))
    open_points = sum(bool(one.unconfirmed) for one in known.forums.values())
    rows.insert(4, ("courts with a point that prints as a bracket", str(open_points), "", "", "", ""))
    return rows


def schema(_options: argparse.Namespace) -> int:
    """Prints the JSON Schema of the case file."""
    from drafter.casefile import schema as of_the_case  # noqa: PLC0415 - only this one needs it

    show(json.dumps(of_the_case(), indent=2, ensure_ascii=False))
    return status.DONE


def _heading(text: str) -> None:
    show(painted(text, "bold", sys.stdout))
    show()


def _first(doc: str) -> str:
    """The first sentence of a docstring, on one line."""
    return " ".join(doc.split("\n\n", maxsplit=1)[0].split())


def _known(wanted: str, ids: Iterable[str], what: str) -> None:
    names = list(ids)
    if wanted in names:
        return
    close = get_close_matches(wanted, names, n=1)
    hint = f'Did you mean "{close[0]}"?' if close else "Leave it out to see all."
    msg = f'there is no {what} "{wanted}". {hint}'
    raise status.WrongUsageError(msg)
