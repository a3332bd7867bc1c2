"""The plan of the interview: which fields are asked, in which order, and when.

The words of every question are the model's own. Here stands only what the model cannot know:
a good order, which fields few cases need, and which answer makes a question pointless. A test
holds that every field of the model has its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pydantic import BaseModel

from drafter.case import (
    Clause,
    Counsel,
    DelayFact,
    Demand,
    Dismissal,
    Duty,
    Event,
    Exhibit,
    ForumPart,
    Harm,
    Listed,
    Listing,
    MatterPart,
    Moa,
    OpenQuestion,
    Petitioner,
    Proceeding,
    Quotation,
    RealParty,
    Reason,
    RelatedCase,
    Relief,
    Remedy,
    RemedyNotTried,
    Respondent,
    Source,
    Statement,
    Venue,
    Verifier,
)
from drafter.interview import conditions as only
from drafter.interview.conditions import When
from drafter.interview.tree import Path


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the interview.

    Args:
        id: what ``--section`` takes.
        title: what the screen shows.
        why: why it is asked, in a sentence.
        paths: the fields of the case that it asks for.
        law: ids of the authorities behind it; those of the forum are added.
    """

    id: str
    title: str
    why: str
    paths: tuple[Path, ...]
    law: tuple[str, ...] = ()


SECTIONS = (
    Section("matter", "The matter", "A name for the office's folder and for the footers.",
            (("matter",),)),
    Section("court", "The court",
            "The court decides which paper is drafted, how the parties are called and which "
            "officers its writ can reach: a federal court's reaches federal officers, a State's court's "
            "those of the State and its counties and cities.",
            (("forum",),), ("usc-28-1391-e-1",)),
    Section("petitioners", "Who asks",
            "The caption names them, and each must show a harm of their own.",
            (("petitioners",),), ("frcp-10-a", "frcp-5-2")),
    Section("respondents", "Who must act",
            "A writ runs to a person in office who has the power to do the act; whose officer it "
            "is decides which writ reaches that person.",
            (("respondents",),), ("usc-28-1361", "frcp-25-d", "usc-8-1357-g-7")),
    Section("agreement", "The 287(g) agreement",
            "The signed agreement is the only source of its own words; it shows what a duty holds, "
            "and its clauses against us are looked at too. If you have its PDF, type @ and the name of the "
            "file, such as @agreement.pdf: it is read, and fills this part.",
            (("moa",),), ("usc-8-1357-g", "usc-8-1357-g-1")),
    Section("duties", "The duties",
            "The court compels a discrete act that the law requires, and nothing else.",
            (("duties",),), ("norton-v-suwa", "usc-5-706-1")),
    Section("events", "What happened",
            "Each becomes a numbered paragraph, with its date and the paper that shows it.",
            (("events",),), ("frcp-8-a",)),
    Section("demands", "What was demanded",
            "A court asks whether the act was demanded, and whether it was refused or left undone.",
            (("demands",),), ("usc-5-555-b",)),
    Section("remedies", "Other ways tried",
            "The writ is for those who have no other adequate way.",
            (("remedies",), ("remedies_not_tried",)), ("heckler-v-ringer", "usc-5-704")),
    Section("harms", "What it costs",
            "Each petitioner must show a harm that the order would mend.",
            (("harms",),), ("lyons",)),
    Section("relief", "What the court is asked to order",
            "An order is obeyed if it says who does what by when.",
            (("relief",),), ("usc-5-706-1", "usc-28-2201")),
    Section("exhibits", "The exhibits",
            "What is cited is attached; letters are given by the program, by first mention.",
            (("exhibits",),), ("frcp-10-c",)),
    Section("summary", "The introduction",
            "The breach in two or three sentences, now that the facts stand.",
            (("matter", "summary"),), ("frcp-8-a",)),
    Section("signing", "Who signs and swears",
            "Every paper is signed by counsel of record, or by a party who sues without counsel.",
            (("pro_se",), ("counsel",), ("verification",)), ("frcp-11", "usc-28-1746")),
    Section("others", "Other parties and cases",
            "The court wants to hear of those who stand to gain or lose and of cases like this one.",
            (("real_parties",), ("related_cases",), ("proceeding",), ("questions",), ("dismissals",)), ()),
)


