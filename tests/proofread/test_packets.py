"""The last look at a packet: clean samples pass, and each rule is seen to fail."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from drafter import drafting
from drafter.casefile import load
from drafter.checks import Note, Severity
from drafter.cli.samples import sample_files
from drafter.errors import LintError
from drafter.law import load_law
from drafter.proofread import Packet, Sheet, consistency, gates, judge_packet
from tests.drafts import AS_OF, SAMPLES
from tests.proofread.packets import Change, judged, said, sample, with_sheet, without

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ICE = "certification-ice"


@pytest.mark.parametrize("name", SAMPLES)
def test_the_packet_of_a_sample_agrees_with_itself(name: str) -> None:
    assert judged(sample(name)) == []


def _file(change: dict[str, bytes]) -> Change:
    """The opening paper with parts of its file replaced or added."""

    def inner(sheet: Sheet) -> Sheet:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(sheet.paper.data)) as old, zipfile.ZipFile(out, "w") as new:
            for name in old.namelist():
                if name not in change:
                    new.writestr(name, old.read(name))
            for name, data in change.items():
                new.writestr(name, data)
        return replace(sheet, paper=replace(sheet.paper, data=out.getvalue()))

    return lambda packet: with_sheet(packet, "complaint", inner)


def _core(words: str) -> bytes:
    return (
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Complaint</dc:title>'
        f"{words}</cp:coreProperties>"
    ).encode()


def _tree(path: str, text: str, name: str = "complaint") -> Change:
    """A paper with the first node of its tree that a path finds saying something else."""

    def inner(sheet: Sheet) -> Sheet:
        trees = {name: copy.deepcopy(tree) for name, tree in sheet.paper.trees.items()}
        found = trees["word/document.xml"].xpath(path, namespaces={"w": W[1:-1]})
        assert isinstance(found, list)
        node = found[0]
        assert isinstance(node, etree._Element)  # noqa: SLF001 - lxml's only name for it
        if text:
            node.text = text
        else:
            parent = node.getparent()
            assert parent is not None
            parent.remove(node)
        return replace(sheet, paper=replace(sheet.paper, trees=trees))

    return lambda packet: with_sheet(packet, name, inner)


def _named(name: str) -> Change:
    return lambda packet: with_sheet(packet, "complaint", lambda one: replace(one, name=name))


def _noted(words: str) -> Change:
    """A note whose words stand in the letter to the clerk."""

    def change(packet: Packet) -> Packet:
        note = Note("TIM001", Severity.REVIEW, "events", words, ())
        changed = said("cover-letter-to-clerk", "Dear Clerk:", words)(packet)
        return Packet(changed.matter, changed.sheets, (note,))

    return change


TOTAL = re.compile(r"^Enc\.: \d+")
ORDER, LETTER, SERVICE = "proposed-order", "cover-letter-to-clerk", "service-letters"
INDEX = "exhibit-index"
TAMPERED: tuple[tuple[str, Change, str], ...] = (
    ("captions", said("verification", "BRAM PASTICHE", "BRAM PASTICH"), "its caption is not that"),
    ("captions", said(ORDER, "Defendants.", "Respondents.", "Caption Role"), "its caption is not that"),
    ("captions", said(INDEX, "Civil Action No.", "Case No.", "Caption Number"), "its caption is not"),
    ("names", said(ORDER, "Quillan Standin", "Quilan Standin"), '"Quilan Standin" is almost a name'),
    ("names", said(LETTER, "Leonie Redline", "Leonie Redlin"), '"Leonie Redlin" is almost a name'),
    ("dates", said(ORDER, "July 14, 2026", "July 15, 2026"), '"July 15, 2026" is neither'),
    ("dates", said(ORDER, "within 30 days", "within 31 days"), '"31 days" is neither'),
    ("dates", said(SERVICE, "(555) 555-0117", "(555) 555-0118"), '"(555) 555-0118" is neither'),
    ("dates", said(LETTER, "leonie.redline@", "leonie.redlin@"), '"leonie.redlin@example.org" is neither'),
    ("as_of", said("complaint", "as of November 24, 2026", "as of November 25, 2026"), "is not the day"),
    ("exhibits", said("complaint", "Ex. A", "Ex. B"), "cites exhibits out of order: B, C"),
    ("exhibits", said(INDEX, "EXHIBIT C", "EXHIBIT D", "Slip Title"), "has slip sheets for A, B, D, D"),
    ("exhibits", said(INDEX, "J", "K", "Table Text"), "lists A, B, C, D, E, F, G, H, I, K"),
    ("exhibits", said(SERVICE, "Exhibits A to J", "Exhibits A to K"), "names Exhibits A to K"),
    ("exhibits", without(INDEX), "cites exhibits, and the packet has no index"),
    ("prayer", said("complaint", "Count III", "Count IV", "Prayer"), "rests on Count IV, which is not"),
    ("prayer", said("complaint", "Count III", "Count I", "Prayer"), "nothing in its prayer rests on Count III"),
    ("prayer", said(ORDER, re.compile(r"\bto (?=make|state|file)"), "to re", "Order Item"), "commands what is not prayed"),
    ("prayer", said(ORDER, "The Court orders", "The Court awards"), "commands what is not prayed"),
    ("prayer", said(ORDER, "The Court orders", "The Court thanks"), "has 0 commands; the prayer asks for 2"),
    ("enclosures", said(LETTER, "Disclosure Statement", "Statement"), "its enclosures are not the papers"),
    ("enclosures", said(LETTER, TOTAL, "Enc.: 99"), "papers and says 99"),
    ("enclosures", said(SERVICE, "Verification", "Affidavit"), "its enclosures are not the papers"),
    ("enclosures", said(SERVICE, TOTAL, "Enc.: 99"), "papers and says 99"),
    ("references", _tree("//w:r[preceding-sibling::w:r[w:instrText[contains(.,'REF m_stop_one')]]][2]/w:t",
                         "99"), 'a reference shows "99" for '),
    ("references", _tree("//w:bookmarkStart[@w:name='m_stop_one']", ""), "for nothing"),
    ("beyond", said("verification", re.compile(r"what paragraphs \d+"), "what paragraphs 900"),
     "names a paragraph beyond the last"),
    ("opens", lambda p: with_sheet(p, "complaint", lambda one: replace(
        one, paper=replace(one.paper, data=b"no zip"))), "it is no Word file"),
    ("opens", lambda p: with_sheet(p, INDEX, lambda one: replace(
        one, paper=replace(one.paper, read=tuple))), "it holds no words"),
    ("residue", said(LETTER, "Dear Clerk:", "Dear {{ clerk }}:"), "something of the template is left"),
    ("residue", said(ORDER, "July 14, 2026", "None"), "something of the template is left"),
    ("residue", said("complaint", "28 U.S.C. § 1331", "28 U.S.C. § ."), "something of the template"),
    ("residue", said(ORDER, "IT IS ORDERED", "['IT IS ORDERED"), "something of the template is left"),
    ("authorities", said("complaint", "28 U.S.C. § 1331", "28 U.S.C. § 1332"), '"28 U.S.C. § 1332" is neither'),
    ("authorities", said("complaint", "542 U.S. 55", "542 U.S. 56"), '"542 U.S. 56" is neither in the library'),
    ("private", said(SERVICE, "Dear Counsel:", "Dear 123-45-6789:"), "it holds a Social Security number"),
    ("private", said(SERVICE, "Dear Counsel:", "Dear A 123 456 789:"), "it holds a whole A-number"),
    ("private", said(SERVICE, "Dear Counsel:", "Dear EAC2612345678:"), "it holds a whole receipt number"),
    ("private", said(SERVICE, "Dear Counsel:", "born on May 4, 1999:"), "it holds a birth date"),
    ("private", said(SERVICE, "Dear Counsel:", "account no. 12345678:"), "it holds an account number"),
    ("unsigned", said("complaint", "______________________________", "/s/ Leonie Redline"), "simulated"),
    ("unsigned", said(ORDER, "ENTERED: ____________________", "ENTERED: May 1, 2027"), "a day is filled"),
    ("unsigned", said(LETTER, "______________________________", " ", "Signature"), "it has no line to sign"),
    ("privileged", _noted("The demand went to an office that cannot act."), "it carries the note TIM001"),
    ("privileged", said(SERVICE, "Dear Counsel:", "Dear Counsel, ask the attorney:"), "words of the office"),
    ("privileged", said(ORDER, "IT IS ORDERED", "PRIVILEGED"), "words of the office"),
    ("parties", said("complaint", "OTTOLINE FACSIMILE; and", "and", "Party"), '"Ottoline Facsimile" is not'),
    ("parties", said("complaint", "TOBIAS UNDERSTUDY", "TOBIAS UNDERSTUDI", "Party"), '"Tobias Understudy" is not'),
    ("placeholders", _tree("//w:r[w:rPr/w:highlight]", "", LETTER), "0 brackets are highlighted, and 1 are known"),
    ("placeholders", _tree("//w:t[contains(., 'filed or sent: ')]", "papers", "review-memo"),
     "it counts no brackets; there are "),
    ("traces", _named("complaint-of-facsimile"), "tells of a client"),
    ("traces", _named("complaint 2"), "tells of a client or of a machine"),
    ("traces", said(LETTER, "Dear Clerk:", "See C:\\lantern\\one"), "it holds a path"),
    ("traces", _file({"docProps/core.xml": _core("<dc:creator>L. R.</dc:creator>")}), '"creator" says'),
    ("traces", _file({"docProps/core.xml": _core("").replace(b"Complaint", b"Draft 7")}), '"title" says'),
    ("traces", _file({"docProps/core.xml": _core("<cp:category>facsimile</cp:category>")}), "of a client"),
    ("traces", _file({"word/comments.xml": b"<c/>"}), "it carries word/comments.xml"),
)


@pytest.mark.parametrize(("rule", "change", "words"), [
    pytest.param(*row, id=f"{row[0]}-{n}") for n, row in enumerate(TAMPERED)
])
def test_a_tampered_packet_is_seen(rule: str, change: Change, words: str) -> None:
    asked = {one.__name__: one for one in (*gates.RULES, *consistency.RULES)}[rule]
    found = judge_packet(change(sample(ICE)), [asked])
    assert any(words in one for one in found), found


def test_every_rule_is_seen_to_fail() -> None:
    told_elsewhere = {"jurisdiction"}
    names = {one.__name__ for one in (*gates.RULES, *consistency.RULES)}
    assert names == {row[0] for row in TAMPERED} | told_elsewhere


def test_the_statute_on_federal_officers_alone_is_seen_against_a_sheriff() -> None:
    change = said("petition", "This Court has jurisdiction under", "Under 28 U.S.C. § 1361 and")
    assert judge_packet(change(sample("overdetention-sheriff")), [gates.jurisdiction]) == [
        "Verified Petition for Writ of Mandamus: it pleads 28 U.S.C. § 1361 alone against local officers"]


def test_what_identifies_a_person_may_print_where_a_note_says_so() -> None:
    change = said(SERVICE, "Dear Counsel:", "Dear 123-45-6789:")
    changed = change(sample(ICE))
    told = Note("PRI001", Severity.STOP, "events.0", "A number.", ())
    assert judge_packet(Packet(changed.matter, changed.sheets, (told,)), [gates.private]) == []


def test_what_a_person_typed_is_left_to_the_notes() -> None:
    changed = said(ORDER, "July 14, 2026", "March 10, 2026")(sample(ICE))  # a day of the case
    assert judge_packet(changed, [consistency.dates]) == []


def test_an_office_may_lay_out_its_own_templates() -> None:
    changed = with_sheet(
        said(LETTER, TOTAL, "Enclosed:")(sample(ICE)), LETTER, lambda one: replace(one, ours=False))
    assert judged(changed) == []
    signed = said(LETTER, "Dear Clerk:", "/s/ Leonie Redline")(changed)
    assert judged(signed) == ["Cover letter to the clerk: it carries a simulated signature"]
    opening = with_sheet(
        said(ORDER, re.compile(r"\bto (?=make|state|file)"), "to re", "Order Item")(sample(ICE)), "complaint",
        lambda one: replace(one, ours=False))
    assert judged(opening) == []


def test_a_packet_that_disagrees_is_not_written_and_the_message_says_whose_fault_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = load(sample_files()["half-known"], load_law()).case
    monkeypatch.setattr(
        drafting, "judge_packet", lambda *_: ["Proposed Order: its caption is not that"])
    for make in (drafting.draft, drafting.demand):
        with pytest.raises(LintError) as stopped:
            make(case, load_law(), AS_OF)
        assert str(stopped.value).startswith(
            "Proposed Order: its caption is not that; nothing was written. The case is not at fault")
