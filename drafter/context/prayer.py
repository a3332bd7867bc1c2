"""The prayer: each item with its actor, act and deadline, and the counts it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.case import Ask, Case, NotApplicable, Relief, ReliefKind, known
from drafter.checks.matter import Matter
from drafter.checks.reading import is_general
from drafter.context.passages import fact_text, join, placed
from drafter.context.persons import respondent_name, short_name
from drafter.wording.grammar import capitalise, count_words, series
from drafter.wording.marks import inline
from drafter.wording.text import Blank, Mark, Ref, Text

_NATURALIZATION = "federal-naturalization"


@dataclass(frozen=True, slots=True)
class PrayerItem:
    """One lettered item."""

    text: Text


@dataclass(frozen=True, slots=True)
class CountRefs:
    """Which counts a duty stands in: marks of count headings, the second only in the alternative."""

    marks: tuple[str, ...]
    alternative: tuple[str, ...] = ()


HEARING_ASKED, WRIT_ASKED = "hearing-asked", "writ-asked"
_HEARING = (
    "Hold a hearing on the application and determine the matter, or remand it with appropriate instructions"
)


def prayed(matter: Matter) -> Matter:
    """The matter with what its prayer cannot do without, where the case asks for other things alone.

    A petition on naturalization asks for what the statute gives, and for the writ in the alternative to
    it. Every count needs an item that rests on it: where the case has none, one for a writ prints, with
    brackets for officer, days and act, and REL001 or REL014 tells of it. A case that asks for nothing yet,
    and one in a court of appeals, stays as it is.
    """
    case = matter.case
    if not case.relief or matter.appellate or any(one.id in {HEARING_ASKED, WRIT_ASKED} for one in case.relief):
        return matter
    relief = list(case.relief)
    first: tuple[str, ...] = ()
    if matter.vehicle == _NATURALIZATION:
        given = [one for one in relief if one.kind is ReliefKind.OTHER and one.duties]
        if not given:
            duties = tuple(duty.id for duty in case.duties)
            given = [Relief(id=HEARING_ASKED, kind=ReliefKind.OTHER, act=_HEARING, duties=duties)]
            relief = [
                one.model_copy(update={"alternative_to": (HEARING_ASKED,)})
                if one.kind is ReliefKind.WRIT and not one.alternative_to else one
                for one in relief
            ] + given
        first = (given[0].id,)
    has_writ, unasked = any(one.kind is ReliefKind.WRIT for one in relief), _unasked(case, relief)
    if unasked or not has_writ:
        duties = unasked if has_writ else ()
        relief.append(Relief(id=WRIT_ASKED, kind=ReliefKind.WRIT, duties=duties, alternative_to=first))
    return replace(matter, case=case.model_copy(update={"relief": tuple(relief)}))


def _unasked(case: Case, relief: list[Relief]) -> tuple[str, ...]:
    """The duties on which no item of the prayer rests; an item that names none rests on all."""
    every = [duty.id for duty in case.duties]
    named = {
        duty for one in relief
        if one.duties or one.kind not in {ReliefKind.OTHER, ReliefKind.COSTS}
        for duty in one.duties or every
    }
    return tuple(duty for duty in every if duty not in named)


def prayer(
    matter: Matter, counts: dict[str, CountRefs], cite: dict[str, Text]
) -> tuple[PrayerItem, ...]:
    """The items of the prayer in the order of the case file.

    Args:
        matter: the matter.
        counts: for each duty id, the counts that rest on it.
        cite: citations by record id with underscores.
    """
    case = matter.case
    if not case.relief:
        blank = Blank("what is to be ordered: officer, act, deadline", "relief", "counsel")
        return (PrayerItem(Text.of(Mark("relief-none"), "Order ", blank, ".")),)
    items = [
        Text.of(Mark(f"relief-{case.relief[index].id}"),
                _item(matter, index, case.relief[index], cite),
                _counts(matter, case.relief[index], counts, cite))
        for index in asked(matter)
    ]
    ends = ["; and" if n == len(items) - 2 else "." if n == len(items) - 1 else ";"
            for n in range(len(items))]
    return tuple(PrayerItem(Text.of(item, end)) for item, end in zip(items, ends, strict=True))


def asked(matter: Matter) -> tuple[int, ...]:
    """The items that print, in their order: all, or without general relief where the forum forbids it.

    What the case itself did not ask stands first, a hearing before a writ; its place in the case stays last,
    so that every other item keeps the place that it has in the file.
    """
    found = [
        index for index, relief in enumerate(matter.case.relief)
        if matter.forum.general_relief or not is_general(relief)
    ]
    return tuple(sorted(found, key=lambda index: _rank(matter.case.relief, index)))


def _rank(relief: tuple[Relief, ...], index: int) -> int:
    """Where an item stands that the case did not ask: after a hearing and the other writs."""
    one = relief[index]
    if one.id == HEARING_ASKED:
        return 0
    writ = next((each for each in relief if each.id == WRIT_ASKED), None)
    if writ is None:
        return 1
    if one is writ:
        return 2
    before = one.kind is ReliefKind.WRIT or (writ.alternative_to and one.kind is ReliefKind.OTHER and one.duties)
    return 1 if before else 3


def actors(case: Case, relief: Relief, *, full: bool = False) -> Text:
    """The respondents who are to act, by short name, or by the full one where it is known."""
    names = [
        respondent_name(respondent, index) if full and known(respondent.name) is not None
        else short_name(respondent, index)
        for index, respondent in enumerate(case.respondents)
        if respondent.id in relief.actors
    ]
    return series(names) if names else Text.of(Blank("officer who is to act", "relief"))


def deadline(relief: Relief, field: str) -> Text:
    """``within 30 days of the order``, ``within two hours``, the phrase given, or a blank."""
    if relief.when is not None:
        return placed(inline(relief.when), f"{field}.when")
    if (hours := known(relief.hours)) is not None:
        return Text.of(f"within {count_words(hours)} hours")
    if isinstance(relief.days, NotApplicable):
        return Text()
    days = relief.days
    if isinstance(days, Ask) or days is None:
        return Text.of("within ", fact_text(days, "number", f"{field}.days", "counsel"),
                       " days of the order")
    return Text.of(f"within {days} days of the order")


def command(case: Case, index: int) -> Text:
    """What the court is asked to order: deadline, scope and act, as after the actor's name."""
    relief, field = case.relief[index], f"relief.{index}"
    parts: list[Text] = []
    limit = deadline(relief, field)
    if limit:
        parts.append(limit)
    if relief.scope:
        parts.append(placed(inline(relief.scope), f"{field}.scope"))
    lead = join(parts, " and ") if parts else Text()
    return Text.of(lead, ", " if parts else "", act(relief, field))


