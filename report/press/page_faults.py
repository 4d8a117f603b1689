"""Laid-out pages -> what a reader would see to be wrong with them.

Text over text, text cut off, links that lead nowhere; and, as warnings, what a typesetter would
mend: a heading at the foot, a single line apart from its paragraph, a page with almost nothing on
it, a coarse picture. Looks at WeasyPrint's boxes; lengths are in CSS pixels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint.css import AnonymousStyle
from weasyprint.formatting_structure import boxes
from weasyprint.images import RasterImage

from report.model.place import Place
from report.model.problem import Problem, problem
from report.press.box_tree import children_of, descendants_of, text_of, texts
from report.press.elements import is_decoration, words_of
from report.press.layout import around
from report.press.overlaps import overlaps
from report.press.press_checks import coarse_picture

LEAST_DPI = 150
_PIXELS_PER_INCH = 96
_SLACK = 1.0
_HARDLY_FILLED = 0.12
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FORCED = frozenset({"page", "left", "right", "recto", "verso", "always"})


@dataclass(frozen=True)
class Sheet:
    """A page by its number from 1. `starts`: it begins a part, by a break that somebody asked for.

    `lines` are those of the text, without margins, notes and floats, from top to bottom.
    """

    number: int
    page: Any
    starts: bool
    lines: Sequence[Any]


def check_pages(pages: Iterable[Any], place: Place) -> Iterator[Problem]:
    """Yield the faults of laid-out pages, page by page.

    Errors: text-overlaps, text-clipped, dead-link, part-divided. Warnings: heading-at-foot,
    lone-line, page-hardly-filled, image-low-resolution.
    """
    sheets = list(_sheets(pages))
    anchors = {name for sheet in sheets for name in sheet.page.anchors}
    for sheet, following in zip(sheets, [*sheets[1:], None], strict=True):
        yield from overlaps(sheet.page._page_box, sheet.number, place)
        yield from _clipped(sheet, place)
        yield from _dead_links(sheet, anchors, place)
        yield from _coarse_pictures(sheet, place)
        if following is not None:
            yield from _heading_at_foot(sheet, following, place)
        if following is None or following.starts:
            yield from _hardly_filled(sheet, place)
    yield from _lone_lines(sheets, place)
    yield from _divided(sheets, place)


def _sheets(pages: Iterable[Any]) -> Iterator[Sheet]:
    before = None
    for number, page in enumerate(pages, start=1):
        sheet = page._page_box
        starts = before is None or _breaks_between(before, sheet)
        lines = sorted(_lines(sheet.children[0]), key=lambda line: line.position_y + line.height)
        yield Sheet(number, page, starts, lines)
        before = sheet


def _breaks_between(before: Any, sheet: Any) -> bool:
    if before.page_type.name != sheet.page_type.name:
        return True
    last, first = (list(_edge(page.children[0], at)) for page, at in ((before, -1), (sheet, 0)))
    # What goes on over both pages neither ends on the one nor begins on the other.
    going_on = {box.element for box in last} & {box.element for box in first}
    begins = (box.style["break_before"] for box in first if box.element not in going_on)
    ends = (box.style["break_after"] for box in last if box.element not in going_on)
    return bool(_FORCED & {*begins, *ends})


def _edge(box: Any, at: int) -> Iterator[Any]:
    """Yield the first or the last block at each depth."""
    while True:
        yield box
        blocks = [child for child in children_of(box) if _is_block_in_flow(child)]
        if not blocks:
            return
        box = blocks[at]


def _is_block_in_flow(box: Any) -> bool:
    return isinstance(box, boxes.BlockLevelBox) and box.is_in_normal_flow()


def _lines(box: Any) -> Iterator[Any]:
    for child in children_of(box):
        if isinstance(child, boxes.LineBox):
            if text_of(child):
                yield child
        elif child.is_in_normal_flow():
            yield from _lines(child)


def _clipped(sheet: Sheet, place: Place) -> Iterator[Problem]:
    """Tell of text in a box that hides what is larger than itself."""
    for box in sheet.page._page_box.descendants(placeholders=True):
        real = getattr(box, "_box", box)
        if real.style["overflow"] == "visible" or isinstance(real, boxes.PageBox):
            continue
        left, top = real.padding_box_x(), real.padding_box_y()
        right, bottom = left + real.padding_width(), top + real.padding_height()
        for text in texts(real):
            edges = text.position_x, text.position_y
            ends = edges[0] + text.width, edges[1] + text.height
            out = max(left - edges[0], top - edges[1], ends[0] - right, ends[1] - bottom)
            if out > _SLACK:
                words = around(text.text, 0, 40)
                yield problem("text-clipped", place, page=sheet.number, words=words)
                break


def _dead_links(sheet: Sheet, anchors: set[str], place: Place) -> Iterator[Problem]:
    for kind, target, *_ in sheet.page.links:
        if kind == "internal" and target not in anchors:
            yield problem("dead-link", place, page=sheet.number, target=target)


def _coarse_pictures(sheet: Sheet, place: Place) -> Iterator[Problem]:
    for box in sheet.page._page_box.descendants(placeholders=True):
        real = getattr(box, "_box", box)
        picture = getattr(real, "replacement", None)
        if isinstance(picture, RasterImage) and real.width and real.height:
            across = picture.width / real.width * _PIXELS_PER_INCH
            down = picture.height / real.height * _PIXELS_PER_INCH
            if min(across, down) < LEAST_DPI:
                yield coarse_picture(place, sheet.number, min(across, down), LEAST_DPI)


def _heading_at_foot(sheet: Sheet, following: Sheet, place: Place) -> Iterator[Problem]:
    if not sheet.lines or following.starts:
        return
    last = sheet.lines[-1]
    headings = (box for box in descendants_of(sheet.page._page_box) if box.element_tag in _HEADINGS)
    for heading in headings:
        if any(box is last for box in descendants_of(heading)):
            words = around(words_of(heading.element), 0, 40)
            yield problem("heading-at-foot", place, page=sheet.number, words=words)
            return


def _hardly_filled(sheet: Sheet, place: Place) -> Iterator[Problem]:
    """Tell of a page on which a part ends after a line or two; one that is a part is meant."""
    page = sheet.page._page_box
    if sheet.starts or page.page_type.blank:
        return
    content = [box for child in page.children for box in _filling(child)]
    filled = sum(height for _top, height in _merged(content))
    if filled < _HARDLY_FILLED * page.height:
        share = round(100 * filled / page.height)
        yield problem("page-hardly-filled", place, page=sheet.number, share=share)


def _filling(box: Any) -> Iterator[tuple[float, float]]:
    """Yield where the lines and pictures of a box begin and end, without those of the margins."""
    is_whole = isinstance(box, (boxes.LineBox, boxes.ReplacedBox))
    if is_whole:
        yield box.position_y, box.position_y + box.height
    elif not isinstance(box, boxes.MarginBox):
        for child in children_of(box):
            yield from _filling(child)


def _merged(spans: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Yield each height that is filled once, however many columns fill it."""
    bottom = float("-inf")
    for start, end in sorted(spans):
        if end > bottom:
            yield start, end - max(start, bottom)
            bottom = end


