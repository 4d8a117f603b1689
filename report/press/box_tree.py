"""The tree of laid-out boxes: what is in a box, and the words in it.

An absolutely positioned box is met as what it is, not as its placeholder. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from report.press.elements import is_decoration


def children_of(box: Any) -> Iterator[Any]:
    """Yield the children of a box."""
    for child in getattr(box, "children", ()):
        yield getattr(child, "_box", child)


def descendants_of(box: Any) -> Iterator[Any]:
    """Yield all that is in a box, each box before what is in it."""
    for child in children_of(box):
        yield child
        yield from descendants_of(child)


def texts(box: Any) -> Iterator[Any]:
    """Yield the texts within a box that can be seen and are no decoration."""
    for child in children_of(box):
        if child.element is not None and is_decoration(child.element):
            continue
        if isinstance(child, boxes.TextBox):
            if child.text.strip() and child.style["visibility"] == "visible":
                yield child
        else:
            yield from texts(child)


def text_of(box: Any) -> str:
    """Return the words within a box that can be seen."""
    return "".join(text.text for text in texts(box))