def commanded(case: Case, index: int) -> Text:
    """Actor, successors, deadline and act of a writ item: the same in prayer and proposed order."""
    relief = case.relief[index]
    return Text.of(actors(case, relief), _successors(relief), command(case, index))


def reported(case: Case, index: int) -> Text:
    """Actor, successors, deadline and act of a report item: the same in prayer and proposed order."""
    relief = case.relief[index]
    return Text.of(actors(case, relief), _successors(relief), command(case, index))


def act(relief: Relief, field: str) -> Text:
    """``to make ...`` or ``either (1) to make ..., or (2) to state ...``."""
    if relief.either:
        limbs = Text()
        for n, limb in enumerate(relief.either):
            joint = "" if n == 0 else (", or " if n == len(relief.either) - 1 else ", ")
            limbs = Text.of(limbs, joint, f"({n + 1}) to ",
                            placed(inline(limb), f"{field}.either.{n}"))
        return Text.of("either ", limbs) if len(relief.either) == 2 else limbs
    return Text.of("to ", fact_text(relief.act, "act", f"{field}.act", "counsel"))


def _item(  # noqa: PLR0911 - one return for each kind of item
    matter: Matter, index: int, relief: Relief, cite: dict[str, Text]
) -> Text:
    case, field = matter.case, f"relief.{index}"
    match relief.kind:
        case ReliefKind.WRIT:
            lead = f"Award a {matter.forum.remedy} commanding " if _state(matter) else "Order "
            if relief.alternative_to:
                lead = f"In the alternative, {lead[0].lower()}{lead[1:]}"
            return Text.of(lead, commanded(case, index))
        case ReliefKind.REPORT:
            lead = "Command " if _state(matter) else "Order "
            return Text.of(lead, reported(case, index))
        case ReliefKind.DECLARATION:
            return Text.of("Declare that ", fact_text(relief.act, "declaration", f"{field}.act"))
        case ReliefKind.RETAIN:
            return Text.of("Retain jurisdiction until ",
                           fact_text(relief.act, "event", f"{field}.act"))
        case ReliefKind.COSTS:
            return _costs(matter, relief, field, cite)
        case ReliefKind.OTHER:
            if relief.act is None:
                return Text.of("Grant such other relief as is just and proper")
            return capitalise(fact_text(relief.act, "relief", f"{field}.act"))


