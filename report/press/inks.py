"""The colours of our pages -> the inks they are printed with.

Small letters get one ink where they can: two or three inks never lie exactly on each other. Plain
data; knows nothing of files. Keys of tables are `#rrggbb` in small letters.
"""

from __future__ import annotations

from dataclasses import dataclass

from report.model.theme import Theme, parts

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
    "#dcdfe0": Inks((0, 0, 0, 15), (0, 0, 0, 15)),
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


def theme_inks(theme: Theme) -> dict[str, Inks]:
    """Return the table of inks with the colours of a theme, by the inks it gives or by formula.

    Letters in a dark colour are black alone, whatever the inks of its areas.
    """
    colours: dict[str, Cmyk | None] = {
        str(theme.ink): theme.ink_cmyk,
        str(theme.accent): theme.accent_cmyk,
        str(theme.tint): None,
        str(theme.accent_on_ink): None,
    }
    made = dict(INKS)
    for colour, given in colours.items():
        plain = made.get(colour.lower()) or inks_for(colour)
        letters = plain.letters if given is None or _light(colour) < _DARK else given
        made[colour.lower()] = Inks(given or plain.areas, letters)
    return made


def inks_for(colour: str) -> Inks:
    """Return inks for any colour `#rrggbb`, such as an organisation's own, by plain conversion.

    Greys are black ink alone, and so are dark letters. A colour that matters should have its own
    row: no formula knows the paper.
    """
    red, green, blue = parts(colour)
    light = _light(colour)
    black: Cmyk = (0, 0, 0, 100 if light < _DARK else round(100 * (1 - light)))
    if max(red, green, blue) - min(red, green, blue) <= _NEUTRAL:
        return Inks(black, black)
    key = 1 - max(red, green, blue)
    cyan, magenta, yellow = (
        round(100 * (1 - part - key) / (1 - key)) for part in (red, green, blue)
    )
    mixed: Cmyk = (cyan, magenta, yellow, round(100 * key))
    return Inks(mixed, black if light < _DARK else mixed)


def _light(colour: str) -> float:
    red, green, blue = parts(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue
