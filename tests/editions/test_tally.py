"""The picture on the cover: as many marks as a count holds, no more, and the same value for all."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from sample_brief import POINTS

from report.editions.context import Chart, Point
from report.editions.drawing import Plot
from report.editions.tally import MOST_MARKS, ROW, mark_value, tally
from report.model.finding import Bound

SVG = "{http://www.w3.org/2000/svg}"
COUNTS = st.lists(st.floats(0, 1e7), min_size=1, max_size=6)


def chart_of(*points: Point) -> Chart:
    return Chart("1", "chart-arrests", "Arrests", points)


def exact(*counts: float) -> Chart:
    """Return a chart of exact counts at one date."""
    return chart_of(
        *(replace(POINTS[1], bound=Bound.EXACT, magnitude=one, lower=None) for one in counts)
    )


def marks(chart: Chart, plot: Plot | None = None) -> list[list[tuple[float, float]]]:
    """Return the x and the length of each mark, path by path."""
    root = ElementTree.fromstring(tally(chart, plot))
    found = []
    for path in root.iter(f"{SVG}path"):
        numbers = [float(n) for n in re.findall(r"[\d.]+", path.attrib["d"])]
        lines = [numbers[start : start + 4] for start in range(0, len(numbers), 4)]
        found.append([(a, round(b - d, 2)) for a, b, _, d in lines])
    return found


@given(COUNTS)
def test_each_count_has_its_marks(counts: list[float]) -> None:
    """A count has one mark for each value that a mark stands for, the last one in part."""
    chart = exact(*counts)
    value = mark_value(chart)
    for count, drawn in zip(counts, marks(chart), strict=True):
        assert len(drawn) == math.ceil(count / value)
        assert len(drawn) <= MOST_MARKS


@given(COUNTS)
def test_a_mark_stands_for_a_round_number(counts: list[float]) -> None:
    """Its value is 1, 2 or 5 with noughts, and whole."""
    assert re.fullmatch("[125]0*", str(mark_value(exact(*counts))))


@given(COUNTS, st.sampled_from([118.0, 168.0]))
def test_nothing_leaves_the_picture(counts: list[float], width: float) -> None:
    """All marks stand within the picture, each count's above its own column."""
    plot = Plot(width_mm=width)
    chart = chart_of(*(replace(POINTS[2], bound=Bound.MORE_THAN, magnitude=one) for one in counts))
    root = ElementTree.fromstring(tally(chart, plot))
    _, _, right, bottom = map(float, root.attrib["viewBox"].split())
    for path in root.iter(f"{SVG}path"):
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", path.attrib["d"])]
        assert all(0 <= x <= right for x in numbers[::2])
        assert all(0 <= y <= bottom for y in numbers[1::2])


def test_bounds_are_told_apart() -> None:
    """What is bounded from below ends in a plus, from above is thin, a word has no marks."""
    count = replace(POINTS[1], magnitude=3 * ROW, lower=None)
    plain = marks(chart_of(replace(count, bound=Bound.EXACT)))
    assert [len(path) for path in plain] == [3 * ROW]
    more = marks(chart_of(replace(count, bound=Bound.AT_LEAST)))
    assert [len(path) for path in more] == [3 * ROW, 1, 1]
    below = tally(chart_of(replace(count, bound=Bound.UP_TO)))
    assert below != tally(chart_of(replace(count, bound=Bound.EXACT)))
    assert marks(chart_of(replace(POINTS[0], magnitude=None))) == []
    spread = marks(chart_of(replace(count, bound=Bound.EXACT, lower=ROW)))
    assert [len(path) for path in spread] == [ROW, 2 * ROW]


def test_it_is_decoration() -> None:
    """The table under it says all of it in words."""
    root = ElementTree.fromstring(tally(exact(10, 20)))
    assert root.attrib["aria-hidden"] == "true"
