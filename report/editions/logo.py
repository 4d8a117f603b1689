"""The organisation's logo: a picture of the dossier -> the same pixels as a picture of our own.

Only pixels are taken over, on white: no metadata, profile, script or second picture of the file
reaches a page. Knows nothing of where it is printed.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from report.dossier.folder import MEBIBYTE, Folder, Unreadable
from report.model.dossier import Dossier
from report.model.place import Place, read_at
from report.model.problem import Problem, Stop, problem

MOST_PIXELS = 4_000
WIDEST_MM, HIGHEST_MM = 45.0, 18.0
DOTS_PER_INCH = 300
_LARGEST = 8 * MEBIBYTE


@dataclass(frozen=True)
class Logo:
    """A picture ready for print: PNG, its width on the page, its size in pixels."""

    png: bytes
    width_mm: float
    pixels: tuple[int, int]


def read_logo(dossier: Dossier, folder: Folder) -> Logo | None:
    """Return the logo, or None where the dossier names none; Stop(1) with logo-unread."""
    path = dossier.organisation.logo
    if not path:
        return None
    place = read_at(path, Place("dossier.yaml"))
    try:
        data = folder.read(str(path), _LARGEST)
    except Unreadable as unreadable:
        raise Stop(1, unreadable.problem) from None
    picture = _picture(data, str(path), place)
    width, height = picture.size
    width_mm = min(WIDEST_MM, HIGHEST_MM * width / height)
    made = io.BytesIO()
    picture.save(made, "PNG", optimize=False)
    return Logo(made.getvalue(), round(width_mm, 1), (width, height))


def logo_problems(dossier: Dossier, folder: Folder) -> Iterator[Problem]:
    """Yield what is wrong with the logo: logo-unread, logo-small."""
    try:
        logo = read_logo(dossier, folder)
    except Stop as stop:
        yield from stop.problems
        return
    needed = round((logo.width_mm if logo else 0) / 25.4 * DOTS_PER_INCH)
    if logo and logo.pixels[0] < needed:
        path = dossier.organisation.logo
        place = read_at(path, Place("dossier.yaml"))
        width = f"{logo.width_mm:g}"
        yield problem("logo-small", place, pixels=logo.pixels[0], width=width, needed=needed)


def _picture(data: bytes, path: str, place: Place) -> Any:
    """Return the pixels on white, in RGB or grey."""
    from PIL import Image

    why = "it is neither PNG nor JPEG"
    try:
        with _whole_pictures_only(), warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
                why = f"it has {opened.width:,} by {opened.height:,} pixels"
                if max(opened.size) <= MOST_PIXELS:
                    why = "it is damaged"
                    return _on_white(opened)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning):
        pass
    raise Stop(1, problem("logo-unread", place, path=path, why=why))


@contextmanager
def _whole_pictures_only() -> Iterator[None]:
    """Refuse a picture that breaks off: the renderer lets them pass in the whole process."""
    from PIL import ImageFile

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _on_white(opened: Any) -> Any:
    from PIL import Image

    opened.load()
    seen = opened.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    paper.alpha_composite(seen)
    grey = opened.mode in ("1", "L", "LA")
    return paper.convert("L" if grey else "RGB")
