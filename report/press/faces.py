"""The static faces that we print with: from which variable font, where on its axes, which family.

The families carry our own names so that no font installed on a machine can be taken for them, and
because the licence of the Source fonts reserves their name for unchanged files (SIL OFL 1.1).
Knows nothing of how they are made.
"""

from __future__ import annotations

from dataclasses import dataclass

SERIF = "Report Serif"
SANS = "Report Sans"
DISPLAY = "Report Display"


@dataclass(frozen=True)
class Face:
    """One static face: where it comes from, which family it joins, and its place on the axes."""

    package: str
    file: str
    family: str
    weight: int
    italic: bool = False
    optical_size: int | None = None

    @property
    def file_name(self) -> str:
        """Name of the file made from it, such as `ReportSerif-400-italic.ttf`."""
        slope = "-italic" if self.italic else ""
        return f"{self.family.replace(' ', '')}-{self.weight}{slope}.ttf"

    @property
    def location(self) -> dict[str, float]:
        """Its place on the axes of the variable font."""
        place: dict[str, float] = {"wght": self.weight}
        if self.optical_size is not None:
            place["opsz"] = self.optical_size
        return place


_SERIF_PACKAGE = "fontpkg_source_serif_4"
_SANS_PACKAGE = "fontpkg_source_sans_3"
_SERIF_FILE = "SourceSerif4[opsz,wght].ttf"
_SERIF_ITALIC_FILE = "SourceSerif4-Italic[opsz,wght].ttf"
_SANS_FILE = "SourceSans3[wght].ttf"
_SANS_ITALIC_FILE = "SourceSans3-Italic[wght].ttf"
_TEXT_SIZE = 10
_DISPLAY_SIZE = 40

# The body is set at about ten points and has the optical size made for it; large titles have
# their own family, cut for large sizes.
FACES: tuple[Face, ...] = (
    Face(_SERIF_PACKAGE, _SERIF_FILE, SERIF, 400, optical_size=_TEXT_SIZE),
    Face(_SERIF_PACKAGE, _SERIF_ITALIC_FILE, SERIF, 400, italic=True, optical_size=_TEXT_SIZE),
    Face(_SERIF_PACKAGE, _SERIF_FILE, SERIF, 600, optical_size=_TEXT_SIZE),
    Face(_SERIF_PACKAGE, _SERIF_FILE, DISPLAY, 400, optical_size=_DISPLAY_SIZE),
    Face(_SERIF_PACKAGE, _SERIF_FILE, DISPLAY, 600, optical_size=_DISPLAY_SIZE),
    Face(_SANS_PACKAGE, _SANS_FILE, SANS, 300),
    Face(_SANS_PACKAGE, _SANS_FILE, SANS, 400),
    Face(_SANS_PACKAGE, _SANS_ITALIC_FILE, SANS, 400, italic=True),
    Face(_SANS_PACKAGE, _SANS_FILE, SANS, 600),
    Face(_SANS_PACKAGE, _SANS_FILE, SANS, 700),
)

# Changed whenever `make_face` makes other bytes from the same input.
RECIPE = "1"
