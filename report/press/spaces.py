"""Laid-out pages -> the same pages, with the spaces between words that lines swallowed.

A reader that follows the tags meets no line ends: without a space painted there, the last word of
one line and the first of the next are one word (ISO 32000-1, 14.8.2.5). Where a space was, the
text box before it gets it back; it hangs in the margin and moves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from report.press.artifacts import children_of


def keep_spaces(pages: Iterable[Any]) -> None:
    """Give each text box the space that follows it, where no box that is painted has it.

    `after_space` is left by the layout on the first text box of a line (see `weasyprint_70`).
    """
    last_of_block: dict[Any, Any] = {}
    for page in pages:
        for line in _lines(page._page_box):
            texts = [box for box in _texts(line) if box.pango_layout is not None]
            previous = last_of_block.get(line.element)
            if texts and previous is not None and getattr(texts[0], "after_space", False):
                _give_space(previous)
            last_of_block[line.element] = _keep_within(texts) or previous


def _keep_within(texts: Iterable[Any]) -> Any:
    """Do the same within a line; return its last text box that is painted."""
    painted = None
    for box in texts:
        if box.pango_layout.text.strip():
            painted = box
        elif painted is not None:
            # A box of spaces alone, such as the one between two bold words, is not painted.
            _give_space(painted)
    return painted


def _give_space(box: Any) -> None:
    if not box.pango_layout.text.endswith((" ", "\u00a0")):
        box.pango_layout.text += " "


def _lines(box: Any) -> Iterator[Any]:
    """Yield lines from the outside in, so that those of a box within a line come after it."""
    for child in children_of(box):
        if isinstance(child, boxes.LineBox):
            yield child
        yield from _lines(child)


def _texts(box: Any) -> Iterator[Any]:
    """Yield the text boxes of a line itself, not those of blocks within it."""
    for child in children_of(box):
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, boxes.InlineBox):
            yield from _texts(child)
