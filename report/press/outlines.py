"""Words and one of our faces -> the shapes of their letters as operators of a PDF page.

For words that the renderer cannot reach, outside the page: no font is embedded for them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

_ELLIPSIS = "…"


class Outlines:
    """Draws letters of the face at `face_path`; a character that the face lacks is left out."""

    def __init__(self, face_path: Path) -> None:
        font: Any = TTFont(face_path, lazy=True)
        self._names = font.getBestCmap() or {}
        self._glyphs = font.getGlyphSet()
        self._em: int = font["head"].unitsPerEm

    def width(self, text: str, size: float) -> float:
        """Return the width of a line of text, in the unit of `size`."""
        names = (self._names[ord(c)] for c in text if ord(c) in self._names)
        return float(sum(self._glyphs[name].width for name in names)) * size / self._em

    def fitted(self, text: str, size: float, room: float) -> str:
        """Return `text`, cut short with an ellipsis where it is wider than `room`."""
        if self.width(text, size) <= room:
            return text
        cut = text
        while cut and self.width(cut + _ELLIPSIS, size) > room:
            cut = cut[:-1].rstrip()
        return cut + _ELLIPSIS

    def drawn(self, text: str, size: float, x: float, y: float) -> bytes:
        """Return the operators that fill the letters of `text`, from `x` on the baseline `y`."""
        scale = size / self._em
        operators = [f"q {scale:.6f} 0 0 {scale:.6f} {x:.4f} {y:.4f} cm"]
        advance = 0
        for character in text:
            name = self._names.get(ord(character))
            if name is not None:
                pen = TransformPen(_Operators(self._glyphs, operators), (1, 0, 0, 1, advance, 0))
                self._glyphs[name].draw(pen)
                advance += self._glyphs[name].width
        return "\n".join([*operators, "f Q", ""]).encode()


class _Operators(BasePen):
    """Writes what a glyph draws as path operators."""

    def __init__(self, glyphs: Any, operators: list[str]) -> None:
        super().__init__(glyphs)  # type: ignore[no-untyped-call]
        self.operators = operators

    def _write(self, operator: str, *points: tuple[float, float]) -> None:
        numbers = " ".join(f"{x:.0f} {y:.0f}" for x, y in points)
        self.operators.append(f"{numbers} {operator}".strip())

    def _moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802  the pen's own names
        self._write("m", point)

    def _lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._write("l", point)

    def _curveToOne(  # noqa: N802
        self, one: tuple[float, float], two: tuple[float, float], end: tuple[float, float]
    ) -> None:
        self._write("c", one, two, end)

    def _closePath(self) -> None:  # noqa: N802
        self._write("h")
