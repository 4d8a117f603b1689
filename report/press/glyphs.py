"""Laid-out pages -> the characters that our faces lack, and the texts that ask for other faces.

Looks at the texts of boxes and of drawings before they are painted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from report.model.place import Place
from report.model.problem import Problem, problem
from report.press.box_tree import descendants_of
from report.press.elements import SVG
from report.press.fonts import FontFolder
from report.press.layout import around


def check_glyphs(pages: Iterable[Any], fonts: FontFolder, place: Place) -> Iterator[Problem]:
    """Yield missing-glyph and fallback-font, each character of a family and each font once."""
    told: set[tuple[str, str]] = set()
    for number, page in enumerate(pages, start=1):
        for text, families in _texts(page._page_box):
            ours = next((name for name in families if name in fonts.families), "")
            for found in _faults(text, families, ours, fonts):
                key = (found[0], ours)
                if key not in told:
                    told.add(key)
                    yield problem(found[0].partition(" ")[0], place, page=number, **found[1])


def _texts(sheet: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what is printed with the families that its style names; a drawing names none."""
    for box in descendants_of(sheet):
        if isinstance(box, boxes.TextBox):
            if box.text.strip():
                yield box.text, box.style["font_family"]
        elif isinstance(box, boxes.ReplacedBox) and box.element.tag == SVG:
            for text in box.element.itertext():
                yield text, ()


def _faults(
    text: str, families: tuple[str, ...], ours: str, fonts: FontFolder
) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the code of each fault with what it is about, and the words for its message."""
    if families and not ours:
        words = {"words": around(text, 0, 24), "fonts": ", ".join(families)}
        known = {"families": ", ".join(fonts.families)}
        yield f"fallback-font {words['fonts']}", words | known
    missing = fonts.missing_characters(text, ours) if ours else fonts.missing_everywhere(text)
    for character in sorted(missing):
        words = {
            "character": character,
            "code_point": f"U+{ord(character):04X}",
            "words": around(text, text.index(character)),
        }
        yield f"missing-glyph {character}", words
