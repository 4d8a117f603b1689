"""Figures of one measure → a series by date, with the conflicts in it named.

Nothing is summed, averaged or picked. Figures of different measures never meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from report.evidence.quantity import plain_value
from report.model.dates import When
from report.model.finding import Figure


@dataclass(frozen=True)
class Conflict:
    """Figures of one measure, place and date whose values differ; who said each is in them."""

    measure: str
    date: When
    where: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Series:
    """All figures of one measure in order of their dates, those without a date last."""

    measure: str
    points: tuple[Figure, ...]
    conflicts: tuple[Conflict, ...]


def build_series(figures: Iterable[Figure]) -> tuple[Series, ...]:
    """Return one series a measure, in order of the measures' first figures."""
    by_measure: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_measure[str(figure.measure)].append(figure)
    return tuple(
        Series(measure, tuple(sorted(points, key=_order)), _conflicts(measure, points))
        for measure, points in by_measure.items()
    )


def conflicting_ids(series: Iterable[Series]) -> frozenset[str]:
    """Return the ids of all figures that another one contradicts."""
    return frozenset(
        str(figure.id)
        for one in series
        for conflict in one.conflicts
        for figure in conflict.figures
    )


def _order(figure: Figure) -> tuple[bool, tuple[int, int, int], str]:
    date = figure.date
    return (date is None, date.sort_key if date else (0, 0, 0), str(figure.id))


def _conflicts(measure: str, figures: Sequence[Figure]) -> tuple[Conflict, ...]:
    """An unknown date is never the same date as another unknown one."""
    by_scope: dict[tuple[When, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        date = figure.date
        if date is not None:
            by_scope[date, _place(figure.where)].append(figure)
    found = [
        Conflict(measure, date, same[0].where, tuple(sorted(same, key=_order)))
        for (date, _), same in by_scope.items()
        if len({plain_value(figure.value) for figure in same}) > 1
    ]
    return tuple(sorted(found, key=lambda conflict: (conflict.date.sort_key, conflict.where)))


def _place(where: str) -> str:
    return " ".join(where.casefold().split())
