"""Pages printed with bleed -> pages with a slug round them: marks for cutting and registration.

All marks lie outside the bleed and are printed by every ink (Separation /All, ISO 32000-1,
8.6.6.4), so that a printer can lay the inks on each other. Lengths are in points.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

from report.model.place import Place
from report.model.problem import Problem, Stop, problem
from report.press.outlines import Outlines

MM = 72 / 25.4
BLEED_MM, SLUG_MM = 3.0, 10.0
_BLEED, _SLUG = BLEED_MM * MM, SLUG_MM * MM
_TOLERANCE = 0.1
_LINE_WIDTH = 0.25
_GAP, _CROP_LENGTH = 0.5 * MM, 6 * MM
_TARGET_RADIUS, _TARGET_ARM = 1.8 * MM, 3 * MM
_LINE_SIZE, _LINE_INDENT = 6.0, 5 * MM
# The share of a radius at which the handles of four curves make a circle.
_ROUND = 0.5523

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class SlugLine:
    """What stands beside each page: the title and the day; the page is added."""

    title: str
    date: str
    face_path: Path


def add_press_marks(pdf: pikepdf.Pdf, line: SlugLine) -> None:
    """Put a slug round every page and set its boxes; the pages themselves stay as they are.

    Errors: Stop(3) with `bleed-missing` for each page with less than 3 mm of bleed.
    """
    trims = [_box(page.trimbox) for page in pdf.pages]
    if problems := _without_bleed(pdf, trims):
        raise Stop(3, *problems)
    registration = pdf.make_indirect(_all_inks())
    slug = _Slug(pdf, line, len(trims), min(_room(trim) for trim in trims))
    for number, (page, trim) in enumerate(zip(pdf.pages, trims, strict=True), start=1):
        _set_boxes(page, trim)
        page.add_resource(registration, pikepdf.Name.ColorSpace, pikepdf.Name.All)
        page.add_resource(slug.title, pikepdf.Name.XObject, pikepdf.Name.SlugTitle)
        x, y = trim[0] + _LINE_INDENT, trim[1] - _BLEED - _SLUG / 2 - _LINE_SIZE / 3
        _draw_outside(pdf, page, _marks(trim) + slug.drawn(number, x, y))


class _Slug:
    """The line beside the pages; its title is drawn once and used on each."""

    def __init__(self, pdf: pikepdf.Pdf, line: SlugLine, pages: int, room: float) -> None:
        self.outlines = Outlines(line.face_path)
        self.counted = f" · {{}} / {pages} · {line.date}"
        room -= self.outlines.width(self.counted.format(pages), _LINE_SIZE)
        words = self.outlines.fitted(line.title, _LINE_SIZE, room)
        self.width = self.outlines.width(words, _LINE_SIZE)
        self.title = pdf.make_stream(
            self.outlines.drawn(words, _LINE_SIZE, 0, 0),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, -_LINE_SIZE, self.width + _LINE_SIZE, 2 * _LINE_SIZE],
        )

    def drawn(self, number: int, x: float, y: float) -> bytes:
        """Return the operators of the line beside a page, from `x` on the baseline `y`."""
        title = f"q 1 0 0 1 {x:.4f} {y:.4f} cm /SlugTitle Do Q\n".encode()
        counted = self.counted.format(number)
        return title + self.outlines.drawn(counted, _LINE_SIZE, x + self.width, y)


def _box(array: Any) -> Box:
    left, bottom, right, top = (float(edge) for edge in array)
    return left, bottom, right, top


def _grown(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _without_bleed(pdf: pikepdf.Pdf, trims: list[Box]) -> list[Problem]:
    found = []
    for number, (page, trim) in enumerate(zip(pdf.pages, trims, strict=True), start=1):
        edges = zip(_box(page.mediabox), trim, strict=True)
        bleed = min(abs(outer - inner) for outer, inner in edges)
        if bleed < _BLEED - _TOLERANCE:
            words = {"bleed_mm": f"{bleed / MM:.1f}", "least_mm": f"{BLEED_MM:.0f}"}
            found.append(problem("bleed-missing", Place("press"), page=number, **words))
    return found


def _set_boxes(page: Any, trim: Box) -> None:
    slug = _rounded(_grown(trim, _BLEED + _SLUG))
    page.obj.MediaBox = pikepdf.Array(slug)
    page.obj.CropBox = pikepdf.Array(slug)
    page.obj.BleedBox = pikepdf.Array(_rounded(_grown(trim, _BLEED)))
    page.obj.TrimBox = pikepdf.Array(_rounded(trim))
    if "/ArtBox" in page.obj:
        del page.obj.ArtBox


def _rounded(box: Box) -> list[float]:
    return [round(edge, 4) for edge in box]


def _all_inks() -> pikepdf.Array:
    tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    names = [pikepdf.Name.Separation, pikepdf.Name.All, pikepdf.Name.DeviceCMYK]
    return pikepdf.Array([*names, tint])


def _room(trim: Box) -> float:
    """Return the width of the line: from its indent to the target in the middle."""
    return (trim[2] - trim[0]) / 2 - _LINE_INDENT - 2 * _TARGET_ARM


def _draw_outside(pdf: pikepdf.Pdf, page: Any, marks: bytes) -> None:
    """Keep the page within its bleed, and draw the marks after it."""
    left, bottom, right, top = _box(page.obj.BleedBox)
    clip = f"q {left:.4f} {bottom:.4f} {right - left:.4f} {top - bottom:.4f} re W n\n"
    page.contents_coalesce()
    content = page.obj.Contents.read_bytes()
    after = f"\nQ\nq /All CS 1 SCN /All cs 1 scn {_LINE_WIDTH} w 0 J [] 0 d\n".encode()
    page.obj.Contents = pdf.make_stream(clip.encode() + content + after + marks + b"Q\n")


def _marks(trim: Box) -> bytes:
    left, bottom, right, top = trim
    near, far = _BLEED + _GAP, _BLEED + _GAP + _CROP_LENGTH
    lines = []
    for x in (left, right):
        lines += [(x, top + near, x, top + far), (x, bottom - near, x, bottom - far)]
    for y in (bottom, top):
        lines += [(left - near, y, left - far, y), (right + near, y, right + far, y)]
    middle = _BLEED + _SLUG / 2
    across, up = (left + right) / 2, (bottom + top) / 2
    centres = [
        (across, bottom - middle),
        (across, top + middle),
        (left - middle, up),
        (right + middle, up),
    ]
    drawn = "".join(_line(line) for line in lines)
    return (drawn + "".join(_target(x, y) for x, y in centres)).encode()


def _line(ends: Box) -> str:
    return "{:.4f} {:.4f} m {:.4f} {:.4f} l S\n".format(*ends)


def _target(x: float, y: float) -> str:
    """Return a circle with a cross through it."""
    arm, r, h = _TARGET_ARM, _TARGET_RADIUS, _TARGET_RADIUS * _ROUND
    curves = [
        (x + r, y + h, x + h, y + r, x, y + r),
        (x - h, y + r, x - r, y + h, x - r, y),
        (x - r, y - h, x - h, y - r, x, y - r),
        (x + h, y - r, x + r, y - h, x + r, y),
    ]
    drawn = f"{x + r:.4f} {y:.4f} m\n"
    drawn += "".join("{:.4f} {:.4f} {:.4f} {:.4f} {:.4f} {:.4f} c\n".format(*c) for c in curves)
    return drawn + "s\n" + _line((x - arm, y, x + arm, y)) + _line((x, y - arm, x, y + arm))
