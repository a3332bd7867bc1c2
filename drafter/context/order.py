"""The proposed order: each item of the prayer that a court can grant, in the same words.

Relief asked in the alternative has an order of its own: a judge cannot enter a paragraph that
stands only where another paragraph of the same order does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.case import Case, Moa, Relief, ReliefKind, known
from drafter.checks.matter import Matter
from drafter.context.authorities import citations
from drafter.context.heading import Heading, federal, heading, paper_title
from drafter.context.narrative import MODEL_NAMES
from drafter.context.opening import OpeningFacts
from drafter.context.passages import day_text, join
from drafter.context.persons import titled
from drafter.context.prayer import asked, prayed, prayer
from drafter.context.settled import settled
from drafter.context.voice import Voice
from drafter.wording.grammar import capitalise, curl
from drafter.wording.marks import inline
from drafter.wording.text import Blank, Mark, Text

_DOES = {
    "Order": "orders", "Award": "awards", "Command": "commands", "Declare": "declares",
    "Retain": "retains", "Grant": "grants", "Remand": "remands", "Hold": "will hold",
}
_OWN_ACTS = frozenset({"remand", "hold"})
_EXPLAINED = re.compile(r"\bthe ((?:[A-Z][\w’-]* )+)\((the [A-Z][\w’-]*)\)")
_RESERVE = "In the alternative, "
_ICE = "ICE"
_AGENCY = "U.S. Immigration and Customs Enforcement"
_ENDS = ("; and", ";", ".")


@dataclass(frozen=True, slots=True)
class OrderItem:
    """One numbered paragraph of the order."""

    text: Text


@dataclass(frozen=True, slots=True)
class OrderContext:
    """Everything the template of the proposed order may print."""

    head: Heading
    title: str
    came: Text  # on what the matter came before the court
    definitions: Text  # the short names of the commands, so that the order stands alone
    result: str  # after IT IS ORDERED
    items: tuple[OrderItem, ...]
    judge: str


def order(
    matter: Matter, opening: OpeningFacts, draft_mark: str, alternative: int = 0
) -> OrderContext:
    """The words of a proposed order.

    Args:
        matter: case, law and as-of date.
        opening: what the opening paper settled when it was printed.
        draft_mark: the line in the header.
        alternative: which of ``alternatives``, from 1; 0 for the order that is asked first.
    """
    matter = prayed(matter)
    head = heading(matter, draft_mark)
    ours = federal(matter)
    items = _items(matter, opening, alternative)
    title = "PROPOSED ORDER" if ours else f"PROPOSED ORDER FOR A {matter.forum.remedy.upper()}"
    return OrderContext(
        head=head,
        title=f"{title} ({alternative_name(matter, alternative).upper()})" if alternative else title,
        came=_came(matter, head.us),
        definitions=_definitions(matter, opening, head.us, items),
        result="as follows:" if ours else f"that a {matter.forum.remedy} issue, as follows:",
        items=items,
        judge="United States District Judge" if ours else "Judge",
    )


def alternatives(matter: Matter) -> tuple[frozenset[str], ...]:
    """For each order in the alternative, the ids of the items of the prayer that it replaces."""
    return tuple(dict.fromkeys(over for over in _replaced(prayed(matter).case).values() if over))


def _replaced(case: Case) -> dict[str, frozenset[str]]:
    """What each item of the prayer is asked in place of.

    As the case says, or the item before it where its own words begin "In the alternative".
    """
    found: dict[str, frozenset[str]] = {}
    before = ""
    for one in case.relief:
        implied = {before} if before and (known(one.act) or "").startswith(_RESERVE) else ()
        found[one.id] = frozenset(one.alternative_to or implied)
        before = one.id
    return found


def alternative_name(matter: Matter, alternative: int) -> str:
    """``in the alternative``, or ``second alternative`` where there is more than one."""
    ordinals = ("first", "second", "third", "fourth", "fifth")
    if len(alternatives(matter)) == 1:
        return "in the alternative"
    return f"{ordinals[alternative - 1]} alternative"


def _came(matter: Matter, us: Voice) -> Text:
    """The paper on which a state court grants the writ; a federal order rests on what is asked later."""
    if not federal(matter):
        return Text.of(f"the {paper_title(matter)} of {us.petitioners}")
    rests = Blank("motion, stipulation or trial on which the order is entered", "", "counsel")
    whose = "" if us.paper == "Petition" else f" of {us.petitioners}"
    return Text.of(f"the {us.paper}{whose} and on ", rests)


def _items(matter: Matter, opening: OpeningFacts, alternative: int) -> tuple[OrderItem, ...]:
    case = matter.case
    # Without counts the prayer's own function gives the bare words of each item.
    items_asked = [item.text for item in prayer(matter, {}, citations(matter.law))]
    if not case.relief:
        return (OrderItem(settled(_granted(items_asked[0]), opening)),)
    words = dict(zip(asked(matter), items_asked, strict=True))
    over = _replaced(case)
    replaced = alternatives(matter)[alternative - 1] if alternative else frozenset[str]()
    return tuple(
        OrderItem(settled(
            _application(matter, one, words[n]) or _granted(words[n]), opening))
        for n in words
        if (one := case.relief[n]).id not in replaced and replaced.issuperset(over[one.id])
        and (one.kind is not ReliefKind.OTHER or _decretal(one, words[n]))
    )


def _decretal(relief: Relief, asked: Text) -> bool:
    """Whether an item of another kind rests on a duty and says what the court itself does."""
    if not relief.duties:
        return False
    return asked.plain.removeprefix(_RESERVE).split(" ", 1)[0].lower() in _OWN_ACTS


def _application(matter: Matter, relief: Relief, asked: Text) -> Text:
    """What a federal order says of fees, which nobody is awarded before applying for them."""
    if relief.kind is not ReliefKind.COSTS or not federal(matter):
        return Text()
    if relief.act is None:
        what = "costs" if matter.case.pro_se else "costs and attorney’s fees"
        cite = citations(matter.law)["usc_28_2412"]
        return Text.of(f"Any motion for {what} is to be made as ", cite, " allows.")
    if "fee" in asked.plain.lower():
        return Text.of("Any motion for costs and attorney’s fees is to be made as the law "
                       "allows.")
    return Text()


def _granted(item: Text) -> Text:
    """``Order A, within …`` to ``The Court orders A, within …``; the rest word for word."""
    spans = [span for span in item.spans if not isinstance(span, Mark)]
    first, last = spans[0], spans[-1]
    if isinstance(last, str):
        bare = next((last.removesuffix(end) for end in _ENDS if last.endswith(end)), last)
        spans[-1] = f"{bare}."
    if not isinstance(first, str):
        return Text.of("The Court grants this relief: ", *spans)
    words = first.removeprefix(_RESERVE)
    verb, _, rest = words.partition(" ")
    does = _DOES.get(verb[:1].upper() + verb[1:])
    if does is None:
        return Text.of("The Court grants this relief: ", *spans)
    return Text.of(f"The Court {does} {rest}", *spans[1:])


def _definitions(
    matter: Matter, opening: OpeningFacts, us: Voice, items: tuple[OrderItem, ...]
) -> Text:
    """Each short name that the commands use, in full: nobody need open another paper to obey."""
    case, commands = matter.case, " ".join(one.text.plain for one in items)
    found = [
        (one.short, Text.of(f"{us.petitioner} {one.name}"))
        for one in case.petitioners if one.short and one.short != one.name
    ]
    for index, one in enumerate(case.respondents):
        if one.short:
            found.append((one.short, Text.of(f"{us.respondent} ", titled(one, index))))
    if not any(short == _ICE for short, _ in found):
        found.append((_ICE, Text.of(_AGENCY)))
    if case.moa is not None:
        found.append(("the MOA", _agreement(case.moa)))
    if "of the order" in commands:
        found.append(("the order", Text.of("this Order, and days run from its entry")))
    held = {short for short, _ in found}
    found += [(short, Text.of(f"the {full}")) for short, full in _defined(opening)
              if short not in held]
    return join(
        (Text.of(f"“{capitalise(Text.of(curl(short))).plain}” means ", full, ".")
         for short, full in found if _uses(commands, curl(short))),
        " ")


def _uses(commands: str, short: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(short)}(?!\w)", commands) is not None


def _defined(opening: OpeningFacts) -> Iterator[tuple[str, str]]:
    """Short names that the facts explain themselves: ``the Sample County Jail (the Jail)``."""
    found = (match for line in opening.lines for match in _EXPLAINED.finditer(line.text))
    yield from {match[2]: match[1].strip() for match in found}.items()


def _agreement(moa: Moa) -> Text:
    signed = day_text(moa.signed_on, "date of signature", "moa.signed_on", "the agency")
    return Text.of(
        f"the Memorandum of Agreement ({MODEL_NAMES[moa.model.value]}) between {_AGENCY} and the ",
        inline(moa.agency), ", signed on " if signed else "", signed)
