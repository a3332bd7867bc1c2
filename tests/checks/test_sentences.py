"""Sentences that a check must hear, and sentences like them that it must let pass."""

from __future__ import annotations

import dataclasses
import datetime as dt
import time
from types import MappingProxyType

import pytest

from drafter.case import Case
from drafter.checks import CHECKS, run_checks
from drafter.checks.matter import Matter
from drafter.checks.reading import named_day, read, years_before
from drafter.law import load_law
from drafter.law.records import Provenance
from tests.checks.cases import AS_OF, case, fields, matter, notes

_SAY = "events.0.says.0.say"


def _in_writ(check_id: str, words: str) -> bool:
    return bool(fields(check_id, "virginia", {"relief.0.act": words}))


def _in_fact(check_id: str, words: str) -> bool:
    return bool(fields(check_id, "federal", {_SAY: words}))


@pytest.mark.parametrize(
    "words",
    [
        "cease all holds",
        "refrain from holding Mr. Ficta",
        "not hold Mr. Ficta past his date",
        "stop detaining Mr. Ficta",
        "discontinue the practice",
        "release him and no longer honor detainers",
        "be enjoined from further holds",
        "bar the deputies from holding him",
        "end the practice of holds",
    ],
)
def test_a_prohibition_in_the_prayer_is_heard(words: str) -> None:
    assert _in_writ("REL002", words)


@pytest.mark.parametrize(
    "words",
    [
        "release Mr. Ficta not later than noon",
        "release Mr. Ficta no later than hour 48",
        "write down the place of each stop",
        "put his release procedure in writing",
        "write the bar number on the form",
        "release Mr. Ficta at the end of his sentence",
        "make the certification for each deputy who made a stop",
    ],
)
def test_an_act_in_the_prayer_is_no_prohibition(words: str) -> None:
    assert not _in_writ("REL002", words)


@pytest.mark.parametrize(
    "words", ["approve her petition", "issue the visa", "rule in favor of Petitioners"]
)
def test_an_outcome_is_heard(words: str) -> None:
    assert _in_writ("REL003", words)


@pytest.mark.parametrize(
    "words",
    ["decide her petition", "state whether the petition was approved", "answer the request"],
)
def test_a_decision_is_no_outcome(words: str) -> None:
    assert not _in_writ("REL003", words)


@pytest.mark.parametrize(
    "words",
    ["provide the footage of the stop", "disclose all e-mails", "answer the FOIA request"],
)
def test_records_in_a_writ_are_heard(words: str) -> None:
    assert _in_writ("EXH006", words)


def test_a_release_of_a_person_is_no_release_of_records() -> None:
    assert not _in_writ("EXH006", "release each Petitioner; the data are in Exhibit C")


@pytest.mark.parametrize("words", ["any detainee", "those similarly situated", "everyone there"])
def test_relief_for_others_is_heard(words: str) -> None:
    assert _in_writ("REL005", f"release {words}")


@pytest.mark.parametrize(
    ("check_id", "words"),
    [
        ("PRI001", "Taxpayer number 000 00 0000 was on the form."),
        ("PRI002", "Date of birth: 01/02/1990."),
        ("PRI003", "His alien number is 000 000 000."),
        ("PRI003", "The file is A000000000."),
        ("PRI005", "He paid with card no. 0000-0000-0000-0000."),
        ("PRI007", "Her home is at 4 North Fixture Avenue."),
        ("PRI008", "She is a citizen of Freedonia."),
        ("PRI008", "She is a citizen of the Kingdom of Freedonia."),
        ("PRI008", "He overstayed."),
        ("FRM001", "s/ Ines Draftwell"),
        ("PRI011", "Her daughter Mila cried."),
        ("PRI012", "Write to bee@example.org."),
        ("PRI013", "The plate: ABC1234 was read out."),
        ("JUR012", "She got a notice to appear."),
        ("ELE007", "The office has a backlog."),
        ("FRM014", "Time of release: ____."),
        ("FRM014", "Unknown."),
        ("FRM014", "n/a"),
        ("FRM014", "Don’t know"),
        ("FRM007", "The hold was clearly unlawful."),
    ],
)
def test_a_sentence_is_heard(check_id: str, words: str) -> None:
    assert _in_fact(check_id, words)