@dataclass(frozen=True, slots=True)
class Ask:
    """How one field is asked.

    Args:
        field: its name in the model.
        rare: asked only when a person goes through the whole item.
        when: whether it is asked at all, given what is known.
        own: never asked; the interview gives it (the id of an item).
        explicit: an empty answer is not taken for the model's default.
        often: when a rare one is asked all the same.
    """

    field: str
    rare: bool = False
    when: When | None = None
    own: bool = False
    explicit: bool = False
    often: When | None = None


_ID = Ask("id", own=True)

PLAN: Mapping[type[BaseModel], tuple[Ask, ...]] = MappingProxyType({
    MatterPart: (
        _ID, Ask("short_title"), Ask("kind"), Ask("vehicle", rare=True, often=only.own_paper, explicit=True), Ask("told_by", rare=True),
        Ask("status", rare=True), Ask("summary"),
    ),
    ForumPart: (
        Ask("court"), Ask("division", when=only.divisions), Ask("county", when=only.state), Ask("venue"),
        Ask("docket", rare=True), Ask("clerk_address", rare=True),
        Ask("also_served", rare=True, when=only.beside),
        Ask("also_served_address", rare=True, when=only.beside), Ask("hearing_on", when=only.heard), Ask("hearing_at", when=only.day_set),
    ),
    Venue: (Ask("prong"), Ask("because")),
    Petitioner: (
        Ask("type"), Ask("name"), _ID, Ask("short"), Ask("pronoun", when=only.person),
        Ask("minor", when=only.person, explicit=True), Ask("pseudonym", rare=True, when=only.person),
        Ask("residence_county"), Ask("residence_state"), Ask("custody", when=only.person),
        Ask("is_corporation", when=only.equals("type", "organization")), Ask("about"),
    ),
    Respondent: (
        Ask("type"), Ask("level"), Ask("name"), _ID, Ask("short"),
        Ask("office", when=only.officer), Ask("agency", when=only.officer),
        Ask("pronoun", rare=True, when=only.officer), Ask("capacity", rare=True, when=only.officer),
        Ask("power"), Ask("address"), Ask("holder_checked_on", when=only.holder),
    ),
    RealParty: (Ask("name"), _ID, Ask("interest")),
    Counsel: (
        Ask("name"), Ask("bar_number"), Ask("firm"), Ask("address"), Ask("telephone"), Ask("email"),
    ),
    Moa: (
        Ask("agency"), Ask("model"), Ask("form_revision"), Ask("signed_on"), Ask("status"),
        Ask("status_as_of", when=only.status_known), Ask("status_source", when=only.status_known), Ask("exhibit"),
        Ask("signature_page"), Ask("paid_detention", when=only.held_for_fee), Ask("clauses"),
        Ask("listing", rare=True), Ask("about", rare=True),
    ),
    Listing: (Ask("source"), Ask("dated"), Ask("asked"), Ask("entries")),
    Listed: (Ask("agency"), Ask("model"), Ask("signed_on")),
    Clause: (
        Ask("clause", when=only.form), Ask("section"), _ID, Ask("heading"), Ask("page"), Ask("words"),
        Ask("use"), Ask("block", rare=True),
    ),
    Duty: (
        Ask("catalogue"), _ID, Ask("cite", when=only.own_duty), Ask("words", when=only.own_duty),
        Ask("owed_by", when=only.has("respondents")), Ask("owed_to", when=only.has("petitioners", 2)),
        Ask("statement", rare=True), Ask("act"), Ask("due"), Ask("clauses", when=only.clauses),
        Ask("neglect"), Ask("delay", rare=True), Ask("owed"), Ask("no_judgment"), Ask("not_asked", rare=True),
        Ask("presented", rare=True, often=only.delayed),
        Ask("alternative", rare=True),
    ),
    DelayFact: (Ask("factor"), Ask("says")),
    Event: (
        Ask("on"), Ask("says"), _ID, Ask("at", rare=True), Ask("about", rare=True),
        Ask("when", rare=True), Ask("heading", rare=True), Ask("actor"), Ask("place"),
        Ask("knowledge"), Ask("basis", when=only.equals("knowledge", "belief")),
        Ask("category", when=only.is_287g), Ask("limit", rare=True),
        Ask("petitioners", when=only.has("petitioners", 2)),
    ),
    Demand: (
        Ask("made_on"), _ID, Ask("to", when=only.has("respondents")), Ask("sent_by"), Ask("channel"),
        Ask("asked"),
        Ask("sources"), Ask("delivered_on"), Ask("delivery_sources", rare=True, often=only.delivered), Ask("answer_by"),
        Ask("answered_on"), Ask("refused", when=only.answered), Ask("answer", when=only.answered),
        Ask("no_answer_sources", rare=True, often=only.silent), Ask("excuse", rare=True),
    ),
    Remedy: (
        Ask("channel"), _ID, Ask("step"), Ask("made_on"), Ask("number"), Ask("says"),
        Ask("answered_on"), Ask("response", when=only.answered), Ask("is_open"), Ask("inadequate"),
        Ask("sources", rare=True),
    ),
    RemedyNotTried: (Ask("channel"), Ask("reason"), Ask("plead")),
    Harm: (
        Ask("petitioner"), Ask("says"), _ID, Ask("continuing"), Ask("redress", rare=True),
        Ask("heading", rare=True),
    ),
    Relief: (
        Ask("kind"), _ID, Ask("actors", when=only.has("respondents")),
        Ask("duties", when=only.has("duties")), Ask("act"), Ask("days", when=only.equals("kind", "writ")),
        Ask("either", rare=True), Ask("rests_on", rare=True, when=only.has("duties", 2)),
        Ask("scope", rare=True), Ask("hours", rare=True),
        Ask("when", rare=True), Ask("alternative_to", rare=True, when=only.has("relief", 2)),
    ),
    Exhibit: (
        Ask("title"), _ID, Ask("dated"), Ask("pages"), Ask("source"), Ask("file", rare=True),
        Ask("privileged", rare=True), Ask("sealed", rare=True),
    ),
    RelatedCase: (Ask("name"), Ask("court"), Ask("number"), Ask("relation")),
    Proceeding: (
        Ask("court"), Ask("title"), Ask("number"), Ask("filed_on"), Ask("judge"),
        Ask("judge_address"), Ask("motion"), Ask("pending_since"), Ask("ripe_since"),
        Ask("order", rare=True), Ask("order_on", rare=True), Ask("exhibit"), Ask("issues"),
        Ask("reasons"),
    ),
    Reason: (Ask("heading"), Ask("says"), Ask("element", rare=True)),
    Verifier: (
        Ask("petitioner"), Ask("name", when=only.sworn_for),
        Ask("office", when=only.sworn_for), Ask("knows"), Ask("inside_us", rare=True),
        Ask("county"),
    ),
    Dismissal: (
        Ask("id"), Ask("field", rare=True), Ask("reason"), Ask("by"), Ask("on"),
    ),
    OpenQuestion: (Ask("about"), Ask("ask"), Ask("of")),
    Statement: (Ask("say"), Ask("sources", when=only.says_something), Ask("quote", rare=True)),
    Quotation: (Ask("words"), Ask("exhibit"), Ask("at"), Ask("section")),
    Source: (Ask("exhibit"), Ask("at"), Ask("verification")),
})

TOP: Mapping[str, Ask] = MappingProxyType({
    "counsel": Ask("counsel", when=only.represented),
    "verification": Ask("verification", when=only.has("petitioners")),
    "harms": Ask("harms", when=only.has("petitioners")),
    "dismissals": Ask("dismissals", rare=True),
    "questions": Ask("questions", rare=True),
    "proceeding": Ask("proceeding", when=only.on_appeal),
    "pro_se": Ask("pro_se", explicit=True),
    "moa": Ask("moa", when=only.may_turn_on_agreement),
})
"""How the parts of the case itself are asked, where it is not the plain way."""

DEPENDENTS: Mapping[Path, tuple[Path, ...]] = MappingProxyType({
    ("forum", "court"): (("forum", "division"), ("forum", "county"), ("forum", "venue")),
    ("moa", "model"): (("moa", "form_revision"),),
})
"""Answers that a changed answer throws in doubt: they are asked again, with the old one shown."""


def section(section_id: str) -> Section | None:
    """The section with this id, or None."""
    return next((one for one in SECTIONS if one.id == section_id), None)
