"""Laid-out pages -> the problems that can be seen in the geometry and the text of their boxes.

Looks at WeasyPrint's boxes before they are painted. Lengths are in CSS pixels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from report.model.place import Place
from report.model.problem import Problem, problem
from report.press.box_tree import descendants_of
from report.press.elements import alternative

_MM = 96 / 25.4
_SLACK = 1.0


def check_layout(pages: Iterable[Any], place: Place) -> Iterator[Problem]:
    """Yield what is wrong with the laid-out pages: what is out of place, and empty pages.

    Problems: text-overflow, picture-overflow, text-over-notes, text-wide, empty-page and
    note-misnumbered.
    """
    for number, page in enumerate(pages, start=1):
        sheet = page._page_box
        for box in descendants_of(sheet):
            if _is_visible_text(box) or isinstance(box, boxes.ReplacedBox):
                yield from _outside(box, page, number, place)
        if not sheet.page_type.blank and _is_empty(sheet):
            yield problem("empty-page", place, page=number)
        yield from _over_notes(sheet, number, place)
        yield from _misnumbered(sheet, place)
        for column in _columns(sheet):
            yield from _wide(column, number, place)


def anchor_calls(pages: Iterable[Any]) -> None:
    """Let the destination `fc-N` be the call itself, not the word before it.

    A word that is divided between two pages begins on another page than its call stands on.
    """
    pages = list(pages)
    calls: dict[str, tuple[Any, Any]] = {}
    for page in pages:
        for box in descendants_of(page._page_box):
            if (box.element_tag or "").endswith("::footnote-call"):
                number = box.element.get("id", "").removeprefix("fn-")
                calls.setdefault(f"fc-{number}", (page, box))
    for page in pages:
        for name in calls.keys() & page.anchors.keys():
            del page.anchors[name]
    for name, (page, box) in calls.items():
        left, top, width, height = box.hit_area()
        page.anchors[name] = (left, top, left + width, top + height)


def around(text: str, position: int, length: int = 24) -> str:
    """Return the words about a position of `text`, on one line."""
    start, end = max(0, position - length), position + length
    left = "…" if start else ""
    right = "…" if end < len(text) else ""
    return left + " ".join(text[start:end].split()) + right


def _is_visible_text(box: Any) -> bool:
    return isinstance(box, boxes.TextBox) and bool(box.text.strip())


def _outside(box: Any, page: Any, number: int, place: Place) -> Iterator[Problem]:
    excess = max(
        -box.position_x,
        -box.position_y,
        box.position_x + box.width - page.width,
        box.position_y + box.height - page.height,
    )
    if excess <= _SLACK:
        return
    by = f"{excess / _MM:.1f}"
    if isinstance(box, boxes.TextBox):
        words = around(box.text, 0, 40)
        yield problem("text-overflow", place, page=number, words=words, excess_mm=by)
    else:
        words = around(alternative(box.element), 0, 40)
        yield problem("picture-overflow", place, page=number, picture=words, excess_mm=by)


def _content(sheet: Any) -> Iterator[Any]:
    """Yield the root and the area of notes, not the boxes in the margins."""
    return (child for child in sheet.children if not isinstance(child, boxes.MarginBox))


def _is_empty(sheet: Any) -> bool:
    return not any(
        _is_visible_text(box) or isinstance(box, boxes.ReplacedBox)
        for part in _content(sheet)
        for box in descendants_of(part)
    )


def _over_notes(sheet: Any, number: int, place: Place) -> Iterator[Problem]:
    """Tell of text that runs into the notes, as in a table row that fills the page."""
    areas = [part for part in _content(sheet) if isinstance(part, boxes.FootnoteAreaBox)]
    if not areas:
        return
    top = areas[0].border_box_y()
    for box in _lines(sheet.children[0]):
        if box.position_y + box.height > top + _SLACK and (words := _text_of(box)):
            yield problem("text-over-notes", place, page=number, words=around(words, 0, 40))
            return


def _lines(box: Any) -> Iterator[Any]:
    return (line for line in descendants_of(box) if isinstance(line, boxes.LineBox))


def _columns(sheet: Any) -> Iterator[Any]:
    """Yield the boxes that hold lines."""
    for box in descendants_of(sheet):
        children = box.children if isinstance(box, boxes.BlockContainerBox) else ()
        if children and isinstance(children[0], boxes.LineBox):
            yield box


def _text_of(box: Any) -> str:
    return "".join(part.text for part in descendants_of(box) if isinstance(part, boxes.TextBox))


def _wide(column: Any, number: int, place: Place) -> Iterator[Problem]:
    """Tell of lines wider than the column that holds them, such as a long address in a table."""
    room = column.content_box_x() + column.width
    for line in column.children:
        texts = [box for box in descendants_of(line) if _is_visible_text(box)]
        right = max((box.position_x + box.width for box in texts), default=room)
        if right > room + _SLACK:
            yield problem(
                "text-wide",
                place,
                page=number,
                words=around(_text_of(line), 0, 40),
                excess_mm=f"{(right - room) / _MM:.1f}",
            )


def _misnumbered(sheet: Any, place: Place) -> Iterator[Problem]:
    """Tell of a call or a note whose printed number is not the one in its id."""
    for box in descendants_of(sheet):
        tag = box.element_tag or ""
        if not tag.endswith(("::footnote-call", "::footnote-marker")):
            continue
        if isinstance(box, (boxes.TextBox, boxes.LineBox)) or not box.children:
            continue
        identity = box.element.get("id") or ""
        printed = "".join(c for c in _text_of(box) if c.isdigit())
        if printed and identity != f"fn-{printed}":
            yield problem(
                "note-misnumbered", place, number=identity.removeprefix("fn-"), printed=printed
            )
