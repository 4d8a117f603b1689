"""A press file -> the colours on its pages that are no process inks, and its coarse pictures."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf

from report.model.place import Place
from report.model.problem import Problem, problem
from report.press.painting import Step, named, steps
from report.press.separation import hexadecimal

PRESS_DPI = 300
# A picture scaled to hold exactly 300 dots an inch may have 299.99 by the rounding of lengths.
_DPI_SLACK = 0.5
_DEVICE_INKS = ("/DeviceCMYK", "/DeviceGray", "/Pattern")
_CHANNELS_OF_INKS = (1, 4)


def check_colours(pdf: pikepdf.Pdf, place: Place) -> Iterator[Problem]:
    """Yield rgb-in-press once for each colour on each page that is neither CMYK nor grey.

    Spot colours are told too. Masks, which only let through, are not looked at.
    """
    for number, page in enumerate(pdf.pages, start=1):
        told: set[str] = set()
        for step in steps(page):
            foreign = None if step.in_mask else _foreign(step)
            if foreign and foreign not in told:
                told.add(foreign)
                yield problem("rgb-in-press", place, page=number, colour=foreign)


def check_resolution(
    pdf: pikepdf.Pdf, place: Place, least_dpi: int = PRESS_DPI
) -> Iterator[Problem]:
    """Yield image-low-resolution for each picture with fewer than `least_dpi` dots an inch."""
    for number, page in enumerate(pdf.pages, start=1):
        for step in steps(page):
            if step.operator == "Do" and (image := _image(step)) is not None:
                dpi = _dots_an_inch(image, step.matrix)
                if dpi < least_dpi - _DPI_SLACK:
                    yield coarse_picture(place, number, dpi, least_dpi)


def coarse_picture(place: Place, page: int, dpi: float, least_dpi: int) -> Problem:
    """Return the problem of a picture that will be seen to be coarse."""
    return problem("image-low-resolution", place, page=page, dpi=math.floor(dpi), least=least_dpi)


def _foreign(step: Step) -> str | None:
    """Return what an operator paints with, in words, if it is no process ink."""
    judge = _JUDGES.get(step.operator)
    return judge(step) if judge else None


def _rgb(step: Step) -> str:
    return hexadecimal(step.operands) or "of RGB"


def _named_space(step: Step) -> str | None:
    found = named(step.resources, "/ColorSpace", step.operands[0])
    return _space(step.operands[0] if found is None else found)


def _shading(step: Step) -> str | None:
    return _space_of(named(step.resources, "/Shading", step.operands[0]), "/ColorSpace")


def _pattern(step: Step) -> str | None:
    if not step.operands or not isinstance(step.operands[-1], pikepdf.Name):
        return None
    pattern = named(step.resources, "/Pattern", step.operands[-1])
    shading = pattern.get("/Shading") if pattern is not None else None
    return _space_of(shading, "/ColorSpace")


def _group(step: Step) -> str | None:
    return _space_of(step.operands[0].get("/Group"), "/CS")


def _picture(step: Step) -> str | None:
    image = _image(step)
    return "of a picture" if _space_of(image, "/ColorSpace") else None


def _picture_within(_: Step) -> str:
    return "of a picture within the text"


_JUDGES: dict[str, Callable[[Step], str | None]] = {
    "rg": _rgb,
    "RG": _rgb,
    "cs": _named_space,
    "CS": _named_space,
    "sh": _shading,
    "scn": _pattern,
    "SCN": _pattern,
    "group": _group,
    "Do": _picture,
    "INLINE IMAGE": _picture_within,
}


def _space_of(owner: Any, key: str) -> str | None:
    return _space(owner[key]) if owner is not None and key in owner else None


def _space(space: Any) -> str | None:
    """Return the name of a colour space that is not printed with process inks alone."""
    if isinstance(space, pikepdf.Name):
        return None if str(space) in _DEVICE_INKS else str(space)[1:]
    family = str(space[0])
    if family == "/ICCBased":
        return None if int(space[1].N) in _CHANNELS_OF_INKS else "of an RGB profile"
    if family == "/Indexed":
        return _space(space[1])
    if family == "/Separation" and str(space[1]) in ("/All", "/None", "/Black"):
        return None
    return None if family == "/Pattern" else family[1:]


def _image(step: Step) -> Any:
    found = named(step.resources, "/XObject", step.operands[0])
    return found if found is not None and found.get("/Subtype") == "/Image" else None


def _dots_an_inch(image: Any, matrix: pikepdf.Matrix) -> float:
    width = math.hypot(matrix.a, matrix.b) / 72
    height = math.hypot(matrix.c, matrix.d) / 72
    if not width or not height:
        return math.inf
    return min(int(image.Width) / width, int(image.Height) / height)
