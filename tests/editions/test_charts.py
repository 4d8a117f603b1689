"""The drawings: nothing outside the picture, nothing out of order, no bar that claims too much."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from sample_brief import CHART, POINTS

from report.editions.charts import (
    alternative,
    bar_chart,
    marks_used,
    standing_mark,
)
from report.editions.context import Chart, Event, Point
from report.editions.drawing import MM_PER_POINT, Plot, text_width_mm, wrap
from report.editions.timeline_drawing import timeline_strip
from report.model.finding import Bound, Standing

RAIL_MM, WIDTH_MM = Plot().rail_mm, Plot().width_mm
SVG = "{http://www.w3.org/2000/svg}"
WORDS = st.text("abcdefghijЖщӘңWM 0123456789“”—", min_size=1, max_size=120)
DATES = st.tuples(st.integers(1990, 2030), st.integers(0, 12), st.integers(0, 31))


@st.composite
def points(draw: st.DrawFn) -> Point:
    return replace(
        POINTS[0],
        value=draw(WORDS),
        as_of=draw(st.one_of(st.just(""), WORDS)),
        source=draw(WORDS),
        bound=draw(st.sampled_from(Bound)),
        order=draw(DATES),
        magnitude=draw(st.one_of(st.none(), st.floats(0, 1e9, allow_subnormal=False))),
        conflict=draw(st.sampled_from(["", "A"])),
    )


CHARTS = st.lists(points(), min_size=1, max_size=8).map(
    lambda found: Chart("1", "chart", "Title", tuple(sorted(found, key=lambda p: p.order)))
)


def drawn(svg: Markup) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def right_edge(text: ElementTree.Element) -> float:
    size_pt = float(text.attrib["font-size"]) / MM_PER_POINT
    return float(text.attrib["x"]) + text_width_mm(text.text or "", size_pt)


@settings(max_examples=60, deadline=None)
@given(CHARTS)
def test_nothing_leaves_the_picture(chart: Chart) -> None:
    """Every text, bar and line lies within the view box, whatever the words and numbers are."""
    root = drawn(bar_chart(chart))
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    assert width == WIDTH_MM
    for text in root.iter(f"{SVG}text"):
        assert float(text.attrib["x"]) >= 0
        assert right_edge(text) <= width + 0.05, text.text
        assert 0 < float(text.attrib["y"]) <= height
    for rect in root.iter(f"{SVG}rect"):
        assert float(rect.attrib["x"]) + float(rect.attrib["width"]) <= width
        assert float(rect.attrib["y"]) + float(rect.attrib["height"]) <= height
    for line in root.iter(f"{SVG}path"):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", line.attrib["d"])]
        assert all(0 <= x <= width for x in numbers[::2])
        assert all(0 <= y <= height for y in numbers[1::2])


@settings(max_examples=60, deadline=None)
@given(CHARTS)
def test_rows_stand_in_the_order_of_time_and_apart(chart: Chart) -> None:
    """Values are printed from top to bottom in the order of the points, and no row on another."""
    root = drawn(bar_chart(chart))
    bold = [t for t in root.iter(f"{SVG}text") if float(t.attrib["x"]) >= RAIL_MM]
    printed = "".join("".join((t.text or "").split()) for t in bold)
    expected = "".join("".join((p.source + p.value).split()) for p in chart.points)
    assert printed == expected
    baselines = [float(t.attrib["y"]) for t in bold]
    assert all(after > before for before, after in pairwise(baselines))


def bars(chart: Chart) -> list[float]:
    root = drawn(bar_chart(chart))
    return [float(rect.attrib["width"]) for rect in root.iter(f"{SVG}rect")]


def test_bars_are_in_proportion() -> None:
    """Exact numbers have bars from zero with one scale."""
    exact = [replace(POINTS[1], bound=Bound.EXACT, conflict="", magnitude=n) for n in (50, 100, 25)]
    one, two, three = bars(Chart("1", "c", "T", tuple(exact)))
    assert two == pytest.approx(2 * one, abs=0.02)
    assert three == pytest.approx(one / 2, abs=0.02)


def test_the_axis_has_round_numbers_at_their_places() -> None:
    """Each tick stands where a bar of its number would end, with the number as it is printed."""
    exact = replace(POINTS[1], bound=Bound.EXACT, conflict="", magnitude=200)
    chart = Chart("1", "c", "T", (exact,), ticks=((0.0, "0"), (100.0, "100"), (200.0, "200")))
    root = drawn(bar_chart(chart))
    lines = [line.attrib["d"] for line in root.iter(f"{SVG}path")]
    at = sorted({float(re.findall(r"[\d.]+", line)[0]) for line in lines})
    (bar,) = bars(chart)
    assert at == pytest.approx([RAIL_MM, RAIL_MM + bar / 2, RAIL_MM + bar], abs=0.02)
    assert {"0", "100", "200"} <= {text.text for text in root.iter(f"{SVG}text")}


def test_a_word_has_no_bar() -> None:
    """Where a source gave a word the picture has hatching of one length and no bar."""
    assert bars(Chart("1", "c", "T", (POINTS[0],))) == []
    assert bars(Chart("1", "c", "T", (replace(POINTS[0], value="hundreds"),))) == []


def test_nothing_but_zeros_can_be_drawn() -> None:
    """A reported zero is a bar of no length with its label, not a division by zero."""
    zero = replace(POINTS[1], magnitude=0.0, value="0", bound=Bound.EXACT)
    assert bars(Chart("1", "c", "T", (zero,))) == [0.0]


@pytest.mark.parametrize(
    ("point", "mark"),
    [(POINTS[0], "word"), (POINTS[1], "about"), (POINTS[2], "open"), (POINTS[3], "below")],
)
def test_each_bound_has_its_mark(point: Point, mark: str) -> None:
    """A bound is drawn by a mark of its own, which the legend explains."""
    assert marks_used(Chart("1", "c", "T", (point,))) == {mark}
    plain = replace(point, bound=Bound.EXACT, magnitude=100, conflict="")
    assert marks_used(Chart("1", "c", "T", (plain,))) == frozenset()
    assert bar_chart(Chart("1", "c", "T", (point,))) != bar_chart(Chart("1", "c", "T", (plain,)))


def test_points_out_of_order_are_refused() -> None:
    """A chart cannot be made of points that are not in the order of time."""
    with pytest.raises(ValueError, match="order of time"):
        Chart("1", "c", "T", (POINTS[2], POINTS[0]))
    with pytest.raises(ValueError, match="negative"):
        Chart("1", "c", "T", (replace(POINTS[1], magnitude=-1),))


def test_the_alternative_says_all_that_is_drawn() -> None:
    """The text alternative names each number with its date and who said it."""
    words = alternative(CHART)
    for point in CHART.points:
        assert point.value in words
        assert point.source in words
        assert point.as_of in words
    title = drawn(bar_chart(CHART)).find(f"{SVG}title")
    assert title is not None
    assert title.text == words


def test_conflicts_are_lettered() -> None:
    """Points of one conflict carry its letter in the picture."""
    texts = [t.text for t in drawn(bar_chart(CHART)).iter(f"{SVG}text")]
    assert texts.count("A") == 2


def test_standings_can_be_told_apart() -> None:
    """Each standing has a mark of its own, also where it is given by its name."""
    marks = {str(standing_mark(standing)) for standing in Standing}
    assert len(marks) == len(Standing)
    assert standing_mark(Standing("reported")) == standing_mark("reported")  # type: ignore[arg-type]


@given(st.lists(DATES, max_size=30))
def test_the_strip_has_a_dot_for_each_event(orders: list[tuple[int, int, int]]) -> None:
    """Each event has its dot inside the picture; within one year there is nothing to draw."""
    events = [Event("", order, Markup("")) for order in sorted(orders)]
    strip = timeline_strip(events)
    if len({order[0] for order in orders}) < 2:
        assert strip == ""
        return
    root = drawn(strip)
    dots = list(root.iter(f"{SVG}circle"))
    assert len(dots) == len(orders)
    assert all(RAIL_MM <= float(dot.attrib["cx"]) <= WIDTH_MM for dot in dots)
    assert all(float(dot.attrib["cy"]) > 0 for dot in dots)
    assert all(right_edge(text) <= WIDTH_MM for text in root.iter(f"{SVG}text"))


def test_the_fullest_month_is_enlarged() -> None:
    """Days that would lie on each other on the line of years have a line of their own, named."""
    days = [(2022, 1, day) for day in (2, 4, 6, 6, 11)]
    orders = [(2011, 0, 0), (2022, 0, 0), *days, (2025, 3, 1)]
    events = [Event("", order, Markup(""), month="January 2022") for order in orders]
    root = drawn(timeline_strip(events))
    assert [text.text for text in root.iter(f"{SVG}text")].count("January 2022") == 1
    heights = [float(dot.attrib["cy"]) for dot in root.iter(f"{SVG}circle")]
    years, below = heights[:3], heights[3:]
    assert len(below) == len(days)
    assert max(years) < min(below)
    bare = drawn(timeline_strip(events[:2] + events[-1:]))
    assert "January 2022" not in [text.text for text in bare.iter(f"{SVG}text")]


@given(st.text("abc ABCӘңЖ0-", max_size=300), st.floats(3, 100))
def test_wrapping_loses_nothing(text: str, width: float) -> None:
    """Lines fit, and together they are the text; words that are too long are broken."""
    lines = wrap(text, width, 8)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(text_width_mm(line, 8) <= width or len(line) == 1 for line in lines)


def test_estimated_widths_are_never_too_small() -> None:
    """Each letter of the three languages is at most as wide as it is taken to be."""
    from fontTools.ttLib import TTFont

    from report.press.fonts import prepare_fonts

    assert find_spec("fontpkg_source_sans_3")
    folder: Path = prepare_fonts().folder
    letters = [chr(c) for c in (*range(0x20, 0x7F), *range(0x410, 0x450), 0xA0, 0xB7)]
    letters += list("ӘәҒғҚқҢңӨөҰұҮүҺһІіЁё“”‘’«»„–—…№±×≈")
    for weight in (400, 600):
        font = TTFont(folder / f"ReportSans-{weight}.ttf")
        units, widths, names = font["head"].unitsPerEm, font["hmtx"], font.getBestCmap()
        for letter in letters:
            real = widths[names[ord(letter)]][0] / units * MM_PER_POINT * 10
            assert real <= text_width_mm(letter, 10) + 1e-9, letter
