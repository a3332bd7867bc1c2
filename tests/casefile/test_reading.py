"""A case file means what it shows; what is unclear is refused with its place."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.case import Ask, NotApplicable
from drafter.casefile import load, loads
from drafter.errors import CaseFileError
from drafter.law import load_law
from tests.casefile.sample import FULL, LAW, THIN


def problems(text: str, name: str = "case.yaml") -> list[str]:
    with pytest.raises(CaseFileError) as caught:
        loads(text, name, LAW)
    for line in caught.value.problems:
        assert re.match(rf"{re.escape(name)}(:\d+:\d+)?: ", line), line
        assert line.endswith((".", "?")), line
    return caught.value.problems


def only(text: str, name: str = "case.yaml") -> str:
    (line,) = problems(text, name)
    return line


def test_a_whole_case_is_read_without_a_warning() -> None:
    loaded = loads(FULL, "full.yaml", LAW)
    assert loaded.warnings == ()
    assert loaded.path is None
    assert len(loaded.digest) == 64
    assert loaded.case.events[0].says[0].say.count("\n") == 2


@pytest.mark.parametrize(
    "value",
    [
        "NO", "on", "off", "02134", "0123456", "12:30", "1:26", "0123_4567", "Null", "+15550142",
        "1.10", "2026-01-01", "08101", "1e5", "0x1F", ".inf", "123e4567", "TRUE", "!", "=",
    ],
)
def test_a_bare_value_stays_the_text_it_is(value: str) -> None:
    text = THIN + f"petitioners:\n  - id: doe\n    name: {value!r}\n    short: {value}\n"
    if value == "!":
        text = text.replace("short: !", 'short: "!"')
    petitioner = loads(text, "case.yaml", LAW).case.petitioners[0]
    assert petitioner.short == petitioner.name == value


def test_facts_are_known_to_ask_not_applicable_or_absent() -> None:
    forum = loads(FULL, "full.yaml", LAW).case.forum
    assert forum.division == Ask(ask="Which division?", of="counsel")
    assert forum.docket == NotApplicable(not_applicable="not yet filed")
    assert forum.county is None


def test_a_key_without_a_value_is_an_absent_fact() -> None:
    case = loads(THIN + "  county:\nevents:\nmoa:\n", "case.yaml", LAW).case
    assert case.forum.county is None
    assert case.events == ()


def test_an_empty_field_in_a_list_is_absent_and_an_unknown_one_is_refused() -> None:
    text = THIN + "petitioners:\n  - id: doe\n    name: Doe\n    short:\n"
    assert loads(text, "case.yaml", LAW).case.petitioners[0].short is None
    assert 'no field "shrt" here; did you mean "short"?' in only(text.replace("short", "shrt"))


def test_an_empty_field_in_what_is_refused_anyway_does_no_harm() -> None:
    lines = problems("a: [b]\nmatter: [{id: }]\nforum: {court: flmd, venue: [{because: }]}\n")
    assert len(lines) == 4


def test_the_law_that_ships_knows_the_courts_of_a_thin_case() -> None:
    for court in ("flmd", "almd", "va-circuit"):
        case = loads(THIN.replace("flmd", court), "case.yaml", load_law()).case
        assert case.forum.court == court


def test_a_needed_field_without_a_value_is_refused() -> None:
    assert only("matter:\n  id:\nforum:\n  court: flmd\n") == (
        "case.yaml:2:6: matter.id: is empty; write it, or delete the line."
    )


def test_a_list_item_without_a_value_is_refused() -> None:
    assert "events.0: is empty" in only(THIN + "events:\n  -\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("matter: {id: a}\nmatter: {id: b}\nforum: {court: flmd}\n",
         '2:1: matter: "matter" is given twice, on line 1 and on line 2; keep one.'),
        ("matter: &a {id: a}\nforum: {court: flmd}\n", "1:9: matter: & at the start"),
        ("matter: {id: a}\nforum: {court: flmd, county: *a}\n", "2:30: forum.county: * at"),
        ("matter: {id: !!str a}\nforum: {court: flmd}\n", "1:14: matter.id: ! at the start"),
        ("matter:\n  id: a\n  <<: {kind: b}\nforum: {court: flmd}\n", "3:3: matter: merge keys"),
        (f"%YAML 1.1\n---\n{THIN}", "a line that begins with % is not read"),
        (f"{THIN}---\n{THIN}", "5:1: a second document begins here"),
        (f"{THIN}? [a]\n: b\n", "5:3: a key must be plain text"),
        (f"{THIN}?\n: b\n", "a key is missing before the colon"),
    ],
)
def test_what_a_case_file_does_not_take_is_refused_with_its_place(text: str, words: str) -> None:
    assert words in "\n".join(problems(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("matter: a: b\n", "1:10: a colon followed by a space"),
        ("matter:\n\tid: a\n", "2:1: "),
        ("matter: 'a\n", "1:9: matter: a quotation mark or bracket is opened here and never"),
        ("matter: [a\n", "1:9: matter.1: a quotation mark or bracket is opened here and never"),
        ("matter: [a, [b], {c: d\n\n", "1:18: "),
        ("matter: @a\n", "a value may not begin with @"),
        ("matter:\n  id: a\n kind: b\n", "the indentation does not fit"),
        ('matter: "\\q"\n', "a backslash inside double quotation marks"),
        ('matter: "a" b\n', "1:13: "),
        ("matter:\n  id: a\n  kind\nforum: b\n", "a colon is missing after the key"),
        ("- a\nb: c\n", "the indentation does not fit"),
        ("a: *\n", "may not begin with * or &"),
    ],
)
def test_a_syntax_error_says_what_to_type(text: str, words: str) -> None:
    assert words in "\n".join(problems(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "1:1: the file is empty"),
        ("# nothing\n", "the file is empty"),
        ("just words\n", "the file holds a text"),
        ("- a\n", "the file holds a list"),
    ],
)
def test_a_file_without_a_case_is_refused(text: str, words: str) -> None:
    assert words in only(text)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("evnts: []\n", '5:1: evnts: there is no field "evnts" here; did you mean "events"?'),
        ("moa: {model: task-force}\n", '5:6: moa.agency: is missing; write it, for example "Ex'),
        ("moa: {agency: A, model: taskforce}\n", 'did you mean "task-force"?'),
        ("moa: {agency: A, model: zzz}\n", '"zzz" is not a choice; write task-force, jail-'),
        ("moa: {agency: A, model: other, signed_on: 31/12/2025}\n", "looks day-first"),
        ("moa: {agency: A, model: other, signed_on: {aks: x}}\n", 'did you mean "ask"?'),
        ("moa: {agency: A, model: other, signed_on: {x: y}}\n", 'write the value, {ask: "..."}'),
        ("moa: {agency: A, model: other, exhibit: {ask: x}}\n", "takes neither ask nor not_app"),
        ("moa: {agency: {file: a.md}, model: other}\n", "takes one line of text; only a text"),
        ("moa: {agency: {a: b}, model: other}\n", "a text with a colon, put the text in"),
        ("moa: {agency: [a], model: other}\n", "is read as a list; a text that begins with ["),
        ("moa: [a]\n", 'must be a group of fields such as "agency: ..."; a list stands here'),
        ("moa: words\n", 'must be a group of fields such as "agency: ..."; a single value'),
        ("events: words\n", "must be a list, each item on its own line after a hyphen; a single"),
        ("events: {a: b}\n", "must be a list, each item on its own line after a hyphen; a group"),
        ("exhibits: [{id: a, title: A, pages: many}]\n", "is not a whole number"),
        ("pro_se: true\n", "must be yes or no"),
        ("real_parties: [[a]]\n", 'must be a group of fields such as "id: ..."; a list'),
        ("counsel: [{name: A, firm: {ask: x, of: {a: b}}}]\n", "counsel.0.firm.of: must be one"),
        ("counsel: [{name: A, firm: {ask: {a: b}}}]\n", "counsel.0.firm.ask: must be one value"),
        ("events: [{id: a, says: [b]}]\n", 'events.0.says.0: must be a group of fields such as "say'),
        ("exhibits: [{id: My Log, title: A}]\n", "not an id; write lower-case letters, digits"),
        ("exhibits: [{id: My Log, title: A}]\n", 'such as "my-log".'),
        ("exhibits: [{id: ., title: A}]\n", "digits and single hyphens."),
        ('exhibits: [{id: a, title: ""}]\n', "exhibits.0.title: is empty"),
        ("exhibits: [{id: a, title: A, source: B, C}]\n", "a comma inside { } parts fields"),
        ("exhibits: [{id: a, title: A, dated: {ask: x, off: y}}]\n", 'did you mean "of"?'),
        ('exhibits: [{id: a, title: "a\\nb"}]\n', "must be one line"),
        ('exhibits: [{id: a, title: "a\\u0007b"}]\n', "U+0007 at position 2"),
        ("exhibits: [{id: a, title: A}, {id: a, title: B}]\n",
         'exhibits.1.id: the id "a" is used twice, first on line 5; give one'),
        ("demands: [{id: a}]\nharms: [{id: a, petitioner: b, says: [{say: It was so.}]}]\n",
         '6:14: harms.0.id: the id "a" is used twice among events, demands, remedies, harms'),
    ],
)
def test_a_wrong_field_is_named_with_what_to_do(part: str, words: str) -> None:
    assert words in "\n".join(problems(THIN + part))


def test_a_text_over_the_limit_is_refused_by_its_limit() -> None:
    text = THIN + f"  county: {'a' * 20_001}\n"
    assert "longer than 20,000 characters" in only(text)


def test_all_wrong_fields_are_told_at_once_in_the_order_of_the_file() -> None:
    lines = problems("matter: {id: A}\nforum: {cort: flmd}\npro_se: maybe\n")
    assert [line.split(": ")[1] for line in lines] == [
        "matter.id", "forum.court", "forum.cort", "pro_se",
    ]


def test_a_file_full_of_mistakes_is_not_listed_without_end() -> None:
    text = THIN + "events:\n" + "  - x\n" * 60
    lines = problems(text)
    assert len(lines) == 41
    assert lines[-1] == "case.yaml: and 20 more like these."


def test_no_message_prints_a_long_value() -> None:
    assert "a text of 80 characters" in only(THIN + f"matter2: {{{'k' * 80}: v}}\n").replace(
        "matter2", "a text of 80 characters"
    )
    assert "k" * 70 not in "\n".join(problems(THIN + f"{'k' * 80}: v\n"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("matter: " + "[" * 30 + "]" * 30, "nested deeper than 20 levels"),
        ("matter: [" + "a," * 60_000 + "]", "more than 50,000 values"),
    ],
)
def test_a_file_over_the_limits_is_refused(text: str, words: str) -> None:
    assert words in "\n".join(problems(text))


def test_a_value_cut_by_a_comment_sign_is_pointed_out() -> None:
    (warning,) = loads(THIN + "  county: 12 Main St #5\n", "case.yaml", LAW).warnings
    assert warning.startswith('case.yaml:5:11: forum.county: the value ends before " #"')
    (warning,) = loads(THIN + "  county: #5\n", "case.yaml", LAW).warnings
    assert "no value is left" in warning
    assert loads(THIN + "  county: Ficton   # a comment\n", "case.yaml", LAW).warnings == ()


@pytest.mark.parametrize("word", ["null", "~"])
def test_a_word_for_nothing_is_text_and_pointed_out(word: str) -> None:
    loaded = loads(THIN + f"  county: {word}\n", "case.yaml", LAW)
    assert loaded.case.forum.county == word
    assert f'"{word}" is read as text' in loaded.warnings[0]


def test_an_invisible_character_is_pointed_out() -> None:
    (warning,) = loads(THIN + "  county: Fic\u200bton\n", "case.yaml", LAW).warnings
    assert warning.startswith("case.yaml:5:14: here stands the invisible character U+200B")


def test_a_mark_that_is_never_closed_is_pointed_out() -> None:
    (warning,) = loads(THIN + "  county: Ficton [?name\n", "case.yaml", LAW).warnings
    assert "without the bracket that closes it" in warning


def test_one_who_swears_without_a_verification_is_pointed_out_once_however_much_is_sworn() -> None:
    told = "".join(
        f"  - {{id: e{n}, says: [{{say: He came., sources: [{{verification: sample}}]}}]}}\n" for n in range(3))
    text = THIN + "petitioners: [{id: sample, name: Ann Sample}]\nevents:\n" + told
    (warning,) = loads(text, "case.yaml", LAW).warnings
    assert '"sample" is named as one who swears to this and to 2 more, but not under verification' in warning


def test_a_character_word_cannot_hold_is_refused_by_code_point() -> None:
    assert "5:14: here stands the character U+0085" in only(THIN + "  county: Fic\x85ton\n")
    assert "U+DCE9" in only(THIN + "  county: Jos\udce9\n")


@settings(deadline=None, max_examples=400)
@given(
    st.integers(0, len(FULL) - 1), st.binary(max_size=3), st.integers(0, 3),
    st.sampled_from(["case.yaml", "case.json", "case"]),
)
def test_a_damaged_file_is_read_or_refused_and_never_crashes(
    at: int, new: bytes, cut: int, name: str
) -> None:
    data = FULL.encode()
    data = data[:at] + new + data[at + cut :]
    folder = Path(os.environ.get("TMPDIR", "/tmp"))  # noqa: S108 - nothing is written there
    try:
        loads(data.decode("utf-8", "surrogateescape"), name, LAW, folder=folder)
        lines = [name]
    except CaseFileError as error:
        lines = error.problems
    assert lines
    assert all(line.startswith(name) for line in lines)


@settings(deadline=None, max_examples=300)
@given(st.text("{}[]:,-#&*!|>'\"%@`? \n\tab0", max_size=60))
def test_any_text_at_all_is_read_or_refused(text: str) -> None:
    for name in ("case.yaml", "case.json"):
        with pytest.raises(CaseFileError):
            loads(text, name, LAW)


def test_the_file_itself_is_read_and_its_digest_is_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + FULL.replace("\n", "\r\n").encode())
    loaded = load(path, LAW)
    assert loaded.path == path
    assert loaded.case == loads(FULL, "case.yaml", LAW).case
    path.write_text(FULL + "# more\n", encoding="utf-8")
    assert load(path, LAW).digest != loaded.digest
