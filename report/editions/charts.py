"""Reported numbers -> pictures: bars by date on an axis of their own, and the marks of standing.

A bar begins at zero, has one scale with the other bars of its measure and none beside it, and
shows how its number is bounded: no bar claims more than its source said. Every number is printed
at its bar as the language writes it. Knows no language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from report.editions.context import Chart, Point
from report.editions.drawing import (
    Ink,
    Plot,
    box,
    circle,
    leading_mm,
    path,
    picture,
    text_lines,
    text_width_mm,
    wrap,
)
from report.model.finding import Bound, Standing

_DATE_GAP_MM = 3.0
_BAR_MM = 3.8
_ROW_GAP_MM = 2.8
_LABEL_GAP_MM = 1.6
_ARROW_MM = 5.0
_WHISKER_MM = 2.2
_WORD_MM = 18.0
_LABEL_PART = 0.37  # of the width: the longest line of a number
_SOURCE_PT, _VALUE_PT, _DATE_PT, _TICK_PT = 8.0, 9.0, 8.4, 7.4
_AXIS_MM = 4.6
_LEAST = 1e-6  # numbers have no more decimals

_OPEN = (Bound.MORE_THAN, Bound.AT_LEAST)
_BELOW = (Bound.UP_TO, Bound.FEWER_THAN)


def bar_chart(chart: Chart, plot: Plot | None = None) -> Markup:
    """Return the bars of one measure as an SVG as wide as its plot, with its text alternative.

    The date of a point stands in the rail, who said it above its bar, the number at its end.
    """
    plot = plot or Plot()
    scale = _scale(chart.points, plot)
    pieces: list[Markup] = []
    top = 0.0
    for point in chart.points:
        row, height = _row(point, top, scale, plot)
        pieces.append(row)
        top += height + _ROW_GAP_MM
    height = max(top - _ROW_GAP_MM, 1.0) + 1.2
    if scale and chart.ticks:
        height += 1.2
        pieces += _axis(chart, height, scale, plot)
        height += _AXIS_MM
    return picture(plot.width_mm, height, pieces, alternative(chart), plot.scale)


def alternative(chart: Chart) -> str:
    """Return what the picture says, in words: each number with its date and who said it."""
    points = (
        f"{point.as_of}: {point.value} ({point.source})"
        if point.as_of
        else f"{point.value} ({point.source})"
        for point in chart.points
    )
    return f"{chart.title}. {'; '.join(points)}."


def marks_used(chart: Chart) -> frozenset[str]:
    """Name the marks that need explaining: open, about, below, word, range."""
    return frozenset(mark for point in chart.points if (mark := _mark(point)))


def standing_mark(standing: Standing, plot: Plot | None = None) -> Markup:
    """Return a small disc: empty alleged, half reported, full corroborated, ringed established."""
    ink = (plot or Plot()).palette.ink
    line = {"stroke": ink, "stroke_width": "0.22"}
    parts = [circle(1.2, 1.2, 0.9, fill="none", **line)]
    standing = Standing(standing)
    if standing is Standing.REPORTED:
        parts.append(Markup('<path d="M1.2 0.3 A0.9 0.9 0 0 0 1.2 2.1 Z" fill="{}"/>').format(ink))
    if standing is Standing.CORROBORATED:
        parts.append(circle(1.2, 1.2, 0.9, fill=ink))
    if standing is Standing.ESTABLISHED:
        parts.append(circle(1.2, 1.2, 0.5, fill=ink))
    return picture(2.4, 2.4, parts)


def _mark(point: Point) -> str:
    if point.magnitude is None:
        return "word"
    if point.lower is not None:
        return "range"
    if point.bound in _OPEN:
        return "open"
    if point.bound in _BELOW:
        return "below"
    return "about" if point.bound is Bound.ABOUT else ""


def _scale(points: Sequence[Point], plot: Plot) -> float:
    """Return mm for one, such that every bar with its mark and label stays in the picture."""
    room = [
        (plot.width_mm - plot.rail_mm - _ARROW_MM - _LABEL_GAP_MM - _label_width(point, plot))
        / point.magnitude
        for point in points
        if point.magnitude and point.magnitude >= _LEAST
    ]
    return min(room, default=0.0)


def _axis(chart: Chart, base: float, scale: float, plot: Plot) -> Iterator[Markup]:
    """Yield the axis under the bars: a line from nought, and its round numbers."""
    line = {"stroke": plot.palette.grey, "stroke_width": "0.2"}
    end = plot.rail_mm + chart.ticks[-1][0] * scale
    yield path([(plot.rail_mm, base), (end, base)], **line)
    for value, label in chart.ticks:
        x = plot.rail_mm + value * scale
        yield path([(x, base - 0.9), (x, base)], **line)
        middle = x - text_width_mm(label, _TICK_PT) * 0.46
        yield text_lines([label], middle, base + 3.4, Ink(_TICK_PT, plot.palette.grey))


def _label_width(point: Point, plot: Plot) -> float:
    lines = wrap(point.value, plot.width_mm * _LABEL_PART, _VALUE_PT)
    return max(text_width_mm(line, _VALUE_PT) for line in lines)


def _row(point: Point, top: float, scale: float, plot: Plot) -> tuple[Markup, float]:
    """Return a row and its height."""
    dates = wrap(point.as_of, plot.rail_mm - _DATE_GAP_MM, _DATE_PT)
    sources = wrap(point.source, plot.width_mm - plot.rail_mm, _SOURCE_PT)
    values = wrap(point.value, plot.width_mm * _LABEL_PART, _VALUE_PT)
    bar_top = top + 0.9 + len(sources) * leading_mm(_SOURCE_PT)
    bar, end = _bar(point, bar_top, scale, plot)
    content = [
        text_lines(dates, 0, top + 2.7, Ink(_DATE_PT, plot.palette.ink, 600)),
        text_lines(sources, plot.rail_mm, top + 2.7, Ink(_SOURCE_PT, plot.palette.grey)),
        bar,
        text_lines(
            values, end + _LABEL_GAP_MM, bar_top + 3.0, Ink(_VALUE_PT, plot.palette.ink, 600)
        ),
    ]
    if point.conflict:
        content.append(_conflict_letter(point.conflict, bar_top, plot))
    height = max(
        bar_top - top + max(_BAR_MM, len(values) * leading_mm(_VALUE_PT)),
        1 + len(dates) * leading_mm(_DATE_PT),
    )
    return Markup("").join(content), height


def _bar(point: Point, top: float, scale: float, plot: Plot) -> tuple[Markup, float]:
    """Return the bar with the mark of its bound, and where its label may begin."""
    ink = plot.palette.ink
    mark = _mark(point)
    if mark == "word":
        return _hatched(plot.rail_mm, top, _WORD_MM, plot), plot.rail_mm + _WORD_MM
    length = (point.magnitude or 0.0) * scale
    end = plot.rail_mm + length
    middle = top + _BAR_MM / 2
    line = {"stroke": ink, "stroke_width": "0.35"}
    if mark == "below":
        hollow = box(
            plot.rail_mm + 0.175, top + 0.175, length - 0.35, _BAR_MM - 0.35, fill="#fff", **line
        )
        return hollow, end
    if mark == "range":
        known = (point.lower or 0.0) * scale
        open_part = box(
            plot.rail_mm, top + 0.175, length - 0.175, _BAR_MM - 0.35, fill="#fff", **line
        )
        return open_part + box(plot.rail_mm, top, known, _BAR_MM, fill=ink), end
    bar = box(plot.rail_mm, top, length, _BAR_MM, fill=ink)
    if mark == "open":
        tip = end + _ARROW_MM - 0.8
        shaft = path([(end, middle), (tip, middle)], **line)
        head = path([(tip - 1.3, middle - 1.1), (tip, middle), (tip - 1.3, middle + 1.1)], **line)
        return bar + shaft + head, end + _ARROW_MM
    if mark == "about":
        return bar + _whisker(end, middle, plot), end + _WHISKER_MM
    return bar, end


def _whisker(end: float, middle: float, plot: Plot) -> Markup:
    half = _WHISKER_MM
    inside = {"stroke": "#fff", "stroke_width": "0.35"}
    outside = {"stroke": plot.palette.ink, "stroke_width": "0.35"}
    return Markup("").join(
        [
            path([(end - half, middle), (end, middle)], **inside),
            path([(end - half, middle - 1), (end - half, middle + 1)], **inside),
            path([(end, middle), (end + half, middle)], **outside),
            path([(end + half, middle - 1), (end + half, middle + 1)], **outside),
        ]
    )


def _hatched(x: float, top: float, width: float, plot: Plot) -> Markup:
    """Return a box of slanting lines: a word was given, and no number."""
    lines = []
    left = x
    while left + _BAR_MM <= x + width + 0.01:
        line = [(left, top + _BAR_MM), (left + _BAR_MM, top)]
        lines.append(path(line, stroke=plot.palette.ink, stroke_width="0.3"))
        left += 1.42
    base = path([(x, top), (x, top + _BAR_MM)], stroke=plot.palette.ink, stroke_width="0.35")
    return base + Markup("").join(lines)


def _conflict_letter(letter: str, top: float, plot: Plot) -> Markup:
    """Return the letter of a conflict on a disc, left of its bar."""
    x, y = plot.rail_mm - 2.6, top + _BAR_MM / 2
    half = text_width_mm(letter, 7.4) * 0.46
    return circle(x, y, 1.75, fill=plot.palette.accent) + text_lines(
        [letter], x - half, y + 0.92, Ink(7.4, "#fff", 600)
    )
