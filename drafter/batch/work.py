"""What a worker does with one case: looks at it once, then drafts it. Nothing is raised.

Both functions take and give only what can be sent between processes and machines. What went
wrong goes back as words of ours; an unforeseen exception goes back as its name alone, for its
message may hold facts of a client.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from drafter import __version__, casefile
from drafter.batch.identities import Identity, Strangers, identity, read_register
from drafter.batch.rows import translated
from drafter.batch.sources import Job
from drafter.case.office import NO_OFFICE, Office
from drafter.casefile.loading import parse
from drafter.casefile.opening import decode, read_bytes
from drafter.checks import CHECKS, Severity
from drafter.checks.matter import Matter
from drafter.drafting import Draft, draft
from drafter.errors import CaseFileError, DrafterError
from drafter.law import load_law
from drafter.packet import Provenance, Wanted, finished, write_packet
from drafter.render import office_templates

STRANGER = "PRI014"
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
_MOST_LEAF = 200  # longer texts are told in words of their own; that they differ is no news
_MOST_REASONS = 3


class Status(StrEnum):
    """How it went with one case."""

    DRAFTED = "drafted"
    THERE = "there"  # the same packet stood there already
    REFUSED = "refused"  # the case, or a paper of it, is not fit
    FAILED = "failed"  # the program or its worker broke


@dataclass(frozen=True, slots=True)
class Settings:
    """What all cases of a run have in common.

    Args:
        out: the folder of packets, held by the run.
        as_of: the day as of which everything is said.
        templates: the office's own templates, or None.
        office: its letterhead and signature block.
        office_sha256: their hash, for the manifests.
        court: the court of a case that names none.
        resume: leave alone what is finished.
        durable: wait until the disk has each packet.
        key: of this run's hashes.
        register: the file with the hashes of all clients; None before all were looked at.
    """

    out: Path
    as_of: dt.date
    templates: Path | None = None
    office: Office = NO_OFFICE
    office_sha256: str = ""
    court: str | None = None
    resume: bool = False
    durable: bool = True
    key: bytes = b""
    register: Path | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What the first look at a case shows.

    Args:
        case_id: as it stands there; empty if it cannot be read.
        identity: hashes of names and numbers.
        leaves: the hash of every short value, by its field.
    """

    case_id: str = ""
    identity: Identity = field(default_factory=Identity)
    leaves: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one case.

    Args:
        name: of its source.
        status: how it went.
        case_id: empty if the case could not be read.
        folder: its packet, or empty.
        reasons: why there is none; no value of the case stands in them.
        edited: papers changed since they were drafted, and left as they are.
        papers: how many.
        notes: how many stand, by severity.
        blanks: how many.
        stranger: whether something of another client stands in it.
    """

    name: str
    status: Status
    case_id: str = ""
    folder: str = ""
    reasons: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    papers: int = 0
    notes: tuple[tuple[str, int], ...] = ()
    blanks: int = 0
    stranger: bool = False

    @property
    def is_done(self) -> bool:
        """Whether its packet stands there."""
        return self.status in {Status.DRAFTED, Status.THERE}


def look(job: Job, settings: Settings) -> Look:
    """Takes the id and the hashes out of a case; one that cannot be read shows nothing."""
    if job.flaws:
        return Look()
    try:
        text = job.text if job.path is None else decode(read_bytes(job.path), job.name)
        data = parse(text, job.name).data
    except CaseFileError:
        return Look()
    leaves = list(_leaves(data, ""))
    matter = data.get("matter") if isinstance(data, dict) else None
    case_id = matter.get("id") if isinstance(matter, dict) else None
    return Look(
        case_id.strip() if isinstance(case_id, str) else "",
        identity(data, (text for _, text in leaves), settings.key),
        tuple((path, hash_of(text, settings.key)) for path, text in leaves if len(text) <= _MOST_LEAF),
    )


def make(job: Job, settings: Settings, who: Identity) -> Outcome:
    """Reads, checks, drafts and writes one case.

    Args:
        job: the case.
        settings: of the run.
        who: the clients of this very case, from ``look``.
    """
    if job.flaws:
        return Outcome(job.name, Status.REFUSED, reasons=masked(job.flaws))
    case_id = ""
    try:
        loaded = _load(job, settings.court)
        case_id = loaded.case.matter.id
        return _make(job, settings, loaded, _strangers(settings, who))
    except CaseFileError as error:
        told = translated(error.problems, job.name, job.spots) if job.path is None else error.problems
        return Outcome(job.name, Status.REFUSED, case_id, reasons=masked(told))
    except DrafterError as error:
        return Outcome(job.name, Status.REFUSED, case_id, reasons=masked([str(error)]))
    except Exception as error:  # noqa: BLE001 - one bad case never costs another
        return Outcome(job.name, Status.FAILED, case_id, reasons=(type(error).__name__,))


def masked(problems: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """The first problems, without what they quote: a report is no place for a client's facts."""
    kept = [_masked(one) for one in problems[:_MOST_REASONS]]
    if len(problems) > _MOST_REASONS:
        kept.append(f"and {len(problems) - _MOST_REASONS} more")
    return tuple(kept)


