"""Laid-out pages -> the same pages, with the spaces between words that lines swallowed.

A reader that follows the tags meets no line ends: without a space painted there, the last word of
one line and the first of the next are one word (ISO 32000-1, 14.8.2.5). Where a space was, the
text box before it gets it back; it hangs in the margin and moves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from report.press.box_tree import children_of


def keep_spaces(pages: Iterable[Any]) -> None:
    """Give each text box the space that follows it, where no box that is painted has it.

    A line ends in a space unless a word is divided there: then the next line of its block does not
    begin behind one. `after_space` is what the layout has left on the first text box of a line
    (see `weasyprint_70`).
    """
    open_ends: dict[tuple[Any, str], Any] = {}
    for page in pages:
        for line in _lines(page._page_box):
            texts = [box for box in _texts(line) if box.pango_layout is not None]
            block = (line.element, line.element_tag)
            ended = open_ends.pop(block, None)
            if ended is not None and texts and getattr(texts[0], "after_space", False):
                _give_space(ended)
            painted = _keep_within(texts)
            if painted is None:
                continue
            if _is_broken_off(line):
                _give_space(painted)
            else:
                open_ends[block] = painted
    for ended in open_ends.values():
        _give_space(ended)


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


def _is_broken_off(line: Any) -> bool:
    """Whether a line ends where the page says so, with `br`."""
    return any(box.element_tag == "br" for box in line.descendants())


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
