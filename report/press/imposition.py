"""Finished A5 pages -> the A4 sides of a booklet that is printed, folded and stitched in its fold.

The pages are placed as they are, each clipped to its half of the side. What is made is paper: tags,
links, bookmarks and attachments are left out, and the metadata say so. Knows nothing of what stands
on the pages.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from report.model.place import Place
from report.model.problem import Problem, Stop, problem
from report.press.paper import describe, saved

POINTS_PER_MM = 72 / 25.4
_PAGE_MM = (148.0, 210.0)
_SIDE_MM = (297.0, 210.0)
_TOLERANCE_MM = 0.5
REMARK = (
    "Sheets to print on both sides, turned on the short edge, then folded and stitched. "
    "Made for paper: the edition for screens has the tags and the attachments."
)


@dataclass(frozen=True)
class Side:
    """One side of a sheet: its pages, counted from 1 (None: blank), and the sheets round it."""

    left: int | None
    right: int | None
    sheets_outside: int


def impose_booklet(
    pdf: bytes, *, creep_mm: float = 0.0, back_cover: bool = False, remark: str = REMARK
) -> bytes:
    """Return the sides of a booklet of the A5 pages of `pdf`, in the order of a duplex printer.

    `creep_mm` is the thickness of a sheet: nested sheets push each other out, so the pages of each
    are moved towards the fold by one thickness for every sheet round it, and all outer margins are
    the same once the booklet is cut. `back_cover` puts the last page on the outside of the back,
    after any blank pages; without it the blank pages come last. The same input gives the same
    bytes. Errors: Stop(3) with `booklet-page-size` for each page that is not A5.
    """
    with pikepdf.open(io.BytesIO(pdf)) as source, pikepdf.new() as target:
        if problems := list(_wrong_sizes(source)):
            raise Stop(3, *problems)
        forms = [target.copy_foreign(page.as_form_xobject()) for page in source.pages]
        for side in sheet_sides(len(forms), back_cover=back_cover):
            _add_side(target, side, forms, creep_mm * POINTS_PER_MM)
        describe(source, target, remark)
        target.Root.ViewerPreferences = pikepdf.Dictionary(
            Duplex=pikepdf.Name.DuplexFlipShortEdge,
            PrintScaling=pikepdf.Name("/None"),
            DisplayDocTitle=True,
        )
        return saved(target)


def sheet_sides(pages: int, *, back_cover: bool = False) -> list[Side]:
    """Return the sides of a booklet of so many pages: front and back of the outermost sheet first.

    A sheet is turned about its short edge: behind the left half of its front is the right half of
    its back.
    """
    blanks = -pages % 4
    order: list[int | None] = [*range(1, pages + 1)]
    at = max(pages - 1, 0) if back_cover else pages
    order[at:at] = [None] * blanks
    sides = []
    for sheet in range(len(order) // 4):
        first, last = 2 * sheet, len(order) - 1 - 2 * sheet
        sides.append(Side(order[last], order[first], sheet))
        sides.append(Side(order[first + 1], order[last - 1], sheet))
    return sides


def _wrong_sizes(source: pikepdf.Pdf) -> Iterator[Problem]:
    for number, page in enumerate(source.pages, start=1):
        width, height = _size_mm(page)
        off = max(abs(width - _PAGE_MM[0]), abs(height - _PAGE_MM[1]))
        if off > _TOLERANCE_MM:
            size = f"{width:.0f} × {height:.0f}"
            yield problem("booklet-page-size", Place("booklet"), page=number, size=size)


def _size_mm(page: Any) -> tuple[float, float]:
    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    size = (right - left) / POINTS_PER_MM, (top - bottom) / POINTS_PER_MM
    return size if int(page.obj.get("/Rotate", 0)) % 180 == 0 else size[::-1]


def _add_side(target: pikepdf.Pdf, side: Side, forms: list[Any], thickness: float) -> None:
    width, height = (length * POINTS_PER_MM for length in _SIDE_MM)
    fold, page_width = width / 2, _PAGE_MM[0] * POINTS_PER_MM
    shift = thickness * side.sheets_outside
    target.add_blank_page(page_size=(width, height))
    sheet = target.pages[-1]
    content = b""
    halves = (
        ("/Left", side.left, 0.0, fold - page_width + shift),
        ("/Right", side.right, fold, fold - shift),
    )
    for name, number, clip_left, x in halves:
        if number is not None:
            form = forms[number - 1]
            sheet.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(name))
            content += _placed(form, name, (clip_left, fold, height), x)
    sheet.obj.Contents = target.make_stream(content)


def _placed(form: Any, name: str, half: tuple[float, float, float], x: float) -> bytes:
    """Return the operators that draw a page with its left edge at `x`, clipped to its half."""
    left, width, height = half
    matrix = pikepdf.Matrix(form.Matrix) if "/Matrix" in form else pikepdf.Matrix()
    corner = matrix.transform(pikepdf.Rectangle(form.BBox))
    clip = f"{left:.4f} 0 {width:.4f} {height:.4f} re W n"
    move = f"1 0 0 1 {x - corner.llx:.4f} {-corner.lly:.4f} cm"
    return f"q {clip} {move} {name} Do Q\n".encode()
