"""What a record of the law holds; each says who read which source, and when."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Provenance(StrEnum):
    """How well a record is known (the tags of the research it comes from)."""

    SEEN = "V"  # read in the named source
    SEEN_UNPLACED = "V*"  # read; the page must be found again
    MEMORY = "U"  # from memory: prints only in a bracket
    INFERENCE = "INF"  # our reading: never leaves the memo


class Record(BaseModel):
    """The head of every record."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    provenance: Provenance
    source: str  # what was read: a page, a copy of the code, a signed MOA
    read_on: dt.date
    read_by: str
    note: str = ""  # for the memo only

    @property
    def may_print(self) -> bool:
        """Whether a paper may print it without a bracket."""
        return self.provenance in {Provenance.SEEN, Provenance.SEEN_UNPLACED}


class AuthorityKind(StrEnum):
    """What an authority is."""

    CONSTITUTION = "constitution"
    STATUTE = "statute"
    REGULATION = "regulation"
    RULE = "rule"
    CASE = "case"
    OTHER = "other"


class Authority(Record):
    """A citable source.

    ``name`` (cases only) prints in italics before ``cite``: name="Sample v. Example",
    cite="1 Ex. 2, 3 (2004)". For others ``cite`` is the whole.
    """

    kind: AuthorityKind
    cite: str
    name: str = ""
    short: str = ""  # later form: "Sample, 1 Ex. at 3"; statutes: omit
    proposition: str  # what it is cited for
    quotation: str = ""  # exact words
    adverse: bool = False
    travels_with: tuple[str, ...] = ()  # ids that must be looked at together
    kinds: tuple[str, ...] = ()  # beginnings of the kinds of matter in which it is met; empty: any
    courts: tuple[str, ...] = ()  # circuits ("11") or states ("VA") it governs; empty: everywhere
    withdrawn: str = ""  # reporter cite of an opinion that this one replaced: never to be cited
    text_read: bool = True  # False: only a summary was seen, so the words themselves are unknown


class DutyTrack(StrEnum):
    """Which respondents a duty binds."""

    FEDERAL = "federal"
    LOCAL = "local"


