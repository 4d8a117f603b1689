"""The colours of our pages -> the inks they are printed with.

Small letters get one ink where they can: two or three inks never lie exactly on each other. Plain
data; knows nothing of files.
"""

from __future__ import annotations

from dataclasses import dataclass

Cmyk = tuple[float, float, float, float]


@dataclass(frozen=True)
class Inks:
    """Cyan, magenta, yellow and black in per cent: for areas and lines, and for letters."""

    areas: Cmyk
    letters: Cmyk


# The colours of templates/css/tokens.css and of the drawings.
INKS: dict[str, Inks] = {
    "#17222e": Inks((85, 66, 46, 62), (0, 0, 0, 100)),
    "#16191d": Inks((0, 0, 0, 100), (0, 0, 0, 100)),
    "#a5341c": Inks((18, 88, 100, 16), (18, 88, 100, 16)),
    "#55606b": Inks((0, 0, 0, 74), (0, 0, 0, 74)),
    "#c6c8c6": Inks((0, 0, 0, 26), (0, 0, 0, 26)),
    "#f3f1ec": Inks((3, 4, 8, 1), (3, 4, 8, 1)),
    "#eee3df": Inks((5, 10, 10, 1), (5, 10, 10, 1)),
    "#ffffff": Inks((0, 0, 0, 0), (0, 0, 0, 0)),
    "#000000": Inks((0, 0, 0, 100), (0, 0, 0, 100)),
    "#d5dbe1": Inks((14, 9, 7, 2), (14, 9, 7, 2)),
    "#f0b29e": Inks((2, 36, 34, 0), (2, 36, 34, 0)),
}

_NEUTRAL = 0.06
_DARK = 0.18


def inks_for(colour: str) -> Inks:
    """Return inks for any colour `#rrggbb`, such as an organisation's own, by plain conversion.

    Greys are black ink alone, and so are dark letters. A colour that matters should have its own
    row: no formula knows the paper.
    """
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    light = 0.299 * red + 0.587 * green + 0.114 * blue
    black: Cmyk = (0, 0, 0, 100 if light < _DARK else round(100 * (1 - light)))
    if max(red, green, blue) - min(red, green, blue) <= _NEUTRAL:
        return Inks(black, black)
    key = 1 - max(red, green, blue)
    cyan, magenta, yellow = (
        round(100 * (1 - part - key) / (1 - key)) for part in (red, green, blue)
    )
    mixed: Cmyk = (cyan, magenta, yellow, round(100 * key))
    return Inks(mixed, black if light < _DARK else mixed)
