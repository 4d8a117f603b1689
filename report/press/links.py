"""Laid-out pages -> one link annotation for each line that a link runs over.

WeasyPrint makes one for every box of a link, so that a line of the contents has three on top of
each other. Changes the lists of links before they are written.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from report.press.elements import Elements

# Boxes of one line differ by less than this in their middle, in CSS pixels; lines by more.
_SAME_LINE = 5.0


def merge_links(pages: Iterable[Any], elements: Elements) -> None:
    """Join the rectangles of a link on each line of each page into one."""
    for page in pages:
        merged: list[tuple[str, str, Any, Any]] = []
        by_link: dict[Any, list[int]] = {}
        for kind, target, rectangle, box in page.links:
            places = by_link.setdefault(elements.link(box.element), [])
            on_line = [i for i in places if _on_one_line(merged[i][2], rectangle)]
            if on_line:
                first = merged[on_line[0]]
                merged[on_line[0]] = (kind, target, _union(first[2], rectangle), first[3])
            else:
                places.append(len(merged))
                merged.append((kind, target, rectangle, box))
        page.links[:] = merged


def _on_one_line(first: Any, second: Any) -> bool:
    apart: float = abs(first[1] + first[3] - second[1] - second[3]) / 2
    return apart < _SAME_LINE


def _union(first: Any, second: Any) -> tuple[float, float, float, float]:
    return (
        min(first[0], second[0]),
        min(first[1], second[1]),
        max(first[2], second[2]),
        max(first[3], second[3]),
    )
