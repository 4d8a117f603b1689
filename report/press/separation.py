"""The operators of one content stream -> the same operators with the inks of a table.

A colour is set long before it is known what it paints, so it is held back until something is
painted: letters have other inks than areas. Operators: ISO 32000-1, annex A.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import pikepdf

from report.press.inks import Cmyk, Inks

_LETTERS = frozenset({"Tj", "TJ", "'", '"'})
_AREAS = frozenset({"m", "re", "Do", "sh"})
_MARKS = frozenset({"BMC", "BDC", "EMC", "MP", "DP"})
_RGB = {"rg": "fill", "RG": "stroke"}
_GREY = {"g": "fill", "G": "stroke"}
_OTHER = {
    "k": "fill", "K": "stroke", "cs": "fill", "CS": "stroke",
    "sc": "fill", "SC": "stroke", "scn": "fill", "SCN": "stroke",
}  # fmt: skip
_OPERATOR = {"fill": "k", "stroke": "K"}
_EXACT = 0.02


def hexadecimal(operands: Any) -> str | None:
    """Return operands from 0 to 1 as `#rrggbb`; None where they are no colour of eight bits."""
    levels = [float(part) * 255 for part in operands]
    whole = [round(level) for level in levels]
    if any(abs(a - b) > _EXACT or not 0 <= b <= 255 for a, b in zip(levels, whole, strict=True)):
        return None
    return "#" + "".join(f"{level:02x}" for level in whole)


@dataclass(frozen=True)
class _State:
    """The colours asked for and not written yet, and those written; both by fill and stroke."""

    wanted: Mapping[str, Inks] = field(default_factory=dict)
    written: Mapping[str, Cmyk] = field(default_factory=dict)


class _Writer:
    """Takes operators one by one and keeps those to be written."""

    def __init__(self, table: Mapping[str, Inks], used: set[str]) -> None:
        self.table = table
        self.used = used
        self.out: list[Any] = []
        self.state = _State()
        self.saved: list[_State] = []

    def take(self, instruction: Any) -> None:
        operator = str(instruction.operator)
        if operator in _MARKS:
            return
        if operator in _RGB or operator in _GREY:
            self._colour(instruction, operator)
            return
        if operator == "q":
            self.saved.append(self.state)
        elif operator == "Q" and self.saved:
            self.state = self.saved.pop()
        elif operator in _OTHER:
            self._forget(_OTHER[operator])
            if operator in ("cs", "CS"):
                self.used.add(str(instruction.operands[0]))
        elif operator in _LETTERS or operator in _AREAS:
            self._settle(letters=operator in _LETTERS)
        self.out.append(instruction)

    def take_in_mask(self, instruction: Any) -> None:
        """Turn colours into lightness; nothing of a mask is printed."""
        operator = str(instruction.operator)
        if operator in ("cs", "CS"):
            self.used.add(str(instruction.operands[0]))
        lightness = {"rg": "g", "RG": "G"}.get(operator)
        self.out.append(_lightness(instruction, lightness) if lightness else instruction)

    def _colour(self, instruction: Any, operator: str) -> None:
        kind = _RGB.get(operator) or _GREY[operator]
        operands = instruction.operands
        colour = hexadecimal(operands if operator in _RGB else [operands[0]] * 3)
        inks = self.table.get(colour or "")
        if inks is None and operator in _GREY:
            black = 100 * (1 - float(operands[0]))
            inks = Inks((0, 0, 0, black), (0, 0, 0, black))
        if inks is None:
            self._forget(kind)
            self.out.append(instruction)
        else:
            self.state = replace(self.state, wanted={**self.state.wanted, kind: inks})

    def _forget(self, kind: str) -> None:
        """Let a colour that is not of the table stand as it is."""
        wanted = {k: v for k, v in self.state.wanted.items() if k != kind}
        written = {k: v for k, v in self.state.written.items() if k != kind}
        self.state = _State(wanted, written)

    def _settle(self, *, letters: bool) -> None:
        written = dict(self.state.written)
        for kind, inks in self.state.wanted.items():
            cmyk = inks.letters if letters else inks.areas
            if written.get(kind) != cmyk:
                written[kind] = cmyk
                operands = [Decimal(f"{part / 100:.4g}") for part in cmyk]
                operator = pikepdf.Operator(_OPERATOR[kind])
                self.out.append(pikepdf.ContentStreamInstruction(operands, operator))
        self.state = replace(self.state, written=written)


def separated(stream: Any, table: Mapping[str, Inks], used: set[str], *, is_mask: bool) -> bytes:
    """Return the operators of a page or form with the inks of `table`.

    Colour spaces that are named are added to `used`. In a mask, colours become lightness.
    """
    writer = _Writer(table, used)
    for instruction in pikepdf.parse_content_stream(stream):
        if is_mask:
            writer.take_in_mask(instruction)
        else:
            writer.take(instruction)
    return pikepdf.unparse_content_stream(writer.out)


def _lightness(instruction: Any, operator: str) -> Any:
    red, green, blue = (float(part) for part in instruction.operands)
    light = Decimal(f"{0.3 * red + 0.59 * green + 0.11 * blue:.4g}")
    return pikepdf.ContentStreamInstruction([light], pikepdf.Operator(operator))