@pytest.mark.parametrize(
    ("check_id", "words"),
    [
        ("PRI001", "The complaint is IA-26-014 of 2026-03-02."),
        ("PRI002", "Her birthday was that week; the stop was on May 4, 2026."),
        ("PRI003", "Form I-247A and Ex. A-12 were in the file."),
        ("PRI005", "The account of May 4 fills 12 pages."),
        ("PRI007", "The deputy lives by the rule; he stopped her on County Road 12."),
        ("PRI008", "Nothing here states anyone's citizenship or immigration status."),
        ("PRI008", "She is a citizen of the United States."),
        ("PRI008", "He is a citizen of Virginia and of no party."),
        ("PRI008", "A national of the Commonwealth may ask; a citizen of this county did."),
        ("PRI011", "She fetched her child Monday and called Child Protective Services."),
        ("PRI005", "He gave an account of 2026-01-14."),
        ("PRI003", "She drew a 12345678 on the pad."),
        ("FRM001", "Whoever s/he was, it was his/hers."),
        ("ELE007", "The petition seeks no money."),
        ("PRI011", "Her son was asleep. Deputy Mockridge wrote a ticket."),
        ("PRI012", "The log shows 10:20 and 2026-01-14."),
        ("PRI013", "The deputy read the license plate aloud."),
        ("JUR012", "The detainer was still lodged."),
        ("LAW006", "He held her for 41 minutes on County Road 12."),
        ("FRM001", "He checked the box for yes/no."),
        ("FRM007", "The stop lasted 41 minutes."),
        ("FRM014", "She asked, “Why?” [sic] and [?time] passed."),
        ("FRM014", "An unknown deputy stopped her."),
        ("FRM014", "Whether he was told is not known."),
        ("EXH007", "She was tired."),
    ],
)
def test_a_sentence_passes(check_id: str, words: str) -> None:
    assert not _in_fact(check_id, words)


def test_an_empty_case_gets_notes_and_no_error() -> None:
    thin = Case.model_validate({"matter": {"id": "thin"}, "forum": {"court": "va-circuit"}})
    found = {note.id for note in run_checks(Matter(thin, load_law(), AS_OF))}
    assert {"ELE001", "PAR001", "PAR014", "DEM001", "JUR003", "JUR005", "REL001"} <= found
    assert "DUT001" not in found


@pytest.mark.parametrize("court", sorted(load_law().forums))
def test_every_check_runs_in_every_forum(court: str) -> None:
    for base in ("federal", "virginia"):
        ready = Matter(case(base, {"forum.court": court}), load_law(), AS_OF)
        assert run_checks(ready)


@pytest.mark.parametrize("duty", sorted(load_law().duties))
def test_every_check_runs_on_every_duty_of_the_catalogue(duty: str) -> None:
    ready = matter("federal", {"duties.0.catalogue": duty})
    for one in CHECKS.values():
        one.run(ready)


def test_a_question_in_place_of_each_fact_of_an_event_is_counted() -> None:
    found = notes("federal", {"events.0.on": {"ask": "Which day?"}, _SAY: "At [?hour], he came."})
    (note,) = [one for one in found if one.id == "EVI015"]
    assert "2 asked for" in note.message


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("November 20, 2026, agency website", dt.date(2026, 11, 20)),
        ("2026-11-20 by telephone", dt.date(2026, 11, 20)),
        ("Checked 11/20/2026", dt.date(2026, 11, 20)),
        ("Smarch 13, 2026; then Nov. 20, 2026", dt.date(2026, 11, 20)),
        ("last week", None),
        ("13/13/2026", None),
    ],
)
def test_a_day_is_read_out_of_a_line(line: str, day: dt.date | None) -> None:
    assert named_day(line) == day


def test_a_leap_day_has_a_day_before_it_in_other_years() -> None:
    assert years_before(dt.date(2024, 2, 29), 1) == dt.date(2023, 2, 28)


def test_one_walk_serves_all_checks() -> None:
    ready = matter("federal")
    assert read(ready) is read(ready)


def test_ids_and_working_notes_are_not_read_as_text() -> None:
    shown = {p.field for p in read(matter("federal")).passages}
    assert "matter.id" not in shown
    assert "respondents.1.holder_checked_on" not in shown
    assert _SAY in shown


_OWN = {
    "duties.0.catalogue": None,
    "duties.0.words": "The custodian shall answer within five days.",
}
_MOA_ENTRY = {"duties.0.catalogue": "moa-certify"}
_SENSE = {"duties.0.catalogue": None, "duties.0.cite": "the sense of Congress of 2000"}


@pytest.mark.parametrize(
    ("check_id", "base", "changes"),
    [
        ("DUT002", "federal", {**_OWN, "duties.0.cite": "Memorandum of Agreement, part IX"}),
        ("DUT002", "federal", _MOA_ENTRY),
        ("DUT003", "federal", {"duties.0.act": "use its discretion as it may"}),
        ("DUT004", "federal", {**_OWN, "duties.0.cite": "Code 1", "duties.0.words": "It shall, as "
                               "needed, answer."}),
        ("DUT022", "federal", {"duties.0.catalogue": "state-release", "forum.court": "fl-circuit"}),
        ("DUT012", "federal", _SENSE),
        ("MOA008", "federal", {"moa.status_as_of": None}),
        ("MOA014", "federal", {"relief.0.either.0": "call the steering committee"}),
        ("PAR008", "federal", {"respondents.1.holder_checked_on": "some day"}),
        ("PAR008", "federal", {"respondents.1.holder_checked_on": "2026-11-25"}),
        ("DEM003", "virginia", {"demands.0.delivered_on": "2026-11-25"}),
        ("EXH004", "federal", {"events.0.category": "records"}),
        ("EXH004", "federal", {"relief.1.act": "damages are due"}),
        ("EXH004", "federal", {"petitioners.1.custody": "held", "remedies_not_tried": []}),
        ("REL002", "federal", {"relief.0.either.1": "refrain from stops"}),
        ("REL005", "federal", {"relief.1.act": "every resident has that right"}),
        ("REL010", "federal", {"matter.summary.0.say": "They demand a jury."}),
        ("TIM001", "federal", {"remedies.0.answered_on": "2026-12-01"}),
        ("TIM001", "federal", {"moa.status_as_of": "2026-12-01"}),
        ("TIM003", "federal", {"events.0.on": None, "events.0.when": "In the spring"}),
        ("TIM007", "virginia", {"forum.hearing_on": "2026-12-19"}),
        ("TIM008", "federal", {"remedies.0.answered_on": "2026-04-05"}),
        ("FRM016", "virginia", {"forum.county": None}),
    ],
)
def test_a_check_also_fires(check_id: str, base: str, changes: dict[str, object]) -> None:
    assert fields(check_id, base, changes)


@pytest.mark.parametrize(
    ("check_id", "base", "changes"),
    [
        ("DUT010", "federal", {"duties.0.catalogue": "written-powers"}),
        ("EVI004", "federal", {"events.1.says.0.sources": [],
                               _SAY.replace("0", "1", 1): "That was paragraph [#first-stop]."}),
        ("TIM011", "virginia", {"events.0.on": "2026-09-12", "events.0.at": None}),
        ("MOA005", "virginia", {"moa.form_revision": "2031-01-01"}),
        ("MOA010", "virginia", {"moa.form_revision": {"not_applicable": "it has no footer date"}}),
        ("MOA013", "virginia", {"moa": None, "duties.1.clauses": []}),
        ("PAR013", "federal", {"duties.0.catalogue": "conclude-matter"}),
        ("REL017", "virginia", {"relief.2": {"id": "more", "kind": "other"}}),
        ("TIM010", "federal", {"duties.0.catalogue": "conclude-matter", "demands": [],
                               "remedies": []}),
        ("EXH004", "virginia", {"remedies_not_tried.0.channel": "bail-motion"}),
    ],
)
def test_a_check_also_stays_silent(check_id: str, base: str, changes: dict[str, object]) -> None:
    assert not fields(check_id, base, changes)


def test_a_duty_whose_record_is_an_inference_is_not_printed_as_law() -> None:
    law = load_law()
    guess = law.duties["training-certification"].model_copy(
        update={"provenance": Provenance.INFERENCE}
    )
    duties = MappingProxyType({**law.duties, guess.id: guess})
    changed = Matter(case("federal"), dataclasses.replace(law, duties=duties), AS_OF)
    assert ["training-certification" in n.message for n in run_checks(changed)
            if n.id == "LAW002"] == [True]


def test_a_forum_read_from_memory_is_named_as_unconfirmed() -> None:
    law = load_law()
    unread = law.forums["almd"].model_copy(update={"provenance": Provenance.MEMORY})
    forums = MappingProxyType({**law.forums, "almd": unread})
    changed = Matter(case("federal"), dataclasses.replace(law, forums=forums), AS_OF)
    (note,) = [n for n in run_checks(changed) if n.id == "LAW003"]
    assert "the record of the forum" in note.message


def test_an_adverse_authority_is_named() -> None:
    law = load_law()
    against = law.authorities["usc-8-1357-g-2"].model_copy(update={"adverse": True})
    held = MappingProxyType({**law.authorities, against.id: against})
    changed = Matter(case("federal"), dataclasses.replace(law, authorities=held), AS_OF)
    assert [n.field for n in run_checks(changed) if n.id == "LAW005"] == ["duties.0"]


def test_the_vehicle_is_the_forums_unless_the_attorney_chose_one() -> None:
    assert matter("virginia").vehicle == "state-petition"
    assert matter("virginia", {"matter.vehicle": "federal-complaint"}).vehicle == "federal-complaint"


def test_clauses_named_by_a_duty_without_an_agreement_are_not_found() -> None:
    assert fields("DUT017", "virginia", {"moa": None}) == ["duties.1.clauses"]


@pytest.mark.parametrize("unit", ["a", "0-", "“", "born ", "Aa "])
def test_a_very_long_text_is_read_in_a_moment(unit: str) -> None:
    ready = matter("federal", {_SAY: (unit * 190_000)[:190_000].strip()})
    begun = time.perf_counter()
    run_checks(ready)
    assert time.perf_counter() - begun < 10


def test_a_detail_that_ends_with_a_full_stop_gets_no_second_one() -> None:
    told = [note.message for note in run_checks(matter("federal", {"duties.0.catalogue": "complaint-start"}))]
    assert any(one.endswith("Couns.") for one in told)
    assert [one for one in told if one.endswith("..")] == []


def test_a_petition_under_a_records_act_is_not_told_to_use_the_records_act() -> None:
    changes = {"matter.kind": "287g-records", "duties.0.catalogue": "state-records-production"}
    (note,) = [one for one in notes("virginia", changes) if one.id == "EXH014"]
    assert "records act" not in note.message
