"""The pictures of a PDF in RGB -> the same pictures in the inks of a press.

What is RGB without a profile of its own is sRGB, as on the web. Drawings are not pictures: their
colours have their rows in the table of inks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pikepdf

from report.press.output_intent import transform_by

_RGB_CHANNELS = 3
_REPLACED = ("/Decode", "/DecodeParms", "/Filter", "/Intent")


def pictures_to_cmyk(pdf: pikepdf.Pdf, profile: bytes | None) -> None:
    """Convert every RGB picture of `pdf`, by a checked `profile` or, without one, plainly."""
    convert = _by_profile(profile) if profile is not None else _plainly
    for picture in _rgb_pictures(pdf):
        inked = convert(pikepdf.PdfImage(picture).as_pil_image().convert("RGB"))
        for key in _REPLACED:
            if key in picture:
                del picture[key]
        picture.write(inked.tobytes())
        picture.ColorSpace = pikepdf.Name.DeviceCMYK
        picture.BitsPerComponent = 8


def _by_profile(profile: bytes) -> Callable[[Any], Any]:
    from PIL import ImageCms

    transform = transform_by(profile)
    return lambda picture: ImageCms.applyTransform(picture, transform)


def _plainly(picture: Any) -> Any:
    """Let black ink print all that the three colours have in common: greys are black alone."""
    from PIL import Image, ImageChops

    cyan, magenta, yellow = ImageChops.invert(picture).split()
    black = ImageChops.darker(ImageChops.darker(cyan, magenta), yellow)
    colours = (ImageChops.subtract(ink, black) for ink in (cyan, magenta, yellow))
    return Image.merge("CMYK", (*colours, black))


def _rgb_pictures(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for item in list(pdf.objects):
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image":
            space = item.get("/ColorSpace")
            if space == "/DeviceRGB" or _is_rgb_profile(space):
                yield item


def _is_rgb_profile(space: Any) -> bool:
    if not isinstance(space, pikepdf.Array) or str(space[0]) != "/ICCBased":
        return False
    return int(space[1].N) == _RGB_CHANNELS
