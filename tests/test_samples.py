"""The samples: they are read, they quote the agreements as signed, and broken ones are refused."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel

from drafter.case import Case, Quotation, Source, Statement, known
from drafter.casefile import load
from drafter.checks import Note, Severity, run_checks
from drafter.checks.matter import Matter
from drafter.cli.samples import sample_files
from drafter.errors import CaseFileError
from drafter.law import load_law

ROOT = Path(__file__).parent.parent
AGREEMENTS = ROOT.parent / "shared" / "moa"
SIGNED = {
    "certification-ice": "lawrence-al-tfm-2025.pdf",
    "overdetention-sheriff": "hamilton-in-jem-2025.pdf",
    "pretext-stops": "lawrence-al-tfm-2025.pdf",
    "records-custodian": "lawrence-al-tfm-2025.pdf",
    "complaint-unopened": "lawrence-al-tfm-2025.pdf",
}
UNSIGNED = (
    "adjustment-delay", "agreement-unsought", "appellate-silence", "consular-silence",
    "detainer-answer", "naturalization-120", "reasons-withheld", "request-copy",
)  # full samples without an agreement
BROKEN = ROOT / "samples" / "broken"
EXPECTED = (BROKEN / "expected.txt").read_text(encoding="utf-8").splitlines()
AS_OF = dt.date(2026, 11, 24)
QUOTED = re.compile(r"“([^”]+)”")
WEEKDAY = re.compile(
    r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday), (\w+) (\d+), (\d{4})"
)


@cache
def _case(sample: str) -> Case:
    return load(sample_files()[sample], load_law()).case


def _notes(sample: str) -> tuple[Note, ...]:
    return run_checks(Matter(_case(sample), load_law(), AS_OF))


@cache
def _pages(sample: str) -> tuple[str, ...]:
    """The pages of the signed agreement whose words a sample quotes, without any space."""
    pdf = AGREEMENTS / SIGNED[sample]
    if not pdf.is_file():
        pytest.skip(f"the signed agreement {pdf.name} is not beside this folder")
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler) is not there to read the signed agreement")
    read = subprocess.run([program, "-layout", str(pdf), "-"], capture_output=True, check=True)
    return tuple(_bare(page) for page in read.stdout.decode().split("\f"))


def _bare(text: str) -> str:
    """A text without spaces and with straight quotation marks: scans break words at will."""
    for curly, straight in (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'")):
        text = text.replace(curly, straight)
    return re.sub(r"[\s\u00ad]", "", text)


def _within(model: BaseModel) -> Iterator[BaseModel]:
    """A model and every model inside it."""
    yield model
    for name in type(model).model_fields:
        value = getattr(model, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, BaseModel):
                yield from _within(one)


def _statements(sample: str) -> list[Statement]:
    return [one for one in _within(_case(sample)) if isinstance(one, Statement)]


def _pages_cited(at: str) -> list[int]:
    return [int(page) for page in re.findall(r"\d+", at)]


@pytest.mark.parametrize("sample", sample_files())
def test_a_sample_is_read_without_a_warning(sample: str) -> None:
    assert load(sample_files()[sample], load_law()).warnings == ()


@pytest.mark.parametrize("sample", SIGNED)
def test_a_clause_has_the_words_of_the_signed_agreement_on_the_page_it_names(sample: str) -> None:
    moa = _case(sample).moa
    assert moa is not None
    pages = _pages(sample)
    for clause in moa.clauses:
        assert _bare(clause.words) in pages[int(clause.page) - 1], clause.id
        assert _bare(clause.heading or "").upper() in "".join(pages).upper(), clause.id


@pytest.mark.parametrize("sample", SIGNED)
def test_words_quoted_in_passing_from_the_agreement_are_on_a_page_cited(sample: str) -> None:
    pages, found = _pages(sample), 0
    for statement in _statements(sample):
        cited = [
            page for source in statement.sources if source.exhibit == "agreement"
            for page in _pages_cited(source.at or "")
        ]
        for words in QUOTED.findall(statement.say) if cited else ():
            bare = _bare(words).rstrip(".,")
            assert any(bare in pages[page - 1] for page in range(cited[0], cited[-1] + 1)), words
            found += 1
    assert found


@pytest.mark.parametrize("sample", SIGNED)
def test_the_clause_that_denies_rights_is_recorded_and_not_pleaded(sample: str) -> None:
    moa = _case(sample).moa
    assert moa is not None
    assert [clause.use for clause in moa.clauses if clause.id == "no-rights"] == [None]


@pytest.mark.parametrize("sample", SIGNED)
def test_a_full_sample_has_no_stop(sample: str) -> None:
    assert [(note.id, note.field) for note in _notes(sample) if note.severity is Severity.STOP] == []


@pytest.mark.parametrize(("sample", "questions"), [
    # A theory that no known decision supports: true.
    ("certification-ice", {"DUT019"}),
    # A release that no Virginia court is known to have ordered, and a new act of which only a
    # summary was seen: true as well.
    ("overdetention-sheriff", {"DUT019", "LAW008"}),
    # Its sources are statutes, its Secretary is sued, its acts have a time: nothing is left to ask.
    ("pretext-stops", {"DUT019"}),
    # Its copy goes to the public body three days before it is filed: no fact can show that yet.
    ("records-custodian", {"LAW008", "EXH015"}),
    ("complaint-unopened", set()),
])
def test_a_full_sample_leaves_the_reviewer_only_true_questions(
    sample: str, questions: set[str]
) -> None:
    assert {n.id for n in _notes(sample) if n.severity is Severity.REVIEW} == questions



def test_the_half_known_sample_is_stopped_for_want_of_a_duty_a_demand_and_an_order() -> None:
    stops = {note.id for note in _notes("half-known") if note.severity is Severity.STOP}
    assert {"ELE001", "DEM001", "REL001", "EVI015"} <= stops


@pytest.mark.parametrize("sample", [*SIGNED, *UNSIGNED])
def test_every_exhibit_is_cited_and_no_page_beyond_its_last(sample: str) -> None:
    case = _case(sample)
    sources = [one for one in _within(case) if isinstance(one, Source | Quotation)]
    cited = {source.exhibit for source in sources} - {None}
    assert {exhibit.id for exhibit in case.exhibits} == cited
    for source in sources:
        exhibit = case.exhibit(source.exhibit or "")
        pages = known(exhibit.pages) if exhibit else None
        if pages is not None:
            assert max(_pages_cited(source.at or "1")) <= pages, source


@pytest.mark.parametrize("sample", sample_files())
def test_a_weekday_named_in_a_sample_is_that_of_its_date(sample: str) -> None:
    for weekday, *date in WEEKDAY.findall(sample_files()[sample].read_text(encoding="utf-8")):
        day = dt.datetime.strptime(" ".join(date), "%B %d %Y").replace(tzinfo=dt.UTC)
        assert f"{day:%A}" == weekday, date


def test_the_day_of_release_is_reached_by_counting_days_served_and_credit() -> None:
    start, end = dt.date(2026, 7, 17), dt.date(2027, 1, 12)
    assert ((end - start).days + 1) * 2 == 360


def test_the_hold_lasted_as_long_as_the_petition_says() -> None:
    hours = {}
    for event in _case("overdetention-sheriff").events:
        day, hour = known(event.on), known(event.at)
        if day is not None and hour is not None:
            hours[event.id] = dt.datetime.combine(day, hour)
    held = hours["released"] - hours["bond-posted"]
    assert held == dt.timedelta(hours=53, minutes=30)
    assert held - dt.timedelta(hours=48) == dt.timedelta(hours=5, minutes=30)


@pytest.mark.parametrize("sample", UNSIGNED)
def test_a_full_sample_without_an_agreement_leaves_nothing_to_clear_or_decide(sample: str) -> None:
    assert [note.id for note in _notes(sample) if note.severity is not Severity.INFO] == []


def test_the_hundred_and_twentieth_day_is_counted_right_and_has_passed() -> None:
    case = _case("naturalization-120")
    examined = next(known(one.on) for one in case.events if one.id == "examined")
    assert examined is not None
    last = examined + dt.timedelta(days=120)
    assert last < AS_OF
    assert f"{last:%B} {last.day}, {last.year}" in case.matter.summary[1].say


def test_the_fares_and_the_months_of_waiting_add_up() -> None:
    case = _case("appellate-silence")
    assert case.proceeding is not None
    said = case.harms[0].says[0].say
    assert 238 * 54 == 12852
    assert "$54" in said
    assert "238 days, or $12,852" in said
    ripe = known(case.proceeding.ripe_since)
    assert ripe is not None
    assert (AS_OF.year - ripe.year) * 12 + AS_OF.month - ripe.month == 19


def test_every_broken_sample_has_an_expected_answer() -> None:
    files = sorted(path.name for path in BROKEN.iterdir() if path.suffix != ".txt")
    assert [line.split(":", 1)[0] for line in EXPECTED] == files
    assert len(files) >= 20


@pytest.mark.parametrize("answer", EXPECTED, ids=lambda line: str(line).split(":", 1)[0])
def test_a_broken_sample_is_refused_in_exactly_the_words_expected(
    answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(BROKEN)
    with pytest.raises(CaseFileError) as refused:
        load(Path(answer.split(":", 1)[0]), load_law())
    assert refused.value.problems == [answer]
