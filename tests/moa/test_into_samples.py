"""Three samples whose agreement is read from a PDF of it: words, pages, comments, and the memo."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest

from drafter.case import Case, Clause, Exhibit, known
from drafter.casefile import load
from drafter.cli import main
from drafter.cli.samples import sample_files
from drafter.drafting import draft
from drafter.law import load_law
from drafter.law.records import MoaClause
from drafter.proofread import mirror
from drafter.wording.dates import long_date
from drafter.wording.grammar import curl
from tests.drafts import AS_OF
from tests.moa.layout import pdf, sentences, text

_PART = re.compile(r"^moa:\n(?:(?: .*)?\n)+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Paper:
    """What a test lays out for a sample.

    Args:
        form: the form in the table.
        revised: the date in its footer, as printed.
        state: postal code after the agency's name.
        renamed: ids by which the sample calls clauses, to those that a reading gives them.
    """

    form: str
    revised: str
    state: str
    renamed: tuple[tuple[str, str], ...] = ()


PAPERS = {
    "certification-ice": Paper("tfm-2025", "03/07/2025", "AL", (
        ("only-certified, function, certification", "only-certified, functions, certification"),
    )),
    "overdetention-sheriff": Paper("jem-2025", "02/15/2025", "VA", (
        ("clauses: [hour-48, scheduled-release]", "clauses: [48-hour-limit, scheduled-release]"),
    )),
    "pretext-stops": Paper("tfm-2025", "03/07/2025", "NC"),
}
every_sample = pytest.mark.parametrize("sample", PAPERS)


@dataclass(frozen=True, slots=True)
class Written:
    """A sample without its agreement, and what ``drafter moa --into`` made of it."""

    before: str
    after: str
    pages: tuple[str, ...]  # the words of each, without its footer
    case: Case
    words: dict[str, str]


def _original(sample: str) -> Case:
    return load(sample_files()[sample], load_law()).case


def _own_words(sample: str) -> dict[str, str]:
    """The sample's words of each clause that the table has too, where they hold the table's."""
    moa = _original(sample).moa
    assert moa is not None
    table = _table(sample)
    return {
        clause.clause: clause.words
        for clause in moa.clauses
        if clause.clause in table and _bare(table[clause.clause].operative) in _bare(clause.words)
    }


def _table(sample: str) -> dict[str, MoaClause]:
    return {clause.id: clause for clause in load_law().moa_forms[PAPERS[sample].form].clauses}


def _bare(words: str) -> str:
    return " ".join(words.replace("’", "'").split())


def _stripped(sample: str) -> str:
    """The sample's file without its part on the agreement."""
    whole = sample_files()[sample].read_text(encoding="utf-8")
    bare, parts = _PART.subn("", whole)
    assert parts == 1
    for old, new in PAPERS[sample].renamed:
        assert old in bare
        bare = bare.replace(old, new)
    return bare


def _laid(sample: str) -> list[list[str]]:
    """The signed agreement of a sample, page by page."""
    paper, moa = PAPERS[sample], _original(sample).moa
    assert moa is not None
    signed = known(moa.signed_on)
    assert signed is not None
    day = long_date(signed)
    return text(
        paper.form, revised=paper.revised, agency=f"{moa.agency}, {paper.state}",
        words=_own_words(sample), days=(day, day),
    )


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Written]:
    """Reads each sample's agreement into it, once for all tests."""

    @cache
    def call(sample: str) -> Written:
        folder = tmp_path_factory.mktemp(sample)
        case, paper, laid = folder / "case.yaml", folder / "moa.pdf", _laid(sample)
        before = _stripped(sample)
        case.write_text(before, encoding="utf-8")
        paper.write_bytes(pdf(laid))
        assert main(["moa", str(paper), "--into", str(case)]) == 0
        return Written(
            before, case.read_text(encoding="utf-8"), tuple(" ".join(lines[:-1]) for lines in laid),
            load(case, load_law()).case, _sentences(sample),
        )

    return call


def _sentences(sample: str) -> dict[str, str]:
    """What was laid out for each clause, by its id in the table."""
    own = _own_words(sample)
    laid = [words for _, _, words in sentences(PAPERS[sample].form, words=own)]
    found: dict[str, str] = {}
    for name, clause in _table(sample).items():
        operative = own.get(name, clause.operative)
        found[name] = next(words for words in laid if operative in words)
    return found