def _lone_lines(sheets: Iterable[Sheet], place: Place) -> Iterator[Problem]:
    """Tell of a paragraph's first line at a foot, or its last at a head, apart from the rest."""
    pieces: dict[Any, list[tuple[Sheet, Any]]] = {}
    for sheet in sheets:
        for box in _paragraphs(sheet.page._page_box):
            pieces.setdefault(box.element, []).append((sheet, box))
    for fragments in pieces.values():
        for sheet, box in (fragments[0], fragments[-1]) if len(fragments) > 1 else ():
            if len(box.children) == 1:
                words = around(text_of(box), 0, 40)
                yield problem("lone-line", place, page=sheet.number, words=words)


def _divided(sheets: Iterable[Sheet], place: Place) -> Iterator[Problem]:
    """Tell of what is marked as one page (`data-whole`) and runs on to another."""
    whole: dict[Any, list[tuple[int, Any]]] = {}
    for sheet in sheets:
        for box in sheet.page._page_box.descendants():
            if isinstance(box, boxes.BlockLevelBox) and _must_be_whole(box):
                whole.setdefault(box.element, []).append((sheet.number, box))
    for parts in whole.values():
        for number, box in parts:
            if number != parts[0][0]:
                words = around(text_of(box), 0, 40)
                yield problem("part-divided", place, page=number, words=words)


def _must_be_whole(box: Any) -> bool:
    return box.element is not None and box.element.get("data-whole") is not None


def _paragraphs(box: Any) -> Iterator[Any]:
    """Yield the boxes that may be parted by a page's end, not what is repeated on each page."""
    for child in children_of(box):
        is_group = isinstance(child, boxes.TableRowGroupBox)
        if isinstance(child, boxes.MarginBox) or (
            is_group and (child.is_header or child.is_footer)
        ):
            continue
        if _is_paragraph(child):
            yield child
        yield from _paragraphs(child)


def _is_paragraph(box: Any) -> bool:
    """Whether a box is an element that holds lines, and not one of several made for it."""
    return (
        isinstance(box, boxes.BlockContainerBox)
        and not isinstance(box.style, AnonymousStyle)
        and "::" not in (box.element_tag or "::")
        and not is_decoration(box.element)
        and bool(box.children)
        and isinstance(box.children[0], boxes.LineBox)
    )