def hash_of(text: str, key: bytes) -> int:
    """A hash that tells nothing to those without the key."""
    return int.from_bytes(hashlib.blake2b(text.encode(), key=key, digest_size=8).digest(), "little")


def _masked(problem: str) -> str:
    # The place comes first and may hold the name of a sheet or column, which is no fact.
    place, sign, words = problem.partition('": ') if '", row' in problem or "column" in problem else (
        "", "", problem)
    return place + sign + _QUOTED.sub("“…”", words)


def _load(job: Job, court: str | None) -> casefile.Loaded:
    law = load_law()
    if job.path is not None:
        return casefile.load(job.path, law, court=court)
    return casefile.loads(job.text, job.name, law, folder=job.folder)


def _make(
    job: Job, settings: Settings, loaded: casefile.Loaded, others: Strangers | None
) -> Outcome:
    case, law = settings.office.signing(loaded.case), load_law()
    provenance = Provenance(loaded.digest, __version__, settings.office_sha256)
    templates = office_templates(settings.templates)
    if settings.resume:
        strange = _strange(Matter(case, law, settings.as_of, others, loaded.agreements))
        wanted = Wanted(
            case.matter.id, settings.as_of, provenance,
            lambda name: hash_of_template(name, settings.templates),
            lambda content: _noted(content, STRANGER) == strange,
        )
        if (found := finished(settings.out, wanted)) is not None:
            there, content = found
            return Outcome(
                job.name, Status.THERE, case.matter.id, str(there.folder),
                edited=tuple(map(str, there.edited)), papers=len(content["papers"]),
                notes=tuple(
                    (one, sum(not note["dismissed"] for note in notes))
                    for one, notes in content["notes"].items()
                ),
                blanks=len(content["blanks"]), stranger=bool(strange),
            )
    drafted = draft(
        case, law, settings.as_of, templates, others, agreements=loaded.agreements,
        office=settings.office,
    )
    written = write_packet(
        drafted, settings.out, provenance, held=True, durable=settings.durable
    )
    return Outcome(
        job.name, Status.DRAFTED if written.is_new else Status.THERE, case.matter.id,
        str(written.folder), edited=tuple(map(str, written.edited)),
        papers=len(drafted.papers), notes=_standing(drafted), blanks=len(drafted.blanks),
        stranger=any(note.id == STRANGER and note.dismissed is None for note in drafted.notes),
    )


def _standing(drafted: Draft) -> tuple[tuple[str, int], ...]:
    return tuple(
        (one.value, sum(note.severity is one and note.dismissed is None for note in drafted.notes))
        for one in Severity
    )


def _strange(matter: Matter) -> list[str]:
    return [note.field for note in CHECKS[STRANGER].run(matter)]


def _noted(content: dict[str, Any], check_id: str) -> list[str]:
    """The fields at which a manifest has a note."""
    notes = content.get("notes", {})
    return [note["field"] for one in notes.values() for note in one if note["id"] == check_id]


def _strangers(settings: Settings, who: Identity) -> Strangers | None:
    if settings.register is None:
        return None
    names, shared = _register(settings.register)
    return Strangers(names, shared, who.names, settings.key)


@lru_cache(maxsize=1)
def _register(file: Path) -> tuple[frozenset[int], frozenset[int]]:
    """Read once by each worker."""
    return read_register(file)


@lru_cache(maxsize=64)
def hash_of_template(name: str, folder: Path | None) -> str:
    """The hash of a template as it is now; empty if there is none of that name."""
    try:
        return hashlib.sha256(office_templates(folder)(name)).hexdigest()
    except DrafterError:  # a template of an older version: its packet is drafted anew
        return ""


def _leaves(data: object, path: str) -> Iterator[tuple[str, str]]:
    match data:
        case dict():
            for key, value in data.items():
                yield from _leaves(value, f"{path}.{key}" if path else str(key))
        case list():
            for n, value in enumerate(data, start=1):
                yield from _leaves(value, f"{path}.{n}")
        case str():
            yield path, data
        case _:
            return