@every_sample
def test_what_is_written_has_the_words_and_the_page_of_the_paper(
    written: Callable[[str], Written], sample: str
) -> None:
    made = written(sample)
    assert made.case.moa is not None
    assert len(made.case.moa.clauses) > 8
    for clause in made.case.moa.clauses:
        laid = made.words[clause.clause or ""]
        assert _bare(clause.words) in _bare(laid), clause.id
        first, _, last = clause.page.partition("-")
        span = " ".join(made.pages[int(first) - 1 : int(last or first)])
        assert _bare(clause.words) in _bare(span), clause.id
        record = _table(sample)[clause.clause or ""]
        assert clause.section == record.section, clause.id
        if clause.heading and record.heading:
            assert clause.heading == record.heading.upper(), clause.id


@every_sample
def test_the_clauses_of_the_sample_come_back_word_for_word(
    written: Callable[[str], Written], sample: str
) -> None:
    moa, back = _original(sample).moa, _by_table(written(sample).case)
    assert moa is not None
    own = _own_words(sample)
    named = [clause for clause in moa.clauses if clause.clause in own and clause.clause in back]
    assert len(named) >= 6
    for clause in named:
        found = back[clause.clause or ""]
        assert _same(found.words, clause.words), clause.id
        assert _bare(found.heading or "") in {"", _bare(clause.heading or "").upper()}, clause.id


def _same(found: str, wanted: str) -> bool:
    """Whether the words are those wanted, or the sentence of them that the table looks for."""
    whole = _bare(wanted).rstrip(".")
    sentence = _bare(found).removeprefix("The party so named ").rstrip(".")
    return sentence == whole or (". " in whole and whole.endswith(f". {sentence}"))


def _by_table(case: Case) -> dict[str, Clause]:
    assert case.moa is not None
    return {clause.clause: clause for clause in case.moa.clauses if clause.clause}


@every_sample
def test_the_days_the_agency_and_the_exhibit_are_those_of_the_sample(
    written: Callable[[str], Written], sample: str
) -> None:
    old, new = _original(sample), written(sample).case
    assert old.moa is not None
    assert new.moa is not None
    for field in ("agency", "model", "form_revision", "signed_on", "exhibit"):
        assert getattr(new.moa, field) == getattr(old.moa, field), field
    assert [one.id for one in new.exhibits] == [one.id for one in old.exhibits]
    exhibit = new.exhibit(old.moa.exhibit or "")
    assert exhibit is not None
    assert exhibit.file == "moa.pdf"
    assert known(exhibit.pages) == len(written(sample).pages)


@every_sample
def test_comments_and_everything_else_in_the_file_are_kept(
    written: Callable[[str], Written], sample: str
) -> None:
    made = written(sample)
    lost, kept = [], iter(made.after.splitlines())
    for line in filter(str.strip, made.before.splitlines()):
        rest = list(kept)
        if line in rest:
            kept = iter(rest[rest.index(line) + 1 :])
        else:
            lost.append(line.strip())
            kept = iter(rest)
    pages = known(_agreement_of(_original(sample)).pages)
    assert lost == [f'pages: "{pages}"']
    assert all(line in made.after for line in made.before.splitlines() if line.startswith("#"))
    assert "keep or strike" in made.after


def _agreement_of(case: Case) -> Exhibit:
    exhibit = case.exhibit("agreement")
    assert exhibit is not None
    return exhibit


@every_sample
def test_the_case_then_drafts_and_its_memo_has_each_clause_with_page_and_force(
    written: Callable[[str], Written], sample: str
) -> None:
    made = written(sample)
    [memo] = [
        paper for paper in draft(made.case, load_law(), AS_OF).papers if paper.name == "review-memo"
    ]
    cells = [
        line.partition("] ")[2]
        for line in mirror(memo.data).splitlines() if line.startswith("body cell [Memo Table]")
    ]
    assert made.case.moa is not None
    for clause in made.case.moa.clauses:
        quoted = f"“{curl(_bare(clause.words))}”"
        rows = [
            (cells[n - 1], cells[n + 2].partition(";")[0]) for n, cell in enumerate(cells[:-2])
            if cell == quoted and "; binds " in cells[n + 2]
        ]
        force = _table(sample)[clause.clause or ""].force.value
        alike = [one for one in made.case.moa.clauses if one.words == clause.words]
        assert (clause.page, force) in rows, clause.id
        assert len(rows) == len(alike), clause.id


def test_a_clause_that_only_an_event_of_the_case_names_is_written_too(
    written: Callable[[str], Written]
) -> None:
    case = written("pretext-stops").case
    assert "tfm-civil-rights" in _by_table(case)
    assert "tfm-civil-rights" not in _by_table(written("certification-ice").case)
    assert _table("pretext-stops")["tfm-civil-rights"].duty == ""
