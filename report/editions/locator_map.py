"""A map of the context → SVG: outlines, names of countries, marked places, a bar of kilometres.

The country that the places lie in is left white in its neighbours' tint; water is darker. Names
are put where they cover neither a place nor each other, nor cross a line if they can: that of a
place stands off its dot then, led to it by a line, and that of a country is left out. Knows no
language: all names come with the map.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from report.editions.context import Map, MapPlace
from report.editions.drawing import (
    Ink,
    Plot,
    area,
    box,
    circle,
    path,
    picture,
    text_lines,
    text_width_mm,
)
from report.editions.outlines import Outlines, contains, load_outlines
from report.editions.projection import Frame, Point, Position, clipped_lines, frame_round

_ASPECT = (0.42, 0.7)
_PLACE_PT, _NAME_PT, _HOME_PT, _SCALE_PT = 8.4, 7.2, 9.6, 7.0
_DOT_MM, _GAP_MM = 1.05, 1.1
_FAR_MM = 5.0  # a name that stands farther off its dot is led to it by a line
_GRID = (22, 16)  # places that are tried for a country's name
_MOST_KEPT = 12
_Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass
class _Room:
    """What is taken of the map already, and the lines that words should not cross."""

    frame: Frame
    lines: list[list[Point]]
    taken: list[_Box] = field(default_factory=list)

    def free(self, wanted: _Box) -> bool:
        """Whether nothing stands there yet."""
        left, top, right, bottom = wanted
        inside = self.frame.holds((left, top), 0.6) and self.frame.holds((right, bottom), 0.6)
        return inside and not any(
            left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
            for other in self.taken
        )

    def best(self, tries: Iterable[Point], name: str, size: float) -> Point | None:
        """Take the free place that crosses the fewest lines, the first of them; None without."""
        free = [one for one in tries if self.free(_extent(name, *one, size))]
        if not free:
            return None
        crossed = [self.crossed(_extent(name, *one, size)) for one in free]
        chosen = free[crossed.index(min(crossed))]
        self.taken.append(_extent(name, *chosen, size))
        return chosen

    def open(self, line: Sequence[Point]) -> bool:
        """Whether a straight line, from its second tenth on, passes by what stands there."""
        if not line:
            return True
        (x, y), (end_x, end_y) = line
        steps = [(x + (end_x - x) * n / 10, y + (end_y - y) * n / 10) for n in range(2, 11)]
        return not any(
            box[0] <= at[0] <= box[2] and box[1] <= at[1] <= box[3]
            for at in steps
            for box in self.taken
        )

    def crossed(self, wanted: _Box) -> int:
        """Return how many lines run through a box."""
        left, top, right, bottom = wanted
        return sum(
            1
            for line in self.lines
            for _ in clipped_lines(
                [(x - left, y - top) for x, y in line], right - left, bottom - top
            )
        )


_drawn: dict[str, Markup] = {}


def locator_map(drawn: Map, plot: Plot | None = None) -> Markup:
    """Return the map as an SVG that stands beside the rail, with its text alternative.

    The last maps are kept: a further edition, or the next look at what is written, has the same.
    """
    plot = plot or Plot()
    key = repr((drawn, plot))
    if key not in _drawn:
        if len(_drawn) >= _MOST_KEPT:
            _drawn.clear()
        _drawn[key] = _map(drawn, plot)
    return _drawn[key]


def _map(drawn: Map, plot: Plot) -> Markup:
    outlines = load_outlines()
    # A hair less than the room beside the rail: what fills it to the last is put below.
    frame = frame_of(drawn, outlines, plot.width_mm - plot.rail_mm - 0.1)
    lines = [[frame.to_mm(one) for one in line] for line in outlines.lines]
    shapes = _shapes(frame, outlines, lines)
    shown = [list(frame.lines(line)) for line in lines]
    room = _Room(frame, [part for parts in shown for part in parts])
    ground = [
        box(0, 0, frame.width_mm, frame.height_mm, fill=plot.palette.water),
        *(
            area(rings, fill="#ffffff" if code == drawn.home else plot.palette.tint)
            for code, rings in shapes.items()
        ),
        *_lines(drawn, shown, outlines, plot),
    ]
    # Each takes its room in turn; names of countries have what is left.
    places = Markup("").join(_places(drawn, frame, room, plot))
    scale = _scale_bar(drawn, frame, room, plot)
    pieces = [*ground, *_names(drawn, shapes, room, plot), scale, places]
    return picture(frame.width_mm, frame.height_mm, pieces, drawn.alternative, plot.scale)


def frame_of(drawn: Map, outlines: Outlines, width_mm: float) -> Frame:
    """Return the frame round the parts of the country that hold places, or round the places."""
    places = [_position(place) for place in drawn.places]
    shown = [
        position
        for ring in (outlines.rings(drawn.home) if drawn.home else ())
        if any(contains(ring, place) for place in places)
        for position in ring
    ]
    return frame_round(shown or places, width_mm, _ASPECT)


def _position(place: MapPlace) -> Position:
    return place.longitude, place.latitude


def _shapes(
    frame: Frame, outlines: Outlines, lines: Sequence[list[Point]]
) -> dict[str, list[list[Point]]]:
    """Return what the map shows of each country."""
    found: dict[str, list[list[Point]]] = {}
    for code in outlines.countries:
        rings = map(frame.area, outlines.rings_of(code, lines))
        clipped = [ring for ring in rings if len(ring) > 2]
        if clipped:
            found[code] = clipped
    return found


def _lines(
    drawn: Map, shown: Sequence[list[list[Point]]], outlines: Outlines, plot: Plot
) -> Iterator[Markup]:
    """Yield coasts, borders, and last the lines of the country itself."""
    own = outlines.lines_of(drawn.home) if drawn.home else frozenset[int]()
    styles = (
        (set(range(len(outlines.lines))) - outlines.shared - own, plot.palette.grey, "0.12"),
        (outlines.shared - own, plot.palette.grey, "0.2"),
        (own, plot.palette.ink, "0.45"),
    )
    for numbers, colour, width in styles:
        for number in sorted(numbers):
            for part in shown[number]:
                yield path(part, stroke=colour, stroke_width=width, stroke_linejoin="round")


def _places(drawn: Map, frame: Frame, room: _Room, plot: Plot) -> Iterator[Markup]:
    """Yield a dot and a name for each place; all dots are kept free of names first."""
    placed = [(place, frame.to_mm(_position(place))) for place in drawn.places]
    placed = [(place, at) for place, at in placed if frame.holds(at, _DOT_MM)]
    for _, (x, y) in placed:
        room.taken.append((x - _DOT_MM, y - _DOT_MM, x + _DOT_MM, y + _DOT_MM))
    for place, (x, y) in placed:
        yield circle(x, y, _DOT_MM, fill=plot.palette.accent, stroke="#ffffff", stroke_width="0.3")
        tries = (
            one for one in _beside(place.name, x, y) if room.open(_leader(place.name, one, (x, y)))
        )
        at = room.best(tries, place.name, _PLACE_PT)
        if at:
            if line := _leader(place.name, at, (x, y)):
                yield path(line, stroke=plot.palette.ink, stroke_width="0.2")
            yield text_lines([place.name], *at, Ink(_PLACE_PT, plot.palette.ink, 600))


def _beside(name: str, x: float, y: float) -> Iterator[Point]:
    """Yield where a place's name may begin: right of its dot first, then round it, then off it."""
    width = text_width_mm(name, _PLACE_PT)
    for gap in (_GAP_MM, 2 * _GAP_MM, 4 * _GAP_MM, 6 * _GAP_MM, 8 * _GAP_MM, 11 * _GAP_MM):
        off = _DOT_MM + gap
        above, level, below = y - off, y + 1.0, y + off + 2.1
        yield from ((x + off, level), (x - off - width, level))
        yield from ((x - width / 2, above), (x - width / 2, below))
        yield from ((x + off / 2, above), (x + off / 2, below))
        yield from ((x - off / 2 - width, above), (x - off / 2 - width, below))


