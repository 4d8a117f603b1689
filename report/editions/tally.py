"""The counts of a chart → rows of twenty marks each, side by side: the picture on the cover.

Every mark stands for the same number, told beside it. A count that its source bounds from below
ends in a plus, one that it bounds from above is hollow, and a word without a number has no marks.
The table under the picture says the same in words, so the picture itself is decoration.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from markupsafe import Markup

from report.editions.context import Chart, Point
from report.editions.drawing import Plot, path, picture, strokes
from report.model.finding import Bound

ROW = 20
MOST_MARKS = 200  # of one count
_GAP_MM = 5.0
_PITCH_MM, _ROW_MM, _MARK_MM, _LINE_MM = 1.85, 5.0, 3.5, 0.5

_OPEN = (Bound.MORE_THAN, Bound.AT_LEAST)
_BELOW = (Bound.UP_TO, Bound.FEWER_THAN)
_Line = tuple[tuple[float, float], tuple[float, float]]


def mark_value(chart: Chart) -> int:
    """Return how many each mark stands for: 1, 2 or 5 with noughts, so that the marks are few."""
    most = max((point.magnitude or 0.0 for point in chart.points), default=0.0)
    least = max(most / MOST_MARKS, 1.0)
    noughts = 10 ** math.floor(math.log10(least))
    return int(next(n * noughts for n in (1, 2, 5, 10) if n * noughts >= least))


def tally(chart: Chart, plot: Plot | None = None) -> Markup:
    """Return the marks of all counts as an SVG as wide as its plot, each above its column."""
    plot, value = plot or Plot(), mark_value(chart)
    column = plot.width_mm / len(chart.points)
    size = min((column - _GAP_MM) / ROW / _PITCH_MM, 1.0)
    rows = max(math.ceil(_marks(point, value) / ROW) for point in chart.points)
    height = max(rows, 1) * _ROW_MM * size
    pieces = [
        piece
        for index, point in enumerate(chart.points)
        for piece in _column(point, value, (index * column, height), size, plot)
    ]
    return picture(plot.width_mm, height, pieces)


def _marks(point: Point, value: int) -> float:
    """Return how many marks, and parts of one, a count has, its sign of more among them."""
    return (point.magnitude or 0.0) / value + (1 if point.magnitude and point.bound in _OPEN else 0)


def _column(
    point: Point, value: int, origin: tuple[float, float], size: float, plot: Plot
) -> Iterator[Markup]:
    if point.magnitude is None:
        return
    whole = point.magnitude / value
    full = whole if point.lower is None else point.lower / value
    full = 0.0 if point.bound in _BELOW else full
    paint = {"stroke": plot.palette.on_ink_quiet, "stroke_linecap": "butt"}
    yield strokes(_lines(0.0, full, origin, size), stroke_width=f"{_LINE_MM * size:.2f}", **paint)
    if whole > full:
        # A hollow mark is a thin one: its length is that of the others.
        thin = f"{_LINE_MM * size / 3:.2f}"
        yield strokes(_lines(full, whole, origin, size), stroke_width=thin, **paint)
    if point.bound in _OPEN and point.lower is None:
        x, y = _place(math.ceil(whole), origin, size)
        half, y = _PITCH_MM * size * 0.42, y - _MARK_MM * size / 2
        x += half
        for arm in (((x - half, y), (x + half, y)), ((x, y - half), (x, y + half))):
            colour = plot.palette.on_ink_accent
            yield path(arm, stroke=colour, stroke_width=f"{_LINE_MM * size:.2f}")


def _lines(first: float, last: float, origin: tuple[float, float], size: float) -> Iterator[_Line]:
    """Yield the marks from one to another; the last is shorter where it stands for less."""
    for number in range(math.floor(first), math.ceil(last)):
        x, y = _place(number, origin, size)
        share = min(last - number, 1.0)
        yield (x, y), (x, y - _MARK_MM * size * share)


def _place(number: int, origin: tuple[float, float], size: float) -> tuple[float, float]:
    """Return the foot of a mark, counted from 0: rows from below, in each from the left."""
    left, bottom = origin
    row, place = divmod(number, ROW)
    return (
        left + _LINE_MM / 2 + place * _PITCH_MM * size,
        bottom - row * _ROW_MM * size - 1.1 * size,
    )
