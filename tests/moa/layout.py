"""Agreements that the tests lay out themselves: an invented county on a form, as a small PDF."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

from drafter.law import load_law

AGENCY = "Specimen County Sheriff's Office"
_TITLES = {
    "tfm-2025": "287(g) Task Force Model",
    "jem-2025": "287(g) Jail Enforcement Model",
    "jem-2020": "287(g) Jail Enforcement Model",
    "wso-2025": "Warrant Service Officer Program",
    "wso-2019": "",
}
_PREAMBLE = (
    "This Memorandum of Agreement (MOA) constitutes an agreement between U.S. Immigration and "
    "Customs Enforcement (ICE), a component of the Department of Homeland Security (DHS), and the "
    f"{AGENCY}, AL, pursuant to which ICE delegates to nominated, trained, and certified personnel "
    "the authority to perform certain functions."
)
_SIGNING = (
    "By signing this MOA, each party represents it is fully authorized to enter into this MOA, and "
    "agrees to be bound thereto to the fullest extent allowed by law."
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
          "XV", "XVI", "XVII", "XVIII", "XIX")
_LINES = 44
_WIDE = 92


def sentences(
    form: str, *, without: Sequence[str] = (), words: Mapping[str, str] | None = None
) -> list[tuple[str, str, str]]:
    """Section, heading and a sentence for each clause of a form, in the order of the paper.

    ``words`` has those of some clauses, by id, in place of the table's.
    """
    own = words or {}
    clauses = [c for c in load_law().moa_forms[form].clauses if c.topic not in without]
    headings: dict[str, str] = {}
    for clause in clauses:
        if clause.heading:
            headings.setdefault(clause.section, clause.heading)
    ordered = sorted(range(len(clauses)), key=lambda n: (_order(clauses[n].section), n))
    return [
        (
            clauses[n].section, headings.get(clauses[n].section, ""),
            _sentence(own.get(clauses[n].id, clauses[n].operative)),
        )
        for n in ordered
    ]


def _sentence(words: str) -> str:
    whole = words if words[0].isupper() or words[0].isdigit() else f"The party so named {words}"
    return whole if whole.endswith(".") else f"{whole}."


def _order(section: str) -> tuple[int, int, str]:
    if section == "Preamble":
        return (0, 0, "")
    if section.startswith(("Appendix", "Addendum")):
        return (2 if section.startswith("Appendix") else 3, 0, section)
    number, _, letter = section.partition(".")
    return (1, _ROMAN.index(number), letter)


def text(
    form: str, *, revised: str = "03/07/2025", without: Sequence[str] = (), signed: bool = True,
    title: str | None = None, agency: str = f"{AGENCY}, AL", words: Mapping[str, str] | None = None,
    days: tuple[str, str] = ("April 14, 2025", "April 22, 2025"),
) -> list[list[str]]:
    """The lines of each page of an agreement on a form."""
    lines = ["MEMORANDUM OF AGREEMENT", _TITLES[form] if title is None else title]
    lines += _broken(_PREAMBLE.replace(f"{AGENCY}, AL", agency))
    section = "Preamble"
    signatures = False
    for here, heading, said in sentences(form, without=without, words=words):
        if here.startswith("Appendix") and not signatures:
            lines += _signatures(days) if signed else []
            signatures = True
        if here != section:
            lines += _heading(section, here, heading)
            section = here
        lines += _broken(said)
    pages = [lines[n : n + _LINES] for n in range(0, len(lines), _LINES)]
    foot = f"{agency} {{}} Revised {revised}" if revised else "{}"
    return [[*page, foot.format(n)] for n, page in enumerate(pages, 1)]


def _heading(before: str, here: str, heading: str) -> list[str]:
    roman, _, letter = here.partition(".")
    lines = []
    if here == "Addendum":
        return ["ADDENDUM TO MODIFY MEMORANDUM OF AGREEMENT"]
    if here.startswith("Appendix"):
        return [here.upper(), heading.upper()]
    if letter and before.partition(".")[0] != roman:
        lines.append(f"{roman}. RESPONSIBILITIES AND THE LIKE")
    lines.append(f"{letter or roman}. {heading.upper() or 'GENERAL PROVISIONS'}")
    return lines


def _signatures(days: tuple[str, str]) -> list[str]:
    return [*_broken(_SIGNING), "For the LEA: For ICE:", f"Date: {days[0]} Date: {days[1]}",
            "Title: Sheriff Title: Acting Director"]


def _broken(words: str) -> list[str]:
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) > _WIDE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def pdf(
    pages: Sequence[Sequence[str]], *, fields: Mapping[int, Mapping[str, str]] | None = None,
    pictured: Sequence[int] = (),
) -> bytes:
    """A PDF of some lines a page, with form fields and full-page pictures where asked for."""
    objects: list[bytes] = [b"", b""]  # 1 catalogue, 2 page tree
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    picture = 0
    if pictured:
        dots = zlib.compress(b"\xff" * 100)
        objects.append(
            b"<< /Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray "
            b"/BitsPerComponent 8 /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream"
            % (len(dots), dots)
        )
        picture = len(objects)
    kids, widgets = [], []
    for n, lines in enumerate(pages):
        drawn = b"q 612 0 0 792 0 0 cm /Im Do Q\n" if n in pictured else b""
        drawn += b"BT /F 10 Tf 14 TL 60 740 Td\n"
        for line in lines:
            drawn += b"(%b) Tj T*\n" % _escaped(line)
        drawn += b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawn), drawn))
        content = len(objects)
        own = []
        for name, value in (fields or {}).get(n, {}).items():
            objects.append(
                b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (%b) /V (%b) /Rect [60 20 300 40] >>"
                % (_escaped(name), _escaped(value))
            )
            own.append(len(objects))
        widgets += own
        annots = b"/Annots [%b]" % b" ".join(b"%d 0 R" % one for one in own) if own else b""
        image = b"/XObject << /Im %d 0 R >>" % picture if n in pictured else b""
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R %b "
            b"/Resources << /Font << /F 3 0 R >> %b >> >>" % (content, annots, image)
        )
        kids.append(len(objects))
    form = b"/AcroForm << /Fields [%b] >>" % b" ".join(b"%d 0 R" % one for one in widgets) if widgets else b""
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R %b >>" % form
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%b] >>" % (
        len(kids), b" ".join(b"%d 0 R" % one for one in kids)
    )
    return _joined(objects)


def scanned(pictures: Sequence[bytes]) -> bytes:
    """A PDF of nothing but pictures, as a scanner makes it, from grey ones (PGM)."""
    objects: list[bytes] = [b"", b""]
    kids = []
    for picture in pictures:
        head, _, dots = picture.partition(b" 255\n")
        width, height = map(int, head.split()[1:3])
        packed = zlib.compress(dots)
        objects.append(
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray "
            b"/BitsPerComponent 8 /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream"
            % (width, height, len(packed), packed)
        )
        drawn = b"q 612 0 0 792 0 0 cm /Im Do Q"
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawn), drawn))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /XObject << /Im %d 0 R >> >> >>" % (len(objects), len(objects) - 1)
        )
        kids.append(len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%b] >>" % (
        len(kids), b" ".join(b"%d 0 R" % one for one in kids)
    )
    return _joined(objects)


def _escaped(line: str) -> bytes:
    data = line.encode("cp1252", "replace")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _joined(objects: Sequence[bytes]) -> bytes:
    out = b"%PDF-1.6\n"
    places = []
    for n, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (n, one)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, start
    )
