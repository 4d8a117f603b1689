"""Two pictures of a page -> where they differ, or nothing.

Edges of letters may come out a little lighter or darker from one build of a rasteriser to the next;
that is let pass. Anything a reader could see is not: what differs by more than the tolerance must
add up, within a small window, to no more than the trace of one pale pixel.
"""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter

# Levels of 255 by which a channel may differ: a golden picture has 64 colours, which moves it by up
# to 9.
TOLERANCE = 12
# What is over the tolerance is added up in windows of 5 × 5 pixels, at 72 dpi the size of a digit
# in a note; the digits that are most alike, 3 and 5, differ there by three times what is allowed.
_WINDOW_RADIUS = 2
_WINDOW = (2 * _WINDOW_RADIUS + 1) ** 2
ALLOWED = 75


@dataclass(frozen=True)
class Difference:
    """Why two pictures are not the same page; `marked` shows the places in red."""

    reason: str
    marked: Image.Image | None = None


def difference(expected: Image.Image, actual: Image.Image) -> Difference | None:
    """Return how `actual` differs from `expected`; None where a reader would see one page."""
    if expected.size != actual.size:
        return Difference(f"the page is {actual.size} and not {expected.size} pixels")
    excess = _excess(expected.convert("RGB"), actual.convert("RGB"))
    windows = excess.filter(ImageFilter.BoxBlur(_WINDOW_RADIUS)).point(
        lambda mean: 255 if mean * _WINDOW > ALLOWED else 0
    )
    if windows.getbbox() is None:
        return None
    left, top, right, bottom = windows.getbbox() or (0, 0, 0, 0)
    reason = f"differs between ({left}, {top}) and ({right}, {bottom})"
    return Difference(reason, _marked(actual, windows))


def _excess(expected: Image.Image, actual: Image.Image) -> Image.Image:
    """Return by how much the channel that differs most exceeds the tolerance, pixel by pixel."""
    red, green, blue = ImageChops.difference(expected, actual).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point(lambda level: max(0, level - TOLERANCE))


def _marked(actual: Image.Image, windows: Image.Image) -> Image.Image:
    pale = Image.blend(actual.convert("RGB"), Image.new("RGB", actual.size, "white"), 0.6)
    red = Image.new("RGB", actual.size, (210, 30, 30))
    return Image.composite(red, pale, windows.point(lambda mark: mark // 2))
