"""The pictures of a PDF in RGB -> the same pictures in the inks of a press, by its ICC profile.

What is RGB without a profile of its own is sRGB, as on the web. Drawings are not pictures: their
colours have their rows in the table of inks.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

_RGB_CHANNELS = 3
_REPLACED = ("/Decode", "/DecodeParms", "/Filter", "/Intent")


def pictures_to_cmyk(pdf: pikepdf.Pdf, profile: bytes) -> None:
    """Convert every RGB picture of `pdf`; `profile` must have been checked."""
    from PIL import ImageCms

    transform: Any = None
    for picture in _rgb_pictures(pdf):
        if transform is None:
            transform = ImageCms.buildTransform(
                ImageCms.createProfile("sRGB"),
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                "RGB",
                "CMYK",
                renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
                flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )
        shown = pikepdf.PdfImage(picture).as_pil_image().convert("RGB")
        for key in _REPLACED:
            if key in picture:
                del picture[key]
        inked: Any = ImageCms.applyTransform(shown, transform)
        picture.write(inked.tobytes())
        picture.ColorSpace = pikepdf.Name.DeviceCMYK
        picture.BitsPerComponent = 8


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
