"""Turns of phrase that more than one family of checks listens for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.checks.matter import Matter
from drafter.checks.reading import naming
from drafter.checks.registry import Finding

MANDATORY = re.compile(r"\b(?:shall|must|is required to|are required to)\b", re.IGNORECASE)

PERMISSIVE = re.compile(
    r"\bmay\b(?! not\b)|\b(?:in|at) (?:its|his|her|their|the \w+'s) (?:sole )?discretion\b"
    r"|\bsole discretion\b|\breserves? the right\b|\belects? to\b|\bis authorized to\b",
    re.IGNORECASE,
)

SOFTENER = re.compile(
    r"\b(?:as|if|where|when) (?:necessary|needed|appropriate|practicable|feasible)\b"
    r"|\bas soon as (?:is )?(?:practicable|possible)\b|\b(?:whenever|where|when|if) possible\b"
    r"|\b(?:every|reasonable|best) efforts?\b|\bgenerally\b|\bis expected to\b|\bit is expected\b"
    r"|\bnormally\b|\bto the extent (?:possible|practicable|feasible)\b",
    re.IGNORECASE,
)

PROGRAMMATIC = re.compile(
    r"\b(?<!intends to )(?<!means to )(?:comply|compliance) with\b|\badhere to\b|\babide by\b|\bfollow (?:the|all|federal|state)\b"
    r"|\b(?:supervise|oversee|monitor|administer|manage|train|enforce)\b"
    r"|\bensure (?:that )?(?:all |the |its |proper |full |continued )*(?:compliance|supervision"
    r"|oversight|training)\b|\b(?:adequate|proper|appropriate) (?:supervision|oversight|policies)\b",
    re.IGNORECASE,
)

QUALITY = re.compile(
    r"\b(?:adequate(?:ly)?|sufficient(?:ly)?|proper(?:ly)?|meaningful(?:ly)?|effective(?: manner|ly)"
    r"|thorough(?:ly)?|reasonable(?! time)|reasonably|fair(?:ly)?|humane(?:ly)?)\b",
    re.IGNORECASE,
)

PROHIBITION = re.compile(
    r"^(?:immediately |permanently |forthwith )?(?:stop|end|discontinue|halt|avoid|abstain)\b"
    r"(?! of\b)|\b(?:cease|refrain|desist|no longer)\b|\b(?:stop|quit) \w+ing\b"
    r"|\b(?:enjoin(?:ed)?|restrain(?:ed)?|prohibit(?:ed)?|forbid(?:den)?)\b"
    r"|\bbar(?:red)? [^.]{0,30}\bfrom\b"
    r"|(?:^|\bto )not (?:to )?(?!later\b|more\b|less\b|exceed\b)\w+",
    re.IGNORECASE,
)

OUTCOME = re.compile(
    r"^(?:approve|grant|naturalize|admit|reinstate|exonerate)\b"
    r"|\b(?:grant|approve|award|confer) (?:the|his|her|their|its|a|an|each) (?:\w+ ){0,3}"
    r"(?:applications?|petitions?|requests?|benefits?|visas?|status|citizenship|residen\w+|license"
    r"|waivers?)\b|\bissue (?:a|the|his|her|their) (?:\w+ )?(?:visa|green card|work permit)\b"
    r"|\b(?:find|rule|decide)\b[^.]{0,30}\b(?:in favor of|for the (?:petitioner|plaintiff)s?)\b",
    re.IGNORECASE,
)

END_OF_AGREEMENT = re.compile(
    r"\b(?:terminate|suspend|revoke|rescind|cancel|withdraw from|end|renounce)\b[^.;]{0,50}\b(?:MOA"
    r"|agreements?|memorandum|authorizations?|authority|certifications?|program)\b",
    re.IGNORECASE,
)

CLASSWIDE = re.compile(
    r"\b(?:all|any|every) (?:other )?(?:persons?|people|individuals?|residents?|detainees?|inmates?"
    r"|aliens?|noncitizens?|immigrants?|prisoners?)\b|\beveryone\b|\banyone\b"
    r"|\bsimilarly situated\b|\bclass[- ]?wide\b|\bputative class\b|\bclass of\b|\bclass members?\b"
    r"|\bstatewide\b|\bnationwide\b",
    re.IGNORECASE,
)

MONEY = re.compile(
    r"\b(?:compensatory|punitive|nominal|money|monetary) (?:damages|relief|award)\b|\bdamages\b"
    r"|\bcompensat(?:e|ion)\b|\bback pay\b",
    re.IGNORECASE,
)


def found(matter: Matter, pattern: re.Pattern[str], *parts: str) -> Iterator[Finding]:
    """A finding for each text under ``parts`` in which the pattern occurs, with the words found."""
    for passage in naming(matter, pattern, *parts):
        match = pattern.search(passage.text)
        if match is not None:
            yield Finding(passage.field, quoted(match[0]))


def quoted(words: str) -> str:
    """Words in quotation marks on one line."""
    return f'"{" ".join(words.split())}"'
