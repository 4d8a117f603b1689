"""The colours of an organisation: as the dossier gives them, and whether they can be read.

Colours are `#rrggbb`. Knows nothing of style sheets; the defaults are those of our own design.
"""

from __future__ import annotations

from dataclasses import dataclass

WHITE = "#ffffff"
GREY = "#55606b"  # of labels and notes, in every theme

Cmyk = tuple[int, int, int, int]


@dataclass(frozen=True)
class Theme:
    """Three colours, and what the press edition prints for two of them, in per cent of ink.

    `ink` fills the cover and sets headings, labels and bars, `accent` sets large numbers, rules
    and calls of notes, `tint` lies behind notices and what is asked. Inks that are not given are
    worked out from the colour.
    """

    ink: str = "#17222e"
    accent: str = "#a5341c"
    tint: str = "#f3f1ec"
    ink_cmyk: Cmyk | None = None
    accent_cmyk: Cmyk | None = None

    @property
    def accent_on_ink(self) -> str:
        """The accent made so light that it can be read on the ink (4.5 : 1)."""
        lightness = 0.0
        while contrast(colour := mixed(self.accent, WHITE, lightness), self.ink) < LEGIBLE + 2.5:
            lightness += 0.05
            if lightness >= 1:
                return WHITE
        return colour


LEGIBLE = 4.5  # WCAG 2.2, 1.4.3
APART = 2.0  # two colours that must not look alike in grey


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 to 1."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def parts(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue, each from 0 to 1."""
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def mixed(one: str, other: str, share: float) -> str:
    """Return `one` with a share of `other`, from 0 to 1."""
    pairs = zip(parts(one), parts(other), strict=True)
    return "#" + "".join(f"{round((a + (b - a) * share) * 255):02x}" for a, b in pairs)