def _leader(name: str, at: Point, dot: Point) -> list[Point]:
    """Return the line from the rim of a dot to its name; none where the name stands close."""
    left, top, right, bottom = _extent(name, *at, _PLACE_PT)
    end = min(max(dot[0], left), right), min(max(dot[1], top), bottom)
    far = math.dist(dot, end)
    if far < _FAR_MM:
        return []
    share = _DOT_MM / far
    return [(dot[0] + (end[0] - dot[0]) * share, dot[1] + (end[1] - dot[1]) * share), end]


def _names(
    drawn: Map, shapes: dict[str, list[list[Point]]], room: _Room, plot: Plot
) -> Iterator[Markup]:
    """Yield the names of countries, the own one first, where they fit."""
    for code in sorted(shapes, key=lambda code: code != drawn.home):
        name = drawn.territories.get(code, "")
        size = _HOME_PT if code == drawn.home else _NAME_PT
        ring = max(shapes[code], key=_size_of)
        at = _inside(name, size, ring, room) if name else None
        if at is not None:
            room.taken.append(_extent(name, *at, size))
            yield text_lines([name], *at, Ink(size, plot.palette.grey))


def _inside(name: str, size: float, ring: Sequence[Point], room: _Room) -> Point | None:
    """Return where a name lies within an area, near the middle of all such places."""
    width, height = text_width_mm(name, size), size * 0.3
    xs, ys = zip(*ring, strict=True)
    columns, rows = _GRID
    fitting: list[Point] = []
    for row in range(1, rows):
        y = min(ys) + (max(ys) - min(ys)) * row / rows
        for column in range(1, columns):
            x = min(xs) + (max(xs) - min(xs)) * column / columns - width / 2
            corners = [(x - 0.8, y + 0.8), (x + width + 0.8, y + 0.8)]
            corners += [(x - 0.8, y - height - 0.8), (x + width + 0.8, y - height - 0.8)]
            wanted = _extent(name, x, y, size)
            inside = room.free(wanted) and all(contains(ring, c) for c in corners)
            if inside and not room.crossed(wanted):
                fitting.append((x, y))
    if not fitting:
        return None
    middle = tuple(sum(values) / len(fitting) for values in zip(*fitting, strict=True))
    return min(fitting, key=lambda point: math.dist(point, middle))


