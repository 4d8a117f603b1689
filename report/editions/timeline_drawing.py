"""The events of a timeline → a line of years, and under it the days of the fullest month, enlarged.

Decoration beside the list of events, which says the same in words: it shows how the events lie in
time, and no more. Knows no language; the name of the month comes with the events.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from report.editions.context import Event
from report.editions.drawing import Ink, Plot, circle, path, picture, text_lines, text_width_mm

_LEAST_DAYS = 3  # of events in a month that is enlarged
_DOT_MM, _STACK_MM = 0.85, 2.1
_YEAR_PT, _MONTH_PT = 7.6, 7.6
_GAP_MM = 9.0  # between the years and the days
_Month = tuple[int, int]


def timeline_strip(events: Sequence[Event], plot: Plot | None = None) -> Markup:
    """Return the strip, a dot for each event. Empty for fewer than two years."""
    plot = plot or Plot()
    years = [event.order[0] for event in events]
    if not years or max(years) == min(years):
        return Markup("")
    month = _fullest(events)
    outside = [e for e in events if month is None or e.order[:2] != month or not e.order[2]]
    years_base = _stacked(_moment(event) for event in outside) * _STACK_MM + 1.4
    pieces = list(_years(events, outside, years_base, plot))
    height = years_base + 6
    if month is not None:
        inside = [event for event in events if event not in outside]
        stack = _stacked(float(event.order[2]) for event in inside) * _STACK_MM
        days_base = years_base + _GAP_MM + stack
        pieces += _days(events, inside, month, (years_base, days_base), plot)
        height = days_base + 5.6
    return picture(plot.width_mm, height, pieces)


def _fullest(events: Sequence[Event]) -> _Month | None:
    """Return the month with the most days that have events, if there are enough of them."""
    days = {event.order for event in events if event.order[2]}
    counted = Counter(order[:2] for order in days)
    most = max(counted.values(), default=0)
    return next((m for m, n in sorted(counted.items()) if n == most and n >= _LEAST_DAYS), None)


def _moment(event: Event) -> float:
    """Return the place of an event on the line of years, by its month."""
    return event.order[0] + max(event.order[1] - 1, 0) / 12


def _stacked(moments: Iterator[float] | Sequence[float]) -> int:
    return max(Counter(moments).values(), default=0)


def _scale(events: Sequence[Event], plot: Plot) -> tuple[int, int, float]:
    """Return the first year, the year behind the last, and mm to a year."""
    first = min(event.order[0] for event in events)
    last = max(event.order[0] for event in events) + 1
    return first, last, (plot.width_mm - plot.rail_mm - 4) / (last - first)


def _years(
    events: Sequence[Event], outside: Sequence[Event], base: float, plot: Plot
) -> Iterator[Markup]:
    first, last, step = _scale(events, plot)
    left, ink = plot.rail_mm, plot.palette.ink
    line = [(left, base), (left + (last - first) * step, base)]
    yield path(line, stroke=ink, stroke_width="0.25")
    widest = text_width_mm("2022", _YEAR_PT) + 1.5
    every = max(1, -int(-widest // step))
    for year in range(first, last):
        x = left + (year - first) * step
        yield path([(x, base), (x, base + 1)], stroke=ink, stroke_width="0.25")
        if (year - first) % every == 0:
            yield text_lines([str(year)], x, base + 4.4, Ink(_YEAR_PT, plot.palette.grey))
    places = [left + (_moment(event) - first) * step + step / 24 for event in outside]
    yield from _dots(places, base, plot)


def _days(
    events: Sequence[Event],
    inside: Sequence[Event],
    month: _Month,
    bases: tuple[float, float],
    plot: Plot,
) -> Iterator[Markup]:
    """Yield the days of the month, from the first to the last with an event, between two rules."""
    first_year, _, step = _scale(events, plot)
    upper, base = bases
    ink, accent = plot.palette.ink, plot.palette.accent
    at = plot.rail_mm + (month[0] + (month[1] - 1) / 12 - first_year) * step
    first = max(min(event.order[2] for event in inside) - 1, 1)
    last = min(max(event.order[2] for event in inside) + 1, 31)
    left, right = plot.rail_mm, plot.width_mm - 4
    day = (right - left) / (last - first + 1)
    yield path([(at, upper), (at + step / 12, upper)], stroke=accent, stroke_width="1.1")
    for x, end in ((at, left), (at + step / 12, right)):
        lines = [(x, upper + 0.5), (x, upper + 5.4), (end, upper + 7.2), (end, base)]
        yield path(lines, stroke=plot.palette.rule, stroke_width="0.2")
    yield path([(left, base), (right, base)], stroke=ink, stroke_width="0.25")
    for number in range(first, last + 1):
        x = left + (number - first) * day
        yield path([(x, base), (x, base + 1)], stroke=ink, stroke_width="0.25")
        label = Ink(_YEAR_PT, plot.palette.grey)
        yield text_lines([str(number)], x + day / 2 - 1.1, base + 4.2, label)
    name = next(event.month for event in inside)
    yield text_lines([name], 0, base + 4.2, Ink(_MONTH_PT, ink, 600))
    yield from _dots([left + (e.order[2] - first + 0.5) * day for e in inside], base, plot)


def _dots(places: Sequence[float], base: float, plot: Plot) -> Iterator[Markup]:
    """Yield a dot for each place, those at one place above each other."""
    for index, x in enumerate(places):
        height = places[:index].count(x)
        y = base - 1.5 - height * _STACK_MM
        yield circle(x, y, _DOT_MM, fill=plot.palette.accent)
