"""A Word template: inspected and compiled once, filled as often as there are cases."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from jinja2 import Template as Compiled
from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from lxml import etree

from drafter.errors import RenderError, TemplateError
from drafter.render.anchors import anchored
from drafter.render.environment import environment
from drafter.render.ledger import Ledger
from drafter.render.names import DOCUMENT, FILLED, NUMBERING, STYLES, W
from drafter.render.numbering import Counter, Lists, read_lists
from drafter.render.package import CORE, Member, cleaned, core_properties, member_order, zipped
from drafter.render.page import Page, headed
from drafter.render.paper import Paper
from drafter.render.patching import patched
from drafter.render.pictures import NO_PICTURES, Picture, named_pictures
from drafter.render.preflight import PARSER, inspected
from drafter.render.tags import STARTS, tag_problems
from drafter.render.words import OPEN, Kept, Print, printing

_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_BRACES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_LEVEL = 3  # of compression: a seventh larger than 6, in two fifths of the time
_FIRST_ID = 1000  # of our bookmarks; those of a template that go higher raise it


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """One template, ready to be filled.

    Tags are docxtpl's: ``{{ name }}``, ``{%p for … %}`` on a paragraph of its own, ``{%tr … %}``
    in a table row of its own. ``patching`` turns them into Jinja as docxtpl does; the rest is done
    here, once for each template instead of once for each paper.

    Args:
        name: what messages call it.
        static: the parts that are the same in every paper, compressed.
        pictures: the pictures that have a name in the template, which a paper may replace.
        sources: the parts that are filled, the body first.
        lists: its numbered lists.
        kept: marks, references and brackets of its own.
        first_id: the lowest id for a bookmark of ours.
    """

    name: str
    static: tuple[Member, ...] = field(repr=False)
    pictures: tuple[Picture, ...] = field(repr=False)
    sources: tuple[tuple[str, Compiled], ...] = field(repr=False)
    lists: Lists = field(repr=False)
    kept: tuple[Kept, ...] = field(repr=False)
    first_id: int = field(repr=False)

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
        numbering = parts.get(NUMBERING)
        lists = read_lists(
            etree.fromstring(parts[STYLES], PARSER),
            None if numbering is None else etree.fromstring(numbering, PARSER),
        )
        kept = Print(Ledger())
        printing(kept)
        jinja = environment()
        static = [(part, one) for part, one in parts.items() if not FILLED.fullmatch(part)]
        sources: list[tuple[str, Compiled]] = []
        first_id = _FIRST_ID
        for part in filter(FILLED.fullmatch, parts):
            root = etree.fromstring(parts[part], PARSER)
            where = f"{name}, {part}"
            if problems := tag_problems(root):
                raise TemplateError(f"{where}, " + "; ".join(problems) + ".")
            anchored(root, kept, where)
            first_id = max(first_id, *(_id(one) + 1 for one in root.iter(f"{W}bookmarkStart")), 0)
            source: str = etree.tostring(root, encoding="unicode")
            if part != DOCUMENT and OPEN not in source and not STARTS.search(source):
                static.append((part, parts[part]))
                continue
            try:
                compiled = jinja.from_string(headed(patched(source), kept))
            except TemplateSyntaxError as error:
                msg = f"{where}: a tag cannot be read ({error.message}); compare its spelling."
                raise TemplateError(msg) from None
            sources.append((part, compiled))
        # The main part first: its body settles the numbers and the order of first mention.
        sources.sort(key=lambda one: (one[0] != DOCUMENT, one[0]))
        static.sort(key=lambda one: member_order(one[0]))
        pictures = named_pictures(parts)
        apart = {CORE, *(one.part for one in pictures)}
        return cls(
            name,
            static=tuple(
                Member(part, content, 9) for part, content in static if part not in apart),
            pictures=pictures,
            sources=tuple(sources), lists=lists, kept=tuple(kept.kept), first_id=first_id,
        )

    def fill(
        self, context: object, ledger: Ledger, *, title: str,
        pictures: Mapping[str, bytes] = NO_PICTURES,
    ) -> Paper:
        """Fills the template.

        Args:
            context: the words, a dataclass whose fields the tags name, or a mapping.
            ledger: exhibit letters and abbreviations of this paper.
            title: the title in the document's properties.
            pictures: what takes the place of a picture of the template, by its name.

        Raises:
            TemplateError: a tag names what the context does not have.
            RenderError: a value cannot be printed, or a reference has no target.
        """
        words = context if isinstance(context, dict) else {
            one.name: getattr(context, one.name) for one in dataclasses.fields(context)  # type: ignore[arg-type]  # a context is a dataclass
        }
        gathered = Print(ledger, list(self.kept))
        printing(gathered)
        page = Page(gathered.kept, Counter(self.lists), self.lists.style_names, self.first_id)
        members = list(self.static)
        trees: dict[str, etree._Element] = {}
        for part, compiled in self.sources:
            xml = self._filled(part, compiled, words)
            if part == DOCUMENT:
                xml = page.body(xml)
            else:
                xml = page.other(xml, part.removeprefix("word/").removesuffix(".xml"))
            data = (_DECLARATION + xml).encode("utf-8", "surrogatepass")
            trees[part] = self._sound(part, data)
            members.append(Member(part, data, _LEVEL))
        members += [
            Member(one.part, pictures.get(one.name, one.data), _LEVEL) for one in self.pictures
        ]
        members.append(Member(CORE, core_properties(title), _LEVEL))
        return Paper(
            data=zipped(members), numbers=page.numbers, blanks=tuple(page.blanks),
            read=page.lines, trees=trees,
        )

    def _filled(self, part: str, compiled: Compiled, words: dict[str, object]) -> str:
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
        # What docxtpl calls {_{ and }_} stands for braces that are to be printed.
        if "{" in text or "}" in text:
            for mark, brace in _BRACES:
                text = text.replace(mark, brace)
        return text

    def _sound(self, part: str, data: bytes) -> etree._Element:
        """The tree of a part that a strict parser has read to its end.

        docxtpl's own parser mends what it cannot read, and drops the rest without a word.
        """
        try:
            return etree.fromstring(data, PARSER)
        except etree.XMLSyntaxError:
            msg = (
                f"{self.name}, {part}: the page broke while it was filled; a tag stands where "
                "words do not go, or a text is longer than a Word file holds."
            )
            raise RenderError(msg) from None


def _id(bookmark: etree._Element) -> int:
    number = bookmark.get(f"{W}id", "")
    return int(number) if re.fullmatch(r"\d{1,9}", number) else 0
