"""From what was typed to a value of the model: one way to be right, the same as for files."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import TypeAdapter, ValidationError

from drafter.casefile import shape
from drafter.casefile.sentences import explain
from drafter.casefile.tree import Tree
from drafter.interview.choices import MOST_SHOWN, Choice, choices, courts_for, displayed, find
from drafter.interview.questions import Kind, Question
from drafter.interview.tree import Path, get, items
from drafter.law import Law
from drafter.wording.dates import echo
from drafter.wording.marks import mentions

WORD = 5
"""Letters of a word that says something."""

_ASKED = re.compile(r"\[\?[^\]]*\]")  # what is left to the attorney, and no more
_COUNTY_WORDS = 6  # "City and County of San Francisco"
_COUNTY = re.compile(r"\b(?:county|parish|borough|city|district|municipality|census area)\b", re.IGNORECASE)
_MR = re.compile(r"((?:Mr|Mrs|Ms|Mx|Miss|Dr)\b\.?) ", re.IGNORECASE)
_PARAGRAPHS = ("events", "demands", "remedies", "harms")


class AnswerError(ValueError):
    """An answer cannot be taken; the sentence says what is wrong and what would be right.

    Args:
        sentence: for the person.
        choices: what the answer may have meant, where it was too short.
    """

    def __init__(self, sentence: str, choices: tuple[Choice, ...] = ()) -> None:
        super().__init__(sentence)
        self.choices = choices


@dataclass(frozen=True, slots=True)
class Answer:
    """A value for the file, and the sentence that shows how it was understood.

    Args:
        value: what ``casefile.update`` takes.
        echo: how it was understood; "" where that is plain.
        exhibits: titles of exhibits named for the first time, by their new ids.
    """

    value: object
    echo: str = ""
    exhibits: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What an answer is read against.

    Args:
        data: the facts so far.
        law: what courts, duties and channels there are.
        as_of: the day from which other days are counted.
    """

    data: object
    law: Law
    as_of: dt.date


def read_answer(question: Question, text: str, desk: Desk) -> Answer:
    """The value that a typed text means for a question.

    Raises:
        AnswerError: it is no answer to this question.
    """
    special: dict[Kind, Callable[[Question, str, Desk], Answer]] = {
        Kind.YES_NO: _yes_no,
        Kind.CHOICE: _one,
        Kind.REFERENCE: _one,
        Kind.REFERENCES: _several,
        Kind.SOURCES: _sources,
        Kind.ID: _id,
    }
    read = special.get(question.kind)
    if read is not None:
        return read(question, text, desk)
    value = valid(question.path, text)
    if isinstance(value, str):
        _refuse_loose_ends(value, desk.data)
        return Answer(value, " ".join(_remarks(question, value)))
    if isinstance(value, dt.date):
        return Answer(value, f"{echo(value)}, {distance(value, desk.as_of)}.")
    return Answer(value)


def _remarks(question: Question, value: str) -> Iterator[str]:
    """What one may want to change in a text that is taken as it stands."""
    words = len(value.split())
    if words >= 40:
        yield f"{words:,} words kept."
    bare = value.rstrip("”’\"')]")
    if question.field == "say" and not _ASKED.fullmatch(value) and not bare.endswith((".", "?", "!", ":")):
        yield "It does not end with a full stop, and is printed as it stands; < goes back to it."
    if question.field.endswith("county") and not _COUNTY.search(value):
        yield 'Printed without the word "County", as it stands; < goes back to it.'
    if question.field.endswith("county") and words > _COUNTY_WORDS:
        yield "That is more than the name of a county, and is printed as it stands; < goes back to it."
    if question.field == "name" and (title := _MR.match(value)):
        yield f'The caption prints it with "{title[1]}", as it stands; captions leave that out. < goes back to it.'


def valid(path: Path, value: object) -> object:
    """A value as the model types it at a path.

    Raises:
        AnswerError: the model does not take it; in the words in which a file is refused.
    """
    adapter: TypeAdapter[Any] = TypeAdapter(shape.expected(path))
    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        first["loc"] = (*path, *first["loc"])
        raise AnswerError(_capital(explain(first, Tree()).sentence)) from None


def distance(day: dt.date, as_of: dt.date) -> str:
    """``266 days ago``, ``today``, ``in 12 days``."""
    days = (as_of - day).days
    if days == 0:
        return "today"
    count = f"{abs(days):,} day{'' if abs(days) == 1 else 's'}"
    return f"{count} ago" if days > 0 else f"which is still to come, in {count}"


def slug(text: str, *, words: int = 5) -> str:
    """A text as an id: ``287(g) Certification`` gives ``287g-certification``."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[()'.]", "", plain)
    found = re.findall(r"[a-z0-9]+", plain)[:words]
    return "-".join(found)[:40].strip("-")


def free_id(wanted: str, taken: set[str]) -> str:
    """An id like the wanted one that is not in use."""
    wanted = wanted or "item"
    number = 2
    free = wanted
    while free in taken:
        free = f"{wanted}-{number}"
        number += 1
    return free


def _yes_no(question: Question, text: str, _desk: Desk) -> Answer:
    word = {"y": "yes", "1": "yes", "n": "no", "2": "no"}.get(text.strip().lower(), text)
    return Answer(valid(question.path, word))


def _id(question: Question, text: str, desk: Desk) -> Answer:
    """An id such as the kind of matter: one that is known, or words of one's own, kept as an id."""
    name = slug(text)
    among = choices(question, desk.data, desk.law)
    known = {one.value: one for one in among}
    if name not in known and among and not text.startswith("+"):
        _refuse_hidden_number(text, among)
        near = find(text, among) or _by_other_names(text, among) or _sharing_a_word(text, among)
        if near:
            choice = pick(text, near) if find(text, near) else None
            if choice is None:
                sentence = f'"{text}" may be one of these; choose by number, or type + before words of your own.'
                raise AnswerError(sentence, near)
            return Answer(choice.value, f"{_capital(choice.label)} ({choice.value}).")
        sentence = f'"{text}" is none that the program knows; ? shows them, and + before words of your own keeps those.'
        raise AnswerError(sentence)
    kept = valid(question.path, name)
    if name in known:
        return Answer(kept, f"{_capital(known[name].label)} ({name}).")
    return Answer(kept, f"Kept as {name}, which the program does not know: nothing special is asked for it."
                  if among else f"Kept as {name}." if name != text else "")


def _refuse_hidden_number(text: str, among: tuple[Choice, ...]) -> None:
    """Refuses the number of a choice that was not shown: nobody can have meant it."""
    number = text.strip()
    if number.isdecimal() and int(number) > len(displayed(among)):
        sentence = f"No choice {number} is shown; type part of the name."
        raise AnswerError(sentence)


