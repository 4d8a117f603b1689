"""The bytes of an ICC profile -> the output intent of a press file, or why they cannot be one.

The profile says for which press and paper the inks are meant; only the print shop knows it. Sizes
and signatures: ICC.1, 7.2.
"""

from __future__ import annotations

import io
from typing import Any

import pikepdf

from report.model.place import Place
from report.model.problem import Stop, problem

_HEADER_BYTES = 128
_LARGEST_BYTES = 8 * 1024 * 1024
_CHANNELS = 4


def checked_profile(profile: bytes, place: Place) -> str:
    """Return the name that a profile gives itself.

    Errors: Stop(3) with `profile-refused` unless it is a whole ICC profile of a printer in CMYK.
    """
    reason = _fault(profile)
    if reason is None:
        from PIL import ImageCms

        try:
            opened = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            transform_by(profile)  # tables that no picture can be put through are told now
            return ImageCms.getProfileDescription(opened).strip() or "CMYK"
        except (ImageCms.PyCMSError, OSError):
            reason = "its tables cannot be read"
    raise Stop(3, problem("profile-refused", place, reason=reason))


def transform_by(profile: bytes) -> Any:
    """Return the transform of Pillow that puts pictures in sRGB into the inks of a profile."""
    from PIL import ImageCms

    return ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        ImageCms.ImageCmsProfile(io.BytesIO(profile)),
        "RGB",
        "CMYK",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


def add_output_intent(pdf: pikepdf.Pdf, profile: bytes, name: str) -> None:
    """Let `pdf` say that its inks are meant for the press of `profile`, called `name`."""
    stream = pdf.make_stream(profile, N=_CHANNELS, Alternate=pikepdf.Name.DeviceCMYK)
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFX,
        OutputConditionIdentifier="Custom",
        OutputCondition=name,
        Info=name,
        DestOutputProfile=stream,
    )
    pdf.Root.OutputIntents = pikepdf.Array([pdf.make_indirect(intent)])


def _fault(profile: bytes) -> str | None:
    if len(profile) > _LARGEST_BYTES:
        return f"it is larger than {_LARGEST_BYTES // 1024 // 1024} MB"
    if len(profile) < _HEADER_BYTES or profile[36:40] != b"acsp":
        return "it is not an ICC profile"
    if int.from_bytes(profile[:4], "big") != len(profile):
        return "it is not whole"
    if profile[12:16] != b"prtr":
        return "it is not the profile of a printer"
    if profile[16:20] != b"CMYK":
        return "it is not a profile of the four inks (CMYK)"
    return None
