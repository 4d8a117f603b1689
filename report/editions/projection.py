"""Positions on the globe → millimetres of a map: Lambert's azimuthal equal-area projection.

A frame is the part of the plane that a map shows. Knows no country and no colour.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

RADIUS_KM = 6371.0
Position = tuple[float, float]  # longitude and latitude in degrees
Point = tuple[float, float]  # in the plane: kilometres or millimetres, y upwards or downwards


@dataclass(frozen=True)
class Projection:
    """The plane that touches the globe at a centre; equal areas stay equal (Lambert, 1772)."""

    centre: Position

    def to_km(self, position: Position) -> Point:
        """Return kilometres east and north of the centre."""
        longitude, latitude = map(math.radians, position)
        middle, around = map(math.radians, self.centre)
        turned = longitude - middle
        toward = math.sin(around) * math.sin(latitude)
        toward += math.cos(around) * math.cos(latitude) * math.cos(turned)
        scale = RADIUS_KM * math.sqrt(2 / max(1 + toward, 1e-6))
        north = math.cos(around) * math.sin(latitude)
        north -= math.sin(around) * math.cos(latitude) * math.cos(turned)
        return scale * math.cos(latitude) * math.sin(turned), scale * north


@dataclass(frozen=True)
class Frame:
    """What a map shows, `width_mm` wide: the edges in kilometres from the projection's centre."""

    projection: Projection
    left: float
    bottom: float
    right: float
    top: float
    width_mm: float

    @property
    def mm_per_km(self) -> float:
        """The scale."""
        return self.width_mm / (self.right - self.left)

    @property
    def height_mm(self) -> float:
        """The height of the map."""
        return (self.top - self.bottom) * self.mm_per_km

    def to_mm(self, position: Position) -> Point:
        """Return millimetres from the left upper corner, which may lie outside."""
        x, y = self.projection.to_km(position)
        return (x - self.left) * self.mm_per_km, (self.top - y) * self.mm_per_km

    def holds(self, point: Point, edge: float = 0.0) -> bool:
        """Whether a point in millimetres lies in the map, `edge` from its border."""
        return (
            edge <= point[0] <= self.width_mm - edge and edge <= point[1] <= self.height_mm - edge
        )

    def area(self, ring: list[Point]) -> list[Point]:
        """Return the part of an area in millimetres that lies in the map."""
        return clipped_area(ring, self.width_mm, self.height_mm)

    def lines(self, line: list[Point]) -> Iterator[list[Point]]:
        """Yield the parts of a line in millimetres that lie in the map."""
        yield from clipped_lines(line, self.width_mm, self.height_mm)


def frame_round(
    positions: Sequence[Position], width_mm: float, aspect: tuple[float, float]
) -> Frame:
    """Return the frame that holds all positions with a margin.

    `aspect` are the least and the most of its height, as a share of its width.
    """
    longitudes, latitudes = zip(*positions, strict=True)
    centre = ((min(longitudes) + max(longitudes)) / 2, (min(latitudes) + max(latitudes)) / 2)
    projection = Projection(centre)
    xs, ys = zip(*map(projection.to_km, positions), strict=True)
    margin = max(0.05 * (max(xs) - min(xs)), 0.05 * (max(ys) - min(ys)), 20.0)
    wide, high = max(xs) - min(xs) + 2 * margin, max(ys) - min(ys) + 2 * margin
    wide = max(wide, high / aspect[1])
    high = max(high, wide * aspect[0])
    x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return Frame(projection, x - wide / 2, y - high / 2, x + wide / 2, y + high / 2, width_mm)


def clipped_area(points: list[Point], width: float, height: float) -> list[Point]:
    """Return the part of an area within (0, 0) and (width, height), cut at edge after edge.

    Sutherland and Hodgman, 1974.
    """
    for axis, edge, inside in ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1)):
        kept: list[Point] = []
        for before, point in zip(points[-1:] + points[:-1], points, strict=True):
            was, now = ((p[axis] - edge) * inside >= 0 for p in (before, point))
            if was != now:
                kept.append(_crossing(before, point, axis, edge))
            if now:
                kept.append(point)
        points = kept
    return points


def clipped_lines(points: list[Point], width: float, height: float) -> Iterator[list[Point]]:
    """Yield the parts of a line within (0, 0) and (width, height)."""
    part: list[Point] = []
    for before, point in itertools.pairwise(points):
        inner = _stretch(before, point, width, height)
        if inner is None:
            continue
        if part and part[-1] == inner[0]:
            part.append(inner[1])
        else:
            if part:
                yield part
            part = [*inner]
    if part:
        yield part


def _crossing(before: Point, point: Point, axis: int, edge: float) -> Point:
    share = (edge - before[axis]) / (point[axis] - before[axis])
    found = [a + (b - a) * share for a, b in zip(before, point, strict=True)]
    found[axis] = edge
    return found[0], found[1]


def _stretch(a: Point, b: Point, width: float, height: float) -> tuple[Point, Point] | None:
    """Return the part of a stretch within the map (Liang and Barsky, 1984)."""
    first, last = 0.0, 1.0
    for start, step, low, high in (
        (a[0], b[0] - a[0], 0.0, width),
        (a[1], b[1] - a[1], 0.0, height),
    ):
        if step == 0:
            if not low <= start <= high:
                return None
            continue
        enter, leave = sorted(((low - start) / step, (high - start) / step))
        first, last = max(first, enter), min(last, leave)
    if first > last:
        return None
    ends = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for t in (first, last)]
    return (a if first == 0 else ends[0]), (b if last == 1 else ends[1])
