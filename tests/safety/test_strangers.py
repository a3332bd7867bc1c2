"""Promises 5, 6, 7, 9, 10 and 33: what a template from a stranger may not do, and cannot."""

from __future__ import annotations

import copy
import io
import json
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from jinja2.exceptions import SecurityError

from drafter.batch import Batch, Status, Workers, collect
from drafter.errors import DrafterError, TemplateError
from drafter.proofread import lint
from drafter.render import Ledger, Template, environment
from tests.batch.cases import lay, settings
from tests.batch.conftest import ROOT
from tests.render.test_preflight import EXTERNAL, body, changed, related
from tests.render.words import template, three_sections, unzipped, with_part, zipped
from tests.safety.bounded import outcomes
from tests.safety.tracer import traced

CODE = (
    "{{ fact.__class__.__mro__[1].__subclasses__() }}", "{{ cycler.__init__.__globals__.os.system('touch hostile-ran') }}",
    "{{ lipsum.__globals__ }}", "{{ joiner.__init__ }}", "{{ self._TemplateReference__context }}", "{{ self }}",
    "{{ namespace() }}", "{{ range(9) }}", "{{ dict() }}", "{{ fact.format(1) }}", "{{ fact.upper() }}",
    "{{ fact|attr('__class__') }}", "{{ fact|map('upper') }}", "{{ fact|safe }}", "{{ fact|center(900000000) }}",
    "{{ fact|format(1) }}", "{{ fact|xmlattr }}", "{{ fact|default('x') }}", "{{ ''['__class__'] }}",
    "{{ fact[fact] }}", "{{ (fact)['_' ~ '_class__'] }}", "{{ x.append(1) }}", "{% set x = 1 %}", "{% do x %}",
    "{% include 'secret.txt' %}", "{% import 'os' as os %}", "{% from 'x' import y %}", "{% extends 'x' %}",
    "{% macro m() %}{% endmacro %}", "{% call m() %}{% endcall %}", "{% filter upper %}x{% endfilter %}",
    "{% block a %}{% endblock %}", "{% autoescape false %}x{% endautoescape %}", "{% raw %}x{% endraw %}{{ y }}",
    "{% for x in fact recursive %}{{ loop(x) }}{% endfor %}", "{{ loop.cycle }}", "{{ caller() }}", "{{ varargs }}",
)
BOMBS = (
    "{{ 'a' * 900000000 }}", "{{ '%0900000000d' % 1 }}", "{{ 9 ** 9 ** 9 }}", "{{ 'x'.ljust(900000000) }}",
    "{{ 1 ~ 2 }}", "{{ 2 + 2 }}", "{{ 5 // 1 }}", "{{ -fact }}",
    "{% for a in range(999999999) %}{% for b in range(999999999) %}{% endfor %}{% endfor %}",
)
MISTAKES = (
    "{{ fcat }}", "{% if fcat %}x{% endif %}", "{% for x in fcat %}{% endfor %}", "{{ fact", "{% if fact %}", "fact }}",
    "{% endif %}", "{{ fact.nothing }}", "{{ }}", "{% %}",
)


@dataclass(frozen=True)
class Words:
    fact: str


