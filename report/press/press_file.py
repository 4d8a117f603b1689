"""The brief printed with bleed -> the file for the print shop.

Four inks throughout, marks in a slug, and the output intent of the profile that the shop named.
It is ready for the press but claims no part of PDF/X, which no validator here could confirm.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf

from report.model.place import Place
from report.model.problem import Problem, Problems, Stop
from report.press.cmyk import to_cmyk
from report.press.inks import INKS, Inks
from report.press.job import Metadata
from report.press.output_intent import add_output_intent, checked_profile
from report.press.paper import describe, saved, strip
from report.press.pictures import pictures_to_cmyk
from report.press.press_checks import check_colours, check_resolution
from report.press.press_marks import SlugLine, add_press_marks

REMARK = (
    "For the print shop: process colours, 3 mm bleed, marks in the slug. "
    "The edition for screens has the tags and the attachments."
)


@dataclass(frozen=True)
class PressFile:
    """What a press file is made with.

    `face_path` is the face of the line in the slug; `profile` the bytes of the shop's ICC profile,
    `profile_name` the file name it is told under; `inks` the table of colours, keys `#rrggbb`.
    """

    metadata: Metadata
    face_path: Path
    profile: bytes | None = None
    profile_name: str = "profile"
    inks: Mapping[str, Inks] = field(default_factory=lambda: INKS)
    remark: str = REMARK


def finish_press(pdf: bytes, wanted: PressFile, place: Place) -> tuple[bytes, tuple[Problem, ...]]:
    """Return the press file of pages printed in RGB with 3 mm of bleed, and its warnings.

    Pictures in RGB are converted, by the profile where there is one. The same input gives the
    same bytes. Errors: Stop(3) with `profile-refused`, `bleed-missing`
    and `rgb-in-press`; warnings: `image-low-resolution`.
    """
    found = Problems()
    name = ""
    if wanted.profile is not None:
        name = checked_profile(wanted.profile, Place(wanted.profile_name))
    with pikepdf.open(io.BytesIO(pdf)) as source, pikepdf.open(io.BytesIO(pdf)) as target:
        strip(target)
        describe(source, target, wanted.remark)
        to_cmyk(target, wanted.inks)
        line = SlugLine(wanted.metadata.title, wanted.metadata.date.isoformat(), wanted.face_path)
        add_press_marks(target, line)
        pictures_to_cmyk(target, wanted.profile)
        if wanted.profile is not None:
            add_output_intent(target, wanted.profile, name)
        found.extend(check_colours(target, place))
        found.extend(check_resolution(target, place))
        if found.errors:
            raise Stop(3, *found)
        return saved(target), tuple(found)
