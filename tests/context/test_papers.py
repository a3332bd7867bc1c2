"""The order, the verification and the demand, as printed beside their opening paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from drafter.checks.matter import Matter
from drafter.context import demand, order, verification
from drafter.context.opening import OpeningFacts
from drafter.context.settled import paragraph_numbers, paragraphs, settled
from drafter.proofread import judge, lint, slips
from drafter.render import Ledger, Paper, shipped_template
from drafter.wording.text import Blank, Mark, Ref, Text
from tests.checks.cases import matter
from tests.context.papers_of import MARK, opened, template

THIN: Mapping[str, Any] = dict.fromkeys((
    "verification", "relief", "demands", "duties", "respondents", "petitioners", "events",
    "harms", "counsel", "moa", "remedies", "remedies_not_tried",
))
SWORN = {"verification": [
    {"petitioner": "samplewell", "knows": ["first-stop", "longer-road"]},
]}
WORDS: dict[str, Callable[[Matter, OpeningFacts, str], object]] = {
    "proposed_order": order.order,
    "verification": verification.verification,
    "demand_letter": demand.demand,
}
KINDS = {"proposed_order": "file", "verification": "file", "demand_letter": "send"}


def paper(name: str, given: Matter) -> Paper:
    facts = opened(given)[1]
    return template(name).fill(WORDS[name](given, facts, MARK), Ledger(facts.labels), title=name)


def lines(name: str, given: Matter) -> list[str]:
    return [f"{one.number} {one.text}".replace("\u00a0", " ").strip()
            for one in paper(name, given).lines]


def one_line(name: str, given: Matter, words: str) -> str:
    found = [line for line in lines(name, given) if words in line]
    assert len(found) == 1, found
    return found[0]


def number_of(given: Matter, words: str) -> str:
    found = [one.number.rstrip(".") for one in opened(given)[0].lines if words in one.text]
    assert len(found) == 1, found
    return found[0]


# What holds for each paper.


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize(("base", "changes"), [("federal", SWORN), ("virginia", {}),
                                               ("federal", THIN), ("virginia", THIN)])
def test_each_paper_passes_the_last_look(
    name: str, base: str, changes: Mapping[str, Any]
) -> None:
    made = paper(name, matter(base, changes))
    assert judge(made.data, KINDS[name]) == []
    assert slips(tuple(line.text for line in made.lines)) == []


@pytest.mark.parametrize(("name", "context"), [
    ("proposed_order", order.OrderContext),
    ("verification", verification.VerificationContext),
    ("demand_letter", demand.DemandContext),
])
def test_each_template_asks_only_for_words_that_exist_and_prints_them_all(
    name: str, context: type
) -> None:
    report = lint(shipped_template(name), name, context)
    assert report.problems == []
    assert report.unused == []


@pytest.mark.parametrize("base", ["federal", "virginia"])
@pytest.mark.parametrize("name", ["proposed_order", "verification"])
def test_the_caption_is_that_of_the_opening_paper(name: str, base: str) -> None:
    given = matter(base, SWORN if base == "federal" else None)
    whole = [one.text for one in opened(given)[0].lines if one.style.startswith("Caption")]
    ours = [one.text for one in paper(name, given).lines if one.style.startswith("Caption")]
    until = next(n for n, one in enumerate(whole) if "No. ___" in one) + 1
    assert ours[:until] == whole[:until]


@pytest.mark.parametrize("name", WORDS)
def test_nothing_is_signed_or_dated(name: str) -> None:
    text = "\n".join(lines(name, matter("virginia")))
    assert "______________________________\n" in text
    assert "/s/" not in text


@pytest.mark.parametrize("name", WORDS)
def test_every_blank_says_who_can_fill_it(name: str) -> None:
    for base in ("federal", "virginia"):
        for blank in paper(name, matter(base, THIN)).blanks:
            assert blank.who or blank.field in {"petitioners", "respondents"}, blank


# The proposed order.


@pytest.mark.parametrize(("base", "verb", "does"), [
    ("federal", "Order ", "The Court orders "),
    ("virginia", "Award ", "The Court awards "),
])
def test_the_order_commands_in_the_very_words_of_the_prayer(
    base: str, verb: str, does: str
) -> None:
    given = matter(base)
    asked = next(one.text for one in opened(given)[0].lines
                 if one.style == "Prayer Item" and one.text.startswith(verb))
    command = asked.removeprefix(verb).split(" (Count")[0]
    assert f"1. {does}{command}.".replace("\u00a0", " ") in lines("proposed_order", given)


def test_the_order_declares_and_asks_for_a_report() -> None:
    given = matter("federal")
    assert one_line("proposed_order", given, "declares").startswith("2. The Court declares that ")
    assert "within 37 days of the order, to report" in one_line("proposed_order", given, "report")


def test_a_state_order_issues_the_writ_and_keeps_the_case() -> None:
    given = matter("virginia")
    assert "IT IS ORDERED that a writ of mandamus issue" in one_line(
        "proposed_order", given, "ORDERED")
    assert lines("proposed_order", given).count(
        "2. The Court retains jurisdiction until each Petitioner has been released.") == 1


def test_every_command_of_the_order_is_that_of_the_prayer_report_and_successors_too() -> None:
    given = matter("federal")
    asked = next(one.text for one in opened(given)[0].lines
                 if one.style == "Prayer Item" and "to report" in one.text)
    command = asked.removeprefix("Order ").split(" (Count")[0]
    text = one_line("proposed_order", given, "to report")
    assert text == f"3. The Court orders {command}.".replace("\u00a0", " ")
    assert "successor" in text


@pytest.mark.parametrize(("changes", "words"), [
    ({}, "Any motion for costs and attorney’s fees is to be made as 28 U.S.C. § 2412 allows."),
    ({"counsel": None, "pro_se": "yes"},
     "Any motion for costs is to be made as 28 U.S.C. § 2412 allows."),
    ({"relief.3": {"id": "costs", "kind": "costs", "act": "Award fees under the Act"}},
     "Any motion for costs and attorney’s fees is to be made as the law allows."),
])
def test_a_federal_order_awards_no_fees_before_anybody_applies_for_them(
    changes: Mapping[str, Any], words: str
) -> None:
    given = matter("federal", {"relief.3": {"id": "costs", "kind": "costs"}, **changes})
    text = lines("proposed_order", given)
    assert f"4. {words}" in text
    assert not any("awards" in line for line in text)


def test_an_order_says_in_full_each_short_name_that_its_commands_use() -> None:
    given = matter("federal", {
        "relief.2.act": "tell Ms. Samplewell which officers act under the MOA",
        "moa.signed_on": "2025-04-22",
        "respondents.1.short": "Director Testfield",
    })
    text = one_line("proposed_order", given, "these words have these meanings")
    assert "“Ms. Samplewell” means Plaintiff Benedita Samplewell." in text
    assert ("“Director Testfield” means Defendant Riley Testfield, Field Office Director") in text
    assert "“The MOA” means the Memorandum of Agreement (" in text
    assert ") between U.S. Immigration and Customs Enforcement and the " in text
    assert ", signed on April 22, 2025." in text
    assert "“The order” means this Order, and days run from its entry." in text
    before = lines("proposed_order", given)
    assert before.index(text) < next(n for n, one in enumerate(before) if "IT IS ORDERED" in one)


def test_a_short_name_that_no_command_uses_is_not_explained_in_the_order() -> None:
    text = "\n".join(lines("proposed_order", matter("federal")))
    assert "“The MOA”" not in text
    assert "“Ms. Samplewell”" not in text


def test_the_agency_is_named_in_full_in_an_order_that_calls_it_by_its_initials() -> None:
    given = matter("federal", {
        "respondents.0.short": None, "relief.2.act": "say what ICE has done"})
    assert "“ICE” means U.S. Immigration and Customs Enforcement." in one_line(
        "proposed_order", given, "these words have these meanings")
    named = matter("federal", {
        "respondents.0.short": "ICE", "relief.2.act": "say what ICE has done"})
    assert "“ICE” means Defendant U.S. Immigration and Customs Enforcement." in one_line(
        "proposed_order", named, "these words have these meanings")


def test_a_short_name_that_the_facts_explain_is_explained_in_the_order() -> None:
    given = matter("virginia", {
        "matter.summary": [{"say": "People are kept in the Specimen County Jail (the Jail)."}],
        "relief.0.act": "open the Jail",
    })
    assert "“The Jail” means the Specimen County Jail." in one_line(
        "proposed_order", given, "these words have these meanings")


def test_an_order_whose_commands_use_no_short_name_explains_none() -> None:
    assert not any("these meanings" in line for line in lines(
        "proposed_order", matter("virginia", THIN)))


def _order(given: Matter, alternative: int) -> list[str]:
    return [one.text.plain for one in order.order(given, OpeningFacts(), "", alternative).items]


def test_relief_in_the_alternative_has_an_order_of_its_own() -> None:
    given = matter("virginia")
    first, other = _order(given, 0), _order(given, 1)
    assert order.alternatives(given) == (frozenset({"release"}),)
    assert not any("48" in one for one in first)
    assert "48" in other[0]
    assert first[1:] == other[1:]


def test_relief_in_the_alternative_to_two_items_takes_the_place_of_both() -> None:
    given = matter("virginia", {"relief.3": {
        "id": "last", "kind": "writ", "actors": ["sheriff"], "act": "say why not", "days": "5",
        "alternative_to": ["release", "by-hour-48"]}})
    last = _order(given, 2)
    assert [one for one in last if "commanding" in one] == [one for one in last if "say why not" in one]
    assert not any("say why not" in one for one in [*_order(given, 0), *_order(given, 1)])


def test_the_order_leaves_out_the_request_for_other_relief() -> None:
    given = matter("federal", {"relief.3": {"id": "other", "kind": "other"}})
    assert "such other relief" not in "\n".join(lines("proposed_order", given))


def test_costs_in_words_of_their_own_are_granted_as_asked() -> None:
    given = matter("federal", {"relief.3": {
        "id": "costs", "kind": "costs", "act": "Tax the costs of this action"}})
    assert "4. The Court grants this relief: Tax the costs of this action." in lines(
        "proposed_order", given)


def test_relief_that_is_still_a_blank_is_granted_as_a_blank() -> None:
    given = matter("federal", {"relief.3": {"id": "costs", "kind": "costs", "act": "[?costs]"}})
    assert "4. The Court grants this relief: [costs]." in lines("proposed_order", given)


def test_an_order_without_relief_holds_a_blank_for_it() -> None:
    assert "[what is to be ordered" in one_line(
        "proposed_order", matter("federal", {"relief": None}), "1. The Court orders")


def test_a_paragraph_named_in_the_relief_prints_its_number_in_the_order() -> None:
    given = matter("federal", {"relief.2.act": "answer what paragraph [#no-record] tells"})
    number = number_of(given, "ICE wrote that it found no certification")
    assert f"to answer what paragraph {number} tells." in one_line(
        "proposed_order", given, "to answer what")


# The verification.


def test_a_federal_case_has_a_verification_only_where_the_case_asks_for_one() -> None:
    assert not verification.applies(matter("federal"))
    assert verification.applies(matter("federal", SWORN))
    assert verification.applies(matter("virginia", {"verification": None}))


def test_a_source_that_cites_a_verification_asks_for_it() -> None:
    given = matter("federal", {"events.0.says.0.sources": [{"verification": "samplewell"}]})
    assert verification.applies(given)
    number = number_of(given, "Deputy Mockridge stopped")
    assert number in one_line("verification", given, "at first hand")


def test_a_federal_verification_is_a_declaration_without_a_notary() -> None:
    text = "\n".join(lines("verification", matter("federal", SWORN)))
    assert "declare under penalty of perjury that the foregoing is true and correct" in text
    assert "Executed on ____________________" in text
    assert "otary" not in text
    assert "Lantern Street Neighbors, declare" not in text


def test_no_one_is_made_to_say_that_the_paper_was_read_to_them() -> None:
    for base in ("federal", "virginia"):
        text = "\n".join(lines("verification", matter(base, SWORN if base == "federal" else None)))
        assert "I have read the " in text
        assert "read to me" not in text


def test_what_mixes_knowledge_with_a_record_is_sworn_at_first_hand_only_if_the_case_says_so(
) -> None:
    mixed = [{"say": "The deputy stopped her.", "sources": [{"verification": "samplewell"}]},
             {"say": "The log shows it.", "sources": [{"exhibit": "log", "at": "1"}]}]
    given = matter("federal", {"verification": [{"petitioner": "samplewell"}],
                               "events.0.says": mixed})
    event = given.case.events[0].id
    number = int(opened(given)[1].numbers[event])
    assert number not in _numbers(one_line("verification", given, "at first hand"))
    listed = matter("federal", {"verification": [{"petitioner": "samplewell", "knows": [event]}],
                                "events.0.says": mixed})
    assert number in _numbers(one_line("verification", listed, "at first hand"))


def test_what_the_case_marks_as_firsthand_is_sworn_though_notes_show_it_besides() -> None:
    says = [{"say": "The deputy stopped her.",
             "sources": [{"verification": "samplewell"}, {"exhibit": "log", "at": "1"}]}]
    for knowledge, sworn in (("firsthand", True), ("record", False)):
        given = matter("federal", {"verification": [{"petitioner": "samplewell"}],
                                   "events.0.says": says, "events.0.knowledge": knowledge})
        number = int(opened(given)[1].numbers[given.case.events[0].id])
        assert (number in _numbers(one_line("verification", given, "at first hand"))) is sworn


def test_ones_own_harm_is_sworn_though_a_paper_shows_it_besides() -> None:
    says = [{"say": "She lost her shift.", "sources": [{"verification": "samplewell"}, {"exhibit": "log", "at": "1"}]}]
    for harmed, sworn in (("samplewell", True), ("lantern", False)):
        given = matter("federal", {
            "verification": [{"petitioner": "samplewell"}],
            "harms": [{"id": "shift", "petitioner": harmed, "says": says}],
        })
        number = int(opened(given)[1].numbers["shift"])
        known = " ".join(one for one in lines("verification", given) if "at first hand" in one)
        assert (number in _numbers(known)) is sworn


def test_what_one_saw_and_another_told_is_not_sworn_by_one_alone() -> None:
    given = matter("virginia", {"verification": None, "harms.0.says": [
        {"say": "She waited.", "sources": [{"verification": "fabula"}]},
        {"say": "He waited.", "sources": [{"verification": "ficta"}]},
    ]})
    number = int(opened(given)[1].numbers[given.case.harms[0].id])
    assert number not in _numbers(one_line("verification", given, "I, Ines Fabula"))
    both = [{"verification": "fabula"}, {"verification": "ficta"}]
    shared = matter("virginia", {"verification": None, "harms.0.says": [
        {"say": "They waited.", "sources": both}]})
    for who in ("I, Ines Fabula", "I, Tomas Ficta"):
        assert number in _numbers(one_line("verification", shared, who))


def test_an_organization_verifies_through_the_officer_whom_the_case_names() -> None:
    given = matter("federal", {"verification": [{
        "petitioner": "lantern", "name": "Agnes Example", "office": "Director",
        "knows": ["no-record"]}]})
    text = lines("verification", given)
    assert "I, Agnes Example, declare under 28 U.S.C. § 1746 as follows." in text
    assert any(line.startswith("I am the Director of Lantern Street Neighbors, a Plaintiff")
               for line in text)
    assert text[-1] == "Agnes Example"
    assert not any("[" in line for line in text)


def test_outside_the_united_states_the_declaration_names_its_laws() -> None:
    given = matter("federal", {"verification": [{"petitioner": "samplewell", "inside_us": "no"}]})
    assert "under the laws of the United States of America that" in one_line(
        "verification", given, "penalty of perjury")


def test_a_virginia_verification_is_an_oath_with_an_open_jurat_for_each_petitioner() -> None:
    text = lines("verification", matter("virginia"))
    assert sum(line.startswith("Subscribed and sworn to before me on ____") for line in text) == 2
    assert "Specimen County, to wit:" in text
    assert "[county or city of signing], to wit:" in text
    assert not any("penalty of perjury" in line for line in text)


def test_first_hand_knowledge_and_belief_are_told_apart_by_number() -> None:
    given = matter("virginia")
    text = one_line("verification", given, "I, Ines Fabula")
    known, believed = text.split("it is true.")
    assert number_of(given, "51 hours after bond.") in known
    assert number_of(given, "missed two shifts") in known
    assert number_of(given, "the Jail does the same") in believed
    assert number_of(given, "the Jail does the same") not in known.split()
    assert "Those paragraphs and the rest of the Petition I believe to be true." in believed


def test_a_demand_proved_by_a_verification_is_known_at_first_hand() -> None:
    given = matter("virginia", {
        "demands.0.sources": [{"verification": "ficta"}],
        "demands.0.no_answer_sources": [{"verification": "ficta"}],
    })
    text = one_line("verification", given, "I, Tomas Ficta")
    facts = opened(given)[1]
    for mark in ("demand", "silence", "petitioner-ficta"):
        assert int(facts.numbers[mark]) in _numbers(text.split("it is true.")[0])


def _numbers(text: str) -> set[int]:
    """The paragraph numbers a sentence names, ranges opened."""
    words = text.replace(",", " ").split()
    found = {int(word) for word in words if word.isdigit()}
    for n, word in enumerate(words):
        if word == "through":
            found |= set(range(int(words[n - 1]), int(words[n + 1]) + 1))
    return found


def test_one_who_is_not_known_to_know_anything_gets_a_blank() -> None:
    given = matter("virginia", {"verification": None, "demands.0.no_answer_sources": None})
    assert "[numbers of the paragraphs known at first hand]" in one_line(
        "verification", given, "I, Ines Fabula")


def test_without_belief_the_whole_paper_is_believed() -> None:
    given = matter("virginia")
    bare = OpeningFacts(numbers={"released": "9"})
    words = verification.verification(given, bare, MARK).declarants[0]
    assert words.firsthand.plain == "I know at first hand what paragraph 9 states, and it is true."
    assert words.belief.plain == "The rest of the Petition I believe to be true."


def test_an_organization_and_a_minor_verify_through_another() -> None:
    given = matter("federal", {
        "verification": [{"petitioner": "lantern", "knows": ["routes"]},
                         {"petitioner": "samplewell"}],
        "petitioners.1.minor": "yes", "petitioners.1.name": "B.S.", "petitioners.1.short": None,
    })
    text = "\n".join(lines("verification", given))
    assert "I, [name of the person who verifies for Lantern Street Neighbors]" in text
    assert "I am the [office held] of Lantern Street Neighbors, a Plaintiff" in text
    assert "I, [name of the adult who verifies for B.S.]" in text
    assert "[parent, guardian or next friend] of B.S., a minor and a Plaintiff" in text


# The demand.


def test_a_demand_is_drafted_only_where_the_case_tells_of_none() -> None:
    assert not demand.applies(matter("virginia"))
    assert demand.applies(matter("virginia", {"demands": None}))


def test_the_demand_says_what_happened_what_the_law_says_and_what_is_asked() -> None:
    text = lines("demand_letter", matter("virginia", {"demands": None}))
    assert "September 16, 2026: The Jail let Ms. Fabula go, 51 hours after bond." in text
    assert any(line.startswith("The law says: “any order superseding") and "prosecution.” Va." in
               line for line in text)
    assert "1. Release each Petitioner when the last order that holds that Petitioner ends." in text
    assert any("All rights are reserved." in line for line in text)


def test_the_demand_says_nothing_that_is_only_believed_or_points_to_a_paragraph() -> None:
    given = matter("federal", {
        "demands": None,
        "events.0.says.0.say": "The stop is the one of paragraph [#no-record].",
    })
    text = "\n".join(lines("demand_letter", given))
    assert "The stop is the one" not in text
    assert "ICE wrote that it found no certification" in text
    assert "information and belief" not in "\n".join(
        lines("demand_letter", matter("virginia", {"demands": None})))


def test_the_demand_tells_of_earlier_steps_and_asks_one_act_for_each_duty() -> None:
    given = matter("federal", {"demands": None, "duties.1": {
        "id": "tell", "act": "say in writing who may act", "cite": "Example Code 1-2"}})
    text = lines("demand_letter", given)
    assert "April 6, 2026: E-mail complaint to the agency’s own office" in text
    assert "2. Say in writing who may act." in text
    assert any("two things that the law requires" in line for line in text)


@pytest.mark.parametrize(("many", "who"), [(True, "We write to ask"), (False, "I write to ask")])
def test_petitioners_without_a_lawyer_write_for_themselves(many: bool, who: str) -> None:  # noqa: FBT001 - a row of a table
    given = matter("virginia", {"demands": None, "counsel": None, "pro_se": "yes"})
    if not many:
        case = given.case.model_copy(update={"petitioners": given.case.petitioners[:1]})
        given = Matter(case, given.law, given.as_of)
    assert one_line("demand_letter", given, "write to ask").startswith(who)


def test_a_demand_without_an_officer_or_an_address_has_blanks_for_them() -> None:
    thin = paper("demand_letter", matter("virginia", THIN))
    assert {"officer who can do the act", "business address", "date for an answer"} <= {
        one.label for one in thin.blanks}
    assert "[business address]" in lines("demand_letter", matter("federal", {"demands": None}))


def test_the_demand_goes_to_those_who_owe_the_duty() -> None:
    given = matter("federal", {"demands": None, "duties.0.owed_by": ["director"]})
    assert "U.S. Immigration and Customs Enforcement" not in lines("demand_letter", given)
    assert "Dear Riley Testfield:" in lines("demand_letter", given)


# Numbers of the opening paper in another paper.


def test_references_become_the_printed_number_and_marks_go() -> None:
    text = Text.of(Mark("a"), "see ", Ref("b"), " and ", Ref("c"))
    assert settled(text, OpeningFacts(numbers={"b": "12"})).spans == (
        "see ", "12", " and ", Blank("paragraph number", "", "counsel"))


@pytest.mark.parametrize(("numbers", "words"), [
    ((12,), "paragraph 12"),
    ((14, 12), "paragraphs 12 and 14"),
    ((12, 13), "paragraphs 12 and 13"),
    ((12, 13, 14), "paragraphs 12 through 14"),
    ((3, 12, 13, 14, 20), "paragraphs 3, 12 through 14, and 20"),
])
def test_paragraph_numbers_are_listed_with_ranges(numbers: tuple[int, ...], words: str) -> None:
    assert paragraphs(numbers) == words


def test_marks_that_print_no_plain_number_are_left_out() -> None:
    facts = OpeningFacts(numbers={"a": "12", "count-1": "Count I"})
    assert paragraph_numbers(["count-1", "gone", "a", "a"], facts) == (12,)


def test_the_day_of_drafting_is_on_no_paper() -> None:
    given = matter("virginia")
    assert given.as_of == dt.date(2026, 11, 24)
    for name in WORDS:
        assert "November 24, 2026" not in "\n".join(lines(name, given))