@pytest.mark.parametrize("tag", [*CODE, *BOMBS])
def test_code_in_a_template_is_refused_and_nothing_is_run_or_changed(
    tag: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = {"fact": "plain", "x": [1, 2]}
    before = copy.deepcopy(words)
    with pytest.raises(DrafterError):
        Template.open(three_sections(tag), "office").fill(words, Ledger(), title="t")
    assert words == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("tag", [
    "{{ fact.__class__.__name__ }}", "{{ fact['__class__'].__name__ }}", "{{ x.append(1) }}", "{{ x.clear() }}",
])
def test_behind_the_list_of_what_is_allowed_the_sandbox_still_refuses(
    tag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "_wrong", lambda _: "")
    words = {"fact": "plain", "x": [1, 2]}
    with pytest.raises((DrafterError, SecurityError)):
        Template.open(three_sections(tag), "office").fill(words, Ledger(), title="t")
    assert words == {"fact": "plain", "x": [1, 2]}


@pytest.mark.parametrize("tag", [*CODE, *BOMBS, *MISTAKES])
def test_the_mistakes_of_a_template_are_found_before_any_case_is_used(tag: str) -> None:
    try:
        problems = lint(template("{{ fact }}", tag), "office", Words).problems
    except TemplateError as error:
        problems = [str(error)]
    assert problems
    assert any("paragraph 2" in one or "document.xml" in one for one in problems), problems
    assert not any("Traceback" in one or "jinja2" in one for one in problems)


@pytest.mark.parametrize("tag", ["{{ 7 * 7 }}", "{{ fact }}"])
@pytest.mark.parametrize("part", ["docProps/core.xml", "docProps/app.xml"])
def test_a_tag_in_the_properties_is_refused(tag: str, part: str) -> None:
    parts = unzipped(template("x"))
    end = b"</cp:coreProperties>" if "core" in part else b"</Properties>"
    parts[part] = parts[part].replace(end, f"<y>{tag}</y>".encode() + end)
    with pytest.raises(TemplateError, match="document properties"):
        Template.open(zipped(parts), "office")


def _bomb(size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in unzipped(template("x")).items():
            archive.writestr(name, data)
        archive.writestr("word/media/image1.png", b"\0" * size)
    return out.getvalue()


def _entity(declaration: str, part: str = "word/document.xml") -> bytes:
    parts = unzipped(template("{{ fact }}"))
    parts[part] = parts[part].replace(b"?>", b"?>" + declaration.encode(), 1)
    parts[part] = parts[part].replace(b"{{ fact }}", b"&a;", 1)
    return zipped(parts)


def _lying() -> bytes:
    """A zip whose list says that a large part is small."""
    data = bytearray(_bomb(150_000_000))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = (10).to_bytes(4, "little")
    return bytes(data)


_LAUGHS = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)) + "]>"
_FILE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

ATTACKS: dict[str, bytes] = {
    "zip-bomb": _bomb(150_000_000),
    "zip-that-lies": _lying(),
    "xxe": _entity(_FILE),
    "xxe-in-styles": _entity(_FILE, "word/styles.xml"),
    "xxe-in-core": _entity(_FILE, "docProps/core.xml"),
    "xxe-in-types": _entity(_FILE, "[Content_Types].xml"),
    "xxe-in-relations": _entity(_FILE, "word/_rels/document.xml.rels"),
    "laughs": _entity(_LAUGHS),
    "remote-dtd": _entity('<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd">'),
    "deep": body("<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000),
    "spaces": body(" " * 120_000_000),
    "macro": with_part(template("x"), "word/vbaProject.bin", b"x", "vbaProject"),
    "remote-template": related("attachedTemplate", "http://127.0.0.1:9/x.dotm", EXTERNAL),
    "share": related("attachedTemplate", "\\\\server\\share\\x.dotm", EXTERNAL),
    "tracking-picture": related("image", "http://127.0.0.1:9/x.png", EXTERNAL),
    "frame": related("frame", "http://127.0.0.1:9/x.htm", EXTERNAL),
    "ole": related("oleObject", "http://127.0.0.1:9/x", EXTERNAL),
    "subdocument": related("subDocument", "file:///x.docx", EXTERNAL),
    "package": related("package", "embeddings/x.xlsx"),
    "control": related("control", "activeX/activeX1.xml"),
    "glossary": related("glossaryDocument", "glossary/document.xml"),
    "macro-under-docx": changed("[Content_Types].xml", b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                                b"vnd.ms-word.document.macroEnabled.main"),
    **{
        f"field-{code.split()[0].lower()}": body(f"<w:p><w:r><w:instrText>{code}</w:instrText></w:r></w:p>")
        for code in ("DDEAUTO c:\\\\x", "INCLUDEPICTURE http://x", "INCLUDETEXT x", "LINK x", "IMPORT x", "MACROBUTTON x",
                     "ASK x", "DATABASE x", "AUTOTEXT x", "USERNAME", "FILENAME", "MERGEFIELD x", "QUOTE x", "IF x",
                     "HYPERLINK file:///x", "PRINT x")
    },
    "tracked": body('<w:p><w:ins w:author="Prior Client"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'),
    "deleted": body('<w:p><w:del w:author="x"><w:r><w:delText>Prior Client</w:delText></w:r></w:del></w:p>'),
    "hidden": body("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Prior Client</w:t></w:r></w:p>"),
    "comment": body('<w:p><w:commentRangeStart w:id="0"/></w:p>'),
    "slip": zipped(unzipped(template("x")) | {"../../evil.docx": b"x"}),
    "many": zipped(unzipped(template("x")) | {f"word/x{n}.bin": b"" for n in range(700)}),
    "twice": zipped(unzipped(template("x")) | {"Word/Document.xml": b"<a/>"}),
    "no-zip": b"MZ" * 1_000,
    "empty": b"",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the program says of each hostile template, within limits of time and memory."""
    folder = tmp_path_factory.mktemp("strangers")
    for name, data in ATTACKS.items():
        (folder / f"{name}.docx").write_bytes(data)
    return outcomes([folder / f"{name}.docx" for name in ATTACKS])


@pytest.mark.parametrize("name", ATTACKS)
def test_a_template_from_a_stranger_is_refused_with_its_name_in_little_time_and_memory(
    told: dict[str, str], name: str
) -> None:
    answer = told.get(f"{name}.docx", "outlived its limits")
    assert answer.startswith(f"refused: {name}.docx: "), answer
    assert "root:" not in answer


@pytest.mark.slow
def test_a_hostile_template_opens_no_file_and_no_connection(tmp_path: Path) -> None:
    for name in ("xxe", "remote-dtd", "remote-template", "tracking-picture"):
        (tmp_path / f"{name}.docx").write_bytes(ATTACKS[name])
    files = [str(one) for one in sorted(tmp_path.iterdir())]
    calls = traced("openat,connect", ["-m", "tests.safety.bounded", *files]).calls
    assert [line for line in calls if "etc/passwd" in line or "AF_INET" in line] == []
    assert [line for line in calls if str(tmp_path) in line]


TRACES = ("Planted Author", "Planted Company", "Planted Manager", "PlantedPath", "planted-custom", "Planted Revision",
          "PLANTED-THUMBNAIL", "00PLANTD", "planted-variable", "Planted Keywords")


def test_no_trace_of_who_made_a_template_is_in_a_paper() -> None:
    parts = unzipped(template("{{ fact }}"))
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(b"</cp:coreProperties>", (
        b"<cp:keywords>Planted Keywords</cp:keywords><cp:lastModifiedBy>Planted Revision</cp:lastModifiedBy>"
        b"</cp:coreProperties>")).replace(b"python-docx", b"Planted Author")
    parts["docProps/app.xml"] = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        b"<Company>Planted Company</Company><Manager>Planted Manager</Manager><Template>PlantedPath.dotm</Template>"
        b"</Properties>")
    parts["docProps/custom.xml"] = b"<Properties>planted-custom</Properties>"
    parts["docProps/thumbnail.jpeg"] = b"PLANTED-THUMBNAIL"
    parts["customXml/item1.xml"] = b"<a>planted-custom</a>"
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(b"<w:compat>", (
        b'<w:rsids><w:rsidRoot w:val="00PLANTD"/></w:rsids><w:docVars><w:docVar w:name="a" w:val="planted-variable"/>'
        b"</w:docVars><w:compat>"))
    before = b"".join(parts.values())
    assert [one for one in TRACES if one.encode() not in before] == []
    paper = b"".join(unzipped(Template.open(zipped(parts), "office").fill({"fact": "x"}, Ledger(), title="t").data).values())
    assert [one for one in TRACES if one.encode() in paper] == []


@pytest.mark.slow
def test_a_template_that_is_refused_stops_its_own_papers_and_the_batch_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    office = tmp_path / "office"
    office.mkdir()
    for bad in (ATTACKS["zip-bomb"], template("{{ 'a' * 900000000 }}"), b"no zip"):
        (office / "cover_letter.docx").write_bytes(bad)
        names = lay(tmp_path / "in", 4)
        workers = Workers(2)
        batch = Batch(collect(names), replace(settings(tmp_path / "out"), templates=office), workers)
        list(batch.run())
        workers.shutdown()
        assert batch.tally.by_status == {Status.REFUSED: 4}
        lines = [json.loads(line) for line in (tmp_path / "out" / "batch-report.jsonl").read_text().splitlines()]
        assert all("cover_letter" in line["reasons"][0] for line in lines)
        assert not list((tmp_path / "out").glob("case-*"))


def test_a_paper_that_is_used_as_a_template_runs_nothing() -> None:
    made = Template.open(template("{{ fact }}"), "office").fill({"fact": "{{ 7 * 7 }}"}, Ledger(), title="t").data
    with pytest.raises(DrafterError, match="office"):
        Template.open(made, "office").fill({"fact": "x"}, Ledger(), title="t")