def _state(matter: Matter) -> bool:
    return matter.vehicle == "state-petition"


def _successors(relief: Relief) -> str:
    return ", and their successors in office, " if len(relief.actors) > 1 else (
        ", and any successor in office, ")


def _costs(matter: Matter, relief: Relief, field: str, cite: dict[str, Text]) -> Text:
    if known(relief.act) is not None:
        return fact_text(relief.act, "costs", f"{field}.act")
    if _state(matter):
        return Text.of("Award costs")
    if matter.case.pro_se:
        return Text.of("Award costs as ", cite["usc_28_2412"], " allows")
    return Text.of("Award costs and attorney’s fees as ", cite["usc_28_2412"], " allows")


def _counts(
    matter: Matter, relief: Relief, counts: dict[str, CountRefs], cite: dict[str, Text]
) -> Text:
    case, federal = matter.case, not _state(matter)
    if relief.kind in {ReliefKind.OTHER, ReliefKind.COSTS} and not relief.duties:
        return Text()
    if relief.rests_on and len(relief.rests_on) == len(relief.either):
        return _limbs(relief, counts, cite if federal else None)
    duties = relief.duties or tuple(duty.id for duty in case.duties)
    main = list(dict.fromkeys(m for d in duties for m in counts.get(d, CountRefs(())).marks))
    other = list(dict.fromkeys(m for d in duties for m in counts.get(d, CountRefs(())).alternative))
    if not main:
        return Text()
    text = series([Text.of(Ref(mark)) for mark in main])
    if other and relief.kind is not ReliefKind.DECLARATION:
        text = Text.of(text, "; in the alternative, ", series([Text.of(Ref(m)) for m in other]))
    if federal and relief.kind is ReliefKind.WRIT:
        text = Text.of(text, "; ", cite["usc_5_702"])
    if federal and relief.kind is ReliefKind.DECLARATION:
        text = Text.of(text, "; ", cite["usc_28_2201"])
    return Text.of(" (", text, ")")


def _limbs(relief: Relief, counts: dict[str, CountRefs], cite: dict[str, Text] | None) -> Text:
    """`` ((1): Count I; (2): Count II; ...)``: each way to comply on the count that requires it."""
    held = [counts.get(duty, CountRefs(())) for duty in relief.rests_on]
    if not any(one.marks for one in held):
        return Text()
    parts = [
        Text.of(f"branch ({n}): ", series([Text.of(Ref(mark)) for mark in one.marks]))
        for n, one in enumerate(held, start=1)
    ]
    if other := list(dict.fromkeys(mark for one in held for mark in one.alternative)):
        parts.append(Text.of("in the alternative, ", series([Text.of(Ref(mark)) for mark in other])))
    if cite is not None and relief.kind is ReliefKind.WRIT:
        parts.append(cite["usc_5_702"])
    return Text.of(" (", join(parts, "; "), ")")


def orders_asked(case: Case, called: str) -> tuple[Text, ...]:
    """``order A and B, within 30 days, to make ...``: each order asked first, not its alternative.

    Args:
        case: the facts.
        called: what those who must act are called in this court, such as ``Defendant``.

    Returns:
        At least one; a blank where the case asks for no order.
    """
    writs = [
        n for n, r in enumerate(case.relief)
        if r.kind is ReliefKind.WRIT and not r.alternative_to
    ]
    if not writs:
        return (Text.of("order ", Blank("officer, act and deadline", "relief", "counsel")),)
    return tuple(_order(case, n, called) for n in writs)


def _order(case: Case, index: int, called: str) -> Text:
    relief = case.relief[index]
    acting = [one for one in case.respondents if one.id in relief.actors]
    titled = any(known(one.name) is None and (one.short or known(one.office)) for one in acting)  # "Defendant the Director"
    label = "" if titled or not acting else f"{called} " if len(acting) == 1 else f"{called}s "
    return Text.of("order ", label, actors(case, relief, full=True), ", ", command(case, index))
