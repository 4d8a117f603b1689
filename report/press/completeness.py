"""Laid-out pages against the page's source -> each text that did not reach a page.

A layout engine can lose words in silence, as at the break of a row that spans two pages. Every
text of the source must stand, letter by letter, in the boxes of its element; hyphens at line ends
and white space do not count. Drawings are pictures here: their words are the maker's to check.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from report.model.place import Place
from report.model.problem import Problem, problem
from report.press.elements import SVG, UNPRINTED


def check_completeness(root: Any, pages: Iterable[Any], place: Place) -> Iterator[Problem]:
    """Yield `text-lost` for each element whose text is not whole on the pages."""
    printed = _printed_texts(pages)
    for element in _elements(root):
        own = (element.text or "") + "".join(child.tail or "" for child in element)
        wanted = _letters(own)
        if wanted and wanted not in printed[element]:
            yield problem("text-lost", place, words=" ".join(own.split())[:80])


def _elements(element: Any) -> Iterator[Any]:
    if not isinstance(element.tag, str) or element.tag in UNPRINTED or element.tag == SVG:
        return
    yield element
    for child in element:
        yield from _elements(child)


def _printed_texts(pages: Iterable[Any]) -> dict[Any, str]:
    """Return the letters and digits printed of each element, in the order of the pages."""
    pieces: dict[Any, list[str]] = defaultdict(list)
    for page in pages:
        for box in page._page_box.descendants(placeholders=True):
            real = getattr(box, "_box", box)
            if isinstance(real, boxes.TextBox) and "::" not in (real.element_tag or ""):
                pieces[real.element].append(real.text)
    return defaultdict(str, {element: _letters("".join(t)) for element, t in pieces.items()})


def _letters(text: str) -> str:
    """Fold case too: style sheets may print capitals."""
    return "".join(character for character in text if character.isalnum()).casefold()