def _extent(name: str, x: float, y: float, size: float) -> _Box:
    """Return the room of words whose baseline begins at (x, y)."""
    return x - 0.4, y - size * 0.3, x + text_width_mm(name, size) + 0.4, y + size * 0.1


def _size_of(ring: Sequence[Point]) -> float:
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs))


def _scale_bar(drawn: Map, frame: Frame, room: _Room, plot: Plot) -> Markup:
    """Return a bar of a round number of kilometres, at most a fifth of the map, in a corner."""
    most = frame.width_mm / 5 / frame.mm_per_km
    step = 10.0 ** math.floor(math.log10(most))
    kilometres = next(n * step for n in (5, 2, 1) if n * step <= most)
    length = kilometres * frame.mm_per_km
    words = drawn.distance.replace("%", f"{kilometres:g}", 1)
    right, low = frame.width_mm - 3.0 - length, frame.height_mm - 3.2
    # The bar takes the room of words twice as high.
    corners = [(3.0, low), (right, low), (3.0, 6.4), (right, 6.4)]
    left, base = room.best(corners, words, 2 * _SCALE_PT) or corners[0]
    ends = [(left, base - 1.1), (left, base), (left + length, base), (left + length, base - 1.1)]
    return path(ends, stroke=plot.palette.ink, stroke_width="0.25") + text_lines(
        [words], left, base - 1.6, Ink(_SCALE_PT, plot.palette.ink)
    )
