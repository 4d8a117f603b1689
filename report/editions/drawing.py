"""Pieces of SVG in millimetres, set in our sans: escaped text, lines, boxes, and widths of words.

Knows nothing of what is drawn. The widths are estimates on the safe side, so that a label never
leaves its picture; no font is opened for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

MM_PER_POINT = 25.4 / 72
_ROUNDING_MM = 1e-6

# Widths in ems of the sans at weight 600, rounded up; a letter that is not here counts as one em.
_WIDTHS = {
    0.2: " \u00a0",
    0.3: "',.:;Iijl|‘’Іі·",
    0.35: "!()-/[\\]f{}",
    0.4: "rt",
    0.45: "*?szг",
    0.5: '"J_cvxy“”«»„–зстухэғұү',
    0.55: "#$+0123456789<=>EFLSTVXYZ^`aegko~≈±×ГЕТУХавекочьяәҒөҰҮЁё",
    0.6: "ABCKPRbdhnpquАБВЗКРСЬЭЯбдийлнпрцқңһ",
    0.65: "&DGЛЧмъҚҺ",
    0.7: "HNOQUДИЙНОПЦӘҢӨ",
    0.75: "MwМФЪжы",
    0.8: "W—фшщю",
    0.85: "%mЫ",
    0.9: "@ЖШ",
    0.95: "№ЩЮ",
}
_EMS = {letter: width for width, letters in _WIDTHS.items() for letter in letters}


@dataclass(frozen=True)
class Palette:
    """The colours of drawings, as SVG writes them; the same as the tokens of the style sheets."""

    ink: str = "#17222e"
    accent: str = "#a5341c"
    grey: str = "#55606b"
    rule: str = "#c6c8c6"
    tint: str = "#f3f1ec"
    water: str = "#dcdfe0"
    on_ink_quiet: str = "#d5dbe1"
    on_ink_accent: str = "#f0b29e"


@dataclass(frozen=True)
class Plot:
    """What a drawing is made for: its width, the rail at its left, its colours.

    All of it, letters too, is printed larger by `scale`.
    """

    width_mm: float = 168.0
    rail_mm: float = 36.0
    palette: Palette = Palette()
    scale: float = 1.0


def text_width_mm(text: str, size_pt: float) -> float:
    """Return the width that `text` has at most, in mm."""
    return sum(_EMS.get(character, 1.0) for character in text) * size_pt * MM_PER_POINT


def wrap(text: str, width_mm: float, size_pt: float) -> list[str]:
    """Break text into lines no wider than `width_mm`; a longer word is broken where it must be."""
    lines = [""]
    for word in text.split(" "):
        line = f"{lines[-1]} {word}" if lines[-1] else word
        if text_width_mm(line, size_pt) <= width_mm + _ROUNDING_MM:
            lines[-1] = line
            continue
        pieces = list(_broken(word, width_mm, size_pt))
        lines += pieces if lines[-1] else []
        if not lines[0]:
            lines = pieces
    return lines


@dataclass(frozen=True)
class Ink:
    """How words are set: size in points, colour, weight."""

    size_pt: float
    fill: str
    weight: int = 400


def text_lines(lines: Iterable[str], x: float, y: float, ink: Ink) -> Markup:
    """Return lines of text, the first with its baseline at `y`."""
    return Markup("").join(
        Markup(
            '<text x="{:.2f}" y="{:.2f}" font-family="Report Sans" font-weight="{}" '
            'font-size="{:.3f}" fill="{}">{}</text>'
        ).format(
            x,
            y + index * leading_mm(ink.size_pt),
            ink.weight,
            ink.size_pt * MM_PER_POINT,
            ink.fill,
            line,
        )
        for index, line in enumerate(lines)
    )


def leading_mm(size_pt: float) -> float:
    """Return the distance between two baselines."""
    return size_pt * 1.25 * MM_PER_POINT


def box(x: float, y: float, width: float, height: float, **paint: str) -> Markup:
    """Return a rectangle; underscores in names of attributes stand for hyphens."""
    return Markup('<rect x="{:.2f}" y="{:.2f}" width="{:.2f}" height="{:.2f}"{}/>').format(
        x, y, max(width, 0), height, _attributes(paint)
    )


def path(points: Iterable[tuple[float, float]], **paint: str) -> Markup:
    """Return an open line through points."""
    moves = " ".join(
        f"{'L' if index else 'M'}{x:.2f} {y:.2f}" for index, (x, y) in enumerate(points)
    )
    return Markup('<path d="{}" fill="none"{}/>').format(moves, _attributes(paint))


def strokes(
    lines: Iterable[tuple[tuple[float, float], tuple[float, float]]], **paint: str
) -> Markup:
    """Return many straight lines as one path."""
    moves = "".join(f"M{a:.2f} {b:.2f}L{c:.2f} {d:.2f}" for (a, b), (c, d) in lines)
    return Markup('<path d="{}" fill="none"{}/>').format(moves, _attributes(paint))


def area(rings: Iterable[Iterable[tuple[float, float]]], **paint: str) -> Markup:
    """Return a filled area; a ring within another one is a hole."""
    moves = "".join("M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in ring) + "Z" for ring in rings)
    return Markup('<path d="{}" fill-rule="evenodd"{}/>').format(moves, _attributes(paint))


def circle(x: float, y: float, radius: float, **paint: str) -> Markup:
    """Return a circle."""
    return Markup('<circle cx="{:.2f}" cy="{:.2f}" r="{:.2f}"{}/>').format(
        x, y, radius, _attributes(paint)
    )


def picture(
    width: float, height: float, content: Iterable[Markup], title: str = "", scale: float = 1.0
) -> Markup:
    """Return an SVG of `width` by `height` mm, enlarged by `scale`; untitled it is decoration."""
    role = Markup('role="img"') if title else Markup('aria-hidden="true"')
    words = Markup("<title>{}</title>").format(title) if title else Markup("")
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" {} width="{:.2f}mm" height="{:.2f}mm" '
        'viewBox="0 0 {:.2f} {:.2f}">{}{}</svg>'
    ).format(role, width * scale, height * scale, width, height, words, Markup("").join(content))


def _attributes(paint: dict[str, str]) -> Markup:
    return Markup("").join(
        Markup(' {}="{}"').format(name.replace("_", "-"), escape(value))
        for name, value in paint.items()
    )


def _broken(word: str, width_mm: float, size_pt: float) -> Iterable[str]:
    """Yield a word in pieces that fit."""
    piece, width = "", 0.0
    for character in word:
        step = text_width_mm(character, size_pt)
        if piece and width + step > width_mm + _ROUNDING_MM:
            yield piece
            piece, width = "", 0.0
        piece, width = piece + character, width + step
    yield piece
