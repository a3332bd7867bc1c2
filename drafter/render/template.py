"""A Word template: inspected and compiled once, filled as often as there are cases."""

from __future__ import annotations

import dataclasses
import io
import re

from docxtpl import DocxTemplate
from jinja2 import Template as Compiled
from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from lxml import etree

from drafter.errors import RenderError, TemplateError
from drafter.render.environment import Print, environment, printing
from drafter.render.ledger import Ledger
from drafter.render.names import DOCUMENT
from drafter.render.numbering import Counter, Lists, read_lists
from drafter.render.package import CORE, Member, cleaned, core_properties, member_order, zipped
from drafter.render.paper import Paper
from drafter.render.preflight import PARSER, inspected
from drafter.render.tree import Finish

_FILLED = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_TAG = re.compile(r"\{\{|\{%|\{#")


class Template:
    """One template, ready to be filled.

    Tags are docxtpl's: ``{{ name }}``, ``{%p for … %}`` on a paragraph of its own, ``{%tr … %}``
    in a table row of its own. docxtpl itself turns them into Jinja; the rest is done here, once
    for each template instead of once for each paper.
    """

    def __init__(
        self, name: str, static: tuple[Member, ...], sources: tuple[tuple[str, Compiled], ...],
        lists: Lists,
    ) -> None:
        self.name = name
        self._static = static
        self._sources = sources
        self._lists = lists

    @classmethod
    def open(cls, data: bytes, name: str) -> Template:
        """Inspects and compiles a template.

        Args:
            data: the .docx.
            name: what messages call it.

        Raises:
            TemplateError: the file is hurt or unfit, or a tag cannot be read.
        """
        parts = cleaned(inspected(data, name))
        patch = DocxTemplate(io.BytesIO(data)).patch_xml
        jinja = environment()
        static: list[tuple[str, bytes]] = []
        sources: list[tuple[str, Compiled]] = []
        for part, content in parts.items():
            if not _FILLED.fullmatch(part):
                static.append((part, content))
                continue
            source = content.decode("utf-8")
            try:
                compiled = jinja.from_string(patch(_bare(source)) if _TAG.search(source) else source)
            except TemplateSyntaxError as error:
                msg = f"{name}, {part}: a tag cannot be read ({error.message}); compare its spelling."
                raise TemplateError(msg) from None
            sources.append((part, compiled))
        numbering = parts.get("word/numbering.xml")
        lists = read_lists(
            etree.fromstring(parts["word/styles.xml"], PARSER),
            None if numbering is None else etree.fromstring(numbering, PARSER),
        )
        # The main part first: its body settles the numbers and the order of first mention.
        sources.sort(key=lambda one: (one[0] != DOCUMENT, one[0]))
        static.sort(key=lambda one: member_order(one[0]))
        return cls(
            name, tuple(Member(part, content, 9) for part, content in static if part != CORE),
            tuple(sources), lists,
        )

    def fill(self, context: object, ledger: Ledger, *, title: str) -> Paper:
        """Fills the template.

        Args:
            context: the words, a dataclass whose fields the tags name, or a mapping.
            ledger: exhibit letters and abbreviations of this paper.
            title: the title in the document's properties.

        Raises:
            TemplateError: a tag names what the context does not have.
            RenderError: a value cannot be printed, or a reference has no target.
        """
        words = context if isinstance(context, dict) else {
            one.name: getattr(context, one.name) for one in dataclasses.fields(context)  # type: ignore[arg-type]  # a context is a dataclass
        }
        gathered = Print(ledger)
        printing(gathered)
        finish = Finish(gathered.spans, Counter(self._lists), dict(self._lists.style_names))
        members = list(self._static)
        trees: dict[str, etree._Element] = {}
        for part, compiled in self._sources:
            root = self._tree(part, compiled, words)
            if part == DOCUMENT:
                finish.body(root)
            else:
                finish.other(root, part.removeprefix("word/").removesuffix(".xml"))
            trees[part] = root
            data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            members.append(Member(part, data, 6))
        members.append(Member(CORE, core_properties(title), 6))
        return Paper(
            data=zipped(members), numbers=finish.numbers, blanks=tuple(finish.blanks),
            lines=tuple(finish.lines), trees=trees,
        )

    def _tree(self, part: str, compiled: Compiled, words: dict[str, object]) -> etree._Element:
        try:
            text = compiled.render(words)
        except UndefinedError as error:
            msg = f"{self.name}, {part}: {error.message}; `drafter templates proofread` says where."
            raise TemplateError(msg) from None
        except SecurityError as error:
            msg = f"{self.name}, {part}: a tag tries what templates may not do ({error})."
            raise TemplateError(msg) from None
        except (JinjaError, TypeError) as error:
            msg = f"{self.name}, {part}: a tag cannot be filled ({error})."
            raise TemplateError(msg) from None
        # What docxtpl calls {_{ and }_} stands for braces that are to be printed. No value holds
        # a brace (they are written as references), so that most papers are searched for one sign.
        if "{" in text or "}" in text:
            for mark, brace in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
                text = text.replace(mark, brace)
        try:
            return etree.fromstring(text.encode("utf-8"), PARSER)
        except (etree.XMLSyntaxError, UnicodeEncodeError):
            msg = (
                f"{self.name}, {part}: a tag stands across paragraphs or cells and broke the "
                "page; give {%p … %} a paragraph and {%tr … %} a row of its own."
            )
            raise RenderError(msg) from None


def _bare(source: str) -> str:
    """Without the XML declaration, which docxtpl's patterns do not expect."""
    return re.sub(r"^<\?xml[^>]*\?>\s*", "", source)
