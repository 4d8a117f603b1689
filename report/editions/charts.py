"""Reported numbers and dates -> pictures: bars by date, the strip of the timeline, standing marks.

A bar begins at zero, has one scale with the other bars of its measure and none beside it, and
shows how its number is bounded: no bar claims more than its source said. Every number is printed
at its bar as the language writes it. Knows no language.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from report.editions.context import Chart, Event, Point
from report.editions.drawing import (
    Ink,
    Palette,
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

WIDTH_MM = 168.0
RAIL_MM = 36.0

_DATE_MM = 33.0
_BAR_MM = 3.8
_ROW_GAP_MM = 2.8
_LABEL_GAP_MM = 1.6
_ARROW_MM = 5.0
_WHISKER_MM = 2.2
_WORD_MM = 18.0
_LABEL_MM = 62.0
_SOURCE_PT, _VALUE_PT, _DATE_PT = 8.0, 9.0, 8.4

_OPEN = (Bound.MORE_THAN, Bound.AT_LEAST)
_BELOW = (Bound.UP_TO, Bound.FEWER_THAN)


def bar_chart(chart: Chart, palette: Palette | None = None) -> Markup:
    """Return the bars of one measure as an SVG 168 mm wide, with its text alternative.

    The date of a point stands in the rail, who said it above its bar, the number at its end.
    """
    colours = palette or Palette()
    scale = _scale(chart.points)
    pieces: list[Markup] = []
    top = 0.0
    for point in chart.points:
        row, height = _row(point, top, scale, colours)
        pieces.append(row)
        top += height + _ROW_GAP_MM
    height = max(top - _ROW_GAP_MM, 1.0) + 1.2
    return picture(WIDTH_MM, height, pieces, alternative(chart))


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


def standing_mark(standing: Standing, palette: Palette | None = None) -> Markup:
    """Return a small disc: empty alleged, half reported, full corroborated, ringed established."""
    ink = (palette or Palette()).ink
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


def timeline_strip(events: Sequence[Event], palette: Palette | None = None) -> Markup:
    """Return a line of years with a dot for each event, those of one month stacked.

    Decoration beside the list of events, which says the same in words. Empty for fewer than two
    years.
    """
    colours = palette or Palette()
    months = [event.order[0] + max(event.order[1] - 1, 0) / 12 for event in events]
    if not months or int(max(months)) == int(min(months)):
        return Markup("")
    first, last = int(min(months)), int(max(months)) + 1
    left, width = RAIL_MM, WIDTH_MM - RAIL_MM - 4
    most = max(months.count(month) for month in months)
    base = most * 2.1 + 1.0
    step = width / (last - first)
    parts = [path([(left, base), (left + width, base)], stroke=colours.ink, stroke_width="0.25")]
    every = max(1, round(12 / step))
    for year in range(first, last):
        x = left + (year - first) * step
        parts.append(path([(x, base), (x, base + 1)], stroke=colours.ink, stroke_width="0.25"))
        if (year - first) % every == 0:
            parts.append(text_lines([str(year)], x, base + 4.4, Ink(7.6, colours.grey)))
    for index, month in enumerate(months):
        height = months[:index].count(month)
        x = left + (month - first) * step + step / 24
        parts.append(circle(x, base - 1.5 - height * 2.1, 0.85, fill=colours.accent))
    return picture(WIDTH_MM, base + 6, parts)


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


def _scale(points: Sequence[Point]) -> float:
    """Return mm for one, such that every bar with its mark and label stays in the picture."""
    room = [
        (WIDTH_MM - RAIL_MM - _ARROW_MM - _LABEL_GAP_MM - _label_width(point)) / point.magnitude
        for point in points
        if point.magnitude
    ]
    return min(room, default=0.0)


def _label_width(point: Point) -> float:
    lines = wrap(point.value, _LABEL_MM, _VALUE_PT)
    return max(text_width_mm(line, _VALUE_PT) for line in lines)


def _row(point: Point, top: float, scale: float, colours: Palette) -> tuple[Markup, float]:
    """Return a row and its height."""
    dates = wrap(point.as_of, _DATE_MM, _DATE_PT)
    sources = wrap(point.source, WIDTH_MM - RAIL_MM, _SOURCE_PT)
    values = wrap(point.value, _LABEL_MM, _VALUE_PT)
    bar_top = top + 0.9 + len(sources) * leading_mm(_SOURCE_PT)
    bar, end = _bar(point, bar_top, scale, colours)
    content = [
        text_lines(dates, 0, top + 2.7, Ink(_DATE_PT, colours.ink, 600)),
        text_lines(sources, RAIL_MM, top + 2.7, Ink(_SOURCE_PT, colours.grey)),
        bar,
        text_lines(values, end + _LABEL_GAP_MM, bar_top + 3.0, Ink(_VALUE_PT, colours.ink, 600)),
    ]
    if point.conflict:
        content.append(_conflict_letter(point.conflict, bar_top, colours))
    height = max(
        bar_top - top + max(_BAR_MM, len(values) * leading_mm(_VALUE_PT)),
        1 + len(dates) * leading_mm(_DATE_PT),
    )
    return Markup("").join(content), height


def _bar(point: Point, top: float, scale: float, colours: Palette) -> tuple[Markup, float]:
    """Return the bar with the mark of its bound, and where its label may begin."""
    ink = colours.ink
    mark = _mark(point)
    if mark == "word":
        return _hatched(RAIL_MM, top, _WORD_MM, colours), RAIL_MM + _WORD_MM
    length = (point.magnitude or 0.0) * scale
    end = RAIL_MM + length
    middle = top + _BAR_MM / 2
    line = {"stroke": ink, "stroke_width": "0.35"}
    if mark == "below":
        hollow = box(
            RAIL_MM + 0.175, top + 0.175, length - 0.35, _BAR_MM - 0.35, fill="#fff", **line
        )
        return hollow, end
    if mark == "range":
        known = (point.lower or 0.0) * scale
        open_part = box(RAIL_MM, top + 0.175, length - 0.175, _BAR_MM - 0.35, fill="#fff", **line)
        return open_part + box(RAIL_MM, top, known, _BAR_MM, fill=ink), end
    bar = box(RAIL_MM, top, length, _BAR_MM, fill=ink)
    if mark == "open":
        tip = end + _ARROW_MM - 0.8
        shaft = path([(end, middle), (tip, middle)], **line)
        head = path([(tip - 1.3, middle - 1.1), (tip, middle), (tip - 1.3, middle + 1.1)], **line)
        return bar + shaft + head, end + _ARROW_MM
    if mark == "about":
        return bar + _whisker(end, middle, colours), end + _WHISKER_MM
    return bar, end


def _whisker(end: float, middle: float, colours: Palette) -> Markup:
    half = _WHISKER_MM
    inside = {"stroke": "#fff", "stroke_width": "0.35"}
    outside = {"stroke": colours.ink, "stroke_width": "0.35"}
    return Markup("").join(
        [
            path([(end - half, middle), (end, middle)], **inside),
            path([(end - half, middle - 1), (end - half, middle + 1)], **inside),
            path([(end, middle), (end + half, middle)], **outside),
            path([(end + half, middle - 1), (end + half, middle + 1)], **outside),
        ]
    )


def _hatched(x: float, top: float, width: float, colours: Palette) -> Markup:
    """Return a box of slanting lines: a word was given, and no number."""
    lines = []
    left = x
    while left + _BAR_MM <= x + width + 0.01:
        line = [(left, top + _BAR_MM), (left + _BAR_MM, top)]
        lines.append(path(line, stroke=colours.ink, stroke_width="0.3"))
        left += 1.42
    base = path([(x, top), (x, top + _BAR_MM)], stroke=colours.ink, stroke_width="0.35")
    return base + Markup("").join(lines)


def _conflict_letter(letter: str, top: float, colours: Palette) -> Markup:
    """Return the letter of a conflict on a disc, left of its bar."""
    x, y = RAIL_MM - 2.6, top + _BAR_MM / 2
    half = text_width_mm(letter, 7.4) * 0.46
    return circle(x, y, 1.75, fill=colours.accent) + text_lines(
        [letter], x - half, y + 0.92, Ink(7.4, "#fff", 600)
    )