def _by_other_names(text: str, among: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Choices that people call by such words; offered and not taken, for the words may mean another."""
    words = re.findall(r"\w+", text.lower())
    found = tuple(one for one in among if words and all(word in one.names for word in words))
    return found if len(found) <= MOST_SHOWN else ()


def _sharing_a_word(text: str, among: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Choices that hold a word of the text, where none holds them all; none where they are too many."""
    words = [one for one in re.findall(r"\w+", text.lower()) if len(one) >= WORD]
    found = tuple(
        one for one in among if any(word in one.names for word in words)
    )
    return found if len(found) <= MOST_SHOWN else ()


def _one(question: Question, text: str, desk: Desk) -> Answer:
    if question.target == "exhibit" and text.startswith("+"):
        exhibit = _new_exhibit(text, desk.data, ())
        return Answer(exhibit[0], exhibits=(exhibit,))
    among = choices(question, desk.data, desk.law)
    if question.target != "exhibit":
        _refuse_hidden_number(text, among)
    if not find(text, among):
        if question.target == "court":
            _offer_courts_of_county(text, among)
        if near := _by_other_names(text, among):
            sentence = f'"{text}" may be one of these; choose by number.'
            raise AnswerError(sentence, near)
    choice = pick(text, among)
    value = choice.value
    return Answer(value, _stopped(choice.label) if choice.label.lower() != text.lower() else "")


def _offer_courts_of_county(text: str, among: tuple[Choice, ...]) -> None:
    """Offers the courts of a county that was typed for a court; the county does not say which is meant."""
    near = courts_for(text, among)
    if len(near) > MOST_SHOWN:
        sentence = f'Many States have a county "{text}"; write its State after it, with a comma.'
        raise AnswerError(sentence)
    if near:
        sentence = f'Courts for "{text}"; choose by number.'
        raise AnswerError(sentence, near)


def _several(question: Question, text: str, desk: Desk) -> Answer:
    among = choices(question, desk.data, desk.law)
    if text.strip().lower() == "all":
        return Answer([one.value for one in among])
    parts = [part for part in re.split(r"[,;\n]| and ", text) if part.strip()]
    if len(parts) == 1 and re.fullmatch(r"[\d ]+", parts[0]):
        parts = parts[0].split()
    found = list(dict.fromkeys(pick(part, among) for part in parts))
    if not found:
        sentence = "Name at least one, by its number; or press Enter to leave it."
        raise AnswerError(sentence)
    return Answer([one.value for one in found], _stopped("; ".join(one.label for one in found)))


def _sources(question: Question, text: str, desk: Desk) -> Answer:
    """``1 at 2-3; 4; +Jail log at 7``: exhibits with pages, and new ones by title."""
    among = choices(question, desk.data, desk.law)
    sources: list[dict[str, str]] = []
    new: list[tuple[str, str]] = []
    said: list[str] = []
    for part in filter(str.strip, re.split(r"[;\n]", text)):
        name, _, at = part.strip().rpartition(" at ")
        if not name or not re.search(r"\d|^[ivxlc]+$", at.strip()):  # "at" belongs to the title
            name, at = part.strip(), ""
        pages = re.sub(r"^(?:pages?|pp?\.) *", "", at.strip())
        if name.startswith("+"):
            exhibit = _new_exhibit(name, desk.data, new)
            new.append(exhibit)
            source, label = {"exhibit": exhibit[0]}, exhibit[1]
        else:
            choice = pick(name, among)
            kind, _, value = choice.value.rpartition(":")
            source, label = {kind or "exhibit": value}, choice.label
        if pages:
            source["at"] = pages
        sources.append(source)
        said.append(label + (f" at {pages}" if pages else ""))
    valid(question.path, sources)
    return Answer(sources, _stopped("; ".join(said)), tuple(new))


def _new_exhibit(text: str, data: object, new: tuple[tuple[str, str], ...] | list[tuple[str, str]]) -> tuple[str, str]:
    title = text.lstrip("+").strip()
    if not title:
        sentence = "Write the title of the new exhibit after the +, such as +Jail log."
        raise AnswerError(sentence)
    taken = {str(get(one, ("id",))) for one in items(data, ("exhibits",))} | {one for one, _ in new}
    return free_id(slug(title, words=3), taken), title


def pick(text: str, among: tuple[Choice, ...]) -> Choice:
    """The one choice that a text means.

    Raises:
        AnswerError: it means none, or several; those are handed over.
    """
    found = find(text, among)
    if len(found) == 1:
        return found[0]
    said = " ".join(text.split())
    if len(found) > MOST_SHOWN:
        sentence = f'{len(found)} of them hold "{said}"; type more of the name.'
        raise AnswerError(sentence)
    if found:
        sentence = f'"{said}" may be one of these; choose by number.'
        raise AnswerError(sentence, found)
    names = [name for one in among for name in (one.value, one.label.lower())]
    close = get_close_matches(said.lower(), names, n=1)
    hint = f'did you mean "{close[0]}"?' if close else "choose by number, or type part of a name."
    sentence = f'"{said}" is not on the list; {hint}'
    raise AnswerError(sentence)


def _refuse_loose_ends(text: str, data: object) -> None:
    """Refuses ``[#id]`` that names no paragraph: the file could not be read back."""
    known = {str(get(one, ("id",))) for part in _PARAGRAPHS for one in items(data, (part,))}
    for mention in mentions(text):
        if mention.id not in known:
            there = f"there are {', '.join(sorted(known))}" if known else "there is none yet"
            sentence = f'There is no paragraph "{mention.id}" to refer to; {there}.'
            raise AnswerError(sentence)


def _capital(sentence: str) -> str:
    """A sentence that begins with the field's name in files, standing alone."""
    if sentence.startswith(("is ", "must ", "holds ", "takes ", "cannot ")):
        return f"This {sentence}"
    return sentence[:1].upper() + sentence[1:]


def _stopped(said: str) -> str:
    """Words with a full stop, where they do not end in a sign of their own."""
    return said if said.endswith((".", "…")) else f"{said}."
