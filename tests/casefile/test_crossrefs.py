"""Every id in a case names something, or the line that does not is pointed out."""

from __future__ import annotations

import pytest

from drafter.casefile import loads
from drafter.errors import CaseFileError
from tests.casefile.sample import FULL, LAW, THIN


def broken(old: str, new: str) -> str:
    assert FULL.count(old) == 1, old
    at = FULL[: FULL.index(old)].count("\n") + 1
    with pytest.raises(CaseFileError) as caught:
        loads(FULL.replace(old, new), "case.yaml", LAW)
    (line,) = caught.value.problems
    assert line.startswith(f"case.yaml:{at}:"), (at, line)
    return line.split(": ", 1)[1]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("court: flmd", "court: fmld",
         'forum.court: there is no court "fmld"; did you mean "flmd"?'),
        ("court: flmd", "court: zzzz",
         'there is no court "zzzz"; there are flmd, va-circuit (drafter forums lists them).'),
        ("vehicle: federal-complaint", "vehicle: federal-complain",
         'matter.vehicle: there is no vehicle "federal-complain"; did you mean "federal-complaint"'),
        ('[{exhibit: log, at: "2"}]', "[{exhibit: lag}]",
         'matter.summary.0.sources.0.exhibit: there is no exhibit "lag"; did you mean "log"?'),
        ("{verification: samplewell}", "{verification: sampelwell}",
         'there is no petitioner "sampelwell"; did you mean "samplewell"?'),
        ("quote: {words: the names, exhibit: agreement,", "quote: {words: a, exhibit: agrement,",
         'quote.exhibit: there is no exhibit "agrement"; did you mean "agreement"?'),
        ("  exhibit: agreement\n  clauses", "  exhibit: x\n  clauses",
         'moa.exhibit: there is no exhibit "x"; there are agreement, log (add it under exhibits).'),
        ("clause: tfm-certification", "clause: tfm-certificate", 'did you mean "tfm-certification"'),
        ("catalogue: training-certification", "catalogue: certification",
         'there is no duty in the catalogue "certification"; did you mean "training-cert'),
        ("owed_by: [field-director]", "owed_by: [director]",
         'duties.0.owed_by.0: there is no respondent "director"; did you mean "field-director"?'),
        ("owed_to: [samplewell]", "owed_to: [samplewel]", "duties.0.owed_to.0: there is no pet"),
        ("    clauses: [certification]", "    clauses: [certificate]",
         'duties.0.clauses.0: there is no clause "certificate"; did you mean "certification"?'),
        ("limit: certification", "limit: certifications", "events.0.limit: there is no duty or cl"),
        ("    petitioners: [samplewell]", "    petitioners: [smaplewell]",
         "events.0.petitioners.0: there is no petitioner"),
        ("    to: [field-director]", "    to: [field-directer]", "demands.0.to.0: there is no resp"),
        ("channel: ice-opr", "channel: ice-orp", 'remedies.0.channel: there is no channel "ice-orp"'),
        ("channel: habeas", "channel: habaes", "remedies_not_tried.0.channel: there is no channel"),
        ("    petitioner: samplewell\n    says", "    petitioner: doe\n    says",
         'harms.0.petitioner: there is no petitioner "doe"; there are samplewell'),
        ("actors: [field-director]", "actors: [director]", "relief.0.actors.0: there is no resp"),
        ("duties: [certify]", "duties: [certifies]", 'relief.0.duties.0: there is no duty "certif'),
        ("alternative_to: [order]", "alternative_to: [ordre]", 'did you mean "order"?'),
        ("knows: [first-stop, wages]", "knows: [first-stop, wage]",
         'verification.0.knows.1: there is no event, demand, remedy or harm "wage"; did you mean'),
    ],
)
def test_a_reference_that_names_nothing_is_told_with_its_place(
    old: str, new: str, words: str
) -> None:
    assert words in broken(old, new)


def test_a_paragraph_reference_without_target_is_told_at_its_own_sign() -> None:
    words = broken("He declined, as paragraph [#first-stop]", "He declined, as paragraph [#frist-stop]")
    assert 'there is no event, demand, remedy or harm "frist-stop"; did you mean "first-stop"?' in words


def test_a_paragraph_reference_deep_in_a_long_text_is_told_on_its_line() -> None:
    text = FULL.replace("He held her for 41 minutes.", "See [#first-stop], not [#nothing].")
    with pytest.raises(CaseFileError) as caught:
        loads(text, "case.yaml", LAW)
    line = text[: text.index("[#nothing]")].count("\n") + 1
    assert caught.value.problems[0].startswith(f"case.yaml:{line}:34: events.0.says.0.say: ")


def test_a_paragraph_reference_written_as_an_escape_is_told_at_its_value() -> None:
    with pytest.raises(CaseFileError, match=r"case.yaml:5:11: forum.county: .*\"zz\""):
        loads(THIN + '  county: "\\u005B#zz]"\n', "case.yaml", LAW)


def test_a_channel_may_be_another_than_those_listed() -> None:
    text = FULL.replace("channel: ice-opr", "channel: other")
    assert loads(text, "case.yaml", LAW).case.remedies[0].channel == "other"


def test_a_limit_may_be_a_duty_a_clause_or_an_entry_of_the_law() -> None:
    for name in ("certify", "certification", "state-release", "tfm-certification"):
        text = FULL.replace("limit: certification", f"limit: {name}")
        assert loads(text, "case.yaml", LAW).case.events[0].limit == name


def test_a_clause_without_an_agreement_is_told() -> None:
    with pytest.raises(CaseFileError, match='there is no clause "a"; add it under moa, clauses'):
        loads(THIN + "duties: [{id: a, clauses: [a]}]\n", "case.yaml", LAW)


def test_a_source_that_nobody_will_swear_to_is_pointed_out() -> None:
    text = FULL.replace("verification:\n  - petitioner: samplewell\n    knows: [first-stop, wages]\n", "")
    (warning,) = loads(text, "case.yaml", LAW).warnings
    assert "events.0.says.0.sources.1.verification: " in warning
    assert 'add "- petitioner: samplewell" there' in warning
