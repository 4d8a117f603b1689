"""The outlines of countries that are shipped: which country a place lies in, and its shape.

Data of templates/map/outlines.json; what they are, and what they do not say, stands in it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from report.dossier.shipped import templates_path
from report.editions.projection import Point, Position

Line = tuple[Position, ...]


@dataclass(frozen=True)
class Outlines:
    """Lines, and the rings of each country by its ISO code: numbers of lines, ~n is n reversed."""

    version: str
    lines: tuple[Line, ...]
    countries: Mapping[str, tuple[tuple[int, ...], ...]]

    def rings(self, code: str) -> Iterator[list[Position]]:
        """Yield the rings of a country in degrees."""
        return self.rings_of(code, self.lines)

    def rings_of(self, code: str, lines: Sequence[Sequence[Point]]) -> Iterator[list[Point]]:
        """Yield the rings of a country out of its lines, however these were projected."""
        for ring in self.countries[code]:
            yield [p for n in ring for p in (lines[n] if n >= 0 else lines[~n][::-1])]

    @cached_property
    def shared(self) -> frozenset[int]:
        """The lines between two countries; all others are coasts."""
        used = Counter(
            n if n >= 0 else ~n for rings in self.countries.values() for r in rings for n in r
        )
        return frozenset(number for number, count in used.items() if count > 1)

    def lines_of(self, code: str) -> frozenset[int]:
        """Return the numbers of a country's lines."""
        return frozenset(n if n >= 0 else ~n for ring in self.countries[code] for n in ring)

    def country_of(self, positions: Iterable[Position]) -> str:
        """Return the country that most of the positions lie in; empty where none does.

        A place on a coast may lie beyond the simple line; the others then decide.
        """
        found = Counter(
            code
            for position in positions
            for code in self.countries
            if any(contains(ring, position) for ring in self.rings(code))
        )
        return max(sorted(found), key=lambda code: found[code], default="")


def contains(ring: Sequence[Point], point: Point) -> bool:
    """Whether an area holds a point, by the crossings of a ray to the east."""
    x, y = point
    inside = False
    for (a, b), (c, d) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (b > y) != (d > y) and x < (c - a) * (y - b) / (d - b) + a:
            inside = not inside
    return inside


@cache
def load_outlines() -> Outlines:
    """Return the outlines as shipped."""
    path = templates_path() / "map" / "outlines.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    steps = data["steps"]
    return Outlines(
        data["version"],
        tuple(tuple(_unpacked(line, steps)) for line in data["lines"]),
        {code: tuple(map(tuple, rings)) for code, rings in data["countries"].items()},
    )


def _unpacked(numbers: Sequence[int], steps: int) -> Iterator[Position]:
    x = y = 0
    for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + step_x, y + step_y
        yield x / steps, y / steps
