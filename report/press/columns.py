"""How high columns must be for their content to fill them evenly.

Stock WeasyPrint 70.0 looks for it by laying the columns out again and again, each time a pixel or a
line higher: on a page of small print some seventy times. We reckon the height from the first
layout, and lay out once more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from weasyprint.formatting_structure import boxes

_TRIALS = 30  # halve a page's height often enough for a thousandth of a pixel
_SLACK = 0.01

Piece = tuple[float, float]


def even_height(columns: Sequence[Any], count: int) -> float:
    """Return the least height at which what is in laid-out columns fits in `count` of them."""
    pieces = list(_strip(columns))
    if not pieces:
        return 0
    low = max(bottom - top for top, bottom in pieces)
    high = pieces[-1][1] - pieces[0][0]
    for _ in range(_TRIALS):
        middle = (low + high) / 2
        if _columns_needed(pieces, middle) <= count:
            high = middle
        else:
            low = middle
    return high + _SLACK


def _strip(columns: Sequence[Any]) -> Iterator[Piece]:
    """Yield top and bottom of all that cannot be divided, as if it stood in one column.

    A margin counts below, where the column must have room for it, and not above.
    """
    end = 0.0
    for column in columns:
        shift = end - column.position_y
        for top, bottom in _pieces(column):
            yield top + shift, bottom + shift
        flow = [child for child in column.children if child.is_in_normal_flow()]
        if flow:
            end = flow[-1].position_y + flow[-1].margin_height() + shift


def _pieces(box: Any) -> Iterator[Piece]:
    for child in box.children:
        if not child.is_in_normal_flow():
            continue
        top, bottom = child.border_box_y(), child.position_y + child.margin_height()
        divisible = isinstance(child, boxes.BlockContainerBox)
        inner = [] if child.style["break_inside"].startswith("avoid") else list(_pieces(child))
        if divisible and inner:
            # What stands about its content is kept with the first and the last of it.
            (_, first), (last, _) = inner[0], inner[-1]
            inner[0] = top, first
            inner[-1] = (top if len(inner) == 1 else last), bottom
            yield from inner
        else:
            yield top, bottom


def _columns_needed(pieces: Sequence[Piece], height: float) -> int:
    needed, start = 1, pieces[0][0]
    for top, bottom in pieces:
        if bottom - start > height:
            needed, start = needed + 1, top
    return needed
