"""citeproc-py, told what it would guess: one citation or one entry of a document → marked text.

The parser and the locales are ours, positions are told to it. Knows no notes and no HTML.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from citeproc.model import CitationStylesElement
from citeproc.source import VariableError
from lxml import etree

from report.citations.elements import element_classes
from report.citations.locales import Words, in_style, locale_path
from report.citations.marked import Quotes, mark
from report.citations.style import CSL, Style, safe_parser


class _Marks:
    """What citeproc calls a formatter: type is marked, text stays as it is."""

    @staticmethod
    def preformat(text: object) -> str:
        return str(text)

    Light = staticmethod(str)

    @staticmethod
    def Italic(text: object) -> str:  # noqa: N802  citeproc's name, as those below
        return mark("italic", str(text))

    Oblique = Italic

    @staticmethod
    def Bold(text: object) -> str:  # noqa: N802
        return mark("bold", str(text))

    @staticmethod
    def Underline(text: object) -> str:  # noqa: N802
        return mark("underline", str(text))

    @staticmethod
    def Superscript(text: object) -> str:  # noqa: N802
        return mark("raised", str(text))

    @staticmethod
    def Subscript(text: object) -> str:  # noqa: N802
        return mark("lowered", str(text))

    @staticmethod
    def SmallCaps(text: object) -> str:  # noqa: N802
        return mark("small-caps", str(text))


class Item(dict[str, Any]):
    """One citation as citeproc's elements ask for it."""

    def __init__(
        self, record: Any, number: int, positions: frozenset[str], locator: Any = None
    ) -> None:
        super().__init__({"locator": locator} if locator else {})
        self.reference = record
        self.number = number
        self.positions = positions

    @property
    def has_locator(self) -> bool:
        """Whether a place in the document is cited."""
        return "locator" in self

    @property
    def locator(self) -> Any:
        """The place in the document; VariableError where there is none."""
        return self["locator"]

    def __missing__(self, key: str) -> Any:
        raise VariableError(key)

    def get_field(self, field: str) -> str | None:
        """Return a field as a key to sort by."""
        value = self.reference.get(field)
        return None if value is None else str(value)


class Engine:
    """A style in one language, ready to run. FileNotFoundError if the language has no locale."""

    def __init__(self, xml: bytes, lang: str, folder: Path | None) -> None:
        root: Any = etree.fromstring(xml.removeprefix(b"\xef\xbb\xbf"), _parser())
        self._root = root
        file: Any = etree.parse(str(locale_path(lang, folder)), _parser()).getroot()
        own = in_style(root, lang)
        self.speaks = bool(own)  # whether the style has terms of its own for the language
        elements = [*own, file]
        for element in elements:
            element.style = root
        self.words = Words(elements)
        root.locales = [self.words]
        root.formatter = _Marks
        root.macro_calls = {}
        self._citation: Any = root.find(f"{CSL}citation")
        self._layout: Any = self._citation.find(f"{CSL}layout")
        self._list: Any = root.find(f"{CSL}bibliography/{CSL}layout")

    @property
    def near(self) -> int:
        """How many notes back a document counts as near (CSL near-note-distance)."""
        given = self._citation.get("near-note-distance", "5")
        return int(given) if given.isdecimal() else 5

    @property
    def quotes(self) -> Quotes:
        """The opening and closing quotation marks of the language, outer and inner."""
        outer, inner = (
            (self.words.text(f"open-{kind}"), self.words.text(f"close-{kind}"))
            for kind in ("quote", "inner-quote")
        )
        return outer, inner

    def cite(self, item: Item) -> str:
        """Return one citation, without what stands round the whole note."""
        return self._run(self._layout, item)

    def note(self, citations: list[str]) -> str:
        """Return the whole note of its citations."""
        text = self._layout.get("delimiter", "; ").join(text for text in citations if text)
        return str(self._layout.format(self._layout.wrap(text))) if text else ""

    def entry(self, item: Item) -> str:
        """Return the entry of the list of documents; as a first note if the style has no list."""
        if self._list is None:
            return self.note([self.cite(item)])
        text = self._run(self._list, item)
        return str(self._list.format(self._list.wrap(text))) if text else ""

    @staticmethod
    def _run(layout: Any, item: Item) -> str:
        layout.repressed = {}
        try:
            text = layout.render_children(item, context=layout)
        except VariableError:
            text = None
        return "" if text is None else str(text)


def _parser() -> etree.XMLParser:
    lookup = etree.ElementNamespaceClassLookup()
    namespace = lookup.get_namespace(CSL.strip("{}"))
    namespace[None] = CitationStylesElement
    namespace.update(element_classes())
    parser: etree.XMLParser = safe_parser()
    parser.set_element_class_lookup(lookup)
    return parser


@lru_cache(maxsize=12)
def _engine(xml: bytes, lang: str, folder: Path | None) -> Engine:
    return Engine(xml, lang, folder)


def engine_for(style: Style, lang: str, folder: Path | None = None) -> Engine:
    """Return the style in a language; parsed once in a process."""
    return _engine(style.xml, lang, folder)
