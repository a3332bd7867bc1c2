"""A stranger reads the packets: each citation that eyecite finds stands in the table of authorities."""

from __future__ import annotations

import sys
from importlib.util import find_spec

import pytest

from drafter.proofread.citations import CitesError, cited, strays
from tests.drafts import SAMPLES, drafted
from tests.judges import missing


@pytest.fixture(autouse=True)
def _the_stranger_is_there() -> None:
    if find_spec("eyecite") is None:
        missing("eyecite (the extra cites)")


def _papers(sample: str) -> dict[str, bytes]:
    return {one.path: one.data for one in drafted(sample).papers}


@pytest.mark.parametrize("sample", SAMPLES)
def test_each_citation_in_the_papers_of_a_sample_is_in_its_table_of_authorities(sample: str) -> None:
    assert strays(_papers(sample)) == []


def test_a_citation_that_the_table_lacks_is_found() -> None:
    papers = _papers("adjustment-delay")
    others = _papers("overdetention-sheriff")
    papers["file/09-stray.docx"] = others["file/01-petition.docx"]
    found = [words for path, words in strays(papers) if path == "file/09-stray.docx"]
    assert any("Va." in words for words in found)


def test_a_case_and_a_statute_are_known_by_what_places_them() -> None:
    found = cited(["Sample v. Example, 542 U.S. 55, 64 (2004); 28 U.S.C. § 1361; 542 U.S. at 66."])
    assert [words for _, words in found] == ["542 U.S. 55", "28 U.S.C. § 1361", "542 U.S. at 66"]
    assert found[0][0] == found[2][0]


def test_without_the_extra_the_way_to_get_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "eyecite", None)
    with pytest.raises(CitesError, match=r"pip install 'mandamus-drafter\[cites\]'"):
        cited([""])