class Force(StrEnum):
    """How mandatory the words are, on their text alone."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NONE = "none"


class Theory(StrEnum):
    """The two claims of one clause: action refused outright, or action too slow in coming."""

    WITHHELD = "withheld"
    DELAYED = "delayed"


class DutyEntry(Record):
    """A duty of the catalogue.

    Texts may name authorities as ``{usc-8-1357-g-2}`` (prints the cite), ``{quote:id}``
    (prints the authority's quotation in quotation marks), and the words ``{petitioners}``,
    ``{respondents}`` (the forum's party labels).
    """

    title: str  # of the count, e.g. "Agency Action Unlawfully Withheld"
    track: DutyTrack
    authorities: tuple[str, ...]  # first is the source of the duty
    words: str  # operative words, exact
    owed_by: str
    owed_to: str
    act: str  # the discrete act
    due: str = ""
    force: Force
    rank: str = ""  # A, A-, B, C, D
    weak_points: tuple[str, ...] = ()  # for the memo
    choices: tuple[Position, ...] = ()  # positions that the texts below take, for an attorney to confirm
    framework: tuple[str, ...] = ()  # paragraphs of law for the pleading, in order
    statement: str = ""  # the duty in one sentence, if it can be said without facts
    discrete: str = ""  # why the act is discrete; for the count
    models: tuple[str, ...] = ()  # MOA models in whose matters it can arise; empty: any
    states: tuple[str, ...] = ()  # state duties: postal codes
    independent: bool = True  # False: rests on the MOA alone
    theory: Theory = Theory.WITHHELD

    @property
    def label(self) -> str:
        """The title as a list of duties gives it: with the States whose law it is."""
        return f"{self.title} ({', '.join(self.states)})" if self.states else self.title


class ForumFormat(BaseModel):
    """How the court wants its papers; None where no rule was seen."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    paper: str | None = None
    font: str | None = None
    size_pt: float | None = None
    spacing: str | None = None
    margins_in: float | None = None
    line_numbers: bool = False
    lines_per_page: int | None = None
    word_limit: int | None = None
    rules: tuple[str, ...] = ()  # what a rule of form says besides, for the memo
    source: str = ""  # where the rule was read; empty: the source of the record


class CaptionLayout(StrEnum):
    """Where a court wants what stands above the body."""

    TABLE = "table"  # court, then the parties with the number beside them
    COUNSEL_FIRST = "counsel-first"  # counsel from the first line, court and parties below
    SECTION_SIGNS = "section-signs"  # number on top, a column of signs between parties and court


class Unit(StrEnum):
    """How a period is counted."""

    DAYS = "days"
    OPEN_DAYS = "open-days"  # neither weekends nor holidays
    MONTHS = "months"


class Period(BaseModel):
    """A time that the law sets."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    count: int
    unit: Unit
    authority: str  # id


class TimeEntry(BaseModel):
    """A time of the procedure for which the law sets no count of days, or none was found."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    item: str
    told: str  # with {ids}


class Position(BaseModel):
    """A position that the texts of a court or of a duty take, for an attorney to confirm."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    at: str  # marks of the opening paper that begin so: venue, remedy; of a duty: duty, law, relief
    told: str  # with {ids}


class AlsoServed(BaseModel):
    """An office that is served besides the officer who is sued."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str  # with {county}
    called: str  # in a salutation
    rule: str  # with {ids}


class ElementEntry(BaseModel):
    """One element of the writ in a forum."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str  # "clear-right", "clear-duty", "no-other-remedy"
    heading: str
    text: str  # as the leading case or statute puts it


class ForumVariant(BaseModel):
    """What another vehicle changes in the papers of a court."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str  # as in Forum, with {ids}
    petitioner_label: str
    respondent_label: str
    jurisdiction: tuple[str, ...]  # paragraphs, with {ids}
    venue: str  # id of the authority
    why: str  # when this vehicle is the right one, for the memo


class Forum(Record):
    """A court and its rules of form."""

    system: str  # "federal" or a postal code
    vehicle: str  # its own: "federal-complaint", "state-petition", "appellate-petition"
    variants: dict[str, ForumVariant] = {}  # other vehicles that it takes, by id
    name: str  # "United States District Court for the Middle District of Florida"
    caption: tuple[str, ...]  # lines of the caption; {county} and {division} are filled
    circuit: str = ""  # "11", "DC"
    divisions: bool = False
    title: str  # {verified} title of the opening paper, in capitals
    subtitle: str = ""
    petitioner_label: str  # singular: Plaintiff
    respondent_label: str
    caption_style: str = ""
    caption_layout: CaptionLayout = CaptionLayout.TABLE
    blank_top_in: float = 0.0  # left free at the top of the first sheet
    caption_opening: str = ""  # above the petitioners: "In the Matter of the Application of"
    relator: str = ""  # before the petitioners, where the state sues on their relation
    caption_purpose: str = ""  # under the petitioners, with {ids}: "for a Judgment under ..."
    versus: str = "v."  # empty: the caption names no opponent ("In re")
    number_label: str = "Case No."
    title_beside: bool = False  # the title stands beside the parties, not under them
    pleading_paper: bool = False  # 28 numbered lines
    court_name: str = ""  # in a sentence: "Superior Court of {county}"; empty: from the caption
    division_label: str = "division"  # what fills {division}, in a bracket
    remedy: str = "writ of mandamus"  # after "Award a"
    writ: str = "mandamus"  # before "requires", and in titles of counts
    verification: str = "none"  # none | optional | oath | affidavit | perjury (unsworn, under its penalty)
    declaration: tuple[str, ...] = ()  # ids of what allows an unsworn verification
    notary_number: bool = False  # whether an oath shows the number of the notary who takes it
    demand_required: bool | None = None
    notice_before_application: bool = False
    notice: tuple[str, ...] = ()  # what the notice says of the law, with {ids}; the first: why it is given
    general_relief: bool = True
    elements: tuple[ElementEntry, ...] = ()
    elements_authority: str = ""  # id
    signing: str = ""  # id: what a signature certifies, where Federal Rule 11 does not
    jurisdiction: tuple[str, ...] = ()  # paragraphs, with {ids}
    venue: str = ""  # with {ids}; state forums
    authorities: tuple[str, ...] = ()  # other ids the forum relies on
    format: ForumFormat = ForumFormat()
    records: Period | None = None  # to answer a records request
    records_first: str = ""  # what comes before a records petition, for a note
    limitation: Period | None = None  # to sue, from refusal of a demand
    times: tuple[TimeEntry, ...] = ()  # to serve and to answer, for the memo
    also_served: tuple[AlsoServed, ...] = ()
    process: str = ""  # why no summons is drawn, with {ids}, for the memo
    court_copies: int = 0  # of each paper, for the court, besides the original
    interested_persons: str = ""  # id of the rule that asks every party for a certificate of them
    clerk: str = "Clerk of Court"
    fee: str = ""  # as last seen; always "confirm on filing day"
    steps: tuple[str, ...] = ()  # order of steps, for the memo
    adverse: tuple[str, ...] = ()  # for the memo
    choices: tuple[Position, ...] = ()  # as in a duty
    unconfirmed: tuple[str, ...] = ()  # names of fields above that print in brackets

    @property
    def vehicles(self) -> tuple[str, ...]:
        """Every vehicle that the court takes, its own first."""
        return (self.vehicle, *self.variants)

    def taking(self, vehicle: str | None) -> Forum:
        """The court as the papers of a vehicle have it; the same where nothing differs."""
        variant = self.variants.get(vehicle or "")
        if variant is None:
            return self
        changed = variant.model_dump(
            include={"title", "petitioner_label", "respondent_label", "jurisdiction"})
        return self.model_copy(update={**changed, "subtitle": ""})


class MoaClause(BaseModel):
    """A clause of an MOA form."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    section: str
    heading: str = ""
    topic: str  # "48-hour-limit", "certification": the same word across forms
    binds: str
    operative: str
    force: Force
    verb: str = ""  # that they turn on, where it stands outside them in their sentence
    duty: str = ""  # id in the catalogue it can support as evidence
    weak: str = ""


class AdverseClause(BaseModel):
    """A clause that stands against the petitioner."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str  # "AC1"
    pattern: str  # words by which it is recognised
    effect: str
    words: tuple[str, ...] = ()  # whole phrases of it, looked for in scans, noise allowed for


class MoaForm(Record):
    """A form of agreement."""

    model: str  # as in case files
    revisions: tuple[dt.date, ...]  # empty: older form without a footer date
    name: str
    clauses: tuple[MoaClause, ...]
    absent: tuple[str, ...] = ()  # topics other forms have and this one lacks


class RemedyEntry(Record):
    """A channel or remedy other than mandamus."""

    name: str
    mandatory: bool = False
    authorities: tuple[str, ...] = ()
    answer: Period | None = None  # the time the channel has to answer
    inadequate: str = ""  # why it may not be adequate; for the pleading, no facts
    limits: str = ""  # for the memo
    local_limits: dict[str, str] = {}  # by state or circuit: for the memo there only
    kinds: tuple[str, ...] = ()  # "records", "custody", "money": when it is the better remedy


class FactToAsk(BaseModel):
    """A fact that a kind of matter turns on."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    ask: str  # as a question to the client
    words: str  # pattern: a case in which it occurs has told the fact


class LocalBar(BaseModel):
    """What the courts of one circuit say against a kind of matter."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    closed: bool  # True: the court takes no such case; False: it is hard there
    authority: str  # id
    says: str


class KindEntry(Record):
    """A kind of matter: what it turns on, and whether mandamus is its remedy at all."""

    name: str
    also: str = ""  # what people call it, for whoever looks for it by another name
    vehicles: tuple[str, ...] = ()  # that serve it, the usual one first; none: another door
    duties: tuple[str, ...] = ()  # ids of the catalogue
    facts: tuple[FactToAsk, ...] = ()
    channels: tuple[str, ...] = ()  # ids of remedies usually tried
    offices: str = ""  # pattern: offices with power over the act; empty: any
    officers: str = ""  # the same in words
    months: int = 0  # a shorter wait is one at which courts were seen to dismiss
    delay: str = ""  # what is known of delay, for the memo
    bars: tuple[str, ...] = ()  # ids of authorities that stand in the way
    circuits: dict[str, LocalBar] = {}
    door: str = ""  # the remedy instead of mandamus, in a sentence
    door_authorities: tuple[str, ...] = ()
    known_by: str = ""  # pattern: duties or prayers in which such a matter is known unnamed
    sample: str = ""


class Stance(StrEnum):
    """What a State says to its agencies about 287(g) agreements."""

    REQUIRES = "requires"  # to have one, or to ask for one
    CONDITIONS = "conditions"  # allows them on terms
    FORBIDS = "forbids"


class Participation(Record):
    """The law of a State on 287(g) agreements; the id is its postal code."""

    state: str  # its name, as cases have it
    stance: Stance
    says: str
    enforced_by: str = ""
    authorities: tuple[str, ...] = ()
